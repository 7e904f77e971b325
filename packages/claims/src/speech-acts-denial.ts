/** Reported English that denies: no such thing was done, or what is said of it is untrue. */
import { answers } from './speech-acts-answerable.ts'
import { BE, type Judged, OWN, type Range, settled, unmarked } from './speech-acts-judged.ts'
import type { Speaker } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'
import { INVOLVEMENT, NEGATIONS, UNARMED, WRONG_NOUNS, WRONG_VERBS } from './speech-acts-words.ts'

/** "its forces did not target civilians", "it had no part in". */
export function denied(unit: Unit, [from, to]: Range, words: string, speaker: Speaker): Judged | null {
  const { tokens } = unit
  if (SPARED.test(words) && answers(speaker)) return settled('denial', 'says that no civilians were among them')
  if (REJECTS.test(unmarked(words)) && answers(speaker)) return settled('denial', 'rejects what is said of it')
  if (NO_TARGET.test(unmarked(words)) && answers(speaker)) return settled('denial', 'says that it was no target')
  if (INNOCENT.test(unmarked(words))) return settled('denial', 'says that he is innocent')
  if (notOurs(unit, [from, to], speaker)) return settled('denial', 'says that it was none of its own')
  if (speaker.kind !== 'witness' && UNTRUE.test(words)) return settled('denial', 'calls what is said of it untrue')
  if (answers(speaker)) {
    const gainsaid = nothingSuch(unit, [from, to])
    if (gainsaid !== null) return gainsaid
  }
  for (let i = from; i < to; i += 1) {
    if (!FALSE.has(tokens[i]!.norm)) continue
    const near = tokens.slice(Math.max(from, i - 10), Math.min(to, i + 4))
    if (
      near.some((token) =>
        /^(?:accusation|allegation|claim|report|figure|charge|rumou?r|story|account|video|footage|image|photo|photograph|recording|document|letter|massacre|version|picture)s?$/.test(
          token.norm,
        ),
      )
    ) {
      return settled('denial', 'calls what is said of it untrue')
    }
  }
  for (let i = from; i < to; i += 1) {
    const norm = tokens[i]!.norm
    const negated = NEGATIONS.has(norm) || /n't$/.test(norm) || norm === 'nothing'
    if (!negated || /^(?:choice|option|alternative|doubt)$/.test(tokens[i + 1]?.norm ?? '')) continue
    const only = norm === 'nothing' && /^(?:else|more)$/.test(tokens[i + 1]?.norm ?? '')
    const near = tokens.slice(Math.max(from, i - (only ? 9 : 5)), i)
    const ours =
      answers(speaker) && near.some((token) => TROOPS.test(token.norm)) && !near.some((token) => token.capital)
    const own = ours || near.some((token) => OWN.has(token.norm))
    const after = tokens.slice(i + 1, Math.min(to, i + 9))
    const wrong = after.some(
      (token) => WRONG_VERBS.has(token.norm) || WRONG_NOUNS.has(token.norm) || INVOLVEMENT.has(token.norm),
    )
    const shot = after.slice(0, 2).some((token) => /^(?:use|used|fire|fired|open|opened|shoot)$/.test(token.norm))
    const live = after.some((token) =>
      /^(?:live|lethal|ammunition|bullets|rounds|force|fire|gas|rockets|shells)$/.test(token.norm),
    )
    const apart = after.some((token) => /^(?:role|part|knowledge|link|links|connection)$/.test(token.norm))
    const modal = near.some((token) => /^(?:will|would|shall|must|should|can|could|may)$/.test(token.norm))
    if (own && !modal && (wrong || apart || (shot && live) || norm === 'nothing'))
      return settled('denial', 'says it did no such thing')
    if (
      norm === 'no' &&
      i <= from + 2 &&
      after
        .slice(0, 4)
        .some((token) => token.norm === 'one' || UNARMED.has(token.norm) || WRONG_NOUNS.has(token.norm)) &&
      after.some((token) => BE.has(token.norm) || /^(?:occurred|happened|took)$/.test(token.norm))
    ) {
      return settled('denial', 'says that no such thing happened')
    }
  }
  return null
}

/** "killed 17 rebels and no civilians". */
const SPARED =
  /\b(?:killed|struck|hit|targeted|died|dead)\b[^.;]{0,60}\b(?:and|but) (?:no|not any) (?:civilians?|women|children|bystanders|residents|villagers)\b/i
const REJECTS =
  /\b(?:rejects?|denies|deny|refutes?|dismisses) (?:[\w-]+ ){0,5}(?:accusations?|allegations?|claims?|charges?|reports?|insinuations?)\b/i
const NO_TARGET =
  /\b(?:was|were|is|are) (?:not|never) (?:a |the |our |its |being )?(?:intended )?(?:targets?|targeted)\b/i
const INNOCENT =
  /\b(?:he|she|they|i|we) (?:is|was|were|are|am) (?:completely |totally |entirely )?(?:innocent|not guilty)\b/i

/** "They were not our men", "they were not Karsa Front fighters", said by the side they are taken for. */
function notOurs({ tokens, known }: Unit, [from, to]: Range, speaker: Speaker): boolean {
  if (!answers(speaker)) return false
  for (let i = from + 1; i + 1 < to; i += 1) {
    const not = tokens[i]!.norm === 'not' || tokens[i]!.norm.endsWith("n't")
    if (!not || !(BE.has(tokens[i - 1]!.norm) || tokens[i]!.norm.endsWith("n't"))) continue
    const party = known.find((match) => match.from === i + 1)?.to ?? i + 2
    const body = OWN.has(tokens[i + 1]!.norm) || tokens[i + 1]!.capital
    if (
      body &&
      /^(?:men|fighters|forces|troops|soldiers|members|people|units|militants)$/.test(tokens[party]?.norm ?? '')
    )
      return true
  }
  return false
}

const TROOPS = /^(?:army|troops|soldiers|police|military|officers|forces|guards)$/

const UNTRUE =
  /\b(?:(?:not|n[o']t|never) (?:at all )?true|untrue|no truth (?:in|to)|no (?:factual )?(?:basis|foundation)|without (?:any )?(?:foundation|basis|substance)|never happened|never took place|did not (?:happen|take place)|pure (?:fiction|invention))\b/i
/** "There was no …" of these is a plight or an opinion, not a denial. */
const PLIGHT =
  /^(?:doubt|choice|alternative|way|need|time|place|plan|plans|electricity|water|food|medicine|bread|fuel|power|hope|peace|question|solution|sign|signs|room|justification|excuse|reason|news|word|information|contact|access|internet|network|one|ceasefire|agreement|date|going|turning|military|political|winner|winners|safe|shelter|money|aid|tolerance|impunity|record|comment|immediate|official|independent|reports?|indications?)$/

/** "There was no roadblock", "nobody was beaten in our cells", "not a single civilian was touched". */
function nothingSuch(unit: Unit, [from, to]: Range): Judged | null {
  const { tokens } = unit
  for (let i = from; i + 2 < to; i += 1) {
    const { norm } = tokens[i]!
    if (norm === 'there' && /^(?:was|were|is|are|had)$/.test(tokens[i + 1]!.norm)) {
      const no = tokens[i + 1]!.norm === 'had' && tokens[i + 2]!.norm === 'been' ? i + 3 : i + 2
      if (tokens[no]?.norm !== 'no' || no + 1 >= to || no > from + 6) continue
      const noun = tokens.slice(no + 1, Math.min(to, no + 4))
      if (noun.some((token) => PLIGHT.test(token.norm))) continue
      return settled('denial', 'says that there was no such thing')
    }
    if (i > from + 3) continue
    const single = norm === 'not' && tokens[i + 1]!.norm === 'a' && tokens[i + 2]!.norm === 'single'
    if (!single && !/^(?:nobody|none|nothing|no)$/.test(norm)) continue
    const be = tokens
      .slice(i + 1, Math.min(to, i + 7))
      .findIndex((token) => BE.has(token.norm) || /^(?:had|has|have)$/.test(token.norm))
    if (be < 0) continue
    const at = i + 1 + be
    // "nobody had filmed the arrest": only the verb itself
    const perfect = /^(?:had|has|have)$/.test(tokens[at]!.norm) && !BE.has(tokens[at + 1]?.norm ?? '')
    const done = tokens.slice(at + 1, Math.min(to, perfect ? at + 2 : at + 4))
    if (
      done.some(
        (token) =>
          WRONG_VERBS.has(token.norm) ||
          /^(?:died|airborne|touched|harmed|hurt|injured|mistreated|hidden|fired|shot|forced|taken|used|ordered|crossed)$/.test(
            token.norm,
          ),
      )
    )
      return settled('denial', 'says that nothing of the kind was done')
  }
  return null
}

/** What makes another's word out to be untrue. */
export const FALSE = new Set(
  'false baseless untrue fabricated unfounded lies lie propaganda groundless invented disinformation slander invention fabrication fiction hoax nonsense staged doctored faked forged manipulated fake'.split(
    ' ',
  ),
)
