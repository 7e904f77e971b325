/** What lies under the paths a person names: files in a steady order, members of archives, and what could not be taken. */
import { accessSync, constants, type Stats } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { NO_FACTS, type PublicationFacts } from '../model/capture.ts'
import { openArchive } from './archive.ts'
import { type Manifest, parseManifest } from './manifest.ts'

/** One thing to keep: a file, an archive, or a member of one; or a problem, named. */
export type Found =
  | {
      readonly kind: 'item'
      readonly name: string
      readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
      readonly container: string | null
      readonly archive: boolean
      /** One entry for each publication that a manifest names; a single null where none does. */
      readonly publications: readonly (PublicationFacts | null)[]
    }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: string }
  | { readonly kind: 'left-out'; readonly name: string; readonly why: string }

export interface WalkOptions {
  /** A manifest for everything named; null means the `manifest.csv` beside the files, where there is one. */
  readonly manifest: string | null
}

export interface UsedManifest {
  readonly name: string
  readonly text: string
}

export class PathError extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}`)
    this.name = 'PathError'
  }
}

const MANIFEST = 'manifest.csv'
const LEFT_OUT = /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/

interface OpenManifest extends Manifest {
  readonly base: string
  readonly path: string
  readonly used: Set<string>
  /** Names as written, by their NFC: some file systems give names in another form of Unicode than a table has them in. */
  readonly composed: ReadonlyMap<string, string>
}

function opened(manifest: Manifest, base: string, path: string): OpenManifest {
  const composed = new Map([...manifest.rows.keys()].map((name) => [name.normalize('NFC'), name]))
  return { ...manifest, base, path, used: new Set(), composed }
}

/**
 * Walks `paths` in the order named, folders by name. Symbolic links inside folders are not followed. Throws PathError
 * where a named path does not exist, before anything is taken.
 */
export async function openWalk(
  paths: readonly string[],
  options: WalkOptions,
): Promise<{ readonly manifests: readonly UsedManifest[]; readonly found: AsyncIterable<Found> }> {
  const roots: { path: string; facts: Stats }[] = []
  for (const path of paths) {
    const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new PathError(path, error.code === 'ENOENT' ? 'there is no such file or folder' : reasonOf(error))
    })
    roots.push({ path: resolve(path), facts })
  }
  const manifests = new Map<string, OpenManifest>()
  const used: UsedManifest[] = []
  const load = async (path: string, named: boolean): Promise<OpenManifest | null> => {
    const known = manifests.get(path)
    if (known !== undefined) return known
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (!named && error.code === 'ENOENT') return null
      throw new PathError(path, `the manifest cannot be read: ${reasonOf(error)}`)
    })
    if (text === null) return null
    const manifest = opened(parseManifest(text, path), dirname(path), path)
    manifests.set(path, manifest)
    used.push({ name: basename(path), text })
    return manifest
  }
  const given = options.manifest === null ? null : await load(resolve(options.manifest), true)
  for (const { path, facts } of given === null ? roots : []) {
    await load(join(facts.isDirectory() ? path : dirname(path), MANIFEST), false)
  }

  const manifestFor = async (folder: string) => given ?? (await load(join(folder, MANIFEST), false))
  const takeFile = async function* (path: string, name: string, root: string): AsyncIterable<Found> {
    const manifest = await manifestFor(dirname(path))
    const rows = rowsFor(manifest, path, name, root)
    const archive = /\.zip$/i.test(name)
    yield {
      kind: 'item',
      name,
      source: { path },
      container: null,
      archive,
      publications: archive ? [null] : (rows ?? [null]),
    }
    if (archive) yield* membersOf(path, name, manifest)
  }
  const takeFolder = async function* (folder: string, prefix: string, root: string): AsyncIterable<Found> {
    let entries: string[]
    try {
      entries = (await readdir(folder)).sort()
    } catch (error) {
      yield {
        kind: 'problem',
        name: prefix === '' ? folder : prefix,
        problem: reasonOf(error as NodeJS.ErrnoException),
      }
      return
    }
    for (const entry of entries) {
      const path = join(folder, entry)
      const name = prefix === '' ? entry : `${prefix}/${entry}`
      if (entry === MANIFEST || path === given?.path) continue
      if (LEFT_OUT.test(entry)) {
        yield { kind: 'left-out', name, why: 'a hidden or system file' }
        continue
      }
      const facts = await lstat(path)
      if (facts.isSymbolicLink())
        yield { kind: 'problem', name, problem: 'a symbolic link; add what it points to by name' }
      else if (facts.isDirectory() && (await isCase(path))) yield { kind: 'left-out', name, why: 'a case folder' }
      else if (facts.isDirectory()) yield* takeFolder(path, name, root)
      else if (facts.isFile()) yield* takeFile(path, name, root)
      else yield { kind: 'problem', name, problem: 'not a regular file (a device, socket or pipe)' }
    }
  }

  const found = async function* (): AsyncIterable<Found> {
    for (const { path, facts } of roots) {
      if (facts.isDirectory()) yield* takeFolder(path, '', path)
      else if (facts.isFile()) yield* takeFile(path, basename(path), dirname(path))
      else yield { kind: 'problem', name: basename(path), problem: 'not a regular file (a device, socket or pipe)' }
    }
    const everything = roots.every(({ facts }) => facts.isDirectory())
    for (const manifest of manifests.values()) {
      for (const problem of manifest.problems) yield { kind: 'problem', name: basename(manifest.path), problem }
      for (const file of everything ? manifest.rows.keys() : []) {
        if (!manifest.used.has(file)) {
          yield {
            kind: 'problem',
            name: file,
            problem: `named in ${basename(manifest.path)}, but there is no such file`,
          }
        }
      }
    }
  }
  return { manifests: used, found: found() }
}

/** A case is never taken into a case, its own least of all. */
async function isCase(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'case.json'), 'utf8').catch(() => '')
  return /"format"\s*:\s*"corroborate-case\//.test(text)
}

function rowsFor(
  manifest: OpenManifest | null,
  path: string,
  name: string,
  root: string,
): readonly PublicationFacts[] | null {
  if (manifest === null) return null
  const relative = path.startsWith(`${manifest.base}/`)
    ? path.slice(manifest.base.length + 1)
    : path.slice(root.length + 1)
  for (const key of [relative, name, basename(path)]) {
    const named = manifest.rows.has(key) ? key : manifest.composed.get(key.normalize('NFC'))
    const rows = named === undefined ? undefined : manifest.rows.get(named)
    if (named === undefined || rows === undefined) continue
    manifest.used.add(named)
    return rows.map((row) => ({ ...NO_FACTS, ...row }))
  }
  return null
}

async function* membersOf(path: string, name: string, beside: OpenManifest | null): AsyncIterable<Found> {
  try {
    let inner: OpenManifest | null = null
    const members: { path: string; bytes: Uint8Array }[] = []
    for await (const member of openArchive(path)) {
      if ('error' in member) {
        yield { kind: 'problem', name: `${name}/${member.path}`, problem: member.error }
      } else if (member.path === MANIFEST) {
        const text = new TextDecoder().decode(member.bytes)
        inner = opened(parseManifest(text, `${name}/${MANIFEST}`), '', `${name}/${MANIFEST}`)
      } else members.push(member)
    }
    for (const member of members) {
      const full = `${name}/${member.path}`
      const rows = inner?.rows.get(member.path) ?? beside?.rows.get(full) ?? null
      if (rows !== null) {
        inner?.used.add(member.path)
        beside?.used.add(full)
      }
      yield {
        kind: 'item',
        name: full,
        source: { bytes: member.bytes },
        container: name,
        archive: false,
        publications: rows?.map((row) => ({ ...NO_FACTS, ...row })) ?? [null],
      }
    }
    for (const problem of inner?.problems ?? []) yield { kind: 'problem', name: `${name}/${MANIFEST}`, problem }
  } catch (error) {
    yield { kind: 'problem', name, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** A sentence for what the file system refused. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return wasWritten(error)
        ? 'you may not write there, and this command writes: name another folder, or copy the case to one of your own'
        : 'no permission to read it'
    case 'ENOENT':
      return 'it is no longer there'
    case 'ENOSPC':
      return 'the disk is full: free some space and run the same command again, nothing already kept is lost'
    case 'EROFS':
      return 'the disk can only be read, and this command writes: copy the case to a disk that can be written; nothing was changed'
    case 'EIO':
      return 'the disk reports an error: look after the disk, then give the same command again, which takes nothing twice'
    default:
      return error.message
  }
}

/** Whether what the file system did not permit was to write: of `open` only that the file can be read, or is not there, tells. */
function wasWritten({ syscall, path }: NodeJS.ErrnoException): boolean {
  if (syscall !== 'open')
    return syscall !== undefined && /^(?:mkdir|rename|unlink|rmdir|link|copyfile|f?truncate)$/.test(syscall)
  try {
    accessSync(path ?? '', constants.R_OK)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && path !== undefined
  }
}
