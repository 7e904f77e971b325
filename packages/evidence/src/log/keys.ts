/** Ed25519 keys that sign and verify notes, and the files that hold them. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { join } from 'node:path'
import { type DiskOptions, isMissing, nodeDisk } from '../disk/disk.ts'
import { writeDurably } from '../disk/durable.ts'
import { decodeBase64, hex32, isKeyName, type NoteSigner, type NoteVerifier, noteKeyHash } from './note.ts'

export interface Verifier extends NoteVerifier {
  /** C2SP verifier key: `name+hash+base64`. */
  readonly key: string
  /** SubjectPublicKeyInfo in PEM, as openssl reads it. */
  readonly pem: string
}

export interface Signer extends NoteSigner {
  readonly verifier: Verifier
  /** The private key as a line, `PRIVATE+KEY+name+hash+base64` (golang.org/x/mod/sumdb/note). Keep it secret. */
  readonly secret: string
}

export class BadKeyError extends Error {
  constructor(what: string, why: string) {
    super(`${what}: ${why}`)
    this.name = 'BadKeyError'
  }
}

const ED25519 = 0x01
const COSIGNATURE = 0x04
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** A new random key. `name` has no spaces and no plus. */
export function createSigner(name: string): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return signerOf(name, seedOf(privateKey))
}

/** The key from its 32-byte seed. Throws BadKeyError. */
export function signerOf(name: string, seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new BadKeyError(name, `an Ed25519 seed has 32 bytes, not ${seed.length}`)
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length)
  const verifier = verifierOf(name, publicKey)
  const { keyHash } = verifier
  const secret = `PRIVATE+KEY+${name}+${hex32(keyHash)}+${Buffer.from([ED25519, ...seed]).toString('base64')}`
  return {
    name,
    keyHash,
    verifier,
    secret,
    sign: (text) => sign(null, text, privateKey),
    verify: verifier.verify,
  }
}

/** Reads a private key line. Throws BadKeyError, which never quotes the key. */
export function parseSigner(line: string): Signer {
  const parts = line.trimEnd().split('+')
  const [marker, word, name] = parts
  const hash = parts[3]
  const base64 = parts.slice(4).join('+')
  if (marker !== 'PRIVATE' || word !== 'KEY' || name === undefined)
    throw new BadKeyError('private key', 'it does not start PRIVATE+KEY+')
  const bytes = decodeBase64(base64)
  if (bytes?.length !== 33 || bytes[0] !== ED25519)
    throw new BadKeyError(`private key of ${name}`, 'it is no Ed25519 key')
  const signer = signerOf(name, bytes.subarray(1))
  if (hash !== hex32(signer.keyHash)) throw new BadKeyError(`private key of ${name}`, 'its hash is not that of the key')
  return signer
}

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
    pem: key.export({ format: 'pem', type: 'spki' }).toString(),
    verify: (text, signature) => signature.length === 64 && verify(null, text, key, signature),
  }
}

/** Reads a C2SP verifier key, `name+hash+base64`. Throws BadKeyError. */
export function parseVerifier(line: string): Verifier {
  const { name, hash, type, publicKey } = splitVerifierKey(line)
  if (type !== ED25519) throw new BadKeyError(line.trimEnd(), 'it is no Ed25519 key (type 1)')
  const verifier = verifierOf(name, publicKey)
  if (hash === hex32(verifier.keyHash)) return verifier
  throw new BadKeyError(line.trimEnd(), `its hash is not that of the key, ${hex32(verifier.keyHash)}`)
}

function splitVerifierKey(line: string): { name: string; hash: string; type: number; publicKey: Uint8Array } {
  const [name = '', hash = '', ...rest] = line.trimEnd().split('+')
  const bytes = decodeBase64(rest.join('+'))
  const type = bytes?.[0]
  if (bytes === null || type === undefined) throw new BadKeyError(line.trimEnd(), 'a verifier key is name+hash+base64')
  return { name, hash, type, publicKey: bytes.subarray(1) }
}

/** Writes the private key, readable by its owner alone, and beside it `PATH.pub` with the verifier key. */
export async function saveSigner(path: string, signer: Signer, { disk = nodeDisk }: DiskOptions = {}): Promise<void> {
  await writeDurably(`${path}.pub`, Buffer.from(`${signer.verifier.key}\n`), { disk })
  await writeDurably(path, Buffer.from(`${signer.secret}\n`), { disk, secret: true })
}

/** Throws BadKeyError, naming the file. */
export async function loadSigner(path: string, { disk = nodeDisk }: DiskOptions = {}): Promise<Signer> {
  const line = Buffer.from(await disk.read(path)).toString('utf8')
  try {
    return parseSigner(line)
  } catch (error) {
    if (error instanceof BadKeyError) throw new BadKeyError(path, error.message)
    throw error
  }
}

/** The signer kept as `NAME.key` in a folder outside the case; made on first use. */
export async function loadOrCreateSigner(folder: string, name: string, options: DiskOptions = {}): Promise<Signer> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
    throw new BadKeyError(JSON.stringify(name), 'it cannot name a key file')
  const path = join(folder, `${name}.key`)
  try {
    return await loadSigner(path, options)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const signer = createSigner(name)
  await saveSigner(path, signer, options)
  return signer
}

function seedOf(privateKey: KeyObject): Uint8Array {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8_PREFIX.length)
}

/** A witness's statement that it saw a checkpoint: when, in seconds since 1970. */
export interface CosignerVerifier extends NoteVerifier {
  /** Time inside a signature of this cosigner, in seconds since 1970. */
  timeOf(signature: Uint8Array): number
}

/**
 * Reads the verifier key of a witness (C2SP tlog-cosignature, Ed25519, type 4), which signs
 * "cosignature/v1\ntime SECONDS\n" and the note's text. Throws BadKeyError.
 */
export function parseCosigner(line: string): CosignerVerifier {
  const { name, hash, type, publicKey } = splitVerifierKey(line)
  if (type !== COSIGNATURE) throw new BadKeyError(line.trimEnd(), 'it is no key of a cosigner (type 4)')
  const keyHash = noteKeyHash(name, Buffer.from([COSIGNATURE, ...publicKey]))
  if (hash !== hex32(keyHash))
    throw new BadKeyError(line.trimEnd(), `its hash is not that of the key, ${hex32(keyHash)}`)
  const { verify } = verifierOf(name, publicKey)
  const timeOf = (signature: Uint8Array) => Number(Buffer.from(signature).readBigUInt64BE())
  return {
    name,
    keyHash,
    timeOf,
    verify(text, signature) {
      if (signature.length !== 72) return false
      const signed = Buffer.concat([Buffer.from(`cosignature/v1\ntime ${timeOf(signature)}\n`), text])
      return verify(signed, signature.subarray(8))
    },
  }
}
