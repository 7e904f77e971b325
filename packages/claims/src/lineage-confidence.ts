/** How sure an edge is: a logistic of what was measured, fitted by `bench/lineage-fit.ts`. */
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

export const CROSSING_CLASSES = ['none', 'translation', 'statement'] as const
export type CrossingClass = (typeof CROSSING_CLASSES)[number]

export interface CrossingJudgement {
  readonly judgement: Exclude<CrossingClass, 'none'>
  readonly confidence: number
}

/** Intercept and weights of each class, in the order of `CROSSING_CLASSES` and `CROSSING_FEATURES`. */
const CROSSING_WEIGHTS: readonly (readonly number[])[] = [
  // none
  [6.53, -1.66, -1.46, -1.74, -1.92, 0.42, -1.01, 0.35, -0.92, 0.42, -0.58, -0.18, -0.89, -1.5, -0.01],
  // translation
  [-9.3, 2.7, 1.53, 0.23, 1.47, 1.02, 0.53, -1.15, 3.6, 0.09, 1.2, 0.29, -0.75, 2, 0.01],
  // statement
  [2.77, -1.04, -0.08, 1.51, 0.45, -1.44, 0.48, 0.81, -2.67, -0.51, -0.62, -0.11, 1.64, -0.5, -0.01],
]

/** Probability of each class (a softmax over linear scores). */
export function crossingProbabilities(
  features: readonly number[],
  weights: readonly (readonly number[])[] = CROSSING_WEIGHTS,
): readonly number[] {
  const scores = weights.map(([intercept, ...each]) => features.reduce((sum, x, i) => sum + x * each[i]!, intercept!))
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((x, y) => x + y, 0)
  return powers.map((power) => power / sum)
}

/** What two texts in different scripts most likely are to each other, if anything, and how likely. */
export function crossingJudgement(features: readonly number[]): CrossingJudgement {
  const [, translation, statement] = crossingProbabilities(features) as [number, number, number]
  const judgement = translation >= statement ? 'translation' : 'statement'
  return { judgement, confidence: rounded(Math.max(translation, statement)) }
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
  return rounded(probability)
}

const rounded = (probability: number) => Math.round(Math.min(CEILING, probability) * 1000) / 1000
