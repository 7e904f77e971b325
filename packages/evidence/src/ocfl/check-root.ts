/** Judging an OCFL storage root, 1.0 or 1.1, and every object in it, with the codes of the specification. */
import { join } from 'node:path'
import type { Disk, DiskOptions, Entry } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import type { Report } from '../problem.ts'
import { repeatedKeys } from '../repeated-keys.ts'
import { checkOcflObject, judgeLinks, judgeObject } from './check-object.ts'
import { isStorageLayout, REGISTERED_EXTENSIONS, SPEC_VERSIONS, type SpecVersion } from './specification.ts'

const OBJECT = /^\d=ocfl_object_/
const ROOT = /^0=ocfl_\d/

/**
 * Judges a storage root where the folder declares one or has a layout, and where it is no object, but misnames its
 * declaration or leads to objects; else an object. Paths in the report are relative to the folder.
 */
export async function checkOcfl(path: string, options: DiskOptions = {}): Promise<Report> {
  const { disk = nodeDisk } = options
  const entries = (await disk.stat(path))?.kind === 'folder' ? await disk.list(path) : []
  const some = (wanted: RegExp) => entries.some(({ name }) => wanted.test(name))
  const root =
    some(ROOT) ||
    some(/^ocfl_layout\.json$/) ||
    (!some(/=ocfl_object|^inventory\.json$/i) && (some(/=ocfl/i) || (await leadsToObject(disk, path, entries))))
  return root ? checkOcflRoot(path, options) : checkOcflObject(path, options)
}

/** Objects of a storage root inside are its own. */
async function leadsToObject(disk: Disk, folder: string, entries: readonly Entry[]): Promise<boolean> {
  for (const { name, kind } of entries) {
    if (kind !== 'folder') continue
    const path = join(folder, name)
    const inside = await disk.list(path)
    if (inside.some((entry) => ROOT.test(entry.name))) continue
    if (inside.some((entry) => OBJECT.test(entry.name)) || (await leadsToObject(disk, path, inside))) return true
  }
  return false
}

interface RootAt {
  readonly disk: Disk
  readonly root: string
  readonly findings: Findings
}

/**
 * Everything is read; nothing is written. Where an object lies is not compared with the layout that ocfl_layout.json
 * names, nor with where others lie (E083 in part, W014).
 */
export async function checkOcflRoot(root: string, { disk = nodeDisk }: DiskOptions = {}): Promise<Report> {
  const findings = collectFindings()
  if ((await disk.stat(root))?.kind !== 'folder') {
    findings.error('E069', '', `${root} is no folder, so no OCFL storage root`)
    return reportOf(findings)
  }
  const at = { disk, root, findings }
  const entries = await disk.list(root)
  const spec = await judgeDeclaration(at, entries)
  if (entries.some(({ name }) => name === 'ocfl_layout.json')) await judgeLayout(at)
  const ids = new Map<string, string>()
  let top = 0
  let nested = 0
  for (const { name, kind } of entries) {
    if (kind === 'link' || kind === 'other') findings.error('E090', name, `${name} is neither a file nor a folder`)
    if (kind !== 'folder') continue
    if (name === 'extensions') await judgeExtensions(at, spec)
    else if (await judgeHierarchy(at, name, spec, ids)) top++
    else nested++
  }
  if (top > 0 && nested > 0) findings.warn('W015', '', 'objects lie both at the top of the root and deeper in it')
  return reportOf(findings)
}

async function judgeDeclaration({ disk, root, findings }: RootAt, entries: readonly Entry[]): Promise<SpecVersion> {
  const error = (code: string, path: string, message: string) => findings.error(code, path, message)
  const declarations = entries.filter(({ name }) => /^[^=]*=ocfl/i.test(name))
  const found: SpecVersion[] = []
  for (const { name, kind } of declarations) {
    const value = name.slice(name.indexOf('=') + 1)
    const version = SPEC_VERSIONS.find((version) => value === `ocfl_${version}`)
    if (!name.startsWith('0=')) error('E078', name, 'a declaration starts with 0=')
    else if (version === undefined) error('E079', name, 'the declaration names no OCFL 1.0 or 1.1 storage root')
    else if (kind !== 'file') error('E069', name, `the declaration is a ${kind}, no file`)
    else {
      found.push(version)
      const text = Buffer.from(await disk.read(join(root, name))).toString('latin1')
      if (text !== `${value}\n`) error('E080', name, `the declaration must contain ${value} and a newline`)
    }
  }
  if (declarations.length === 0) error('E069', '', 'the root has no declaration, a file like 0=ocfl_1.1')
  if (declarations.length > 1) error('E076', '', 'the root has more than one declaration')
  return found.sort().at(-1) ?? '1.1'
}

async function judgeLayout({ disk, root, findings }: RootAt): Promise<void> {
  const path = 'ocfl_layout.json'
  let layout: { readonly extension?: unknown; readonly description?: unknown } | null
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await disk.read(join(root, path)))
    layout = JSON.parse(text)
  } catch {
    findings.error('E070', path, 'it is not JSON in UTF-8 without a byte order mark')
    return
  }
  for (const { path: names } of repeatedKeys(text))
    findings.error(
      'E070',
      path,
      `${names.join(' › ')} is there twice; readers of JSON disagree on which of the two counts`,
    )
  if (typeof layout?.extension !== 'string' || typeof layout.description !== 'string') {
    findings.error('E070', path, 'it must have the keys extension and description')
  } else if (!isStorageLayout(layout.extension)) {
    findings.error('E071', path, `${layout.extension} is no registered extension for a storage layout`)
  }
}

/** OCFL 1.0 has the rules for those of an object stand for those of a root; 1.1 has codes for them. */
async function judgeExtensions(at: RootAt, spec: SpecVersion): Promise<void> {
  const { disk, root, findings } = at
  const entries = await disk.list(join(root, 'extensions'))
  if (entries.length === 0) findings.error('E073', 'extensions', 'extensions is an empty folder')
  for (const { name, kind } of entries) {
    const path = `extensions/${name}`
    if (kind !== 'folder') {
      const code = spec === '1.0' ? 'E086' : 'E112'
      findings.error(code, path, `${path} is no folder; extensions has only folders`)
      continue
    }
    if (!REGISTERED_EXTENSIONS.has(name))
      findings.warn(spec === '1.0' ? 'W013' : 'W016', path, `${name} is no registered extension`)
    await judgeLinks(at, path)
  }
}

/** True where the folder is itself an object. */
async function judgeHierarchy(
  at: RootAt,
  folder: string,
  spec: SpecVersion,
  ids: Map<string, string>,
): Promise<boolean> {
  const { disk, root, findings } = at
  const entries = await disk.list(join(root, folder))
  if (entries.some(({ name }) => OBJECT.test(name))) {
    await judgeObjectIn(at, folder, spec, ids)
    return true
  }
  if (entries.length === 0) findings.error('E073', folder, `${folder} is an empty folder`)
  for (const { name, kind } of entries) {
    const path = `${folder}/${name}`
    if (kind === 'folder') await judgeHierarchy(at, path, spec, ids)
    else if (kind === 'file') {
      findings.error('E072', path, `${path} is part of no object`)
      findings.error('E084', path, `${path} lies in a folder between the root and its objects`)
    } else findings.error('E090', path, `${path} is neither a file nor a folder`)
  }
  if (entries.length > 0 && entries.every(({ kind }) => kind !== 'folder')) {
    findings.error('E085', folder, `${folder} ends a branch of the root and is no object`)
  }
  return false
}

async function judgeObjectIn(
  { disk, root, findings }: RootAt,
  folder: string,
  spec: SpecVersion,
  ids: Map<string, string>,
): Promise<void> {
  const inside = (path: string) => (path === '' ? folder : `${folder}/${path}`)
  const object = await judgeObject({
    disk,
    root: join(root, folder),
    findings: {
      errors: findings.errors,
      warnings: findings.warnings,
      error: (code, path, message) => findings.error(code, inside(path), message),
      warn: (code, path, message) => findings.warn(code, inside(path), message),
    },
  })
  if (object.spec > spec) findings.error('E081', folder, `the object is of OCFL ${object.spec}, the root of ${spec}`)
  if (object.id === null) return
  const other = ids.get(object.id)
  if (other !== undefined) findings.error('E083', folder, `the id ${object.id} is that of ${other} too`)
  else ids.set(object.id, folder)
}
