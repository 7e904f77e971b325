/** A leaf of the log: what happened, when, to which record, and a salted commitment to what the record says. */
import { createHash } from 'node:crypto'
import { canonicalBytes } from './canonical-json.ts'

export interface Leaf {
  /** Kind of event: lower-case words joined by hyphens, "capture", "decision". */
  readonly kind: string
  /** UTC instant as ECMAScript writes it: 2026-01-31T09:30:00.000Z. */
  readonly at: string
  /** Name of the record, a relative path without ending, of lower-case ASCII letters, digits, hyphens and slashes. */
  readonly record: string
  /** sha256 over the salt and the record's canonical JSON, 64 hex digits. Says nothing once salt and record are gone. */
  readonly commitment: string
}

export class BadLeafError extends Error {
  constructor(value: string, why: string) {
    super(`not a leaf: ${value.length > 200 ? `${value.slice(0, 200)}…` : value}: ${why}`)
    this.name = 'BadLeafError'
  }
}

/** The longest leaf, bytes: an entry's length is a uint16 (C2SP tlog-tiles, "Log entries"). */
export const MAX_LEAF_BYTES = 65_535

const FIELDS = ['at', 'commitment', 'kind', 'record']

/** The leaf's bytes: canonical JSON (RFC 8785), UTF-8. Throws BadLeafError. */
export function leafBytes(leaf: Leaf): Uint8Array {
  const bytes = canonicalBytes(leaf)
  checkLeaf(leaf, Buffer.from(bytes).toString())
  if (bytes.length > MAX_LEAF_BYTES)
    throw new BadLeafError(leaf.record, `it has ${bytes.length} bytes, at most 65535 fit`)
  return bytes
}

/** Reads a leaf. Throws BadLeafError where the bytes are anything but what `leafBytes` writes. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = Buffer.from(bytes).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadLeafError(text, 'it is not JSON')
  }
  const leaf = checkLeaf(value, text)
  if (!Buffer.from(leafBytes(leaf)).equals(bytes)) throw new BadLeafError(text, 'it is not canonical JSON (RFC 8785)')
  return leaf
}

/**
 * sha256(salt ‖ canonical JSON of the record), hex. `salt` is 32 random bytes as 64 hex digits, kept beside the record.
 * Throws BadLeafError where the salt is anything else.
 */
export function leafCommitment(salt: string, record: unknown): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new BadLeafError(salt, 'a salt is 32 bytes, 64 lower-case hex digits')
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalBytes(record)).digest('hex')
}

/** True where the leaf commits to this record under this salt, and says of it what it says of itself. */
export function leafCommitsTo(leaf: Leaf, salt: string, record: unknown): boolean {
  const { kind, at } = Object(record)
  return leaf.kind === kind && leaf.at === at && leaf.commitment === leafCommitment(salt, record)
}

/** Leaves by the record each names; of several that name one the first, which the others cannot replace. */
export function leavesByRecord(leaves: Iterable<Leaf>): ReadonlyMap<string, Leaf> {
  const first = new Map<string, Leaf>()
  for (const leaf of leaves) if (!first.has(leaf.record)) first.set(leaf.record, leaf)
  return first
}

function checkLeaf(value: unknown, text: string): Leaf {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadLeafError(text, 'it is no object')
  const { kind, at, record, commitment } = value as Record<string, unknown>
  const names = Object.keys(value).sort().join()
  if (names !== FIELDS.join()) throw new BadLeafError(text, `its members are ${names}; a leaf has ${FIELDS.join()}`)
  if (typeof kind !== 'string' || !/^[a-z]+(-[a-z]+)*$/.test(kind)) throw new BadLeafError(text, 'kind is no such word')
  if (typeof at !== 'string' || !isInstant(at))
    throw new BadLeafError(text, 'at is no instant like 2026-01-31T09:30:00.000Z')
  if (typeof record !== 'string' || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(record)) {
    throw new BadLeafError(text, 'record is no relative path of lower-case letters, digits, hyphens and slashes')
  }
  if (typeof commitment !== 'string' || !/^[0-9a-f]{64}$/.test(commitment)) {
    throw new BadLeafError(text, 'commitment is not 64 lower-case hex digits')
  }
  return { kind, at, record, commitment }
}

function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString() === text
}
