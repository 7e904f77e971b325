/** Models in which people, or their behaviour after a first listing, differ: Rcapture's closed-population family. */
import { chiSquaredTail } from './distributions.ts'
import { facialSet } from './existence.ts'
import { type Matrix, matrixOf, selectColumns, solveFactored } from './linear.ts'
import { unit } from './log-linear.ts'
import { FitError, fitPoisson, type PoissonFit, varianceOf } from './poisson-fit.ts'
import { denseCounts, type OverlapTable, sizeOf } from './table.ts'

export interface ClosedPopulation {
  readonly model: string
  readonly estimate: number
  /** As Rcapture prints it; see `deltaSe`. */
  readonly se: number
  /** The standard error by the delta method: differs from `se` in Mbh only. */
  readonly deltaSe: number
  readonly deviance: number
  readonly df: number
  readonly fitP: number | null
  readonly aic: number
  readonly bic: number
  /** Chao's models estimate a lower bound. */
  readonly bound: boolean
  /** Its capture probabilities lie between 0 and 1, and its estimate is not below the people counted. */
  readonly possible: boolean
}

/** How the log odds of being listed vary between people: the column that a model adds for a history of size k. */
const SHAPES = {
  /** Rivest and Baillargeon (2007), Biometrics 63, section 3: Poisson-like, 2ᵏ − 1. */
  Poisson2: (k: number) => 2 ** k - 1,
  /** Darroch et al. (1993), JASA 88, 1137–1148: normal random effects, k²/2. */
  Darroch: (k: number) => k ** 2 / 2,
  /** Rivest and Baillargeon (2007): gamma random effects, −log(3.5 + k) + log 3.5. */
  'Gamma3.5': (k: number) => -Math.log(3.5 + k) + Math.log(3.5),
} as const

/**
 * M0 (one probability), Mt (one a list), Mh and Mth (people differ), Mb and Mbh (a first listing changes the next), as
 * Poisson regressions on the histories: Baillargeon and Rivest (2007), Rcapture, Journal of Statistical Software 19(5),
 * table 2. Mb and Mbh depend on the order of the lists and are meant for repeated trapping; for lists of the dead they
 * are given for comparison only. A model whose estimate does not exist in this table is left out. Standard errors are taken where R's glm stops, to agree with Rcapture in print.
 */
export function fitClosedPopulations(table: OverlapTable): readonly ClosedPopulation[] {
  const lists = table.names.length
  if (lists < 2) return []
  const counts = denseCounts(table).subarray(1)
  const histories = Array.from(counts, (_, index) => index + 1)
  const same = histories.map((history) => [1, sizeOf(history)])
  const byList = histories.map((history) => [1, ...table.names.map((_, list) => (history >>> list) & 1)])
  const models: ClosedPopulation[] = []
  const attempt = (fit: () => ClosedPopulation | null) => {
    try {
      const made = fit()
      if (made !== null) models.push(made)
    } catch (error) {
      if (!(error instanceof FitError)) throw error
    }
  }
  const add = (model: string, rows: readonly (readonly number[])[]) =>
    attempt(() => {
      const matrix = matrixOf(rows, rows[0]!.length)
      if (matrix.columns > counts.length || !exists(matrix, counts)) return null
      return fromIntercept(model, fitPoisson(matrix, counts, 'glm'), counts.length, table.observed, false)
    })
  add('M0', same)
  add('Mt', byList)
  for (const [letter, base] of [
    ['Mh', same],
    ['Mth', byList],
  ] as const) {
    const enough = base[0]!.length < counts.length && lists >= 3
    if (!enough) continue
    attempt(() => chao(`${letter} Chao`, base, histories, counts, table))
    for (const [name, shape] of Object.entries(SHAPES)) {
      add(
        `${letter} ${name}`,
        base.map((row, index) => [...row, shape(sizeOf(histories[index]!))]),
      )
    }
  }
  if (lists >= 3) {
    attempt(() => behaviour('Mb', histories, counts, table))
    attempt(() => behaviour('Mbh', histories, counts, table))
  }
  return models
}

/** No direction in which the likelihood only rises; without that, a program that stops somewhere prints a chance number. */
function exists(matrix: Matrix, counts: Float64Array): boolean {
  return facialSet(matrix, counts).length === matrix.rows
}

/**
 * Chao's lower bound: a parameter ηⱼ ≥ 0 on (k − j + 1)₊ for j = 3 … t lets people differ in any way (Rivest and
 * Baillargeon 2007, equation 5). A negative ηⱼ contradicts every mixture and is set to 0, the first one at a time.
 */
function chao(
  model: string,
  base: readonly (readonly number[])[],
  histories: readonly number[],
  counts: Float64Array,
  table: OverlapTable,
): ClosedPopulation | null {
  const lists = table.names.length
  const fixed = base[0]!.length
  const columns = fixed + lists - 2
  const matrix = matrixOf(
    base.map((row, index) => [
      ...row,
      ...Array.from({ length: lists - 2 }, (_, j) => Math.max(sizeOf(histories[index]!) - j - 2, 0)),
    ]),
    columns,
  )
  let kept = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => column < fixed || columnReaches(matrix, column, counts),
  )
  for (;;) {
    const chosen = selectColumns(matrix, kept)
    if (!exists(chosen, counts)) return null
    const fit = fitPoisson(chosen, counts, 'glm')
    const negative = kept.findIndex((column, index) => column >= fixed && fit.coefficients[index]! < 0)
    if (negative === -1) return fromIntercept(model, fit, counts.length, table.observed, true)
    kept = kept.filter((_, index) => index !== negative)
  }
}

/** An η on histories that nobody has would run to minus infinity: it is negative, hence 0. */
function columnReaches(matrix: Matrix, column: number, counts: Float64Array): boolean {
  return counts.some((count, row) => count > 0 && matrix.values[row * matrix.columns + column]! > 0)
}

/** N = n + exp γ₀ with the variance of `fitLogLinear`. */
function fromIntercept(
  model: string,
  fit: PoissonFit,
  cells: number,
  observed: number,
  bound: boolean,
): ClosedPopulation {
  const missed = Math.exp(fit.coefficients[0]!)
  const variance = varianceOf(fit, unit(fit.coefficients.length, 0))
  return {
    model,
    estimate: observed + missed,
    se: Math.sqrt(missed + missed ** 2 * variance),
    deltaSe: Math.sqrt(missed + missed ** 2 * variance),
    ...goodness(fit, cells, observed),
    bound,
    possible: true,
  }
}

function goodness(fit: PoissonFit, cells: number, observed: number) {
  const parameters = fit.coefficients.length
  const df = cells - parameters
  return {
    deviance: fit.deviance,
    df,
    fitP: df > 0 ? chiSquaredTail(fit.deviance, df) : null,
    aic: -2 * fit.logLikelihood + 2 * parameters,
    bic: -2 * fit.logLikelihood + Math.log(observed) * parameters,
  }
}

/**
 * Mb: a first listing at place f has probability q^(f−1) p, later ones c; Mbh: the first list has a probability of its
 * own. With α the coefficient of f − 1 (of the places from the second on in Mbh) and β that of k − 1, 1 − c =
 * 1/(1 + e^β), q = e^α (1 − c), and the people first listed after the last list follow by the geometric series:
 * N = n + μ q/p for the mean μ of those first on the last list (Baillargeon and Rivest 2007, section 3.4). The variance
 * is that of the Poisson total by the delta method, less N. N does not depend on β, as recaptures say nothing about who
 * was never captured; Rcapture 1.4-4's Mbh adds (t − 1) e^β/(1 + e^β) times those first listed after the first list to
 * the derivative by β. `se` keeps that, so that rows compare; `deltaSe` does not.
 */
function behaviour(
  model: 'Mb' | 'Mbh',
  histories: readonly number[],
  counts: Float64Array,
  table: OverlapTable,
): ClosedPopulation | null {
  const lists = table.names.length
  const rows = histories.map((history) => {
    const first = Math.log2(history & -history)
    return model === 'Mb'
      ? [1, first, sizeOf(history) - 1]
      : [1, first === 0 ? 0 : 1, Math.max(first - 1, 0), sizeOf(history) - 1]
  })
  const matrix = matrixOf(rows, rows[0]!.length)
  if (!exists(matrix, counts)) return null
  const fit = fitPoisson(matrix, counts, 'glm')
  const last = matrix.columns - 1
  const parts = (coefficients: ArrayLike<number>): { readonly onFirst: number; readonly later: number } => {
    const beta = coefficients[last]!
    // Summed over what may follow, a first listing at f has t − f later lists, each 1 + e^β.
    const following = Math.log1p(Math.exp(beta))
    const firstAt = (place: number): number => {
      const row = model === 'Mb' ? [1, place, 0] : [1, place === 0 ? 0 : 1, Math.max(place - 1, 0), 0]
      let eta = (lists - 1 - place) * following
      row.forEach((x, column) => {
        eta += x * coefficients[column]!
      })
      return Math.exp(eta)
    }
    const missedRatio = Math.exp(coefficients[model === 'Mb' ? 1 : 2]! - following)
    let later = 0
    for (let place = 1; place < lists; place++) later += firstAt(place)
    return { onFirst: firstAt(0), later: later + (firstAt(lists - 1) * missedRatio) / (1 - missedRatio) }
  }
  const total = (coefficients: ArrayLike<number>): number => {
    const { onFirst, later } = parts(coefficients)
    return onFirst + later
  }
  const gradient = fit.coefficients.map((_, j) => {
    const step = 1e-5 * Math.max(1, Math.abs(fit.coefficients[j]!))
    const up = fit.coefficients.slice()
    const down = fit.coefficients.slice()
    up[j]! += step
    down[j]! -= step
    return (total(up) - total(down)) / (2 * step)
  })
  const estimate = total(fit.coefficients)
  const errorOf = (derivative: Float64Array): number => {
    const solved = derivative.slice()
    solveFactored(fit.information, matrix.columns, solved)
    return Math.sqrt(Math.max(solved.reduce((sum, value, j) => sum + value * derivative[j]!, 0) - estimate, 0))
  }
  const deltaSe = errorOf(gradient)
  let se = deltaSe
  if (model === 'Mbh') {
    const odds = Math.exp(fit.coefficients[last]!)
    const printed = gradient.slice()
    printed[last]! += ((lists - 1) * parts(fit.coefficients).later * odds) / (1 + odds)
    se = errorOf(printed)
  }
  return {
    model,
    estimate,
    se,
    deltaSe,
    ...goodness(fit, counts.length, table.observed),
    bound: false,
    possible: estimate >= table.observed,
  }
}
