/** Whom an Arabic phrase means that only earlier text can tell: "الشبكة الطبية", "الصحة", "البيان", "عبد الرحمن", "وأضافت". */
import { SELF } from './attribution-speaker-ar.ts'
import type { Mention } from './mention.ts'
import { wordSet } from './phrase.ts'
import { SPEAKER_DOCUMENTS } from './speaker-kind-ar.ts'
import { normalise } from './token.ts'

/** A word without its article and what is written onto it: "للمنظمة" and "المنظمة" are "منظمه". */
const stem = (norm: string): string => norm.replace(/^(?:وال|بال|ال|لل)(?=.{3})/, '')
const wordsOf = (text: string): string[] =>
  normalise(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)

const KNOWN_STEMS = new WeakMap<Mention, readonly string[]>()

/** The words by which an earlier speaker may be named again; taken apart once, as every later phrase asks. */
function stemsOf(mention: Mention): readonly string[] {
  const known = KNOWN_STEMS.get(mention)
  if (known !== undefined) return known
  const stems = wordsOf(`${mention.text} ${mention.person ?? ''}`).map(stem)
  KNOWN_STEMS.set(mention, stems)
  return stems
}

/** Those of whom a text names many: the same words again need not be the same people. */
const MANY = wordSet(
  'مصدر مصادر مصدران شهود شاهد سكان مسؤول مسؤولون ناشطون ناشط ناشطان أطباء طبيب أهالي قائد ضابط ناج ناجون',
)

/** Broken plurals and nouns without an ending that take a feminine verb. */
const FEMININE = wordSet(
  'مصادر المصادر وسائل السلطات سلطات القوات قوات لجان فرق طواقم الأمم خدمات صحة الصحة داخلية الداخلية',
)

/** "وأضافت", "وتقول": the verb's own form shows a feminine subject; null where it shows nothing. */
function feminineVerb(text: string): boolean {
  const word = normalise(text).replace(/^[وف](?=.{3})/, '')
  return /^(?:ت.{3,}|.{3,}ت)$/.test(word)
}

function feminineSpeaker({ text, person }: Mention): boolean {
  if (person !== null) return false
  const head = wordsOf(text)[0] ?? ''
  return head.endsWith('ه') || FEMININE.has(head)
}

/**
 * The earlier speaker that a phrase means, `spoke` latest first; null where it is a name of its own. A paper speaks for
 * whoever spoke last; a noun with its article means the last speaker called so; part of a name means the whole.
 */
export function arabicReferent(speaker: Mention, spoke: readonly Mention[]): Mention | null {
  if (speaker.how === 'pronoun') {
    const feminine = feminineVerb(speaker.text)
    const bodies = spoke.filter((earlier) => earlier.kind !== 'outlet' && earlier.kind !== 'agency')
    return bodies.find((earlier) => feminineSpeaker(earlier) === feminine) ?? bodies[0] ?? spoke[0] ?? null
  }
  // a preposition written onto the phrase is gone from its name
  const words = wordsOf(/^\p{Script=Arabic}/u.test(speaker.name) ? speaker.name : speaker.text)
  const head = words[0]
  if (head === undefined) return null
  if (SPEAKER_DOCUMENTS.has(head)) return spoke.find(({ kind }) => kind !== 'witness') ?? null
  const self = words.some((word) => SELF.test(word))
  const stems = words.filter((word) => !SELF.test(word)).map(stem)
  const before = spoke.map((earlier) => ({ earlier, stems: stemsOf(earlier) }))
  if (speaker.how === 'definite') {
    const called = before.filter((one) => one.stems.includes(stems[0]!))
    // "الهيئة" is the one called so before those that only name it
    const headed = called.filter((one) => one.stems[0] === stems[0])
    const whole = [...headed, ...called].find((one) => stems.every((word) => one.stems.includes(word)))
    // "المصدر ذاته" is whoever spoke, by whatever name
    return (
      (whole ?? headed[0] ?? called[0])?.earlier ??
      (self ? (spoke.find(({ kind }) => kind !== 'outlet' && kind !== 'agency') ?? null) : null)
    )
  }
  if (words.length > 3 || MANY.has(head)) return null
  const longer = before.find(
    (one) => one.stems.length > stems.length && stems.every((word) => word.length > 2 && one.stems.includes(word)),
  )
  return longer?.earlier ?? null
}
