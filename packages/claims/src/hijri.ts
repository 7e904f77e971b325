/** The tabular Islamic calendar, by which Hijri dates are turned into Gregorian ones within a day or two. */
import { dayNumber } from './edtf.ts'

/** 1 Muharram of year 1: 16 July 622 Julian, 19 July 622 Gregorian. */
const EPOCH = dayNumber(622, 7, 19) ?? 0

/**
 * Days since 1970-01-01 of a Hijri day, by the arithmetic calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26
 * and 29 of each thirty (Reingold and Dershowitz, Calendrical Calculations, fixed-from-islamic). Months begin by
 * sighting where people live, so the day may be off by one or two. Null for a day that the calendar does not have.
 */
export function hijriDayNumber(year: number, month: number, day: number): number | null {
  if (!Number.isInteger(year) || year < 1 || year > 9000 || month < 1 || month > 12) return null
  if (day < 1 || day > hijriMonthDays(year, month)) return null
  return hijriMonthStart(year, month) + day - 1
}

/** 30 for odd months, 29 for even ones, 30 for the twelfth of a leap year. */
export function hijriMonthDays(year: number, month: number): number {
  if (month === 12 && (14 + 11 * year) % 30 < 11) return 30
  return month % 2 === 1 ? 30 : 29
}

function hijriMonthStart(year: number, month: number): number {
  return EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 29 * (month - 1) + Math.floor(month / 2)
}

/** The Hijri day of a count of days since 1970-01-01, by the same arithmetic. */
export function hijriDay(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  let year = Math.max(1, Math.floor((30 * (number - EPOCH) + 10646) / 10631))
  while (hijriMonthStart(year + 1, 1) <= number) year += 1
  while (year > 1 && hijriMonthStart(year, 1) > number) year -= 1
  let month = 12
  while (month > 1 && hijriMonthStart(year, month) > number) month -= 1
  return { year, month, day: number - hijriMonthStart(year, month) + 1 }
}
