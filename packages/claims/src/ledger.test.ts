import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Invented, type InventedFigure, invented, inventedCase } from '../test-cases/lineage-invented.ts'
import { buildLedger, LedgerDateError } from './ledger.ts'
import type { Ledger, RelationKind, SeriesRuling } from './ledger-model.ts'
import { deriveLineage } from './lineage.ts'
import type { ReadDocument } from './lineage-model.ts'

function ledgerOf(documents: readonly ReadDocument[], asOf: string | null = null): Ledger {
  return buildLedger(documents, deriveLineage(documents), { asOf })
}

let sentence = 0
/** A document of its own for each figure, so that only the figures connect them. */
function report(
  id: string,
  published: string | null,
  ...figures: readonly (InventedFigure & { readonly said: string })[]
): ReadDocument {
  sentence++
  const lines = [
    ...figures.map(({ said }) => said),
    `Bulletin ${id} closes with tide table ${sentence * 37} for skippers.`,
  ]
  const from: Invented = { id, published, lines, figures: figures.map(({ said: _, ...figure }) => figure) }
  return invented(from)
}

const relation = (ledger: Ledger, a: string, b: string): RelationKind | undefined =>
  ledger.relations.find((each) => (each.a === a && each.b === b) || (each.a === b && each.b === a))?.kind

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

describe('relations', () => {
  const base = { claimant: 'Reef Watch', place: 'Kelm' }

  test('parts are held against their whole', () => {
    const ledger = ledgerOf([
      report(
        'a',
        '2031-05-04',
        { ...base, said: 'Reef Watch: 207 dead in Kelm.', surface: '207', victims: 'people' },
        {
          ...base,
          said: 'Of these 134 were men.',
          surface: '134',
          scope: 'subset',
          partOf: 'a-f0',
          victims: 'people',
          victimText: 'men',
        },
        {
          ...base,
          said: 'Women make up 93.',
          surface: '93',
          scope: 'subset',
          partOf: 'a-f0',
          victims: 'people',
          victimText: 'women',
        },
        {
          ...base,
          said: 'Burned were 250.',
          surface: '250',
          scope: 'subset',
          partOf: 'a-f0',
          victims: 'people',
          victimText: 'burned',
        },
      ),
    ])
    expect(relation(ledger, 'a-f1', 'a-f0')).toBe('part-of')
    expect(ledger.relations.find(({ a }) => a === 'a-f1')!.reason).toContain('477')
    expect(relation(ledger, 'a-f3', 'a-f0')).toBe('contradicts')
  })

  test('revised downwards, taken in, and contradicted', () => {
    const ledger = ledgerOf([
      report('a', '2031-05-04', {
        ...base,
        said: 'Reef Watch: 410 civilians dead in Kelm.',
        surface: '410',
        asOf: '2031-05-03',
      }),
      report('b', '2031-05-09', {
        ...base,
        said: 'Reef Watch corrects Kelm to 380 civilians.',
        surface: '380',
        asOf: '2031-05-08',
      }),
      report('c', '2031-05-09', {
        ...base,
        said: 'In Kelm 655 people died, says Reef Watch.',
        surface: '655',
        victims: 'people',
        asOf: '2031-05-08',
      }),
      report('d', '2031-05-09', {
        said: 'Tide Bureau: 290 civilians dead in Kelm.',
        surface: '290',
        claimant: 'Tide Bureau',
        place: 'Kelm',
        asOf: '2031-05-08',
      }),
    ])
    expect(relation(ledger, 'b-f0', 'a-f0')).toBe('revises')
    expect(relation(ledger, 'c-f0', 'b-f0')).toBe('includes')
    expect(relation(ledger, 'd-f0', 'b-f0')).toBe('contradicts')
    for (const { reason } of ledger.relations) expect(reason).not.toBe('')
  })

  test('their number grows with the figures, not with their pairs', () => {
    const documents = Array.from({ length: 120 }, (_, i) =>
      report(`d${i}`, '2031-05-04', { said: `Reef Watch: ${500 + i} dead in Kelm.`, surface: `${500 + i}`, ...base }),
    )
    expect(ledgerOf(documents).relations.length).toBeLessThanOrEqual(120 * 12)
  })
})

describe('commitments', () => {
  const promise = (id: string, published: string, content: string, due: string | null, speaker = 'Ardal government') =>
    invented({
      id,
      published,
      lines: [`${speaker}: ${content}.`, `Column ${id} ends with a recipe for pickled ${id}.`],
      claims: [
        {
          kind: 'commitment',
          content,
          speaker,
          date: '2031-05-04',
          ...(due === null ? {} : { due: { text: due, date: '2031-06-04' } }),
        },
      ],
    })

  test('one promise in two reports is one commitment, with its deadline and how it was counted', () => {
    const ledger = ledgerOf([
      promise('a', '2031-05-05', 'a report on the shelling within a month', 'within a month'),
      promise('b', '2031-05-06', 'findings made public in one month', 'in one month'),
      promise('c', '2031-05-06', 'new ferries for the islands', null),
    ])
    expect(ledger.commitments).toHaveLength(2)
    expect(ledger.commitments[0]).toMatchObject({
      who: 'Ardal government',
      made: '2031-05-04',
      due: '2031-06-04',
      dueText: 'within a month',
      reading: 'counted from the statement',
      documents: ['a', 'b'],
    })
  })

  test('two parties promise apart', () => {
    const same = 'a report on the shelling within a month'
    expect(
      ledgerOf([
        promise('a', '2031-05-05', same, 'within a month'),
        promise('b', '2031-05-05', same, 'within a month', 'Salt Brigade'),
      ]).commitments,
    ).toHaveLength(2)
  })
})

describe('as of a date', () => {
  const first = report('a', '2031-05-04', {
    said: 'Reef Watch: 213 dead in Kelm.',
    surface: '213',
    claimant: 'Reef Watch',
  })
  const later = report('b', '2031-05-09', {
    said: 'Reef Watch: 260 dead in Kelm.',
    surface: '260',
    claimant: 'Reef Watch',
  })
  const undated = report('u', null, { said: 'Reef Watch: 999 dead in Kelm.', surface: '999', claimant: 'Reef Watch' })
  const vague = report('v', '2031', { said: 'Reef Watch: 888 dead in Kelm.', surface: '888', claimant: 'Reef Watch' })

  test('only documents surely published by then count; undated ones are listed', () => {
    const ledger = ledgerOf([first, later, undated, vague], '2031-05-04')
    expect(ledger.series.flatMap(({ points }) => points.map(({ value }) => value))).toEqual([213])
    expect(ledger.leftOut).toEqual([
      { document: 'u', reason: 'undated', date: null, instead: null },
      { document: 'v', reason: 'vague', date: '2031', instead: null },
    ])
    expect(ledger.asOf).toBe('2031-05-04')
  })

  test('without a date everything counts', () => {
    const ledger = ledgerOf([first, later, undated, vague])
    expect(ledger.series.flatMap(({ points }) => points.map(({ value }) => value)).sort()).toEqual([213, 260, 888, 999])
    expect(ledger.leftOut).toEqual([])
  })

  test('what is no date is refused by name', () => {
    expect(() => ledgerOf([first], 'last week')).toThrow(LedgerDateError)
    expect(() => ledgerOf([first], 'last week')).toThrow('"last week"')
  })
})

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

const total = (ledger: Ledger) => ledger.origins.reduce((sum, { count }) => sum + count, 0)

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
