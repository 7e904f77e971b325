/**
 * Derives lineage: edges when documents came or were read anew, or when people said something of names; drift also when
 * people changed what was read. Edges rest on what the machine read, drift on what people left standing of it.
 */
import { createHash } from 'node:crypto'
import { deriveDrift, deriveEdges } from '@corroborate/claims'
import { captureDays, standingDocuments } from '../decisions/case-documents.ts'
import { ruledKnowledge } from '../decisions/case-ledger.ts'
import { applyDecisions, changingDecisions } from '../decisions/effective.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import type { CaseStore, CaseTransactor } from '../storage/case-store.ts'
import { knownNames } from './known-names.ts'
import { MODULES } from './modules.ts'

/** Setting that holds what the edges rest on beside documents: what people said of names. */
const EDGES = 'lineage'
/** Setting that holds a digest of the decisions that the drift rests on. */
const DRIFT = 'lineage-decisions'
const DUE = 'to be derived'
/** What a copy of a store takes along, so that its lineage is not derived again. */
export const LINEAGE_SETTINGS = [EDGES, DRIFT, 'modules'] as const

/** To be written before anything that edges rest on, so that an interruption before they are derived anew is noticed. */
export function markLineageDue(transactor: CaseTransactor): Promise<void> {
  return transactor.putSetting(EDGES, DUE)
}

export interface DeriveLineageOptions {
  readonly progress: (phase: 'linking', done: number, total: number) => void
  /** What is kept was derived by other versions of the modules. */
  readonly stale: boolean
}

export async function deriveCaseLineage(
  folder: CaseFolder,
  store: CaseStore,
  { progress, stale }: DeriveLineageOptions,
): Promise<void> {
  const decisions = await store.decisions()
  const kept = await store.setting(EDGES)
  const settled = createHash('sha256').update(changingDecisions(decisions).join(' ')).digest('hex')
  if (!stale && kept !== null && kept !== DUE && (await store.setting(DRIFT)) === settled) return
  progress('linking', 0, 1)
  const documents = await store.documents()
  const days = captureDays(await store.captures(), await store.placements())
  const effective = applyDecisions(documents, [], decisions)
  const knowledge = ruledKnowledge(effective, knownNames(folder.file))
  const rested = JSON.stringify(knowledge.names)
  const fresh = stale || kept !== rested
  const edges = fresh
    ? deriveEdges(standingDocuments(applyDecisions(documents, [], []).documents, days), knowledge)
    : await store.edges()
  const drift = deriveDrift(standingDocuments(effective.documents, days), edges, knowledge)
  await store.write(async (transactor) => {
    if (fresh) await transactor.replaceEdges(edges)
    await transactor.replaceDrift(drift)
    await transactor.putSetting(EDGES, rested)
    await transactor.putSetting(DRIFT, settled)
    await transactor.putSetting('modules', JSON.stringify(MODULES))
  })
  progress('linking', 1, 1)
}
