/** Term frequencies: agreeing on a rare value says more than agreeing on a common one (Winkler 2000). */
import type { Records } from '../fields/field.ts'

export interface Frequencies {
  /** log2 to add to the weight of a comparison's top level for each value; empty where the field has too few values. */
  readonly bits: readonly Float64Array[]
}

/** A value counts as no rarer than this many entries, and adds or takes at most this many bits. */
const RAREST = 2
const CAP = 8

export function frequenciesOf(records: Records): Frequencies {
  return {
    bits: records.fields.map(({ codes, values }) => {
      const counts = new Float64Array(values.length)
      let stated = 0
      for (const code of codes) {
        if (code < 0) continue
        counts[code]!++
        stated++
      }
      let chance = 0
      for (const count of counts) chance += (count / stated) ** 2
      return counts.map((count) => {
        const bits = Math.log2(chance / (Math.max(RAREST, count) / stated))
        return Math.max(-CAP, Math.min(CAP, bits))
      })
    }),
  }
}
