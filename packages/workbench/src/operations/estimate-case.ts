/** The persons of a case's register by list, estimated as an overlap table is, with what linkage leaves open. */
import type { Estimation, OverlapTable } from '@corroborate/estimation'
import { z } from 'zod'
import { DecisionError } from '../decisions/decision-error.ts'
import { linkedOnce } from '../derive/register.ts'
import {
  countedLists,
  overDraws,
  overlapByStratum,
  overlapOfPersons,
  STRATA,
  type Stratum,
} from '../register/overlap.ts'
import { placeNames } from '../register/places.ts'
import { EstimationSchema, estimateTable, inStrata, picturesOf, printEstimation } from './estimate-table.ts'
import { caseField, type OperationContext, operation } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { countOf } from './table.ts'

export interface CaseEstimateRequest {
  readonly by: readonly string[]
  readonly lists: readonly string[]
  readonly draws: number
  readonly seed: number
  readonly quick: boolean
}

/** Draws of who is who where nobody says how many. */
export const DRAWS = 20

export interface CaseEstimate {
  readonly table: OverlapTable
  readonly estimation: Estimation
  readonly answer: z.infer<typeof EstimationSchema>
}

/** Throws DecisionError where a list or a stratum is asked for that there is not. */
export async function estimateCase(
  context: OperationContext,
  path: string,
  { by, lists: wanted, draws, seed, quick }: CaseEstimateRequest,
): Promise<CaseEstimate> {
  const unknown = by.find((one) => !(STRATA as readonly string[]).includes(one))
  if (unknown !== undefined)
    throw new DecisionError(
      `persons cannot be put apart by ${JSON.stringify(unknown)}; by ${STRATA.join(', ')} they can`,
    )
  return registerReading(context, path, async (view, { folder, reader }) => {
    const { lists, unknown: absent } = countedLists(view.lists, wanted)
    if (absent.length > 0)
      throw new DecisionError(
        `the register has no list ${JSON.stringify(absent[0])} (see \`corroborate register CASE\`)`,
      )
    if (lists.length === 0)
      throw new DecisionError('the register holds no list: take one with `corroborate register CASE add LIST`')
    const { entries, rulings } = view
    const input = { lists, entries, persons: await reader.persons() }
    const table = overlapOfPersons(input)
    const places = placeNames(folder.file.gazetteer)
    const strata = by.length === 0 ? null : inStrata(overlapByStratum(input, by as readonly Stratum[], places))
    const estimation = await estimateTable(context, table, { seed, quick })
    const over = overDraws(linkedOnce(view.lists, entries), entries, rulings, lists, { draws, seed })
    const { counts } = view.summary()
    return {
      table,
      estimation,
      answer: JSON.parse(
        JSON.stringify({
          ...estimation,
          strata,
          linkage: over,
          leftOut: {
            groups: counts.groups,
            unidentified: counts.unidentified,
            notVictims: counts.notVictims,
            withdrawn: counts.withdrawn,
          },
        }),
      ) as z.infer<typeof EstimationSchema>,
    }
  })
}

const several = z
  .string()
  .optional()
  .transform((given) =>
    (given ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )

export const registerEstimate = operation({
  name: 'register-estimate',
  summary: 'Estimate how many are on none of the lists of the register',
  description:
    'The same as `corroborate estimate CASE`: persons of the register by the lists that hold them, every model side by side, in strata where asked, and over draws of who is who. Groups, bodies nobody named and what is no victim record are on no side of it; the answer says how many they are.',
  permission: 'read',
  surfaces: ['cli', 'http'],
  input: z.object({
    case: caseField,
    by: several.meta({ placeholder: 'STRATA', description: `Estimate apart by ${STRATA.join(', ')}, as month,place` }),
    lists: several.meta({ placeholder: 'LISTS', description: 'Only these lists, by name, with commas between' }),
    draws: z.coerce
      .number()
      .int()
      .min(0)
      .max(1000)
      .default(DRAWS)
      .meta({ placeholder: 'M', description: 'Draws of who is who; 0 for none' }),
    seed: z.coerce.number().int().default(1).meta({ placeholder: 'N', description: 'Seed of samplers and draws' }),
    quick: z.coerce.boolean().default(false).meta({ description: 'Leave out the bootstrap and the latent classes' }),
  }),
  output: EstimationSchema.extend({
    pictures: z
      .record(z.string(), z.string())
      .describe('SVG of overlap, panel, dependence and, where there is one, posterior'),
  }),
  examples: ['register-estimate tolmesh-2024', 'register-estimate tolmesh-2024 --by place --draws 100 --json'],
  async run(context, { case: path, ...request }) {
    const { table, estimation, answer } = await estimateCase(context, path, request)
    return {
      ...answer,
      pictures: { ...picturesOf(table, estimation) },
    }
  },
  print: printCaseEstimation,
})

/** As `printEstimation`, with whom the table leaves out and what linkage adds. */
export function printCaseEstimation(answer: z.infer<typeof EstimationSchema>): string {
  const { leftOut, linkage } = answer
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  return [
    printEstimation(answer),
    '',
    leftOut == null
      ? ''
      : `On no side of it: ${countOf(leftOut.groups, 'group')}, ${countOf(leftOut.unidentified, 'unidentified body', 'unidentified bodies')}, ${countOf(leftOut.notVictims, 'entry', 'entries')} that no victim record is, ${countOf(leftOut.withdrawn, 'person')} whom no list holds any longer.`,
    linkage == null
      ? ''
      : `Over ${linkage.draws} draws of who is who (seed ${linkage.seed}) the lists hold ${linkage.observed[0] === linkage.observed[1] ? whole(linkage.observed[0]) : `${whole(linkage.observed[0])} to ${whole(linkage.observed[1])}`} persons; ${linkage.estimated} of them bear an estimate.`,
    linkage?.rubin == null || linkage.mixture === null
      ? ''
      : `Pooled over them: ${whole(linkage.rubin.estimate)} (${whole(linkage.rubin.low)}–${whole(linkage.rubin.high)}) by Rubin's rules, ${whole(linkage.mixture.median)} (${whole(linkage.mixture.low)}–${whole(linkage.mixture.high)}) as a mixture; ${Math.round(linkage.rubin.fromLinkage * 100)}% of the variance comes from not knowing who is who.`,
  ]
    .filter((line, at) => at < 1 || line !== '')
    .join('\n')
}
