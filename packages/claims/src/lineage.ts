/** Who republishes whom: candidate pairs, their alignment, and the edges and drift that follow. */
import type { Span } from './document.ts'
import { findDrift } from './drift.ts'
import type { Knowledge } from './knowledge.ts'
import { isAgencyItself } from './lineage-agency.ts'
import { confidenceOf } from './lineage-confidence.ts'
import type { Corpus } from './lineage-corpus.ts'
import { crossingEdges } from './lineage-crossing.ts'
import { lean } from './lineage-direction.ts'
import { byText, derivedId } from './lineage-id.ts'
import {
  agreeingFigures,
  type Comparison,
  candidatesOf,
  inOrder,
  kindOf,
  measurePair,
  prepareComparison,
} from './lineage-measures.ts'
import type { Alignment, Drift, Edge, EdgeKind, Lineage, ReadDocument } from './lineage-model.ts'
import type { PairMeasures } from './lineage-pair.ts'
import { corpusNames } from './names-corpus.ts'

/** Edges below this confidence are not drawn: no edge means that no derivation was found. */
export const LEAST_CONFIDENCE = 0.5
/**
 * Edges of one text that are drawn to earlier carriers of it. Further carriers that are joined to one of these already
 * are left out: two hundred copies of a wire are one group, not twenty thousand edges.
 */
const ENOUGH = 8
const CARRIES: ReadonlySet<EdgeKind> = new Set(['verbatim', 'edited', 'shared-wire'])
const NOBODY: ReadonlySet<number> = new Set()
/** Aligned passages shown for an edge. */
const SHOWN = 40

/**
 * Derivation between documents and the drift along it. The answer depends on the documents alone, never on their order.
 * No edge between two documents means that no derivation was found, not that they are independent; in a large group of
 * carriers of one text, that they are joined through others.
 */
export function deriveLineage(documents: readonly ReadDocument[], knowledge?: Knowledge): Lineage {
  const edges = deriveEdges(documents, knowledge)
  return { edges, drift: deriveDrift(documents, edges, knowledge) }
}

/** Drift along edges that were derived, and between carriers of one figure. */
export function deriveDrift(
  documents: readonly ReadDocument[],
  edges: readonly Edge[],
  knowledge?: Knowledge,
): readonly Drift[] {
  return findDrift(inOrder(documents), edges, corpusNames(documents, knowledge))
}

/** Derivation between documents alone: what takes long, and rests on texts far more than on single figures. */
export function deriveEdges(documents: readonly ReadDocument[], knowledge?: Knowledge): readonly Edge[] {
  const comparison = prepareComparison(documents, knowledge)
  const found: Edge[] = []
  const carried = new Map<number, Set<number>>()
  for (const [one, others] of candidatesOf(comparison).entries()) {
    if (others.length === 0) continue
    comparison.aligner.anchor(one)
    const sources = new Set<number>()
    for (const other of others) {
      if (sources.size >= ENOUGH && !sources.isDisjointFrom(carried.get(other) ?? NOBODY)) continue
      const edge = judge(comparison, one, other, knowledge)
      if (edge === null) continue
      found.push(edge)
      if (CARRIES.has(edge.kind)) sources.add(other)
    }
    if (sources.size > 0) carried.set(one, sources)
  }
  const joined = new Set(found.map(({ a, b }) => `${a} ${b}`))
  const across = crossingEdges(comparison.documents, {
    names: comparison.names,
    agencies: comparison.agencies,
    knowledge,
  }).filter(({ a, b }) => !joined.has(`${a} ${b}`))
  return found.concat(across).sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b))
}

function judge(comparison: Comparison, one: number, other: number, knowledge: Knowledge | undefined): Edge | null {
  const a = comparison.documents[one]!
  const b = comparison.documents[other]!
  const measures = measurePair(comparison, one, other)
  const kind = kindOf(measures)
  if (kind === null) return null
  const confidence = confidenceOf(kind, measures)
  if (confidence < LEAST_CONFIDENCE) return null

  const swap = a.id > b.id
  const [first, second] = swap ? [b, a] : [a, b]
  const evidence = evidenceOf(a, b, comparison.corpus, measures).map((each) =>
    swap ? { ...each, a: each.b, b: each.a } : each,
  )
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
