/** Who really speaks behind an office, a member, an expert, a joint phrase or a noun with its name beside it. */
import { withKind } from './issuer.ts'
import { type Mention, mentionOf, phraseStartingAt, plainName, speakerKind } from './mention.ts'
import type { Place, Speaker } from './speech-acts-memory.ts'
import { ROLE_WORDS } from './speech-acts-person.ts'
import { headOf } from './speech-acts-referent.ts'
import type { Unit } from './speech-acts-unit.ts'

export const officeWordOf = (unit: Unit, mention: Mention): string => unit.tokens[mention.to - 1]!.text

/** "the agency's director", "the group's spokesman": the body named in earlier text; null where the phrase is no such thing. */
export function behindOffice(text: string, unit: Unit, mention: Mention): Mention | null {
  const { tokens } = unit
  if (mention.party !== null || mention.person !== null || !/^(?:the|its|their)$/.test(tokens[mention.from]!.norm))
    return null
  if (!ROLE_WORDS.has(tokens[mention.to - 1]!.norm)) return null
  const mark = tokens.findIndex((token, i) => i > mention.from && i < mention.to - 1 && token.norm === "'s")
  if (mark < 0 || mark - mention.from > 3 || tokens[mark - 1]!.capital) return null
  return withKind(mentionOf(text, tokens, [mention.from, mark], unit.known))
}

/** "the country's main rebel group, the Karsa Front (KF), |": the name that tells more than the noun before it. */
export function bodyBeside(text: string, unit: Unit, mention: Mention, to: number): { name: string; at: Place } | null {
  const { tokens } = unit
  const noun = tokens[mention.to - 1]!
  if (noun.capital || tokens[mention.to]?.text !== ',' || to < mention.to + 3) return null
  // "its spokesman, Tavrin Oskal": an office is held by a person
  const kind = speakerKind(noun.norm)
  if (ROLE_WORDS.has(noun.norm) || kind === 'official' || kind === 'witness') return null
  const range = phraseStartingAt(tokens, mention.to + 1)
  if (range === null || range[1] > to || !tokens[range[1] - 1]!.capital) return null
  const first = tokens[range[0]]!.norm === 'the' ? range[0] + 1 : range[0]
  if (range[1] - first < 2 || !tokens[first]!.capital) return null
  const found = mentionOf(text, tokens, range, unit.known)
  const name = found.party?.name ?? plainName(text, tokens, range[0], range[1])
  return { name, at: { start: tokens[first]!.start, end: tokens[range[1] - 1]!.end } }
}

const EXPERTS = /^(?:experts?|rapporteurs?)$/
const MEMBERS =
  /^(?:members?|fighters?|soldiers?|militants?|defectors?|deserters?|supporters?|combatants?|recruits?|prisoners?|captives?|hostages?|victims?|veterans?|opponents?)$/

/** "a former Karsa Front member who saw it": one of a body's people does not speak for the body. */
export function oneOfThem(text: string, unit: Unit, mention: Mention, at: Place): Speaker | null {
  const { tokens, known } = unit
  if (mention.party === null) return null
  // "UN experts" are no office of the United Nations
  const match = known.find((found) => found.from >= mention.from && found.to < mention.to)
  if (mention.party.kind === 'un_body' && match !== undefined && EXPERTS.test(tokens[mention.to - 1]!.norm)) {
    const name = plainName(text, tokens, mention.from, mention.to)
    return { name, kind: 'un_body', person: false, role: null, roleAt: null, at, how: 'as printed', unsure: null }
  }
  if (!/^(?:an?|one|two|some|several|former|ex)$/.test(tokens[mention.from]!.norm)) return null
  const head = headOf(unit, mention)
  if (!MEMBERS.test(head)) return null
  const saw = /^who$/.test(tokens[mention.to]?.norm ?? '') && SAW.test(tokens[mention.to + 1]?.norm ?? '')
  const kind = saw || head.startsWith('victim') ? 'witness' : 'other'
  const name = plainName(text, tokens, mention.from, mention.to)
  return { name, kind, person: false, role: null, roleAt: null, at, how: 'as printed', unsure: null }
}

const SAW = /^(?:saw|witnessed|survived|watched|escaped|fled|lived|heard)$/

/** "Doctors Without Borders and other aid groups", "Norwegian, Danish and other officials": all of those who speak. */
export function joined(
  text: string,
  unit: Unit,
  mention: Mention,
): { readonly name: string; readonly at: Place; readonly how: string } | null {
  const { tokens, quoted, known } = unit
  if (tokens[mention.from]!.norm !== 'other' || tokens[mention.from - 1]?.norm !== 'and') return null
  const before = mention.from - 2
  let from = known.find((match) => match.to === before + 1)?.from ?? before
  while (
    from > 0 &&
    mention.from - from < 24 &&
    quoted[from - 1] === -1 &&
    (tokens[from - 1]!.capital || (tokens[from - 1]!.text === ',' && tokens[from - 2]?.capital))
  )
    from -= 1
  if (!tokens[from]?.capital || quoted[before] !== -1) return null
  const start = tokens[from]!.start
  const name = text.slice(start, mention.end).replace(/^the /i, '')
  return { name, at: { start, end: mention.end }, how: 'as printed' }
}
