/** Poisson regression with a log link, fitted by iteratively reweighted least squares. */
import { logGamma } from './distributions.ts'
import { factor, inverseForm, type Matrix, solveFactored } from './linear.ts'

export interface PoissonFit {
  readonly coefficients: Float64Array
  readonly fitted: Float64Array
  /** Cholesky factor of the information matrix X′WX. */
  readonly information: Float64Array
  readonly deviance: number
  /** With the factorial terms, so that AIC and BIC are comparable with other programs. */
  readonly logLikelihood: number
  readonly iterations: number
}

export class FitError extends Error {
  constructor(what: string) {
    super(`the Poisson regression could not be fitted: ${what}`)
    this.name = 'FitError'
  }
}

const TOLERANCE = 1e-11
const MOST_ITERATIONS = 200

/** `exact`: to machine precision. `glm`: where R's glm stops, with the information of its last step's weights. */
export type Stopping = 'exact' | 'glm'

/**
 * Maximum likelihood by Fisher scoring, which for the canonical link is Newton's method (McCullagh and Nelder 1989,
 * Generalized Linear Models, section 2.5). `matrix` must have full column rank and the estimate must exist (see
 * `facialSet`); a step that lowers the likelihood is halved. Throws FitError for a singular design or no convergence.
 */
export function fitPoisson(matrix: Matrix, counts: ArrayLike<number>, stopping: Stopping = 'exact'): PoissonFit {
  const { rows, columns, values } = matrix
  const fitted = new Float64Array(rows)
  const linear = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    fitted[i] = counts[i]! + 0.1
    linear[i] = Math.log(fitted[i]!)
  }
  const information = new Float64Array(columns * columns)
  const next = new Float64Array(columns)
  let total = 0
  for (let i = 0; i < rows; i++) total += counts[i]!
  // What rounding does to a deviance of counts this large.
  const rounding = 1e-13 * total
  let coefficients: Float64Array | null = null
  let deviance = Number.POSITIVE_INFINITY

  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    accumulate(values, rows, columns, fitted, linear, counts, information, next)
    if (!factor(information, columns)) throw new FitError('its terms are not independent in this table')
    solveFactored(information, columns, next)
    let proposed = devianceAt(values, rows, columns, next, counts, linear, fitted)
    for (
      let halving = 0;
      coefficients !== null && !(proposed <= deviance + 1e-8 * (1 + deviance) + rounding);
      halving++
    ) {
      if (halving > 40) throw new FitError('its likelihood cannot be improved')
      for (let j = 0; j < columns; j++) next[j] = (next[j]! + coefficients[j]!) / 2
      proposed = devianceAt(values, rows, columns, next, counts, linear, fitted)
    }
    const change = Math.abs(deviance - proposed)
    deviance = proposed
    coefficients = next.slice()
    if (stopping === 'glm' ? change < 1e-8 * (deviance + 0.1) : change <= TOLERANCE * (deviance + 1) + rounding) {
      if (stopping === 'exact') {
        accumulate(values, rows, columns, fitted, linear, counts, information, next)
        if (!factor(information, columns)) throw new FitError('its terms are not independent in this table')
      }
      return {
        coefficients,
        fitted,
        information,
        deviance,
        logLikelihood: logLikelihood(counts, fitted),
        iterations: iteration,
      }
    }
  }
  throw new FitError(`no convergence in ${MOST_ITERATIONS} iterations`)
}

/** X′WX (its lower half mirrored) and X′Wz for the working response z = η + (y − μ) / μ and weights μ. */
function accumulate(
  values: Float64Array,
  rows: number,
  columns: number,
  fitted: Float64Array,
  linear: Float64Array,
  counts: ArrayLike<number>,
  information: Float64Array,
  score: Float64Array,
): void {
  information.fill(0)
  score.fill(0)
  for (let i = 0; i < rows; i++) {
    const weight = fitted[i]!
    const response = weight * linear[i]! + counts[i]! - weight
    const at = i * columns
    for (let j = 0; j < columns; j++) {
      const x = values[at + j]!
      if (x === 0) continue
      score[j]! += x * response
      const weighted = x * weight
      for (let k = 0; k <= j; k++) information[j * columns + k]! += weighted * values[at + k]!
    }
  }
}

function devianceAt(
  values: Float64Array,
  rows: number,
  columns: number,
  coefficients: Float64Array,
  counts: ArrayLike<number>,
  linear: Float64Array,
  fitted: Float64Array,
): number {
  let sum = 0
  for (let i = 0; i < rows; i++) {
    let eta = 0
    for (let j = 0; j < columns; j++) eta += values[i * columns + j]! * coefficients[j]!
    const mean = Math.max(Math.exp(Math.min(eta, 700)), 1e-300)
    const y = counts[i]!
    linear[i] = eta
    fitted[i] = mean
    sum += 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean))
  }
  return sum
}

export function logLikelihood(counts: ArrayLike<number>, fitted: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const y = counts[i]!
    sum += (y > 0 ? y * Math.log(fitted[i]!) : 0) - fitted[i]! - logGamma(y + 1)
  }
  return sum
}

/** Variance of a linear combination of the coefficients. */
export function varianceOf(fit: PoissonFit, combination: ArrayLike<number>): number {
  return inverseForm(fit.information, fit.coefficients.length, combination)
}
