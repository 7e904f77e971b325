/** Reads the EDTF dates (ISO 8601-2, level 1) of a case as ranges of days. */

/** First and last day in UTC milliseconds; null where a side is open or not known. */
export interface DayRange {
  readonly first: number | null
  readonly last: number | null
  /** True where the source hedged the date (`~`, `?`, `%`). */
  readonly hedged: boolean
}

export const DAY = 86_400_000
const DATE = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?([~?%])?$/

/** Null for text that is no EDTF date of this kind. */
export function dayRange(edtf: string | null): DayRange | null {
  if (edtf === null) return null
  const [from, to, ...rest] = edtf.split('/')
  if (from === undefined || rest.length > 0) return null
  if (to === undefined) return oneDate(from)
  const first = side(from)
  const last = side(to)
  if (first === null || last === null) return null
  return { first: first.first, last: last.last, hedged: first.hedged || last.hedged }
}

function side(text: string): DayRange | null {
  return text === '' || text === '..' ? { first: null, last: null, hedged: false } : oneDate(text)
}

function oneDate(text: string): DayRange | null {
  const match = DATE.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (month !== null && (month < 1 || month > 12)) return null
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const last = Date.UTC(year, (month ?? 12) - 1, day ?? new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate())
  if (day !== null && new Date(first).getUTCDate() !== day) return null
  return { first, last, hedged: match[4] !== undefined }
}

/** How finely a single EDTF date is given. */
export function precision(edtf: string): 'year' | 'month' | 'day' {
  const match = DATE.exec(edtf)
  return match?.[3] !== undefined ? 'day' : match?.[2] !== undefined ? 'month' : 'year'
}

/** The calendar day of a moment where the reader sits, as EDTF. */
export function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/**
 * Whole days from `today` to the last day that `due` leaves open: 0 on that day, negative after it, null where the due
 * date is not known or has no end.
 */
export function daysLeft(due: string | null, today: string): number | null {
  const last = dayRange(due)?.last ?? null
  const now = dayRange(today)?.first ?? null
  return last === null || now === null ? null : Math.round((last - now) / DAY)
}
