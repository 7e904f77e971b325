/**
 * Confidential items as they lie in a case: the bytes an OCFL object of ciphertext, what is known of them and what people
 * decided on them records of ciphertext.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { leafCommitment, type OriginalSource, type Originals } from '@corroborate/evidence'
import { z } from 'zod'
import type { Capture } from '../model/capture.ts'
import { type SealedContent, SealedContentSchema, type SealedItem, type SealedRecord } from '../model/confidential.ts'
import { newRecordId } from '../model/ids.ts'
import {
  openBytes,
  openJson,
  openStream,
  recipientOf,
  SealBrokenError,
  sealBytes,
  sealJson,
  sealStream,
} from './age-seal.ts'
import type { Custody } from './custody.ts'
import { type CaseRecord, RecordSchema } from './records.ts'
import type { OpenVault } from './vault.ts'

const SealedPayloadSchema = z.object({ salt: z.string(), content: SealedContentSchema })
const RecordPayloadSchema = z.object({ salt: z.string(), record: RecordSchema })

/**
 * Takes an item in: its key, its ciphertext and then its one record, each durable before the next. `capturesOf` is given
 * the digest of the ciphertext and the size in clear. Acknowledged by `custody.acknowledge`.
 */
export async function sealItem(
  custody: Custody,
  vault: OpenVault,
  taken: {
    readonly source: OriginalSource
    readonly intake: string
    readonly capturesOf: (item: string, size: number) => readonly Capture[]
  },
): Promise<SealedItem> {
  const id = newRecordId()
  const { recipient, sha512: key } = await vault.makeKey(id, custody.disk)
  const hash = createHash('sha512')
  let size = 0
  const watched = async function* () {
    for await (const piece of piecesOf(taken.source)) {
      hash.update(piece)
      size += piece.length
      yield piece
    }
  }
  const kept = await custody.originals.add({ pieces: sealStream(watched(), [recipient]) }, 'sealed.age')
  const content: SealedContent = {
    sha512: hash.digest('hex'),
    size,
    captures: [...taken.capturesOf(kept.digest, size)],
  }
  const salt = randomBytes(32).toString('hex')
  const record: SealedItem = {
    kind: 'sealed-item',
    id,
    at: custody.now().toISOString(),
    intake: taken.intake,
    item: kept.digest,
    size: kept.size,
    key,
    commitment: leafCommitment(salt, content),
    age: base64(await sealJson({ salt, content }, [recipient])),
  }
  await custody.write(record)
  return record
}

/** What an item is. null where its key is not there. Throws SealBrokenError. */
export async function openItem(vault: OpenVault, record: SealedItem): Promise<SealedContent | null> {
  const identity = await vault.identity(record.id)
  if (identity === null) return null
  const what = `records/sealed-items/${record.id.slice(0, 2)}/${record.id}.json`
  const parsed = SealedPayloadSchema.safeParse(await openJson(Buffer.from(record.age, 'base64'), identity, what))
  if (!parsed.success) throw new SealBrokenError(what, parsed.error.issues[0]?.message ?? 'it has another shape')
  const { salt, content } = parsed.data
  if (leafCommitment(salt, content) !== record.commitment)
    throw new SealBrokenError(what, 'it holds something else than its record commits to')
  if (content.captures.some(({ item, size }) => item !== record.item || size !== content.size))
    throw new SealBrokenError(what, 'it tells of another item')
  return content
}

/** The bytes of an item in clear, piece by piece. Throws SealBrokenError, at the latest after the last piece. */
export async function* itemBytes(
  vault: OpenVault,
  originals: Originals,
  record: SealedItem,
  content: Pick<SealedContent, 'size' | 'sha512'>,
): AsyncIterable<Uint8Array> {
  const identity = await vault.identity(record.id)
  if (identity === null) throw new SealBrokenError(`the confidential item ${record.id}`, 'its key is not there')
  const path = await originals.path(record.item)
  const hash = createHash('sha512')
  for await (const piece of openStream(createReadStream(path), { identity, size: content.size, what: path })) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== content.sha512) throw new SealBrokenError(path, 'its bytes in clear have another sha512')
}

/** A record under the keys of items, the outermost first, so that it opens only while none of them is destroyed. */
export async function sealRecord(
  vault: OpenVault,
  record: CaseRecord,
  items: readonly string[],
): Promise<SealedRecord> {
  const keys = [...new Set(items)].sort()
  const salt = randomBytes(32).toString('hex')
  let bytes: Uint8Array | null = null
  for (const key of keys.toReversed()) {
    const identity = await vault.identity(key)
    if (identity === null) throw new SealBrokenError(`the confidential item ${key}`, 'its key is not there')
    const recipient = await recipientOf(identity)
    bytes = bytes === null ? await sealJson({ salt, record }, [recipient]) : await sealBytes(bytes, [recipient])
  }
  if (bytes === null) throw new Error(`${vault.folder.root}: a sealed record needs an item whose key closes it`)
  return {
    kind: 'sealed-record',
    id: record.id,
    at: record.at,
    keys,
    sequence: record.kind === 'decision' ? record.sequence : null,
    commitment: leafCommitment(salt, record),
    age: base64(bytes),
  }
}

/** What a sealed record says. null where a key it needs is not there. Throws SealBrokenError. */
export async function openRecord(vault: OpenVault, sealed: SealedRecord): Promise<CaseRecord | null> {
  const what = `records/sealed-records/${sealed.id.slice(0, 2)}/${sealed.id}.json`
  const identities: string[] = []
  for (const key of sealed.keys) {
    const identity = await vault.identity(key)
    if (identity === null) return null
    identities.push(identity)
  }
  let bytes: Uint8Array = Buffer.from(sealed.age, 'base64')
  for (const identity of identities.slice(0, -1)) bytes = await openBytes(bytes, identity, what)
  const parsed = RecordPayloadSchema.safeParse(await openJson(bytes, identities.at(-1) ?? '', what))
  if (!parsed.success) throw new SealBrokenError(what, parsed.error.issues[0]?.message ?? 'it has another shape')
  const { salt, record } = parsed.data
  if (leafCommitment(salt, record) !== sealed.commitment || record.id !== sealed.id)
    throw new SealBrokenError(what, 'it holds something else than its record commits to')
  return record
}

async function* piecesOf(source: OriginalSource): AsyncIterable<Uint8Array> {
  if ('bytes' in source) yield source.bytes
  else if ('pieces' in source) yield* source.pieces
  else yield* createReadStream(source.path)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
