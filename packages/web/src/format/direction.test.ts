import { expect, test } from 'vitest'
import { directionIn, directionOf } from './direction.ts'

test('a language is written its own way', () => {
  expect(['ar', 'fa-AF', 'ckb', 'en', 'tr'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
})

test('a block is written as most of its letters are, whatever it begins with', () => {
  expect(directionIn('قُتل 14 شخصاً على الأقل.')).toBe('rtl')
  expect(directionIn('At least 14 people were killed.')).toBe('ltr')
  expect(directionIn('AFP: قُتل أربعة عشر شخصاً على الأقل في سوق المدينة.')).toBe('rtl')
  expect(directionIn('«نعم», said the mayor of the town.')).toBe('ltr')
})

test('numbers alone go with the document', () => {
  expect(directionIn('14 / 2031-05-11')).toBeNull()
  expect(directionIn('')).toBeNull()
})
