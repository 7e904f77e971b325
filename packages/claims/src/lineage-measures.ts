/** What is measured on a pair of documents, and the kind of edge that it speaks for. */
import { type Aligner, createAligner, type DocumentAlignment } from './alignment.ts'
import type { Knowledge } from './knowledge.ts'
import { agenciesOf } from './lineage-agency.ts'
import { candidatePairs, mix } from './lineage-candidates.ts'
import { derivationProbability } from './lineage-confidence.ts'
import { buildCorpus, type Corpus } from './lineage-corpus.ts'
import { dayBounds } from './lineage-direction.ts'
import { byText } from './lineage-id.ts'
import { corpusOfMarks, type Mark, markFinder, type Script, scriptOf } from './lineage-marks.ts'
import type { EdgeKind, ReadDocument } from './lineage-model.ts'
import { type Quotation, quotations, type SharedQuote, sharedQuotes } from './lineage-quotes.ts'

/** What was measured on a pair of documents; `confidenceOf` weighs it. */
export interface PairMeasures {
  readonly alignment: DocumentAlignment
  readonly quotes: readonly SharedQuote[]
  /** Words in shared quotations. */
  readonly quotedWords: number
  /** Figures that agree in number, comparator and effect. */
  readonly figures: number
  /** Agencies that both credit, and those that only one credits. */
  readonly sharedAgencies: readonly string[]
  readonly loneAgencies: readonly string[]
}

/** Documents in one order whatever order they came in, with everything that comparing them needs. */
export interface Comparison {
  readonly documents: readonly ReadDocument[]
  readonly corpus: Corpus
  readonly quotes: readonly (readonly Quotation[])[]
  readonly agencies: readonly (readonly string[])[]
  readonly aligner: Aligner
}

export function prepareComparison(documents: readonly ReadDocument[], knowledge?: Knowledge): Comparison {
  const ordered = [...documents].sort((x, y) => byText(orderKey(x), orderKey(y)))
  const corpus = buildCorpus(ordered)
  return {
    documents: ordered,
    corpus,
    quotes: ordered.map(quotations),
    agencies: ordered.map((document) => agenciesOf(document, knowledge)),
    aligner: createAligner(corpus),
  }
}

/** The same documents reduced to what a translation keeps; null where all are in one script. */
export interface Crossing {
  readonly corpus: Corpus
  readonly aligner: Aligner
  readonly scripts: readonly Script[]
  readonly find: (document: ReadDocument) => readonly (readonly Mark[])[]
}

export function prepareCrossing(documents: readonly ReadDocument[], knowledge?: Knowledge): Crossing | null {
  const scripts = documents.map(scriptOf)
  if (new Set(scripts).size < 2) return null
  const find = markFinder(documents, knowledge)
  const corpus = corpusOfMarks(documents, find)
  return { corpus, aligner: createAligner(corpus), scripts, find }
}

/** For each document the earlier ones worth comparing. */
export function candidatesOf({ corpus, quotes }: Comparison): readonly (readonly number[])[] {
  return candidatePairs(corpus, quotes.map(quoteKeys))
}

/** Earliest publication first, undated last, ties by id. */
function orderKey(document: ReadDocument): string {
  return `${dayBounds(document.published)?.earliest ?? '9999'} ${document.published ?? ''} ${document.id}`
}

function quoteKeys(quotes: readonly Quotation[]): readonly number[] {
  return quotes.map(({ words }) => words.reduce((hash, word) => mix(hash, textHash(word)), 0x51ed270b))
}

function textHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Measures a pair whose first document the aligner is anchored to. */
export function measurePair(
  { documents, quotes, agencies, aligner }: Comparison,
  one: number,
  other: number,
): PairMeasures {
  const shared = sharedQuotes(quotes[one]!, quotes[other]!)
  return {
    alignment: aligner.align(other),
    quotes: shared,
    quotedWords: shared.reduce((sum, quote) => sum + quote.run, 0),
    figures: agreeingFigures(documents[one]!, documents[other]!).length,
    sharedAgencies: agencies[one]!.filter((name) => agencies[other]!.includes(name)),
    loneAgencies: [
      ...agencies[one]!.filter((name) => !agencies[other]!.includes(name)),
      ...agencies[other]!.filter((name) => !agencies[one]!.includes(name)),
    ],
  }
}

/** The kind that the measures speak for; null where they speak for none. */
export function kindOf(measures: PairMeasures): EdgeKind | null {
  const { alignment, quotedWords, quotes } = measures
  const count = alignment.pairs.length
  const verbatim = Math.max(alignment.verbatimA, alignment.verbatimB)
  const near = Math.max(alignment.nearA, alignment.nearB)
  const covered = Math.max(alignment.coveredA, alignment.coveredB)
  const kept = Math.max(alignment.keptA, alignment.keptB)
  const wordForWord = alignment.pairs.filter((pair) => pair.triples >= 0.8).length
  const credited = measures.sharedAgencies.length + measures.loneAgencies.length > 0
  if (alignment.agreement >= 0.5) {
    if (credited && (verbatim >= 0.2 || wordForWord >= 4 || (near >= 0.3 && count >= 4))) return 'shared-wire'
    if (covered < 0.8 && kept >= 0.85 && wordForWord >= 3 && verbatim >= 0.2) return 'shared-wire'
    const exact = Math.max(alignment.exactA, alignment.exactB)
    if (covered >= 0.8 && exact >= 0.985) return 'verbatim'
    if (covered >= 0.5 && count >= 2 && kept >= 0.65) return 'edited'
    if (covered >= 0.5 && count >= 2 && derivationProbability(measures) >= 0.5) return 'paraphrase'
  }
  if (quotedWords >= 8 || (quotes.length >= 2 && quotedWords >= 4 && count >= 2)) return 'same-primary-statement'
  return null
}

/** Pairs of figures that agree in number, comparator and effect. */
export function agreeingFigures(a: ReadDocument, b: ReadDocument): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = []
  a.figures.forEach((figure, i) => {
    if (figure.value === null) return
    const j = b.figures.findIndex(
      (other) =>
        other.value === figure.value &&
        other.valueMax === figure.valueMax &&
        other.comparator === figure.comparator &&
        other.effect === figure.effect,
    )
    if (j >= 0) pairs.push([i, j])
  })
  return pairs
}
