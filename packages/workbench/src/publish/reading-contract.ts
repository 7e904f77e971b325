/** The published shape of what is read in one document: blocks, figures and claims, and what people said of them. */
import {
  BLOCK_KINDS,
  CARRIED_FIELDS,
  CLAIM_KINDS,
  type Claim,
  COMPARATORS,
  EFFECTS,
  type Figure,
  SCOPES,
  VICTIM_CATEGORIES,
} from '@corroborate/claims'
import { z } from 'zod'
import { mediaDetailShape } from './media-contract.ts'
import { ParsedSentenceSchema } from './parse-contract.ts'
import { ProposerSchema } from './proposal-contract.ts'

export const text = z.string()
export const nullableText = z.string().nullable()
export const edtf = z.string().nullable().describe('EDTF (ISO 8601-2); null where not known')
export const offset = z.number().int().nonnegative()

/** A count as it is printed: a value, a range or a vague word, with its comparator. */
export const printedCount = {
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  vagueWord: nullableText,
  comparator: z.enum(COMPARATORS),
}

export const SpanSchema = z
  .object({ start: offset, end: offset, text })
  .describe('UTF-16 offsets into document.text and the characters found there')

export const BlockSchema = z.object({
  kind: z.enum(BLOCK_KINDS),
  start: offset,
  end: offset,
  source: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('bytes'), start: offset, end: offset }),
      z.object({ kind: z.literal('page'), page: z.number().int().positive(), box: z.array(z.number()).length(4) }),
      z.object({ kind: z.literal('dom'), path: text }),
      z.object({ kind: z.literal('paragraph'), index: offset }),
      z.object({ kind: z.literal('cell'), sheet: nullableText, cell: text }),
      z.object({ kind: z.literal('part'), part: text }),
      z.object({
        kind: z.literal('derived'),
        record: text.describe('The decision to transcribe, or the recognition'),
        page: z.number().int().positive().nullable(),
        box: z.array(z.number()).length(4).nullable().describe('Pixels of the picture that was read'),
      }),
    ])
    .describe('Where the block stands in the original'),
})

export const FigureSchema = z.object({
  id: text,
  ...printedCount,
  effect: z.enum(EFFECTS),
  manner: z.enum(['unlawful']).nullable(),
  victims: z.enum(VICTIM_CATEGORIES),
  victimText: nullableText,
  perpetrator: nullableText.describe('As alleged by the source'),
  claimant: nullableText.describe('Null where the outlet says it in its own voice'),
  via: nullableText,
  chain: z.array(text),
  place: nullableText,
  placeId: nullableText,
  eventDate: edtf,
  asOf: edtf,
  date: edtf,
  scope: z.enum(SCOPES),
  carried: z
    .array(z.enum(CARRIED_FIELDS))
    .describe('Fields that the text around says, not the paragraph of the figure'),
  partOf: nullableText,
  repeatOf: nullableText,
  unsure: nullableText,
  explanation: text,
  surface: text,
  start: offset,
  end: offset,
  spans: z.object({
    number: SpanSchema.optional(),
    comparator: SpanSchema.optional(),
    effect: SpanSchema.optional(),
    victims: SpanSchema.optional(),
    perpetrator: SpanSchema.optional(),
    claimant: SpanSchema.optional(),
    cue: SpanSchema.optional(),
    via: SpanSchema.optional(),
    place: SpanSchema.optional(),
    date: SpanSchema.optional(),
    scope: SpanSchema.optional(),
  }),
  proposedBy: ProposerSchema.optional(),
}) satisfies z.ZodType<Loose<Figure>>

export const ClaimSchema = z.object({
  id: text,
  kind: z.enum(CLAIM_KINDS),
  speaker: nullableText,
  role: nullableText,
  via: nullableText,
  addressee: nullableText,
  target: nullableText,
  cue: SpanSchema.nullable(),
  content: SpanSchema,
  quotes: z.array(SpanSchema),
  date: edtf,
  due: z.object({ date: edtf, text, start: offset, end: offset, reading: text }).nullable(),
  unsure: nullableText,
  explanation: text,
  start: offset,
  end: offset,
  spans: z.object({
    speaker: SpanSchema.optional(),
    role: SpanSchema.optional(),
    via: SpanSchema.optional(),
    addressee: SpanSchema.optional(),
    target: SpanSchema.optional(),
  }),
  proposedBy: ProposerSchema.optional(),
}) satisfies z.ZodType<Loose<Claim>>

/** zod writes an optional member as `T | undefined`; the libraries' types leave `undefined` out. */
type Loose<T> = T extends readonly (infer U)[]
  ? readonly Loose<U>[]
  : T extends object
    ? { [K in keyof T]: Loose<T[K]> | (undefined extends T[K] ? undefined : never) }
    : T

/** One line of `read --json`. */
export const ReadingSchema = z.union([
  z.object({
    file: text,
    digest: text.describe('sha512 of the bytes, hexadecimal'),
    document: z.object({
      text,
      language: nullableText,
      title: nullableText,
      outlet: nullableText,
      agency: nullableText,
      published: edtf,
      blocks: z.array(BlockSchema),
      needs: z.enum(['transcription']).nullable(),
      ...mediaDetailShape,
    }),
    figures: z.array(FigureSchema),
    claims: z.array(ClaimSchema),
    parse: z.array(ParsedSentenceSchema).optional().describe('With --explain: how each sentence was taken apart'),
  }),
  z.object({ file: text, error: text }),
])

/** Whether a person has looked. Everything starts as `machine-read`. */
export const ReviewSchema = z.object({
  status: z.enum(['machine-read', 'accepted', 'corrected', 'rejected', 'added']),
  by: nullableText,
  at: nullableText.describe('UTC, ISO 8601'),
  reason: nullableText,
  decision: nullableText.describe('Id of the decision'),
})

export const reviewed = { review: ReviewSchema, machine: z.record(text, z.unknown()).nullable() }
export const ReviewedFigureSchema = FigureSchema.extend(reviewed).describe(
  '`machine` holds what the reader had found, for the fields that a person corrected',
)
export const ReviewedClaimSchema = ClaimSchema.extend(reviewed)
