/** Records by which others date a checkpoint of the log: requests, and what came back. Answers are kept as they came. */
import { z } from 'zod'

/** A request for a time-stamp (RFC 3161), kept before it is sent or carried anywhere. */
export const TimestampRequestSchema = z.object({
  kind: z.literal('timestamp-request'),
  id: z.string(),
  at: z.string(),
  /** Address of the authority it is for; null where a person carries it to one. */
  authority: z.string().nullable(),
  /** The signed checkpoint that is to be dated, as it stood. */
  checkpoint: z.string(),
  /** TimeStampReq, DER in base64: what leaves the machine, and nothing more. */
  request: z.base64(),
})
export type TimestampRequestRecord = z.infer<typeof TimestampRequestSchema>

/** An answer to such a request, good or not. */
export const TimestampSchema = z.object({
  kind: z.literal('timestamp'),
  id: z.string(),
  at: z.string(),
  /** Id of the record of the request. */
  request: z.string(),
  /** Where it came from: the address that answered, or the name of the file that a person brought. */
  from: z.string(),
  /** What came, in base64; of an answer that is no time-stamp, at most its first 64 kB. */
  answer: z.base64(),
  /** Why it dates nothing; null for one that held when it came. */
  refused: z.string().nullable(),
})
export type TimestampRecord = z.infer<typeof TimestampSchema>

/** A request to a witness to cosign a checkpoint (C2SP tlog-witness), which a person carries. */
export const WitnessRequestSchema = z.object({
  kind: z.literal('witness-request'),
  id: z.string(),
  at: z.string(),
  /** Leaves of the log when the witness saw it last. */
  old: z.number().int().nonnegative(),
  /** The signed checkpoint to cosign. */
  checkpoint: z.string(),
})
export type WitnessRequestRecord = z.infer<typeof WitnessRequestSchema>

/** A witness's cosignature of a checkpoint that it was asked for. */
export const CosignatureSchema = z.object({
  kind: z.literal('cosignature'),
  id: z.string(),
  at: z.string(),
  /** Id of the record of the request. */
  request: z.string(),
  /** Verifier key of the witness, as the case lists it. */
  witness: z.string(),
  /** The signature line of a signed note. */
  line: z.string(),
})
export type CosignatureRecord = z.infer<typeof CosignatureSchema>

/** Kinds of leaves that dating itself adds: a checkpoint followed only by such has nothing new to date. */
export const DATING_KINDS: ReadonlySet<string> = new Set([
  'timestamp-request',
  'timestamp',
  'witness-request',
  'cosignature',
])
