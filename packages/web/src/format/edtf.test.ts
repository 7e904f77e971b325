/** EDTF dates as ranges of days, and days to a due date. */
import { describe, expect, test } from 'vitest'
import { dayRange, daysLeft, localDay } from './edtf.ts'

const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date)

test.each([
  ['2031-05-09', day(2031, 5, 9), day(2031, 5, 9), false],
  ['2032-02', day(2032, 2, 1), day(2032, 2, 29), false],
  ['2031', day(2031, 1, 1), day(2031, 12, 31), false],
  ['2031-05~', day(2031, 5, 1), day(2031, 5, 31), true],
  ['2031-05-07/2031-05-09', day(2031, 5, 7), day(2031, 5, 9), false],
  ['2031-05-07/..', day(2031, 5, 7), null, false],
  ['/2031-05', null, day(2031, 5, 31), false],
  ['2031-05-09T23:30:00+03:00', day(2031, 5, 9), day(2031, 5, 9), false],
])('%s', (edtf, first, last, hedged) => {
  expect(dayRange(edtf)).toEqual({ first, last, hedged })
})

test.each(['', 'Friday', '2031-13', '2031-02-30', '2031-05-09/2031/2032', '9 May 2031'])('%s is no date', (text) => {
  expect(dayRange(text)?.first ?? null).toBeNull()
})

describe('days left', () => {
  test.each([
    ['2031-06-08', '2031-05-09', 30],
    ['2031-06-08', '2031-06-08', 0],
    ['2031-06-08', '2031-06-10', -2],
    ['2031-03-31', '2031-03-30', 1],
    ['2031-06', '2031-06-10', 20],
    ['2031-05-01/2031-06-01', '2031-05-31', 1],
    [null, '2031-06-10', null],
    ['2031-05-01/..', '2031-06-10', null],
    ['soon', '2031-06-10', null],
  ])('due %s, seen on %s: %s', (due, today, left) => {
    expect(daysLeft(due, today)).toBe(left)
  })

  test('today is the calendar day where the reader sits', () => {
    expect(localDay(new Date(2031, 5, 8, 23, 59))).toBe('2031-06-08')
    expect(localDay(new Date(2031, 0, 1, 0, 0))).toBe('2031-01-01')
  })
})
