/** The payload of an HTTP message inside a WARC record, as its bytes pass: what follows the header, with and without chunks. */

/** `unfinished` are chunks that break off, or are no chunks from some place on. */
export type TransferCoding = 'none' | 'chunks' | 'unfinished'

export interface HttpPayload {
  update(bytes: Uint8Array): void
  /** The status line and the header fields, folded lines joined; null until they have passed. */
  header(): string | null
  /** How the message was found to be. Ask once, when all its bytes have passed. */
  end(): { readonly header: boolean; readonly coding: TransferCoding }
}

/** A header that is longer is taken for no header at all. */
const MAX_HEADER = 1 << 20

/** `raw` takes the body as it stands, `entity` the body without its transfer coding (RFC 9112, section 7.1). */
export function httpPayload(raw: (bytes: Uint8Array) => void, entity: (bytes: Uint8Array) => void): HttpPayload {
  let held = Buffer.alloc(0)
  let size = 0
  let chunks: ReturnType<typeof chunkReader> | null = null
  let found: string | null = null
  const body = (bytes: Uint8Array) => {
    raw(bytes)
    if (chunks === null) entity(bytes)
    else chunks.update(bytes)
  }
  return {
    update(bytes) {
      if (found !== null) {
        body(bytes)
        return
      }
      if (size > MAX_HEADER) return
      const searched = Math.max(0, size - 3)
      held = grown(held, size + bytes.length)
      held.set(bytes, size)
      size += bytes.length
      const end = headerEnd(held.subarray(0, size), searched)
      if (end === null) return
      found = held.toString('latin1', 0, end).replace(/\r?\n[ \t]+/g, ' ')
      if (/^transfer-encoding:[^\r\n]*\bchunked\b/im.test(found)) chunks = chunkReader(entity)
      const rest = held.subarray(end, size)
      held = Buffer.alloc(0)
      body(rest)
    },
    header: () => found,
    end: () => ({ header: found !== null, coding: chunks?.end() ?? 'none' }),
  }
}

/** Doubled, so that a header that arrives byte by byte is not copied for each. */
function grown(held: Buffer<ArrayBuffer>, size: number): Buffer<ArrayBuffer> {
  if (held.length >= size) return held
  const larger = Buffer.alloc(Math.max(size, 2 * held.length))
  held.copy(larger)
  return larger
}

function headerEnd(bytes: Buffer, from: number): number | null {
  const long = bytes.indexOf('\r\n\r\n', from)
  const short = bytes.indexOf('\n\n', from)
  if (long >= 0 && (short < 0 || long < short)) return long + 4
  return short < 0 ? null : short + 2
}

const CHUNK_SIZE = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i
const MAX_LINE = 8192

/** Reads chunks. What does not begin with one was kept without them, whatever its header says, and is given as it stands. */
function chunkReader(give: (bytes: Uint8Array) => void) {
  let state: 'size' | 'data' | 'after' | 'trailer' | 'done' | 'broken' | 'plain' = 'size'
  let begun = false
  let line = ''
  let left = 0
  const noSize = (held: string) => {
    state = begun ? 'broken' : 'plain'
    if (!begun) give(Buffer.from(held, 'latin1'))
  }
  const endOfLine = () => {
    const text = line.replace(/\r$/, '')
    if (state === 'size') {
      const [, size] = CHUNK_SIZE.exec(text) ?? []
      if (size === undefined) noSize(`${line}\n`)
      else {
        begun = true
        left = Number.parseInt(size, 16)
        state = left === 0 ? 'trailer' : 'data'
      }
    } else if (state === 'after') state = text === '' ? 'size' : 'broken'
    else if (text === '') state = 'done'
    line = ''
  }
  return {
    end(): TransferCoding {
      if (state === 'size' && !begun && !CHUNK_SIZE.test(line.replace(/\r$/, ''))) noSize(line)
      if (state === 'plain') return 'none'
      return state === 'done' ? 'chunks' : 'unfinished'
    },
    update(bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; ) {
        if (state === 'broken') return
        if (state === 'plain') {
          give(bytes.subarray(at))
          return
        }
        if (state === 'done') {
          state = 'broken'
          return
        }
        if (state === 'data') {
          const part = bytes.subarray(at, at + left)
          give(part)
          at += part.length
          left -= part.length
          if (left === 0) state = 'after'
          continue
        }
        const byte = bytes[at++] ?? 0
        if (byte === 0x0a) endOfLine()
        else if (line.length < MAX_LINE) line += String.fromCharCode(byte)
        else noSize(line + String.fromCharCode(byte))
      }
    },
  }
}
