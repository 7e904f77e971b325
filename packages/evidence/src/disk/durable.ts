/** Writing a file so that it survives a power cut: temporary file → fsync → rename → fsync of the folder. */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type Disk, type DiskOptions, errorCode, nodeDisk } from './disk.ts'

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

/** Makes a folder and its missing parents; those made are durable when it resolves. */
export async function makeFolders(disk: Disk, path: string): Promise<void> {
  const facts = await disk.stat(path)
  if (facts !== null) return
  const parent = dirname(path)
  if (parent === path) return
  await makeFolders(disk, parent)
  try {
    await disk.makeFolder(path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  await disk.syncFolder(parent)
}

/** A name beside `path` for its bytes until they are whole. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`)
}

/** True for names that `temporaryPath` makes. */
export function isTemporary(name: string): boolean {
  return /^\..+\.[0-9a-f]{8}\.tmp$/.test(name)
}
