/** The one way to the file system: every byte of evidence read or written passes through a Disk, so tests can break it. */
import { constants } from 'node:fs'
import { link, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'

export type EntryKind = 'file' | 'folder' | 'link' | 'other'

export interface Entry {
  readonly name: string
  readonly kind: EntryKind
}

export interface FileFacts {
  readonly kind: EntryKind
  /** Bytes. */
  readonly size: number
}

export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** A new file being written. What was written is durable only once `sync` has resolved and the folder is synced. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Errors are Node's system errors, with their `code` (ENOENT, ENOSPC, EIO …). Links are never followed, except by `read` and `stream`. */
export interface Disk {
  read(path: string): Promise<Uint8Array>
  /**
   * The file's bytes, or those from `start` up to `end`, in pieces of at most 1 MiB; a piece is valid until the next is
   * asked for. Throws NotAFileError.
   */
  stream(path: string, range?: ByteRange): AsyncIterable<Uint8Array>
  /** Makes a file that must not exist (EEXIST). `secret` files are readable by their owner alone. */
  create(path: string, options?: { readonly secret?: boolean }): Promise<Sink>
  /** Makes the names inside a folder durable: those added, renamed and removed. */
  syncFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name, which must be free (EEXIST); EPERM or ENOTSUP where the file system has no such thing. */
  link(from: string, to: string): Promise<void>
  /** Writes over a file's bytes in place and syncs them; the file keeps its length where `bytes` has that length. */
  overwrite(path: string, bytes: Uint8Array): Promise<void>
  /** Makes one folder, whose parent exists (EEXIST where it is there). */
  makeFolder(path: string): Promise<void>
  /** Removes a file, or a folder with all in it; absent is fine. */
  remove(path: string): Promise<void>
  /** Sorted by name in code-unit order. */
  list(path: string): Promise<readonly Entry[]>
  /** null where nothing is there. */
  stat(path: string): Promise<FileFacts | null>
}

export interface DiskOptions {
  readonly disk?: Disk
}

export class NotAFileError extends Error {
  constructor(path: string) {
    super(`${path} is no file but a folder, a device or a pipe: name a file`)
    this.name = 'NotAFileError'
  }
}

const PIECE = 1 << 20
const LEAST_PIECE = 1 << 12

export const nodeDisk: Disk = {
  read: (path) => readFile(path),

  async *stream(path, range = { start: 0, end: Number.POSITIVE_INFINITY }) {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const facts = await file.stat()
      if (!facts.isFile()) throw new NotAFileError(path)
      // A case has many small files: a whole piece for each would be thrown away again at once.
      const piece = Math.min(PIECE, Math.max(LEAST_PIECE, facts.size))
      const buffer = Buffer.allocUnsafe(piece)
      for (let at = range.start; at < range.end; ) {
        const { bytesRead } = await file.read(buffer, 0, Math.min(piece, range.end - at), at)
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
        at += bytesRead
      }
    } finally {
      await file.close()
    }
  },

  async create(path, { secret = false } = {}) {
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, secret ? 0o600 : 0o666)
    return {
      async write(bytes) {
        for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
      },
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },

  async syncFolder(path) {
    // Windows cannot open a folder to flush it; its renames are durable in order.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },

  rename: (from, to) => rename(from, to),

  link: (from, to) => link(from, to),

  async overwrite(path, bytes) {
    const file = await open(path, 'r+')
    try {
      for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten
      await file.sync()
    } finally {
      await file.close()
    }
  },

  async makeFolder(path) {
    await mkdir(path)
  },

  remove: (path) => rm(path, { recursive: true, force: true }),

  async list(path) {
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  },

  async stat(path) {
    try {
      const facts = await lstat(path)
      return { kind: kindOf(facts), size: facts.size }
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  },
}

/** True for the system error that says there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** The code of a system error, else null. */
export function errorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return error instanceof Error && typeof code === 'string' ? code : null
}

function kindOf(facts: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  return facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : facts.isSymbolicLink() ? 'link' : 'other'
}
