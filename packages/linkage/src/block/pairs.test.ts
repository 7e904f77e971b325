import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Atom } from './atom.ts'
import { forEachPair } from './pairs.ts'
import { agrees, candidateRules, chooseRules, MOST_RULES } from './rule.ts'
import { seedPairs } from './sample.ts'

function atom(name: string, keys: readonly number[]): Atom {
  return { name, fields: [name], keys: Int32Array.from(keys) }
}

const records = fc.integer({ min: 2, max: 60 }).chain((count) =>
  fc.record({
    columns: fc.array(fc.array(fc.integer({ min: -1, max: 6 }), { minLength: count, maxLength: count }), {
      minLength: 1,
      maxLength: 4,
    }),
    list: fc.option(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count })),
    linkable: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count }),
    largest: fc.integer({ min: 2, max: 30 }),
  }),
)

test('each pair that a block of some rule holds is visited exactly once, also where an earlier rule was too crowded', () => {
  fc.assert(
    fc.property(records, ({ columns, list, linkable, largest }) => {
      const rules = candidateRules(columns.map((keys, at) => atom(`column ${at}`, keys))).slice(0, MOST_RULES)
      const count = linkable.length
      const met = new Map<string, number>()
      forEachPair(
        {
          rules,
          count,
          linkable: Uint8Array.from(linkable),
          list: list === null ? null : Int32Array.from(list),
          largest,
        },
        (one, other) => {
          const pair = [one, other].sort((a, b) => a - b).join('-')
          met.set(pair, (met.get(pair) ?? 0) + 1)
        },
      )
      for (let one = 0; one < count; one++) {
        for (let other = one + 1; other < count; other++) {
          const mayMeet = linkable[one] === 1 && linkable[other] === 1 && (list === null || list[one] !== list[other])
          const found = rules.filter((rule) => agrees(rule, one, other))
          const small = found.some((rule) => {
            let size = 0
            for (let at = 0; at < count; at++) if (linkable[at] === 1 && (at === one || agrees(rule, one, at))) size++
            return size <= largest
          })
          const visits = met.get(`${one}-${other}`) ?? 0
          if (!mayMeet || found.length === 0) expect(visits).toBe(0)
          else if (small) expect(visits).toBe(1)
          else expect(visits).toBeLessThanOrEqual(1)
        }
      }
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('a rule whose blocks are too large to make pairs covers nothing and is never chosen', () => {
  const count = 8000
  const person = (at: number) => Math.floor(at / 2)
  const year = atom('year', new Array<number>(count).fill(2024))
  const name = atom(
    'name',
    Array.from({ length: count }, (_, at) => person(at)),
  )
  const sample = seedPairs(
    {
      rules: candidateRules([year, name]),
      count,
      linkable: new Uint8Array(count).fill(1),
      list: null,
      largest: 3000,
    },
    { wanted: 2000, most: 250, limit: 1_000_000 },
  )
  const of = (wanted: string) => sample.rules.find(({ rule }) => rule.atoms.map((one) => one.name).join() === wanted)
  expect(of('year')?.crowded.size ?? sample.seeds).toBe(sample.seeds)
  expect(of('name')!.crowded.size).toBe(0)
  expect(of('name')!.cost).toBeCloseTo(count / 2, -2)
  const samples = sample.rules.map(({ rule, cost, crowded }) => ({
    rule,
    cost,
    covers: Array.from(sample.one, (_, at) => at).filter((at) => !crowded.has(sample.one[at]!)),
  }))
  const { rules } = chooseRules(samples, new Float64Array(sample.one.length).fill(1), {
    most: 1e6,
    free: 1e6,
    pairsPerMatch: 200,
    scale: 1,
    overhead: 1000,
  })
  expect(rules.some(({ atoms }) => atoms.length === 1 && atoms[0] === year)).toBe(false)
})
