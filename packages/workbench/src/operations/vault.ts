/** `vault`: what a case tells of its confidential items, and who can open them. */
import { z } from 'zod'
import { openSight } from '../derive/open-view.ts'
import { openCase } from '../preserve/case-folder.ts'
import { keptItems } from '../preserve/sealed-state.ts'
import { WithdrawalNoticeSchema } from '../publish/contract.ts'
import { vaultState } from '../publish/vault-state.ts'
import { caseField, operation } from './operation.ts'
import { vaultOf } from './sight.ts'
import { countOf, table } from './table.ts'

const ItemSchema = z.object({
  id: z.string().describe('Random; `shred` takes it, locked or not'),
  at: z.string(),
  size: z.number().int().describe('Bytes of the ciphertext; that of the item is hidden up to 12 %'),
  open: z.boolean(),
  names: z.array(z.string()).describe('The names under which it was added; empty while it is locked'),
  documents: z.array(z.string()).describe('Ids of its documents; empty while it is locked'),
})

export const vault = operation({
  name: 'vault',
  summary: 'List the confidential items of a case, and who can open its vault',
  description:
    'While the vault is locked: how many confidential items there are, their random ids, when each was taken in and how large its ciphertext is. With it open also their names and documents. Withdrawn items are listed with their notices.',
  permission: 'read',
  surfaces: ['cli', 'http'],
  input: z.object({ case: caseField }),
  output: z.object({
    made: z.boolean(),
    open: z.boolean(),
    passphrase: z.boolean().describe('Whether a passphrase opens it'),
    recipients: z.array(z.string()).describe('age recipients who can open it'),
    items: z.array(ItemSchema),
    withdrawals: z.array(WithdrawalNoticeSchema),
  }),
  examples: ['vault coast-2025', 'vault coast-2025 --unlock'],
  async run(context, { case: path }) {
    const folder = await openCase(path)
    const sight = await openSight(folder, await vaultOf(context, folder), context)
    try {
      const { sealed, inputs, reader } = sight
      const placements = inputs === null ? [] : await reader.placements()
      const documents = Map.groupBy(placements, ({ capture }) => capture)
      const items = keptItems(sealed).map(({ id, at, size, item }) => {
        const captures = inputs?.items.get(item)?.content.captures ?? []
        return {
          id,
          at,
          size,
          open: captures.length > 0,
          names: [...new Set(captures.map(({ name }) => name))],
          documents: [
            ...new Set(
              captures.flatMap((one) => (documents.get(one.id) ?? []).flatMap(({ document }) => document ?? [])),
            ),
          ],
        }
      })
      return {
        made: sealed.vault !== null,
        open: inputs !== null,
        passphrase: sealed.vault?.files.some((file) => file.path === 'passphrase.age') ?? false,
        recipients: [...(sealed.vault?.recipients ?? [])],
        items: items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
        withdrawals: vaultState(sealed, 0)?.withdrawals ?? [],
      }
    } finally {
      await sight.close()
    }
  },
  print({ made, open, passphrase, recipients, items, withdrawals }) {
    if (!made) return 'The case has no vault: nothing in it is confidential.'
    const openers = [...(passphrase ? ['a passphrase'] : []), ...recipients]
    return [
      `${countOf(items.length, 'confidential item')}, ${open ? 'open' : 'locked'}; opened by ${openers.join(', ')}`,
      table(
        ['id', 'taken in', 'ciphertext', 'names', 'documents'],
        items.map((item) => [
          item.id,
          item.at,
          `${item.size} bytes`,
          item.names.join(', ') || (open ? 'does not open' : 'locked'),
          item.documents.map((id) => id.slice(0, 12)).join(', '),
        ]),
      ),
      ...withdrawals.map(
        (one) => `withdrawn ${one.at} by ${one.by}: ${one.item} (its effects ${one.effects}): ${one.reason}`,
      ),
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
})
