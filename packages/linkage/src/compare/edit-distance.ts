/** Edit distance that counts a swap of neighbours as one edit (optimal string alignment), by bit vectors. */
import type { Arena } from './arena.ts'

const masks = new Int32Array(256)

/**
 * Distance of two strings of an arena, each at most 32 letters (Hyyrö, "A Bit-Vector Algorithm for Computing
 * Levenshtein and Damerau Edit Distances", Nordic Journal of Computing 10, 2003, figure 9).
 */
export function editDistance(arena: Arena, one: number, other: number): number {
  const { bytes, starts, lengths } = arena
  const first = starts[one]!
  const n = lengths[one]!
  const second = starts[other]!
  const m = lengths[other]!
  if (n === 0) return m
  if (m === 0) return n
  for (let at = 0; at < n; at++) masks[bytes[first + at]!]! |= 1 << at
  const last = 1 << (n - 1)
  let positive = -1
  let negative = 0
  let zero = 0
  let before = 0
  let distance = n
  for (let at = 0; at < m; at++) {
    const mask = masks[bytes[second + at]!]!
    const transposed = ((~zero & mask) << 1) & before
    zero = ((((mask & positive) + positive) | 0) ^ positive) | mask | negative | transposed
    const up = negative | ~(zero | positive)
    const down = zero & positive
    if ((up & last) !== 0) distance++
    if ((down & last) !== 0) distance--
    const shifted = (up << 1) | 1
    positive = (down << 1) | ~(zero | shifted)
    negative = shifted & zero
    before = mask
  }
  for (let at = 0; at < n; at++) masks[bytes[first + at]!] = 0
  return distance
}
