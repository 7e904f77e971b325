/** What holds of the ledger of any documents, in any order, with any copies. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../test-cases/ledger-invented.ts'
import { inventedCase } from '../test-cases/lineage-invented.ts'
import { buildLedger } from './ledger.ts'
import type { Ledger } from './ledger-model.ts'
import { deriveLineage } from './lineage.ts'

const total = (ledger: Ledger) => ledger.origins.reduce((sum, { count }) => sum + count, 0)

describe('laws', () => {
  const documents = inventedCase()
  const days = Array.from({ length: 28 }, (_, i) => `2031-05-${String(i + 1).padStart(2, '0')}`)

  test('the order of the documents changes nothing', () => {
    const lineage = deriveLineage(documents)
    const expected = JSON.stringify(buildLedger(documents, lineage, { asOf: null }))
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(JSON.stringify(buildLedger(shuffled, lineage, { asOf: null }))).toBe(expected)
      }),
      { seed: 5, numRuns: 15 },
    )
  })

  test('a copy of a document never raises the number of origins', () => {
    const before = ledgerOf(documents)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: documents.length - 1 }), fc.constantFrom(...days), (i, published) => {
        const original = documents[i]!
        const id = `copy-of-${original.id}`
        const copy = {
          ...original,
          id,
          published,
          figures: original.figures.map((figure) => ({ ...figure, id: `${id}-${figure.id}` })),
        }
        const after = ledgerOf([...documents, copy])
        expect(total(after)).toBeLessThanOrEqual(total(before))
        for (const { figures, count } of after.origins) {
          const was = before.origins.filter((each) => each.figures.some((figure) => figures.includes(figure)))
          expect(count).toBeLessThanOrEqual(was.reduce((sum, each) => sum + each.count, 0))
        }
      }),
      { seed: 6, numRuns: 25 },
    )
  })

  test('the ledger as of a date never uses a later document', () => {
    fc.assert(
      fc.property(fc.constantFrom(...days), (asOf) => {
        const lineage = deriveLineage(documents)
        const seen = documents.filter(({ published }) => published! <= asOf)
        const ledger = buildLedger(documents, lineage, { asOf })
        const ids = new Set(seen.map(({ id }) => id))
        for (const id of [
          ...ledger.series.flatMap(({ points }) => points.flatMap((point) => point.documents)),
          ...ledger.origins.flatMap((each) => each.documents),
        ]) {
          expect(ids.has(id)).toBe(true)
        }
        expect(ledger).toEqual(buildLedger(seen, lineage, { asOf }))
      }),
      { seed: 7, numRuns: 20 },
    )
  })

  test('no figure vanishes and none stands in two series', () => {
    const ledger = ledgerOf(documents)
    const inSeries = ledger.series.flatMap(({ points }) => points.flatMap(({ figures }) => figures))
    expect([...inSeries].sort()).toEqual(documents.flatMap(({ figures }) => figures.map(({ id }) => id)).sort())
  })
})
