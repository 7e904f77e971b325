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
  /** Largest share of seeds that one rule left out for standing in too large a block. */
  readonly crowded: number
  /** Rules that were cheap enough to look at. */
  readonly rules: readonly SampledRule[]
}

export interface SampledRule {
  readonly rule: Rule
  /** Pairs that it makes in the whole data, estimated. */
  readonly cost: number
  /** Seeds whose block is so large that pairs are never made of it. */
  readonly crowded: ReadonlySet<number>
}

/**
 * Looks up, for at most `wanted` seeds, the records that agree with them under each rule. A rule that brings more than
 * `most` pairs a seed is left out; the pairs of all rules together are at most `limit`, cheap rules first.
 */
export function seedPairs(
  { rules, count, linkable, list, largest }: Blocking,
  options: { readonly wanted: number; readonly most: number; readonly limit: number },
): SeedPairs {
  const scan = Math.min(count, Math.max(SCANNED, Math.floor(count / 10)))
  const wanted = Math.min(8 * options.wanted, Math.floor((options.wanted * count) / scan))
  const candidates: number[] = []
  for (let at = 0; at < count; at++) if (linkable[at] === 1) candidates.push(at)
  const step = Math.max(1, Math.floor(candidates.length / wanted))
  const seeds = candidates.filter((_, at) => at % step === 0)
  const seedOf = new Int32Array(count).fill(-1)
  for (const [index, seed] of seeds.entries()) seedOf[seed] = index
  let crowded = 0
  const found: (SampledRule & { pairs: Int32Array })[] = []
  for (const rule of rules) {
    const looked = lookUp(rule, seeds, scan, linkable, list, {
      all: (options.most * seeds.length * scan) / count,
      one: Math.max(50, (largest * scan) / count),
    })
    if (looked === null) continue
    crowded = Math.max(crowded, looked.crowded.size / seeds.length)
    const cost = (looked.made / 2) * (count / Math.max(1, seeds.length)) * (count / scan)
    found.push({ rule, cost, crowded: looked.crowded, pairs: looked.pairs })
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
    crowded,
    scanned: scan / Math.max(1, count),
    rules: found.map(({ rule, cost, crowded }) => ({ rule, cost, crowded })),
  }
}

/** Records that seeds are compared with, at least; the first ones, which their hash put there. */
const SCANNED = 100_000

/**
 * Pairs (seed, record) in one array, or null where there are more than `most.all`. Blocks of more than `most.one` records
 * make no pairs, and their seeds are `crowded`; of blocks that alone would take a quarter of all pairs none are listed,
 * but they count in `made`.
 */
function lookUp(
  rule: Rule,
  seeds: readonly number[],
  count: number,
  linkable: Uint8Array,
  list: Int32Array | null,
  most: { readonly all: number; readonly one: number },
): { readonly pairs: Int32Array; readonly made: number; readonly crowded: ReadonlySet<number> } | null {
  let bits = 8
  while (1 << bits < seeds.length * 4) bits++
  const mask = (1 << bits) - 1
  const [first, second] = columnsOf(rule)
  const heads = new Int32Array(mask + 1).fill(-1)
  const next = new Int32Array(seeds.length).fill(-1)
  const hashes = new Int32Array(seeds.length)
  /** Block of each seed, by a seed in it; seeds and records of each block. */
  const block = new Int32Array(seeds.length)
  const inBlock = new Int32Array(seeds.length)
  const met = new Int32Array(seeds.length)
  for (const [index, seed] of seeds.entries()) {
    const key = hashOf(first[seed]!, second[seed]!)
    hashes[index] = key
    if (key < 0) continue
    let twin = heads[key & mask]!
    while (twin >= 0 && hashes[twin] !== key) twin = next[twin]!
    block[index] = twin < 0 ? index : block[twin]!
    inBlock[block[index]!]!++
    next[index] = heads[key & mask]!
    heads[key & mask] = index
  }
  const blockOf = (key: number): number => {
    let index = heads[key & mask]!
    while (index >= 0 && hashes[index] !== key) index = next[index]!
    return index
  }
  for (let at = 0; at < count; at++) {
    const key = linkable[at] === 1 ? hashOf(first[at]!, second[at]!) : -1
    const index = key < 0 ? -1 : blockOf(key)
    if (index >= 0) met[block[index]!]!++
  }
  const largest = (one: number): number => Math.min(most.one, Math.max(50, most.all / (4 * inBlock[one]!)))
  let listed = 0
  for (let one = 0; one < seeds.length; one++) if (met[one]! <= largest(one)) listed += inBlock[one]! * met[one]!
  if (listed > most.all * (list === null ? 1 : 2)) return null
  let pairs = new Int32Array(1024)
  let length = 0
  for (let at = 0; at < count; at++) {
    const key = linkable[at] === 1 ? hashOf(first[at]!, second[at]!) : -1
    let index = key < 0 ? -1 : blockOf(key)
    if (index < 0 || met[block[index]!]! > largest(block[index]!)) continue
    for (; index >= 0; index = next[index]!) {
      const seed = seeds[index]!
      if (hashes[index] !== key || seed === at) continue
      if (list !== null && list[seed] === list[at]) continue
      if (first[seed] !== first[at] || second[seed] !== second[at]) continue
      if (length + 2 > most.all * 2) return null
      if (length + 2 > pairs.length) {
        const larger = new Int32Array(pairs.length * 2)
        larger.set(pairs)
        pairs = larger
      }
      pairs[length++] = seed
      pairs[length++] = at
    }
  }
  const crowded = new Set<number>()
  let made = 0
  for (const [index, seed] of seeds.entries()) {
    if (hashes[index]! < 0) continue
    const size = met[block[index]!]!
    if (size > most.one) crowded.add(seed)
    else if (size > largest(block[index]!)) made += size
  }
  return { pairs: pairs.slice(0, length), made: made + length / 2, crowded }
}

/** Indices of random pairs of linkable records, across lists where `list` is given; by hash, so always the same. */
export function randomPairs(
  { count, linkable, list }: Pick<Blocking, 'count' | 'linkable' | 'list'>,
  wanted: number,
  seed: number,
): { readonly one: Int32Array; readonly other: Int32Array } {
  const one: number[] = []
  const other: number[] = []
  const candidates: number[] = []
  for (let at = 0; at < count; at++) if (linkable[at] === 1) candidates.push(at)
  for (let at = 0; candidates.length > 1 && one.length < wanted && at < wanted * 20; at++) {
    const a = candidates[mix(at * 2 + seed * 40503) % candidates.length]!
    const b = candidates[mix(at * 2 + 1 + seed * 69069) % candidates.length]!
    if (a === b || (list !== null && list[a] === list[b])) continue
    one.push(a)
    other.push(b)
  }
  return { one: Int32Array.from(one), other: Int32Array.from(other) }
}
