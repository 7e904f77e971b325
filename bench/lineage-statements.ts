/** Measures edges of statements and translations on generated pairs, within one language and across two. */
import { deriveLineage, type EdgeKind } from '@corroborate/claims'
import type { Tongue } from './lineage-bilingual-event.ts'
import {
  makeStatementPairs,
  STATEMENT_PAIR_KINDS,
  type StatementPair,
  type StatementPairKind,
} from './lineage-statement-pairs.ts'

/** Kinds of edge that are right for each kind of pair; none where the two were written separately. */
const RIGHT: { readonly [kind in StatementPairKind]: readonly EdgeKind[] } = {
  translation: ['paraphrase'],
  'translated-wire': ['paraphrase', 'shared-wire'],
  statement: ['same-primary-statement'],
  'other-statement': [],
  'other-hand': [],
  unrelated: [],
}

export const TONGUES: readonly (readonly [Tongue, Tongue])[] = [
  ['en', 'ar'],
  ['ar', 'en'],
  ['en', 'en'],
  ['ar', 'ar'],
]

const FOLDER = 12

export interface StatementOutcome {
  readonly pair: StatementPair
  readonly kind: EdgeKind | null
  readonly confidence: number
}

export const isRightStatement = ({ pair, kind }: StatementOutcome) => kind !== null && RIGHT[pair.kind].includes(kind)
/** Whether two separately written reports, of one event or of two statements of one person, were joined. */
export const isSeparate = ({ pair }: StatementOutcome) => pair.kind === 'other-statement' || pair.kind === 'other-hand'

/** Pairs are read twelve at a time, as a folder of two dozen reports would be. */
export function measureStatements(pairs: readonly StatementPair[]): readonly StatementOutcome[] {
  const outcomes: StatementOutcome[] = []
  for (let i = 0; i < pairs.length; i += FOLDER) {
    const folder = pairs.slice(i, i + FOLDER)
    const { edges } = deriveLineage(folder.flatMap(({ source, other }) => [source, other]))
    const byPair = new Map(edges.map((edge) => [`${edge.a} ${edge.b}`, edge]))
    for (const pair of folder) {
      const edge = byPair.get([pair.source.id, pair.other.id].sort().join(' '))
      outcomes.push({ pair, kind: edge?.kind ?? null, confidence: edge?.confidence ?? 0 })
    }
  }
  return outcomes
}

/** Prints what was found for each pair of languages, and gives all outcomes. */
export function printStatements(count: number, seed: number): readonly StatementOutcome[] {
  return TONGUES.flatMap((tongues) => {
    const outcomes = measureStatements(makeStatementPairs(count, seed, tongues))
    console.log(`${count} pairs ${tongues[0]}–${tongues[1]}, seed ${seed}`)
    for (const kind of STATEMENT_PAIR_KINDS) {
      const some = outcomes.filter(({ pair }) => pair.kind === kind)
      if (some.length === 0) continue
      const tally = Map.groupBy(some, (each) => each.kind ?? 'none')
      console.log(`  pairs "${kind}": ${[...tally].map(([name, { length }]) => `${name} ${length}`).join(', ')}`)
    }
    const separate = outcomes.filter(isSeparate)
    const joined = separate.filter(({ kind }) => kind !== null).length
    console.log(`  false edges between separate reports: ${(joined / separate.length).toFixed(3)}`)
    return outcomes
  })
}
