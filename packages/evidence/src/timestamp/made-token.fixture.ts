/** Certificates and tokens for tests, made field by field, so that each field can be wrong alone. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { TAG } from './der.ts'
import { derInteger, derOf, derOid } from './der-write.ts'

const UTF8 = 0x0c
const SHA256 = derOf(TAG.sequence, derOid('2.16.840.1.101.3.4.2.1'))
const ECDSA = derOf(TAG.sequence, derOid('1.2.840.10045.4.3.2'))

export const text = (words: string) => derOf(UTF8, Buffer.from(words))
export const nameOf = (common: string, string = text(common)) =>
  derOf(TAG.sequence, derOf(TAG.set, derOf(TAG.sequence, derOid('2.5.4.3'), string)))
const time = (stated: string) => derOf(TAG.generalizedTime, Buffer.from(stated))

export interface Extension {
  readonly type: string
  readonly critical?: boolean
  readonly value: Buffer
}
const bits = (unused: number, octet: number) => derOf(TAG.bits, Buffer.of(unused, octet))
const AUTHORITY: readonly Extension[] = [
  { type: '2.5.29.19', critical: true, value: derOf(TAG.sequence, Buffer.of(TAG.boolean, 1, 0xff)) },
  { type: '2.5.29.15', critical: true, value: bits(2, 0x04) },
]
const STAMPS: readonly Extension[] = [
  { type: '2.5.29.15', critical: true, value: bits(7, 0x80) },
  { type: '2.5.29.37', critical: true, value: derOf(TAG.sequence, derOid('1.3.6.1.5.5.7.3.8')) },
]

export interface Holder {
  readonly name: Buffer
  readonly serial: bigint
  readonly key: KeyObject
  readonly certificate: Buffer
  readonly issuer: Buffer
}
export interface Made {
  readonly for: 'authorities' | 'stamps'
  /** Absent for one that signs itself. */
  readonly by?: Holder
  readonly key?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
  readonly more?: readonly Extension[]
}

let made = 1n

/** A certificate under a name, and its key. */
export function certify(common: string, { for: use, by, key = newKey(), more = [] }: Made): Holder {
  const name = nameOf(common)
  const serial = ++made
  const extensions = [...(use === 'stamps' ? STAMPS : AUTHORITY), ...more].map(({ type, critical = false, value }) =>
    derOf(TAG.sequence, derOid(type), ...(critical ? [Buffer.of(TAG.boolean, 1, 0xff)] : []), derOf(TAG.octets, value)),
  )
  const body = derOf(
    TAG.sequence,
    derOf(0xa0, derInteger(2n)),
    derInteger(serial),
    ECDSA,
    by?.name ?? name,
    derOf(TAG.sequence, time('20200101000000Z'), time('20600101000000Z')),
    name,
    key.publicKey.export({ format: 'der', type: 'spki' }),
    derOf(0xa3, derOf(TAG.sequence, ...extensions)),
  )
  const signature = sign('sha256', body, by?.key ?? key.privateKey)
  return {
    name,
    serial,
    key: key.privateKey,
    certificate: derOf(TAG.sequence, body, ECDSA, derOf(TAG.bits, Buffer.of(0), signature)),
    issuer: by?.name ?? name,
  }
}

export const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

export interface Info {
  readonly time?: string
  /** What follows the time. */
  readonly rest?: readonly Buffer[]
}

export interface Attributes {
  /** What names the signer's certificate: the newer attribute, the older one. */
  readonly newer?: readonly Buffer[] | null
  readonly older?: readonly Buffer[] | null
}

/** A certificate as the signed attributes name it; the newer attribute takes sha256, the older one sha1. */
export function named(one: Holder, algorithm: 'sha256' | 'sha1', issued?: Partial<Pick<Holder, 'issuer' | 'serial'>>) {
  const digest = derOf(TAG.octets, createHash(algorithm).update(one.certificate).digest())
  if (issued === undefined) return derOf(TAG.sequence, digest)
  const { issuer, serial } = { ...one, ...issued }
  return derOf(TAG.sequence, digest, derOf(TAG.sequence, derOf(TAG.sequence, derOf(0xa4, issuer)), derInteger(serial)))
}

/** A token on the data, with the certificates beside it. */
export function tokenOf(
  data: Uint8Array,
  signer: Holder,
  beside: readonly Holder[] = [],
  {
    time: stated = '20310505100000Z',
    rest = [],
    newer = [named(signer, 'sha256')],
    older = null,
  }: Info & Attributes = {},
): Buffer {
  const info = derOf(
    TAG.sequence,
    derInteger(1n),
    derOid('1.3.6.1.4.1.99999.1'),
    derOf(TAG.sequence, SHA256, derOf(TAG.octets, createHash('sha256').update(data).digest())),
    derInteger(7n),
    time(stated),
    ...rest,
  )
  const attribute = (type: string, value: Buffer) => derOf(TAG.sequence, derOid(type), derOf(TAG.set, value))
  const naming = (type: string, ids: readonly Buffer[] | null) =>
    ids === null ? [] : [attribute(type, derOf(TAG.sequence, derOf(TAG.sequence, ...ids)))]
  const attributes = [
    attribute('1.2.840.113549.1.9.3', derOid('1.2.840.113549.1.9.16.1.4')),
    attribute('1.2.840.113549.1.9.4', derOf(TAG.octets, createHash('sha256').update(info).digest())),
    ...naming('1.2.840.113549.1.9.16.2.12', older),
    ...naming('1.2.840.113549.1.9.16.2.47', newer),
  ].sort(Buffer.compare)
  const signature = sign('sha256', derOf(TAG.set, ...attributes), signer.key)
  const signerInfo = derOf(
    TAG.sequence,
    derInteger(1n),
    derOf(TAG.sequence, signer.issuer, derInteger(signer.serial)),
    SHA256,
    derOf(0xa0, ...attributes),
    ECDSA,
    derOf(TAG.octets, signature),
  )
  const signed = derOf(
    TAG.sequence,
    derInteger(3n),
    derOf(TAG.set, SHA256),
    derOf(TAG.sequence, derOid('1.2.840.113549.1.9.16.1.4'), derOf(0xa0, derOf(TAG.octets, info))),
    derOf(0xa0, ...[signer, ...beside].map(({ certificate }) => certificate)),
    derOf(TAG.set, signerInfo),
  )
  return derOf(TAG.sequence, derOid('1.2.840.113549.1.7.2'), derOf(0xa0, signed))
}
