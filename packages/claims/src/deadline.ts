/** Deadlines of demands and commitments: their words, the date they come to, and how it was counted. */
import type { Due } from './claim.ts'
import { datesBiased, dayOf } from './dates.ts'
import { type DateToken, dateTokens, smallNumber, UNITS, type Unit, withoutParticle } from './dates-words.ts'
import { addMonths, civilDay, dayBounds, dayNumber, daysInMonth, isoDay, weekdayOf } from './edtf.ts'

/** The day a deadline is counted from: when the statement was made, else when it was published. */
interface Origin {
  readonly day: number | null
  /** Whether it is the day of the statement itself. */
  readonly said: boolean
  /** "from the statement of 2025-04-04", for the reading. */
  readonly words: string
}

interface Found {
  readonly first: number
  readonly next: number
  readonly date: string | null
  readonly reading: string
}

const WITHIN = new Set(['within', 'خلال', 'غضون'])
const BY = new Set(['by', 'before', 'until', 'till', 'بحلول', 'قبل', 'حتي', 'اقصاه', 'اقصاها', 'يتجاوز', 'يتعدي'])
const UNIT_WORDS: Readonly<Record<Unit, readonly [string, string]>> = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
}
const END_OF: ReadonlyMap<string, Unit> = new Map([
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['الاسبوع', 'week'],
  ['الشهر', 'month'],
  ['العام', 'year'],
  ['السنة', 'year'],
])
/** Feasts whose day is settled by sighting or decree: their words are kept, no date is made up. */
const FEASTS = new Set('eid ramadan christmas easter hajj nowruz العيد عيد رمضان الفطر الاضحي الميلاد'.split(' '))

/**
 * The first deadline in `text`, which begins at `offset` of its document; null where there is none. `made` is the EDTF
 * day on which the demand or promise was made, where it is known; else it is counted from `published`. A deadline whose
 * words come to no day ("before Eid") keeps them with a null date.
 */
export function resolveDeadline(
  text: string,
  offset: number,
  language: string | null,
  made: string | null,
  published: string | null,
): Due | null {
  const tokens = dateTokens(text)
  const origin = originOf(made, published)
  for (let index = 0; index < tokens.length; index += 1) {
    if (!mayOpen(tokens[index]!)) continue
    const found =
      durationAt(tokens, index, origin) ??
      givenTimeAt(tokens, index, origin) ??
      endOfAt(tokens, index, origin) ??
      endOfMonthAt(tokens, index, text, language, origin) ??
      onDayAt(tokens, index, text, language, origin) ??
      feastAt(tokens, index) ??
      looseAt(tokens, index) ??
      dateAt(tokens, index, text, language, origin)
    if (found === null) continue
    const start = tokens[found.first]!.start
    const end = tokens[found.next - 1]!.end
    return {
      date: found.date,
      text: text.slice(start, end),
      start: offset + start,
      end: offset + end,
      reading: found.reading,
    }
  }
  return null
}

const OPENERS = new Set('in inside over no not at on next tomorrow مع في مهلة غدا يوم'.split(' '))

/** Whether a deadline can begin at a token at all. */
function mayOpen(token: DateToken): boolean {
  const { word } = token
  return (
    WITHIN.has(word) ||
    BY.has(word) ||
    OPENERS.has(word) ||
    WITHIN.has(withoutParticle(word)) ||
    smallNumber(token) !== null
  )
}

function originOf(made: string | null, published: string | null): Origin {
  const day = dayOf(made)
  if (day !== null) return { day, said: true, words: `from the statement of ${isoDay(day)}` }
  const printed = dayOf(published)
  if (printed !== null)
    return {
      day: printed,
      said: false,
      words: `from publication on ${isoDay(printed)}, as the day it was said is not known`,
    }
  return { day: null, said: false, words: 'from a day that is not known' }
}

function ahead(day: number, count: number, unit: Unit): number | null {
  if (count > 10_000) return null
  if (unit === 'hour') return day + Math.ceil(count / 24)
  if (unit === 'day') return day + count
  if (unit === 'week') return day + 7 * count
  return addMonths(day, unit === 'month' ? count : 12 * count)
}

const NUMBER_NAMES = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

function counted(count: number, unit: Unit): string {
  return `${NUMBER_NAMES[count] ?? count} ${UNIT_WORDS[unit][count === 1 ? 0 : 1]}`
}

function countedFrom(origin: Origin, count: number, unit: Unit): Pick<Found, 'date' | 'reading'> {
  const due = origin.day === null ? null : ahead(origin.day, count, unit)
  const open = `the words leave open what the ${UNIT_WORDS[unit][count === 1 ? 0 : 1]} run${count === 1 ? 's' : ''} from`
  return { date: due === null ? null : isoDay(due), reading: `${counted(count, unit)} ${origin.words}; ${open}` }
}

/** A count and a unit, with the words that may stand about them: 30 days, a further two weeks, شهرين, الـ30 يوما المقبلة. */
function quantityAt(tokens: readonly DateToken[], index: number): { count: number; unit: Unit; next: number } | null {
  let at = index
  while (
    ['the', 'next', 'coming', 'about', 'at', 'most', 'further', 'another', 'مدة', 'فترة', 'مهلة', 'نحو'].includes(
      tokens[at]?.word ?? '',
    ) &&
    at < index + 4
  ) {
    at += 1
  }
  const alone = UNITS.get(tokens[at]?.word ?? '')
  if (alone !== undefined && /[\u0600-\u06ff]/.test(tokens[at]!.raw)) {
    return { count: alone.count ?? 1, unit: alone.unit, next: past(tokens, at + 1) }
  }
  const count = smallNumber(tokens[at])
  if (count === null || count === 0) return null
  const dash = tokens[at + 1]?.raw === '-' ? 1 : 0
  const unit = UNITS.get(tokens[at + 1 + dash]?.word ?? '')
  if (unit === undefined) return null
  return { count: count * (unit.count ?? 1), unit: unit.unit, next: past(tokens, at + 2 + dash) }
}

/** A word after the unit that only says "coming" or "at most". */
function past(tokens: readonly DateToken[], next: number): number {
  return ['المقبلة', 'القادمة', 'المقبل', 'المقبلين', 'القادمين'].includes(tokens[next]?.word ?? '') ? next + 1 : next
}

/** within a month, in no more than 30 days, خلال شهر, في غضون ثلاثة أسابيع. */
function durationAt(tokens: readonly DateToken[], index: number, origin: Origin): Found | null {
  let at = index
  const word = tokens[at]?.word ?? ''
  if (WITHIN.has(word) || WITHIN.has(withoutParticle(word))) at += 1
  else if (word === 'في' && tokens[at + 1]?.word === 'غضون') at += 2
  else if (word === 'in' || word === 'inside' || word === 'over') {
    at += 1
    const extent = `${tokens[at]?.word} ${tokens[at + 1]?.word} ${tokens[at + 2]?.word}`
    if (extent === 'no more than' || extent === 'not more than') at += 3
    else if (extent.startsWith('less than')) at += 2
    else if (word === 'over' && !/^the (?:next|coming)/.test(extent)) return null
  } else return null
  const quantity = quantityAt(tokens, at)
  if (quantity === null) return null
  const { count, unit } = quantity
  // "within a month of the attack": counted from something that the words name, not from the statement.
  const of = tokens[quantity.next]?.word ?? ''
  if (['of', 'from', 'after', 'من'].includes(of)) {
    const words = tokens.slice(quantity.next, quantity.next + 5).map((token) => token.raw)
    if (!['now', 'today', 'الان', 'اليوم'].includes(tokens[quantity.next + 1]?.word ?? '')) {
      return {
        first: index,
        next: quantity.next,
        date: null,
        reading: `${counted(count, unit)} counted from what the words name ("${words.join(' ')} …"), which has no date here`,
      }
    }
  }
  return { first: index, next: quantity.next, ...countedFrom(origin, count, unit) }
}

/** a 72-hour deadline, a two-week ultimatum, gave them 48 hours to, مهلة 48 ساعة, 10 days from now. */
function givenTimeAt(tokens: readonly DateToken[], index: number, origin: Origin): Found | null {
  const word = tokens[index]?.word ?? ''
  if (word === 'مهلة') {
    const quantity = quantityAt(tokens, index + 1)
    return quantity === null
      ? null
      : { first: index, next: quantity.next, ...countedFrom(origin, quantity.count, quantity.unit) }
  }
  if (/[\u0600-\u06ff]/.test(word)) return null
  const quantity = quantityAt(tokens, index)
  if (quantity === null) return null
  const after = tokens[quantity.next]?.word ?? ''
  const then = tokens[quantity.next + 1]?.word ?? ''
  if (after === 'deadline' || after === 'ultimatum' || (after === 'from' && (then === 'now' || then === 'today'))) {
    const next = quantity.next + (after === 'from' ? 2 : 1)
    return { first: index, next, ...countedFrom(origin, quantity.count, quantity.unit) }
  }
  if (
    after === 'to' &&
    tokens.slice(Math.max(0, index - 5), index).some((token) => /^(?:gave|given|give|has|have)$/.test(token.word))
  ) {
    return { first: index, next: quantity.next, ...countedFrom(origin, quantity.count, quantity.unit) }
  }
  return null
}

/** by the end of the year, before the end of March, بحلول نهاية العام. */
function endOfAt(tokens: readonly DateToken[], index: number, origin: Origin): Found | null {
  const word = tokens[index]?.word ?? ''
  if (!BY.has(word) && word !== 'at' && word !== 'مع') return null
  let at = index + 1
  if (tokens[at]?.word === 'the') at += 1
  const arabic = tokens[at]?.word === 'نهاية'
  if (!arabic && !(tokens[at]?.word === 'end' && tokens[at + 1]?.word === 'of')) {
    // by next month, by next week
    const unit = END_OF.get(tokens[at + 1]?.word ?? '')
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
  const unit = END_OF.get(tokens[at + lead]?.word ?? '')
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
function endOfMonthAt(
  tokens: readonly DateToken[],
  index: number,
  text: string,
  language: string | null,
  origin: Origin,
): Found | null {
  const word = tokens[index]?.word ?? ''
  if (!BY.has(word) && word !== 'at' && word !== 'مع') return null
  let at = index + 1
  while (['the', 'end', 'of', 'نهاية', 'اواخر', 'شهر'].includes(tokens[at]?.word ?? '') && at < index + 5) at += 1
  const ends = tokens.slice(index + 1, at).some((token) => /^(?:end|نهاية|اواخر)$/.test(token.word))
  const month = tokens[at]
  if (!ends || month === undefined) return null
  const published = origin.day === null ? null : isoDay(origin.day)
  const lead = tokens[at - 1]!.start
  const mention = datesBiased(text.slice(lead, lead + 80), lead, language, published, 'future').find(
    (date) => date.start <= month.start && date.end >= month.end,
  )
  if (mention?.edtf == null || mention.kind !== 'month') return null
  const last = dayBounds(mention.edtf)?.latest ?? null
  if (last === null || (origin.day !== null && (dayOf(last) ?? 0) < origin.day)) return null
  let next = at
  while (next < tokens.length && tokens[next]!.end <= mention.end) next += 1
  return {
    first: index,
    next,
    date: last,
    reading: `the last day of "${mention.text}", looked for forward ${origin.words}`,
  }
}

/** tomorrow, next Monday, on 10 June, غدا الخميس, يوم الخميس المقبل: a day ahead, named without a word of limit. */
function onDayAt(
  tokens: readonly DateToken[],
  index: number,
  text: string,
  language: string | null,
  origin: Origin,
): Found | null {
  const word = tokens[index]?.word ?? ''
  if (!/^(?:on|next|tomorrow|غدا|يوم)$/.test(word) || origin.day === null) return null
  const { start } = tokens[index]!
  const mention = datesBiased(text.slice(start, start + 80), start, language, isoDay(origin.day), 'future')[0]
  if (mention?.edtf == null || mention.start > start + word.length + 6) return null
  // "on Friday" is as often the day it was said; a day of the month, "next" and "المقبل" are not
  const ahead =
    /\p{Nd}|^(?:next|tomorrow|غدا)|المقبل|القادم/u.test(mention.text) || /^(?:next|tomorrow|غدا)$/.test(word)
  const day = dayOf(mention.edtf)
  if (!ahead || day === null || day <= origin.day) return null
  let next = index
  while (next < tokens.length && tokens[next]!.end <= mention.end) next += 1
  return { first: index, next, date: isoDay(day), reading: `"${mention.text}", looked for forward ${origin.words}` }
}

function periodEnd(day: number, unit: Unit, shift: number): number {
  if (unit === 'week') return day + ((7 - weekdayOf(day)) % 7) + 7 * shift
  const { year, month } = civilDay(addMonths(day, unit === 'month' ? shift : 12 * shift))
  const last = unit === 'month' ? month : 12
  return dayNumber(year, last, daysInMonth(year, last)) ?? day
}

/** before Eid, by Ramadan, قبل العيد. */
function feastAt(tokens: readonly DateToken[], index: number): Found | null {
  if (!BY.has(tokens[index]?.word ?? '')) return null
  let at = index + 1
  const limit = index + 6
  while (
    at < limit &&
    ['the', 'end', 'of', 'start', 'beginning', 'holiday', 'نهاية', 'شهر', 'حلول', 'بداية'].includes(
      tokens[at]?.word ?? '',
    )
  )
    at += 1
  if (!FEASTS.has(tokens[at]?.word ?? '')) return null
  let next = at + 1
  while (next < at + 4 && /^(?:al|-|fitr|adha|الفطر|الاضحي|الميلاد)$/.test(tokens[next]?.word ?? '')) next += 1
  return { first: index, next, date: null, reading: 'a feast whose day is set by sighting or decree; no date is given' }
}

/** in the coming days, خلال الأيام المقبلة: a time, but no day. */
function looseAt(tokens: readonly DateToken[], index: number): Found | null {
  const words = [0, 1, 2, 3].map((step) => tokens[index + step]?.word ?? '')
  const plural = /^(?:hours|days|weeks|months|years)$/
  if (
    /^(?:in|within|over)$/.test(words[0]!) &&
    words[1] === 'the' &&
    /^(?:coming|next)$/.test(words[2]!) &&
    plural.test(words[3]!)
  ) {
    return { first: index, next: index + 4, date: null, reading: 'the words give no number of days' }
  }
  if (/^(?:in|within)$/.test(words[0]!) && plural.test(words[1]!)) {
    return { first: index, next: index + 2, date: null, reading: 'the words give no number of days' }
  }
  if (
    words[0] === 'خلال' &&
    /^ال(?:ايام|ساعات|اسابيع|اشهر)$/.test(words[1]!) &&
    /^(?:المقبلة|القادمة)$/.test(words[2]!)
  ) {
    return { first: index, next: index + 3, date: null, reading: 'the words give no number of days' }
  }
  return null
}

/** by 9 April, no later than Friday, before June, في موعد أقصاه 9 نيسان. */
function dateAt(
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
  const published = origin.day === null ? null : isoDay(origin.day)
  // Read with the word before it, which is what tells June the month from June the name; a date is a dozen short words.
  const from = tokens[at - 1]!.start
  const read = datesBiased(text.slice(from, from + 120), from, language, published, 'future')[0]
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
  let next = at
  while (next < tokens.length && tokens[next]!.end <= mention.end) next += 1
  if (mention.edtf === null)
    return { first, next, date: null, reading: `"${mention.text}" has no date, counted ${origin.words}` }
  const bounds = dayBounds(mention.edtf)
  const day = dayOf(bounds?.latest ?? null)
  // a date with its year stands though the report came out after it; the day it was said is not known
  const spelt = word === 'by' && !origin.said && /\b(?:19|20)\d\d\b/.test(mention.text)
  if (day !== null && origin.day !== null && day < origin.day && !spelt) return null
  if (mention.kind !== 'day' && mention.kind !== 'time-of-week') {
    return {
      first,
      next,
      date: mention.edtf,
      reading: `"${mention.text}", read as the next one ${origin.words}; its first or last day is left open`,
    }
  }
  if (spelt && day !== null && origin.day !== null && day < origin.day) {
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
