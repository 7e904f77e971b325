/** What a deadline is counted from, and a count of days, weeks or months ahead of it. */
import { dayOf } from './dates.ts'
import type { Unit } from './dates-words.ts'
import { addMonths, isoDay } from './edtf.ts'

/** The day a deadline is counted from: when the statement was made, else when it was published. */
export interface Origin {
  readonly day: number | null
  /** Whether it is the day of the statement itself. */
  readonly said: boolean
  /** "from the statement of 2025-04-04", for the reading. */
  readonly words: string
}

export interface Found {
  readonly first: number
  readonly next: number
  readonly date: string | null
  readonly reading: string
}

/** Words of a limit. */
export const BY = new Set([
  'by',
  'before',
  'until',
  'till',
  'بحلول',
  'قبل',
  'حتي',
  'اقصاه',
  'اقصاها',
  'يتجاوز',
  'يتعدي',
])

const UNIT_WORDS: Readonly<Record<Unit, readonly [string, string]>> = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
}

export function originOf(made: string | null, published: string | null): Origin {
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

export function counted(count: number, unit: Unit): string {
  return `${NUMBER_NAMES[count] ?? count} ${UNIT_WORDS[unit][count === 1 ? 0 : 1]}`
}

export function countedFrom(origin: Origin, count: number, unit: Unit): Pick<Found, 'date' | 'reading'> {
  const due = origin.day === null ? null : ahead(origin.day, count, unit)
  const open = `the words leave open what the ${UNIT_WORDS[unit][count === 1 ? 0 : 1]} run${count === 1 ? 's' : ''} from`
  return { date: due === null ? null : isoDay(due), reading: `${counted(count, unit)} ${origin.words}; ${open}` }
}
