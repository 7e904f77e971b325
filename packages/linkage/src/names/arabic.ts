/** Arabic script brought to one spelling: hamza, ة ى, tatweel, diacritics, presentation forms, Persian letters. */

const FOLDED = new Map<string, string>([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ٲ', 'ا'],
  ['ٳ', 'ا'],
  ['ؤ', 'و'],
  ['ۇ', 'و'],
  ['ئ', 'ي'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ێ', 'ي'],
  ['ة', 'ه'],
  ['ۀ', 'ه'],
  ['ە', 'ه'],
  ['ھ', 'ه'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ڭ', 'ك'],
  ['ء', ''],
])

const ARABIC = /\p{Script=Arabic}/u

export function isArabic(text: string): boolean {
  return ARABIC.test(text)
}

/**
 * One spelling for a word or name in Arabic script. Composed and decomposed hamza, presentation forms and Persian
 * letters meet; tatweel, vowel marks and direction marks go; what is not Arabic stays as it is.
 */
export function normaliseArabic(text: string): string {
  return text
    .normalize('NFKC')
    .replace(
      /[\u0640\u0610-\u061a\u064b-\u0653\u0656-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g,
      '',
    )
    .replace(/[\u0654\u0655]/g, '')
    .replace(/[\u0621-\u06d5]/g, (letter) => FOLDED.get(letter) ?? letter)
}
