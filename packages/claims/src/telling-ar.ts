/** Arabic verbs that bring a count: verbs of telling, and those of counting and publishing that are no speech of their own. */
import type { Act } from './speech-acts-words.ts'
import { arabicVerb, completed } from './speech-verbs-ar.ts'
import { normalise, type Token } from './token.ts'

const COUNTING: ReadonlyMap<string, string> = new Map(
  (
    [
      ['publish', 'نشر نشرت بث بثت تداول أصدر أصدرت غرد غردت'],
      ['count', 'أحصى أحصت سجل سجلت يسجل تسجل'],
      ['estimate', 'قدر قدرت يقدر تقدر'],
    ] as const
  ).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [normalise(form), lemma] as const)),
)
/** Acts of speech whose speaker answers for the counts in what is said. */
const TELLING: ReadonlySet<Act> = new Set(['say', 'accuse', 'deny', 'admit'])
/** Who claims a deed does not thereby give the count of its dead. */
const NO_COUNT = 'claim responsibility'

/** The lemma of a verb that brings a count; null where the word is none, or lacks what it needs among those behind it. */
export function arabicTelling(norm: string, behind: readonly Token[] = []): string | null {
  const bare = norm.length > 3 && (norm[0] === 'و' || norm[0] === 'ف') ? norm.slice(1) : norm
  const counting = COUNTING.get(norm) ?? COUNTING.get(bare)
  if (counting !== undefined) return counting
  const verb = arabicVerb(norm)
  if (verb === null || !TELLING.has(verb.act) || verb.participle || verb.lemma === NO_COUNT) return null
  return behind.length > 0 && !completed(verb, behind) ? null : verb.lemma
}

const OTHER_SPEECH: ReadonlySet<Act> = new Set(['condemn', 'demand', 'commit'])
/** A verb of speech that tells nothing: to condemn, to demand, to pledge. */
export function isOtherSpeech(norm: string): boolean {
  const verb = arabicVerb(norm)
  return verb !== null && !verb.participle && OTHER_SPEECH.has(verb.act)
}

/** "وبيّن المصدر أن": "between" and "showed" are written alike; the doubling is printed, or "that" follows the speaker. */
export const showsPrinted = (text: string): boolean => /^[وف]?بي\p{M}*\u0651\p{M}*ن/u.test(text)
