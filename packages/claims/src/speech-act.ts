/** A predicate of speech as it was found: what it does, whose it is and how its subject stands to it. */
import type { Speaker } from './speech-acts-memory.ts'
import type { Act } from './speech-acts-words.ts'

export interface Predicate {
  readonly act: Act
  readonly lemma: string
  /** Cue tokens. */
  readonly cueFrom: number
  readonly cueTo: number
  readonly speaker: Speaker
  /** The leftmost token of the predicate with its subject. */
  readonly from: number
  /** Behind the subject of an inverted cue ("said the ministry"), else behind the cue. */
  readonly to: number
  /** Who relays the speaker's words, where the predicate itself says so. */
  readonly via?: Speaker
  /** How its subject stands to it. */
  readonly form: 'subject' | 'relative' | 'inverted' | 'carried' | 'passive' | 'according'
  readonly rule: string
}
