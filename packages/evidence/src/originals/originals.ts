/** Originals: an OCFL 1.1 storage root with one object an item, named by the sha512 of its bytes and never rewritten. */
import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { type ByteSource, copySource } from '../disk/copy-source.ts'
import { type Disk, type DiskOptions, isMissing } from '../disk/disk.ts'
import { allEnded, isTemporary, makeFolders, writeDurably, writeSynced } from '../disk/durable.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { readSmall, UnreadableFileError } from '../disk/small-file.ts'
import { contentName } from './content-name.ts'
import { type Agent, inventoryFiles } from './object.ts'
import { assertDigest, LAYOUT, OBJECT_DECLARATION, objectFolder, ROOT_DECLARATION, ROOT_FILES } from './storage-root.ts'

export type OriginalSource = ByteSource

export interface Added {
  /** sha512, 128 lower-case hex digits. */
  readonly digest: string
  /** Bytes. */
  readonly size: number
  /** false where the same bytes were there. */
  readonly added: boolean
}

export interface Originals {
  readonly root: string
  /**
   * Keeps a source; durable when it resolves. A file is streamed, never loaded whole. `name` is that of the content file,
   * made safe by `contentName`. Calls may run at once. A source that cannot be read leaves nothing behind.
   */
  add(source: OriginalSource, name: string): Promise<Added>
  has(digest: string): Promise<boolean>
  /** Absolute path of the content file. Throws NoSuchOriginalError, BadDigestError. */
  path(digest: string): Promise<string>
  /** The bytes; throws DamagedOriginalError where they are not those of the digest. */
  read(digest: string): Promise<Uint8Array>
  list(): AsyncIterable<{ readonly digest: string; readonly size: number }>
}

export interface OriginalsOptions extends DiskOptions {
  /** Clock for the time an object was made. */
  readonly now?: () => Date
  /** Whom inventories name as having added an object. */
  readonly agent?: Agent
}

export class NotOriginalsError extends Error {
  constructor(root: string, why: string) {
    super(`${root} is no storage root of originals: ${why}`)
    this.name = 'NotOriginalsError'
  }
}

export class NoSuchOriginalError extends Error {
  constructor(root: string, digest: string) {
    super(`${root} has no original ${digest}`)
    this.name = 'NoSuchOriginalError'
  }
}

export class DamagedOriginalError extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}. The original is damaged: restore its folder from a copy of the case`)
    this.name = 'DamagedOriginalError'
  }
}

const AGENT: Agent = { name: 'Corroborate', address: 'urn:corroborate:intake' }

/** Makes an empty storage root; going on with one begun before is fine. */
export async function createOriginals(root: string, options: OriginalsOptions = {}): Promise<Originals> {
  const disk = options.disk ?? nodeDisk
  await clearTemporary(disk, root)
  for (const [path, content] of ROOT_FILES) {
    if ((await disk.stat(join(root, path))) === null)
      await writeDurably(join(root, path), Buffer.from(content), { disk })
  }
  return openOriginals(root, options)
}

/** Opens a storage root; writes nothing before the first `add`. Throws NotOriginalsError. */
export async function openOriginals(root: string, options: OriginalsOptions = {}): Promise<Originals> {
  const disk = options.disk ?? nodeDisk
  for (const [path, content] of ROOT_FILES) await assertFile(disk, root, path, content)
  return originalsAt(resolve(root), disk, options.now ?? (() => new Date()), options.agent ?? AGENT)
}

const rootFolders = (root: string) => new Set(ROOT_FILES.map(([path]) => dirname(join(root, path))))

/** Makes the root's own files durable, whoever wrote them. */
async function settleRoot(disk: Disk, root: string): Promise<void> {
  for (const folder of rootFolders(root)) {
    await makeFolders(disk, folder)
    await disk.syncFolder(folder)
  }
}

/** What an interrupted `createOriginals` left. */
async function clearTemporary(disk: Disk, root: string): Promise<void> {
  for (const folder of rootFolders(root)) {
    if ((await disk.stat(folder))?.kind !== 'folder') continue
    for (const { name } of await disk.list(folder)) if (isTemporary(name)) await disk.remove(join(folder, name))
  }
}

async function assertFile(disk: Disk, root: string, path: string, content: string): Promise<void> {
  let found: string
  try {
    found = (await readSmall(disk, join(root, path), 'inventory')).toString('utf8')
  } catch (error) {
    if (isMissing(error)) throw new NotOriginalsError(root, `it has no ${path}`)
    if (error instanceof UnreadableFileError)
      throw new NotOriginalsError(root, `its ${path} cannot be read: ${error.why}`)
    throw error
  }
  if (path === ROOT_DECLARATION ? found.trimEnd() !== content.trimEnd() : !sameJson(found, content)) {
    throw new NotOriginalsError(root, `its ${path} is not that of layout ${LAYOUT} as we write it`)
  }
}

function originalsAt(root: string, disk: Disk, now: () => Date, agent: Agent): Originals {
  let staging: Promise<string> | null = null

  const objectPath = (digest: string) => {
    const { bucket, name } = objectFolder(digest)
    return join(root, bucket, name)
  }

  async function has(digest: string): Promise<boolean> {
    return (await disk.stat(objectPath(digest)))?.kind === 'folder'
  }

  async function contentPath(digest: string): Promise<string> {
    const folder = join(objectPath(digest), 'v1', 'content')
    try {
      const [entry, ...more] = await disk.list(folder)
      if (entry?.kind !== 'file' || more.length > 0) throw new DamagedOriginalError(folder, 'one file belongs there')
      return join(folder, entry.name)
    } catch (error) {
      if (!isMissing(error)) throw error
      if (await has(digest)) throw new DamagedOriginalError(folder, 'it is missing')
      throw new NoSuchOriginalError(root, digest)
    }
  }

  /** Makes the object's name durable, and that of its bucket. */
  async function settle(bucket: string): Promise<void> {
    await disk.syncFolder(bucket)
    await makeFolders(disk, bucket)
  }

  /** Once, before the first addition. */
  async function prepare(): Promise<string> {
    try {
      await settleRoot(disk, root)
      return await clearStaging(disk, root)
    } catch (error) {
      staging = null
      throw error
    }
  }

  async function add(source: OriginalSource, name: string): Promise<Added> {
    staging ??= prepare()
    const place = await staging
    if ('bytes' in source) {
      const digest = createHash('sha512').update(source.bytes).digest('hex')
      if (await has(digest)) return known(digest, source.bytes.length)
    }
    const folder = join(place, randomBytes(8).toString('hex'))
    try {
      return await keep(source, contentName(name), folder)
    } finally {
      await disk.remove(folder).catch(() => {})
    }
  }

  async function known(digest: string, size: number): Promise<Added> {
    const path = await contentPath(digest)
    const facts = await disk.stat(path)
    if (facts?.size !== size) throw new DamagedOriginalError(path, `it has ${facts?.size} bytes instead of ${size}`)
    await settle(dirname(objectPath(digest)))
    return { digest, size, added: false }
  }

  async function keep(source: OriginalSource, name: string, folder: string): Promise<Added> {
    const object = join(folder, 'object')
    const version = join(object, 'v1')
    const content = join(version, 'content')
    for (const path of [folder, object, version, content]) await disk.makeFolder(path)
    const { digest, size } = await copySource(disk, source, join(content, name))
    if (await has(digest)) return known(digest, size)
    const { inventory, sidecar } = inventoryFiles({ digest, name, created: now(), agent })
    await allEnded([
      writeSynced(disk, join(object, OBJECT_DECLARATION), Buffer.from('ocfl_object_1.1\n')),
      ...[object, version].flatMap((place) => [
        writeSynced(disk, join(place, 'inventory.json'), inventory),
        writeSynced(disk, join(place, 'inventory.json.sha512'), sidecar),
      ]),
    ])
    await allEnded([content, version, object].map((path) => disk.syncFolder(path)))
    return { digest, size, added: await place(folder, digest) }
  }

  /** Moves `folder/object` into the root in one step, with its bucket where that is new, so that no bucket is ever empty. */
  async function place(folder: string, digest: string): Promise<boolean> {
    const target = objectPath(digest)
    const bucket = dirname(target)
    const named = join(folder, digest)
    await disk.rename(join(folder, 'object'), named)
    if ((await disk.stat(bucket)) === null) {
      await disk.syncFolder(folder)
      if (await renamed(disk, folder, bucket)) {
        await settle(bucket)
        return true
      }
    }
    const placed = await renamed(disk, named, target)
    await settle(bucket)
    return placed
  }

  return {
    root,
    add,
    async has(digest) {
      assertDigest(digest)
      return has(digest)
    },
    path: contentPath,
    async read(digest) {
      const path = await contentPath(digest)
      const bytes = await disk.read(path)
      if (createHash('sha512').update(bytes).digest('hex') !== digest)
        throw new DamagedOriginalError(path, 'its bytes have another sha512')
      return bytes
    },
    async *list() {
      for (const bucket of await disk.list(root)) {
        if (bucket.kind !== 'folder' || !/^[0-9a-f]{2}$/.test(bucket.name)) continue
        for (const { name, kind } of await disk.list(join(root, bucket.name))) {
          if (kind !== 'folder' || !/^[0-9a-f]{128}$/.test(name)) continue
          const facts = await disk.stat(await contentPath(name))
          yield { digest: name, size: facts?.size ?? 0 }
        }
      }
    },
  }
}

/** Beside the root, so that an object under way is never inside it; what an interrupted run left is cleared. */
async function clearStaging(disk: Disk, root: string): Promise<string> {
  const staging = join(dirname(root), `.${basename(root)}.incoming`)
  await disk.remove(staging)
  await makeFolders(disk, staging)
  return staging
}

/** Renames a folder; false where a folder with something in it has the name already. */
async function renamed(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await disk.rename(from, to)
    return true
  } catch (error) {
    if ((await disk.stat(to))?.kind !== 'folder') throw error
    return false
  }
}

function sameJson(a: string, b: string): boolean {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
  } catch {
    return false
  }
}
