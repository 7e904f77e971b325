/** Where: the place of a figure's own clause, else where the text around it is set. */
import type { Counted } from './counted.ts'
import type { Discourse, Voice } from './discourse.ts'
import type { Gazetteer } from './knowledge.ts'
import { englishPlaces, type PlaceMention } from './place.ts'
import { arabicPlaces } from './place-ar.ts'
import type { Sentence } from './sentence.ts'
import type { Token } from './token.ts'

export interface Placed {
  readonly mention: PlaceMention | null
  /** From text outside the figure's own paragraph. */
  readonly carried: boolean
  readonly rule: string
}

export const UNPLACED: Placed = { mention: null, carried: false, rule: 'none is named' }

/** How many sentences back, and ahead, the setting of a text is looked for. */
const BACK = 10
const AHEAD = 2

export interface Setting {
  /** Place phrases of a sentence; `taken` are the tokens of its dates. */
  readonly placesIn: (sentence: Sentence, taken: ReadonlySet<number>) => readonly PlaceMention[]
  /** The place that the paragraph named last, at most three sentences before this one. */
  readonly inParagraph: (sentence: Sentence) => PlaceMention | null
  /** The place that the text named last before this sentence, else first behind it. */
  readonly around: (sentence: Sentence) => PlaceMention | null
}

const NONE: ReadonlySet<number> = new Set()

/** Reads the places of a text as they are asked for, each sentence once. */
export function settingOf(talk: Discourse, index: Gazetteer): Setting {
  const { text } = talk.document
  const placesIn = ({ language, tokens }: Sentence, taken: ReadonlySet<number>) =>
    language === 'ar' ? arabicPlaces(text, tokens, index) : englishPlaces(text, tokens, index, taken)
  const told = new Map<number, PlaceMention | null>()
  /** The last place of a sentence where something happened: not where somebody spoke or has a seat. */
  const last = (at: number): PlaceMention | null => {
    const known = told.get(at)
    if (known !== undefined) return known
    const sentence = talk.sentences[at]!
    const speaking = talk.attributions[at]!.flatMap(({ speaker, cueFrom, cueTo }) =>
      speaker === null ? [] : [[Math.min(speaker.from, cueFrom), Math.max(speaker.to, cueTo + 3)] as const],
    )
    const place =
      sentence.block === 'byline' || sentence.block === 'dateline'
        ? null
        : (placesIn(sentence, NONE).findLast(
            ({ link, open, from, to }) =>
              link === 'at' && !open && !speaking.some(([low, high]) => from >= low && to <= high),
          ) ?? null)
    told.set(at, place)
    return place
  }
  return {
    placesIn,
    inParagraph({ index: at, blockIndex }) {
      for (let back = 1; back <= 3; back++) {
        const before = talk.sentences[at - back]
        if (before === undefined || before.blockIndex !== blockIndex) return null
        const place = last(at - back)
        if (place !== null) return place
      }
      return null
    },
    around({ index: at }) {
      for (let i = at - 1; i >= Math.max(0, at - BACK); i--) {
        const place = last(i)
        if (place !== null) return place
      }
      for (let i = at + 1; i <= Math.min(talk.sentences.length - 1, at + AHEAD); i++) {
        const place = last(i)
        if (place !== null) return place
      }
      return null
    },
  }
}

/**
 * The place phrase nearest to the count, those behind it first, among those that can be where it happened: not one
 * that belongs to the speaker, nor where people came from or went to, unless they were displaced.
 */
export function nearest(
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
    // "reported in Lima that …": where it was said
    if (own && attribution !== null && place.from - attribution.cueTo <= 2 && tokens[place.to]?.norm === 'that')
      continue
    const moved = counted.effect === 'displaced' || counted.effect === 'abducted'
    if ((place.link === 'to' || place.link === 'from') && !moved) continue
    const behind = place.from >= to
    const distance = behind ? place.from - to : (from - place.to) * 1.5 + 3
    const [low, high] = behind ? [to, place.from] : [place.to, from]
    // a place behind a part of this count is the part's alone: "12 were killed, six of them in the market"
    const parted = all.some(
      ({ part, number }) =>
        part !== null && number.from > from && number.to <= place.from && !closedBefore(tokens, number.to, place.from),
    )
    if (parted && counted.part === null) continue
    const weight = distance + breaks(tokens, low, high) * 8 + (place.link === 'whose' ? 6 : 0)
    if (weight < least) {
      least = weight
      best = place
    }
  }
  return best
}

/** ", 14 of them children, were killed in X": the comma behind a part gives the place back to the whole. */
function closedBefore(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.text === ',' || tokens[i]!.text === ')') return true
  return false
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
