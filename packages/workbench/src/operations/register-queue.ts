/** `register-queue`: pairs of entries that wait for a person. */
import { z } from 'zod'
import { QueueSchema } from '../publish/register-contract.ts'
import { ROUNDS } from '../register/queue.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { countOf } from './table.ts'

export const registerQueue = operation({
  name: 'register-queue',
  summary: 'List the pairs of entries that people should look at, the most telling first',
  description:
    'A first answer comes in the order of how many pairs of entries it is expected to move into or out of one person. Pairs with one answer wait for a second reviewer, who sees neither that answer nor the machine’s; pairs on which two disagree wait for a third. --as names the reviewer, who sees each pair once.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({
    case: caseField,
    as: z.string().trim().min(1).optional().meta({ placeholder: 'NAME', description: 'Who will answer' }),
    round: z.enum(ROUNDS).optional().meta({ placeholder: 'ROUND', description: 'Only first, second or third answers' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(20)
      .meta({ placeholder: 'N', description: 'How many to show at most' }),
  }),
  output: QueueSchema,
  examples: ['register-queue tolmesh-2024', 'register-queue tolmesh-2024 --as "R. Haddad" --round second'],
  run: (context, input) =>
    registerReading(context, input.case, async (view) =>
      view.queue(input.as ?? null, input.round === undefined ? ROUNDS : [input.round], input.limit),
    ),
  print: ({ total, queue, pairs }) =>
    [
      `${countOf(queue.first, 'pair')} to answer, ${queue.second} for a second reviewer, ${queue.third} on which two disagree`,
      ...pairs.map(
        ({ round, a, b, pair, together }) =>
          `\n${round}${pair === null ? ', blind' : `: probability ${pair.probability.toFixed(2)}, now ${together === true ? 'one person' : 'two persons'}`}\n  ${a.id.slice(0, 8)}  ${a.versions.at(-1)?.cells.filter(Boolean).join(' | ')}\n  ${b.id.slice(0, 8)}  ${b.versions.at(-1)?.cells.filter(Boolean).join(' | ')}`,
      ),
      pairs.length < total ? `\n${pairs.length} of ${total}` : '',
      pairs.length === 0
        ? 'Nothing waits.'
        : '\nAnswer with `corroborate register CASE mark same|different|unsure ID ID --by … --reason …`',
    ]
      .join('\n')
      .trimEnd(),
})
