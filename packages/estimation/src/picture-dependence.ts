/** Which lists share more people, or fewer, than chance would have it. */
import { closureOf } from './hierarchy.ts'
import { boundaryModel } from './log-linear.ts'
import { fitPoisson } from './poisson-fit.ts'
import { INK, picture, tag, words } from './svg.ts'
import { denseCounts, type OverlapTable, overlapOf } from './table.ts'

export interface PairDependence {
  readonly lists: readonly [number, number]
  readonly both: number
  /** People on both if all lists were independent, by the maximum likelihood fit. */
  readonly expected: number
  /** both / expected: above 1 the lists go together, below 1 they avoid each other. */
  readonly ratio: number
}

/** Each pair's overlap against the fit of independence to the whole table. */
export function dependenceOf(table: OverlapTable): readonly PairDependence[] {
  const lists = table.names.length
  const { matrix, counts, existence } = boundaryModel(denseCounts(table), lists, closureOf([], lists))
  if (existence !== 'exists') return []
  const { fitted } = fitPoisson(matrix, counts)
  const pairs: PairDependence[] = []
  for (let a = 0; a < lists; a++) {
    for (let b = a + 1; b < lists; b++) {
      const pair = (1 << a) | (1 << b)
      const expected = fitted.reduce((sum, mean, row) => (((row + 1) & pair) === pair ? sum + mean : sum), 0)
      const both = overlapOf(table, pair)
      pairs.push({ lists: [a, b], both, expected, ratio: both / expected })
    }
  }
  return pairs
}

/** A half matrix of the lists: each square says how many times the expected overlap there is, and in colour. */
export function dependencePicture(table: OverlapTable): string {
  const pairs = dependenceOf(table)
  const side = 72
  const left = 20 + 7 * Math.max(4, ...table.names.map((name) => name.length))
  const top = 60
  const size = table.names.length
  const width = left + (size - 1) * side + 20 + 7 * Math.max(...table.names.map((name) => name.length))
  const height = top + (size - 1) * side + 30
  const parts = [
    words(12, 20, 'People on both lists, as times what independence expects', { fill: INK.text, 'font-weight': 600 }),
  ]
  for (const { lists, both, ratio } of pairs) {
    const [a, b] = lists
    const x = left + a * side
    const y = top + (b - 1) * side
    const strength = Math.min(Math.abs(Math.log(Math.max(ratio, 0.01))) / Math.log(4), 1)
    parts.push(
      tag('rect', {
        x,
        y,
        width: side - 3,
        height: side - 3,
        fill: ratio >= 1 ? INK.mark : INK.doubt,
        'fill-opacity': 0.08 + 0.5 * strength,
        stroke: INK.line,
      }),
      words(x + side / 2, y + side / 2 - 2, `×${ratio.toFixed(2)}`, {
        'text-anchor': 'middle',
        fill: INK.text,
        'font-size': 14,
      }),
      words(x + side / 2, y + side / 2 + 14, `${both} people`, {
        'text-anchor': 'middle',
        fill: INK.text,
        'font-size': 10,
      }),
    )
  }
  for (let list = 1; list < size; list++) {
    parts.push(
      words(left - 8, top + (list - 1) * side + side / 2, table.names[list]!, { 'text-anchor': 'end', fill: INK.text }),
    )
  }
  for (let list = 0; list < size - 1; list++) {
    parts.push(words(left + list * side + 4, top + list * side - 8, table.names[list]!, { fill: INK.text }))
  }
  parts.push(
    words(
      12,
      height - 8,
      pairs.length === 0 ? 'Independence has no fit in this table.' : 'Blue: together more than expected. Brown: less.',
      { fill: INK.quiet },
    ),
  )
  return picture(Math.max(width, 380), height, `Dependence of ${table.names.join(', ')}`, parts)
}
