/**
 * A case as a person sees it: `case.db` alone while the vault is locked; with the vault open a store in memory, made of
 * `case.db` and of what the confidential items add, derived along the one path. Nothing of it is written.
 */
import { openOriginals } from '@corroborate/evidence'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { acknowledgedRecords } from '../preserve/logged.ts'
import { isSealedRecord, keptItems, readSealed, type Sealed } from '../preserve/sealed-state.ts'
import { hasVault, type OpenVault } from '../preserve/vault.ts'
import type { CaseReader, CaseStore } from '../storage/case-store.ts'
import { createMemoryStore } from '../storage/memory/memory-store.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { catchUp, PROPOSALS_TO_LAY, type Progress } from './catch-up.ts'
import { LINEAGE_SETTINGS } from './lineage.ts'
import { SETTLED } from './register.ts'
import { type SealedInputs, sealedInputs } from './sealed-inputs.ts'

export interface CaseSight {
  readonly reader: CaseReader
  readonly sealed: Sealed
  /** What the open vault gave; null where it is locked, or there is none. */
  readonly inputs: SealedInputs | null
  close(): Promise<void>
}

export interface SightOptions {
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Confidential items that are not seen: their vault is locked, or they do not open. */
export function unseen({ sealed, inputs }: Pick<CaseSight, 'sealed' | 'inputs'>): number {
  return keptItems(sealed).length - (inputs?.items.size ?? 0)
}

/** Throws StoreMissingError, StoreVersionError. */
export async function openSight(
  folder: CaseFolder,
  vault: OpenVault | null,
  options: SightOptions,
): Promise<CaseSight> {
  const base = await openSqliteReader(folder.database)
  if (vault === null) {
    const sealed = hasVault(folder)
      ? await readSealed(folder, await acknowledgedRecords(folder, isSealedRecord))
      : NOTHING_SEALED
    return { reader: base, sealed, inputs: null, close: () => base.close() }
  }
  try {
    return { ...(await overlay(folder, base, vault, options)), close: async () => {} }
  } finally {
    await base.close()
  }
}

const NOTHING_SEALED: Sealed = { items: new Map(), records: [], withdrawals: new Map(), vault: null }

interface Overlay {
  readonly store: CaseStore
  readonly inputs: SealedInputs
  readonly sealed: Sealed
  /** The records it was made from. */
  readonly names: string
}

/** The overlay of each open vault, so that a server derives it once; it goes with the vault. */
const overlays = new WeakMap<OpenVault, Promise<Overlay | null>>()

/** What comes next is derived from nothing, as a rebuild must be. */
export function forgetOverlay(vault: OpenVault): void {
  overlays.delete(vault)
}

/** The case with its confidential items. A new record is added to what is there; after a withdrawal it is made anew. */
export async function overlay(
  folder: CaseFolder,
  base: CaseReader,
  vault: OpenVault,
  options: SightOptions,
): Promise<Omit<CaseSight, 'close'>> {
  const before = overlays.get(vault) ?? Promise.resolve(null)
  const made = before.catch(() => null).then((last) => current(folder, base, vault, last, options))
  overlays.set(vault, made)
  const { store, sealed, inputs } = await made
  return { reader: store, sealed, inputs }
}

async function current(
  folder: CaseFolder,
  base: CaseReader,
  vault: OpenVault,
  last: Overlay | null,
  options: SightOptions,
): Promise<Overlay> {
  const records = await acknowledgedRecords(folder)
  const names = records.join('\n')
  if (last?.names === names) return last
  const sealed = await readSealed(folder, records)
  const inputs = await sealedInputs(vault, sealed)
  const kept = last !== null && last.sealed.withdrawals.size === sealed.withdrawals.size ? last.store : null
  const store = kept ?? (await copyOf(base))
  const originals = await openOriginals(folder.originals)
  await catchUp(folder, store, { ...options, originals, opened: { vault, inputs } })
  return { store, inputs, sealed, names }
}

/** What a store holds, in memory. */
export async function copyOf(base: CaseReader): Promise<CaseStore> {
  const store = createMemoryStore()
  const placements = Map.groupBy(await base.placements(), ({ capture }) => capture)
  await store.write(async (transactor) => {
    for (const capture of await base.captures()) await transactor.putCapture(capture, placements.get(capture.id) ?? [])
    for (const document of await base.documents()) await transactor.putDocument(document)
    for (const decision of await base.decisions()) await transactor.putDecision(decision)
    await transactor.replaceEdges(await base.edges())
    await transactor.replaceDrift(await base.drift())
    for (const recognition of await base.recognitions()) await transactor.putRecognition(recognition)
    for (const thumbnail of await base.thumbnails()) await transactor.putThumbnail(thumbnail, null)
    const [lists, entries, pairs] = [await base.registerLists(), await base.entries(), await base.entryPairs()]
    if (lists.length > 0) await transactor.replaceRegister({ lists, entries, pairs })
    await transactor.replacePersons(await base.persons())
    for (const disclosure of await base.disclosures()) await transactor.putDisclosure(disclosure)
    for (const proposal of await base.proposals()) await transactor.putProposal(proposal)
    for (const name of [...LINEAGE_SETTINGS, PROPOSALS_TO_LAY[0], SETTLED]) {
      const value = await base.setting(name)
      if (value !== null) await transactor.putSetting(name, value)
    }
  })
  return store
}
