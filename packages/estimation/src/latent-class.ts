/** Latent classes of people, as many as the data ask for: the Dirichlet-process mixture for capture–recapture. */
import { type Convergence, convergenceOf } from './convergence.ts'
import { logGamma, quantile } from './distributions.ts'
import { createRandom, type Random } from './random.ts'
import type { OverlapTable } from './table.ts'

export interface LatentClassOptions {
  /** Most classes; the stick-breaking prior is cut off there. */
  readonly classes: number
  /** Gamma prior of the concentration: shape and rate. */
  readonly shape: number
  readonly rate: number
  readonly chains: number
  /** Sweeps thrown away at the start of each chain. */
  readonly burnIn: number
  /** Draws kept from each chain, one every `thin` sweeps. */
  readonly draws: number
  readonly thin: number
  readonly seed: number
}

export const LATENT_CLASS_DEFAULTS: LatentClassOptions = {
  classes: 10,
  shape: 0.25,
  rate: 0.25,
  chains: 4,
  burnIn: 5_000,
  draws: 1_000,
  thin: 100,
  seed: 1,
}

export interface LatentClassPosterior extends Convergence {
  readonly median: number
  readonly mean: number
  readonly sd: number
  readonly low: number
  readonly high: number
  /** Draws of N, a chain each: the trace. */
  readonly chains: readonly Float64Array[]
  readonly prior: string
}

/** Above this R-hat, or below this effective size, chains are taken to disagree (Vehtari et al. 2021, section 4). */
export const MOST_R_HAT = 1.01
export const LEAST_ESS = 400

/** Runs all chains, one after another. */
export function latentClass(table: OverlapTable, options: Partial<LatentClassOptions> = {}): LatentClassPosterior {
  const settings = { ...LATENT_CLASS_DEFAULTS, ...options }
  return posteriorOf(
    Array.from({ length: settings.chains }, (_, chain) => latentClassChain(table, settings, chain)),
    settings,
  )
}

export function posteriorOf(chains: readonly Float64Array[], settings: LatentClassOptions): LatentClassPosterior {
  const sorted = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0))
  let at = 0
  for (const chain of chains) {
    sorted.set(chain, at)
    at += chain.length
  }
  sorted.sort()
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  return {
    median: quantile(sorted, 0.5),
    mean,
    sd: Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1)),
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    chains,
    ...convergenceOf(chains),
    prior: `up to ${settings.classes} classes, concentration Gamma(${settings.shape}, ${settings.rate}), listing probabilities uniform, N in proportion to 1/N`,
  }
}

/**
 * One chain of the Gibbs sampler of Manrique-Vallier (2016), Bayesian population size estimation using Dirichlet process
 * mixtures, Biometrics 72, 1246–1254, section 3.2: classes of the observed; the number missed, negative binomial with
 * ρ = Σ πₖ Π (1 − λₖⱼ), and their classes; listing probabilities λ ~ Beta(1, 1); sticks V; concentration α. People with
 * equal histories are drawn together, by a multinomial. To mix better than the original, with the same posterior, α is
 * drawn with the sticks integrated out, and neighbouring classes trade places (Papaspiliopoulos and Roberts 2008,
 * Biometrika 95, section 3.4). `progress` is told the share done. Returns draws of N.
 */
export function latentClassChain(
  table: OverlapTable,
  options: LatentClassOptions,
  chain: number,
  progress?: (share: number) => void,
): Float64Array {
  const random = createRandom(options.seed, chain)
  const lists = table.names.length
  const half = lists >> 1
  const low = new Float64Array(1 << half)
  const high = new Float64Array(1 << (lists - half))
  const K = options.classes
  const n = table.observed
  const counts = Float64Array.from(table.cells, ({ count }) => count)
  // The last history is that of the missed.
  const histories = Int32Array.from([...table.cells.map((cell) => cell.lists), 0])
  const chances = new Float64Array(histories.length * K)
  const share = new Float64Array(K).fill(1 / K)
  const listed = new Float64Array(K * lists)
  for (let i = 0; i < listed.length; i++) listed[i] = random.uniform()
  let alpha = options.shape / options.rate
  const size = new Float64Array(K)
  const captures = new Float64Array(K * lists)
  const weights = new Float64Array(K)
  const drawn = new Float64Array(K)
  const draws = new Float64Array(options.draws)
  const sweeps = options.burnIn + options.draws * options.thin
  const swapClasses = (k: number) => {
    const people = size[k]!
    size[k] = size[k + 1]!
    size[k + 1] = people
    for (let j = 0; j < lists; j++) {
      const probability = listed[k * lists + j]!
      listed[k * lists + j] = listed[(k + 1) * lists + j]!
      listed[(k + 1) * lists + j] = probability
    }
  }
  const step = Math.max(1, Math.floor(sweeps / 100))

  for (let sweep = 1; sweep <= sweeps; sweep++) {
    size.fill(0)
    captures.fill(0)
    fillChances(chances, histories, share, listed, low, high)
    for (let c = 0; c < counts.length; c++) {
      const history = histories[c]!
      const from = c * K
      let total = 0
      for (let k = 0; k < K; k++) total += chances[from + k]!
      let left = counts[c]!
      if (!(total > 0)) {
        // Every class gives this history no chance in floating point: any of them may hold it.
        chances.fill(1, from, from + K)
        total = K
      }
      for (let k = 0; k < K && left > 0; k++) {
        const weight = chances[from + k]!
        const here = k === K - 1 || weight >= total ? left : random.binomial(left, weight / total)
        total -= weight
        if (here === 0) continue
        left -= here
        size[k]! += here
        for (let j = 0; j < lists; j++) if ((history >>> j) & 1) captures[k * lists + j]! += here
      }
    }

    const unlistedFrom = counts.length * K
    let unlisted = 0
    for (let k = 0; k < K; k++) {
      weights[k] = chances[unlistedFrom + k]!
      unlisted += weights[k]!
    }
    const seen = Math.max(1 - unlisted, 1e-12)
    const missed = random.negativeBinomial(n, seen)
    random.multinomial(missed, weights, drawn)
    for (let k = 0; k < K; k++) size[k]! += drawn[k]!

    for (let k = 0; k < K; k++) {
      for (let j = 0; j < lists; j++) {
        const caught = captures[k * lists + j]!
        listed[k * lists + j] = random.beta(1 + caught, 1 + size[k]! - caught)
      }
    }

    let after = n + missed
    for (let swap = 0; swap < K; swap++) {
      const k = Math.floor(random.uniform() * (K - 1))
      if (Math.log(random.uniform()) < swapGain(size, k, alpha, after)) swapClasses(k)
    }
    alpha = drawConcentration(random, alpha, size, after, options)
    let logRest = 0
    for (let k = 0; k < K - 1; k++) {
      after -= size[k]!
      const here = random.gamma(1 + size[k]!)
      const logBeyond = random.logGamma(alpha + after)
      const logWhole = Math.max(Math.log(here), logBeyond) + Math.log1p(Math.exp(-Math.abs(Math.log(here) - logBeyond)))
      share[k] = Math.exp(logRest + Math.log(here) - logWhole)
      logRest += logBeyond - logWhole
    }
    share[K - 1] = Math.exp(logRest)
    if (sweep > options.burnIn && (sweep - options.burnIn) % options.thin === 0) {
      draws[(sweep - options.burnIn) / options.thin - 1] = n + missed
    }
    if (progress !== undefined && sweep % step === 0) progress(sweep / sweeps)
  }
  return draws
}

/** πₖ Π λₖⱼ^x (1 − λₖⱼ)^(1 − x) of every history x, a class after another. */
function fillChances(
  chances: Float64Array,
  histories: Int32Array,
  share: Float64Array,
  listed: Float64Array,
  low: Float64Array,
  high: Float64Array,
): void {
  const K = share.length
  const lists = listed.length / K
  const half = lists >> 1
  const mask = low.length - 1
  for (let k = 0; k < K; k++) {
    // Products over the first and over the other lists, by doubling; a history is one of each.
    low[0] = share[k]!
    high[0] = 1
    for (let j = 0; j < half; j++) double(low, 1 << j, listed[k * lists + j]!)
    for (let j = half; j < lists; j++) double(high, 1 << (j - half), listed[k * lists + j]!)
    for (let c = 0; c < histories.length; c++) {
      const history = histories[c]!
      chances[c * K + k] = low[history & mask]! * high[history >>> half]!
    }
  }
}

function double(products: Float64Array, size: number, probability: number): void {
  const not = 1 - probability
  for (let i = 0; i < size; i++) {
    products[size + i] = products[i]! * probability
    products[i] = products[i]! * not
  }
}

/**
 * Change of log p(z | α) = Σₖ log α Γ(1 + νₖ) Γ(α + ν₍>k₎) / Γ(1 + α + ν₍≥k₎), the sticks integrated out, when classes k
 * and k + 1 trade places; only the people after each of the two change.
 */
function swapGain(size: Float64Array, k: number, alpha: number, total: number): number {
  const K = size.length
  const first = size[k]!
  const second = size[k + 1]!
  if (first === second) return 0
  let from = total
  for (let h = 0; h < k; h++) from -= size[h]!
  if (k + 1 === K - 1) {
    // The last class takes all that is left of the stick.
    return logGamma(1 + second) + logGamma(alpha + first) - logGamma(1 + first) - logGamma(alpha + second)
  }
  return Math.log((alpha + from - first) / (alpha + from - second))
}

/** α given the classes: random-walk Metropolis steps on log α with the sticks integrated out. */
function drawConcentration(
  random: Random,
  alpha: number,
  size: Float64Array,
  total: number,
  { shape, rate }: LatentClassOptions,
): number {
  const logDensity = (a: number): number => {
    let sum = shape * Math.log(a) - rate * a
    let from = total
    for (let k = 0; k < size.length - 1 && from > 0; k++) {
      const after = from - size[k]!
      sum += Math.log(a) + logGamma(a + after) - logGamma(1 + a + from)
      from = after
    }
    return sum
  }
  let current = alpha
  let density = logDensity(current)
  for (let step = 0; step < 2; step++) {
    const proposed = current * Math.exp(1.5 * random.normal())
    if (!(proposed > 1e-100 && proposed < 1e100)) continue
    const there = logDensity(proposed)
    if (Math.log(random.uniform()) < there - density) {
      current = proposed
      density = there
    }
  }
  return current
}
