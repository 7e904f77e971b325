/** Fits the weights of edges across scripts in `lineage-confidence.ts`, on generated pairs that no measurement uses. */
import { CROSSING_CLASSES, type CrossingClass } from '../packages/claims/src/lineage-confidence.ts'
import { crossingCandidates } from '../packages/claims/src/lineage-crossing.ts'
import { measureCrossing, prepareCrossing } from '../packages/claims/src/lineage-crossing-measures.ts'
import { prepareComparison } from '../packages/claims/src/lineage-measures.ts'
import { type Example, fitSoftmax, printWeights } from './lineage-softmax.ts'
import { makeStatementPairs, type StatementPairKind } from './lineage-statement-pairs.ts'

const FOLDER = 12

export const CROSSING_TRUTH: { readonly [kind in StatementPairKind]: CrossingClass } = {
  translation: 'translation',
  'translated-wire': 'translation',
  statement: 'statement',
  'other-statement': 'none',
  'other-hand': 'none',
  unrelated: 'none',
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

if (process.argv[1] === import.meta.filename) {
  const training = examples([21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36])
  console.log(`${training.length} pairs`)
  printWeights(CROSSING_CLASSES, fitSoftmax(training, CROSSING_CLASSES.length))
}
