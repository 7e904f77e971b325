/** Splits a decoded text into paragraphs: one a line, or, in hard-wrapped text, one a group of wrapped lines. */

/** UTF-16 offsets into the text, white space at both ends left out. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Line extends Paragraph {
  /** Characters of white space before the first other one. */
  readonly indent: number
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean
}

/** Hard-wrapped text is no wider than this; a longer line is a paragraph of its own. */
const WIDEST_WRAP = 132
const NARROWEST_WRAP = 34

export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text)
  const width = wrapWidth(lines)
  const paragraphs: Paragraph[] = []
  let open: { start: number; end: number } | null = null
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (open !== null && before !== undefined && width !== null && continues(before, line, width)) {
      open.end = line.end
    } else {
      if (open !== null) paragraphs.push({ ...open, text: text.slice(open.start, open.end) })
      open = { start: line.start, end: line.end }
    }
  }
  if (open !== null) paragraphs.push({ ...open, text: text.slice(open.start, open.end) })
  return paragraphs
}

/** Lines that hold anything but white space. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = false
  for (const match of text.matchAll(/[^\r\n\f\v\u2028\u2029]+|\r\n|[\r\n\f\v\u2028\u2029]/g)) {
    const raw = match[0]
    const kept = raw.trim()
    if (kept === '') {
      const previous = text[match.index - 1]
      const wholeLine = previous === undefined || /[\r\n\f\v\u2028\u2029]/.test(previous)
      if (wholeLine) afterBlank = true
      continue
    }
    const indent = raw.length - raw.trimStart().length
    const start = match.index + indent
    lines.push({ start, end: start + kept.length, text: kept, indent, afterBlank })
    afterBlank = false
  }
  return lines
}

/**
 * The width at which lines were broken, or null where they were not. Lines broken by a program are filled: the next
 * line's first word would not have fitted.
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return next === undefined || next.afterBlank ? [] : [{ line, next }]
  })
  if (pairs.length < 2) return null
  const lengths = pairs.map(({ line }) => line.indent + line.text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)]!
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null
  const filled = pairs.filter(({ line, next }) => isFilled(line, next, width))
  const unfinished = filled.filter(({ line }) => !endsSentence(line.text))
  const isCapitals = !lines.some(({ text }) => /\p{Ll}{3}/u.test(text))
  const carriedOn = isCapitals ? unfinished : filled.filter(({ next }) => /^[\p{Ll}\p{Lo}\d(]/u.test(next.text))
  const wrapped = filled.length * 10 >= pairs.length * 6 && unfinished.length * 2 >= filled.length
  return wrapped && carriedOn.length * 2 >= unfinished.length ? width : null
}

function continues(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || next.indent > line.indent + 1 || isListItem(next.text)) return false
  return isFilled(line, next, width) || (!endsSentence(line.text) && line.text.length > width * 0.7)
}

/** Lines are not always filled to the last letter: a twelfth of the width is let pass. */
function isFilled(line: Line, next: Line, width: number): boolean {
  const firstWord = /^\S+/.exec(next.text)![0].length
  return line.indent + line.text.length + 1 + firstWord > (width * 11) / 12
}

export function isListItem(text: string): boolean {
  return /^(?:[-*•▪●◦‣–]\uFE0F?\s|\d{1,3}[.)]\s)/u.test(text)
}

/** Ends as a sentence does: a stop, question or exclamation mark, or ellipsis, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…؟۔。]["'”’»)\]]{0,3}$/u.test(text.trimEnd())
}
