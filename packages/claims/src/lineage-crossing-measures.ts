/** What is measured on two texts in different scripts, as numbers of about 0 to 1. */

import type { Knowledge } from './knowledge.ts'
import { daysApart } from './known-day.ts'
import type { Corpus } from './lineage-corpus.ts'
import { comparedBlocks, sentenceOffsets } from './lineage-corpus.ts'
import { alignedInOrder, type Bead, type Kept, lengthFit, quoteFit } from './lineage-crossing-alignment.ts'
import { corpusOfMarks, type Mark, markFinder, type Script, scriptOf } from './lineage-marks.ts'
import { agreeingFigures } from './lineage-measures.ts'
import type { ReadDocument } from './lineage-model.ts'
import { quotations } from './lineage-quotes.ts'
import type { CorpusNames } from './names-corpus.ts'

/** Documents reduced to what a translation keeps. */
export interface Crossing {
  readonly documents: readonly ReadDocument[]
  /** Its words are the marks. */
  readonly corpus: Corpus
  readonly scripts: readonly Script[]
  readonly sentences: (document: number) => readonly Sentence[]
}

export interface Sentence extends Kept {
  readonly start: number
  readonly end: number
  readonly found: readonly Mark[]
}

/** Null where all documents are in one script. */
export function prepareCrossing(
  documents: readonly ReadDocument[],
  names: CorpusNames,
  knowledge?: Knowledge,
): Crossing | null {
  const scripts = documents.map(scriptOf)
  if (new Set(scripts).size < 2) return null
  const find = markFinder(documents, knowledge)
  const corpus = corpusOfMarks(documents, find)
  const markNumbers = new Map(corpus.stems.map((mark, number) => [mark, number]))
  const kept = new Map<number, readonly Sentence[]>()
  const sentences = (document: number) => {
    const known = kept.get(document)
    if (known !== undefined) return known
    const made = sentencesOf(documents[document]!, document, corpus, markNumbers, find, names)
    if (kept.size > REMEMBERED) kept.clear()
    kept.set(document, made)
    return made
  }
  return { documents, corpus, scripts, sentences }
}

const REMEMBERED = 400

function sentencesOf(
  document: ReadDocument,
  number: number,
  corpus: Corpus,
  markNumbers: ReadonlyMap<string, number>,
  find: (document: ReadDocument) => readonly (readonly Mark[])[],
  names: CorpusNames,
): readonly Sentence[] {
  const quotes = quotations(document)
  const first = corpus.documentSentences[number]!
  const found = find(document)
  return comparedBlocks(document)
    .flatMap(({ start, end }) => sentenceOffsets(document.text, start, end))
    .map(([start, end], i) => {
      const marks = [
        ...new Set(corpus.words.subarray(corpus.sentenceWords[first + i]!, corpus.sentenceWords[first + i + 1]!)),
      ]
      const inside = quotes.filter(({ span }) => span.start < end && start < span.end)
      const quotedMarks = found[i]!.filter((mark) =>
        inside.some(({ span }) => span.start <= mark.start && mark.end <= span.end),
      ).map(({ mark }) => markNumbers.get(mark)!)
      const claims = document.claims.filter((claim) => claim.speaker !== null && claim.start < end && start < claim.end)
      return {
        start,
        end,
        marks,
        numbers: marks.filter((mark) => corpus.kinds[mark] === 2),
        quoted: inside.reduce((sum, { words }) => sum + words.length, 0),
        quotedMarks: [...new Set(quotedMarks)],
        length: end - start,
        speakers: new Set(claims.map(({ speaker }) => names.parties.key(speaker!))),
        found: found[i]!,
      }
    })
}

export const CROSSING_FEATURES = [
  'marks covered of the one',
  'marks covered of the other',
  'marks shared in what is aligned',
  'numbers shared',
  'figures shared',
  'quotations met',
  'quotations met, how many',
  'one order',
  'lengths fit',
  'weight of marks',
  'days apart',
  'quoted speakers met',
  'unbroken run',
  'text aligned of the one',
  'text aligned of the other',
  'marks quoted in both',
  'marks quoted in one',
  'density',
  'number of passages',
  'covered in order',
] as const

export interface CrossingMeasures {
  readonly beads: readonly Bead[]
  /** In the order of `CROSSING_FEATURES`. */
  readonly features: readonly number[]
}

export function measureCrossing(
  { documents, corpus, scripts, sentences }: Crossing,
  one: number,
  other: number,
): CrossingMeasures {
  const [a, b] = [sentences(one), sentences(other)]
  const weigh = (mark: number) => corpus.weights[mark]!
  const isArabicA = scripts[one] === 'arabic'
  const beads = alignedInOrder(a, b, weigh, isArabicA)
  const all = (text: readonly Sentence[]) =>
    text.reduce((sum, { marks }) => sum + marks.reduce((s, m) => s + weigh(m), 0), 0)
  const chain = beads.reduce((sum, { shared }) => sum + shared, 0)
  const either = beads.reduce((sum, bead) => sum + bead.either, 0)
  const covered = [share(chain, all(a)), share(chain, all(b))].sort((x, y) => y - x)
  const [numbersA, numbersB] = [numbersIn(a), numbersIn(b)]
  const numbers = [...numbersA].filter((mark) => numbersB.has(mark)).length
  const figures = agreeingFigures(documents[one]!, documents[other]!).length
  const quoting = (text: readonly Sentence[]) => text.filter(({ quoted }) => quoted > 0).length
  let quotes = 0
  let speakers = 0
  let fits = 0
  let run = 0
  let longest = 0
  let quotedBoth = 0
  let quotedOne = 0
  beads.forEach((bead, i) => {
    const [x, y] = [a[bead.a]!, b[bead.b]!]
    const fit = x.quoted > 0 && y.quoted > 0 ? quoteFit(x.quoted, y.quoted, isArabicA) : 0
    quotes += fit
    if (fit > 0 && !x.speakers.isDisjointFrom(y.speakers)) speakers++
    if (fit > 0) {
      for (const mark of x.quotedMarks) {
        if (y.marks.includes(mark)) quotedBoth += weigh(mark)
        else quotedOne += weigh(mark)
      }
      for (const mark of y.quotedMarks) if (!x.marks.includes(mark)) quotedOne += weigh(mark)
    }
    fits += lengthFit(x.length, y.length, isArabicA)
    const last = beads[i - 1]
    run = last !== undefined && last.a + last.spanA === bead.a && last.b + last.spanB === bead.b ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  const least = Math.min(a.length, b.length)
  return {
    beads,
    features: [
      covered[0]!,
      covered[1]!,
      share(chain, either),
      (numbers + 0.5) / (Math.min(numbersA.size, numbersB.size) + 1),
      (figures + 0.5) / (Math.min(documents[one]!.figures.length, documents[other]!.figures.length) + 1),
      quotes / Math.max(1, Math.min(quoting(a), quoting(b))),
      quotes / (quotes + 2),
      share(chain, inAnyOrder(a, b, weigh)),
      share(fits, beads.length),
      Math.log1p(chain) / 5,
      distance(daysApart(documents[one]!, documents[other]!)),
      speakers / (speakers + 2),
      share(longest, least),
      ...alignedText(a, b, beads),
      quotedBoth / (quotedBoth + 4),
      quotedOne / (quotedOne + 4),
      density(beads),
      Math.log1p(beads.length) / 3,
      covered[1]! * share(chain, inAnyOrder(a, b, weigh)),
    ],
  }
}

/** Share of the sentences between the first and the last bead that have a partner, over both texts. */
function density(beads: readonly Bead[]): number {
  const [first, last] = [beads[0], beads.at(-1)]
  if (first === undefined || last === undefined) return 0
  const aligned = beads.reduce((sum, { spanA, spanB }) => sum + spanA + spanB, 0)
  return share(aligned, last.a + last.spanA - first.a + last.b + last.spanB - first.b)
}

/** Share of the characters of each text that has a partner, the larger share first. */
function alignedText(a: readonly Sentence[], b: readonly Sentence[], beads: readonly Bead[]): readonly number[] {
  const length = (text: readonly Sentence[]) => text.reduce((sum, sentence) => sum + sentence.length, 0)
  const inA = beads.reduce((sum, bead) => sum + length(a.slice(bead.a, bead.a + bead.spanA)), 0)
  const inB = beads.reduce((sum, bead) => sum + length(b.slice(bead.b, bead.b + bead.spanB)), 0)
  return [share(inA, length(a)), share(inB, length(b))].sort((x, y) => y - x)
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, part / whole))

function numbersIn(text: readonly Sentence[]): ReadonlySet<number> {
  return new Set(text.flatMap((sentence) => sentence.numbers))
}

/** Weight that the sentences of a would share with the best of b, were order of no account. */
function inAnyOrder(a: readonly Sentence[], b: readonly Sentence[], weigh: (mark: number) => number): number {
  const holding = new Map<number, number[]>()
  b.forEach(({ marks }, j) => {
    for (const mark of marks) holding.set(mark, [...(holding.get(mark) ?? []), j])
  })
  return a.reduce((sum, { marks }) => {
    const met = new Map<number, number>()
    for (const mark of marks) for (const j of holding.get(mark) ?? []) met.set(j, (met.get(j) ?? 0) + weigh(mark))
    return sum + Math.max(0, ...met.values())
  }, 0)
}

/** 0 for one day, about 1 for three weeks; a third where a date is not known. */
const distance = (days: number | null) => (days === null ? 1 / 3 : Math.min(2, Math.log1p(days) / 3))
