/**
 * Fits the weights of one statement in two reports, in one language, in `lineage-confidence.ts`, on
 * generated pairs that no measurement uses.
 */
import { PAIR_CLASSES, type PairClass, pairFeatures } from '../packages/claims/src/lineage-confidence.ts'
import { candidatesOf, measurePair, prepareComparison } from '../packages/claims/src/lineage-measures.ts'
import { makePairs, type PairKind } from './lineage-pairs.ts'
import { type Example, fitSoftmax, printWeights } from './lineage-softmax.ts'
import { makeStatementPairs, type StatementPairKind } from './lineage-statement-pairs.ts'

const FOLDER = 12
/** Of pairs that were not made as such one in so many is taken. */
const STRANGERS = 12

/** Texts made from each other are told by other weights. */
const TRUTH: Partial<{ readonly [kind in PairKind | StatementPairKind]: PairClass }> = {
  statement: 'statement',
  'other-statement': 'none',
  'other-hand': 'none',
  unrelated: 'none',
}

function examples(seeds: readonly number[]): readonly Example[] {
  const found: Example[] = []
  for (const seed of seeds) {
    const pairs = [
      ...makePairs(300, seed),
      ...makeStatementPairs(120, seed, ['en', 'en']),
      ...makeStatementPairs(120, seed, ['ar', 'ar']),
    ]
    for (let i = 0; i < pairs.length; i += FOLDER) {
      const folder = pairs.slice(i, i + FOLDER)
      const truths = new Map(
        folder.map(({ source, other, kind }) => [[source.id, other.id].sort().join(' '), TRUTH[kind]]),
      )
      const comparison = prepareComparison(folder.flatMap(({ source, other }) => [source, other]))
      for (const [one, others] of candidatesOf(comparison).entries()) {
        comparison.aligner.anchor(one)
        for (const other of others) {
          const ids = [comparison.documents[one]!.id, comparison.documents[other]!.id].sort().join(' ')
          const truth = truths.has(ids) ? truths.get(ids) : one % STRANGERS === 0 ? 'none' : undefined
          if (truth === undefined) continue
          found.push({
            features: pairFeatures(measurePair(comparison, one, other)),
            truth: PAIR_CLASSES.indexOf(truth),
          })
        }
      }
    }
  }
  return found
}

const training = examples([41, 42, 43, 44])
console.log(`${training.length} pairs`)
printWeights(PAIR_CLASSES, fitSoftmax(training, PAIR_CLASSES.length))
