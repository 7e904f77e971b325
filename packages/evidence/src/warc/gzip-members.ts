/** The bytes of a file that may be gzip, inflated member by member, so that where each member begins is known. */
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'

/** Bytes of the inflated file. */
export interface Inflated {
  readonly bytes: Uint8Array
  /** True for the first bytes of a member; false throughout in a file that is no gzip. */
  readonly startsMember: boolean
  /** Where in the file the member begins; null in a file that is no gzip. */
  readonly memberAt: number | null
}

/** What ends inside a member or cannot be inflated. */
export class BadGzipError extends Error {
  /** Ends too early, rather than being wrong. */
  readonly truncated: boolean
  constructor(why: string, truncated: boolean) {
    super(why)
    this.name = 'BadGzipError'
    this.truncated = truncated
  }
}

/** Pieces of a file with what was read too far put back. */
export interface Pieces {
  /** The next piece, never empty; null at the end. */
  next(): Promise<Uint8Array | null>
  putBack(bytes: Uint8Array): void
  /** Bytes of the file before the next piece. */
  position(): number
  /** Closes the file, read to its end or not. */
  close(): Promise<void>
}

export function piecesOf(stream: AsyncIterable<Uint8Array>): Pieces {
  const source = stream[Symbol.asyncIterator]()
  const back: Uint8Array[] = []
  let position = 0
  return {
    async next() {
      const put = back.pop()
      if (put !== undefined) {
        position += put.length
        return put
      }
      for (;;) {
        const { done, value } = await source.next()
        if (done === true) return null
        if (value.length === 0) continue
        position += value.length
        return Uint8Array.from(value)
      }
    },
    putBack(bytes) {
      if (bytes.length === 0) return
      position -= bytes.length
      back.push(bytes)
    },
    position: () => position,
    async close() {
      await source.return?.()
    },
  }
}

/** Whether the pieces begin a gzip file; null where there are none. Nothing is taken from them. */
export async function beginGzip(pieces: Pieces): Promise<boolean | null> {
  const first = await pieces.next()
  if (first === null) return null
  const second = first.length > 1 ? null : await pieces.next()
  if (second !== null) pieces.putBack(second)
  pieces.putBack(first)
  return isGzip(Buffer.concat([first, second ?? new Uint8Array()]))
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

/** The pieces of a file that is no gzip. */
export async function* plainPieces(pieces: Pieces): AsyncIterable<Inflated> {
  for (let bytes = await pieces.next(); bytes !== null; bytes = await pieces.next())
    yield { bytes, startsMember: false, memberAt: null }
}

/** Inflates every member of a gzip file (RFC 1952). Throws BadGzipError. */
export async function* inflateMembers(pieces: Pieces): AsyncIterable<Inflated> {
  for (let member = 1; ; member++) {
    const first = await pieces.next()
    if (first === null) return
    pieces.putBack(first)
    const memberAt = pieces.position()
    await skipHeader(pieces, member)
    let startsMember = true
    let crc = 0
    let size = 0
    for await (const bytes of inflateOne(pieces, member)) {
      crc = crc32(bytes, crc)
      size = (size + bytes.length) >>> 0
      yield { bytes, startsMember, memberAt }
      startsMember = false
    }
    const trailer = Buffer.from(await take(pieces, 8, member))
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== size)
      throw new BadGzipError(`gzip member ${member} is damaged: its checksum or length is not that of its bytes`, false)
  }
}

/** Bytes that are inflated at once, without a stream of their own, which takes longer to set up than to use. */
const AT_ONCE = 1 << 16

/** The bytes of a member that lies whole in the next piece and is small; null for others, and nothing is taken then. */
async function inflateSmall(pieces: Pieces): Promise<Uint8Array | null> {
  const piece = await pieces.next()
  if (piece === null) return null
  try {
    // With `info` it gives the engine too, which knows how much of the piece was the member's.
    const { buffer, engine } = inflateRawSync(piece, { info: true, maxOutputLength: AT_ONCE }) as unknown as {
      readonly buffer: Uint8Array
      readonly engine: { readonly bytesWritten: number }
    }
    pieces.putBack(piece.subarray(engine.bytesWritten))
    return buffer
  } catch {
    pieces.putBack(piece)
    return null
  }
}

async function* inflateOne(pieces: Pieces, member: number): AsyncIterable<Uint8Array> {
  const small = await inflateSmall(pieces)
  if (small !== null) {
    if (small.length > 0) yield small
    return
  }
  const inflate = createInflateRaw()
  let fed = 0
  /** Pieces that zlib may not have taken whole. */
  let given: Uint8Array[] = []
  let ended = false
  const over = new Promise<void>((done) => {
    const end = () => {
      ended = true
      done()
    }
    inflate.once('end', end)
    inflate.once('error', end)
    inflate.once('close', end)
  })
  const feed = async () => {
    while (!ended) {
      const piece = await pieces.next()
      if (piece === null) {
        inflate.end()
        return
      }
      given.push(piece)
      fed += piece.length
      // Past the end of its stream zlib never asks for more, so the end ends the wait as well.
      await Promise.race([over, new Promise<void>((done) => inflate.write(piece, () => done()))])
      if (inflate.bytesWritten < fed) return
      given = []
    }
  }
  let failure: Error | null = null
  const feeding = feed().catch((error: Error) => {
    failure = error
    inflate.destroy(error)
  })
  try {
    for await (const bytes of inflate) yield bytes as Uint8Array
    await feeding
  } catch (error) {
    await feeding
    if (failure !== null) throw failure
    const truncated = (error as { code?: unknown }).code === 'Z_BUF_ERROR'
    throw new BadGzipError(
      truncated
        ? `the file ends inside gzip member ${member}`
        : `gzip member ${member} cannot be inflated: ${error instanceof Error ? error.message : String(error)}`,
      truncated,
    )
  } finally {
    inflate.destroy()
  }
  let left = fed - inflate.bytesWritten
  for (const piece of given.toReversed()) {
    const unused = Math.min(left, piece.length)
    pieces.putBack(piece.subarray(piece.length - unused))
    left -= unused
  }
}

async function skipHeader(pieces: Pieces, member: number): Promise<void> {
  const header = await take(pieces, 10, member)
  const flags = header[3] ?? 0
  if (!isGzip(header) || header[2] !== 8 || (flags & 0xe0) !== 0)
    throw new BadGzipError(`what follows gzip member ${member - 1} is no gzip member`, false)
  if ((flags & 4) !== 0) {
    const [low = 0, high = 0] = await take(pieces, 2, member)
    await take(pieces, low + 256 * high, member)
  }
  for (const flag of [8, 16]) if ((flags & flag) !== 0) while ((await take(pieces, 1, member))[0] !== 0);
  if ((flags & 2) !== 0) await take(pieces, 2, member)
}

async function take(pieces: Pieces, count: number, member: number): Promise<Uint8Array> {
  const taken = Buffer.alloc(count)
  for (let at = 0; at < count; ) {
    const piece = await pieces.next()
    if (piece === null) throw new BadGzipError(`the file ends inside gzip member ${member}`, true)
    const used = Math.min(piece.length, count - at)
    taken.set(piece.subarray(0, used), at)
    pieces.putBack(piece.subarray(used))
    at += used
  }
  return taken
}
