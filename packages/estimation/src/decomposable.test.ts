import { describe, expect, test } from 'vitest'
import { averageDecomposable, decomposableGraphs } from './decomposable.ts'
import { logGamma } from './distributions.ts'
import { tableFromDense } from './table.ts'
import { publishedTable, referenceRows } from './tables/read.ts'

test('decomposable graphs on one to five lists: 1, 2, 8, 61, 822', () => {
  expect([1, 2, 3, 4, 5].map((lists) => decomposableGraphs(lists).length)).toEqual([1, 2, 8, 61, 822])
  expect(() => decomposableGraphs(6)).toThrow(/at most 5/)
})

describe('dga', () => {
  test.each(referenceRows('dga'))('$table: $median [$low–$high]', ({ table, median, low, high, mean }) => {
    const posterior = averageDecomposable(publishedTable(table!))
    for (const [got, wanted] of [
      [posterior.median, median],
      [posterior.low, low],
      [posterior.high, high],
    ] as const) {
      // Bins beyond 2,000 missed are a thousandth wide.
      expect(Math.abs(got - Number(wanted)), `${got} for ${wanted}`).toBeLessThanOrEqual(1)
    }
    expect(Math.abs(posterior.mean - Number(mean))).toBeLessThan(0.051 + posterior.mean * 1e-5)
    expect(posterior.share.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 10)
  })

  test('the prior is written down, and changes the answer where the data are silent', () => {
    const gaza = publishedTable('gaza')
    const total = averageDecomposable(gaza)
    const missed = averageDecomposable(gaza, { prior: 'missed' })
    expect(total.prior).toMatch(/1\/N/)
    expect(missed.prior).toMatch(/1\/\(N − n\)/)
    expect(missed.median).toBeLessThan(total.median)
    expect(total.graphs[0]!.edges).toHaveLength(3)
    expect(averageDecomposable(gaza, { withoutSaturated: true }).graphs).toHaveLength(7)
  })
})

test('two independent lists: the posterior is the one written out by hand', () => {
  const [a, b, both] = [12, 9, 4]
  const table = tableFromDense(['A', 'B'], [0, a, b, both])
  const most = 400
  const posterior = averageDecomposable(table, { mostMissed: most })
  const n = a + b + both
  const margin = (on: number, off: number, alpha: number) =>
    logGamma(2 * alpha) -
    logGamma(on + off + 2 * alpha) +
    logGamma(on + alpha) +
    logGamma(off + alpha) -
    2 * logGamma(alpha)
  const weights = Array.from({ length: most }, (_, i) => {
    const missed = i + 1
    const base = logGamma(n + missed + 1) - logGamma(missed + 1) - Math.log(n + missed)
    const independent = margin(a + both, b + missed, 0.5) + margin(b + both, a + missed, 0.5)
    const delta = 0.25
    const dependent =
      logGamma(4 * delta) -
      logGamma(n + missed + 4 * delta) +
      [missed, a, b, both].reduce((sum, count) => sum + logGamma(count + delta) - logGamma(delta), 0)
    return Math.exp(base + independent) + Math.exp(base + dependent)
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  for (const i of [0, 5, 40, 399]) expect(posterior.share[i]!).toBeCloseTo(weights[i]! / whole, 10)
})
