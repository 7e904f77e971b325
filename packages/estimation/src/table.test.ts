import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chapman } from './chapman.ts'
import { keepLists, overlapOf, overlapTable, tableFromDense, usabilityOf } from './table.ts'
import { readStratifiedCsv, readTableCsv } from './table-csv.ts'
import { publishedTable } from './tables/read.ts'

describe('an overlap table', () => {
  test('is read from CSV with its count column wherever it is', () => {
    const table = readTableCsv('n,"A, first",B\r\n5,1,0\r\n3,0,1\r\n\r\n2,1,1\r\n', 'x.csv')
    expect(table).toEqual({
      names: ['A, first', 'B'],
      cells: [
        { lists: 1, count: 5 },
        { lists: 2, count: 3 },
        { lists: 3, count: 2 },
      ],
      observed: 10,
    })
    expect(publishedTable('kosovo').observed).toBe(4400)
  })

  test.each([
    ['A,B,n\n1,0,-4\n', /x\.csv, line 2: a count of -4/],
    ['A,B,n\n1,0,2.5\n', /line 2: a count of 2\.5; people are counted whole/],
    ['A,B,n\n1,0,3\n0,0,7\n', /line 3: 7 people on no list/],
    ['A,B,n\n1,0,3\n0,1,7\n1,0,1\n', /line 4: the history 10 stands twice \(first in line 2\)/],
    ['A,B,n\n1,2,3\n', /"B" holds 2/],
    ['A,B,n\n1,x,3\n', /"B" holds "x", which is no number/],
    ['A,B,n\n1,,3\n', /"B" holds ""/],
    ['A,B\n1,0\n', /no column of counts among A, B/],
    ['A,A,n\n1,0,2\n', /two lists are called "A"/],
    ['A,B,n\n1,0\n', /2 cells under 3 columns/],
    ['n\n3\n', /it has no list/],
    ['', /it is empty|no column/],
    ['A,B,n\n"1,0,3\n', /opened and never closed/],
    [`${Array.from({ length: 31 }, (_, i) => `L${i}`).join(',')},n\n`, /31 lists; at most 30/],
  ])('refuses %j with words', (text, message) => {
    expect(() => readTableCsv(text, 'x.csv')).toThrow(message)
  })

  test('strata stand apart and together; duplicates are duplicates within one only', () => {
    const text = 'month,A,B,n\n2025-03,1,0,5\n2025-03,1,1,2\n2025-04,1,0,7\n'
    const { whole, strata } = readStratifiedCsv(text, ['month'])
    expect([...strata].map(([name, { observed }]) => [name, observed])).toEqual([
      ['2025-03', 7],
      ['2025-04', 7],
    ])
    expect(whole.cells).toEqual([
      { lists: 1, count: 12 },
      { lists: 3, count: 2 },
    ])
    expect(() => readStratifiedCsv(`${text}2025-04,1,0,1\n`, ['month'])).toThrow(/2025-04, line 5: the history 10/)
    expect(() => readStratifiedCsv(text, ['place'])).toThrow(/no column "place"/)
    expect(() => readStratifiedCsv('month,A,n\n,1,5\n', ['month'])).toThrow(/"month" is empty/)
  })

  test('an empty history of zeros is let pass', () => {
    expect(readTableCsv('A,B,n\n0,0,0\n1,1,2\n').observed).toBe(2)
  })

  test('names lists that are empty, contained, equal or without overlap, and leaves out what says nothing', () => {
    const table = overlapTable(
      ['A', 'B', 'inside', 'nobody', 'twin', 'lone'],
      [
        { history: [1, 0, 0, 0, 1, 0], count: 10 },
        { history: [1, 1, 1, 0, 1, 0], count: 4 },
        { history: [0, 1, 0, 0, 0, 0], count: 9 },
        { history: [0, 0, 0, 0, 0, 1], count: 5 },
      ],
    )
    const { usable, notes } = usabilityOf(table)
    expect(usable.map((list) => table.names[list])).toEqual(['A', 'B', 'lone'])
    expect(notes.map(({ kind, lists }) => [kind, lists[0]])).toEqual([
      ['empty_list', 'nobody'],
      ['contained_list', 'inside'],
      ['equal_lists', 'twin'],
      ['no_overlap', 'A'],
      ['no_overlap', 'B'],
      ['lone_list', 'lone'],
    ])
  })

  test('keeping all lists in another order loses nobody, and overlaps follow', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }), (counts) => {
        const table = tableFromDense(['A', 'B', 'C'], [0, ...counts.slice(1)])
        const turned = keepLists(table, [2, 0, 1])
        expect(turned.observed).toBe(table.observed)
        expect(overlapOf(turned, 0b011)).toBe(overlapOf(table, 0b101))
        expect(keepLists(table, [0, 1]).observed).toBe(table.observed - counts[4]!)
      }),
      { seed: 7 },
    )
  })
})

test("Chapman's estimate: Seber's example of tagged fish, and equal lists", () => {
  const table = readTableCsv('A,B,n\n1,0,150\n0,1,60\n1,1,40\n')
  const result = chapman(table, 0, 1)
  expect(result.estimate).toBeCloseTo((191 * 101) / 41 - 1, 9)
  expect(result.se).toBeCloseTo(Math.sqrt((191 * 101 * 150 * 60) / (41 ** 2 * 42)), 9)
  expect(result.low).toBeGreaterThan(250)
  const same = chapman(readTableCsv('A,B,n\n1,1,40\n'), 0, 1)
  expect([same.estimate, same.low, same.high]).toEqual([40, 40, 40])
})
