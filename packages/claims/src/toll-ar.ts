/** Arabic counts that have no noun of their own: tolls told again or risen, lists that go on, numbers of those named before. */
import type { Phrase } from './counted-phrase-ar.ts'
import type { Scene } from './harm-told-ar.ts'
import type { HarmFound } from './lexicon-ar.ts'
import type { NumberMention } from './number.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

const TOLL = wordSet('الحصيلة حصيلة العدد الإجمالي إجمالي المجموع الرقم عددهم عددهن أعدادهم عددها هؤلاء')
/** With the toll as their feminine subject, or told of one that was named. */
const RISES = /^[ولف]?(?:ارتفاعها|ارتفاعه|[يت]?رتفع|ارتفعت|ارتفع|[يت]بلغ|بلغت|وصلت|[يت]صل|قفزت|[يت]صبح)$/
const RISES_OF_TOLL = /^[ولف]?(?:[يت]رفع|رفعت?|بلغ|وصل|[يت]تجاوز|تجاوزت?|تخطت?ي?)$/
const SAVED = /^(?:ال)?(?:انقاذ|انقاذهم|ناجين|ناجون|ناج|احياء|افراج|مفرج|اخلاء|اجلاء|عايدين)$/

/** "وارتفعت إلى 19", "ليرتفع إلى 19", "ما يرفع الحصيلة إلى 19", "بلغ عددهم 19": a toll told before, with its new height. */
export function risen(tokens: readonly Token[], start: number): boolean {
  let toll = false
  let rises = false
  for (let i = start - 1; i >= 0 && start - i <= 12; i--) {
    const { norm, kind, text } = tokens[i]!
    if (kind === 'number' && start - i <= 3 && !/^(?:19|20)\d\d$/.test(text)) break
    if (kind === 'mark' && !/^["“”/]$/.test(text)) break
    if (SAVED.test(norm)) return false
    if (TOLL.has(norm)) toll = true
    if (RISES.test(norm) && start - i <= 3) rises = true
    if ((RISES.test(norm) || RISES_OF_TOLL.test(norm)) && toll) rises = true
    // "بلغ عددهم": the toll stands behind its verb
    if (RISES_OF_TOLL.test(norm) && TOLL.has(tokens[i + 1]?.norm ?? '')) rises = true
  }
  return rises
}

/** "حملات الاعتقال … طالت 19 ألف مواطن": the deed named earlier in the sentence reaches whom the verb counts. */
export function reached(scene: Scene, k: number): HarmFound | null {
  const { tokens, harms } = scene
  const start = scene.phrases[k]!.number.from
  const verb = tokens[start - 1]
  if (verb === undefined || !/^[وف]?(?:طالت?|شملت?|استهدفت?)$/.test(verb.norm)) return null
  return harms.findLast((hit) => hit.to < start && SWEEPING.has(hit.effect)) ?? null
}
const SWEEPING: ReadonlySet<string> = new Set(['detained', 'abducted', 'displaced'])

/** "لا يزال مصير 82 آخرين مجهولا": nobody knows where they are. */
export function fateUnknown(tokens: readonly Token[], { number, to }: Phrase): boolean {
  return (
    /^[وف]?مصير$/.test(tokens[number.from - 1]?.norm ?? '') &&
    tokens.slice(to, to + 6).some(({ norm }) => /^(?:ال)?(?:مجهول|مجهولا|غامض|غامضا|معروف|معروفا)$/.test(norm))
  )
}

/** "نقل 55 إلى مستشفى تلمار و39 إلى مستشفى نمروش", "منهم 232 في القاهرة و52 في السويس": the next of a list by place. */
export function nextOfList(scene: Scene, k: number): boolean {
  const { tokens, phrases } = scene
  const phrase = phrases[k]!
  const before = phrases[k - 1]
  if (before === undefined || phrase.kind !== 'none' || !joinedOn(tokens, phrase.number.from)) return false
  const link = tokens[phrase.number.to]?.norm ?? ''
  if (!PREPOSITION.test(link)) return false
  const between = tokens.slice(before.to, phrase.number.from)
  return between.length <= 14 && between.some(({ norm }) => norm === link || (link[0] === 'ب' && norm[0] === 'ب'))
}
const PREPOSITION = /^(?:في|الي|علي|ب.{3,})$/

/** "و39", "، و39": the number is joined on by "and". */
function joinedOn(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1]
  return before?.norm === 'و' || tokens[start]?.norm[0] === 'و'
}

/** "… مقتل سبعة. ستة في تلمار وواحد في نمروش": a sentence that opens with a bare number and its place. */
export function opensList({ tokens, phrases }: Scene, k: number): boolean {
  const { number, kind } = phrases[k]!
  const lead = tokens.slice(0, number.from).every((token) => token.kind === 'mark')
  return k === 0 && kind === 'none' && lead && PREPOSITION.test(tokens[number.to]?.norm ?? '')
}

const EXCEEDS = /^[وف]?(?:[يت]?تجاوزت?|[يت]?تخطي|تخطت|فاقت?|[يت]فوق)$/
/** "تخطى عدد الجرحى 5 آلاف": the verb bounds the number over its subject. */
export function exceeded(tokens: readonly Token[], number: NumberMention): NumberMention {
  if (number.comparator !== 'exact' || number.value === null) return number
  for (let i = number.from - 1; i >= 0 && number.from - i <= 7; i--) {
    const token = tokens[i]!
    if (token.kind !== 'word' || /^(?:الي|من|بينهم|ان)$/.test(token.norm)) return number
    if (EXCEEDS.test(token.norm)) {
      const counts = tokens
        .slice(i + 1, number.from)
        .some(({ norm }) => /^(?:عدد|حصيله|اجمالي|عددهم|العدد|الحصيله)$/.test(norm))
      return counts ? { ...number, comparator: 'more_than' } : number
    }
  }
  return number
}

/** "هناك تسعة أطفال من بين القتلى": whom the counted are among. */
export function amongHarmed({ tokens, harms, phrases }: Scene, k: number): HarmFound | null {
  const { to } = phrases[k]!
  if (tokens[to]?.norm !== 'من' || tokens[to + 1]?.norm !== 'بين') return null
  return harms.find((hit) => hit.from === to + 2 && hit.form !== 'act') ?? null
}
