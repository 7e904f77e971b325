/** The phrase that names who speaks in an Arabic sentence: where it begins and ends, whose name it is. */
import { arabicName } from './arabic-name.ts'
import { ARABIC_BREAKS } from './breaks-ar.ts'
import { harmWord } from './lexicon-ar.ts'
import type { Mention } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import { ARABIC_MANY, arabicSpeakerKind, SPEAKER_DOCUMENTS } from './speaker-kind-ar.ts'
import { ARABIC_STATES, ARABIC_WITNESSES } from './speech-acts-words-ar.ts'
import { arabicTelling } from './telling-ar.ts'
import { isQuote, normalise, type Token } from './token.ts'

/** Words that no name goes on over. */
export const STOPS = wordSet(
  `${ARABIC_BREAKS} فقد بيان تقرير وصول مقطع قوله قولها قولهم العثور اكتشاف تسجيل أيضا مجددا لاحقا سابقا فيه فيها به بها له لها لهم عنه عنها عليه عليها إليه إليها منه منها خلاله خلالها`,
)
/** "التابعة لـ", "المقربة من": whose body it is, which does not speak itself. */
const BELONGING = wordSet(
  'التابعة التابع الخاضعة الخاضع المقربة المقرب الموالية الموالي المدعومة المدعوم المنتمية المحسوبة مقربة تابعة تابع موالية',
)
/** "بتسجيل 700 نازح": what is told may have its preposition written onto it. */
export const stops = (norm: string): boolean =>
  STOPS.has(norm) || (norm.length > 4 && norm[0] === 'ب' && STOPS.has(norm.slice(1)))
/** "تشير التقديرات إلى", "أفادت الأنباء": nobody is named. */
export const IMPERSONAL = wordSet(
  'معطيات المعطيات تقديرات التقديرات معلومات المعلومات أنباء الأنباء تقارير التقارير إحصاءات الإحصاءات أرقام الأرقام بيانات البيانات مؤشرات المؤشرات نتائج النتائج صور الصور مقاطع المقاطع مشاهد حصيلة الحصيلة إحصائيات الإحصائيات الشكاوى شكاوى',
)
/** "المصدر ذاته", "الوكالة نفسها". */
export const SELF = /^(?:ذات|نفس)(?:ه|ها|هم)$/
/** What somebody speaks in or by: it opens no place that a name goes on with. */
const SAID_IN =
  /^(?:ال)?(?:بيان|بيانات|تقرير|تصريح|تصريحات|حديث|موتمر|وقت|منشور|اتصال|تغريده|احصاييه|حصيله|نشره|رساله|مقابله|كلمه|ختام|احدث|اخر|اطار|سياق|سلسله)(?:ه|ها|هم|اته|اتها)?$/
/** "مستشفى نمروش العام وسط المدينة": where a body that is named stands. */
const SIDE = /^(?:وسط|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|قرب|داخل|خارج)$/
/** The name Ali is written like "on", but for its last letter. */
export const isNamedAli = ({ text }: Token): boolean => text === 'علي'
const STRESSED = wordSet('أهمية ضرورة حق وجوب سلامة استمرار دعم حرص')
/** "الطبيب علي حلوان من …": Ali inside a name, also where papers print "on" without its dots. */
function aliInside(tokens: readonly Token[], i: number): boolean {
  const name = tokens[i + 1]
  if (!isNamedAli(tokens[i]!) || name?.kind !== 'word' || name.norm.startsWith('ال')) return false
  if (STRESSED.has(name.norm) || stops(name.norm)) return false
  const behind = tokens[i + 2]
  return behind === undefined || behind.kind === 'mark' || STOPS.has(behind.norm) || harmWord(behind.norm) !== null
}
/** Nouns whose name may stand behind them in brackets. */
const BEARS_NAME = wordSet('وكالة قناة صحيفة شبكة موقع منظمة حركة جماعة إذاعة')
/** "أكد مصدر طبي حصيلة القتلى", "قدر الوزير عدد النازحين": what is told of. */
const TOLD_OF = wordSet('حصيلة عدد أعداد مسؤولية')
/** "في تشرين الثاني", "في 12 أيار": a time, no place. */
const WHEN =
  /^(?:ال)?(?:شهر|عام|سنه|يوم|ساعه|ساعات|تشرين|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|\p{N}.*)$/u
/** "حصيلة للوزارة نشرتها وسائل إعلام": what was done with the paper. */
const RELATIVE = /^(?:نشر|اصدر|اورد|اعلن|بث|نقل|وزع)ت?ها?$/
/** "قال شاهد لوكالة …", "لمراسل سانا": whom they told. */
const TOLD_TO = /^ل(?:وكاله|صحيفه|قناه|تلفزيون|اذاعه|موقع|شبكه|فرانس|رويترز|مراسل|مراسله|مندوب|مندوبه|برنامج)?$/

export function mention(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  known: readonly PartyMatch[],
): Mention {
  let from = first
  let to = last
  while (from < to - 1 && isQuote(tokens[from]!)) from++
  const marks = tokens.slice(from, to).filter(isQuote).length
  if (marks % 2 === 1 && to - 1 > from && isQuote(tokens[to - 1]!)) to--
  const owned = tokens.findIndex((token, i) => i > from && i < to && BELONGING.has(token.norm))
  if (owned > 0 && !known.some((match) => match.from <= owned && owned < match.to)) to = owned
  const inside = known.filter((match) => match.from >= from && match.to <= to)
  const base = {
    from,
    to,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    text: text.slice(tokens[from]!.start, tokens[to - 1]!.end),
    person: null,
    role: null,
  }
  const match = inside[0]
  if (match !== undefined && !ofAnotherBody(tokens, from, match)) {
    const { party } = match
    return {
      ...base,
      person: personBefore(text, tokens, from, match.from),
      name: party.name,
      kind: party.kind,
      party,
      how: 'known',
    }
  }
  // "المتحدث الرسمي باسم وزارة الصحة": the body speaks
  const office = DEPUTY.test(tokens[from]!.norm) && from + 1 < to ? from + 1 : from
  const behalf = SPOKESMAN.test(tokens[office]!.norm) ? behalfOf(tokens, office, to) : office
  const body = behalf > office ? behalf : from
  if (body > from) {
    const { start, text: role } = base
    return { ...mention(text, tokens, body, bodyEnd(tokens, body, to), known), from, to, start, text: role, role }
  }
  const head = tokens[from]!.norm
  const kind = arabicSpeakerKind(head) ?? 'other'
  const words = tokens.slice(from, to).filter((token) => token.kind === 'word' && !SELF.test(token.norm))
  const english = arabicName(words.map((token) => token.norm))
  // "الشبكة الطبية المستقلة": only earlier text can say which
  const definite =
    words.every(({ norm }) => /^(?:ال|لل)/.test(norm)) &&
    (arabicSpeakerKind(head) !== null || SPEAKER_DOCUMENTS.has(head))
  return {
    ...base,
    name: english ?? unvowelled(base.text),
    kind,
    party: null,
    how: definite || SPEAKER_DOCUMENTS.has(head) ? 'definite' : 'phrase',
  }
}

const DEPUTY = /^(?:مساعد|مساعده|نايب|نايبه|كبير)$/
const SPOKESMAN = /^(?:ال)?(?:متحدث|متحدثه|ناطق|ناطقه)$/
/** Where the body begins behind "باسم"; its own place where none stands. */
function behalfOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 1; i < Math.min(to - 1, from + 3); i++)
    if (tokens[i]!.norm === 'باسم') return /^ال|^لل/.test(tokens[i + 1]!.norm) && to - i === 2 ? from : i + 1
  return from
}

/** "الجيش محمد …", "وزارة الصحة فلان": where the name of the spokesman begins behind that of the body. */
function bodyEnd(tokens: readonly Token[], body: number, to: number): number {
  for (let i = body + 1; i < to; i++) {
    const { norm } = tokens[i]!
    if (tokens[i - 1]!.norm.startsWith('ال') && !/^(?:ال|في$|ب|ل|و|ولايه$)/.test(norm)) return i
  }
  return to
}

/** "وزارة الصحة في حكومة الحوثيين": the party named is where the body belongs, not who speaks. */
function ofAnotherBody(tokens: readonly Token[], from: number, match: PartyMatch): boolean {
  for (let i = from; i < match.from; i++) {
    const kind = arabicSpeakerKind(tokens[i]!.norm)
    if (kind !== 'government' && kind !== 'hospital') continue
    return tokens.slice(i + 1, match.from).some(({ norm }) => /^(?:في|ب?حكومه|ب.{3,})$/.test(norm))
  }
  return false
}

/** A printed name without vowel signs, so that one body has one name. */
const unvowelled = (name: string): string =>
  name
    .replace(/[\u0640\u064b-\u0652\u0670]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const OFFICES = wordSet('الناطق المتحدث ناطق متحدث مدير المدير رئيس وزير الوزير مسؤول المسؤول الناطقة المتحدثة مديرة')

/** "أشرف القدرة الناطق باسم …": the name before the office, where two to four words stand there. */
function personBefore(text: string, tokens: readonly Token[], from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    if (!OFFICES.has(tokens[i]!.norm)) continue
    const words = i - from
    if (words >= 2 && words <= 4) return text.slice(tokens[from]!.start, tokens[i - 1]!.end)
    // the office first, then the name: "الناطق باسم الوزارة فلان"
    return null
  }
  return null
}

/** "قال … لوكالة …": the agency he spoke to is no part of his name. */
export function isRelay(tokens: readonly Token[], match: PartyMatch): boolean {
  const { kind } = match.party
  return (kind === 'agency' || kind === 'outlet') && tokens[match.from]!.norm[0] === 'ل'
}

/** "أفاد مسؤول محلي وكالة فرانس برس": the agency that somebody unnamed told. */
function isTold(tokens: readonly Token[], from: number, { party }: PartyMatch): boolean {
  return party.kind === 'agency' && ARABIC_MANY.has(tokens[from]!.norm)
}

/** "مكتب الأمم المتحدة إصابة 128": a word of harm behind a name that is complete belongs to what is told. */
function harmBegins(tokens: readonly Token[], i: number): boolean {
  const harm = harmWord(tokens[i]!.norm)
  return (
    harm !== null &&
    (harm.form === 'act' ||
      /^ب?اصاب(?:ه|ات)$/.test(tokens[i]!.norm) ||
      (tokens[i - 1]!.norm.startsWith('ال') && !tokens[i]!.norm.startsWith('ال')))
  )
}

/** "(سانا)", "(الدفاع المدني)": where a short remark in brackets behind a name ends; its own place where none stands. */
export function behindBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at
  for (let i = at + 1; i < tokens.length && i - at < 10; i++) if (tokens[i]!.text === ')') return i + 1
  return at
}

/** A time that no name begins with. */
export const TIMES = /^(?:ال)?(?:يوم|امس|اسبوع|شهر|عام|سنه|ليله|ساعات)$/
const DAYS = /^(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|امس)$/

/** "أعلن أمس الخميس الحاكم …": where a name begins behind one or two days; the same place where none does. */
export function behindDays(tokens: readonly Token[], from: number): number {
  let at = from
  while (at - from < 2 && DAYS.test(tokens[at]?.norm ?? '')) at++
  const next = tokens[at]
  const named = next?.kind === 'word' && !STOPS.has(next.norm) && harmWord(next.norm) === null && !TIMES.test(next.norm)
  return named ? at : from
}

/** The noun phrase that begins at `from`: to the next particle, verb or mark, at most nine words. */
export function phraseEnd(tokens: readonly Token[], from: number, known: readonly PartyMatch[]): number {
  let i = from
  while (i < tokens.length && i - from < 9) {
    const match = known.find((candidate) => candidate.from === i)
    if (match !== undefined) {
      if (i > from && (isRelay(tokens, match) || isTold(tokens, from, match))) break
      i = match.to
      continue
    }
    const token = tokens[i]!
    // "موقع نمروش 24 عن": a number may end the name of an outlet
    if (token.kind === 'number' && i > from && tokens[i + 1]?.norm === 'عن') {
      i++
      continue
    }
    if (token.norm === '') break
    // "صحيفة (أخبار الميناء)"
    if (token.text === '(' && i === from + 1 && BEARS_NAME.has(tokens[from]!.norm)) {
      const end = behindBrackets(tokens, i)
      if (end === i) break
      i = end
      continue
    }
    if (token.kind !== 'word') {
      if (isQuote(token) && (i === from || inName(tokens, from, i))) {
        i++
        continue
      }
      break
    }
    if (i > from && aliInside(tokens, i)) {
      i += 2
      continue
    }
    if (i > from && TOLD_OF.has(token.norm)) break
    if (i > from && (arabicTelling(token.norm) !== null || stops(token.norm) || harmBegins(tokens, i))) {
      // "وزارة الصحة في غزة", "الناطق باسم …": the place belongs to the name
      const inPlace =
        token.norm === 'في' &&
        i + 1 < tokens.length &&
        i - from <= 6 &&
        !SAID_IN.test(tokens[i + 1]!.norm) &&
        !WHEN.test(tokens[i + 1]!.norm) &&
        !SPEAKER_DOCUMENTS.has(tokens[from]!.norm)
      if (!inPlace) break
      i += 2
      continue
    }
    if (i === from && stops(token.norm) && !isNamedAli(token)) break
    if (i > from && SIDE.test(token.norm) && tokens[i - 1]!.norm.startsWith('ال')) break
    if (i > from && (TOLD_TO.test(token.norm) || RELATIVE.test(token.norm))) break
    i++
  }
  while (i - 1 > from && tokens[i - 1]!.kind === 'mark' && !isQuote(tokens[i - 1]!) && tokens[i - 1]!.text !== ')') i--
  return i
}

/** Whether the quotation mark at `i` closes one of the name, or opens one that closes soon: رئيس "منظمة الهلال" فلان. */
function inName(tokens: readonly Token[], from: number, i: number): boolean {
  if (tokens.slice(from, i).filter(isQuote).length % 2 === 1) return true
  for (let k = i + 1; k < tokens.length && k - i < 6; k++) {
    if (isQuote(tokens[k]!)) return k > i + 1
    if (tokens[k]!.kind !== 'word' || STOPS.has(tokens[k]!.norm)) return false
  }
  return false
}

/** Whether a phrase opens with a word for those who speak: an office, a body, a state, a witness, a paper. */
export function canSpeak(norm: string): boolean {
  return (
    arabicSpeakerKind(norm) !== null ||
    ARABIC_WITNESSES.has(norm) ||
    ARABIC_STATES.has(norm) ||
    SPEAKER_DOCUMENTS.has(norm)
  )
}

/** "للجنة التحقيق": the name without the preposition written onto it; its article, where it has one, is restored. */
export function withoutPreposition(text: string, speaker: Mention): Mention {
  const start = speaker.start + 1
  const printed = text.slice(start, speaker.end).replace(/\s+/g, ' ')
  const name = speaker.name === speaker.text.replace(/\s+/g, ' ') ? printed.replace(/^ل(?!جن)/, 'ال') : speaker.name
  return {
    ...speaker,
    start,
    text: text.slice(start, speaker.end),
    name: arabicName(normalise(name).split(' ')) ?? name,
  }
}
