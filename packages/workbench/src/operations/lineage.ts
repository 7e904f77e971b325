/** `lineage`: which documents derive from which, and what drifted. */
import { z } from 'zod'
import { LineageSchema } from '../publish/contract.ts'
import { asOfField, caseField, operation, SURFACES } from './operation.ts'
import { leftOutText } from './shown-values.ts'
import { viewing } from './sight.ts'
import { cut, table } from './table.ts'

export const lineage = operation({
  name: 'lineage',
  summary: 'Show which documents derive from which, and what drifted on the way',
  description:
    'Edges with kind, direction, confidence and the passages they rest on; drift with both passages. No edge means that no derivation was found; it never means independent.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField, asOf: asOfField }),
  output: LineageSchema,
  examples: ['lineage coast-2025', 'lineage coast-2025 --as-of 2025-03-12', 'lineage coast-2025 --json'],
  run: (context, input) => viewing(context, input.case, (view) => view.lineage(input.asOf ?? null)),
  print: ({ edges, drift, leftOut, files, note }) =>
    [
      table(
        ['id', 'a', '', 'b', 'kind', 'confidence', 'review', 'why'],
        edges.map((e) => [
          e.id.slice(0, 8),
          e.a,
          { 'a-to-b': '→', 'b-to-a': '←', none: '—' }[e.direction],
          e.b,
          e.kind,
          e.confidence.toFixed(2),
          e.review.status,
          cut(e.reason, 70),
        ]),
      ) || 'No derivation found.',
      note,
      ...drift.map(
        (d) =>
          `\ndrift in ${d.files[0]} (${d.field}): "${cut(d.printed, 80)}" where ${d.files[1]} has "${cut(d.origin, 80)}"\n  ${d.reason}${d.nearer === null ? '' : `; nearer the origin: ${d.nearer === d.document ? d.files[0] : d.files[1]}`}`,
      ),
      ...leftOutText(leftOut, files),
    ].join('\n'),
})
