/** Deadlines that name their day: the end of a month or a year, a date, a day of next week. */
import { datesBiased, dayOf } from './dates.ts'
import { CALENDAR_PERIODS, type DateToken, type Unit } from './dates-words.ts'
import { BY, type Found, type Origin } from './deadline-origin.ts'
import { addMonths, civilDay, dayBounds, dayNumber, daysInMonth, isoDay, weekdayOf } from './edtf.ts'

/** A word that an end of a period can follow: by, before, at, مع. */
const limits = (word: string): boolean => BY.has(word) || word === 'at' || word === 'مع'

/** The day that later days are looked for from. */
const countedFrom = ({ day }: Origin): string | null => (day === null ? null : isoDay(day))

/** The first token behind a place of the text, from `at` on. */
function behind(tokens: readonly DateToken[], at: number, end: number): number {
  let next = at
  while (next < tokens.length && tokens[next]!.end <= end) next += 1
  return next
}

/** by the end of the year, before the end of March, بحلول نهاية العام. */
export function endOfAt(tokens: readonly DateToken[], index: number, origin: Origin): Found | null {
  if (!limits(tokens[index]?.word ?? '')) return null
  let at = index + 1
  if (tokens[at]?.word === 'the') at += 1
  const arabic = tokens[at]?.word === 'نهاية'
  if (!arabic && !(tokens[at]?.word === 'end' && tokens[at + 1]?.word === 'of')) {
    // by next month, by next week
    const unit = CALENDAR_PERIODS.get(tokens[at + 1]?.word ?? '')
    if (tokens[at]?.word !== 'next' || unit === undefined || origin.day === null || unit === 'week') return null
    const { year, month } = civilDay(unit === 'month' ? addMonths(origin.day, 1) : addMonths(origin.day, 12))
    const date = unit === 'month' ? `${year}-${String(month).padStart(2, '0')}` : String(year)
    return {
      first: index,
      next: at + 2,
      date,
      reading: `the ${unit} after that of the count ${origin.words}; its first or last day is left open`,
    }
  }
  at += arabic ? 1 : 2
  const lead = ['the', 'this', 'هذا', 'هذه'].includes(tokens[at]?.word ?? '') ? 1 : 0
  const unit = CALENDAR_PERIODS.get(tokens[at + lead]?.word ?? '')
  if (unit === undefined) return null
  let next = at + lead + 1
  const following = tokens[next]?.word ?? ''
  const onward = ['المقبل', 'القادم', 'المقبلة', 'القادمة'].includes(following) || tokens[at]?.word === 'next'
  if (onward || ['الجاري', 'الحالي', 'الجارية', 'الحالية'].includes(following)) next += 1
  // "the end of the year 2026" names its own year.
  const named = tokens[next]?.number ?? null
  if (unit === 'year' && named !== null && named >= 1900 && named <= 2099) {
    return { first: index, next: next + 1, date: `${named}-12-31`, reading: `the last day of ${named}` }
  }
  if (origin.day === null)
    return { first: index, next, date: null, reading: `the end of the ${unit}, counted ${origin.words}` }
  const end = periodEnd(origin.day, unit, onward ? 1 : 0)
  return { first: index, next, date: isoDay(end), reading: `the last day of the ${unit}, counted ${origin.words}` }
}

/** before the end of June, by the end of March 2026, قبل نهاية شهر آب. */
export function endOfMonthAt(
  tokens: readonly DateToken[],
  index: number,
  text: string,
  language: string | null,
  origin: Origin,
): Found | null {
  if (!limits(tokens[index]?.word ?? '')) return null
  let at = index + 1
  while (['the', 'end', 'of', 'نهاية', 'اواخر', 'شهر'].includes(tokens[at]?.word ?? '') && at < index + 5) at += 1
  const ends = tokens.slice(index + 1, at).some((token) => /^(?:end|نهاية|اواخر)$/.test(token.word))
  const month = tokens[at]
  if (!ends || month === undefined) return null
  const lead = tokens[at - 1]!.start
  const mention = datesBiased(text.slice(lead, lead + 80), lead, language, countedFrom(origin), 'future').find(
    (date) => date.start <= month.start && date.end >= month.end,
  )
  if (mention?.edtf == null || mention.kind !== 'month') return null
  const last = dayBounds(mention.edtf)?.latest ?? null
  if (last === null || (origin.day !== null && (dayOf(last) ?? 0) < origin.day)) return null
  return {
    first: index,
    next: behind(tokens, at, mention.end),
    date: last,
    reading: `the last day of "${mention.text}", looked for forward ${origin.words}`,
  }
}

/** tomorrow, next Monday, on 10 June, غدا الخميس, يوم الخميس المقبل: a day ahead, named without a word of limit. */
export function onDayAt(
  tokens: readonly DateToken[],
  index: number,
  text: string,
  language: string | null,
  origin: Origin,
): Found | null {
  const word = tokens[index]?.word ?? ''
  if (!/^(?:on|next|tomorrow|غدا|يوم)$/.test(word) || origin.day === null) return null
  const { start } = tokens[index]!
  const mention = datesBiased(text.slice(start, start + 80), start, language, countedFrom(origin), 'future')[0]
  if (mention?.edtf == null || mention.start > start + word.length + 6) return null
  // "on Friday" is as often the day it was said; a day of the month, "next" and "المقبل" are not
  const ahead =
    /\p{Nd}|^(?:next|tomorrow|غدا)|المقبل|القادم/u.test(mention.text) || /^(?:next|tomorrow|غدا)$/.test(word)
  const day = dayOf(mention.edtf)
  if (!ahead || day === null || day <= origin.day) return null
  const next = behind(tokens, index, mention.end)
  return { first: index, next, date: isoDay(day), reading: `"${mention.text}", looked for forward ${origin.words}` }
}

function periodEnd(day: number, unit: Unit, shift: number): number {
  if (unit === 'week') return day + ((7 - weekdayOf(day)) % 7) + 7 * shift
  const { year, month } = civilDay(addMonths(day, unit === 'month' ? shift : 12 * shift))
  const last = unit === 'month' ? month : 12
  return dayNumber(year, last, daysInMonth(year, last)) ?? day
}

/** by 9 April, no later than Friday, before June, في موعد أقصاه 9 نيسان. */
export function dateAt(
  tokens: readonly DateToken[],
  index: number,
  text: string,
  language: string | null,
  origin: Origin,
): Found | null {
  const word = tokens[index]?.word ?? ''
  let at = index
  let first = index
  const phrase = [0, 1, 2].map((step) => tokens[index + step]?.word ?? '').join(' ')
  if (phrase === 'no later than' || phrase === 'not later than') at += 3
  else if (BY.has(word)) at += 1
  else return null
  if (/^اقصاها?$/.test(word) && ['موعد', 'اجل', 'مهلة', 'مدة'].includes(tokens[index - 1]?.word ?? ''))
    first = index - 1
  while (['the', 'at', 'latest', 'تاريخ', 'يوم', 'on'].includes(tokens[at]?.word ?? '') && at < index + 5) at += 1
  const start = tokens[at]?.start
  if (start === undefined) return null
  // Read with the word before it, which is what tells June the month from June the name; a date is a dozen short words.
  const from = tokens[at - 1]!.start
  const read = datesBiased(text.slice(from, from + 120), from, language, countedFrom(origin), 'future')[0]
  const opened = read?.start === from && read.edtf?.startsWith('../') === true
  const mention = opened ? { ...read, start, edtf: read.edtf!.slice(3), text: text.slice(start, read.end) } : read
  const bareYear = tokens[at]?.number ?? null
  if (mention === undefined || mention.start !== start) {
    if (bareYear === null || bareYear < 1990 || bareYear > 2099 || tokens[at]!.raw.length !== 4) return null
    return {
      first,
      next: at + 1,
      date: String(bareYear),
      reading: `the year ${bareYear}; its first or last day is left open`,
    }
  }
  const next = behind(tokens, at, mention.end)
  if (mention.edtf === null)
    return { first, next, date: null, reading: `"${mention.text}" has no date, counted ${origin.words}` }
  const bounds = dayBounds(mention.edtf)
  const day = dayOf(bounds?.latest ?? null)
  // a date with its year stands though the report came out after it; the day it was said is not known
  const spelt = word === 'by' && !origin.said && /\b(?:19|20)\d\d\b/.test(mention.text)
  const past = day !== null && origin.day !== null && day < origin.day
  if (past && !spelt) return null
  if (mention.kind !== 'day' && mention.kind !== 'time-of-week') {
    return {
      first,
      next,
      date: mention.edtf,
      reading: `"${mention.text}", read as the next one ${origin.words}; its first or last day is left open`,
    }
  }
  if (past) {
    const reading = `"${mention.text}", read as ${mention.edtf}, which had gone by at publication; the day it was said is not known`
    return { first, next, date: mention.edtf, reading }
  }
  const excluded = (word === 'before' || word === 'قبل') && day !== null
  return {
    first,
    next,
    date: excluded ? isoDay(day - 1) : mention.edtf,
    reading: `"${mention.text}", read as ${mention.edtf}${excluded ? ', so the day before at the latest' : ''}; looked for forward ${origin.words}`,
  }
}
