/** Who says what in an Arabic sentence: verbs of saying with their subject behind or before them, and headline labels. */

import type { Attribution } from './attribution.ts'
import { accordingAt, citedAt, isPaper, knownBy, paperOwner, stoodIn } from './attribution-according-ar.ts'
import {
  behindDays,
  canSpeak,
  IMPERSONAL,
  isNamedAli,
  isRelay,
  mention,
  phraseEnd,
  STOPS,
  TIMES,
  withoutPreposition,
} from './attribution-speaker-ar.ts'
import { isPerson, knownBefore, subjectBefore, THAT, withName, withOffice } from './attribution-subject-ar.ts'
import { harmWord } from './lexicon-ar.ts'
import type { Mention } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import { remembered } from './remembered.ts'
import { arabicSpeakerKind } from './speaker-kind-ar.ts'
import { arabicTelling, isOtherSpeech, showsPrinted } from './telling-ar.ts'
import { isQuote, type Token } from './token.ts'

const ADVERB = /^[وف]?(?:علي|بحسب|حسب|وفقا?|طبقا|نقلا|استنادا|بناء|نسبه|حسبما|وفقما|مثلما|كما|جاء|ورد|بينت?)$/
/** Whether any cue may begin with a word: most begin none, and the same words come back. */
const mayCue = remembered(
  (norm) => ADVERB.test(norm) || isPaper(norm) || arabicTelling(norm) !== null || isOtherSpeech(norm),
)

export function arabicAttributions(
  text: string,
  tokens: readonly Token[],
  known: readonly PartyMatch[],
  heading: boolean,
): Attribution[] {
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || !mayCue(token.norm)) continue
    const according = accordingAt(text, tokens, i, known)
    if (according !== null) {
      if (!relayed(found, according) && !citedBy(found, according, tokens)) found.push(according)
      i = according.cueTo - 1
      continue
    }
    const stood = stoodIn(text, tokens, i, known) ?? knownBy(text, tokens, i, known)
    if (stood !== null) {
      found.push(stood)
      i = stood.cueTo - 1
      continue
    }
    const lemma = shows(tokens, i) ? 'explain' : arabicTelling(token.norm, tokens.slice(i + 1, i + 12))
    if (lemma === null) {
      const heard = heardAt(text, tokens, i, known)
      if (heard !== null) found.push(heard)
      continue
    }
    const attribution = verbAt(text, tokens, i, lemma, known)
    if (attribution !== null) found.push(attribution)
  }
  if (found.length === 0 || heading) {
    const label = labelAt(text, tokens, known, heading)
    if (label !== null) found.push(label)
  }
  return found
}

const isPress = ({ kind }: Mention): boolean => kind === 'outlet' || kind === 'agency'

/** "قال الناجون إن …، حسبما ذكرت قناة": the channel passes on what was said; taken into the saying before it. */
function relayed(found: Attribution[], according: Attribution): boolean {
  const last = found.at(-1)
  const { speaker } = according
  if (speaker === null || !isPress(speaker) || last?.speaker == null || isPress(last.speaker) || according.cueFrom <= 1)
    return false
  found[found.length - 1] = { ...last, via: [speaker, ...last.via] }
  return true
}

/** "أفادت الوكالة، نقلا عن مصدر طبي، بأن": whoever is cited by the press that tells. */
function citedBy(found: Attribution[], according: Attribution, tokens: readonly Token[]): boolean {
  const last = found.at(-1)
  if (last?.speaker == null || last.lemma === 'according to' || !/^نقلا$/.test(tokens[according.cueFrom]!.norm))
    return false
  found[found.length - 1] = {
    ...last,
    speaker: according.speaker,
    via: [last.speaker, ...last.via],
    rule: 'نقل X عن Y',
  }
  return true
}

/** "وبين المصدر أن": at the head of its clause, before a speaker and "that". */
function shows(tokens: readonly Token[], i: number): boolean {
  const { text, norm } = tokens[i]!
  if (!/^[وف]?بينت?$/.test(norm)) return false
  if (showsPrinted(text)) return true
  if ((i > 0 && tokens[i - 1]!.kind !== 'mark') || !canSpeak(tokens[i + 1]?.norm ?? '')) return false
  for (let k = i + 2; k < tokens.length && k - i < 14; k++) {
    if (THAT.has(tokens[k]!.norm)) return true
    if (/^و(?!زار|زير|كال|كيل)/.test(tokens[k]!.norm)) return false
  }
  return false
}

/** "اتهمت حماس إسرائيل بقتل …": where the accuser ends and the accused begins. */
function accuserEnd(tokens: readonly Token[], from: number, to: number, known: readonly PartyMatch[]): number {
  const match = known.find((candidate) => candidate.from === from)
  if (match !== undefined) {
    // "جماعة الحوثيين اليمنية التحالف": its adjective still belongs to it
    return tokens[match.to]?.norm.endsWith('يه') && match.to < to ? match.to + 1 : match.to
  }
  for (let i = from + 1; i < to; i++) {
    const again = known.find((candidate) => candidate.from === i)
    if (again !== undefined && tokens[i - 1]!.norm.startsWith('ال')) return i
    if (tokens[i - 1]!.norm.startsWith('ال') && !tokens[i]!.norm.startsWith('ال') && !/^[وب]/.test(tokens[i]!.norm))
      return i
  }
  return to
}

/** "دان المكتب القصف", "طالبت المنظمة بتحقيق": whoever speaks brings no count with it, and may be meant later. */
function heardAt(text: string, tokens: readonly Token[], i: number, known: readonly PartyMatch[]): Attribution | null {
  const from = i + 1
  if (!isOtherSpeech(tokens[i]!.norm) || !canSpeak(tokens[from]?.norm ?? '')) return null
  const to = accuserEnd(tokens, from, phraseEnd(tokens, from, known), known)
  if (to === from) return null
  const speaker = mention(text, tokens, from, to, known)
  return { speaker, cueFrom: i, cueTo: from, lemma: 'speak', from: i, to: i, via: [], rule: 'X' }
}

/** The verb alone, where only earlier text can say who its subject is. */
const unnamed = (token: Token, i: number): Mention => ({
  from: i,
  to: i + 1,
  start: token.start,
  end: token.end,
  text: token.text,
  name: token.text,
  kind: 'other',
  party: null,
  person: null,
  role: null,
  how: 'pronoun',
})

function verbAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  lemma: string,
  known: readonly PartyMatch[],
): Attribution | null {
  const base = { cueFrom: i, cueTo: i + 1, lemma, to: tokens.length }
  let from = i + 1
  // "طلب عدم ذكر اسمه", "لم يعلق الجيش": nobody tells anything
  if (/^(?:عدم|[وف]?لم|[وف]?لن)$/.test(tokens[i - 1]?.norm ?? '')) return null
  // "أعلن الخميس الحاكم …": the day between the verb and who speaks
  from = behindDays(tokens, from)
  // "وأكدت ذلك النقابة", "في وقت أكدت فيه مصادر": a pronoun before whoever speaks
  const behind = tokens[from + 1]?.norm ?? ''
  if (POINTING.test(tokens[from]?.norm ?? '') && (canSpeak(behind) || known.some((match) => match.from === from + 1)))
    from++
  // "سجل اليوم السابع سقوط …": a day records nothing
  if (lemma === 'count' && TIMES.test(tokens[from]?.norm ?? '')) return null
  // "كان المصدر قد قال", "الناشطون يتهمون": the subject stands before its verb
  const before = subjectBefore(text, tokens, i, known)
  if (before !== null) return { ...base, speaker: before, from, via: [], rule: 'X قال' }
  // "أن النظام أبلغ عشرات العائلات أن": behind its subject, the verb names whom it tells
  if (/^ابلغت?$/.test(tokens[i]!.norm) && tokens[i - 1]?.kind === 'word') return null
  // "وأفاد في بيان أن …"
  if (tokens[from] === undefined) return null
  // "وذكر بيان صادر عن الوزارة", "أفادت حصيلة سابقة للمرصد": whose paper it is
  const owner = paperOwner(tokens, from)
  if (owner !== null) {
    const to = phraseEnd(tokens, owner, known)
    const printed = to > owner ? mention(text, tokens, owner, to, known) : null
    const onto = printed !== null && printed.party === null && /^ل/.test(tokens[owner]!.norm)
    if (printed !== null)
      return {
        ...base,
        speaker: onto ? withoutPreposition(text, printed) : printed,
        from: to,
        via: [],
        rule: 'ذكر بيان X',
      }
  }
  if (IMPERSONAL.has(tokens[from]!.norm)) return null
  if (isQuote(tokens[from]!) && tokens[from + 1]?.kind === 'word' && quotedName(tokens, from)) from++
  const harm = harmWord(tokens[from]!.norm)?.form === 'act' && !known.some((match) => match.from === from)
  const carried =
    harm ||
    TIMES.test(tokens[from]!.norm) ||
    (STOPS.has(tokens[from]!.norm) && !isNamedAli(tokens[from]!)) ||
    tokens[from]!.kind !== 'word'
  if (carried) {
    const named = knownBefore(text, tokens, i, known)
    // "الهزة التي سجلت أمس": what was recorded, and nobody who records
    if (named === null && i > 1 && COUNTED.has(lemma)) return null
    const rule = named === null ? 'وأضاف' : 'X قال'
    return { ...base, speaker: named ?? unnamed(tokens[i]!, i), from: i + 1, via: [], rule }
  }
  const end = phraseEnd(tokens, from, known)
  if (end === from) return null
  const to = lemma === 'accuse' ? accuserEnd(tokens, from, end, known) : end
  const cited = lemma === 'report' ? citedAt(text, tokens, to, known) : null
  if (cited !== null) {
    const relays = [mention(text, tokens, from, to, known)]
    return { ...base, speaker: cited.speaker, from: cited.to, via: relays, rule: 'نقل X عن Y' }
  }
  const named = withName(text, tokens, mention(text, tokens, from, to, known), to)
  const speaker = withOffice(text, tokens, named.speaker, to, known)
  const relay = known.find((match) => match.from === to && (match.party.kind === 'agency' || isRelay(tokens, match)))
  const via = relay === undefined ? [] : [mention(text, tokens, relay.from, relay.to, known)]
  const first = tokens[speaker.from]!.norm
  if (speaker.how === 'phrase' && !canSpeak(first) && !isPerson(tokens, speaker, to, !COUNTED.has(lemma))) return null
  const quoted = quotedBefore(tokens, i)
  if (quoted !== null) return { ...base, speaker, from: quoted, via, rule: '"…"، قال X' }
  return { ...base, speaker, from: relay?.to ?? named.to, via, rule: 'قال X' }
}

/** "…"، قال X": where the quotation opens that ends before the verb; null where none does. */
function quotedBefore(tokens: readonly Token[], verb: number): number | null {
  const end = /^[،,]$/.test(tokens[verb - 1]?.text ?? '') ? verb - 2 : verb - 1
  if (tokens[end] === undefined || !isQuote(tokens[end]!)) return null
  const open = tokens.findIndex((token, at) => at < end && isQuote(token))
  return open === -1 ? null : open
}

const POINTING = /^(?:ذلك|هذا|فيه|فيها|به|بها|له|لها|لهم|خلاله|خلالها|عليه|عليها)$/
const COUNTED: ReadonlySet<string> = new Set(['count', 'publish', 'estimate'])

/** Whether a quotation mark opens a name, not what is said: two or three words and the closing mark before anything else. */
function quotedName(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length && k - at <= 6; k++) {
    if (isQuote(tokens[k]!)) return k - at > 1
    if (tokens[k]!.kind !== 'word' || STOPS.has(tokens[k]!.norm)) return false
  }
  return false
}

const EVENTS = wordSet(
  'مواجهات اشتباكات معارك هجوم هجمات قصف غارة غارات مجزرة مجازر انفجار انفجارات تفجير تفجيرات حرب عدوان حصيلة حادث زلزال فيضانات سيول احتجاجات مظاهرات تظاهرات غرق حريق اغتيال كمين',
)
/** Whether the words before a headline's colon may be somebody's name: "مواجهات مع الجيش: جرحى" has an event there. */
const mayName = (label: readonly Token[]): boolean =>
  !EVENTS.has(label[0]!.norm) && !label.some(({ norm }) => norm !== 'في' && STOPS.has(norm))

/** "وزارة الصحة: …" and "… : المرصد". */
function labelAt(
  text: string,
  tokens: readonly Token[],
  known: readonly PartyMatch[],
  heading: boolean,
): Attribution | null {
  for (let i = 1; i < Math.min(tokens.length, 14); i++) {
    if (tokens[i]!.text !== ':') continue
    const speaker = mention(text, tokens, 0, i, known)
    const labelled =
      speaker.how === 'known' ||
      arabicSpeakerKind(tokens[speaker.from]!.norm) !== null ||
      (heading && i >= 2 && i <= 4 && mayName(tokens.slice(0, i)))
    if (!labelled || tokens.length - i < 3) return null
    return { speaker, cueFrom: i, cueTo: i + 1, lemma: 'say', from: i + 1, to: tokens.length, via: [], rule: 'X: …' }
  }
  return null
}
