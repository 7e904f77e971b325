/** Pairs of records that rules bring together, each pair once. */
import { columnsOf, hashOf, type Rule } from './rule.ts'

export interface Blocking {
  readonly rules: readonly Rule[]
  readonly count: number
  readonly linkable: Uint8Array
  /** List of each record where only pairs across lists count; null where all pairs do. */
  readonly list: Int32Array | null
  /** Records in one block beyond which the block is left to the other rules. */
  readonly largest: number
}

/**
 * Calls `visit` with every pair once: a pair that an earlier rule gave is skipped. Takes at most `MOST_RULES` rules.
 * Returns how many records stood in blocks that were too large.
 */
export function forEachPair(blocking: Blocking, visit: (one: number, other: number) => void): number {
  const { rules, count, linkable, list, largest } = blocking
  let bits = 10
  while (1 << bits < count && bits < 22) bits++
  const mask = (1 << bits) - 1
  const starts = new Uint32Array(mask + 2)
  const members = new Uint32Array(count)
  const keys = new Int32Array(count)
  const hashes = new Int32Array(count)
  /** Bit of each rule that left the record's block out: what agrees under it may still come from a later rule. */
  const leftOut = new Uint32Array(count)
  const firsts = rules.map((rule) => columnsOf(rule)[0])
  const seconds = rules.map((rule) => columnsOf(rule)[1])
  for (const [nth, rule] of rules.entries()) {
    const [first, second] = columnsOf(rule)
    starts.fill(0)
    for (let at = 0; at < count; at++) {
      const key = linkable[at] === 1 ? hashOf(first[at]!, second[at]!) : -1
      hashes[at] = key
      if (key >= 0) starts[(key & mask) + 1]!++
    }
    for (let at = 0; at <= mask; at++) starts[at + 1]! += starts[at]!
    const fill = starts.slice(0, mask + 1)
    for (let at = 0; at < count; at++) {
      const key = hashes[at]!
      if (key < 0) continue
      const place = fill[key & mask]!++
      members[place] = at
      keys[place] = key
    }
    for (let bucket = 0; bucket <= mask; bucket++) {
      const from = starts[bucket]!
      const to = starts[bucket + 1]!
      if (to - from < 2) continue
      if (to - from > largest) {
        for (let at = from; at < to; at++) leftOut[members[at]!]! |= 1 << nth
        continue
      }
      for (let left = from; left < to; left++) {
        const one = members[left]!
        const key = keys[left]!
        next: for (let right = left + 1; right < to; right++) {
          if (keys[right] !== key) continue
          const other = members[right]!
          if (list !== null && list[one] === list[other]) continue
          if (first[one] !== first[other] || second[one] !== second[other]) continue
          for (let at = 0; at < nth; at++) {
            const value = firsts[at]![one]!
            if (value < 0 || value !== firsts[at]![other]!) continue
            const partner = seconds[at]![one]!
            if (partner >= 0 && partner === seconds[at]![other]! && ((leftOut[one]! >>> at) & 1) === 0) continue next
          }
          visit(one, other)
        }
      }
    }
  }
  return leftOut.reduce((sum, rules) => sum + (rules === 0 ? 0 : 1), 0)
}
