/** Limits of what is known, in other words than "could not verify": lists that lack names, tolls thought to be higher. */
import { mentionOf, phraseStartingAt } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { place, trimmed } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import { type Judged, type Range, settled } from './speech-acts-judged.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { openingSubject, speakerOf } from './speech-acts-speaker.ts'
import { subjectOfVerb } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'

const COUNT =
  /^(?:lists?|counts?|tolls?|records?|tally|tallies|figures?|numbers?|data|database|registers?|documentation|totals?)$/
const REAL = /^(?:real|true|actual|final|full|overall|total)$/
const MORE = /^(?:higher|greater|larger|bigger)$/
const SUPPOSED =
  /^(?:thought|believed|likely|feared|probably|may|might|could|expected|certainly|almost|considered|estimated|surely|be|undoubtedly|much|far)$/
const SEEN =
  /^(?:lists?|videos?|footage|documents?|reports?|records?|letters?|orders?|evidence|cop(?:y|ies)|figures|files?|images|photos|photographs|recordings?|register|registers|bodies|data)$/

/** Where in a range a count is called incomplete or too low; null where it is not. */
function shortfall({ tokens }: Unit, [from, to]: Range): readonly [number, string] | null {
  for (let i = from; i < to; i += 1) {
    const { norm } = tokens[i]!
    const before = tokens.slice(Math.max(from, i - 9), i)
    if (!before.some((token) => COUNT.test(token.norm))) continue
    if (norm === 'incomplete' || norm === 'inconclusive') return [i, 'says that a count is not complete']
    const lacks = before.slice(-3).some((token) => /^(?:not|n't|far|never|nowhere|hardly)$/.test(token.norm))
    if (/^(?:complete|exhaustive|final)$/.test(norm) && lacks && norm !== 'final')
      return [i, 'says that a count is not complete']
    const real = before.some((token) => REAL.test(token.norm))
    if (MORE.test(norm) && real && before.some((token) => SUPPOSED.test(token.norm)))
      return [i, 'says that the number is thought to be higher']
  }
  return null
}

/** "investigators had not confirmed his story", "it could not say whether …", where it opens what is said. */
const UNCONFIRMED =
  /^(?:that )?(?:the |its |their )?\w+ (?:(?:had|has|have) not (?:yet )?(?:been able to )?(?:confirm|verif|establish|determin|corroborat|authenticat|identif)\w*|(?:could|can) ?not (?:yet |independently )?(?:say|tell|confirm|verify|establish|determine) (?:how|who|whether|if|which|what|where|when|the|any|this|that|it|these|those))\b/i

/** Said of a count or of a story: a caveat, whoever says it. */
export function limited(unit: Unit, range: Range): Judged | null {
  const opening = unit.tokens.slice(range[0], Math.min(range[1], range[0] + 12))
  if (UNCONFIRMED.test(opening.map((token) => token.norm).join(' ')))
    return settled('caveat', 'says that it could not be confirmed')
  const found = shortfall(unit, range)
  return found === null ? null : settled('caveat', found[1])
}

/** The outlet's own limits: "AFP could not reach the village", "has seen neither list", "Our lists are not complete". */
export function limitsOf(text: string, unit: Unit, memory: Memory, found: readonly Predicate[]): readonly Draft[] {
  const { tokens, quoted } = unit
  const made = (cue: Range, speaker: Speaker | null, rule: string): readonly Draft[] => {
    let to = cue[1]
    while (to < tokens.length && !/^[.;]$/.test(tokens[to]!.text)) to += 1
    let from = cue[0]
    while (from > 0 && cue[0] - from < 24 && !/^[.;:–—(]$/.test(tokens[from - 1]!.text)) from -= 1
    const span = trimmed(unit, from, to) ?? cue
    const content = place(unit, span)
    const unsure = speaker?.unsure ?? null
    return [
      {
        kind: 'caveat',
        speaker,
        via: null,
        addressee: null,
        target: null,
        cue: place(unit, cue),
        content,
        rule,
        unsure,
      },
    ]
  }
  for (let i = 1; i < tokens.length; i += 1) {
    if (quoted[i] !== -1) continue
    const verb = unseen(unit, i)
    if (verb === null) continue
    const speaker = ownVoice(text, unit, verb[0], memory)
    if (speaker !== undefined) return made(verb, speaker, 'says what it could not see for itself')
  }
  // in no one's reported words: the outlet's, or the writer's of the document
  if (found.length > 0 || quoted.some((quote) => quote !== -1)) return []
  // somebody else's guess is not the outlet's
  if (
    tokens.some((token) => /^(?:think|thinks|believe|believes|fear|fears|suspect|suspects|estimate)$/.test(token.norm))
  )
    return []
  const murky = unclear(unit)
  if (murky !== null) return made(murky, null, 'says what is not known')
  const short = shortfall(unit, [0, tokens.length])
  return short === null ? [] : made([short[0], short[0] + 1], null, short[1])
}

/** "is still unclear", "remains unknown", "it was not immediately clear who". */
function unclear({ tokens }: Unit): Range | null {
  for (let i = 1; i < tokens.length; i += 1) {
    const { norm } = tokens[i]!
    const plain = /^(?:unclear|unknown|uncertain|unexplained)$/.test(norm)
    if (!plain && !/^(?:clear|known|certain)$/.test(norm)) continue
    let verb = i - 1
    let not = plain
    while (verb > 0 && i - verb < 5 && !/^(?:is|are|was|were|remains?|remained)$/.test(tokens[verb]!.norm)) {
      if (/^(?:not|n't|yet|never)$/.test(tokens[verb]!.norm)) not = true
      else if (!/^(?:still|as|immediately|also|entirely|so|far|to|be|at|first|largely)$/.test(tokens[verb]!.norm)) break
      verb -= 1
    }
    // "it is not known who": nobody's account is in doubt
    if (!not || tokens[verb - 1]?.norm === 'it') continue
    if (/^(?:is|are|was|were|remains?|remained)$/.test(tokens[verb]!.norm)) return [verb, i + 1]
  }
  return null
}

/** The verbs that "could not reach" and its like begin with. */
const OPENS_UNSEEN = /^(?:c(?:ould|an|annot|ouldn't)|was|were|is|are|has|have|had|did)$/

/** "could not reach", "was unable to visit", "had no access to", "has seen neither", "has not seen": the tokens of it. */
function unseen({ tokens }: Unit, at: number): Range | null {
  const words = (from: number, count: number): string =>
    tokens
      .slice(from, from + count)
      .map((token) => token.norm)
      .join(' ')
  if (!OPENS_UNSEEN.test(tokens[at]!.norm)) return null
  const phrase = words(at, 6)
  const reach =
    /^(?:(?:could|can) not|cannot|couldn't|could n't|(?:was|were|is|are|has been|have been) (?:unable|not able) to|(?:was|were) not allowed to) (?:independently |immediately )?(?:reach|visit|enter|access|get)\b/.exec(
      phrase,
    )
  if (reach !== null) {
    const length = reach[0].split(' ').length
    const tail = words(at + length, 10)
    return /\b(?:for (?:a )?comment|agreement|deal|consensus)\b/.test(tail) ? null : [at, at + length]
  }
  const access = /^(?:had|has|have) (?:had )?no (?:independent )?access to\b/.exec(phrase)
  if (access !== null) return [at, at + access[0].split(' ').length]
  const saw =
    /^(?:(?:has|have|had) (?:not |never |yet to )?(?:seen|see|viewed)(?: neither| none)?|(?:has|have) neither seen|did not see|could not see)/.exec(
      phrase,
    )
  if (saw === null || !/not|never|neither|none|yet/.test(saw[0])) return null
  const length = saw[0].split(' ').length
  const object = tokens.slice(at + length, at + length + 7)
  return object.some((token) => SEEN.test(token.norm)) ? [at, at + length] : null
}

const WATCHERS = /^(?:inspectors|investigators|monitors|observers|researchers|rapporteurs?)$/

/** Null for "we" and "this newspaper", a speaker for an outlet or monitor by name; undefined for everybody else. */
function ownVoice(text: string, unit: Unit, verb: number, memory: Memory): Speaker | null | undefined {
  const { tokens, known } = unit
  let last = verb - 1
  while (last >= 0 && /^(?:also|itself|so|far)$/.test(tokens[last]!.norm)) last -= 1
  const here = tokens[last]
  if (here === undefined) return undefined
  if (/^(?:we|i|journalists|reporters|correspondents)$/.test(here.norm)) return null
  if (/^(?:newspaper|paper|website|magazine|outlet|correspondent|reporter|newsroom|broadcaster)$/.test(here.norm))
    return null
  const match = known.find((candidate) => candidate.to === last + 1)
  if (match !== undefined) {
    const { name, kind } = match.party
    if (!['agency', 'outlet', 'monitor', 'un_body', 'aid_organisation', 'court'].includes(kind)) return undefined
    const at = place(unit, [match.from, match.to])
    return { name, kind, person: false, role: null, roleAt: null, at, how: 'a known party', unsure: null }
  }
  const subject = subjectOfVerb(text, unit, verb)
  // "The Panel has received no answer and was unable to visit": joined on to the body that opens the sentence
  if (subject === null && /^(?:and|but)$/.test(here.norm)) {
    const opening = openingSubject(text, unit, memory)
    const watches = opening !== null && /^(?:monitor|un_body|aid_organisation|court|outlet|agency)$/.test(opening.kind)
    return watches ? opening : undefined
  }
  if (subject !== null && WATCHERS.test(here.norm)) return speakerOf(text, unit, subject, memory) ?? undefined
  if (subject === null || subject.mention.how === 'pronoun' || !tokens[subject.mention.to - 1]!.capital)
    return undefined
  const range = phraseStartingAt(tokens, subject.mention.from)
  const mention = range === null ? subject.mention : mentionOf(text, tokens, range, known)
  if (mention.person !== null || !/^(?:the|this)$/.test(tokens[subject.mention.from]!.norm)) return undefined
  return speakerOf(text, unit, subject, memory) ?? undefined
}
