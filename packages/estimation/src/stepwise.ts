/** Stepwise choice of a hierarchical log-linear model where there are too many to fit them all. */
import { closureOf, modelName, type Terms } from './hierarchy.ts'
import { byBic, fitAllLogLinear, fitLogLinear, type LogLinear } from './log-linear.ts'
import { membersOf, type OverlapTable, sizeOf } from './table.ts'

/**
 * From independence, the term whose coming or going lowers the BIC most is added or taken away until none does; a term
 * may come when all its parts are there and go when it is part of none (Bishop, Fienberg and Holland 1975, section 9.4).
 * Models that the table does not identify are never entered. Returns every model fitted on the way, best BIC first.
 */
export function stepwiseLogLinear(table: OverlapTable, largestTerm = 3): readonly LogLinear[] {
  const lists = table.names.length
  const all = 2 ** lists - 1
  const fits = new Map<string, LogLinear>()
  const fit = (terms: Terms): LogLinear => {
    const name = modelName(terms)
    const known = fits.get(name)
    if (known !== undefined) return known
    const made = fitLogLinear(table, terms)
    fits.set(name, made)
    return made
  }
  let current = fit(closureOf([], lists))
  for (;;) {
    const held = new Set(current.terms)
    const around: Terms[] = []
    for (let term = 1; term < all; term++) {
      const size = sizeOf(term)
      if (size < 2 || size > largestTerm) continue
      if (held.has(term)) {
        if (!current.terms.some((other) => other !== term && (other & term) === term)) {
          around.push(current.terms.filter((other) => other !== term))
        }
      } else if (size === 2 || membersOf(term).every((list) => held.has(term & ~(1 << list)))) {
        around.push(closureOf([...current.terms.filter((other) => other !== 0), term], lists))
      }
    }
    const best = around
      .map(fit)
      .filter(({ existence }) => existence !== 'not_identified')
      .sort(byBic)[0]
    if (best === undefined || best.bic >= current.bic - 1e-9) break
    current = best
  }
  return [...fits.values()].sort(byBic)
}

/** All models up to four lists, a stepwise search beyond. */
export function logLinearModels(table: OverlapTable): readonly LogLinear[] {
  return table.names.length > 4 ? stepwiseLogLinear(table) : fitAllLogLinear(table)
}
