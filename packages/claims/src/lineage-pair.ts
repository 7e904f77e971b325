/** What is known of a pair of documents before anything is concluded from it. */
import type { DocumentAlignment } from './alignment.ts'
import type { SharedQuote } from './lineage-quotes.ts'

/** What was measured on a pair of documents; `confidenceOf` weighs it. */
export interface PairMeasures {
  readonly alignment: DocumentAlignment
  readonly quotes: readonly SharedQuote[]
  /** Words in shared quotations. */
  readonly quotedWords: number
  /** Telling words of quotations that the other document repeats in the aligned sentence, quoted or not. */
  readonly echoed: number
  /** Aligned passages in which both report what one speaker said. */
  readonly spoken: number
  /** Figures that agree in number, comparator and effect. */
  readonly figures: number
  /** Agencies that both credit, and those that only one credits. */
  readonly sharedAgencies: readonly string[]
  readonly loneAgencies: readonly string[]
}
