/** The line that begins a message of a WhatsApp export, as its programs for two systems write it in many locales. */
import { writtenDate } from '../../intake/written-date.ts'

export interface MessageLine {
  /** Day, month and year in the order in which they stand; null where the month is named. */
  readonly numbers: readonly [number, number, number] | null
  /** The day of a named month, `2031-05-03`; null where we do not know the name. */
  readonly named: string | null
  /** As printed, marks of direction left out. */
  readonly printed: string
  /** `14:02` or `14:02:11`, 24 hours; null where we do not know which half of the day a word means. */
  readonly time: string | null
  /** Null for a line of the service. */
  readonly author: string | null
  readonly text: string
}

/** Exports print months as numbers, and some of them by name; one export does not do both. */
export type MonthForm = 'numbers' | 'names'

/** Marks of direction and the byte-order mark stand anywhere, and say nothing. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '')
}

export function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

const DATE = '(?<first>\\d{1,4})[./-] ?(?<second>\\d{1,2})[./-] ?(?<third>\\d{1,4})[.일日]?'
const NAMED_DATE = '(?<named>(?:\\d{1,2}\\.? (?:de )?\\p{L}{3,12}\\.?,? (?:de )?|\\p{L}{3,12}\\.? \\d{1,2},? )\\d{4})'
/** A full stop may part hours from minutes. */
const TIME = '(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<secondOf>\\d{2}))?'
const HALF =
  '(?:\\s*(?<half>a\\.?\\s?m\\.?|p\\.?\\s?m\\.?|ص|م|صباحا|مساء|ق\\.?\\s?ظ\\.?|ب\\.?\\s?ظ\\.?|π\\.?\\s?μ\\.?|μ\\.?\\s?μ\\.?|öö|ös)\\.?)?'
/** A word may stand between date and time: the half of the day in some languages, `klo` or `um` in others. */
const BETWEEN = '(?:[,،]?\\s+(?:(?<word>\\p{L}{1,4})\\s*)?)'
const bracketed = (date: string) => new RegExp(`^\\[${date}${BETWEEN}${TIME}${HALF}\\]\\s?`, 'iu')
const dashed = (date: string) => new RegExp(`^${date}${BETWEEN}${TIME}${HALF}\\s+[-–]\\s`, 'iu')
const BEGINNINGS: Readonly<Record<MonthForm, readonly RegExp[]>> = {
  numbers: [
    bracketed(DATE),
    dashed(DATE),
    // Korean parts the time from the name by a comma.
    new RegExp(`^${DATE}\\s+(?<word>오전|오후)\\s*${TIME},\\s`, 'u'),
  ],
  names: [bracketed(NAMED_DATE), dashed(NAMED_DATE)],
}

const MORNING: ReadonlySet<string> = new Set(['am', 'ص', 'صباحا', 'قظ', 'πμ', 'öö', '오전', '上午', '午前'])
const AFTERNOON: ReadonlySet<string> = new Set(['pm', 'م', 'مساء', 'بظ', 'μμ', 'ös', '오후', '下午', '午後'])
/** Words before a time that say no half of the day. */
const AT: ReadonlySet<string> = new Set([
  'at',
  'klo',
  'kl',
  'um',
  'à',
  'às',
  'om',
  'ob',
  'ora',
  'lúc',
  'в',
  'о',
  'alle',
])

const LONGEST_AUTHOR = 100

/** Null for a line that goes on with the message before. */
export function messageLine(line: string, form: MonthForm): MessageLine | null {
  const plain = withoutMarks(line)
  // Characters are replaced one for one, so that what follows stands at the same place.
  const western = westernDigits(plain).replace(/[년年월月]/g, '/')
  const found = BEGINNINGS[form].map((beginning) => beginning.exec(western)).find((one) => one !== null)
  if (found === undefined) return null
  const { first = '', second, third = '', named, word, hour, minute = '', secondOf, half } = found.groups ?? {}
  if (named === undefined && first.length !== 4 && third.length === 1) return null
  const time = timeOf(Number(hour), minute, secondOf, half ?? word)
  if (time === 'impossible') return null
  const [whole] = found
  return {
    numbers: named === undefined ? [Number(first), Number(second), Number(third)] : null,
    named: named === undefined ? null : writtenDate(named),
    printed: plain.slice(0, whole.length).replace(/^\[|\]?\s*[-–]?\s*$|,\s$/g, ''),
    time,
    ...spokenBy(plain.slice(whole.length), (at) => MARK_FIRST.test(withMarks(line, whole.length + at))),
  }
}

/** The form of the file to which a line belongs that begins a message. */
export function monthForm(line: string): MonthForm | null {
  return (['numbers', 'names'] as const).find((form) => messageLine(line, form) !== null) ?? null
}

function timeOf(
  hour: number,
  minute: string,
  second: string | undefined,
  word: string | undefined,
): string | 'impossible' | null {
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return 'impossible'
  const half = word?.toLowerCase().replace(/[.\s]/g, '') ?? ''
  const [morning, afternoon] = [MORNING.has(half), AFTERNOON.has(half)]
  // Some languages count the halves of the day from 0.
  if ((morning || afternoon) && hour > 12) return 'impossible'
  if (half !== '' && !morning && !afternoon && !AT.has(half) && hour <= 12) return null
  const hours = morning || afternoon ? (hour % 12) + (afternoon ? 12 : 0) : hour
  return `${String(hours).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`
}

const MARK_FIRST = /^\s?[\u200e\u200f]/

/** The rest of a line after so many characters that are no marks. */
function withMarks(line: string, characters: number): string {
  let at = 0
  for (let seen = 0; at < line.length && seen < characters; at++) if (withoutMarks(line[at] ?? '') !== '') seen++
  return line.slice(at)
}

/** What the service tells of a chat, behind a mark and under the name of a member or of the group. */
const NOTICE =
  /^(?:messages (?:and calls|to this (?:chat|group)|you send) .*(?:encrypted|secured)|this message was deleted|you deleted this message|waiting for this message|(?:missed|silenced) (?:voice|video) call|your security code|.{1,100} (?:created (?:this )?group|(?:was |were )?added\b|(?:was |were )?removed\b|left\.?$|joined (?:using|from|via)|changed (?:the|this|their|to)\b|pinned a message|turned (?:on|off)\b)|الرسائل والمكالمات .*مشفر|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة)/iu

/** A line of the service names nobody before a colon, or quotes a name that holds one, or is a notice behind a mark. */
function spokenBy(
  rest: string,
  isMarkedAt: (at: number) => boolean,
): { readonly author: string | null; readonly text: string } {
  const service = { author: null, text: rest }
  const colon = /:(?:\s|$)/.exec(rest)
  if (colon === null) return service
  const before = rest.slice(0, colon.index).trim()
  const quotes = before.match(/["“”„«»]/g)?.length ?? 0
  if (before === '' || before.length > LONGEST_AUTHOR || quotes % 2 === 1 || before.includes('\n')) return service
  const author = before.replace(/^~\s?/, '')
  const text = rest.slice(colon.index + 1).replace(/^ /, '')
  const isNotice = NOTICE.test(text) || text.startsWith(`${author} `)
  return isNotice && isMarkedAt(colon.index + 1) ? service : { author, text }
}

export type DateOrder = 'day-first' | 'month-first' | 'year-first'

export interface FoundOrder {
  /** Null where the dates of the file could be read in two ways, or in none. */
  readonly order: DateOrder | null
  /** What shows it: the numbers of a date, or only that time runs forward; with `null`, whether two orders are possible. */
  readonly by: 'numbers' | 'running' | 'open' | 'none'
}

export interface OrderFinder {
  see(line: MessageLine): void
  order(): FoundOrder
}

/**
 * The order of day and month is that of the file: one number beyond 12 shows it, or only one order in which time does
 * not run backwards.
 */
export function orderFinder(): OrderFinder {
  const possible = new Set<DateOrder>(['day-first', 'month-first'])
  const last = new Map<DateOrder, string>()
  const forward = new Set<DateOrder>(possible)
  let yearFirst = 0
  let others = 0
  return {
    see({ numbers, time }) {
      if (numbers === null) return
      const [first, , third] = numbers
      if (first > 31) {
        yearFirst++
        return
      }
      const days = new Map([...possible].map((order) => [order, dayIn(numbers, order)]))
      // The 31st of February says nothing of the order; two numbers for the year may be no year at all.
      if (third > 99 && [...days.values()].every((day) => day === null)) return
      others++
      for (const [order, day] of days) {
        if (day === null) {
          possible.delete(order)
          continue
        }
        const before = last.get(order) ?? ''
        const moment = time === null ? (day > before.slice(0, 10) ? day : before) : `${day}T${time}`
        if (moment < before || day < before.slice(0, 10)) forward.delete(order)
        last.set(order, moment)
      }
    },
    order() {
      if (yearFirst > 0) return others === 0 ? { order: 'year-first', by: 'numbers' } : { order: null, by: 'none' }
      if (others === 0 || possible.size === 0) return { order: null, by: 'none' }
      const [only, other] = [...possible]
      if (only !== undefined && other === undefined) return { order: only, by: 'numbers' }
      const [running, also] = [...possible].filter((order) => forward.has(order))
      return running !== undefined && also === undefined
        ? { order: running, by: 'running' }
        : { order: null, by: 'open' }
    },
  }
}

/** The day on which a line was written; null where its date cannot be read for certain. */
export function dayOf({ numbers, named }: MessageLine, order: DateOrder | null): string | null {
  if (numbers === null) return named
  return order === null ? null : dayIn(numbers, order)
}

/** `2031-05-03`; null where it is no day of the calendar. */
function dayIn([first, second, third]: NonNullable<MessageLine['numbers']>, order: DateOrder): string | null {
  const [year, month, day] =
    order === 'year-first'
      ? [first, second, third]
      : order === 'day-first'
        ? [third, second, first]
        : [third, first, second]
  const full = year < 100 ? 2000 + year : year
  const date = new Date(Date.UTC(full, month - 1, day))
  // The program is of 2009: what is earlier is no date of it.
  if (full < 2009 || full > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
