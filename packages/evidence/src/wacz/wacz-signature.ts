/** Judges who signed a WACZ file and when, as far as it can be known offline (Webrecorder, WACZ Signing and Verification 0.1.0). */
import { createHash, createPublicKey, type KeyObject, verify, type X509Certificate } from 'node:crypto'
import type { Findings } from '../findings.ts'
import { type Certificate, parsePem } from '../timestamp/certificate.ts'
import { verifyTimestamp } from '../timestamp/verify-timestamp.ts'
import { objectOf, PACKAGE, PACKAGE_DIGEST } from './wacz-file.ts'

export interface WaczSignature {
  /** `domain` names who signed; an anonymous signature only says that one key did. */
  readonly kind: 'domain' | 'anonymous'
  readonly domain: string | null
  /** When it was made, as it says itself. */
  readonly created: string | null
  readonly software: string | null
  /** ISO 8601, by a time-stamp whose signer is trusted; null where there is none. */
  readonly timestamp: string | null
}

export interface TrustedCertificates {
  /** Certificates that the chains of signature and time-stamp may end in. */
  readonly trusted: readonly Certificate[]
}

/** Hours that the signature's own time may be away from that of its time-stamp. */
const LONGEST_DELAY = 1
/** Certificates of a chain that are read at most; a server sends a few. */
const MOST_CERTIFICATES = 32

/**
 * `packageBytes` is `datapackage.json`, `text` is `datapackage-digest.json`. Codes of errors: wacz-package-digest,
 * wacz-signature, wacz-timestamp. Of warnings: wacz-unsigned, wacz-signature-anonymous, wacz-signature-untrusted,
 * wacz-timestamp-untrusted. Null where nothing is signed, or not validly.
 */
export function judgeSignature(
  text: string,
  packageBytes: Uint8Array,
  { trusted }: TrustedCertificates,
  findings: Findings,
): WaczSignature | null {
  const value = objectOf(text)
  const hash = `sha256:${createHash('sha256').update(packageBytes).digest('hex')}`
  if (value === null || value.path !== PACKAGE || typeof value.hash !== 'string') {
    findings.error('wacz-package-digest', PACKAGE_DIGEST, 'it is no JSON that names datapackage.json and its hash')
    return null
  }
  if (value.hash !== hash) {
    findings.error('wacz-package-digest', PACKAGE, `its bytes are not those of ${value.hash}`)
    return null
  }
  if (value.signedData === undefined) {
    findings.warn('wacz-unsigned', PACKAGE_DIGEST, 'nobody has signed it: its digests only show that it is undamaged')
    return null
  }
  const signed = value.signedData as Record<string, unknown> | null
  const wrong = (message: string) => findings.error('wacz-signature', PACKAGE_DIGEST, message)
  if (typeof signed !== 'object' || signed === null || typeof signed.signature !== 'string') {
    wrong('its signedData holds no signature')
    return null
  }
  if (signed.hash !== hash) {
    wrong('what was signed is another hash than that of datapackage.json')
    return null
  }
  const before = findings.errors.length
  const stated = { created: wordsOf(signed.created), software: wordsOf(signed.software) }
  if (typeof signed.publicKey === 'string') {
    judgeAnonymous(signed.publicKey, signed.signature, hash, wrong)
    if (findings.errors.length > before) return null
    findings.warn(
      'wacz-signature-anonymous',
      PACKAGE_DIGEST,
      'the key that signed names nobody, and the time of the signature is its own word',
    )
    return { kind: 'anonymous', domain: null, ...stated, timestamp: null }
  }
  const timestamp = judgeTime(signed, signed.signature, trusted, findings)
  judgeDomain(signed, signed.signature, hash, { trusted, timestamp }, findings)
  if (findings.errors.length > before) return null
  return {
    kind: 'domain',
    domain: wordsOf(signed.domain),
    ...stated,
    timestamp: timestamp?.trusted === true ? timestamp.time.toISOString() : null,
  }
}

function wordsOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function judgeAnonymous(publicKey: string, signature: string, hash: string, wrong: (message: string) => void): void {
  const key = keyOf(() => createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }))
  if (key === null) wrong('its publicKey is no public key')
  else if (!isSignature(key, signature, hash)) wrong('the signature is not by its publicKey on this hash')
}

function keyOf(read: () => KeyObject): KeyObject | null {
  try {
    const key = read()
    return key.asymmetricKeyType === 'ec' || key.asymmetricKeyType === 'rsa' ? key : null
  } catch {
    return null
  }
}

/** Over the hash as text; ECDSA in either of its two encodings. */
function isSignature(key: KeyObject, signature: string, hash: string): boolean {
  const bytes = Buffer.from(signature, 'base64')
  const data = Buffer.from(hash)
  try {
    if (verify('sha256', data, key, bytes)) return true
    return key.asymmetricKeyType === 'ec' && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, bytes)
  } catch {
    return false
  }
}

interface JudgedTime {
  readonly time: Date
  readonly trusted: boolean
}

/** The time-stamp is on the signature, in base64 as it stands. */
function judgeTime(
  signed: Readonly<Record<string, unknown>>,
  signature: string,
  trusted: readonly Certificate[],
  findings: Findings,
): JudgedTime | null {
  const { timeSignature, timestampCert } = signed
  if (typeof timeSignature !== 'string' || typeof timestampCert !== 'string') {
    findings.error('wacz-timestamp', PACKAGE_DIGEST, 'a signature of a domain needs a time-stamp and its certificates')
    return null
  }
  const chain = certificatesOf(timestampCert)
  if (chain === null) {
    findings.error(
      'wacz-timestamp',
      PACKAGE_DIGEST,
      `its timestampCert holds no certificates, or more than ${MOST_CERTIFICATES}`,
    )
    return null
  }
  const token = Buffer.from(timeSignature, 'base64')
  const data = Buffer.from(signature)
  // Its own root shows that token and chain hold together; only a root of ours shows whose they are.
  const alone = verifyTimestamp(token, { data, trusted: chain, untrusted: chain })
  for (const { message } of alone.errors)
    findings.error('wacz-timestamp', PACKAGE_DIGEST, `of its time-stamp, ${message}`)
  if (alone.timestamp === null) return null
  const isTrusted = trusted.length > 0 && verifyTimestamp(token, { data, trusted, untrusted: chain }).valid
  if (!isTrusted) {
    const says = `its time-stamp says ${alone.timestamp.time.toISOString()} by ${oneLine(alone.timestamp.authority)}`
    if (trusted.length > 0)
      findings.error('wacz-timestamp', PACKAGE_DIGEST, `${says}, whose chain ends in no certificate you trust`)
    else
      findings.warn(
        'wacz-timestamp-untrusted',
        PACKAGE_DIGEST,
        `${says}; you named no certificate to trust (--trusted)`,
      )
  }
  const created = Date.parse(String(signed.created))
  const delay = Math.abs(created - alone.timestamp.time.getTime()) / 3_600_000
  if (!(delay <= LONGEST_DELAY))
    findings.error(
      'wacz-timestamp',
      PACKAGE_DIGEST,
      `the signature says it was made at ${String(signed.created)}, its time-stamp ${alone.timestamp.time.toISOString()}`,
    )
  return { time: alone.timestamp.time, trusted: isTrusted }
}

interface DomainTrust {
  readonly trusted: readonly Certificate[]
  readonly timestamp: JudgedTime | null
}

function judgeDomain(
  signed: Readonly<Record<string, unknown>>,
  signature: string,
  hash: string,
  { trusted, timestamp }: DomainTrust,
  findings: Findings,
): void {
  const wrong = (message: string) => findings.error('wacz-signature', PACKAGE_DIGEST, message)
  const { domain, domainCert, crossSignedCert } = signed
  const chain = typeof domainCert === 'string' ? certificatesOf(domainCert) : null
  const [leaf] = chain ?? []
  if (chain === null || leaf === undefined || typeof domain !== 'string') {
    wrong(`it names no key: neither a publicKey nor a domain with its certificates, ${MOST_CERTIFICATES} at most`)
    return
  }
  const { x509 } = leaf
  if (!isSignature(x509.publicKey, signature, hash))
    wrong('the signature is not by the key of its domainCert on this hash')
  if (x509.checkHost(domain) === undefined) wrong(`its certificate is not that of ${JSON.stringify(domain)}`)
  const at = timestamp?.time ?? new Date(String(signed.created))
  if (!(at >= new Date(x509.validFrom) && at <= new Date(x509.validTo)))
    wrong(`its certificate was not valid when it was signed: from ${x509.validFrom} to ${x509.validTo}`)
  for (const [place, certificate] of chain.entries()) {
    const issuer = chain[place + 1]
    if (issuer !== undefined && !isIssuedBy(certificate.x509, issuer.x509))
      wrong(`certificate ${place + 1} of its domainCert is not issued by the one after it`)
  }
  const crossed = typeof crossSignedCert === 'string' ? (certificatesOf(crossSignedCert) ?? []) : []
  if (endsIn([...chain, ...crossed], trusted)) return
  if (trusted.length > 0) wrong(`the chain of its certificate for ${domain} ends in no certificate you trust`)
  else
    findings.warn(
      'wacz-signature-untrusted',
      PACKAGE_DIGEST,
      `it is signed for the domain ${domain}; you named no certificate to trust (--trusted), so that anybody could have made the chain`,
    )
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

/** Whether the leaf leads, through certificates of the chain, to a trusted one. */
function endsIn(chain: readonly Certificate[], trusted: readonly Certificate[]): boolean {
  const seen = new Set<string>()
  let at: X509Certificate | undefined = chain[0]?.x509
  while (at !== undefined && !seen.has(at.fingerprint512)) {
    const current: X509Certificate = at
    seen.add(current.fingerprint512)
    if (trusted.some(({ x509 }) => x509.fingerprint512 === current.fingerprint512 || isIssuedBy(current, x509)))
      return true
    at = chain
      .map(({ x509 }) => x509)
      .find((one) => !seen.has(one.fingerprint512) && one.ca && isIssuedBy(current, one))
  }
  return false
}

/** null where there are none, or more than are read. */
function certificatesOf(pem: string): readonly Certificate[] | null {
  try {
    const found = parsePem(pem)
    return found.length === 0 || found.length > MOST_CERTIFICATES ? null : found
  } catch {
    return null
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ', ')
}
