/** An OCFL inventory: read from bytes and judged on its own, before any file it names is looked at. */
import type { Findings } from '../findings.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { ALGORITHMS, isRfc3339, isUri, parseVersionName, type SpecVersion, versionOfType } from './specification.ts'

/** Digest, as written, to paths. */
export type DigestMap = ReadonlyMap<string, readonly string[]>

export interface InventoryVersion {
  readonly state: DigestMap
  /** Values of created, message and user, for comparison. */
  readonly facts: { readonly created: unknown; readonly message: unknown; readonly user: unknown }
}

export interface Inventory {
  readonly id: string | null
  readonly spec: SpecVersion | null
  /** sha512 or sha256, else null. */
  readonly algorithm: string | null
  readonly head: string | null
  readonly contentDirectory: string
  readonly namesContentDirectory: boolean
  readonly manifest: DigestMap
  /** Versions with a lawful name, by that name, ascending. */
  readonly versions: ReadonlyMap<string, InventoryVersion>
  readonly fixity: ReadonlyMap<string, DigestMap>
}

type Json = { readonly [key: string]: unknown }

const KEYS = ['id', 'type', 'digestAlgorithm', 'head', 'contentDirectory', 'manifest', 'versions', 'fixity']

/** Judges an inventory by the rules of `spec`; null where the bytes are no JSON object. `path` is where it lies. */
export function readInventory(
  bytes: Uint8Array,
  path: string,
  spec: SpecVersion,
  findings: Findings,
): Inventory | null {
  const error = (code: string, message: string) => findings.error(code, path, message)
  let json: unknown
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    json = JSON.parse(text)
  } catch {
    error('E033', 'the inventory is not JSON in UTF-8 without a byte order mark')
    return null
  }
  if (!isObject(json)) {
    error('E033', 'the inventory is not a JSON object')
    return null
  }
  for (const { path: names } of repeatedKeys(text)) {
    const code = codeOfRepeated(names)
    error(code, `${names.map(short).join(' › ')} is there twice; readers of JSON disagree on which of the two counts`)
  }
  for (const key of Object.keys(json)) if (!KEYS.includes(key)) error('E102', `the inventory has a key ${quote(key)}`)
  const id = readId(json.id, path, findings)
  for (const key of ['type', 'digestAlgorithm', 'head'])
    if (json[key] === undefined) error('E036', `the inventory has no ${key}`)
  const type = versionOfType(json.type)
  if (json.type !== undefined && type === null) error('E038', `the type ${quote(json.type)} is none of OCFL 1.0 or 1.1`)
  const algorithm = json.digestAlgorithm === 'sha512' || json.digestAlgorithm === 'sha256' ? json.digestAlgorithm : null
  if (json.digestAlgorithm !== undefined && algorithm === null) {
    error('E025', `the digest algorithm is ${quote(json.digestAlgorithm)}; it must be sha512 or sha256`)
  }
  if (algorithm === 'sha256') findings.warn('W004', path, 'the digest algorithm is sha256; it should be sha512')
  const contentDirectory = readContentDirectory(json.contentDirectory, path, spec, findings)
  const versions = readVersions(json.versions, path, findings)
  const manifest = readManifest(json.manifest, path, spec, findings)
  const inventory: Inventory = {
    id,
    spec: type,
    algorithm,
    head: readHead(json.head, versions, path, findings),
    contentDirectory,
    namesContentDirectory: json.contentDirectory !== undefined,
    manifest,
    versions,
    fixity: readFixity(json.fixity, path, spec, findings),
  }
  judgeReferences(inventory, path, spec, findings)
  return inventory
}

/** A digest that is there twice has a code of its own, anything else has that of JSON. */
function codeOfRepeated([block, ...below]: readonly string[]): string {
  if (block === 'manifest' && below.length > 0) return 'E096'
  return block === 'fixity' && below.length > 1 ? 'E097' : 'E033'
}

function readId(id: unknown, path: string, findings: Findings): string | null {
  if (id === undefined) findings.error('E036', path, 'the inventory has no id')
  else if (typeof id !== 'string' || id === '') findings.error('E037', path, `the id is ${quote(id)}, no identifier`)
  else {
    if (!isUri(id)) findings.warn('W005', path, `the id ${quote(id)} is not a URI`)
    return id
  }
  return null
}

function readContentDirectory(value: unknown, path: string, spec: SpecVersion, findings: Findings): string {
  if (value === undefined) return 'content'
  const error = (code: string, message: string) => findings.error(code, path, message)
  if (typeof value !== 'string' || value === '') {
    error('E033', `contentDirectory is ${quote(value)}, no name`)
    return 'content'
  }
  const dots = value === '.' || value === '..'
  if (value.includes('/')) error('E017', `contentDirectory ${quote(value)} has a slash`)
  if (dots) error('E018', `contentDirectory is ${quote(value)}`)
  if (!dots && !value.includes('/')) return value
  if (spec !== '1.0') error('E108', `contentDirectory ${quote(value)} is no direct child of a version directory`)
  return value
}

function readHead(head: unknown, versions: Inventory['versions'], path: string, findings: Findings): string | null {
  if (head === undefined) return null
  if (typeof head !== 'string' || parseVersionName(head) === null) {
    findings.error('E040', path, `head is ${quote(head)}, no name of a version`)
    return null
  }
  const highest = [...versions.keys()].at(-1)
  if (highest !== undefined && head !== highest)
    findings.error('E040', path, `head is ${head}, the highest version ${highest}`)
  return head
}

function readVersions(value: unknown, path: string, findings: Findings): Inventory['versions'] {
  const error = (code: string, message: string) => findings.error(code, path, message)
  const versions = new Map<string, InventoryVersion>()
  if (value === undefined) {
    error('E041', 'the inventory has no versions')
    error('E043', 'the inventory has no versions')
    return versions
  }
  if (!isObject(value)) {
    error('E044', 'versions is not a JSON object')
    return versions
  }
  const names = Object.keys(value)
  if (names.length === 0) error('E008', 'versions is empty; an object has one or more versions')
  for (const name of names.filter((name) => parseVersionName(name) === null))
    error('E046', `${quote(name)} is no name of a version`)
  const lawful = names
    .flatMap((name) => {
      const parsed = parseVersionName(name)
      return parsed === null ? [] : [{ name, ...parsed }]
    })
    .sort((a, b) => a.number - b.number)
  judgeSequence(lawful, path, findings)
  for (const { name } of lawful) {
    const version = readVersion(value[name], `version ${name}`, path, findings)
    if (version !== null) versions.set(name, version)
  }
  return versions
}

interface NumberedName {
  readonly name: string
  readonly number: number
  readonly padding: number
}

function judgeSequence(names: readonly NumberedName[], path: string, findings: Findings): void {
  const error = (code: string, message: string) => findings.error(code, path, message)
  const [first] = names
  if (first === undefined) return
  if (first.number !== 1) error('E009', `the first version is ${first.name}; it must be 1`)
  for (const [at, { name, number }] of names.entries()) {
    const before = names[at - 1]
    if (before !== undefined && number !== before.number + 1)
      error('E010', `${name} follows ${before.name}: a version is missing`)
  }
  if (first.padding > 0) {
    findings.warn('W001', path, `the version ${first.name} is padded with zeros`)
    for (const { name, padding } of names.filter(({ padding }) => padding === 0)) {
      error('E011', `${name} does not start with a zero, as the padded ${first.name} asks`)
      error('E013', `${name} does not follow the naming of ${first.name}, padded to ${first.padding}, but ${padding}`)
    }
  }
  for (const { name, padding } of names) {
    if (padding !== first.padding) error('E012', `${name} is not named as ${first.name} is`)
  }
}

function readVersion(value: unknown, what: string, path: string, findings: Findings): InventoryVersion | null {
  const error = (code: string, message: string) => findings.error(code, path, `${what}: ${message}`)
  const warn = (code: string, message: string) => findings.warn(code, path, `${what}: ${message}`)
  if (!isObject(value)) {
    error('E047', 'it is not a JSON object')
    return null
  }
  const { created, state, message, user } = value
  for (const key of Object.keys(value)) {
    if (!['created', 'state', 'message', 'user'].includes(key)) error('E102', `it has a key ${quote(key)}`)
  }
  if (created === undefined) error('E048', 'it has no created')
  else if (typeof created !== 'string' || !isRfc3339(created)) {
    error('E049', `created is ${quote(created)}, no RFC 3339 time with seconds and time zone`)
  }
  if (message === undefined || user === undefined)
    warn('W007', `it has no ${message === undefined ? 'message' : 'user'}`)
  if (message !== undefined && typeof message !== 'string') error('E094', `message is ${quote(message)}, no text`)
  if (user !== undefined) judgeUser(user, what, path, findings)
  return { state: readState(state, what, path, findings), facts: { created, message, user } }
}

function judgeUser(user: unknown, what: string, path: string, findings: Findings): void {
  if (!isObject(user) || typeof user.name !== 'string' || user.name === '') {
    findings.error('E054', path, `${what}: the user has no name`)
    return
  }
  for (const key of Object.keys(user)) {
    if (key !== 'name' && key !== 'address') findings.error('E102', path, `${what}: the user has a key ${quote(key)}`)
  }
  if (user.address === undefined) findings.warn('W008', path, `${what}: the user has no address`)
  else if (typeof user.address !== 'string' || !isUri(user.address)) {
    findings.warn('W009', path, `${what}: the user's address ${quote(user.address)} is not a URI`)
  }
}

function readState(state: unknown, what: string, path: string, findings: Findings): DigestMap {
  const error = (code: string, message: string) => findings.error(code, path, `${what}: ${message}`)
  if (state === undefined) {
    error('E048', 'it has no state')
    return new Map()
  }
  if (!isObject(state)) {
    error('E050', 'state is not a JSON object')
    return new Map()
  }
  const paths = readPaths(state, (digest) => error('E051', `state of ${short(digest)} is not an array of paths`))
  const all = [...paths.values()].flat()
  for (const logical of all) {
    if (logical.startsWith('/') || logical.endsWith('/'))
      error('E053', `the logical path ${quote(logical)} begins or ends with a slash`)
    if (hasBadElement(logical))
      error('E052', `the logical path ${quote(logical)} has an element that is empty, . or ..`)
  }
  for (const conflict of conflicts(all))
    error('E095', `the logical path ${quote(conflict)} occurs twice or is part of another`)
  return paths
}

function readManifest(value: unknown, path: string, spec: SpecVersion, findings: Findings): DigestMap {
  const error = (code: string, message: string) => findings.error(code, path, message)
  if (value === undefined) {
    error('E041', 'the inventory has no manifest')
    return new Map()
  }
  if (!isObject(value)) {
    error(spec === '1.0' ? 'E041' : 'E106', 'the manifest is not a JSON object')
    return new Map()
  }
  const manifest = readPaths(value, (digest) =>
    error('E092', `the manifest entry ${short(digest)} is not an array of paths`),
  )
  for (const [digest, paths] of manifest) {
    if (paths.length === 0) error('E092', `the manifest entry ${short(digest)} names no file that has this digest`)
  }
  for (const digest of repeatedIgnoringCase(manifest.keys()))
    error('E096', `the digest ${short(digest)} occurs twice in the manifest`)
  judgeContentPaths([...manifest.values()].flat(), 'manifest', path, findings)
  return manifest
}

function readFixity(value: unknown, path: string, spec: SpecVersion, findings: Findings): Inventory['fixity'] {
  const error = (code: string, message: string) => findings.error(code, path, message)
  const fixity = new Map<string, DigestMap>()
  if (value === undefined) return fixity
  if (!isObject(value)) {
    error(spec === '1.0' ? 'E057' : 'E111', 'fixity is not a JSON object')
    return fixity
  }
  for (const [algorithm, block] of Object.entries(value)) {
    if (!ALGORITHMS.has(algorithm)) error('E056', `${quote(algorithm)} is no known digest algorithm`)
    if (!isObject(block)) {
      error('E057', `fixity of ${algorithm} is not a JSON object`)
      continue
    }
    const digests = readPaths(block, (digest) =>
      error('E057', `the fixity entry ${short(digest)} is not an array of paths`),
    )
    for (const digest of repeatedIgnoringCase(digests.keys()))
      error('E097', `the digest ${short(digest)} occurs twice under ${algorithm}`)
    judgeContentPaths([...digests.values()].flat(), `fixity of ${algorithm}`, path, findings)
    fixity.set(algorithm, digests)
  }
  return fixity
}

function judgeContentPaths(paths: readonly string[], where: string, path: string, findings: Findings): void {
  const error = (code: string, message: string) => findings.error(code, path, `${where}: ${message}`)
  for (const content of paths) {
    if (content.startsWith('/') || content.endsWith('/'))
      error('E100', `the content path ${quote(content)} begins or ends with a slash`)
    if (hasBadElement(content))
      error('E099', `the content path ${quote(content)} has an element that is empty, . or ..`)
  }
  for (const conflict of conflicts(paths))
    error('E101', `the content path ${quote(conflict)} occurs twice or is part of another`)
}

/** What refers from one part of the inventory to another. */
function judgeReferences(
  { manifest, versions, contentDirectory }: Inventory,
  path: string,
  spec: SpecVersion,
  findings: Findings,
): void {
  const used = new Set<string>()
  for (const [name, { state }] of versions) {
    for (const digest of state.keys()) {
      used.add(digest)
      if (!manifest.has(digest))
        findings.error('E050', path, `version ${name}: the digest ${short(digest)} is not in the manifest`)
    }
  }
  for (const [digest, paths] of manifest) {
    if (spec !== '1.0' && !used.has(digest))
      findings.error('E107', path, `the digest ${short(digest)} of the manifest is in no version`)
    for (const content of paths) {
      const [version = '', directory] = content.split('/')
      if (hasBadElement(content) || content.startsWith('/')) continue
      if (!versions.has(version) || directory !== contentDirectory) {
        findings.error('E042', path, `the content path ${quote(content)} is in no content directory of a version`)
      }
    }
  }
}

function readPaths(value: Json, refuse: (digest: string) => void): Map<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>()
  for (const [digest, list] of Object.entries(value)) {
    if (Array.isArray(list) && list.every((item) => typeof item === 'string')) paths.set(digest, list)
    else refuse(digest)
  }
  return paths
}

function hasBadElement(path: string): boolean {
  return path
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .split('/')
    .some((element) => element === '' || element === '.' || element === '..')
}

/** Paths that occur more than once or are the beginning of another. */
function conflicts(paths: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const repeated = paths.filter((path) => seen.size === seen.add(path).size)
  const parents = paths.flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, at, all) => all.slice(0, at + 1).join('/')),
  )
  return [...new Set([...repeated, ...parents.filter((parent) => seen.has(parent))])]
}

function repeatedIgnoringCase(digests: Iterable<string>): readonly string[] {
  const seen = new Set<string>()
  return [...digests].filter((digest) => seen.size === seen.add(digest.toLowerCase()).size)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function quote(value: unknown): string {
  return short(JSON.stringify(value) ?? String(value))
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
