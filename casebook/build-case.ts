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
  const opened = await openCase(join(folder, 'case'))
  const reader = await openSqliteReader(opened.database)
  try {
    const dossier = (await readCaseView(opened.file, reader)).dossier()
    return JSON.parse(JSON.stringify(dossier).replaceAll(opened.file.id, ANY_ID)) as Dossier
  } finally {
    await reader.close()
  }
}

/** The committed dossier of a case, as text. */
export function goldenDossier(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name, 'dossier.json'), 'utf8')
}
