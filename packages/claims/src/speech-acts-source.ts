/** Sources named by a phrase rather than a verb: "according to X", "in X's view", "was quoted as saying". */
import { subjectAfter } from './attribution.ts'
import { mentionOf, phraseStartingAt } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { subjectFollowing } from './speech-acts-following.ts'
import type { Memory } from './speech-acts-memory.ts'
import { AUXILIARY } from './speech-acts-passive.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import { subjectOfVerb } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'

/** "according to X". */
export function according(text: string, unit: Unit, i: number, memory: Memory): Predicate | null {
  const { tokens, known } = unit
  if (tokens[i]!.norm !== 'according' || tokens[i + 1]?.norm !== 'to') return null
  const subject = subjectFollowing(text, unit, i + 2) ?? subjectAfter({ text, tokens, known }, i + 2)
  const speaker = subject === null ? null : speakerOf(text, unit, subject, memory)
  if (subject === null || speaker === null) return null
  return {
    act: 'say',
    lemma: 'according to',
    cueFrom: i,
    cueTo: i + 2,
    speaker,
    from: i,
    to: subject.to,
    form: 'according',
    rule: 'according to X',
  }
}

/** "In the Panel's assessment, …", "in the view of the court, …". */
export function viewed(text: string, unit: Unit, i: number, memory: Memory): Predicate | null {
  const { tokens, known } = unit
  if (tokens[i]!.norm !== 'in' || (i > 0 && tokens[i - 1]!.kind === 'word' && i > 1)) return null
  let to = i + 1
  while (to < tokens.length && to - i < 10 && tokens[to]!.kind === 'word' && !VIEWS.test(tokens[to]!.norm)) to += 1
  if (!VIEWS.test(tokens[to]?.norm ?? '')) return null
  const owned = tokens[to - 1]?.norm === "'s"
  const range = owned
    ? phraseStartingAt(tokens, i + 1)
    : tokens[to + 1]?.norm === 'of'
      ? phraseStartingAt(tokens, to + 2)
      : null
  if (range === null) return null
  const end = owned ? to + 1 : range[1]
  if (tokens[end]?.text !== ',') return null
  const mention = mentionOf(text, tokens, owned ? [range[0], to - 1] : range, known)
  const speaker = speakerOf(text, unit, { mention, via: [], from: mention.from, to: mention.to }, memory)
  if (speaker === null) return null
  const base = { act: 'say', lemma: 'view', cueFrom: i, cueTo: end, speaker, from: i, to: end } as const
  return { ...base, form: 'according', rule: `in X's ${tokens[to]!.norm}` }
}

const VIEWS = /^(?:view|opinion|assessment|judgment|judgement|telling|words|estimation|reading|submission)$/

/** "SUNA quoted the wali as saying": whoever is quoted speaks, and the other relays. */
export function quotedAs(text: string, unit: Unit, i: number, memory: Memory): Predicate | null {
  const { tokens, known } = unit
  if (!/^(?:saying|telling)$/.test(tokens[i]!.norm) || tokens[i - 1]?.norm !== 'as') return null
  let verb = i - 2
  while (verb > 0 && i - verb < 14 && !/^(?:quoted|quotes|quoting|cited|cites|citing)$/.test(tokens[verb]!.norm))
    verb -= 1
  if (!/^(?:quoted|quotes|quoting|cited|cites|citing)$/.test(tokens[verb]?.norm ?? '')) return null
  const passive = AUXILIARY.has(tokens[verb - 1]?.norm ?? '')
  const range = passive ? null : phraseStartingAt(tokens, verb + 1)
  const relaying = subjectOfVerb(text, unit, verb)
  const first = relaying === null ? null : speakerOf(text, unit, relaying, memory)
  const mention = range === null ? null : mentionOf(text, tokens, range, known)
  const cited =
    mention === null
      ? null
      : speakerOf(text, unit, { mention, via: [], from: mention.from, to: Math.max(mention.to, i - 1) }, memory, true)
  // "the minister was quoted as saying"
  const speaker = passive ? first : cited
  if (speaker === null) return null
  const from = relaying?.from ?? verb
  const by = passive && tokens[verb + 1]?.norm === 'by' ? phraseStartingAt(tokens, verb + 2) : null
  const agent = by === null ? null : mentionOf(text, tokens, by, known)
  const relay =
    agent === null ? null : speakerOf(text, unit, { mention: agent, via: [], from: agent.from, to: agent.to }, memory)
  const relayer = passive ? relay : first
  const via = relayer === null ? {} : { via: relayer }
  const base = { act: 'say', lemma: 'say', cueFrom: i, cueTo: i + 1, speaker, from, to: i + 1, ...via } as const
  return { ...base, form: 'subject', rule: 'X quoted as saying' }
}
