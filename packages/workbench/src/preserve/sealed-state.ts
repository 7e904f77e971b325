/** What a case tells of its confidential items while its vault is locked: how many there are and which were withdrawn. */
import type { SealedItem, SealedRecord, VaultRecord, Withdrawal } from '../model/confidential.ts'
import type { CaseFolder } from './case-folder.ts'
import { listRecords, readRecord } from './records.ts'

/** What the records tell of confidential items without opening any. */
export interface Sealed {
  /** By id; those withdrawn too. */
  readonly items: ReadonlyMap<string, SealedItem>
  readonly records: readonly SealedRecord[]
  /** By the id of the item. */
  readonly withdrawals: ReadonlyMap<string, Withdrawal>
  /** Who can open the vault, as last recorded. */
  readonly vault: VaultRecord | null
}

/** Whether a record by its name is one that `readSealed` reads. */
export function isSealedRecord(name: string): boolean {
  return /^(sealed-items|sealed-records|withdrawals|vaults)\//.test(name)
}

export async function readSealed(folder: Pick<CaseFolder, 'records'>, names?: readonly string[]): Promise<Sealed> {
  const items = new Map<string, SealedItem>()
  const records: SealedRecord[] = []
  const withdrawals = new Map<string, Withdrawal>()
  let vault: VaultRecord | null = null
  for (const name of (names ?? (await listRecords(folder.records))).filter(isSealedRecord)) {
    const { record } = await readRecord(folder.records, name)
    if (record.kind === 'sealed-item') items.set(record.id, record)
    if (record.kind === 'sealed-record') records.push(record)
    if (record.kind === 'withdrawal') withdrawals.set(record.item, record)
    if (record.kind === 'vault' && (vault === null || record.sequence > vault.sequence)) vault = record
  }
  return { items, records, withdrawals, vault }
}

/** Items that nobody withdrew. */
export function keptItems({ items, withdrawals }: Sealed): readonly SealedItem[] {
  return [...items.values()].filter(({ id }) => !withdrawals.has(id))
}
