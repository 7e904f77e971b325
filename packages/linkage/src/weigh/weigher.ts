/** The weight of a pair: prior, levels and term frequencies, in bits. */
import type { Records } from '../fields/field.ts'
import type { Frequencies } from './frequency.ts'
import { type Model, weightsOf } from './model.ts'
import { excess, relativesOf } from './relatives.ts'
import type { Levels } from './scorer.ts'

export interface Part {
  readonly comparison: string
  readonly level: string
  /** Bits for (above 0) or against (below 0) one person. */
  readonly bits: number
  /** Of these, bits for how rare the value is. */
  readonly frequencyBits: number
}

export interface Weigher {
  /** log2 of the odds that two records are one person. */
  weight(one: number, other: number): number
  /** The same as a waterfall: what each comparison adds to the prior. */
  explain(
    one: number,
    other: number,
  ): { readonly prior: number; readonly parts: readonly Part[]; readonly weight: number }
}

/** Share of the frequency bits that a near agreement gets. */
const NEAR = 0.5

export function weigherOf(records: Records, levels: Levels, model: Model, frequencies: Frequencies): Weigher {
  const weights = weightsOf(model)
  const odds = Math.log2(model.prior / (1 - model.prior))
  const codes = records.fields.map((field) => field.codes)
  const top = Uint8Array.from(model.comparisons, ({ levels: names }) => names.indexOf('same'))
  const into = new Uint8Array(codes.length)
  const relatives = relativesOf(model.comparisons)
  const frequencyBits = (at: number, one: number, other: number): number => {
    const level = into[at]!
    const bits = frequencies.bits[at]!
    if (level === top[at]!) return bits[codes[at]![one]!]!
    if (level === top[at]! - 1 && level >= 3) {
      return NEAR * Math.min(bits[codes[at]![one]!]!, bits[codes[at]![other]!]!)
    }
    return 0
  }
  return {
    weight(one, other) {
      levels.read(one, other, into)
      let total = odds
      let shared = 0
      for (let at = 0; at < codes.length; at++) {
        const level = into[at]!
        if (level === 0) continue
        const bits = weights[at]![level]! + frequencyBits(at, one, other)
        total += bits
        if (relatives.shared[at] === 1) shared += bits
      }
      return relatives.given < 0 ? total : total - excess(into[relatives.given]!, shared, odds)
    },
    explain(one, other) {
      levels.read(one, other, into)
      const parts = model.comparisons.map(({ key, levels: names }, at) => {
        const level = into[at]!
        const rare = level === 0 ? 0 : frequencyBits(at, one, other)
        return { comparison: key, level: names[level]!, bits: weights[at]![level]! + rare, frequencyBits: rare }
      })
      const shared = parts.reduce((sum, { bits }, at) => (relatives.shared[at] === 1 ? sum + bits : sum), 0)
      const tooMuch = relatives.given < 0 ? 0 : excess(into[relatives.given]!, shared, odds)
      if (tooMuch > 0)
        parts.push({ comparison: 'relatives', level: 'relatives share this too', bits: -tooMuch, frequencyBits: 0 })
      return { prior: odds, parts, weight: parts.reduce((sum, { bits }) => sum + bits, odds) }
    },
  }
}

/** Probability of odds given as log2. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}
