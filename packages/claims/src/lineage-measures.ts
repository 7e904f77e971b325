/** What is measured on a pair of documents, and the kind of edge that it speaks for. */
import { type Aligner, createAligner, type DocumentAlignment, type SentencePair } from './alignment.ts'
import type { Knowledge } from './knowledge.ts'
import { daysApart, publicationDays } from './known-day.ts'
import { agenciesOf } from './lineage-agency.ts'
import { candidatePairs, mix } from './lineage-candidates.ts'
import { derivationProbability, statementProbability } from './lineage-confidence.ts'
import { buildCorpus, type Corpus } from './lineage-corpus.ts'
import { byText } from './lineage-id.ts'
import type { EdgeKind, ReadDocument } from './lineage-model.ts'
import type { PairMeasures, PlainMeasures } from './lineage-pair.ts'
import { type Quotation, quotations, type SharedQuote, sharedQuotes } from './lineage-quotes.ts'
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
  const ordered = inOrder(documents)
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
export function inOrder(documents: readonly ReadDocument[]): readonly ReadDocument[] {
  const keyed = documents.map((document) => ({
    document,
    key: `${publicationDays(document)?.earliest ?? '9999'} ${document.published ?? ''} ${document.id}`,
  }))
  return keyed.sort((x, y) => byText(x.key, y.key)).map(({ document }) => document)
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
    ...speakersOfQuotes(comparison, shared, documents[one]!, documents[other]!),
    plain: plainMeasures(comparison, alignment, one, other),
    daysApart: daysApart(documents[one]!, documents[other]!),
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

function speakersOfQuotes(
  { names }: Comparison,
  shared: readonly SharedQuote[],
  a: ReadDocument,
  b: ReadDocument,
): Pick<PairMeasures, 'sameSpeaker' | 'otherSpeaker'> {
  const speakerOf = ({ claims }: ReadDocument, { span }: Quotation) => {
    const claim = claims.find((each) => each.speaker !== null && each.start <= span.start && span.start < each.end)
    return claim === undefined ? null : names.parties.key(claim.speaker!)
  }
  const counts = { sameSpeaker: 0, otherSpeaker: 0 }
  for (const quote of shared) {
    const [one, other] = [speakerOf(a, quote.a), speakerOf(b, quote.b)]
    if (one !== null && other !== null) counts[one === other ? 'sameSpeaker' : 'otherSpeaker']++
  }
  return counts
}

function plainMeasures(
  { corpus, quotes }: Comparison,
  { pairs }: DocumentAlignment,
  one: number,
  other: number,
): PlainMeasures {
  const quoting = new Set<number>()
  const length = (sentence: number) => corpus.sentenceEnd[sentence]! - corpus.sentenceStart[sentence]!
  const all = [one, other].map((document) => {
    let sum = 0
    for (let s = corpus.documentSentences[document]!; s < corpus.documentSentences[document + 1]!; s++) {
      const [start, end] = [corpus.sentenceStart[s]!, corpus.sentenceEnd[s]!]
      if (quotes[document]!.some(({ span }) => span.start < end && start < span.end)) quoting.add(s)
      else sum += end - start
    }
    return sum
  })
  const plain = pairs.filter(({ a, b }) => !quoting.has(a) && !quoting.has(b))
  const covered = (side: 'a' | 'b', whole: number) => {
    const sum = [...new Set(plain.map((pair) => pair[side]))].reduce((total, sentence) => total + length(sentence), 0)
    return whole === 0 ? 0 : sum / whole
  }
  const [more, less] = [covered('a', all[0]!), covered('b', all[1]!)].sort((x, y) => y - x) as [number, number]
  const mean = (of: (pair: SentencePair) => number) =>
    plain.length === 0 ? 0 : plain.reduce((sum, pair) => sum + of(pair), 0) / plain.length
  return {
    covered: [more, less],
    count: plain.length,
    ordinary: mean(({ ordinary }) => ordinary),
    kept: mean(({ triples }) => triples),
  }
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

/** Coverage outside quotations below which two texts that quote the same are no edit of each other. */
const LEAST_PLAIN = 0.3

/** The kind that the measures speak for; null where they speak for none. */
export function kindOf(measures: PairMeasures): EdgeKind | null {
  const { alignment, quotes } = measures
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
    const written = measures.quotes.length === 0 || measures.plain.covered[0] >= LEAST_PLAIN
    if (covered >= 0.5 && count >= 2 && kept >= 0.65 && written) return 'edited'
    // One story retold keeps its numbers; a later report of the same event has others.
    const retold = alignment.numbered < 2 || alignment.misnumbered * 2 < alignment.numbered
    const derived = derivationProbability(measures) >= 0.5
    if (covered >= 0.5 && count >= 2 && retold && written && derived) return 'paraphrase'
  }
  return quotes.length > 0 && statementProbability(measures) >= 0.5 ? 'same-primary-statement' : null
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
