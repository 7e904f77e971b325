import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invented, inventedCase } from '../test-cases/lineage-invented.ts'
import { type DatedDocument, datingOf, knownDocuments, printedOn } from './known-day.ts'
import { buildLedger, lineageAsOf } from './ledger.ts'
import { deriveLineage } from './lineage.ts'
import { isBefore } from './lineage-direction.ts'
import type { ReadDocument } from './lineage-model.ts'

const page = (id: string, dates: Partial<DatedDocument> & { readonly address?: string }, text = id): ReadDocument => ({
  ...invented({ id, lines: [`Invented words of ${text}.`], published: dates.published ?? null }),
  ...dates,
})
const seenOn = (day: string, ...documents: readonly ReadDocument[]) => {
  const { known, leftOut } = knownDocuments(documents, day)
  return [...known.map(({ id }) => `${id} known`), ...leftOut.map(({ document, reason }) => `${document} ${reason}`)]
}

describe('what was known on 5 March', () => {
  test.each<readonly [string, Partial<DatedDocument>, readonly string[]]>([
    ['published by then', { published: '2031-03-05' }, ['a known']],
    ['published at an hour of that day', { published: '2031-03-05T22:10:00Z' }, ['a known']],
    ['published later', { published: '2031-03-06' }, []],
    ['published in that month', { published: '2031-03' }, ['a vague']],
    ['published in that month and captured on the 4th', { published: '2031-03', captured: '2031-03-04' }, ['a known']],
    ['published in the month before', { published: '2031-02' }, ['a known']],
    ['without a date', {}, ['a undated']],
    ['without a date, however early it was captured', { captured: '2031-03-01' }, ['a undated']],
    ['changed by then', { published: '2031-03-01', modified: '2031-03-04' }, ['a known']],
    ['changed on the day of publication', { published: '2031-03-01', modified: '2031-03-01' }, ['a known']],
    ['changed later', { published: '2031-03-01', modified: '2031-03-09' }, ['a edited']],
    ['changed some day that month', { published: '2031-03-01', modified: '2031-03' }, ['a edited']],
    [
      'changed some day that month, and captured on the 4th',
      { published: '2031-03-01', modified: '2031-03', captured: '2031-03-04' },
      ['a known'],
    ],
    ['only the change is dated', { modified: '2031-03-04' }, ['a known']],
    [
      'the change lies behind the capture, so the capture counts',
      { published: '2031-03-01', modified: '2031-09-09', captured: '2031-03-04' },
      ['a known'],
    ],
    ['dated behind its capture', { published: '2031-03-04', captured: '2031-02-01' }, ['a future']],
    [
      'dated the day after its capture, as in another time zone',
      { published: '2031-03-02', captured: '2031-03-01' },
      ['a known'],
    ],
    ['a date that is none', { published: 'Tuesday' }, ['a undated']],
  ])('%s', (_, dates, expected) => {
    expect(seenOn('2031-03-05', page('a', dates))).toEqual(expected)
  })

  const address = 'https://paper.example/1'
  const first = page('first', { published: '2031-03-01', captured: '2031-03-02', address })
  const changed = page('second', { published: '2031-03-01', captured: '2031-03-09', address })

  test('of two captures of a page in other words the earlier counts, the later from its capture', () => {
    expect(seenOn('2031-03-05', first, changed)).toEqual(['first known', 'second edited'])
    expect(knownDocuments([changed, first], '2031-03-05').leftOut).toEqual([
      { document: 'second', reason: 'edited', date: '2031-03-09', instead: 'first' },
    ])
    expect(seenOn('2031-03-09', first, changed)).toEqual(['first known', 'second known'])
  })

  test('the same words captured again are no edit', () => {
    expect(seenOn('2031-03-05', first, { ...changed, text: first.text })).toEqual(['first known', 'second known'])
  })
})

test('a date behind the capture is marked, places no point and gives no direction', () => {
  const impossible = page('a', { published: '2099-01-01', captured: '2031-03-04' })
  expect(datingOf(impossible)).toBe('future')
  expect(printedOn(impossible)).toBeNull()
  expect(isBefore(page('b', { published: '2031-03-01' }), impossible)).toBe(false)
})

test('a page that was changed after another appeared is not certainly the earlier one', () => {
  const other = page('b', { published: '2031-03-05' })
  expect(isBefore(page('a', { published: '2031-03-01' }), other)).toBe(true)
  expect(isBefore(page('a', { published: '2031-03-01', modified: '2031-03-07' }), other)).toBe(false)
})

describe('laws', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-05-${String(n).padStart(2, '0')}`)
  const date = fc.oneof({ weight: 8, arbitrary: day }, fc.constantFrom(null, '2031-05', '2031'))
  const dates = fc.record({
    published: date,
    modified: fc.option(date),
    captured: fc.option(day),
    address: fc.option(fc.constantFrom('https://a.example', 'https://b.example')),
  })
  const cases = inventedCase()
  const dated = fc
    .array(dates, { minLength: cases.length, maxLength: cases.length })
    .map((all) => all.map((one, i): ReadDocument => ({ ...cases[i]!, ...one })))

  test('every document that may have been out is known or left out, never both, and stays known', () => {
    fc.assert(
      fc.property(dated, day, day, (documents, one, other) => {
        const [early, late] = [one, other].sort() as [string, string]
        const { known, leftOut } = knownDocuments(documents, early)
        const ids = new Set(known.map(({ id }) => id))
        for (const { document } of leftOut) expect(ids.has(document)).toBe(false)
        const out = documents.filter(
          ({ published }) => published !== null && published <= early && published.length > 7,
        )
        const placed = new Set([...ids, ...leftOut.map(({ document }) => document)])
        for (const { id } of out) expect(placed.has(id)).toBe(true)
        const later = new Set(knownDocuments(documents, late).known.map(({ id }) => id))
        for (const id of ids) expect(later.has(id)).toBe(true)
      }),
      { seed: 41, numRuns: 200 },
    )
  })

  test('the ledger and the lineage as of a date never use a later document', () => {
    fc.assert(
      fc.property(dated, day, (documents, asOf) => {
        const lineage = deriveLineage(documents)
        const { known } = knownDocuments(documents, asOf)
        const ids = new Set(known.map(({ id }) => id))
        for (const { id, modified, published, captured } of documents) {
          if (!ids.has(id)) continue
          const latest = modified != null && modified > (published ?? '') ? [modified, captured] : [published, modified]
          expect(latest.some((one) => one != null && (one <= asOf || one.length < 10))).toBe(true)
        }
        const ledger = buildLedger(documents, lineage, { asOf })
        const cited = [
          ...ledger.series.flatMap(({ points }) => points.flatMap((point) => point.documents)),
          ...ledger.origins.flatMap((each) => each.documents),
          ...ledger.ranges.flatMap(({ from }) => from.flatMap((one) => one.documents)),
          ...ledger.commitments.flatMap((each) => each.documents),
        ]
        for (const id of cited) expect(ids.has(id)).toBe(true)
        // Whatever came later could be missing: nothing that is shown would change.
        const without = documents.filter(({ id }) => ids.has(id))
        const { leftOut: _, ...shown } = ledger
        const { leftOut: __, ...alone } = buildLedger(without, lineage, { asOf })
        expect(shown).toEqual(alone)
        const seen = lineageAsOf(documents, lineage, { asOf })
        expect(seen.edges).toEqual(lineageAsOf(without, lineage, { asOf }).edges)
        expect(seen.drift).toEqual(lineageAsOf(without, lineage, { asOf }).drift)
        for (const { a, b } of seen.edges) expect(ids.has(a) && ids.has(b)).toBe(true)
        for (const { document, against, seenIn } of seen.drift) {
          for (const id of [document, against, ...seenIn]) expect(ids.has(id)).toBe(true)
        }
      }),
      { seed: 42, numRuns: 40 },
    )
  })
})
