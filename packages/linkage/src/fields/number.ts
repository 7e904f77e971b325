/** Digits, ages and sexes as lists write them. */

/** Arabic-Indic and Persian digits as ASCII ones. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
}

const INFANT = /infant|newborn|new born|baby|months?|weeks?|days?|رضيع|اشهر|أشهر|شهر|حديث/i

/** Age in whole years, 0 for infants and ages in months; '' where the cell states no number. */
export function ageOf(written: string): string {
  const text = plainDigits(written)
  if (INFANT.test(text)) return '0'
  const number = /\d{1,3}/.exec(text)
  if (number === null) return ''
  const age = Number(number[0])
  return age <= 125 ? String(age) : ''
}

/** `f`, `m` or '' for anything else. */
export function sexOf(written: string): string {
  const word = written.trim().toLowerCase()
  if (/^(f|female|woman|girl|w|أنثى|انثى|انثي|أنثي|امرأة|mujer|femenino|zenski|z|ž)$/.test(word)) return 'f'
  if (/^(m|male|man|boy|ذكر|رجل|hombre|masculino|muski)$/.test(word)) return 'm'
  return ''
}
