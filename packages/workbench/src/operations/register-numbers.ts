/** `register-numbers`: each toll of the ledger beside the registered victims of its scope. */
import { z } from 'zod'
import { TollBesideNamesSchema } from '../publish/register-contract.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { cut, table } from './table.ts'

export const registerNumbers = operation({
  name: 'register-numbers',
  summary: 'Set each toll of the ledger beside the registered victims of the same scope',
  description:
    'For every toll of people killed: how many registered persons fall under it, how many victims have no name, how many it counts that nobody registered, and how many are registered beyond it. Each is a range, because lists leave out days and places and do not say who was a civilian.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField }),
  output: z.array(TollBesideNamesSchema),
  examples: ['register-numbers tolmesh-2024'],
  run: (context, input) =>
    registerReading(context, input.case, async (view, { ledger }) => [...view.numbers(await ledger())]),
  print: (rows) => {
    const between = ({ low, high }: { low: number; high: number | null }) =>
      high === null ? `${low} or more` : low === high ? String(low) : `${low}–${high}`
    return (
      table(
        ['origin', 'victims', 'place', 'as of', 'toll', 'named', 'unnamed', 'unaccounted for', 'in excess'],
        rows.map((row) => [
          row.origin ?? '(outlets themselves)',
          row.victims,
          cut(row.place ?? '', 20),
          row.point.asOf ?? 'undated',
          row.point.value === null
            ? (row.point.vagueWord ?? '')
            : `${row.point.comparator === 'exact' ? '' : `${row.point.comparator.replace('_', ' ')} `}${row.point.value}${row.point.valueMax === null ? '' : `–${row.point.valueMax}`}`,
          between(row.named),
          between(row.unnamed),
          between(row.unaccounted),
          between(row.excess),
        ]),
      ) || 'No toll of people killed yet.'
    )
  },
})
