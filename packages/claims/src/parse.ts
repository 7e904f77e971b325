/** A document's sentences as the reader takes them apart, for people: what was seen in each, also what came to nothing. */
import { phraseOf } from './counted-phrase.ts'
import { resolveDates } from './dates.ts'
import { type Discourse, voiceAt } from './discourse.ts'
import type { BlockKind, Span } from './document.ts'
import type { Comparator, Effect } from './figure.ts'
import type { Gazetteer, PartyKind } from './knowledge.ts'
import { arabicHarms } from './lexicon-ar.ts'
import { harmsIn } from './lexicon-en.ts'
import type { Mention } from './mention.ts'
import { numbers } from './number.ts'
import { englishPlaces } from './place.ts'
import { arabicPlaces } from './place-ar.ts'
import type { Sentence } from './sentence.ts'
import type { Token } from './token.ts'

/** A printed count, and why it may be none of people: it is part of a date, or what it counts is nobody. */
export interface ParsedNumber {
  readonly span: Span
  readonly comparator: { readonly value: Comparator; readonly span: Span | null }
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly form: 'digits' | 'words' | 'vague' | 'dual'
  readonly inDate: boolean
  /** What stands behind it: the counted words (English), and what their head names. */
  readonly counted: {
    readonly span: Span | null
    readonly head: 'person' | 'harm' | 'unknown' | 'none' | 'rejected'
  } | null
  /** Who answers for it, and by which rule; null for the outlet. */
  readonly voice: { readonly speaker: string | null; readonly rule: string }
}

export interface ParsedSpeaker {
  readonly span: Span
  /** Canonical where the party is known. */
  readonly name: string
  readonly kind: PartyKind
  readonly how: Mention['how']
}

/** One act of saying: its cue, who speaks, and the stretch that the speaker answers for. */
export interface ParsedAttribution {
  readonly cue: Span | null
  readonly lemma: string
  readonly speaker: ParsedSpeaker | null
  readonly window: Span
  readonly via: readonly ParsedSpeaker[]
  readonly rule: string
}

export interface ParsedSentence {
  readonly block: BlockKind
  readonly language: 'en' | 'ar'
  readonly span: Span
  readonly tokens: readonly Pick<Token, 'start' | 'end' | 'kind' | 'norm'>[]
  readonly numbers: readonly ParsedNumber[]
  readonly harms: readonly { readonly span: Span; readonly effect: Effect; readonly form: string }[]
  readonly dates: readonly { readonly span: Span; readonly edtf: string | null; readonly kind: string }[]
  readonly places: readonly { readonly span: Span; readonly id: string | null; readonly link: string }[]
  readonly parties: readonly { readonly span: Span; readonly name: string; readonly kind: PartyKind }[]
  readonly attributions: readonly ParsedAttribution[]
}

/** Every sentence that is read, in order. */
export function parseSentences(talk: Discourse, places: Gazetteer): readonly ParsedSentence[] {
  return talk.sentences.map((sentence) => parseSentence(talk, places, sentence))
}

function parseSentence(talk: Discourse, places: Gazetteer, sentence: Sentence): ParsedSentence {
  const { text, published } = talk.document
  const { tokens, language, start, end, block, index } = sentence
  const span = (from: number, to: number): Span => spanOf(text, tokens, from, to)
  const dates = resolveDates(text.slice(start, end), start, language, published)
  const inDate = (token: Token) => dates.some((date) => token.start < date.end && token.end > date.start)
  const taken = new Set(tokens.flatMap((token, at) => (inDate(token) ? [at] : [])))
  const found = language === 'ar' ? arabicPlaces(text, tokens, places) : englishPlaces(text, tokens, places, taken)
  const counts = numbers(tokens, language)
  const english = language === 'en' ? harmsIn(tokens) : null
  const speaker = (mention: Mention): ParsedSpeaker => ({
    span: { start: mention.start, end: mention.end, text: mention.text },
    name: mention.name,
    kind: mention.kind,
    how: mention.how,
  })
  return {
    block,
    language,
    span: { start, end, text: text.slice(start, end) },
    tokens: tokens.map((token) => ({ start: token.start, end: token.end, kind: token.kind, norm: token.norm })),
    numbers: counts.map((number): ParsedNumber => {
      const { value, valueMax, vagueWord, form, comparator, comparatorAt, numberFrom, numberTo } = number
      const voice = voiceAt(talk, index, tokens[numberFrom]!.start)
      const phrase = english === null ? null : phraseOf(tokens, number, english, counts)
      const [from, to] = phrase?.words ?? [0, 0]
      return {
        span: span(numberFrom, numberTo),
        comparator: { value: comparator, span: comparatorAt === null ? null : span(...comparatorAt) },
        value,
        valueMax,
        vagueWord,
        form,
        inDate: inDate(tokens[numberFrom]!),
        counted: phrase === null ? null : { span: to > from ? span(from, to) : null, head: phrase.kind },
        voice: { speaker: voice.speaker?.name ?? null, rule: voice.rule },
      }
    }),
    harms: (english ?? arabicHarms(tokens)).map(({ from, to, effect, form }) => ({
      span: span(from, to),
      effect,
      form,
    })),
    dates: dates.map((date) => ({
      span: { start: date.start, end: date.end, text: date.text },
      edtf: date.edtf,
      kind: date.kind,
    })),
    places: found.map(({ start: from, end: to, place, link }) => ({
      span: { start: from, end: to, text: text.slice(from, to) },
      id: place?.id ?? null,
      link,
    })),
    parties: talk.parties[index]!.map(({ from, to, party }) => ({
      span: span(from, to),
      name: party.name,
      kind: party.kind,
    })),
    attributions: talk.attributions[index]!.map((attribution) => ({
      cue: attribution.cueTo > attribution.cueFrom ? span(attribution.cueFrom, attribution.cueTo) : null,
      lemma: attribution.lemma,
      speaker: attribution.speaker === null ? null : speaker(attribution.speaker),
      window: span(attribution.from, Math.max(attribution.to, attribution.from + 1)),
      via: attribution.via.map(speaker),
      rule: attribution.rule,
    })),
  }
}

function spanOf(text: string, tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[Math.min(from, tokens.length - 1)]!.start
  const end = tokens[Math.min(to, tokens.length) - 1]!.end
  return { start, end, text: text.slice(start, end) }
}
