/** `rebuild`: derives `case.db` again from originals and records. */
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { forgetOverlay, openSight } from '../derive/open-view.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import type { OpenVault } from '../preserve/vault.ts'
import { dossierDigest } from '../publish/dossier.ts'
import { caseField, type OperationContext, operation } from './operation.ts'
import { vaultOf, viewOf } from './sight.ts'
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
    same: z
      .boolean()
      .nullable()
      .describe('Whether the dossier is what it was before; null where there was none that could be read'),
    orphans: z.array(z.string()).describe('Ids of decisions whose target was not found again'),
  }),
  examples: ['rebuild coast-2025'],
  async run(context, { case: path }) {
    const folder = await openCase(path)
    const vault = await vaultOf(context, folder)
    const before = await digestBefore(context, folder, vault)
    return withWorkspace(folder, { ...context, command: 'rebuild', fresh: true }, async ({ sight, settle }) => {
      await settle()
      if (vault !== null) forgetOverlay(vault)
      const view = await viewOf(folder, { ...(await sight(vault)), sealed: await readSealed(folder) })
      const dossier = await dossierDigest(view)
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
        null: 'There was no case.db that could be read, to compare with.',
      }[String(same) as 'true'],
      ...orphans.map((id) => `orphan: decision ${id} (see \`corroborate decisions CASE\`)`),
    ].join('\n'),
})

async function digestBefore(
  context: OperationContext,
  folder: CaseFolder,
  vault: OpenVault | null,
): Promise<string | null> {
  if (!existsSync(folder.database)) return null
  try {
    const sight = await openSight(folder, vault, context)
    try {
      return await dossierDigest(await viewOf(folder, sight))
    } finally {
      await sight.close()
    }
  } catch {
    return null
  }
}
