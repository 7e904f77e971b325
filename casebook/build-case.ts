/** Builds a case of the casebook in a folder and gives its dossier. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dossier } from '@corroborate/workbench/contract'
import { OPERATIONS } from '../packages/workbench/src/operations/index.ts'
import { openCase } from '../packages/workbench/src/preserve/case-folder.ts'
import { homeFrom } from '../packages/workbench/src/preserve/home.ts'
import { readCaseView } from '../packages/workbench/src/publish/case-view.ts'
import { openSqliteReader } from '../packages/workbench/src/storage/sqlite/sqlite-store.ts'
import { casebookLists, TAKEN } from './lists.ts'

/** A case's id is made at random; a dossier that is compared carries this one. */
const ANY_ID = '00000000-0000-4000-8000-000000000000'

export async function buildCase(name: string, folder: string): Promise<Dossier> {
  const source = join(import.meta.dirname, name)
  const context = {
    home: homeFrom({ CORROBORATE_HOME: join(folder, 'home') }),
    now: () => new Date('2031-01-01T00:00:00Z'),
    progress: () => {},
    signal: new AbortController().signal,
    say: () => {},
  }
  const perform = async (verb: string, input: Record<string, unknown>) => {
    const operation = OPERATIONS.find((one) => one.name === verb)
    if (operation === undefined) throw new Error(`there is no operation ${verb}`)
    for await (const _ of operation.run(context, { ...input, case: join(folder, 'case') }));
  }
  await perform('new', { from: join(source, 'case.json') })
  const parts = ['reports', 'lists'].map((part) => join(source, part)).filter((path) => existsSync(path))
  await perform('add', { paths: parts })
  for (const { file, ...list } of await casebookLists(source))
    await perform('register-add', { item: file, ...TAKEN, ...list })
  const opened = await openCase(join(folder, 'case'))
  const reader = await openSqliteReader(opened.database)
  try {
    const dossier = await (await readCaseView(opened.file, reader)).dossier()
    return withoutRandomIds(dossier, opened.file.id)
  } finally {
    await reader.close()
  }
}

/** Ids of the case, of lists, entries and persons are random: each becomes its number in the order in which it comes. */
function withoutRandomIds(dossier: Dossier, caseId: string): Dossier {
  const { summary, persons, others } = dossier.register
  const entries = [...persons.flatMap(({ entryList }) => entryList), ...others]
  const numbered = (kind: string, ids: readonly string[]) =>
    ids.map((id, at) => [id, `${kind}${String(at + 1).padStart(32 - kind.length, '0')}`] as const)
  const names = new Map([
    [caseId, ANY_ID] as const,
    ...numbered(
      '11',
      summary.lists.map(({ id }) => id),
    ),
    ...numbered(
      'ee',
      entries.map(({ id }) => id),
    ),
    ...numbered(
      'aa',
      persons.map(({ id }) => id),
    ),
  ])
  const text = JSON.stringify(dossier).replace(
    /"([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g,
    (quoted, id: string) => (names.has(id) ? `"${names.get(id)}"` : quoted),
  )
  return JSON.parse(text) as Dossier
}

/** The committed dossier of a case, as text. */
export function goldenDossier(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name, 'dossier.json'), 'utf8')
}
