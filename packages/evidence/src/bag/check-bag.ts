/** Judging a bag: BagIt 1.0 (RFC 8493) and the drafts 0.93 to 0.97 before it. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk, DiskOptions } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import type { Report } from '../problem.ts'
import { type ListedFile, readFetch, readManifest } from './manifest.ts'
import { decodeTagFile, hasByteOrderMark, linesOf, parseTags } from './tag-file.ts'

/** Names of digest algorithms in the names of manifests, with those OpenSSL has. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha224', 'sha224'],
  ['sha256', 'sha256'],
  ['sha384', 'sha384'],
  ['sha512', 'sha512'],
  ['sha3224', 'sha3-224'],
  ['sha3256', 'sha3-256'],
  ['sha3384', 'sha3-384'],
  ['sha3512', 'sha3-512'],
  ['blake2b512', 'blake2b512'],
  ['blake2s256', 'blake2s256'],
])

const VERSIONS: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

const SYSTEM_FILES = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i

/** Those that an operating system removes again by itself, so that a draft's bag may have lost them. */
const PASSING_FILES = /(^|\/)(\.DS_Store|Thumbs\.db)$/

/**
 * Everything is read; nothing is written or fetched. Codes: bag-declaration, bag-encoding, bag-payload, bag-manifest,
 * bag-algorithm, bag-path, bag-duplicate, bag-missing, bag-unlisted, bag-digest, bag-info, bag-oxum, bag-fetch, bag-link,
 * bag-name, bag-system-file.
 */
export async function checkBag(root: string, { disk = nodeDisk }: DiskOptions = {}): Promise<Report> {
  const findings = collectFindings()
  await judgeBag({ disk, root, findings })
  return reportOf(findings)
}

interface BagAt {
  readonly disk: Disk
  readonly root: string
  readonly findings: Findings
}

interface Declaration {
  readonly version: string
  readonly encoding: string
  /** By the rules of RFC 8493 itself. */
  readonly strict: boolean
}

interface Manifest {
  readonly name: string
  /** As OpenSSL names it; null where unknown. */
  readonly algorithm: string | null
  readonly files: ReadonlyMap<string, ListedFile>
}

async function judgeBag(at: BagAt): Promise<void> {
  const { disk, root, findings } = at
  if ((await disk.stat(root))?.kind !== 'folder') {
    findings.error('bag-declaration', '', `${root} is no folder, so no bag`)
    return
  }
  const declaration = await readDeclaration(at)
  if (declaration === null) return
  const present = await filesOf(at)
  if ((await disk.stat(join(root, 'data')))?.kind !== 'folder')
    findings.error('bag-payload', 'data', 'the bag has no folder data')
  const payload = await readManifests(at, declaration, present, 'manifest-')
  const tags = await readManifests(at, declaration, present, 'tagmanifest-')
  if (payload.length === 0)
    findings.error('bag-manifest', '', 'the bag has no manifest of its payload, a file like manifest-sha512.txt')
  judgeListing(payload, present, declaration, findings)
  judgeTagManifests(payload, tags, declaration, findings)
  judgeNames([...present], payload, findings)
  await judgeFetch(at, declaration, payload, present)
  const seen = await judgeFiles(at, { manifests: [...payload, ...tags], present, strict: declaration.strict })
  await judgeInfo(at, declaration, present, seen)
}

async function readDeclaration({ disk, root, findings }: BagAt): Promise<Declaration | null> {
  const path = 'bagit.txt'
  const error = (message: string) => findings.error('bag-declaration', path, message)
  if ((await disk.stat(join(root, path)))?.kind !== 'file') {
    error('the bag has no bagit.txt')
    return null
  }
  const bytes = await disk.read(join(root, path))
  if (hasByteOrderMark(bytes)) error('bagit.txt begins with a byte order mark')
  const [first = '', second = '', ...more] = linesOf(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  )
  const version = /^BagIt-Version[ \t]*:[ \t]*(\d+\.\d+)[ \t]*$/.exec(first)?.[1]
  const encoding = /^Tag-File-Character-Encoding[ \t]*:[ \t]*(\S+)[ \t]*$/.exec(second)?.[1]
  if (version === undefined) error(`its first line is not "BagIt-Version: M.N": ${first}`)
  if (encoding === undefined) error(`its second line is not "Tag-File-Character-Encoding: NAME": ${second}`)
  if (more.some((line) => line.trim() !== '')) error('it has more than two lines')
  if (version === undefined || encoding === undefined) return null
  const strict = Number(version.split('.')[0]) >= 1
  if (!VERSIONS.has(version)) {
    findings.warn(
      'bag-declaration',
      path,
      `no BagIt ${version} is known; the bag was judged by the rules of ${strict ? '1.0' : 'the drafts before 1.0'}`,
    )
  }
  const exact = first === `BagIt-Version: ${version}` && second === `Tag-File-Character-Encoding: ${encoding}`
  if (strict && !exact) error('its lines have other white space than "label: value"')
  return { version, encoding, strict }
}

/** The text of a tag file; null where it is not in the encoding of the bag, which is then said. */
async function readTagFile(
  { disk, root, findings }: BagAt,
  name: string,
  { encoding, strict }: Declaration,
): Promise<string | null> {
  const bytes = await disk.read(join(root, name))
  const text = decodeTagFile(bytes, encoding)
  if (text === null) findings.error('bag-encoding', name, `${name} is not ${encoding}`)
  else if (strict && /^utf-?8$/i.test(encoding) && hasByteOrderMark(bytes))
    findings.error('bag-encoding', name, `${name} begins with a byte order mark`)
  return text
}

/** Paths of all files, sorted. */
async function filesOf({ disk, root, findings }: BagAt): Promise<ReadonlySet<string>> {
  const found: string[] = []
  async function walk(folder: string): Promise<void> {
    for (const { name, kind } of await disk.list(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (kind === 'folder') await walk(path)
      else if (kind === 'file') found.push(path)
      else findings.error('bag-link', path, `${path} is a ${kind === 'link' ? 'symbolic link' : 'special file'}`)
    }
  }
  await walk('')
  return new Set(found)
}

async function readManifests(
  at: BagAt,
  declaration: Declaration,
  present: ReadonlySet<string>,
  prefix: string,
): Promise<Manifest[]> {
  const { findings } = at
  const manifests: Manifest[] = []
  for (const name of present) {
    if (!name.startsWith(prefix) || !name.endsWith('.txt') || name.includes('/')) continue
    const named = name.slice(prefix.length, -'.txt'.length)
    const normal = named.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    if (declaration.strict && named !== normal)
      findings.error('bag-algorithm', name, `a file with these digests is named ${prefix}${normal}.txt`)
    const algorithm = ALGORITHMS.get(normal) ?? null
    if (algorithm === null)
      findings.warn('bag-algorithm', name, `the digest algorithm of ${name} is unknown; it was not checked`)
    const text = await readTagFile(at, name, declaration)
    if (text === null) continue
    const payload = prefix === 'manifest-'
    manifests.push({
      name,
      algorithm,
      files: readManifest(text, { name, payload, strict: declaration.strict, present }, findings),
    })
  }
  if (manifests.length > 0 && manifests.every(({ algorithm }) => algorithm === null)) {
    findings.error(
      'bag-algorithm',
      '',
      `no ${prefix}*.txt has a digest algorithm that is known, so nothing can be checked`,
    )
  }
  return manifests
}

/** RFC 8493 section 3: complete is a bag whose listed files are there, and whose payload is listed. */
function judgeListing(
  payload: readonly Manifest[],
  present: ReadonlySet<string>,
  { strict }: Declaration,
  findings: Findings,
): void {
  for (const path of present) {
    if (!path.startsWith('data/')) continue
    const without = payload.filter(({ files }) => !files.has(path))
    const unlisted = strict ? without.length > 0 : without.length === payload.length
    if (unlisted && payload.length > 0) {
      findings.error('bag-unlisted', path, `${path} is not listed in ${without.map(({ name }) => name).join(', ')}`)
    }
    if (SYSTEM_FILES.test(path))
      findings.warn('bag-system-file', path, `${path} is a file that an operating system leaves behind`)
  }
}

/** RFC 8493 section 2.2.1. */
function judgeTagManifests(
  payload: readonly Manifest[],
  tags: readonly Manifest[],
  { strict }: Declaration,
  findings: Findings,
): void {
  for (const { name, files } of tags) {
    for (const path of files.keys()) {
      if (/^tagmanifest-[^/]*\.txt$/.test(path))
        findings.error('bag-manifest', name, `${name} lists ${path}, a manifest of tag files`)
    }
    for (const manifest of payload) {
      if (strict && !files.has(manifest.name))
        findings.error('bag-manifest', name, `${name} does not list ${manifest.name}`)
    }
  }
}

/** Names that fall together where case or Unicode normalisation does not count. */
function judgeNames(present: readonly string[], payload: readonly Manifest[], findings: Findings): void {
  const listed = new Set([...present, ...payload.flatMap(({ files }) => [...files.keys()])])
  const folded = new Map<string, string>()
  for (const path of listed) {
    const other = folded.get(fold(path))
    if (other !== undefined)
      findings.warn('bag-name', path, `${path} and ${other} differ only in case or normalisation`)
    else folded.set(fold(path), path)
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

async function judgeFetch(
  at: BagAt,
  declaration: Declaration,
  payload: readonly Manifest[],
  present: ReadonlySet<string>,
): Promise<void> {
  const { findings } = at
  const name = 'fetch.txt'
  if (!present.has(name)) return
  const text = await readTagFile(at, name, declaration)
  if (text === null) return
  for (const path of readFetch(text, findings)) {
    const without = payload.filter(({ files }) => !files.has(path))
    const unlisted = declaration.strict ? without.length > 0 : without.length === payload.length
    if (unlisted) findings.error('bag-fetch', name, `${path}, to be fetched, is in no manifest`)
  }
}

/** All that the bag lists, and all that is there. */
interface Listing {
  readonly manifests: readonly Manifest[]
  readonly present: ReadonlySet<string>
  /** By the rules of RFC 8493 itself. */
  readonly strict: boolean
}

/** Bytes and number of payload files, as read, and of those listed whose absence was borne. */
interface Seen {
  bytes: number
  files: number
  borne: number
}

async function judgeFiles({ disk, root, findings }: BagAt, listing: Listing): Promise<Seen> {
  const { manifests, present } = listing
  const seen: Seen = { bytes: 0, files: 0, borne: 0 }
  const listed = new Set(manifests.flatMap(({ files }) => [...files.keys()]))
  for (const path of new Set([...listed, ...[...present].filter((path) => path.startsWith('data/'))])) {
    const claims = manifests.flatMap(({ name, algorithm, files }) => {
      const file = files.get(path)
      return file === undefined ? [] : [{ name, algorithm, digest: file.digest }]
    })
    if (!present.has(path)) {
      if (judgeMissing(path, claims, listing, findings)) seen.borne++
      continue
    }
    const hashes = new Map(
      claims.flatMap(({ algorithm }) => (algorithm === null ? [] : [[algorithm, createHash(algorithm)]])),
    )
    let size = 0
    for await (const piece of disk.stream(join(root, path))) {
      size += piece.length
      for (const hash of hashes.values()) hash.update(piece)
    }
    if (path.startsWith('data/')) {
      seen.files++
      seen.bytes += size
    }
    const digests = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
    for (const { name, algorithm, digest } of claims) {
      if (algorithm !== null && digests.get(algorithm) !== digest) {
        findings.error('bag-digest', path, `the ${algorithm} of ${path} is not the one in ${name}`)
      }
    }
  }
  return seen
}

/**
 * A file that is listed and not there. Borne, with a warning, where the same bytes lie under the same name but for
 * normalisation (RFC 8493 section 6.1.1.3). In the drafts before 1.0, which ask less, also where the name differs in case
 * alone, and where an operating system makes and removes such files.
 */
function judgeMissing(
  path: string,
  claims: readonly { readonly name: string; readonly digest: string }[],
  { manifests, present, strict }: Listing,
  findings: Findings,
): boolean {
  const same = strict ? (name: string) => name.normalize('NFC') : fold
  const twin = claims.every(({ name, digest }) => {
    const { files } = manifests.find((manifest) => manifest.name === name) ?? { files: new Map<string, ListedFile>() }
    return [...files].some(
      ([other, file]) => other !== path && same(other) === same(path) && file.digest === digest && present.has(other),
    )
  })
  if (twin) findings.warn('bag-name', path, `${path} is there only under a name of other case or normalisation`)
  else if (!strict && PASSING_FILES.test(path)) {
    findings.warn('bag-system-file', path, `${path}, which an operating system leaves behind, is listed and not there`)
  } else {
    findings.error(
      'bag-missing',
      path,
      `${path} is listed in ${claims.map(({ name }) => name).join(', ')} and not there`,
    )
    return false
  }
  return true
}

async function judgeInfo(at: BagAt, declaration: Declaration, present: ReadonlySet<string>, seen: Seen): Promise<void> {
  const path = ['bag-info.txt', 'package-info.txt'].find((name) => present.has(name))
  if (path === undefined) return
  const { findings } = at
  const text = await readTagFile(at, path, declaration)
  if (text === null) return
  let sums = 0
  for (const tag of parseTags(text)) {
    if (tag === null) findings.error('bag-info', path, 'a line is neither "label: value" nor the continuation of one')
    else if (declaration.strict && !tag.lawful)
      findings.error(
        'bag-info',
        path,
        `${tag.label} is not written "label: value", with one space after the colon alone`,
      )
    else if (declaration.strict && !tag.strict)
      findings.warn('bag-info', path, `${tag.label} has other white space than "label: value"`)
    if (tag?.label.toLowerCase() !== 'payload-oxum') continue
    sums++
    judgeOxum(tag.value, path, seen, findings)
  }
  if (declaration.strict && sums > 1)
    findings.error('bag-oxum', path, `Payload-Oxum is there ${sums} times; a bag has it once at most`)
}

function judgeOxum(value: string, path: string, seen: Seen, findings: Findings): void {
  const [, bytes, files] = /^(\d+)\.(\d+)$/.exec(value) ?? []
  if (bytes === undefined || files === undefined) {
    findings.error('bag-oxum', path, `Payload-Oxum ${value} is not bytes.files`)
    return
  }
  if (Number(bytes) === seen.bytes && Number(files) === seen.files) return
  const borne = seen.borne > 0 && Number(bytes) >= seen.bytes && Number(files) === seen.files + seen.borne
  const message = `Payload-Oxum says ${value}, the payload has ${seen.bytes}.${seen.files}`
  if (borne) findings.warn('bag-oxum', path, message)
  else findings.error('bag-oxum', path, message)
}
