/** "بحسب", "وفقا لـ", "على ما أعلن", "جاء في بيان": whom an Arabic sentence rests on without a verb of its own. */

import type { Attribution } from './attribution.ts'
import {
  behindBrackets,
  behindDays,
  canSpeak,
  IMPERSONAL,
  mention,
  phraseEnd,
  STOPS,
  withoutPreposition,
} from './attribution-speaker-ar.ts'
import { withoutClitics } from './clitics-ar.ts'
import type { Mention } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import { arabicSpeakerKind } from './speaker-kind-ar.ts'
import { arabicTelling } from './telling-ar.ts'
import { isQuote, type Token } from './token.ts'

const ACCORDING = phraseTable<string>([
  [
    'على قول|على حد قول|على حد تعبير|بحسب|حسب|وفق|وفقا ل|وفقا لـ|طبقا ل|نقلا عن|استنادا إلى|بناء على|على لسان|وبحسب|ووفق|بحسب ما أفاد|بحسب ما أعلن|بحسب ما ذكر|وفق ما أفاد|وفق ما أعلن|حسبما أفاد|حسبما ذكر|حسبما أعلن|كما أفاد|كما ذكر|كما أعلن',
    'according to',
  ],
])
/** "وفقا لوزارة …": the preposition is written onto the name. */
const ACCORDING_ATTACHED = wordSet('وفقا طبقا استنادا نسبة')
const PAPERS = wordSet('بيان تقرير تصريح منشور بلاغ مذكرة تحقيق تدوينة إحصائية حصيلة بيانات إحصاءات أرقام')
export const isPaper = (norm: string): boolean => PAPERS.has(norm)
/** "بحسب آخر حصيلة أعلنتها الإدارة": who made the count known. */
const MADE_KNOWN = /^(?:اعلن|اصدر|اورد|نشر|اذاع|قدم)ت?ها?$/

export function accordingAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  known: readonly PartyMatch[],
): Attribution | null {
  const direct = ACCORDING.at(tokens, i)
  let from: number
  const told = toldBy(tokens, i)
  if (told !== null) from = told
  else if (direct !== null) from = direct.to
  else if (attachedTo(tokens, i)) from = i + 1
  else return null
  if (tokens[from]?.text === 'ـ') from++
  if (tokens[from] !== undefined && isQuote(tokens[from]!) && tokens[from + 1]?.kind === 'word') from++
  from = behindDays(tokens, madeKnown(tokens, from))
  // "بحسب بيان لوزارة الدفاع": whose statement it is
  const owner = ownerOf(tokens, from)
  const paper = owner !== null
  if (owner !== null) from = owner
  // "حسب تقديرات الأمم المتحدة": whose estimate it is; an estimate alone speaks for nobody
  else if (IMPERSONAL.has(withoutLam(tokens[from]?.norm ?? ''))) {
    const next = from + 1
    if (!known.some((match) => match.from === next) && !canSpeak(tokens[next]?.norm ?? '')) return null
    from = next
  }
  // "بحسب ما جرى تداوله": those who spoke before passed it on
  const passedOn = tokens[from]?.norm === 'ما' && ['جري', 'تم', 'يتم', 'ورد'].includes(tokens[from + 1]?.norm ?? '')
  const to = passedOn ? Math.min(tokens.length, from + 3) : phraseEnd(tokens, from, known)
  if (to === from) return null
  const cited = told === null ? null : citedAt(text, tokens, to, known)
  const relays = cited === null ? [] : [mention(text, tokens, from, to, known)]
  const plain = mention(text, tokens, from, to, known)
  const onto = paper || (direct === null && told === null) || /^ل(?:ل|ا)/.test(plain.text)
  const named = cited?.speaker ?? (onto && plain.party === null ? withoutPreposition(text, plain) : plain)
  const speaker: Mention = passedOn ? { ...named, how: 'pronoun' } : named
  const end = cited?.to ?? to
  const opens = i <= 1
  return {
    speaker,
    cueFrom: i,
    cueTo: from,
    lemma: 'according to',
    from: opens ? (cited?.to ?? to) : 0,
    to: opens || goesOn(tokens, end) ? tokens.length : end,
    via: relays,
    rule: 'بحسب',
  }
}

/** "وارتفعت الحصيلة، وفقا للهلال الأحمر، إلى 11": the clause goes on behind the name with a preposition. */
function goesOn(tokens: readonly Token[], end: number): boolean {
  const next = /^[،,]$/.test(tokens[end]?.text ?? '') ? tokens[end + 1] : tokens[end]
  return /^(?:الي|عن|ب(?:مقتل|اصابه|سقوط|استشهاد|اعتقال|نزوح))$/.test(next?.norm ?? '')
}

/** "وفقا للمرصد", "نسبة إلى": the word itself is an adverb, not "النسبة". */
function attachedTo(tokens: readonly Token[], i: number): boolean {
  const { norm } = tokens[i]!
  const next = tokens[i + 1]
  if (next === undefined || norm.startsWith('ال')) return false
  return withoutClitics(norm).some((form) => ACCORDING_ATTACHED.has(form)) && /^(?:ل|الي$)/.test(next.norm)
}

/** "وفقا لحصيلة": the paper without the preposition written onto it. */
const withoutLam = (norm: string): string => norm.replace(/^ل(?=.{4})/, '')

/** "حصيلة محينة لوزارة الداخلية": where the name begins of those whose paper it is, the preposition written onto it. */
function ownerOf(tokens: readonly Token[], from: number): number | null {
  if (!PAPERS.has(withoutLam(tokens[from]?.norm ?? ''))) return null
  for (let i = from + 1; i < from + 5; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind !== 'word') return null
    if (/^ل.{3}/.test(token.norm) && !/^لم|^لن/.test(token.norm)) return i
    if (/^[وفب]/.test(token.norm) || /^(?:في|من|عن|ان)$/.test(token.norm)) return null
  }
  return null
}

/** Where the name begins of those whose paper a sentence has as its subject; null where it is no paper or nobody's. */
export function paperOwner(tokens: readonly Token[], from: number): number | null {
  if (!PAPERS.has(tokens[from]?.norm ?? '')) return null
  const known = madeKnown(tokens, from)
  return known > from ? known : ownerOf(tokens, from)
}

/** "حصيلة جديدة أعلنت عنها أمس الحماية المدنية": behind the paper, its adjectives and the verb stands who made it known. */
export function madeKnown(tokens: readonly Token[], from: number): number {
  for (let i = from; i < from + 6; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind !== 'word') return from
    const about =
      /^(?:اعلنت?|صادره?|الصادره?|صدرت?|كشفت?)$/.test(token.norm) && /^عن(?:ها|ه)?$/.test(tokens[i + 1]?.norm ?? '')
    if (i > from && (about || MADE_KNOWN.test(token.norm))) {
      let name = i + (about ? 2 : 1)
      while (TIME.has(tokens[name]?.norm ?? '')) name++
      return name
    }
    if (/^(?:ل.{3,}|في|من|الي)$/.test(token.norm)) return from
  }
  return from
}
const TIME = wordSet('اليوم أمس مساء صباح الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت')

/** "وكانت آخر حصيلة أعلنها التلفزيون أشارت إلى 65": a paper as the subject, with whoever made it known. */
export function knownBy(
  text: string,
  tokens: readonly Token[],
  i: number,
  known: readonly PartyMatch[],
): Attribution | null {
  if (!PAPERS.has(tokens[i]!.norm)) return null
  const from = madeKnown(tokens, i)
  if (from === i || tokens[from] === undefined || STOPS.has(tokens[from]!.norm)) return null
  const to = phraseEnd(tokens, from, known)
  if (to === from) return null
  const speaker = mention(text, tokens, from, to, known)
  if (speaker.party === null && !canSpeak(tokens[speaker.from]!.norm)) return null
  const base = { cueFrom: i, cueTo: from, lemma: 'announce', from: 0, to: tokens.length }
  return { ...base, speaker, via: [], rule: 'حصيلة أعلنها X' }
}

/** "وجاء في تقرير للجنة التحقيق أن", "ورد في بيان صادر عن الوزارة". */
export function stoodIn(
  text: string,
  tokens: readonly Token[],
  i: number,
  known: readonly PartyMatch[],
): Attribution | null {
  if (!/^[وف]?(?:جاء|ورد)$/.test(tokens[i]!.norm) || tokens[i + 1]?.norm !== 'في') return null
  if (!PAPERS.has(tokens[i + 2]?.norm ?? '')) return null
  let from = i + 3
  while (/^(?:صادر|صدر|نشره|نشرته|عن|رسمي|مشترك|صحفي)$/.test(tokens[from]?.norm ?? '') && from < i + 7) from++
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word' || STOPS.has(first.norm)) return null
  const to = phraseEnd(tokens, from, known)
  if (to === from) return null
  const speaker = mention(text, tokens, from, to, known)
  const onto = speaker.party === null && from === i + 3 && /^ل/.test(first.norm)
  if (!onto && speaker.party === null && arabicSpeakerKind(first.norm) === null) return null
  const cut = onto ? withoutPreposition(text, speaker) : speaker
  const base = { cueFrom: i, cueTo: i + 1, lemma: 'state', from: to, to: tokens.length }
  return { ...base, speaker: cut, via: [], rule: 'جاء في بيان X' }
}

/** "على ما أعلن", "حسبما أفادت", "كما يقول", "وفق ما ذكر", "على ما أفاد به": where the name behind them begins. */
function toldBy(tokens: readonly Token[], i: number): number | null {
  const word = tokens[i]!.norm.replace(/^و(?!فق)(?=.{3})/, '')
  let verb = i + 1
  if (/^(?:علي|بحسب|حسب|وفق|وفقا)$/.test(word)) {
    if (!/^ل?ما$/.test(tokens[i + 1]?.norm ?? '')) return null
    verb = i + 2
  } else if (!/^(?:حسبما|وفقما|مثلما|كما)$/.test(word)) return null
  // "وفق ما أكده شهود": the pronoun of what was said is written onto the verb
  const told = tokens[verb]?.norm ?? ''
  if (arabicTelling(told) === null && arabicTelling(told.replace(/(?:ها|ه)$/, '')) === null) return null
  return /^ب[هـ]ا?$/.test(tokens[verb + 1]?.norm ?? '') ? verb + 2 : verb + 1
}

/** Where "عن" stands: right behind the relay, or behind asides between commas: "نقلت القناة، على موقعها، عن مصادر". */
function citing(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.norm === 'عن') return at
  if (!/^[،,]$/.test(tokens[at]?.text ?? '')) return null
  for (let i = at + 1; i < tokens.length && i - at < 12; i++)
    if (tokens[i]!.norm === 'عن' && /^[،,]$/.test(tokens[i - 1]!.text)) return i
  return null
}

/** "نقل التلفزيون عن رئيس خدمات الطوارئ": whoever is cited behind the one that relays. */
export function citedAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  known: readonly PartyMatch[],
): { speaker: Mention; to: number } | null {
  const closed = tokens[at] !== undefined && isQuote(tokens[at]!) ? at + 1 : at
  const from = citing(tokens, behindBrackets(tokens, closed))
  if (from === null || tokens[from + 1]?.kind !== 'word') return null
  const to = phraseEnd(tokens, from + 1, known)
  return to === from + 1 ? null : { speaker: mention(text, tokens, from + 1, to, known), to }
}
