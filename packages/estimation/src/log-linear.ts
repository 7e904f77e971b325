/** Log-linear models of an overlap table, and the number on no list that each implies. */
import { chiSquaredTail } from './distributions.ts'
import { facialSet, isEstimable } from './existence.ts'
import { allHierarchicalModels, modelName, type Terms } from './hierarchy.ts'
import { eliminate, type Matrix, selectColumns, selectRows } from './linear.ts'
import { fitPoisson, type PoissonFit, varianceOf } from './poisson-fit.ts'
import { denseCounts, type OverlapTable } from './table.ts'

/**
 * `exists`: one finite estimate. `on_boundary`: some fitted means are zero, the number missed is still determined.
 * `not_identified`: the data fit many values of the number missed equally well.
 */
export type Existence = 'exists' | 'on_boundary' | 'not_identified'

export interface LogLinear {
  readonly model: string
  readonly terms: Terms
  readonly existence: Existence
  /** Cells whose fitted mean is zero at the boundary. */
  readonly dropped: number
  /** Everybody, on a list or not; null where it is not identified. */
  readonly estimate: number | null
  readonly se: number | null
  readonly deviance: number
  readonly df: number
  /** p-value of the deviance; null for a saturated model. */
  readonly fitP: number | null
  readonly aic: number
  readonly bic: number
  /** Coefficient and standard error of each term that could be estimated. */
  readonly coefficients: readonly { readonly term: number; readonly value: number; readonly se: number }[]
}

/** Rows are the histories 1 … 2^t − 1, columns the terms: 1 where the history holds all lists of the term. */
export function designOf(lists: number, terms: Terms): Matrix {
  const rows = 2 ** lists - 1
  const values = new Float64Array(rows * terms.length)
  for (let history = 1; history <= rows; history++) {
    terms.forEach((term, column) => {
      if ((history & term) === term) values[(history - 1) * terms.length + column] = 1
    })
  }
  return { rows, columns: terms.length, values }
}

/** The part of a model that a table can bear: cells of the facial set, and independent columns. */
export interface BoundaryModel {
  readonly matrix: Matrix
  readonly counts: Float64Array
  readonly terms: Terms
  readonly existence: Existence
  readonly dropped: number
}

export function boundaryModel(counts: Float64Array, lists: number, terms: Terms): BoundaryModel {
  const full = designOf(lists, terms)
  const cells = counts.subarray(1)
  const facial = facialSet(full, cells)
  if (facial.length === full.rows) return { matrix: full, counts: cells, terms, existence: 'exists', dropped: 0 }
  const matrix = selectRows(full, facial)
  const missing = new Float64Array(terms.length)
  missing[terms.indexOf(0)] = 1
  const existence = isEstimable(matrix, missing) ? 'on_boundary' : 'not_identified'
  const { pivots } = eliminate(matrix)
  return {
    matrix: selectColumns(matrix, pivots),
    counts: Float64Array.from(facial, (row) => cells[row]!),
    terms: pivots.map((column) => terms[column]!),
    existence,
    dropped: full.rows - facial.length,
  }
}

/**
 * Fits one model to the 2^t − 1 observed histories (Fienberg 1972, Biometrika 59, 591–603; Cormack 1989, Biometrics 45,
 * 395–413). N = n + exp γ₀, where γ₀ is the intercept, the log mean of the history of zeros; its variance is
 * exp γ₀ + exp(2γ₀) var γ₀ (Rivest and Lévesque 2001, Canadian Journal of Statistics 29, equation 4). BIC counts people,
 * n, as observations; AIC and BIC count all terms of the model, also where the estimate lies on the boundary.
 */
export function fitLogLinear(table: OverlapTable, terms: Terms): LogLinear {
  return logLinearOf(denseCounts(table), table.names.length, table.observed, terms)
}

function logLinearOf(counts: Float64Array, lists: number, observed: number, terms: Terms): LogLinear {
  const bounded = boundaryModel(counts, lists, terms)
  const fit = fitPoisson(bounded.matrix, bounded.counts)
  const df = bounded.counts.length - bounded.terms.length
  return {
    model: modelName(terms),
    terms,
    existence: bounded.existence,
    dropped: bounded.dropped,
    ...(bounded.existence === 'not_identified'
      ? { estimate: null, se: null }
      : abundance(fit, bounded.terms, observed)),
    deviance: fit.deviance,
    df,
    fitP: df > 0 ? chiSquaredTail(fit.deviance, df) : null,
    aic: -2 * fit.logLikelihood + 2 * terms.length,
    bic: -2 * fit.logLikelihood + Math.log(observed) * terms.length,
    coefficients: bounded.terms.map((term, index) => ({
      term,
      value: fit.coefficients[index]!,
      se: Math.sqrt(varianceOf(fit, unit(bounded.terms.length, index))),
    })),
  }
}

export function unit(size: number, index: number): Float64Array {
  const vector = new Float64Array(size)
  vector[index] = 1
  return vector
}

function abundance(fit: PoissonFit, terms: Terms, observed: number): { estimate: number; se: number } {
  const intercept = terms.indexOf(0)
  const missed = Math.exp(fit.coefficients[intercept]!)
  const variance = varianceOf(fit, unit(terms.length, intercept))
  return { estimate: observed + missed, se: Math.sqrt(missed + missed ** 2 * variance) }
}

/** Every hierarchical model of a table of three or four lists, best BIC first. */
export function fitAllLogLinear(table: OverlapTable): readonly LogLinear[] {
  const counts = denseCounts(table)
  const lists = table.names.length
  if (lists > 4) throw new RangeError(`${lists} lists have too many models to fit them all; use stepwise selection`)
  return allHierarchicalModels(lists)
    .map((terms) => logLinearOf(counts, lists, table.observed, terms))
    .sort(byBic)
}

export function byBic(
  a: { readonly bic: number; readonly model: string },
  b: { readonly bic: number; readonly model: string },
) {
  return a.bic - b.bic || (a.model < b.model ? -1 : 1)
}
