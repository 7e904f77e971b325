/** Whether chains agree, and how many independent draws they are worth. */
import { normalQuantile } from './distributions.ts'

export interface Convergence {
  /** Largest of the rank-normalised and folded split R-hat; 1.01 or less is wanted. */
  readonly rHat: number
  /** Effective sample size for the centre of the distribution, over all chains. */
  readonly ess: number
  /** Effective sample size for the 2.5% and 97.5% ends, the smaller of the two. */
  readonly tailEss: number
}

/**
 * Rank-normalised split R-hat and effective sample sizes: Vehtari, Gelman, Simpson, Carpenter, Bürkner (2021), Bayesian
 * Analysis 16, 667–718, equations 1–4, 10 and 14; autocorrelations are summed by Geyer's (1992) initial monotone
 * sequence. Chains must be equally long, with at least four draws each.
 */
export function convergenceOf(chains: readonly Float64Array[]): Convergence {
  const halves = chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2)
    return [chain.subarray(0, half), chain.subarray(chain.length - half)]
  })
  const all = Float64Array.from(halves.flatMap((half) => [...half])).sort()
  const median = (all[(all.length - 1) >> 1]! + all[all.length >> 1]!) / 2
  const folded = halves.map((half) => half.map((value) => Math.abs(value - median)))
  const scores = rankNormal(halves)
  const low = all[Math.floor(0.025 * (all.length - 1))]!
  const high = all[Math.ceil(0.975 * (all.length - 1))]!
  return {
    rHat: Math.max(rHatOf(scores), rHatOf(rankNormal(folded))),
    ess: essOf(scores),
    tailEss: Math.min(
      essOf(halves.map((half) => half.map((value) => (value <= low ? 1 : 0)))),
      essOf(halves.map((half) => half.map((value) => (value >= high ? 1 : 0)))),
    ),
  }
}

/** Ranks over all chains, ties averaged, as normal scores (Blom's (r − 3/8) / (S + 1/4)). */
function rankNormal(chains: readonly Float64Array[]): Float64Array[] {
  const order = chains
    .flatMap((chain, c) => Array.from(chain, (value, i) => ({ value, c, i })))
    .sort((a, b) => a.value - b.value)
  const scores = chains.map((chain) => new Float64Array(chain.length))
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && order[end]!.value === order[start]!.value) end++
    const score = normalQuantile(((start + 1 + end) / 2 - 0.375) / (order.length + 0.25))
    for (let k = start; k < end; k++) scores[order[k]!.c]![order[k]!.i] = score
    start = end
  }
  return scores
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

function varianceOf(values: Float64Array, mean: number): number {
  let sum = 0
  for (const value of values) sum += (value - mean) ** 2
  return sum / (values.length - 1)
}

/** Within-chain variance W and the pooled estimate var⁺ (equations 1–3). */
function variances(chains: readonly Float64Array[]): { readonly within: number; readonly pooled: number } {
  const n = chains[0]!.length
  const means = chains.map(meanOf)
  const within = chains.reduce((sum, chain, c) => sum + varianceOf(chain, means[c]!), 0) / chains.length
  const between = varianceOf(Float64Array.from(means), meanOf(Float64Array.from(means)))
  return { within, pooled: ((n - 1) / n) * within + between }
}

function rHatOf(chains: readonly Float64Array[]): number {
  const { within, pooled } = variances(chains)
  if (within === 0) return pooled === 0 ? 1 : Number.POSITIVE_INFINITY
  return Math.sqrt(pooled / within)
}

function essOf(chains: readonly Float64Array[]): number {
  const n = chains[0]!.length
  const total = n * chains.length
  const { within, pooled } = variances(chains)
  if (within === 0) return pooled === 0 ? total : 1
  const means = chains.map(meanOf)
  const correlation = (lag: number): number => {
    let sum = 0
    chains.forEach((chain, c) => {
      let covariance = 0
      for (let i = 0; i + lag < n; i++) covariance += (chain[i]! - means[c]!) * (chain[i + lag]! - means[c]!)
      sum += covariance / n
    })
    return 1 - (within - sum / chains.length) / pooled
  }
  let tau = -1
  let previous = Number.POSITIVE_INFINITY
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = Math.min((lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1), previous)
    if (!(pair > 0)) break
    tau += 2 * pair
    previous = pair
  }
  return Math.min(total / Math.max(tau, 1 / Math.log10(total)), total * Math.log10(total))
}
