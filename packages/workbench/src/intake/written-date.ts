/** Dates as publishers print them beside a headline, to EDTF days. */

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'يناير', 'كانون الثاني', 'جانفي'],
  ['february', 'feb', 'فبراير', 'شباط', 'فيفري'],
  ['march', 'mar', 'مارس', 'آذار', 'اذار'],
  ['april', 'apr', 'أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل'],
  ['may', 'مايو', 'أيار', 'ايار', 'ماي'],
  ['june', 'jun', 'يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['july', 'jul', 'يوليو', 'يوليه', 'تموز', 'جويلية'],
  ['august', 'aug', 'أغسطس', 'اغسطس', 'آب', 'أوت'],
  ['september', 'sept', 'sep', 'سبتمبر', 'أيلول', 'ايلول'],
  ['october', 'oct', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول'],
  ['november', 'nov', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'ديسمبر', 'كانون الأول', 'كانون الاول'],
]

const MONTH_NUMBER = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))
const MONTH_NAMES = [...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join('|')
const LETTER = '\\p{L}'

const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u
const DAY_MONTH_YEAR = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s,/-]{1,3}(${MONTH_NAMES})(?!${LETTER})(?:\\s*/\\s*(?:${MONTH_NAMES})(?!${LETTER}))?[\\s.,/-]{1,3}(\\d{4})(?!\\d)`,
  'iu',
)
const MONTH_DAY_YEAR = new RegExp(
  `(?<!${LETTER})(${MONTH_NAMES})\\.?[\\s-]{1,3}(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]{1,3}(\\d{4})(?!\\d)`,
  'iu',
)
const NUMERIC = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/u

/**
 * The first full date in a line, as an EDTF day. Null where there is none, where it is no day of the calendar, or where
 * `03/04/2025` could be two days.
 */
export function writtenDate(line: string): string | null {
  const plain = westernDigits(line)
  const iso = ISO.exec(plain)
  if (iso) return calendarDay(iso[1]!, iso[2]!, iso[3]!)
  const dayFirst = DAY_MONTH_YEAR.exec(plain)
  if (dayFirst) return calendarDay(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!)
  const monthFirst = MONTH_DAY_YEAR.exec(plain)
  if (monthFirst) return calendarDay(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!)
  const numeric = NUMERIC.exec(plain)
  if (numeric) {
    const [, first, second, year] = numeric as unknown as [string, string, string, string]
    if (Number(first) > 12 || first === second) return calendarDay(year, second, first)
    if (Number(second) > 12) return calendarDay(year, first, second)
  }
  return null
}

function monthOf(name: string): string {
  return String(MONTH_NUMBER.get(name.toLowerCase()))
}

/** Proleptic Gregorian days of the years 1000 to 9999; null for the 30th of February. */
export function calendarDay(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  if (y < 1000 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function westernDigits(line: string): string {
  return line
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

const DATE_WORDS = new RegExp(
  `(?<!${LETTER})(?:${MONTH_NAMES}|${[
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun',
    'am|pm|a\\.m\\.?|p\\.m\\.?|utc|gmt|bst|est|edt|cet|cest|eet|eat|ist|jst|pst|pdt|et|local time|time',
    'published|updated|posted|modified|issued|first|last|on|at|date|created|ago|hours?|minutes?|mins?|days?|weeks?|today|yesterday',
    'st|nd|rd|th|of|the',
    'الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد',
    'نشر|نُشر|تاريخ النشر|تاريخ|آخر تحديث|اخر تحديث|تحديث|النشر|في|يوم|الساعة|بتوقيت|غرينتش|دمشق|صباحا|مساء|منذ|ساعات|ساعة|دقيقة|دقائق|م|ص|هـ',
  ].join('|')})(?!${LETTER})`,
  'giu',
)

/** A month with a number beside it, a time of day, or an age. */
const TELLS_WHEN = new RegExp(
  `\\d{1,2}:\\d{2}|\\d\\s(?:hours?|minutes?|mins?|days?|weeks?)\\sago|منذ\\s\\d|\\d\\s(?:${MONTH_NAMES})(?!${LETTER})|(?<!${LETTER})(?:${MONTH_NAMES})\\.?\\s\\d`,
  'iu',
)

/** Whether a line is a date or a time of publication and nothing else. */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || !/\d/.test(westernDigits(line))) return false
  const rest = westernDigits(line).replace(DATE_WORDS, ' ')
  if (/\p{L}/u.test(rest.replace(/(?<=\d)[TZ](?![\p{L}])/gu, ''))) return false
  return writtenDate(line) !== null || TELLS_WHEN.test(westernDigits(line))
}
