/** One act of saying: who speaks, by which word, and the stretch of the sentence the speaker answers for. */
import type { Mention } from './mention.ts'

export { subjectAfter, subjectBefore } from './subject.ts'
export type { Subject } from './subject-phrase.ts'

/** One act of saying. Token positions are within its sentence. */
export interface Attribution {
  /** Null where somebody is said to speak and nobody is named ("it was reported"). */
  readonly speaker: Mention | null
  /** The cue's tokens. */
  readonly cueFrom: number
  readonly cueTo: number
  /** The cue in its plain form: `say`, `according to`, `count`. */
  readonly lemma: string
  /** Tokens that the speaker answers for. */
  readonly from: number
  readonly to: number
  /** Who carries the speaker's words, nearest the outlet first. */
  readonly via: readonly Mention[]
  readonly rule: string
}
