/** The one way to the file system: every byte of evidence read or written passes through a Disk, so tests can break it. */
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
  /** Throws NotAFileError, and TooLargeError, having read nothing, where the file has more than `most` bytes. */
  read(path: string, most?: number): Promise<Uint8Array>
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
  /**
   * Sorted by name in code-unit order. A name that is not Unicode, by which nothing can be opened, is written with `\xff` for
   * its bytes, and its kind is `other`.
   */
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

export class TooLargeError extends Error {
  readonly size: number
  readonly most: number
  constructor(path: string, size: number, most: number) {
    super(`${path} has ${size} bytes, and such a file has ${most} at most`)
    this.name = 'TooLargeError'
    this.size = size
    this.most = most
  }
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
