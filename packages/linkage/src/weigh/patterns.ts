/** Pairs counted by comparison pattern: what training works on, whatever the number of pairs. */
import type { Levels } from './scorer.ts'

export interface Patterns {
  /** Levels of pattern p of comparison c at p × comparisons + c. */
  readonly levels: Uint8Array
  readonly counts: Float64Array
  /** Pattern of each pair that was counted. */
  readonly of: Int32Array
}

export function patternsOf(levels: Levels, pairs: { readonly one: Int32Array; readonly other: Int32Array }): Patterns {
  const width = levels.comparisons.length
  const into = new Uint8Array(width)
  const numbers = new Map<number | string, number>()
  const rows: number[] = []
  const counts: number[] = []
  const of = new Int32Array(pairs.one.length)
  for (let at = 0; at < pairs.one.length; at++) {
    levels.read(pairs.one[at]!, pairs.other[at]!, into)
    let code: number | string = 0
    if (width > 15) code = into.join(',')
    else for (let field = 0; field < width; field++) code = code * 10 + into[field]!
    let number = numbers.get(code)
    if (number === undefined) {
      number = counts.length
      numbers.set(code, number)
      counts.push(0)
      for (const level of into) rows.push(level)
    }
    counts[number]!++
    of[at] = number
  }
  return { levels: Uint8Array.from(rows), counts: Float64Array.from(counts), of }
}
