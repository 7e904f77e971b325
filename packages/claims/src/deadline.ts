/** Deadlines of demands and commitments: their words, the date they come to, and how it was counted. */
import type { Due } from './claim.ts'
import { type DateToken, dateTokens, smallNumber, UNITS, type Unit, withoutParticle } from './dates-words.ts'
import { dateAt, endOfAt, endOfMonthAt, onDayAt } from './deadline-days.ts'
import { BY, counted, countedFrom, type Found, type Origin, originOf } from './deadline-origin.ts'

const WITHIN = new Set(['within', 'خلال', 'غضون'])
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
