/** What a proposal is judged in: the document as acts of saying, what was read in it, and what the second reader was shown. */
import type { Claim } from './claim.ts'
import type { Discourse } from './discourse.ts'
import type { BlockKind, Span } from './document.ts'
import type { Figure } from './figure.ts'
import type { Proposal } from './proposal.ts'
import type { Proposer } from './proposer.ts'
import type { Sentence } from './sentence.ts'
import type { Token } from './token.ts'

export const VERDICTS = ['accepted', 'duplicate', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What was found before: by the reader, and by proposals that were accepted earlier. */
export interface Found {
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

/** The stretches of the document that the second reader was shown, in order; occurrences are counted over them. */
export type Shown = readonly { readonly start: number; readonly end: number }[]

export interface Scene extends Found {
  readonly talk: Discourse
  readonly shown: Shown
  readonly proposer: Proposer
}

/** Ends the judging of one proposal with a refusal or as a duplicate. */
export class Outcome extends Error {
  override readonly name = 'Outcome'
  readonly verdict: Verdict
  readonly claim: string | null
  constructor(reason: string, claim: string | null = null) {
    super(reason)
    this.verdict = claim === null ? 'refused' : 'duplicate'
    this.claim = claim
  }
}

/** Where the quote stands in what was shown; throws where it does not, or where the answer leaves open which it means. */
export function quoteSpan({ talk, shown }: Scene, { quote, occurrence }: Proposal): Span {
  const { text } = talk.document
  const starts: number[] = []
  for (const { start, end } of shown) {
    let at = text.indexOf(quote, start)
    while (at !== -1 && at + quote.length <= end && starts.length < MOST_OCCURRENCES) {
      starts.push(at)
      at = text.indexOf(quote, at + 1)
    }
  }
  if (starts.length === 0) throw new Outcome('the document does not hold these words')
  if (occurrence === null && starts.length > 1)
    throw new Outcome(
      `these words stand in the text ${starts.length} times and the proposal does not say which it means`,
    )
  const start = starts[(occurrence ?? 1) - 1]
  if (start === undefined)
    throw new Outcome(`the proposal means occurrence ${occurrence} of these words; the text holds ${starts.length}`)
  return { start, end: start + quote.length, text: quote }
}

const MOST_OCCURRENCES = 1_000

const FIGURE_BLOCKS: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'body', 'caption'])

/** The sentences that hold a stretch; throws where any of it lies outside of what is read for figures and claims. */
export function sentencesOf({ talk }: Scene, { start, end }: Span): readonly Sentence[] {
  const { language } = talk.document
  if (language !== null && language !== 'en' && language !== 'ar')
    throw new Outcome(`documents in ${language} are not read for figures and claims`)
  const held = talk.sentences.filter((sentence) => sentence.start < end && sentence.end > start)
  const first = held[0]
  if (first === undefined || held.some(({ block }) => !FIGURE_BLOCKS.has(block)))
    throw new Outcome('the words stand in a part of the document that is not read for figures and claims')
  return held
}

/** Why a person should look first, of everything that is taken in. */
export const PROPOSED = 'proposed by a second reader, not read by the rules'

export function spanOf(text: string, tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[from]!.start
  const end = tokens[to - 1]!.end
  return { start, end, text: text.slice(start, end) }
}

/** How many times the characters stand in the text before this place. */
export function occurrenceAt(text: string, { start, text: words }: Span): number {
  let count = 0
  for (let at = text.indexOf(words); at !== -1 && at < start; at = text.indexOf(words, at + 1)) count++
  return count
}
