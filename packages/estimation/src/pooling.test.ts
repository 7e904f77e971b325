import { expect, test } from 'vitest'
import { studentQuantile } from './distributions.ts'
import { estimateStrata, PoolingError, poolByMixture, poolByRubin } from './pooling.ts'
import { tableFromDense } from './table.ts'
import { publishedTable } from './tables/read.ts'

test("Student's quantiles of printed tables", () => {
  expect(studentQuantile(0.975, 1)).toBeCloseTo(12.7062, 3)
  expect(studentQuantile(0.975, 9)).toBeCloseTo(2.26216, 5)
  expect(studentQuantile(0.95, 30)).toBeCloseTo(1.69726, 5)
})

test("Rubin's rules: equal draws change nothing, draws apart widen the interval", () => {
  const draw = { observed: 1000, estimate: 1500, se: 50 }
  const same = poolByRubin([draw, draw, draw])
  expect(same.estimate).toBeCloseTo(1500, 9)
  expect(same.se).toBeCloseTo(50, 9)
  expect(same.fromLinkage).toBeCloseTo(0, 12)
  expect(same.low).toBeCloseTo(1000 + 500 / Math.exp(1.959964 * 0.1), 3)
  const apart = poolByRubin([draw, { ...draw, estimate: 1400 }, { ...draw, estimate: 1620 }])
  expect(apart.fromLinkage).toBeGreaterThan(0.5)
  expect(apart.low).toBeLessThan(same.low)
  expect(apart.high).toBeGreaterThan(same.high)
  expect(apart.low).toBeGreaterThan(1000)
  expect(() => poolByRubin([draw])).toThrow(PoolingError)
  expect(() => poolByRubin([draw, { observed: 10, estimate: 9, se: 1 }])).toThrow(/10 are counted/)
})

test('a mixture of equal draws is one draw; of two far apart, its ends are theirs', () => {
  const draw = { observed: 1000, estimate: 1500, se: 50 }
  const one = poolByMixture([draw, draw])
  expect(one.median).toBeCloseTo(1500, 3)
  expect(one.low).toBeCloseTo(1000 + 500 / Math.exp(1.959964 * 0.1), 2)
  const two = poolByMixture([draw, { observed: 1000, estimate: 3000, se: 100 }])
  expect(two.low).toBeLessThan(1430)
  expect(two.high).toBeGreaterThan(3150)
})

test('strata are added; an empty one and one that bears no model are named and make the sum a bound', () => {
  const spina = publishedTable('spina3')
  const twice = estimateStrata(
    new Map([
      ['a', spina],
      ['b', spina],
    ]),
  )
  expect(twice.estimate).toBeCloseTo(2 * 730.92857, 3)
  expect(twice.se).toBeCloseTo(Math.SQRT2 * 16.98023, 3)
  expect(twice.bound).toBe(false)
  const sum = estimateStrata(
    new Map([
      ['a', spina],
      ['empty', tableFromDense(['A', 'B', 'C'], [0, 0, 0, 0, 0, 0, 0, 0])],
      ['thin', tableFromDense(['A', 'B', 'C'], [0, 5, 3, 1, 0, 0, 0, 0])],
    ]),
  )
  expect(sum.bound).toBe(true)
  expect(sum.observed).toBe(626 + 9)
  expect(sum.strata.map(({ reason }) => reason)).toEqual([null, 'it holds nobody', 'only 2 of its lists can be used'])
})
