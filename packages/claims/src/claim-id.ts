/** Ids of claims and figures. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The rule: the first 32 hexadecimal characters of SHA-256 over the JSON array
 * `[document id, kind, quote, occurrence]`, UTF-8, no white space between its parts. `kind` is `figure` or a claim kind,
 * `quote` the characters at the claim's span, `occurrence` how many claims of this document, kind and quote stand before
 * it. The same text read again by any version that finds the same claim gives the same id. Where a second reader proposed
 * it, `kind` is `proposed figure` or `proposed` and the kind, and `occurrence` counts the quote's characters in the text.
 */
export type ClaimId = string & { readonly claimId: unique symbol }

const SHAPE = /^[0-9a-f]{32}$/

/** A text that was to be a claim id and is none. */
export class ClaimIdError extends Error {
  override readonly name = 'ClaimIdError'
  constructor(value: string) {
    super(`not a claim id: ${JSON.stringify(value)}; a claim id is 32 lower-case hexadecimal characters`)
  }
}

export function assertClaimId(value: string): asserts value is ClaimId {
  if (!SHAPE.test(value)) throw new ClaimIdError(value)
}

export function claimId(document: string, kind: string, quote: string, occurrence: number): ClaimId {
  const bytes = utf8ToBytes(JSON.stringify([document, kind, quote, occurrence]))
  return bytesToHex(sha256(bytes).subarray(0, 16)) as ClaimId
}

/** Gives ids for one document, counting the occurrences itself: ask in the order of the text. */
export function claimIds(document: string): (kind: string, quote: string) => ClaimId {
  const seen = new Map<string, number>()
  return (kind, quote) => {
    const key = `${kind}\u0000${quote}`
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    return claimId(document, kind, quote, occurrence)
  }
}
