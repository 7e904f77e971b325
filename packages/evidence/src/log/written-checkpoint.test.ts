import { expect, test } from 'vitest'
import { checkpointText } from './checkpoint.ts'
import { signerOf } from './keys.ts'
import { signNote } from './note.ts'
import { comparisonDigits, judgeWritten, parseWrittenCheckpoint } from './written-checkpoint.ts'

const signer = signerOf('corroborate', Buffer.alloc(32, 3))
const standing = { origin: 'corroborate.case/written', size: 12, root: Buffer.alloc(32, 7) }
const text = checkpointText(standing)
const note = signNote(text, [signer])
const groups = comparisonDigits(standing)
const rootAt = async (size: number) => Buffer.alloc(32, size === 12 ? 7 : 1)
const judge = (given: string) => judgeWritten(parseWrittenCheckpoint(given), standing, rootAt, signer.verifier)

test('thirty digits in six groups, the same each time, others for another checkpoint', () => {
  expect(groups).toHaveLength(6)
  expect(groups.join(' ')).toMatch(/^(\d{5} ){5}\d{5}$/)
  expect(comparisonDigits(standing)).toEqual(groups)
  expect(comparisonDigits({ ...standing, size: 13 })).not.toEqual(groups)
  expect(comparisonDigits({ ...standing, origin: 'corroborate.case/other' })).not.toEqual(groups)
})

const eastern = (digits: string, zero: number) =>
  digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

test.each([
  ['a signed note', note],
  ['its three lines', text],
  ['with white space around', `\n ${text.replaceAll('\n', ' \r\n')}  `],
  ['a page', `<main><h1>Checkpoint</h1><pre id="checkpoint" dir="ltr">${note}</pre></main>`],
  ['size and digits', `12 ${groups.join(' ')}`],
  ['with other signs between', `12: ${groups.join('-')}`],
  ['in Arabic digits', eastern(`12 ${groups.join(' ')}`, 0x660)],
  ['in Persian digits', eastern(`12 ${groups.join(' ')}`, 0x6f0)],
])('is read from %s', async (_, given) => {
  expect(await judge(given)).toBeNull()
})

test.each([
  ['a digit wrong', `12 ${groups.join(' ').replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))}`, 'forked'],
  ['a smaller size with these digits', `11 ${groups.join(' ')}`, 'forked'],
  ['more leaves', `13 ${groups.join(' ')}`, 'rolled-back'],
  ['another root', text.replace(/\n[^\n]+\n$/, `\n${Buffer.alloc(32, 8).toString('base64')}\n`), 'forked'],
  ['another name', text.replace('written', 'other'), 'other-log'],
  ['another key', signNote(text, [signerOf('corroborate', Buffer.alloc(32, 4))]), 'other-key'],
])('tells %s', async (_, given, finding) => {
  expect(await judge(given)).toBe(finding)
})

test.each([
  '',
  'hello',
  '12',
  `12 ${groups.slice(1).join(' ')}`,
  '12 a b c d e f',
  'a\nb\nc',
  '<pre id="checkpoint"></pre>',
  '—',
])('%j is none, and says how one is given', (given) => {
  expect(() => parseWrittenCheckpoint(given)).toThrow(/its size and the 30 digits/)
})
