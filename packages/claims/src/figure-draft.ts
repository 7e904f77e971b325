/** A figure on its way: a count with its speaker, place, dates and scope, before the whole text is looked at. */
import type { Counted, Range } from './counted.ts'
import type { Voice } from './discourse.ts'
import type { Span } from './document.ts'
import type { Scope } from './figure.ts'
import type { FigureDates } from './figure-dates.ts'
import type { Placed } from './figure-place.ts'
import type { Sentence } from './sentence.ts'

export interface Draft {
  readonly counted: Counted
  readonly sentence: Sentence
  readonly voice: Voice
  readonly place: Placed
  readonly dates: FigureDates
  readonly scope: { readonly scope: Scope; readonly at: Range | null; readonly rule: string }
  /** Whoever is said to have done it; of a pronoun the words it stands for. */
  readonly perpetrator: Span | null
  readonly surface: string
  readonly start: number
  readonly end: number
  /** Position of the whole among the drafts. */
  readonly whole: number | null
}
