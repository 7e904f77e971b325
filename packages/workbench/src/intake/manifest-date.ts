/** The dates that a manifest may hold: EDTF at day, month or year precision, with its qualifiers and intervals. */
import { calendarDay } from './written-date.ts'

const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/

/**
 * The EDTF date that a cell means, or null. Days, months, years, intervals of them and `X` for unspecified digits (EDTF
 * level 0, and of level 1 the qualifiers); a time of day after `T` or a space is checked and dropped.
 */
export function readEdtfDay(cell: string): string | null {
  const withoutTime = cell.replace(
    /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/,
    '$1',
  )
  const ends = withoutTime.split('/')
  if (ends.length === 2) {
    const [from, to] = ends as [string, string]
    const open = (end: string) => end === '' || end === '..'
    const valid = (open(from) || isDate(from)) && (open(to) || isDate(to)) && !(open(from) && open(to))
    return valid && (open(from) || open(to) || from <= to) ? withoutTime : null
  }
  return ends.length === 1 && isDate(withoutTime) ? withoutTime : null
}

function isDate(text: string): boolean {
  if (/^\d{3}X$|^\d{2}XX$|^\d{4}-XX(?:-XX)?$|^\d{4}-(?:0[1-9]|1[0-2])-XX$/.test(text)) return true
  const parts = PLAIN.exec(text)
  if (parts === null) return false
  const [, year, month, day] = parts
  return calendarDay(year!, month ?? '01', day ?? '01') !== null
}
