import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type InventedFigure, invented } from '../test-cases/lineage-invented.ts'
import { buildLedger } from './ledger.ts'
import { type LedgerRange, RANGE_RULES, type RangeRule } from './ledger-model.ts'
import { deriveLineage } from './lineage.ts'
import { parseCount } from './number.ts'

type Toll = Omit<InventedFigure, 'asOf'> & { readonly day: string; readonly published?: string }

/** One document for each toll, published the day after it counts to. */
function rangesOf(tolls: readonly Toll[], rule: RangeRule | null = null, asOf: string | null = null) {
  const documents = tolls.map(({ day, published, ...figure }, at) =>
    invented({
      id: `d${at}`,
      published: published ?? `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`,
      lines: [
        `${figure.claimant ?? 'We'} count ${figure.surface} dead by ${day} at ${figure.place ?? 'sea'}.`,
        `Bulletin ${at} closes with tide table ${at * 37 + 11} for skippers.`,
      ],
      figures: [{ ...parseCount(figure.surface, 'en'), ...figure, ...(published === undefined ? { asOf: day } : {}) }],
    }),
  )
  return buildLedger(documents, deriveLineage(documents), { asOf, rangeRule: rule }).ranges
}

const KELM = { place: 'Kelm' }
const TOLLS: readonly Toll[] = [
  { ...KELM, surface: '213', claimant: 'Reef Watch', day: '2031-05-04' },
  { ...KELM, surface: '260', claimant: 'Reef Watch', day: '2031-05-08' },
  { ...KELM, surface: 'at least 301', claimant: 'Quiet Coast Observatory', day: '2031-05-08' },
  { ...KELM, surface: '148', claimant: 'Harbour Ministry', day: '2031-05-07' },
]
const only = (ranges: readonly LedgerRange[]) => {
  expect(ranges).toHaveLength(1)
  return ranges[0]!
}

describe('ranges across origins', () => {
  test('where nobody chose, the range is published: lowest to highest of what stands, never an average', () => {
    const range = only(rangesOf(TOLLS))
    expect(range).toMatchObject({ rule: 'publish-the-range', low: 148, high: null, best: null, place: 'Kelm' })
    expect(range.from.map(({ origin, low, high, asOf, used }) => [origin, low, high, asOf, used])).toEqual([
      ['Harbour Ministry', 148, 148, '2031-05-07', true],
      ['Quiet Coast Observatory', 301, null, '2031-05-08', true],
      ['Reef Watch', 260, 260, '2031-05-08', true],
    ])
    expect(range.reason).toBe(
      'nobody chose a rule, so the range is published: Harbour Ministry 148 (2031-05-07); Quiet Coast Observatory at least 301 (2031-05-08); Reef Watch 260 (2031-05-08)',
    )
  })

  test('as of a date, with the counts that stood then', () => {
    const range = only(rangesOf(TOLLS, null, '2031-05-08'))
    expect(range).toMatchObject({ low: 148, high: 213 })
    expect(range.from.map(({ origin }) => origin)).toEqual(['Harbour Ministry', 'Reef Watch'])
  })

  test.each<readonly [RangeRule, Partial<LedgerRange>, RegExp]>([
    [{ rule: 'publish-the-range', origin: null }, { low: 148, high: null, best: null }, /^the range is published/],
    [
      { rule: 'prioritise-origin', origin: 'Reef Watch' },
      { low: 260, high: 260, best: 260 },
      /^the case follows Reef Watch/,
    ],
    [
      { rule: 'prioritise-origin', origin: 'Lamp Society' },
      { low: null, high: null, best: null },
      /nothing is put in its place/,
    ],
    [{ rule: 'best-low-high', origin: 'Reef Watch' }, { low: 148, high: null, best: 260 }, /best is the count of Reef/],
    [{ rule: 'mark-unknown', origin: null }, { low: null, high: null, best: null }, /marks it unknown/],
    [{ rule: 'keep-pending', origin: null }, { low: null, high: null, best: null }, /keeps it pending/],
    [{ rule: 'ask-the-source', origin: null }, { low: null, high: null, best: null }, /asks the sources/],
  ])('%j', (rule, expected, reason) => {
    const range = only(rangesOf(TOLLS, rule))
    expect(range).toMatchObject({ rule: rule.rule, ...expected })
    expect(range.reason).toMatch(reason)
    expect(range.from).toHaveLength(3)
    const rests = { 'prioritise-origin': rule.origin === 'Reef Watch' ? 1 : 0, 'best-low-high': 3 }[rule.rule as string]
    expect(range.from.filter(({ used }) => used)).toHaveLength(rests ?? (rule.rule === 'publish-the-range' ? 3 : 0))
  })

  test('rules for disagreement leave alone what agrees', () => {
    const agreeing = TOLLS.slice(1, 2).concat({
      ...KELM,
      surface: 'at least 240',
      claimant: 'Lamp Society',
      day: '2031-05-08',
    })
    expect(only(rangesOf(agreeing, { rule: 'mark-unknown', origin: null }))).toMatchObject({ low: 240, high: null })
    const alone = only(rangesOf(TOLLS.slice(0, 2), { rule: 'keep-pending', origin: null }))
    expect(alone).toMatchObject({ low: 260, high: 260, reason: 'one origin alone: Reef Watch 260 (2031-05-08)' })
  })

  test('the best of an origin that gives a range, a ceiling or a word is not made up', () => {
    for (const [surface, best] of [
      ['200 to 250', null],
      ['up to 250', null],
      ['hundreds', null],
      ['at least 90', 90],
    ] as const) {
      const tolls = [{ ...KELM, surface, claimant: 'Reef Watch', day: '2031-05-04' }]
      expect(only(rangesOf(tolls, { rule: 'best-low-high', origin: 'Reef Watch' })).best, surface).toBe(best)
    }
  })

  test('an old count printed late does not replace a later one; a smaller count that is dated does', () => {
    const late = { ...KELM, surface: '90', claimant: 'Reef Watch', day: '2031-05-04', published: '2031-05-20' }
    expect(only(rangesOf([...TOLLS.slice(0, 2), late])).high).toBe(260)
    const revised = { ...KELM, surface: '244', claimant: 'Reef Watch', day: '2031-05-12' }
    expect(only(rangesOf([...TOLLS.slice(0, 2), revised])).high).toBe(244)
  })

  test('daily counts, subsets, other victims, places and perpetrators, and outlets in their own voice stay out', () => {
    const base = { ...TOLLS[0]!, claimant: 'Lamp Society' }
    const ranges = rangesOf([
      TOLLS[0]!,
      { ...base, surface: '21', scope: 'daily' },
      { ...base, surface: '22', scope: 'subset' },
      { ...base, surface: '23', victims: 'children' },
      { ...base, surface: '24', place: 'Port Ardal' },
      { ...base, surface: '25', perpetrator: 'river militias' },
      { ...base, surface: '26', effect: 'injured' },
      { ...base, surface: '27', claimant: null },
    ])
    expect(ranges.every(({ from }) => from.length === 1)).toBe(true)
    expect(ranges.map(({ low }) => low).sort()).toEqual([213, 23, 24, 25, 26])
  })

  test('whatever the rule, low and high are bounds that an origin prints', () => {
    const toll = fc.record({
      claimant: fc.constantFrom('Reef Watch', 'Lamp Society', 'Harbour Ministry'),
      surface: fc.integer({ min: 100, max: 999 }).map(String),
      day: fc.constantFrom('2031-05-04', '2031-05-08', '2031-05-12'),
    })
    const rule = fc.record({ rule: fc.constantFrom(...RANGE_RULES), origin: fc.constant('Reef Watch') })
    fc.assert(
      fc.property(fc.array(toll, { minLength: 1, maxLength: 6 }), rule, (some, chosen) => {
        const tolls = some.map((each) => ({ ...KELM, ...each }))
        const printed = new Set<number | null>([null, ...tolls.map(({ surface }) => Number(surface))])
        for (const { low, high, best } of rangesOf(tolls, chosen)) {
          for (const number of [low, high, best]) expect(printed).toContain(number)
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
        }
      }),
      { seed: 11, numRuns: 40 },
    )
  })
})
