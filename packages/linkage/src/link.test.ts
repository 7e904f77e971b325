import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnsError } from './fields/columns.ts'
import { type LinkOptions, link } from './link.ts'
import { seeded } from './seeded.ts'
import { type Table, tableOf } from './table.ts'

const HEADER = ['name', 'date of birth', 'city']
const FIRST = ['Anna', 'Boris', 'Carla', 'Denis', 'Elena', 'Fedor', 'Greta', 'Hugo', 'Irma', 'Jonas']
const LAST = ['Abel', 'Brant', 'Cermak', 'Dorn', 'Ebert', 'Falk', 'Gruber', 'Hanak', 'Ilic', 'Jansky', 'Kolar', 'Lenz']
const CITIES = ['Oddrin', 'Namrosh', 'Fesdal']

/** Invented people; each second one again with a slip. Truth is the first cell. */
function people(count: number, seed: number): string[][] {
  const random = seeded(seed)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  const rows: string[][] = []
  for (let person = 0; person < count; person++) {
    const name = `${pick(FIRST)} ${pick(LAST)}${pick(LAST).toLowerCase()}`
    const born = `${1940 + Math.floor(random() * 70)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`
    rows.push([String(person), name, born, pick(CITIES)])
    if (person % 2 === 0) rows.push([String(person), `${name.slice(0, -1)}x`, born, pick(CITIES)])
  }
  return rows
}

function table(rows: readonly (readonly string[])[], list = 'list.csv'): Table {
  return tableOf(
    list,
    HEADER,
    rows.map((cells) => cells.slice(1)),
  )
}

/** Persons as sets of row contents, whatever their numbers. */
function sets(rows: readonly (readonly string[])[], persons: Int32Array): string[] {
  const byPerson = new Map<number, string[]>()
  for (const [at, cells] of rows.entries())
    byPerson.set(persons[at]!, [...(byPerson.get(persons[at]!) ?? []), cells.join('|')])
  return [...byPerson.values()].map((members) => members.sort().join('\n')).sort()
}

describe('link', () => {
  const rows = people(300, 1)

  test('finds duplicates within one list', () => {
    const { persons } = link([table(rows)])
    let right = 0
    let found = 0
    for (let one = 0; one < rows.length; one++)
      for (let other = one + 1; other < rows.length; other++) {
        if (persons[0]![one] !== persons[0]![other]) continue
        found++
        if (rows[one]![0] === rows[other]![0]) right++
      }
    expect(right).toBeGreaterThanOrEqual(147)
    expect(found).toBe(right)
  })

  test('gives the same persons whatever the order of the rows', () => {
    const expected = sets(rows, link([table(rows)]).persons[0]!)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(sets(shuffled, link([table(shuffled)]).persons[0]!)).toEqual(expected)
      }),
      { seed: 6, numRuns: 4 },
    )
  })

  test('every row ends in exactly one person, numbered by first appearance', () => {
    const { persons, probabilities, personCount } = link([table(rows)])
    expect(persons[0]).toHaveLength(rows.length)
    let next = 0
    for (const person of persons[0]!) {
      expect(person).toBeLessThanOrEqual(next)
      if (person === next) next++
    }
    expect(personCount).toBe(next)
    for (const probability of probabilities[0]!) {
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
    }
  })

  test('a person holds at most one entry of a list that is free of duplicates', () => {
    const { persons } = link([table(rows, 'a.csv'), table(people(200, 2), 'b.csv')])
    for (const list of persons) expect(new Set(list).size).toBe(list.length)
    const repeated = link([table(rows, 'a.csv'), table(people(200, 2), 'b.csv')], { duplicates: true })
    expect(new Set(repeated.persons[0]).size).toBeLessThan(rows.length)
  })

  test('people decide: nothing overrides them', () => {
    const { persons } = link([table(rows)])
    const twin = persons[0]!.lastIndexOf(persons[0]![0]!)
    expect(twin).toBeGreaterThan(0)
    const apart = link([table(rows)], {
      different: [
        [
          { list: 0, row: 0 },
          { list: 0, row: twin },
        ],
      ],
    })
    expect(apart.persons[0]![0]).not.toBe(apart.persons[0]![twin])
    const other = persons[0]!.findIndex((person) => person !== persons[0]![0])
    const together = link([table(rows)], {
      same: [
        [
          { list: 0, row: 0 },
          { list: 0, row: other },
        ],
      ],
    })
    expect(together.persons[0]![0]).toBe(together.persons[0]![other])
  })

  test('a waterfall adds up to the weight of its pair', () => {
    const linkage = link([table(rows)])
    let seen = 0
    for (const { a, b, weight } of linkage.pairs()) {
      const { prior, parts, weight: total } = linkage.explain(a, b)
      expect(total).toBeCloseTo(weight, 9)
      expect(parts.reduce((sum, { bits }) => sum + bits, prior)).toBeCloseTo(weight, 9)
      if (++seen === 50) break
    }
    expect(seen).toBe(50)
  })

  test('draws are repeatable and keep what is sure', () => {
    const linkage = link([table(rows)])
    const once = [...linkage.draws(5, 3)].map(([persons]) => [...persons!])
    const again = [...linkage.draws(5, 3)].map(([persons]) => [...persons!])
    expect(again).toEqual(once)
    const sure = linkage.persons[0]!.lastIndexOf(linkage.persons[0]![0]!)
    expect(linkage.probabilities[0]![0]).toBeGreaterThan(0.999)
    for (const persons of once) expect(persons[sure]).toBe(persons[0])
  })

  test('a group and a body without a name are linked to nothing', () => {
    const nobody = Array.from({ length: 3000 }, () => ['', 'unknown', '', 'Oddrin'])
    const group = [
      ['', 'Family of Anna Abel', '1950-01-11', 'Oddrin'],
      ['', 'Family of Anna Abel', '1950-01-11', 'Oddrin'],
    ]
    const all = [...rows, ...nobody, ...group]
    const { persons, alone } = link([table(all)])
    expect(alone).toBe(3002)
    expect(new Set(persons[0]!.slice(rows.length)).size).toBe(3002)
  })

  test.each([
    ['no rows', []],
    ['one row', people(1, 1).slice(0, 1)],
    ['one value in a whole column', people(20, 1).map(([id, name]) => [id!, name!, '2000-01-01', 'Oddrin'])],
    ['a cell of a million letters', [...people(20, 1), ['', 'x'.repeat(1e6), '2000-01-01', 'y'.repeat(1e6)]]],
    ['nothing stated', Array.from({ length: 30 }, () => ['', '', '', ''])],
  ])('%s', (_, cells) => {
    const { persons } = link([table(cells)])
    expect(persons[0]).toHaveLength(cells.length)
  })

  test('two hundred columns', () => {
    const wide = tableOf(
      'wide.csv',
      [...HEADER, ...Array.from({ length: 197 }, (_, at) => `field ${at}`)],
      people(50, 1).map((cells) => [...cells.slice(1), ...Array.from({ length: 197 }, (_, at) => String(at))]),
    )
    expect(link([wide]).personCount).toBe(50)
  })

  test('a list whose columns are not recognised is refused with words', () => {
    expect(() => link([tableOf('odd.csv', ['q', 'w'], [['1', '2']])])).toThrow(ColumnsError)
    expect(() => link([tableOf('odd.csv', ['q', 'w'], [['1', '2']])])).toThrow(
      /odd\.csv.*the first row must be the header/,
    )
  })
})

test('a table from outside says how common a name is where the lists are too short to tell', () => {
  const few = people(40, 3)
  const bits = (frequencies?: LinkOptions['frequencies']) =>
    link([table(few)], frequencies === undefined ? {} : { frequencies })
      .explain({ list: 0, row: 0 }, { list: 0, row: 1 })
      .parts.find(({ comparison }) => comparison === 'given')!.frequencyBits
  const given = few[0]![1]!.split(' ')[0]!
  const others = FIRST.filter((name) => name !== given)
  const common = [{ value: given.toUpperCase(), count: 900 }, ...others.map((value) => ({ value, count: 10 }))]
  const rare = [{ value: given, count: 1 }, ...others.map((value) => ({ value, count: 100 }))]
  expect(bits({ given: common })).toBeLessThan(0.5)
  expect(bits({ given: rare })).toBeGreaterThan(4)
  expect(bits({ family: common })).toBe(bits())
  expect(() => bits({ given: [{ value: given, count: -1 }] })).toThrow(RangeError)
})
