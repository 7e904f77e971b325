/** Whether the maximum likelihood estimate of a log-linear model exists, and what of it the data can still tell. */
import { eliminate, type Matrix, selectRows } from './linear.ts'
import { maximise } from './simplex.ts'

/**
 * The rows of the facial set: cells whose fitted means stay above zero. The estimate exists exactly when that is all of
 * them (Fienberg and Rinaldo 2012, Maximum likelihood estimation in log-linear models, Annals of Statistics 40,
 * 996–1023, Theorem 3 and the linear program of section 4): a direction d along which the likelihood never falls has
 * Xd = 0 in filled and Xd ≤ 0 in empty cells, and the cells with Xd < 0 for some such d drop out.
 */
export function facialSet(matrix: Matrix, counts: ArrayLike<number>): readonly number[] {
  const all = Array.from({ length: matrix.rows }, (_, row) => row)
  const empty = all.filter((row) => counts[row] === 0)
  if (empty.length === 0) return all
  const { nullSpace } = eliminate(
    selectRows(
      matrix,
      all.filter((row) => counts[row]! > 0),
    ),
  )
  const directions = nullSpace.map((vector) =>
    empty.map((row) => {
      let sum = 0
      for (let j = 0; j < matrix.columns; j++) sum += matrix.values[row * matrix.columns + j]! * vector[j]!
      return Math.abs(sum) < 1e-9 ? 0 : sum
    }),
  )
  const moving = directions.filter((direction) => direction.some((value) => value !== 0))
  const touched = empty.map((_, i) => i).filter((i) => moving.some((direction) => direction[i] !== 0))
  if (touched.length === 0) return all
  const k = moving.length
  const rows: number[][] = []
  const bounds: number[] = []
  touched.forEach((cell, i) => {
    const row = new Array<number>(2 * k + touched.length).fill(0)
    moving.forEach((direction, j) => {
      row[j] = direction[cell]!
      row[k + j] = -direction[cell]!
    })
    row[2 * k + i] = 1
    rows.push(row)
    bounds.push(0)
  })
  touched.forEach((_, i) => {
    const row = new Array<number>(2 * k + touched.length).fill(0)
    row[2 * k + i] = 1
    rows.push(row)
    bounds.push(1)
  })
  const objective = new Array<number>(2 * k + touched.length).fill(0).fill(1, 2 * k)
  const solution = maximise(objective, rows, bounds)
  const dropped = new Set(touched.filter((_, i) => solution[2 * k + i]! > 0.5).map((i) => empty[i]!))
  return all.filter((row) => !dropped.has(row))
}

/**
 * Whether a combination of coefficients is determined by these rows of the design: it must lie in their row space
 * (Fienberg and Rinaldo 2012, section 3.2, estimability on the facial set).
 */
export function isEstimable(matrix: Matrix, combination: ArrayLike<number>): boolean {
  return eliminate(matrix).nullSpace.every((vector) => {
    let sum = 0
    for (let j = 0; j < matrix.columns; j++) sum += vector[j]! * combination[j]!
    return Math.abs(sum) < 1e-7
  })
}
