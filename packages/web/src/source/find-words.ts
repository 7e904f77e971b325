/** Finds words in a text, whatever their case and, in Arabic, whatever their hamza, vowel signs and letter stretching. */

export interface Found {
  readonly start: number
  readonly end: number
}

const ARABIC: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ؤ: 'و', ئ: 'ي', ة: 'ه' }
/** Combining marks, format characters, and the stroke that stretches Arabic letters. */
const UNWRITTEN = /[\p{Mn}\p{Cf}]|\u0640/u

/** Offsets are those of `text` itself. An empty query finds nothing. */
export function findWords(text: string, words: string): Found[] {
  const needle = fold(words.trim()).folded
  if (needle === '') return []
  const { folded, offsets } = fold(text)
  const found: Found[] = []
  for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length)) {
    const last = offsets[at + needle.length - 1] ?? text.length - 1
    found.push({ start: offsets[at] ?? 0, end: last + 1 })
  }
  return found
}

/** The folded text, and for each of its code units the offset of the one it comes from. */
function fold(text: string): { folded: string; offsets: number[] } {
  const offsets: number[] = []
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    const base = unit.normalize('NFD').charAt(0)
    const plain = ARABIC[unit] ?? (unit >= '\ud800' && unit <= '\udfff' ? unit : base.toLowerCase())
    if (UNWRITTEN.test(plain)) continue
    for (let each = 0; each < plain.length; each++) offsets.push(at)
    folded += plain
  }
  return { folded, offsets }
}
