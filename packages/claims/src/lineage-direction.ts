/** Which of two derived documents is nearer the origin, by date, agency, outlets named and quotations kept whole. */
import { publicationDays, statesEdit, textDays } from './known-day.ts'
import type { ReadDocument } from './lineage-model.ts'
import type { SharedQuote } from './lineage-quotes.ts'
import { foldName } from './names.ts'

export interface Lean {
  /** Positive: a is the source of b; negative: b of a; 0: nothing tells. */
  readonly lean: number
  readonly why: string
}

const TIMED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/

/** Whether the text of a was certainly out before b was published: a later edit of a, and a date that cannot be right, say nothing. */
export function isBefore(a: ReadDocument, b: ReadDocument): boolean {
  const left = textDays(a)
  const right = publicationDays(b)
  if (left === null || right === null) return false
  const [first, second] = [a.published, b.published]
  if (!statesEdit(a) && first !== null && second !== null && TIMED.test(first) && TIMED.test(second)) {
    return first < second
  }
  return left.days.latest < right.earliest
}

function names(document: ReadDocument, outlet: string | null): boolean {
  if (outlet === null || outlet.length < 3) return false
  const own = document.outlet === null ? '' : foldName(document.outlet)
  const folded = foldName(outlet)
  if (folded === '' || own.includes(folded) || folded.includes(own)) return false
  return ` ${foldName(document.text)} `.includes(` ${folded} `)
}

export function lean(a: ReadDocument, b: ReadDocument, quotes: readonly SharedQuote[]): Lean {
  if (isBefore(a, b)) return { lean: 1, why: `published first (${a.published} before ${b.published})` }
  if (isBefore(b, a)) return { lean: -1, why: `published first (${b.published} before ${a.published})` }
  const aNamesB = names(a, b.outlet)
  const bNamesA = names(b, a.outlet)
  if (aNamesB !== bNamesA) {
    return bNamesA
      ? { lean: 0.9, why: `the other names ${a.outlet} in its text` }
      : { lean: -0.9, why: `the other names ${b.outlet} in its text` }
  }
  let fuller = 0
  for (const quote of quotes) fuller += Math.sign(quote.a.words.length - quote.b.words.length)
  const direct = directWords(a) - directWords(b)
  const signs = Math.sign(fuller) + (Math.abs(direct) >= 8 ? Math.sign(direct) : 0)
  if (signs !== 0) {
    return {
      lean: 0.6 * Math.sign(signs),
      why: 'it keeps as quotation what the other shortens or puts into its own words',
    }
  }
  return { lean: 0, why: 'neither dates nor credits nor quotations tell which came first' }
}

function directWords(document: ReadDocument): number {
  let words = 0
  for (const claim of document.claims) for (const quote of claim.quotes) words += quote.text.split(/\s+/).length
  return words
}
