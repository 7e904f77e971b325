/** Commitments of the ledger, and the ledger as of a day. */
import { describe, expect, test } from 'vitest'
import { ledgerOf, report } from '../test-cases/ledger-invented.ts'
import { invented } from '../test-cases/lineage-invented.ts'
import { LedgerDateError } from './ledger.ts'

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
