/**
 * Relatives share a family name, a father and often the place and day of death: where given names differ, all of
 * that together never makes two entries one person, however rare each part is. Independence of the comparisons, which
 * the model assumes, fails there most.
 */
import type { Comparison } from './scorer.ts'

export interface Relatives {
  /** Comparison of given names; -1 where there is none. */
  readonly given: number
  /** 1 for each comparison of what relatives share. */
  readonly shared: Uint8Array
}

const SHARED = new Set(['family', 'middle', 'mother', 'place', 'death'])
const DIFFERENT = 1
/** Bits below even odds that shared evidence may reach. */
const MARGIN = 2

export function relativesOf(comparisons: readonly Comparison[]): Relatives {
  return {
    given: comparisons.findIndex(({ key }) => key === 'given'),
    shared: Uint8Array.from(comparisons, ({ key }) => (SHARED.has(key.replace(/\d+$/, '')) ? 1 : 0)),
  }
}

/** Bits to take back from a pair: what its shared evidence is above the cap. `sharedBits` is their sum, prior in bits. */
export function excess(givenLevel: number, sharedBits: number, prior: number): number {
  if (givenLevel !== DIFFERENT) return 0
  return Math.max(0, sharedBits + prior + MARGIN)
}
