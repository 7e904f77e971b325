/** What the date rules read from and what each gives back. */
import type { DateToken } from './dates-words.ts'

export const DATE_KINDS = ['day', 'month', 'year', 'interval', 'time-of-week'] as const
/** `time-of-week` is a weekday or week-end named without its date; `interval` has two ends or one open end. */
export type DateKind = (typeof DATE_KINDS)[number]

/** What a rule found at a token: the mention's value and the index of the token after it. */
export interface DateReading {
  readonly edtf: string | null
  readonly kind: DateKind
  readonly approximate: boolean
  readonly next: number
}

/** Against what a date is resolved. `bias` says which of two possible years or weeks is meant. */
export interface DateContext {
  readonly tokens: readonly DateToken[]
  /** Days since 1970-01-01 of the day the text was published; null where no day is known. */
  readonly today: number | null
  readonly bias: 'past' | 'future'
  /** BCP 47 primary subtag; tells 3/4/2025 apart. */
  readonly language: string | null
  /** Years that this text itself printed with a month. */
  readonly yearOfMonth: Map<number, number>
  /** The last month named, for "the 28th". */
  month: { readonly month: number; readonly year: number | null } | null
}
