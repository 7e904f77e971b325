/** A form sends only what a person changed, as the values it stands for. */
import { expect, test } from 'vitest'
import { startValues } from './field-editors.tsx'
import { changes, FIGURE_FORM, NEW_FIGURE, typed } from './fields.ts'

test('an untouched form changes nothing', () => {
  expect(changes(FIGURE_FORM, NEW_FIGURE, startValues(FIGURE_FORM, NEW_FIGURE))).toEqual({})
})

test('only what differs is sent; nothing typed is null, never an empty text', () => {
  const before = { ...NEW_FIGURE, value: 212, claimant: 'the Network', place: 'Oster' }
  const after = { ...startValues(FIGURE_FORM, before), value: '1,212', claimant: ' ', place: 'Oster' }
  expect(changes(FIGURE_FORM, before, after)).toEqual({ value: 1212, claimant: null })
})

test('what is no number is not taken for one', () => {
  expect(typed({ kind: 'number' }, 'twelve')).toBeNaN()
  expect(typed({ kind: 'number' }, ' 3 000 ')).toBe(3000)
})
