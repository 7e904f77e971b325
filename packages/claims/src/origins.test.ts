/** Origins behind a figure: whoever repeats another adds none. */
import { describe, expect, test } from 'vitest'
import { ledgerOf, relation, report } from '../test-cases/ledger-invented.ts'
import { type InventedFigure, invented } from '../test-cases/lineage-invented.ts'

describe('origins', () => {
  const line = (outlet: string) =>
    `${outlet} readers learn from the Quiet Coast Observatory that 1,730 islanders were killed.`
  const figure: InventedFigure = { surface: '1,730', claimant: 'Quiet Coast Observatory' }

  test('five outlets that carry one monitor are one origin', () => {
    const documents = ['Herald', 'Post', 'Voice', 'Mirror', 'Globe'].map((outlet, i) =>
      report(`d${i}`, `2031-05-0${i + 1}`, { said: line(outlet), ...figure }),
    )
    const [origins] = ledgerOf(documents).origins
    expect(origins).toMatchObject({ count: 1, independence: 'not assessed', documents: ['d0', 'd1', 'd2', 'd3', 'd4'] })
  })

  test('two monitors are two named origins; an own voice is none', () => {
    const ledger = ledgerOf([
      report('a', '2031-05-01', { said: line('Herald'), ...figure }),
      report('b', '2031-05-01', {
        said: 'By the tally of Reef Watch 1,730 islanders were killed.',
        surface: '1,730',
        claimant: 'Reef Watch',
      }),
      report('c', '2031-05-01', { said: 'The war killed 1,730 islanders.', surface: '1,730' }),
    ])
    expect(ledger.origins).toHaveLength(1)
    expect(ledger.origins[0]).toMatchObject({ count: 2, documents: ['a', 'b', 'c'] })
    expect(ledger.series.map(({ origin }) => origin)).toEqual(['Quiet Coast Observatory', 'Reef Watch', null])
  })

  test('an attribution that drifted is shown and not counted, and its figure stands with the origin', () => {
    const rest = [
      'Nurses stitched wounds by lamplight because the island generator had been dismantled for scrap.',
      'Fishing families from Oster and Kelm have camped on the salt flats since the first night.',
    ]
    const ledger = ledgerOf([
      invented({ id: 'a', published: '2031-05-01', lines: [line('Many'), ...rest], figures: [figure] }),
      invented({
        id: 'b',
        published: '2031-05-02',
        lines: [line('Many').replace('Quiet Coast Observatory', 'Lantern Society'), ...rest],
        figures: [{ ...figure, claimant: 'Lantern Society' }],
      }),
    ])
    expect(ledger.origins).toEqual([
      expect.objectContaining({
        count: 1,
        origins: [
          { name: 'Quiet Coast Observatory', documents: ['a'], figures: ['a-f0'], driftedFrom: null },
          { name: 'Lantern Society', documents: ['b'], figures: ['b-f0'], driftedFrom: 'Quiet Coast Observatory' },
        ],
      }),
    ])
    expect(ledger.series).toEqual([expect.objectContaining({ origin: 'Quiet Coast Observatory' })])
    expect(ledger.series[0]!.points[0]!.documents).toEqual(['a', 'b'])
  })

  test('what a monitor publishes itself has the monitor as its origin', () => {
    const bulletin = invented({
      id: 'a',
      outlet: 'Reef Watch',
      published: '2031-05-01',
      lines: ['We have recorded 1,730 deaths.'],
      figures: [{ surface: '1,730' }],
    })
    const cited = report('b', '2031-05-02', {
      said: 'Reef Watch counts 1,730 dead.',
      surface: '1,730',
      claimant: 'Reef Watch',
    })
    expect(ledgerOf([bulletin, cited]).origins).toEqual([expect.objectContaining({ count: 1, documents: ['a', 'b'] })])
    expect(ledgerOf([bulletin]).origins).toEqual([expect.objectContaining({ count: 0 })])
  })

  test('one number of different victims is two figures, related as such', () => {
    const ledger = ledgerOf([
      report('a', '2031-05-04', {
        said: 'Reef Watch: gunmen killed 148 civilians.',
        surface: '148',
        claimant: 'Reef Watch',
        perpetrator: 'gunmen',
      }),
      report('b', '2031-05-04', {
        said: 'Tide Bureau: 148 gunmen killed.',
        surface: '148',
        claimant: 'Tide Bureau',
        victims: 'combatants',
        victimText: 'gunmen',
      }),
    ])
    expect(ledger.origins).toHaveLength(2)
    expect(relation(ledger, 'a-f0', 'b-f0')).toBe('different-role')
  })
})
