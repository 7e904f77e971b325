/** A document as acts of saying: its sentences, who speaks in each, and who still speaks where a sentence names nobody. */

import type { Attribution } from './attribution.ts'
import { arabicAttributions } from './attribution-ar.ts'
import { englishAttributions } from './attribution-en.ts'
import { announcedLater, confirmedNames, continued } from './discourse-quoted.ts'
import type { SourceDocument } from './document.ts'
import { introductions } from './introduction.ts'
import { createMemory } from './memory.ts'
import { DOCUMENT_NOUNS, type Mention } from './mention.ts'
import { smallWord } from './number-en.ts'
import type { PartyIndex, PartyMatch } from './party-index.ts'
import { type Sentence, sentences } from './sentence.ts'
import { normalise } from './token.ts'

export interface Discourse {
  readonly document: SourceDocument
  readonly sentences: readonly Sentence[]
  /** Known parties named in each sentence. */
  readonly parties: readonly (readonly PartyMatch[])[]
  /** Acts of saying in each sentence, their speakers resolved against earlier text. */
  readonly attributions: readonly (readonly Attribution[])[]
  readonly index: PartyIndex
}

/** Who answers for a stretch of text. */
export interface Voice {
  /** Null where the outlet speaks in its own voice. */
  readonly speaker: Mention | null
  readonly attribution: Attribution | null
  /** Outlet outwards: those between the outlet and the speaker. */
  readonly chain: readonly Mention[]
  readonly unsure: string | null
  readonly rule: string
}

/** Reads who says what in the whole document. */
export function discourse(document: SourceDocument, index: PartyIndex): Discourse {
  const parts = sentences(document)
  const own = index.with(introductions(document.text, parts, index))
  const parties = parts.map((sentence) => own.find(sentence.tokens))
  const memory = createMemory()
  const attributions = parts.map((sentence, i) => {
    const known = parties[i]!
    const heading =
      sentence.block === 'title' ||
      sentence.block === 'heading' ||
      (i === 0 && !/[.؟?!]$/.test(sentence.tokens.at(-1)!.text))
    const read = sentence.language === 'ar' ? arabicAttributions : englishAttributions
    const resolved = read(document.text, sentence.tokens, known, heading).map((attribution) =>
      memory.resolve(attribution, sentence, known),
    )
    memory.close(sentence, document.text, known)
    return resolved
  })
  const said = confirmedNames(continued(parts, announcedLater(parts, attributions)))
  return { document, sentences: parts, parties, attributions: tiedLater(said), index: own }
}

/** A person who is tied to a body only later in the text speaks for it from the start. */
function tiedLater(attributions: readonly (readonly Attribution[])[]): Attribution[][] {
  const bodies = new Map<string, Mention>()
  for (const { speaker } of attributions.flat()) {
    if (speaker?.person != null && speaker.how === 'known') bodies.set(normalise(speaker.person), speaker)
  }
  return attributions.map((list) =>
    list.map((attribution) => {
      const { speaker } = attribution
      const body =
        speaker === null || speaker.party !== null ? undefined : bodies.get(normalise(speaker.person ?? speaker.name))
      if (speaker === null || body === undefined || body.name === speaker.name) return attribution
      const { name, kind, party, how } = body
      return { ...attribution, speaker: { ...speaker, name, kind, party, how, person: speaker.person ?? speaker.name } }
    }),
  )
}

/** Whoever is cited or rested on stands behind whoever relays. */
const sourced = (attribution: Attribution) =>
  attribution.lemma === 'cite' || attribution.rule === 'resting on the word of X' ? 1 : 0

/** Who answers for the characters at `offset` of a sentence: the innermost act of saying whose stretch holds them. */
export function voiceAt(discourse: Discourse, sentenceIndex: number, offset: number): Voice {
  const sentence = discourse.sentences[sentenceIndex]!
  const holding = discourse.attributions[sentenceIndex]!.filter((attribution) => {
    if (attribution.lemma === 'deny' || onlyAsksAfter(sentence, attribution, offset)) return false
    const first = sentence.tokens[attribution.from]
    const last = sentence.tokens[attribution.to - 1]
    return first !== undefined && last !== undefined && offset >= first.start && offset < last.end
  })
  if (holding.length === 0) return goesOn(discourse, sentenceIndex, offset) ?? carriedVoice(discourse, sentenceIndex)
  const own = holding.filter(({ speaker }) => speaker === null || !OF_ANOTHER.test(speaker.text))
  const ordered = [...(own.length > 0 ? own : holding)].sort(
    (a, b) => sourced(a) - sourced(b) || b.to - b.from - (a.to - a.from),
  )
  const inner = ordered[ordered.length - 1]!
  const outer = ordered
    .slice(0, -1)
    .flatMap((attribution) => (attribution.speaker === null ? [] : [attribution.speaker]))
  const chain = [...outer, ...inner.via].filter((mention) => mention.name !== inner.speaker?.name)
  if (inner.speaker?.how === 'pronoun') {
    const unsure = `nothing before says who "${inner.speaker.text}" is`
    return { speaker: null, attribution: inner, chain, unsure, rule: inner.rule }
  }
  return { speaker: inner.speaker, attribution: inner, chain, unsure: null, rule: inner.rule }
}

const ASKING = new Set(['call', 'condemn', 'denounce', 'vow'])

/** "The Red Cross said its workers had found 115 bodies": they tell it by the one that they belong to. */
const OF_ANOTHER = /^(?:its|their|our) /i

/** "The council demands a halt after nine were killed": what its demand comes after, it does not say. */
function onlyAsksAfter({ tokens }: Sentence, { lemma, cueTo }: Attribution, offset: number): boolean {
  if (!ASKING.has(lemma)) return false
  return tokens.some(({ norm, start }, at) => norm === 'after' && at >= cueTo && start < offset)
}

/** "…, the mission said; the number of dead is now 13": what follows a semicolon goes on in the same words. */
function goesOn(discourse: Discourse, index: number, offset: number): Voice | null {
  const { tokens } = discourse.sentences[index]!
  const attribution = discourse.attributions[index]!.at(-1)
  const last = attribution === undefined ? undefined : tokens[attribution.to - 1]
  if (attribution === undefined || last === undefined || last.end > offset) return null
  const { speaker, to, via, rule } = attribution
  if (tokens[to]?.text !== ';' || speaker === null || speaker.how === 'pronoun' || speaker.how === 'open') return null
  const unsure = 'the clause names no speaker; the one before it was in the words of this one'
  return { speaker, attribution, chain: via, unsure, rule: `${rule}, going on behind a semicolon` }
}

const NOBODY: Voice = { speaker: null, attribution: null, chain: [], unsure: null, rule: "the outlet's own voice" }

/** Sentences that go on with the one before: "Another 30 were wounded", "The dead included …", "Among them …". */
const GOES_ON = new Set(
  'another others the_dead the_victims the_injured the_wounded among of they those these at_least more_than some_of most_of it_said a_further an_additional an_other some about around nearly almost over up_to as_many roughly approximately dozens hundreds thousands scores half the_toll the_total the_figure the_number the_other the_remaining the_rest that_brings'.split(
    ' ',
  ),
)

/**
 * Nobody is named, but the paragraph is somebody's: a report's findings told on, or a sentence that continues the one
 * before. It is given with its doubt.
 */
function carriedVoice(discourse: Discourse, index: number): Voice {
  const sentence = discourse.sentences[index]!
  if (discourse.attributions[index]!.length > 0) return NOBODY
  for (let back = 1; back <= 2; back++) {
    const before = discourse.sentences[index - back]
    if (before === undefined || before.blockIndex !== sentence.blockIndex) return NOBODY
    const attribution = discourse.attributions[index - back]!.findLast(({ lemma }) => lemma !== 'deny')
    if (attribution === undefined) continue
    const { speaker } = attribution
    if (speaker === null || speaker.how === 'pronoun' || speaker.how === 'open') return NOBODY
    const report =
      attribution.lemma === 'according to' &&
      (DOCUMENT_NOUNS.has(normalise(speaker.text.split(/\s+/).at(-1)!)) || fromDocument(before, attribution))
    if (!report && !(back === 1 && continues(sentence))) return NOBODY
    return {
      speaker,
      attribution,
      chain: attribution.via,
      unsure: 'the sentence names no speaker; the paragraph was in the words of this one',
      rule: `${attribution.rule}, carried over in its paragraph`,
    }
  }
  return NOBODY
}

/** "ومن بين القتلى", "وبينهم", "وتشمل الحصيلة": the sentence parts the count of the one before. */
const GOES_ON_AR = /^و?(?:بينهم|منهم|بين|ضمنهم|تشمل|تضم|يشمل)$/

/** "According to figures from Common Ground, …": what is told next is from the same figures. */
function fromDocument({ tokens }: Sentence, { cueTo, speaker }: Attribution): boolean {
  if (cueTo > 3 || speaker === null) return false
  const first = tokens.findIndex(({ start }) => start === speaker.start)
  return first > cueTo && tokens.slice(cueTo, first).some(({ norm }) => DOCUMENT_NOUNS.has(norm))
}

function continues(sentence: Sentence): boolean {
  const [first, second] = sentence.tokens
  if (first !== undefined && sentence.language === 'ar') {
    return GOES_ON_AR.test(first.norm) || (/^و?من$/.test(first.norm) && GOES_ON_AR.test(second?.norm ?? ''))
  }
  if (first === undefined) return false
  if (first.kind === 'number' || smallWord(first.norm) !== null || GOES_ON.has(first.norm)) return true
  return second !== undefined && GOES_ON.has(`${first.norm}_${second.norm}`)
}
