/** What a second reader was shown, and what it answered: two records, the first durable before anything is sent. */
import { VERDICTS } from '@corroborate/claims'
import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

const asked = {
  id: z.string(),
  at: z.string(),
  /** Address without credentials or query: scheme, host, port and path. */
  endpoint: z.string(),
  model: z.string(),
  document: z.string(),
  /** The stretches of the document's text that were sent, in order. */
  shown: z.array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })),
  /** sha256 of the text that was sent, so that a document that reads otherwise later is noticed. */
  text: digest,
  /** sha256 of the body of the request. */
  request: digest,
}

/** Characters of a document are about to leave the machine. Without a proposal that names it, no answer was kept. */
export const DisclosureSchema = z.object({
  kind: z.literal('disclosure'),
  ...asked,
  /** How many UTF-16 code units of the document were sent. */
  characters: z.number().int().positive(),
})
export type Disclosure = z.infer<typeof DisclosureSchema>

export const KeptVerdictSchema = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.string(),
  /** Id of the accepted figure or claim, or of the one that it duplicates. */
  claim: z.string().nullable(),
})

export const ProposalRecordSchema = z.object({
  kind: z.literal('proposal'),
  ...asked,
  disclosure: z.string(),
  /** The body of the response as it came; null where none did. */
  answer: z.string().nullable(),
  /** Why there is no answer, or why it could not be used; null where it could. */
  failure: z.string().nullable(),
  /** The verdicts when the answer came, one for each entry, and the module that gave them. A rebuild judges anew. */
  verdicts: z.array(KeptVerdictSchema),
  judge: z.string(),
})
export type ProposalRecord = z.infer<typeof ProposalRecordSchema>
