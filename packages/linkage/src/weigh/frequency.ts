/** Term frequencies: agreeing on a rare value says more than agreeing on a common one (Winkler 2000). */
import type { Records } from '../fields/field.ts'
import { normalised } from '../fields/normalised.ts'

export interface Frequencies {
  /** log2 to add to the weight of a comparison's top level for each value; empty where the field has too few values. */
  readonly bits: readonly Float64Array[]
}

/** How often a value occurs in a population beyond the lists: a census, a civil register, a larger list. */
export interface ValueCount {
  readonly value: string
  /** Above 0; of people, or in any unit that is the same throughout a table. */
  readonly count: number
}

/** Tables from outside by field: `given`, `family`, `place` and so on. */
export type ExternalFrequencies = Readonly<Record<string, readonly ValueCount[]>>

/** A value counts as no rarer than this many entries, and adds or takes at most this many bits. */
const RAREST = 2
const CAP = 8

/**
 * Bits from the lists' own counts; where a field has a table from outside, from that: short lists cannot tell how common
 * a name is. A value that such a table lacks is as rare as its rarest. Throws RangeError for a count that is none.
 */
export function frequenciesOf(records: Records, external: ExternalFrequencies = {}): Frequencies {
  return {
    bits: records.fields.map(({ key, kind, codes, values }) => {
      const table = external[key]
      if (table !== undefined && table.length > 0) {
        const normal = normalised(
          kind,
          table.map(({ value }) => value),
        )
        const known = new Map<string, number>()
        for (const [at, { count }] of table.entries()) {
          if (!(count > 0) || !Number.isFinite(count)) {
            throw new RangeError(`a frequency of ${key} is ${count}; it must be above 0`)
          }
          if (normal[at] !== '') known.set(normal[at]!, (known.get(normal[at]!) ?? 0) + count)
        }
        const counts = [...known.values()]
        const rarest = counts.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY)
        if (counts.length > 0)
          return bitsOf(
            counts,
            Float64Array.from(values, (value) => known.get(value) ?? rarest),
          )
      }
      const counts = new Float64Array(values.length)
      for (const code of codes) if (code >= 0) counts[code]!++
      return bitsOf(
        counts,
        counts.map((count) => Math.max(RAREST, count)),
      )
    }),
  }
}

/** How much rarer each value is than two agreeing values are on average, in bits within the cap. */
function bitsOf(population: ArrayLike<number>, counts: Float64Array): Float64Array {
  let total = 0
  for (let at = 0; at < population.length; at++) total += population[at]!
  let chance = 0
  for (let at = 0; at < population.length; at++) chance += (population[at]! / total) ** 2
  return counts.map((count) => Math.max(-CAP, Math.min(CAP, Math.log2(chance / (count / total)))))
}
