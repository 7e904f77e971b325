/** From scored pairs to persons: connected components, each settled by average linkage; and draws of what is unsure. */
import type { Records } from '../fields/field.ts'
import { seeded } from '../seeded.ts'
import { probabilityOf, type Weigher } from '../weigh/weigher.ts'
import { agglomerate, type Component, DECIDED } from './agglomerate.ts'
import { components } from './components.ts'

export interface Edges {
  readonly one: Int32Array
  readonly other: Int32Array
  /** log2 of the odds. */
  readonly weight: Float64Array
}

/** What people decided: records that are one person, that are not, and that are nobody's. */
export interface Decisions {
  readonly same: readonly (readonly [number, number])[]
  readonly different: readonly (readonly [number, number])[]
  readonly alone: ReadonlySet<number>
}

export interface Partition {
  /** First record of each record's person. */
  readonly person: Int32Array
  readonly probability: Float64Array
  /** Persons held together by a join that is no surer than this, by their first record. */
  readonly weak: ReadonlyMap<number, number>
}

interface Ground {
  readonly records: Records
  readonly edges: Edges
  readonly weigher: Weigher
  /** Records of one number are never one person; null where any two may be. */
  readonly list: Int32Array | null
  readonly decisions: Decisions
}

/** Components beyond this many records are cut at their weakest links first. */
const LARGEST = 600
/** Evidence counts at most this much for or against, so that one pair does not outvote a group. */
const MOST = 20
/** Weight of two entries of one list that is free of duplicates. */
const NEVER = -30
/** A join below this probability is a weak bridge. */
const WEAK = 0.9

export function partition(ground: Ground, threshold: number): Partition {
  const { records } = ground
  const person = Int32Array.from({ length: records.count }, (_, at) => at)
  const probability = new Float64Array(records.count).fill(1)
  const weak = new Map<number, number>()
  forEachComponent(ground, Math.min(threshold, 0), (members) => {
    const component = componentOf(ground, members)
    const { groups, weakest } = agglomerate(component, (mean) => mean > threshold)
    const firsts: number[] = []
    for (const [at, member] of members.entries()) {
      firsts[groups[at]!] ??= member
      person[member] = firsts[groups[at]!]!
      probability[member] = placed(component, groups, at)
    }
    for (const [group, bits] of weakest.entries()) {
      if (probabilityOf(bits) < WEAK) weak.set(firsts[group]!, probabilityOf(bits))
    }
  })
  return { person, probability, weak }
}

/** Mean evidence for the own group; where alone, the evidence against the nearest other. */
function placed({ size, weights }: Component, groups: Int32Array, at: number): number {
  let inside = 0
  let mates = 0
  let outside = -Infinity
  for (let other = 0; other < size; other++) {
    if (other === at) continue
    const bits = weights[at * size + other]!
    if (groups[other] === groups[at]) {
      inside += bits
      mates++
    } else outside = Math.max(outside, bits)
  }
  return mates > 0 ? probabilityOf(inside / mates) : 1 - probabilityOf(Math.min(0, outside))
}

/**
 * Draws of the partition: every join that average linkage would weigh is taken with its own probability, so that for a
 * pair by itself the share of draws is its probability. What is sure is the same in every draw.
 */
export function* draws(ground: Ground, wanted: number, seed: number): Generator<Int32Array> {
  const parts: { readonly members: readonly number[]; readonly component: Component }[] = []
  forEachComponent(ground, UNSURE, (members) => parts.push({ members, component: componentOf(ground, members) }))
  for (let draw = 0; draw < wanted; draw++) {
    const random = seeded(seed * 7919 + draw)
    const person = Int32Array.from({ length: ground.records.count }, (_, at) => at)
    for (const { members, component } of parts) {
      const { groups } = agglomerate(component, (mean) => random() < probabilityOf(mean))
      const firsts: number[] = []
      for (const [at, member] of members.entries()) {
        firsts[groups[at]!] ??= member
        person[member] = firsts[groups[at]!]!
      }
    }
    yield person
  }
}

/** Pairs below this many bits stand apart in every draw. */
const UNSURE = -5

function componentOf({ weigher, list, decisions }: Ground, members: readonly number[]): Component {
  const size = members.length
  const weights = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) {
      const apart = list !== null && list[members[i]!] === list[members[j]!]
      const bits = apart ? NEVER : Math.max(-MOST, Math.min(MOST, weigher.weight(members[i]!, members[j]!)))
      weights[i * size + j] = bits
      weights[j * size + i] = bits
    }
  if (decisions.same.length + decisions.different.length > 0) {
    const at = new Map(members.map((member, index) => [member, index]))
    for (const [pairs, bits] of [
      [decisions.same, DECIDED],
      [decisions.different, -DECIDED],
    ] as const)
      for (const [one, other] of pairs) {
        const i = at.get(one)
        const j = at.get(other)
        if (i === undefined || j === undefined) continue
        weights[i * size + j] = bits
        weights[j * size + i] = bits
      }
  }
  return { size, weights, lists: list === null ? null : Int32Array.from(members, (member) => list[member]!) }
}

/** Members of each component, ascending; large ones cut by asking more of a link until they are small enough. */
function forEachComponent(
  { records, edges: all, decisions }: Ground,
  least: number,
  settle: (members: readonly number[]) => void,
): void {
  const decided = decisions.same.length
  const edges = decisions.alone.size === 0 ? all : without(all, decisions.alone)
  const given: Edges = {
    one: Int32Array.from(decisions.same.map(([one]) => one)),
    other: Int32Array.from(decisions.same.map(([, other]) => other)),
    weight: new Float64Array(decided).fill(DECIDED),
  }
  const divide = (cut: number, part: Edges): void => {
    const root = components(records.count, part, cut)
    const starts = new Uint32Array(records.count + 1)
    const strong = (at: number): boolean => part.weight[at]! >= cut
    for (let at = 0; at < part.weight.length; at++) if (strong(at)) starts[root[part.one[at]!]! + 1]!++
    for (let at = 0; at < records.count; at++) starts[at + 1]! += starts[at]!
    const links = new Uint32Array(starts[records.count]!)
    const fill = starts.slice()
    for (let at = 0; at < part.weight.length; at++) if (strong(at)) links[fill[root[part.one[at]!]!]!++] = at
    for (let top = 0; top < records.count; top++) {
      const from = starts[top]!
      const to = starts[top + 1]!
      if (from === to) continue
      if (to === from + 1) {
        settle([part.one[links[from]!]!, part.other[links[from]!]!])
        continue
      }
      const members = new Set<number>()
      for (let at = from; at < to; at++) members.add(part.one[links[at]!]!).add(part.other[links[at]!]!)
      if (members.size <= LARGEST || cut > 2 * MOST) settle([...members].sort((a, b) => a - b))
      else divide(cut + 3, picked(part, links.subarray(from, to)))
    }
  }
  divide(least, decided === 0 ? edges : joined(edges, given))
}

function without(edges: Edges, alone: ReadonlySet<number>): Edges {
  const kept: number[] = []
  for (let at = 0; at < edges.weight.length; at++)
    if (!alone.has(edges.one[at]!) && !alone.has(edges.other[at]!)) kept.push(at)
  return picked(edges, Uint32Array.from(kept))
}

function picked({ one, other, weight }: Edges, at: Uint32Array): Edges {
  return {
    one: Int32Array.from(at, (index) => one[index]!),
    other: Int32Array.from(at, (index) => other[index]!),
    weight: Float64Array.from(at, (index) => weight[index]!),
  }
}

function joined(a: Edges, b: Edges): Edges {
  return {
    one: Int32Array.from([...a.one, ...b.one]),
    other: Int32Array.from([...a.other, ...b.other]),
    weight: Float64Array.from([...a.weight, ...b.weight]),
  }
}
