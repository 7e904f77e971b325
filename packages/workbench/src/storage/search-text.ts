/** The normalised shadow in which text is searched: case, diacritics, hamza, tatweel and digit shapes fold together. */

const FOLD = new Map<string, string>([
  ...['أ', 'إ', 'آ', 'ٱ'].map((letter) => [letter, 'ا'] as const),
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
])

/**
 * Folds one character of UTF-16 text to the characters it is searched by; combining marks and tatweel fold to nothing.
 */
function foldCharacter(character: string): string {
  const folded = FOLD.get(character)
  if (folded !== undefined) return folded
  const digit = /^[\u0660-\u0669\u06f0-\u06f9]$/.test(character) ? String((character.codePointAt(0) ?? 0) & 0xf) : null
  if (digit !== null) return digit
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
}

/** Folded text, and for each of its characters the offset in the original it came from. */
export function foldText(text: string): { readonly folded: string; readonly offsets: Uint32Array } {
  const parts: string[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i++) offsets.push(at)
    parts.push(folded)
    at += character.length
  }
  offsets.push(text.length)
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) }
}

/** The words of a query, folded; empty where it holds none. */
export function queryWords(query: string): readonly string[] {
  return foldText(query).folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Where the first of `words` stands in `text`, with some words either side, or null where none does. */
export function snippetOf(
  text: string,
  words: readonly string[],
): { readonly start: number; readonly end: number; readonly snippet: string } | null {
  const { folded, offsets } = foldText(text)
  for (const word of words) {
    const at = folded.indexOf(word)
    if (at === -1) continue
    const start = offsets[at] ?? 0
    const end = offsets[at + word.length] ?? text.length
    const from = Math.max(0, start - 60)
    const to = Math.min(text.length, end + 90)
    return {
      start,
      end,
      snippet: `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`,
    }
  }
  return null
}
