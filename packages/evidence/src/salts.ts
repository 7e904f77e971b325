/**
 * Salts of records. To anybody else 32 random bytes; to who holds the key of the log the second half says that the record
 * was written under it, so that a file somebody laid among the records is not taken for one that waits for its leaf.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { canonicalBytes } from './canonical-json.ts'
import type { Signer } from './log/keys.ts'

export interface Salts {
  /** 64 hex digits: 16 random bytes, and 16 of HMAC-SHA256 over those and the record's canonical JSON. */
  saltFor(record: unknown): string
  /** Whether a salt was made here for this record. */
  fits(salt: string, record: unknown): boolean
}

const HALF = 16

/** The salts of one log, by its origin. */
export function saltsOf(signer: Signer, origin: string): Salts {
  const key = signer.deriveKey(`corroborate.salt/1 ${origin}`)
  const mark = (random: Uint8Array, record: unknown) =>
    createHmac('sha256', key).update(random).update(canonicalBytes(record)).digest().subarray(0, HALF)
  return {
    saltFor(record) {
      const random = randomBytes(HALF)
      return Buffer.concat([random, mark(random, record)]).toString('hex')
    },
    fits(salt, record) {
      const bytes = Buffer.from(salt, 'hex')
      return bytes.length === 2 * HALF && timingSafeEqual(bytes.subarray(HALF), mark(bytes.subarray(0, HALF), record))
    },
  }
}
