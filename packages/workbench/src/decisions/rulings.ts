/** What people decided about the case as a whole: kept by written names and the places of figures, so that a rebuild finds it. */
import type { Dependence, NameRuling, RangeRule, SeriesRuling } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'
import { type Anchor, placeOf } from './anchor.ts'

type PrintedDocument = Pick<CaseDocument, 'id' | 'outlet' | 'figures' | 'claims'>

export interface CaseRulings {
  /** Null where nobody chose. */
  readonly rangeRule: RangeRule | null
  readonly dependences: readonly Dependence[]
  readonly seriesRulings: readonly SeriesRuling[]
  readonly names: readonly NameRuling[]
  /** Null where nobody enabled one, or somebody took it back. */
  readonly secondReader: SecondReaderRuling | null
}

/** An endpoint that a person allowed the case's documents to be sent to, each time on asking. */
export interface SecondReaderRuling {
  readonly endpoint: string
  readonly host: string
  readonly model: string
  readonly by: string
  readonly reason: string
  readonly decision: string
}

/** A figure as a decision keeps it. */
export interface KeptFigure extends Anchor {
  readonly document: string
}

const CASE_ACTIONS = [
  'range-rule',
  'independence',
  'split-series',
  'join-series',
  'merge-names',
  'split-names',
  'second-reader',
  'timestamp-authorities',
  'witnesses',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

export function isCaseAction(action: string): action is CaseAction {
  return (CASE_ACTIONS as readonly string[]).includes(action)
}

/** Rulings of decisions that stand, in their order, and the ids of those whose names or figures are gone. */
export function rulingsOf(
  decisions: readonly DecisionRecord[],
  documents: readonly PrintedDocument[],
): { readonly rulings: CaseRulings; readonly orphans: readonly string[] } {
  let rangeRule: RangeRule | null = null
  const dependences: Dependence[] = []
  const seriesRulings: SeriesRuling[] = []
  const names: NameRuling[] = []
  let secondReader: SecondReaderRuling | null = null
  const orphans: string[] = []
  const printed = decisions.length > 0 ? printedNames(documents) : new Set<string>()
  const byId = new Map(documents.map((document) => [document.id as string, document]))
  for (const { id, action, set, target, by, reason } of decisions) {
    if (!isCaseAction(action)) continue
    const spellings = (target?.saw.spellings ?? []) as readonly (readonly string[])[]
    if (!spellings.every((some) => some.some((name) => printed.has(name)))) {
      orphans.push(id)
      continue
    }
    switch (action) {
      case 'range-rule':
        rangeRule = set as unknown as RangeRule
        break
      case 'independence':
        dependences.push(set as unknown as Dependence)
        break
      case 'split-series':
      case 'join-series': {
        const kind = action === 'split-series' ? 'split' : 'join'
        const figures = figuresNow(set?.figures as readonly KeptFigure[], byId)
        if (figures.length < (kind === 'split' ? 1 : 2)) orphans.push(id)
        else seriesRulings.push({ kind, figures })
        break
      }
      case 'merge-names':
      case 'split-names':
        names.push({ ...(set as unknown as Omit<NameRuling, 'same'>), same: action === 'merge-names' })
        break
      case 'second-reader': {
        const { endpoint, host, model } = set as { endpoint: string | null; host: string; model: string }
        secondReader = endpoint === null ? null : { endpoint, host, model, by, reason, decision: id }
      }
    }
  }
  return { rulings: { rangeRule, dependences, seriesRulings, names, secondReader }, orphans }
}

/** The ids that the figures now have; those that are gone are left out. */
function figuresNow(kept: readonly KeptFigure[], documents: ReadonlyMap<string, PrintedDocument>): readonly string[] {
  const ids = kept.flatMap((anchor) => {
    const figures = documents.get(anchor.document)?.figures ?? []
    return figures[placeOf(figures, anchor)]?.id ?? []
  })
  return [...new Set(ids)]
}

/** Every name of a party or place that the case prints, outlets included. */
export function printedNames(documents: readonly PrintedDocument[]): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (...some: readonly (string | null)[]) => {
    for (const name of some) if (name !== null && name.trim() !== '') names.add(name.trim())
  }
  for (const { outlet, figures, claims } of documents) {
    add(outlet)
    for (const { claimant, perpetrator, place } of figures) add(claimant, perpetrator, place)
    for (const { speaker, target, addressee } of claims) add(speaker, target, addressee)
  }
  return names
}
