/** Average linkage inside one component, under constraints. */

export interface Component {
  readonly size: number
  /** Weight of members i and j at i × size + j, symmetric. */
  readonly weights: Float64Array
  /** List of each member where a person may hold at most one entry of a list; null where lists may repeat. */
  readonly lists: Int32Array | null
}

export interface Grouping {
  /** Group of each member, numbered from 0 by first member. */
  readonly groups: Int32Array
  /** For each group the lowest mean weight at which two of its parts were joined; Infinity for a single entry. */
  readonly weakest: readonly number[]
}

/** Weight that stands for a person's decision: nothing else reaches it. */
export const DECIDED = 1e6

/**
 * Merges the two groups with the highest mean weight for as long as `accept` takes it (UPGMA: Sokal and Michener 1958)
 * and no constraint forbids it. A merge that is refused is not offered again, unless one of the two has grown.
 */
export function agglomerate({ size, weights, lists }: Component, accept: (mean: number) => boolean): Grouping {
  const group = Int32Array.from({ length: size }, (_, at) => at)
  const alive = new Uint8Array(size).fill(1)
  const count = new Int32Array(size).fill(1)
  const weakest = new Float64Array(size).fill(Infinity)
  const sums = Float64Array.from(weights)
  const held = lists === null ? null : Array.from(lists, (list) => new Set([list]))
  const refused = new Uint8Array(size * size)
  const nearest = new Int32Array(size)
  const value = new Float64Array(size)
  const search = (row: number): void => {
    nearest[row] = -1
    value[row] = -Infinity
    for (let at = row + 1; at < size; at++) {
      if (alive[at] === 0 || refused[row * size + at] === 1) continue
      const mean = sums[row * size + at]! / (count[row]! * count[at]!)
      if (mean > value[row]!) {
        value[row] = mean
        nearest[row] = at
      }
    }
  }
  for (let row = 0; row < size; row++) search(row)
  for (;;) {
    let best = -1
    for (let row = 0; row < size; row++)
      if (alive[row] === 1 && nearest[row]! >= 0 && (best === -1 || value[row]! > value[best]!)) best = row
    if (best === -1 || value[best]! < LEAST) break
    const mean = value[best]!
    const other = nearest[best]!
    const clash = held !== null && mean < DECIDED / 2 && [...held[other]!].some((list) => held[best]!.has(list))
    if (clash || !accept(mean)) {
      refused[best * size + other] = 1
      refused[other * size + best] = 1
      search(best)
      continue
    }
    alive[other] = 0
    weakest[best] = Math.min(weakest[best]!, weakest[other]!, mean)
    count[best]! += count[other]!
    if (held !== null) for (const list of held[other]!) held[best]!.add(list)
    for (let at = 0; at < size; at++) {
      if (group[at] === other) group[at] = best
      if (alive[at] === 0 || at === best) continue
      sums[best * size + at]! += sums[other * size + at]!
      sums[at * size + best] = sums[best * size + at]!
      refused[best * size + at] = 0
      refused[at * size + best] = 0
    }
    search(best)
    for (let row = 0; row < size; row++) {
      if (alive[row] === 0 || row === best) continue
      if (nearest[row] === best || nearest[row] === other || row < best) search(row)
    }
  }
  const numbers = new Map<number, number>()
  const groups = group.map((one) => {
    const number = numbers.get(one) ?? numbers.size
    numbers.set(one, number)
    return number
  })
  return { groups, weakest: [...numbers.keys()].map((top) => weakest[top]!) }
}

/** No chance draw joins what is less likely than this, in bits. */
const LEAST = -12
