/** Simulated populations of known size: independence, pairwise dependence, heterogeneity, sparse lists. */
import { createRandom, type OverlapTable, tableFromDense } from '@corroborate/estimation'

export interface Scenario {
  readonly name: string
  readonly lists: number
  /** Everybody, on a list or not. */
  readonly size: number
  /** The model that the population follows. */
  readonly truth: string
  draw(replicate: number): OverlapTable
}

const NAMES = ['A', 'B', 'C', 'D', 'E']

/** Cell probabilities in proportion to exp of the terms a history holds, and of τ k²/2 for its size k. */
function logLinear(
  name: string,
  size: number,
  truth: string,
  chances: readonly number[],
  interactions: Readonly<Record<string, number>> = {},
  tau = 0,
): Scenario {
  const lists = chances.length
  const terms = Object.entries(interactions).map(([term, value]) => ({
    bits: [...term].reduce((bits, digit) => bits | (1 << (Number(digit) - 1)), 0),
    value,
  }))
  const weights = Array.from({ length: 2 ** lists }, (_, history) => {
    let eta = 0
    let on = 0
    chances.forEach((chance, list) => {
      if (!((history >> list) & 1)) return
      eta += Math.log(chance / (1 - chance))
      on++
    })
    for (const { bits, value } of terms) if ((history & bits) === bits) eta += value
    return Math.exp(eta + (tau * on ** 2) / 2)
  })
  return {
    name,
    lists,
    size,
    truth,
    draw(replicate) {
      const counts = new Float64Array(weights.length)
      createRandom(2026, replicate).multinomial(size, weights, counts)
      counts[0] = 0
      return tableFromDense(NAMES.slice(0, lists), counts)
    },
  }
}

/** Kinds of people, each with its own chance of being on each list. */
function classes(
  name: string,
  kinds: readonly { readonly people: number; readonly chances: readonly number[] }[],
): Scenario {
  const lists = kinds[0]!.chances.length
  return {
    name,
    lists,
    size: kinds.reduce((sum, { people }) => sum + people, 0),
    truth: 'latent classes',
    draw(replicate) {
      const random = createRandom(2027, replicate)
      const counts = new Float64Array(2 ** lists)
      for (const { people, chances } of kinds) {
        for (let person = 0; person < people; person++) {
          let history = 0
          for (let list = 0; list < lists; list++) if (random.uniform() < chances[list]!) history |= 1 << list
          counts[history]!++
        }
      }
      counts[0] = 0
      return tableFromDense(NAMES.slice(0, lists), counts)
    },
  }
}

export const SCENARIOS: readonly Scenario[] = [
  logLinear('independent, three lists', 2000, '[1,2,3]', [0.3, 0.25, 0.2]),
  logLinear('independent, four lists', 5000, '[1,2,3,4]', [0.25, 0.2, 0.15, 0.1]),
  logLinear('independent, sparse', 1000, '[1,2,3,4]', [0.08, 0.07, 0.06, 0.05]),
  logLinear('one pair together, three lists', 2000, '[12,3]', [0.25, 0.2, 0.2], { 12: 1 }),
  logLinear('one pair apart, four lists', 3000, '[12,3,4]', [0.25, 0.2, 0.2, 0.15], { 12: -1 }),
  logLinear('two pairs together', 5000, '[12,34]', [0.2, 0.15, 0.15, 0.1], { 12: 1, 34: 0.8 }),
  logLinear('a chain of pairs', 5000, '[12,23,34]', [0.2, 0.15, 0.15, 0.1], { 12: 0.8, 23: -0.6, 34: 0.8 }),
  logLinear('three lists together', 5000, '[123,4]', [0.2, 0.15, 0.15, 0.15], { 12: 0.5, 13: 0.5, 23: 0.5, 123: 0.6 }),
  logLinear('sparse, one pair together', 1500, '[12,3,4]', [0.06, 0.06, 0.08, 0.07], { 12: 1.5 }),
  logLinear('five lists, two pairs', 4000, '[12,34,5]', [0.15, 0.15, 0.1, 0.1, 0.12], { 12: 0.8, 34: 0.8 }),
  logLinear('people differ (Darroch)', 4000, 'Mth Darroch', [0.08, 0.07, 0.06, 0.05], {}, 0.8),
  classes('two kinds of people', [
    { people: 1500, chances: [0.7, 0.65, 0.6, 0.7, 0.6] },
    { people: 2500, chances: [0.25, 0.2, 0.25, 0.3, 0.2] },
  ]),
  // Beyond the twelve: most are hard to reach, and every model comes out low. The panel must say so.
  classes('two kinds, most of them hidden', [
    { people: 900, chances: [0.5, 0.45, 0.5, 0.4] },
    { people: 2100, chances: [0.12, 0.1, 0.1, 0.08] },
  ]),
]
