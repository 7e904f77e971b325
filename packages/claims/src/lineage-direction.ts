/** Which of two derived documents is nearer the origin, by date, agency, outlets named and quotations kept whole. */
import { dayBounds as edtfBounds } from './edtf.ts'
import type { ReadDocument } from './lineage-model.ts'
import type { SharedQuote } from './lineage-quotes.ts'
import { foldName } from './names.ts'

export interface Lean {
  /** Positive: a is the source of b; negative: b of a; 0: nothing tells. */
  readonly lean: number
  readonly why: string
}

/**
 * First and last day that an EDTF date leaves open, `0000-01-01` and `9999-12-31` where it is open on a side; null where
 * it is none. A time of day is left aside.
 */
export function dayBounds(date: string | null): { readonly earliest: string; readonly latest: string } | null {
  if (date === null) return null
  const bounds = edtfBounds(/^\d{4}-\d{2}-\d{2}T/.test(date) ? date.slice(0, 10) : date)
  return bounds === null ? null : { earliest: bounds.earliest ?? '0000-01-01', latest: bounds.latest ?? '9999-12-31' }
}

const TIMED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/

/** Whether a was certainly published before b. */
export function isBefore(a: ReadDocument, b: ReadDocument): boolean {
  const first = a.published
  const second = b.published
  if (first === null || second === null) return false
  if (TIMED.test(first) && TIMED.test(second)) return first < second
  const left = dayBounds(first)
  const right = dayBounds(second)
  return left !== null && right !== null && left.latest < right.earliest
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
