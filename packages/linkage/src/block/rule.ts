/** Blocking rules: conjunctions of atoms, chosen together for the likely pairs they cover at what cost. */
import { mix } from '../seeded.ts'
import type { Atom } from './atom.ts'

/** Records that agree on every atom of a rule are compared; a rule has one atom or two. */
export interface Rule {
  readonly atoms: readonly Atom[]
}

export function ruleName({ atoms }: Rule): string {
  return atoms.map(({ name }) => name).join(' + ')
}

/** Every atom, and every two atoms of different fields. */
export function candidateRules(atoms: readonly Atom[]): readonly Rule[] {
  const rules: Rule[] = atoms.map((atom) => ({ atoms: [atom] }))
  for (const [at, one] of atoms.entries())
    for (const other of atoms.slice(at + 1))
      if (!one.fields.some((field) => other.fields.includes(field))) rules.push({ atoms: [one, other] })
  return rules
}

/** Keys of a rule's one or two atoms; the same twice where it has one. */
export function columnsOf({ atoms }: Rule): readonly [Int32Array, Int32Array] {
  return [atoms[0]!.keys, atoms[atoms.length - 1]!.keys]
}

/** Hash of what a record states for a rule; -1 where one of the two is not stated. */
export function hashOf(one: number, other: number): number {
  if (one < 0 || other < 0) return -1
  return mix(Math.imul(one, 0x9e3779b1) ^ Math.imul(other + 0x2545f491, 0x85ebca6b)) >>> 1
}

export function agrees({ atoms }: Rule, one: number, other: number): boolean {
  for (const { keys } of atoms) {
    const value = keys[one]!
    if (value < 0 || value !== keys[other]!) return false
  }
  return true
}

/** What a rule is known to do from a sample of records: which likely pairs it finds, and how many pairs it makes. */
export interface RuleSample {
  readonly rule: Rule
  /** Pairs in the whole data, estimated. */
  readonly cost: number
  /** Weight of each likely pair of the sample that the rule finds, by the pair's number. */
  readonly covers: readonly number[]
}

export interface Choice {
  readonly rules: readonly Rule[]
  /** Share of the sample's likely matches that the rules find. */
  readonly coverage: number
  readonly cost: number
}

/**
 * Worth of finding a likely pair that so many chosen rules find already: a pair that errors hide from one rule is still
 * found by another, and what the sample does not show is found too.
 */
const AGAIN = [1, 0.2, 0.05, 0]

/** Rules that a choice holds at most: `forEachPair` keeps a bit for each. */
export const MOST_RULES = 32

/** How many pairs may be compared. */
export interface Budget {
  readonly most: number
  /** Pairs that may be spent freely; beyond, a rule must bring one new match for every `pairsPerMatch` pairs. */
  readonly free: number
  readonly pairsPerMatch: number
  /** Matches in the whole data for each of the sample. */
  readonly scale: number
  /** Cost of a rule by itself, in pairs. */
  readonly overhead: number
}

/**
 * Greedy weighted cover under a budget of pairs (Chvátal 1979 for the cover; Bilenko, Kamath and Mooney, "Adaptive
 * Blocking", ICDM 2006, for rules as its sets). `weights` are the likely pairs' probabilities.
 */
export function chooseRules(samples: readonly RuleSample[], weights: Float64Array, budget: Budget): Choice {
  let total = 0
  for (const weight of weights) total += weight
  const covered = new Uint8Array(weights.length)
  const chosen: RuleSample[] = []
  let reached = 0
  let cost = 0
  const left = new Set(samples)
  while (chosen.length < MOST_RULES) {
    let best: RuleSample | null = null
    let bestValue = 0
    let bestGain = 0
    for (const sample of left) {
      if (cost + sample.cost > budget.most) continue
      let gain = 0
      for (const pair of sample.covers) gain += weights[pair]! * AGAIN[covered[pair]!]!
      const value = gain / (sample.cost + budget.overhead)
      if (value > bestValue) {
        best = sample
        bestValue = value
        bestGain = gain
      }
    }
    if (best === null || bestGain < total * 0.0001) break
    let fresh = 0
    for (const pair of best.covers) if (covered[pair] === 0) fresh += weights[pair]!
    const spent = cost + best.cost + budget.overhead
    if (spent > budget.free && best.cost + budget.overhead > fresh * budget.scale * budget.pairsPerMatch) {
      left.delete(best)
      continue
    }
    left.delete(best)
    chosen.push(best)
    cost += best.cost
    for (const pair of best.covers) {
      if (covered[pair] === 0) reached += weights[pair]!
      if (covered[pair]! < AGAIN.length - 1) covered[pair]!++
    }
  }
  return { rules: chosen.map(({ rule }) => rule), coverage: total === 0 ? 1 : reached / total, cost }
}
