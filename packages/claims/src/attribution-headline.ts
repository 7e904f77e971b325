/** The speaker that a headline names behind or before a colon or dash: "…: war monitor", "Amnesty: …". */
import type { Attribution } from './attribution.ts'
import { withKind } from './issuer.ts'
import {
  DOCUMENT_NOUNS,
  isDeterminer,
  isPreposition,
  type Mention,
  mentionOf,
  phraseStartingAt,
  speakerKind,
} from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Source } from './subject-phrase.ts'
import type { Token } from './token.ts'

/** "…: war monitor", "… - UN", "Amnesty: …" in a title or heading. */
export function headlineLabel(source: Source): Attribution | null {
  const { tokens, text, known } = source
  for (let i = tokens.length - 1; i > 0; i--) {
    const token = tokens[i]!
    if (token.text !== ':' && token.text !== '-' && token.text !== '–' && token.text !== '—' && token.text !== '|')
      continue
    const tail = tokens.length - i - 1
    if (tail >= 1 && tail <= 7 && i >= 3 && token.text !== '|') {
      const mention = mentionOf(text, tokens, [i + 1, tokens.length], known)
      const base = { cueFrom: i, cueTo: i + 1, lemma: 'say', from: 0, to: i, via: [] }
      if (labelled(mention, tokens)) return { ...base, speaker: withKind(mention), rule: 'headline …: X' }
      if (isName(tokens, i + 1)) return { ...base, speaker: mention, rule: BY_NAME }
    }
  }
  return labelBefore(source)
}

/** A headline that ends on a bare name: whether it is a speaker's, only the text below it tells. */
export const BY_NAME = 'headline …: name of a speaker'

const isName = (tokens: readonly Token[], from: number) =>
  tokens.length - from <= 3 && tokens.slice(from).every(({ kind, capital }) => kind === 'word' && capital)

/** "SOHR: death toll climbs to 1,120.", "State television: 80 dead, 240 wounded." */
export function labelBefore(source: Source): Attribution | null {
  const { tokens, text, known } = source
  for (let i = 1; i <= 7 && i + 3 < tokens.length; i++) {
    if (tokens[i]!.text !== ':') continue
    const mention = mentionOf(text, tokens, [0, i], known)
    if (!labelled(mention, tokens) || tellsAnEvent(tokens, mention)) return null
    const speaker = withKind(mention)
    const base = { speaker, cueFrom: i, cueTo: i + 1, lemma: 'say', via: [] }
    return { ...base, from: i + 1, to: tokens.length, rule: 'headline X: …' }
  }
  return null
}

/** "57 killed / 112 injured (source: Ministry of Health)". */
export function sourceNote(source: Source): Attribution | null {
  const { tokens, text, known } = source
  for (let i = 2; i + 2 < tokens.length; i++) {
    if ((tokens[i]!.norm !== 'source' && tokens[i]!.norm !== 'sources') || tokens[i + 1]!.text !== ':') continue
    const range = phraseStartingAt(tokens, i + 2)
    if (range === null) return null
    const speaker = withKind(mentionOf(text, tokens, range, known))
    return {
      speaker,
      cueFrom: i,
      cueTo: i + 2,
      lemma: 'according to',
      from: 0,
      to: range[1],
      via: [],
      rule: 'source: X',
    }
  }
  return null
}

/** "Junta bombs its own village: 40 dead": a verb makes a clause of what stands before the colon. */
function tellsAnEvent(tokens: readonly Token[], { from, to, party }: Mention): boolean {
  for (let i = from + 1; i < to; i++) {
    const { norm, kind } = tokens[i]!
    if (kind !== 'word' || norm === "'s" || speakerKind(norm) !== null || DOCUMENT_NOUNS.has(norm)) continue
    if (isPreposition(norm) || isDeterminer(norm) || NAMES_IN_S.has(norm)) continue
    const named = party !== null && [party.name, ...party.aliases].some((name) => name.toLowerCase().includes(norm))
    if (!named && /(?:[^s]s|ed|ing)$/.test(norm)) return true
  }
  return false
}
const NAMES_IN_S = wordSet(
  'rights affairs services forces news emergencies states nations human times relations prisons defenders physicians borders',
)

function labelled(mention: Mention, tokens: readonly Token[]): boolean {
  if (mention.how === 'known') return true
  const last = tokens[mention.to - 1]!.norm
  if (DOCUMENT_NOUNS.has(last) && mention.to - mention.from > 1)
    return speakerKind(tokens[mention.to - 2]!.norm) !== null
  return speakerKind(tokens[mention.to - 1]!.norm) !== null || speakerKind(tokens[mention.from]!.norm) !== null
}
