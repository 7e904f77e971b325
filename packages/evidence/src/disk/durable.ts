/** Writing a file so that it survives a power cut: temporary file → fsync → rename → fsync of the folder. */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type Disk, type DiskOptions, errorCode } from './disk.ts'
import { nodeDisk } from './node-disk.ts'

export interface DurableOptions extends DiskOptions {
  /** Readable by its owner alone. */
  readonly secret?: boolean
}

/**
 * Puts bytes at a path, whole or not at all, replacing what is there; makes missing folders. Durable when it resolves.
 * A crash can leave `.NAME.XXXXXXXX.tmp` beside it, which nothing reads.
 */
export async function writeDurably(path: string, bytes: Uint8Array, options: DurableOptions = {}): Promise<void> {
  const disk = options.disk ?? nodeDisk
  const folder = dirname(path)
  await makeFolders(disk, folder)
  const temporary = temporaryPath(path)
  try {
    await writeSynced(disk, temporary, bytes, options.secret ?? false)
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.remove(temporary).catch(() => {})
    throw error
  }
  await disk.syncFolder(folder)
}

/** Writes a new file and syncs its bytes; its name is durable once the folder is synced. */
export async function writeSynced(disk: Disk, path: string, bytes: Uint8Array, secret = false): Promise<void> {
  const sink = await disk.create(path, { secret })
  try {
    await sink.write(bytes)
    await sink.sync()
  } finally {
    await sink.close()
  }
}

/** Folders whose names this process has made durable. */
const settled = new WeakMap<Disk, Set<string>>()

/**
 * Makes a folder and its missing parents. Durable when it resolves, those too that were there: whoever made them may have
 * been stopped before their names were.
 */
export async function makeFolders(disk: Disk, path: string): Promise<void> {
  const known = settled.get(disk) ?? new Set()
  settled.set(disk, known)
  const there = (await disk.stat(path)) !== null
  const parent = dirname(path)
  if ((there && known.has(path)) || parent === path) return
  await makeFolders(disk, parent)
  if (!there) await makeFolder(disk, path)
  try {
    await disk.syncFolder(parent)
  } catch (error) {
    // Above what is ours, a folder may be closed to us; what is in it was there before.
    if (!there || !['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  }
  known.add(path)
}

async function makeFolder(disk: Disk, path: string): Promise<void> {
  try {
    await disk.makeFolder(path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Waits until every one has ended, then throws what the first that failed threw: nothing goes on behind the caller's back. */
export async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason
}

/** A name beside `path` for its bytes until they are whole. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`)
}

/** True for names that `temporaryPath` makes. */
export function isTemporary(name: string): boolean {
  return /^\..+\.[0-9a-f]{8}\.tmp$/.test(name)
}
