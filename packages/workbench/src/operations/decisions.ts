/** `decisions`: every decision that was taken, with author and reason. */
import { z } from 'zod'
import { type Decision, DecisionSchema } from '../publish/contract.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { viewing } from './sight.ts'
import { cut, table } from './table.ts'

export const decisions = operation({
  name: 'decisions',
  summary: 'List every decision that was taken, with author and reason',
  description:
    'Decisions in the order in which they were taken; undone ones and those whose target was not found again are marked.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField }),
  output: z.array(DecisionSchema),
  examples: ['decisions coast-2025'],
  run: (context, input) => viewing(context, input.case, (view) => [...view.decisions()]),
  print: (rows) =>
    table(
      ['id', 'at', 'by', 'action', 'on', 'reason', ''],
      rows.map((d) => [
        d.id,
        d.at,
        d.by,
        d.action,
        cut(decidedOn(d), 40),
        cut(d.reason, 60),
        [d.undone ? 'undone' : '', d.orphan ? 'target not found' : ''].filter(Boolean).join(', '),
      ]),
    ) || 'No decisions yet.',
})

/** What a decision is about, as a person would name it. */
function decidedOn({ target, set }: Decision): string {
  switch (target?.kind) {
    case 'case':
    case 'origins':
    case 'names':
      return Object.values(set ?? {})
        .filter((value) => value !== null)
        .map((value) => (Array.isArray(value) ? value.join('; ') : String(value)))
        .join(', ')
    default:
      return target?.quote ?? target?.id ?? ''
  }
}
