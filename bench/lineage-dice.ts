/** Seeded chance for invented reports: the same seed, the same reports, everywhere. */

/** Mulberry32: small, seeded, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Dice {
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly whole: (low: number, high: number) => number
  readonly shuffled: <T>(from: readonly T[]) => T[]
}

export function dice(next: () => number): Dice {
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    whole,
    shuffled: (from) => {
      const all = [...from]
      for (let i = all.length - 1; i > 0; i--) {
        const j = whole(0, i)
        const kept = all[i]!
        all[i] = all[j]!
        all[j] = kept
      }
      return all
    },
  }
}
