/** Two lists only: Chapman's estimate, which stands or falls with assumptions that two lists cannot test. */
import { normalQuantile } from './distributions.ts'
import { type OverlapTable, overlapOf } from './table.ts'

export interface Chapman {
  readonly lists: readonly [string, string]
  readonly estimate: number
  readonly se: number
  readonly low: number
  readonly high: number
  readonly assumptions: readonly string[]
}

/**
 * N = (n₁ + 1)(n₂ + 1) / (m + 1) − 1, Chapman (1951), Some properties of the hypergeometric distribution, equation 3,
 * with Seber's (1970) unbiased variance (n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m) / ((m + 1)²(m + 2)), and an interval on the
 * log of the number missed, which never falls below the people counted (Chao 1989, Biometrics 45, 427–438).
 */
export function chapman(table: OverlapTable, first: number, second: number): Chapman {
  const a = overlapOf(table, 1 << first)
  const b = overlapOf(table, 1 << second)
  const both = overlapOf(table, (1 << first) | (1 << second))
  const estimate = ((a + 1) * (b + 1)) / (both + 1) - 1
  const variance = ((a + 1) * (b + 1) * (a - both) * (b - both)) / ((both + 1) ** 2 * (both + 2))
  const union = a + b - both
  const { low, high } = aboveObserved(union, estimate, variance)
  const names = [table.names[first]!, table.names[second]!] as const
  return {
    lists: names,
    estimate,
    se: Math.sqrt(variance),
    low,
    high,
    assumptions: [
      `being on ${names[0]} made nobody more or less likely to be on ${names[1]}: where one list fed the other, or both saw the same victims best, the true number is higher than this; where one list avoided the other's ground, lower`,
      'everybody had the same chance of being on at least one of the two lists',
      'no death outside the period, the place or the definition is on either list',
      'the same person was recognised on both lists: a missed match raises this number, a false one lowers it',
    ],
  }
}

/** A 95% log-normal interval for an estimate that cannot be below the people counted. */
export function aboveObserved(
  observed: number,
  estimate: number,
  variance: number,
  level = 0.95,
): { readonly low: number; readonly high: number } {
  const missed = estimate - observed
  if (!(missed > 0) || !(variance > 0)) return { low: Math.max(observed, estimate), high: Math.max(observed, estimate) }
  const ratio = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(Math.log(1 + variance / missed ** 2)))
  return { low: observed + missed / ratio, high: observed + missed * ratio }
}
