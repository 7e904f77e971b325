/** Hijri conversion against known days and its own inverse. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from './edtf.ts'
import { hijriDay, hijriDayNumber, hijriMonthDays } from './hijri.ts'

test.each([
  [1, 1, 1, '0622-07-19'],
  [1446, 9, 10, '2025-03-10'],
  [1445, 1, 1, '2023-07-19'],
  [1400, 1, 1, '1979-11-21'],
])('%i-%i-%i is %s', (year, month, day, iso) => {
  expect(isoDay(hijriDayNumber(year, month, day) ?? 0)).toBe(iso)
})

test('there and back again, and days follow one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 12 }), fc.nat(29), (year, month, d) => {
      const day = (d % hijriMonthDays(year, month)) + 1
      const number = hijriDayNumber(year, month, day)
      expect(number).not.toBeNull()
      expect(hijriDay(number ?? 0)).toEqual({ year, month, day })
      const next = hijriDay((number ?? 0) + 1)
      expect(next.day === day + 1 || next.day === 1).toBe(true)
    }),
    { seed: 1446, numRuns: 500 },
  )
  expect(hijriDayNumber(1446, 13, 1)).toBeNull()
  expect(hijriDayNumber(1446, 2, 30)).toBeNull()
})
