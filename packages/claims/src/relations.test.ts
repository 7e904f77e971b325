/** In which relation figures stand to each other, and why. */
import { describe, expect, test } from 'vitest'
import { ledgerOf, relation, report } from '../test-cases/ledger-invented.ts'
import type { InventedFigure } from '../test-cases/lineage-invented.ts'

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

  const said = (id: string, published: string | null, surface: string, more: Partial<InventedFigure> = {}) => {
    const figure = { ...base, victims: 'people' as const, victimText: null, surface, ...more }
    return report(id, published, { ...figure, said: `${figure.claimant} in ${figure.place}: ${surface} dead.` })
  }

  describe('counts of one origin for one day', () => {
    const asOf = '2031-05-03'

    test.each([
      ['fewer', '410', '380'],
      ['more', '410', '455'],
      ['more than a range leaves open', 'at most 400', '455'],
    ])('printed on a later day, %s: revised', (_, before, after) => {
      const comparator = before.startsWith('at most') ? { comparator: 'up_to' as const } : {}
      const ledger = ledgerOf([
        said('a', '2031-05-03', before, { asOf, ...comparator }),
        said('b', '2031-05-06', after, { asOf }),
      ])
      expect(ledger.relations).toEqual([expect.objectContaining({ a: 'b-f0', b: 'a-f0', kind: 'revises' })])
      expect(ledger.relations[0]!.reason).toContain(`first "${before}" in a, on a later day "${after}" in b`)
    })

    test('the first printing of each decides, however late it is said again', () => {
      const ledger = ledgerOf([
        said('a', '2031-05-03', '410', { asOf }),
        said('b', '2031-05-06', '380', { asOf }),
        said('c', '2031-06-30', '410', { asOf }),
      ])
      expect(relation(ledger, 'b-f0', 'a-f0')).toBe('revises')
      expect(relation(ledger, 'b-f0', 'c-f0')).toBeUndefined()
    })

    test.each([
      ['on one day', '2031-05-03', '2031-05-03'],
      ['on days that nobody knows', '2031-05-03', null],
      ['on days that may be one', '2031-05-03', '2031-05'],
    ])('printed %s: contradicted', (_, first, second) => {
      const ledger = ledgerOf([said('a', first, '410', { asOf }), said('b', second, '380', { asOf })])
      expect(relation(ledger, 'a-f0', 'b-f0')).toBe('contradicts')
    })

    test.each([
      ['Kelm', 'Kelm', 'contradicts'],
      ['Kelm', null, undefined],
      [null, null, undefined],
    ])('in one text, of %s and %s: %s', (one, other, kind) => {
      const figure = { ...base, asOf, victims: 'people' as const }
      const ledger = ledgerOf([
        report(
          'a',
          '2031-05-03',
          { ...figure, place: one, surface: '410', said: 'Reef Watch has 410 dead.' },
          { ...figure, place: other, surface: '2,421', said: 'Dead by its list, 2,421.', claimant: 'Reef Watch' },
        ),
      ])
      expect(relation(ledger, 'a-f0', 'a-f1')).toBe(kind)
    })

    test.each([
      ['what leaves the other possible', '380', { comparator: 'at_least' as const }],
      ['what is only about a number', '380', { comparator: 'about' as const }],
    ])('%s neither revises nor contradicts', (_, surface, more) => {
      const ledger = ledgerOf([
        said('a', '2031-05-03', surface, { asOf, ...more }),
        said('b', '2031-05-06', '410', { asOf }),
      ])
      expect(ledger.relations).toEqual([])
    })
  })

  test.each([
    ['exact' as const, 'revises'],
    ['at_least' as const, undefined],
    ['about' as const, undefined],
  ])('a smaller number for a later day, %s: %s', (comparator, kind) => {
    const ledger = ledgerOf([
      said('a', '2031-05-03', '410', { asOf: '2031-05-03' }),
      said('b', '2031-05-06', '380', { asOf: '2031-05-06', comparator }),
    ])
    expect(relation(ledger, 'a-f0', 'b-f0')).toBe(kind)
  })

  test('one origin that counts two stretches of days revises nothing', () => {
    const may = said('a', '2031-06-02', '96', { eventDate: '2031-05' })
    const june = said('b', '2031-07-02', '71', { eventDate: '2031-06' })
    const week = said('c', '2031-07-02', '104', { eventDate: '2031-05-11/2031-05-15' })
    expect(relation(ledgerOf([may, june]), 'a-f0', 'b-f0')).toBe('different-period')
    expect(relation(ledgerOf([june, week]), 'b-f0', 'c-f0')).toBe('different-period')
    expect(relation(ledgerOf([may, week]), 'a-f0', 'c-f0')).toBe('contradicts')
  })

  describe('counts of two origins', () => {
    const month = { claimant: 'Tide Bureau', eventDate: '2031-05' }
    const days = { eventDate: '2031-05-11/2031-05-15' }
    const held = (one: Partial<InventedFigure>, other: Partial<InventedFigure>, [less, more] = ['52', '86']) => {
      const ledger = ledgerOf([said('a', '2031-06-21', less!, one), said('b', '2031-05-17', more!, other)])
      return ledger.relations.find(({ kind }) => kind === 'contradicts')?.reason ?? null
    }

    test('a month that comes to less than five days of it cannot hold beside them', () => {
      expect(held(month, days)).toBe(
        'Tide Bureau gives "52" people from 2031-05-01 to 2031-05-31, Reef Watch "86" people from 2031-05-11 to 2031-05-15, days among those',
      )
      expect(held(month, { scope: 'daily', eventDate: '2031-05-14' })).not.toBeNull()
      expect(held(month, { ...days, victims: 'civilians' })).not.toBeNull()
      expect(held(month, { ...days, comparator: 'at_least' })).not.toBeNull()
      expect(held({ ...month, comparator: 'up_to' }, days)).not.toBeNull()
      expect(held(month, { ...days, perpetrator: 'Harbour Police' })).not.toBeNull()
    })

    test.each<[string, Partial<InventedFigure>, Partial<InventedFigure>]>([
      ['days that begin before the month', month, { eventDate: '2031-04-29/2031-05-15' }],
      ['days that end after it', month, { eventDate: '2031-05-29/2031-06-02' }],
      ['a toll that does not say since when', month, { asOf: '2031-05-15' }],
      ['a toll that may end before the days do', { ...month, eventDate: '2031-05-01/..', asOf: '2031-05' }, days],
      ['days without an end', month, { eventDate: '2031-05-11/..' }],
      ['another place', { ...month, place: 'Oster' }, days],
      ['no place', { ...month, place: null }, days],
      ['another harm', { ...month, effect: 'injured' }, days],
      ['narrower victims', { ...month, victims: 'civilians' }, days],
      ['narrower words for the victims', { ...month, victimText: 'teachers' }, days],
      ['only those killed unlawfully', { ...month, manner: 'unlawful' }, days],
      ['only those killed by one side', { ...month, perpetrator: 'Harbour Police' }, days],
      ['another side', { ...month, perpetrator: 'Old Guard' }, { ...days, perpetrator: 'Harbour Police' }],
      ['only some of the dead', { ...month, scope: 'subset' }, days],
      ['no more than about as many', { ...month, comparator: 'about' }, days],
      ['at least so many', { ...month, comparator: 'at_least' }, days],
      [
        'one day against what may be a toll',
        { ...month, scope: 'daily', eventDate: '2031-05-15' },
        { eventDate: '2031-05-15' },
      ],
      ['a later toll that does not say since when', { claimant: 'Tide Bureau', asOf: '2031-06-20' }, days],
      [
        'two tolls that say since when and not until when',
        { ...month, eventDate: '2031-05-11/..' },
        { eventDate: '2031-05-11/..' },
      ],
    ])('nothing is said of %s', (_, one, other) => {
      expect(held(one, other)).toBeNull()
    })

    test('a month that comes to more than five days of it holds beside them', () => {
      expect(held(month, days, ['90', '86'])).toBeNull()
    })

    test('whichever printing says where and when is the one that is held against others', () => {
      const ledger = ledgerOf([
        said('a', '2031-06-21', '52', month),
        said('b', '2031-05-16', '86', { place: null }),
        said('c', '2031-05-17', '86', days),
      ])
      expect(relation(ledger, 'a-f0', 'c-f0')).toBe('contradicts')
    })

    test('of an origin that gainsays a count time and again, the last does', () => {
      const since = (until: string) => ({ eventDate: '2031-05-11/..', asOf: until })
      const ledger = ledgerOf([
        said('a', '2031-06-21', '52', month),
        said('b', '2031-05-13', '62', since('2031-05-13')),
        said('c', '2031-05-14', '74', since('2031-05-14')),
        said('d', '2031-05-15', '91', since('2031-05-15')),
      ])
      const against = ledger.relations.filter(({ kind }) => kind === 'contradicts')
      expect(against).toEqual([expect.objectContaining({ a: 'a-f0', b: 'd-f0' })])
    })

    test('a contradiction is kept however many relations its figures stand in', () => {
      const many = Array.from({ length: 30 }, (_, i) =>
        said(`m${i}`, '2031-05-17', `${20 + i}`, { scope: 'daily', eventDate: `2031-05-${11 + (i % 5)}` }),
      )
      const ledger = ledgerOf([...many, said('a', '2031-06-21', '52', month), said('b', '2031-05-17', '86', days)])
      expect(relation(ledger, 'a-f0', 'b-f0')).toBe('contradicts')
    })
  })

  test('their number grows with the figures, not with their pairs', () => {
    const documents = Array.from({ length: 120 }, (_, i) =>
      report(`d${i}`, '2031-05-04', { said: `Reef Watch: ${500 + i} dead in Kelm.`, surface: `${500 + i}`, ...base }),
    )
    expect(ledgerOf(documents).relations.length).toBeLessThanOrEqual(120 * 12)
  })
})
