/** Where a block is said to be longer than it is: the record that begins inside it is not to be taken for a part of it. */

const BEGINNINGS = ['\r\n\r\nWARC/1.0\r\n', '\r\n\r\nWARC/1.1\r\n'].map((text) => Buffer.from(text, 'latin1'))
/** Bytes after a block that tell whether a record begins at its end. */
export const LONGEST_BEGINNING = Math.max(...BEGINNINGS.map(({ length }) => length))
const ENDS = '\r\n\r\n'.length
/** Bytes that are held at most; a block with more behind such a place is taken at its word. */
const MOST_HELD = 8 << 20

export interface HeldBytes {
  /** Bytes of the block, given on up to where a record seems to begin among them. */
  update(bytes: Uint8Array): void
  /** Gives on what was held: it is the block's. */
  release(): void
  /**
   * Gives on what stands before such a place, and says how many bytes that were in all and which begin the record, with
   * those that follow the block; null where there is none, and nothing was given. A place that begins in the block may end
   * in what follows it, which is Latin-1.
   */
  endBeforeNext(following: string): { readonly length: number; readonly record: Uint8Array } | null
}

export function holdBack(give: (bytes: Uint8Array) => void): HeldBytes {
  let state: 'looking' | 'holding' | 'passing' = 'looking'
  let held: Buffer[] = []
  let size = 0
  let given = 0
  const pass = (bytes: Uint8Array) => {
    if (bytes.length === 0) return
    given += bytes.length
    give(bytes)
  }
  const hold = (bytes: Uint8Array) => {
    held.push(Buffer.from(bytes))
    size += bytes.length
  }
  const release = () => {
    for (const bytes of held) pass(bytes)
    held = []
    size = 0
    state = 'passing'
  }
  return {
    update(bytes) {
      if (state === 'passing') return pass(bytes)
      if (state === 'holding') {
        hold(bytes)
        if (size > MOST_HELD) release()
        return
      }
      const joined =
        size === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([...held, bytes])
      const at = firstOf(joined)
      const until = at < 0 ? Math.max(0, joined.length - LONGEST_BEGINNING + 1) : at
      held = []
      size = 0
      pass(joined.subarray(0, until))
      hold(joined.subarray(until))
      if (at >= 0) state = 'holding'
    },
    release,
    endBeforeNext(following) {
      if (state === 'passing') return null
      const joined = Buffer.concat([...held, Buffer.from(following, 'latin1')])
      const at = firstOf(joined)
      if (at < 0 || at >= size) return null
      pass(joined.subarray(0, at))
      return { length: given, record: joined.subarray(at + ENDS) }
    },
  }
}

function firstOf(bytes: Buffer): number {
  const places = BEGINNINGS.map((beginning) => bytes.indexOf(beginning)).filter((at) => at >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}
