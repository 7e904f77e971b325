/** `case.json`: what a case is about, and the version of its folder. */
import { PARTY_KINDS } from '@corroborate/claims'
import { z } from 'zod'

export const CASE_FORMAT = 1

export const CaseFileSchema = z.object({
  format: z.string().regex(/^corroborate-case\/\d+$/),
  id: z.uuid(),
  title: z.string().min(1),
  description: z.string().nullable().default(null),
  period: z.string().nullable().default(null),
  places: z.array(z.string()).default([]),
  standard: z.string().nullable().default(null),
  invented: z.boolean().default(false),
  /** Parties and places that only this case knows, beside the curated ones. */
  parties: z
    .array(
      z.object({
        id: z.string().min(1),
        kind: z.enum(PARTY_KINDS),
        name: z.string().min(1),
        aliases: z.array(z.string()).default([]),
        partOf: z.string().exactOptional(),
      }),
    )
    .default([]),
  gazetteer: z
    .array(
      z.object({
        id: z.string().min(1),
        name: z.string().min(1),
        aliases: z.array(z.string()).default([]),
        country: z.string().nullable().default(null),
        latitude: z.number().nullable().default(null),
        longitude: z.number().nullable().default(null),
        kind: z.enum(['country', 'region', 'settlement', 'site']),
      }),
    )
    .default([]),
})

export type CaseFile = z.infer<typeof CaseFileSchema>

/** What a person may set when a case is made; the rest is filled in. */
export const CaseDraftSchema = CaseFileSchema.omit({ format: true, id: true }).partial({ title: true })
export type CaseDraft = z.input<typeof CaseDraftSchema>
