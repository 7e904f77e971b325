/** "بحسب", "وفقا لـ", "على ما أعلن", "جاء في بيان": whom an Arabic sentence rests on without a verb of its own. */

import type { Attribution } from './attribution.ts'
import { behindBrackets, mention, phraseEnd, STOPS, withoutPreposition } from './attribution-speaker-ar.ts'
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
  from = behindPaper(tokens, from)
  // "بحسب بيان لوزارة الدفاع": whose statement it is
  const paper = PAPERS.has(tokens[from]?.norm ?? '') && /^ل.{3}/.test(tokens[from + 1]?.norm ?? '')
  if (paper) from++
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
  const opens = i <= 1
  return {
    speaker,
    cueFrom: i,
    cueTo: from,
    lemma: 'according to',
    from: opens ? (cited?.to ?? to) : 0,
    to: opens ? tokens.length : (cited?.to ?? to),
    via: relays,
    rule: 'بحسب',
  }
}

/** "وفقا للمرصد", "نسبة إلى": the word itself is an adverb, not "النسبة". */
function attachedTo(tokens: readonly Token[], i: number): boolean {
  const { norm } = tokens[i]!
  const next = tokens[i + 1]
  if (next === undefined || norm.startsWith('ال')) return false
  return withoutClitics(norm).some((form) => ACCORDING_ATTACHED.has(form)) && /^(?:ل|الي$)/.test(next.norm)
}

/** "حصيلة جديدة غير نهائية أعلنها معاون الوزير": behind the paper, its adjectives and the verb stands who made it known. */
function behindPaper(tokens: readonly Token[], from: number): number {
  for (let i = from; i < from + 6; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind !== 'word') return from
    if (MADE_KNOWN.test(token.norm) && i > from) return i + 1
    if (/^(?:ل|في$|من$|الي$)/.test(token.norm)) return from
  }
  return from
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
  const word = tokens[i]!.norm.replace(/^و(?=.{3})/, '')
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

/** "نقل التلفزيون عن رئيس خدمات الطوارئ": whoever is cited behind the one that relays. */
export function citedAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  known: readonly PartyMatch[],
): { speaker: Mention; to: number } | null {
  const from = behindBrackets(tokens, at)
  if (tokens[from]?.norm !== 'عن' || tokens[from + 1]?.kind !== 'word') return null
  const to = phraseEnd(tokens, from + 1, known)
  return to === from + 1 ? null : { speaker: mention(text, tokens, from + 1, to, known), to }
}
