import { describe, expect, test } from 'vitest'
import { dateOf, dayOrderOf, fromHijri, isHijri } from './date.ts'
import { ageOf, sexOf } from './number.ts'
import { roleOfHeader } from './roles.ts'

describe('values of fields', () => {
  test.each([
    ['2024-05-14', '20240514'],
    ['14/5/2024', '20240514'],
    ['14.05.2024', '20240514'],
    ['١٤/٥/٢٠٢٤', '20240514'],
    ['14 May 2024', '20240514'],
    ['May 14, 2024', '20240514'],
    ['14 أيار 2024', '20240514'],
    ['14 كانون الثاني 2024', '20240114'],
    ['20240514', '20240514'],
    ['2024-05', '20240500'],
    ['2024', '20240000'],
    ['2024-05-14T10:00:00Z', '20240514'],
    ['soon', ''],
  ])('date %s', (written, expected) => {
    expect(dateOf(written, 'day-first')).toBe(expected)
  })

  test('a column tells whether the day comes first', () => {
    expect(dayOrderOf(['3/4/2024', '3/25/2024'])).toBe('month-first')
    expect(dayOrderOf(['3/4/2024', '25/3/2024'])).toBe('day-first')
    expect(dateOf('3/4/2024', 'month-first')).toBe('20240304')
  })

  test('Hijri dates turn Gregorian', () => {
    expect(isHijri(['14451106', '14451107'])).toBe(true)
    expect(isHijri(['14670124', '16510120'])).toBe(false)
    expect(fromHijri('14450101')).toBe('20230719')
    expect(fromHijri('14001215')).toBe('19801025')
  })

  test.each([
    ['34', '34'],
    ['٣٤', '34'],
    ['~40', '40'],
    ['about 30', '30'],
    ['infant', '0'],
    ['8 months', '0'],
    ['رضيع', '0'],
    ['adult', ''],
    ['1990', ''],
  ])('age %s', (written, expected) => {
    expect(ageOf(written)).toBe(expected)
  })

  test.each([
    ['M', 'm'],
    ['Female', 'f'],
    ['أنثى', 'f'],
    ['ذكر', 'm'],
    ['?', ''],
  ])('sex %s', (written, expected) => {
    expect(sexOf(written)).toBe(expected)
  })

  test.each([
    ['الاسم', 'name'],
    ['اسم الأب', 'father'],
    ['Given Name', 'given'],
    ['familyName', 'family'],
    ['date_of_birth', 'birth'],
    ['address_2', 'street'],
    ['Apellido', 'family'],
    ['تاريخ الوفاة', 'death'],
    ['cluster', null],
    ['unique_id', null],
  ])('header %s is %s', (header, role) => {
    expect(roleOfHeader(header)).toBe(role)
  })
})
