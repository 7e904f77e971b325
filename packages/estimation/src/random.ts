/** Seeded random numbers: the xoshiro128++ generator and draws from the distributions that the samplers need. */
import { logGamma } from './distributions.ts'

export interface Random {
  /** Uniform on the open interval (0, 1), in steps of 2^-32. */
  uniform(): number
  normal(): number
  /** Gamma with this shape and scale 1. */
  gamma(shape: number): number
  /** Logarithm of a gamma draw; exact where a small shape would make the draw itself underflow. */
  logGamma(shape: number): number
  beta(a: number, b: number): number
  binomial(trials: number, probability: number): number
  poisson(mean: number): number
  /** Failures before the `successes`-th success (a gamma mixture of Poissons). */
  negativeBinomial(successes: number, probability: number): number
  /** Fills `out` with a multinomial draw of `trials` over weights that need not sum to one. */
  multinomial(trials: number, weights: ArrayLike<number>, out: Float64Array): void
}

/**
 * A generator from a seed (any integer) and a stream number, so that chains and replicates drawn from one seed differ.
 * xoshiro128++: Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4), section 5;
 * its state is filled by splitmix32.
 */
export function createRandom(seed: number, stream = 0): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed must be an integer, not ${seed}`)
  let fill = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul((stream | 0) + 0x632be5ab, 0x85ebca77)) | 0
  fill ^= Math.floor(seed / 4294967296) | 0
  const next = () => {
    fill = (fill + 0x9e3779b9) | 0
    let z = fill
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) | 0
  }
  let s0 = next()
  let s1 = next()
  let s2 = next()
  let s3 = next() | 1

  const uniform = (): number => {
    const sum = (s0 + s3) | 0
    const result = (((sum << 7) | (sum >>> 25)) + s0) >>> 0
    const t = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 11) | (s3 >>> 21)
    return (result + 0.5) * 2.3283064365386963e-10
  }

  let spare = Number.NaN
  /** Marsaglia and Bray (1964), the polar method. */
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * factor
      return u * factor
    }
  }

  /** Marsaglia and Tsang (2000), A simple method for generating gamma variables, ACM TOMS 26(3). */
  const gammaFromOne = (shape: number): number => {
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const root = 1 + c * x
      if (root <= 0) continue
      const v = root * root * root
      const u = uniform()
      const square = x * x
      if (u < 1 - 0.0331 * square * square) return d * v
      if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v
    }
  }
  const gamma = (shape: number): number => {
    if (shape === 1) return -Math.log(uniform())
    return shape > 1 ? gammaFromOne(shape) : gammaFromOne(shape + 1) * uniform() ** (1 / shape)
  }

  /** Hörmann (1993), The transformed rejection method for generating Poisson random variables, algorithm PTRS. */
  const poissonLarge = (mean: number): number => {
    const slope = 2.53 * Math.sqrt(mean)
    const b = 0.931 + slope
    const a = -0.059 + 0.02483 * b
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    const accept = 0.9277 - 3.6224 / (b - 2)
    for (;;) {
      const u = uniform() - 0.5
      const v = uniform()
      const us = 0.5 - Math.abs(u)
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
      if (us >= 0.07 && v <= accept) return k
      if (k < 0 || (us < 0.013 && v > us)) continue
      if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * Math.log(mean) - mean - logGamma(k + 1)) return k
    }
  }
  const poisson = (mean: number): number => {
    if (mean <= 0) return 0
    if (mean >= 10) return poissonLarge(mean)
    const floor = Math.exp(-mean)
    let product = uniform()
    let count = 0
    while (product > floor) {
      product *= uniform()
      count++
    }
    return count
  }

  /** Hörmann (1993), The generation of binomial random variates, JSCS 46, algorithm BTRS. */
  const binomialLarge = (n: number, p: number): number => {
    const spread = Math.sqrt(n * p * (1 - p))
    const b = 1.15 + 2.53 * spread
    const a = -0.0873 + 0.0248 * b + 0.01 * p
    const c = n * p + 0.5
    const accept = 0.92 - 4.2 / b
    for (;;) {
      const u = uniform() - 0.5
      const v = uniform()
      const us = 0.5 - Math.abs(u)
      const k = Math.floor(((2 * a) / us + b) * u + c)
      if (k < 0 || k > n) continue
      if (us >= 0.07 && v <= accept) return k
      const alpha = (2.83 + 5.1 / b) * spread
      const logOdds = Math.log(p / (1 - p))
      const mode = Math.floor((n + 1) * p)
      const atMode = logGamma(mode + 1) + logGamma(n - mode + 1)
      const left = Math.log((v * alpha) / (a / (us * us) + b))
      if (left <= atMode - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * logOdds) return k
    }
  }
  const binomial = (n: number, p: number): number => {
    if (n <= 0 || p <= 0) return 0
    if (p >= 1) return n
    if (p > 0.5) return n - binomial(n, 1 - p)
    if (n * p >= 10) return binomialLarge(n, p)
    let u = uniform()
    // (1 − p)ⁿ is at least 1 − np: most draws with a small mean need no power.
    if (u <= 1 - n * p) return 0
    const ratio = p / (1 - p)
    let term = Math.exp(n * Math.log1p(-p))
    let k = 0
    while (u > term && k < n) {
      u -= term
      k++
      term *= (ratio * (n - k + 1)) / k
    }
    return k
  }

  return {
    uniform,
    normal,
    gamma,
    logGamma: (shape) =>
      shape >= 1 ? Math.log(gamma(shape)) : Math.log(gammaFromOne(shape + 1)) + Math.log(uniform()) / shape,
    beta(a, b) {
      if (a === 1) return b === 1 ? uniform() : 1 - uniform() ** (1 / b)
      if (b === 1) return uniform() ** (1 / a)
      const x = gamma(a)
      const y = gamma(b)
      return x + y === 0 ? (uniform() < a / (a + b) ? 1 : 0) : x / (x + y)
    },
    binomial,
    poisson,
    negativeBinomial: (successes, probability) => poisson((gamma(successes) * (1 - probability)) / probability),
    multinomial(trials, weights, out) {
      let weight = 0
      for (let i = 0; i < weights.length; i++) weight += weights[i]!
      let left = trials
      for (let i = 0; i < weights.length; i++) {
        const share = weights[i]!
        const drawn = left === 0 ? 0 : i === weights.length - 1 ? left : binomial(left, share / weight)
        out[i] = drawn
        left -= drawn
        weight -= share
      }
    },
  }
}
