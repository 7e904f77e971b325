/** The subset of EDTF (ISO 8601-2:2019, levels 0 and 1) that dates are kept in: days, months, years and intervals. */

/** A day, a month (`day` null) or a year (`month` and `day` null), proleptic Gregorian. */
export interface EdtfDate {
  readonly kind: 'date'
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** Written `?` (uncertain), `~` (approximate) or `%` (both). */
  readonly uncertain: boolean
  readonly approximate: boolean
}

/** `open` is written `..` (no end, or still going on), `unknown` is written as nothing at all. */
export interface EdtfInterval {
  readonly kind: 'interval'
  readonly start: EdtfDate | 'open' | 'unknown'
  readonly end: EdtfDate | 'open' | 'unknown'
}

export type Edtf = EdtfDate | EdtfInterval

/** First and last day (`YYYY-MM-DD`) that a date may mean; null where it is open or unknown on that side. */
export interface DayBounds {
  readonly earliest: string | null
  readonly latest: string | null
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/

/** The number of days in a month of 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 of a day that exists; null for one that does not (30 February, month 13). */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (!Number.isInteger(year) || year < 0 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  // Civil days by Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** Year, month and day of a count of days since 1970-01-01 (Hinnant, civil_from_days). */
export function civilDay(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 }
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0')

/** `YYYY-MM-DD` of a count of days since 1970-01-01. */
export function isoDay(number: number): string {
  const { year, month, day } = civilDay(number)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

/** The same day so many months on; the last day of that month where it is shorter (31 January + 1 → 28 February). */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDay(number)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) ?? number
}

function parseDate(text: string): EdtfDate | null {
  const match = DATE.exec(text)
  if (match === null) return null
  const [, y, m, d, mark] = match
  const year = Number(y)
  const month = m === undefined ? null : Number(m)
  const day = d === undefined ? null : Number(d)
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && dayNumber(year, month, day) === null) return null
  const uncertain = mark === '?' || mark === '%'
  return { kind: 'date', year, month, day, uncertain, approximate: mark === '~' || mark === '%' }
}

function parseEnd(text: string): EdtfInterval['start'] | null {
  if (text === '..') return 'open'
  return text === '' ? 'unknown' : parseDate(text)
}

/** The date that a string writes; null where it writes none of this subset. */
export function parseEdtf(text: string): Edtf | null {
  const slash = text.indexOf('/')
  if (slash < 0) return parseDate(text)
  const start = parseEnd(text.slice(0, slash))
  const end = parseEnd(text.slice(slash + 1))
  if (start === null || end === null) return null
  if (typeof start === 'string' && typeof end === 'string') return null
  if (typeof start !== 'string' && typeof end !== 'string') {
    const from = dateBounds(start).earliest
    const to = dateBounds(end).latest
    if (from > to) return null
  }
  return { kind: 'interval', start, end }
}

/** The string of a date; what `parseEdtf` gave is written back as it was. */
export function formatEdtf(value: Edtf): string {
  if (value.kind === 'interval') return `${formatEnd(value.start)}/${formatEnd(value.end)}`
  const { year, month, day } = value
  const mark = value.uncertain ? (value.approximate ? '%' : '?') : value.approximate ? '~' : ''
  const tail = month === null ? '' : `-${digits(month, 2)}${day === null ? '' : `-${digits(day, 2)}`}`
  return digits(year, 4) + tail + mark
}

function formatEnd(end: EdtfInterval['start']): string {
  if (end === 'open') return '..'
  return end === 'unknown' ? '' : formatEdtf(end)
}

function dateBounds(date: EdtfDate): { readonly earliest: string; readonly latest: string } {
  const year = digits(date.year, 4)
  if (date.month === null) return { earliest: `${year}-01-01`, latest: `${year}-12-31` }
  const month = `${year}-${digits(date.month, 2)}`
  if (date.day === null) return { earliest: `${month}-01`, latest: `${month}-${daysInMonth(date.year, date.month)}` }
  const day = `${month}-${digits(date.day, 2)}`
  return { earliest: day, latest: day }
}

/**
 * The days that a date bounds. An approximate or uncertain date keeps the bounds of the date it prints: its looseness is
 * in the mark, and nothing here makes up how loose it is.
 */
export function edtfBounds(value: Edtf): DayBounds {
  if (value.kind === 'date') return dateBounds(value)
  return {
    earliest: typeof value.start === 'string' ? null : dateBounds(value.start).earliest,
    latest: typeof value.end === 'string' ? null : dateBounds(value.end).latest,
  }
}

/** The days that an EDTF string bounds; null where it is none of this subset. */
export function dayBounds(text: string): DayBounds | null {
  const value = parseEdtf(text)
  return value === null ? null : edtfBounds(value)
}

/**
 * Orders by earliest day, then by latest: below zero where `a` comes first. An open start comes before every day, an
 * open end after every day. A total preorder: dates with the same bounds compare as 0.
 */
export function compareEdtf(a: Edtf, b: Edtf): number {
  const x = edtfBounds(a)
  const y = edtfBounds(b)
  const starts = compareDays(x.earliest ?? '', y.earliest ?? '')
  return starts !== 0 ? starts : compareDays(x.latest ?? '~', y.latest ?? '~')
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether some day may belong to both. */
export function edtfOverlap(a: Edtf, b: Edtf): boolean {
  const x = edtfBounds(a)
  const y = edtfBounds(b)
  return (x.earliest ?? '') <= (y.latest ?? '~') && (y.earliest ?? '') <= (x.latest ?? '~')
}
