/** Time-stamp tokens (RFC 3161) and the signed data around them (RFC 5652), taken apart; nothing is judged here. */
import {
  BadDerError,
  childrenOf,
  childrenWith,
  type Der,
  expectTag,
  integerOf,
  oidOf,
  readDer,
  TAG,
  timeOf,
} from './der.ts'

export interface TimestampToken {
  /** TSTInfo as it lies in the token, which the signature covers by its digest. */
  readonly content: Buffer
  readonly info: TimestampInfo
  /** Certificates in the token, DER. Anybody can have put them there. */
  readonly certificates: readonly Buffer[]
  readonly signer: SignerInfo
}

/** RFC 3161 section 2.4.2, TSTInfo. */
export interface TimestampInfo {
  readonly policy: string
  /** Name of the algorithm, as `node:crypto` has it; null for one we do not know. */
  readonly imprintAlgorithm: string | null
  readonly imprint: Buffer
  readonly serial: bigint
  readonly time: Date
  readonly nonce: bigint | null
  /** Who says it, a GeneralName; null where it does not say. */
  readonly authority: Der | null
}

/** RFC 5652 section 5.3. */
export interface SignerInfo {
  /** The signer's certificate by issuer (DER) and serial number, or by subject key identifier. */
  readonly id: { readonly issuer: Buffer; readonly serial: bigint } | { readonly keyIdentifier: Buffer }
  readonly digestAlgorithm: string | null
  /** What is signed: the attributes as a DER set. */
  readonly signedAttributes: Buffer
  /** By object identifier; the values of each. */
  readonly attributes: ReadonlyMap<string, readonly Der[]>
  readonly signature: Buffer
}

export class BadTokenError extends Error {
  constructor(why: string) {
    super(`not a time-stamp token: ${why}`)
    this.name = 'BadTokenError'
  }
}

/** A time-stamp authority said no (RFC 3161 section 2.4.2, PKIStatus). */
export class RefusedTimestampError extends Error {
  /** `why` are the authority's own words and what RFC 3161 calls the failure, as far as it gave any. */
  constructor(status: bigint, why: readonly string[]) {
    super(`the time-stamp authority refused: status ${status}${why.length > 0 ? ` (${why.join('; ')})` : ''}`)
    this.name = 'RefusedTimestampError'
  }
}

/** Certificates in a token that are read at most; an authority sends a chain of a few. */
const MOST_CERTIFICATES = 256

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.8', 'sha3-256'],
  ['2.16.840.1.101.3.4.2.9', 'sha3-384'],
  ['2.16.840.1.101.3.4.2.10', 'sha3-512'],
])

/** Object identifiers of digest algorithms, by the names of `node:crypto`. */
export const DIGEST_OIDS: ReadonlyMap<string, string> = new Map([...DIGESTS].map(([oid, name]) => [name, oid]))

/** Name of a digest algorithm from its AlgorithmIdentifier, null for one we do not know. */
export function digestName(algorithm: Der | undefined): string | null {
  return (
    DIGESTS.get(oidOf(childrenWith(algorithm, TAG.sequence, 'a digest algorithm')[0], 'a digest algorithm')) ?? null
  )
}

/** Takes a token, or a response that holds one. Throws BadTokenError, or RefusedTimestampError for a response that has none. */
export function parseTimestamp(bytes: Uint8Array): TimestampToken {
  try {
    const outer = readDer(bytes)
    const [first, second] = childrenWith(outer, TAG.sequence, 'the token')
    if (first?.tag !== TAG.sequence) return parseToken(outer)
    const [code, ...more] = childrenOf(first)
    const status = integerOf(code, 'the status')
    if (status !== 0n && status !== 1n) throw new RefusedTimestampError(status, more.flatMap(reasonsIn))
    return parseToken(expectTag(second, TAG.sequence, 'the token of the response'))
  } catch (error) {
    if (error instanceof BadDerError) throw new BadTokenError(error.message)
    throw error
  }
}

/** RFC 3161 section 2.4.2, PKIFailureInfo, by bit. */
const FAILURES: ReadonlyMap<number, string> = new Map([
  [0, 'badAlg'],
  [2, 'badRequest'],
  [5, 'badDataFormat'],
  [14, 'timeNotAvailable'],
  [15, 'unacceptedPolicy'],
  [16, 'unacceptedExtension'],
  [17, 'addInfoNotAvailable'],
  [25, 'systemFailure'],
])
const MAX_REASON = 200

/** What a field after the status says: text, or bits of failure. Others say nothing. */
function reasonsIn(field: Der): readonly string[] {
  if (field.tag === TAG.sequence)
    return childrenOf(field).map(({ content }) => JSON.stringify(content.toString('utf8').slice(0, MAX_REASON)))
  if (field.tag !== TAG.bits) return []
  const [, ...octets] = field.content
  return [...FAILURES].flatMap(([bit, name]) => (((octets[bit >> 3] ?? 0) << (bit & 7)) & 0x80 ? [name] : []))
}

function parseToken(token: Der): TimestampToken {
  const [type, wrapped] = childrenOf(token)
  if (oidOf(type, 'the type of the content') !== SIGNED_DATA) throw new BadTokenError('it is not signed data')
  const [signedData] = childrenWith(wrapped, 0xa0, 'the signed data')
  const [, , encapsulated, ...rest] = childrenWith(signedData, TAG.sequence, 'the signed data')
  const [contentType, contentWrapped] = childrenWith(encapsulated, TAG.sequence, 'the signed content')
  if (oidOf(contentType, 'the type of the signed content') !== TST_INFO)
    throw new BadTokenError('what is signed is no TSTInfo')
  const [octets] = childrenWith(contentWrapped, 0xa0, 'the signed content')
  const { content } = expectTag(octets, TAG.octets, 'the signed content')
  const bag = rest.find(({ tag }) => tag === 0xa0)
  const certificates = bag === undefined ? [] : childrenOf(bag)
  if (certificates.length > MOST_CERTIFICATES)
    throw new BadTokenError(
      `it holds ${certificates.length} certificates, more than the ${MOST_CERTIFICATES} that are read`,
    )
  const signers = childrenWith(
    rest.find(({ tag }) => tag === TAG.set),
    TAG.set,
    'the signers',
  )
  const [signer] = signers
  if (signer === undefined || signers.length > 1)
    throw new BadTokenError(`it has ${signers.length} signers, one belongs there`)
  return {
    content,
    info: parseInfo(readDer(content)),
    certificates: certificates.map(({ raw }) => raw),
    signer: parseSigner(signer),
  }
}

/** Tags of what may follow the time in TSTInfo, besides the order and the nonce. */
const ACCURACY = TAG.sequence
const AUTHORITY = 0xa0
const EXTENSIONS = 0xa1

function parseInfo(info: Der): TimestampInfo {
  const fields = childrenWith(info, TAG.sequence, 'TSTInfo')
  const [version, policy, imprint, serial, time] = fields
  if (integerOf(version, 'the version') !== 1n) throw new BadTokenError('its version is not 1')
  const [algorithm, digest] = childrenWith(imprint, TAG.sequence, 'the message imprint')
  const rest = fields.slice(5)
  const next = (tag: number) => (rest[0]?.tag === tag ? rest.shift() : undefined)
  next(ACCURACY)
  next(TAG.boolean)
  const nonce = next(TAG.integer)
  const authority = next(AUTHORITY)
  next(EXTENSIONS)
  if (rest.length > 0) throw new BadTokenError('TSTInfo holds what does not belong there, or in another order')
  return {
    policy: oidOf(policy, 'the policy'),
    imprintAlgorithm: digestName(algorithm),
    imprint: expectTag(digest, TAG.octets, 'the message imprint').content,
    serial: integerOf(serial, 'the serial number'),
    time: timeOf(time, 'the time'),
    nonce: nonce === undefined ? null : integerOf(nonce, 'the nonce'),
    authority: authority === undefined ? null : readDer(authority.content),
  }
}

function parseSigner(signer: Der): SignerInfo {
  const [, id, digest, attributes, , signature] = childrenWith(signer, TAG.sequence, 'the signer')
  const signed = expectTag(attributes, 0xa0, 'the signed attributes')
  const entries = childrenOf(signed).map((attribute): [string, readonly Der[]] => {
    const [type, values] = childrenWith(attribute, TAG.sequence, 'a signed attribute')
    return [oidOf(type, 'the type of an attribute'), childrenWith(values, TAG.set, 'the values of an attribute')]
  })
  const byType = new Map(entries)
  if (byType.size !== entries.length) throw new BadTokenError('an attribute is there twice')
  return {
    id: parseSignerId(id),
    digestAlgorithm: digestName(digest),
    signedAttributes: Buffer.concat([Buffer.from([TAG.set]), signed.raw.subarray(1)]),
    attributes: byType,
    signature: expectTag(signature, TAG.octets, 'the signature').content,
  }
}

function parseSignerId(id: Der | undefined): SignerInfo['id'] {
  if (id?.tag === 0x80) return { keyIdentifier: id.content }
  const [issuer, serial] = childrenWith(id, TAG.sequence, 'the identifier of the signer')
  return { issuer: expectTag(issuer, TAG.sequence, 'the issuer').raw, serial: integerOf(serial, 'the serial number') }
}
