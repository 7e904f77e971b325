/** The published shapes of a second reader: whether one is enabled, what it was shown, and what became of its proposals. */
import { CLAIM_KINDS, VERDICTS } from '@corroborate/claims'
import { z } from 'zod'

const offset = z.number().int().nonnegative()

export const ProposerSchema = z
  .object({
    model: z.string(),
    host: z.string().describe('Host of the endpoint that was asked'),
    record: z.string().describe('Id of the record that keeps the answer'),
  })
  .describe('Who proposed it; absent where the reader found it itself')

export const SecondReaderSchema = z
  .object({
    endpoint: z.string(),
    host: z.string(),
    model: z.string(),
    by: z.string(),
    reason: z.string(),
    decision: z.string(),
  })
  .describe('The second reader that a person enabled for the case; absent where none is')

export const AskedSchema = z.object({
  id: z.string().describe('Id of the record of the disclosure'),
  at: z.string().nullable().describe('UTC, ISO 8601; null in a dossier'),
  document: z.string(),
  file: z.string(),
  endpoint: z.string(),
  host: z.string(),
  model: z.string(),
  characters: offset.describe('How many UTF-16 code units of the document were sent'),
  answered: z.boolean(),
  failure: z.string().nullable().describe('Why there is no answer, or not all of it could be used'),
  proposals: z
    .array(
      z.object({
        kind: z
          .enum(['figure', ...CLAIM_KINDS])
          .nullable()
          .describe('Null where the entry is no proposal'),
        quote: z.string().nullable(),
        speaker: z.string().nullable(),
        start: offset.nullable().describe('Where the quote was found in the text of the document'),
        end: offset.nullable(),
        verdict: z.enum(VERDICTS),
        reason: z.string(),
        claim: z.string().nullable().describe('The accepted figure or claim, or the one that it duplicates'),
      }),
    )
    .nullable()
    .describe('Judged by the document as it now reads; null where the case holds it no more'),
})
export type Asked = z.infer<typeof AskedSchema>
export type SecondReader = z.infer<typeof SecondReaderSchema>
