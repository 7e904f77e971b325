/** Bootstrap intervals over documents (Efron 1979): documents are drawn again with replacement, from a seed. */

/** Rounds, and the seed of the generator. */
export const ROUNDS = 400
export const SEED = 20250306

/** Multiplicative congruential generator of Lehmer (Park and Miller 1988): numbers from 0, below 1. */
function generator(seed: number): () => number {
  let state = seed % 2147483647
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** The middle 95% of a measure over redrawn documents, as "91.2–95.0". `add` sums the counts of two documents. */
export function interval<Counts>(
  counts: readonly Counts[],
  none: Counts,
  add: (a: Counts, b: Counts) => Counts,
  measure: (sum: Counts) => number,
): string {
  const random = generator(SEED)
  const values = Array.from({ length: ROUNDS }, () => {
    let sum = none
    for (let i = 0; i < counts.length; i++) sum = add(sum, counts[Math.floor(random() * counts.length)]!)
    return measure(sum)
  }).sort((a, b) => a - b)
  return `${values[Math.floor(ROUNDS * 0.025)]!.toFixed(1)}–${values[Math.floor(ROUNDS * 0.975)]!.toFixed(1)}`
}
