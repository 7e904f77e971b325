/** Laws of the EDTF subset. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMonths,
  civilDay,
  compareEdtf,
  dayBounds,
  dayNumber,
  daysInMonth,
  type Edtf,
  type EdtfDate,
  edtfBounds,
  edtfOverlap,
  formatEdtf,
  isoDay,
  parseEdtf,
  weekdayOf,
} from './edtf.ts'

const seed = { seed: 20250306, numRuns: 500 }

const date: fc.Arbitrary<EdtfDate> = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.nat(30), fc.nat(2), fc.nat(3))
  .map(([year, month, day, precision, mark]) => ({
    kind: 'date' as const,
    year,
    month: precision === 0 ? null : month,
    day: precision < 2 ? null : (day % daysInMonth(year, month)) + 1,
    uncertain: (mark & 1) > 0,
    approximate: (mark & 2) > 0,
  }))

const edtf: fc.Arbitrary<Edtf> = fc.oneof(
  date,
  fc.tuple(date, date, fc.nat(3)).map(([a, b, open]): Edtf => {
    const ordered = (edtfBounds(a).earliest ?? '') <= (edtfBounds(b).latest ?? '')
    const [start, end] = ordered ? [a, b] : [b, a]
    if (open === 1) return { kind: 'interval', start: 'open', end }
    if (open === 2) return { kind: 'interval', start, end: 'open' }
    if (open === 3) return { kind: 'interval', start, end: 'unknown' }
    return { kind: 'interval', start, end }
  }),
)

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(edtf, (value) => {
      expect(parseEdtf(formatEdtf(value))).toEqual(value)
    }),
    seed,
  )
})

test('any other string is no date, and none throws', () => {
  for (const text of [
    '',
    '2025-3-6',
    '2025-02-30',
    '2025-13',
    '2025-03-06/2025-03-01',
    '../..',
    'yesterday',
    '2025-03-06T10:00',
    '/',
  ]) {
    expect(parseEdtf(text), text).toBeNull()
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      const value = parseEdtf(text)
      if (value !== null) expect(formatEdtf(value)).toBe(text)
    }),
    seed,
  )
})

test('bounds lie in order and hold every day of the date', () => {
  expect(dayBounds('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' })
  expect(dayBounds('2025~')).toEqual({ earliest: '2025-01-01', latest: '2025-12-31' })
  expect(dayBounds('2025-03-06/..')).toEqual({ earliest: '2025-03-06', latest: null })
  expect(dayBounds('../2025-03')).toEqual({ earliest: null, latest: '2025-03-31' })
  fc.assert(
    fc.property(edtf, (value) => {
      const { earliest, latest } = edtfBounds(value)
      if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true)
    }),
    seed,
  )
})

test('comparison is a total preorder and overlap is symmetric', () => {
  fc.assert(
    fc.property(edtf, edtf, edtf, (a, b, c) => {
      expect(Math.sign(compareEdtf(a, b)) + Math.sign(compareEdtf(b, a))).toBe(0)
      if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0)
      expect(compareEdtf(a, a)).toBe(0)
      expect(edtfOverlap(a, b)).toBe(edtfOverlap(b, a))
      expect(edtfOverlap(a, a)).toBe(true)
    }),
    seed,
  )
})

test('days are counted as the Gregorian calendar has them', () => {
  expect(dayNumber(1970, 1, 1)).toBe(0)
  expect(weekdayOf(dayNumber(2025, 3, 6) ?? 0)).toBe(4)
  expect(isoDay(addMonths(dayNumber(2025, 1, 31) ?? 0, 1))).toBe('2025-02-28')
  fc.assert(
    fc.property(fc.integer({ min: -600_000, max: 2_000_000 }), (number) => {
      const { year, month, day } = civilDay(number)
      expect(dayNumber(year, month, day)).toBe(number)
      const utc = new Date(number * 86_400_000)
      expect([year, month, day]).toEqual([utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()])
      expect(weekdayOf(number)).toBe(utc.getUTCDay())
    }),
    seed,
  )
})
