import { describe, expect, test } from 'vitest'
import { bcaInterval } from './bca.ts'
import { fitAllLogLinear } from './log-linear.ts'
import { createRandom } from './random.ts'
import { SPARSE_DEFAULTS, sparseEstimate, sparseFit, sparseReplicates } from './sparse.ts'
import { logLinearModels, stepwiseLogLinear } from './stepwise.ts'
import { membersOf } from './table.ts'
import { publishedTable, referenceRows } from './tables/read.ts'

describe('SparseMSE', () => {
  const rows = referenceRows('sparsemse')

  test.each(rows)('$table: $estimate, by the same steps', ({ table: name, estimate, model }) => {
    const table = publishedTable(name!)
    const fit = sparseFit(table)
    expect(Math.abs(fit.estimate - Number(estimate))).toBeLessThan(0.051)
    // Pairs without overlap have no parameter of their own in the reference's formula.
    const pairs = fit.pairs
      .filter((pair) => !fit.emptyPairs.includes(pair))
      .map((pair) =>
        membersOf(pair)
          .map((list) => table.names[list])
          .join(':'),
      )
    const wanted = model!.split('+').filter((term) => term.includes(':'))
    const ordered = (term: string) => term.split(':').sort().join(':')
    expect(pairs.map(ordered)).toEqual(wanted.map(ordered))
  })

  test('UK: the interval of 9,267–14,307, within the noise of a thousand replicates', () => {
    const { interval, replicates } = sparseEstimate(publishedTable('uk'), { replicates: 400, seed: 4 })
    expect(replicates).toHaveLength(400)
    expect(Math.abs(interval.low - 9267)).toBeLessThan(900)
    expect(Math.abs(interval.high - 14307)).toBeLessThan(2000)
  })

  test('replicates do not depend on how they are shared out', () => {
    const table = publishedTable('western-us')
    const whole = sparseReplicates(table, SPARSE_DEFAULTS, 0, 20)
    const parts = [sparseReplicates(table, SPARSE_DEFAULTS, 0, 7), sparseReplicates(table, SPARSE_DEFAULTS, 7, 20)]
    expect([...parts[0]!, ...parts[1]!]).toEqual([...whole])
  })
})

test('BCa of a mean is near the exact interval, and moves with skew', () => {
  const random = createRandom(9)
  const sample = Array.from({ length: 40 }, () => random.gamma(2))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const replicates = Array.from({ length: 4000 }, () =>
    mean(Array.from(sample, () => sample[Math.floor(random.uniform() * sample.length)]!)),
  )
  const jackknife = sample.map((_, out) => ({ value: mean(sample.filter((_, i) => i !== out)), weight: 1 }))
  const { low, high, acceleration } = bcaInterval(mean(sample), replicates, jackknife)
  expect(acceleration).toBeGreaterThan(0)
  expect(low).toBeLessThan(mean(sample))
  expect(high - mean(sample)).toBeGreaterThan(mean(sample) - low)
})

test('stepwise selection ends in the best neighbour, and equals the full search on four lists', () => {
  for (const name of ['kosovo', 'hiv', 'lesbian', 'australia']) {
    const table = publishedTable(name)
    const best = fitAllLogLinear(table)[0]!
    const found = stepwiseLogLinear(table)[0]!
    expect(found.bic).toBeGreaterThanOrEqual(best.bic - 1e-6)
    expect(found.bic - best.bic).toBeLessThan(3)
  }
  const five = logLinearModels(publishedTable('spina5'))
  expect(five[0]!.bic).toBeLessThan(five.at(-1)!.bic)
  expect(five.some(({ model }) => model === '[1,2,3,4,5]')).toBe(true)
})
