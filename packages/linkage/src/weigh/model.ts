/**
 * The Fellegi–Sunter model: for each level how often matches and non-matches show it ("A Theory for Record Linkage",
 * JASA 64, 1969), learned without labels by expectation–maximisation over pattern counts (Winkler 1988; Jaro 1989).
 */
import type { Patterns } from './patterns.ts'
import { excess, relativesOf } from './relatives.ts'
import type { Comparison } from './scorer.ts'

export interface Model {
  readonly comparisons: readonly Comparison[]
  /** Probability of each level among matches where both sides state something; index 0 is unused. */
  readonly m: readonly Float64Array[]
  /** The same among pairs that are no matches. */
  readonly u: readonly Float64Array[]
  /** Share of matches among all pairs. */
  readonly prior: number
}

/** log2(m/u) of each level of each comparison; 0 where nothing is stated. */
export function weightsOf({ m, u }: Model): readonly Float64Array[] {
  return m.map((shares, at) => shares.map((share, level) => (level === 0 ? 0 : Math.log2(share / u[at]![level]!))))
}

/** Shares of levels among random pairs; a level nobody showed gets half a pair. */
export function sharesOf(comparisons: readonly Comparison[], patterns: Patterns): readonly Float64Array[] {
  return comparisons.map(({ levels }, at) => {
    const counts = new Float64Array(levels.length).fill(0.5)
    counts[0] = 0
    for (let pattern = 0; pattern < patterns.counts.length; pattern++) {
      const level = patterns.levels[pattern * comparisons.length + at]!
      if (level > 0) counts[level]! += patterns.counts[pattern]!
    }
    return normalised(counts)
  })
}

/** The first guess counts as this many matches: lists of a dozen rows cannot tell how often a sex is wrong. */
const GUESSED = 20

/** What matches show before anything is learned: most agree, the rest spread downwards. */
export function firstGuess(comparisons: readonly Comparison[]): readonly Float64Array[] {
  return comparisons.map(({ levels }) => {
    const top = levels.indexOf('same')
    const shares = new Float64Array(levels.length)
    for (let level = 1; level < levels.length; level++)
      shares[level] = level > top ? 0.01 : level === top ? 0.8 : level === 1 ? 0.06 : 0.14 / Math.max(1, top - 2)
    return normalised(shares)
  })
}

/**
 * EM with u held: pairs that blocking missed do not bias u, and m is learned from the seeds' pairs. `share` is the part
 * of all pairs that the patterns stand for, so that the prior speaks of all pairs.
 */
export function train(
  comparisons: readonly Comparison[],
  patterns: Patterns,
  u: readonly Float64Array[],
  allPairs: number,
  share: number,
  rounds: number,
): { readonly model: Model; readonly posterior: Float64Array } {
  const width = comparisons.length
  const posterior = new Float64Array(patterns.counts.length)
  const relatives = relativesOf(comparisons)
  const guess = firstGuess(comparisons)
  let model: Model = { comparisons, m: guess, u, prior: Math.min(0.1, 0.5 / Math.sqrt(allPairs)) }
  for (let round = 0; round < rounds; round++) {
    const weights = weightsOf(model)
    const odds = Math.log2(model.prior / (1 - model.prior))
    const counts = guess.map((shares) => shares.map((value) => value * GUESSED))
    let matches = 0
    for (let pattern = 0; pattern < posterior.length; pattern++) {
      let weight = odds
      let shared = 0
      for (let at = 0; at < width; at++) {
        const bits = weights[at]![patterns.levels[pattern * width + at]!]!
        weight += bits
        if (relatives.shared[at] === 1) shared += bits
      }
      if (relatives.given >= 0) weight -= excess(patterns.levels[pattern * width + relatives.given]!, shared, odds)
      const probability = 1 / (1 + 2 ** -weight)
      posterior[pattern] = probability
      const expected = probability * patterns.counts[pattern]!
      matches += expected
      for (let at = 0; at < width; at++) counts[at]![patterns.levels[pattern * width + at]!]! += expected
    }
    const m = counts.map((levels) => {
      levels[0] = 0
      return normalised(levels)
    })
    const prior = Math.min(0.5, Math.max(1, matches) / share / allPairs)
    const moved = m.reduce(
      (most, shares, at) => Math.max(most, ...shares.map((value, level) => Math.abs(value - model.m[at]![level]!))),
      0,
    )
    model = { comparisons, m, u, prior }
    if (moved < 1e-5) break
  }
  return { model, posterior }
}

function normalised(counts: Float64Array): Float64Array {
  let total = 0
  for (const count of counts) total += count
  return counts.map((count) => count / total)
}
