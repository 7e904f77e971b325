/** `lock`: every running server of the case forgets its keys, and what lies on the disk is searched for what may be read. */
import { z } from 'zod'
import { openSight } from '../derive/open-view.ts'
import { tracesOf } from '../derive/sealed-traces.ts'
import { openCase } from '../preserve/case-folder.ts'
import { findReadable } from '../preserve/readable.ts'
import { caseField, EXIT, operation } from './operation.ts'
import { vaultOf } from './sight.ts'
import { countOf } from './table.ts'

export const lock = operation({
  name: 'lock',
  summary: 'Close the vault of a case in every running server, and look for what was left readable',
  description:
    'Tells every running server of the case to forget the keys it holds. Then searches every byte of the case folder and of the keys kept outside it for a key in the clear; with --unlock, which opens the vault for this one search, also for the names, digests and text of every confidential item. What JavaScript had in memory is let go of, not wiped: end the program to be certain.',
  permission: 'write',
  surfaces: ['cli', 'http'],
  input: z.object({ case: caseField }),
  output: z.object({
    told: z.array(z.string()).describe('Addresses of the servers that forgot their keys'),
    items: z.number().int().describe('Confidential items that were searched for by what they hold'),
    readable: z.array(z.object({ path: z.string(), what: z.string() })),
  }),
  examples: ['lock coast-2025', 'lock coast-2025 --unlock'],
  async run(context, { case: path }) {
    const folder = await openCase(path)
    const told = [...((await context.vaults?.lock(folder)) ?? [])]
    const sight = await openSight(folder, await vaultOf(context, folder), context)
    try {
      const readable = await findReadable(folder, context.home, await tracesOf(sight))
      return { told, items: sight.inputs?.items.size ?? 0, readable: [...readable] }
    } finally {
      await sight.close()
    }
  },
  print: ({ told, items, readable }) =>
    [
      ...told.map((address) => `locked: ${address}`),
      ...readable.map(({ path, what }) => `READABLE ${path}: ${what}`),
      readable.length > 0
        ? `${countOf(readable.length, 'file')} can be read that should not be`
        : items > 0
          ? `Locked. Nothing that ${countOf(items, 'confidential item')} hold can be read in the case folder.`
          : 'Locked. No key lies in the clear (give --unlock to search for what the items hold, too).',
    ].join('\n'),
  exitCode: ({ readable }) => (readable.length > 0 ? EXIT.failed : EXIT.done),
})
