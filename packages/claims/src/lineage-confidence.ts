/** How sure an edge is: a logistic of what was measured, fitted by `bench/lineage-fit.ts`. */
import type { DocumentAlignment } from './alignment.ts'
import type { EdgeKind } from './lineage-model.ts'
import type { PairMeasures } from './lineage-pair.ts'

/** What the logistic weighs, in the order of `featuresOf`. */
export const FEATURES = ['covered', 'ordinary words', 'triples kept', 'order'] as const

const INTERCEPT = -8.74
const WEIGHTS: readonly number[] = [6.54, 10.8, 11.34, 2.12]

/** No measurement here makes an edge certain. */
const CEILING = 0.99

export function featuresOf({ alignment }: PairMeasures): readonly number[] {
  const covered = Math.max(alignment.coveredA, alignment.coveredB)
  const kept = Math.max(alignment.keptA, alignment.keptB)
  const sure = alignment.pairs.length / (alignment.pairs.length + 3)
  return [covered, sure * alignment.ordinary, sure * kept, covered * alignment.order]
}

/** Probability that one of two texts was made from the other, or both from a third, 0 to 1. */
export function derivationProbability(measures: PairMeasures): number {
  const z = featuresOf(measures).reduce((sum, value, i) => sum + value * WEIGHTS[i]!, INTERCEPT)
  return 1 / (1 + Math.exp(-z))
}

/** Weights of what marks measure: coverage of either document, likeness and order. Fitted as the others. */
const CROSSING_INTERCEPT = -25.59
const CROSSING_WEIGHTS: readonly number[] = [5.83, 6.62, 14.87, 0.63]

/** Probability that two texts in different scripts are one text, by names, numbers and dates alone, 0 to 1. */
export function crossingProbability({ coveredA, coveredB, score, order }: DocumentAlignment): number {
  const values = [Math.max(coveredA, coveredB), Math.min(coveredA, coveredB), score, order]
  const z = values.reduce((sum, value, i) => sum + value * CROSSING_WEIGHTS[i]!, CROSSING_INTERCEPT)
  return Math.round(Math.min(CEILING, 1 / (1 + Math.exp(-z))) * 1000) / 1000
}

/** Whole sentences in both are no accident, however little of the texts they make up; a credit makes it surer. */
function wireProbability(measures: PairMeasures): number {
  const sentences = measures.alignment.pairs.filter(({ triples }) => triples >= 0.8).length
  const credited = measures.sharedAgencies.length + measures.loneAgencies.length > 0
  return 1 - (1 - derivationProbability(measures)) * 0.5 ** (sentences + (credited ? 1 : 0))
}

/** Probability that an edge of this kind is right, 0 to 1. */
export function confidenceOf(kind: EdgeKind, measures: PairMeasures): number {
  const probability =
    kind === 'same-primary-statement'
      ? 1 - 1 / (2 + measures.quotedWords / 4 + measures.echoed / 8 + measures.spoken / 2)
      : kind === 'shared-wire'
        ? wireProbability(measures)
        : derivationProbability(measures)
  return Math.round(Math.min(CEILING, probability) * 1000) / 1000
}
