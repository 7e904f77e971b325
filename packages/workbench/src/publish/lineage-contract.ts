/** The published shape of lineage: edges, drift, and what a date leaves out. */
import {
  DIRECTIONS,
  DRIFT_FIELDS,
  type Drift,
  EDGE_KINDS,
  type Edge,
  LEFT_OUT_REASONS,
  type LeftOut,
} from '@corroborate/claims'
import { z } from 'zod'
import { edtf, nullableText, offset, reviewed, SpanSchema, text } from './reading-contract.ts'

const AlignmentSchema = z.object({
  a: SpanSchema,
  b: SpanSchema,
  score: z.number(),
  kind: z.enum(['sentence', 'quote', 'figure', 'name']),
})

export const EdgeSchema = z.object({
  id: text,
  a: text,
  b: text,
  kind: z.enum(EDGE_KINDS),
  direction: z.enum(DIRECTIONS),
  confidence: z.number(),
  evidence: z.array(AlignmentSchema),
  reason: text,
}) satisfies z.ZodType<Edge>

export const DriftSchema = z.object({
  id: text,
  document: text,
  against: text,
  field: z.enum(DRIFT_FIELDS),
  printed: text,
  printedAt: SpanSchema,
  origin: text,
  originAt: SpanSchema,
  claim: nullableText,
  againstClaim: nullableText,
  seenIn: z.array(text),
  nearer: nullableText,
  reason: text,
}) satisfies z.ZodType<Drift>

export const LeftOutSchema = z
  .object({
    document: text,
    reason: z.enum(LEFT_OUT_REASONS),
    date: edtf,
    instead: nullableText.describe('The document with an earlier capture of the same page, which counts in its place'),
  })
  .describe(
    'A document that may have been out by the date asked for and does not count, and why',
  ) satisfies z.ZodType<LeftOut>

/** In a case, `a` and `b` are the files as added; `documents` gives their ids. */
export const LineageSchema = z.object({
  edges: z.array(EdgeSchema.extend({ documents: z.tuple([text, text]), ...reviewed })),
  drift: z.array(DriftSchema.extend({ files: z.tuple([text, text]) })),
  asOf: edtf,
  known: offset.describe('How many documents count on that date'),
  leftOut: z.array(LeftOutSchema),
  files: z.record(text, text).describe('The file of every document that is left out, by id'),
  note: text,
})
