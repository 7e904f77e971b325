/** Certificates (RFC 5280) and the chains between them, as far as the signer of a time-stamp needs one. */
import { X509Certificate } from 'node:crypto'
import { childrenOf, childrenWith, type Der, expectTag, integerOf, oidOf, readDer, TAG } from './der.ts'
import { isSameName } from './distinguished-name.ts'

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
  /** How many authorities may stand below (RFC 5280 section 4.2.1.9); null where it does not say. */
  readonly pathLength: bigint | null
  /** Other names of the subject (section 4.2.1.6), each a GeneralName. */
  readonly otherNames: readonly Der[]
  /** Critical extensions that are not understood here: whoever cannot judge one must not rely on the certificate. */
  readonly notUnderstood: readonly string[]
}

const KEY_IDENTIFIER = '2.5.29.14'
const KEY_USAGE = '2.5.29.15'
const OTHER_NAMES = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/**
 * Extensions that may be critical. Policies bind only those who ask for one, and where to ask for revoked certificates
 * only those who do. Constraints on names (2.5.29.30) are not judged here, so whoever has critical ones is refused.
 */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...[KEY_USAGE, OTHER_NAMES, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE],
  ...['2.5.29.31', '2.5.29.32', '2.5.29.33', '2.5.29.36', '2.5.29.54'],
])
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
  const names = extensions.get(OTHER_NAMES)
  const basic = extensions.get(BASIC_CONSTRAINTS)
  const length = basic && childrenOf(readDer(basic.value)).find(({ tag }) => tag === TAG.integer)
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
    pathLength: length === undefined ? null : integerOf(length, 'the path length'),
    otherNames: names === undefined ? [] : childrenWith(readDer(names.value), TAG.sequence, 'the names of the subject'),
    notUnderstood: [...extensions].flatMap(([type, { critical }]) => (critical && !UNDERSTOOD.has(type) ? [type] : [])),
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
/** Signatures of certificates that are judged at most: anybody can put certificates of one name beside a token. */
const MOST_SIGNATURES = 1000

/**
 * A chain from a certificate to a self-signed one that is trusted, every link signed and valid at the time. The shortest
 * there is: whatever a longer way to a certificate allows, a shorter one does, so each is climbed from once.
 */
export function findChain(
  from: Certificate,
  others: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
): Chain {
  const isTrusted = (one: Certificate) => trusted.some(({ x509 }) => x509.raw.equals(one.x509.raw))
  let why = `no trusted certificate is above ${nameOf(from)}`
  const reached = new Set([bytesOf(from)])
  let signatures = 0
  const chains: (readonly [Certificate, ...Certificate[]])[] = [[from]]
  for (const chain of chains) {
    const last = chain.at(-1) ?? from
    if (chain.length > MAX_DEPTH) continue
    const doubt = whyNotUsable(last, at)
    if (doubt !== null) {
      why = doubt
      continue
    }
    if (last.issuer.equals(last.subject) && isTrusted(last)) return { kind: 'chain', certificates: chain }
    for (const issuer of [...trusted, ...others]) {
      if (!mayIssue(issuer, last, chain.length - 1) || reached.has(bytesOf(issuer))) continue
      if (++signatures > MOST_SIGNATURES) {
        const many = `more than ${MOST_SIGNATURES} signatures would have to be judged to find a chain above ${nameOf(from)}`
        return { kind: 'none', why: `${many}: give the certificates between it and a trusted one alone` }
      }
      if (!isSignedBy(last, issuer)) continue
      reached.add(bytesOf(issuer))
      chains.push([...chain, issuer])
    }
  }
  return { kind: 'none', why }
}

/**
 * The certificates above one, as far as others lead, every link signed and valid at the time; none where the first was not
 * valid. It says who vouches for whom, and nothing of whether any of them is to be trusted.
 */
export function linksAbove(from: Certificate, others: readonly Certificate[], at: Date): Chain {
  const why = whyNotUsable(from, at)
  if (why !== null) return { kind: 'none', why }
  const chain = [from]
  for (;;) {
    const last = chain.at(-1) ?? from
    const above = others.find(
      (one) =>
        !chain.some(({ x509 }) => x509.raw.equals(one.x509.raw)) &&
        mayIssue(one, last, chain.length - 1) &&
        isSignedBy(last, one) &&
        whyNotUsable(one, at) === null,
    )
    if (above === undefined || chain.length > MAX_DEPTH) return { kind: 'chain', certificates: chain }
    chain.push(above)
  }
}

function whyNotUsable(one: Certificate, at: Date): string | null {
  const { validFrom, validTo } = one.x509
  const [unknown] = one.notUnderstood
  if (unknown !== undefined) return `${nameOf(one)} has a critical extension that is not judged here (${unknown})`
  if (at >= new Date(validFrom) && at <= new Date(validTo)) return null
  return `${nameOf(one)} was valid from ${validFrom} to ${validTo}, not at ${at.toISOString()}`
}

/** RFC 5280 section 6.1: name, authority and path length. */
function mayIssue(issuer: Certificate, certificate: Certificate, below: number): boolean {
  if (!issuer.subject.equals(certificate.issuer) || !issuer.x509.ca) return false
  if (issuer.keyUsage !== null && (issuer.keyUsage & CERTIFICATE_SIGNING) === 0) return false
  return issuer.pathLength === null || below <= issuer.pathLength
}

function bytesOf({ x509 }: Certificate): string {
  return x509.raw.toString('base64')
}

function isSignedBy({ x509 }: Certificate, issuer: Certificate): boolean {
  return x509.checkIssued(issuer.x509) && x509.verify(issuer.x509.publicKey)
}

/** Whether a GeneralName is that of the certificate: its subject, or another name that it gives itself. */
export function isNameOf(name: Der, { subject, otherNames }: Certificate): boolean {
  const directory = directoryName(name)
  if (directory === null) return otherNames.some(({ raw }) => raw.equals(name.raw))
  const names = [subject, ...otherNames.map(directoryName)]
  return names.some((one) => one !== null && isSameName(one, directory))
}

/** The distinguished name that a GeneralName holds; null where it is of another kind. */
export function directoryName({ tag, content }: Der): Buffer | null {
  return tag === 0xa4 ? content : null
}

/** The subject, for people: `O=local, CN=Test TSA`. */
export function nameOf({ x509 }: Certificate): string {
  return x509.subject.split('\n').join(', ')
}
