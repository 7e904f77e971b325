/** Calendar points in text: days, months and years by name or number, Gregorian and Hijri. */
import type { DateContext, DateReading } from './dates-context.ts'
import {
  type DateToken,
  HIJRI_MONTHS,
  HIJRI_PAIRS,
  LOOSE_MONTHS,
  MONTH_PAIRS,
  MONTHS,
  WEEKDAYS,
  withoutParticle,
} from './dates-words.ts'
import { civilDay, dayNumber, isoDay } from './edtf.ts'
import { hijriDay, hijriDayNumber, hijriMonthDays } from './hijri.ts'

/** A point with what was printed of it and what was filled in. */
export interface CalendarPoint {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly printedYear: boolean
}

export interface PointReading {
  readonly point: CalendarPoint
  readonly reading: DateReading
}

const BEFORE_MONTH = new Set(
  'in than last since of early mid late by until this next during and from between before after through to past every في منذ شهر خلال حتي بين من مطلع اواخر اوائل منتصف بداية نهاية قبل بعد'.split(
    ' ',
  ),
)
const BEFORE_YEAR = new Set(
  'in since during from until of between year early late mid by before after around and to عام سنة منذ العام لعام للعام'.split(
    ' ',
  ),
)
const LOOSENESS = new Set(['early', 'mid', 'late', 'around', 'about', 'مطلع', 'اوائل', 'اواخر', 'منتصف', 'بداية'])
const AFTER_ORDINAL = new Set(
  'of after when and as in at for that it was with but by while , . ; : ) to until before from'.split(' '),
)

function token(context: DateContext, index: number): DateToken | undefined {
  return context.tokens[index]
}

/** A year of four digits that are no other number. */
function yearAt(context: DateContext, index: number): number | null {
  const found = token(context, index)
  if (found === undefined || found.number === null || found.ordinal || found.raw.length !== 4) return null
  return found.number >= 1900 && found.number <= 2099 ? found.number : null
}

function monthAt(context: DateContext, index: number): { month: number; next: number; loose: boolean } | null {
  const found = token(context, index)
  if (found === undefined) return null
  const words =
    found.word === 'may' || found.word === 'march' ? [found.word] : [found.word, withoutParticle(found.word)]
  for (const word of words) {
    const pair = MONTH_PAIRS.find(([first, second]) => first === word && second === token(context, index + 1)?.word)
    if (pair !== undefined) return { month: pair[2], next: twin(context, index + 2, pair[2]), loose: false }
    const month = MONTHS.get(word)
    if (month === undefined) continue
    if (/^[a-z]/.test(word) && !/^\p{Lu}/u.test(found.raw)) return null
    const abbreviated = word.length <= 4 && /^[a-z]/.test(word) && word !== 'may' && word !== 'june' && word !== 'july'
    const dot = abbreviated && token(context, index + 1)?.raw === '.' ? 1 : 0
    return { month, next: twin(context, index + 1 + dot, month), loose: LOOSE_MONTHS.has(word) }
  }
  return null
}

/** The second of two names for one month: آذار/مارس, آذار (مارس). */
function twin(context: DateContext, index: number, month: number): number {
  const opening = token(context, index)?.raw
  const at = opening === '/' || opening === '(' || opening === '-' ? index + 1 : index
  const pair = MONTH_PAIRS.find(
    ([first, second]) => first === token(context, at)?.word && second === token(context, at + 1)?.word,
  )
  const other = pair?.[2] ?? MONTHS.get(token(context, at)?.word ?? '')
  if (other !== month) return index
  const end = at + (pair === undefined ? 1 : 2)
  return opening === '(' && token(context, end)?.raw === ')' ? end + 1 : end
}

/** The year that a day or month without one belongs to, by the context's bias. */
function impliedYear(context: DateContext, month: number, day: number | null): number | null {
  const printed = context.yearOfMonth.get(month)
  if (printed !== undefined) return printed
  if (context.today === null) return null
  const { year, month: thisMonth } = civilDay(context.today)
  if (day === null) {
    if (context.bias === 'future') return month >= thisMonth ? year : year + 1
    return month <= thisMonth ? year : year - 1
  }
  const here = dayNumber(year, month, day)
  if (here === null) return year
  const ahead = here - context.today
  if (context.bias === 'future') return ahead >= 0 ? year : year + 1
  if (ahead <= 0) {
    // In December, a day in January is an announced one, as below.
    return ahead < -330 ? year + 1 : year
  }
  // A day at most five weeks ahead is an announced day rather than one almost a year gone.
  return ahead <= 35 ? year : year - 1
}

const two = (value: number): string => String(value).padStart(2, '0')

function dayReading(
  context: DateContext,
  month: number,
  day: number,
  year: number | null,
  next: number,
): PointReading | null {
  if (day < 1 || day > 99) return null
  const actual = year ?? impliedYear(context, month, day)
  if (year !== null) context.yearOfMonth.set(month, year)
  context.month = { month, year: actual }
  const exists = actual !== null && dayNumber(actual, month, day) !== null
  return {
    point: { year: actual, month, day, printedYear: year !== null },
    reading: { edtf: exists ? `${actual}-${two(month)}-${two(day)}` : null, kind: 'day', approximate: false, next },
  }
}

/**
 * A calendar point at a token. `bare` allows a month or year that no preposition announces, as inside a range.
 */
export function pointAt(context: DateContext, index: number, bare: boolean): PointReading | null {
  const first = token(context, index)
  if (first === undefined) return null
  return (
    weekdayWithDate(context, index) ??
    numericAt(context, index) ??
    hijriAt(context, index) ??
    monthFirst(context, index, bare) ??
    dayFirst(context, index) ??
    yearAlone(context, index, bare) ??
    ordinalAlone(context, index)
  )
}

/** "Friday, 7 March 2025", "Wednesday (March 12)", "الخميس 6 آذار". */
function weekdayWithDate(context: DateContext, index: number): PointReading | null {
  const word = token(context, index)?.word ?? ''
  if (!WEEKDAYS.has(word) && !WEEKDAYS.has(withoutParticle(word))) return null
  let at = index + 1
  if (['الماضي', 'الموافق', 'الفائت', 'المنصرم'].includes(token(context, at)?.word ?? '')) at += 1
  const opening = token(context, at)?.raw
  if (opening === ',' || opening === '(' || opening === '،') at += 1
  if (token(context, at)?.word === 'the') at += 1
  const dated = numericAt(context, at) ?? monthFirst(context, at, false) ?? dayFirst(context, at)
  return dated === null || dated.point.day === null ? null : dated
}

/** 2025-03-08, 8/3/2025, 8.3.2025. Day and month of equal right are left open, unless the language settles them. */
function numericAt(context: DateContext, index: number): PointReading | null {
  const found = token(context, index)
  if (found === undefined) return null
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(found.word)
  if (iso !== null) return dayReading(context, Number(iso[2]), Number(iso[3]), Number(iso[1]), index + 1)
  const short = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d{2})$/.exec(found.word)
  if (short === null) return null
  const [a, b] = [Number(short[1]), Number(short[3])]
  const year = short[4]!.length === 2 ? 2000 + Number(short[4]) : Number(short[4])
  if (year < 1900 || year > 2099) return null
  const dayFirstLanguage = context.language !== 'en' || short[2] === '.'
  if (a > 12 || (dayFirstLanguage && b <= 12) || a === b) return dayReading(context, b, a, year, index + 1)
  if (b > 12) return dayReading(context, a, b, year, index + 1)
  return {
    point: { year, month: null, day: null, printedYear: true },
    reading: { edtf: null, kind: 'day', approximate: false, next: index + 1 },
  }
}

/** March 8, 2025 · March 8th · March 2025 · in March · early March · last March (by its word before). */
function monthFirst(context: DateContext, index: number, bare: boolean): PointReading | null {
  const looseness = LOOSENESS.has(token(context, index)?.word ?? '')
  let start = looseness ? index + 1 : index
  if (looseness && token(context, start)?.raw === '-') start += 1
  if (token(context, start)?.word === 'شهر') start += 1
  const month = monthAt(context, start)
  if (month === null) return null
  const arabic = /[\u0600-\u06ff]/.test(token(context, start)?.raw ?? '')
  const dayToken = token(context, month.next)
  if (!arabic && dayToken !== undefined && dayToken.number !== null && dayToken.number <= 31 && dayToken.number > 0) {
    const after = month.next + 1
    const comma = token(context, after)?.raw === ',' ? 1 : 0
    const year = yearAt(context, after + comma)
    return dayReading(context, month.month, dayToken.number, year, year === null ? after : after + comma + 1)
  }
  let at = month.next
  if (token(context, at)?.raw === ',' && yearAt(context, at + 1) !== null) at += 1
  if (['of', 'من', 'عام', 'سنة', 'لعام'].includes(token(context, at)?.word ?? '')) {
    const skip = ['عام', 'سنة'].includes(token(context, at + 1)?.word ?? '') ? 2 : 1
    if (yearAt(context, at + skip) !== null) at += skip
  }
  const year = yearAt(context, at)
  const before = token(context, start - 1)?.word ?? ''
  const announced = bare || year !== null || looseness || BEFORE_MONTH.has(before)
  if (month.loose && !announced) return null
  const modifier = token(context, month.next)?.word ?? ''
  const backwards = ['الماضي', 'الفائت', 'المنصرم'].includes(modifier)
  const next = year !== null ? at + 1 : backwards ? month.next + 1 : month.next
  const actual = year ?? impliedYear(context, month.month, null)
  if (year !== null) context.yearOfMonth.set(month.month, year)
  context.month = { month: month.month, year: actual }
  const mark = looseness ? '~' : ''
  return {
    point: { year: actual, month: month.month, day: null, printedYear: year !== null },
    reading: {
      edtf: actual === null ? null : `${actual}-${two(month.month)}${mark}`,
      kind: 'month',
      approximate: looseness,
      next,
    },
  }
}

/** 8 March 2025 · 8th of March · the 8th of March · ٨ آذار ٢٠٢٥ · 8 من آذار. */
function dayFirst(context: DateContext, index: number): PointReading | null {
  const start = token(context, index)?.word === 'the' ? index + 1 : index
  const day = token(context, start)
  if (day === undefined || day.number === null || day.number < 1 || day.number > 31) return null
  let at = start + 1
  if (['of', 'من', 'شهر'].includes(token(context, at)?.word ?? '')) at += 1
  if (token(context, at)?.word === 'شهر') at += 1
  const month = monthAt(context, at)
  if (month === null) return null
  let after = month.next
  if (token(context, after)?.raw === ',' || token(context, after)?.word === 'من') {
    if (yearAt(context, after + 1) !== null) after += 1
  }
  if (['عام', 'سنة', 'لعام'].includes(token(context, after)?.word ?? '') && yearAt(context, after + 1) !== null)
    after += 1
  const year = yearAt(context, after)
  const reading = dayReading(context, month.month, day.number, year, year === null ? month.next : after + 1)
  if (reading === null || year !== null) return reading
  const modifier = token(context, month.next)?.word ?? ''
  if (!['الماضي', 'الفائت', 'المنصرم', 'الجاري', 'المقبل'].includes(modifier)) return reading
  return { ...reading, reading: { ...reading.reading, next: month.next + 1 } }
}

/** in 2024 · عام 2024. */
function yearAlone(context: DateContext, index: number, bare: boolean): PointReading | null {
  const announcedHere = ['عام', 'سنة'].includes(token(context, index)?.word ?? '')
  const at = announcedHere ? index + 1 : index
  const year = yearAt(context, at)
  if (year === null) return null
  const before = token(context, index - 1)?.word ?? ''
  if (!bare && !announcedHere && !BEFORE_YEAR.has(before)) return null
  const following = token(context, at + 1)
  // "in 2000 villages": a noun after the digits makes them a count.
  if (!announcedHere && following !== undefined && /^\p{Ll}/u.test(following.raw) && COUNTED.test(following.word))
    return null
  return {
    point: { year, month: null, day: null, printedYear: true },
    reading: { edtf: String(year), kind: 'year', approximate: false, next: at + 1 },
  }
}

const COUNTED =
  /^(people|civilians|men|women|children|families|homes|houses|villages|bodies|victims|troops|soldiers|fighters|others|were|have|are|more|dead|km|kilometres|kilometers|miles|dollars)$/

/** "the 28th", where a month was named before. */
function ordinalAlone(context: DateContext, index: number): PointReading | null {
  if (token(context, index)?.word !== 'the' || context.month === null) return null
  const day = token(context, index + 1)
  if (day === undefined || !day.ordinal || day.number === null || day.number < 1 || day.number > 31) return null
  const following = token(context, index + 2)
  if (following !== undefined && !AFTER_ORDINAL.has(following.word)) return null
  const { month, year } = context.month
  return dayReading(context, month, day.number, year, index + 2)
}

/** 10 Ramadan 1446 · ١٠ رمضان ١٤٤٦ هـ · رمضان 1446. Approximate: the tabular calendar may be a day or two off. */
function hijriAt(context: DateContext, index: number): PointReading | null {
  const first = token(context, index)
  const day =
    first !== undefined && first.number !== null && first.number >= 1 && first.number <= 30 ? first.number : null
  let at = day === null ? index : index + 1
  if (day !== null && ['من', 'شهر', 'of'].includes(token(context, at)?.word ?? '')) at += 1
  const word = token(context, at)?.word ?? ''
  const pair = HIJRI_PAIRS.find(([a, b]) => a === word && b === token(context, at + 1)?.word)
  const month = pair?.[2] ?? HIJRI_MONTHS.get(word)
  if (month === undefined) return null
  let next = at + (pair === undefined ? 1 : 2)
  const yearToken = token(context, next)
  const printed = yearToken?.number ?? null
  const year = printed !== null && printed >= 1300 && printed <= 1599 ? printed : null
  if (year !== null) {
    next += 1
    const era = token(context, next)?.word
    if (era === 'ه' || era === 'هـ' || era === 'ah' || era === 'هجري' || era === 'هجرية') next += 1
  }
  // A name such as Rajab or Shaban needs a day or a year to be a month; Ramadan does not.
  if (day === null && year === null && month !== 9) return null
  const actual = year ?? impliedHijriYear(context, month, day ?? 1)
  const from = actual === null ? null : hijriDayNumber(actual, month, day ?? 1)
  const point: CalendarPoint = { year: null, month: null, day: null, printedYear: true }
  if (actual === null || from === null) {
    return { point, reading: { edtf: null, kind: day === null ? 'month' : 'day', approximate: true, next } }
  }
  if (day !== null) return { point, reading: { edtf: `${isoDay(from)}~`, kind: 'day', approximate: true, next } }
  const to = from + hijriMonthDays(actual, month) - 1
  return { point, reading: { edtf: `${isoDay(from)}~/${isoDay(to)}~`, kind: 'interval', approximate: true, next } }
}

function impliedHijriYear(context: DateContext, month: number, day: number): number | null {
  if (context.today === null) return null
  const { year } = hijriDay(context.today)
  const here = hijriDayNumber(year, month, day)
  if (here === null) return null
  if (context.bias === 'future') return here >= context.today ? year : year + 1
  return here <= context.today ? year : year - 1
}
