/** Labelled digests as WARC files carry them: `algorithm:value`, the value in hexadecimal, base32 or base64. */
import { createHash, type Hash } from 'node:crypto'

export interface WarcDigest {
  /** As Node names it. */
  readonly algorithm: string
  /** null where the value is not one of this algorithm in any spelling. */
  readonly value: Uint8Array | null
}

const BYTES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 }

/** null for an algorithm we do not know, or what is no labelled digest. WARC 1.1, section 5.8. */
export function parseWarcDigest(text: string): WarcDigest | null {
  const [, label = '', value = ''] = /^([A-Za-z0-9-]+):([A-Za-z0-9+/_=-]+)$/.exec(text) ?? []
  const algorithm = label.toLowerCase().replace('-', '')
  const length = BYTES[algorithm]
  return length === undefined ? null : { algorithm, value: decode(value, length) }
}

function decode(value: string, length: number): Uint8Array | null {
  if (value.length === length * 2 && /^[0-9a-f]+$/i.test(value)) return Buffer.from(value, 'hex')
  const bare = value.replace(/=+$/, '')
  if (bare.length === Math.ceil((length * 8) / 5) && /^[a-z2-7]+$/i.test(bare)) return base32(bare, length)
  const bytes = Buffer.from(bare.replaceAll('-', '+').replaceAll('_', '/'), 'base64')
  return bare.length === Math.ceil((length * 8) / 6) && bytes.length === length ? bytes : null
}

function base32(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text.toUpperCase()) {
    held = ((held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >>> bits
  }
  return bytes
}

export function hashOf(digest: WarcDigest): Hash {
  return createHash(digest.algorithm)
}
