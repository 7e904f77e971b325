/** `case.json`: what a case is about, and the version of its folder. */
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
  parties: z
    .array(
      z.object({
        id: z.string().min(1),
        kind: z.string(),
        name: z.string().min(1),
        aliases: z.array(z.string()).default([]),
        partOf: z.string().optional(),
      }),
    )
    .default([]),
})

export type CaseFile = z.infer<typeof CaseFileSchema>

/** What a person may set when a case is made; the rest is filled in. */
export const CaseDraftSchema = CaseFileSchema.omit({ format: true, id: true }).partial({ title: true })
export type CaseDraft = z.infer<typeof CaseDraftSchema>
