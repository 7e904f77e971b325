/** Stepwise choice of pairwise dependence in sparse tables, with a bootstrap that repeats the choice. */
import { type BcaInterval, bcaInterval } from './bca.ts'
import { poissonCdf } from './distributions.ts'
import { facialSet } from './existence.ts'
import { closureOf, modelName, type Terms } from './hierarchy.ts'
import { eliminate, type Matrix } from './linear.ts'
import { unit } from './log-linear.ts'
import { FitError, fitPoisson, type PoissonFit, varianceOf } from './poisson-fit.ts'
import { createRandom } from './random.ts'
import { denseCounts, type OverlapTable } from './table.ts'

export interface SparseOptions {
  /** p-value below which a pair enters; 0.02 as in SparseMSE. */
  readonly threshold: number
  readonly replicates: number
  readonly seed: number
}

export const SPARSE_DEFAULTS: SparseOptions = { threshold: 0.02, replicates: 1000, seed: 1 }

export interface SparseFit {
  readonly model: string
  /** Pairs in the model, as bits of their two lists, in the order in which they entered. */
  readonly pairs: readonly number[]
  /** Those without anybody in common: their parameter is minus infinity. */
  readonly emptyPairs: readonly number[]
  readonly estimate: number
  readonly se: number
  readonly aic: number
  readonly bic: number
}

export interface SparseEstimate extends SparseFit {
  readonly interval: BcaInterval
  /** Bootstrap estimates, in the order drawn; Infinity where a replicate had none. */
  readonly replicates: Float64Array
}

/** What of a table the stepwise choice looks at; reused between replicates. */
interface Workspace {
  readonly lists: number
  readonly pairs: readonly number[]
  readonly counts: Float64Array
}

/**
 * Chan, Silverman and Vincent (2021), Multiple systems estimation for sparse capture data: inferential challenges when
 * there are nonoverlapping lists, JASA 116, 1297–1306, section 3: from main effects on, the pair with the smallest
 * p-value enters while that is below the threshold. The p-value of a pair is the one-sided Poisson tail of the number on
 * both lists, given its mean under the present model. A pair without anybody in common gets the parameter −∞: its cells
 * leave the table. A pair whose model has no estimate, or does not identify it, is passed over.
 */
export function sparseFit(table: OverlapTable, threshold = SPARSE_DEFAULTS.threshold): SparseFit {
  const counts = denseCounts(table)
  const work = workspaceOf(table.names.length, counts)
  const chosen = choose(work, threshold)
  const terms = closureOf(chosen.pairs, work.lists)
  const missed = Math.exp(chosen.fit.coefficients[0]!)
  const variance = varianceOf(chosen.fit, unit(chosen.fit.coefficients.length, 0))
  return {
    model: modelName(terms),
    pairs: chosen.pairs,
    emptyPairs: chosen.pairs.filter((pair) => overlap(counts, pair) === 0),
    estimate: table.observed + missed,
    se: Math.sqrt(missed + missed ** 2 * variance),
    aic: -2 * chosen.fit.logLikelihood + 2 * terms.length,
    bic: -2 * chosen.fit.logLikelihood + Math.log(table.observed) * terms.length,
  }
}

/**
 * `sparseFit` with a BCa interval: every replicate draws the observed people again (multinomial) and chooses its own
 * model; the jackknife leaves out one person of each history in turn (Chan et al. 2021, section 3.3).
 */
export function sparseEstimate(
  table: OverlapTable,
  options: Partial<SparseOptions> = {},
  progress?: (share: number) => void,
): SparseEstimate {
  const settings = { ...SPARSE_DEFAULTS, ...options }
  const fit = sparseFit(table, settings.threshold)
  const replicates = sparseReplicates(table, settings, 0, settings.replicates, progress)
  return withInterval(table, fit, replicates, settings.threshold)
}

/** Replicates numbered `from` … `to` − 1; each has a stream of random numbers of its own, so that parts can be shared out. */
export function sparseReplicates(
  table: OverlapTable,
  { threshold, seed }: SparseOptions,
  from: number,
  to: number,
  progress?: (share: number) => void,
): Float64Array {
  const probabilities = table.cells.map(({ count }) => count)
  const drawn = new Float64Array(table.cells.length)
  const counts = new Float64Array(2 ** table.names.length)
  const estimates = new Float64Array(to - from)
  for (let replicate = from; replicate < to; replicate++) {
    createRandom(seed, replicate).multinomial(table.observed, probabilities, drawn)
    counts.fill(0)
    table.cells.forEach(({ lists }, index) => {
      counts[lists] = drawn[index]!
    })
    estimates[replicate - from] = estimateOf(table.names.length, counts, table.observed, threshold)
    progress?.((replicate - from + 1) / (to - from))
  }
  return estimates
}

export function withInterval(
  table: OverlapTable,
  fit: SparseFit,
  replicates: Float64Array,
  threshold: number,
): SparseEstimate {
  const counts = denseCounts(table)
  const jackknife = table.cells.map(({ lists, count }) => {
    counts[lists] = count - 1
    const value = estimateOf(table.names.length, counts, table.observed - 1, threshold)
    counts[lists] = count
    return { value, weight: count }
  })
  return { ...fit, replicates, interval: bcaInterval(fit.estimate, replicates, jackknife) }
}

function estimateOf(lists: number, counts: Float64Array, observed: number, threshold: number): number {
  try {
    return observed + Math.exp(choose(workspaceOf(lists, counts), threshold).fit.coefficients[0]!)
  } catch (error) {
    // A replicate in which a list is empty or touches no other has no estimate: nothing bounds the number missed.
    if (error instanceof FitError) return Number.POSITIVE_INFINITY
    throw error
  }
}

function workspaceOf(lists: number, counts: Float64Array): Workspace {
  const pairs: number[] = []
  for (let a = 0; a < lists; a++) for (let b = a + 1; b < lists; b++) pairs.push((1 << a) | (1 << b))
  return { lists, pairs, counts }
}

function overlap(counts: Float64Array, pair: number): number {
  let sum = 0
  for (let history = pair; history < counts.length; history++) if ((history & pair) === pair) sum += counts[history]!
  return sum
}

interface Chosen {
  readonly pairs: readonly number[]
  readonly fit: PoissonFit
}

function choose(work: Workspace, threshold: number): Chosen {
  const totals = work.pairs.map((pair) => overlap(work.counts, pair))
  let pairs: readonly number[] = []
  let fitted = fitPairs(work, pairs)
  if (fitted === null) throw new FitError('independence of the lists has no estimate in this table')
  for (;;) {
    const candidates = work.pairs
      .map((pair, index) => {
        if (pairs.includes(pair)) return { pair, p: 1 }
        let mean = 0
        fitted!.histories.forEach((history, row) => {
          if ((history & pair) === pair) mean += fitted!.fit.fitted[row]!
        })
        const total = totals[index]!
        return { pair, p: Math.min(poissonCdf(total, mean), 1 - poissonCdf(total - 1, mean)) }
      })
      .filter(({ p }) => p < threshold)
      .sort((a, b) => a.p - b.p)
    let grown: Fitted | null = null
    for (const { pair } of candidates) {
      grown = fitPairs(work, [...pairs, pair])
      if (grown === null) continue
      pairs = [...pairs, pair]
      break
    }
    if (grown === null) return { pairs, fit: fitted.fit }
    fitted = grown
  }
}

interface Fitted {
  readonly fit: PoissonFit
  readonly histories: readonly number[]
}

/** Null where the estimate of a model with these pairs does not exist, or is not identified. */
function fitPairs({ lists, counts }: Workspace, pairs: readonly number[]): Fitted | null {
  const empty = pairs.filter((pair) => overlap(counts, pair) === 0)
  const terms: Terms = [
    0,
    ...Array.from({ length: lists }, (_, list) => 1 << list),
    ...pairs.filter((pair) => !empty.includes(pair)),
  ]
  const histories: number[] = []
  for (let history = 1; history < counts.length; history++) {
    if (!empty.some((pair) => (history & pair) === pair)) histories.push(history)
  }
  const values = new Float64Array(histories.length * terms.length)
  histories.forEach((history, row) => {
    for (let column = 0; column < terms.length; column++) {
      if ((history & terms[column]!) === terms[column]) values[row * terms.length + column] = 1
    }
  })
  const matrix: Matrix = { rows: histories.length, columns: terms.length, values }
  const y = Float64Array.from(histories, (history) => counts[history]!)
  if (facialSet(matrix, y).length < matrix.rows) return null
  if (eliminate(matrix).pivots.length < terms.length) return null
  return { fit: fitPoisson(matrix, y), histories }
}
