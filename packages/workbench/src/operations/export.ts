/** `export`: writes the case as JSON, CSV and one self-contained page, with what a stranger needs to check it. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import { readDating } from '../preserve/dating.ts'
import { keptItems, readSealed } from '../preserve/sealed-state.ts'
import { caseSigner } from '../preserve/signer.ts'
import { readCaseView } from '../publish/case-view.ts'
import { keyFingerprint, writeEvidence } from '../publish/evidence-kit.ts'
import { writeExport } from '../publish/export.ts'
import { vaultState } from '../publish/vault-state.ts'
import { verifierPage } from '../publish/verifier-page.ts'
import { webFolder } from '../publish/web-folder.ts'
import { caseField, diskOf, operation } from './operation.ts'
import { countOf } from './table.ts'

export const exportCase = operation({
  name: 'export',
  summary: 'Write a case as JSON, CSV and one self-contained page',
  description:
    'Writes dossier.json, tables as CSV and index.html, which needs no network and no other file. Everything is marked "working copy, not for publication" and shows what is machine-read and what a person reviewed. VERIFY.md gives the commands by which anybody checks the files with sha512sum and openssl alone; evidence/ has what they need; verify.html checks the whole folder in a browser, without network. With --originals the originals come with their inventories and the records of how they came into the case. That it was exported, with the digest of every file, is appended to the log. Confidential items are never exported, whether the vault is open or not.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    to: z.string().min(1).meta({ path: true, placeholder: 'DIR', description: 'A new or empty folder' }),
    originals: z.boolean().default(false).meta({ description: 'Put copies of the originals into the export' }),
  }),
  output: z.object({
    folder: z.string(),
    files: z.array(z.string()),
    key: z.string().describe('sha256 of the public key, for whoever checks'),
    leftOut: z.number().int().describe('Confidential items, none of which is in the export'),
  }),
  examples: ['export coast-2025 --to coast-export', 'export coast-2025 --to coast-export --originals'],
  async run(context, { case: path, to, originals: withOriginals }) {
    const opened = await openCase(path)
    return withWorkspace(opened, { ...context, command: 'export' }, async ({ custody, store, settle }) => {
      await settle()
      const sealed = await readSealed(opened)
      const leftOut = keptItems(sealed).length
      const view = await readCaseView(opened.file, store, vaultState(sealed, 0))
      const names = await writeExport(view, to, await webFolder(), diskOf(context))
      const signer = await caseSigner(opened, context.home, diskOf(context))
      const files = [
        ...(await writeEvidence(resolve(to), names, {
          ...diskOf(context),
          signer,
          log: opened.log,
          originals: custody.originals,
          withOriginals,
          withheld: { items: leftOut, shredded: sealed.withdrawals.size },
          records: opened.records,
          dating: await readDating(opened, { trusted: null, verifier: signer.verifier }),
          verifier: await verifierPage(),
        })),
      ]
      await custody.write({ kind: 'export', id: newRecordId(), at: context.now().toISOString(), to, files })
      await custody.acknowledge()
      return { folder: to, files: files.map(({ path: file }) => file), key: keyFingerprint(signer), leftOut }
    })
  },
  print: ({ folder, files, key, leftOut }) =>
    `${leftOut > 0 ? `Left out: ${countOf(leftOut, 'confidential item')}.\n` : ''}Wrote ${countOf(files.length, 'file')} to ${folder} (working copy, not for publication): ${files.filter((file) => !file.includes('/')).join(', ')}\nVERIFY.md tells how to check them; give this sha256 of the key to the recipient by another way: ${key}`,
})
