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
    left.some((token) => /^[وف]?(?:غادر|غادرت|ترك|تركت|اخلي|اخلت|اجبر|اضطر|دفع|ارغم)$/.test(token.norm)) &&
    home.some((token) => /^(?:منازلهم|بيوتهم|ديارهم|قراهم|مساكنهم|مناطقهم)$/.test(token.norm))
  )
}

/** "قتل 91 سجينا", "إصابة 3 نازحين": what was done to those who already were detained or displaced. */
export function deedBefore(scene: Scene, k: number, noun: HarmFound): HarmFound | null {
  const near = nearestBefore(scene, k)
  if (near === null || near.form !== 'act' || near.effect === noun.effect) return null
  if (noun.effect === 'abducted' && RELEASABLE.has(near.effect)) return null
  const { from } = scene.phrases[k]!.number
  const between = scene.tokens.slice(near.to, from)
  return between.length <= 6 && between.every((token) => token.kind === 'word') ? near : null
}

/** "وارتفعت إلى 19", "ارتفاعها إلى 19", "لتبلغ 19": a toll told again with its new height. */
export const risen = (tokens: readonly Token[], start: number): boolean =>
  tokens
    .slice(Math.max(0, start - 3), start)
    .some((token) =>
      /^[ولف]?(?:ارتفاعها|ارتفاعه|[يت]?رتفع|ارتفعت|ارتفع|[يت]بلغ|بلغت|وصلت|[يت]صل|قفزت)$/.test(token.norm),
    )

const DEAD = /^(?:قتيل|قتيلا|قتلي|شهيد|شهيدا|شهداء|مقتل|بمقتل|قتل|استشهاد)$/
const HURT = /^و?(?:جريح|جريحا|جرحي|مصاب|مصابا|مصابين|اصابه|جرح|اصيب)$/

/** "30 بين قتيل وجريح", "20 قتيلا وجريحا", "مقتل وإصابة 20": one count of the dead and the injured. */
export function eitherHarm(tokens: readonly Token[], harm: HarmFound, phrase: Phrase): boolean {
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
  for (let i = start - 1; i >= floor; i--) {
    const hit = harms.find((other) => other.form === 'act' && other.from === i)
    if (hit !== undefined && hit.effect === harm.effect) return false
    if (tokens[i]!.kind === 'word' && withoutClitics(tokens[i]!.norm).some((form) => RELEASES.has(form))) return true
  }
  return false
}

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
    if (hit.form === 'noun' || hit.form === 'victims') {
      if (!tolled(tokens, hit.from, start)) continue
    }
    return hit
  }
  return null
}

/** "عملية شارك فيها 50 عنصرا", "قارب يقل 30 شخصا": those who took part or were there. */
const PARTAKES = wordSet(
  'شارك شاركت شاركوا يشارك بمشاركة مشاركة يضم تضم ضم ضمت قوامها قوامه يقوده يقل تقل يحمل تحمل متنه متنها متنهما يقطنه يقطنها يسكنه يسكنها يؤوي تؤوي ينتمي عمره عمرها يعمل',
)

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
export function stateAfter(scene: Scene, k: number): HarmFound | null {
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
    // "100 ألف شخص مفقودين", "26 ألف شخص إلى الفرار"
    if (hit.form === 'noun' && hit.from === phrase.to && phrase.kind === 'person' && RELEASABLE.has(hit.effect))
      return hit
    const driven = /^(?:الي|علي)$/.test(link ?? '') && hit.from - phrase.to <= 2 && hit.effect === 'displaced'
    if (driven && phrase.kind === 'person') return hit
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
