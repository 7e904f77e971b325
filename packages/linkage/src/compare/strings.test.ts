import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arenaOf } from './arena.ts'
import { editDistance } from './edit-distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'

/** Optimal string alignment by its definition. */
function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, d[i - 2]![j - 2]! + 1)
      d[i]![j] = best
    }
  return d[a.length]![b.length]!
}

function plainJaroWinkler(x: string, y: string): number {
  const [a, b] = x.length <= y.length ? [x, y] : [y, x]
  if (a.length === 0) return b.length === 0 ? 1 : 0
  const reach = Math.max(0, Math.floor(b.length / 2) - 1)
  const taken = new Set<number>()
  const left: string[] = []
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++)
      if (!taken.has(j) && a[i] === b[j]) {
        taken.add(j)
        left.push(a[i]!)
        break
      }
  if (left.length === 0) return 0
  const right = [...taken].sort((p, q) => p - q).map((j) => b[j]!)
  const swapped = left.filter((letter, at) => letter !== right[at]).length
  const jaro =
    (left.length / a.length + left.length / b.length + (left.length - Math.floor(swapped / 2)) / left.length) / 3
  if (jaro <= 0.7) return jaro
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'م', 'ح'), maxLength: 32 })

describe('strings', () => {
  test('edit distance equals its definition', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(arenaOf([a, b]), 0, 1)).toBe(plainDistance(a, b))
      }),
      { seed: 6, numRuns: 2000 },
    )
  })

  test('Jaro–Winkler equals its definition', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(jaroWinkler(arenaOf([a, b]), 0, 1)).toBeCloseTo(plainJaroWinkler(a, b), 12)
      }),
      { seed: 6, numRuns: 2000 },
    )
  })

  test.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
  ])('published value of %s and %s', (a, b, value) => {
    expect(jaroWinkler(arenaOf([a, b]), 0, 1)).toBeCloseTo(value, 3)
  })
})
