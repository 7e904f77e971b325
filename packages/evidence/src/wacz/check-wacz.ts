/** Judging a WACZ file (Webrecorder, WACZ 1.1.1): its members against their digests, its WARC files, its signature. */
import { createHash } from 'node:crypto'
import { type DiskOptions, NotAFileError } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import type { Report } from '../problem.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import type { Certificate } from '../timestamp/certificate.ts'
import { checkWarcStream } from '../warc/check-warc.ts'
import { BadZipError, type RandomAccess, type ZipMember } from '../zip/zip-file.ts'
import {
  OWN_FOLDERS,
  openWacz,
  PACKAGE,
  PACKAGE_DIGEST,
  PAGES,
  parsePackage,
  readPages,
  textOf,
  type WaczFile,
  type WaczPackage,
} from './wacz-file.ts'
import { judgeSignature, type WaczSignature } from './wacz-signature.ts'

export interface CheckWaczOptions extends DiskOptions {
  /** Certificates that the chains of its signature and time-stamp may end in. */
  readonly trusted?: readonly Certificate[]
}

export interface WaczReport extends Report {
  /** Null where nobody signed it, or not validly. */
  readonly signature: WaczSignature | null
}

/**
 * Codes of errors: wacz-zip, wacz-member, wacz-package, wacz-package-digest, wacz-profile, wacz-version,
 * wacz-resource-missing, wacz-resource-size, wacz-resource-digest, wacz-unlisted, wacz-archive, wacz-pages,
 * wacz-indexes, wacz-signature, wacz-timestamp, and those of `checkWarc` with the member as path. Of warnings:
 * wacz-unlisted outside the folders of WACZ, wacz-packed, wacz-digest-missing, wacz-unsigned, wacz-signature-anonymous,
 * wacz-signature-untrusted, wacz-timestamp-untrusted. Its indexes are not read: nothing is taken from them. Throws
 * NotAFileError.
 */
export async function checkWacz(
  path: string,
  { disk = nodeDisk, trusted = [] }: CheckWaczOptions = {},
): Promise<WaczReport> {
  const facts = await disk.stat(path)
  if (facts === null || facts.kind !== 'file') throw new NotAFileError(path)
  return checkWaczBytes({ size: facts.size, stream: (start, end) => disk.stream(path, { start, end }) }, trusted)
}

export async function checkWaczBytes(source: RandomAccess, trusted: readonly Certificate[]): Promise<WaczReport> {
  const findings = collectFindings()
  let signature: WaczSignature | null = null
  try {
    const wacz = await openWacz(source)
    judgeNames(wacz, findings)
    const digests = await judgeMembers(wacz, findings)
    const described = await judgePackage(wacz, findings)
    if (described !== null) judgeResources(wacz, described, digests, findings)
    signature = await judgeSigned(wacz, trusted, findings)
    if (wacz.archives.length === 0) findings.error('wacz-archive', 'archive', 'it holds no WARC file below archive/')
  } catch (error) {
    if (!(error instanceof BadZipError)) throw error
    findings.error('wacz-zip', '', error.message)
  }
  const report = reportOf(findings)
  return { ...report, signature: report.valid ? signature : null }
}

function judgeNames({ zip, archives }: WaczFile, findings: Findings): void {
  const seen = new Set<string>()
  for (const { name } of zip.members) {
    if (/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\0-\x1f\x7f]/i.test(name))
      findings.error(
        'wacz-member',
        '',
        `the name ${JSON.stringify(name)} leads out of the file or holds control characters`,
      )
    if (seen.has(name)) findings.error('wacz-member', name, 'two members have this name')
    seen.add(name)
  }
  for (const { name, method } of archives)
    if (method !== 0)
      findings.warn('wacz-packed', name, 'it is packed in the zip file, so that its records cannot be reached in place')
}

/** The sha256 of every member that is whole; WARC files and lists of pages are judged on the way. */
async function judgeMembers(wacz: WaczFile, findings: Findings): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>()
  for (const member of wacz.zip.members) {
    if (member.name.endsWith('/')) continue
    const hash = createHash('sha256')
    const stream = digesting(wacz.zip.stream(member), (bytes) => hash.update(bytes))
    try {
      if (wacz.archives.includes(member)) {
        const { errors, warnings } = await checkWarcStream(stream)
        for (const { code, message } of errors) findings.error(code, member.name, message)
        for (const { code, message } of warnings) findings.warn(code, member.name, message)
      }
      for await (const _ of stream);
      digests.set(member.name, hash.digest('hex'))
      if (/^pages\/[^/]+\.jsonl$/.test(member.name)) await judgePages(wacz, member, findings)
    } catch (error) {
      if (!(error instanceof BadZipError)) throw error
      findings.error('wacz-member', member.name, error.message)
    }
  }
  return digests
}

/** Passes bytes on; a second reading goes on where the first one stopped, so that the digest is over all of them. */
function digesting(stream: AsyncIterable<Uint8Array>, update: (bytes: Uint8Array) => void): AsyncIterable<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]()
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const result = await pieces.next()
        if (result.done !== true) update(result.value)
        return result
      },
    }),
  }
}

async function judgePages({ zip }: WaczFile, member: ZipMember, findings: Findings): Promise<void> {
  const bad: number[] = []
  const undated: number[] = []
  let pages = 0
  for await (const page of readPages(zip, member)) {
    if ('badLine' in page) bad.push(page.badLine)
    else if (page.ts === null || Number.isNaN(Date.parse(page.ts))) undated.push(page.line)
    if (!('badLine' in page)) pages++
  }
  const error = (message: string) => findings.error('wacz-pages', member.name, message)
  if (undated.length > 0) error(`pages that do not say when they were captured (ts): ${listed(undated)}`)
  if (bad.length > 0) error(`what is no page: ${listed(bad)}`)
  else if (pages === 0 && member.name === PAGES) error('it lists no page')
}

function listed(lines: readonly number[]): string {
  return `line ${lines.slice(0, 10).join(', ')}${lines.length > 10 ? ` and ${lines.length - 10} more` : ''}`
}

async function judgePackage(wacz: WaczFile, findings: Findings): Promise<WaczPackage | null> {
  const member = wacz.member(PACKAGE)
  if (member === null) {
    findings.error('wacz-package', PACKAGE, 'there is no datapackage.json')
    return null
  }
  const text = await textOf(wacz.zip, member)
  const described = text === null ? null : parsePackage(text)
  if (described === null) {
    findings.error('wacz-package', PACKAGE, 'it is no JSON with a list of resources and their paths')
    return null
  }
  judgeKeys(text ?? '', PACKAGE, 'wacz-package', findings)
  if (described.profile !== 'data-package')
    findings.error('wacz-profile', PACKAGE, `its profile is ${JSON.stringify(described.profile)}, not "data-package"`)
  if (described.version === null || !/^1\.\d+(\.\d+)?$/.test(described.version))
    findings.error('wacz-version', PACKAGE, `its wacz_version is ${JSON.stringify(described.version)}, not 1.1.1`)
  if (wacz.member(PAGES) === null) findings.error('wacz-pages', PAGES, 'there is no list of pages')
  if (!wacz.zip.members.some(({ name }) => /^indexes\/.*[^/]$/.test(name)))
    findings.error('wacz-indexes', 'indexes', 'it holds no index of its WARC files below indexes/')
  return described
}

/** Of two members of one name, readers of JSON take the one or the other. */
function judgeKeys(text: string, path: string, code: string, findings: Findings): void {
  for (const { path: names } of repeatedKeys(text))
    findings.error(code, path, `it has ${names.join('.')} twice, so that readers differ in what it says`)
}

const DESCRIBING = new Set([PACKAGE, PACKAGE_DIGEST])

function judgeResources(
  wacz: WaczFile,
  { resources }: WaczPackage,
  digests: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  const listed = new Set(resources.map(({ path }) => path))
  for (const { path, hash, bytes } of resources) {
    const member = wacz.member(path)
    if (member === null) {
      findings.error('wacz-resource-missing', path, 'datapackage.json names it, and it is not there')
      continue
    }
    if (bytes !== null && String(bytes) !== String(member.size))
      findings.error('wacz-resource-size', path, `it has ${member.size} bytes, not ${JSON.stringify(bytes)}`)
    const [, value] = /^sha256:([0-9a-f]{64})$/i.exec(hash ?? '') ?? []
    const found = digests.get(path)
    if (value === undefined)
      findings.error('wacz-resource-digest', path, `${JSON.stringify(hash)} is no sha256: its bytes cannot be judged`)
    else if (found !== undefined && found !== value.toLowerCase())
      findings.error('wacz-resource-digest', path, `its bytes are not those of ${hash}`)
  }
  for (const { name } of wacz.zip.members) {
    if (listed.has(name) || DESCRIBING.has(name) || name.endsWith('/')) continue
    const message = 'datapackage.json does not name it, so that neither digest nor signature holds it'
    if (OWN_FOLDERS.test(name)) findings.error('wacz-unlisted', name, `${message}: anybody may have put it there since`)
    else findings.warn('wacz-unlisted', name, message)
  }
}

async function judgeSigned(
  wacz: WaczFile,
  trusted: readonly Certificate[],
  findings: Findings,
): Promise<WaczSignature | null> {
  const digest = wacz.member(PACKAGE_DIGEST)
  const described = wacz.member(PACKAGE)
  if (digest === null) {
    findings.warn(
      'wacz-digest-missing',
      PACKAGE_DIGEST,
      'nothing holds datapackage.json itself: neither digest nor signature',
    )
    return null
  }
  const text = await textOf(wacz.zip, digest)
  const packageText = described === null ? null : await textOf(wacz.zip, described)
  if (text === null || packageText === null) {
    findings.error('wacz-package-digest', PACKAGE_DIGEST, 'it cannot be read as text')
    return null
  }
  judgeKeys(text, PACKAGE_DIGEST, 'wacz-package-digest', findings)
  return judgeSignature(text, Buffer.from(packageText), { trusted }, findings)
}
