/** Distribution functions and quantiles, to about twelve digits. */

/** log Γ(x) for x > 0: Stirling's series (Abramowitz and Stegun 6.1.41) above 12, the recurrence 6.1.15 below. */
export function logGamma(x: number): number {
  let product = 1
  let z = x
  while (z < 12) {
    product *= z
    z++
  }
  const inverse = 1 / z
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))))
  const stirling = (z - 0.5) * Math.log(z) - z + 0.9189385332046728 + series
  return product === 1 ? stirling : stirling - Math.log(product)
}

/**
 * Upper regularised incomplete gamma function Q(a, x). Its series (Abramowitz and Stegun 6.5.29) below a + 1, its
 * continued fraction (6.5.31), evaluated by Lentz's method, above.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000; n++) {
      term *= x / (a + n)
      sum += term
      if (term < sum * 1e-16) break
    }
    return 1 - scale * sum
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return scale * fraction
}

/** P(X ≤ k) for X Poisson with this mean. */
export function poissonCdf(k: number, mean: number): number {
  return k < 0 ? 0 : upperGamma(Math.floor(k) + 1, mean)
}

export function normalCdf(z: number): number {
  const tail = 0.5 * upperGamma(0.5, (z * z) / 2)
  return z > 0 ? 1 - tail : tail
}

/** Quantile of the standard normal: Abramowitz and Stegun 26.2.23, polished by Newton's method on the log tail. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  if (p > 0.5) return -normalQuantile(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  let z = -(
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  )
  for (let i = 0; i < 4; i++) {
    const cdf = normalCdf(z)
    z -= (Math.log(cdf / p) * cdf) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
  }
  return z
}

/** P(X > x) for X chi-squared with these degrees of freedom. */
export function chiSquaredTail(x: number, degrees: number): number {
  return degrees <= 0 ? (x > 1e-6 ? 0 : 1) : upperGamma(degrees / 2, x / 2)
}

/** Chi-squared quantile for one degree of freedom: 3.841 at 0.95. */
export function chiSquaredOneQuantile(p: number): number {
  return normalQuantile((1 + p) / 2) ** 2
}

/**
 * Regularised incomplete beta function I(x; a, b) by its continued fraction (Abramowitz and Stegun 26.5.8), Lentz's
 * method.
 */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return scale * fraction
}

/** Quantile of Student's t, for p above one half; the normal's for infinitely many degrees of freedom. */
export function studentQuantile(p: number, degrees: number): number {
  if (degrees > 1e7) return normalQuantile(p)
  let low = 0
  let high = 1e6
  for (let i = 0; i < 100 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2
    const tail = 0.5 * incompleteBeta(degrees / (degrees + middle ** 2), degrees / 2, 0.5)
    if (1 - tail < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const low = sorted[below]!
  return low + (position - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] ?? low) - low)
}
