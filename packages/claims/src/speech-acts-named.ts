/** The name of one who is accused, addressed or condemned, as a claim keeps it. */
import { plainBody } from './claims-names.ts'
import { type Mention, plainName } from './mention.ts'
import type { Place } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'

/** Null for nobody and for a pronoun, which names nobody. */
export function named(text: string, unit: Unit, mention: Mention | null): { name: string; at: Place } | null {
  if (mention === null || mention.how === 'pronoun') return null
  const from =
    unit.tokens[mention.from]!.norm === 'that' && mention.to - mention.from > 1 ? mention.from + 1 : mention.from
  const name = mention.party?.name ?? plainBody(plainName(text, unit.tokens, from, mention.to))
  return { name: mention.person ?? name, at: { start: mention.start, end: mention.end } }
}
