/** Whom an Arabic phrase means that only earlier text can tell: "الشبكة الطبية", "الصحة", "البيان", "عبد الرحمن", "وأضافت". */
import { SELF } from './attribution-speaker-ar.ts'
import type { Mention } from './mention.ts'
import { wordSet } from './phrase.ts'
import { ARABIC_MANY, SPEAKER_DOCUMENTS } from './speaker-kind-ar.ts'
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

/** Broken plurals and nouns without an ending that take a feminine verb. */
const FEMININE = wordSet(
  'مصادر المصادر وسائل السلطات سلطات القوات قوات لجان فرق طواقم الأمم خدمات صحة الصحة داخلية الداخلية',
)

/** "وأضافت", "وتقول": the verb's own form shows a feminine subject; null where it shows nothing. */
function feminineVerb(text: string): boolean {
  const word = normalise(text).replace(/^[وف](?=.{3})/, '')
  return /^(?:ت.{3,}|.{3,}ت)$/.test(word)
}

function feminineSpeaker(mention: Mention): boolean {
  if (mention.person !== null) return false
  const head = stemsOf(mention)[0] ?? ''
  return head.endsWith('ه') || FEMININE.has(head)
}

const isPress = ({ kind }: Mention): boolean => kind === 'outlet' || kind === 'agency'

/** The latest speaker that fits; null where none does. */
type Latest = (fits: (mention: Mention) => boolean) => Mention | null

/**
 * The earlier speaker that a phrase means; null where it is a name of its own. A paper speaks for whoever spoke last; a
 * noun with its article means the last speaker called so; part of a name means the whole.
 */
export function arabicReferent(speaker: Mention, latest: Latest): Mention | null {
  if (speaker.how === 'pronoun') {
    const feminine = feminineVerb(speaker.text)
    return (
      latest((earlier) => !isPress(earlier) && feminineSpeaker(earlier) === feminine) ??
      latest((earlier) => !isPress(earlier)) ??
      latest(() => true)
    )
  }
  // a preposition written onto the phrase is gone from its name
  const words = wordsOf(/^\p{Script=Arabic}/u.test(speaker.name) ? speaker.name : speaker.text)
  const head = words[0]
  if (head === undefined) return null
  if (SPEAKER_DOCUMENTS.has(head)) return latest(({ kind }) => kind !== 'witness')
  if (speaker.how !== 'definite' && (words.length > 3 || ARABIC_MANY.has(head))) return null
  const stems = words.filter((word) => !SELF.test(word)).map(stem)
  const holds = (earlier: Mention) => stems.every((word) => stemsOf(earlier).includes(word))
  if (speaker.how !== 'definite') {
    const whole = stems.every((word) => word.length > 2)
    return whole ? latest((earlier) => stemsOf(earlier).length > stems.length && holds(earlier)) : null
  }
  // "الهيئة" is the one called so before those that only name it
  const called = stems[0]!
  return (
    latest((earlier) => stemsOf(earlier)[0] === called && holds(earlier)) ??
    latest(holds) ??
    latest((earlier) => stemsOf(earlier)[0] === called) ??
    latest((earlier) => stemsOf(earlier).includes(called)) ??
    // "المصدر ذاته" is whoever spoke, by whatever name
    (stems.length < words.length ? latest((earlier) => !isPress(earlier)) : null)
  )
}
