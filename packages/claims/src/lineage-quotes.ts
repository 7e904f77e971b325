/** Quotations of a document, found by their marks and by its claims, and the fragments that two documents share. */
import type { Span } from './document.ts'
import { comparedBlocks, stem } from './lineage-corpus.ts'
import type { ReadDocument } from './lineage-model.ts'
import { readQuotes } from './quotes.ts'

export interface Quotation {
  readonly span: Span
  /** Stems in order. */
  readonly words: readonly string[]
}

/** Quotations of two words and more, in reading order, none inside another. */
export function quotations(document: ReadDocument): readonly Quotation[] {
  const found = new Map<number, Span>()
  const add = (start: number, text: string) => {
    const before = found.get(start)
    if (before === undefined || before.text.length < text.length)
      found.set(start, { start, end: start + text.length, text })
  }
  for (const claim of document.claims) for (const quote of claim.quotes) add(quote.start, quote.text)
  for (const block of comparedBlocks(document)) {
    for (const quote of readQuotes(document.text.slice(block.start, block.end), block.start)) {
      if (quote.depth === 0) add(quote.start, quote.text)
    }
  }
  const kept: Quotation[] = []
  for (const span of [...found.values()].sort((x, y) => x.start - y.start || y.end - x.end)) {
    if (kept.some((other) => span.start < other.span.end)) continue
    const words = wordStems(span.text)
    if (words.length >= 2) kept.push({ span, words })
  }
  return kept
}

export function wordStems(text: string): readonly string[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(([word]) => stem(word))
}

export interface SharedQuote {
  readonly a: Quotation
  readonly b: Quotation
  /** Words of the longest run that both have. */
  readonly run: number
  /** Share of the shorter quotation's words that the other has in the same order. */
  readonly share: number
}

/** Quotations of two documents that share a run of words: four and more, or all of a shorter one. */
export function sharedQuotes(a: readonly Quotation[], b: readonly Quotation[]): readonly SharedQuote[] {
  const shared: SharedQuote[] = []
  for (const one of a) {
    let best: SharedQuote | null = null
    for (const other of b) {
      const run = longestRun(one.words, other.words)
      const least = Math.min(one.words.length, other.words.length)
      if (run < 4 && run < least) continue
      if (run < 2 || otherNames(one.span.text, other.span.text)) continue
      if (best === null || run > best.run)
        best = { a: one, b: other, run, share: commonPositions(one.words, other.words).length / least }
    }
    if (best !== null) shared.push(best)
  }
  return shared
}

/** Whether both name or number something, and nothing that the other does: a turn of phrase, not one statement. */
function otherNames(a: string, b: string): boolean {
  const first = specifics(a)
  const second = specifics(b)
  return first.size > 0 && second.size > 0 && ![...first].some((word) => second.has(word))
}

function specifics(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word)
  return new Set(words.filter((word, i) => /^\p{N}/u.test(word) || (i > 0 && /^\p{Lu}/u.test(word) && word !== 'I')))
}

/** Length of the longest run of words that stands in both. */
export function longestRun(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  let longest = 0
  for (let i = 1; i <= a.length; i++) {
    const next = [0]
    for (let j = 1; j <= b.length; j++) {
      const run = a[i - 1] === b[j - 1] ? row[j - 1]! + 1 : 0
      next.push(run)
      if (run > longest) longest = run
    }
    row = next
  }
  return longest
}

/** Positions of a longest common subsequence of two lists of words. */
export function commonPositions(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
    }
  }
  const kept: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) kept.push([i++, j++])
    else if (table[i + 1]![j]! >= table[i]![j + 1]!) i++
    else j++
  }
  return kept
}
