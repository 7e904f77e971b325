/** Dates in English and Arabic text, absolute and relative, resolved against publication with a bias to the past. */
import type { DateContext, DateKind, DateReading } from './dates-context.ts'
import { type CalendarPoint, pointAt } from './dates-point.ts'
import { relativeAt } from './dates-relative.ts'
import { type DateToken, dateTokens, mayOpenDate } from './dates-words.ts'
import { dayNumber, isoDay } from './edtf.ts'

export { DATE_KINDS, type DateKind } from './dates-context.ts'

export interface DateMention {
  /** Offsets into the document, and the characters there. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Null where the words name no date that can be told: "in recent days", 30 February, a weekday of unknown week. */
  readonly edtf: string | null
  readonly kind: DateKind
  /** The words themselves are loose ("early March", a Hijri date by the tabular calendar). */
  readonly approximate: boolean
}

/**
 * The date mentions of a text in reading order, without overlap. `offset` is where `text` begins in its document, so
 * that spans are the document's; `published` is EDTF, and only a day is resolved against.
 */
export function resolveDates(
  text: string,
  offset: number,
  language: string | null,
  published: string | null,
): readonly DateMention[] {
  return datesBiased(text, offset, language, published, 'past')
}

/** As `resolveDates`, with the bias given: deadlines look forward. */
export function datesBiased(
  text: string,
  offset: number,
  language: string | null,
  published: string | null,
  bias: 'past' | 'future',
): readonly DateMention[] {
  const tokens = dateTokens(text)
  const context: DateContext = {
    tokens,
    today: dayOf(published),
    bias,
    language,
    yearOfMonth: new Map(),
    month: null,
  }
  const mentions: DateMention[] = []
  let index = 0
  while (index < tokens.length) {
    const reading = mayOpenDate(tokens[index]!) ? mentionAt(context, index) : null
    if (reading === null || reading.next <= index) {
      index += 1
      continue
    }
    const start = tokens[index]!.start
    const end = tokens[reading.next - 1]!.end
    const { edtf, kind, approximate } = reading
    mentions.push({ start: offset + start, end: offset + end, text: text.slice(start, end), edtf, kind, approximate })
    index = reading.next
  }
  return mentions
}

/** Days since 1970-01-01 of an EDTF day or a time stamp that begins with one; null for anything coarser. */
export function dayOf(published: string | null): number | null {
  const match = published === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(published)
  return match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
}

const SINCE = new Set(['since', 'منذ', 'ومنذ'])
const UNTIL = new Set(['until', 'till', 'حتي', 'لغاية'])
const BETWEEN = new Set(['between', 'بين', 'وبين'])
const FROM = new Set(['from', 'من', 'starting'])
const AND = new Set(['and', 'و'])
const TO = new Set(['to', 'until', 'till', 'through', 'and', '-', '–', '—', 'الي', 'حتي', 'و'])
const DASHES = new Set(['-', '–', '—', 'to', 'through', 'الي', 'حتي'])
/** Stands before two days: "on the days of 8 and 9 March". */
const TWO_DAYS = 'يومي'
const FILLER = new Set(['on', 'in', 'at', 'the', 'يوم', 'شهر', 'عام', 'تاريخ', 'بداية', 'early', 'late'])

/** A point or a relative date at a token, whichever reads. */
function simpleAt(context: DateContext, index: number, bare: boolean): DateReading | null {
  const point = pointAt(context, index, bare)
  if (point !== null) return point.reading
  return relativeAt(context, index)
}

function mentionAt(context: DateContext, index: number): DateReading | null {
  const word = context.tokens[index]?.word ?? ''
  if (SINCE.has(word)) return openedAt(context, index, 'start') ?? simpleAt(context, index, false)
  if (UNTIL.has(word)) return openedAt(context, index, 'end')
  if (BETWEEN.has(word) || FROM.has(word)) {
    const range = rangeAfter(context, index)
    if (range !== null) return range
  }
  if (word === 'from' || word === 'starting') return null
  if (word !== TWO_DAYS && opensNothing(context, index)) return null
  return pairAt(context, index) ?? simpleAt(context, index, false)
}

/** Nearly every token: told once, where each of the rules for pairs and single dates would try it again. */
function opensNothing(context: DateContext, index: number): boolean {
  return (
    dayNumberAt(context.tokens, index) === null &&
    pointAt(context, index, true) === null &&
    relativeAt(context, index) === null
  )
}

/** "since Thursday", "until 8 March". */
function openedAt(context: DateContext, index: number, side: 'start' | 'end'): DateReading | null {
  let at = index + 1
  while (FILLER.has(context.tokens[at]?.word ?? '') && at < index + 3) {
    const direct = simpleAt(context, at, true)
    if (direct !== null) break
    at += 1
  }
  const inner = simpleAt(context, at, true)
  if (inner === null) return null
  if (inner.edtf === null) return { ...inner, kind: 'interval' }
  const [from, to] = inner.edtf.includes('/') ? inner.edtf.split('/') : [inner.edtf, inner.edtf]
  const edtf = side === 'start' ? `${from}/..` : `../${to}`
  return { ...inner, edtf, kind: 'interval' }
}

/** "between December 6 and 11", "from July 13 to 20", "من 13 إلى 20 تموز". */
function rangeAfter(context: DateContext, index: number): DateReading | null {
  let at = index + 1
  if (context.tokens[at]?.word === 'on' || context.tokens[at]?.word === 'the') at += 1
  if (context.tokens[at]?.word === 'يوم' || context.tokens[at]?.word === TWO_DAYS) at += 1
  return spanAt(context, at, TO)
}

/** "March 8 and 9", "8–9 March", "28 and 29 November", "Friday and Saturday" without a word before them. */
function pairAt(context: DateContext, index: number): DateReading | null {
  const skip = context.tokens[index]?.word === TWO_DAYS ? 1 : 0
  const dashes = spanAt(context, index + skip, DASHES)
  return dashes ?? consecutiveAt(context, index + skip)
}

function spanAt(context: DateContext, index: number, joiners: ReadonlySet<string>): DateReading | null {
  const ends = endsAt(context, index, joiners)
  if (ends === null) return null
  const approximate = ends.first.approximate || ends.last.approximate
  let from = ends.first.edtf?.split('/')[0]
  const to = ends.last.edtf?.split('/').at(-1)
  const later = from !== undefined && to !== undefined && plainDate(from) > plainDate(to)
  if (later && ends.first.kind === 'time-of-week' && ends.last.kind === 'time-of-week') {
    // "from Monday to Thursday", read on a Tuesday: the Monday before that Thursday.
    const day = dayOf(from ?? null)
    from = day === null ? from : isoDay(day - 7)
  }
  const ordered = from !== undefined && to !== undefined && plainDate(from) <= plainDate(to)
  return { edtf: ordered ? `${from}/${to}` : null, kind: 'interval', approximate, next: ends.last.next }
}

const plainDate = (edtf: string): string => edtf.replace(/[~?%]/, '')

/** Days that follow one another: "8 and 9 March" is 8/9 March; days further apart are left to be read one by one. */
function consecutiveAt(context: DateContext, index: number): DateReading | null {
  const ends = endsAt(context, index, AND)
  if (ends === null || ends.first.edtf === null || ends.last.edtf === null) return null
  const from = dayOf(ends.first.edtf)
  const to = dayOf(ends.last.edtf)
  if (from === null || to === null || to - from !== 1) return null
  const approximate = ends.first.approximate || ends.last.approximate
  return { edtf: `${ends.first.edtf}/${ends.last.edtf}`, kind: 'interval', approximate, next: ends.last.next }
}

/** Two dates around a joiner; a bare day or month takes what it lacks from the other end. */
function endsAt(
  context: DateContext,
  index: number,
  joiners: ReadonlySet<string>,
): { readonly first: DateReading; readonly last: DateReading } | null {
  const { tokens } = context
  const opening = dayNumberAt(tokens, index)
  if (opening !== null) {
    // 8–9 March; 28 and 29 November: the month comes after the second day.
    const joined = joinedAt(tokens, index + 1, joiners)
    if (joined !== null) {
      const last = pointAt(context, joined, true)
      if (last !== null && last.point.day !== null) {
        const first: CalendarPoint = { ...last.point, day: opening }
        return { first: { ...last.reading, edtf: dayOfPoint(first) }, last: last.reading }
      }
    }
  }
  const point = pointAt(context, index, true)
  if (point === null) {
    const first = relativeAt(context, index)
    if (first === null) return null
    const joined = joinedAt(tokens, first.next, joiners)
    const last = joined === null ? null : simpleAt(context, joined, true)
    return last === null ? null : { first, last }
  }
  const joined = joinedAt(tokens, point.reading.next, joiners)
  if (joined === null) return null
  const second = pointAt(context, joined, true)
  if (second !== null) {
    // "6 March to 8 April 2025": the year printed once belongs to both, unless that turned the order about.
    if (point.point.printedYear || !second.point.printedYear || second.point.year === null) {
      return { first: point.reading, last: second.reading }
    }
    const first: CalendarPoint = { ...point.point, year: second.point.year }
    const edtf = first.day === null ? monthOfPoint(first) : dayOfPoint(first)
    return { first: { ...point.reading, edtf }, last: second.reading }
  }
  const day = point.point.day === null ? null : dayNumberAt(tokens, joined)
  if (day !== null) {
    // December 6 and 11; March 6-10, 2025: the year may stand after the second day.
    let next = joined + 1
    let year = point.point.year
    const comma = tokens[next]?.raw === ',' ? 1 : 0
    const printed = yearAt(tokens, next + comma)
    if (printed !== null && !point.point.printedYear) {
      year = printed
      next += comma + 1
    }
    const first: CalendarPoint = { ...point.point, year }
    const last: CalendarPoint = { ...point.point, year, day }
    const { kind, approximate } = point.reading
    return {
      first: { ...point.reading, edtf: dayOfPoint(first) },
      last: { edtf: dayOfPoint(last), kind, approximate, next },
    }
  }
  const last = relativeAt(context, joined)
  return last === null ? null : { first: point.reading, last }
}

function joinedAt(tokens: readonly DateToken[], index: number, joiners: ReadonlySet<string>): number | null {
  const word = tokens[index]?.word
  if (word === undefined || !joiners.has(word)) return null
  return tokens[index + 1]?.word === 'the' || tokens[index + 1]?.word === 'on' ? index + 2 : index + 1
}

function dayNumberAt(tokens: readonly DateToken[], index: number): number | null {
  const number = tokens[index]?.number ?? null
  return number !== null && number >= 1 && number <= 31 ? number : null
}

function yearAt(tokens: readonly DateToken[], index: number): number | null {
  const token = tokens[index]
  const number = token?.number ?? null
  return number !== null && !token?.ordinal && number >= 1900 && number <= 2099 ? number : null
}

const two = (value: number): string => String(value).padStart(2, '0')

function dayOfPoint(point: CalendarPoint): string | null {
  if (point.year === null || point.month === null || point.day === null) return null
  return dayNumber(point.year, point.month, point.day) === null
    ? null
    : `${point.year}-${two(point.month)}-${two(point.day)}`
}

function monthOfPoint(point: CalendarPoint): string | null {
  return point.year === null || point.month === null ? null : `${point.year}-${two(point.month)}`
}
