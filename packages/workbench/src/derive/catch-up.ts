/**
 * Brings `case.db` up to its records: whatever has no row yet is read and kept, then lineage is derived anew. Adding,
 * going on after an interruption and rebuilding from nothing are this one path.
 */
import { deriveLineage } from '@corroborate/claims'
import type { Originals } from '@corroborate/evidence'
import { captureDays, standingDocuments } from '../decisions/case-documents.ts'
import { ruledKnowledge } from '../decisions/case-ledger.ts'
import { applyDecisions } from '../decisions/effective.ts'
import type { Capture } from '../model/capture.ts'
import type { CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'
import { itemId } from '../model/ids.ts'
import type { Disclosure, ProposalRecord } from '../model/proposal.ts'
import { SealBrokenError } from '../preserve/age-seal.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { type CaseRecord, listRecords, readRecord } from '../preserve/records.ts'
import type { OpenVault } from '../preserve/vault.ts'
import { LARGEST_READ } from '../read/read-bytes.ts'
import type { CaseStore } from '../storage/case-store.ts'
import { knownNames } from './known-names.ts'
import { layProposals } from './lay-proposals.ts'
import { MODULES } from './modules.ts'
import { type Publication, unreadPublication } from './placed-document.ts'
import { openReadingPool } from './reading-pool.ts'
import { bytesInClear, type OpenedItem, type SealedInputs } from './sealed-inputs.ts'

/** `done` of `total` steps of a phase; called often, cheap to ignore. */
export type Progress = (
  phase: 'keeping' | 'reading' | 'asking' | 'linking' | 'estimating',
  done: number,
  total: number,
) => void

export interface CatchUpOptions {
  readonly originals: Originals
  readonly progress: Progress
  readonly signal: AbortSignal
  /** What an open vault adds. Only for a store that is in memory alone. */
  readonly opened?: { readonly vault: OpenVault; readonly inputs: SealedInputs }
}

/** Documents kept in one transaction. */
const BATCH = 64

/** Throws the signal's reason where it is interrupted; what was kept until then stays. */
export async function catchUp(folder: CaseFolder, store: CaseStore, options: CatchUpOptions): Promise<void> {
  const { captures, decisions, disclosures, proposals } = await newRecords(folder, store, options.opened?.inputs)
  const stale = (await store.setting('modules')) !== JSON.stringify(MODULES)
  if (captures.length > 0) await readCaptures(folder, store, captures, options)
  if (decisions.length + disclosures.length + proposals.length > 0) {
    await store.write(async (transactor) => {
      for (const decision of decisions) await transactor.putDecision(decision)
      for (const disclosure of disclosures) await transactor.putDisclosure(disclosure)
      for (const record of proposals) await transactor.putProposal({ record, judged: null })
      if (proposals.length > 0) await transactor.putSetting(...PROPOSALS_TO_LAY)
    })
  }
  const unlaid = (await store.setting(PROPOSALS_TO_LAY[0])) === PROPOSALS_TO_LAY[1]
  if (unlaid) {
    await layProposals(folder.file, store)
    await store.write((transactor) => transactor.putSetting(PROPOSALS_TO_LAY[0], 'laid'))
  }
  if (captures.length > 0 || decisions.length > 0 || unlaid || stale) {
    options.progress('linking', 0, 1)
    await deriveCaseLineage(folder, store)
    options.progress('linking', 1, 1)
  }
}

/** Written together with whatever may change where proposals lie, so that an interruption before they are laid is noticed. */
const PROPOSALS_TO_LAY = ['proposals', 'to be laid'] as const

async function newRecords(folder: CaseFolder, store: CaseStore, sealed: SealedInputs | undefined) {
  const known = new Set([
    ...(await store.captures()).map(({ id }) => id),
    ...(await store.decisions()).map(({ id }) => id),
    ...(await store.disclosures()).map(({ id }) => id),
    ...(await store.proposals()).map(({ record }) => record.id),
  ])
  const captures: Capture[] = []
  const decisions: DecisionRecord[] = []
  const disclosures: Disclosure[] = []
  const proposals: ProposalRecord[] = []
  const take = (record: CaseRecord) => {
    if (known.has(record.id)) return
    if (record.kind === 'capture') captures.push(record)
    if (record.kind === 'decision') decisions.push(record)
    if (record.kind === 'disclosure') disclosures.push(record)
    if (record.kind === 'proposal') proposals.push(record)
  }
  for (const name of await listRecords(folder.records)) {
    const kind = name.split('/', 1)[0] ?? ''
    if (!DERIVED_FROM.has(kind) || known.has(name.split('/').at(-1) ?? '')) continue
    take((await readRecord(folder.records, name)).record)
  }
  for (const record of sealed?.captures ?? []) take(record)
  for (const { record } of sealed?.records ?? []) take(record)
  captures.sort((a, b) =>
    publicationKey(a) < publicationKey(b) ? -1 : publicationKey(a) > publicationKey(b) ? 1 : a.id < b.id ? -1 : 1,
  )
  return { captures, decisions: decisions.sort((a, b) => a.sequence - b.sequence), disclosures, proposals }
}

/** The folders of the records from which anything is derived. */
const DERIVED_FROM = new Set(['captures', 'decisions', 'disclosures', 'proposals'])

/** Captures of one key show the same publication; of several keys that lead to one document, the smallest describes it. */
function publicationKey(capture: Capture): string {
  return JSON.stringify([capture.name, capture.item, capture.facts])
}

async function readCaptures(
  folder: CaseFolder,
  store: CaseStore,
  captures: readonly Capture[],
  { originals, progress, signal, opened }: CatchUpOptions,
): Promise<void> {
  const placed = new Map<string, string | null>()
  const keys = new Map((await store.captures()).map((capture) => [capture.id, publicationKey(capture)]))
  for (const { capture, document } of await store.placements()) placed.set(keys.get(capture) ?? '', document)

  const pool = openReadingPool({
    own: { parties: folder.file.parties, places: folder.file.gazetteer },
    expected: captures.length,
  })
  let done = 0
  progress('reading', 0, captures.length)
  const readOne = async (capture: Capture): Promise<CaseDocument | null> => {
    signal.throwIfAborted()
    const { name, facts, size } = capture
    const publication = { item: itemId(capture.item), name, facts, size }
    const sealed = opened?.inputs.items.get(capture.item)
    const document =
      opened === undefined || sealed === undefined
        ? await pool.read(publication, { path: await originals.path(capture.item) })
        : await oneAtATime(() => readSealed(publication, opened.vault, sealed))
    done++
    progress('reading', done, captures.length)
    return document
  }
  /** Never more of it in memory than one item, and what was read of the others. */
  const readSealed = async (publication: Publication, vault: OpenVault, item: OpenedItem): Promise<CaseDocument> => {
    try {
      const bytes = publication.size > LARGEST_READ ? new Uint8Array() : await bytesInClear(vault, originals, item)
      return { ...(await pool.read(publication, { bytes })), confidential: true }
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error
      return { ...unreadPublication(publication, error.message), confidential: true }
    }
  }
  let turn: Promise<unknown> = Promise.resolve()
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }
  try {
    for (let at = 0; at < captures.length; at += BATCH) {
      const batch = captures.slice(at, at + BATCH)
      const reading = new Map<string, Promise<CaseDocument | null>>()
      for (const capture of batch) {
        const key = publicationKey(capture)
        if (capture.archive || placed.has(key) || reading.has(key)) {
          done++
          continue
        }
        reading.set(key, readOne(capture))
      }
      const documents = new Map<string, CaseDocument>()
      for (const [key, document] of await settled(reading)) {
        placed.set(key, document.id)
        documents.set(key, document)
      }
      signal.throwIfAborted()
      await store.write(async (transactor) => {
        if (documents.size > 0) await transactor.putSetting(...PROPOSALS_TO_LAY)
        for (const document of documents.values()) {
          const known = await transactor.document(document.id)
          if (known === null || document.name < known.name) await transactor.putDocument(document)
        }
        for (const capture of batch) {
          const document = (capture.archive ? null : (placed.get(publicationKey(capture)) ?? null)) as
            | CaseDocument['id']
            | null
          await transactor.putCapture(capture, { capture: capture.id, document, name: capture.name })
        }
      })
    }
  } finally {
    await pool.close()
  }
}

async function settled(reading: ReadonlyMap<string, Promise<CaseDocument | null>>): Promise<[string, CaseDocument][]> {
  const keys = [...reading.keys()]
  const results = await Promise.allSettled(reading.values())
  return results.flatMap((result, at): [string, CaseDocument][] => {
    if (result.status === 'rejected') throw result.reason
    return result.value === null ? [] : [[keys[at] ?? '', result.value]]
  })
}

async function deriveCaseLineage(folder: CaseFolder, store: CaseStore): Promise<void> {
  const effective = applyDecisions(await store.documents(), [], await store.decisions())
  const captured = captureDays(await store.captures(), await store.placements())
  const knowledge = ruledKnowledge(effective, knownNames(folder.file))
  const { edges, drift } = deriveLineage(standingDocuments(effective.documents, captured), knowledge)
  await store.write(async (transactor) => {
    await transactor.replaceLineage(edges, drift)
    await transactor.putSetting('modules', JSON.stringify(MODULES))
  })
}
