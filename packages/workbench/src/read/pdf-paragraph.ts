/** Paragraphs of a PDF: lines joined, rows of tables kept apart, running headers and footers marked. */
import type { BlockKind } from '@corroborate/claims'
import { endsSentence, isListItem } from './paragraph.ts'
import type { PdfLine } from './pdf-line.ts'

export interface PdfPage {
  /** Counted from 1. */
  readonly number: number
  readonly height: number
  readonly lines: readonly PdfLine[]
}

export interface PdfParagraph {
  readonly text: string
  readonly kind: BlockKind | null
  readonly size: number
  readonly page: number
  /** Left, top, right, bottom in points from the upper left corner of the upright page. */
  readonly box: readonly [number, number, number, number]
  readonly rtl: boolean
}

const EDGE = 0.12
const TABLE_CELLS = 3
const TABLE_ROWS = 3

export function paragraphsOfPdf(pages: readonly PdfPage[]): PdfParagraph[] {
  const running = runningLines(pages)
  const bodySize = commonSize(pages)
  const words = new Set(
    pages.flatMap(({ lines }) => lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [])),
  )
  const paragraphs: PdfParagraph[] = []
  for (const page of pages) {
    const onPage = paragraphsOfPage(page, running, bodySize, words)
    const carried = onPage.findIndex(({ kind }) => kind === null)
    const open = paragraphs.findLastIndex(({ kind }) => kind !== 'boilerplate')
    if (carried >= 0 && open >= 0 && carriesOver(paragraphs[open]!, onPage[carried]!)) {
      const [start, rest] = [paragraphs[open]!, onPage[carried]!]
      paragraphs[open] = { ...start, text: joined(start.text, rest.text, words) }
      onPage.splice(carried, 1)
    }
    paragraphs.push(...onPage)
  }
  return paragraphs
}

function paragraphsOfPage(
  page: PdfPage,
  running: ReadonlySet<PdfLine>,
  bodySize: number,
  words: ReadonlySet<string>,
): PdfParagraph[] {
  const lines = page.lines
  const rows = tableRows(lines)
  const leading = usualLeading(lines)
  const column = {
    left: percentile(
      lines.map(({ left }) => left),
      0.1,
    ),
    right: percentile(
      lines.map(({ right }) => right),
      0.9,
    ),
  }
  const paragraphs: PdfParagraph[] = []
  let before: PdfLine | null = null
  for (const line of lines) {
    const kind = running.has(line) ? 'boilerplate' : rows.has(line) ? 'table' : null
    const open = paragraphs.at(-1)
    const joins =
      before !== null &&
      open !== undefined &&
      kind === null &&
      open.kind === null &&
      !startsParagraph(before, line, leading, column)
    if (joins) {
      paragraphs[paragraphs.length - 1] = {
        ...open,
        text: joined(open.text, line.text, words),
        box: around(open.box, boxOf(line)),
      }
    } else {
      paragraphs.push({ text: line.text, kind, size: line.size, page: page.number, box: boxOf(line), rtl: line.rtl })
    }
    before = kind === null ? line : null
  }
  return paragraphs.map((paragraph) => ({ ...paragraph, kind: paragraph.kind ?? headingBySize(paragraph, bodySize) }))
}

/** Larger than the body and short. */
function headingBySize(paragraph: PdfParagraph, bodySize: number): BlockKind | null {
  const long = paragraph.text.length > 220 || /[.。۔]$/.test(paragraph.text)
  return paragraph.size >= bodySize * 1.2 && !long && /\p{L}/u.test(paragraph.text) ? 'heading' : null
}

function startsParagraph(
  before: PdfLine,
  line: PdfLine,
  leading: number,
  column: { left: number; right: number },
): boolean {
  if (before.cells.length > 1 || line.cells.length > 1) return true
  if (before.rtl !== line.rtl && /\p{L}/u.test(line.text)) return true
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return true
  const step = line.bottom - before.bottom
  const usual = Math.max(leading, 0.9) * line.size
  if (step <= 0.2 * line.size || step > Math.max(usual * 1.3, usual + 0.3 * line.size)) return true
  if (isListItem(line.text) && (endsSentence(before.text) || !/^\d/.test(line.text))) return true
  const width = column.right - column.left
  const [startBefore, start, slack] = before.rtl
    ? [column.right - before.right, column.right - line.right, before.left - column.left]
    : [before.left - column.left, line.left - column.left, column.right - before.right]
  const indented = start - startBefore > line.size && endsSentence(before.text)
  return indented || (slack > 0.25 * width && endsSentence(before.text))
}

/** Words broken at a line's end are made whole where the whole or no part of it is written otherwise in the document. */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next
  const broken = /(\p{L}+)-$/u.exec(text)
  const rest = /^\p{Ll}+/u.exec(next)
  if (broken === null || rest === null) return `${text} ${next}`
  const first = broken[1]!.toLowerCase()
  const keeps = words.has(`${first}-${rest[0]}`) || PREFIXES.has(first)
  return keeps && !words.has(first + rest[0]) ? text + next : text.slice(0, -1) + next
}

const PREFIXES = new Set(
  'al el anti co counter cross ex far half high long low mid multi non post pre pro self semi short so sub under well war'.split(
    ' ',
  ),
)

function carriesOver(open: PdfParagraph, next: PdfParagraph): boolean {
  if (open.kind !== null || open.rtl !== next.rtl || open.page === next.page) return false
  if (Math.abs(open.size - next.size) > 0.15 * open.size || endsSentence(open.text)) return false
  return open.text.length > 60 && /^(?:[\p{Ll}\p{Lo}\d(“"'])/u.test(next.text)
}

/** Lines near an edge that two pages or more repeat, numbers aside, and page numbers standing alone. */
function runningLines(pages: readonly PdfPage[]): Set<PdfLine> {
  const seen = new Map<string, { lines: PdfLine[]; pages: Set<number> }>()
  const found = new Set<PdfLine>()
  for (const { number, height, lines } of pages) {
    for (const line of lines) {
      const top = line.bottom < height * EDGE
      if (!top && line.top < height * (1 - EDGE)) continue
      if (isPageNumber(line.text)) found.add(line)
      const key = `${top} ${line.text.replace(/\d+/g, '#')}`
      const entry = seen.get(key) ?? { lines: [], pages: new Set() }
      entry.lines.push(line)
      entry.pages.add(number)
      seen.set(key, entry)
    }
  }
  for (const { lines, pages: on } of seen.values()) {
    if (on.size >= 3 || (on.size === 2 && pages.length <= 4)) for (const line of lines) found.add(line)
  }
  return found
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—|]\s?)?(?:(?:page|p\.|صفحة|الصفحة)\s?)?[\d٠-٩]{1,4}(?:\s?(?:\/|of|من)\s?[\d٠-٩]{1,4})?(?:\s?[-–—|])?$/iu.test(
    text,
  )
}

/** Three lines or more in a row with three cells or more. */
function tableRows(lines: readonly PdfLine[]): Set<PdfLine> {
  const rows = new Set<PdfLine>()
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && lines[end]!.cells.length >= TABLE_CELLS) end++
    if (end - at >= TABLE_ROWS) for (const line of lines.slice(at, end)) rows.add(line)
    at = Math.max(end, at + 1)
  }
  return rows
}

/** From line to line, in sizes of the type. */
function usualLeading(lines: readonly PdfLine[]): number {
  const steps = lines.slice(1).flatMap((line, at) => {
    const step = line.bottom - lines[at]!.bottom
    return step > 0.5 * line.size && step < 3 * line.size ? [step / line.size] : []
  })
  return steps.length === 0 ? 0 : percentile(steps, 0.35)
}

/** The size most characters have, to a tenth of a point. */
function commonSize(pages: readonly PdfPage[]): number {
  const characters = new Map<number, number>()
  for (const { lines } of pages) {
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 10) / 10
      characters.set(rounded, (characters.get(rounded) ?? 0) + text.length)
    }
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

function boxOf({ left, top, right, bottom }: PdfLine): PdfParagraph['box'] {
  return [left, top, right, bottom]
}

function around(a: PdfParagraph['box'], b: PdfParagraph['box']): PdfParagraph['box'] {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
