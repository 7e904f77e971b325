/** Reading whole what is small by its nature: never more than it can be, never from a pipe, and what cannot be read is named. */
import { type Disk, errorCode, isMissing, NotAFileError, TooLargeError } from './disk.ts'

/** The most bytes that each kind of file has. */
export const LARGEST = {
  /** `case.json`. */
  case: 1 << 26,
  /** A record, a list of digests: what a string can hold. */
  text: 1 << 29,
  /** A signed note. */
  note: 1_000_000,
  /** A key, a signature, an answer of an authority. */
  signed: 1 << 20,
  /** An inventory of an original, which has one file. */
  inventory: 1 << 20,
  /** 256 hashes. */
  hashes: 256 * 32,
  /** 256 entries, each behind its length as two bytes. */
  entries: 256 * (2 + 0xffff),
} as const

/** A file that is there, and cannot be read for what it is. */
export class UnreadableFileError extends Error {
  readonly why: string
  constructor(path: string, why: string) {
    super(`${path} cannot be read: ${why}`)
    this.name = 'UnreadableFileError'
    this.why = why
  }
}

/** Throws UnreadableFileError, or the system error where nothing is there. */
export async function readSmall(disk: Disk, path: string, kind: keyof typeof LARGEST): Promise<Buffer> {
  const bytes = await reading(path, () => disk.read(path, LARGEST[kind]))
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Has a file read; throws UnreadableFileError where the file is at fault, and anything else as it comes. */
export async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const why = faultOf(error)
    if (why === null) throw error
    throw new UnreadableFileError(path, why)
  }
}

function faultOf(error: unknown): string | null {
  if (error instanceof NotAFileError) return 'it is no file but a folder, a device or a pipe'
  if (error instanceof TooLargeError) return `it has ${error.size} bytes, and such a file has ${error.most} at most`
  if (isMissing(error)) return null
  const code = errorCode(error)
  return code === null ? null : (FAULTS[code] ?? `the disk says ${code}`)
}

const FAULTS: Readonly<Record<string, string>> = {
  ELOOP: 'it is a link that leads back to itself',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  ENXIO: 'it is no file but a device or a socket',
  EIO: 'the disk fails on it',
}
