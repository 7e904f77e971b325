/** What a hostile document, file name or error may send to a terminal, and what of it gets there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, table } from './table.ts'
import { visible, visibleInColour, visibleJson } from './terminal-text.ts'

/** Clears the screen, sets the title, answers with the terminal's state, hides text, writes over the line. */
const HOSTILE = [
  '\u001b[2J\u001b[H',
  '\u001b]0;owned\u0007',
  '\u001b[6n',
  '\u001b[8mhidden\u001b[0m',
  'ten\rone hundred',
  '\u009b31mred',
  '\u0090q\u009c',
  'a\u202eb',
  '\u007f\u0008\u0000',
]
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

describe('controls are shown, not obeyed', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
    expect(visible(text)).not.toMatch(STEERS)
    expect(table(['figure', 'said by'], [[text, text]])).not.toMatch(STEERS)
  })

  test('names each control and keeps every other character', () => {
    expect(visible('a\u001b[2Jb\tc\nd\u009b\u202e\u007f مجزرة')).toBe('a␛[2Jb\tc\nd\\u009b\\u202e␡ مجزرة')
  })

  test('keeps the colours of our own answers and nothing that hides, moves or erases', () => {
    const painted = '\u001b[4;31mkilled\u001b[0m'
    expect(visibleInColour(painted)).toBe(painted)
    expect(visibleInColour('\u001b[1;33mn\u001b[0m\u001b[2Kx')).toBe('\u001b[1;33mn\u001b[0m␛[2Kx')
    for (const code of ['8', '5', '2J', '31', '38;5;1', '1;8'])
      expect(visibleInColour(`\u001b[${code}m`.replace('Jm', 'J'))).toBe(
        code === '31' ? '\u001b[31m' : `␛[${code}m`.replace('Jm', 'J'),
      )
  })

  test('JSON means what it meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const json = visibleJson(JSON.stringify({ text: `${text}\u009b\u007f\u202e` }))
        expect(json).not.toMatch(STEERS)
        expect(JSON.parse(json)).toEqual({ text: `${text}\u009b\u007f\u202e` })
      }),
      { seed: 7 },
    )
  })
})

test('a table keeps one line a row whatever its cells hold', () => {
  const lines = table(['a', 'b'], [['one\ntwo', cut('three\nfour', 20)]]).split('\n')
  expect(lines).toHaveLength(3)
})
