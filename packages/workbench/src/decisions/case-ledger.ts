/** The ledger of a case as people have left it: rejected readings aside, with what was decided about the case as a whole. */
import { buildLedger, type Drift, type Knowledge, type Ledger, lineageAsOf } from '@corroborate/claims'
import { type CaptureDays, standingDocuments } from './case-documents.ts'
import { type EffectiveCase, standing } from './effective.ts'

/** What a case knows beside its documents and decisions. */
export interface CaseKnowledge {
  readonly id: string
  readonly knowledge: Knowledge
  readonly drift: readonly Drift[]
  readonly captured: CaptureDays
}

export function caseLedger(effective: EffectiveCase, known: CaseKnowledge, asOf: string | null): Ledger {
  return buildLedger(
    standingDocuments(effective.documents, known.captured),
    { edges: standing(effective.edges), drift: known.drift },
    { asOf, ...effective.rulings, knowledge: ruledKnowledge(effective, known.knowledge) },
  )
}

/** Edges that nobody rejected and drift, as they could be drawn on a day; null for today. */
export function caseLineage(effective: EffectiveCase, known: CaseKnowledge, asOf: string | null) {
  const edges = standing(effective.edges)
  const seen = lineageAsOf(
    standingDocuments(effective.documents, known.captured),
    { edges, drift: known.drift },
    { asOf, knowledge: ruledKnowledge(effective, known.knowledge) },
  )
  const shown = new Set(seen.edges.map(({ id }) => id))
  return { ...seen, edges: edges.filter(({ id }) => shown.has(id)) }
}

/** What is known of names, with what people said of them. */
export function ruledKnowledge({ rulings }: Pick<EffectiveCase, 'rulings'>, knowledge: Knowledge): Knowledge {
  return { ...knowledge, names: rulings.names }
}
