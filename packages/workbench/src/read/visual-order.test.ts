/** Lines as drawn, from left to right, come back in the order in which they are read. */
import { describe, expect, test } from 'vitest'
import { readingOrder, withoutPresentationForms } from './visual-order.ts'

/** Runs one unit a character, the leftmost first. */
function read(...shown: string[]): string {
  return readIn(null, shown)
}

function readIn(leaning: boolean | null, shown: readonly string[]): string {
  let x = 0
  const runs = shown.map((text) => {
    const run = { text, x, width: text.length }
    x += text.length
    return run
  })
  return readingOrder(runs, leaning)
    .map(({ text }) => text)
    .join('')
}

describe('reading order', () => {
  test('of a line of Arabic drawn letter by letter', () => {
    expect(read('ا', 'ص', 'خ', 'ش', ' ', '12', ' ', 'ل', 'ت', 'ق')).toBe('قتل 12 شخصا')
  })

  test('keeps Latin words and their spaces together and turns brackets', () => {
    expect(readIn(true, ['قال', ' ', '(', 'The', ' ', 'Paper', ')', ' ', 'موقع'])).toBe('موقع (The Paper) قال')
  })

  test('keeps the parts of one number together and two numbers apart', () => {
    expect(read('جريحا', ' ', '1', ',', '383', ' ', 'وأصيب')).toBe('وأصيب 1,383 جريحا')
    expect(read('2025', ' ', '6', ' ', 'يوم')).toBe('يوم 6 2025')
  })

  test('puts the stop left of a number after it, and a per cent sign drawn left of it too', () => {
    expect(read('.2025', ' ', 'عام')).toBe('عام 2025.')
    expect(read('.', '%', '70', ' ', 'نسبة')).toBe('نسبة 70%.')
  })

  test('of Arabic words in an English line', () => {
    expect(read('quoted by ', 'سانا', ' ', 'وكالة', ', gave no figure')).toBe('quoted by وكالة سانا, gave no figure')
  })

  test('does not hang on the order of drawing', () => {
    const runs = [
      { text: 'قتل', x: 20, width: 3 },
      { text: ' ', x: 19, width: 1 },
      { text: '12', x: 17, width: 2 },
    ]
    expect(readingOrder(runs)).toEqual(readingOrder(runs.toReversed()))
  })

  test('presentation forms become the letters they show', () => {
    expect(withoutPresentationForms('ﻗﺘﻞ ﻻ ﬁve ½')).toBe('قتل لا five ½')
  })
})
