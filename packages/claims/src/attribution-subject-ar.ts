/** The subject of an Arabic verb of telling: before its verb, with an office behind a comma, or a name that no list knows. */
import { behindBrackets, canSpeak, mention, phraseEnd, STOPS } from './attribution-speaker-ar.ts'
import { harmWord } from './lexicon-ar.ts'
import type { Mention } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import { arabicSpeakerKind } from './speaker-kind-ar.ts'
import { arabicTelling } from './telling-ar.ts'
import { isQuote, type Token } from './token.ts'

/** Words that open what was said. */
export const THAT = wordSet('إن أن بأن أنه أنها أنهم بأنه بأنها إنه إنها')

/** "أنيس الأصبحي، ممثل وزارة الصحة، أن": the body that a person named before a comma speaks for. */
export function withOffice(
  text: string,
  tokens: readonly Token[],
  speaker: Mention,
  to: number,
  known: readonly PartyMatch[],
): Mention {
  if (speaker.party !== null || canSpeak(tokens[speaker.from]!.norm) || !/^[،,]$/.test(tokens[to]?.text ?? ''))
    return speaker
  const from = to + 1
  if (arabicSpeakerKind(tokens[from]?.norm ?? '') === null) return speaker
  const end = phraseEnd(tokens, from, known)
  const closed = /^[،,]$/.test(tokens[end]?.text ?? '') || THAT.has(tokens[end]?.norm ?? '')
  if (end === from || !closed) return speaker
  const office = mention(text, tokens, from, end, known)
  const body = bodyOf(tokens, from, end)
  const held = body === null || office.party !== null ? office : mention(text, tokens, body, end, known)
  const { name, kind, party, how } = held
  // a body that only its own words name would hide the person who spoke
  if (party === null && /^\p{Script=Arabic}/u.test(name)) return { ...speaker, person: speaker.name, role: office.text }
  return {
    ...speaker,
    name,
    kind,
    party,
    how: how === 'definite' ? 'phrase' : how,
    person: speaker.name,
    role: office.text,
  }
}

/** "المتحدث باسم الوزارة، سامر الحلواني، إن": an office with the name of whoever holds it behind a comma, and where that ends. */
export function withName(
  text: string,
  tokens: readonly Token[],
  speaker: Mention,
  to: number,
): { readonly speaker: Mention; readonly to: number } {
  const from = to + 1
  const office = speaker.role !== null || arabicSpeakerKind(tokens[speaker.from]!.norm) === 'official'
  if (!office || speaker.person !== null || !/^[،,]$/.test(tokens[to]?.text ?? '')) return { speaker, to }
  let end = from
  while (end < tokens.length && end - from < 4 && inPersonName(tokens[end]!)) end++
  const closing = tokens[end]
  const closed = closing?.kind === 'mark' || THAT.has(closing?.norm ?? '') || IN.has(closing?.norm ?? '')
  if (end - from < 2 || !closed || tokens[from]!.norm.startsWith('ال')) return { speaker, to }
  return { speaker: { ...speaker, person: text.slice(tokens[from]!.start, tokens[end - 1]!.end) }, to: end }
}

const IN = wordSet('في خلال عند عبر لوكالة لقناة لصحيفة لإذاعة للصحفيين للصحافيين')
const inPersonName = ({ kind, norm }: Token): boolean =>
  kind === 'word' &&
  !STOPS.has(norm) &&
  !IN.has(norm) &&
  !THAT.has(norm) &&
  harmWord(norm) === null &&
  arabicTelling(norm) === null

/** "ممثل وزارة الصحة", "المتحدث باسم الجيش": where the body begins that an office speaks for. */
function bodyOf(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = from + 1; i < to; i++) {
    const kind = arabicSpeakerKind(tokens[i]!.norm)
    if (kind !== null && kind !== 'official' && kind !== 'other') return i
  }
  return null
}

/**
 * Words that no lexicon knows are taken for a person where what was said follows: "أن", ":", a quotation, "في تصريح"; behind
 * a verb of speech also where asides stand between, not where things are counted or published.
 */
export function isPerson(tokens: readonly Token[], speaker: Mention, to: number, speech: boolean): boolean {
  if (speaker.person !== null) return true
  const words = speaker.to - speaker.from
  if (words > 7) return false
  const next = behindAside(tokens, behindBrackets(tokens, to))
  const token = tokens[next]
  if (token === undefined) return false
  if (token.text === ':' || THAT.has(token.norm)) return true
  if (words === 1) return !tokens[speaker.from]!.norm.startsWith('ال') && /^(?:الي|عن)$/.test(token.norm)
  const told =
    (speech ? ASIDE : TOLD_ON).test(token.norm) &&
    tokens.slice(next, next + 16).some((one) => THAT.has(one.norm) || one.text === ':' || (speech && isQuote(one)))
  const harm = harmWord(token.norm)
  return told || (harm !== null && harm.form !== 'victims') || isQuote(token)
}

const TOLD_ON = /^(?:عن|في|خلال|الي|علي|ل.+)$/
const ASIDE = /^(?:عن|من|في|خلال|الي|علي|عبر|مع|عند|بعد|قبل|ل.+)$/

/** "فلان، الثلاثاء: …", "فلان - في بيان - إن": behind days and offices between commas or dashes, where what was said begins. */
function behindAside(tokens: readonly Token[], at: number): number {
  if (!/^[،,–—-]$/.test(tokens[at]?.text ?? '')) return at
  let comma = at
  for (let i = at + 1; i < tokens.length && i - at < 24; i++) {
    const { text, norm } = tokens[i]!
    if (text === ':' || THAT.has(norm)) return i
    if (/^[،,–—-]$/.test(text)) comma = i
  }
  return /^(?:الي|عن)$/.test(tokens[at + 1]?.norm ?? '') ? at + 1 : comma + 1
}

const CLAUSE = wordSet('كان كانت وكان وكانت فإن فيما بينما لكن ولكن حيث وقد قد إن أن بأن وأن')

/** A phrase that opens its clause with a word for those who speak and ends at the verb: "وكان مصدر طبي قد أفاد". */
export function subjectBefore(
  text: string,
  tokens: readonly Token[],
  verb: number,
  known: readonly PartyMatch[],
): Mention | null {
  // "المتحدث باسم الجيش، قال"
  const end = /^[،,]$/.test(tokens[verb - 1]?.text ?? '') ? verb - 1 : verb
  let from = end
  while (from > 0 && end - from < 12) {
    const token = tokens[from - 1]!
    if ((token.kind === 'mark' && !isQuote(token)) || (CLAUSE.has(token.norm) && from < end)) break
    from--
  }
  const opening = (at: number) => CLAUSE.has(tokens[at]!.norm) || isQuote(tokens[at]!)
  while (from < end && opening(from)) from++
  const named = known.some((match) => match.from === from && match.to <= end)
  if (from === end || (!named && arabicSpeakerKind(tokens[from]!.norm) === null)) return null
  const opened = from === 0 || tokens[from - 1]!.kind === 'mark' || CLAUSE.has(tokens[from - 1]!.norm)
  if (!opened) return null
  const to = phraseEnd(tokens, from, known)
  let next = to
  while (next < end && (CLAUSE.has(tokens[next]!.norm) || isQuote(tokens[next]!) || DAYS.has(tokens[next]!.norm)))
    next++
  return to > from && next === end ? mention(text, tokens, from, to, known) : null
}

const DAYS = wordSet('اليوم أمس الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت')

export function knownBefore(
  text: string,
  tokens: readonly Token[],
  verb: number,
  known: readonly PartyMatch[],
): Mention | null {
  const match = known.findLast((candidate) => candidate.to <= verb && verb - candidate.to <= 3)
  return match === undefined ? null : mention(text, tokens, match.from, match.to, known)
}
