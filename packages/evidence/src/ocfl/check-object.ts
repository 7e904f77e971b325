/** Judging an OCFL object, 1.0 or 1.1, with the codes of the specification (https://ocfl.io/1.1/spec/validation-codes.html). */
import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk, DiskOptions, Entry } from '../disk/disk.ts'
import { entriesUnder } from '../disk/entries-under.ts'
import { pathsAsWritten } from '../disk/names.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import { equalBytes } from '../log/merkle.ts'
import type { Report } from '../problem.ts'
import { type Inventory, readInventory } from './inventory.ts'
import { judgePriorInventory } from './prior-inventory.ts'
import {
  ALGORITHMS,
  parseVersionName,
  REGISTERED_EXTENSIONS,
  SPEC_VERSIONS,
  type SpecVersion,
} from './specification.ts'

/**
 * Everything is read; nothing is written. Paths in the report are relative to the object, with forward slashes. Two
 * warnings have no code in the specification: `fixity-unchecked`, digests of an algorithm that is not computed here, and
 * `unicode-form`, a content path whose file lies under another form of its name. Hard links are not looked for (E090).
 */
export async function checkOcflObject(root: string, { disk = nodeDisk }: DiskOptions = {}): Promise<Report> {
  const findings = collectFindings()
  await judgeObject({ disk, root, findings })
  return reportOf(findings)
}

interface ObjectAt {
  readonly disk: Disk
  readonly root: string
  readonly findings: Findings
}

/** The same, into findings that a caller keeps; the object's id and specification for judging what it lies in. */
export async function judgeObject(at: ObjectAt): Promise<{ id: string | null; spec: SpecVersion }> {
  const { disk, root, findings } = at
  if ((await disk.stat(root))?.kind !== 'folder') {
    findings.error('E003', '', `${root} is no folder, so no OCFL object`)
    return { id: null, spec: '1.1' }
  }
  const entries = await disk.list(root)
  const spec = await judgeDeclaration(at, entries)
  const inventory = await judgeInventory(at, '', spec)
  judgeRootEntries(entries, inventory, findings)
  if (entries.some(({ name, kind }) => name === 'extensions' && kind === 'folder')) await judgeExtensions(at)
  if (entries.some(({ name, kind }) => name === 'logs' && kind === 'folder')) await judgeLinks(at, 'logs')
  if (inventory === null) return { id: null, spec }
  if (inventory.spec !== null && inventory.spec !== spec) {
    findings.error('E038', 'inventory.json', `its type is that of OCFL ${inventory.spec}, the object declares ${spec}`)
  }
  const priors = await judgeVersions(at, entries, inventory)
  await judgeContent(at, inventory, priors)
  return { id: inventory.id, spec }
}

async function judgeDeclaration({ disk, root, findings }: ObjectAt, entries: readonly Entry[]): Promise<SpecVersion> {
  const error = (code: string, path: string, message: string) => findings.error(code, path, message)
  const declarations = entries.filter(({ name }) => /^[^=]*=/.test(name))
  const found: SpecVersion[] = []
  for (const { name, kind } of declarations) {
    const value = name.slice(name.indexOf('=') + 1)
    const version = SPEC_VERSIONS.find((version) => value === `ocfl_object_${version}`)
    if (!name.startsWith('0=')) error('E005', name, 'a declaration starts with 0=')
    else if (version === undefined) error('E006', name, 'the declaration names no OCFL 1.0 or 1.1 object')
    else if (kind !== 'file') error('E003', name, 'the declaration is no file')
    else {
      found.push(version)
      const text = Buffer.from(await disk.read(join(root, name))).toString('latin1')
      if (text !== `${value}\n`) error('E007', name, `the declaration must contain ${value} and a newline`)
    }
  }
  if (declarations.length === 0) error('E003', '', 'the object has no declaration, a file like 0=ocfl_object_1.1')
  if (declarations.length > 1) error('E003', '', 'the object has more than one declaration')
  return found.sort().at(-1) ?? '1.1'
}

/** The inventory in the root ('') or in a version's folder ('v1/'), with its sidecar; null where there is none to go on with. */
async function judgeInventory(
  { disk, root, findings }: ObjectAt,
  prefix: string,
  spec: SpecVersion,
): Promise<Inventory | null> {
  const path = `${prefix}inventory.json`
  if (!(await findInventory({ disk, root, findings }, prefix))) return null
  const bytes = await disk.read(join(root, path))
  const inventory = readInventory(bytes, path, spec, findings)
  await judgeSidecar({ disk, root, findings }, prefix, bytes, inventory?.algorithm ?? null)
  return inventory
}

/** True where there is a file to read; else what is there in its place is said. */
async function findInventory({ disk, root, findings }: ObjectAt, prefix: string): Promise<boolean> {
  const path = `${prefix}inventory.json`
  const kind = (await disk.stat(join(root, path)))?.kind
  if (kind === undefined && prefix === '') findings.error('E063', '', 'the object has no inventory.json')
  else if (kind === undefined)
    findings.warn('W010', prefix.slice(0, -1), 'the version has no inventory.json of its own')
  else if (kind !== 'file') findings.error(kind === 'link' ? 'E090' : 'E034', path, `inventory.json is a ${kind}`)
  return kind === 'file'
}

async function judgeSidecar(
  { disk, root, findings }: ObjectAt,
  prefix: string,
  inventory: Uint8Array,
  algorithm: string | null,
): Promise<void> {
  const sidecars = (await disk.list(join(root, prefix))).filter(({ name }) => name.startsWith('inventory.json.'))
  if (sidecars.length === 0) {
    findings.error('E058', `${prefix}inventory.json`, 'the inventory has no sidecar with its digest')
    return
  }
  if (algorithm === null) return
  const own = sidecars.find(({ name }) => name === `inventory.json.${algorithm}`)
  if (own === undefined) {
    findings.error('E058', `${prefix}inventory.json`, `the inventory has no sidecar inventory.json.${algorithm}`)
    findings.error(
      'E059',
      `${prefix}${sidecars[0]?.name}`,
      `the sidecar is not of the inventory's algorithm, ${algorithm}`,
    )
    return
  }
  const path = `${prefix}${own.name}`
  if (own.kind !== 'file') {
    findings.error('E058', path, `the sidecar is a ${own.kind}, no file`)
    return
  }
  const text = Buffer.from(await disk.read(join(root, path))).toString('latin1')
  const digest = /^([^\s]+)[ \t]+inventory\.json\r?\n?$/.exec(text)?.[1]
  if (digest === undefined) findings.error('E061', path, 'the sidecar is not: digest, space, inventory.json')
  else if (digest.toLowerCase() !== createHash(algorithm).update(inventory).digest('hex')) {
    findings.error('E060', path, 'the digest in the sidecar is not that of the inventory')
  }
}

function judgeRootEntries(entries: readonly Entry[], inventory: Inventory | null, findings: Findings): void {
  for (const { name, kind } of entries) {
    const error = (code: string, message: string) => findings.error(code, name, message)
    if (kind === 'link') error('E090', `${name} is a symbolic link`)
    else if (kind === 'other') error('E090', `${name} is neither a file nor a folder`)
    else if (kind === 'file') {
      const sidecar = inventory?.algorithm ? null : /^inventory\.json\.[^.]+$/
      const known =
        name === 'inventory.json' || name === `inventory.json.${inventory?.algorithm}` || sidecar?.test(name)
      if (!known && !name.includes('=')) error('E001', `the file ${name} does not belong in an object`)
    } else if (name !== 'logs' && name !== 'extensions') {
      if (parseVersionName(name) === null) error('E001', `the folder ${name} does not belong in an object`)
      else if (inventory !== null && !inventory.versions.has(name))
        error('E046', `the version ${name} is not in the inventory`)
    }
  }
}

async function judgeExtensions(at: ObjectAt): Promise<void> {
  const { disk, root, findings } = at
  for (const { name, kind } of await disk.list(join(root, 'extensions'))) {
    const path = `extensions/${name}`
    if (kind !== 'folder') findings.error('E067', path, `${path} is no folder; extensions has only folders`)
    else {
      if (!REGISTERED_EXTENSIONS.has(name)) findings.warn('W013', path, `${name} is no registered extension`)
      await judgeLinks(at, path)
    }
  }
}

/** A folder whose content is its owner's, but for what no folder of OCFL may hold. */
export async function judgeLinks({ disk, root, findings }: ObjectAt, folder: string): Promise<void> {
  for (const { path, kind } of await entriesUnder(disk, join(root, folder))) {
    const inside = `${folder}/${path}`
    if (kind === 'link' || kind === 'other')
      findings.error('E090', inside, `${inside} is a ${kind === 'link' ? 'symbolic link' : 'special file'}`)
  }
}

/** Each version's folder; gives the inventories found in those before the head. */
async function judgeVersions(
  at: ObjectAt,
  entries: readonly Entry[],
  inventory: Inventory,
): Promise<ReadonlyMap<string, Inventory>> {
  const { findings } = at
  const priors = new Map<string, Inventory>()
  const folders = new Set(entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name))
  const names = [...inventory.versions.keys()]
  for (const name of names) {
    if (!folders.has(name)) {
      findings.error('E010', name, `the folder of version ${name} is missing`)
      findings.error('E046', name, `the folder of version ${name} is missing`)
      continue
    }
    const head = name === names.at(-1)
    const own = await (head ? judgeHead : judgePrior)(at, name, inventory)
    await judgeVersionFolder(at, name, inventory.contentDirectory, own)
    if (own !== null && !head) priors.set(name, own)
  }
  const inventories: readonly (readonly [string, Inventory])[] = [...priors, ['', inventory]]
  judgeSuccession(inventories, findings)
  judgeFirstNaming(inventories, names[0], findings)
  return priors
}

/** OCFL 1.1 section 3.7: the head's inventory is the root's, byte by byte. */
async function judgeHead(at: ObjectAt, name: string, inventory: Inventory): Promise<Inventory | null> {
  const { disk, root, findings } = at
  if (!(await findInventory(at, `${name}/`))) return null
  const path = `${name}/inventory.json`
  const bytes = await disk.read(join(root, path))
  if (equalBytes(bytes, await disk.read(join(root, 'inventory.json')))) {
    await judgeSidecar(at, `${name}/`, bytes, inventory.algorithm)
    return inventory
  }
  findings.error('E064', path, 'it differs from the inventory in the root, of which it must be a copy')
  return judgePriorAlone(at, name)
}

async function judgePrior(at: ObjectAt, name: string, inventory: Inventory): Promise<Inventory | null> {
  const prior = await judgePriorAlone(at, name)
  if (prior !== null) judgePriorInventory(prior, inventory, name, at.findings)
  return prior
}

/** By the rules of the specification that the prior inventory itself names. */
async function judgePriorAlone({ disk, root, findings }: ObjectAt, name: string): Promise<Inventory | null> {
  const first = await judgeInventory({ disk, root, findings: collectFindings() }, `${name}/`, '1.0')
  const prior = await judgeInventory({ disk, root, findings }, `${name}/`, first?.spec ?? '1.0')
  if (prior !== null && prior.head !== null && prior.head !== name) {
    findings.error('E040', `${name}/inventory.json`, `its head is ${prior.head}, its folder ${name}`)
  }
  return prior
}

/** OCFL 1.1 section 3.7.1: no version conforms to an older specification than the one before it. */
function judgeSuccession(inventories: readonly (readonly [string, Inventory])[], findings: Findings): void {
  let latest: SpecVersion = '1.0'
  for (const [name, { spec }] of inventories) {
    if (spec === null) continue
    const path = `${name === '' ? '' : `${name}/`}inventory.json`
    if (spec < latest) findings.error('E103', path, `it is of OCFL ${spec}, an earlier version of ${latest}`)
    else latest = spec
  }
}

/** OCFL 1.1 section 3.3.1: contentDirectory is set in the first version or in none, though it be set to what it is unset. */
function judgeFirstNaming(
  inventories: readonly (readonly [string, Inventory])[],
  firstVersion: string | undefined,
  findings: Findings,
): void {
  const [first, ...later] = inventories
  if (first === undefined || first[0] !== firstVersion || first[1].namesContentDirectory) return
  for (const [name, { namesContentDirectory }] of later) {
    const path = `${name === '' ? '' : `${name}/`}inventory.json`
    if (namesContentDirectory) findings.error('E019', path, `it sets contentDirectory, which ${firstVersion} does not`)
  }
}

/** `own` is the version's own inventory, null where there is none or it cannot be read. */
async function judgeVersionFolder(
  { disk, root, findings }: ObjectAt,
  name: string,
  contentDirectory: string,
  own: Inventory | null,
): Promise<void> {
  const entries = await disk.list(join(root, name))
  const hasInventory = entries.some((entry) => entry.name === 'inventory.json')
  const isSidecar = (file: string) =>
    own?.algorithm ? file === `inventory.json.${own.algorithm}` : hasInventory && /^inventory\.json\.[^.]+$/.test(file)
  for (const entry of entries) {
    const path = `${name}/${entry.name}`
    if (entry.kind === 'link') findings.error('E090', path, `${path} is a symbolic link`)
    else if (entry.kind === 'other') findings.error('E090', path, `${path} is neither a file nor a folder`)
    else if (entry.kind === 'file') {
      if (entry.name !== 'inventory.json' && !isSidecar(entry.name))
        findings.error('E015', path, `the file ${entry.name} does not belong in a version`)
    } else if (entry.name !== contentDirectory) {
      findings.warn('W002', path, `the folder ${entry.name} is not the content directory, ${contentDirectory}`)
    }
  }
}

/** Files in content directories against the manifests and fixity blocks of all inventories. */
async function judgeContent(
  { disk, root, findings }: ObjectAt,
  inventory: Inventory,
  priors: ReadonlyMap<string, Inventory>,
): Promise<void> {
  const files = new Set<string>()
  for (const name of inventory.versions.keys()) {
    if ((await disk.stat(join(root, name)))?.kind !== 'folder') continue
    const folders = (await disk.list(join(root, name))).filter(({ kind }) => kind === 'folder')
    const directory = pathsAsWritten(folders.map((entry) => entry.name))(inventory.contentDirectory)
    if (directory === null) continue
    const content = `${name}/${directory}`
    const found = await contentFiles({ disk, root, findings }, content)
    if (found.length === 0) findings.warn('W003', content, 'the content directory has no files')
    for (const path of found) files.add(path)
  }
  const written = pathsAsWritten(files)
  const claims = new Map<string, Claim[]>()
  const all: [string, Inventory][] = [
    ['inventory.json', inventory],
    ...[...priors].map(([name, prior]): [string, Inventory] => [`${name}/inventory.json`, prior]),
  ]
  for (const [where, one] of all) {
    const named = new Set([...collectClaims(one, where, claims, findings)].map((path) => written(path) ?? path))
    const last = parseVersionName([...one.versions.keys()].at(-1) ?? '')?.number ?? 0
    for (const path of files) {
      const within = (parseVersionName(path.split('/')[0] ?? '')?.number ?? 0) <= last
      if (within && !named.has(path)) findings.error('E023', path, `${path} is not in the manifest of ${where}`)
    }
  }
  for (const [path, wanted] of claims) {
    const there = written(path)
    if (there !== null && there !== path)
      findings.warn(
        'unicode-form',
        path,
        'its file lies under another Unicode form of this name, which others may not find',
      )
    if (there !== null) await judgeDigests(join(root, there), path, wanted, { disk, root, findings })
    else for (const claim of wanted) refute(claim, path, `${path}, named by ${claim.where}, does not exist`, findings)
  }
}

/** That a file has a digest, as some inventory says. */
interface Claim {
  readonly where: string
  readonly part: 'manifest' | 'fixity'
  readonly algorithm: string
  readonly digest: string
}

function collectClaims(
  { manifest, fixity, algorithm }: Inventory,
  where: string,
  claims: Map<string, Claim[]>,
  findings: Findings,
): ReadonlySet<string> {
  const named = new Set<string>()
  const add = (part: Claim['part'], algorithm: string, digest: string, paths: readonly string[]) => {
    for (const path of paths) claims.set(path, [...(claims.get(path) ?? []), { where, part, algorithm, digest }])
  }
  for (const [digest, paths] of manifest) {
    for (const path of paths) named.add(path)
    if (algorithm !== null) add('manifest', algorithm, digest, paths)
  }
  for (const [name, digests] of fixity) {
    if (digests.size > 0 && ALGORITHMS.get(name) === null && name !== 'size')
      findings.warn(
        'fixity-unchecked',
        where,
        `digests by ${name} are not computed here; those in fixity were not checked`,
      )
    for (const [digest, paths] of digests) add('fixity', name, digest, paths)
  }
  return named
}

async function judgeDigests(
  file: string,
  path: string,
  claims: readonly Claim[],
  { disk, findings }: ObjectAt,
): Promise<void> {
  const hashes = new Map<string, Hash>()
  for (const { algorithm } of claims) {
    const name = ALGORITHMS.get(algorithm)
    if (typeof name === 'string') hashes.set(algorithm, createHash(name))
  }
  let size = 0
  for await (const piece of disk.stream(file)) {
    size += piece.length
    for (const hash of hashes.values()) hash.update(piece)
  }
  const found = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
  found.set('size', String(size))
  for (const claim of claims) {
    const actual = found.get(claim.algorithm)
    if (actual !== undefined && actual !== claim.digest.toLowerCase()) {
      refute(
        claim,
        path,
        `the ${claim.algorithm} of ${path} is not the one in the ${claim.part} of ${claim.where}`,
        findings,
      )
    }
  }
}

function refute({ part }: Claim, path: string, message: string, findings: Findings): void {
  findings.error(part === 'manifest' ? 'E092' : 'E093', path, message)
}

async function contentFiles({ disk, root, findings }: ObjectAt, folder: string): Promise<string[]> {
  const found: string[] = []
  async function walk(path: string): Promise<void> {
    const entries = await disk.list(join(root, path))
    if (entries.length === 0 && path !== folder) findings.error('E024', path, `${path} is an empty folder`)
    for (const { name, kind } of entries) {
      const inside = `${path}/${name}`
      if (kind === 'folder') await walk(inside)
      else if (kind === 'file') found.push(inside)
      else findings.error('E090', inside, `${inside} is a ${kind === 'link' ? 'symbolic link' : 'special file'}`)
    }
  }
  await walk(folder)
  return found
}
