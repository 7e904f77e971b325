/** Verifying a time-stamp (RFC 3161 section 2.2 and RFC 5816): what it is on, who signed it, and by whose authority. */
import { createHash, verify } from 'node:crypto'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import type { Report } from '../problem.ts'
import {
  type Certificate,
  directoryName,
  findChain,
  isNameOf,
  linksAbove,
  nameOf,
  parseCertificate,
  whyNotTimestamping,
} from './certificate.ts'
import { BadDerError, childrenOf, childrenWith, type Der, expectTag, integerOf, oidOf, TAG } from './der.ts'
import { isSameName } from './distinguished-name.ts'
import {
  BadTokenError,
  digestName,
  parseTimestamp,
  RefusedTimestampError,
  type SignerInfo,
  type TimestampToken,
} from './token.ts'

export interface TimestampOptions {
  /** The bytes it should be on, or their digest; absent where only token and signer are judged. */
  readonly data?: Uint8Array
  readonly digest?: Uint8Array
  /** The nonce of the request; absent where none was kept. */
  readonly nonce?: bigint
  /**
   * Certificates trusted; a chain ends in a self-signed one of them. null leaves trust unjudged: the signature is judged,
   * and a warning says that nobody vouches for the signer.
   */
  readonly trusted: readonly Certificate[] | null
  /** Certificates that may be needed between signer and trust, besides those in the token. */
  readonly untrusted?: readonly Certificate[]
  /** When the chain must have been valid; the time of the stamp unless said otherwise. */
  readonly at?: Date
  /** What time it is; where it is given, a stamp from after it is warned of. */
  readonly now?: Date
}

export interface TimestampReport extends Report {
  /** What the token says; null where anything about it is in doubt. */
  readonly timestamp: VerifiedTimestamp | null
}

export interface VerifiedTimestamp {
  readonly time: Date
  readonly policy: string
  readonly serial: bigint
  /** Subject of the certificate that signed, never of another one in the token. */
  readonly authority: string
  /** From the signer up; without trust, as far as the certificates at hand lead. */
  readonly chain: readonly Certificate[]
  /** Whether the chain ends in a certificate that was given as trusted. */
  readonly anchored: boolean
}

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/**
 * Codes: timestamp-format, timestamp-status, timestamp-imprint, timestamp-nonce, timestamp-signer, timestamp-signature,
 * timestamp-chain; as warnings timestamp-imprint, timestamp-time and timestamp-trust.
 */
export function verifyTimestamp(bytes: Uint8Array, options: TimestampOptions): TimestampReport {
  const findings = collectFindings()
  let verified: VerifiedTimestamp | null = null
  try {
    verified = judge(parseTimestamp(bytes), options, findings)
  } catch (error) {
    if (error instanceof RefusedTimestampError) findings.error('timestamp-status', '', error.message)
    else if (error instanceof BadTokenError) findings.error('timestamp-format', '', error.message)
    else if (error instanceof BadDerError || isCryptoError(error)) {
      findings.error('timestamp-format', '', `a part of the token or a certificate cannot be read: ${error.message}`)
    } else throw error
  }
  const report = reportOf(findings)
  return { ...report, timestamp: report.valid ? verified : null }
}

/** OpenSSL refusing a key, a certificate or a signature that it cannot read. */
function isCryptoError(error: unknown): error is Error {
  return error instanceof Error && ((error as { code?: unknown }).code ?? '').toString().startsWith('ERR_OSSL')
}

function judge(token: TimestampToken, options: TimestampOptions, findings: Findings): VerifiedTimestamp | null {
  judgeImprint(token, options, findings)
  const { info, signer } = token
  if (options.nonce !== undefined && info.nonce !== options.nonce) {
    findings.error('timestamp-nonce', '', 'its nonce is not that of the request: it answers another one')
  }
  judgeTime(info.time, options.now, findings)
  const others = [...(options.untrusted ?? []), ...embedded(token)]
  const certificate = signerCertificate(signer, others)
  if (certificate === null) {
    findings.error('timestamp-signer', '', "the signer's certificate is neither in the token nor given")
    return null
  }
  judgeSignature(token, certificate, findings)
  const why = whyNotTimestamping(certificate)
  if (why !== null) findings.error('timestamp-signer', '', `the signer's certificate may not sign time-stamps: ${why}`)
  if (info.authority !== null && !isNameOf(info.authority, certificate))
    findings.error('timestamp-signer', '', 'it names another authority than the one whose certificate signed it')
  const { trusted } = options
  const at = options.at ?? info.time
  const chain = trusted === null ? linksAbove(certificate, others, at) : findChain(certificate, others, trusted, at)
  if (chain.kind === 'none') {
    findings.error('timestamp-chain', '', chain.why)
    return null
  }
  judgeSigningCertificate(signer, chain.certificates, trusted !== null, findings)
  if (trusted === null) findings.warn('timestamp-trust', '', UNANCHORED)
  return {
    time: info.time,
    policy: info.policy,
    serial: info.serial,
    authority: nameOf(certificate),
    chain: chain.certificates,
    anchored: trusted !== null,
  }
}

/** What is said of a time-stamp whose signer nobody has vouched for. */
export const UNANCHORED =
  "its chain is not anchored: the authority is named by the token's signer, trust was not judged"

/** Hours that an authority's clock may be before ours: ours may be set to another zone. */
const LONGEST_AHEAD = 24

function judgeTime(time: Date, now: Date | undefined, findings: Findings): void {
  if (now === undefined || time.getTime() - now.getTime() <= LONGEST_AHEAD * 3_600_000) return
  const message = `it says ${time.toISOString()}, which is to come: its clock is wrong, or that of this machine (${now.toISOString()})`
  findings.warn('timestamp-time', '', message)
}

function judgeImprint({ info }: TimestampToken, { data, digest }: TimestampOptions, findings: Findings): void {
  const { imprint, imprintAlgorithm } = info
  if (data === undefined && digest === undefined) {
    findings.warn('timestamp-imprint', '', 'what it is on was not judged: no data was given')
    return
  }
  if (imprintAlgorithm === null) {
    findings.error('timestamp-imprint', '', 'the digest algorithm of what it is on is unknown')
    return
  }
  const found = data === undefined ? digest : createHash(imprintAlgorithm).update(data).digest()
  if (found === undefined || Buffer.compare(found, imprint) !== 0) {
    findings.error('timestamp-imprint', '', `it is on other bytes: their ${imprintAlgorithm} is another`)
  }
}

/** Certificates in the token that can be read; others cannot be the signer's. */
function embedded({ certificates }: TimestampToken): readonly Certificate[] {
  return certificates.flatMap((der) => {
    try {
      return [parseCertificate(der)]
    } catch {
      return []
    }
  })
}

/** By issuer and serial number (or key identifier), and of several such the one the signed attributes name by digest. */
function signerCertificate(signer: SignerInfo, certificates: readonly Certificate[]): Certificate | null {
  const { id } = signer
  const fitting = certificates.filter((one) =>
    'serial' in id
      ? one.issuer.equals(id.issuer) && one.serial === id.serial
      : one.keyIdentifier?.equals(id.keyIdentifier),
  )
  const named = signingCertificates(signer)
  return (
    fitting.find((one) => named.every(([first]) => first !== undefined && isNamedBy(one, first))) ?? fitting[0] ?? null
  )
}

function judgeSignature({ content, signer }: TimestampToken, { x509 }: Certificate, findings: Findings): void {
  const { attributes, digestAlgorithm, signedAttributes, signature } = signer
  const error = (message: string) => findings.error('timestamp-signature', '', message)
  if (digestAlgorithm === null) {
    error('its digest algorithm is unknown')
    return
  }
  const [type] = attributes.get(CONTENT_TYPE) ?? []
  if (type === undefined || oidOf(type, 'the content type') !== TST_INFO)
    error('its signed content type is not that of a time-stamp')
  const [digest] = attributes.get(MESSAGE_DIGEST) ?? []
  if (digest === undefined || !createHash(digestAlgorithm).update(content).digest().equals(digest.content)) {
    error('the signed digest is not that of the time-stamp: it was changed')
  }
  const pure = x509.publicKey.asymmetricKeyType === 'ed25519' || x509.publicKey.asymmetricKeyType === 'ed448'
  if (!verify(pure ? null : digestAlgorithm, signedAttributes, x509.publicKey, signature)) {
    error('the signature does not fit: the time-stamp or the signature was changed')
  }
}

/**
 * RFC 2634 section 5.4 and RFC 5035: the signed attributes name the signer's certificate first, and only such of its chain
 * after it; where both are there, each does.
 */
function judgeSigningCertificate(
  signer: SignerInfo,
  [certificate, ...above]: readonly Certificate[],
  whole: boolean,
  findings: Findings,
): void {
  const attributes = signingCertificates(signer)
  if (attributes.length === 0)
    findings.error('timestamp-signer', '', "the signed attributes do not name the signer's certificate")
  for (const [first, ...more] of attributes) {
    if (first === undefined || certificate === undefined) {
      findings.error('timestamp-signer', '', "the signed attributes do not name the signer's certificate")
    } else if (!isNamedBy(certificate, first)) {
      findings.error('timestamp-signer', '', "the signed attributes name another certificate than the signer's")
    } else if (whole && !more.every((named) => above.some((one) => isNamedBy(one, named)))) {
      findings.error('timestamp-signer', '', 'the signed attributes name a certificate that is not in the chain')
    }
  }
}

interface NamedCertificate {
  readonly algorithm: string | null
  readonly digest: Buffer
  /** Who issued it (a GeneralName), and its number there; null where that is not said. */
  readonly issued: { readonly by: Der; readonly serial: bigint } | null
}

/** What each attribute that names certificates names, the newer attribute first. */
function signingCertificates({ attributes }: SignerInfo): readonly (readonly NamedCertificate[])[] {
  return [SIGNING_CERTIFICATE_V2, SIGNING_CERTIFICATE].flatMap((type) => {
    const [value] = attributes.get(type) ?? []
    return value === undefined
      ? []
      : [childrenWith(childrenOf(value)[0], TAG.sequence, 'the signing certificates').map((id) => namedBy(id, type))]
  })
}

function namedBy(id: Der, type: string): NamedCertificate {
  const fields = childrenWith(id, TAG.sequence, 'a signing certificate')
  const [first] = fields
  const states = type === SIGNING_CERTIFICATE_V2 && first?.tag === TAG.sequence
  const [digest, issued] = states ? fields.slice(1) : fields
  return {
    algorithm: states ? digestName(first) : type === SIGNING_CERTIFICATE_V2 ? 'sha256' : 'sha1',
    digest: expectTag(digest, TAG.octets, 'the digest of a certificate').content,
    issued: issued === undefined ? null : issuerSerial(issued),
  }
}

function issuerSerial(value: Der): NamedCertificate['issued'] {
  const [names, serial] = childrenWith(value, TAG.sequence, 'the issuer of a signing certificate')
  const [by, ...more] = childrenWith(names, TAG.sequence, 'the issuer of a signing certificate')
  if (by === undefined || more.length > 0) throw new BadDerError('a signing certificate has not one issuer')
  return { by, serial: integerOf(serial, 'the number of a signing certificate') }
}

function isNamedBy({ x509, issuer, serial }: Certificate, { algorithm, digest, issued }: NamedCertificate): boolean {
  if (algorithm === null || !createHash(algorithm).update(x509.raw).digest().equals(digest)) return false
  if (issued === null) return true
  const by = directoryName(issued.by)
  return by !== null && isSameName(by, issuer) && serial === issued.serial
}
