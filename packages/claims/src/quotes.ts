/** Complete quotations of a text, whatever marks they are printed in, with their nesting and their paragraphs. */
import type { Span } from './document.ts'

/**
 * One printed quotation, or one paragraph of a quotation that runs over several. `start`, `end` and `text` are what
 * stands between the marks; `outerStart` and `outerEnd` take the marks in.
 */
export interface Quotation extends Span {
  readonly outerStart: number
  readonly outerEnd: number
  /** How many quotations it stands in. */
  readonly depth: number
  /**
   * `closed` by its own mark; `carried` into the next paragraph, which opens with the mark again or, where a later one
   * closes it, with none; `unclosed` where the
   * closing mark is missing and the quotation was taken to end with its paragraph or before the next opening mark.
   */
  readonly ending: 'closed' | 'carried' | 'unclosed'
  /** It carries on the quotation before it. */
  readonly continues: boolean
}

/** `single` is the straight mark, `curled` the curly ones; the one never closes the other. */
type Family = 'double' | 'single' | 'curled' | 'guillemet'

const isSingle = (family: Family): boolean => family === 'single' || family === 'curled'
type Side = 'open' | 'close' | 'either'

interface Mark {
  readonly start: number
  readonly end: number
  readonly family: Family
  readonly side: Side
  /** A single mark after s, before a space: the end of a quotation or a possessive. */
  readonly possessive: boolean
  readonly paragraph: number
}

interface Opened {
  readonly mark: Mark
  readonly continues: boolean
  readonly depth: number
}

const MARK = /''|``|["“”„‟＂«»‹›'‘’‚‛]/g
const LETTER = /[\p{L}\p{N}\p{M}]/u
const BEFORE_OPENING = /[\s([{\-–—/:،,؛;"“”„«»‘]/
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

/** How far the closing mark of a quotation broken over lines is looked for, in characters. */
const WRAP = 2000

/**
 * The quotations of a text in the order they open. `offset` is where `text` begins in its document; `blocks` are where
 * blocks begin in `text`, so that a line that begins one is no broken line of the paragraph before it.
 */
export function readQuotes(text: string, offset: number, blocks: readonly number[] = []): readonly Quotation[] {
  const lines = paragraphs(text, new Set(blocks))
  const marks = marksOf(text, lines)
  const found: Quotation[] = []
  let stack: Opened[] = []
  const open = new Map<Family, number>()
  const closersLeft = closersByParagraph(marks)

  const give = (opened: Opened, end: number, outerEnd: number, ending: Quotation['ending']): void => {
    let from = opened.mark.end
    let to = end
    while (from < to && /\s/.test(text[from]!)) from += 1
    while (to > from && /\s/.test(text[to - 1]!)) to -= 1
    if (from >= to) return
    found.push({
      start: offset + from,
      end: offset + to,
      text: text.slice(from, to),
      outerStart: offset + opened.mark.start,
      outerEnd: offset + Math.max(outerEnd, to),
      depth: opened.depth,
      ending,
      continues: opened.continues,
    })
  }
  const pop = (): Opened => {
    const top = stack.pop()!
    open.set(top.mark.family, (open.get(top.mark.family) ?? 0) - 1)
    return top
  }
  const push = (mark: Mark, continues: boolean): void => {
    stack.push({ mark, continues, depth: stack.length })
    open.set(mark.family, (open.get(mark.family) ?? 0) + 1)
  }
  const isOpen = (family: Family): boolean => (open.get(family) ?? 0) > 0
  /** Ends what is open above and with the topmost of a family. */
  const close = (family: Family, end: number, outerEnd: number, ending: Quotation['ending']): void => {
    while (stack.length > 0) {
      const top = pop()
      if (top.mark.family === family) {
        give(top, end, outerEnd, ending)
        return
      }
      // A single mark that never closed was an apostrophe.
      if (!isSingle(top.mark.family)) give(top, end, end, 'unclosed')
    }
  }

  let paragraph = 0
  let carried = false
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index]!
    if (mark.paragraph !== paragraph) {
      carried = false
      if (stack.length > 0 && !wraps(stack, mark, lines)) {
        const outer = stack[0]!
        const end = lines[paragraph]!.end
        carried =
          !isSingle(outer.mark.family) &&
          mark.paragraph === paragraph + 1 &&
          mark.start === lines[mark.paragraph]!.start &&
          mark.family === outer.mark.family &&
          mark.side !== 'close'
        const runs = !carried && runsOn(outer, marks, index, lines)
        while (stack.length > 0) {
          const top = pop()
          if (!isSingle(top.mark.family)) give(top, end, end, carried || runs ? 'carried' : 'unclosed')
        }
        // paragraphs of it that have no mark of their own
        for (let at = paragraph + 1; runs && at <= mark.paragraph; at += 1) {
          const { start } = lines[at]!
          const unmarked = { ...outer.mark, start, end: start, paragraph: at }
          if (at === mark.paragraph) push(unmarked, true)
          else give({ mark: unmarked, continues: true, depth: 0 }, lines[at]!.end, lines[at]!.end, 'carried')
        }
      }
      paragraph = mark.paragraph
    }
    closersLeft.pass(mark)
    const { family } = mark
    const side = mark.side === 'either' ? (isOpen(family) ? 'close' : 'open') : mark.side
    if (side === 'close') {
      if (!isOpen(family)) continue
      if (mark.possessive && closesLater(marks, index)) continue
      close(family, mark.start, mark.end, 'closed')
      continue
    }
    if (isOpen(family) && closersLeft.of(family, mark.paragraph) <= (open.get(family) ?? 0)) {
      if (isSingle(family)) continue
      close(family, mark.start, mark.start, 'unclosed')
    }
    push(mark, carried && mark.start === lines[mark.paragraph]!.start)
  }
  const end = lines[paragraph]?.end ?? text.length
  while (stack.length > 0) {
    const top = pop()
    if (!isSingle(top.mark.family)) give(top, end, end, 'unclosed')
  }
  stack = []
  return found.sort((a, b) => a.outerStart - b.outerStart)
}

interface Paragraph {
  /** First and past-the-last character that is no white space. */
  readonly start: number
  readonly end: number
  /** A blank line stands before it, or it begins a block. */
  readonly apart: boolean
}

function paragraphs(text: string, blocks: ReadonlySet<number>): readonly Paragraph[] {
  const found: Paragraph[] = []
  let at = 0
  let apart = true
  for (const line of text.split('\n')) {
    const start = line.length - line.trimStart().length
    const end = line.trimEnd().length
    if (start >= end) apart = true
    else {
      found.push({ start: at + start, end: at + end, apart: apart || blocks.has(at + start) })
      apart = false
    }
    at += line.length + 1
  }
  return found
}

function marksOf(text: string, lines: readonly Paragraph[]): readonly Mark[] {
  const marks: Mark[] = []
  let paragraph = 0
  for (const match of text.matchAll(MARK)) {
    const start = match.index
    while (paragraph + 1 < lines.length && lines[paragraph + 1]!.start <= start) paragraph += 1
    const mark = classify(text, match[0], start, paragraph)
    if (mark !== null) marks.push(mark)
  }
  return marks
}

function neighbour(text: string, at: number, step: 1 | -1): string {
  // A few direction marks may stand between a quote mark and its word.
  let index = at
  for (
    let skipped = 0;
    skipped < 4 && index >= 0 && index < text.length && INVISIBLE.test(text[index]!);
    skipped += 1
  ) {
    index += step
  }
  return text[index] ?? ' '
}

function classify(text: string, printed: string, start: number, paragraph: number): Mark | null {
  const end = start + printed.length
  const before = neighbour(text, start - 1, -1)
  const after = neighbour(text, end, 1)
  const opens = BEFORE_OPENING.test(before) && !/\s/.test(after)
  const closes = !/\s/.test(before) && !LETTER.test(after)
  const facing: Side = opens && !closes ? 'open' : closes && !opens ? 'close' : 'either'
  const mark = (family: Family, side: Side): Mark => ({ start, end, family, side, possessive: false, paragraph })
  switch (printed) {
    case '«':
    case '‹':
      return mark('guillemet', facing === 'close' ? 'close' : 'open')
    case '»':
    case '›':
      return mark('guillemet', facing === 'open' ? 'open' : 'close')
    case '“':
      return mark('double', facing === 'close' ? 'close' : 'open')
    case '„':
    case '‟':
      return mark('double', 'open')
    case '”':
      return mark('double', facing === 'open' ? 'open' : 'close')
    case '"':
    case '＂':
    case "''":
    case '``':
      return mark('double', facing)
  }
  if (LETTER.test(before) && LETTER.test(after)) return null
  if (/[‘‚‛]/.test(printed) || printed === "'" || printed === '’') {
    // '90s, rock 'n' roll, al-'Arab
    const opensSingle =
      /[\s([{"“„«–—/:،,]/.test(before) && LETTER.test(after) && !/^\d\ds?\b/.test(text.slice(end, end + 4))
    const family = printed === "'" ? 'single' : 'curled'
    if (opensSingle && printed !== '’') return mark(family, 'open')
    if (opensSingle || printed === '‘' || printed === '‚' || printed === '‛') return null
    if (/\s/.test(before) || LETTER.test(after)) return null
    const possessive = /[sS]/.test(before) && /^\s\p{L}/u.test(text.slice(end, end + 3))
    return { ...mark(family, 'close'), possessive }
  }
  return null
}

/** Counts, for each family, the marks that can close in the rest of the paragraph. */
function closersByParagraph(marks: readonly Mark[]): {
  readonly pass: (mark: Mark) => void
  readonly of: (family: Family, paragraph: number) => number
} {
  const left = new Map<string, number>()
  const key = (family: Family, paragraph: number): string => `${paragraph} ${family}`
  for (const mark of marks) {
    if (mark.side === 'open') continue
    const at = key(mark.family, mark.paragraph)
    left.set(at, (left.get(at) ?? 0) + 1)
  }
  return {
    pass(mark) {
      if (mark.side === 'open') return
      const at = key(mark.family, mark.paragraph)
      left.set(at, (left.get(at) ?? 0) - 1)
    },
    of: (family, paragraph) => left.get(key(family, paragraph)) ?? 0,
  }
}

/** Whether the next single mark of the paragraph closes: then the one before it was a possessive. */
function closesLater(marks: readonly Mark[], index: number): boolean {
  for (let at = index + 1; at < Math.min(marks.length, index + 4); at += 1) {
    const next = marks[at]!
    if (next.paragraph !== marks[index]!.paragraph) return false
    if (next.family === marks[index]!.family) return next.side === 'close' && !next.possessive
  }
  return false
}

/** How many paragraphs and characters a quotation may run over without opening its marks again, and marks looked past. */
const PARAGRAPHS = 12
const RUN = 6000
const APOSTROPHES = 40

/** Whether a quotation goes on over paragraphs without opening again: the next mark of quotation there is closes it. */
function runsOn(outer: Opened, marks: readonly Mark[], index: number, lines: readonly Paragraph[]): boolean {
  const { family } = outer.mark
  if (isSingle(family)) return false
  for (let at = index; at < Math.min(marks.length, index + APOSTROPHES); at += 1) {
    const mark = marks[at]!
    if (isSingle(mark.family)) continue
    const near = mark.paragraph - outer.mark.paragraph <= PARAGRAPHS && mark.start - outer.mark.start <= RUN
    return near && mark.family === family && mark.side === 'close' && mark.start > lines[mark.paragraph]!.start
  }
  return false
}

/** Whether lines were broken inside the quotation: its closing mark is the next mark, and no blank line comes before. */
function wraps(stack: readonly Opened[], mark: Mark, lines: readonly Paragraph[]): boolean {
  const outer = stack[0]!
  if (mark.family !== outer.mark.family || mark.side === 'open' || isSingle(outer.mark.family)) return false
  if (mark.start === lines[mark.paragraph]!.start) return false
  if (mark.start - outer.mark.start > WRAP) return false
  for (let line = outer.mark.paragraph + 1; line <= mark.paragraph; line += 1) if (lines[line]!.apart) return false
  return true
}
