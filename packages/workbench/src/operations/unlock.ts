/** `unlock`: opens the vault in a running server, from the case's own page. */
import { z } from 'zod'
import { openCase } from '../preserve/case-folder.ts'
import { hasVault } from '../preserve/vault.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, operation } from './operation.ts'

export const unlock = operation({
  name: 'unlock',
  summary: 'Open the vault of a case in its running server',
  description:
    'The server keeps the keys in memory until `lock`, or until it ends. The passphrase travels from the page to the server on this machine alone and is written nowhere. On the command line, --unlock opens the vault for one command.',
  permission: 'write',
  surfaces: ['http'],
  input: z.object({
    case: caseField,
    passphrase: z.string().min(1).max(4096).meta({ description: 'The passphrase of the vault' }),
  }),
  output: z.object({ open: z.literal(true) }),
  examples: ['unlock coast-2025 --passphrase "..."'],
  async run(context, { case: path, passphrase }) {
    const folder = await openCase(path)
    if (!hasVault(folder)) throw new NotFoundError('vault', folder.file.title, 'nothing in it is confidential')
    await context.vaults?.unlock(folder, { passphrase })
    return { open: true as const }
  },
  print: () => 'The vault is open.',
})
