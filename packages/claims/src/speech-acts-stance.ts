/** Acts of speech by an adjective: "remains committed to", "is appalled by", "was clear that", "made it clear that". */
import { wordSet } from './phrase.ts'
import type { Predicate } from './speech-act.ts'
import type { Memory } from './speech-acts-memory.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import { subjectOfVerb } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'
import { type Act, NEGATIONS } from './speech-acts-words.ts'

const BEING = /^(?:is|are|was|were|am|be|been|being|remains?|remained|stands?|stood|feels?|felt|'m|'re)$/
const ADVERB = /^(?:also|still|very|so|now|fully|once|again|\p{L}+ly)$/u

/** The adjective, what must follow it, what it does and its lemma. */
const STANCES: readonly (readonly [RegExp, RegExp, Act, string])[] = [
  [/^(?:committed|pledged)$/, /^to$/, 'commit', 'be committed to'],
  [/^(?:steadfast|resolute|unwavering)$/, /^in$/, 'commit', 'be steadfast in'],
  [/^(?:determined|resolved)$/, /^to$/, 'commit', 'be determined to'],
  [
    /^(?:appalled|horrified|outraged|sickened|revolted|disgusted|shocked)$/,
    /^(?:by|at|that|and)$/,
    'condemn',
    'be appalled by',
  ],
  [
    /^(?:concerned|alarmed|worried|troubled|saddened|disturbed|dismayed|disappointed|relieved|encouraged)$/,
    /^(?:by|at|that|about|over|and)$/,
    'say',
    'be concerned by',
  ],
  [/^(?:clear|adamant|confident|convinced|certain|sure)$/, /^that$/, 'say', 'be clear that'],
]

/** Any adjective of the table, to pass by every other word. */
const ADJECTIVE = wordSet(
  'committed pledged steadfast resolute unwavering determined resolved appalled horrified outraged sickened revolted disgusted shocked concerned alarmed worried troubled saddened disturbed dismayed disappointed relieved encouraged clear adamant confident convinced certain sure',
)

/** The predicate whose adjective stands at token `i`; null where none does, or its subject speaks for nobody. */
export function stance(text: string, unit: Unit, i: number, memory: Memory): Predicate | null {
  const { tokens, quoted } = unit
  if (!ADJECTIVE.has(tokens[i]!.norm)) return null
  const made = madeClear(unit, i)
  const row = made === null ? STANCES.find(([word]) => word.test(tokens[i]!.norm)) : undefined
  if (made === null && row === undefined) return null
  if (row !== undefined && !row[1].test(tokens[i + 1]?.norm ?? '')) return null
  let verb = made ?? i - 1
  while (made === null && verb > 0 && i - verb < 5 && ADVERB.test(tokens[verb]!.norm)) verb -= 1
  if (verb <= 0 || quoted[verb] !== -1) return null
  if (made === null && !BEING.test(tokens[verb]!.norm)) return null
  const before = tokens[verb - 1]!.norm
  if (NEGATIONS.has(before) || /^(?:to|there|that|which|will|would)$/.test(before)) return null
  // "it was clear that": nobody says so
  if (before === 'it' && row?.[2] === 'say') return null
  const subject = subjectOfVerb(text, unit, verb)
  const speaker = subject === null ? null : speakerOf(text, unit, subject, memory)
  if (subject === null || speaker === null || speaker.kind === 'witness') return null
  const [, , act, lemma] = row ?? [null, null, 'say' as const, 'make clear']
  // "he was sure that": a thought, unless it is the writer's own
  const thought = lemma === 'be clear that' && tokens[i]!.norm !== 'clear' && tokens[i]!.norm !== 'adamant'
  if (thought && !/^(?:we|i)$/.test(tokens[subject.from]!.norm)) return null
  const base = { act, lemma, cueFrom: verb, cueTo: i + 1, speaker, from: subject.from, to: i + 1 } as const
  return { ...base, form: 'subject', rule: `X ${lemma}` }
}

/** "made it clear that", "has made clear that": where its verb stands; null where token `i` is no such "clear". */
function madeClear({ tokens }: Unit, i: number): number | null {
  if (tokens[i]!.norm !== 'clear') return null
  const verb = tokens[i - 1]?.norm === 'it' ? i - 2 : i - 1
  return /^(?:made|makes|make|making)$/.test(tokens[verb]?.norm ?? '') ? verb : null
}
