/** Counts as printed: digits and words, ranges, vague words and comparators, in English and Arabic. */
import type { Comparator } from './figure.ts'
import { type PhraseTable, phraseTable } from './phrase.ts'
import { digitValue, isInvisible, normalise, type Token, tokenise } from './token.ts'

export interface NumberMention {
  /** Index of its first token, comparator included, and the index behind its last. */
  readonly from: number
  readonly to: number
  /** Tokens of the number alone. */
  readonly numberFrom: number
  readonly numberTo: number
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
  /** The token range of the comparator, where one is printed. */
  readonly comparatorAt: readonly [number, number] | null
  /** `digits`, `words`, `vague`, or `dual`: an Arabic noun that says "two" by its form. */
  readonly form: 'digits' | 'words' | 'vague' | 'dual'
}

interface Parsed {
  readonly value: number | null
  readonly vagueWord: string | null
  readonly to: number
  readonly form: NumberMention['form']
  /** Round by nature ("a dozen"). */
  readonly loose: boolean
}

/**
 * The value of digits with separators: "1,383", "1.383", "15 000", "٤٧١", "2.5"; null where they are no count. A group of
 * three behind a separator is thousands; anything else behind the last one is a decimal part.
 */
export function parseDigits(text: string): number | null {
  const groups: string[] = ['']
  const separators: string[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isInvisible(code)) continue
    const digit = digitValue(code)
    if (digit >= 0) groups[groups.length - 1] += String(digit)
    else {
      separators.push(text[i]!)
      groups.push('')
    }
  }
  const first = groups[0]!
  if (first.length > 12 || groups.length > 5) return null
  if (groups.length === 1) return Number(first)
  const tail = groups.slice(1)
  const last = separators[separators.length - 1]!
  const thousands = first.length <= 3 && first !== '0' && tail.every((group) => group.length === 3)
  if (thousands && last !== '٫') return Number(groups.join(''))
  if (groups.length === 2 && (last === '.' || last === '٫' || last === ',')) return Number(`${first}.${tail[0]}`)
  const mixed = tail.slice(0, -1).every((group) => group.length === 3) && last !== separators[0]
  if (mixed) return Number(`${groups.slice(0, -1).join('')}.${tail[tail.length - 1]}`)
  return null
}

const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
)
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])

/** The value of one English word below a hundred ("seven", "twenty", "thirty-five"). */
function smallWord(norm: string): number | null {
  const unit = UNITS.get(norm) ?? TENS.get(norm)
  if (unit !== undefined) return unit
  const hyphen = norm.indexOf('-')
  if (hyphen < 0) return null
  const tens = TENS.get(norm.slice(0, hyphen))
  const ones = UNITS.get(norm.slice(hyphen + 1))
  return tens !== undefined && ones !== undefined && ones > 0 && ones < 10 ? tens + ones : null
}

const VAGUE_EN = phraseTable<string>([
  ['tens of thousands', 'tens of thousands'],
  ['hundreds of thousands', 'hundreds of thousands'],
  ['scores of thousands', 'tens of thousands'],
  ['hundreds and hundreds', 'hundreds'],
  ['dozens and dozens|dozens upon dozens', 'dozens'],
  ['tens', 'dozens'],
  ['dozens|several dozen|a few dozen|many dozens|some dozens|tens of', 'dozens'],
  ['scores|several score', 'scores'],
  ['hundreds|several hundred|a few hundred|many hundreds|several hundreds|some hundreds', 'hundreds'],
  ['thousands|several thousand|a few thousand|many thousands|several thousands', 'thousands'],
  ['millions|several million|a few million', 'millions'],
  ['a handful|handfuls', 'handful'],
])

const HALF = phraseTable<string>([['half of them|half of those|half of whom|half of these', 'half']])

function english(tokens: readonly Token[], at: number): Parsed | null {
  const token = tokens[at]!
  if (token.kind === 'number') {
    const value = parseDigits(token.text)
    if (value === null) return null
    let to = at + 1
    let total = value
    const scale = SCALES.get(tokens[to]?.norm ?? '')
    if (scale !== undefined) {
      total = Math.round(value * scale)
      to++
    }
    return Number.isInteger(total) ? { value: total, vagueWord: null, to, form: 'digits', loose: false } : null
  }
  if (token.kind !== 'word') return null
  const vague = VAGUE_EN.at(tokens, at)
  if (vague !== null) {
    // "tens of" is vague only before a noun: keep the words that count
    const to = token.norm === 'tens' && vague.value === 'dozens' ? at + 1 : vague.to
    return { value: null, vagueWord: vague.value, to, form: 'vague', loose: true }
  }
  const half = HALF.at(tokens, at)
  if (half !== null) return { value: null, vagueWord: half.value, to: at + 1, form: 'vague', loose: true }
  return englishWords(tokens, at)
}

/** Number words, "a dozen", "one hundred and five", "two and a half million". */
function englishWords(tokens: readonly Token[], at: number): Parsed | null {
  const first = tokens[at]!.norm
  const next = tokens[at + 1]?.norm
  const dozen = (value: number, to: number): Parsed => ({ value, vagueWord: null, to, form: 'words', loose: true })
  if (first === 'half' && (next === 'a' || next === 'dozen')) {
    if (next === 'dozen') return dozen(6, at + 2)
    if (tokens[at + 2]?.norm === 'dozen') return dozen(6, at + 3)
    return null
  }
  if (first === 'half-dozen') return dozen(6, at + 1)
  if (first === 'a' || first === 'an') {
    if (next === 'dozen') return dozen(12, at + 2)
    if (next === 'half-dozen') return dozen(6, at + 2)
    if (next === 'couple' && tokens[at + 2]?.norm === 'dozen') return dozen(24, at + 3)
    if (next === 'couple' && tokens[at + 2]?.norm === 'of' && tokens[at + 3]?.norm === 'dozen') return dozen(24, at + 4)
    if (next === 'score') return dozen(20, at + 2)
    if (next !== undefined && SCALES.has(next)) return composed(tokens, at + 1, 1, at)
    return null
  }
  if (first === 'dozen') return dozen(12, at + 1)
  const small = smallWord(first)
  if (small === null) return null
  if (next === 'dozen') return dozen(small * 12, at + 2)
  if (next === 'score' && small > 1) return dozen(small * 20, at + 2)
  return composed(tokens, at, null, at)
}

/** Sums words by the rules of English: hundreds multiply what precedes, thousands and millions close a group. */
function composed(tokens: readonly Token[], from: number, implied: number | null, at: number): Parsed | null {
  let total = 0
  let group = implied ?? 0
  let open = implied !== null
  let limit = Number.POSITIVE_INFINITY
  let i = from
  let last = from
  for (; i < tokens.length && i < from + 16; i++) {
    const norm = tokens[i]!.norm
    const small = smallWord(norm)
    if (small !== null) {
      const rest = group % 100
      if (open && (rest !== 0 || (group !== 0 && group < 100))) {
        if (!(TENS.has(tokens[i - 1]!.norm) && small < 10 && small > 0)) break
      }
      group += small
      open = true
      last = i + 1
      continue
    }
    const scale = SCALES.get(norm)
    if (scale === 100 && open && group > 0 && group < 100) {
      group *= 100
      last = i + 1
      continue
    }
    if (scale !== undefined && scale > 100 && open && scale < limit) {
      total += group * scale
      group = 0
      open = true
      limit = scale
      last = i + 1
      continue
    }
    const following = tokens[i + 1]
    const after = following === undefined ? null : smallWord(following.norm)
    if (norm === 'and' && after !== null && last === i && (group % 100 === 0 || limit < 1e9) && group + total >= 100)
      continue
    break
  }
  if (last === from && implied === null) return null
  const value = total + group
  return { value, vagueWord: null, to: Math.max(last, at + 1), form: 'words', loose: false }
}

const BEFORE_EN = phraseTable<Comparator>([
  [
    'more than|over|above|in excess of|upwards of|upward of|north of|exceeding|well over|well above|far more than|well more than|much more than|just over|slightly more than|slightly over|greater than|far over|considerably more than|significantly more than|surpassing',
    'more_than',
  ],
  [
    'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|at the very least|minimum of|at a minimum',
    'at_least',
  ],
  [
    'about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|approx|approaching|somewhere around|in the region of|in the order of|on the order of|just under|just short of|nearing|perhaps|maybe|close on|near|or so|virtually|just about',
    'about',
  ],
  [
    'up to|as many as|as much as|no more than|not more than|at most|a maximum of|at the most|possibly as many as',
    'up_to',
  ],
  ['fewer than|less than|under|below', 'fewer_than'],
  ['just|only|exactly|precisely|a total of|a further|an additional|another|all', 'exact'],
])
/** Comparators whose word is part of the surface though the count stays exact. */
const SHOWN_EXACT = new Set(['just', 'only', 'exactly', 'precisely'])
const AFTER_EN = phraseTable<Comparator>([
  ['or more|at least|or even more|if not more|and counting|at the very least|at a minimum', 'at_least'],
  ['or so|or thereabouts|approximately|roughly', 'about'],
  ['or fewer|or less|at most|at the most', 'up_to'],
])

const AR_UNITS: readonly (readonly [string, number])[] = [
  ['واحد|واحدة|أحد|إحدى', 1],
  ['اثنان|اثنين|اثنتان|اثنتين|إثنان|إثنين|اثنا|اثني|اثنتا|اثنتي', 2],
  ['ثلاثة|ثلاث|ثلاثه', 3],
  ['أربعة|أربع', 4],
  ['خمسة|خمس', 5],
  ['ستة|ست', 6],
  ['سبعة|سبع', 7],
  ['ثمانية|ثماني|ثمان', 8],
  ['تسعة|تسع', 9],
  ['عشرة|عشر', 10],
  ['عشرون|عشرين', 20],
  ['ثلاثون|ثلاثين', 30],
  ['أربعون|أربعين', 40],
  ['خمسون|خمسين', 50],
  ['ستون|ستين', 60],
  ['سبعون|سبعين', 70],
  ['ثمانون|ثمانين', 80],
  ['تسعون|تسعين', 90],
  ['مئة|مائة|مية|ماية', 100],
  ['مئتان|مئتين|مائتان|مائتين|مئتا|مئتي|مائتا|مائتي', 200],
  ['ثلاثمئة|ثلاثمائة', 300],
  ['أربعمئة|أربعمائة', 400],
  ['خمسمئة|خمسمائة', 500],
  ['ستمئة|ستمائة', 600],
  ['سبعمئة|سبعمائة', 700],
  ['ثمانمئة|ثمانمائة|ثمانيمئة', 800],
  ['تسعمئة|تسعمائة', 900],
]
const AR_WORDS = new Map(AR_UNITS.flatMap(([words, value]) => words.split('|').map((word) => [normalise(word), value])))
const AR_SCALES = new Map(
  (
    [
      ['ألف|ألفا|آلاف|الف', 1000],
      ['مليون|مليونا|ملايين', 1_000_000],
    ] as const
  ).flatMap(([words, value]) => words.split('|').map((word) => [normalise(word), value] as const)),
)
const AR_DUAL_SCALES = new Map(
  (
    [
      ['ألفان|ألفين|ألفا|ألفي', 2000],
      ['مليونان|مليونين', 2_000_000],
    ] as const
  ).flatMap(([words, value]) => words.split('|').map((word) => [normalise(word), value] as const)),
)
const VAGUE_AR = phraseTable<string>([
  ['عشرات الآلاف|عشرات آلاف|العشرات من الآلاف', 'tens of thousands'],
  ['مئات الآلاف|مئات آلاف', 'hundreds of thousands'],
  ['عشرات|العشرات', 'dozens'],
  ['مئات|المئات|مائات|ميات', 'hundreds'],
  ['آلاف|الآلاف', 'thousands'],
  ['ملايين|الملايين', 'millions'],
])
const BEFORE_AR = phraseTable<Comparator>([
  [
    'أكثر من|اكثر من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن|يزيد عددهم على|تزيد على|تزيد عن|أزيد من|ما يفوق|يفوق|فوق|يتجاوز|تجاوز|ما يتجاوز|تتجاوز|تجاوزت|أكثر',
    'more_than',
  ],
  [
    'ما لا يقل عن|لا يقل عن|على الأقل|لا تقل عن|ما لايقل عن|بما لا يقل عن|عما لا يقل عن|مالا يقل عن|لا يقل عددهم عن',
    'at_least',
  ],
  [
    'نحو|حوالي|قرابة|زهاء|ما يقارب|ما يقرب من|يقارب|تقريبا|بنحو|بحوالي|ما يناهز|يناهز|يقرب من|قرابه|تقارب|يقدر ب',
    'about',
  ],
  [
    'ما يصل إلى|ما قد يصل إلى|قد يصل إلى|لا يزيد على|لا يزيد عن|لا يتجاوز|بحد أقصى|ما لا يزيد على|ما لا يزيد عن',
    'up_to',
  ],
  ['أقل من|اقل من|دون', 'fewer_than'],
])
const AFTER_AR = phraseTable<Comparator>([
  ['على الأقل|أو أكثر|فأكثر|على أقل تقدير|كحد أدنى', 'at_least'],
  ['تقريبا', 'about'],
  ['على الأكثر|كحد أقصى', 'up_to'],
])

/** Dual forms of the nouns people are counted by: one word says "two victims". */
const DUAL_STEMS =
  'شخص قتيل شهيد جريح مدني جندي طفل طفلة امرأة رجل ضابط عنصر مقاتل مسلح مواطن صحفي صحافي ضحية مصاب شاب فتاة عامل مسعف فلسطيني سوري لبناني سوداني عراقي يمني إسرائيلي أوكراني روسي ليبي شرطي متظاهر مختطف معتقل أسير محتجز مفقود نازح سيدة فرد طالب طالبة ممرض طبيب راهب كاهن عسكري شقيق فتى جثة مسن معلم سائق حارس'
const DUALS = new Set(
  DUAL_STEMS.split(' ').flatMap((stem) => {
    const base = stem.endsWith('ة') ? `${stem.slice(0, -1)}ت` : stem.endsWith('ى') ? `${stem.slice(0, -1)}ي` : stem
    return [normalise(`${base}ان`), normalise(`${base}ين`)]
  }),
)
// a dual and a plural in "-ين" are written alike for these: the plural is by far the commoner
const PLURAL_LOOKALIKES = new Set(
  'مدنيين مقاتلين مسلحين مواطنين صحفيين صحافيين مصابين عاملين مسعفين فلسطينيين سوريين لبنانيين سودانيين عراقيين يمنيين إسرائيليين أوكرانيين روسيين ليبيين متظاهرين مختطفين معتقلين محتجزين مفقودين نازحين ممرضين عسكريين معلمين سائقين مسنين'
    .split(' ')
    .map(normalise),
)

/** The forms an Arabic word may have without the particles written onto it, the word itself first. */
export function withoutClitics(norm: string): readonly string[] {
  const forms = [norm]
  let rest = norm
  if (rest.length > 3 && (rest[0] === 'و' || rest[0] === 'ف')) {
    rest = rest.slice(1)
    forms.push(rest)
  }
  if (rest.length > 3 && (rest[0] === 'ب' || rest[0] === 'ل' || rest[0] === 'ك')) {
    forms.push(rest.slice(1))
    if (rest.startsWith('لل')) forms.push(rest.slice(2))
    if (rest[1] === 'ا' && rest[2] === 'ل') forms.push(rest.slice(3))
  }
  if (rest.length > 4 && rest.startsWith('ال')) forms.push(rest.slice(2))
  return forms
}

function inForms<Value>(norm: string, map: ReadonlyMap<string, Value>): Value | undefined {
  for (const form of withoutClitics(norm)) {
    const value = map.get(form)
    if (value !== undefined) return value
  }
  return undefined
}

function phraseInForms<Value>(tokens: readonly Token[], at: number, table: PhraseTable<Value>) {
  const direct = table.at(tokens, at)
  if (direct !== null) return direct
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  for (const form of withoutClitics(token.norm).slice(1)) {
    const shifted = tokens.slice(at, at + 6)
    shifted[0] = { ...token, norm: form }
    const found = table.at(shifted, 0)
    if (found !== null) return { to: found.to + at, value: found.value }
  }
  return null
}

function arabic(tokens: readonly Token[], at: number): Parsed | null {
  const token = tokens[at]!
  if (token.kind === 'number') {
    const value = parseDigits(token.text)
    if (value === null) return null
    const scale = AR_SCALES.get(tokens[at + 1]?.norm ?? '')
    const total = scale === undefined ? value : Math.round(value * scale)
    if (!Number.isInteger(total)) return null
    return { value: total, vagueWord: null, to: scale === undefined ? at + 1 : at + 2, form: 'digits', loose: false }
  }
  if (token.kind !== 'word') return null
  const vague = phraseInForms(tokens, at, VAGUE_AR)
  if (vague !== null) return { value: null, vagueWord: vague.value, to: vague.to, form: 'vague', loose: true }
  const words = arabicWords(tokens, at)
  if (words !== null) return words
  const isDual = withoutClitics(token.norm).some((form) => DUALS.has(form) && !PLURAL_LOOKALIKES.has(form))
  return isDual ? { value: 2, vagueWord: null, to: at + 1, form: 'dual', loose: false } : null
}

/** Number words: units, teens, tens, hundreds and thousands, joined by "و". */
function arabicWords(tokens: readonly Token[], at: number): Parsed | null {
  let total = 0
  let group = 0
  let i = at
  let seen = false
  for (; i < tokens.length && i < at + 16; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') break
    const joined = token.norm[0] === 'و' && token.norm.length > 3
    const value = inForms(token.norm, AR_WORDS)
    if (value !== undefined) {
      if (seen && !joined) {
        const previous = group % 100
        if (value === 10 && previous > 0 && previous < 10) group += 10
        else if (value === 100 && group >= 3 && group < 10) group = group * 100
        else break
      } else if (seen && value >= 100 && group % 1000 >= 100) break
      else if (seen && value < 10 && group % 10 !== 0) break
      else group += value
      seen = true
      continue
    }
    const scale = inForms(token.norm, AR_SCALES)
    const dual = inForms(token.norm, AR_DUAL_SCALES)
    if (dual !== undefined && (!seen || joined) && scale === undefined) {
      total += dual
      seen = true
      continue
    }
    if (scale !== undefined) {
      if (seen && !joined && group > 0) {
        total += group * scale
        group = 0
        continue
      }
      if (seen && joined && group > 0) break
      if (!seen && (token.norm === normalise('آلاف') || token.norm === normalise('ملايين'))) return null
      total += scale
      seen = true
      continue
    }
    break
  }
  if (!seen) return null
  const value = total + group
  return { value, vagueWord: null, to: i, form: 'words', loose: false }
}

interface Grammar {
  readonly parse: (tokens: readonly Token[], at: number) => Parsed | null
  readonly before: (tokens: readonly Token[], at: number) => { to: number; value: Comparator } | null
  readonly after: (tokens: readonly Token[], at: number) => { to: number; value: Comparator } | null
}

const GRAMMARS: Readonly<Record<'en' | 'ar', Grammar>> = {
  en: { parse: english, before: (t, i) => BEFORE_EN.at(t, i), after: (t, i) => AFTER_EN.at(t, i) },
  ar: { parse: arabic, before: (t, i) => phraseInForms(t, i, BEFORE_AR), after: (t, i) => AFTER_AR.at(t, i) },
}

const RANGE_MARKS = new Set(['-', '–', '—', '−'])

/** The high end of a range whose low end stops at `at`: "2,300 and 2,400" behind "between", "20 to 30", "20–30". */
function rangeEnd(
  tokens: readonly Token[],
  at: number,
  opened: boolean,
  language: 'en' | 'ar',
  low: number,
): Parsed | null {
  const link = tokens[at]
  if (link === undefined) return null
  const { parse } = GRAMMARS[language]
  const dash = RANGE_MARKS.has(link.text)
  let next = at + 1
  let accepted = false
  if (language === 'en') {
    accepted = dash || link.norm === 'to' || (opened && link.norm === 'and') || (link.norm === 'or' && low < 20)
  } else {
    if (link.kind === 'word' && opened && link.norm[0] === 'و') {
      if (link.norm === 'و') accepted = true
      else {
        const shifted = tokens.slice(at, at + 8)
        shifted[0] = { ...link, norm: link.norm.slice(1) }
        const parsed = parse(shifted, 0)
        return parsed === null ? null : { ...parsed, to: parsed.to + at }
      }
    }
    accepted =
      accepted ||
      dash ||
      link.norm === normalise('إلى') ||
      link.norm === normalise('الى') ||
      link.norm === normalise('أو')
  }
  if (!accepted || tokens[next] === undefined) return null
  const between = GRAMMARS[language].before(tokens, next)
  if (opened && between !== null) next = between.to
  if (tokens[next] === undefined) return null
  const parsed = parse(tokens, next)
  return parsed !== null && parsed.value !== null && parsed.value > low ? parsed : null
}

/** "between" and its Arabic peer, which open a range. */
const OPENS_RANGE = new Set(['between', normalise('بين')])

/** Every count of a sentence, in order. What is counted is not looked at: dates and ages are the caller's to drop. */
export function numbers(tokens: readonly Token[], language: 'en' | 'ar'): NumberMention[] {
  const found: NumberMention[] = []
  const grammar = GRAMMARS[language]
  let i = 0
  while (i < tokens.length) {
    const mention = numberAt(tokens, i, language, grammar)
    if (mention === null) {
      i++
      continue
    }
    found.push(mention)
    i = mention.to
  }
  return found
}

function numberAt(tokens: readonly Token[], at: number, language: 'en' | 'ar', grammar: Grammar): NumberMention | null {
  let from = at
  let numberFrom = at
  let comparator: Comparator | null = null
  let comparatorAt: readonly [number, number] | null = null
  // up to three comparators may stand in a row: "at least some 200", "as many as about 40"
  for (let k = 0; k < 3; k++) {
    const before = grammar.before(tokens, numberFrom)
    if (before === null) break
    const shown = before.value !== 'exact' || SHOWN_EXACT.has(tokens[numberFrom]!.norm)
    if (before.value !== 'exact' && (comparator === null || comparator === 'about')) comparator = before.value
    if (shown) comparatorAt = [comparatorAt?.[0] ?? numberFrom, before.to]
    else if (comparatorAt === null) from = before.to
    numberFrom = before.to
  }
  if (tokens[numberFrom] === undefined) return null
  let rangeFrom: number | null = null
  const opener = tokens[numberFrom]!
  let parsed: Parsed | null = null
  const bare = opener.kind === 'word' && language === 'ar' ? withoutClitics(opener.norm) : [opener.norm]
  const mark = opener.norm === normalise('ما') ? tokens[numberFrom + 1] : undefined
  if (opener.kind === 'word' && (bare.some((form) => OPENS_RANGE.has(form)) || (mark && OPENS_RANGE.has(mark.norm)))) {
    let low = numberFrom + (mark === undefined ? 1 : 2)
    const inner = grammar.before(tokens, low)
    if (inner !== null) low = inner.to
    const first = tokens[low] === undefined ? null : grammar.parse(tokens, low)
    if (first === null || first.value === null) return null
    // "بين 100 و200 …": a noun may stand between the ends
    const end = rangeEnd(tokens, first.to, true, language, first.value)
    if (end === null) return null
    rangeFrom = numberFrom
    return {
      from: comparatorAt === null ? rangeFrom : comparatorAt[0],
      to: end.to,
      numberFrom: low,
      numberTo: end.to,
      value: first.value,
      valueMax: end.value,
      vagueWord: null,
      comparator: comparator ?? 'about',
      comparatorAt: comparatorAt ?? [rangeFrom, low],
      form: first.form,
    }
  }
  parsed = grammar.parse(tokens, numberFrom)
  if (parsed === null) return null
  if (comparatorAt !== null) from = comparatorAt[0]
  else from = numberFrom
  let { value, to } = parsed
  let valueMax: number | null = null
  if (value !== null) {
    // "risen from 31 to 44" are two counts
    const moved = tokens[numberFrom - 1]?.norm === 'from' || tokens[numberFrom - 1]?.norm === 'من'
    const end = moved ? null : rangeEnd(tokens, to, false, language, value)
    if (end !== null) {
      valueMax = end.value
      to = end.to
      if (comparator === null) comparator = 'about'
      // "two to three hundred", "20-30 thousand": the scale belongs to both ends
      const scale =
        valueMax !== null && valueMax >= 1000 && value < 100 && parsed.form === end.form ? scaleOf(tokens, to) : 1
      if (scale > 1) value *= scale
    }
  }
  const numberTo = to
  if (parsed.vagueWord !== null && comparator !== 'up_to') comparator = 'vague'
  const plus = tokens[to]
  if (value !== null && plus?.text === '+' && plus.start === tokens[to - 1]!.end) {
    if (comparator === null) comparator = 'at_least'
    comparatorAt = comparatorAt ?? [to, to + 1]
    to++
  } else if (value !== null && comparator === null) {
    const after = grammar.after(tokens, to)
    if (after !== null) {
      comparator = after.value
      comparatorAt = [to, after.to]
      to = after.to
    }
  }
  return {
    from,
    to,
    numberFrom,
    numberTo,
    value,
    valueMax,
    vagueWord: parsed.vagueWord,
    comparator: comparator ?? (parsed.loose ? 'about' : 'exact'),
    comparatorAt,
    form: parsed.form,
  }
}

function scaleOf(tokens: readonly Token[], to: number): number {
  return SCALES.get(tokens[to - 1]?.norm ?? '') ?? AR_SCALES.get(tokens[to - 1]?.norm ?? '') ?? 1
}

export interface PrintedCount {
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
}

/** Reads a figure's surface again; null where it does not hold exactly one count. */
export function parseCount(surface: string, language: 'en' | 'ar'): PrintedCount | null {
  const [only, ...others] = numbers(tokenise(surface), language)
  if (only === undefined || others.length > 0) return null
  const { value, valueMax, vagueWord, comparator } = only
  return { value, valueMax, vagueWord, comparator }
}
