/** Documents as people have left them: what the reader found, with every decision that stands laid over it. */
import type { Claim, Edge, Figure } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import { type DecisionRecord, isRegisterAction, type RegisterAction } from '../model/decision.ts'
import { placeOf } from './anchor.ts'
import { isItemAction } from './reading-decisions.ts'
import { type CaseAction, type CaseRulings, isCaseAction, rulingsOf } from './rulings.ts'

export interface Review {
  readonly status: 'machine-read' | 'accepted' | 'corrected' | 'rejected' | 'added'
  readonly by: string | null
  readonly at: string | null
  readonly reason: string | null
  readonly decision: string | null
}

/** A value as it now stands, with what the reader had found in the fields that a person corrected. */
export type Reviewed<T> = T & { readonly review: Review; readonly machine: Readonly<Record<string, unknown>> | null }

export interface EffectiveDocument extends Omit<CaseDocument, 'figures' | 'claims'> {
  readonly figures: readonly Reviewed<Figure>[]
  readonly claims: readonly Reviewed<Claim>[]
}

export interface EffectiveCase {
  readonly documents: readonly EffectiveDocument[]
  readonly edges: readonly Reviewed<Edge>[]
  /** What stands of the decisions about the case as a whole. */
  readonly rulings: CaseRulings
  /** Every decision, with whether it was undone and whether its target was found. */
  readonly decisions: readonly { readonly record: DecisionRecord; readonly undone: boolean; readonly orphan: boolean }[]
}

export const MACHINE_READ: Review = { status: 'machine-read', by: null, at: null, reason: null, decision: null }

/** Ids of decisions that a later one took back; undoing an undo brings the first back. */
export function undoneDecisions(decisions: readonly DecisionRecord[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const decision of decisions.toReversed()) {
    if (decision.action === 'undo' && !undone.has(decision.id) && decision.target !== null)
      undone.add(decision.target.id)
  }
  return undone
}

/** Lays decisions over what was read. A target is found by id, else by its quote in its document, else it is an orphan. */
export function applyDecisions(
  documents: readonly CaseDocument[],
  edges: readonly Edge[],
  decisions: readonly DecisionRecord[],
): EffectiveCase {
  const undone = undoneDecisions(decisions)
  const orphans = new Set<string>()
  const figures = new Map<string, Reviewed<Figure>[]>()
  const claims = new Map<string, Reviewed<Claim>[]>()
  for (const document of documents) {
    figures.set(document.id, document.figures.map(machineRead))
    claims.set(document.id, document.claims.map(machineRead))
  }
  const items = new Set<string>(documents.map(({ item }) => item))
  let effectiveEdges: Reviewed<Edge>[] = edges.map(machineRead)

  for (const decision of decisions) {
    const { target } = decision
    if (undone.has(decision.id) || decision.action === 'undo' || isAside(decision.action)) continue
    if (isItemAction(decision.action)) {
      if (!items.has(target?.id ?? '')) orphans.add(decision.id)
      continue
    }
    if (target === null || target.kind === 'decision') {
      orphans.add(decision.id)
    } else if (target.kind === 'edge') {
      const value = decision.set as unknown as Edge | null
      if (decision.action === 'add-edge' && value !== null) {
        effectiveEdges = [...effectiveEdges, { ...value, review: reviewOf(decision), machine: null }]
        continue
      }
      const at = effectiveEdges.findIndex((edge) => edge.id === target.id)
      const edge = effectiveEdges[at]
      if (edge === undefined) orphans.add(decision.id)
      else effectiveEdges[at] = { ...edge, ...reviewedFields(edge, decision) }
    } else {
      const list: Map<string, (Reviewed<Figure> | Reviewed<Claim>)[]> = target.kind === 'figure' ? figures : claims
      const values = list.get(target.document ?? '')
      if (values === undefined) orphans.add(decision.id)
      else if (decision.action === 'add') {
        const value = decision.set as unknown as Figure | Claim
        values.push({ ...value, review: reviewOf(decision), machine: null } as Reviewed<Figure> | Reviewed<Claim>)
      } else {
        const at = placeOf(values, target)
        const value = values[at]
        if (value === undefined) orphans.add(decision.id)
        else values[at] = { ...value, ...reviewedFields(value, decision) }
      }
    }
  }
  const inOrder = (a: { start: number; id: string }, b: { start: number; id: string }) =>
    a.start - b.start || (a.id < b.id ? -1 : 1)
  const effectiveDocuments = documents.map((document) => ({
    ...document,
    figures: (figures.get(document.id) ?? []).sort(inOrder),
    claims: (claims.get(document.id) ?? []).sort(inOrder),
  }))
  const onCase = decisions.filter(({ id, action }) => isCaseAction(action) && !undone.has(id))
  const { rulings, orphans: lost } = rulingsOf(onCase, effectiveDocuments)
  for (const id of lost) orphans.add(id)
  return {
    documents: effectiveDocuments,
    rulings,
    edges: effectiveEdges.sort((a, b) => (a.id < b.id ? -1 : 1)),
    decisions: decisions.map((record) => ({ record, undone: undone.has(record.id), orphan: orphans.has(record.id) })),
  }
}

/** Actions after which a figure, a claim or a name says something else. */
const CHANGING: ReadonlySet<DecisionRecord['action']> = new Set([
  'reject',
  'correct',
  'add',
  'merge-names',
  'split-names',
])

/**
 * The decisions that stand and change what was read, by id; the others only say who looked. An acceptance is one of them
 * where something of its document was rejected before, since it may bring that back.
 */
export function changingDecisions(decisions: readonly DecisionRecord[]): readonly string[] {
  const undone = undoneDecisions(decisions)
  const rejectedIn = new Set<string | null>()
  return decisions.flatMap(({ id, action, target }) => {
    if (undone.has(id) || target?.kind === 'edge') return []
    if (action === 'reject') rejectedIn.add(target?.document ?? null)
    const brings = action === 'accept' && rejectedIn.has(target?.document ?? null)
    return brings || CHANGING.has(action) ? [id] : []
  })
}

/** What lineage and ledger build on: everything that nobody has rejected. */
export function standing<T extends { readonly review: Review }>(values: readonly T[]): readonly T[] {
  return values.filter((value) => value.review.status !== 'rejected')
}

function machineRead<T>(value: T): Reviewed<T> {
  return { ...value, review: MACHINE_READ, machine: null }
}

const STATUS = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  add: 'added',
  'add-edge': 'added',
} as const

/** Decisions that are laid over no reading: about the case as a whole, and about entries of the register. */
function isAside(action: DecisionRecord['action']): action is CaseAction | RegisterAction {
  return isCaseAction(action) || isRegisterAction(action)
}

function reviewOf(decision: DecisionRecord): Review {
  const { action } = decision
  if (action === 'undo' || isAside(action) || isItemAction(action)) return MACHINE_READ
  const { by, at, reason, id } = decision
  return { status: STATUS[action], by, at, reason, decision: id }
}

function reviewedFields<
  T extends { readonly review: Review; readonly machine: Readonly<Record<string, unknown>> | null },
>(value: T, decision: DecisionRecord): Record<string, unknown> {
  const review = reviewOf(decision)
  const kept = value.review.status === 'added' || (value.review.status === 'corrected' && decision.action === 'accept')
  if (decision.action !== 'correct' || decision.set === null) {
    return { review: kept && decision.action === 'accept' ? { ...review, status: value.review.status } : review }
  }
  const changed = Object.keys(decision.set)
  const before = Object.fromEntries(changed.map((field) => [field, (value as Record<string, unknown>)[field] ?? null]))
  return { ...decision.set, review, machine: { ...before, ...value.machine } }
}
