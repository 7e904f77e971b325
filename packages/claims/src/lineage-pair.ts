/** What is known of a pair of documents before anything is concluded from it. */
import type { DocumentAlignment } from './alignment.ts'
import type { SharedQuote } from './lineage-quotes.ts'

/** Of the sentences without a quotation in them. */
export interface PlainMeasures {
  /** Share of their characters, in either document, that has a partner in the other; the larger share first. */
  readonly covered: readonly [number, number]
  readonly count: number
  /** Mean shares of ordinary words and of word triples kept, as in `SentencePair`. */
  readonly ordinary: number
  readonly kept: number
}

/** What was measured on a pair of documents; `confidenceOf` weighs it. */
export interface PairMeasures {
  readonly alignment: DocumentAlignment
  readonly quotes: readonly SharedQuote[]
  /** Words in shared quotations. */
  readonly quotedWords: number
  /** Telling words of quotations that the other document repeats in the aligned sentence, quoted or not. */
  readonly echoed: number
  /** Shared quotations that one speaker is given for in both, and those that are given for two. */
  readonly sameSpeaker: number
  readonly otherSpeaker: number
  /** How the two lie on each other where neither quotes: there, likeness is not a statement's. */
  readonly plain: PlainMeasures
  /** Days between the publications; null where one is not known. */
  readonly daysApart: number | null
  /** Aligned passages in which both report what one speaker said. */
  readonly spoken: number
  /** Figures that agree in number, comparator and effect. */
  readonly figures: number
  /** Agencies that both credit, and those that only one credits. */
  readonly sharedAgencies: readonly string[]
  readonly loneAgencies: readonly string[]
}
