/**
 * What the evidence package asks of `node:crypto`, for a browser: its verifying parts call this instead, so that one code
 * judges in both. Digests and curves are those of @noble; RSA is RFC 8017 section 8.2.2.
 */

import { Buffer } from 'node:buffer'
import {
  childrenOf,
  childrenWith,
  type Der,
  expectTag,
  integerOf,
  oidOf,
  readDer,
  TAG,
} from '@corroborate/evidence/der'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js'

const DIGESTS = {
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
} as const

/** A key or an algorithm that this page cannot judge by. Its code is that of OpenSSL's refusals. */
export class UnsupportedKeyError extends Error {
  readonly code = 'ERR_OSSL_UNSUPPORTED'
  constructor(what: string) {
    super(`this page cannot judge by ${what}; \`corroborate verify\` and openssl can`)
    this.name = 'UnsupportedKeyError'
  }
}

function digestOf(name: string) {
  const digest = DIGESTS[name as keyof typeof DIGESTS]
  if (digest === undefined) throw new UnsupportedKeyError(`the digest ${name}`)
  return digest
}

const bytesOf = (data: Uint8Array | string) => (typeof data === 'string' ? new Uint8Array(Buffer.from(data)) : data)

export function createHash(name: string) {
  const state = digestOf(name).create()
  const hash = {
    update(data: Uint8Array | string) {
      state.update(bytesOf(data))
      return hash
    },
    digest(encoding?: 'hex') {
      const bytes = Buffer.from(state.digest())
      return encoding === undefined ? bytes : bytes.toString(encoding)
    },
  }
  return hash
}

export function hash(name: string, data: Uint8Array | string, _: 'buffer'): Buffer {
  return Buffer.from(digestOf(name)(bytesOf(data)))
}

/** No randomness is needed to verify. */
export function randomBytes(): never {
  throw new Error('this page makes nothing random')
}

const ALGORITHM = {
  rsa: '1.2.840.113549.1.1.1',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
} as const
const CURVES = new Map([
  ['1.2.840.10045.3.1.7', p256],
  ['1.3.132.0.34', p384],
  ['1.3.132.0.35', p521],
])

type PublicKey =
  | { readonly asymmetricKeyType: 'ed25519'; readonly point: Uint8Array }
  | { readonly asymmetricKeyType: 'ec'; readonly point: Uint8Array; readonly curve: typeof p256 }
  | { readonly asymmetricKeyType: 'rsa'; readonly modulus: bigint; readonly exponent: bigint; readonly octets: number }

export interface KeyObject {
  readonly asymmetricKeyType: PublicKey['asymmetricKeyType']
  readonly key: PublicKey
  export(options: { readonly format: 'pem' }): string
}

/** From SubjectPublicKeyInfo in DER. */
export function createPublicKey({ key: der }: { readonly key: Uint8Array }): KeyObject {
  const key = parseKey(readDer(der))
  return {
    asymmetricKeyType: key.asymmetricKeyType,
    key,
    export: () =>
      `-----BEGIN PUBLIC KEY-----\n${Buffer.from(der)
        .toString('base64')
        .replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END PUBLIC KEY-----\n`,
  }
}

function parseKey(spki: Der): PublicKey {
  const [algorithm, bits] = childrenWith(spki, TAG.sequence, 'the key')
  const [type, parameters] = childrenWith(algorithm, TAG.sequence, 'the algorithm of the key')
  const point = expectTag(bits, TAG.bits, 'the key').content.subarray(1)
  const oid = oidOf(type, 'the algorithm of the key')
  if (oid === ALGORITHM.ed25519) return { asymmetricKeyType: 'ed25519', point: new Uint8Array(point) }
  if (oid === ALGORITHM.ec) {
    const name = oidOf(parameters, 'the curve')
    const curve = CURVES.get(name)
    if (curve === undefined) throw new UnsupportedKeyError(`keys on the curve ${name}`)
    return { asymmetricKeyType: 'ec', point: new Uint8Array(point), curve }
  }
  if (oid !== ALGORITHM.rsa) throw new UnsupportedKeyError(`keys of the kind ${oid}`)
  const [modulus, exponent] = childrenWith(readDer(point), TAG.sequence, 'the key')
  const n = integerOf(modulus, 'the modulus')
  const octets = Math.ceil(n.toString(16).length / 2)
  return { asymmetricKeyType: 'rsa', modulus: n, exponent: integerOf(exponent, 'the exponent'), octets }
}

export function verify(name: string | null, data: Uint8Array, { key }: KeyObject, signature: Uint8Array): boolean {
  const signed = new Uint8Array(signature)
  try {
    if (key.asymmetricKeyType === 'ed25519')
      return ed25519.verify(signed, new Uint8Array(data), key.point, { zip215: false })
    const digest = digestOf(name ?? 'none')(new Uint8Array(data))
    return key.asymmetricKeyType === 'rsa'
      ? verifyRsa(name ?? '', digest, key, signed)
      : key.curve.verify(signed, digest, key.point, { prehash: false, format: 'der', lowS: false })
  } catch (error) {
    if (error instanceof UnsupportedKeyError) throw error
    return false
  }
}

/** DigestInfo before the digest (RFC 8017 section 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<string, string>> = {
  sha1: '3021300906052b0e03021a05000414',
  sha224: '302d300d06096086480165030402040500041c',
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}

function verifyRsa(
  name: string,
  digest: Uint8Array,
  { modulus, exponent, octets }: Extract<PublicKey, { asymmetricKeyType: 'rsa' }>,
  signature: Uint8Array,
): boolean {
  const info = DIGEST_INFO[name]
  if (info === undefined) throw new UnsupportedKeyError(`RSA with ${name}`)
  const end = Buffer.concat([Buffer.from(info, 'hex'), digest])
  const padding = octets - end.length - 3
  if (signature.length !== octets || padding < 8) return false
  const value = BigInt(`0x${Buffer.from(signature).toString('hex')}`)
  if (value >= modulus) return false
  const expected = Buffer.concat([Buffer.of(0, 1), Buffer.alloc(padding, 0xff), Buffer.of(0), end])
  return power(value, exponent, modulus) === BigInt(`0x${expected.toString('hex')}`)
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % modulus)
    if ((rest & 1n) === 1n) result = (result * square) % modulus
  return result
}

const SIGNATURES: ReadonlyMap<string, string | null> = new Map([
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
  [ALGORITHM.ed25519, null],
])
const NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
])
const SUBJECT_KEY = '2.5.29.14'
const BASIC_CONSTRAINTS = '2.5.29.19'
const AUTHORITY_KEY = '2.5.29.35'

/** A certificate (RFC 5280), as far as `node:crypto`'s class of this name is asked. */
export class X509Certificate {
  readonly raw: Buffer
  readonly publicKey: KeyObject
  readonly validFrom: string
  readonly validTo: string
  readonly subject: string
  readonly ca: boolean
  readonly #signed: Der
  readonly #algorithm: string
  readonly #signature: Uint8Array
  readonly #issuer: Buffer
  readonly #subject: Buffer
  readonly #extensions: ReadonlyMap<string, Der>

  constructor(given: Uint8Array | string) {
    const der = typeof given === 'string' ? Buffer.from(given.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64') : given
    const whole = readDer(der)
    const [signed, algorithm, signature] = childrenWith(whole, TAG.sequence, 'the certificate')
    const fields = childrenWith(signed, TAG.sequence, 'the body of the certificate')
    const [, , issuer, validity, subject, key] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields
    const [from, to] = childrenWith(validity, TAG.sequence, 'the validity')
    this.raw = Buffer.from(whole.raw)
    this.#signed = expectTag(signed, TAG.sequence, 'the body of the certificate')
    this.#algorithm = oidOf(childrenWith(algorithm, TAG.sequence, 'the signature')[0], 'the signature')
    this.#signature = new Uint8Array(expectTag(signature, TAG.bits, 'the signature').content.subarray(1))
    this.#issuer = expectTag(issuer, TAG.sequence, 'the issuer').raw as Buffer
    this.#subject = expectTag(subject, TAG.sequence, 'the subject').raw as Buffer
    this.#extensions = extensionsOf(fields.find(({ tag }) => tag === 0xa3))
    this.publicKey = createPublicKey({ key: expectTag(key, TAG.sequence, 'the key').raw })
    this.validFrom = timeIn(from)
    this.validTo = timeIn(to)
    this.subject = nameIn(expectTag(subject, TAG.sequence, 'the subject'))
    const constraints = this.#extensions.get(BASIC_CONSTRAINTS)
    this.ca =
      constraints !== undefined &&
      childrenOf(constraints).some(({ tag, content }) => tag === TAG.boolean && content[0] !== 0)
  }

  /** Whether names and, where both give them, key identifiers fit. */
  checkIssued(issuer: X509Certificate): boolean {
    if (Buffer.compare(issuer.#subject, this.#issuer) !== 0) return false
    const authority = this.#extensions.get(AUTHORITY_KEY)
    const named = authority && childrenOf(authority).find(({ tag }) => tag === 0x80)?.content
    const own = issuer.#extensions.get(SUBJECT_KEY)?.content
    return named === undefined || own === undefined || Buffer.compare(Buffer.from(named), Buffer.from(own)) === 0
  }

  /** Whether the key signed it. */
  verify(key: KeyObject): boolean {
    const digest = SIGNATURES.get(this.#algorithm)
    if (digest === undefined) throw new UnsupportedKeyError(`signatures of the kind ${this.#algorithm}`)
    return verify(digest, this.#signed.raw, key, this.#signature)
  }
}

function extensionsOf(wrapped: Der | undefined): ReadonlyMap<string, Der> {
  if (wrapped === undefined) return new Map()
  const [list] = childrenOf(wrapped)
  return new Map(
    childrenWith(list, TAG.sequence, 'the extensions').map((extension) => {
      const fields = childrenWith(extension, TAG.sequence, 'an extension')
      return [
        oidOf(fields[0], 'an extension'),
        readDer(expectTag(fields.at(-1), TAG.octets, 'an extension').content),
      ] as const
    }),
  )
}

/** RFC 5280 section 4.1.2.5: years of two digits are 1950 to 2049. */
function timeIn(value: Der | undefined): string {
  const text = Buffer.from(value?.content ?? []).toString('latin1')
  const year =
    value?.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text.slice(0, 2)}` : text.slice(0, 4)
  const rest = text.slice(value?.tag === 0x17 ? 2 : 4)
  const [, month, day, hour, minute, second] = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(rest) ?? []
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}

/** One part a line, as `node:crypto` gives it. */
function nameIn(name: Der): string {
  return childrenOf(name)
    .map((set) =>
      childrenOf(set)
        .map((part) => {
          const [type, value] = childrenOf(part)
          const oid = oidOf(type, 'a part of a name')
          const bytes = Buffer.from(value?.content ?? [])
          const text = value?.tag === 0x1e ? bytes.swap16().toString('utf16le') : bytes.toString('utf8')
          return `${NAMES.get(oid) ?? oid}=${text}`
        })
        .join(' + '),
    )
    .join('\n')
}
