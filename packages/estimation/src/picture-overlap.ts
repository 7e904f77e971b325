/** The overlap plot (UpSet: Lex et al. 2014, IEEE TVCG 20): how many people have each history of lists. */
import { INK, number, picture, tag, words } from './svg.ts'
import { type OverlapTable, overlapOf } from './table.ts'

/** The commonest `most` histories as columns, the lists as rows; what is left out is said. */
export function overlapPicture(table: OverlapTable, most = 31): string {
  const cells = [...table.cells].sort((a, b) => b.count - a.count || a.lists - b.lists)
  const shown = cells.slice(0, most)
  const rest = cells.slice(most).reduce((sum, { count }) => sum + count, 0)
  const left = 40 + 7 * Math.max(4, ...table.names.map((name) => name.length + number(table.observed).length + 2))
  const bars = 150
  const column = 24
  const row = 20
  const top = 34
  const width = left + shown.length * column + 20
  const height = top + bars + table.names.length * row + (rest > 0 ? 34 : 16)
  const largest = Math.max(1, ...shown.map(({ count }) => count))
  const x = (index: number) => left + index * column + column / 2
  const y = (list: number) => top + bars + list * row + row / 2
  const parts = [
    words(12, 18, `${number(table.observed)} people by the lists they are on`, { fill: INK.text, 'font-weight': 600 }),
  ]
  table.names.forEach((name, list) => {
    if (list % 2 === 0) parts.push(tag('rect', { x: 0, y: y(list) - row / 2, width, height: row, fill: '#f4f4f4' }))
    parts.push(
      words(left - 8, y(list) + 4, `${name} ${number(overlapOf(table, 1 << list))}`, {
        'text-anchor': 'end',
        fill: INK.text,
      }),
    )
  })
  shown.forEach(({ lists, count }, index) => {
    const tall = ((bars - 16) * count) / largest
    parts.push(
      tag('rect', { x: x(index) - 8, y: top + bars - tall - 2, width: 16, height: tall, fill: INK.mark }),
      words(x(index), top + bars - tall - 6, number(count), {
        'text-anchor': 'middle',
        'font-size': 9,
        fill: INK.text,
      }),
    )
    const on = table.names.map((_, list) => list).filter((list) => (lists >>> list) & 1)
    if (on.length > 1) {
      parts.push(
        tag('line', {
          x1: x(index),
          x2: x(index),
          y1: y(on[0]!),
          y2: y(on.at(-1)!),
          stroke: INK.text,
          'stroke-width': 2,
        }),
      )
    }
    table.names.forEach((_, list) => {
      parts.push(tag('circle', { cx: x(index), cy: y(list), r: 5, fill: on.includes(list) ? INK.text : INK.line }))
    })
  })
  if (rest > 0) {
    parts.push(
      words(12, height - 10, `${cells.length - most} rarer histories with ${number(rest)} people are not shown`, {
        fill: INK.quiet,
      }),
    )
  }
  return picture(width, height, `Overlap of ${table.names.join(', ')}`, parts)
}
