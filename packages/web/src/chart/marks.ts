/** What the toll chart draws for each point of a series; looseness stays visible, nothing becomes a bare dot by rounding. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { dayRange } from '../format/edtf.ts'

export type Series = CaseLedger['series'][number]
export type Point = Series['points'][number]

/**
 * `point` an exact count; `range` a printed range; `open-up` and `open-down` a bound with nothing beyond it given;
 * `fuzzy` an approximate count; `word` a count without a number.
 */
export type MarkShape = 'point' | 'range' | 'open-up' | 'open-down' | 'fuzzy' | 'word'

export interface TollMark {
  readonly series: Series
  readonly point: Point
  readonly origin: string | null
  readonly shape: MarkShape
  /** First and last day that the date leaves open, UTC milliseconds; equal for a day. */
  readonly from: number
  readonly to: number
  /** The printed number; null for a word. */
  readonly value: number | null
  readonly valueMax: number | null
}

export interface ChartMarks {
  readonly marks: readonly TollMark[]
  /** Points that no date places; listed beside the chart. */
  readonly undated: readonly { readonly series: Series; readonly point: Point }[]
}

export function chartMarks(series: readonly Series[]): ChartMarks {
  const marks: TollMark[] = []
  const undated: { series: Series; point: Point }[] = []
  for (const each of series) {
    for (const point of each.points) {
      const range = dayRange(point.asOf)
      const from = range?.first ?? range?.last ?? null
      const to = range?.last ?? range?.first ?? null
      if (from === null || to === null) {
        undated.push({ series: each, point })
        continue
      }
      const { value, valueMax } = point
      marks.push({ series: each, point, origin: each.origin, shape: shapeOf(point), from, to, value, valueMax })
    }
  }
  return { marks, undated }
}

export function shapeOf(point: Pick<Point, 'value' | 'valueMax' | 'comparator'>): MarkShape {
  if (point.value === null) return 'word'
  switch (point.comparator) {
    case 'more_than':
    case 'at_least':
      return 'open-up'
    case 'up_to':
    case 'fewer_than':
      return 'open-down'
    case 'about':
      return 'fuzzy'
    case 'vague':
      return 'fuzzy'
    case 'exact':
      return point.valueMax !== null && point.valueMax !== point.value ? 'range' : 'point'
  }
}

/**
 * Origins in the order in which they first give a toll, outlets' own voice last, so that each keeps its colour and sign
 * under any selection.
 */
export function originsInOrder(series: readonly Series[]): (string | null)[] {
  const firsts = new Map<string | null, number>()
  for (const each of series) {
    const days = each.points.map((point) => dayRange(point.asOf)?.last ?? Number.POSITIVE_INFINITY)
    const first = Math.min(Number.POSITIVE_INFINITY, ...days)
    firsts.set(each.origin, Math.min(first, firsts.get(each.origin) ?? Number.POSITIVE_INFINITY))
  }
  return [...firsts]
    .sort(
      ([a, firstA], [b, firstB]) =>
        Number(a === null) - Number(b === null) || compare(firstA, firstB) || compare(a ?? '', b ?? ''),
    )
    .map(([origin]) => origin)
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
