/** Who is who: lists in, persons out. */
import { atomsOf } from './block/atom.ts'
import { type Blocking, forEachPair } from './block/pairs.ts'
import { agrees, candidateRules, chooseRules, ruleName } from './block/rule.ts'
import { randomPairs, seedPairs } from './block/sample.ts'
import { draws, type Edges, partition } from './cluster/partition.ts'
import type { ColumnReading } from './fields/columns.ts'
import type { Records } from './fields/field.ts'
import { prepare } from './fields/prepare.ts'
import type { Role } from './fields/roles.ts'
import type { Table } from './table.ts'
import { type ExternalFrequencies, frequenciesOf } from './weigh/frequency.ts'
import { type Model, sharesOf, train } from './weigh/model.ts'
import { patternsOf } from './weigh/patterns.ts'
import { levelsOf } from './weigh/scorer.ts'
import { probabilityOf, type Weigher, weigherOf } from './weigh/weigher.ts'

export interface LinkOptions {
  /** Role by header, before what headers say themselves. */
  readonly columns?: Readonly<Record<string, Role>>
  /** Lists may hold a person twice: all of them, or each by its place. A single list is searched unless its place says no. */
  readonly duplicates?: boolean | readonly boolean[]
  /** How common values are beyond the lists, by field (`given`, `middle`, `family`, `place` …). */
  readonly frequencies?: ExternalFrequencies
  /** Probability from which two entries are one person. */
  readonly threshold?: number
  readonly seed?: number
  /** People's decisions: entries that are one person, and that are not. Nothing overrides them. */
  readonly same?: readonly (readonly [EntryRef, EntryRef])[]
  readonly different?: readonly (readonly [EntryRef, EntryRef])[]
  /** Called when a stage is done, with its name. */
  readonly onStage?: (stage: string) => void
}

/** What people decided on entries; nothing overrides it. */
export interface EntryDecisions {
  /** Entries that are one person. */
  readonly same: readonly (readonly [EntryRef, EntryRef])[]
  /** Entries that are not one person. */
  readonly different: readonly (readonly [EntryRef, EntryRef])[]
  /** Entries that are nobody's: each stays a person of its own and holds no others together. */
  readonly alone: readonly EntryRef[]
}

/** Who is who: for each list the person of each row, and how sure its place is. */
export interface Settlement {
  /** For each list the person of each row: numbers from 0 by first appearance. */
  readonly persons: readonly Int32Array[]
  /** For each list how sure each row's place is: of belonging to its person, or where alone of being alone. */
  readonly probabilities: readonly Float64Array[]
  readonly personCount: number
  /** Persons that hang together by one weak join, with its probability. */
  readonly weak: readonly { readonly person: number; readonly probability: number }[]
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

export interface Linkage extends Settlement {
  /** Pairs that were compared and kept, best first. */
  pairs(): Iterable<ScoredPair>
  readonly columns: readonly ColumnReading[]
  readonly rules: readonly string[]
  /** Estimated share of matching pairs that no blocking rule brought together. */
  readonly missed: number
  readonly model: Model
  readonly compared: number
  /** Entries that name a group or nobody. */
  readonly alone: number
  /** Entries in blocks so large that a rule left them to the other rules. */
  readonly tooCommon: number
  /** The same pairs settled anew under other decisions: no weight changes, so that people's answers never retrain it. */
  settle(decisions: EntryDecisions): Settlement
  /** The weight of a pair as a waterfall: prior, then what each comparison adds. */
  explain(a: EntryRef, b: EntryRef): ReturnType<Weigher['explain']>
  /**
   * Draws of the partition from what is uncertain: for each list the person of each row. Under the decisions that the
   * linkage was made with, or others.
   */
  draws(wanted: number, seed: number, decisions?: EntryDecisions): Iterable<readonly Int32Array[]>
}

const KEEP = -5

export function link(tables: readonly Table[], options: LinkOptions = {}): Linkage {
  const stage = (name: string): void => options.onStage?.(name)
  const mayRepeat = tables.map((_, list) => repeats(options.duplicates, list, tables.length))
  const within = mayRepeat.every((one) => one)
  const threshold = options.threshold ?? 0.5
  const { records, columns } = prepare(tables, { columns: options.columns ?? {}, within })
  stage('prepare')
  const blocking = {
    count: records.count,
    linkable: records.linkable,
    list: within ? null : keptApart(records, mayRepeat),
    largest: 3000,
  }
  const levels = levelsOf(records)
  const frequencies = frequenciesOf(records, options.frequencies)
  const atoms = atomsOf(records)
  const rules = candidateRules(atoms)
  stage('atoms')
  const allPairs = pairCount(records, mayRepeat)
  const random = randomPairs(blocking, 200_000, options.seed ?? 1)
  const u = sharesOf(levels.comparisons, patternsOf(levels, random))
  stage('u')
  const sample = seedPairs({ ...blocking, rules }, { wanted: 2000, most: 250, limit: 1_000_000 })
  stage('seeds')
  const patterns = patternsOf(levels, sample)
  const share = Math.min(1, (2 * sample.seeds * sample.scanned) / records.count)
  const { model, posterior } = train(levels.comparisons, patterns, u, allPairs, share, 60)
  stage('train')
  const weigher = weigherOf(records, levels, model, frequencies)
  const choice = choose(sample, patterns.of, posterior, records.count)
  stage('rules')
  const { edges, compared, tooCommon } = score({ ...blocking, rules: choice.rules }, weigher)
  stage('score')
  const recordAt = recordsByRow(tables, records)
  const pair = ([a, b]: readonly [EntryRef, EntryRef]) =>
    [recordAt[a.list]![a.row]!, recordAt[b.list]![b.row]!] as const
  const ground = (given: EntryDecisions) => ({
    records,
    edges,
    weigher,
    list: blocking.list,
    decisions: {
      same: given.same.map(pair),
      different: given.different.map(pair),
      alone: new Set(given.alone.map(({ list, row }) => recordAt[list]![row]!)),
    },
  })
  const own: EntryDecisions = { same: options.same ?? [], different: options.different ?? [], alone: [] }
  const settle = (decisions: EntryDecisions): Settlement => {
    const settled = partition(ground(decisions), Math.log2(threshold / (1 - threshold)))
    const { persons, numbers } = numbering(recordAt, settled.person)
    return {
      persons,
      probabilities: recordAt.map((rows) => Float64Array.from(rows, (record) => settled.probability[record]!)),
      personCount: numbers.size,
      weak: [...settled.weak].map(([first, probability]) => ({ person: numbers.get(first)!, probability })),
    }
  }
  const settled = settle(own)
  stage('cluster')
  const refOf = (record: number): EntryRef => ({ list: records.list[record]!, row: records.row[record]! })
  return {
    ...settled,
    settle,
    *pairs() {
      const order = Uint32Array.from(edges.weight, (_, at) => at)
      order.sort((a, b) => edges.weight[b]! - edges.weight[a]! || a - b)
      for (const at of order) {
        const refs = [refOf(edges.one[at]!), refOf(edges.other[at]!)]
        const [a, b] = refs.sort((p, q) => p.list - q.list || p.row - q.row) as [EntryRef, EntryRef]
        yield { a, b, weight: edges.weight[at]!, probability: probabilityOf(edges.weight[at]!) }
      }
    },
    columns,
    rules: choice.rules.map(ruleName),
    missed: Math.max(0, 1 - choice.coverage),
    model,
    compared,
    alone: records.linkable.reduce((sum, one) => sum + (1 - one), 0),
    tooCommon: choice.rules.length > 0 ? tooCommon : Math.round(sample.crowded * records.count),
    explain: (a, b) => weigher.explain(...pair([a, b])),
    *draws(wanted, seed, decisions = own) {
      for (const person of draws(ground(decisions), wanted, seed)) yield numbering(recordAt, person).persons
    },
  }
}

function repeats(duplicates: LinkOptions['duplicates'], list: number, lists: number): boolean {
  return typeof duplicates === 'object' ? duplicates[list] === true : duplicates === true || lists === 1
}

/** Number by which records are kept apart: their list's, or where it may repeat a person one of their own below 0. */
function keptApart(records: Records, mayRepeat: readonly boolean[]): Int32Array {
  return records.list.map((list, at) => (mayRepeat[list] === true ? -1 - at : list))
}

/** Pairs of entries that may be linked. */
function pairCount(records: Records, mayRepeat: readonly boolean[]): number {
  const sizes = new Map<number, number>()
  let all = 0
  for (let at = 0; at < records.count; at++) {
    if (records.linkable[at] === 0) continue
    all++
    sizes.set(records.list[at]!, (sizes.get(records.list[at]!) ?? 0) + 1)
  }
  let never = 0
  for (const [list, size] of sizes) if (mayRepeat[list] !== true) never += (size * (size - 1)) / 2
  return Math.max(1, (all * (all - 1)) / 2 - never)
}

function choose(sample: ReturnType<typeof seedPairs>, of: Int32Array, posterior: Float64Array, count: number) {
  const likely: number[] = []
  for (let at = 0; at < of.length; at++) if (posterior[of[at]!]! > 0.5) likely.push(at)
  const weights = Float64Array.from(likely, (at) => posterior[of[at]!]!)
  const samples = sample.rules.map(({ rule, cost, crowded }) => ({
    rule,
    cost,
    covers: likely.flatMap((at, number) => {
      const one = sample.one[at]!
      const other = sample.other[at]!
      return agrees(rule, one, other) && !crowded.has(one) && !crowded.has(other) ? [number] : []
    }),
  }))
  return chooseRules(samples, weights, {
    most: 100 * Math.min(count, 100_000) + 15 * Math.max(0, count - 100_000),
    free: 3_000_000,
    pairsPerMatch: 200,
    scale: count / sample.seeds / sample.scanned / 2,
    overhead: count / 8,
  })
}

function score(blocking: Blocking, weigher: Weigher): { edges: Edges; compared: number; tooCommon: number } {
  let one = new Int32Array(1 << 16)
  let other = new Int32Array(1 << 16)
  let weight = new Float64Array(1 << 16)
  let length = 0
  let compared = 0
  const tooCommon = forEachPair(blocking, (a, b) => {
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
  const edges = { one: one.subarray(0, length), other: other.subarray(0, length), weight: weight.subarray(0, length) }
  return { edges, compared, tooCommon }
}

function grown<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from)
  return to
}

/** Record of each row of each list. */
function recordsByRow(tables: readonly Table[], records: Records): readonly Int32Array[] {
  const at = tables.map(({ rows }) => new Int32Array(rows))
  for (let record = 0; record < records.count; record++) at[records.list[record]!]![records.row[record]!] = record
  return at
}

/** Persons numbered from 0 by first appearance in the lists as given; `numbers` by their first record. */
function numbering(recordAt: readonly Int32Array[], person: Int32Array) {
  const numbers = new Map<number, number>()
  const persons = recordAt.map((rows) =>
    Int32Array.from(rows, (record) => {
      const first = person[record]!
      const number = numbers.get(first) ?? numbers.size
      numbers.set(first, number)
      return number
    }),
  )
  return { persons, numbers }
}
