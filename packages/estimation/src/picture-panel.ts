/** Every model's estimate with its interval, side by side, on one scale. */
import type { Estimation, PanelModel } from './panel.ts'
import { INK, number, picture, tag, ticks, words } from './svg.ts'

/**
 * Credible models are filled, others hollow; the people counted are a line, and where there is one the verdict's range a
 * band. Of the log-linear models the best `most` are drawn, and how many are not is said. Logarithmic where the ends are
 * far apart.
 */
export function panelPicture(estimation: Estimation, most = 8): string {
  const given = estimation.models.filter(({ estimate }) => estimate !== null && estimate > 0)
  const logLinear = given.filter(({ method }) => method === 'log-linear')
  const rows = [...logLinear.slice(0, most), ...given.filter(({ method }) => method !== 'log-linear')]
  const values = rows.flatMap(({ estimate, low, high }) => [estimate!, low ?? estimate!, high ?? estimate!])
  const least = Math.min(estimation.observed, ...values)
  const far = Math.max(estimation.observed * 1.05, ...values)
  const logarithmic = far / Math.max(least, 1) > 8
  const place = logarithmic ? Math.log : (value: number) => value
  const left = 250
  const width = 860
  const top = 44
  const row = 20
  const height = top + rows.length * row + 56
  const from = Math.max(logarithmic ? 1 : 0, least * 0.97)
  const x = (value: number) =>
    left + ((width - left - 90) * (place(value) - place(from))) / (place(far) - place(from) || 1)
  const bottom = top + rows.length * row
  const parts = [words(12, 20, 'Every model, with its 95% interval', { fill: INK.text, 'font-weight': 600 })]
  const range = estimation.verdict.range
  if (range !== null) {
    const end = range[1] === null ? width - 90 : x(Math.min(range[1], far))
    parts.push(
      tag('rect', {
        x: x(range[0]),
        y: top - 6,
        width: Math.max(end - x(range[0]), 1),
        height: bottom - top + 6,
        fill: '#eaf1f8',
      }),
    )
  }
  for (const mark of logarithmic ? powers(from, far) : ticks(from, far)) {
    parts.push(
      tag('line', { x1: x(mark), x2: x(mark), y1: top - 6, y2: bottom, stroke: INK.line }),
      words(x(mark), bottom + 16, number(mark), { 'text-anchor': 'middle', fill: INK.quiet, 'font-size': 10 }),
    )
  }
  parts.push(
    tag('line', {
      x1: x(estimation.observed),
      x2: x(estimation.observed),
      y1: top - 10,
      y2: bottom,
      stroke: INK.doubt,
      'stroke-width': 2,
    }),
    words(x(estimation.observed) + 4, top - 12, `counted ${number(estimation.observed)}`, {
      fill: INK.doubt,
      'font-size': 10,
    }),
  )
  rows.forEach((model, index) => {
    parts.push(...interval(model, top + index * row + row / 2, left, x, width - 90))
  })
  const hidden = logLinear.length - Math.min(most, logLinear.length)
  parts.push(
    words(
      12,
      height - 10,
      `Filled: credible. Hollow: contradicted, a bound, or given by its assumptions.${hidden > 0 ? ` ${hidden} more log-linear models are not drawn.` : ''}`,
      { fill: INK.quiet },
    ),
  )
  return picture(width, height, `Estimates of ${rows.length} models`, parts)
}

function interval(model: PanelModel, y: number, left: number, x: (value: number) => number, end: number): string[] {
  const { estimate, low, high, diagnostics } = model
  const colour = diagnostics.credible ? INK.mark : INK.quiet
  const parts = [
    words(left - 10, y + 4, `${model.method} ${model.model}`, {
      'text-anchor': 'end',
      fill: INK.text,
      'font-size': 11,
    }),
    words(end + 8, y + 4, number(estimate!), { fill: colour, 'font-size': 11 }),
  ]
  if (low !== null) {
    const far = high === null ? end : x(high)
    parts.push(tag('line', { x1: x(low), x2: far, y1: y, y2: y, stroke: colour, 'stroke-width': 2 }))
    if (diagnostics.unbounded) {
      parts.push(
        tag('path', {
          d: `M${end - 6} ${y - 4}L${end} ${y}L${end - 6} ${y + 4}`,
          fill: 'none',
          stroke: colour,
          'stroke-width': 2,
        }),
      )
    }
  }
  parts.push(
    tag('circle', {
      cx: x(estimate!),
      cy: y,
      r: 4,
      fill: diagnostics.credible ? colour : '#fff',
      stroke: colour,
      'stroke-width': 1.5,
    }),
  )
  return parts
}

function powers(low: number, high: number): readonly number[] {
  const marks: number[] = []
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    for (const factor of [1, 2, 5]) if (factor * power >= low && factor * power <= high) marks.push(factor * power)
  }
  return marks
}
