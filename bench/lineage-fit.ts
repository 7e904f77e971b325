/** Fits the weights of `lineage-confidence.ts` on generated pairs that the measurements of `lineage.ts` never use. */
import { FEATURES, featuresOf } from '../packages/claims/src/lineage-confidence.ts'
import { candidatesOf, measurePair, prepareComparison } from '../packages/claims/src/lineage-measures.ts'
import { makePairs } from './lineage-pairs.ts'
import { makeStatementPairs } from './lineage-statement-pairs.ts'

const FOLDER = 10
const PENALTY = 0.0003
const ROUNDS = 6000
const RATE = 1.5
const TOLD_APART: readonly string[] = ['paraphrase', 'other-hand', 'statement', 'other-statement']

/** Features and truth of the pairs that are hard to tell apart: rewritten texts, one event in two hands, and statements. */
function examples(seeds: readonly number[]): { readonly features: readonly number[]; readonly derived: boolean }[] {
  const found: { features: readonly number[]; derived: boolean }[] = []
  for (const seed of seeds) {
    const pairs = [
      ...makePairs(300, seed),
      ...makeStatementPairs(80, seed, ['en', 'en']),
      ...makeStatementPairs(80, seed, ['ar', 'ar']),
    ]
    for (let i = 0; i < pairs.length; i += FOLDER) {
      const folder = pairs.slice(i, i + FOLDER)
      const derived = new Map(
        folder
          .filter(({ kind }) => TOLD_APART.includes(kind))
          .map(({ source, other, kind }) => [[source.id, other.id].sort().join(' '), kind === 'paraphrase']),
      )
      const comparison = prepareComparison(folder.flatMap(({ source, other }) => [source, other]))
      for (const [one, others] of candidatesOf(comparison).entries()) {
        comparison.aligner.anchor(one)
        for (const other of others) {
          const ids = [comparison.documents[one]!.id, comparison.documents[other]!.id].sort().join(' ')
          const truth = derived.get(ids)
          if (truth === undefined) continue
          found.push({ features: featuresOf(measurePair(comparison, one, other)), derived: truth })
        }
      }
    }
  }
  return found
}

const training = examples([11, 12, 13, 14, 15, 16])
const weights = new Array<number>(FEATURES.length + 1).fill(0)
for (let round = 0; round < ROUNDS; round++) {
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : PENALTY * weight))
  for (const { features, derived } of training) {
    const z = features.reduce((sum, value, i) => sum + value * weights[i + 1]!, weights[0]!)
    const error = 1 / (1 + Math.exp(-z)) - (derived ? 1 : 0)
    gradient[0]! += error / training.length
    features.forEach((value, i) => {
      gradient[i + 1]! += (error * value) / training.length
    })
  }
  gradient.forEach((slope, i) => {
    weights[i]! -= RATE * slope
  })
}
console.log(`${training.length} pairs`)
console.log(`intercept ${weights[0]!.toFixed(2)}`)
FEATURES.forEach((name, i) => {
  console.log(`${name} ${weights[i + 1]!.toFixed(2)}`)
})
