/** The published shape of the ledger: series, origins, relations, ranges and commitments. */
import {
  COMPARATORS,
  type Commitment,
  DEPENDENCES,
  EFFECTS,
  type FigureOrigins,
  type FigureRelation,
  type LedgerRange,
  RANGE_RULES,
  RELATION_KINDS,
  SCOPES,
  type Series,
  VICTIM_CATEGORIES,
} from '@corroborate/claims'
import { z } from 'zod'
import { LeftOutSchema } from './lineage-contract.ts'
import { ProposerSchema } from './proposal-contract.ts'
import { edtf, nullableText, offset, printedCount, text } from './reading-contract.ts'

export const SeriesSchema = z.object({
  id: text,
  origin: nullableText,
  effect: z.enum(EFFECTS),
  victims: z.enum(VICTIM_CATEGORIES),
  perpetrator: nullableText,
  place: nullableText,
  scope: z.enum(SCOPES),
  splitOff: z.boolean().describe('Whether a person split it off another series'),
  points: z.array(
    z.object({
      ...printedCount,
      low: z.number().nullable(),
      high: z.number().nullable(),
      asOf: edtf,
      asOfBasis: z.enum(['stated', 'event', 'published']).nullable(),
      figures: z.array(text),
      documents: z.array(text),
    }),
  ),
}) satisfies z.ZodType<Series>

const independence = {
  independence: z.enum(['not assessed', 'assessed']),
  independentGroups: offset.nullable().describe('Origins that depend on each other counted once; null until assessed'),
  dependences: z.array(z.object({ origins: z.array(text), dependence: z.enum(DEPENDENCES), note: nullableText })),
}

export const FigureOriginsSchema = z.object({
  id: text,
  ...printedCount,
  effect: z.enum(EFFECTS),
  victims: z.enum(VICTIM_CATEGORIES),
  perpetrator: nullableText,
  place: nullableText,
  figures: z.array(text),
  documents: z.array(text),
  origins: z.array(
    z.object({ name: text, documents: z.array(text), figures: z.array(text), driftedFrom: nullableText }),
  ),
  count: offset.describe('Distinct named origins'),
  ...independence,
}) satisfies z.ZodType<FigureOrigins>

export const FigureRelationSchema = z.object({
  a: text,
  b: text,
  kind: z.enum(RELATION_KINDS),
  reason: text,
}) satisfies z.ZodType<FigureRelation>

export const LedgerRangeSchema = z
  .object({
    id: text,
    effect: z.enum(EFFECTS),
    manner: z.enum(['unlawful']).nullable(),
    victims: z.enum(VICTIM_CATEGORIES),
    perpetrator: nullableText,
    place: nullableText,
    rule: z.enum(RANGE_RULES),
    low: z.number().nullable(),
    high: z.number().nullable().describe('Null beside a low: open upwards'),
    best: z.number().nullable(),
    ...independence,
    from: z.array(
      z.object({
        origin: text,
        series: text,
        low: z.number().nullable(),
        high: z.number().nullable(),
        printed: z.array(
          z.object({
            value: z.number().nullable(),
            valueMax: z.number().nullable(),
            vagueWord: nullableText,
            comparator: z.enum(COMPARATORS),
          }),
        ),
        asOf: edtf,
        asOfBasis: z.enum(['stated', 'event', 'published']).nullable(),
        figures: z.array(text),
        documents: z.array(text),
        used: z.boolean().describe('Whether low and high rest on it'),
      }),
    ),
    reason: text,
  })
  .describe(
    'Cumulative totals of one thing by all origins that count it, by the rule of the case; never an average',
  ) satisfies z.ZodType<LedgerRange>

export const CommitmentSchema = z.object({
  id: text,
  who: nullableText,
  what: text,
  made: edtf,
  due: edtf,
  dueText: nullableText,
  reading: nullableText,
  claims: z.array(text),
  documents: z.array(text),
}) satisfies z.ZodType<Commitment>

export const LedgerSchema = z.object({
  asOf: edtf,
  series: z.array(SeriesSchema),
  origins: z.array(FigureOriginsSchema),
  relations: z.array(FigureRelationSchema),
  ranges: z.array(LedgerRangeSchema),
  commitments: z.array(CommitmentSchema),
  leftOut: z.array(LeftOutSchema),
  files: z.record(text, text).describe('The file of every document named above, by id'),
  review: z
    .record(text, z.enum(['machine-read', 'accepted', 'corrected', 'added']))
    .describe('Review status of every figure and claim named above, by id'),
  proposed: z
    .record(text, ProposerSchema)
    .optional()
    .describe('Figures and claims that a second reader proposed, by id; absent where there are none'),
})
