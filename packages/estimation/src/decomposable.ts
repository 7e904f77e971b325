/** Bayesian model averaging over decomposable graphs of the lists. */
import { logGamma } from './distributions.ts'
import { type OverlapTable, sizeOf } from './table.ts'

export interface DecomposableOptions {
  /** Prior people in each cell of the full table; 2^−t by default, one person in all. */
  readonly delta?: number
  /** The fewest and the most people missed that are considered; by default 1 and `defaultMostMissed`. */
  readonly fewestMissed?: number
  readonly mostMissed?: number
  /**
   * Prior of the number N: `total`: 1/N (the default; also what dga 2.0.2 computes); `missed`: 1/(N − n), what its
   * documentation says; `flat`.
   */
  readonly prior?: 'total' | 'missed' | 'flat'
  /** Leaves the complete graph out: it fits every table and takes what is missed from the prior alone. */
  readonly withoutSaturated?: boolean
}

export interface GraphPosterior {
  /** Edges as bits of the pair's two lists. */
  readonly edges: readonly number[]
  /** Cliques, as a model name in the manner of log-linear models is written. */
  readonly cliques: readonly number[]
  readonly probability: number
  /** Posterior mean of N under this graph. */
  readonly mean: number
}

export interface DecomposablePosterior {
  readonly median: number
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Posterior probability of the numbers missed from `from[i]` to `from[i] + width[i] − 1`. */
  readonly from: Float64Array
  readonly width: Float64Array
  readonly share: Float64Array
  /** Best first. */
  readonly graphs: readonly GraphPosterior[]
  /** Probability that the posterior puts on its last hundredth of the range: near 0 unless the range cuts it off. */
  readonly atEdge: number
  readonly prior: string
}

/** A decomposable graph: its edges, and how often each set of lists counts as clique (+) or separator (−). */
export interface DecomposableGraph {
  readonly edges: readonly number[]
  readonly factors: readonly { readonly lists: number; readonly times: number }[]
}

const graphsByLists = new Map<number, readonly DecomposableGraph[]>()

/**
 * Every decomposable (chordal) graph on up to five lists: 1, 2, 8, 61, 822. A graph is chordal exactly when vertices can
 * be taken away one by one, each with its neighbours N(v) forming a clique (Fulkerson and Gross 1965, Pacific Journal of
 * Mathematics 15); the joint distribution is then the product of p(v, N(v)) / p(N(v)), and what cancels is left out.
 */
export function decomposableGraphs(lists: number): readonly DecomposableGraph[] {
  if (lists > MOST_GRAPH_LISTS) throw new RangeError(`${lists} lists: decomposable graphs are listed for at most 5`)
  const known = graphsByLists.get(lists)
  if (known !== undefined) return known
  const pairs: number[] = []
  for (let a = 0; a < lists; a++) for (let b = a + 1; b < lists; b++) pairs.push((1 << a) | (1 << b))
  const graphs: DecomposableGraph[] = []
  for (let choice = 0; choice < 2 ** pairs.length; choice++) {
    const edges = pairs.filter((_, index) => (choice >> index) & 1)
    const factors = factorsOf(edges, lists)
    if (factors !== null) graphs.push({ edges, factors })
  }
  graphsByLists.set(lists, graphs)
  return graphs
}

export const MOST_GRAPH_LISTS = 5

function factorsOf(edges: readonly number[], lists: number): DecomposableGraph['factors'] | null {
  const neighbours = Array.from({ length: lists }, (_, list) =>
    edges.reduce((bits, edge) => ((edge >> list) & 1 ? bits | (edge & ~(1 << list)) : bits), 0),
  )
  const times = new Map<number, number>()
  const count = (set: number, by: number) => times.set(set, (times.get(set) ?? 0) + by)
  let left = 2 ** lists - 1
  while (left !== 0) {
    const taken = neighbours.findIndex((around, list) => {
      const here = around & left
      return (
        (left >> list) & 1 &&
        neighbours.every((theirs, other) => !((here >> other) & 1) || (here & ~(1 << other) & ~theirs) === 0)
      )
    })
    if (taken === -1) return null
    const around = neighbours[taken]! & left
    count(around | (1 << taken), 1)
    if (around !== 0) count(around, -1)
    left &= ~(1 << taken)
  }
  return [...times].filter(([, by]) => by !== 0).map(([set, by]) => ({ lists: set, times: by }))
}

/** Fifteen times the people observed, and at least a thousand. */
export function defaultMostMissed(observed: number): number {
  return Math.max(1000, 15 * observed)
}

/** Bins of the number missed: one wide up to 2,000, then a thousandth of their place. */
function bins(fewest: number, most: number): { readonly from: Float64Array; readonly width: Float64Array } {
  const from: number[] = []
  const width: number[] = []
  for (let at = fewest; at <= most; ) {
    const wide = Math.min(Math.max(1, Math.floor((at - 1000) / 1000)), most - at + 1)
    from.push(at)
    width.push(wide)
    at += wide
  }
  return { from: Float64Array.from(from), width: Float64Array.from(width) }
}

/**
 * The posterior of N averaged over all decomposable graphs, equally likely a priori, with hyper-Dirichlet(δ) cell
 * probabilities (Madigan and York 1997, Bayesian methods for estimation of the size of a closed population, Biometrika
 * 84, 19–31, equations 3–6; Dawid and Lauritzen 1993). For each number missed the marginal likelihood is
 * N!/(n₀! Π nᵢ!) Π over cliques ÷ Π over separators of Γ(α) / Γ(N + α) Π over cells Γ(n + α_c) / Γ(α_c), where a cell of
 * c of t lists has α_c = δ 2^(t − c) and α = δ 2^t. The sum over
 * n₀ is exact up to 2,000 missed and by midpoints of bins a thousandth as wide as n₀ beyond: nothing is drawn.
 */
export function averageDecomposable(table: OverlapTable, options: DecomposableOptions = {}): DecomposablePosterior {
  const lists = table.names.length
  const { prior = 'total', mostMissed = defaultMostMissed(table.observed), delta = 2 ** -lists } = options
  const graphs = decomposableGraphs(lists).filter(
    ({ edges }) => !(options.withoutSaturated && edges.length === (lists * (lists - 1)) / 2),
  )
  const fewestMissed = Math.max(options.fewestMissed ?? 1, prior === 'missed' ? 1 : 0)
  const { from, width } = bins(fewestMissed, mostMissed)
  const range = from.length
  const n = table.observed
  const total = delta * 2 ** lists

  const middle = from.map((first, i) => first + (width[i]! - 1) / 2)
  const common = middle.map((missed, i) => {
    const logPrior = prior === 'total' ? -Math.log(n + missed) : prior === 'missed' ? -Math.log(missed) : 0
    return Math.log(width[i]!) + logPrior + logGamma(n + missed + 1) - logGamma(missed + 1)
  })
  const atTotal = middle.map((missed) => logGamma(n + missed + total))
  const bySet = new Map<number, Float64Array>()
  for (const set of new Set(graphs.flatMap(({ factors }) => factors.map((factor) => factor.lists)))) {
    bySet.set(set, marginal(table, set, delta, middle, atTotal))
  }

  const logWeights = new Float64Array(range)
  const weigh = ({ factors }: DecomposableGraph): number => {
    logWeights.set(common)
    for (const { lists: set, times } of factors) {
      const values = bySet.get(set)!
      for (let i = 0; i < range; i++) logWeights[i]! += times * values[i]!
    }
    let highest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < range; i++) if (logWeights[i]! > highest) highest = logWeights[i]!
    return highest
  }
  let highest = Number.NEGATIVE_INFINITY
  for (const graph of graphs) highest = Math.max(highest, weigh(graph))
  const share = new Float64Array(range)
  const weighed = graphs.map((graph) => {
    if (weigh(graph) < highest - 45) return { graph, weight: 0, moment: 0 }
    let weight = 0
    let moment = 0
    for (let i = 0; i < range; i++) {
      const distance = logWeights[i]! - highest
      if (distance < -45) continue
      const part = Math.exp(distance)
      share[i]! += part
      weight += part
      moment += part * (n + middle[i]!)
    }
    return { graph, weight, moment }
  })
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  for (let i = 0; i < range; i++) share[i]! /= whole
  const at = (p: number): number => {
    let sum = 0
    for (let i = 0; i < range; i++) {
      if (sum + share[i]! >= p) return n + from[i]! + Math.floor(((p - sum) / share[i]!) * width[i]!)
      sum += share[i]!
    }
    return n + mostMissed
  }
  return {
    median: at(0.5),
    low: at(0.025),
    high: at(0.975),
    mean: weighed.reduce((sum, { moment }) => sum + moment, 0) / whole,
    from,
    width,
    share,
    graphs: weighed
      .map(({ graph, weight, moment }) => ({
        edges: graph.edges,
        cliques: graph.factors.filter(({ times }) => times > 0).map((factor) => factor.lists),
        probability: weight / whole,
        mean: weight === 0 ? Number.NaN : moment / weight,
      }))
      .sort((a, b) => b.probability - a.probability),
    atEdge: share.reduce((sum, part, i) => (from[i]! > 0.99 * mostMissed ? sum + part : sum), 0),
    prior: `every decomposable graph equally likely${options.withoutSaturated ? ', without the complete one' : ''}; hyper-Dirichlet with ${delta} people a cell; N in proportion to ${prior === 'total' ? '1/N' : prior === 'missed' ? '1/(N − n)' : '1'}, from ${n + fewestMissed} to ${n + mostMissed}`,
  }
}

/** log of Γ(α)/Γ(N + α) Π Γ(n + α_c)/Γ(α_c) over the table of some of the lists, for each number missed. */
function marginal(
  table: OverlapTable,
  set: number,
  delta: number,
  middle: Float64Array,
  atTotal: Float64Array,
): Float64Array {
  const counts = new Map<number, number>()
  for (const cell of table.cells) counts.set(cell.lists & set, (counts.get(cell.lists & set) ?? 0) + cell.count)
  const lists = table.names.length
  const alpha = delta * 2 ** (lists - sizeOf(set))
  let fixed = logGamma(delta * 2 ** lists) - logGamma(alpha)
  for (const [history, count] of counts) if (history !== 0) fixed += logGamma(count + alpha) - logGamma(alpha)
  const unlisted = (counts.get(0) ?? 0) + alpha
  return atTotal.map((value, i) => fixed - value + logGamma(unlisted + middle[i]!))
}
