/** The ledger of a case as people have left it: rejected readings aside, with what was decided about the case as a whole. */
import { buildLedger, type Drift, type Knowledge, type Ledger } from '@corroborate/claims'
import { type EffectiveCase, type EffectiveDocument, standing } from './effective.ts'

/** What a case knows beside its documents and decisions. */
export interface CaseKnowledge {
  readonly id: string
  readonly knowledge: Knowledge
  readonly drift: readonly Drift[]
}

export function caseLedger(effective: EffectiveCase, known: CaseKnowledge, asOf: string | null): Ledger {
  return buildLedger(
    standingDocuments(effective.documents),
    { edges: standing(effective.edges), drift: known.drift },
    { asOf, ...effective.rulings, knowledge: ruledKnowledge(effective, known.knowledge) },
  )
}

/** What is known of names, with what people said of them. */
export function ruledKnowledge({ rulings }: Pick<EffectiveCase, 'rulings'>, knowledge: Knowledge): Knowledge {
  return { ...knowledge, names: rulings.names }
}

/** Documents without the figures and claims that somebody rejected. */
export function standingDocuments(documents: readonly EffectiveDocument[]): readonly EffectiveDocument[] {
  return documents.map((document) => ({
    ...document,
    figures: standing(document.figures),
    claims: standing(document.claims),
  }))
}
