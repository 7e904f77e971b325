/** `rebuild`: derives `case.db` again from originals and records. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { readCaseView } from '../publish/case-view.ts'
import { dossierText } from '../publish/dossier.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { caseField, operation } from './operation.ts'
import { countOf } from './table.ts'

export const rebuild = operation({
  name: 'rebuild',
  summary: 'Derive case.db again from originals and records',
  description:
    'Deletes case.db and reads every original anew. Decisions are laid over the result; those whose target is not found again are listed as orphans, never dropped. With the same version of the program the dossier comes out byte for byte the same.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({ case: caseField }),
  output: z.object({
    documents: z.number().int(),
    dossier: z.string().describe('sha256 of the dossier'),
    same: z.boolean().nullable().describe('Whether the dossier is what it was before; null where there was none'),
    orphans: z.array(z.string()).describe('Ids of decisions whose target was not found again'),
  }),
  examples: ['rebuild coast-2025'],
  async run(context, { case: path }) {
    const folder = await openCase(path)
    const before = await digestBefore(folder)
    return withWorkspace(folder, { ...context, command: 'rebuild', fresh: true }, async ({ store, settle }) => {
      await settle()
      const view = await readCaseView(folder.file, store)
      const dossier = await digestOf(folder, store)
      return {
        documents: view.documents().length,
        dossier,
        same: before === null ? null : before === dossier,
        orphans: view.decisions().flatMap(({ id, orphan }) => (orphan ? [id] : [])),
      }
    })
  },
  print: ({ documents, dossier, same, orphans }) =>
    [
      `Derived ${countOf(documents, 'document')} again; dossier sha256 ${dossier}`,
      {
        true: 'The dossier is the same as before, byte for byte.',
        false: 'The dossier differs from before: this program reads differently than the one that made it.',
        null: 'There was no case.db to compare with.',
      }[String(same) as 'true'],
      ...orphans.map((id) => `orphan: decision ${id} (see \`corroborate decisions CASE\`)`),
    ].join('\n'),
})

async function digestOf(folder: CaseFolder, reader: CaseReader): Promise<string> {
  return createHash('sha256')
    .update(dossierText(await (await readCaseView(folder.file, reader)).dossier()))
    .digest('hex')
}

async function digestBefore(folder: CaseFolder): Promise<string | null> {
  if (!existsSync(folder.database)) return null
  try {
    const reader = await openSqliteReader(folder.database)
    try {
      return await digestOf(folder, reader)
    } finally {
      await reader.close()
    }
  } catch {
    return null
  }
}
