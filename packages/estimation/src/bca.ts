/** Bootstrap intervals, bias-corrected and accelerated. */
import { normalCdf, normalQuantile, quantile } from './distributions.ts'

export interface BcaInterval {
  readonly low: number
  readonly high: number
  /** Share of replicates below the estimate, as a normal quantile. */
  readonly bias: number
  readonly acceleration: number
}

/**
 * The BCa interval (Efron 1987, Better bootstrap confidence intervals, JASA 82, 171–185; DiCiccio and Efron 1996,
 * Statistical Science 11, equations 2.3, 2.8 and 6.6): the acceleration comes from the jackknife values, each standing for
 * `weight` people whose removal gives it. Infinite replicates count as above every number.
 */
export function bcaInterval(
  estimate: number,
  replicates: ArrayLike<number>,
  jackknife: readonly { readonly value: number; readonly weight: number }[],
  level = 0.95,
): BcaInterval {
  const sorted = Float64Array.from(replicates).sort()
  let below = 0
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0
  // With every replicate on one side the correction would be infinite: half a replicate is put on the other.
  const share = Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length
  const bias = normalQuantile(share)
  const finite = jackknife.filter(({ value }) => Number.isFinite(value))
  const people = finite.reduce((sum, { weight }) => sum + weight, 0)
  const mean = finite.reduce((sum, { value, weight }) => sum + value * weight, 0) / people
  let squares = 0
  let cubes = 0
  for (const { value, weight } of finite) {
    squares += weight * (mean - value) ** 2
    cubes += weight * (mean - value) ** 3
  }
  const acceleration = squares > 0 ? cubes / (6 * squares ** 1.5) : 0
  const end = (p: number): number => {
    const z = bias + normalQuantile(p)
    return quantile(sorted, normalCdf(bias + z / (1 - acceleration * z)))
  }
  return { low: end((1 - level) / 2), high: end((1 + level) / 2), bias, acceleration }
}
