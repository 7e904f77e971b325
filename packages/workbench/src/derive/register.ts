/** Derives the register: entries and pairs when a list was taken, persons also when somebody decided. */
import type { Originals } from '@corroborate/evidence'
import { isRegisterAction } from '../model/decision.ts'
import type { ListRecord } from '../model/list-record.ts'
import type { RegisterEntry, RegisterList } from '../model/register.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { acknowledgedRecords } from '../preserve/logged.ts'
import { BrokenRecordError, readRecord, recordName } from '../preserve/records.ts'
import { endingsOf } from '../register/account.ts'
import { listFaults } from '../register/check-list.ts'
import { readEntries } from '../register/entries.ts'
import { entryPairs, type LinkedRegister, linkEntries, settlePersons } from '../register/persons.ts'
import { registerRulings } from '../register/rulings.ts'
import type { CaseStore } from '../storage/case-store.ts'

export interface DeriveRegisterOptions {
  readonly originals: Originals
  readonly progress: (phase: 'linking', done: number, total: number) => void
  readonly signal: AbortSignal
  /** What is kept was derived by other versions of the modules. */
  readonly stale: boolean
}

/** Name of the setting that holds how many decisions the persons rest on. */
export const SETTLED = 'register-decisions'

/** Throws ListChangedError or AccountError, and then changes nothing. */
export async function deriveRegister(
  folder: CaseFolder,
  store: CaseStore,
  { originals, progress, signal, stale }: DeriveRegisterOptions,
): Promise<void> {
  const known = await store.registerLists()
  const names = await acknowledgedRecords(folder, (name) => name.startsWith('lists/'))
  if (names.length === 0) return
  const fresh = stale || names.length !== known.length
  const decisions = await store.decisions()
  // Kept with the persons: a run that died between a decision and its persons is noticed by the next.
  const settled = String(decisions.length)
  if (!fresh && (await store.setting(SETTLED)) === settled) return
  if (!fresh && !decisions.some(({ action }) => isRegisterAction(action))) return
  progress('linking', 0, 1)
  const { lists, entries } = fresh
    ? await readEntries(await recordsNamed(folder, names), (item) => originals.read(item))
    : { lists: known, entries: await store.entries() }
  signal.throwIfAborted()
  const linked = linkedOnce(lists, entries)
  const rulings = registerRulings(decisions)
  const persons = settlePersons(linked, entries, rulings)
  endingsOf(entries, persons, rulings)
  await store.write(async (transactor) => {
    if (fresh) await transactor.replaceRegister({ lists, entries, pairs: entryPairs(linked) })
    await transactor.replacePersons(persons)
    await transactor.putSetting(SETTLED, settled)
  })
  progress('linking', 1, 1)
}

/** The records of all lists, in the order in which they were taken. Throws BrokenRecordError. */
async function recordsNamed(folder: CaseFolder, names: readonly string[]): Promise<readonly ListRecord[]> {
  const records: ListRecord[] = []
  for (const name of names) {
    const { record } = await readRecord(folder.records, name)
    if (record.kind === 'list') records.push(record)
  }
  records.sort((a, b) => a.sequence - b.sequence)
  for (const [at, record] of records.entries()) {
    const [fault] = listFaults(record, records.slice(0, at))
    if (fault !== undefined) throw new BrokenRecordError(`${folder.records}/${recordName(record)}.json`, fault)
  }
  return records
}

let last: { readonly key: string; readonly linked: LinkedRegister } | null = null

/**
 * Links, or gives the linkage of the same releases again: decisions settle it anew and never change a weight, so that a
 * server answers a decision without comparing every entry once more.
 */
export function linkedOnce(lists: readonly RegisterList[], entries: readonly RegisterEntry[]): LinkedRegister {
  const key = lists.map(({ id }) => id).join(' ')
  if (last?.key !== key) last = { key, linked: linkEntries(lists, entries) }
  return last.linked
}
