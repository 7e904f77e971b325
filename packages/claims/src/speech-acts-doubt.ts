/** What could not be verified, and what an outlet sets against a speaker in its own voice. */
import { isPreposition, type Mention, mentionOf, phraseStartingAt, plainName } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { place, postposed, trimmed } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Memory, Place, Speaker } from './speech-acts-memory.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'

const CANNOT = /^(?:none|neither|not|unable|cannot|never|n't|couldn't|can't|impossible|hard|difficult|no|yet)$/
const CHECK =
  /^(?:verify|verified|confirm|confirmed|corroborate|corroborated|authenticate|authenticated|substantiate|substantiated|verification|confirmation|determine|determined|establish|established|ascertain|ascertained)$/
/** "cannot say how many", "was unable to tell whether". */
const TELL = /^(?:say|tell|know)$/
const QUESTION = /^(?:how|who|whom|whether|if|which|what|where|when|exactly)$/

/** "could not independently verify", "which AFP was unable to confirm", "has not been verified". */
export function caveatsOf(text: string, unit: Unit, memory: Memory, found: readonly Predicate[]): readonly Draft[] {
  const { tokens } = unit
  for (let i = 1; i < tokens.length; i += 1) {
    const asks = TELL.test(tokens[i]!.norm) && QUESTION.test(tokens[i + 1]?.norm ?? '')
    if (!asks && !CHECK.test(tokens[i]!.norm)) continue
    let negation = -1
    for (let k = i - 1; k >= Math.max(0, i - 8); k -= 1) {
      if (/^[.;:]$/.test(tokens[k]!.text)) break
      if (CANNOT.test(tokens[k]!.norm) || /n't$/.test(tokens[k]!.norm)) {
        negation = k
        break
      }
    }
    if (negation < 0) continue
    const between = tokens.slice(Math.max(0, negation - 3), i + 4).map((token) => token.norm)
    const alone = between.some((word) => /^(?:independent|independently)$/.test(word))
    const finds = asks || /^(?:determin|establish|ascertain)/.test(tokens[i]!.norm)
    // "there was no immediate confirmation of this"
    const lacking =
      /^(?:confirmation|verification)$/.test(tokens[i]!.norm) && tokens[negation]!.norm === 'no' && i - negation < 4
    const verifies = /^(?:verif|corrobor|authentic|substantiat)/.test(tokens[i]!.norm)
    const able = between.some((word) =>
      /^(?:unable|could|cannot|can|able|possible|impossible|couldn't|can't|hard|difficult)$/.test(word),
    )
    if (!able && !lacking && !(alone || (verifies && between.some((word) => /^(?:been|be)$/.test(word))))) continue
    if (between.some((word) => /^(?:deny|denied)$/.test(word))) continue
    if (finds && !able) continue
    if (tokens[i]!.norm === 'determined' && !/^(?:be|been|yet)$/.test(tokens[i - 1]!.norm)) continue
    // "could not establish contact", "unable to establish a base"
    if (/^establish/.test(tokens[i]!.norm) && /^(?:a|an|contact|control|links?)$/.test(tokens[i + 1]?.norm ?? ''))
      continue
    const passive = /(?:ed)$/.test(tokens[i]!.norm) && between.some((word) => /^(?:be|been)$/.test(word))
    const impersonal =
      passive ||
      /^(?:hard|difficult|impossible|no)$/.test(tokens[negation]!.norm) ||
      tokens.slice(Math.max(0, negation - 2), i).some((token) => token.norm === 'possible')
    const span = caveatSpan(unit, negation, i)
    const speaker = impersonal ? agent(text, unit, i, memory) : caveatSpeaker(text, unit, negation, memory, found)
    if (speaker === undefined) continue
    // who could not verify it: a party that itself makes claims may speak of another's
    const governing = found.findLast((predicate) => predicate.cueTo <= negation && !postposed(unit, predicate))
    const owner = speaker ?? (governing === undefined || lacking ? null : governing.speaker)
    const target = caveatTarget(text, unit, span[0], i, passive)
    return [
      {
        kind: 'caveat',
        speaker: owner,
        via: null,
        addressee: null,
        target,
        cue: place(unit, [negation, i + 1]),
        content: place(unit, span),
        rule: 'says that it could not be verified',
        unsure: owner?.unsure ?? null,
      },
    ]
  }
  return []
}

function caveatSpan(unit: Unit, negation: number, verb: number): Range {
  const { tokens, quoted } = unit
  let from = negation
  while (
    from > 0 &&
    !/^[,.;:–—(]$/.test(tokens[from - 1]!.text) &&
    !/^(?:but|although|while|though)$/.test(tokens[from - 1]!.norm)
  )
    from -= 1
  let to = verb + 1
  while (to < tokens.length && !/^[,.;)]$/.test(tokens[to]!.text)) to += 1
  return trimmed(unit, from, to) ?? [negation, quoted.length > verb ? verb + 1 : verb]
}

/** Undefined where the subject is somebody who only has not confirmed; null for the outlet itself. */
function caveatSpeaker(
  text: string,
  unit: Unit,
  negation: number,
  memory: Memory,
  _found: readonly Predicate[],
): Speaker | null | undefined {
  const { tokens, known } = unit
  let k = negation - 1
  while (k >= 0 && /^(?:was|were|is|are|has|have|had|could|can|been|also|did|so|far|does|do)$/.test(tokens[k]!.norm))
    k -= 1
  const here = tokens[k]
  if (here === undefined) return null
  if (/^(?:we|i)$/.test(here.norm)) return null
  const match = known.find((candidate) => candidate.to === k + 1 || candidate.to === k)
  if (match !== undefined) {
    const at = { start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end }
    return {
      name: match.party.name,
      kind: match.party.kind,
      person: false,
      role: null,
      roleAt: null,
      at,
      how: 'a known party',
      unsure: null,
    }
  }
  if (/^(?:it|they)$/.test(here.norm)) {
    const range: Range = [k, k + 1]
    const mention: Mention = {
      from: k,
      to: k + 1,
      ...place(unit, range),
      text: here.text,
      name: here.text,
      kind: 'other',
      party: null,
      person: null,
      role: null,
      how: 'pronoun',
    }
    return speakerOf(text, unit, { mention, via: [], from: k, to: k + 1 }, memory)
  }
  let first = k
  while (first > 0 && (tokens[first - 1]!.capital || /^(?:the|of|for|news|agency)$/.test(tokens[first - 1]!.norm)))
    first -= 1
  const mention = mentionOf(text, tokens, [first, k + 1], known)
  return speakerOf(text, unit, { mention, via: [], from: first, to: k + 1 }, memory) ?? undefined
}

/** "could not be verified by AFP"; null where no agent is named: the outlet's own voice. */
function agent(text: string, unit: Unit, verb: number, memory: Memory): Speaker | null {
  for (let k = verb + 1; k < Math.min(unit.tokens.length, verb + 4); k += 1) {
    if (unit.tokens[k]!.norm !== 'by') continue
    const range = phraseStartingAt(unit.tokens, k + 1)
    if (range === null) return null
    return speakerOf(
      text,
      unit,
      { mention: mentionOf(text, unit.tokens, range, unit.known), via: [], from: range[0], to: range[1] },
      memory,
    )
  }
  return null
}

function caveatTarget(
  text: string,
  unit: Unit,
  from: number,
  verb: number,
  passive: boolean,
): { name: string; at: Place } | null {
  const { tokens } = unit
  const phrase = (at: number): { name: string; at: Place } | null => {
    const range = phraseStartingAt(tokens, at)
    return range === null ? null : { name: plainName(text, tokens, range[0], range[1]), at: place(unit, range) }
  }
  if (passive) return phrase(from)
  if (tokens[from]?.norm === 'which') {
    // "Online footage, which AFP was unable to verify": what stands before the comma
    let k = from - 1
    while (k > 0 && tokens[k]!.kind === 'mark') k -= 1
    let first = k
    while (first > 0 && tokens[first - 1]!.kind === 'word' && k - first < 5 && !isPreposition(tokens[first - 1]!.norm))
      first -= 1
    return k < 0 ? null : { name: plainName(text, tokens, first, k + 1), at: place(unit, [first, k + 1]) }
  }
  return phrase(verb + 1)
}
