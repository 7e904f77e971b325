/** How sure an edge is: a logistic of what was measured. */
import type { PairMeasures } from './lineage-measures.ts'
import type { EdgeKind } from './lineage-model.ts'

/** Probability that an edge of this kind is right, 0 to 1. */
export function confidenceOf(kind: EdgeKind, measures: PairMeasures): number {
  const { alignment } = measures
  const covered = Math.max(alignment.coveredA, alignment.coveredB)
  const near = Math.max(alignment.nearA, alignment.nearB)
  const z =
    kind === 'same-primary-statement'
      ? 0.15 * measures.quotedWords - 0.5
      : -4 + 5 * covered + 4 * near + 2 * alignment.ordinary + 0.1 * measures.quotedWords
  return Math.round((1 / (1 + Math.exp(-z))) * 1000) / 1000
}
