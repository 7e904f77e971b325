/** The figures of a document: counts of people harmed, each with who says so, where, when and of what scope. */
import { claimIds } from './claim-id.ts'
import type { Carry, Counted, Range } from './counted.ts'
import { type DateMention, resolveDates } from './dates.ts'
import { type Discourse, type Voice, voiceAt } from './discourse.ts'
import type { Span } from './document.ts'
import type { Figure, Scope } from './figure.ts'
import { arabicFigures } from './figure-ar.ts'
import { datesOf, type FigureDates, runsOn } from './figure-dates.ts'
import { englishFigures } from './figure-en.ts'
import { numbers } from './number.ts'
import { englishPlaces, type PlaceIndex, type PlaceMention } from './place.ts'
import { arabicPlaces } from './place-ar.ts'
import { type Scoped, scopeOf, scopesTogether } from './scope.ts'
import type { Sentence } from './sentence.ts'
import { digitValue, type Token } from './token.ts'

interface Draft {
  readonly counted: Counted
  readonly sentence: Sentence
  readonly voice: Voice
  readonly place: PlaceMention | null
  readonly dates: FigureDates
  readonly scope: { readonly scope: Scope; readonly at: Range | null; readonly rule: string }
  readonly surface: string
  readonly start: number
  readonly end: number
  /** Position of the whole among the drafts. */
  readonly whole: number | null
}

interface Carried extends Carry {
  readonly sentence: number
  /** Position among the drafts. */
  readonly draft: number
}

const REPEATING = new Set(['title', 'heading', 'caption'])
const FIGURE_BLOCKS = new Set(['title', 'heading', 'body', 'caption'])

export function readFigures(talk: Discourse, places: PlaceIndex): Figure[] {
  const drafts: Draft[] = []
  const { document } = talk
  let carry: Carried | null = null
  const placesOf = (sentence: Sentence, taken: ReadonlySet<number>) =>
    sentence.language === 'ar'
      ? arabicPlaces(document.text, sentence.tokens, places)
      : englishPlaces(document.text, sentence.tokens, places, taken)
  for (const sentence of talk.sentences) {
    if (!FIGURE_BLOCKS.has(sentence.block)) continue
    const { tokens } = sentence
    if (!mayCount(tokens)) continue
    const all = numbers(tokens, sentence.language)
    if (all.length === 0) continue
    const text = document.text
    const dates = resolveDates(
      text.slice(sentence.start, sentence.end),
      sentence.start,
      sentence.language,
      document.published,
    )
    const counts = all.filter(
      (number) => !dates.some((date) => overlaps(tokens, number.numberFrom, number.numberTo, date)),
    )
    if (counts.length === 0) continue
    const known = talk.parties[sentence.index]!
    const before: Carry | null =
      carry === null ? null : { effect: carry.effect, manner: carry.manner, distance: sentence.index - carry.sentence }
    const found: readonly Counted[] =
      sentence.language === 'ar'
        ? arabicFigures(text, tokens, counts, known, before)
        : englishFigures(text, tokens, counts, known, before)
    if (found.length === 0) continue
    const taken = new Set(
      dates.flatMap((date) =>
        tokens.flatMap((token, i) => (token.start >= date.start && token.end <= date.end ? [i] : [])),
      ),
    )
    const where = placesOf(sentence, taken)
    const earlier = earlierPlace(talk, sentence, (one) => placesOf(one, NONE))
    const named = (open: PlaceMention | null): PlaceMention | null =>
      open === null
        ? where.length === 0
          ? earlier()
          : null
        : (where.findLast((place) => place.to <= open.from && !place.open) ?? earlier())
    const first = drafts.length
    const runs = runsOn(text.slice(sentence.start, sentence.end))
    for (const counted of found) {
      const { number } = counted
      const start = tokens[number.from]!.start + joinedAnd(tokens[number.from]!)
      const end = tokens[number.to - 1]!.end
      const whole =
        typeof counted.part === 'number'
          ? first + counted.part
          : counted.part === 'carried'
            ? (carry?.draft ?? null)
            : null
      const spoken = voiceAt(talk, sentence.index, tokens[number.numberFrom]!.start)
      const voice = inherited(
        spoken,
        counted,
        whole === null ? null : drafts[whole]!,
        carry === null ? null : drafts[carry.draft]!,
      )
      const speaker = spoken.speaker
      const ownVoice = speaker !== null && speaker.start >= sentence.start && speaker.end <= sentence.end
      const here = nearest(where, counted, found, tokens, spoken, ownVoice)
      const place: PlaceMention | null =
        here !== null && !here.open ? here : here === null && whole !== null ? drafts[whole]!.place : named(here)
      const own = datesOf(counted, { start: sentence.start, runs }, tokens, dates, spoken, ownVoice, document.published)
      drafts.push({
        counted,
        sentence,
        voice,
        place,
        dates: own.eventDate === null && own.asOf === null && whole !== null ? drafts[whole]!.dates : own,
        scope: scopeOf(counted, tokens, sentence.language),
        surface: text.slice(start, end),
        start,
        end,
        whole: whole === drafts.length ? null : whole,
      })
      const { effect, manner } = counted
      // "12 killed and 40 injured. Of these …": the dead come first
      const dead: boolean = carry !== null && carry.sentence === sentence.index && carry.effect === 'killed'
      if (counted.part === null && (!dead || effect === 'killed'))
        carry = { effect, manner, distance: 0, sentence: sentence.index, draft: drafts.length - 1 }
      else if (counted.part === 'carried' && carry !== null) carry = { ...(carry as Carried), sentence: sentence.index }
    }
  }
  return finish(talk, drafts)
}

/** "ونحو 40": the "and" written onto a number's first word is no part of it. */
function joinedAnd(token: Token): number {
  return token.norm[0] === 'و' && token.norm.length > 3 && !token.norm.startsWith('واحد') ? 1 : 0
}

/** A digit, or a word that may begin a number: most sentences hold neither and are passed over. */
function mayCount(tokens: readonly Token[]): boolean {
  for (const token of tokens) {
    if (token.kind === 'number') return true
    if (token.kind !== 'word') continue
    if (token.text.charCodeAt(0) > 0x5ff || digitValue(token.text.charCodeAt(0)) >= 0) return true
    if (NUMBER_WORDS.has(token.norm) || token.norm.includes('-')) return true
  }
  return false
}
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens hundreds thousands millions scores score tens handful half'.split(
    ' ',
  ),
)

function overlaps(tokens: readonly Token[], from: number, to: number, date: DateMention): boolean {
  return tokens[from]!.start < date.end && tokens[to - 1]!.end > date.start
}

/** A count that only continues another's is its speaker's too, unless the sentence names one. */
function inherited(voice: Voice, counted: Counted, whole: Draft | null, last: Draft | null): Voice {
  if (voice.speaker !== null) return voice
  const source = whole ?? (counted.carried ? last : null)
  if (source === null || source.voice.speaker === null) return voice
  return { ...source.voice, rule: `${source.voice.rule}, carried over from the count it continues` }
}

/**
 * The place phrase nearest to the count, those behind it first, among those that can be where it happened: not one
 * that belongs to the speaker, nor where people came from or went to, unless they were displaced.
 */
function nearest(
  places: readonly PlaceMention[],
  counted: Counted,
  all: readonly Counted[],
  tokens: readonly Token[],
  voice: Voice,
  own: boolean,
): PlaceMention | null {
  const { speaker, attribution } = voice
  const { from, to } = counted.number
  let best: PlaceMention | null = null
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    if (own && speaker !== null && place.from >= speaker.from && place.to <= speaker.to) continue
    if (own && attribution !== null && (place.to <= attribution.from || place.from >= attribution.to)) continue
    const moved = counted.effect === 'displaced' || counted.effect === 'abducted'
    if ((place.link === 'to' || place.link === 'from') && !moved) continue
    const behind = place.from >= to
    const distance = behind ? place.from - to : (from - place.to) * 1.5 + 3
    const [low, high] = behind ? [to, place.from] : [place.to, from]
    // a place behind a part of this count is the part's alone: "12 were killed, six of them in the market"
    const parted = all.some(({ part, number }) => part !== null && number.from > from && number.to <= place.from)
    if (parted && counted.part === null) continue
    const weight = distance + breaks(tokens, low, high) * 8 + (place.link === 'whose' ? 6 : 0)
    if (weight < least) {
      least = weight
      best = place
    }
  }
  return best
}

const NONE: ReadonlySet<number> = new Set()

/** The place that the paragraph named last before this sentence, looked up once and only if it is asked for. */
function earlierPlace(
  talk: Discourse,
  sentence: Sentence,
  placesOf: (sentence: Sentence) => readonly PlaceMention[],
): () => PlaceMention | null {
  let found: PlaceMention | null | undefined
  return () => {
    if (found !== undefined) return found
    found = null
    for (let back = 1; back <= 3 && found === null; back++) {
      const before = talk.sentences[sentence.index - back]
      if (before === undefined || before.blockIndex !== sentence.blockIndex) break
      found = placesOf(before).findLast((place) => place.link === 'at' && !place.open) ?? null
    }
    return found
  }
}

const CLAUSES = new Set(
  'after while when before as where because although though but until since فيما بينما بعد بعدما حيث قبل'.split(' '),
)

function breaks(tokens: readonly Token[], from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++)
    if (CLAUSES.has(tokens[i]!.norm) || tokens[i]!.text === ';' || tokens[i]!.text === '؛') count++
  return count
}

function finish(talk: Discourse, drafts: readonly Draft[]): Figure[] {
  const id = claimIds(talk.document.id)
  const ids = drafts.map((draft) => id('figure', draft.surface) as string)
  const repeats = repeatsOf(drafts)
  const scopes = scopesTogether(drafts.map(scopedOf))
  return drafts.map((draft, i) => {
    const repeat = repeats[i]!
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

const ONE_ATTACK =
  /\b(?:in|at) (?:the|an?|this|that) (?:\w+ )?(?:ambush|attack|blast|raid|strike|explosion|shooting|bombing|crash|assault|massacre|airstrike)\b/i

function scopedOf({ counted, sentence, voice, dates, scope }: Draft): Scoped {
  const { tokens } = sentence
  const { mention } = dates
  const by = counted.perpetratorAt
  const word = (at: number) => tokens[at]!.norm
  const words = tokens.map((token) => token.text).join(' ')
  return {
    scope: scope.scope,
    value: counted.number.value,
    effect: counted.effect,
    claimant: voice.speaker?.name ?? null,
    perpetrator: by === null ? null : Array.from({ length: by[1] - by[0] }, (_, i) => word(by[0] + i)).join(' '),
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

function spanOf(text: string, tokens: readonly Token[], range: Range): Span {
  const start = tokens[range[0]]!.start
  const end = tokens[range[1] - 1]!.end
  return { start, end, text: text.slice(start, end) }
}

function figureOf(talk: Discourse, draft: Draft, id: string, partOf: string | null, repeatOf: string | null): Figure {
  const { counted, sentence, voice, place, dates, scope } = draft
  const { text, agency } = talk.document
  const { tokens } = sentence
  const { number } = counted
  const span = (range: Range | null) =>
    range === null || range[0] < 0 || range[1] <= range[0] || range[1] > tokens.length
      ? null
      : spanOf(text, tokens, range)
  const speaker = voice.speaker
  const victims = span(counted.victimsAt)
  const perpetrator = span(counted.perpetratorAt)
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
    partOf,
    repeatOf,
    unsure: unsure === '' ? null : unsure,
    explanation: `count: ${counted.rule}; speaker: ${voice.rule}; scope: ${scope.rule}`,
    surface: draft.surface,
    start: draft.start,
    end: draft.end,
    spans,
  }
}
