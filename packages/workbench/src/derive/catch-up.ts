/**
 * Brings `case.db` up to its records: whatever has no row yet is read and kept, then lineage and register are derived
 * anew. Adding, going on after an interruption and rebuilding from nothing are this one path.
 */
import type { Originals } from '@corroborate/evidence'
import { undoneDecisions } from '../decisions/effective.ts'
import { derivedTexts, itemsReadAnew, standingTranscriptions } from '../decisions/reading-decisions.ts'
import type { Capture } from '../model/capture.ts'
import type { CapturePlacement, CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'
import type { DerivedText, Recognition } from '../model/derived-text.ts'
import { type DocumentId, documentId, itemId } from '../model/ids.ts'
import type { Disclosure, ProposalRecord } from '../model/proposal.ts'
import { SealBrokenError } from '../preserve/age-seal.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { acknowledgedRecords } from '../preserve/logged.ts'
import { type CaseRecord, readRecord } from '../preserve/records.ts'
import type { OpenVault } from '../preserve/vault.ts'
import { LARGEST_READ } from '../read/read-bytes.ts'
import type { CaseStore } from '../storage/case-store.ts'
import { BATCH, documentKeeper } from './document-keeper.ts'
import { drawThumbnails } from './draw-thumbnails.ts'
import { layProposals } from './lay-proposals.ts'
import { deriveCaseLineage, markLineageDue } from './lineage.ts'
import { MODULES } from './modules.ts'
import { type Publication, unreadPublication } from './placed-document.ts'
import { openReadingPool } from './reading-pool.ts'
import { deriveRegister } from './register.ts'
import { bytesInClear, type OpenedItem, type SealedInputs } from './sealed-inputs.ts'

/** `done` of `total` steps of a phase; called often, cheap to ignore. */
export type Progress = (
  phase: 'keeping' | 'reading' | 'drawing' | 'asking' | 'linking' | 'estimating',
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

/** Throws the signal's reason where it is interrupted; what was kept until then stays. */
export async function catchUp(folder: CaseFolder, store: CaseStore, options: CatchUpOptions): Promise<void> {
  const { captures, decisions, recognitions, disclosures, proposals } = await newRecords(
    folder,
    store,
    options.opened?.inputs,
  )
  const stale = (await store.setting('modules')) !== JSON.stringify(MODULES)
  const known = await store.decisions()
  const anew = new Set([...itemsReadAnew(decisions, known), ...recognitions.map(({ item }) => item)])
  const all = [...known, ...decisions]
  const derived = derivedTexts(standingTranscriptions(all, undoneDecisions(all)), [
    ...(await store.recognitions()),
    ...recognitions,
  ])
  const again = anew.size === 0 ? [] : (await store.captures()).filter(({ item }) => anew.has(item))
  if (captures.length + again.length + recognitions.length + proposals.length > 0) await store.write(markLineageDue)
  if (captures.length + again.length > 0) await readCaptures(folder, store, { captures, again, derived }, options)
  if (decisions.length + recognitions.length + disclosures.length + proposals.length > 0) {
    await store.write(async (transactor) => {
      for (const decision of decisions) await transactor.putDecision(decision)
      for (const recognition of recognitions) await transactor.putRecognition(recognition)
      for (const disclosure of disclosures) await transactor.putDisclosure(disclosure)
      for (const record of proposals) await transactor.putProposal({ record, judged: null })
      if (proposals.length > 0) await transactor.putSetting(...PROPOSALS_TO_LAY)
    })
  }
  const unlaid = (await store.setting(PROPOSALS_TO_LAY[0])) === PROPOSALS_TO_LAY[1]
  if (unlaid) {
    await layProposals(folder.file, store)
    await store.write(async (transactor) => {
      await markLineageDue(transactor)
      await transactor.putSetting(PROPOSALS_TO_LAY[0], 'laid')
    })
  }
  await deriveCaseLineage(folder, store, { ...options, stale })
  await deriveRegister(folder, store, { ...options, stale })
  await drawThumbnails(store, options)
}

/** Written together with whatever may change where proposals lie, so that an interruption before they are laid is noticed. */
export const PROPOSALS_TO_LAY = ['proposals', 'to be laid'] as const

async function newRecords(folder: CaseFolder, store: CaseStore, sealed: SealedInputs | undefined) {
  const known = new Set([
    ...(await store.captures()).map(({ id }) => id),
    ...(await store.decisions()).map(({ id }) => id),
    ...(await store.recognitions()).map(({ id }) => id),
    ...(await store.disclosures()).map(({ id }) => id),
    ...(await store.proposals()).map(({ record }) => record.id),
  ])
  const captures: Capture[] = []
  const decisions: DecisionRecord[] = []
  const recognitions: Recognition[] = []
  const disclosures: Disclosure[] = []
  const proposals: ProposalRecord[] = []
  const take = (record: CaseRecord) => {
    if (known.has(record.id)) return
    if (record.kind === 'capture') captures.push(record)
    if (record.kind === 'decision') decisions.push(record)
    if (record.kind === 'recognition') recognitions.push(record)
    if (record.kind === 'disclosure') disclosures.push(record)
    if (record.kind === 'proposal') proposals.push(record)
  }
  const isNew = (name: string) =>
    DERIVED_FROM.has(name.split('/', 1)[0] ?? '') && !known.has(name.split('/').at(-1) ?? '')
  for (const name of await acknowledgedRecords(folder, isNew)) {
    take((await readRecord(folder.records, name)).record)
  }
  for (const record of sealed?.captures ?? []) take(record)
  for (const { record } of sealed?.records ?? []) take(record)
  return {
    captures: captures.sort(byPublication),
    decisions: decisions.sort((a, b) => a.sequence - b.sequence),
    recognitions,
    disclosures,
    proposals,
  }
}

function byPublication(a: Capture, b: Capture): number {
  const [one, other] = [publicationKey(a), publicationKey(b)]
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1
}

/** The folders of the records from which anything is derived. */
const DERIVED_FROM = new Set(['captures', 'decisions', 'recognitions', 'disclosures', 'proposals'])

/** Captures of one key show the same publication; of several keys that lead to one document, the smallest describes it. */
function publicationKey(capture: Capture): string {
  return JSON.stringify([capture.name, capture.item, capture.facts])
}

interface ToRead {
  readonly captures: readonly Capture[]
  /** Captures that are known, whose items are read differently now. */
  readonly again: readonly Capture[]
  readonly derived: ReadonlyMap<string, readonly DerivedText[]>
}

interface ToReadSealed {
  readonly publication: Publication
  readonly derived: readonly DerivedText[]
  readonly vault: OpenVault
  readonly item: OpenedItem
  readonly keep: (documents: readonly CaseDocument[]) => Promise<void>
}

type Shown = readonly { readonly document: DocumentId; readonly name: string }[]

async function readCaptures(
  folder: CaseFolder,
  store: CaseStore,
  { captures, again, derived }: ToRead,
  { originals, progress, signal, opened }: CatchUpOptions,
): Promise<void> {
  const placed = await placedBefore(store)
  for (const capture of again) placed.delete(publicationKey(capture))
  const toRead = [...again, ...captures]
  const pool = openReadingPool({
    own: { parties: folder.file.parties, places: folder.file.gazetteer },
    expected: toRead.length,
    confidential: opened !== undefined,
  })
  const keeper = documentKeeper(store)
  let done = 0
  progress('reading', 0, toRead.length)
  const readOne = async (capture: Capture): Promise<Shown> => {
    signal.throwIfAborted()
    const { name, facts, size } = capture
    const publication = { item: itemId(capture.item), name, facts, size }
    const shown: { document: DocumentId; name: string }[] = []
    const keep = async (documents: readonly CaseDocument[]) => {
      signal.throwIfAborted()
      for (const { id, name: shownAs } of documents) shown.push({ document: id, name: shownAs })
      await keeper.put(documents)
    }
    const sealed = opened?.inputs.items.get(capture.item)
    const texts = derived.get(capture.item) ?? []
    if (opened !== undefined && sealed !== undefined)
      await oneAtATime(() => readSealed({ publication, derived: texts, vault: opened.vault, item: sealed, keep }))
    else await pool.read({ publication, source: { path: await originals.path(capture.item) }, derived: texts }, keep)
    done++
    progress('reading', done, toRead.length)
    return shown
  }
  /** Never more of it in memory than one item, and what was read of the others. */
  const readSealed = async ({ publication, derived: texts, vault, item, keep }: ToReadSealed): Promise<void> => {
    const marked = (documents: readonly CaseDocument[]) =>
      keep(documents.map((document) => ({ ...document, confidential: true as const })))
    if (publication.size > LARGEST_READ) {
      await marked([
        unreadPublication(publication, `more than the ${LARGEST_READ} bytes of a confidential item that are read`),
      ])
      return
    }
    try {
      const bytes = await bytesInClear(vault, originals, item)
      await pool.read({ publication, source: { bytes }, derived: texts }, marked)
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error
      await marked([unreadPublication(publication, error.message)])
    }
  }
  let turn: Promise<unknown> = Promise.resolve()
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }
  try {
    for (let at = 0; at < toRead.length; at += BATCH) {
      const batch = toRead.slice(at, at + BATCH)
      const reading = new Map<string, Promise<Shown>>()
      for (const capture of batch) {
        const key = publicationKey(capture)
        if (capture.archive || placed.has(key) || reading.has(key)) {
          done++
          continue
        }
        reading.set(key, readOne(capture))
      }
      for (const [key, shown] of await settled(reading)) placed.set(key, shown)
      await keeper.flush()
      signal.throwIfAborted()
      await store.write(async (transactor) => {
        await transactor.putSetting(...PROPOSALS_TO_LAY)
        for (const capture of batch) {
          const shown = capture.archive ? [] : (placed.get(publicationKey(capture)) ?? [])
          await transactor.putCapture(capture, placementsOf(capture, shown))
        }
      })
    }
  } finally {
    await pool.close()
  }
}

/** What the captures of each publication show, from earlier runs. */
async function placedBefore(store: CaseStore): Promise<Map<string, Shown>> {
  const keys = new Map((await store.captures()).map((capture) => [capture.id, publicationKey(capture)]))
  const byCapture = Map.groupBy(await store.placements(), ({ capture }) => capture)
  const placed = new Map<string, Shown>()
  for (const [capture, placements] of byCapture) {
    const shown = placements.flatMap(({ document, name }) =>
      document === null ? [] : [{ document: documentId(document), name }],
    )
    placed.set(keys.get(capture) ?? '', shown)
  }
  return placed
}

function placementsOf(capture: Capture, shown: Shown): readonly CapturePlacement[] {
  if (shown.length === 0) return [{ capture: capture.id, document: null, name: capture.name }]
  return shown.map(({ document, name }) => ({ capture: capture.id, document, name }))
}

async function settled(reading: ReadonlyMap<string, Promise<Shown>>): Promise<[string, Shown][]> {
  const keys = [...reading.keys()]
  const results = await Promise.allSettled(reading.values())
  return results.map((result, at): [string, Shown] => {
    if (result.status === 'rejected') throw result.reason
    return [keys[at] ?? '', result.value]
  })
}
