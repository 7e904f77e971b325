/** Profile-likelihood intervals for the size of the population under a log-linear model. */
import { chiSquaredOneQuantile, logGamma } from './distributions.ts'
import type { Terms } from './hierarchy.ts'
import { boundaryModel } from './log-linear.ts'
import { fitPoisson } from './poisson-fit.ts'
import { denseCounts, type OverlapTable } from './table.ts'

export interface Profile {
  /** Where the multinomial likelihood is highest; a little below the Poisson estimate. */
  readonly estimate: number
  readonly low: number
  /** Infinity where the likelihood never falls far enough. */
  readonly high: number
}

/** Times the observed: an upper end beyond it is reported as infinite. */
const FARTHEST = 1e5

/**
 * For each number missed n₀ the model is fitted to the table completed with n₀, and the multinomial log-likelihood
 * log N! − log n₀! − Σ log nᵢ! + Σ nᵢ log(μᵢ/N) is profiled; the interval holds every N within half a chi-squared
 * quantile of its maximum (Cormack 1992, Interval estimation for mark–recapture studies of closed populations,
 * Biometrics 48, 567–576, section 2). Null where the model is not identified by this table.
 */
export function profileInterval(table: OverlapTable, terms: Terms, level = 0.95): Profile | null {
  const bounded = boundaryModel(denseCounts(table), table.names.length, terms)
  if (bounded.existence === 'not_identified') return null
  const { matrix, counts } = bounded
  const { columns } = matrix
  const values = new Float64Array((matrix.rows + 1) * columns)
  values.set(matrix.values)
  values[matrix.rows * columns + bounded.terms.indexOf(0)] = 1
  const completed = { rows: matrix.rows + 1, columns, values }
  const y = new Float64Array(matrix.rows + 1)
  y.set(counts)
  const n = table.observed

  const at = (missed: number): number => {
    y[matrix.rows] = missed
    const { fitted } = fitPoisson(completed, y)
    const total = n + missed
    let sum = logGamma(total + 1) - logGamma(missed + 1)
    for (let i = 0; i < y.length; i++) if (y[i]! > 0) sum += y[i]! * Math.log(fitted[i]! / total)
    return sum
  }
  return profileOf(at, n, level)
}

/** The interval of a profile given as the log-likelihood of the number missed. */
export function profileOf(at: (missed: number) => number, observed: number, level: number): Profile {
  const drop = chiSquaredOneQuantile(level) / 2
  const top = observed * FARTHEST
  const best = golden((t) => at(Math.expm1(t)), 0, Math.log1p(top))
  const peak = Math.expm1(best)
  const highest = at(peak)
  const crossing = (inside: number, outside: number): number => {
    let a = inside
    let b = outside
    for (let i = 0; i < 60 && Math.abs(b - a) > 1e-7; i++) {
      const middle = (a + b) / 2
      if (highest - at(Math.expm1(middle)) > drop) b = middle
      else a = middle
    }
    return Math.expm1((a + b) / 2)
  }
  return {
    estimate: observed + peak,
    low: highest - at(0) <= drop ? observed : observed + crossing(best, 0),
    high: highest - at(top) <= drop ? Number.POSITIVE_INFINITY : observed + crossing(best, Math.log1p(top)),
  }
}

/** Golden-section search for the maximum of a function with one peak (Kiefer 1953). */
function golden(f: (t: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let a = from
  let b = to
  let c = b - ratio * (b - a)
  let d = a + ratio * (b - a)
  let fc = f(c)
  let fd = f(d)
  while (b - a > 1e-6) {
    if (fc >= fd) {
      b = d
      d = c
      fd = fc
      c = b - ratio * (b - a)
      fc = f(c)
    } else {
      a = c
      c = d
      fc = fd
      d = a + ratio * (b - a)
      fd = f(d)
    }
  }
  return (a + b) / 2
}
