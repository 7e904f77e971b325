/** How sure an edge is: a logistic of what was measured, fitted by `bench/lineage-fit.ts`. */
import type { EdgeKind } from './lineage-model.ts'
import type { PairMeasures } from './lineage-pair.ts'

/** What the logistic weighs, in the order of `featuresOf`. */
export const FEATURES = [
  'covered',
  'ordinary words',
  'triples kept',
  'order',
  'plain text covered of the one',
  'plain text covered of the other',
  'plain triples kept',
] as const

const INTERCEPT = -10.89
const WEIGHTS: readonly number[] = [1.1, 1.02, 5.19, 2.92, 3.99, 6.68, 6.85]

/** No measurement here makes an edge certain. */
const CEILING = 0.99

export function featuresOf({ alignment, plain }: PairMeasures): readonly number[] {
  const covered = Math.max(alignment.coveredA, alignment.coveredB)
  const kept = Math.max(alignment.keptA, alignment.keptB)
  const sure = alignment.pairs.length / (alignment.pairs.length + 3)
  const surePlain = plain.count / (plain.count + 3)
  return [
    covered,
    sure * alignment.ordinary,
    sure * kept,
    covered * alignment.order,
    ...plain.covered,
    surePlain * plain.kept,
  ]
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
  /** Probability of this, and of this or the other. */
  readonly confidence: number
  readonly joined: number
}

/** Intercept and weights of each class, in the order of `CROSSING_CLASSES` and `CROSSING_FEATURES`. */
const CROSSING_WEIGHTS: readonly (readonly number[])[] = [
  // none
  [
    8.85, -1.26, -1.04, -0.67, -2.97, 1.1, -1.51, -0.13, -0.6, -1.37, -1.04, 0.07, 0.8, -0.63, -0.74, -1.11, -2.54,
    1.26, -1.4, -1.47, -1.03,
  ],
  // translation
  [
    -11.17, 2.67, 0.83, -0.49, 3.23, 1.55, 1.19, -0.28, 1.8, 1.71, 0.88, 0.03, -0.85, 0.6, 0.21, 0.7, 0.64, -1.42,
    -0.46, 3.3, 1.5,
  ],
  // statement
  [
    2.32, -1.42, 0.21, 1.16, -0.26, -2.65, 0.32, 0.41, -1.2, -0.34, 0.15, -0.1, 0.05, 0.03, 0.53, 0.4, 1.89, 0.15, 1.86,
    -1.83, -0.47,
  ],
]

/** Probability of each class (a softmax over linear scores). */
export function classProbabilities(
  features: readonly number[],
  weights: readonly (readonly number[])[],
): readonly number[] {
  const scores = weights.map(([intercept, ...each]) => features.reduce((sum, x, i) => sum + x * each[i]!, intercept!))
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((x, y) => x + y, 0)
  return powers.map((power) => power / sum)
}

/** What two texts in different scripts most likely are to each other, if anything, and how likely. */
export function crossingJudgement(features: readonly number[]): CrossingJudgement {
  const [, translation, statement] = classProbabilities(features, CROSSING_WEIGHTS) as [number, number, number]
  const judgement = translation >= statement ? 'translation' : 'statement'
  return { judgement, confidence: rounded(Math.max(translation, statement)), joined: translation + statement }
}

export const PAIR_CLASSES = ['none', 'statement'] as const
export type PairClass = (typeof PAIR_CLASSES)[number]

/** What tells one statement in two reports, in the order of `pairFeatures`. */
export const PAIR_FEATURES = [
  ...FEATURES,
  'plain ordinary words',
  'quoted words',
  'quotations',
  'words echoed',
  'passages spoken by one',
  'best quotation',
  'quotations of one speaker',
  'quotations of two speakers',
  'names and numbers agree',
  'days apart',
] as const

/** Intercept and weights of each class, in the order of `PAIR_CLASSES` and `PAIR_FEATURES`. */
const PAIR_WEIGHTS: readonly (readonly number[])[] = [
  // none
  [1.46, -2.28, -0.85, 0.19, -1.19, 1.14, 1.39, 0.75, 1.67, -1.13, -0.15, -1.14, -0.36, 0.77, -0.54, 0.4, -0.17, 0.72],
  // statement
  [-1.46, 2.28, 0.85, -0.19, 1.19, -1.14, -1.39, -0.75, -1.67, 1.13, 0.15, 1.14, 0.36, -0.77, 0.54, -0.4, 0.17, -0.72],
]

export function pairFeatures(measures: PairMeasures): readonly number[] {
  const { plain, quotes, quotedWords, echoed, spoken, sameSpeaker, otherSpeaker, alignment, daysApart } = measures
  const sure = plain.count / (plain.count + 3)
  return [
    ...featuresOf(measures),
    sure * plain.ordinary,
    Math.log1p(quotedWords) / 3,
    quotes.length / (quotes.length + 2),
    Math.log1p(echoed) / 3,
    spoken / (spoken + 2),
    Math.max(0, ...quotes.map(({ share }) => share)),
    sameSpeaker / (sameSpeaker + 1),
    otherSpeaker / (otherSpeaker + 1),
    alignment.agreement,
    daysApart === null ? 1 / 3 : Math.min(2, Math.log1p(daysApart) / 3),
  ]
}

/** Probability that two separately written reports in one script report one statement, 0 to 1. */
export function statementProbability(measures: PairMeasures): number {
  return classProbabilities(pairFeatures(measures), PAIR_WEIGHTS)[1]!
}

/** Whole sentences in both are no accident, however little of the texts they make up; a credit makes it surer. */
function wireProbability(measures: PairMeasures): number {
  const sentences = measures.alignment.pairs.filter(({ triples }) => triples >= 0.8).length
  const credited = measures.sharedAgencies.length + measures.loneAgencies.length > 0
  return 1 - (1 - derivationProbability(measures)) * 0.5 ** (sentences + (credited ? 1 : 0))
}

/** Probability that an edge of this kind is right, 0 to 1. */
export function confidenceOf(kind: EdgeKind, measures: PairMeasures): number {
  const probability = {
    verbatim: () => derivationProbability(measures),
    edited: () => derivationProbability(measures),
    'shared-wire': () => wireProbability(measures),
    paraphrase: () => derivationProbability(measures),
    'same-primary-statement': () => statementProbability(measures),
  }[kind]()
  return rounded(probability)
}

const rounded = (probability: number) => Math.round(Math.min(CEILING, probability) * 1000) / 1000
