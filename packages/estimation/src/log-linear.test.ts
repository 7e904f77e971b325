import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facialSet } from './existence.ts'
import { fitClosedPopulations } from './heterogeneity.ts'
import { allHierarchicalModels, modelFromName, modelInWords, modelName } from './hierarchy.ts'
import { matrixOf } from './linear.ts'
import { designOf, fitAllLogLinear, fitLogLinear } from './log-linear.ts'
import { profileInterval } from './profile.ts'
import { denseCounts, tableFromDense } from './table.ts'
import { publishedTable, referenceRows } from './tables/read.ts'

const four = (text: string | undefined) => Number(text).toPrecision(4)

describe('Rcapture', () => {
  const rows = referenceRows('rcapture')
  const tables = [...new Set(rows.map(({ table }) => table!))]

  test.each(tables)('every closedp row of %s', (name) => {
    const fits = fitClosedPopulations(publishedTable(name))
    const wanted = rows.filter(({ table, model }) => table === name && !model!.startsWith('best'))
    expect(wanted).toHaveLength(12)
    for (const { model, estimate, se, aic, bic } of wanted) {
      const fit = fits.find((one) => one.model === model)!
      expect(fit.estimate.toPrecision(4), model).toBe(four(estimate))
      // The reference prints two decimals: a fifth digit at the edge of the fourth is not a difference.
      expect(Math.abs(fit.se - Number(se)), `${model}: ${fit.se}`).toBeLessThan(0.00501 + Number(se) * 2e-5)
      expect(fit.aic).toBeCloseTo(Number(aic), 2)
      expect(fit.bic).toBeCloseTo(Number(bic), 2)
    }
  })

  test.each(rows.filter(({ model }) => model!.startsWith('best')))('closedpMS: $table $model', (row) => {
    const [, criterion, ...generators] = row.model!.split(' ')
    const fits = [...fitAllLogLinear(publishedTable(row.table!))]
    if (criterion === 'AIC') fits.sort((a, b) => a.aic - b.aic)
    expect(fits[0]!.model).toBe(generators.join(','))
    expect(fits[0]!.estimate!.toPrecision(4)).toBe(four(row.estimate))
    expect(fits[0]!.se!.toPrecision(4)).toBe(four(row.se))
  })

  test('Kosovo: the published 10,356', () => {
    const best = fitAllLogLinear(publishedTable('kosovo'))[0]!
    expect(best.model).toBe('[123,14,34]')
    expect(best.estimate).toBeCloseTo(10356.5, 1)
    expect(best.se).toBeCloseTo(785.9, 1)
  })

  test("the three-list table of Gaza's dead, saturated: 64,696, se 3,587", () => {
    const fit = fitLogLinear(publishedTable('gaza'), modelFromName('[12,13,23]', 3))
    expect(fit.estimate).toBeCloseTo(64696.07, 2)
    expect(fit.se).toBeCloseTo(3587.1185, 3)
    expect(fit.df).toBe(0)
    expect(fit.fitP).toBeNull()
  })

  test("Mbh: recaptures say nothing about who was never captured, so the delta method's error is the smaller", () => {
    const fit = fitClosedPopulations(publishedTable('kosovo')).find(({ model }) => model === 'Mbh')!
    expect(fit.deltaSe).toBeLessThan(fit.se)
    expect(fit.deltaSe).toBeCloseTo(73.52, 2)
  })
})

describe('hierarchical models', () => {
  test('there are 1, 8 and 113 for two, three and four lists, each named once and read back', () => {
    for (const [lists, many] of [
      [2, 1],
      [3, 8],
      [4, 113],
    ] as const) {
      const models = allHierarchicalModels(lists)
      expect(new Set(models.map(modelName)).size).toBe(many)
      for (const terms of models) expect(modelFromName(modelName(terms), lists)).toEqual(terms)
    }
    expect(modelInWords(modelFromName('[123,14,34]', 4), ['EXH', 'ABA', 'OSCE', 'HRW'])).toBe(
      'EXH×ABA×OSCE, EXH×HRW, OSCE×HRW',
    )
  })

  test('the order of the lists changes no estimate', () => {
    const table = publishedTable('lesbian')
    const counts = denseCounts(table)
    const turned = tableFromDense(
      ['B', 'C', 'D', 'A'],
      counts.map((_, bits) => counts[((bits << 1) & 15) | (bits >> 3)]!),
    )
    const estimates = (which: typeof table) => fitAllLogLinear(which).map(({ estimate }) => estimate!.toPrecision(6))
    expect(estimates(turned).sort()).toEqual(estimates(table).sort())
  })

  test('two lists give the Lincoln–Petersen number', () => {
    const fit = fitLogLinear(tableFromDense(['A', 'B'], [0, 150, 60, 40]), modelFromName('[1,2]', 2))
    expect(fit.estimate).toBeCloseTo((190 * 100) / 40, 6)
  })
})

describe('existence (Fienberg and Rinaldo 2012)', () => {
  test('an empty pair of lists puts that interaction at the boundary, and the estimate without it stands', () => {
    const counts = [0, 40, 30, 0, 20, 6, 5, 0]
    const table = tableFromDense(['A', 'B', 'C'], counts)
    const withPair = fitLogLinear(table, modelFromName('[12,3]', 3))
    expect(withPair.existence).toBe('on_boundary')
    expect(withPair.dropped).toBe(2)
    const cells = [1, 2, 4, 5, 6].map((history) => [1, history & 1, (history >> 1) & 1, (history >> 2) & 1])
    expect(facialSet(matrixOf(cells, 4), [40, 30, 20, 6, 5])).toHaveLength(5)
    expect(withPair.estimate).toBeGreaterThan(table.observed)
  })

  test('the table of Chan, Silverman and Vincent without any estimate for [13] is not identified', () => {
    const table = publishedTable('artificial3')
    expect(fitLogLinear(table, modelFromName('[12,3]', 3)).existence).toBe('not_identified')
    expect(fitLogLinear(table, modelFromName('[12,3]', 3)).estimate).toBeNull()
    expect(profileInterval(table, modelFromName('[12,3]', 3))).toBeNull()
    expect(fitLogLinear(table, modelFromName('[1,2,3]', 3)).existence).toBe('exists')
  })

  test('a zero pattern without a zero margin that still has no estimate (Haberman 1974): two opposite corners', () => {
    // The 2×2×2 table with zeros at 000 and 111 under no three-way interaction, here shifted into the seven seen cells.
    const rows = Array.from({ length: 8 }, (_, cell) =>
      modelFromName('[12,13,23]', 3).map((term) => ((cell & term) === term ? 1 : 0)),
    )
    const counts = [0, 5, 7, 3, 2, 9, 4, 0]
    expect(facialSet(matrixOf(rows, 7), counts)).toEqual([1, 2, 3, 4, 5, 6])
    expect(facialSet(matrixOf(rows, 7), [1, ...counts.slice(1)])).toHaveLength(8)
  })

  test('the estimate exists exactly where no cell drops out, filled cells never do, and it is never below the counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.nat(12)), { minLength: 15, maxLength: 15 }),
        fc.nat(112),
        (cells, which) => {
          fc.pre(cells.some((count) => count > 0))
          const table = tableFromDense(['A', 'B', 'C', 'D'], [0, ...cells])
          const terms = allHierarchicalModels(4)[which]!
          const design = designOf(4, terms)
          const facial = facialSet(design, cells)
          expect(cells.every((count, row) => count === 0 || facial.includes(row))).toBe(true)
          const fit = fitLogLinear(table, terms)
          expect(fit.existence === 'exists').toBe(facial.length === 15)
          if (fit.estimate !== null) expect(fit.estimate).toBeGreaterThanOrEqual(table.observed)
        },
      ),
      { seed: 11, numRuns: 150 },
    )
  })
})

test('the profile interval holds the estimate, and its ends lose 1.92 of log-likelihood', () => {
  const table = publishedTable('kosovo')
  const profile = profileInterval(table, modelFromName('[123,14,34]', 4))!
  expect(profile.low).toBeGreaterThan(8900)
  expect(profile.high).toBeLessThan(12200)
  expect(profile.low).toBeLessThan(10356.5)
  expect(profile.high).toBeGreaterThan(10356.5)
  expect(Math.abs(profile.estimate - 10356.5)).toBeLessThan(50)
  const narrower = profileInterval(table, modelFromName('[123,14,34]', 4), 0.8)!
  expect(narrower.low).toBeGreaterThan(profile.low)
  expect(narrower.high).toBeLessThan(profile.high)
})
