/** The harness around MUC-4: keys and messages of the same form, wholly invented, are read as they mean. */
import { expect, test } from 'vitest'
import { readKey } from '../bench/muc4-key.ts'
import { casing, readMessages } from '../bench/muc4-text.ts'

const template = (id: string, type: string, numbers: readonly string[], effects: readonly string[]) =>
  [
    `0.  MESSAGE: ID                     ${id}`,
    `4.  INCIDENT: TYPE                  ${type}`,
    `20. HUM TGT: TYPE                   CIVILIAN: "MILLERS"`,
    ...numbers.map((line, at) => `${at === 0 ? '21. HUM TGT: NUMBER                 ' : ' '.repeat(36)}${line}`),
    '22. HUM TGT: FOREIGN NATION         -',
    ...effects.map((line, at) => `${at === 0 ? '23. HUM TGT: EFFECT OF INCIDENT     ' : ' '.repeat(36)}${line}`),
    '24. HUM TGT: TOTAL NUMBER           -',
    '',
  ].join('\n')

test('number and effect of a key belong together where they name a common target', () => {
  const key = readKey(
    [
      template(
        'TST9-MUC3-0001',
        'BOMBING',
        ['6: "MILLERS" / "MEN"', '2: "A \\"BIG\\" GUARD"', 'PLURAL: "PASSERS-BY"', '~40: "COWS"'],
        ['DEATH: "MEN"', 'INJURY: "A \\"BIG\\" GUARD"', 'INJURY: "PASSERS-BY"', 'NO INJURY: "COWS"'],
      ),
      template('TST9-MUC3-0001', 'KIDNAPPING', ['? 5 / 6: "BAKERS"'], ['-']),
      template('TST9-MUC3-0002', '*', ['*'], ['*']),
    ].join('\n'),
  )
  expect(key.get('TST9-MUC3-0001')).toEqual({
    relevant: true,
    pairs: [
      { values: [6], effect: 'killed', optional: false },
      { values: [2], effect: 'injured', optional: false },
      { values: [5, 6], effect: 'abducted', optional: true },
    ],
    unnumbered: ['injured'],
  })
  expect(key.get('TST9-MUC3-0002')).toEqual({ relevant: false, pairs: [], unnumbered: [] })
})

test('messages in capitals are given a case without a list of names of their own', () => {
  const places = [{ id: 'p', name: 'Upper Osk', aliases: [], country: null, latitude: null, longitude: null }]
  const casingOf = casing({ parties: [], places: places.map((place) => ({ ...place, kind: 'region' as const })) })
  const [first, second] = readMessages(
    'TST9-MUC3-0001\n\n   OSK CITY, 4 FEB 90 (ANA) -- [TEXT] THE MILLERS OF UPPER\nOSK [MUO] LEFT ON SUNDAY.  SIX DIED.\n\n   "IT RAINED."\n\n\nTST9-MUC3-0002 (CONT)\n\n   NO DATELINE.\n',
    casingOf,
  )
  expect(first).toMatchObject({
    id: 'TST9-MUC3-0001',
    published: '1990-02-04',
    text: 'The millers of Upper Osk [MUO] left on Sunday. Six died.\n\n"It rained."',
    blocks: [
      { kind: 'body', start: 0, end: 56 },
      { kind: 'body', start: 58, end: 70 },
    ],
  })
  expect(second).toMatchObject({ id: 'TST9-MUC3-0002', published: null, text: 'No dateline.' })
})
