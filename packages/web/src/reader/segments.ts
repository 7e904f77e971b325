/** Cuts a text along overlapping and nested marks, so that each piece carries every mark that covers it. */

export interface Mark {
  readonly id: string
  readonly start: number
  readonly end: number
}

export interface Segment<M extends Mark> {
  readonly start: number
  readonly end: number
  /** Innermost (shortest) first; equal lengths keep the order given. */
  readonly marks: readonly M[]
}

/** The segments join to exactly `start`–`end`. Marks outside it, empty or turned round are left out. */
export function segments<M extends Mark>(start: number, end: number, marks: readonly M[]): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.end > start && mark.start < end)
  const cuts = new Set([start, end])
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start))
    cuts.add(Math.min(end, mark.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  const byStart = inside.toSorted((a, b) => a.start - b.start)
  const result: Segment<M>[] = []
  let open: M[] = []
  let next = 0
  for (let at = 0; at + 1 < places.length; at++) {
    const from = places[at]!
    const to = places[at + 1]!
    open = open.filter((mark) => mark.end > from)
    while (next < byStart.length && byStart[next]!.start <= from) {
      if (byStart[next]!.end > from) open.push(byStart[next]!)
      next++
    }
    result.push({ start: from, end: to, marks: open.toSorted((a, b) => a.end - a.start - (b.end - b.start)) })
  }
  return result
}

/** How many times `quote` stands in `text` before `start`: the occurrence that tells equal quotes apart. */
export function occurrenceAt(text: string, quote: string, start: number): number {
  let count = 0
  for (let at = text.indexOf(quote); at !== -1 && at < start; at = text.indexOf(quote, at + 1)) count++
  return count
}

/** The sentence or line that holds `start`–`end`, without the white space round it. */
export function passageAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && !endsPassage(text, from - 1)) from--
  let to = end
  while (to < text.length && !endsPassage(text, to - 1)) to++
  while (from < start && /\s/.test(text.charAt(from))) from++
  while (to > end && /\s/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

function endsPassage(text: string, at: number): boolean {
  const unit = text.charAt(at)
  return unit === '\n' || (/[.!?؟۔]/.test(unit) && /[\s"”»’]/.test(text.charAt(at + 1) || '\n'))
}
