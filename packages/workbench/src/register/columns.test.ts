import { describe, expect, test } from 'vitest'
import { fieldOfHeader, readListColumns } from './columns.ts'

describe('columns', () => {
  test.each([
    ['ID', 'record'],
    ['الرقم', 'record'],
    ['Full name', 'name'],
    ['الاسم', 'name'],
    ['اسم الأب', 'father'],
    ['Status', 'status'],
    ['سبب الوفاة', 'cause'],
    ['المصدر', 'source'],
    ['ملاحظات', 'remark'],
    ['date of death', 'death'],
    ['sect', 'stated'],
    ['Community', 'stated'],
    ['الطائفة', 'stated'],
    ['combatant', 'stated'],
    ['ethnicity', 'stated'],
  ])('%s holds %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field)
  })

  test('a person puts columns right by header or place, and names a second one of a field', () => {
    const headers = ['no', 'Patient', 'المريض', 'x', 'x']
    const columns = readListColumns('a.csv', headers, { name: 'Patient', name_ar: 'المريض', age: '#4' })
    expect(columns.map(({ field }) => field)).toEqual(['record', 'name', 'name', 'age', 'stated'])
  })

  test.each([
    [{ nom: 'x' }, /no field "nom"/],
    [{ name: 'y' }, /no column "y"/],
    [{ name: '#9' }, /3 columns, and none is number 9/],
    [{ name: 'x' }, /several columns are called "x"/],
  ])('%j is refused in words', (given, why) => {
    expect(() => readListColumns('a.csv', ['x', 'x', 'z'], given)).toThrow(why)
  })

  test('without a header nothing is guessed: the person is told what to say', () => {
    const row = ['1', 'Some Body', '34', 'Oddrin']
    expect(() => readListColumns('a.csv', row, {})).toThrow(/no column is recognised as a name.*no header/)
  })

  test('two hundred columns are read, those without a meaning kept as stated', () => {
    const headers = ['name', ...Array.from({ length: 199 }, (_, at) => `q${at}`)]
    const columns = readListColumns('a.csv', headers, {})
    expect(columns).toHaveLength(200)
    expect(columns.filter(({ field }) => field === 'stated')).toHaveLength(199)
  })
})
