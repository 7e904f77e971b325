/** Which word of harm an Arabic count belongs to, before it or behind it, and what only looks like harm. */
import { withoutClitics } from './clitics-ar.ts'
import type { Carry, Counted } from './counted.ts'
import { BREAKS, type Phrase } from './counted-phrase-ar.ts'
import type { HarmFound } from './lexicon-ar.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

export interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: readonly PartyMatch[]
  readonly harms: readonly HarmFound[]
  readonly phrases: readonly Phrase[]
  readonly places: readonly (number | null)[]
  readonly found: readonly Counted[]
  readonly carry: Carry | null
}

/** "غادر 4 آلاف شخص منازلهم": before and behind the count. */
export function leftHome(tokens: readonly Token[], { number, to }: Phrase): boolean {
  const left = tokens.slice(Math.max(0, number.from - 4), number.from)
  const home = tokens.slice(to, to + 4)
  return (
    left.some((token) =>
      /^[وف]?(?:غادر|غادرت|ترك|تركت|اخلي|اخلت|اجبر|اجبرت|اضطر|اضطرت|دفع|دفعت|ارغم|ارغمت)$/.test(token.norm),
    ) && home.some((token) => /^(?:منازلهم|بيوتهم|ديارهم|قراهم|مساكنهم|مناطقهم)$/.test(token.norm))
  )
}

/** "نقل 23 شخصا إلى المستشفى": before and behind the count. */
export function takenToHospital(tokens: readonly Token[], { number, to }: Phrase): boolean {
  const taken = tokens.slice(Math.max(0, number.from - 3), number.from)
  const where = tokens.slice(to, to + 4)
  return (
    taken.some(({ norm }) => /^[وف]?(?:نقل|نقلت|نقلوا|اسعف|اسعفت)$/.test(norm)) &&
    where.some(({ norm }) => /^(?:ال)?(?:مستشفي|مستشفيات|مشفي|مشافي)$/.test(norm))
  )
}

/** "تعرض 300 معتقل للتعذيب": the deed that those counted were exposed to. */
export function exposedTo({ tokens, harms, phrases }: Scene, k: number): HarmFound | null {
  const { number, to } = phrases[k]!
  const verb = tokens.slice(Math.max(0, number.from - 2), number.from)
  if (!verb.some(({ norm }) => /^[وف]?(?:تعرض|تعرضت|يتعرض|تتعرض)$/.test(norm))) return null
  const deed = harms.find(({ form, from }) => form === 'act' && from >= to && from - to <= 3)
  return deed !== undefined && /^ل.{3}/.test(tokens[deed.from]!.norm) ? deed : null
}

/** "تحول 38 شخصا منهم إلى مختفين قسرا", "75 منهم تحولوا إلى مختفين": what those counted were turned into. */
export function turnedInto({ tokens, harms, phrases }: Scene, k: number): HarmFound | null {
  const { number, to } = phrases[k]!
  const around = [...tokens.slice(Math.max(0, number.from - 2), number.from), ...tokens.slice(to, to + 3)]
  if (!around.some(({ norm }) => /^[وف]?تحول(?:وا|ت)?$/.test(norm))) return null
  const turned = harms.find(({ effect, from }) => effect === 'forcibly_disappeared' && from >= to && from - to <= 6)
  if (turned === undefined) return null
  const between = tokens.slice(to, turned.from)
  return between.some(({ norm }) => norm === 'الي') && between.every(({ kind }) => kind === 'word' || kind === 'mark')
    ? turned
    : null
}

const DIED = /^[وف]?(?:توفي|توفيت|توفوا|مات|ماتت|ماتوا|قضي|قضوا|استشهد|استشهدت|استشهدوا|فارق|وفاه|بوفاه|لوفاه)$/

/** "قتل 91 سجينا", "توفي اثنان من الجرحى": what was done to those who already were detained, displaced or hurt. */
export function doneTo(scene: Scene, k: number, noun: HarmFound): HarmFound | null {
  const deed = deedBefore(scene, k, noun)
  if (deed === null || RELEASABLE.has(noun.effect)) return deed
  return noun.effect === 'injured' && DIED.test(scene.tokens[deed.from]!.norm) ? deed : null
}

function deedBefore(scene: Scene, k: number, noun: HarmFound): HarmFound | null {
  const near = nearestBefore(scene, k)
  if (near === null || near.form !== 'act' || near.effect === noun.effect) return null
  if (noun.effect === 'abducted' && RELEASABLE.has(near.effect)) return null
  const { from } = scene.phrases[k]!.number
  const between = scene.tokens.slice(near.to, from)
  return between.length <= 6 && between.every((token) => token.kind === 'word') ? near : null
}

const DEAD = /^(?:ال)?(?:قتيل|قتيلا|قتلي|شهيد|شهيدا|شهداء|مقتل|بمقتل|قتل|قتلوا|استشهاد)$/
const DYING = /^[وفبل]?(?:مقتل|قتل|قتلوا|استشهاد|استشهد|مصرع|وفاه)$/
const HURT = /^و?(?:ال)?(?:جريح|جريحا|جرحي|مصاب|مصابا|مصابين|مصابون|اصابه|جرح|جرحوا|اصيب|اصيبوا)$/

/** "30 بين قتيل وجريح", "20 قتيلا وجريحا", "مقتل وإصابة 20": one count of the dead and the injured. */
export function eitherHarm({ tokens, phrases }: Scene, harm: HarmFound, phrase: Phrase): boolean {
  // "بين قتيل وجريح" may stand further off; any other pair is of this count only right behind its noun
  for (let i = phrase.number.numberTo; i + 1 < tokens.length && i < phrase.to + 12; i++) {
    if (tokens[i]!.kind === 'number') break
    if (i > phrase.to && !/^(?:بين|سقطوا|سقط|سقطت)$/.test(tokens[i - 1]!.norm)) continue
    const or = tokens[i + 1]!.norm === 'او'
    const hurt = tokens[i + (or ? 2 : 1)]
    if (hurt === undefined || !DEAD.test(tokens[i]!.norm) || !HURT.test(hurt.norm)) continue
    // "قتلوا وجرح اثنان آخران": the second deed has a count of its own
    const behind = i + (or ? 3 : 2)
    const counted = phrases.some(({ number }) => number.from >= behind && number.from < behind + 3)
    if (or || hurt.norm[0] === 'و') return !counted || (hurt.norm.endsWith('وا') && tokens[behind]?.kind !== 'number')
  }
  const start = tokens[harm.to]?.text === '(' ? harm.to + 1 : harm.to
  if (harm.from <= 0 || start !== phrase.number.from || !HURT.test(tokens[harm.from]!.norm)) return false
  // "قتل أو جرح 20"
  const or = tokens[harm.from - 1]!.norm === 'او'
  const pair = tokens[harm.from - (or ? 2 : 1)]
  const dying = pair !== undefined && DYING.test(pair.norm)
  return dying && (or || (tokens[harm.from]!.norm[0] === 'و' && !pair.norm.endsWith('وا')))
}

export const RELEASABLE: ReadonlySet<string> = new Set([
  'detained',
  'abducted',
  'displaced',
  'missing',
  'forcibly_disappeared',
])
/** "أفرج عن 57 معتقلا", "عاد 300 لاجئ", "مبادلة 110 أسرى": no new harm is told of them. */
const RELEASES = wordSet(
  'أفرج أفرجت أفرجوا إفراج الإفراج الإفراجات سراح عاد عادت عادوا عودة يعود العودة سلم سلمت سلموا تسليم تسلم تسلمت استلمت مبادلة تبادل مقابل أنقذ أنقذت إنقاذ هرب هربوا هروب حرر حررت تحرير أعاد أعادت إعادة نجا نجوا',
)

export function released(scene: Scene, k: number, harm: HarmFound): boolean {
  const { tokens, harms } = scene
  const start = scene.phrases[k]!.number.from
  const floor = boundary(scene, k)
  const before = k > 0 ? scene.phrases[k - 1]!.to : 0
  for (let i = start - 1; i >= floor; i--) {
    // "تم إنقاذ 29، وهناك 50 مفقودين": another clause
    if (k > 0 && i >= before && /^[،,]$/.test(tokens[i]!.text) && tokens[i + 1]?.norm.startsWith('و') === true)
      return false
    const hit = harms.find((other) => other.form === 'act' && other.from === i)
    if (hit !== undefined && hit.effect === harm.effect) return false
    if (tokens[i]!.kind !== 'word' || RESCUERS.test(tokens[i - 1]?.norm ?? '')) continue
    if (withoutClitics(tokens[i]!.norm).some((form) => RELEASES.has(form))) return true
  }
  return false
}

/** "فرق الإنقاذ": those who search have saved nobody yet. */
const RESCUERS = /^[وفبل]?(?:ال)?(?:فرق|فريق|عمليات|عمليه|اعمال|جهود|رجال|طواقم|وحدات|سفينه)$/

const KIN = /^(?:ابنا|اولاد|اطفال|اقارب|ذوي|اهل|اخوت|اشقا|احفاد|بنات|عايلت|اسرت|افراد)(?:ي?ي|ي?ه|ي?ها|ي?هم|ي?نا)$/

/** "فقد ثلاثة من أبنائه": kin, who are lost to death. */
export const ofKin = (tokens: readonly Token[], to: number): boolean =>
  tokens.slice(Math.max(0, to - 2), to + 2).some((token) => KIN.test(token.norm))

/** The last word of harm before the count in its clause. */
export function nearestBefore(scene: Scene, k: number): HarmFound | null {
  const { tokens, harms } = scene
  const start = scene.phrases[k]!.number.from
  const floor = boundary(scene, k)
  for (let h = harms.length - 1; h >= 0; h--) {
    const hit = harms[h]!
    if (hit.to > start) continue
    if (hit.from < floor || start - hit.to > 18) return null
    if (tokens.slice(hit.to, start).some((token) => PARTAKES.has(token.norm))) return null
    // a noun already counted by an earlier number ("12 قتيلا و30 …") belongs to that number
    const counted = scene.phrases.some((phrase, n) => n < k && phrase.harm !== null && phrase.harm.from === hit.from)
    if (counted) continue
    if (hit.effect === 'tortured' && diedOf(tokens, hit.from)) continue
    // "القرية التي فر إليها": a clause of its own
    if (
      /^(?:التي|الذي)$/.test(tokens[hit.from - 1]?.norm ?? '') &&
      /^(?:اليها|اليه|منها|منه)$/.test(tokens[hit.to]?.norm ?? '')
    )
      continue
    if (hit.form === 'noun' || hit.form === 'victims') {
      if (!tolled(tokens, hit.from, start)) continue
    }
    return hit
  }
  return null
}

/** "قضوا تحت التعذيب", "بسبب التعذيب": how they died. */
export const diedOf = (tokens: readonly Token[], at: number): boolean =>
  /^(?:تحت|بسبب|جراء|نتيجه|اثر)$/.test(tokens[at - 1]?.norm ?? '')

/** "عملية شارك فيها 50 عنصرا", "قارب يقل 30 شخصا": those who took part or were there. */
const PARTAKES = wordSet(
  'تمكن تمكنوا تمكنت شارك شاركت شاركوا يشارك بمشاركة مشاركة يضم تضم ضم ضمت قوامها قوامه يقوده يقل تقل يحمل تحمل متنه متنها متنهما إنقاذ أنقذ أنقذت أنقذوا إجلاء أجلت إخلاء نجا نجت نجوا يقطنه يقطنها يسكنه يسكنها يؤوي تؤوي ينتمي عمره عمرها يعمل',
)

/** "بلغ عدد الشهداء جراء … منذ 2 آذار 634": a toll keeps its noun over dates and places until its height is told. */
export function tollAt({ tokens, phrases }: Scene, k: number, harm: HarmFound): boolean {
  const { from } = phrases[k]!.number
  const height = tokens
    .slice(Math.max(0, from - 2), from)
    .some(({ norm }) => /^(?:الي|[ولف]?بلغت?|[ولف]?وصلت?|تجاوزت?)$/.test(norm))
  const head = tokens.slice(Math.max(0, harm.from - 4), harm.from)
  const rises = head.some(({ norm }) => /^[وفبل]?(?:بلغت?|ارتفعت?|ارتفاع|وصلت?|عدد|حصيله|اجمالي)$/.test(norm))
  const alone = phrases.every(({ kind, number }, n) => n >= k || number.from < harm.to || kind === 'rejected')
  return rises && alone && (height || head.some(({ norm }) => /^[وف]?بلغت?$/.test(norm)))
}

/** A noun of harm before a number counts only in a toll: "عدد القتلى إلى 45", "حصيلة الشهداء بلغت 45", "ضحايا المجزرة أكثر من 400". */
function tolled(tokens: readonly Token[], noun: number, start: number): boolean {
  const previous = tokens[noun - 1]?.norm ?? ''
  // "وبين القتلى، وفق ناشطين، 15 في تلمار"
  if (/^[وف]?بين$/.test(previous)) return true
  if (['عدد', 'حصيله', 'حصيلة', 'لعدد', 'اعداد', 'وعدد', 'بعدد', 'حصيله'].includes(previous)) return true
  for (let i = noun - 1; i >= 0 && noun - i < 5; i--)
    if (withoutClitics(tokens[i]!.norm).some((form) => form === 'عدد' || form === 'حصيله')) return true
  for (let i = noun + 1; i < start; i++)
    if (['الي', 'بلغ', 'بلغت', 'بلغوا', 'نحو', 'تجاوز'].includes(tokens[i]!.norm)) return true
  return start - noun <= 4 && tokens.slice(noun + 1, start).every(({ kind, text }) => kind === 'word' || text === '(')
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
export function stateAfter(scene: Scene, k: number): HarmFound | null {
  const { tokens, harms } = scene
  const phrase = scene.phrases[k]!
  // "25 مدنيا و9 جنود و3 مسعفين قتلوا": the verb is said of the whole list
  if (scene.phrases[k + 1] !== undefined && phrase.kind !== 'harm' && listed(scene, k)) {
    const last = stateAfter(scene, k + 1)
    if (last !== null && AGREES.test(tokens[last.from]!.norm)) return last
  }
  const inserted = behindInsertion(scene, phrase.to)
  if (inserted > phrase.to) return harms.find((harm) => harm.from === inserted) ?? null
  const next = nextCounted(scene, k)
  for (const hit of harms) {
    if (hit.from < phrase.to) continue
    // "19 عنصرا من المجموعات الموالية لإيران قتلوا": a plural verb agrees over the whole phrase
    const agrees = hit.form === 'act' && saidOf(tokens, hit, phrase)
    if (hit.from >= next || hit.from - phrase.to > (agrees ? 10 : hit.form === 'state' ? 14 : 5)) return null
    // "60 شخصا، ما زالوا في عداد المفقودين"
    const opened =
      /^[،,]$/.test(tokens[phrase.to]?.text ?? '') && /^(?:ما|لا|كانوا|من)$/.test(tokens[phrase.to + 1]?.norm ?? '')
    for (let i = opened ? phrase.to + 1 : phrase.to; i < hit.from; i++)
      if (tokens[i]!.kind === 'mark' ? !/^["“”«»]$/.test(tokens[i]!.text) : stopsState(tokens, i)) return null
    if (agrees) return hit
    if (hit.form === 'state') return hit
    const link = tokens[hit.from - 1]?.norm
    if (hit.form === 'noun' && link === 'عن' && phrase.kind === 'person') return hit
    // "100 ألف شخص مفقودين", "26 ألف شخص إلى الفرار"
    if (hit.form === 'noun' && hit.from === phrase.to && phrase.kind === 'person' && RELEASABLE.has(hit.effect))
      return hit
    const driven = /^(?:الي|علي)$/.test(link ?? '') && hit.from - phrase.to <= 2 && hit.effect === 'displaced'
    if (driven && phrase.kind === 'person') return hit
    // "ما زالوا مفقودين"
    if (
      hit.form === 'noun' &&
      /^(?:زالوا|زال|يزالون|باتوا|اصبحوا|صاروا|اضحوا|اعتبروا|يعتبرون|كانوا|ظلوا)$/.test(link ?? '')
    )
      return hit
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

/** "50 مهاجرا غير شرعي في عداد المفقودين": "غير" goes on with an adjective. */
const stopsState = (tokens: readonly Token[], i: number): boolean =>
  BREAKS.has(tokens[i]!.norm) &&
  !(tokens[i]!.norm === 'غير' && /^(?:شرعي|شرعيين|شرعيا|نظامي|نظاميين|نظاميا)$/.test(tokens[i + 1]?.norm ?? ''))

/** The plural of people, or "them" written onto the verb. */
const AGREES = /(?:وا|ون|هم|هن)$|^(?:توفيا|قتلا|اصيبا|لقيا|استشهدا|سقطا|قضيا)$/

/** Whether a verb is said of those counted: it agrees with people, or they "were exposed to" the deed. */
function saidOf(tokens: readonly Token[], hit: HarmFound, phrase: Phrase): boolean {
  const people = phrase.kind === 'person' || phrase.kind === 'unknown'
  if (tokens[hit.from]!.norm[0] === 'و') return false
  if (AGREES.test(tokens[hit.from]!.norm)) return people || (phrase.kind === 'none' && hit.from === phrase.to)
  return people && /^(?:تعرضوا|تعرض|تعرضت|تعرضن)$/.test(tokens[hit.from - 1]?.norm ?? '')
}

/** Where an insertion behind a counted phrase ends: "، بينهم …،", "- معظمهم نساء -", "بينهم فتاة 16 عاما"; its start where none stands. */
function behindInsertion({ tokens, harms, phrases }: Scene, at: number): number {
  const opener = tokens[at]?.text ?? ''
  const comma = opener === '،' || opener === ','
  if (comma && harms.some((harm) => harm.from === at + 1 && harm.form === 'act') && AGREES.test(tokens[at + 1]!.norm))
    return at + 1
  const closes = comma ? /^[،,]$/ : /^[-–—]$/.test(opener) ? /^[-–—]$/ : opener === '(' ? /^\)$/ : null
  if (closes !== null) {
    for (let i = at + 1; i < tokens.length && i - at < 12; i++) {
      if (!closes.test(tokens[i]!.text)) continue
      if (harms.some((harm) => harm.from === i + 1 && harm.form === 'act')) return i + 1
      // "287 تلميذا، من الفتيات، لا يزالون في عداد المفقودين"
      const still = harms.find((harm) => harm.form === 'state' && harm.from > i && harm.from - i < 6)
      if (still !== undefined && /^(?:لا|ما)$/.test(tokens[i + 1]?.norm ?? '')) return still.from
      break
    }
    return at
  }
  if (!/^(?:بينهم|بينهن|منهم|معظمهم|غالبيتهم|جميعهم|اغلبهم)$/.test(tokens[at]?.norm ?? '')) return at
  const hit = harms.find((harm) => harm.from > at && harm.from - at < 10)
  if (
    hit === undefined ||
    hit.form !== 'act' ||
    !/وا$/.test(tokens[hit.from]!.norm) ||
    tokens[hit.from]!.norm[0] === 'و'
  )
    return at
  const counted = phrases.some(({ kind, number }) => kind !== 'rejected' && number.from > at && number.from < hit.from)
  return counted && !/^[،,]$/.test(tokens[hit.from - 1]!.text) && hit.from - at > 5 ? at : hit.from
}

/** The next count of the sentence that is no age or date. */
function nextCounted({ phrases, tokens }: Scene, k: number): number {
  for (let n = k + 1; n < phrases.length; n++) if (phrases[n]!.kind !== 'rejected') return phrases[n]!.number.from
  return tokens.length
}

/** Whether the next count is joined to this one with nothing but adjectives and "of whom" between. */
function listed({ tokens, phrases }: Scene, k: number): boolean {
  const next = phrases[k + 1]!.number.from
  const between = tokens.slice(phrases[k]!.to, next)
  const joined = tokens[next - 1]?.norm === 'و' || tokens[next]!.norm[0] === 'و'
  return (
    joined &&
    between.length <= 7 &&
    between.every(({ kind, text, norm }) => (kind === 'word' ? !BREAKS.has(norm) : /^[،,]$/.test(text)))
  )
}
