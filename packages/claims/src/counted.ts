/** A count as a reader of one language hands it on, before it is given a speaker, a place and a date. */
import type { Effect, VictimCategory } from './figure.ts'
import type { NumberMention } from './number.ts'

export type Range = readonly [number, number]

/** Token positions are within the sentence. */
export interface Counted {
  readonly number: NumberMention
  readonly effect: Effect
  readonly manner: 'unlawful' | null
  readonly effectAt: Range | null
  readonly victims: VictimCategory
  readonly victimsAt: Range | null
  readonly perpetratorAt: Range | null
  /** Position in the sentence's own list of the count that this is a part of; `carried`: a count of earlier text. */
  readonly part: number | 'carried' | null
  /** The sentence speaks of counts of earlier text without its own word of harm. */
  readonly carried: boolean
  /** Printed as more than what was counted before: "another 12", "12 others". */
  readonly further: boolean
  readonly rule: string
  readonly unsure: string | null
}

/** What earlier text counted, for "of them" and "others". */
export interface Carry {
  readonly effect: Effect
  readonly manner: 'unlawful' | null
  /** How many sentences back. */
  readonly distance: number
  /** The last values that were counted, in the order of the text. */
  readonly values: readonly number[]
}
