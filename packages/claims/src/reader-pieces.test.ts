/**
 * Pieces of every invented text, cut anywhere and put together in any order: read without an exception, every span
 * exact. CORROBORATE_ENDURANCE puts a million together, others each time.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARABIC_CLAIMS } from '../test-cases/claims-arabic.ts'
import { ASKED } from '../test-cases/claims-english-asked.ts'
import { BLAMED } from '../test-cases/claims-english-blame.ts'
import { PRINTED } from '../test-cases/claims-english-printed.ts'
import { TOLD } from '../test-cases/claims-english-told.ts'
import { FIGURE_CASES } from '../test-cases/figure-cases.ts'
import { ARABIC_FIGURES } from '../test-cases/figures-arabic.ts'
import { ARABIC_NEWS_FIGURES } from '../test-cases/figures-arabic-news.ts'
import { ARABIC_VOICES } from '../test-cases/figures-arabic-voices.ts'
import { COUNTS } from '../test-cases/figures-counts.ts'
import { VOICES } from '../test-cases/figures-voices.ts'
import { hostileDocument } from '../test-cases/hostile.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const reader = createReader({ parties: PARTIES, places: [] })

const TEXTS = [
  ...[...ARABIC_FIGURES, ...ARABIC_NEWS_FIGURES, ...ARABIC_VOICES, ...COUNTS, ...VOICES].map(([text]) => text),
  ...[...ARABIC_CLAIMS, ...ASKED, ...BLAMED, ...PRINTED, ...TOLD].map(([, text]) => text),
  ...FIGURE_CASES.map(({ text }) => text),
]
/** Behind a space, and on either side of a mark. */
const JOINTS = /(?<=\s)|(?=["“”«»‘’،,.:;؛()–—-])|(?<=["“”«»‘’،,.:;؛()–—-])/u
const TORN = TEXTS.map((text) => text.split(JOINTS))
const LONGEST_WINDOW = 5

function readWhole(text: string): void {
  const { figures, claims } = reader.read(hostileDocument(text, null))
  for (const figure of figures) expect(text.slice(figure.start, figure.end)).toBe(figure.surface)
  for (const { quotes } of claims)
    for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
}

test('every beginning, end and short stretch of them is read', { timeout: 120_000 }, () => {
  const stretches = new Set(
    TORN.flatMap((parts) =>
      parts.flatMap((_, i) => [
        parts.slice(i).join(''),
        parts.slice(0, i + 1).join(''),
        ...Array.from({ length: LONGEST_WINDOW }, (_, width) => parts.slice(i, i + width + 1).join('')),
      ]),
    ),
  )
  expect(stretches.size).toBeGreaterThan(50_000)
  for (const text of stretches) readWhole(text)
})

const piece = fc.constantFrom(...TORN).chain((parts) => {
  const joint = fc.integer({ min: 0, max: parts.length })
  return fc.tuple(joint, joint).map(([a, b]) => parts.slice(Math.min(a, b), Math.max(a, b) + 1).join(''))
})

test('whatever is put together of them is read', { timeout: 120_000 }, () => {
  const texts = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '\n', ' "', '" ', '. '))
  const endurance = process.env.CORROBORATE_ENDURANCE !== undefined
  fc.assert(
    fc.property(texts, ([pieces, between]) => readWhole(pieces.join(between))),
    endurance ? { numRuns: 1_000_000 } : { seed: 12, numRuns: 8_000 },
  )
})
