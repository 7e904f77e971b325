/** Reads zip files (APPNOTE 6.3.10) in place, member by member, without unpacking more than is asked for. */
import { crc32, createInflateRaw } from 'node:zlib'

/** The bytes of a file, in ranges. */
export interface RandomAccess {
  readonly size: number
  stream(start: number, end: number): AsyncIterable<Uint8Array>
}

export interface ZipMember {
  /** As the directory names it; not to be used as a path. */
  readonly name: string
  /** Bytes unpacked, as the directory says. */
  readonly size: number
  readonly packedSize: number
  readonly crc: number
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number
  readonly encrypted: boolean
  /** Where its local header begins. */
  readonly headerAt: number
}

export interface ZipFile {
  readonly members: readonly ZipMember[]
  /**
   * The bytes of a member. Throws BadZipError where they are not what the directory says: another length, another
   * checksum, a method we do not read.
   */
  stream(member: ZipMember): AsyncIterable<Uint8Array>
  /** Where the packed bytes of a member begin in the file. */
  dataAt(member: ZipMember): Promise<number>
}

/** The file is no zip file, or is damaged. */
export class BadZipError extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BadZipError'
  }
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_MEMBERS = 200_000
const LARGEST_DIRECTORY = 64 * 1024 * 1024

/** Throws BadZipError. */
export async function openZip(source: RandomAccess): Promise<ZipFile> {
  const { count, size, offset } = await directoryOf(source)
  if (count > MOST_MEMBERS || size > LARGEST_DIRECTORY)
    throw new BadZipError(`its directory names ${count} members in ${size} bytes, more than are read`)
  if (offset + size > source.size) throw new BadZipError('its directory lies beyond its end')
  const members = membersOf(await bytesOf(source, offset, offset + size), count)
  const packed = members.reduce((sum, member) => sum + member.packedSize, 0)
  if (packed > source.size)
    throw new BadZipError('its members claim more packed bytes than it has: they overlap, as in a zip bomb')
  const dataAt = async (member: ZipMember) => {
    const header = await bytesOf(source, member.headerAt, member.headerAt + 30)
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL)
      throw new BadZipError(`no member begins where its directory places ${JSON.stringify(member.name)}`)
    return member.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  }
  return { members, dataAt, stream: (member) => unpacked(source, member, dataAt) }
}

async function* unpacked(
  source: RandomAccess,
  member: ZipMember,
  dataAt: (member: ZipMember) => Promise<number>,
): AsyncIterable<Uint8Array> {
  const name = JSON.stringify(member.name)
  if (member.encrypted) throw new BadZipError(`${name} is encrypted`)
  if (member.method !== 0 && member.method !== 8)
    throw new BadZipError(`${name} is packed by method ${member.method}, which is not read`)
  const start = await dataAt(member)
  const end = start + member.packedSize
  if (end > source.size) throw new BadZipError(`${name} lies beyond the end of the file`)
  let crc = 0
  let size = 0
  const packed = source.stream(start, end)
  for await (const bytes of member.method === 0 ? packed : inflated(packed, name)) {
    crc = crc32(bytes, crc)
    size += bytes.length
    if (size > member.size) throw new BadZipError(`${name} unpacks to more than the ${member.size} bytes it claims`)
    yield bytes
  }
  if (size !== member.size) throw new BadZipError(`${name} unpacks to ${size} bytes, not the ${member.size} it claims`)
  if (crc !== member.crc) throw new BadZipError(`${name} is damaged: its checksum is not that of its bytes`)
}

async function* inflated(packed: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw()
  let failure: Error | null = null
  const feeding = (async () => {
    for await (const bytes of packed) {
      if (inflate.destroyed || inflate.writableEnded) return
      // Where the stream ended early, nobody takes what is written after it.
      await new Promise<void>((done) => {
        inflate.once('close', done)
        inflate.write(Uint8Array.from(bytes), () => {
          inflate.off('close', done)
          done()
        })
      })
    }
    inflate.end()
  })().catch((error: Error) => {
    failure = error
    inflate.destroy(error)
  })
  try {
    for await (const bytes of inflate) yield bytes as Uint8Array
    await feeding
  } catch (error) {
    throw failure !== null
      ? failure
      : new BadZipError(`${name} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    inflate.destroy()
  }
}

/** Number, length and place of the directory's entries (sections 4.3.14 to 4.3.16). */
async function directoryOf(source: RandomAccess): Promise<{ count: number; size: number; offset: number }> {
  const from = Math.max(0, source.size - 65_557)
  const tail = await bytesOf(source, from, source.size)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) > tail.length) continue
    const plain = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
    const locator = at - 20
    if (locator < 0 || tail.readUInt32LE(locator) !== END_64_LOCATOR) return plain
    const place = numberAt(tail, locator + 8)
    const large = await bytesOf(source, place, place + 56)
    if (large.length < 56 || large.readUInt32LE(0) !== END_64)
      throw new BadZipError('its zip64 directory is not where it says')
    return { count: numberAt(large, 32), size: numberAt(large, 40), offset: numberAt(large, 48) }
  }
  throw new BadZipError('it has no directory: it is no zip file, or was cut off')
}

function membersOf(directory: Buffer, count: number): ZipMember[] {
  const members: ZipMember[] = []
  let at = 0
  while (members.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY)
      throw new BadZipError(`its directory ends after ${members.length} of ${count} members`)
    const flags = directory.readUInt16LE(at + 8)
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const end = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
    if (end > directory.length) throw new BadZipError('an entry of its directory is cut off')
    const sizes = {
      size: directory.readUInt32LE(at + 24),
      packedSize: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
    }
    members.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      crc: directory.readUInt32LE(at + 16),
      method: directory.readUInt16LE(at + 10),
      encrypted: (flags & 1) !== 0,
      ...largeSizes(sizes, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)),
    })
    at = end
  }
  return members
}

const FULL = 0xffffffff

/** Numbers too large for 32 bits stand in the zip64 field, in this order (section 4.5.3). */
function largeSizes(sizes: { size: number; packedSize: number; headerAt: number }, extra: Buffer) {
  const large = { ...sizes }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    for (const name of ['size', 'packedSize', 'headerAt'] as const) {
      if (sizes[name] !== FULL) continue
      if (place + 8 > extra.length) throw new BadZipError('a zip64 field of its directory is cut off')
      large[name] = numberAt(extra, place)
      place += 8
    }
  }
  return large
}

function numberAt(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new BadZipError(`it claims ${value} bytes`)
  return Number(value)
}

async function bytesOf(source: RandomAccess, start: number, end: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const bytes of source.stream(start, Math.min(end, source.size))) parts.push(Uint8Array.from(bytes))
  return Buffer.concat(parts)
}
