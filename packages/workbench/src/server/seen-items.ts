/** What of a case's items one request may see: everything public, and what is confidential where the vault is open to it. */
import { openOriginals } from '@corroborate/evidence'
import type { Context } from 'hono'
import { openSight } from '../derive/open-view.ts'
import { bytesInClear } from '../derive/sealed-inputs.ts'
import type { FrameRecord } from '../model/frame.ts'
import { type ItemId, type RecordId, recordId } from '../model/ids.ts'
import { NotFoundError } from '../operations/not-found.ts'
import type { OperationContext } from '../operations/operation.ts'
import { vaultOf } from '../operations/sight.ts'
import { openCase } from '../preserve/case-folder.ts'
import { acknowledgedRecords } from '../preserve/logged.ts'
import { readRecord, recordName } from '../preserve/records.ts'
import { openItem, openRecord } from '../preserve/sealed.ts'
import { isSealedRecord, readSealed } from '../preserve/sealed-state.ts'
import { hasVault, type OpenVault } from '../preserve/vault.ts'
import type { OriginalBytes } from '../read/byte-source.ts'
import { UnreadableError } from '../read/read-result.ts'
import type { VaultSession } from './session.ts'

export interface SeenItems {
  /** The bytes of an original, of a confidential one in clear. Throws NotFoundError. */
  bytes(digest: ItemId): Promise<Uint8Array>
  /** Where an original can be read in ranges; of a confidential one the bytes in clear, kept while the vault is open. */
  original(digest: ItemId): Promise<OriginalBytes>
  /** Of a public item as `case.db` holds it, of a confidential one as the open vault's memory does; else null. */
  thumbnail(digest: ItemId): Promise<Uint8Array | null>
  /** A frame that somebody kept, by the id of its record; null where there is none that may be seen. */
  frame(id: RecordId): Promise<FrameRecord | null>
}

export interface SeenOptions {
  readonly caseFolder: string
  readonly context: OperationContext
  readonly session: VaultSession
}

/** A confidential recording is played from memory, as far as it fits: 512 MiB. */
const LARGEST_IN_MEMORY = 512 * 1024 * 1024
/** The last confidential recording that was played; it goes with its vault. */
const playing = new WeakMap<OpenVault, { readonly digest: ItemId; readonly bytes: Promise<Uint8Array> }>()

export async function seenItems(c: Context, { caseFolder, context, session }: SeenOptions): Promise<SeenItems> {
  const folder = await openCase(caseFolder)
  const originals = await openOriginals(folder.originals)
  const sealed = hasVault(folder) ? await readSealed(folder, await acknowledgedRecords(folder, isSealedRecord)) : null
  const sealedItem = (digest: ItemId) => [...(sealed?.items.values() ?? [])].find((one) => one.item === digest)
  const openVault = () => vaultOf({ ...context, vaults: session.doorFor(c) }, folder)
  const missing = (digest: ItemId) =>
    new NotFoundError('original', digest.slice(0, 16), 'see `corroborate documents CASE`')
  const opened = async (digest: ItemId) => {
    const record = sealedItem(digest)
    const vault = record === undefined ? null : await openVault()
    const content = record === undefined || vault === null ? null : await openItem(vault, record)
    if (record === undefined || vault === null || content === null) throw missing(digest)
    return { vault, item: { record, content } }
  }
  const present = async (digest: ItemId) => {
    if (!(await originals.has(digest))) throw missing(digest)
  }
  return {
    async bytes(digest) {
      await present(digest)
      if (sealedItem(digest) === undefined) return originals.read(digest)
      const { vault, item } = await opened(digest)
      return bytesInClear(vault, originals, item)
    },
    async original(digest) {
      await present(digest)
      if (sealedItem(digest) === undefined) return { path: await originals.path(digest) }
      const { vault, item } = await opened(digest)
      const { size } = item.content
      if (size > LARGEST_IN_MEMORY)
        throw new UnreadableError(
          `it is confidential and has ${size} bytes, more than the ${LARGEST_IN_MEMORY} that are played from memory; take it out with age (spec/vault.md) and play it elsewhere`,
        )
      const last = playing.get(vault)
      const bytes = last?.digest === digest ? last.bytes : bytesInClear(vault, originals, item)
      playing.set(vault, { digest, bytes })
      return { bytes: await bytes }
    },
    async thumbnail(digest) {
      const vault = sealedItem(digest) === undefined ? null : await openVault()
      const sight = await openSight(folder, vault, context)
      try {
        return await sight.reader.thumbnailBytes(digest)
      } finally {
        await sight.close()
      }
    },
    async frame(id) {
      const name = recordName({ kind: 'frame', id })
      if ((await acknowledgedRecords(folder, (one) => one === name)).length > 0) {
        const { record } = await readRecord(folder.records, name)
        return record.kind === 'frame' ? record : null
      }
      const kept = sealed?.records.find((one) => recordId(one.id) === id)
      const vault = kept === undefined ? null : await openVault()
      const record = kept === undefined || vault === null ? null : await openRecord(vault, kept)
      return record?.kind === 'frame' ? record : null
    },
  }
}
