/** `rekey`: another passphrase, other people who can open the vault. */
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { openCase } from '../preserve/case-folder.ts'
import { rekeyVault } from '../preserve/keep-vault.ts'
import { caseField, operation } from './operation.ts'
import { LockedVaultError } from './sealed-intake.ts'
import { vaultOf } from './sight.ts'

export const rekey = operation({
  name: 'rekey',
  summary: 'Change the passphrase of the vault, or who else can open it',
  description:
    'Asks for a new passphrase (or takes it from --new-passphrase-file) and names the age recipients who can open the vault beside it; whoever could before and is not named again no longer can. With --no-passphrase the recipients alone can. Keys of items stay as they are: whoever kept an old copy of the vault and its old passphrase can still open that copy.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    by: z.string().trim().min(1).meta({ placeholder: 'NAME', description: 'Who changes it' }),
    reason: z.string().trim().min(1).meta({ placeholder: 'TEXT', description: 'Why; it is kept in the clear' }),
    recipient: z
      .array(z.string())
      .default([])
      .meta({ placeholder: 'AGE1…', description: 'An age recipient who can open it too; may be given again' }),
    noPassphrase: z.boolean().default(false).meta({ description: 'Let only the recipients open it' }),
  }),
  output: z.object({ passphrase: z.boolean(), recipients: z.array(z.string()) }),
  examples: [
    'rekey coast-2025 --unlock --by "R. Haddad" --reason "a colleague left"',
    'rekey coast-2025 --unlock --recipient age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq --by "R. Haddad" --reason "the lawyer holds a key too"',
  ],
  async run(context, { case: path, by, reason, recipient, noPassphrase }) {
    const folder = await openCase(path)
    const vault = await vaultOf(context, folder)
    if (vault === null) throw new LockedVaultError(folder, 'changing who can open it')
    const passphrase = noPassphrase ? null : ((await context.vaults?.choose(folder, false)) ?? null)
    const access = { passphrase, recipients: recipient }
    await withWorkspace(folder, { ...context, command: 'rekey' }, ({ custody }) =>
      rekeyVault(custody, vault, access, { by, reason }),
    )
    return { passphrase: passphrase !== null, recipients: recipient }
  },
  print: ({ passphrase, recipients }) =>
    `The vault is now opened by ${[...(passphrase ? ['the new passphrase'] : []), ...recipients].join(', ')}. Copies of the case made before still open as before.`,
})
