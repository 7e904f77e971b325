/**
 * Jaro–Winkler similarity, bit-parallel: the letters of one string are bit masks and a match is the lowest free bit of
 * the window (Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model";
 * the bit-vector formulation follows Hyyrö's for edit distances, Nordic Journal of Computing 10, 2003).
 */
import type { Arena } from './arena.ts'
import { bitCount } from './bit-count.ts'

const masks = new Int32Array(256)

/** Jaro similarity up to which the prefix does not count. */
const UNLIKE = 0.7

/** Similarity in [0, 1] of two strings of an arena; the prefix counts at most four letters at 0.1 each. */
export function jaroWinkler(arena: Arena, one: number, other: number): number {
  const { bytes, starts, lengths } = arena
  let first = starts[one]!
  let n = lengths[one]!
  let second = starts[other]!
  let m = lengths[other]!
  if (n > m) {
    const start = first
    first = second
    second = start
    const length = n
    n = m
    m = length
  }
  if (n === 0) return m === 0 ? 1 : 0
  for (let at = 0; at < m; at++) masks[bytes[second + at]!]! |= 1 << at
  const reach = Math.max(0, (m >>> 1) - 1)
  let matchedFirst = 0
  let matchedSecond = 0
  let matches = 0
  for (let at = 0; at < n; at++) {
    const low = at > reach ? at - reach : 0
    const high = at + reach
    let window = high >= 31 ? -1 : (1 << (high + 1)) - 1
    window &= -1 << low
    const free = masks[bytes[first + at]!]! & window & ~matchedSecond
    if (free !== 0) {
      matchedSecond |= free & -free
      matchedFirst |= 1 << at
      matches++
    }
  }
  for (let at = 0; at < m; at++) masks[bytes[second + at]!] = 0
  if (matches === 0) return 0
  let swapped = 0
  let rest = matchedSecond
  for (let at = 0; at < n; at++) {
    if ((matchedFirst & (1 << at)) === 0) continue
    const lowest = rest & -rest
    const place = 31 - Math.clz32(lowest)
    rest ^= lowest
    if (bytes[first + at] !== bytes[second + place]) swapped++
  }
  const jaro = (matches / n + matches / m + (matches - (swapped >>> 1)) / matches) / 3
  if (jaro <= UNLIKE) return jaro
  let prefix = 0
  while (prefix < 4 && prefix < n && bytes[first + prefix] === bytes[second + prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Whether letters alone show that two strings are no more alike than 0.7: every letter of one that the other lacks is no match. */
export function unlike({ lengths, letters }: Arena, one: number, other: number): boolean {
  const n = lengths[one]!
  const m = lengths[other]!
  const matches = Math.min(
    n - bitCount(letters[one]! & ~letters[other]!),
    m - bitCount(letters[other]! & ~letters[one]!),
  )
  return matches <= 0 ? n + m > 0 : (matches / n + matches / m + 1) / 3 <= UNLIKE
}
