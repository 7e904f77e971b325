/** Strings of a column as bytes in one array, so that comparing them touches no heap object. */

export interface Arena {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  /** Length of each string, at most 32: what is longer is compared by its first 32 letters. */
  readonly lengths: Uint8Array
  /** Bit for each letter of each string; two letters may share one. */
  readonly letters: Int32Array
}

export const LONGEST = 32

/** Letters are numbered by how early they appear; the 256th and later share a number with an earlier one. */
export function arenaOf(values: readonly string[]): Arena {
  let total = 0
  for (const value of values) total += Math.min(LONGEST, value.length)
  const bytes = new Uint8Array(total)
  const starts = new Int32Array(values.length)
  const lengths = new Uint8Array(values.length)
  const letters = new Int32Array(values.length)
  const numbers = new Map<number, number>()
  let at = 0
  for (const [index, value] of values.entries()) {
    const length = Math.min(LONGEST, value.length)
    starts[index] = at
    lengths[index] = length
    for (let unit = 0; unit < length; unit++) {
      const letter = value.charCodeAt(unit)
      let number = letter < 128 ? letter : numbers.get(letter)
      if (number === undefined) {
        number = 128 + (numbers.size % 128)
        numbers.set(letter, number)
      }
      bytes[at++] = number
      letters[index]! |= 1 << (number & 31)
    }
  }
  return { bytes, starts, lengths, letters }
}
