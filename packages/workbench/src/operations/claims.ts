/** `claims`: every figure and claim of a case. */
import { z } from 'zod'
import { ReviewedClaimSchema, ReviewedFigureSchema } from '../publish/contract.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { reviewText } from './shown-values.ts'
import { viewing } from './sight.ts'
import { cut, table } from './table.ts'

export const claims = operation({
  name: 'claims',
  summary: 'List the figures and claims of a case',
  description:
    'Every figure and claim with its document, who says it and whether a person has reviewed it. Rejected ones are listed as such.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({
    case: caseField,
    kind: z.string().optional().meta({ description: 'Only figures ("figure") or one kind of claim ("commitment")' }),
  }),
  output: z.object({
    figures: z.array(ReviewedFigureSchema.extend({ document: z.string(), file: z.string() })),
    claims: z.array(ReviewedClaimSchema.extend({ document: z.string(), file: z.string() })),
  }),
  examples: ['claims coast-2025', 'claims coast-2025 --kind commitment --json'],
  run: (context, input) =>
    viewing(context, input.case, (view) => {
      const details = view.documents().flatMap(({ id }) => view.document(id) ?? [])
      const placed = <T>(values: readonly T[], document: string, file: string) =>
        values.map((value) => ({ ...value, document, file }))
      return {
        figures: details.flatMap(({ figureList, id, files }) =>
          input.kind === undefined || input.kind === 'figure' ? placed(figureList, id, files[0] ?? id) : [],
        ),
        claims: details.flatMap(({ claimList, id, files }) =>
          placed(
            claimList.filter(({ kind }) => input.kind === undefined || kind === input.kind),
            id,
            files[0] ?? id,
          ),
        ),
      }
    }),
  print: ({ figures, claims: others }) =>
    table(
      ['id', 'file', 'kind', 'who', 'what', 'review'],
      [
        ...figures.map((f) => [
          f.id.slice(0, 12),
          f.file,
          `figure: ${f.effect}`,
          f.claimant ?? '(the outlet)',
          cut(`${f.surface} ${f.victimText ?? ''}`, 60),
          reviewText(f),
        ]),
        ...others.map((c) => [
          c.id.slice(0, 12),
          c.file,
          c.kind,
          c.speaker ?? '(the outlet)',
          cut(c.content.text, 60),
          reviewText(c),
        ]),
      ],
    ) || 'No figures and no claims yet.',
})
