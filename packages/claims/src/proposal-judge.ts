/**
 * Judges a second reader's proposals by the document's own characters: the quote must stand there, number and comparator
 * must re-parse from it, and the speaker must be the one to whom the reader of attributions gives these words.
 */
import type { Claim } from './claim.ts'
import { claimId } from './claim-id.ts'
import { resolveDates } from './dates.ts'
import { resolveDeadline } from './deadline.ts'
import { type Discourse, type Voice, voiceAt } from './discourse.ts'
import type { BlockKind, Span } from './document.ts'
import type { Figure, VictimCategory } from './figure.ts'
import { arabicCategory, arabicHarms } from './lexicon-ar.ts'
import { harmsIn, phraseCategory } from './lexicon-en.ts'
import type { Mention } from './mention.ts'
import { type NumberMention, numbers } from './number.ts'
import { sameName } from './party-index.ts'
import type { ParsedProposal, Proposal, ProposedClaim, ProposedFigure } from './proposal.ts'
import type { Proposer } from './proposer.ts'
import type { Sentence } from './sentence.ts'
import { type Token, tokenise } from './token.ts'

export const VERDICTS = ['accepted', 'duplicate', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface JudgedProposal {
  /** Null where the entry is no proposal; the reason says which rule it breaks. */
  readonly proposal: Proposal | null
  readonly verdict: Verdict
  /** For people. */
  readonly reason: string
  /** Where the quote stands, once it was found. */
  readonly span: Span | null
  /** Id of the accepted figure or claim, or of the one that it duplicates. */
  readonly claim: string | null
}

/** What was found before: by the reader, and by proposals that were accepted earlier. */
interface Found {
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

export interface Judgement extends Found {
  /** One for each entry, in their order. */
  readonly judged: readonly JudgedProposal[]
}

/** The stretches of the document that the second reader was shown, in order; occurrences are counted over them. */
export type Shown = readonly { readonly start: number; readonly end: number }[]

const FIGURE_BLOCKS: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'body', 'caption'])

/** Ends the judging of one proposal with a refusal or as a duplicate. */
class Outcome extends Error {
  override readonly name = 'Outcome'
  readonly verdict: Verdict
  readonly claim: string | null
  constructor(reason: string, claim: string | null = null) {
    super(reason)
    this.verdict = claim === null ? 'refused' : 'duplicate'
    this.claim = claim
  }
}

interface Scene extends Found {
  readonly talk: Discourse
  readonly shown: Shown
  readonly proposer: Proposer
}

/** Judges entries in their order; what is accepted counts as found for those behind it. Pure. */
export function judgeProposals(
  talk: Discourse,
  found: Found,
  entries: readonly ParsedProposal[],
  shown: Shown,
  proposer: Proposer,
): Judgement {
  const figures: Figure[] = []
  const claims: Claim[] = []
  const judged = entries.map(({ proposal, fault }): JudgedProposal => {
    if (proposal === null) return { proposal, verdict: 'refused', reason: fault, span: null, claim: null }
    const scene: Scene = {
      talk,
      shown,
      proposer,
      figures: [...found.figures, ...figures],
      claims: [...found.claims, ...claims],
    }
    let span: Span | null = null
    try {
      span = quoteSpan(scene, proposal)
      const value = proposal.kind === 'figure' ? figureOf(scene, proposal, span) : claimOf(scene, proposal, span)
      if ('surface' in value) figures.push(value)
      else claims.push(value)
      return { proposal, verdict: 'accepted', reason: value.explanation, span, claim: value.id }
    } catch (error) {
      if (!(error instanceof Outcome)) throw error
      return { proposal, verdict: error.verdict, reason: error.message, span, claim: error.claim }
    }
  })
  return { judged, figures, claims }
}

/** Where the quote stands in what was shown; throws where it does not, or where the answer leaves open which it means. */
function quoteSpan({ talk, shown }: Scene, { quote, occurrence }: Proposal): Span {
  const { text } = talk.document
  const starts: number[] = []
  for (const { start, end } of shown) {
    let at = text.indexOf(quote, start)
    while (at !== -1 && at + quote.length <= end && starts.length < MOST_OCCURRENCES) {
      starts.push(at)
      at = text.indexOf(quote, at + 1)
    }
  }
  if (starts.length === 0) throw new Outcome('the document does not hold these words')
  if (occurrence === null && starts.length > 1)
    throw new Outcome(
      `these words stand in the text ${starts.length} times and the proposal does not say which it means`,
    )
  const start = starts[(occurrence ?? 1) - 1]
  if (start === undefined)
    throw new Outcome(`the proposal means occurrence ${occurrence} of these words; the text holds ${starts.length}`)
  return { start, end: start + quote.length, text: quote }
}

const MOST_OCCURRENCES = 1_000

/** The sentences that hold a stretch; throws where any of it lies outside of what is read for figures and claims. */
function sentencesOf({ talk }: Scene, { start, end }: Span): readonly Sentence[] {
  const { language } = talk.document
  if (language !== null && language !== 'en' && language !== 'ar')
    throw new Outcome(`documents in ${language} are not read for figures and claims`)
  const held = talk.sentences.filter((sentence) => sentence.start < end && sentence.end > start)
  const first = held[0]
  if (first === undefined || held.some(({ block }) => !FIGURE_BLOCKS.has(block)))
    throw new Outcome('the words stand in a part of the document that is not read for figures and claims')
  return held
}

/** The one voice in which all of the stretch stands; throws where the proposal names another. */
function checkedVoice(scene: Scene, held: readonly Sentence[], span: Span, speaker: string | null): Voice {
  const voices = held.map((sentence) => voiceAt(scene.talk, sentence.index, Math.max(span.start, sentence.start)))
  const [voice, ...others] = voices as [Voice, ...Voice[]]
  const last = voiceAt(scene.talk, held.at(-1)!.index, lastOffset(held.at(-1)!, span))
  if ([...others, last].some((other) => other.speaker?.name !== voice.speaker?.name))
    throw new Outcome('the words are not all in one voice')
  const mention = voice.speaker
  if (mention === null) {
    if (speaker !== null)
      throw new Outcome(`the proposal gives these words to ${speaker}; the text attributes them to nobody`)
    return voice
  }
  if (mention.how === 'pronoun' || mention.how === 'open')
    throw new Outcome(`the words are attributed to "${mention.text}" and the text does not settle who that is`)
  if (speaker === null)
    throw new Outcome(`the proposal gives these words to the outlet; the text attributes them to ${mention.name}`)
  if (!names(scene, speaker, mention))
    throw new Outcome(`the proposal gives these words to ${speaker}; the text attributes them to ${mention.name}`)
  return voice
}

/** The start of the last token of the sentence inside of the stretch. */
function lastOffset(sentence: Sentence, span: Span): number {
  return sentence.tokens.findLast((token) => token.kind !== 'mark' && token.start < span.end)?.start ?? sentence.start
}

/** Whether a name means the speaker: as printed, as shown, or any name of the same party. */
function names({ talk }: Scene, name: string, mention: Mention): boolean {
  if ([mention.name, mention.text, mention.person].some((one) => one !== null && sameName(one, name))) return true
  const party = talk.index.named(name)
  return party !== null && party.id === mention.party?.id
}

/** Whether two names are one or name one party: the reader of claims may show another name than the text's. */
function sameSpeaker({ talk }: Scene, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  if (sameName(a, b)) return true
  const party = talk.index.named(a)
  return party !== null && party.id === talk.index.named(b)?.id
}

function figureOf(scene: Scene, proposal: ProposedFigure, quoted: Span): Figure {
  const { talk, proposer } = scene
  const { document } = talk
  const held = sentencesOf(scene, quoted)
  const sentence = held[0]!
  if (held.length > 1) throw new Outcome('the quote of a figure stands in one sentence')
  const number = countIn(sentence, quoted, document.text, document.published)
  const { tokens } = sentence
  const surface = spanOf(document.text, tokens, number.from, number.to)
  checkCount(proposal, number, surface.text)
  const overlapping = scene.figures.find((figure) => figure.start < surface.end && figure.end > surface.start)
  if (overlapping !== undefined) throw alreadyRead(overlapping, proposal)
  const effect = effectSpan(scene, proposal, sentence, number)
  const victims = victimsOf(document.text, proposal.victimWords, sentence)
  const voice = checkedVoice(
    scene,
    [sentence],
    { ...surface, start: tokens[number.numberFrom]!.start },
    proposal.speaker,
  )
  const speaker = voice.speaker
  const comparator =
    number.comparatorAt === null ? null : spanOf(document.text, tokens, number.comparatorAt[0], number.comparatorAt[1])
  return {
    id: claimId(document.id, 'proposed figure', surface.text, occurrenceAt(document.text, surface)),
    value: number.value,
    valueMax: number.valueMax,
    vagueWord: number.vagueWord,
    comparator: number.comparator,
    effect: proposal.effect,
    manner: null,
    victims: victims.category,
    victimText: victims.span?.text ?? null,
    perpetrator: null,
    claimant: speaker?.name ?? null,
    via: voice.chain[0]?.name ?? null,
    chain: voice.chain.map((mention) => mention.name),
    place: null,
    placeId: null,
    eventDate: null,
    asOf: null,
    date: null,
    scope: 'other',
    partOf: null,
    repeatOf: null,
    unsure: [PROPOSED, voice.unsure].filter((reason) => reason !== null).join('; '),
    explanation: `proposed by ${proposer.model} at ${proposer.host}; the count re-parses, the effect stands in the words, the speaker is that of the text (${voice.rule})`,
    surface: surface.text,
    start: surface.start,
    end: surface.end,
    spans: {
      number: spanOf(document.text, tokens, number.numberFrom, number.numberTo),
      ...(comparator === null ? {} : { comparator }),
      effect,
      ...(victims.span === null ? {} : { victims: victims.span }),
      ...(speaker === null ? {} : { claimant: { start: speaker.start, end: speaker.end, text: speaker.text } }),
      ...cueOf(document.text, sentence, voice),
    },
    proposedBy: proposer,
  }
}

/** The one count that the quote holds, read in its sentence, so that a comparator before the quote is not lost. */
function countIn(sentence: Sentence, quoted: Span, text: string, published: string | null): NumberMention {
  const { tokens, language, start, end } = sentence
  const at = (index: number) => tokens[index]!
  const touched = numbers(tokens, language).filter(
    (number) => at(number.from).start < quoted.end && at(number.to - 1).end > quoted.start,
  )
  const [number, ...others] = touched
  if (number === undefined) throw new Outcome('the quote holds no count')
  if (others.length > 0) throw new Outcome('the quote holds more than one count')
  if (at(number.from).start < quoted.start || at(number.to - 1).end > quoted.end)
    throw new Outcome(
      `the quote cuts through a printed count: "${text.slice(at(number.from).start, at(number.to - 1).end)}"`,
    )
  const dated = resolveDates(text.slice(start, end), start, language, published)
  if (dated.some((date) => at(number.numberFrom).start < date.end && at(number.numberTo - 1).end > date.start))
    throw new Outcome('the number is part of a date')
  return number
}

function checkCount(proposal: ProposedFigure, number: NumberMention, surface: string): void {
  for (const field of ['value', 'valueMax', 'vagueWord', 'comparator'] as const)
    if (proposal[field] !== number[field])
      throw new Outcome(`${field}: the proposal says ${proposal[field]}, "${surface}" re-parses as ${number[field]}`)
}

function alreadyRead(figure: Figure, proposal: ProposedFigure): Outcome {
  const same =
    figure.effect === proposal.effect &&
    figure.value === proposal.value &&
    figure.valueMax === proposal.valueMax &&
    figure.vagueWord === proposal.vagueWord &&
    figure.comparator === proposal.comparator
  if (same) return new Outcome(`"${figure.surface}" was read already`, figure.id)
  return new Outcome(
    `it contradicts what was read at these characters: "${figure.surface}" (${figure.effect}); correct or reject that one`,
  )
}

/** The word of harm: one that the lexicon has for this effect in the sentence, else the proposal's words, if they stand there. */
function effectSpan({ talk }: Scene, proposal: ProposedFigure, sentence: Sentence, number: NumberMention): Span {
  const { text } = talk.document
  const { tokens } = sentence
  const harms = sentence.language === 'ar' ? arabicHarms(tokens) : harmsIn(tokens)
  const distance = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from >= number.to ? from - number.to : number.from - to
  const [nearest] = harms.filter(({ effect }) => effect === proposal.effect).sort((a, b) => distance(a) - distance(b))
  if (nearest !== undefined) return spanOf(text, tokens, nearest.from, nearest.to)
  if (proposal.effectWords === null)
    throw new Outcome(`no word of the sentence is known to say ${proposal.effect}, and the proposal quotes none`)
  const span = within(text, proposal.effectWords, sentence)
  if (span === null) throw new Outcome('the words quoted for the effect do not stand in the sentence of the count')
  const other = harms.find(({ from, to }) => tokens[from]!.start < span.end && tokens[to - 1]!.end > span.start)
  if (other !== undefined)
    throw new Outcome(`the words quoted for the effect say ${other.effect}, not ${proposal.effect}`)
  return span
}

/** The category by the lexicon, never by the proposal's word. */
function victimsOf(
  text: string,
  words: string | null,
  sentence: Sentence,
): { readonly span: Span | null; readonly category: VictimCategory } {
  if (words === null) return { span: null, category: 'people' }
  const span = within(text, words, sentence)
  if (span === null) throw new Outcome('the words quoted for the victims do not stand in the sentence of the count')
  const norms = tokenise(words).map((token) => token.norm)
  const arabic = norms.map(arabicCategory).find((category) => category !== null)
  return { span, category: sentence.language === 'ar' ? (arabic ?? 'people') : phraseCategory(norms) }
}

function within(text: string, words: string, { start, end }: Sentence): Span | null {
  const at = text.slice(start, end).indexOf(words)
  return at === -1 ? null : { start: start + at, end: start + at + words.length, text: words }
}

function claimOf(scene: Scene, proposal: ProposedClaim, content: Span): Claim {
  const { talk, proposer } = scene
  const { document } = talk
  const { kind } = proposal
  const held = sentencesOf(scene, content)
  const words = held.flatMap(({ tokens }) =>
    tokens.filter((token) => token.kind === 'word' && token.start >= content.start && token.end <= content.end),
  )
  if (words.length < 2) throw new Outcome('the quote of a claim holds two whole words at least')
  for (const claim of scene.claims) {
    const shared = Math.min(claim.content.end, content.end) - Math.max(claim.content.start, content.start)
    if (shared * 2 <= Math.min(content.end - content.start, claim.content.end - claim.content.start)) continue
    if (claim.kind !== kind) continue
    if (sameSpeaker(scene, claim.speaker, proposal.speaker)) throw new Outcome('it was read already', claim.id)
    throw new Outcome(`it contradicts what was read here: a ${kind} of ${claim.speaker ?? 'the outlet'}`)
  }
  const asserted = toldIn(scene, content, proposal.speaker) ?? voicedIn(scene, held, content, proposal.speaker)
  const language = held[0]!.language
  const due =
    kind === 'commitment' || kind === 'demand'
      ? resolveDeadline(content.text, content.start, language, null, document.published)
      : null
  return {
    id: claimId(document.id, `proposed ${kind}`, content.text, occurrenceAt(document.text, content)),
    kind,
    speaker: asserted.speaker,
    role: asserted.role,
    via: asserted.via,
    addressee: null,
    target: null,
    cue: asserted.cue,
    content,
    quotes: [],
    date: null,
    due,
    unsure: [PROPOSED, asserted.unsure].filter((reason) => reason !== null).join('; '),
    explanation: `proposed by ${proposer.model} at ${proposer.host}; the words stand in the document, the speaker is that of the text (${asserted.rule})`,
    start: content.start,
    end: content.end,
    spans: asserted.at === null ? {} : { speaker: asserted.at },
    proposedBy: proposer,
  }
}

/** Who asserts a stretch, by either reader of attributions. */
interface Asserted extends Pick<Claim, 'speaker' | 'role' | 'via' | 'cue' | 'unsure'> {
  readonly at: Span | null
  readonly rule: string
}

/** By a claim that was read and holds these words: its speaker, where the proposal means the same; else null. */
function toldIn(scene: Scene, content: Span, speaker: string | null): Asserted | null {
  const length = (claim: Claim) => claim.content.end - claim.content.start
  const [told] = scene.claims
    .filter((claim) => claim.content.start <= content.start && claim.content.end >= content.end)
    .sort((a, b) => length(a) - length(b))
  if (told === undefined || !sameSpeaker(scene, told.speaker, speaker)) return null
  return { ...told, at: told.spans.speaker ?? null, rule: `inside of a ${told.kind} of this speaker` }
}

function voicedIn(scene: Scene, held: readonly Sentence[], content: Span, named: string | null): Asserted {
  const voice = checkedVoice(scene, held, content, named)
  const { speaker, chain, unsure, rule } = voice
  return {
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    via: chain[0]?.name ?? null,
    cue: cueOf(scene.talk.document.text, held[0]!, voice).cue ?? null,
    at: speaker === null ? null : { start: speaker.start, end: speaker.end, text: speaker.text },
    unsure,
    rule,
  }
}

const PROPOSED = 'proposed by a second reader, not read by the rules'

function cueOf(text: string, sentence: Sentence, { speaker, attribution }: Voice): { readonly cue?: Span } {
  const own = speaker !== null && speaker.start >= sentence.start && speaker.end <= sentence.end
  if (!own || attribution === null || attribution.cueTo <= attribution.cueFrom) return {}
  return { cue: spanOf(text, sentence.tokens, attribution.cueFrom, attribution.cueTo) }
}

function spanOf(text: string, tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[from]!.start
  const end = tokens[to - 1]!.end
  return { start, end, text: text.slice(start, end) }
}

/** How many times the characters stand in the text before this place. */
function occurrenceAt(text: string, { start, text: words }: Span): number {
  let count = 0
  for (let at = text.indexOf(words); at !== -1 && at < start; at = text.indexOf(words, at + 1)) count++
  return count
}
