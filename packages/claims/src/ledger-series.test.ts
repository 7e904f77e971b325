/** Series of the ledger: what is one, what stays apart, and what people said of them. */
import { describe, expect, test } from 'vitest'
import { ledgerOf, relation, report } from '../test-cases/ledger-invented.ts'
import { buildLedger } from './ledger.ts'
import type { Ledger, SeriesRuling } from './ledger-model.ts'
import { deriveLineage } from './lineage.ts'

describe('series', () => {
  test('one origin in many spellings is one series whose points follow the dates', () => {
    const ledger = ledgerOf([
      report('a', '2031-05-04', {
        said: 'Quiet Coast Observatory (QCO): 213 civilians dead in Port Ardal.',
        surface: '213',
        claimant: 'Quiet Coast Observatory',
        place: 'Port Ardal',
        asOf: '2031-05-04',
      }),
      report('b', '2031-05-09', {
        said: 'QCO now has 260 civilians dead in Port Ardal.',
        surface: '260',
        claimant: 'QCO',
        place: 'Port Ardal',
        asOf: '2031-05-08',
      }),
      report('c', '2031-05-20', {
        said: 'In Port Ardal 301 civilians died, says the Observatory of the Quiet Coast.',
        surface: '301',
        claimant: 'Observatory of the Quiet Coast',
        place: 'Port Ardal',
      }),
    ])
    expect(ledger.series).toHaveLength(1)
    expect(ledger.series[0]).toMatchObject({ origin: 'Quiet Coast Observatory', place: 'Port Ardal', scope: 'total' })
    expect(ledger.series[0]!.points.map(({ value, asOf, asOfBasis }) => [value, asOf, asOfBasis])).toEqual([
      [213, '2031-05-04', 'stated'],
      [260, '2031-05-08', 'stated'],
      [301, '2031-05-20', 'published'],
    ])
    expect(relation(ledger, 'a-f0', 'b-f0')).toBe('supersedes')
  })

  test('total, daily, subset and background never share a series', () => {
    const said = (words: string) => `Reef Watch gives ${words} for Kelm.`
    const base = { claimant: 'Reef Watch', place: 'Kelm' }
    const ledger = ledgerOf([
      report(
        'a',
        '2031-05-04',
        { ...base, said: said('340 dead'), surface: '340' },
        { ...base, said: said('22 dead on Monday'), surface: '22', scope: 'daily', eventDate: '2031-05-03' },
        { ...base, said: said('41 dead teachers'), surface: '41', scope: 'subset', victimText: 'teachers' },
        { ...base, said: said('9,000 dead since the old war'), surface: '9,000', scope: 'background' },
      ),
    ])
    expect(ledger.series.map(({ scope, points }) => [scope, points.length]).sort()).toEqual([
      ['background', 1],
      ['daily', 1],
      ['subset', 1],
      ['total', 1],
    ])
    expect(relation(ledger, 'a-f0', 'a-f1')).toBe('different-period')
    expect(relation(ledger, 'a-f0', 'a-f2')).toBe('different-scope')
  })

  test('points keep comparator and bounds', () => {
    const ledger = ledgerOf([
      report('a', '2031-05-04', {
        said: 'Reef Watch: at least 327 dead in Kelm.',
        surface: 'at least 327',
        comparator: 'at_least',
        claimant: 'Reef Watch',
      }),
    ])
    expect(ledger.series[0]!.points[0]).toMatchObject({ value: 327, comparator: 'at_least', low: 327, high: null })
  })

  test('a headline that repeats a figure is the same point, however it rounds', () => {
    const ledger = ledgerOf([
      report(
        'a',
        '2031-05-04',
        { said: 'Over 300 dead in Kelm', surface: 'Over 300', comparator: 'more_than', repeatOf: 'a-f1' },
        { said: 'Reef Watch says 312 civilians died in Kelm.', surface: '312', claimant: 'Reef Watch' },
      ),
    ])
    expect(ledger.series).toHaveLength(1)
    expect(ledger.series[0]!.points).toEqual([expect.objectContaining({ value: 312, figures: ['a-f0', 'a-f1'] })])
    expect(ledger.origins).toEqual([expect.objectContaining({ count: 1, figures: ['a-f0', 'a-f1'] })])
  })

  test('a figure that leaves the place unsaid joins a series only where its document speaks of the place', () => {
    const placed = report('a', '2031-05-04', {
      said: 'Reef Watch: 340 dead in Kelm.',
      surface: '340',
      claimant: 'Reef Watch',
      place: 'Kelm',
    })
    const speaks = report('b', '2031-05-09', {
      said: 'After Kelm, Reef Watch counts 410 dead.',
      surface: '410',
      claimant: 'Reef Watch',
    })
    const silent = report('c', '2031-05-09', {
      said: 'Reef Watch counts 575 dead.',
      surface: '575',
      claimant: 'Reef Watch',
    })
    expect(ledgerOf([placed, speaks]).series).toHaveLength(1)
    expect(ledgerOf([placed, silent]).series).toHaveLength(2)
  })

  test('two alleged perpetrators are two series, and a figure that names neither joins neither', () => {
    const by = (id: string, n: string, perpetrator: string | null) =>
      report(id, '2031-05-04', {
        said: `Reef Watch: ${n} dead in Kelm${perpetrator === null ? '' : ` by the ${perpetrator}`}.`,
        surface: n,
        claimant: 'Reef Watch',
        place: 'Kelm',
        perpetrator,
      })
    expect(
      ledgerOf([by('a', '148', 'Old Guard'), by('b', '327', 'Harbour Police'), by('c', '500', null)]).series,
    ).toHaveLength(3)
  })
})

describe('what people said of series', () => {
  const base = { claimant: 'Reef Watch', place: 'Kelm' }
  const DOCUMENTS = [
    report('a', '2031-05-04', {
      ...base,
      said: 'Reef Watch has 213 dead in Kelm.',
      surface: '213',
      asOf: '2031-05-04',
    }),
    report('b', '2031-05-08', {
      ...base,
      said: 'In Kelm Reef Watch has 260 dead.',
      surface: '260',
      asOf: '2031-05-08',
    }),
    report('c', '2031-05-09', { ...base, said: 'Dead at Oster: 31, Reef Watch.', surface: '31', place: 'Oster' }),
    report('d', '2031-05-09', { ...base, said: 'Hurt at Kelm: 77, Reef Watch.', surface: '77', effect: 'injured' }),
  ]
  const ruled = (...seriesRulings: readonly SeriesRuling[]) =>
    buildLedger(DOCUMENTS, deriveLineage(DOCUMENTS), { asOf: null, seriesRulings })
  const shape = ({ series }: Ledger) =>
    series.map(({ points, splitOff }) => `${points.map(({ value }) => value).join(' ')}${splitOff ? '*' : ''}`).sort()
  const split = (...figures: readonly string[]): SeriesRuling => ({ kind: 'split', figures })
  const join = (...figures: readonly string[]): SeriesRuling => ({ kind: 'join', figures })

  test('figures split off are a series of their own, and no range takes them in', () => {
    expect(shape(ruled())).toEqual(['213 260', '31', '77'])
    const ledger = ruled(split('b-f0'))
    expect(shape(ledger)).toEqual(['213', '260*', '31', '77'])
    expect(ledger.ranges.map(({ low }) => low).sort()).toEqual([213, 260, 31, 77])
  })

  test('series joined are one, unless they count different things', () => {
    expect(shape(ruled(join('a-f0', 'c-f0')))).toEqual(['213 260 31', '77'])
    expect(shape(ruled(join('a-f0', 'd-f0')))).toEqual(['213 260', '31', '77'])
  })

  test('the later goes before the earlier', () => {
    expect(shape(ruled(split('b-f0'), join('a-f0', 'b-f0')))).toEqual(['213 260', '31', '77'])
    expect(shape(ruled(join('a-f0', 'b-f0', 'c-f0'), split('c-f0')))).toEqual(['213 260', '31*', '77'])
  })
})
