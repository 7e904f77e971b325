import { describe, expect, test } from 'vitest'
import { type Invented, type InventedFigure, invented } from '../test-cases/lineage-invented.ts'
import { OWN_VOICE } from './drift-figures.ts'
import { deriveLineage } from './lineage.ts'
import type { Drift, DriftField } from './lineage-model.ts'

const COUNT =
  'The Quiet Coast Observatory counted at least 213 civilians killed by the Salt Brigade at the fish market of Port Ardal on 3 May.'
const FIGURE: InventedFigure = {
  surface: 'at least 213',
  comparator: 'at_least',
  claimant: 'Quiet Coast Observatory',
  perpetrator: 'Salt Brigade',
  victimText: 'civilians',
  place: 'Port Ardal',
  eventDate: '2031-05-03',
}
const REST = [
  'Harbour master Denno Varsik said the tide had "carried the stalls away before anyone could reach the ladders".',
  'The shelling may amount to a war crime, jurists of the Lantern Society wrote.',
  'Nurses stitched wounds by lamplight because the island generator had been dismantled for scrap.',
  'Fishing families from Oster and Kelm have camped on the salt flats since the first night.',
]

const source: Invented = { id: 'a', published: '2031-05-04', lines: [COUNT, ...REST], figures: [FIGURE] }

/** The drift of a copy in which one thing differs. */
function drifts(change: {
  readonly count?: string
  readonly rest?: readonly string[]
  readonly figure?: Partial<InventedFigure>
}): readonly Drift[] {
  const copy: Invented = {
    id: 'b',
    published: '2031-05-05',
    lines: [change.count ?? COUNT, ...(change.rest ?? REST)],
    figures: [{ ...FIGURE, ...change.figure }],
  }
  return deriveLineage([invented(source), invented(copy)]).drift
}

const CHANGES: readonly (readonly [DriftField, string, string, Parameters<typeof drifts>[0]])[] = [
  [
    'claimant',
    'Lantern Society',
    'Quiet Coast Observatory',
    { count: COUNT.replace('Quiet Coast Observatory', 'Lantern Society'), figure: { claimant: 'Lantern Society' } },
  ],
  [
    'claimant',
    OWN_VOICE,
    'Quiet Coast Observatory',
    {
      count: COUNT.replace(
        'The Quiet Coast Observatory counted at least 213 civilians',
        'In all at least 213 civilians were',
      ),
      figure: { claimant: null },
    },
  ],
  [
    'value',
    'at least 231',
    'at least 213',
    { count: COUNT.replace('213', '231'), figure: { surface: 'at least 231' } },
  ],
  [
    'comparator',
    '213',
    'at least 213',
    { count: COUNT.replace('at least ', ''), figure: { surface: '213', comparator: 'exact' } },
  ],
  [
    'category',
    'people',
    'civilians',
    { count: COUNT.replace('civilians', 'people'), figure: { victims: 'people', victimText: 'people' } },
  ],
  [
    'role',
    'at least 213 Salt Brigade fighters by harbour guards',
    'at least 213 civilians by Salt Brigade',
    {
      count: COUNT.replace('civilians killed by the Salt Brigade', 'Salt Brigade fighters killed by harbour guards'),
      figure: { victims: 'combatants', victimText: 'Salt Brigade fighters', perpetrator: 'harbour guards' },
    },
  ],
  ['place', 'Tessen', 'Port Ardal', { count: COUNT.replace('Port Ardal', 'Tessen'), figure: { place: 'Tessen' } }],
  [
    'date',
    '2031-05-13',
    '2031-05-03',
    { count: COUNT.replace('3 May', '13 May'), figure: { eventDate: '2031-05-13' } },
  ],
]

describe('figures', () => {
  test.each(CHANGES)('%s: %s for %s', (field, printed, origin, change) => {
    expect(drifts(change)).toEqual([
      expect.objectContaining({
        document: 'b',
        against: 'a',
        field,
        printed,
        origin,
        nearer: 'a',
        claim: 'b-f0',
        againstClaim: 'a-f0',
        seenIn: ['a'],
      }),
    ])
  })

  test('a faithful copy drifts nowhere, nor do parties in another spelling', () => {
    expect(drifts({})).toEqual([])
    expect(
      drifts({ count: COUNT.replace('Salt Brigade', 'Salt Brigades'), figure: { perpetrator: 'Salt Brigades' } }),
    ).toEqual([])
  })

  test('where nothing tells which came first, the one that fewer documents agree with has drifted', () => {
    const same = { ...source, published: null }
    const lines = [COUNT.replace('Quiet Coast Observatory', 'Lantern Society'), ...REST]
    const { drift } = deriveLineage([
      invented({ ...same, id: 'p' }),
      invented({ ...same, id: 'q', lines, figures: [{ ...FIGURE, claimant: 'Lantern Society' }] }),
      invented({ ...same, id: 'r' }),
    ])
    expect(drift).toHaveLength(1)
    expect(drift[0]).toMatchObject({ document: 'q', field: 'claimant', seenIn: ['p', 'r'] })
    const two = deriveLineage([
      invented({ ...same, id: 'p' }),
      invented({ ...same, id: 'q', lines, figures: [{ ...FIGURE, claimant: 'Lantern Society' }] }),
    ]).drift
    expect(two).toHaveLength(1)
    expect(two[0]!.nearer).toBeNull()
  })
})

describe('words', () => {
  const withRest = (from: string, to: string) => drifts({ rest: REST.map((line) => line.replace(from, to)) })

  test('a quotation altered', () => {
    expect(withRest('stalls away before anyone', 'stalls away once somebody')).toEqual([
      expect.objectContaining({
        document: 'b',
        field: 'quote',
        nearer: 'a',
        reason: expect.stringContaining('before anyone'),
      }),
    ])
  })

  test('a quotation cut short is no alteration', () => {
    expect(withRest(' before anyone could reach the ladders"', '" in minutes')).toEqual([])
  })

  test('a hedge dropped', () => {
    expect(withRest('may amount to', 'amounts to')).toEqual([
      expect.objectContaining({
        document: 'b',
        field: 'hedge',
        printed: expect.stringContaining('amounts to'),
        origin: expect.stringContaining('may amount'),
      }),
    ])
  })

  test.each(['on 3 May', 'in May', 'on May 3'])('a month is no hedge: %s', (day) => {
    const line = (when: string) => [`Divers of the Lantern Society found the harbour bell ${when}, green with weed.`]
    const withDay = invented({ ...source, lines: [...source.lines, ...line(day)] })
    const copy = invented({
      id: 'b',
      published: '2031-05-05',
      lines: [COUNT, ...REST, ...line('then')],
      figures: [FIGURE],
    })
    expect(deriveLineage([withDay, copy]).drift).toEqual([])
  })

  test('words added to what somebody said', () => {
    expect(withRest('ladders".', 'ladders" of the rival smugglers.')).toEqual([
      expect.objectContaining({ document: 'b', field: 'added-words', printed: 'of the rival smugglers' }),
    ])
  })
})

test('one origin whose figure separate reports bound differently is shown, without saying which is right', () => {
  const bare = invented({
    id: 'a',
    lines: ['Reef Watch says 745 civilians died in Kelm.', 'Roads stayed shut on Sunday.'],
    figures: [{ surface: '745', claimant: 'Reef Watch', place: 'Kelm' }],
  })
  const bounded = invented({
    id: 'b',
    lines: [
      'By the count of Reef Watch the dead of Kelm include at least 745 civilians.',
      'Bakeries opened for two hours.',
    ],
    figures: [{ surface: 'at least 745', comparator: 'at_least', claimant: 'Reef Watch', place: 'Kelm' }],
  })
  const { edges, drift } = deriveLineage([bare, bounded])
  expect(edges).toEqual([])
  expect(drift).toEqual([expect.objectContaining({ field: 'comparator', nearer: null })])
})

test('figures that differ in role or scope are never matched across separate reports', () => {
  const victims = invented({
    id: 'a',
    lines: ['Reef Watch says gunmen of the Old Guard killed 148 civilians in Kelm.', 'Roads stayed shut on Sunday.'],
    figures: [{ surface: '148', claimant: 'Reef Watch', perpetrator: 'gunmen of the Old Guard' }],
  })
  const fighters = invented({
    id: 'b',
    lines: [
      'The Tide Bureau counts 148 dead gunmen of the Old Guard after the battle.',
      'Bakeries opened for two hours.',
    ],
    figures: [
      { surface: '148', claimant: 'Tide Bureau', victims: 'combatants', victimText: 'gunmen of the Old Guard' },
    ],
  })
  expect(deriveLineage([victims, fighters])).toEqual({ edges: [], drift: [] })
})
