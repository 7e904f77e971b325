/** Lines of a PDF page out of the runs of characters that it draws. */
import { isRightToLeft, type Run, readingOrder, withoutPresentationForms } from './visual-order.ts'

/** A run as drawn, in points from the upper left corner of the upright page. */
export interface DrawnRun extends Run {
  /** Baseline, downwards. */
  readonly y: number
  readonly size: number
  /** Degrees, 0 for upright text. */
  readonly angle: number
}

export interface PdfLine {
  readonly text: string
  /** Parts that wide gaps set apart, as in a table. */
  readonly cells: readonly string[]
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly rtl: boolean
}

/** Gaps in ems: between words, and between cells. */
const WORD_GAP = 0.22
const CELL_GAP = 2.5

/**
 * Runs in the order drawn; a run on another baseline, or far above or below in size, begins another line. A mixed line goes the way of the
 * line before it.
 */
export function linesOfPage(runs: readonly DrawnRun[]): PdfLine[] {
  const groups: DrawnRun[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    const last = group?.findLast(({ text }) => text.trim() !== '') ?? group?.at(-1)
    const same = last !== undefined && last.angle === run.angle && isSameLine(last, run)
    if (same) group!.push(run)
    else groups.push([run])
  }
  let leaning = isRightToLeft(runs.map(({ text }) => text).join(''))
  return groups
    .map((group) => {
      const line = lineOf(group, leaning)
      if (/\p{L}/u.test(line.text)) leaning = line.rtl
      return line
    })
    .filter(({ text }) => text !== '')
}

function isSameLine(last: DrawnRun, run: DrawnRun): boolean {
  return Math.abs(along(run).across - along(last).across) <= 0.45 * Math.max(run.size, last.size)
}

/** Coordinates along and across the direction of writing. */
function along({ x, y, angle }: DrawnRun): { along: number; across: number } {
  const turn = (angle * Math.PI) / 180
  return {
    along: x * Math.cos(turn) + y * Math.sin(turn),
    across: -x * Math.sin(turn) + y * Math.cos(turn),
  }
}

function lineOf(group: readonly DrawnRun[], leaning: boolean): PdfLine {
  const placed = group
    .filter(({ text }) => text !== '')
    .map((run) => ({ ...run, at: { x: run.x, y: run.y }, x: along(run).along, text: run.text }))
  const rtl = isRightToLeft(placed.map(({ text }) => text).join(''), leaning)
  const shown = cellsOf(placed).map((cell) => withoutPresentationForms(tidied(cellText(cell, leaning))))
  const plain = (rtl ? shown.reverse() : shown).filter((cell) => cell !== '')
  const inked = placed.filter(({ text }) => text.trim() !== '')
  const sizes = inked.map(({ size }) => size)
  const corners = inked.flatMap(({ at, width, size, angle }) => {
    const turn = (angle * Math.PI) / 180
    const [along, up] = [
      { x: Math.cos(turn), y: Math.sin(turn) },
      { x: Math.sin(turn), y: -Math.cos(turn) },
    ]
    return [0, width].flatMap((step) =>
      [-0.25 * size, 0.85 * size].map((rise) => ({
        x: at.x + along.x * step + up.x * rise,
        y: at.y + along.y * step + up.y * rise,
      })),
    )
  })
  return {
    text: plain.join('\t'),
    cells: plain,
    size: sizes.length === 0 ? 0 : median(sizes),
    left: Math.min(...corners.map(({ x }) => x)),
    right: Math.max(...corners.map(({ x }) => x)),
    top: Math.min(...corners.map(({ y }) => y)),
    bottom: Math.max(...corners.map(({ y }) => y)),
    rtl,
  }
}

/** Runs from left to right, parted where a wide gap stands between them. */
function cellsOf<T extends DrawnRun>(runs: readonly T[]): T[][] {
  const inked = runs.map((run, at) => ({ run, at })).sort((a, b) => a.run.x - b.run.x || a.at - b.at)
  const cells: T[][] = []
  let edge = Number.NEGATIVE_INFINITY
  for (const { run } of inked) {
    if (run.text.trim() === '' && cells.length > 0 && run.width > CELL_GAP * run.size) continue
    if (run.x - edge > CELL_GAP * Math.max(run.size, 1)) cells.push([])
    cells.at(-1)!.push(run)
    edge = Math.max(edge, run.x + run.width)
  }
  return cells
}

function cellText(cell: readonly DrawnRun[], leaning: boolean): string {
  let text = ''
  const runs = readingOrder(cell, leaning)
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1]
    if (before !== undefined && !/\s$/.test(text) && !/^\s/.test(run.text)) {
      if (distance(before, run) > WORD_GAP * Math.max(run.size, before.size, 1)) text += ' '
    }
    text += run.text
  }
  return text
}

function distance(a: Run, b: Run): number {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  return right.x - (left.x + left.width)
}

function tidied(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}
