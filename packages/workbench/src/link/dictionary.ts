/** Cells of one column interned by their bytes: each distinct value is kept once and becomes text once. */

export interface CellDictionary {
  /** Number of the value at bytes[start, end). */
  code(bytes: Uint8Array, start: number, end: number): number
  /** All values, as UTF-8 text. */
  values(): string[]
}

/** Open addressing over a byte arena; both grow by doubling. */
export function cellDictionary(): CellDictionary {
  let arena = new Uint8Array(1 << 12)
  let used = 0
  let ends = new Uint32Array(1 << 8)
  let hashes = new Uint32Array(1 << 8)
  let size = 0
  let slots = new Int32Array(1 << 9).fill(-1)

  const grow = (): void => {
    ends = resized(ends, new Uint32Array(ends.length * 2))
    hashes = resized(hashes, new Uint32Array(hashes.length * 2))
    slots = new Int32Array(slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let code = 0; code < size; code++) {
      let slot = hashes[code]! & mask
      while (slots[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = code
    }
  }

  return {
    code(bytes, start, end) {
      let hash = 0x811c9dc5
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
      hash = (hash ^ (hash >>> 15)) >>> 0
      const length = end - start
      const mask = slots.length - 1
      let slot = hash & mask
      for (let code = slots[slot]!; code !== -1; code = slots[slot]!) {
        if (hashes[code] === hash) {
          const from = code === 0 ? 0 : ends[code - 1]!
          if (ends[code]! - from === length) {
            let at = 0
            while (at < length && arena[from + at] === bytes[start + at]) at++
            if (at === length) return code
          }
        }
        slot = (slot + 1) & mask
      }
      while (used + length > arena.length) arena = resized(arena, new Uint8Array(arena.length * 2))
      for (let at = start; at < end; at++) arena[used++] = bytes[at]!
      slots[slot] = size
      hashes[size] = hash
      ends[size] = used
      size++
      if (size === ends.length) grow()
      return size - 1
    },
    values() {
      const text = Buffer.from(arena.buffer, 0, used)
      const out = new Array<string>(size)
      for (let code = 0; code < size; code++) {
        const from = code === 0 ? 0 : ends[code - 1]!
        out[code] = text.toString('utf8', from, ends[code]!)
      }
      return out
    },
  }
}

function resized<A extends Uint8Array | Uint32Array>(from: A, to: A): A {
  to.set(from)
  return to
}
