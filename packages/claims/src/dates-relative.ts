/** Dates told from the day of publication: yesterday, on Sunday, last month, in the past two days. */
import type { DateContext, DateReading } from './dates-context.ts'
import { CALENDAR_PERIODS, smallNumber, UNITS, type Unit, WEEKDAYS, withoutParticle } from './dates-words.ts'
import { addMonths, civilDay, isoDay, weekdayOf } from './edtf.ts'

const BACK = new Set([
  'last',
  'past',
  'previous',
  'الماضي',
  'الماضية',
  'الفائت',
  'الفائتة',
  'المنصرم',
  'المنصرمة',
  'الاخيرة',
  'الاخير',
])
const ONWARD = new Set(['next', 'coming', 'following', 'المقبل', 'المقبلة', 'القادم', 'القادمة'])
const CURRENT = new Set(['this', 'هذا', 'هذه', 'الحالي', 'الجاري', 'الحالية', 'الجارية'])
const PART_OF_DAY = new Set(
  'morning afternoon evening night noon midday midnight dawn overnight مساء صباح فجر ليل ظهر ليلة صباحا مساء فجرا'.split(
    ' ',
  ),
)
const PAPERS = new Set('times telegraph mirror express independent mail world herald star post'.split(' '))

const two = (value: number): string => String(value).padStart(2, '0')

function reading(edtf: string | null, kind: DateReading['kind'], next: number, approximate = false): DateReading {
  return { edtf, kind, approximate, next }
}

/** A relative date at a token. */
export function relativeAt(context: DateContext, index: number): DateReading | null {
  return (
    deicticAt(context, index) ??
    weekdayAt(context, index) ??
    agoAt(context, index) ??
    pastSpanAt(context, index) ??
    periodAt(context, index) ??
    looseAt(context, index)
  )
}

const DEICTIC: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['امس', -1],
  ['البارحة', -1],
  ['اليوم', 0],
  ['غدا', 1],
])

/** yesterday, today, last night, أمس, مساء أمس, أمس الأربعاء, أول أمس. */
function deicticAt(context: DateContext, index: number): DateReading | null {
  const at = (offset: number): string => context.tokens[index + offset]?.word ?? ''
  const day = (shift: number, next: number): DateReading =>
    reading(context.today === null ? null : isoDay(context.today + shift), 'day', next)
  if (at(0) === 'the' && at(1) === 'day' && at(2) === 'before' && at(3) === 'yesterday') return day(-2, index + 4)
  if (at(0) === 'last' && at(1) === 'night') return day(-1, index + 2)
  if (at(0) === 'overnight' && at(1) !== 'on') return null
  if ((at(0) === 'اول' || at(0) === 'قبل') && (at(1) === 'امس' || (at(1) === 'من' && at(2) === 'امس'))) {
    return day(-2, index + (at(1) === 'من' ? 3 : 2))
  }
  let start = index
  if (PART_OF_DAY.has(at(0)) && at(0).charCodeAt(0) > 0x600) start += 1
  if (context.tokens[start]?.word === 'يوم') start += 1
  const word = context.tokens[start]?.word ?? ''
  const shift = DEICTIC.get(word) ?? (word.length > 3 ? DEICTIC.get(withoutParticle(word)) : undefined)
  if (shift === undefined) return null
  let next = start + 1
  // "أمس الأربعاء", "اليوم الجمعة": the weekday only says the same day again.
  const following = WEEKDAYS.get(context.tokens[next]?.word ?? '')
  if (/[\u0600-\u06ff]/.test(word)) {
    if (following !== undefined) {
      if (context.today !== null && weekdayOf(context.today + shift) !== following) {
        // Published on another day than it was written: the weekday is what was printed.
        const found = nearestPast(context.today, following)
        return reading(isoDay(found), 'day', next + 1)
      }
      next += 1
    }
  } else if (PART_OF_DAY.has(context.tokens[next]?.word ?? '')) next += 1
  return day(shift, next)
}

function nearestPast(today: number, weekday: number): number {
  return today - ((weekdayOf(today) - weekday + 7) % 7)
}

/** on Sunday, last Thursday, late Friday, this Friday, next Monday, Saturday night, مساء الأحد الماضي. */
function weekdayAt(context: DateContext, index: number): DateReading | null {
  let at = index
  let modifier: 'last' | 'next' | 'this' | null = null
  while (at < index + 4) {
    const word = context.tokens[at]?.word ?? ''
    if (BACK.has(word) && word.charCodeAt(0) < 0x600) modifier = 'last'
    else if (word === 'next' || word === 'coming') modifier = 'next'
    else if (word === 'this') modifier = 'this'
    else if (
      word === 'late' ||
      word === 'early' ||
      word === 'يوم' ||
      (PART_OF_DAY.has(word) && word.charCodeAt(0) > 0x600)
    ) {
      // part of the day only
    } else if (
      (word === 'on' || word === 'in') &&
      at > index &&
      ['late', 'early'].includes(context.tokens[at - 1]?.word ?? '')
    ) {
      // "late on Friday"
    } else break
    at += 1
  }
  const token = context.tokens[at]
  if (token === undefined) return null
  const weekday = WEEKDAYS.get(token.word) ?? WEEKDAYS.get(withoutParticle(token.word))
  if (weekday === undefined) return weekendAt(context, at, modifier)
  if (/^[a-z]/.test(token.word) && !/^\p{Lu}/u.test(token.raw)) return null
  let next = at + 1
  const after = context.tokens[next]?.word ?? ''
  if (PAPERS.has(after) && /^\p{Lu}/u.test(context.tokens[next]!.raw)) return null
  if (BACK.has(after) && after.charCodeAt(0) > 0x600) modifier = 'last'
  else if (ONWARD.has(after) && after.charCodeAt(0) > 0x600) modifier = 'next'
  if (modifier !== null && after.charCodeAt(0) > 0x600 && (BACK.has(after) || ONWARD.has(after))) next += 1
  else if (PART_OF_DAY.has(after) && after.charCodeAt(0) < 0x600) next += 1
  else if (after === 'last' && context.tokens[next + 1]?.word === 'week') next += 2
  const { today } = context
  if (today === null) return reading(null, 'time-of-week', next)
  const past = nearestPast(today, weekday)
  const ahead = past === today ? today + 7 : past + 7
  let day = context.bias === 'past' ? past : past === today ? today : ahead
  if (modifier === 'last') day = past === today ? today - 7 : past
  else if (modifier === 'next') day = ahead
  else if (modifier === 'this') day = today - ((weekdayOf(today) + 6) % 7) + ((weekday + 6) % 7)
  return reading(isoDay(day), 'time-of-week', next)
}

function weekendAt(context: DateContext, index: number, modifier: 'last' | 'next' | 'this' | null): DateReading | null {
  const start = context.tokens[index]?.word === 'the' ? index + 1 : index
  if (context.tokens[start]?.word !== 'weekend') return null
  if (start === index && modifier === null && context.tokens[index - 1]?.word !== 'the') return null
  if (context.today === null) return reading(null, 'time-of-week', start + 1)
  let saturday = nearestPast(context.today, 6)
  if (modifier === 'last' && context.today - saturday <= 1) saturday -= 7
  if (modifier === 'next' || (context.bias === 'future' && modifier !== 'last')) saturday += 7
  return reading(`${isoDay(saturday)}/${isoDay(saturday + 1)}`, 'time-of-week', start + 1)
}

function back(today: number, count: number, unit: Unit): number | null {
  if (count > 10_000) return null
  if (unit === 'hour') return today - Math.ceil(count / 24)
  if (unit === 'day') return today - count
  if (unit === 'week') return today - 7 * count
  return addMonths(today, unit === 'month' ? -count : -12 * count)
}

/** How coarse "three months ago" is: a month; "two weeks ago": about a day; "two days ago": the day. */
function agoValue(today: number | null, count: number, unit: Unit, next: number): DateReading {
  const kind = unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'day'
  const then = today === null ? null : back(today, count, unit)
  if (then === null) return reading(null, kind, next)
  const { year, month } = civilDay(then)
  if (unit === 'year') return reading(`${year}~`, 'year', next, true)
  if (unit === 'month') return reading(`${year}-${two(month)}~`, 'month', next, true)
  if (unit === 'week') return reading(`${isoDay(then)}~`, 'day', next, true)
  return reading(isoDay(then), 'day', next, unit === 'hour')
}

/** two days ago, a month ago, قبل يومين, منذ أسبوع. */
function agoAt(context: DateContext, index: number): DateReading | null {
  const word = context.tokens[index]?.word ?? ''
  if (word === 'قبل' || word === 'منذ') {
    const dual = UNITS.get(context.tokens[index + 1]?.word ?? '')
    if (dual !== undefined) {
      return agoValue(context.today, dual.count ?? 1, dual.unit, index + 2)
    }
    const count = smallNumber(context.tokens[index + 1])
    const unit = UNITS.get(context.tokens[index + 2]?.word ?? '')
    if (count === null || unit === undefined) return null
    return agoValue(context.today, count, unit.unit, index + 3)
  }
  const count = smallNumber(context.tokens[index])
  if (count === null) return null
  const unit = UNITS.get(context.tokens[index + 1]?.word ?? '')
  if (unit === undefined || context.tokens[index + 2]?.word !== 'ago') return null
  return agoValue(context.today, count * (unit.count ?? 1), unit.unit, index + 3)
}

/** the past two days, the last 48 hours, خلال اليومين الماضيين, آخر 24 ساعة. */
function pastSpanAt(context: DateContext, index: number): DateReading | null {
  let at = index
  if (context.tokens[at]?.word === 'the') at += 1
  const word = context.tokens[at]?.word ?? ''
  if (word === 'last' || word === 'past' || word === 'previous' || word === 'اخر') {
    const direct = UNITS.get(context.tokens[at + 1]?.word ?? '')
    if (direct?.count === 2) return spanBack(context, 2, direct.unit, at + 2)
    const count = smallNumber(context.tokens[at + 1])
    const unit = UNITS.get(context.tokens[at + 2]?.word ?? '')
    if (count === null || unit === undefined) return null
    return spanBack(context, count, unit.unit, at + 3)
  }
  // اليومين الماضيين, الأسبوعين الماضيين, الساعات الـ24 الماضية
  const unit = UNITS.get(word)
  if (unit?.count === 2 && ['الماضيين', 'الاخيرين', 'الماضيان'].includes(context.tokens[at + 1]?.word ?? '')) {
    return spanBack(context, 2, unit.unit, at + 2)
  }
  return null
}

function spanBack(context: DateContext, count: number, unit: Unit, next: number): DateReading {
  const then = context.today === null ? null : back(context.today, count, unit)
  if (then === null || context.today === null) return reading(null, 'interval', next)
  return reading(`${isoDay(then)}/${isoDay(context.today)}`, 'interval', next)
}

/** last week, this month, last year, late last week, last March, earlier this month, الأسبوع الماضي. */
function periodAt(context: DateContext, index: number): DateReading | null {
  let at = index
  let loose = false
  while (['late', 'early', 'earlier', 'later', 'in'].includes(context.tokens[at]?.word ?? '') && at < index + 2) {
    loose ||= context.tokens[at]!.word !== 'in'
    at += 1
  }
  if (!loose) at = index
  const first = context.tokens[at]?.word ?? ''
  const second = context.tokens[at + 1]?.word ?? ''
  let shift: number | null = null
  let unit: Unit | undefined
  if (CALENDAR_PERIODS.has(second) && second.charCodeAt(0) < 0x600) {
    unit = CALENDAR_PERIODS.get(second)
    if (first === 'last' || first === 'past' || first === 'previous') shift = -1
    else if (first === 'this') shift = 0
    else if (first === 'next' || first === 'coming') shift = 1
  } else {
    const bare = first.startsWith('ال') ? first : withoutParticle(first)
    unit = CALENDAR_PERIODS.get(bare)
    if (unit === undefined) return monthBack(context, at)
    if (BACK.has(second)) shift = -1
    else if (CURRENT.has(second)) shift = 0
    else if (ONWARD.has(second)) shift = 1
    else if (CURRENT.has(context.tokens[at - 1]?.word ?? '')) return period(context, unit, 0, at + 1, loose)
  }
  if (shift === null || unit === undefined) return monthBack(context, at)
  return period(context, unit, shift, at + 2, loose)
}

function period(context: DateContext, unit: Unit, shift: number, next: number, loose: boolean): DateReading {
  const { today } = context
  const kind = unit === 'week' ? 'interval' : unit === 'year' ? 'year' : 'month'
  if (today === null) return reading(null, kind, next, loose)
  const { year, month } = civilDay(today)
  const mark = loose ? '~' : ''
  if (unit === 'year') return reading(`${year + shift}${mark}`, kind, next, loose)
  if (unit === 'month') {
    const index = year * 12 + month - 1 + shift
    const at = { year: Math.floor(index / 12), month: (index % 12) + 1 }
    context.month = at
    return reading(`${at.year}-${two(at.month)}${mark}`, kind, next, loose)
  }
  // Weeks run Monday to Sunday (ISO 8601); this week ends with the day of publication.
  const monday = today - ((weekdayOf(today) + 6) % 7) + 7 * shift
  const end = shift === 0 && context.bias === 'past' ? today : monday + 6
  return reading(`${isoDay(monday)}${mark}/${isoDay(end)}${mark}`, 'interval', next, loose)
}

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ')

/** "last March": the month before this one of that name. */
function monthBack(context: DateContext, index: number): DateReading | null {
  if (context.tokens[index]?.word !== 'last') return null
  const month = MONTH_NAMES.indexOf(context.tokens[index + 1]?.word ?? '') + 1
  if (month === 0 || !/^\p{Lu}/u.test(context.tokens[index + 1]!.raw)) return null
  if (context.today === null) return reading(null, 'month', index + 2)
  const { year, month: now } = civilDay(context.today)
  const actual = month < now ? year : year - 1
  context.month = { month, year: actual }
  context.yearOfMonth.set(month, actual)
  return reading(`${actual}-${two(month)}`, 'month', index + 2)
}

/** "in recent days", "الأيام الأخيرة": a time, but none that can be told. */
function looseAt(context: DateContext, index: number): DateReading | null {
  const at = (offset: number): string => context.tokens[index + offset]?.word ?? ''
  if (at(0) === 'recent' && ['days', 'weeks', 'months', 'years', 'hours'].includes(at(1))) {
    return reading(null, 'interval', index + 2, true)
  }
  if (/^(?:ال)(?:ايام|ساعات|اسابيع|اشهر|سنوات)$/.test(at(0)) && BACK.has(at(1))) {
    return reading(null, 'interval', index + 2, true)
  }
  return null
}
