/** Arabic counts: number words with their dual and gender, vague words, and what bounds a number. */
import { withoutClitics } from './clitics-ar.ts'
import type { Comparator } from './figure.ts'
import { isCountedNoun } from './lexicon-ar.ts'
import { type Grammar, type Parsed, parseDigits } from './number-digits.ts'
import { type PhraseTable, phraseTable } from './phrase.ts'
import { normalise, type Token } from './token.ts'

const AR_UNITS: readonly (readonly [string, number])[] = [
  ['واحد|واحدا|واحدة|أحد|إحدى', 1],
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
      ['مليونان|مليونين|مليونا|مليوني', 2_000_000],
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
    'أكثر من|اكثر من|ما يربو على|ما يربو عن|يربو على|يربو عن|ما ينيف على|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن|يزيد عددهم على|تزيد على|تزيد عن|أزيد من|ما يفوق|يفوق|فوق|يتجاوز|تجاوز|ما يتجاوز|تتجاوز|تجاوزت|تخطى|تخطت|يتخطى|فاق|فاقت|أكثر',
    'more_than',
  ],
  [
    'ما لا يقل عن|لا يقل عن|على الأقل|لا تقل عن|ما لايقل عن|بما لا يقل عن|عما لا يقل عن|مالا يقل عن|لا يقل عددهم عن',
    'at_least',
  ],
  [
    'نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|ما يقرب من|يقارب|تقريبا|بنحو|بحوالي|ما يناهز|يناهز|يقرب من|قرابه|تقارب|يقدر ب',
    'about',
  ],
  [
    'قد تصل إلى|قد يبلغ|قد تبلغ|يمكن أن يصل إلى|يمكن أن تصل إلى|ما يصل إلى|ما قد يصل إلى|قد يصل إلى|لا يزيد على|لا يزيد عن|لا يتجاوز|بحد أقصى|ما لا يزيد على|ما لا يزيد عن',
    'up_to',
  ],
  ['أقل من|اقل من|دون', 'fewer_than'],
])
const AFTER_AR = phraseTable<Comparator>([
  ['على الأقل|في الأقل|أو أكثر|فأكثر|على أقل تقدير|كحد أدنى', 'at_least'],
  ['تقريبا', 'about'],
  ['على الأكثر|كحد أقصى', 'up_to'],
])

/** Dual forms of the nouns people are counted by: one word says "two victims". */
const DUAL_STEMS =
  'شخص قتيل شهيد جريح مدني جندي طفل طفلة امرأة رجل ضابط عنصر مقاتل مسلح مواطن صحفي صحافي ضحية مصاب شاب فتاة عامل مسعف فلسطيني سوري لبناني سوداني عراقي يمني إسرائيلي أوكراني روسي ليبي شرطي متظاهر مختطف معتقل أسير محتجز مفقود نازح سيدة فرد طالب طالبة ممرض طبيب راهب كاهن عسكري شقيق فتى جثة إصابة وفاة مهاجر منشق مسن معلم سائق حارس'
const DUALS = new Set(
  DUAL_STEMS.split(' ').flatMap((stem) => {
    const base = stem.endsWith('ة') ? `${stem.slice(0, -1)}ت` : stem.endsWith('ى') ? `${stem.slice(0, -1)}ي` : stem
    return [normalise(`${base}ان`), normalise(`${base}ين`)]
  }),
)
// a dual and a plural in "-ين" are written alike for these: the plural is by far the commoner
const PLURAL_LOOKALIKES = new Set(
  'مدنيين مقاتلين مسلحين مواطنين صحفيين صحافيين مصابين عاملين مسعفين فلسطينيين سوريين لبنانيين سودانيين عراقيين يمنيين إسرائيليين أوكرانيين روسيين ليبيين متظاهرين مختطفين معتقلين محتجزين مفقودين نازحين ممرضين عسكريين معلمين سائقين مسنين مهاجرين منشقين فتيان'
    .split(' ')
    .map(normalise),
)

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
  for (const form of withoutClitics(token.norm)) {
    if (form === token.norm || !table.opens(form)) continue
    const shifted = tokens.slice(at, at + 6)
    shifted[0] = { ...token, norm: form }
    const found = table.at(shifted, 0)
    if (found !== null) return { to: found.to + at, value: found.value }
  }
  return null
}

/** "نصف مليون", "ربع المليون", "نصف ألف". */
const FRACTIONS = new Map([
  ['نصف', 0.5],
  ['ربع', 0.25],
  ['ثلث', 1 / 3],
])

function fraction(tokens: readonly Token[], at: number): Parsed | null {
  const share = inForms(tokens[at]!.norm, FRACTIONS)
  const scale = share === undefined ? undefined : inForms(tokens[at + 1]?.norm ?? '', AR_SCALES)
  if (share === undefined || scale === undefined || share * scale < 100) return null
  return { value: Math.round(share * scale), vagueWord: null, to: at + 2, form: 'words', loose: share === 1 / 3 }
}

/** What "و" adds to a number of thousands or millions: "22 ألفا و765", "44 ألفا وأربعمئة", "مليون و200 ألف". */
function remainder(tokens: readonly Token[], at: number, scale: number): { value: number; to: number } | null {
  const link = tokens[at]
  if (link === undefined || link.kind !== 'word') return null
  if (link.norm === 'و') {
    const digits = tokens[at + 1]
    const value = digits?.kind === 'number' ? parseDigits(digits.text) : null
    if (value === null || !Number.isInteger(value)) return null
    const next = AR_SCALES.get(tokens[at + 2]?.norm ?? '')
    const total = next === undefined ? value : value * next
    if (total >= scale || total === 0) return null
    const to = next === undefined ? at + 2 : at + 3
    const rest = next === undefined ? null : remainder(tokens, to, next)
    return rest === null ? { value: total, to } : { value: total + rest.value, to: rest.to }
  }
  if (link.norm[0] !== 'و' || link.norm.length < 4) return null
  if (link.norm === 'ونصف') {
    const again = inForms(tokens[at + 1]?.norm ?? '', AR_SCALES) === scale
    return { value: scale / 2, to: again ? at + 2 : at + 1 }
  }
  const words = arabicWords(tokens, at)
  return words?.value == null || words.value >= scale ? null : { value: words.value, to: words.to }
}

function arabic(tokens: readonly Token[], at: number): Parsed | null {
  const token = tokens[at]!
  if (token.kind === 'number') {
    const value = parseDigits(token.text)
    if (value === null) return null
    const scale = AR_SCALES.get(tokens[at + 1]?.norm ?? '')
    const total = scale === undefined ? value : Math.round(value * scale)
    if (!Number.isInteger(total)) return null
    const rest = scale === undefined ? null : remainder(tokens, at + 2, scale)
    const to = rest?.to ?? (scale === undefined ? at + 1 : at + 2)
    return { value: total + (rest?.value ?? 0), vagueWord: null, to, form: 'digits', loose: false }
  }
  if (token.kind !== 'word') return null
  const vague = phraseInForms(tokens, at, VAGUE_AR)
  if (vague !== null) return { value: null, vagueWord: vague.value, to: vague.to, form: 'vague', loose: true }
  const part = fraction(tokens, at)
  if (part !== null) return part
  const words = arabicWords(tokens, at)
  if (words !== null) {
    const scaled = inForms(tokens[words.to - 1]!.norm, AR_SCALES) ?? inForms(tokens[words.to - 1]!.norm, AR_DUAL_SCALES)
    const rest = scaled === undefined ? null : remainder(tokens, words.to, scaled >= 1_000_000 ? 1_000_000 : 1000)
    return rest === null ? words : { ...words, value: (words.value ?? 0) + rest.value, to: rest.to }
  }
  const isDual = withoutClitics(token.norm).some((form) => DUALS.has(form) && !PLURAL_LOOKALIKES.has(form))
  if (!isDual) return null
  // "قتيلين اثنين": the number said again behind its noun
  const again = AR_WORDS.get(tokens[at + 1]?.norm ?? '') === 2 ? at + 2 : at + 1
  return { value: 2, vagueWord: null, to: again, form: 'dual', loose: false }
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

/** "على الأقل" right behind the number or behind what is counted: "940 شخصا على الأقل", "32 مدنيا آخرين على الأقل". */
function boundBehind(tokens: readonly Token[], at: number): { from?: number; to: number; value: Comparator } | null {
  for (let k = at; k <= at + 3; k++) {
    const found = AFTER_AR.at(tokens, k)
    if (found !== null) return k === at ? found : { ...found, from: k }
    const token = tokens[k]
    // "40 مدنيا، على الأقل، قتلوا"
    const aside = token?.text === '،' && k > at ? AFTER_AR.at(tokens, k + 1) : null
    if (aside !== null) return { ...aside, from: k + 1 }
    if (token === undefined || token.kind !== 'word' || LINKS.has(token.norm) || joins(token.norm)) return null
  }
  return null
}

/** A conjunction or preposition written onto a word; not the first letter of "فلسطينيا", "وفاة", "بحارا". */
const joins = (norm: string): boolean => /^[وفب]/.test(norm) && !isCountedNoun(norm)

const LINKS = new Set('في من الي علي عن منذ خلال بعد قبل ان او'.split(' ').map(normalise))

export const ARABIC: Grammar = {
  parse: arabic,
  before: (tokens, i) => {
    const found = phraseInForms(tokens, i, BEFORE_AR)
    // "تجاوز الـ 9000"
    const article = found !== null && tokens[found.to]?.norm === 'ال' && tokens[found.to + 1]?.kind === 'number'
    return article ? { ...found, to: found.to + 1 } : found
  },
  after: boundBehind,
  scales: AR_SCALES,
}
