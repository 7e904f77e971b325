/** A capture: how one item came into the case, once. The same bytes added twice are one item and two captures. */
import { z } from 'zod'

/** What a manifest says of a publication; null where it is silent. */
export const PublicationFactsSchema = z.object({
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  title: z.string().nullable(),
  modified: z.string().nullable().default(null),
  captured: z.string().nullable().default(null),
})
export type PublicationFacts = z.infer<typeof PublicationFactsSchema>

export const NO_FACTS: PublicationFacts = {
  url: null,
  outlet: null,
  agency: null,
  published: null,
  language: null,
  title: null,
  modified: null,
  captured: null,
}

export const CaptureSchema = z.object({
  kind: z.literal('capture'),
  id: z.string(),
  intake: z.string(),
  at: z.string(),
  item: z.string(),
  size: z.number().int().nonnegative(),
  /** Path inside the added folder or archive, with forward slashes. */
  name: z.string(),
  /** The archive it was taken out of, itself an item. */
  container: z.string().nullable(),
  /** An archive is kept for what it is; its members are the documents. */
  archive: z.boolean(),
  /** The manifest's row for it; null where no manifest names it. */
  facts: PublicationFactsSchema.nullable(),
})
export type Capture = z.infer<typeof CaptureSchema>

/** One run of `add`. An intake without an end was interrupted; the same command again goes on with it. */
export const IntakeSchema = z.object({
  kind: z.literal('intake'),
  id: z.string(),
  at: z.string(),
  /** Digest of what was asked for: absolute paths and manifest; random where the intake is confidential. */
  request: z.string(),
  /** Present and true where all that it takes in is confidential: its manifests then lie with the items. */
  confidential: z.literal(true).exactOptional(),
  /** Every manifest used, as it stood. */
  manifests: z.array(z.object({ name: z.string(), text: z.string() })),
})
export type Intake = z.infer<typeof IntakeSchema>

export const IntakeEndSchema = z.object({
  kind: z.literal('intake-end'),
  id: z.string(),
  at: z.string(),
  intake: z.string(),
  captures: z.number().int().nonnegative(),
})
export type IntakeEnd = z.infer<typeof IntakeEndSchema>

/** A verification that was asked to be recorded, and what it found. */
export const VerificationSchema = z.object({
  kind: z.literal('verification'),
  id: z.string(),
  at: z.string(),
  problems: z.array(z.object({ code: z.string(), message: z.string(), path: z.string() })),
})
export type Verification = z.infer<typeof VerificationSchema>

/** An export that was written: where to and which files, each with its digest. */
export const ExportRecordSchema = z.object({
  kind: z.literal('export'),
  id: z.string(),
  at: z.string(),
  /** The folder as it was named. */
  to: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.number().int().nonnegative(), sha512: z.string() })),
})
export type ExportRecord = z.infer<typeof ExportRecordSchema>

/** `case.json` as it stood when the case was made, or when a person acknowledged an edit of it. */
export const CaseRecordSchema = z.object({
  kind: z.literal('case'),
  id: z.string(),
  at: z.string(),
  size: z.number().int().nonnegative(),
  sha512: z.string(),
  /** Who acknowledged the edit, and why; null for the program that made the case. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
})
