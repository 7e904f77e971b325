/** The published shape of a parse: how a sentence was taken apart, for people who ask why something was read or not. */
import { BLOCK_KINDS, COMPARATORS, EFFECTS, PARTY_KINDS } from '@corroborate/claims'
import { z } from 'zod'

const offset = z.number().int().nonnegative()
const span = z.object({ start: offset, end: offset, text: z.string() })
const speaker = z.object({
  span,
  name: z.string(),
  kind: z.enum(PARTY_KINDS),
  how: z
    .enum(['known', 'introduced', 'phrase', 'pronoun', 'definite', 'open'])
    .describe('How it was tied to its party; open means that only earlier text can say who it is'),
})

export const ParsedSentenceSchema = z
  .object({
    block: z.enum(BLOCK_KINDS),
    language: z.enum(['en', 'ar']),
    span,
    tokens: z.array(
      z.object({ start: offset, end: offset, kind: z.enum(['word', 'number', 'stamp', 'mark']), norm: z.string() }),
    ),
    numbers: z.array(
      z.object({
        span,
        comparator: z.object({ value: z.enum(COMPARATORS), span: span.nullable() }),
        value: z.number().nullable(),
        valueMax: z.number().nullable(),
        vagueWord: z.string().nullable(),
        form: z.enum(['digits', 'words', 'vague', 'dual']),
        inDate: z.boolean(),
        counted: z
          .object({ span: span.nullable(), head: z.enum(['person', 'harm', 'unknown', 'none', 'rejected']) })
          .nullable()
          .describe('What stands behind the number and what its head names; English only'),
        voice: z.object({ speaker: z.string().nullable(), rule: z.string() }),
      }),
    ),
    harms: z.array(z.object({ span, effect: z.enum(EFFECTS), form: z.string() })),
    dates: z.array(z.object({ span, edtf: z.string().nullable(), kind: z.string() })),
    places: z.array(z.object({ span, id: z.string().nullable(), link: z.string() })),
    parties: z.array(z.object({ span, name: z.string(), kind: z.enum(PARTY_KINDS) })),
    attributions: z.array(
      z.object({
        cue: span.nullable(),
        lemma: z.string(),
        speaker: speaker.nullable(),
        window: span.describe('What the speaker answers for'),
        via: z.array(speaker),
        rule: z.string(),
      }),
    ),
  })
  .describe('One sentence as the reader takes it apart, also what came to nothing')
