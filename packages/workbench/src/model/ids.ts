/** Every kind of id of a case: its rule, its type and its assertion. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** An item is its bytes: lower-case hexadecimal sha512. */
export type ItemId = Branded<'item'>
/**
 * A document is one publication of an item: 32 hexadecimal digits of a sha256 over item, outlet, address and published,
 * and over the key of its part where the item holds many.
 */
export type DocumentId = Branded<'document'>
/** Captures, intakes, lists and decisions are events: random UUIDs. */
export type RecordId = Branded<'record'>
/** An entry of the register: 32 random hexadecimal digits, never a digest of what it states: a name can be guessed. */
export type EntryId = Branded<'entry'>
/** A person: 32 hexadecimal digits of a sha256 over the random id of the oldest entry. */
export type PersonId = Branded<'person'>

export class InvalidIdError extends Error {
  constructor(kind: string, value: string) {
    super(`not the id of ${kind}: ${JSON.stringify(value)}`)
    this.name = 'InvalidIdError'
  }
}

const ITEM = /^[0-9a-f]{128}$/
const DOCUMENT = /^[0-9a-f]{32}$/
const RECORD = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function itemId(value: string): ItemId {
  if (!ITEM.test(value)) throw new InvalidIdError('an item (a sha512)', value)
  return value as ItemId
}

export function documentId(value: string): DocumentId {
  if (!DOCUMENT.test(value)) throw new InvalidIdError('a document', value)
  return value as DocumentId
}

export function recordId(value: string): RecordId {
  if (!RECORD.test(value)) throw new InvalidIdError('a record', value)
  return value as RecordId
}

export function newRecordId(): RecordId {
  return randomUUID() as RecordId
}

export function newEntryId(): EntryId {
  return randomBytes(16).toString('hex') as EntryId
}

export function personIdOf(oldestEntry: string): PersonId {
  return createHash('sha256').update(`person\n${oldestEntry}`).digest('hex').slice(0, 32) as PersonId
}

export function itemIdOf(bytes: Uint8Array): ItemId {
  return createHash('sha512').update(bytes).digest('hex') as ItemId
}

/**
 * `address` is the web address, or the name under which the file was added where no address is known, so that two
 * unmarked copies of one text stay two documents.
 */
export function documentIdOf(publication: {
  readonly item: ItemId
  readonly outlet: string | null
  readonly address: string
  readonly published: string | null
  readonly part: string | null
}): DocumentId {
  const { item, outlet, address, published, part } = publication
  return createHash('sha256')
    .update(JSON.stringify([item, outlet, address, published, ...(part === null ? [] : [part])]))
    .digest('hex')
    .slice(0, 32) as DocumentId
}
