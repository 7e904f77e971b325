/** Reading an inflated stream line by line and by count, knowing how far it is and where gzip members begin. */
import type { Inflated } from './gzip-members.ts'

export interface ByteReader {
  /** Bytes read so far. */
  position(): number
  /** Whether a gzip member begins at the position. */
  atMember(): boolean
  /** Where in the file the next byte is, or the gzip member that holds it begins. Ask after `atEnd`. */
  origin(): number
  /** The next line with its newline, as Latin-1, at most `limit` bytes; null at the end. */
  line(limit: number): Promise<string | null>
  /** Takes back a line just read. */
  putBack(line: string): void
  /**
   * Gives up to `count` bytes; how many there were. `until` is asked wherever a gzip member begins, and ends the bytes
   * there; it may read a line and put it back.
   */
  take(count: number, give: (bytes: Uint8Array) => void, until?: () => Promise<boolean>): Promise<number>
  /** Whether the bytes end here. */
  atEnd(): Promise<boolean>
}

export function byteReader(source: AsyncIterable<Inflated>): ByteReader {
  const pieces = source[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  let position = 0
  let member = -1
  let memberAt: number | null = null

  async function fill(): Promise<boolean> {
    while (held.length === 0) {
      const { done, value } = await pieces.next()
      if (done === true) return false
      if (value.startsMember) member = position
      memberAt = value.memberAt
      held = value.bytes
    }
    return true
  }

  function use(count: number): Uint8Array {
    const bytes = held.subarray(0, count)
    held = held.subarray(count)
    position += count
    return bytes
  }

  return {
    position: () => position,
    atMember: () => member === position,
    origin: () => memberAt ?? position,
    atEnd: async () => !(await fill()),
    async line(limit) {
      const parts: Uint8Array[] = []
      for (let length = 0; length < limit && (await fill()); ) {
        const newline = held.subarray(0, limit - length).indexOf(0x0a)
        const part = use(newline < 0 ? Math.min(held.length, limit - length) : newline + 1)
        parts.push(part)
        length += part.length
        if (newline >= 0) break
      }
      return parts.length === 0 ? null : Buffer.concat(parts).toString('latin1')
    },
    putBack(line) {
      held = Buffer.concat([Buffer.from(line, 'latin1'), held])
      position -= line.length
    },
    async take(count, give, until) {
      let taken = 0
      while (taken < count && (await fill())) {
        if (until !== undefined && member === position && (await until())) break
        // What was put back may lie before the beginning of a member.
        const reach = member > position ? member - position : held.length
        const bytes = use(Math.min(held.length, reach, count - taken))
        taken += bytes.length
        give(bytes)
      }
      return taken
    },
  }
}
