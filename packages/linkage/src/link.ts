/** Who is who: lists in, persons out. */
import { atomsOf } from './block/atom.ts'
import { type Blocking, forEachPair } from './block/pairs.ts'
import { agrees, candidateRules, chooseRules, ruleName } from './block/rule.ts'
import { randomPairs, seedPairs } from './block/sample.ts'
import { agglomerate } from './cluster/agglomerate.ts'
import { components } from './cluster/components.ts'
import { type ColumnReading, prepare, type Records } from './fields/field.ts'
import type { Role } from './fields/roles.ts'
import type { Table } from './table.ts'
import { frequenciesOf } from './weigh/frequency.ts'
import { type Model, sharesOf, train } from './weigh/model.ts'
import { patternsOf } from './weigh/patterns.ts'
import { levelsOf } from './weigh/scorer.ts'
import { probabilityOf, type Weigher, weigherOf } from './weigh/weigher.ts'

export interface LinkOptions {
  /** Role by header, before what headers say themselves. */
  readonly columns?: Readonly<Record<string, Role>>
  /** Lists may hold a person twice. A single list is always searched for duplicates. */
  readonly duplicates?: boolean
  /** Probability from which two entries are one person. */
  readonly threshold?: number
  readonly seed?: number
  readonly onStage?: (stage: string, milliseconds: number) => void
}

/** An entry by list and row, both from 0. */
export interface EntryRef {
  readonly list: number
  readonly row: number
}

export interface ScoredPair {
  readonly a: EntryRef
  readonly b: EntryRef
  /** log2 of the odds. */
  readonly weight: number
  readonly probability: number
}

export interface Linkage {
  /** For each list the person of each row: numbers from 0 by first appearance. */
  readonly persons: readonly Int32Array[]
  /** For each list how sure each row's place is: of belonging to its person, or where alone of being alone. */
  readonly probabilities: readonly Float64Array[]
  readonly personCount: number
  /** Pairs that were compared and kept, best first. */
  pairs(): Iterable<ScoredPair>
  readonly columns: readonly ColumnReading[]
  readonly rules: readonly string[]
  /** Estimated share of matching pairs that no blocking rule brought together. */
  readonly missed: number
  readonly model: Model
  readonly compared: number
}

const KEEP = -5

export function link(tables: readonly Table[], options: LinkOptions = {}): Linkage {
  let clock = performance.now()
  const stage = (name: string): void => {
    const now = performance.now()
    options.onStage?.(name, now - clock)
    clock = now
  }
  const within = tables.length === 1 || options.duplicates === true
  const threshold = options.threshold ?? 0.5
  const { records, columns } = prepare(tables, { columns: options.columns ?? {}, within })
  stage('prepare')
  const blocking = {
    count: records.count,
    linkable: records.linkable,
    list: within ? null : records.list,
    largest: 3000,
  }
  const levels = levelsOf(records)
  const frequencies = frequenciesOf(records)
  const atoms = atomsOf(records)
  const rules = candidateRules(atoms)
  stage('atoms')
  const allPairs = pairCount(records, within)
  const random = randomPairs(blocking, 300_000, options.seed ?? 1)
  const u = sharesOf(levels.comparisons, patternsOf(levels, random))
  stage('u')
  const sample = seedPairs({ ...blocking, rules }, { wanted: 4000, most: 100, limit: 1_500_000 })
  stage('seeds')
  const patterns = patternsOf(levels, sample)
  const share = Math.min(1, (within ? 2 : 2) * (sample.seeds / records.count))
  const { model, posterior } = train(levels.comparisons, patterns, u, allPairs, share, 60)
  stage('train')
  const weigher = weigherOf(records, levels, model, frequencies)
  const choice = choose(sample, patterns.of, posterior, records.count)
  stage('rules')
  const edges = score({ ...blocking, rules: choice.rules }, weigher)
  stage('score')
  const { person, probability } = cluster(records, edges, weigher, within, Math.log2(threshold / (1 - threshold)))
  stage('cluster')
  return {
    ...numbered(tables, records, person, probability),
    *pairs() {
      const order = Uint32Array.from(edges.weight, (_, at) => at).sort(
        (a, b) => edges.weight[b]! - edges.weight[a]! || a - b,
      )
      for (const at of order) {
        const refs = [edges.one[at]!, edges.other[at]!].map((record) => ({
          list: records.list[record]!,
          row: records.row[record]!,
        }))
        const [a, b] = refs.sort((p, q) => p.list - q.list || p.row - q.row) as [EntryRef, EntryRef]
        yield { a, b, weight: edges.weight[at]!, probability: probabilityOf(edges.weight[at]!) }
      }
    },
    columns,
    rules: choice.rules.map(ruleName),
    missed: 1 - choice.coverage,
    model,
    compared: edges.compared,
  }
}

function pairCount(records: Records, within: boolean): number {
  if (within) return (records.count * (records.count - 1)) / 2
  const sizes = new Map<number, number>()
  for (const list of records.list) sizes.set(list, (sizes.get(list) ?? 0) + 1)
  let same = 0
  for (const size of sizes.values()) same += size * size
  return (records.count * records.count - same) / 2
}

function choose(sample: ReturnType<typeof seedPairs>, of: Int32Array, posterior: Float64Array, count: number) {
  const likely: number[] = []
  for (let at = 0; at < of.length; at++) if (posterior[of[at]!]! > 0.5) likely.push(at)
  const weights = Float64Array.from(likely, (at) => posterior[of[at]!]!)
  const samples = sample.rules.map(({ rule, cost }) => ({
    rule,
    cost,
    covers: likely.flatMap((at, number) => (agrees(rule, sample.one[at]!, sample.other[at]!) ? [number] : [])),
  }))
  const budget = 100 * Math.min(count, 100_000) + 15 * Math.max(0, count - 100_000)
  return chooseRules(samples, weights, budget, count * 0.3)
}

interface Edges {
  readonly one: Int32Array
  readonly other: Int32Array
  readonly weight: Float64Array
  readonly compared: number
}

function score(blocking: Blocking, weigher: Weigher): Edges {
  let one = new Int32Array(1 << 16)
  let other = new Int32Array(1 << 16)
  let weight = new Float64Array(1 << 16)
  let length = 0
  let compared = 0
  forEachPair(blocking, (a, b) => {
    compared++
    const bits = weigher.weight(a, b)
    if (bits < KEEP) return
    if (length === one.length) {
      one = grown(one, new Int32Array(length * 2))
      other = grown(other, new Int32Array(length * 2))
      weight = grown(weight, new Float64Array(length * 2))
    }
    one[length] = a < b ? a : b
    other[length] = a < b ? b : a
    weight[length++] = bits
  })
  return {
    one: one.subarray(0, length),
    other: other.subarray(0, length),
    weight: weight.subarray(0, length),
    compared,
  }
}

function grown<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from as never)
  return to
}

const LARGEST = 600

function cluster(records: Records, edges: Edges, weigher: Weigher, within: boolean, threshold: number) {
  const person = Int32Array.from({ length: records.count }, (_, at) => at)
  const probability = new Float64Array(records.count).fill(1)
  const settle = (members: readonly number[], cut: number): void => {
    const size = members.length
    const weights = new Float64Array(size * size)
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) {
        const same = !within && records.list[members[i]!] === records.list[members[j]!]
        const bits = same ? -30 : clipped(weigher.weight(members[i]!, members[j]!))
        weights[i * size + j] = bits
        weights[j * size + i] = bits
      }
    const lists = within ? null : Int32Array.from(members, (member) => records.list[member]!)
    const groups = agglomerate({ size, weights, lists, repeats: new Set() }, cut)
    const firsts = new Map<number, number>()
    for (const [at, member] of members.entries()) {
      const first = firsts.get(groups[at]!) ?? member
      firsts.set(groups[at]!, first)
      person[member] = first
      let inside = -Infinity
      let outside = -Infinity
      for (let other = 0; other < size; other++) {
        if (other === at) continue
        const bits = weights[at * size + other]!
        if (groups[other] === groups[at]) inside = Math.max(inside, bits)
        else outside = Math.max(outside, bits)
      }
      probability[member] = inside === -Infinity ? 1 - probabilityOf(Math.min(outside, 0)) : probabilityOf(inside)
    }
  }
  const divide = (least: number, part: Edges): void => {
    const root = components(records.count, part, least)
    const byRoot = new Map<number, number[]>()
    for (let at = 0; at < part.weight.length; at++) {
      if (part.weight[at]! < least) continue
      for (const record of [part.one[at]!, part.other[at]!]) {
        const members = byRoot.get(root[record]!)
        if (members === undefined) byRoot.set(root[record]!, [record])
        else members.push(record)
      }
    }
    for (const [top, all] of [...byRoot].sort(([a], [b]) => a - b)) {
      const members = [...new Set(all)].sort((a, b) => a - b)
      if (members.length <= LARGEST || least > 30) settle(members, threshold)
      else {
        const inside: number[] = []
        for (let at = 0; at < part.weight.length; at++)
          if (root[part.one[at]!] === top && part.weight[at]! >= least) inside.push(at)
        divide(least + 3, {
          one: Int32Array.from(inside, (at) => part.one[at]!),
          other: Int32Array.from(inside, (at) => part.other[at]!),
          weight: Float64Array.from(inside, (at) => part.weight[at]!),
          compared: 0,
        })
      }
    }
  }
  divide(Math.min(threshold, 0), edges)
  return { person, probability }
}

function clipped(weight: number): number {
  return Math.max(-20, Math.min(20, weight))
}

/** Persons numbered by first appearance in the lists as given. */
function numbered(tables: readonly Table[], records: Records, person: Int32Array, probability: Float64Array) {
  const persons = tables.map(({ rows }) => new Int32Array(rows))
  const probabilities = tables.map(({ rows }) => new Float64Array(rows))
  const at = tables.map(({ rows }) => new Int32Array(rows))
  for (let record = 0; record < records.count; record++) at[records.list[record]!]![records.row[record]!] = record
  const numbers = new Map<number, number>()
  for (const [list, rows] of at.entries())
    for (const [row, record] of rows.entries()) {
      const first = person[record]!
      const number = numbers.get(first) ?? numbers.size
      numbers.set(first, number)
      persons[list]![row] = number
      probabilities[list]![row] = probability[record]!
    }
  return { persons, probabilities, personCount: numbers.size }
}
