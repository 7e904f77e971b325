/** What people decided about the case as a whole: kept by written names, so that a rebuild finds it again. */
import type { Dependence, RangeRule } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'

type PrintedDocument = Pick<CaseDocument, 'outlet' | 'figures' | 'claims'>

export interface CaseRulings {
  /** Null where nobody chose. */
  readonly rangeRule: RangeRule | null
  readonly dependences: readonly Dependence[]
}

const CASE_ACTIONS = ['range-rule', 'independence'] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

export function isCaseAction(action: string): action is CaseAction {
  return (CASE_ACTIONS as readonly string[]).includes(action)
}

/** Rulings of decisions that stand, in their order, and the ids of those whose names no document prints any more. */
export function rulingsOf(
  decisions: readonly DecisionRecord[],
  documents: readonly PrintedDocument[],
): { readonly rulings: CaseRulings; readonly orphans: readonly string[] } {
  let rangeRule: RangeRule | null = null
  const dependences: Dependence[] = []
  const orphans: string[] = []
  const printed = decisions.length > 0 ? printedNames(documents) : new Set<string>()
  for (const { id, action, set, target } of decisions) {
    if (!isCaseAction(action)) continue
    const spellings = (target?.saw.spellings ?? []) as readonly (readonly string[])[]
    if (!spellings.every((names) => names.some((name) => printed.has(name)))) orphans.push(id)
    else if (action === 'range-rule') rangeRule = set as unknown as RangeRule
    else if (action === 'independence') dependences.push(set as unknown as Dependence)
  }
  return { rulings: { rangeRule, dependences }, orphans }
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
