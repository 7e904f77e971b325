/** Small dense linear algebra on row-major matrices: Cholesky for the fits, elimination for rank and null space. */

export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** Row-major. */
  readonly values: Float64Array
}

export function matrixOf(rows: readonly (readonly number[])[], columns: number): Matrix {
  const values = new Float64Array(rows.length * columns)
  rows.forEach((row, i) => {
    values.set(row, i * columns)
  })
  return { rows: rows.length, columns, values }
}

export function selectRows(matrix: Matrix, rows: readonly number[]): Matrix {
  const { columns } = matrix
  const values = new Float64Array(rows.length * columns)
  rows.forEach((row, i) => {
    values.set(matrix.values.subarray(row * columns, (row + 1) * columns), i * columns)
  })
  return { rows: rows.length, columns, values }
}

export function selectColumns(matrix: Matrix, columns: readonly number[]): Matrix {
  const values = new Float64Array(matrix.rows * columns.length)
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < columns.length; j++) {
      values[i * columns.length + j] = matrix.values[i * matrix.columns + columns[j]!]!
    }
  }
  return { rows: matrix.rows, columns: columns.length, values }
}

/** Factors a symmetric positive definite matrix in place into its lower Cholesky factor; false where it is singular. */
export function factor(a: Float64Array, size: number): boolean {
  for (let j = 0; j < size; j++) {
    const original = a[j * size + j]!
    let diagonal = original
    for (let k = 0; k < j; k++) diagonal -= a[j * size + k]! * a[j * size + k]!
    if (!(diagonal > original * 1e-13) || diagonal <= 0) return false
    const root = Math.sqrt(diagonal)
    a[j * size + j] = root
    for (let i = j + 1; i < size; i++) {
      let sum = a[i * size + j]!
      for (let k = 0; k < j; k++) sum -= a[i * size + k]! * a[j * size + k]!
      a[i * size + j] = sum / root
    }
  }
  return true
}

/** Solves with a Cholesky factor, overwriting `b`. */
export function solveFactored(lower: Float64Array, size: number, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = b[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * b[k]!
    b[i] = sum / lower[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * b[k]!
    b[i] = sum / lower[i * size + i]!
  }
}

/** v′ A⁻¹ v for A given by its Cholesky factor. */
export function inverseForm(lower: Float64Array, size: number, v: ArrayLike<number>): number {
  const work = Float64Array.from(v)
  solveFactored(lower, size, work)
  let sum = 0
  for (let i = 0; i < size; i++) sum += work[i]! * v[i]!
  return sum
}

const NEGLIGIBLE = 1e-9

/**
 * Reduced row echelon form by Gauss–Jordan elimination with row pivoting: the pivot columns (the first independent ones
 * from the left) and a basis of the null space, one vector for each other column.
 */
export function eliminate(matrix: Matrix): { readonly pivots: readonly number[]; readonly nullSpace: Float64Array[] } {
  const { rows, columns } = matrix
  const a = matrix.values.slice()
  const pivots: number[] = []
  for (let column = 0; column < columns && pivots.length < rows; column++) {
    const top = pivots.length
    let best = top
    for (let i = top + 1; i < rows; i++) {
      if (Math.abs(a[i * columns + column]!) > Math.abs(a[best * columns + column]!)) best = i
    }
    const pivot = a[best * columns + column]!
    if (Math.abs(pivot) < NEGLIGIBLE) continue
    for (let j = 0; j < columns; j++) {
      const swapped = a[best * columns + j]!
      a[best * columns + j] = a[top * columns + j]!
      a[top * columns + j] = swapped / pivot
    }
    for (let i = 0; i < rows; i++) {
      const multiple = a[i * columns + column]!
      if (i === top || multiple === 0) continue
      for (let j = column; j < columns; j++) a[i * columns + j]! -= multiple * a[top * columns + j]!
    }
    pivots.push(column)
  }
  const nullSpace: Float64Array[] = []
  for (let free = 0; free < columns; free++) {
    if (pivots.includes(free)) continue
    const vector = new Float64Array(columns)
    vector[free] = 1
    pivots.forEach((column, row) => {
      const value = a[row * columns + free]!
      vector[column] = Math.abs(value) < NEGLIGIBLE ? 0 : -value
    })
    nullSpace.push(vector)
  }
  return { pivots, nullSpace }
}
