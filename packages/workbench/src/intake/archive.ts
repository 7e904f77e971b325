/** Opens a zip archive member by member and refuses, by name, whatever could do harm or cannot be unpacked. */
import { stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import { shownName } from './shown-name.ts'

export type ArchiveMember =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly error: string }

/** The archive as a whole is broken or no zip. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}

export interface ArchiveLimits {
  /** Bytes of one unpacked member. */
  readonly member: number
  /** Bytes of all unpacked members. */
  readonly total: number
  /** Unpacked to packed bytes, above `ratioFrom` unpacked bytes. */
  readonly ratio: number
  readonly ratioFrom: number
  readonly members: number
}

const MEBIBYTE = 1024 * 1024
export const ARCHIVE_LIMITS: ArchiveLimits = {
  member: 512 * MEBIBYTE,
  total: 2048 * MEBIBYTE,
  ratio: 200,
  ratioFrom: 16 * MEBIBYTE,
  members: 100_000,
}

/**
 * The members of a zip archive in the order of its directory, folders left out; paths use `/`. A member that is
 * refused or broken comes with a sentence instead of bytes. Throws ArchiveError where the archive itself is broken.
 */
export async function* openArchive(path: string, limits: ArchiveLimits = ARCHIVE_LIMITS): AsyncIterable<ArchiveMember> {
  const { size } = await stat(path)
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false }).catch((error: Error) => {
    throw broken(path, error)
  })
  const spent: Spent = { total: 0, packed: 0, members: 0 }
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (/[/\\]$/.test(name)) continue
      spent.members++
      spent.packed += entry.compressedSize
      const refusal = refusalOf(entry, name, spent, size, limits)
      if (refusal !== null) {
        yield { path: shownName(name), error: refusal }
        continue
      }
      spent.total += entry.uncompressedSize
      yield await unpacked(zip, entry, name)
    }
  } catch (error) {
    throw broken(path, error as Error)
  } finally {
    zip.close()
  }
}

interface Spent {
  total: number
  packed: number
  members: number
}

function broken(path: string, error: Error): ArchiveError {
  return new ArchiveError(
    `${path} is not a zip archive we can open (${error.message}); unpack it another way and add the files`,
  )
}

/** Names in UTF-8 without its flag are common: whatever is valid UTF-8 is taken as such, the rest as the flag says. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw)
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
  }
}

function refusalOf(
  entry: Entry,
  name: string,
  spent: Spent,
  archiveSize: number,
  limits: ArchiveLimits,
): string | null {
  const unsafe = unsafeName(name)
  if (unsafe !== null) return `its name ${unsafe}; rename it in the archive, or unpack it with care and add the file`
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    return 'it is a symbolic link; add the file that it points to'
  }
  if (entry.isEncrypted()) return 'it is encrypted; unpack the archive with its password and add the files'
  if (!entry.canDecodeFileData()) return 'it is packed by a method we cannot undo; unpack the archive and add the files'
  if (spent.members > limits.members) return `the archive has more than ${limits.members} members; split it`
  if (spent.packed > archiveSize) {
    return 'the archive claims more packed bytes than it has, so its members overlap as in a zip bomb; it is not unpacked'
  }
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > limits.member) {
    return `it would unpack to ${uncompressedSize} bytes, more than the limit of ${limits.member}; unpack it and add the file`
  }
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio) {
    return `${compressedSize} bytes would unpack to ${uncompressedSize}, as in a zip bomb; it is not unpacked`
  }
  if (spent.total + uncompressedSize > limits.total) {
    return `the members together would unpack to more than ${limits.total} bytes; split the archive`
  }
  return null
}

/** What is wrong with a member's name, or null. Backslashes are separators on the systems that write them. */
function unsafeName(name: string): string | null {
  if (/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(name)) return 'has control characters in it'
  const path = name.replaceAll('\\', '/')
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is an absolute path'
  if (path.split('/').includes('..')) return 'leads out of the archive ("..")'
  return path === '' ? 'is empty' : null
}

/** yauzl stops a stream that unpacks to more or fewer bytes than its entry says; the checksum is ours to check. */
async function unpacked(zip: ZipFile, entry: Entry, name: string): Promise<ArchiveMember> {
  const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  try {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    if (crc32(bytes) !== entry.crc32)
      return { path, error: 'its checksum is wrong: the archive was damaged; get it again' }
    return { path, bytes }
  } catch (error) {
    return { path, error: `it cannot be unpacked (${(error as Error).message}); get the archive again` }
  }
}
