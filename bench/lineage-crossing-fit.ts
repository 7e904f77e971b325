/** Fits the weights of edges across scripts in `lineage-confidence.ts`, on generated pairs that no measurement uses. */
import {
  CROSSING_CLASSES,
  type CrossingClass,
  crossingProbabilities,
} from '../packages/claims/src/lineage-confidence.ts'
import { crossingCandidates } from '../packages/claims/src/lineage-crossing.ts'
import {
  CROSSING_FEATURES,
  measureCrossing,
  prepareCrossing,
} from '../packages/claims/src/lineage-crossing-measures.ts'
import { prepareComparison } from '../packages/claims/src/lineage-measures.ts'
import { makeStatementPairs, type StatementPairKind } from './lineage-statement-pairs.ts'

const FOLDER = 12
const PENALTY = 0.002
const ROUNDS = 6000
const RATE = 0.8

export const CROSSING_TRUTH: { readonly [kind in StatementPairKind]: CrossingClass } = {
  translation: 'translation',
  'translated-wire': 'translation',
  statement: 'statement',
  'other-statement': 'none',
  'other-hand': 'none',
  unrelated: 'none',
}

interface Example {
  readonly features: readonly number[]
  readonly truth: number
}

function examples(seeds: readonly number[]): readonly Example[] {
  const found: Example[] = []
  for (const seed of seeds) {
    const pairs = [...makeStatementPairs(180, seed, ['en', 'ar']), ...makeStatementPairs(60, seed + 500, ['ar', 'en'])]
    for (let i = 0; i < pairs.length; i += FOLDER) {
      const folder = pairs.slice(i, i + FOLDER)
      const truths = new Map(
        folder.map(({ source, other, kind }) => [[source.id, other.id].sort().join(' '), CROSSING_TRUTH[kind]]),
      )
      const { documents, names } = prepareComparison(folder.flatMap(({ source, other }) => [source, other]))
      const crossing = prepareCrossing(documents, names)!
      for (const [one, others] of crossingCandidates(crossing).entries()) {
        for (const other of others) {
          const ids = [documents[one]!.id, documents[other]!.id].sort().join(' ')
          const truth = CROSSING_CLASSES.indexOf(truths.get(ids) ?? 'none')
          found.push({ features: measureCrossing(crossing, one, other).features, truth })
        }
      }
    }
  }
  return found
}

function fitted(training: readonly Example[]): readonly (readonly number[])[] {
  const weights = CROSSING_CLASSES.map(() => new Array<number>(CROSSING_FEATURES.length + 1).fill(0))
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((each) => each.map((weight, i) => (i === 0 ? 0 : PENALTY * weight)))
    for (const { features, truth } of training) {
      crossingProbabilities(features, weights).forEach((probability, k) => {
        const error = (probability - (k === truth ? 1 : 0)) / training.length
        gradient[k]![0]! += error
        features.forEach((x, i) => {
          gradient[k]![i + 1]! += error * x
        })
      })
    }
    gradient.forEach((slopes, k) => {
      slopes.forEach((slope, i) => {
        weights[k]![i]! -= RATE * slope
      })
    })
  }
  return weights
}

if (process.argv[1] === import.meta.filename) {
  const training = examples([21, 22, 23, 24, 25])
  const weights = fitted(training)
  console.log(`${training.length} pairs`)
  CROSSING_CLASSES.forEach((name, k) => {
    console.log(`  // ${name}\n  [${weights[k]!.map((weight) => Number(weight.toFixed(2))).join(', ')}],`)
  })
  console.log(
    CROSSING_FEATURES.map((name, i) => `${name}: ${weights.map((each) => each[i + 1]!.toFixed(2)).join(' ')}`).join(
      '\n',
    ),
  )
}
