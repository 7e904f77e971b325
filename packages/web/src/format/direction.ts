/** Which way a text is written: by its language, or by its own letters. */

/** Languages written from right to left, by primary subtag. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ku', 'ckb', 'ps', 'syr', 'ur', 'yi'])

export type Direction = 'ltr' | 'rtl'

export function directionOf(language: string): Direction {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

const LETTERS = /\p{L}/gu
const LETTERS_FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * The way most letters run; null where neither way has more. Not the first letter alone: an Arabic paragraph may begin with
 * the Latin name of an agency.
 */
export function directionIn(text: string): Direction | null {
  let fromRight = 0
  let letters = 0
  for (const [letter] of text.matchAll(LETTERS)) {
    letters++
    if (LETTERS_FROM_RIGHT.test(letter)) fromRight++
  }
  return fromRight * 2 === letters ? null : fromRight * 2 > letters ? 'rtl' : 'ltr'
}
