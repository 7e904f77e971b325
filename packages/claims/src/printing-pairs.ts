/** Printings in a steady order, in buckets, and each beside the few that follow it. */
import { publicationDays } from './known-day.ts'
import { byText } from './lineage-id.ts'
import type { Printing } from './origins.ts'

/** Relations kept for one figure, repeats and parts aside, and printings it is held against, so that a large case stays readable. */
export const KEPT = 12

/** Leads before what repeats them, then the first published first. */
export function byPublication(x: Printing, y: Printing): number {
  const first = ({ document }: Printing) => publicationDays(document)?.earliest ?? '9999'
  return (
    Number(x.lead !== x.figure) - Number(y.lead !== y.figure) ||
    byText(first(x), first(y)) ||
    byText(x.document.id, y.document.id) ||
    x.figure.start - y.figure.start ||
    byText(x.figure.id, y.figure.id)
  )
}

/** Printings by their key, keys in order. */
export function buckets(printings: readonly Printing[], keyOf: (each: Printing) => string): readonly Printing[][] {
  const found = new Map<string, Printing[]>()
  for (const each of printings) {
    const key = keyOf(each)
    const list = found.get(key)
    if (list === undefined) found.set(key, [each])
    else list.push(each)
  }
  return [...found.keys()].sort(byText).map((key) => found.get(key)!)
}

/** Every printing with the few that follow it. */
export function eachPair(bucket: readonly Printing[], visit: (a: Printing, b: Printing) => void): void {
  for (let i = 0; i < bucket.length; i++) {
    for (let j = i + 1; j < bucket.length && j <= i + KEPT; j++) visit(bucket[i]!, bucket[j]!)
  }
}
