/** Edges between documents in different scripts, by what a translation keeps. */
import type { Knowledge } from './knowledge.ts'
import { candidatePairs } from './lineage-candidates.ts'
import { type CrossingJudgement, crossingJudgement } from './lineage-confidence.ts'
import {
  type Crossing,
  type CrossingMeasures,
  measureCrossing,
  prepareCrossing,
  type Sentence,
} from './lineage-crossing-measures.ts'
import { lean } from './lineage-direction.ts'
import { derivedId } from './lineage-id.ts'
import { agreeingFigures } from './lineage-measures.ts'
import type { Alignment, Edge, EdgeKind, ReadDocument } from './lineage-model.ts'
import type { CorpusNames } from './names-corpus.ts'

/** Probability that the two are joined at all below which no edge is drawn: marks are few, so much is asked of them. */
const LEAST_JOINED = 0.84
const LEAST_CONFIDENCE = 0.5
const LEAST_BEADS = 2
const SHOWN = 40
const NAMES_SHOWN = 12

export interface CrossingContext {
  readonly names: CorpusNames
  readonly agencies: readonly (readonly string[])[]
  readonly knowledge: Knowledge | undefined
}

/** Edges across scripts; none where all documents are in one. `documents` in the order of `prepareComparison`. */
export function crossingEdges(documents: readonly ReadDocument[], context: CrossingContext): readonly Edge[] {
  const crossing = prepareCrossing(documents, context.names, context.knowledge)
  if (crossing === null) return []
  const edges: Edge[] = []
  for (const [one, others] of crossingCandidates(crossing).entries()) {
    for (const other of others) {
      const measures = measureCrossing(crossing, one, other)
      const judgement = crossingJudgement(measures.features)
      if (measures.beads.length < LEAST_BEADS || judgement.joined < LEAST_JOINED) continue
      if (judgement.confidence < LEAST_CONFIDENCE) continue
      edges.push(edgeOf(crossing, context, one, other, measures, judgement))
    }
  }
  return edges
}

/** For each document the earlier ones in another script worth comparing. */
export function crossingCandidates({ corpus, scripts }: Crossing): readonly (readonly number[])[] {
  return candidatePairs(corpus, []).map((others, one) => others.filter((other) => scripts[other] !== scripts[one]))
}

function edgeOf(
  crossing: Crossing,
  { agencies }: CrossingContext,
  one: number,
  other: number,
  { beads }: CrossingMeasures,
  { judgement, confidence }: CrossingJudgement,
): Edge {
  const shared = agencies[one]!.filter((agency) => agencies[other]!.includes(agency))
  const kind: EdgeKind =
    judgement === 'statement' ? 'same-primary-statement' : shared.length > 0 ? 'shared-wire' : 'paraphrase'
  const swap = crossing.documents[one]!.id > crossing.documents[other]!.id
  const [first, second] = swap ? [other, one] : [one, other]
  const [a, b] = [crossing.documents[first]!, crossing.documents[second]!]
  const { lean: leaning, why } =
    kind === 'paraphrase' ? lean(a, b, []) : { lean: 0, why: 'neither is shown to derive from the other' }
  const [inA, inB] = [crossing.sentences(first), crossing.sentences(second)]
  const passages = beads.map((bead) => {
    const [x, y] = [passage(crossing, one, bead.a, bead.spanA), passage(crossing, other, bead.b, bead.spanB)]
    const score = Math.round(Math.min(1, bead.either === 0 ? 0.5 : bead.shared / bead.either) * 1000) / 1000
    return { a: swap ? y : x, b: swap ? x : y, score, kind: 'sentence' as const }
  })
  const what = {
    paraphrase: 'one text in two languages',
    'shared-wire': `one text in two languages, and ${shared.join(', ').toUpperCase()} is credited`,
    'same-primary-statement': 'one statement in two languages, otherwise separately written',
  }[kind]
  return {
    id: derivedId('edge', [a.id, b.id, kind]),
    a: a.id,
    b: b.id,
    kind,
    direction: leaning > 0 ? 'a-to-b' : leaning < 0 ? 'b-to-a' : 'none',
    confidence,
    evidence: [...passages.slice(0, SHOWN), ...figurePairs(a, b), ...namePairs(inA, inB)],
    reason: `${what}, by names, numbers, dates and quotations in their order: ${beads.length} passages aligned; ${why}`,
  }
}

function passage(crossing: Crossing, document: number, at: number, span: 1 | 2) {
  const sentences = crossing.sentences(document)
  const [start, end] = [sentences[at]!.start, sentences[at + span - 1]!.end]
  return { start, end, text: crossing.documents[document]!.text.slice(start, end) }
}

function figurePairs(a: ReadDocument, b: ReadDocument): readonly Alignment[] {
  return agreeingFigures(a, b).map(([i, j]) => {
    const [one, other] = [a.figures[i]!, b.figures[j]!]
    return {
      a: { start: one.start, end: one.end, text: one.surface },
      b: { start: other.start, end: other.end, text: other.surface },
      score: 1,
      kind: 'figure',
    }
  })
}

/** Names that both print, each where it first stands. */
function namePairs(a: readonly Sentence[], b: readonly Sentence[]): readonly Alignment[] {
  const inB = new Map(
    b
      .flatMap(({ found }) => found)
      .toReversed()
      .map((mark) => [mark.mark, mark]),
  )
  const pairs = new Map<string, Alignment>()
  for (const { mark, start, end, text } of a.flatMap(({ found }) => found)) {
    const twin = inB.get(mark)
    if (twin === undefined || /^[\d#~]/.test(mark) || pairs.has(mark) || pairs.size >= NAMES_SHOWN) continue
    const score = mark.startsWith('=') ? 1 : 0.8
    pairs.set(mark, {
      a: { start, end, text },
      b: { start: twin.start, end: twin.end, text: twin.text },
      score,
      kind: 'name',
    })
  }
  return [...pairs.values()]
}
