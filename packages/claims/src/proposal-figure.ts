/** A proposed figure: its count re-parses from the document, its effect and victims stand in the words of its sentence. */
import { claimId } from './claim-id.ts'
import { resolveDates } from './dates.ts'
import type { Span } from './document.ts'
import type { Figure, VictimCategory } from './figure.ts'
import { arabicCategory, arabicHarms } from './lexicon-ar.ts'
import { harmsIn } from './lexicon-en.ts'
import { phraseCategory } from './lexicon-victims.ts'
import { type NumberMention, numbers } from './number.ts'
import type { ProposedFigure } from './proposal.ts'
import { Outcome, occurrenceAt, PROPOSED, type Scene, sentencesOf, spanOf } from './proposal-scene.ts'
import { checkedVoice, cueOf } from './proposal-voice.ts'
import type { Sentence } from './sentence.ts'
import { tokenise } from './token.ts'

/** Throws the outcome where the proposal is refused or a duplicate. */
export function figureOf(scene: Scene, proposal: ProposedFigure, quoted: Span): Figure {
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
    carried: [],
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
