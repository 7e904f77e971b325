/** `export`: writes the case as JSON, CSV and one self-contained page, with what a stranger needs to check it. */
import type { Originals } from '@corroborate/evidence'
import { z } from 'zod'
import { deriveAnew } from '../derive/derive-anew.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { type EmbeddedField, isHarmless } from '../model/embedded.ts'
import { newRecordId } from '../model/ids.ts'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { assertAcknowledged } from '../preserve/case-record.ts'
import { readDating } from '../preserve/dating.ts'
import { keptItems, readSealed, type Sealed } from '../preserve/sealed-state.ts'
import { caseSigner } from '../preserve/signer.ts'
import { type CaseView, readCaseView } from '../publish/case-view.ts'
import { dossierDigest } from '../publish/dossier.ts'
import { keyFingerprint, writeEvidence } from '../publish/evidence-kit.ts'
import { writeExport } from '../publish/export.ts'
import { fillExportFolder } from '../publish/export-folder.ts'
import { vaultState } from '../publish/vault-state.ts'
import { verifierPage } from '../publish/verifier-page.ts'
import { webFolder } from '../publish/web-folder.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { DIFFERS } from './judge-store.ts'
import { caseField, diskOf, type OperationContext, operation } from './operation.ts'
import { countOf } from './table.ts'

export class TellingOriginalsError extends Error {
  constructor(files: readonly string[]) {
    const named = files.slice(0, 5).join(', ')
    super(
      `${files.length === 1 ? 'one original says' : `${files.length} originals say`} where, by whom or by which device it was made (${named}${files.length > 5 ? ', …' : ''}), and originals are copied as they are. Look at that with \`corroborate document\`; then export without --originals, or with --embedded where nobody is endangered by it; nothing was written`,
    )
    this.name = 'TellingOriginalsError'
  }
}

export class StoreDiffersError extends Error {
  constructor(path: string) {
    super(`${path}: ${DIFFERS}; nothing was written`)
    this.name = 'StoreDiffersError'
  }
}

export const exportCase = operation({
  name: 'export',
  summary: 'Write a case as JSON, CSV and one self-contained page',
  description:
    'Writes dossier.json, tables as CSV and index.html, which needs no network and no other file. Everything is marked "working copy, not for publication" and shows what is machine-read and what a person reviewed. VERIFY.md gives the commands by which anybody checks the files with sha512sum and openssl alone; evidence/ has what they need; verify.html checks the whole folder in a browser, without network. With --originals the originals come with their inventories and the records of how they came into the case. Everything in it is derived anew from originals and records, and nothing is written where case.db shows anything else. That it was exported, with the digest of every file, is appended to the log. Of what pictures and films say of themselves only times, device model and exposure are shown, unless --embedded asks for more. Confidential items are never exported, whether the vault is open or not.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    to: z.string().min(1).meta({ path: true, placeholder: 'DIR', description: 'A new or empty folder' }),
    originals: z.boolean().default(false).meta({ description: 'Put copies of the originals into the export' }),
    embedded: z.boolean().default(false).meta({
      description:
        'Show also where pictures and films say they were made, by whom and by which single device; originals that say so are copied only with it',
    }),
  }),
  output: z.object({
    folder: z.string(),
    files: z.array(z.string()),
    key: z.string().describe('sha256 of the public key, for whoever checks'),
    leftOut: z.number().int().describe('Confidential items, none of which is in the export'),
  }),
  examples: ['export coast-2025 --to coast-export', 'export coast-2025 --to coast-export --originals'],
  async run(context, { case: path, to, originals: withOriginals, embedded }) {
    const opened = await openCase(path)
    return withWorkspace(opened, { ...context, command: 'export' }, async ({ custody, store, settle }) => {
      await settle()
      await assertAcknowledged(opened)
      const sealed = await readSealed(opened)
      const leftOut = keptItems(sealed).length
      const view = await releasedView(opened, { store, originals: custody.originals, sealed }, context)
      if (withOriginals && !embedded) refuseTelling(view)
      const signer = await caseSigner(opened, context.home, diskOf(context))
      // Whatever can fail without the folder is made before it.
      const [web, verifier] = await Promise.all([webFolder(), verifierPage()])
      const dating = await readDating(opened, { trusted: null, verifier: signer.verifier })
      const files = await fillExportFolder(to, opened.root, diskOf(context), async (folder) => {
        const names = await writeExport(view, folder, web, { ...diskOf(context), embedded })
        const evidence = await writeEvidence(folder, names, {
          ...diskOf(context),
          signer,
          log: opened.log,
          originals: custody.originals,
          withOriginals,
          withheld: { items: leftOut, shredded: sealed.withdrawals.size },
          records: opened.records,
          dating,
          verifier,
        })
        return [...evidence]
      })
      await custody.write({ kind: 'export', id: newRecordId(), at: context.now().toISOString(), to, files })
      await custody.acknowledge()
      return { folder: to, files: files.map(({ path: file }) => file), key: keyFingerprint(signer), leftOut }
    })
  },
  print: ({ folder, files, key, leftOut }) =>
    `${leftOut > 0 ? `Left out: ${countOf(leftOut, 'confidential item')}.\n` : ''}Wrote ${countOf(files.length, 'file')} to ${folder} (working copy, not for publication): ${files.filter((file) => !file.includes('/')).join(', ')}\nVERIFY.md tells how to check them; give this sha256 of the key to the recipient by another way: ${key}`,
})

/** What leaves is derived from originals and records, never taken from `case.db`. Throws StoreDiffersError. */
async function releasedView(
  folder: CaseFolder,
  { store, originals, sealed }: { store: CaseReader; originals: Originals; sealed: Sealed },
  { progress, signal }: OperationContext,
): Promise<CaseView> {
  const vault = vaultState(sealed, 0)
  const derived = await readCaseView(folder.file, await deriveAnew(folder, { originals, progress, signal }), vault)
  const shown = await readCaseView(folder.file, store, vault)
  if ((await dossierDigest(derived)) !== (await dossierDigest(shown))) throw new StoreDiffersError(folder.database)
  return derived
}

/** An original is never rewritten, so that it says wherever it goes what it says here. Throws TellingOriginalsError. */
function refuseTelling(view: CaseView): void {
  const telling = view.documents().filter(({ id }) => (view.document(id)?.embedded?.fields ?? []).some(tells))
  if (telling.length > 0) throw new TellingOriginalsError(telling.map(({ files, id }) => files[0] ?? id))
}

const tells = (field: EmbeddedField) => !isHarmless(field)
