import { expect, test } from 'vitest'
import { convergenceOf } from './convergence.ts'
import { LATENT_CLASS_DEFAULTS, latentClass, latentClassChain } from './latent-class.ts'
import { createRandom } from './random.ts'
import { tableOf } from './table.ts'
import { publishedTable } from './tables/read.ts'

const short = { draws: 600, thin: 20, burnIn: 1000, chains: 4 }

test('spina bifida: 733–734 [685–826], as LCMCR prints it', () => {
  const posterior = latentClass(publishedTable('spina3'), { ...short, seed: 2 })
  expect(Math.abs(posterior.median / 733 - 1)).toBeLessThan(0.01)
  expect(Math.abs(posterior.low / 686 - 1)).toBeLessThan(0.02)
  expect(Math.abs(posterior.high / 822 - 1)).toBeLessThan(0.06)
  expect(posterior.rHat).toBeLessThan(1.03)
  expect(posterior.prior).toMatch(/Gamma\(0.25, 0.25\)/)
})

test('Western US: 1,828–1,830 [1,310–3,039]', () => {
  const posterior = latentClass(publishedTable('western-us'), { ...short, seed: 5 })
  expect(Math.abs(posterior.median / 1829 - 1)).toBeLessThan(0.03)
  expect(Math.abs(posterior.low / 1314 - 1)).toBeLessThan(0.05)
})

test('equal seeds give equal draws, chains differ, and progress reaches the end', () => {
  const table = publishedTable('spina3')
  const options = { ...LATENT_CLASS_DEFAULTS, ...short, draws: 50 }
  const told: number[] = []
  const first = latentClassChain(table, options, 0, (share) => told.push(share))
  expect(latentClassChain(table, options, 0)).toEqual(first)
  expect(latentClassChain(table, options, 1)).not.toEqual(first)
  expect(told.at(-1)).toBe(1)
  expect([...first].every((size) => Number.isInteger(size) && size >= table.observed)).toBe(true)
})

test('a population of two kinds of people: the interval holds the true size', () => {
  const random = createRandom(31)
  const truth = 2000
  const counts = new Map<number, number>()
  for (let person = 0; person < truth; person++) {
    const chances = person < 600 ? [0.6, 0.5, 0.7, 0.5] : [0.15, 0.1, 0.2, 0.15]
    const history = chances.reduce((bits, chance, list) => (random.uniform() < chance ? bits | (1 << list) : bits), 0)
    counts.set(history, (counts.get(history) ?? 0) + 1)
  }
  const table = tableOf(
    ['A', 'B', 'C', 'D'],
    [...counts].map(([lists, count]) => ({ lists, count })),
  )
  const posterior = latentClass(table, { ...short, seed: 1 })
  expect(posterior.low).toBeLessThan(truth)
  expect(posterior.high).toBeGreaterThan(truth)
})

test('split R-hat and effective sample size: white noise, autoregression, chains apart, a drift', () => {
  const chains = (make: (chain: number, i: number, previous: number) => number) =>
    Array.from({ length: 4 }, (_, chain) => {
      let previous = 0
      return Float64Array.from({ length: 1000 }, (_, i) => {
        previous = make(chain, i, previous)
        return previous
      })
    })
  const random = createRandom(3)
  const noise = convergenceOf(chains(() => random.normal()))
  expect(noise.rHat).toBeLessThan(1.01)
  expect(noise.ess).toBeGreaterThan(3200)
  expect(noise.ess).toBeLessThan(4800)
  const slow = convergenceOf(chains((_, __, previous) => 0.9 * previous + random.normal()))
  // An AR(1) chain is worth (1 − ρ)/(1 + ρ) of its draws: 4,000 / 19.
  expect(slow.ess).toBeGreaterThan(130)
  expect(slow.ess).toBeLessThan(320)
  expect(convergenceOf(chains((chain) => random.normal() + (chain === 0 ? 3 : 0))).rHat).toBeGreaterThan(1.2)
  expect(convergenceOf(chains((_, i) => random.normal() + i / 200)).rHat).toBeGreaterThan(1.2)
  expect(convergenceOf(chains((chain) => random.normal() * (chain === 0 ? 8 : 1))).rHat).toBeGreaterThan(1.05)
})
