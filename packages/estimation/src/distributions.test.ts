import { expect, test } from 'vitest'
import { chiSquaredTail, logGamma, normalCdf, normalQuantile, poissonCdf } from './distributions.ts'
import { createRandom } from './random.ts'

test('log gamma, normal, chi-squared and Poisson values of printed tables', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
  expect(logGamma(171)).toBeCloseTo(706.5730622457874, 9)
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12)
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 10)
  expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015, 8)
  expect(chiSquaredTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12)
  expect(poissonCdf(3, 2)).toBeCloseTo(Math.exp(-2) * (1 + 2 + 2 + 4 / 3), 13)
})

/** Mean and variance of many draws, each within five standard errors of the truth. */
function expectMoments(draw: () => number, mean: number, variance: number, fourth: number) {
  const n = 40_000
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const x = draw() - mean
    sum += x
    squares += x * x
  }
  expect(Math.abs(sum / n)).toBeLessThan(5 * Math.sqrt(variance / n))
  expect(Math.abs(squares / n - variance)).toBeLessThan(5 * Math.sqrt((fourth - variance ** 2) / n))
}

test('draws have the moments of their distributions', () => {
  const random = createRandom(20, 1)
  expectMoments(random.uniform, 0.5, 1 / 12, 1 / 80)
  expectMoments(random.normal, 0, 1, 3)
  for (const shape of [0.3, 1, 4.5]) {
    expectMoments(() => random.gamma(shape), shape, shape, 3 * shape ** 2 + 6 * shape)
  }
  for (const mean of [0.7, 9, 40, 5000]) {
    expectMoments(() => random.poisson(mean), mean, mean, 3 * mean ** 2 + mean)
  }
  for (const [n, p] of [
    [7, 0.3],
    [60, 0.5],
    [4000, 0.97],
    [1000, 0.002],
  ] as const) {
    const v = n * p * (1 - p)
    expectMoments(() => random.binomial(n, p), n * p, v, 3 * v ** 2 + v * (1 - 6 * p * (1 - p)))
  }
  const [a, b] = [2, 5]
  expectMoments(() => random.beta(a, b), 2 / 7, 10 / (49 * 8), 3 * (10 / (49 * 8)) ** 2)
})

test('equal seeds give equal draws, other seeds and streams other ones', () => {
  const first = (seed: number, stream = 0) => Array.from({ length: 4 }, createRandom(seed, stream).uniform)
  expect(first(5)).toEqual(first(5))
  expect(first(5)).not.toEqual(first(6))
  expect(first(5, 1)).not.toEqual(first(5, 2))
  expect(() => createRandom(0.5)).toThrow(/integer/)
})
