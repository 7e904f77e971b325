/** What is measured on a pair of documents, and the kind of edge that it speaks for. */
import { type Aligner, createAligner, type DocumentAlignment } from './alignment.ts'
import type { Knowledge } from './knowledge.ts'
import { publicationDays } from './known-day.ts'
import { agenciesOf } from './lineage-agency.ts'
import { candidatePairs, mix } from './lineage-candidates.ts'
import { derivationProbability } from './lineage-confidence.ts'
import { buildCorpus, type Corpus } from './lineage-corpus.ts'
import { byText } from './lineage-id.ts'
import type { EdgeKind, ReadDocument } from './lineage-model.ts'
import type { PairMeasures } from './lineage-pair.ts'
import { type Quotation, quotations, sharedQuotes } from './lineage-quotes.ts'
import { type CorpusNames, corpusNames } from './names-corpus.ts'

/** Documents in one order whatever order they came in, with everything that comparing them needs. */
export interface Comparison {
  readonly documents: readonly ReadDocument[]
  readonly corpus: Corpus
  readonly quotes: readonly (readonly Quotation[])[]
  readonly agencies: readonly (readonly string[])[]
  readonly aligner: Aligner
  readonly names: CorpusNames
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
    names: corpusNames(ordered, knowledge),
  }
}

/** For each document the earlier ones worth comparing. */
export function candidatesOf({ corpus, quotes }: Comparison): readonly (readonly number[])[] {
  return candidatePairs(corpus, quotes.map(quoteKeys))
}

/** Earliest publication first, undated last, ties by id. */
function orderKey(document: ReadDocument): string {
  return `${publicationDays(document)?.earliest ?? '9999'} ${document.published ?? ''} ${document.id}`
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
export function measurePair(comparison: Comparison, one: number, other: number): PairMeasures {
  const { documents, quotes, agencies, aligner } = comparison
  const shared = sharedQuotes(quotes[one]!, quotes[other]!)
  const alignment = aligner.align(other)
  return {
    alignment,
    echoed: shared.length === 0 ? 0 : echoedWords(comparison, alignment, one, other),
    spoken: shared.length === 0 ? 0 : spokenPairs(comparison, alignment, documents[one]!, documents[other]!),
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

function echoedWords({ corpus, quotes }: Comparison, alignment: DocumentAlignment, one: number, other: number): number {
  const stemsOf = (sentence: number) =>
    new Set(
      [...corpus.words.subarray(corpus.sentenceWords[sentence]!, corpus.sentenceWords[sentence + 1]!)].map(
        (word) => corpus.stems[word]!,
      ),
    )
  const echoIn = (document: number, sentence: number, facing: number): number => {
    const [start, end] = [corpus.sentenceStart[sentence]!, corpus.sentenceEnd[sentence]!]
    let echoed = 0
    for (const { span, words } of quotes[document]!) {
      if (span.start < start || span.end > end) continue
      const telling = new Set(words.filter((word) => word.length > 3))
      const met = telling.intersection(stemsOf(facing)).size
      if (telling.size >= ECHO && met >= 0.6 * telling.size) echoed += met
    }
    return echoed
  }
  return alignment.pairs.reduce(
    (sum, pair) => sum + Math.max(echoIn(one, pair.a, pair.b), echoIn(other, pair.b, pair.a)),
    0,
  )
}

function spokenPairs(
  { corpus, names }: Comparison,
  alignment: DocumentAlignment,
  a: ReadDocument,
  b: ReadDocument,
): number {
  const speakers = (document: ReadDocument, sentence: number) => {
    const [start, end] = [corpus.sentenceStart[sentence]!, corpus.sentenceEnd[sentence]!]
    const inside = document.claims.filter((claim) => claim.speaker !== null && claim.start < end && start < claim.end)
    return new Set(inside.map(({ speaker }) => names.parties.key(speaker!)))
  }
  return alignment.pairs.filter((pair) => !speakers(a, pair.a).isDisjointFrom(speakers(b, pair.b))).length
}

/** Telling words of a quotation that must come back in the other text to make it the same statement. */
const ECHO = 6

/** Weight of names and numbers, about two rare ones, that sentences without a credit must share to be a wire's. */
const SPECIFIC = 6

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
    if (covered < 0.8 && kept >= 0.85 && wordForWord >= 3 && verbatim >= 0.2 && alignment.specifics >= SPECIFIC) {
      return 'shared-wire'
    }
    const exact = Math.max(alignment.exactA, alignment.exactB)
    if (covered >= 0.8 && exact >= 0.985) return 'verbatim'
    if (covered >= 0.5 && count >= 2 && kept >= 0.65) return 'edited'
    // One story retold keeps its numbers; a later report of the same event has others.
    const retold = alignment.numbered < 2 || alignment.misnumbered * 2 < alignment.numbered
    if (covered >= 0.5 && count >= 2 && retold && derivationProbability(measures) >= 0.5) return 'paraphrase'
  }
  if (quotedWords >= 8 || (quotes.length >= 2 && quotedWords >= 4 && count >= 2)) return 'same-primary-statement'
  if (quotes.length >= 1 && (measures.spoken >= 2 || measures.echoed >= ECHO)) return 'same-primary-statement'
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
