/** What an open vault adds to the inputs of a case: captures and records in clear, and the bytes of items, in memory only. */
import type { Originals } from '@corroborate/evidence'
import type { Capture } from '../model/capture.ts'
import type { SealedContent, SealedItem } from '../model/confidential.ts'
import { SealBrokenError } from '../preserve/age-seal.ts'
import type { CaseRecord } from '../preserve/records.ts'
import { itemBytes, openItem, openRecord } from '../preserve/sealed.ts'
import { keptItems, type Sealed } from '../preserve/sealed-state.ts'
import type { OpenVault } from '../preserve/vault.ts'

export interface OpenedItem {
  readonly record: SealedItem
  readonly content: SealedContent
}

export interface SealedInputs {
  /** By the digest of the ciphertext, as captures and documents name an item. */
  readonly items: ReadonlyMap<string, OpenedItem>
  readonly captures: readonly Capture[]
  /** Sealed records that opened, and under the keys of which items. */
  readonly records: readonly { readonly record: CaseRecord; readonly keys: readonly string[] }[]
  /** Items and records that are there and did not open. */
  readonly broken: readonly { readonly id: string; readonly problem: string }[]
}

/** Opens whatever opens; what does not is named, never passed over. */
export async function sealedInputs(vault: OpenVault, sealed: Sealed): Promise<SealedInputs> {
  const items = new Map<string, OpenedItem>()
  const records: { record: CaseRecord; keys: readonly string[] }[] = []
  const broken: { id: string; problem: string }[] = []
  const opening = async (id: string, work: () => Promise<string | null>) => {
    try {
      const problem = await work()
      if (problem !== null) broken.push({ id, problem })
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error
      broken.push({ id, problem: error.message })
    }
  }
  for (const record of keptItems(sealed)) {
    await opening(record.id, async () => {
      const content = await openItem(vault, record)
      if (content === null) return 'its key is not in the vault'
      items.set(record.item, { record, content })
      return null
    })
  }
  for (const record of sealed.records) {
    if (record.keys.some((key) => sealed.withdrawals.has(key))) continue
    await opening(record.id, async () => {
      const opened = await openRecord(vault, record)
      if (opened === null) return 'a key that it needs is not in the vault'
      records.push({ record: opened, keys: record.keys })
      return null
    })
  }
  const captures = [...items.values()].flatMap(({ content }) => content.captures)
  return { items, captures, records, broken }
}

/** All the bytes of an item in clear. Throws SealBrokenError. */
export async function bytesInClear(vault: OpenVault, originals: Originals, item: OpenedItem): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of itemBytes(vault, originals, item.record, item.content)) pieces.push(piece)
  return Buffer.concat(pieces)
}
