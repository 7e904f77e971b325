/** Units of reading: a sentence, or the sentences that one quotation holds together, with the quotations marked. */
import type { Discourse } from './discourse.ts'
import type { BlockKind } from './document.ts'
import type { PartyMatch } from './party-index.ts'
import { type Quotation, readQuotes } from './quotes.ts'
import type { Token } from './token.ts'

export interface Unit {
  /** Position among the document's units. */
  readonly index: number
  readonly language: 'en' | 'ar'
  readonly block: BlockKind
  readonly blockIndex: number
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  /** For each token the position in `quotes` of the outermost quotation it stands in, marks included; else -1. */
  readonly quoted: readonly number[]
  /** The outermost quotations that begin in the unit. */
  readonly quotes: readonly Quotation[]
  /** All of them, those inside others too. */
  readonly allQuotes: readonly Quotation[]
  readonly known: readonly PartyMatch[]
}

/** A unit is at most this many tokens, so that every step after it stays linear. */
const LONGEST = 480

/** The units of the sentences that are read. */
export function unitsOf(discourse: Discourse): readonly Unit[] {
  const { document, sentences } = discourse
  const starts = document.blocks.map(({ start }) => start)
  const every = readQuotes(document.text, 0, starts)
  const quotes = every.filter((quote) => quote.depth === 0)
  let any = 0
  const units: Unit[] = []
  let from = 0
  let quote = 0
  while (from < sentences.length) {
    const first = sentences[from]!
    let to = from + 1
    let size = first.tokens.length
    while (quote < quotes.length && quotes[quote]!.outerEnd <= first.start) quote += 1
    let ahead = quote
    while (to < sentences.length) {
      const next = sentences[to]!
      while (ahead < quotes.length && quotes[ahead]!.outerEnd <= next.start) ahead += 1
      const holding = quotes[ahead]
      const held = holding !== undefined && holding.outerStart < sentences[to - 1]!.end && holding.end > next.start
      if (!held || next.blockIndex !== first.blockIndex || size + next.tokens.length > LONGEST) break
      size += next.tokens.length
      to += 1
    }
    const parts = sentences.slice(from, to)
    const last = parts[parts.length - 1]!
    const tokens = parts.flatMap((part) => part.tokens)
    const known: PartyMatch[] = []
    let shift = 0
    parts.forEach((part, index) => {
      for (const match of discourse.parties[from + index] ?? []) {
        known.push({ ...match, from: match.from + shift, to: match.to + shift })
      }
      shift += part.tokens.length
    })
    const own: Quotation[] = []
    for (let at = quote; at < quotes.length && quotes[at]!.outerStart < last.end; at += 1) {
      if (quotes[at]!.outerEnd > first.start) own.push(quotes[at]!)
    }
    while (any < every.length && every[any]!.outerEnd <= first.start) any += 1
    const all: Quotation[] = []
    for (let at = any; at < every.length && every[at]!.outerStart < last.end; at += 1) {
      if (every[at]!.outerEnd > first.start) all.push(every[at]!)
    }
    units.push({
      index: units.length,
      language: first.language,
      block: first.block,
      blockIndex: first.blockIndex,
      start: first.start,
      end: Math.max(last.end, ...own.filter((found) => found.outerEnd - last.end <= 3).map((found) => found.outerEnd)),
      tokens,
      quoted: quotedTokens(tokens, own),
      quotes: own,
      allQuotes: all,
      known,
    })
    from = to
  }
  return units
}

function quotedTokens(tokens: readonly Token[], quotes: readonly Quotation[]): readonly number[] {
  let at = 0
  return tokens.map((token) => {
    while (at < quotes.length && quotes[at]!.outerEnd <= token.start) at += 1
    const quote = quotes[at]
    return quote !== undefined && token.start >= quote.outerStart ? at : -1
  })
}
