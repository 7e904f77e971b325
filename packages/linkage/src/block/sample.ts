/** Pairs of a few seed records with all others: what training learns from, and what rules are chosen by. */
import { mix } from '../seeded.ts'
import type { Blocking } from './pairs.ts'
import { columnsOf, hashOf, type Rule } from './rule.ts'

export interface SeedPairs {
  readonly one: Int32Array
  readonly other: Int32Array
  /** Seeds among the records. */
  readonly seeds: number
  /** Share of all records that each seed was compared with. */
  readonly scanned: number
  /** Rules that were cheap enough to look at, with the number of pairs each makes in the whole data, estimated. */
  readonly rules: readonly { readonly rule: Rule; readonly cost: number }[]
}

/**
 * Looks up, for at most `wanted` seeds, the records that agree with them under each rule. A rule that brings more than
 * `most` pairs a seed is left out; the pairs of all rules together are at most `limit`, cheap rules first.
 */
export function seedPairs(
  { rules, count, linkable, list }: Blocking,
  options: { readonly wanted: number; readonly most: number; readonly limit: number },
): SeedPairs {
  const scan = Math.min(count, Math.max(SCANNED, Math.floor(count / 10)))
  const wanted = Math.min(8 * options.wanted, Math.floor((options.wanted * count) / scan))
  const seeds: number[] = []
  const step = Math.max(1, Math.floor(count / wanted))
  for (let at = 0; at < count && seeds.length < wanted; at += step) if (linkable[at] === 1) seeds.push(at)
  const seedOf = new Int32Array(count).fill(-1)
  for (const [index, seed] of seeds.entries()) seedOf[seed] = index
  const found: { rule: Rule; cost: number; pairs: Int32Array }[] = []
  for (const rule of rules) {
    const pairs = lookUp(rule, seeds, scan, linkable, list, (options.most * seeds.length * scan) / count)
    if (pairs === null) continue
    found.push({ rule, cost: (pairs.length / 4) * (count / Math.max(1, seeds.length)) * (count / scan), pairs })
  }
  found.sort((a, b) => a.cost - b.cost)
  const keys: Float64Array[] = []
  let total = 0
  for (const { pairs } of found) {
    if (total + pairs.length / 2 > options.limit) break
    total += pairs.length / 2
    const packed = new Float64Array(pairs.length / 2)
    for (let at = 0; at < packed.length; at++) {
      const one = pairs[at * 2]!
      const other = pairs[at * 2 + 1]!
      packed[at] = one < other || seedOf[other] === -1 ? one * count + other : other * count + one
    }
    keys.push(packed)
  }
  const all = new Float64Array(total)
  let offset = 0
  for (const packed of keys) {
    all.set(packed, offset)
    offset += packed.length
  }
  all.sort()
  const one: number[] = []
  const other: number[] = []
  for (let at = 0; at < all.length; at++) {
    const key = all[at]!
    if (at > 0 && key === all[at - 1]) continue
    one.push(Math.floor(key / count))
    other.push(key % count)
  }
  return {
    one: Int32Array.from(one),
    other: Int32Array.from(other),
    seeds: seeds.length,
    scanned: scan / Math.max(1, count),
    rules: found.map(({ rule, cost }) => ({ rule, cost })),
  }
}

/** Records that seeds are compared with, at least; the first ones, which their hash put there. */
const SCANNED = 100_000

/** Pairs (seed, record) in one array, or null where there are more than `limit`. */
function lookUp(
  rule: Rule,
  seeds: readonly number[],
  count: number,
  linkable: Uint8Array,
  list: Int32Array | null,
  limit: number,
): Int32Array | null {
  let bits = 8
  while (1 << bits < seeds.length * 4) bits++
  const mask = (1 << bits) - 1
  const [first, second] = columnsOf(rule)
  const heads = new Int32Array(mask + 1).fill(-1)
  const next = new Int32Array(seeds.length).fill(-1)
  const hashes = new Int32Array(seeds.length)
  for (const [index, seed] of seeds.entries()) {
    const key = hashOf(first[seed]!, second[seed]!)
    hashes[index] = key
    if (key < 0) continue
    next[index] = heads[key & mask]!
    heads[key & mask] = index
  }
  let pairs = new Int32Array(1024)
  let length = 0
  for (let at = 0; at < count; at++) {
    if (linkable[at] === 0) continue
    const key = hashOf(first[at]!, second[at]!)
    if (key < 0) continue
    for (let index = heads[key & mask]!; index >= 0; index = next[index]!) {
      const seed = seeds[index]!
      if (hashes[index] !== key || seed === at) continue
      if (list !== null && list[seed] === list[at]) continue
      if (first[seed] !== first[at] || second[seed] !== second[at]) continue
      if (length + 2 > limit * 2) return null
      if (length + 2 > pairs.length) {
        const larger = new Int32Array(pairs.length * 2)
        larger.set(pairs)
        pairs = larger
      }
      pairs[length++] = seed
      pairs[length++] = at
    }
  }
  return pairs.slice(0, length)
}

/** Indices of random pairs of linkable records, across lists where `list` is given; by hash, so always the same. */
export function randomPairs(
  { count, linkable, list }: Pick<Blocking, 'count' | 'linkable' | 'list'>,
  wanted: number,
  seed: number,
): { readonly one: Int32Array; readonly other: Int32Array } {
  const one: number[] = []
  const other: number[] = []
  for (let at = 0; one.length < wanted && at < wanted * 20; at++) {
    const a = mix(at * 2 + seed * 40503) % count
    const b = mix(at * 2 + 1 + seed * 69069) % count
    if (a === b || linkable[a] === 0 || linkable[b] === 0) continue
    if (list !== null && list[a] === list[b]) continue
    one.push(a)
    other.push(b)
  }
  return { one: Int32Array.from(one), other: Int32Array.from(other) }
}
