import { describe, expect, test } from 'vitest'
import type { EntryField } from '../model/list-record.ts'
import { readRows } from './entry-facts.ts'

function read(fields: readonly EntryField[], ...rows: readonly (readonly string[])[]) {
  return readRows(
    fields.map((field) => ({ header: field, field })),
    rows,
  )
}
const one = (fields: readonly EntryField[], ...cells: string[]) => read(fields, cells).read[0]!

describe('entries', () => {
  test('dates in four formats and two calendars, in one column', () => {
    const { read: rows, notes } = read(
      ['name', 'death'],
      ['A', '2024-05-14'],
      ['B', '14/5/2024'],
      ['C', '14 May 2024'],
      ['D', '١٤ أيار ٢٠٢٤'],
      ['E', '6/11/1445'],
      ['F', '5/2024'],
      ['G', 'a Tuesday'],
      ['H', '31.2.2024'],
    )
    expect(rows.map(({ facts }) => facts.death)).toEqual([
      ...['2024-05-14', '2024-05-14', '2024-05-14', '2024-05-14', '2024-05-14'],
      ...['2024', null, null],
    ])
    expect(notes).toEqual(['2 dates were not understood; they stand as written'])
  })

  test('ages as lists write them', () => {
    const ages = ['34', '~40', 'infant', '٩', 'about 30', '3 months', 'adult', ''].map((age) => ['X Y', age])
    const { read: rows, notes } = read(['name', 'age'], ...ages)
    expect(rows.map(({ facts }) => facts.age)).toEqual([34, 40, 0, 9, 30, 0, null, null])
    expect(notes).toEqual(['1 ages were not understood; they stand as written'])
  })

  test('a group keeps its count as an interval, from the name or a remark', () => {
    const groups = [
      ['Family of Dawud Shebrun', 'group: 4 persons'],
      ['ثلاثة من عائلة زندوسي', ''],
      ['Family of Dawud Shebrun', 'at least 5'],
      ['Family of Dawud Shebrun', 'up to 6'],
      ['Family of Dawud Shebrun', ''],
    ].map(([name, remark]) => one(['name', 'remark'], name!, remark!))
    expect(groups.map(({ kind }) => kind)).toEqual(Array(5).fill('group'))
    expect(groups.map(({ count }) => [count?.low, count?.high])).toEqual([
      [4, 4],
      [3, 3],
      [5, null],
      [2, 6],
      [2, null],
    ])
  })

  test('a row that names nobody is an unidentified body, in parts as in whole', () => {
    expect(one(['name'], 'Unidentified').kind).toBe('unidentified')
    expect(one(['family', 'given', 'age'], 'UNKNOWN', '', 'about 30').kind).toBe('unidentified')
    expect(one(['name', 'age'], '', '30').kind).toBe('unidentified')
    expect(one(['family', 'given'], 'DORAQI', 'Mahmoud')).toMatchObject({
      kind: 'person',
      facts: { name: 'Mahmoud DORAQI' },
    })
  })

  test('what a list says of sect or community goes into no field', () => {
    const { facts } = one(['name', 'stated', 'place'], 'Anis al-Tolmeshi', 'some sect', 'Oddrin')
    expect(JSON.stringify(facts)).not.toContain('sect')
  })
})
