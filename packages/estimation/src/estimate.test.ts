import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { estimate } from './estimate.ts'
import type { Estimation } from './panel.ts'
import { dependenceOf, dependencePicture } from './picture-dependence.ts'
import { overlapPicture } from './picture-overlap.ts'
import { panelPicture } from './picture-panel.ts'
import { posteriorPicture } from './picture-posterior.ts'
import { overlapTable, tableFromDense } from './table.ts'
import { publishedTable } from './tables/read.ts'
import { openWorkers } from './worker.ts'

const fast = { without: ['sparse', 'latent-class'] as const }

describe('the panel', () => {
  test('Kosovo: all 113 log-linear models, best first, and a range, not a number', async () => {
    const { models, verdict, refused, sensitivity } = await estimate(publishedTable('kosovo'), fast)
    const logLinear = models.filter(({ method }) => method === 'log-linear')
    expect(logLinear).toHaveLength(113)
    expect(models[0]!.model).toBe('[123,14,34]')
    expect(logLinear.map(({ bic }) => bic)).toEqual(logLinear.map(({ bic }) => bic!).sort((a, b) => a - b))
    expect(refused).toBeNull()
    expect(verdict.kind).toBe('range')
    expect(verdict.range![0]).toBeLessThan(verdict.estimates![0])
    expect(verdict.estimates![0]).toBeLessThan(verdict.estimates![1])
    expect(verdict.flags.map(({ code }) => code)).toEqual(['models_conflict', 'people_differ', 'list_matters'])
    expect(verdict.summary.join(' ')).toMatch(/No one number is more right/)
    expect(sensitivity.map(({ list }) => list)).toEqual(['EXH', 'ABA', 'OSCE', 'HRW'])
    for (const { estimate: size, low, high } of logLinear) {
      expect(low!).toBeLessThanOrEqual(size!)
      expect(high!).toBeGreaterThanOrEqual(size!)
    }
  })

  test("Gaza's three lists: the panel says that every model that can be tested is wrong, and that the prior speaks", async () => {
    const { verdict } = await estimate(publishedTable('gaza'), fast)
    const codes = verdict.flags.map(({ code }) => code)
    expect(codes).toContain('no_model_fits')
    expect(codes).toContain('prior_driven')
    expect(codes).toContain('fit_untested')
  })

  test('equal seeds give equal answers, on the spot and in workers', async () => {
    const options = {
      seed: 3,
      latentClass: { draws: 40, burnIn: 50, thin: 2, chains: 2 },
      sparse: { replicates: 12 },
    }
    const here = await estimate(publishedTable('spina3'), options)
    const shares: number[] = []
    const there = await estimate(publishedTable('spina3'), {
      ...options,
      run: workers.run,
      progress: (_, share) => shares.push(share),
    })
    expect(there).toEqual(here)
    expect(Math.max(...shares)).toBeCloseTo(1, 9)
    expect(JSON.stringify(here)).not.toContain('undefined')
  })

  const workers = openWorkers(2)
  afterAll(() => workers.close())

  test('chains that disagree are refused, and the rest of the panel stands', async () => {
    const { refused, verdict, models } = await estimate(publishedTable('netherlands5'), {
      without: ['sparse', 'decomposable'],
      latentClass: { draws: 50, burnIn: 10, thin: 1 },
    })
    expect(refused!.reasons.map(({ code, scope }) => [code, scope])).toEqual([['chains_disagree', 'latent-class']])
    expect(models.find(({ method }) => method === 'latent-class')!.diagnostics.credible).toBe(false)
    expect(verdict.kind).toBe('range')
  })
})

test('any table is answered: with a range that holds its models, or with reasons', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }).chain((lists) =>
        fc.tuple(
          fc.constant(['A', 'B', 'C', 'D', 'E'].slice(0, lists)),
          fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(6), fc.nat(200)), {
            minLength: 2 ** lists - 1,
            maxLength: 2 ** lists - 1,
          }),
        ),
      ),
      async ([names, counts]) => {
        const { verdict, refused, models, observed } = await estimate(tableFromDense(names, [0, ...counts]), fast)
        expect(JSON.stringify(models)).not.toMatch(/undefined|NaN/)
        if (verdict.kind === 'refused') {
          expect(verdict.range).toBeNull()
          expect(verdict.summary[0]).toMatch(/^No estimate is given/)
          return
        }
        expect(refused).toBeNull()
        const [low, high] = verdict.range!
        expect(low).toBeGreaterThanOrEqual(observed)
        for (const { estimate: size, diagnostics } of models) {
          if (!diagnostics.credible) continue
          expect(size!).toBeGreaterThanOrEqual(low - 1e-6)
          expect(size!).toBeLessThanOrEqual((high ?? Number.POSITIVE_INFINITY) + 1e-6)
        }
      },
    ),
    { seed: 5, numRuns: 40 },
  )
})

describe('refusals', () => {
  const codes = ({ refused }: Estimation) => refused?.reasons.map(({ code }) => code)

  test('two lists, with Chapman as the bound', async () => {
    const answer = await estimate(tableFromDense(['A', 'B'], [0, 150, 60, 40]))
    expect(codes(answer)).toEqual(['fewer_than_three_lists'])
    expect(answer.verdict.kind).toBe('refused')
    expect(answer.refused!.bound.chapman!.estimate).toBeCloseTo((191 * 101) / 41 - 1, 6)
    expect(answer.verdict.summary[0]).toMatch(/^No estimate is given\. Only two lists/)
  })

  test('three lists of which one lies inside another, or touches no other', async () => {
    const inside = overlapTable(
      ['A', 'B', 'C'],
      [
        { history: [1, 0, 0], count: 20 },
        { history: [0, 1, 0], count: 20 },
        { history: [1, 1, 0], count: 9 },
        { history: [1, 0, 1], count: 5 },
      ],
    )
    const answer = await estimate(inside)
    expect(codes(answer)).toEqual(['fewer_than_three_lists'])
    expect(answer.used).toEqual(['A', 'B'])
    expect(answer.notes[0]!.message).toMatch(/Everyone on C is on A too/)
    expect(codes(await estimate(publishedTable('artificial3')))).toEqual(['fewer_than_three_lists'])
  })

  test('nobody on two lists, nobody at all, twenty lists', async () => {
    expect(codes(await estimate(tableFromDense(['A', 'B', 'C'], [0, 5, 5, 0, 5, 0, 0, 0])))).toEqual([
      'fewer_than_three_lists',
      'no_overlap',
    ])
    const none = await estimate(tableFromDense(['A', 'B', 'C'], new Float64Array(8)))
    expect(codes(none)).toEqual(['no_people'])
    const names = Array.from({ length: 20 }, (_, list) => `L${list}`)
    const twenty = await estimate({
      names,
      cells: Array.from({ length: 20 }, (_, list) => [
        { lists: 1 << list, count: 5 },
        { lists: (1 << list) | (1 << ((list + 1) % 20)), count: 2 },
      ])
        .flat()
        .sort((a, b) => a.lists - b.lists),
      observed: 140,
    })
    expect(codes(twenty)).toEqual(['too_many_lists'])
    expect(twenty.refused!.reasons[0]!.message).toMatch(/merge lists/)
  })
})

describe('pictures', () => {
  const wellFormed = (svg: string) => {
    const open: string[] = []
    for (const [, closing, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
      if (closing === '/') expect(open.pop()).toBe(name)
      else if (!rest!.endsWith('/')) open.push(name!)
    }
    expect(open).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(svg).toMatch(/^<svg .*<title>/)
  }

  test('of every table: well formed, with every count and every list', async () => {
    for (const name of ['kosovo', 'gaza', 'new-orleans', 'uk5', 'artificial3']) {
      const table = publishedTable(name)
      wellFormed(overlapPicture(table))
      wellFormed(dependencePicture(table))
      wellFormed(panelPicture(await estimate(table, fast)))
      for (const { count } of table.cells.slice(0, 3))
        expect(overlapPicture(table)).toContain(`>${count.toLocaleString('en')}<`)
    }
  })

  test('names are escaped, and refusals have a picture too', async () => {
    const table = tableFromDense(['A<b>', 'B&"c"'], [0, 15, 6, 4])
    wellFormed(overlapPicture(table))
    expect(overlapPicture(table)).toContain('A&lt;b&gt;')
    wellFormed(panelPicture(await estimate(table)))
    wellFormed(panelPicture(await estimate(tableFromDense(['A', 'B', 'C'], new Float64Array(8)))))
  })

  test('posteriors as weights and as chains', () => {
    wellFormed(posteriorPicture('weights', { kind: 'weights', size: [10, 11, 12], weight: [0.2, 0.5, 0.3] }))
    const chains = [Float64Array.of(10, 12, 11, 13), Float64Array.of(9, 12, 14, 11)]
    wellFormed(posteriorPicture('chains', { kind: 'chains', chains }))
  })

  test('dependence: a list copied in part into another shares more than chance', () => {
    const pairs = dependenceOf(tableFromDense(['A', 'B', 'C'], [0, 100, 100, 90, 100, 20, 20, 20]))
    expect(pairs[0]!.ratio).toBeGreaterThan(1.1)
    expect(pairs[1]!.ratio).toBeLessThan(1)
    expect(pairs[0]!.both).toBe(110)
  })
})

test('the library runs in a browser: nothing but the worker imports from Node', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  expect(files.length).toBeGreaterThan(25)
  for (const name of files) {
    const text = readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
    if (name !== 'worker.ts') expect(text, name).not.toMatch(/from ['"]node:|Date\.now|new Date|process\./)
  }
})
