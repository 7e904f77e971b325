/** Hierarchical log-linear models: their terms, their names, and all of them for a number of lists. */
import { membersOf, sizeOf } from './table.ts'

/** A model is the set of its terms; a term is the bits of the lists that interact, 0 for the intercept. */
export type Terms = readonly number[]

/** The closure of some generators: every subset of each, intercept and all lists' main effects with them. */
export function closureOf(generators: readonly number[], lists: number): Terms {
  const terms = new Set<number>([0])
  for (let list = 0; list < lists; list++) terms.add(1 << list)
  for (const generator of generators) {
    for (let part = generator; part > 0; part = (part - 1) & generator) terms.add(part)
  }
  return ordered([...terms])
}

/** Terms that are part of no other term: what a model is called by. */
export function generatorsOf(terms: Terms): Terms {
  return terms.filter((term) => term !== 0 && !terms.some((other) => other !== term && (other & term) === term))
}

/** `[123,14,34]`: larger generators first, then by list number (Rcapture's way of writing them); 10 is `a`. */
export function modelName(terms: Terms): string {
  const written = generatorsOf(terms).map((term) => membersOf(term).map((list) => (list + 1).toString(36)))
  written.sort((a, b) => b.length - a.length || (a.join('') < b.join('') ? -1 : 1))
  return `[${written.map((digits) => digits.join('')).join(',')}]`
}

/** The model in the names of its lists: "A×B, C". */
export function modelInWords(terms: Terms, names: readonly string[]): string {
  return modelName(terms)
    .slice(1, -1)
    .split(',')
    .map((generator) => [...generator].map((digit) => names[Number.parseInt(digit, 36) - 1]).join('×'))
    .join(', ')
}

/** Reads `[12,3]` back into terms. */
export function modelFromName(name: string, lists: number): Terms {
  return closureOf(
    name
      .replace(/[[\]\s]/g, '')
      .split(',')
      .filter((generator) => generator !== '')
      .map((generator) => [...generator].reduce((bits, digit) => bits | (1 << (Number.parseInt(digit, 36) - 1)), 0)),
    lists,
  )
}

/** Intercept, main effects, pairs, triples …, each in order of its bits. */
export function ordered(terms: readonly number[]): Terms {
  return [...terms].sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)
}

/**
 * Every hierarchical model that keeps all main effects and leaves the interaction of all lists out, which no table can
 * show: 1 for two lists, 8 for three, 113 for four (Bishop, Fienberg and Holland 1975, chapter 6).
 */
export function allHierarchicalModels(lists: number): readonly Terms[] {
  let models: Terms[] = [closureOf([], lists)]
  const all = 2 ** lists - 1
  for (let size = 2; size < lists; size++) {
    const candidates: number[] = []
    for (let term = 1; term < all; term++) if (sizeOf(term) === size) candidates.push(term)
    models = models.flatMap((terms) => {
      const held = new Set(terms)
      const allowed = candidates.filter((term) => membersOf(term).every((list) => held.has(term & ~(1 << list))))
      const grown: Terms[] = []
      for (let choice = 0; choice < 2 ** allowed.length; choice++) {
        grown.push([...terms, ...allowed.filter((_, index) => (choice >> index) & 1)])
      }
      return grown
    })
  }
  return models
}
