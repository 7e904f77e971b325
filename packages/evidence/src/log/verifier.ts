/** Ed25519 public keys that verify notes (C2SP signed-note). */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { decodeBase64, hex32, isKeyName, type NoteVerifier, noteKeyHash } from './note.ts'

export interface Verifier extends NoteVerifier {
  /** C2SP verifier key: `name+hash+base64`. */
  readonly key: string
  /** SubjectPublicKeyInfo in PEM, as openssl reads it. */
  readonly pem: string
  /** 32 bytes. */
  readonly publicKey: Uint8Array
}

export class BadKeyError extends Error {
  constructor(what: string, why: string) {
    super(`${what}: ${why}`)
    this.name = 'BadKeyError'
  }
}

export const ED25519 = 0x01
export const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** The verifier of a 32-byte Ed25519 public key. Throws BadKeyError. */
export function verifierOf(name: string, publicKey: Uint8Array): Verifier {
  if (!isKeyName(name))
    throw new BadKeyError(JSON.stringify(name), 'the name of a key is not empty and has no spaces and no plus')
  if (publicKey.length !== 32)
    throw new BadKeyError(name, `an Ed25519 public key has 32 bytes, not ${publicKey.length}`)
  const typed = Buffer.from([ED25519, ...publicKey])
  const keyHash = noteKeyHash(name, typed)
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
  return {
    name,
    keyHash,
    key: `${name}+${hex32(keyHash)}+${typed.toString('base64')}`,
    publicKey,
    pem: key.export({ format: 'pem', type: 'spki' }).toString(),
    verify: (text, signature) => signature.length === 64 && verify(null, text, key, signature),
  }
}

/** The verifier of a public key in PEM, as openssl writes it. Throws BadKeyError. */
export function verifierOfPem(name: string, pem: string): Verifier {
  const [, base64 = ''] = /^-----BEGIN PUBLIC KEY-----\s([\s\S]*?)\s-----END PUBLIC KEY-----\s*$/.exec(pem) ?? []
  const der = Buffer.from(base64.replaceAll(/\s/g, ''), 'base64')
  if (!der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX))
    throw new BadKeyError(name, 'it is no Ed25519 public key in PEM')
  return verifierOf(name, der.subarray(SPKI_PREFIX.length))
}

/** SHA-256 over the key as SubjectPublicKeyInfo in DER, hex, by which two people compare it. */
export function fingerprintOf({ publicKey }: Verifier): string {
  return createHash('sha256').update(SPKI_PREFIX).update(publicKey).digest('hex')
}

/** Reads a C2SP verifier key, `name+hash+base64`. Throws BadKeyError. */
export function parseVerifier(line: string): Verifier {
  const { name, hash, type, publicKey } = splitVerifierKey(line)
  if (type !== ED25519) throw new BadKeyError(line.trimEnd(), 'it is no Ed25519 key (type 1)')
  const verifier = verifierOf(name, publicKey)
  if (hash === hex32(verifier.keyHash)) return verifier
  throw new BadKeyError(line.trimEnd(), `its hash is not that of the key, ${hex32(verifier.keyHash)}`)
}

/** The parts of a verifier key, its hash not yet compared. Throws BadKeyError. */
export function splitVerifierKey(line: string): { name: string; hash: string; type: number; publicKey: Uint8Array } {
  const [name = '', hash = '', ...rest] = line.trimEnd().split('+')
  const bytes = decodeBase64(rest.join('+'))
  const type = bytes?.[0]
  if (bytes === null || type === undefined) throw new BadKeyError(line.trimEnd(), 'a verifier key is name+hash+base64')
  return { name, hash, type, publicKey: bytes.subarray(1) }
}
