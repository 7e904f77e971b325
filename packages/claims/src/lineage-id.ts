/** Ids of what lineage and ledger derive: the first 128 bits of SHA-256 over the parts, in hexadecimal. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Parts are length-prefixed, so that no two lists of parts share an id by running into each other. */
export function derivedId(kind: string, parts: readonly (string | number | null)[]): string {
  const text = [kind, ...parts].map((part) => (part === null ? '-' : `${String(part).length}:${part}`)).join('|')
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16))
}

/** Plain code unit order, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
