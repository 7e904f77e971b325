/** Which counts of an Arabic sentence are of people harmed, and how. */

import { withoutClitics } from './clitics-ar.ts'
import type { Carry, Counted, Range } from './counted.ts'
import type { VictimCategory } from './figure.ts'
import { arabicAgent } from './harm-agent-ar.ts'
import { arabicCategory, arabicHarms, type HarmFound, harmWord, NOT_VICTIMS_AR } from './lexicon-ar.ts'
import type { NumberMention } from './number.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import { normalise, type Token } from './token.ts'

interface Phrase {
  readonly number: NumberMention
  readonly to: number
  readonly kind: 'harm' | 'person' | 'partitive' | 'none' | 'unknown' | 'rejected'
  readonly harm: HarmFound | null
  readonly category: VictimCategory
  readonly words: Range
}

const PARTITIVES = wordSet('منهم منها منهن بينهم بينهن بينها')
const INCLUSIONS = wordSet('بينهم بينهن بينها منهم منهن منها ضمنهم يشمل تشمل ضمنها')
const BREAKS = wordSet('فيما بينما لكن غير عندما حيث إذ بعدما')
const IN = normalise('في')
const FROM = 'من'
const CURRENCY = wordSet('دولار دولارا جنيه ليرة يورو ريال دينار درهم شيكل')
const MONTHS = wordSet(
  'يناير فبراير مارس أبريل نيسان مايو أيار يونيو حزيران يوليو تموز أغسطس آب سبتمبر أيلول أكتوبر تشرين نوفمبر ديسمبر كانون شباط آذار محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو',
)

export function arabicFigures(
  text: string,
  tokens: readonly Token[],
  counts: readonly NumberMention[],
  known: readonly PartyMatch[],
  carry: Carry | null,
): Counted[] {
  const harms = arabicHarms(tokens)
  const phrases = counts.map((number) => phraseOf(tokens, number))
  const found: Counted[] = []
  const places: (number | null)[] = []
  for (let k = 0; k < phrases.length; k++) {
    const phrase = phrases[k]!
    const counted =
      phrase.kind === 'rejected' ? null : decide({ text, tokens, known, harms, phrases, places, found, carry }, k)
    places.push(counted === null ? null : found.length)
    if (counted !== null) found.push(counted)
  }
  return found
}

interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: readonly PartyMatch[]
  readonly harms: readonly HarmFound[]
  readonly phrases: readonly Phrase[]
  readonly places: readonly (number | null)[]
  readonly found: readonly Counted[]
  readonly carry: Carry | null
}

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

function phraseOf(tokens: readonly Token[], number: NumberMention): Phrase {
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
  const counted = behind ? number.numberTo : number.to
  const next = tokens[counted]
  if (
    next !== undefined &&
    (next.text === '%' || next.text === '٪' || next.text === '/' || MONTHS.has(next.norm) || CURRENCY.has(next.norm))
  )
    return make(number.to, 'rejected')
  if (next?.text === ':' && tokens[counted + 1]?.kind === 'number') return make(number.to, 'rejected')
  if (
    before !== undefined &&
    (MONTHS.has(before.norm) ||
      ['عام', 'سنة', 'العام', 'عاما', 'سن', 'العمر', 'رقم', 'المادة', 'القرار', 'الساعة', 'عمره', 'عمرها']
        .map(normalise)
        .includes(before.norm))
  )
    return make(number.to, 'rejected')
  if (isShare(tokens, number) || isYear(tokens, number)) return make(number.to, 'rejected')
  // "واحد من كل خمسة"
  if (before?.norm === 'كل' && tokens[number.from - 2]?.norm === FROM) return make(number.to, 'rejected')
  // "المسلحين الثلاثة": the count behind its definite noun
  const own = tokens[number.numberFrom]!.norm
  const led = before === undefined ? null : arabicCategory(before.norm)
  if (number.form === 'words' && own.startsWith('ال') && before?.norm.startsWith('ال') && led !== null)
    return make(number.to, 'person', null, led)
  let i = counted
  if (tokens[i]?.norm === FROM || tokens[i]?.norm === 'مِن') i++
  let adjectives = 0
  const first = i
  for (; i < tokens.length && i - first < 4; i++) {
    const token = tokens[i]!
    if (token.text === '"' || token.text === '«') continue
    if (token.kind !== 'word') break
    if (BREAKS.has(token.norm) || token.norm === 'عدد') break
    if (PARTITIVES.has(token.norm)) return make(i + 1, 'partitive', null, categoryBehind(tokens, i + 1))
    const forms = withoutClitics(token.norm)
    if (
      i > first &&
      (token.norm[0] === 'و' || token.norm[0] === 'ف') &&
      arabicCategory(token.norm) === null &&
      harmWord(token.norm) === null
    )
      break
    const harm = harmWord(token.norm)
    if (harm !== null && harm.form !== 'act')
      return make(i + 1, 'harm', { ...harm, from: i, to: i + 1 }, categoryIn(tokens, i, i + 3))
    if (forms.some((form) => NOT_VICTIMS_AR.has(form))) return make(i + 1, 'rejected')
    // "312 من القوات الحكومية"
    if (tokens[first - 1]?.norm === FROM && (FORCES.has(token.norm) || ARMED.has(token.norm)))
      return make(i + 1, 'person', null, FORCES.has(token.norm) ? 'security_forces' : 'combatants')
    const category = arabicCategory(token.norm)
    if (category !== null) {
      const report = forms.includes('بلاغ') || forms.includes('بلاغا')
      return make(i + 1, 'person', null, report ? 'people' : categoryIn(tokens, i, i + 6))
    }
    if (harm !== null || token.norm === 'في' || token.norm === 'علي' || token.norm === 'الي' || token.norm === 'عن')
      break
    adjectives++
  }
  return make(number.to, adjectives > 0 ? 'unknown' : 'none')
}

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

function decide(scene: Scene, k: number): Counted | null {
  const { tokens, harms } = scene
  const phrase = scene.phrases[k]!
  const start = phrase.number.from
  const whole = inclusion(scene, k)
  const near = nearestBefore(scene, k)
  const after = stateAfter(scene, k)
  let harm: HarmFound | null = null
  let rule = ''
  let unsure: string | null = null
  let part: Counted['part'] = null
  let carried = false
  const done = phrase.harm !== null && RELEASABLE.has(phrase.harm.effect) ? deedBefore(scene, k, phrase.harm) : null
  if (done !== null) {
    harm = done
    rule = `behind "${tokens[done.from]!.norm}"`
  } else if (phrase.harm !== null && phrase.harm.form !== 'victims') {
    harm = phrase.harm
    rule = 'counted noun'
  } else if (after !== null && (whole === null || after.form === 'state' || after.form === 'noun')) {
    harm = after
    rule = 'state behind the count'
  } else if (near !== null && (whole === null || near.from > scene.phrases[k - 1]!.to)) {
    harm = near
    rule = `behind "${tokens[near.from]!.norm}"`
  }
  if (whole !== null) {
    part = whole
    if (harm === null) {
      const counted = scene.found[whole]!
      harm = { effect: counted.effect, manner: counted.manner, form: 'noun', from: -1, to: -1 }
      rule = 'part of the count before'
    }
  }
  if (harm === null && k > 0 && scene.places[k - 1] !== null && joined(scene, k)) {
    const counted = scene.found[scene.places[k - 1]!]!
    harm = { effect: counted.effect, manner: counted.manner, form: 'noun', from: -1, to: -1 }
    rule = 'joined to the count before'
  }
  if (harm === null && (phrase.kind === 'none' || phrase.kind === 'person') && risen(tokens, start)) {
    const counted = k > 0 ? scene.found.at(-1) : undefined
    const told = counted ?? (scene.carry !== null && scene.carry.distance <= 2 ? scene.carry : null)
    if (told !== null) {
      harm = { effect: told.effect, manner: told.manner, form: 'noun', from: -1, to: -1 }
      rule = 'the toll before, risen'
    }
  }
  if (harm === null && phrase.kind === 'partitive' && scene.carry !== null && scene.carry.distance <= 3) {
    harm = { effect: scene.carry.effect, manner: scene.carry.manner, form: 'noun', from: -1, to: -1 }
    rule = 'what the text counted before'
    carried = true
    part = 'carried'
  }
  if (harm === null && phrase.harm !== null) {
    harm = phrase.harm
    rule = 'counted victims'
  }
  if (harm === null) return null
  if ((harm.effect === 'killed' || harm.effect === 'injured') && eitherHarm(tokens, harm, phrase)) {
    harm = { ...harm, effect: 'killed_or_injured' }
    rule += ', the dead and the injured in one count'
  }
  if (RELEASABLE.has(harm.effect) && released(scene, k, harm)) return null
  if (harm.effect === 'missing' && harm.form === 'act' && ofKin(tokens, phrase.to)) {
    harm = { ...harm, effect: 'killed' }
    unsure = 'only "lost" is said of kin; it is read as killed'
  }
  if (harm.form === 'victims') {
    const told = harms.find((hit) => hit.form !== 'victims') ?? null
    if (told !== null) harm = { ...harm, effect: told.effect, manner: told.manner }
    else if (scene.carry !== null) harm = { ...harm, effect: scene.carry.effect }
    else unsure = 'only "victims" is said; it is read as killed'
  }
  if (phrase.kind === 'unknown' && rule !== 'part of the count before' && (harm.from < 0 || start - harm.to > 1))
    return null
  if (phrase.kind === 'none' && harm.from >= 0 && start - harm.to > 6 && rule !== 'state behind the count') return null
  if (phrase.kind === 'partitive' && part === null)
    part = k > 0 && scene.places[k - 1] !== null ? scene.places[k - 1]! : 'carried'
  if (phrase.number.value === 1 && phrase.kind !== 'person' && phrase.kind !== 'harm') return null
  return {
    number: phrase.number,
    effect: harm.effect,
    manner: harm.manner,
    effectAt: harm.from >= 0 ? [harm.from, harm.to] : null,
    victims: phrase.category,
    victimsAt:
      phrase.kind === 'none' || phrase.kind === 'unknown' || phrase.words[1] <= phrase.words[0] ? null : phrase.words,
    perpetratorAt: arabicAgent(tokens, scene.known, harm.from >= 0 ? [harm.from, harm.to] : [-1, -1], [
      start,
      phrase.to,
    ]),
    part,
    carried,
    further: false,
    rule,
    unsure,
  }
}

/** "قتل 91 سجينا", "إصابة 3 نازحين": what was done to those who already were detained or displaced. */
function deedBefore(scene: Scene, k: number, noun: HarmFound): HarmFound | null {
  const near = nearestBefore(scene, k)
  if (near === null || near.form !== 'act' || near.effect === noun.effect) return null
  if (noun.effect === 'abducted' && RELEASABLE.has(near.effect)) return null
  const { from } = scene.phrases[k]!.number
  const between = scene.tokens.slice(near.to, from)
  return between.length <= 6 && between.every((token) => token.kind === 'word') ? near : null
}

/** "وارتفعت إلى 19", "ارتفاعها إلى 19", "لتبلغ 19": a toll told again with its new height. */
const risen = (tokens: readonly Token[], start: number): boolean =>
  tokens
    .slice(Math.max(0, start - 3), start)
    .some((token) =>
      /^[ولف]?(?:ارتفاعها|ارتفاعه|[يت]?رتفع|ارتفعت|ارتفع|[يت]بلغ|بلغت|وصلت|[يت]صل|قفزت)$/.test(token.norm),
    )

const DEAD = /^(?:قتيل|قتيلا|قتلي|شهيد|شهيدا|شهداء|مقتل|بمقتل|قتل|استشهاد)$/
const HURT = /^و?(?:جريح|جريحا|جرحي|مصاب|مصابا|مصابين|اصابه|جرح|اصيب)$/

/** "30 بين قتيل وجريح", "20 قتيلا وجريحا", "مقتل وإصابة 20": one count of the dead and the injured. */
function eitherHarm(tokens: readonly Token[], harm: HarmFound, phrase: Phrase): boolean {
  const behind = tokens.slice(phrase.number.numberTo, phrase.to + 5)
  for (let i = 0; i + 1 < behind.length; i++) {
    if (behind[i]!.kind === 'number') break
    const hurt = behind[i + 1]!
    if (DEAD.test(behind[i]!.norm) && hurt.norm[0] === 'و' && HURT.test(hurt.norm)) {
      const next = behind[i + 2]
      return next === undefined || next.kind !== 'number'
    }
  }
  const pair = harm.from > 0 ? tokens[harm.from - 1]! : null
  return (
    pair !== null &&
    DEAD.test(pair.norm) &&
    tokens[harm.from]!.norm[0] === 'و' &&
    HURT.test(tokens[harm.from]!.norm) &&
    harm.to === phrase.number.from
  )
}

const RELEASABLE: ReadonlySet<string> = new Set([
  'detained',
  'abducted',
  'displaced',
  'missing',
  'forcibly_disappeared',
])
/** "أفرج عن 57 معتقلا", "عاد 300 لاجئ", "مبادلة 110 أسرى": no new harm is told of them. */
const RELEASES = wordSet(
  'أفرج أفرجت أفرجوا إفراج الإفراج الإفراجات سراح عاد عادت عادوا عودة يعود العودة سلم سلمت سلموا تسليم تسلم تسلمت استلمت مبادلة تبادل مقابل أنقذ أنقذت إنقاذ حرر حررت تحرير أعاد أعادت إعادة نجا نجوا',
)

function released(scene: Scene, k: number, harm: HarmFound): boolean {
  const { tokens, harms } = scene
  const start = scene.phrases[k]!.number.from
  const floor = boundary(scene, k)
  for (let i = start - 1; i >= floor; i--) {
    const hit = harms.find((other) => other.form === 'act' && other.from === i)
    if (hit !== undefined && hit.effect === harm.effect) return false
    if (tokens[i]!.kind === 'word' && withoutClitics(tokens[i]!.norm).some((form) => RELEASES.has(form))) return true
  }
  return false
}

const KIN = wordSet(
  'أبنائه أبنائها أبنائهم أفراد أفرادها أطفاله أطفالها أطفالهم أقاربه أقاربها أقاربهم ذويه ذويها ذويهم عائلته عائلتها إخوته إخوتها أشقائه أشقائها أسرته أسرتها أهله أهلها أحفاده أحفادها بناته بناتها',
)

/** "فقد ثلاثة من أبنائه": kin, who are lost to death. */
const ofKin = (tokens: readonly Token[], to: number): boolean =>
  tokens.slice(Math.max(0, to - 2), to + 2).some((token) => KIN.has(token.norm))

/** The last word of harm before the count in its clause. */
function nearestBefore(scene: Scene, k: number): HarmFound | null {
  const { tokens, harms } = scene
  const start = scene.phrases[k]!.number.from
  const floor = boundary(scene, k)
  for (let h = harms.length - 1; h >= 0; h--) {
    const hit = harms[h]!
    if (hit.to > start) continue
    if (hit.from < floor || start - hit.to > 18) return null
    // a noun already counted by an earlier number ("12 قتيلا و30 …") belongs to that number
    const counted = scene.phrases.some((phrase, n) => n < k && phrase.harm !== null && phrase.harm.from === hit.from)
    if (counted) continue
    if (hit.form === 'noun' || hit.form === 'victims') {
      if (!tolled(tokens, hit.from, start)) continue
    }
    return hit
  }
  return null
}

/** A noun of harm before a number counts only in a toll: "عدد القتلى إلى 45", "حصيلة الشهداء بلغت 45", "ضحايا المجزرة أكثر من 400". */
function tolled(tokens: readonly Token[], noun: number, start: number): boolean {
  const previous = tokens[noun - 1]?.norm ?? ''
  if (['عدد', 'حصيله', 'حصيلة', 'لعدد', 'اعداد', 'وعدد', 'بعدد', 'حصيله'].includes(previous)) return true
  for (let i = noun - 1; i >= 0 && noun - i < 5; i--)
    if (withoutClitics(tokens[i]!.norm).some((form) => form === 'عدد' || form === 'حصيله')) return true
  for (let i = noun + 1; i < start; i++)
    if (['الي', 'بلغ', 'بلغت', 'بلغوا', 'نحو', 'تجاوز'].includes(tokens[i]!.norm)) return true
  return start - noun <= 4 && tokens.slice(noun + 1, start).every((token) => token.kind === 'word')
}

function boundary(scene: Scene, k: number): number {
  const { tokens } = scene
  const start = scene.phrases[k]!.number.from
  for (let i = start - 1; i >= 0; i--) {
    const token = tokens[i]!
    if (
      token.text === '؛' ||
      token.text === ';' ||
      token.text === ':' ||
      (token.kind === 'word' && BREAKS.has(token.norm) && token.norm !== 'غير')
    )
      return i
  }
  return 0
}

/** "… تحت الأنقاض", "600 شخص قتلوا", "1300 بلاغ عن مفقودين". */
function stateAfter(scene: Scene, k: number): HarmFound | null {
  const { tokens, harms } = scene
  const phrase = scene.phrases[k]!
  if (tokens[phrase.to]?.text === '،') {
    // "ثمانية مواطنين، بينهم …، توفوا": behind an inserted phrase
    for (let i = phrase.to + 1; i < tokens.length && i - phrase.to < 12; i++) {
      if (tokens[i]!.text !== '،') continue
      const hit = harms.find((harm) => harm.from === i + 1 && harm.form === 'act')
      return hit ?? null
    }
  }
  const next = scene.phrases[k + 1]?.number.from ?? tokens.length
  for (const hit of harms) {
    if (hit.from < phrase.to) continue
    // "19 عنصرا من المجموعات الموالية لإيران قتلوا": a plural verb agrees over the whole phrase
    const agrees = hit.form === 'act' && /(?:وا|ون)$/.test(tokens[hit.from]!.norm) && phrase.kind === 'person'
    if (hit.from >= next || hit.from - phrase.to > (agrees ? 10 : 5)) return null
    for (let i = phrase.to; i < hit.from; i++)
      if (tokens[i]!.kind === 'mark' ? tokens[i]!.text !== '"' : BREAKS.has(tokens[i]!.norm)) return null
    if (agrees) return hit
    if (hit.form === 'state') return hit
    const link = tokens[hit.from - 1]?.norm
    if (hit.form === 'noun' && link === 'عن' && phrase.kind === 'person') return hit
    // "ما زالوا مفقودين"
    if (hit.form === 'noun' && /^(?:زالوا|زال|يزالون|باتوا|اعتبروا|يعتبرون|كانوا|ظلوا)$/.test(link ?? '')) return hit
    if (
      hit.form === 'act' &&
      hit.from === phrase.to &&
      (phrase.kind !== 'none' || (phrase.number.form === 'vague' && tokens[hit.from]!.norm.endsWith('وا'))) &&
      tokens[hit.from]!.norm[0] !== 'و' &&
      tokens[hit.from]!.norm[0] !== 'ب'
    )
      return hit
    return null
  }
  return null
}

/** "بينهم 5 أطفال", "28 منها حرجة": the count that this is a part of. */
function inclusion(scene: Scene, k: number): number | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  let p = k - 1
  while (p >= 0 && scene.places[p] === null) p--
  if (p < 0) return null
  const whole = scene.places[p]!
  if (phrase.kind === 'partitive') return whole
  for (let i = phrase.number.from - 1; i >= scene.phrases[p]!.to && phrase.number.from - i < 9; i--) {
    const token = tokens[i]!
    if (token.text === '؛' || token.text === '.') return null
    if (harmWord(token.norm) !== null && i > scene.phrases[p]!.to && harmWord(token.norm)!.form === 'act') return null
    if (token.kind === 'word' && withoutClitics(token.norm).some((form) => INCLUSIONS.has(form))) return whole
    if (token.text === '(' && phrase.number.from - i <= 2) return whole
  }
  // a list inside an inclusion goes on: "بينهم 5 أطفال و3 نساء"
  const previous = scene.found[whole]!
  if (previous.part !== null && joined(scene, k)) return typeof previous.part === 'number' ? previous.part : null
  return null
}

/** Only "و", a comma or "إضافة إلى" stands between this count and the one before, or what that one is counted from. */
function joined(scene: Scene, k: number): boolean {
  const { tokens } = scene
  const from = scene.phrases[k - 1]?.to
  if (from === undefined) return false
  const to = scene.phrases[k]!.number.from
  let i = from
  // "262 مدنيا من الدروز، إضافة إلى 312": whom the count before was of
  if (tokens[i]?.norm === FROM) {
    let end = i + 1
    while (end < to && end - i < 5 && tokens[end]!.kind === 'word' && harmWord(tokens[end]!.norm) === null) end++
    if (/^[،,]$/.test(tokens[end]?.text ?? '')) i = end
  }
  for (; i < to; i++) {
    const token = tokens[i]!
    if (token.text === ',' || token.text === '،' || token.norm === 'و' || token.norm === 'ايضا') continue
    const more = MORE.at(tokens, i)
    if (more === null || more.to > to) return false
    i = more.to - 1
  }
  return true
}

const MORE = phraseTable<true>([
  ['إضافة إلى|بالإضافة إلى|وإضافة إلى|فضلا عن|علاوة على|إلى جانب|كذلك|وكذلك|إضافة ل', true],
])
