/** Drafts made into figures: what only the whole text shows, then the values with their spans. */
import { claimIds } from './claim-id.ts'
import type { Range } from './counted.ts'
import type { Discourse } from './discourse.ts'
import type { Span } from './document.ts'
import type { Figure } from './figure.ts'
import { OWN_CLAUSE } from './figure-dates.ts'
import type { Draft } from './figure-draft.ts'
import { type Scoped, scopesTogether } from './scope.ts'
import { normalise, type Token } from './token.ts'

const REPEATING = new Set(['title', 'heading', 'caption'])

/** The figures of a text from its drafts: ids, repeats and the scope that shows only beside other counts. */
export function figuresFrom(talk: Discourse, drafts: readonly Draft[]): Figure[] {
  const id = claimIds(talk.document.id)
  const ids = drafts.map((draft) => id('figure', draft.surface) as string)
  const repeats = repeatsOf(drafts)
  const scopes = scopesTogether(drafts.map(scopedOf))
  return drafts.map((own, i) => {
    const repeat = repeats[i]!
    const draft = repeat === null || repeat === i ? own : toldAgain(own, drafts[repeat]!)
    return figureOf(
      talk,
      scopes[i] === draft.scope.scope
        ? draft
        : { ...draft, scope: { scope: scopes[i]!, at: null, rule: 'beside the other counts of the text' } },
      ids[i]!,
      draft.whole === null ? null : ids[draft.whole]!,
      repeat === null ? null : ids[repeat]!,
    )
  })
}

/** A count said again, as a headline does, is of the place and the days that its fuller telling names. */
function toldAgain(draft: Draft, full: Draft): Draft {
  const undated = draft.dates.eventDate === null && draft.dates.asOf === null
  return {
    ...draft,
    place: draft.place.mention === null ? full.place : draft.place,
    dates: undated ? full.dates : draft.dates,
    perpetrator: draft.perpetrator ?? full.perpetrator,
  }
}

const ONE_ATTACK =
  /\b(?:in|at) (?:the|an?|this|that) (?:\w+ )?(?:ambush|attack|blast|raid|strike|explosion|shooting|bombing|crash|assault|massacre|airstrike)\b/i

function scopedOf({ counted, sentence, voice, place, perpetrator, dates, scope }: Draft): Scoped {
  const { tokens } = sentence
  const { mention } = dates
  const words = tokens.map((token) => token.text).join(' ')
  return {
    scope: scope.scope,
    value: counted.number.value,
    effect: counted.effect,
    claimant: voice.speaker?.name ?? null,
    perpetrator: perpetrator === null ? null : normalise(perpetrator.text),
    victims: counted.victims,
    unlawful: counted.manner === 'unlawful',
    further: counted.further,
    ownSetting: place.rule === OWN_CLAUSE || (dates.eventDate !== null && dates.rule === OWN_CLAUSE),
    sentence: sentence.index,
    oneDay:
      dates.eventDate !== null &&
      dates.asOf === null &&
      mention !== null &&
      (mention.kind === 'time-of-week' || mention.kind === 'day') &&
      !/\d{4}/.test(mention.text) &&
      !ONE_ATTACK.test(words),
    runs: dates.asOf !== null,
  }
}

/** The body's first count of each kind, for titles and captions, and of each kind by the same speaker, for the body itself. */
function repeatsOf(drafts: readonly Draft[]): (number | null)[] {
  const first = new Map<string, number>()
  const spoken = new Map<string, number>()
  const count = ({ counted: { number, effect } }: Draft) =>
    `${number.value}|${number.valueMax}|${number.vagueWord}|${effect}`
  const repeats: (number | null)[] = drafts.map((draft, i) => {
    if (REPEATING.has(draft.sentence.block)) return null
    const key = count(draft)
    if (!first.has(key)) first.set(key, i)
    const own = `${key}|${draft.voice.speaker?.name ?? ''}`
    const earlier = spoken.get(own)
    if (earlier === undefined) spoken.set(own, i)
    const small = draft.counted.number.value !== null && draft.counted.number.value < 20
    return earlier === undefined || small ? null : earlier
  })
  return repeats.map((repeat, i) =>
    REPEATING.has(drafts[i]!.sentence.block) ? (first.get(count(drafts[i]!)) ?? null) : repeat,
  )
}

export function spanOf(text: string, tokens: readonly Token[], range: Range): Span {
  const start = tokens[range[0]]!.start
  const end = tokens[range[1] - 1]!.end
  return { start, end, text: text.slice(start, end) }
}

function figureOf(talk: Discourse, draft: Draft, id: string, partOf: string | null, repeatOf: string | null): Figure {
  const { counted, sentence, voice, dates, scope, perpetrator } = draft
  const place = draft.place.mention
  const { text, agency } = talk.document
  const { tokens } = sentence
  const { number } = counted
  const span = (range: Range | null) =>
    range === null || range[0] < 0 || range[1] <= range[0] || range[1] > tokens.length
      ? null
      : spanOf(text, tokens, range)
  const speaker = voice.speaker
  const victims = span(counted.victimsAt)
  const effect = span(counted.effectAt)
  const comparator = span(number.comparatorAt)
  const relays = voice.chain.map((mention) => mention.name)
  const chain = agency !== null && agency !== speaker?.name && !relays.includes(agency) ? [agency, ...relays] : relays
  const scopeSpan = span(scope.at)
  const own = speaker !== null && speaker.start >= sentence.start && speaker.end <= sentence.end
  const cue = own && voice.attribution !== null ? span([voice.attribution.cueFrom, voice.attribution.cueTo]) : null
  const via = voice.chain[0]
  const spans = {
    number: spanOf(text, tokens, [number.numberFrom, number.numberTo]),
    ...(comparator === null ? {} : { comparator }),
    ...(effect === null ? {} : { effect }),
    ...(victims === null ? {} : { victims }),
    ...(perpetrator === null ? {} : { perpetrator }),
    ...(speaker === null ? {} : { claimant: { start: speaker.start, end: speaker.end, text: speaker.text } }),
    ...(cue === null ? {} : { cue }),
    ...(via === undefined ? {} : { via: { start: via.start, end: via.end, text: via.text } }),
    ...(place === null
      ? {}
      : { place: { start: place.start, end: place.end, text: text.slice(place.start, place.end) } }),
    ...(dates.mention === null
      ? {}
      : { date: { start: dates.mention.start, end: dates.mention.end, text: dates.mention.text } }),
    ...(scopeSpan === null ? {} : { scope: scopeSpan }),
  }
  const unsure = [counted.unsure, voice.unsure].filter((reason) => reason !== null).join('; ')
  return {
    id,
    value: number.value,
    valueMax: number.valueMax,
    vagueWord: number.vagueWord,
    comparator: number.comparator,
    effect: counted.effect,
    manner: counted.manner,
    victims: counted.victims,
    victimText: victims?.text ?? null,
    perpetrator: perpetrator?.text ?? null,
    claimant: speaker?.name ?? null,
    via: via?.name ?? null,
    chain,
    place: place?.text ?? null,
    placeId: place?.place?.id ?? null,
    eventDate: dates.eventDate,
    asOf: dates.asOf,
    date: dates.asOf ?? dates.eventDate,
    scope: scope.scope,
    carried: [...(draft.place.carried ? (['place'] as const) : []), ...(dates.carried ? (['date'] as const) : [])],
    partOf,
    repeatOf,
    unsure: unsure === '' ? null : unsure,
    explanation: `count: ${counted.rule}; speaker: ${voice.rule}; scope: ${scope.rule}; place: ${draft.place.rule}; date: ${dates.rule}`,
    surface: draft.surface,
    start: draft.start,
    end: draft.end,
    spans,
  }
}
