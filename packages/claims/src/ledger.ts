/** The ledger of a case: tolls by origin as they moved, what stands behind each figure, and who promised what. */

import { findDrift } from './drift.ts'
import type { PlacedFigure } from './drift-figures.ts'
import { asStated } from './figure.ts'
import type { Knowledge } from './knowledge.ts'
import { dayBounds, knownDocuments, type LeftOut } from './known-day.ts'
import { commitmentsOf } from './ledger-commitments.ts'
import type { Dependence, Ledger, RangeRule, SeriesRuling } from './ledger-model.ts'
import { rangesOf } from './ledger-ranges.ts'
import { seriesOf } from './ledger-series.ts'
import { byText } from './lineage-id.ts'
import type { Lineage, ReadDocument } from './lineage-model.ts'
import { type CorpusNames, corpusNames } from './names-corpus.ts'
import { driftedClaimants, groupFigures, joinedDocuments, originsOf } from './origins.ts'
import { relationsOf } from './relations.ts'

export interface LedgerOptions {
  /**
   * EDTF date that the ledger is seen from: only documents whose text was certainly known on its last day count
   * (`knownDocuments`). Readings, edges and decisions are today's; null counts everything.
   */
  readonly asOf: string | null
  /** Parties and places whose spellings are tied. */
  readonly knowledge?: Knowledge
  /** What the case does where origins differ; null where nobody chose, and the range is published. */
  readonly rangeRule?: RangeRule | null
  /** What people recorded of the origins' dependence, in that order. */
  readonly dependences?: readonly Dependence[]
  /** How people split and joined series, in that order. */
  readonly seriesRulings?: readonly SeriesRuling[]
}

/** Builds the ledger. Depends on the set of documents, not on their order; nothing is averaged, nothing is dropped. */
export function buildLedger(documents: readonly ReadDocument[], lineage: Lineage, options: LedgerOptions): Ledger {
  const until = options.asOf === null ? null : lastDayOf(options.asOf)
  const { known: seen, leftOut } = knownBy(documents, until)
  const names = corpusNames(seen, options.knowledge)
  const { edges, drift } = until === null ? lineage : lineageAmong(seen, lineage, names)
  const placed = placedFigures(seen, names)
  const byId = new Map(placed.map((each) => [each.figure.id, each]))
  const drifted = driftedClaimants(drift, byId)
  const joined = joinedDocuments(edges)
  const groups = groupFigures(placed, names, joined)
  const series = seriesOf(groups, drifted, names, joined, options.seriesRulings)
  const figures = new Map(placed.map(({ figure }) => [figure.id, figure]))
  return {
    asOf: options.asOf,
    series,
    origins: originsOf(groups, drifted, names, options.dependences),
    relations: relationsOf(groups, drifted, names),
    ranges: rangesOf(series, {
      until,
      figures,
      names,
      rule: options.rangeRule ?? null,
      dependences: options.dependences ?? [],
    }),
    commitments: commitmentsOf(seen, { edges, drift }, names),
    leftOut,
  }
}

/**
 * The lineage as it could be drawn on a day: the edges between documents known then, as they stand today, and the drift
 * that follows from these documents alone; how many they are. Throws LedgerDateError where `asOf` is no date.
 */
export function lineageAsOf(
  documents: readonly ReadDocument[],
  lineage: Lineage,
  { asOf, knowledge }: Pick<LedgerOptions, 'asOf' | 'knowledge'>,
): Lineage & { readonly known: number; readonly leftOut: readonly LeftOut[] } {
  if (asOf === null) return { ...lineage, known: documents.length, leftOut: [] }
  const { known, leftOut } = knownBy(documents, lastDayOf(asOf))
  return { ...lineageAmong(known, lineage, corpusNames(known, knowledge)), known: known.length, leftOut }
}

function lastDayOf(asOf: string): string {
  const bounds = dayBounds(asOf)
  if (bounds === null) throw new LedgerDateError(asOf)
  return bounds.latest
}

function knownBy(documents: readonly ReadDocument[], until: string | null) {
  if (until !== null) return knownDocuments(documents, until)
  return { known: [...documents].sort((x, y) => byText(x.id, y.id)), leftOut: [] }
}

/** What later documents agree on must not settle which attribution drifted, so drift is found anew. */
function lineageAmong(known: readonly ReadDocument[], lineage: Lineage, names: CorpusNames): Lineage {
  const ids = new Set(known.map(({ id }) => id))
  const edges = lineage.edges.filter(({ a, b }) => ids.has(a) && ids.has(b))
  return { edges, drift: findDrift(known, edges, names) }
}

/**
 * Every figure with its document. What a body publishes itself, and others cite it for, has that body as its origin; any
 * other outlet's own voice has none.
 */
function placedFigures(documents: readonly ReadDocument[], names: CorpusNames): readonly PlacedFigure[] {
  const cited = new Set<string>()
  for (const { outlet, figures } of documents) {
    for (const { claimant } of figures) {
      if (claimant !== null && claimant !== outlet) cited.add(names.parties.key(claimant))
    }
  }
  return documents.flatMap((document) => {
    const { outlet } = document
    const own = outlet !== null && cited.has(names.parties.key(outlet)) ? outlet : null
    return document.figures.map(asStated).map((figure) => ({
      document,
      figure:
        figure.claimant === null && own !== null && figure.scope !== 'background'
          ? { ...figure, claimant: own }
          : figure,
    }))
  })
}

/** The date that a ledger should be seen from is no date. */
export class LedgerDateError extends Error {
  override readonly name = 'LedgerDateError'
  constructor(asOf: string) {
    super(`not an EDTF date to see the ledger from: "${asOf}"; write a year, a month or a day, as 2025-04-05`)
  }
}
