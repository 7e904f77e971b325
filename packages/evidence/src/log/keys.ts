/** Ed25519 keys that sign notes, and the files that hold them. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { join } from 'node:path'
import { type DiskOptions, isMissing } from '../disk/disk.ts'
import { writeDurably } from '../disk/durable.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { decodeBase64, hex32, type NoteSigner } from './note.ts'
import { BadKeyError, ED25519, SPKI_PREFIX, type Verifier, verifierOf } from './verifier.ts'

export interface Signer extends NoteSigner {
  readonly verifier: Verifier
  /** The private key as a line, `PRIVATE+KEY+name+hash+base64` (golang.org/x/mod/sumdb/note). Keep it secret. */
  readonly secret: string
  /** 32 bytes that only this key gives for a purpose, and that tell nothing of it (HKDF with SHA-256, RFC 5869). */
  deriveKey(purpose: string): Uint8Array
}

const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

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
    deriveKey: (purpose) => new Uint8Array(hkdfSync('sha256', seed, '', purpose, 32)),
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
