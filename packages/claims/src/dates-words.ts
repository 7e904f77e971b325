/** The English and Arabic words for days, months and numbers, and the tokens that the date rules read. */
import { remembered } from './remembered.ts'

/** A run of letters, a run of digits, a numeric date, or one other character. */
export interface DateToken {
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly raw: string
  /** Lower case; Arabic without vowel signs and tatweel, with one form of alif, and with Western digits. */
  readonly word: string
  /** The number that digits or an ordinal in digits print; null for words. */
  readonly number: number | null
  /** Whether the number is printed as an ordinal: 28th. */
  readonly ordinal: boolean
}

const TOKEN =
  /\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,4}[/.]\p{Nd}{1,2}[/.]\p{Nd}{1,4}|\p{Nd}{1,9}(?:st|nd|rd|th)?(?!\p{Nd})|\p{Nd}+|[\p{L}\p{M}ـ]+|[^\s\p{L}\p{Nd}]/gu

const ALIFS = /[أإآٱ]/g
const MARKS = /[\u064b-\u0652\u0670\u0640]/g

/** Arabic-Indic (٠-٩) and extended Arabic-Indic (۰-۹) digits as 0-9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

/** The form under which a word is looked up. */
export const plainWord = remembered((raw) =>
  westernDigits(raw).toLowerCase().replace(MARKS, '').replace(ALIFS, 'ا').replace(/ى/g, 'ي'),
)

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

export function dateTokens(text: string): readonly DateToken[] {
  const tokens: DateToken[] = []
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const word = plainWord(raw)
    const digits = isDigit(word.charCodeAt(0)) ? /^(\d{1,9})(st|nd|rd|th)?$/.exec(word) : null
    tokens.push({
      start: match.index,
      end: match.index + raw.length,
      raw,
      word,
      number: digits === null ? null : Number(digits[1]),
      ordinal: digits?.[2] !== undefined,
    })
  }
  return tokens
}

function numbered(lines: readonly string[], first: number): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  lines.forEach((line, index) => {
    for (const word of line.split(' ')) map.set(plainWord(word), index + first)
  })
  return map
}

/** Month words of one token: English, Egyptian, Maghrebi and Levantine. */
export const MONTHS: ReadonlyMap<string, number> = numbered(
  [
    'january jan يناير جانفي',
    'february feb فبراير فيفري شباط',
    'march mar مارس آذار',
    'april apr أبريل ابريل أفريل نيسان',
    'may مايو ماي أيار',
    'june jun يونيو يونيه جوان حزيران',
    'july jul يوليو يوليه يوليوز جويلية تموز',
    'august aug أغسطس أوت غشت آب',
    'september sept sep سبتمبر شتنبر أيلول',
    'october oct أكتوبر اكتوبر',
    'november nov نوفمبر نونبر',
    'december dec ديسمبر دجنبر',
  ],
  1,
)

/** The Levantine month names of two words: first word, second word, month. */
export const MONTH_PAIRS: readonly (readonly [string, string, number])[] = [
  ['كانون', 'الثاني', 1],
  ['كانون', 'الاول', 12],
  ['تشرين', 'الاول', 10],
  ['تشرين', 'الثاني', 11],
]

/** Month words that are words of another kind too: they need a day, a year or a preposition beside them. */
export const LOOSE_MONTHS: ReadonlySet<string> = new Set(
  'march may april june august mar jan feb apr jun jul aug sep sept oct nov dec مارس ماي اب جوان اوت'.split(' '),
)

export const WEEKDAYS: ReadonlyMap<string, number> = numbered(
  [
    'sunday الأحد',
    'monday الاثنين الإثنين',
    'tuesday الثلاثاء',
    'wednesday الأربعاء',
    'thursday الخميس',
    'friday الجمعة',
    'saturday السبت',
  ],
  0,
)

/** Hijri months of one word. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['محرم المحرم muharram', 1],
      ['صفر safar', 2],
      ['رجب rajab', 7],
      ['شعبان shaban', 8],
      ['رمضان ramadan ramadhan', 9],
      ['شوال shawwal', 10],
    ] as const
  ).flatMap(([words, month]) => words.split(' ').map((word) => [plainWord(word), month] as const)),
)

/** Hijri months of two words. */
export const HIJRI_PAIRS: readonly (readonly [string, string, number])[] = [
  ['ربيع', 'الاول', 3],
  ['ربيع', 'الاخر', 4],
  ['ربيع', 'الثاني', 4],
  ['جمادي', 'الاولي', 5],
  ['جمادي', 'الاخرة', 6],
  ['جمادي', 'الثانية', 6],
  ['ذو', 'القعدة', 11],
  ['ذي', 'القعدة', 11],
  ['ذو', 'الحجة', 12],
  ['ذي', 'الحجة', 12],
]

/** Small numbers in words, for durations. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = numbered(
  [
    'a an one single واحد واحدة',
    'two couple اثنين',
    'three ثلاثة ثلاث',
    'four أربعة أربع',
    'five خمسة خمس',
    'six ستة ست',
    'seven سبعة سبع',
    'eight ثمانية ثماني ثمان',
    'nine تسعة تسع',
    'ten عشرة عشر',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty عشرين عشرون',
  ],
  1,
)
const TENS: ReadonlyMap<string, number> = new Map([
  ['thirty', 30],
  ['ثلاثين', 30],
  ['ثلاثون', 30],
  ['forty', 40],
  ['اربعين', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ستين', 60],
  ['ninety', 90],
  ['تسعين', 90],
])

export function smallNumber(token: DateToken | undefined): number | null {
  if (token === undefined) return null
  if (token.number !== null) return token.ordinal ? null : token.number
  return SMALL_NUMBERS.get(token.word) ?? TENS.get(token.word) ?? null
}

const OPENERS = new Set(
  'since until till between from starting the early mid late earlier later around about last next coming this past previous yesterday today tonight tomorrow recent weekend muharram safar rajab shaban ramadan ramadhan shawwal rabi'.split(
    ' ',
  ),
)

/** Whether a date can begin at a token; spares the rules most words. Arabic words, with their particles, all may. */
export function mayOpenDate(token: DateToken): boolean {
  const { word } = token
  const first = word.charCodeAt(0)
  if (first < 0x61 || first > 0x7a) return token.raw.length > 1 || token.number !== null
  return OPENERS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word) || SMALL_NUMBERS.has(word) || TENS.has(word)
}

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year'

/** Periods that a calendar begins and ends. */
export const CALENDAR_PERIODS: ReadonlyMap<string, Unit> = new Map([
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['الاسبوع', 'week'],
  ['الشهر', 'month'],
  ['العام', 'year'],
  ['السنة', 'year'],
])

/** Units of time; an Arabic dual carries its two. */
export const UNITS: ReadonlyMap<string, { readonly unit: Unit; readonly count: 1 | 2 | null }> = new Map(
  (
    [
      ['hour', null, 'hour hours ساعة ساعات'],
      ['hour', 2, 'ساعتين ساعتان الساعتين'],
      ['day', null, 'day days يوم يوما يوماً أيام'],
      ['day', 2, 'يومين يومان اليومين'],
      ['week', null, 'week weeks أسبوع أسبوعا أسابيع'],
      ['week', 2, 'fortnight أسبوعين أسبوعان الأسبوعين'],
      ['month', null, 'month months شهر شهرا أشهر شهور'],
      ['month', 2, 'شهرين شهران الشهرين'],
      ['year', null, 'year years سنة سنوات عام عاما أعوام'],
      ['year', 2, 'سنتين سنتان عامين عامان العامين السنتين'],
    ] as const
  ).flatMap(([unit, count, words]) => words.split(' ').map((word) => [plainWord(word), { unit, count }] as const)),
)

/** One-letter particles written onto an Arabic word: and, so, in, to. */
export function withoutParticle(word: string): string {
  return word.length > 3 && /^[وفبل]/.test(word) ? word.slice(1) : word
}
