/** Requests for a time-stamp (RFC 3161 section 2.4.1): the digest of what is to be dated, and a number that the answer repeats. */
import { createHash, randomBytes } from 'node:crypto'
import { BadDerError, childrenWith, expectTag, integerOf, readDer, TAG } from './der.ts'
import { derInteger, derOf, derOid } from './der-write.ts'
import { DIGEST_OIDS, digestName } from './token.ts'

/** Digests that are asked for; others are only read. */
export const REQUEST_DIGESTS = ['sha256', 'sha512'] as const
export type RequestDigest = (typeof REQUEST_DIGESTS)[number]

export interface TimestampRequest {
  /** Name of the algorithm; null for one we do not know. */
  readonly imprintAlgorithm: string | null
  readonly imprint: Buffer
  readonly nonce: bigint | null
}

export class BadTimestampRequestError extends Error {
  constructor(why: string) {
    super(`not a request for a time-stamp: ${why}`)
    this.name = 'BadTimestampRequestError'
  }
}

export interface RequestOptions {
  /** sha256 unless said otherwise. */
  readonly digest?: RequestDigest
  /** 64 random bits unless given. */
  readonly nonce?: bigint
}

/** The request as it is sent, DER; it asks for the certificates of the signer. Only a digest of the data is in it. */
export function timestampRequest(data: Uint8Array, { digest = 'sha256', nonce }: RequestOptions = {}): Buffer {
  const oid = DIGEST_OIDS.get(digest) ?? ''
  return derOf(
    TAG.sequence,
    derInteger(1n),
    derOf(
      TAG.sequence,
      derOf(TAG.sequence, derOid(oid), Buffer.of(0x05, 0x00)),
      derOf(TAG.octets, createHash(digest).update(data).digest()),
    ),
    derInteger(nonce ?? BigInt(`0x${randomBytes(8).toString('hex')}`)),
    Buffer.of(TAG.boolean, 0x01, 0xff),
  )
}

/** Reads a request. Throws BadTimestampRequestError. */
export function parseTimestampRequest(bytes: Uint8Array): TimestampRequest {
  try {
    const [version, imprint, ...rest] = childrenWith(readDer(bytes), TAG.sequence, 'the request')
    if (integerOf(version, 'the version') !== 1n) throw new BadTimestampRequestError('its version is not 1')
    const [algorithm, digest] = childrenWith(imprint, TAG.sequence, 'the message imprint')
    const nonce = rest.find(({ tag }) => tag === TAG.integer)
    return {
      imprintAlgorithm: digestName(algorithm),
      imprint: expectTag(digest, TAG.octets, 'the message imprint').content,
      nonce: nonce === undefined ? null : integerOf(nonce, 'the nonce'),
    }
  } catch (error) {
    if (error instanceof BadDerError) throw new BadTimestampRequestError(error.message)
    throw error
  }
}
