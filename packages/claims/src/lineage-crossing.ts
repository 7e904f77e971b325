/** Edges between documents in different scripts, by what a translation keeps. */
import type { SentencePair } from './alignment.ts'
import type { Knowledge } from './knowledge.ts'
import { candidatePairs } from './lineage-candidates.ts'
import { crossingProbability } from './lineage-confidence.ts'
import { lean } from './lineage-direction.ts'
import { derivedId } from './lineage-id.ts'
import { agreeingFigures, type Crossing, prepareCrossing } from './lineage-measures.ts'
import type { Alignment, Edge, ReadDocument } from './lineage-model.ts'

/** Marks are few, so more is asked of them than of words. */
const LEAST_CONFIDENCE = 0.75
const LEAST_PAIRS = 4
const SHOWN = 12

/** Edges across scripts; none where all documents are in one. `documents` in the order of `prepareComparison`. */
export function crossingEdges(documents: readonly ReadDocument[], knowledge?: Knowledge): readonly Edge[] {
  const crossing = prepareCrossing(documents, knowledge)
  if (crossing === null) return []
  const edges: Edge[] = []
  for (const [one, others] of candidatePairs(crossing.corpus, []).entries()) {
    const across = others.filter((other) => crossing.scripts[other] !== crossing.scripts[one])
    if (across.length === 0) continue
    crossing.aligner.anchor(one)
    for (const other of across) {
      const edge = judge(documents, crossing, one, other)
      if (edge !== null) edges.push(edge)
    }
  }
  return edges
}

function judge(documents: readonly ReadDocument[], crossing: Crossing, one: number, other: number): Edge | null {
  const alignment = crossing.aligner.align(other)
  if (alignment.pairs.length < LEAST_PAIRS) return null
  const confidence = crossingProbability(alignment)
  if (confidence < LEAST_CONFIDENCE) return null
  const swap = documents[one]!.id > documents[other]!.id
  const [a, b] = swap ? [documents[other]!, documents[one]!] : [documents[one]!, documents[other]!]
  const pairs = alignment.pairs.map((pair) => (swap ? { ...pair, a: pair.b, b: pair.a } : pair))
  const { lean: leaning, why } = lean(a, b, [])
  return {
    id: derivedId('edge', [a.id, b.id, 'paraphrase']),
    a: a.id,
    b: b.id,
    kind: 'paraphrase',
    direction: leaning > 0 ? 'a-to-b' : leaning < 0 ? 'b-to-a' : 'none',
    confidence,
    evidence: evidenceOf(a, b, crossing, pairs),
    reason: `across languages, by names, numbers and dates: ${pairs.length} passages aligned; ${why}`,
  }
}

function evidenceOf(
  a: ReadDocument,
  b: ReadDocument,
  crossing: Crossing,
  pairs: readonly SentencePair[],
): readonly Alignment[] {
  const { sentenceStart, sentenceEnd } = crossing.corpus
  const span = (document: ReadDocument, sentence: number) => {
    const [start, end] = [sentenceStart[sentence]!, sentenceEnd[sentence]!]
    return { start, end, text: document.text.slice(start, end) }
  }
  const evidence: Alignment[] = pairs.map((pair) => ({
    a: span(a, pair.a),
    b: span(b, pair.b),
    score: Math.round(Math.min(1, pair.score) * 1000) / 1000,
    kind: 'sentence',
  }))
  for (const [i, j] of agreeingFigures(a, b)) {
    const [one, other] = [a.figures[i]!, b.figures[j]!]
    evidence.push({
      a: { start: one.start, end: one.end, text: one.surface },
      b: { start: other.start, end: other.end, text: other.surface },
      score: 1,
      kind: 'figure',
    })
  }
  const inB = new Map(
    crossing
      .find(b)
      .flat()
      .toReversed()
      .map((mark) => [mark.mark, mark]),
  )
  const shown = new Set<string>()
  for (const { mark, start, end, text } of crossing.find(a).flat()) {
    const twin = inB.get(mark)
    if (twin === undefined || /^[\d#]/.test(mark) || shown.has(mark) || shown.size >= SHOWN) continue
    shown.add(mark)
    evidence.push({
      a: { start, end, text },
      b: { start: twin.start, end: twin.end, text: twin.text },
      score: mark.startsWith('=') ? 1 : 0.8,
      kind: 'name',
    })
  }
  return evidence
}
