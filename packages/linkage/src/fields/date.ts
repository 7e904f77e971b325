/** Dates of a column as eight digits, year first; what is not known is 00, what cannot be is kept as typed. */
import { foldLatin } from '../names/latin.ts'
import { plainDigits } from './number.ts'

const MONTHS = new Map<string, number>()
const MONTH_NAMES = [
  'jan january enero janvier يناير كانون\u00a0الثاني',
  'feb february febrero fevrier فبراير شباط',
  'mar march marzo mars مارس اذار آذار',
  'apr april abril avril ابريل أبريل نيسان',
  'may mayo mai مايو ايار أيار',
  'jun june junio juin يونيو حزيران',
  'jul july julio juillet يوليو تموز',
  'aug august agosto aout اغسطس أغسطس اب آب',
  'sep sept september septiembre septembre سبتمبر ايلول أيلول',
  'oct october octubre octobre اكتوبر أكتوبر تشرين\u00a0الاول تشرين\u00a0الأول',
  'nov november noviembre novembre نوفمبر تشرين\u00a0الثاني',
  'dec december diciembre decembre ديسمبر كانون\u00a0الاول كانون\u00a0الأول',
]
for (const [index, names] of MONTH_NAMES.entries())
  for (const name of names.split(' ')) MONTHS.set(name.replace('\u00a0', ' '), index + 1)

/** How a column writes dates whose parts are all numbers. */
export type DayOrder = 'day-first' | 'month-first'

/** Decided by the whole column: a first part above 12 can only be a day. Day first where nothing tells. */
export function dayOrderOf(values: readonly string[]): DayOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const parts = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})\b/.exec(plainDigits(value))
    if (parts === null) continue
    if (Number(parts[1]) > 12) dayFirst++
    else if (Number(parts[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}

/** `YYYYMMDD`, or '' where no date can be seen. */
export function dateOf(written: string, order: DayOrder): string {
  const text = plainDigits(written).trim()
  const compact = /^(\d{8})$/.exec(text)
  if (compact !== null) return compact[1]!
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?/.exec(text)
  if (iso !== null) return digits(iso[1]!, iso[2]!, iso[3] ?? '')
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/.exec(text)
  if (numeric !== null) {
    const year =
      numeric[3]!.length === 4 ? numeric[3]! : String(Number(numeric[3]) + (Number(numeric[3]) > 30 ? 1900 : 2000))
    const [day, month] = order === 'day-first' ? [numeric[1]!, numeric[2]!] : [numeric[2]!, numeric[1]!]
    return digits(year, month, day)
  }
  return worded(text)
}

function worded(text: string): string {
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1]
  if (year === undefined) return ''
  const words = `${text} ${foldLatin(text)}`.split(/[^\p{L}\p{N}]+/u)
  let month = 0
  for (const [at, word] of words.entries())
    month ||= MONTHS.get(`${word} ${words[at + 1] ?? ''}`) ?? MONTHS.get(word) ?? 0
  const day = month === 0 ? '' : (/(?:^|\D)(\d{1,2})(?:\D|$)/.exec(text)?.[1] ?? '')
  return digits(year, String(month), day)
}

function digits(year: string, month: string, day: string): string {
  return year + month.padStart(2, '0') + day.padStart(2, '0')
}

/** Whether a column counts years of the Hijra: every year in 1300–1480, as no date of a living memory is otherwise. */
export function isHijri(dates: readonly string[]): boolean {
  return dates.length > 0 && dates.every((date) => date >= '1300' && date < '1480')
}

/** A date of the tabular Islamic calendar (civil epoch) in the Gregorian one (Reingold and Dershowitz, "Calendrical Calculations"). */
export function fromHijri(date: string): string {
  const year = Number(date.slice(0, 4))
  const month = Math.max(1, Number(date.slice(4, 6)))
  const day = Math.max(1, Number(date.slice(6)))
  const julian = day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1948438.5
  const gregorian = new Date((julian - 2440587.5) * 86400000)
  const month2 = date.slice(4, 6) === '00' ? '0' : String(gregorian.getUTCMonth() + 1)
  return digits(
    String(gregorian.getUTCFullYear()),
    month2,
    date.slice(6) === '00' ? '0' : String(gregorian.getUTCDate()),
  )
}
