/** The payload of an HTTP message inside a WARC record, as its bytes pass: what follows the header, with and without chunks. */

export interface HttpPayload {
  update(bytes: Uint8Array): void
  /** The status line and the header fields as they stand; null until they have passed. */
  header(): string | null
  /** How the message was found to be once all its bytes have passed. */
  end(): { readonly header: boolean; readonly chunked: boolean }
}

/** A header that is longer is taken for no header at all. */
const MAX_HEADER = 1 << 20

/** `raw` takes the body as it stands, `entity` the body without its transfer coding (RFC 9112, section 7.1). */
export function httpPayload(raw: (bytes: Uint8Array) => void, entity: (bytes: Uint8Array) => void): HttpPayload {
  let held: Buffer | null = Buffer.alloc(0)
  let chunks: ReturnType<typeof chunkReader> | null = null
  let found: string | null = null
  const body = (bytes: Uint8Array) => {
    raw(bytes)
    if (chunks === null) entity(bytes)
    else chunks.update(bytes)
  }
  return {
    update(bytes) {
      if (held === null) {
        body(bytes)
        return
      }
      if (held.length > MAX_HEADER) return
      held = Buffer.concat([held, bytes])
      const end = headerEnd(held)
      if (end === null) return
      const header = held.toString('latin1', 0, end)
      found = header
      const rest = held.subarray(end)
      held = null
      if (/^transfer-encoding:[^\r\n]*\bchunked\b/im.test(header)) chunks = chunkReader(entity)
      body(rest)
    },
    header: () => found,
    end: () => ({ header: held === null, chunked: chunks?.whole() ?? false }),
  }
}

function headerEnd(bytes: Buffer): number | null {
  const long = bytes.indexOf('\r\n\r\n')
  const short = bytes.indexOf('\n\n')
  if (long >= 0 && (short < 0 || long < short)) return long + 4
  return short < 0 ? null : short + 2
}

/** Reads chunks; `whole` is false where what passed was not chunks, or not all of them. */
function chunkReader(give: (bytes: Uint8Array) => void) {
  let state: 'size' | 'data' | 'after' | 'trailer' | 'done' | 'broken' = 'size'
  let line = ''
  let left = 0
  const endOfLine = () => {
    const text = line.replace(/\r$/, '')
    line = ''
    if (state === 'size') {
      const [, size] = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text) ?? []
      left = size === undefined ? 0 : Number.parseInt(size, 16)
      state = size === undefined ? 'broken' : left === 0 ? 'trailer' : 'data'
    } else if (state === 'after') state = text === '' ? 'size' : 'broken'
    else if (text === '') state = 'done'
  }
  return {
    whole: () => state === 'done',
    update(bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; ) {
        if (state === 'broken') return
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
        else if (line.length < 8192) line += String.fromCharCode(byte)
        else state = 'broken'
      }
    },
  }
}
