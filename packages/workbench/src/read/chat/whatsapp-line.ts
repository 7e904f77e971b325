/** The line that begins a message of a WhatsApp export, as its programs for two systems write it in many locales. */

export interface MessageLine {
  /** Day, month and year in the order in which they stand. */
  readonly numbers: readonly [number, number, number]
  /** As printed, marks of direction left out. */
  readonly printed: string
  /** `14:02` or `14:02:11`, 24 hours. */
  readonly time: string
  /** Null for a line of the service. */
  readonly author: string | null
  readonly text: string
}

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

const DATE = '(\\d{1,4})[./-] ?(\\d{1,2})[./-] ?(\\d{2,4})\\.?'
/** A word may stand between date and time, as `klo` or `um` does; a full stop may part hours from minutes. */
const TIME = '(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?'
const HALF = '(?:[\\s\\u00a0\\u202f]*(a\\.?\\s?m\\.?|p\\.?\\s?m\\.?|ص|م|صباحا|مساء)\\.?)?'
const BETWEEN = '(?:[,،]?[\\s\\u00a0\\u202f]+(?:\\p{L}{1,4}[\\s\\u00a0\\u202f]+)?)'
const BRACKETED = new RegExp(`^\\[${DATE}${BETWEEN}${TIME}${HALF}\\][\\s\\u00a0]?`, 'iu')
const DASHED = new RegExp(`^${DATE}${BETWEEN}${TIME}${HALF}[\\s\\u00a0]+[-–][\\s\\u00a0]`, 'iu')

const LONGEST_AUTHOR = 100

/** Null for a line that goes on with the message before. */
export function messageLine(line: string): MessageLine | null {
  const plain = withoutMarks(line)
  const western = westernDigits(plain)
  const found = BRACKETED.exec(western) ?? DASHED.exec(western)
  if (found === null) return null
  const [whole, first = '', second = '', third = '', hour = '', minute = '', secondOf, half] = found
  const time = timeOf(Number(hour), minute, secondOf, half)
  if (time === null) return null
  // Digits are folded one for one, so that what follows stands at the same place.
  const { author, text } = spokenBy(plain.slice(whole.length))
  const printed = plain.slice(0, whole.length).replace(/^\[|\]?\s*[-–]?\s*$/g, '')
  return { numbers: [Number(first), Number(second), Number(third)], printed, time, author, text }
}

function timeOf(hour: number, minute: string, second: string | undefined, half: string | undefined): string | null {
  const noon = half === undefined ? null : /^p|^م/i.test(half)
  if (noon !== null && (hour < 1 || hour > 12)) return null
  const hours = noon === null ? hour : (hour % 12) + (noon ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  return `${String(hours).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`
}

/** A line of the service names nobody before a colon, or quotes a name that holds one. */
function spokenBy(rest: string): { readonly author: string | null; readonly text: string } {
  const colon = /:(?:\s|$)/.exec(rest)
  if (colon === null) return { author: null, text: rest }
  const author = rest.slice(0, colon.index).trim()
  if (author === '' || author.length > LONGEST_AUTHOR || /["“”«»\n]/.test(author)) return { author: null, text: rest }
  return { author: author.replace(/^~\s?/, ''), text: rest.slice(colon.index + 1).replace(/^ /, '') }
}

export type DateOrder = 'day-first' | 'month-first' | 'year-first'

export interface OrderFinder {
  see(line: MessageLine): void
  /** Null where the dates of the file could be read in two ways. */
  order(): DateOrder | null
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
      const [first, second, third] = numbers
      if (first > 31) {
        yearFirst++
        return
      }
      others++
      for (const order of [...possible]) {
        const day = dayIn(numbers, order)
        if (day === null) {
          possible.delete(order)
          continue
        }
        const moment = `${day}T${time}`
        if (moment < (last.get(order) ?? '')) forward.delete(order)
        last.set(order, moment)
      }
      if (first > 12 && second > 12 && third > 31) possible.clear()
    },
    order() {
      if (yearFirst > 0 && others === 0) return 'year-first'
      if (yearFirst > 0) return null
      if (possible.size === 1) return [...possible][0] ?? null
      const running = [...possible].filter((order) => forward.has(order))
      return running.length === 1 ? (running[0] ?? null) : null
    },
  }
}

/** `2031-05-03`; null where it is no day of the calendar. */
export function dayIn([first, second, third]: MessageLine['numbers'], order: DateOrder): string | null {
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
