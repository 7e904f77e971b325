/** Certificates (RFC 5280) and the chains between them, as far as the signer of a time-stamp needs one. */
import { X509Certificate } from 'node:crypto'
import { childrenOf, childrenWith, type Der, expectTag, integerOf, oidOf, readDer, TAG } from './der.ts'

export interface Certificate {
  readonly x509: X509Certificate
  /** Distinguished names, DER. */
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly serial: bigint
  readonly keyIdentifier: Buffer | null
  /** Bits of the key usage (RFC 5280 section 4.2.1.3), most significant first; null where the extension is absent. */
  readonly keyUsage: number | null
  readonly extendedKeyUsage: { readonly critical: boolean; readonly purposes: readonly string[] } | null
}

const KEY_IDENTIFIER = '2.5.29.14'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const DIGITAL_SIGNATURE = 0x80
const NON_REPUDIATION = 0x40
const CERTIFICATE_SIGNING = 0x04

/** Throws BadDerError, or the error of node:crypto, where the bytes are no certificate. */
export function parseCertificate(der: Uint8Array): Certificate {
  const x509 = new X509Certificate(der)
  const [body] = childrenWith(readDer(x509.raw), TAG.sequence, 'the certificate')
  const fields = childrenWith(body, TAG.sequence, 'the body of the certificate')
  const [serial, , issuer, , subject] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields
  const extensions = extensionsOf(fields.find(({ tag }) => tag === 0xa3))
  const usage = extensions.get(KEY_USAGE)
  const purposes = extensions.get(EXTENDED_KEY_USAGE)
  const identifier = extensions.get(KEY_IDENTIFIER)
  return {
    x509,
    issuer: expectTag(issuer, TAG.sequence, 'the issuer').raw,
    subject: expectTag(subject, TAG.sequence, 'the subject').raw,
    serial: integerOf(serial, 'the serial number'),
    keyIdentifier: identifier === undefined ? null : readDer(identifier.value).content,
    keyUsage: usage === undefined ? null : (readDer(usage.value).content[1] ?? 0),
    extendedKeyUsage:
      purposes === undefined
        ? null
        : {
            critical: purposes.critical,
            purposes: childrenOf(readDer(purposes.value)).map((purpose) => oidOf(purpose, 'a purpose')),
          },
  }
}

function extensionsOf(
  wrapped: Der | undefined,
): ReadonlyMap<string, { readonly critical: boolean; readonly value: Buffer }> {
  if (wrapped === undefined) return new Map()
  const [list] = childrenOf(wrapped)
  return new Map(
    childrenWith(list, TAG.sequence, 'the extensions').map((extension) => {
      const [type, ...rest] = childrenWith(extension, TAG.sequence, 'an extension')
      const critical = rest.some(({ tag, content }) => tag === TAG.boolean && content[0] !== 0)
      return [
        oidOf(type, 'an extension'),
        { critical, value: expectTag(rest.at(-1), TAG.octets, 'an extension').content },
      ]
    }),
  )
}

/** Certificates in PEM, one after another. */
export function parsePem(pem: string): readonly Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => parseCertificate(new X509Certificate(block).raw))
}

/** Why a certificate may not sign time-stamps (RFC 3161 section 2.3), null where it may. */
export function whyNotTimestamping({ keyUsage, extendedKeyUsage }: Certificate): string | null {
  if (keyUsage !== null && (keyUsage & ~(DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0)
    return 'its key is for other uses than signatures'
  if (extendedKeyUsage === null) return 'it does not say that it is for time-stamping'
  if (extendedKeyUsage.purposes.length !== 1 || extendedKeyUsage.purposes[0] !== TIME_STAMPING) {
    return 'it is for other purposes than time-stamping'
  }
  return extendedKeyUsage.critical ? null : 'the extension that says it is for time-stamping is not critical'
}

export type Chain =
  | { readonly kind: 'chain'; readonly certificates: readonly Certificate[] }
  /** Why none was found, the most telling reason met. */
  | { readonly kind: 'none'; readonly why: string }

const MAX_DEPTH = 10

/** A chain from a certificate to a self-signed one that is trusted, every link signed and valid at the time. */
export function findChain(
  from: Certificate,
  others: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
): Chain {
  const isTrusted = (one: Certificate) => trusted.some(({ x509 }) => x509.raw.equals(one.x509.raw))
  let why = `no trusted certificate is above ${nameOf(from)}`
  function climb(chain: readonly Certificate[]): readonly Certificate[] | null {
    const last = chain.at(-1)
    if (last === undefined || chain.length > MAX_DEPTH) return null
    const doubt = whyNotValid(last, at)
    if (doubt !== null) {
      why = doubt
      return null
    }
    if (last.issuer.equals(last.subject) && isTrusted(last)) return chain
    for (const issuer of [...trusted, ...others]) {
      if (chain.some(({ x509 }) => x509.raw.equals(issuer.x509.raw)) || !issued(issuer, last, chain.length - 1))
        continue
      const found = climb([...chain, issuer])
      if (found !== null) return found
    }
    return null
  }
  const certificates = climb([from])
  return certificates === null ? { kind: 'none', why } : { kind: 'chain', certificates }
}

/**
 * The certificates above one, as far as others lead, every link signed and valid at the time; none where the first was not
 * valid. It says who vouches for whom, and nothing of whether any of them is to be trusted.
 */
export function linksAbove(from: Certificate, others: readonly Certificate[], at: Date): Chain {
  const why = whyNotValid(from, at)
  if (why !== null) return { kind: 'none', why }
  const chain = [from]
  for (;;) {
    const last = chain.at(-1) ?? from
    const above = others.find(
      (one) =>
        !chain.some(({ x509 }) => x509.raw.equals(one.x509.raw)) &&
        issued(one, last, chain.length - 1) &&
        whyNotValid(one, at) === null,
    )
    if (above === undefined || chain.length > MAX_DEPTH) return { kind: 'chain', certificates: chain }
    chain.push(above)
  }
}

function whyNotValid(one: Certificate, at: Date): string | null {
  const { validFrom, validTo } = one.x509
  if (at >= new Date(validFrom) && at <= new Date(validTo)) return null
  return `${nameOf(one)} was valid from ${validFrom} to ${validTo}, not at ${at.toISOString()}`
}

/** RFC 5280 section 6.1: name, authority, path length and signature. */
function issued(issuer: Certificate, certificate: Certificate, below: number): boolean {
  if (!issuer.subject.equals(certificate.issuer) || !issuer.x509.ca) return false
  if (issuer.keyUsage !== null && (issuer.keyUsage & CERTIFICATE_SIGNING) === 0) return false
  const most = pathLengthOf(issuer)
  return (
    (most === null || below <= most) &&
    certificate.x509.checkIssued(issuer.x509) &&
    certificate.x509.verify(issuer.x509.publicKey)
  )
}

/** RFC 5280 section 4.2.1.9: how many authorities may stand below. */
function pathLengthOf({ x509 }: Certificate): number | null {
  const [body] = childrenOf(readDer(x509.raw))
  const extension = extensionsOf(childrenWith(body, TAG.sequence, 'the body').find(({ tag }) => tag === 0xa3)).get(
    '2.5.29.19',
  )
  const length = extension && childrenOf(readDer(extension.value)).find(({ tag }) => tag === TAG.integer)
  return length === undefined ? null : Number(integerOf(length, 'the path length'))
}

/** The subject, for people: `O=local, CN=Test TSA`. */
export function nameOf({ x509 }: Certificate): string {
  return x509.subject.split('\n').join(', ')
}
