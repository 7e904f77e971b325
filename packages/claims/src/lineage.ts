/** Who republishes whom: candidate pairs, their alignment, and the edges and drift that follow. */
import { type Aligner, createAligner, type DocumentAlignment } from './alignment.ts'
import type { Span } from './document.ts'
import { findDrift } from './drift.ts'
import type { Knowledge } from './knowledge.ts'
import { agenciesOf, isAgencyItself } from './lineage-agency.ts'
import { candidatePairs, mix } from './lineage-candidates.ts'
import { confidenceOf } from './lineage-confidence.ts'
import { buildCorpus, type Corpus } from './lineage-corpus.ts'
import { dayBounds, isBefore, lean } from './lineage-direction.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { Alignment, Edge, EdgeKind, Lineage, ReadDocument } from './lineage-model.ts'
import { type Quotation, quotations, type SharedQuote, sharedQuotes } from './lineage-quotes.ts'

/** Edges below this confidence are not drawn: no edge means that no derivation was found. */
export const LEAST_CONFIDENCE = 0.5
/** Aligned passages shown for an edge. */
const SHOWN = 40

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

/**
 * Derivation between documents and the drift along it. The answer depends on the documents alone, never on their order.
 * No edge between two documents means that no derivation was found, not that they are independent.
 */
export function deriveLineage(documents: readonly ReadDocument[], knowledge?: Knowledge): Lineage {
  const ordered = [...documents].sort((x, y) => byText(orderKey(x), orderKey(y)))
  const corpus = buildCorpus(ordered)
  const quotes = ordered.map(quotations)
  const agencies = ordered.map((document) => agenciesOf(document, knowledge))
  const links = candidatePairs(corpus, quotes.map(quoteKeys))
  const aligner = createAligner(corpus)
  const edges: Edge[] = []
  for (let d = 0; d < ordered.length; d++) {
    const others = links[d]!
    if (others.length === 0) continue
    aligner.anchor(d)
    for (const other of others) {
      const edge = judge(ordered, corpus, quotes, agencies, aligner, d, other, knowledge)
      if (edge !== null) edges.push(edge)
    }
  }
  edges.sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b))
  return { edges, drift: findDrift(ordered, edges, knowledge) }
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

function judge(
  documents: readonly ReadDocument[],
  corpus: Corpus,
  quotes: readonly (readonly Quotation[])[],
  agencies: readonly (readonly string[])[],
  aligner: Aligner,
  one: number,
  other: number,
  knowledge: Knowledge | undefined,
): Edge | null {
  const alignment = aligner.align(other)
  const a = documents[one]!
  const b = documents[other]!
  const shared = sharedQuotes(quotes[one]!, quotes[other]!)
  const measures: PairMeasures = {
    alignment,
    quotes: shared,
    quotedWords: shared.reduce((sum, quote) => sum + quote.run, 0),
    figures: agreeingFigures(a, b).length,
    sharedAgencies: agencies[one]!.filter((name) => agencies[other]!.includes(name)),
    loneAgencies: [
      ...agencies[one]!.filter((name) => !agencies[other]!.includes(name)),
      ...agencies[other]!.filter((name) => !agencies[one]!.includes(name)),
    ],
  }
  const kind = kindOf(measures)
  if (kind === null) return null
  const confidence = confidenceOf(kind, measures)
  if (confidence < LEAST_CONFIDENCE) return null

  const swap = a.id > b.id
  const [first, second] = swap ? [b, a] : [a, b]
  const evidence = evidenceOf(a, b, corpus, measures).map((each) => (swap ? { ...each, a: each.b, b: each.a } : each))
  const { direction, why } = directionOf(kind, first, second, measures, swap, knowledge)
  return {
    id: derivedId('edge', [first.id, second.id, kind]),
    a: first.id,
    b: second.id,
    kind,
    direction,
    confidence,
    evidence,
    reason: `${describe(kind, measures)}; ${why}`,
  }
}

/** The kind that the measures speak for; null where they speak for none. */
export function kindOf(measures: PairMeasures): EdgeKind | null {
  const { alignment, quotedWords, quotes } = measures
  const verbatim = Math.max(alignment.verbatimA, alignment.verbatimB)
  const near = Math.max(alignment.nearA, alignment.nearB)
  const covered = Math.max(alignment.coveredA, alignment.coveredB)
  const leastCovered = Math.min(alignment.coveredA, alignment.coveredB)
  const wordForWord = alignment.pairs.filter((pair) => pair.triples >= 0.8).length
  const credited = measures.sharedAgencies.length + measures.loneAgencies.length > 0
  if (credited && (verbatim >= 0.2 || (wordForWord >= 2 && near >= 0.25))) return 'shared-wire'
  if (verbatim >= 0.85) return 'verbatim'
  if (wordForWord >= 2 && verbatim >= 0.2 && verbatim < 0.8 && covered < 0.8 && leastCovered < 0.75)
    return 'shared-wire'
  if (near >= 0.5) return 'edited'
  if (covered >= 0.5 && alignment.pairs.length >= 2) return 'paraphrase'
  if (quotedWords >= 8 || (quotes.length >= 2 && quotedWords >= 5)) return 'same-primary-statement'
  return null
}

function directionOf(
  kind: EdgeKind,
  a: ReadDocument,
  b: ReadDocument,
  measures: PairMeasures,
  swapped: boolean,
  knowledge: Knowledge | undefined,
): { direction: Edge['direction']; why: string } {
  if (kind === 'same-primary-statement') {
    return { direction: 'none', why: 'both report one statement; neither is shown to derive from the other' }
  }
  if (kind === 'shared-wire') {
    for (const agency of [...measures.sharedAgencies, ...measures.loneAgencies]) {
      const fromA = isAgencyItself(a, agency, knowledge)
      if (fromA !== isAgencyItself(b, agency, knowledge)) {
        return { direction: fromA ? 'a-to-b' : 'b-to-a', why: `${(fromA ? a : b).outlet} is the agency itself` }
      }
    }
    return { direction: 'none', why: 'both carry text of a common wire' }
  }
  const quotes = swapped ? measures.quotes.map((quote) => ({ ...quote, a: quote.b, b: quote.a })) : measures.quotes
  const { lean: leaning, why } = lean(a, b, quotes)
  if (leaning === 0) return { direction: 'none', why }
  return leaning > 0
    ? { direction: 'a-to-b', why: `${a.id} is nearer the origin: ${why}` }
    : { direction: 'b-to-a', why: `${b.id} is nearer the origin: ${why}` }
}

function describe(kind: EdgeKind, { alignment, quotes, sharedAgencies, loneAgencies }: PairMeasures): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`
  const aligned = `${alignment.pairs.length} passage${alignment.pairs.length === 1 ? '' : 's'} aligned, up to ${percent(
    Math.max(alignment.coveredA, alignment.coveredB),
  )} of a text`
  const agencies = [...sharedAgencies, ...loneAgencies]
  switch (kind) {
    case 'verbatim':
      return `word for word: ${aligned}`
    case 'edited':
      return `the same sentences with edits: ${aligned}`
    case 'paraphrase':
      return `the same story in other words: ${aligned}`
    case 'shared-wire':
      return agencies.length > 0
        ? `whole sentences in both, and ${agencies.join(', ').toUpperCase()} is credited: ${aligned}`
        : `whole sentences in both, each with text of its own: ${aligned}`
    case 'same-primary-statement':
      return `${quotes.length} quotation${quotes.length === 1 ? '' : 's'} of one statement in both; otherwise separately written`
  }
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

function evidenceOf(a: ReadDocument, b: ReadDocument, corpus: Corpus, measures: PairMeasures): readonly Alignment[] {
  const evidence: Alignment[] = []
  const strongest = [...measures.alignment.pairs].sort((x, y) => y.score - x.score || x.a - y.a).slice(0, SHOWN)
  for (const pair of strongest.sort((x, y) => x.a - y.a)) {
    evidence.push({
      a: spanAt(a, corpus.sentenceStart[pair.a]!, corpus.sentenceEnd[pair.a]!),
      b: spanAt(b, corpus.sentenceStart[pair.b]!, corpus.sentenceEnd[pair.b]!),
      score: rounded(pair.score),
      kind: 'sentence',
    })
  }
  for (const quote of measures.quotes) {
    evidence.push({ a: quote.a.span, b: quote.b.span, score: rounded(quote.share), kind: 'quote' })
  }
  for (const [i, j] of agreeingFigures(a, b)) {
    const one = a.figures[i]!
    const other = b.figures[j]!
    evidence.push({ a: spanAt(a, one.start, one.end), b: spanAt(b, other.start, other.end), score: 1, kind: 'figure' })
  }
  return evidence
}

export function spanAt(document: ReadDocument, start: number, end: number): Span {
  return { start, end, text: document.text.slice(start, end) }
}

function rounded(share: number): number {
  return Math.round(Math.min(1, share) * 1000) / 1000
}

/** Whether a is certainly the earlier publication. */
export function earlier(a: ReadDocument, b: ReadDocument): boolean {
  return isBefore(a, b)
}
