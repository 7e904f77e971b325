/** A small linear program by the primal simplex method. */

export class SimplexError extends Error {
  constructor(what: string) {
    super(`the linear program has no optimum: ${what}`)
    this.name = 'SimplexError'
  }
}

const NEGLIGIBLE = 1e-9

/**
 * Maximises c′x for Ax ≤ b, x ≥ 0, with every b ≥ 0, so that x = 0 is a start (Dantzig's method; Bland's rule against
 * cycling, Bland 1977, Mathematics of Operations Research 2). Returns x.
 */
export function maximise(c: readonly number[], a: readonly (readonly number[])[], b: readonly number[]): Float64Array {
  const variables = c.length
  const constraints = a.length
  const width = variables + constraints + 1
  const tableau = new Float64Array((constraints + 1) * width)
  const basis = Array.from({ length: constraints }, (_, i) => variables + i)
  a.forEach((row, i) => {
    tableau.set(row, i * width)
    tableau[i * width + variables + i] = 1
    tableau[i * width + width - 1] = b[i]!
  })
  for (let j = 0; j < variables; j++) tableau[constraints * width + j] = -c[j]!

  for (let step = 0; ; step++) {
    if (step > 100_000) throw new SimplexError('too many steps')
    let entering = -1
    for (let j = 0; j < width - 1 && entering === -1; j++) {
      if (tableau[constraints * width + j]! < -NEGLIGIBLE) entering = j
    }
    if (entering === -1) break
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < constraints; i++) {
      const coefficient = tableau[i * width + entering]!
      if (coefficient <= NEGLIGIBLE) continue
      const ratio = tableau[i * width + width - 1]! / coefficient
      if (ratio < least - 1e-12 || (ratio < least + 1e-12 && leaving !== -1 && basis[i]! < basis[leaving]!)) {
        least = Math.min(least, ratio)
        leaving = i
      }
    }
    if (leaving === -1) throw new SimplexError('it is unbounded')
    const pivot = tableau[leaving * width + entering]!
    for (let j = 0; j < width; j++) tableau[leaving * width + j]! /= pivot
    for (let i = 0; i <= constraints; i++) {
      const multiple = tableau[i * width + entering]!
      if (i === leaving || multiple === 0) continue
      for (let j = 0; j < width; j++) tableau[i * width + j]! -= multiple * tableau[leaving * width + j]!
    }
    basis[leaving] = entering
  }
  const solution = new Float64Array(variables)
  basis.forEach((variable, i) => {
    if (variable < variables) solution[variable] = tableau[i * width + width - 1]!
  })
  return solution
}
