/** In which relation figures stand to each other, and why. */
import { describe, expect, test } from 'vitest'
import { ledgerOf, relation, report } from '../test-cases/ledger-invented.ts'

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
