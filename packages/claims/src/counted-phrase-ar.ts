/** What an Arabic number counts: the noun behind it, people or harm, or what is no count of victims. */
import { withoutClitics } from './clitics-ar.ts'
import type { Range } from './counted.ts'
import type { VictimCategory } from './figure.ts'
import { arabicCategory, type HarmFound, harmWord, isCountedNoun, NOT_VICTIMS_AR } from './lexicon-ar.ts'
import type { NumberMention } from './number.ts'
import { wordSet } from './phrase.ts'
import { normalise, type Token } from './token.ts'

export interface Phrase {
  readonly number: NumberMention
  readonly to: number
  readonly kind: 'harm' | 'person' | 'partitive' | 'none' | 'unknown' | 'rejected'
  readonly harm: HarmFound | null
  readonly category: VictimCategory
  readonly words: Range
}

/** Words behind a number that cannot be what it counts. */
const FUNCTION = wordSet(
  'بينهم بينهن بينها ضمنهم جراء نتيجة منذ خلال بعد قبل بسبب إثر حتى وفق بحسب حسب عقب ضمن معظمهم أغلبهم جميعهم غالبيتهم أغلبيتهم بعضهم عبر كما على الذين التي اللذين دون وسط قرب عند أثناء ليرتفع لترتفع ليصل لتصل ليصبح ليبلغ',
)
const PARTITIVES = wordSet('منهم منها منهن')
export const BREAKS = wordSet('فيما بينما لكن غير عندما حيث إذ بعدما')
const IN = normalise('في')
export const FROM = 'من'
const CURRENCY = wordSet('دولار دولارا جنيه ليرة يورو ريال دينار درهم شيكل')
const MONTHS = wordSet(
  'يناير فبراير مارس أبريل نيسان مايو أيار يونيو حزيران يوليو تموز أغسطس آب سبتمبر أيلول أكتوبر تشرين نوفمبر ديسمبر كانون شباط آذار محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو',
)

/** "The hundred" of shares: "١٠ في المئة", "20 في المائة", "30 بالمئة". */
const HUNDRED = wordSet('المئة المائة')
const BY_HUNDRED = wordSet('بالمئة بالمائة')

/** Whether a number is a share of a hundred, or the hundred of one. */
function isShare(tokens: readonly Token[], number: NumberMention): boolean {
  const normAt = (at: number) => tokens[at]?.norm ?? ''
  const shareAt = (at: number) => BY_HUNDRED.has(normAt(at)) || (normAt(at) === IN && HUNDRED.has(normAt(at + 1)))
  const own = normAt(number.numberFrom)
  return shareAt(number.to) || BY_HUNDRED.has(own) || (HUNDRED.has(own) && normAt(number.numberFrom - 1) === IN)
}

export function phraseOf(tokens: readonly Token[], number: NumberMention): Phrase {
  const make = (
    to: number,
    kind: Phrase['kind'],
    harm: HarmFound | null = null,
    category: VictimCategory = 'people',
    from = number.comparatorAt !== null && number.comparatorAt[0] > number.numberTo ? number.numberTo : number.to,
  ): Phrase => ({ number, to: Math.max(to, number.to), kind, harm, category, words: [from, to] })
  if (number.form === 'dual') {
    const norm = tokens[number.numberFrom]!.norm
    const harm = harmWord(norm)
    const singular = norm.slice(0, -2)
    const category = arabicCategory(norm) ?? arabicCategory(singular) ?? 'people'
    if (harm !== null && harm.form !== 'act')
      return make(number.to, 'harm', { ...harm, from: number.numberFrom, to: number.to }, category, number.numberFrom)
    return make(number.to, 'person', null, category, number.numberFrom)
  }
  const before = tokens[number.from - 1]
  // "940 شخصا على الأقل": what is counted stands between the number and its bound
  const behind = number.comparatorAt !== null && number.comparatorAt[0] > number.numberTo
  const end = behind ? number.numberTo : number.to
  // "(7) إصابات": the number alone stands in brackets
  const counted = tokens[end]?.text === ')' && tokens[number.from - 1]?.text === '(' ? end + 1 : end
  const next = tokens[counted]
  if (
    next !== undefined &&
    (next.text === '%' || next.text === '٪' || next.text === '/' || MONTHS.has(next.norm) || CURRENCY.has(next.norm))
  )
    return make(number.to, 'rejected')
  if (next?.text === ':' && tokens[counted + 1]?.kind === 'number') return make(number.to, 'rejected')
  if (
    before !== undefined &&
    ((MONTHS.has(before.norm) && isDayOrYear(number.value)) ||
      [
        'الحارة',
        'حارة',
        'الفوج',
        'اللواء',
        'الفرقة',
        'الطريق',
        'الكيلو',
        'عام',
        'سنة',
        'العام',
        'عاما',
        'سن',
        'العمر',
        'رقم',
        'المادة',
        'القرار',
        'الساعة',
        'عمره',
        'عمرها',
      ]
        .map(normalise)
        .includes(before.norm))
  )
    return make(number.to, 'rejected')
  if (isShare(tokens, number) || isYear(tokens, number)) return make(number.to, 'rejected')
  // "واحد من كل خمسة"
  if (tokens[number.to]?.norm === FROM && tokens[number.to + 1]?.norm === 'كل') return make(number.to, 'rejected')
  if (before?.norm === 'كل' && tokens[number.from - 2]?.norm === FROM) return make(number.to, 'rejected')
  // "المسلحين الثلاثة": the count behind its definite noun
  const own = tokens[number.numberFrom]!.norm
  const led = before === undefined ? null : arabicCategory(before.norm)
  if (number.form === 'words' && own.startsWith('ال') && before?.norm.startsWith('ال') && led !== null)
    return make(number.to, 'person', null, led)
  // "أحد المدرسين": one of them, not a count
  if (number.value === 1 && /^[وفبل]?(?:احد|احدي)$/.test(own) && tokens[number.to]?.norm.startsWith('ال'))
    return make(number.to, 'rejected')
  // "قتيل واحد", "شخص واحد": the noun, then how many
  if (number.form === 'words' && number.value === 1 && before !== undefined && /^واحد/.test(own)) {
    const harm = harmWord(before.norm)
    const at = number.from - 1
    if (harm !== null && harm.form !== 'act')
      return { ...make(number.to, 'harm', { ...harm, from: at, to: number.from }), words: [at, number.to] }
    if (led !== null) return { ...make(number.to, 'person', null, led), words: [at, number.to] }
  }
  // "من بين 80 مهاجرا": out of whom the count was made
  const outOf =
    before?.norm === 'اصل' || (/^(?:بين|ضمن)$/.test(before?.norm ?? '') && tokens[number.from - 2]?.norm === FROM)
  let i = counted
  if (tokens[i]?.norm === FROM || tokens[i]?.norm === 'مِن') i++
  let adjectives = 0
  const first = i
  for (; i < tokens.length && i - first < 4; i++) {
    const token = tokens[i]!
    if (token.text === '"' || token.text === '«') continue
    if (token.kind !== 'word') break
    if (BREAKS.has(token.norm) || token.norm === 'عدد') break
    if (PARTITIVES.has(token.norm) && tokens[i + 1]?.kind === 'number') break
    // "3 بالدار البيضاء": where, not what
    if (i === first && /^بال.{3}/.test(token.norm)) break
    if (FUNCTION.has(token.norm)) break
    if (PARTITIVES.has(token.norm)) return make(i + 1, 'partitive', null, categoryBehind(tokens, i + 1))
    const forms = withoutClitics(token.norm)
    if (
      i > first &&
      (token.norm[0] === 'و' || token.norm[0] === 'ف') &&
      arabicCategory(token.norm) === null &&
      harmWord(token.norm) === null
    )
      break
    // "مقتل 5 وإصابة 38", "مقتل ستة بوابين وإصابة 11": the harm joined on is the next count's
    if (token.norm[0] === 'و' && harmWord(token.norm.slice(1)) !== null && !isCountedNoun(token.norm)) break
    const harm = harmWord(token.norm)
    if (harm !== null && harm.form !== 'act')
      return make(i + 1, 'harm', { ...harm, from: i, to: i + 1 }, categoryIn(tokens, i, i + 3))
    // "312 من القوات الحكومية"
    if (tokens[first - 1]?.norm === FROM && (FORCES.has(token.norm) || ARMED.has(token.norm)))
      return make(i + 1, 'person', null, FORCES.has(token.norm) ? 'security_forces' : 'combatants')
    // "17 حالة اعتقال"
    const deed = /^حال(?:ه|ات)$/.test(token.norm) && tokens[i + 1] !== undefined ? harmWord(tokens[i + 1]!.norm) : null
    if (deed !== null && deed.form !== 'victims')
      return make(i + 2, 'harm', { ...deed, form: 'noun', from: i + 1, to: i + 2 })
    // "بلغ عدد الإصابات 17 حالة": a case of what was named before
    if (/^حال(?:ه|ات)$/.test(token.norm)) return make(i + 1, 'none')
    // "7 بطائرة مسيرة": by what they were killed, not what is counted
    if (token.norm[0] === 'ب' && !NOT_VICTIMS_AR.has(token.norm) && forms.some((form) => NOT_VICTIMS_AR.has(form)))
      break
    if (forms.some((form) => NOT_VICTIMS_AR.has(form))) return make(i + 1, 'rejected')
    const category = arabicCategory(token.norm)
    if (category !== null) {
      const report = forms.includes('بلاغ') || forms.includes('بلاغا')
      if (outOf) return make(i + 1, 'rejected')
      return make(i + 1, 'person', null, report ? 'people' : categoryIn(tokens, i, i + 6))
    }
    if (harm !== null || token.norm === 'في' || token.norm === 'علي' || token.norm === 'الي' || token.norm === 'عن')
      break
    adjectives++
  }
  return make(number.to, adjectives > 0 ? 'unknown' : 'none')
}

/** "آذار 12", "آذار 2024"; "منذ 2 آذار 634" is a count behind a date. */
const isDayOrYear = (value: number | null): boolean =>
  value !== null && (value <= 31 || (value >= 1900 && value <= 2100))

/** "بين عامي 2012 و2014": the second year of a pair, too. */
function isYear(tokens: readonly Token[], { numberFrom, value, form }: NumberMention): boolean {
  if (form !== 'digits' || value === null || value < 1900 || value > 2100) return false
  return tokens
    .slice(Math.max(0, numberFrom - 4), numberFrom)
    .some((token) => /^(?:عامي|سنتي|العامين|عام|سنه|العام|موسم|اعوام)$/.test(token.norm))
}

const FORCES = wordSet('الأمن الجيش الشرطة القوات قوات الداخلية الدفاع أمن جيش شرطة')
const ARMED = wordSet('التنظيم تنظيم داعش الحزب حزب الفصائل فصائل مليشيا ميليشيا حماس الحوثيين الحركة الدعم')

/** The category that the noun and what follows it state: "عنصرا من قوات الأمن". */
function categoryIn(tokens: readonly Token[], from: number, to: number): VictimCategory {
  const said = new Set<VictimCategory>()
  const first = tokens[from]!
  const own = arabicCategory(first.norm)
  if (own !== null) said.add(own)
  for (let i = from + 1; i < Math.min(to, tokens.length); i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') break
    if (i === from + 1 || token.norm[0] === 'و') {
      const category = arabicCategory(token.norm)
      if (category !== null && category !== 'people' && token.norm.length > 3) said.add(category)
    }
    const elements = withoutClitics(first.norm).some(
      (form) => form.startsWith('عنصر') || form === 'عناصر' || form === 'افراد' || form === 'فرد',
    )
    if (elements && FORCES.has(token.norm)) said.add('security_forces')
    if (elements && ARMED.has(token.norm)) said.add('combatants')
  }
  if (said.size > 1) said.delete('people')
  return said.size > 1 ? 'mixed' : (said.values().next().value ?? 'people')
}

function categoryBehind(tokens: readonly Token[], from: number): VictimCategory {
  for (let i = from; i < Math.min(tokens.length, from + 2); i++) {
    const category = arabicCategory(tokens[i]!.norm)
    if (category !== null) return category
  }
  return 'people'
}
