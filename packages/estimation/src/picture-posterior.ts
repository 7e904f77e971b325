/** A posterior of the size of the population as a histogram, with the trace of its chains where it was drawn. */
import { quantile } from './distributions.ts'
import { INK, number, picture, tag, ticks, words } from './svg.ts'

/** A posterior as weighted places, or as chains of draws. */
export type PosteriorShape =
  | { readonly kind: 'weights'; readonly size: ArrayLike<number>; readonly weight: ArrayLike<number> }
  | { readonly kind: 'chains'; readonly chains: readonly Float64Array[] }

const CHAIN_COLOURS = ['#1f5a96', '#a3471b', '#3c7a3f', '#7a4a8c'] as const

/** The central 99% in forty bars; the 95% interval shaded; below it, for chains, each chain's trace. */
export function posteriorPicture(title: string, shape: PosteriorShape): string {
  const points = pointsOf(shape)
  const sorted = points.toSorted((a, b) => a.size - b.size)
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const at = (p: number): number => {
    let sum = 0
    for (const { size, weight } of sorted) {
      sum += weight
      if (sum >= p * whole) return size
    }
    return sorted.at(-1)?.size ?? 0
  }
  const from = at(0.005)
  const to = Math.max(at(0.995), from + 1)
  const bars = 40
  const heights = new Float64Array(bars)
  for (const { size, weight } of sorted) {
    const bar = Math.floor(((size - from) / (to - from)) * bars)
    if (bar >= 0 && bar <= bars) heights[Math.min(bar, bars - 1)]! += weight / whole
  }
  const width = 640
  const left = 60
  const right = width - 20
  const top = 40
  const tall = 160
  const traced = shape.kind === 'chains'
  const height = top + tall + 40 + (traced ? 130 : 0)
  const x = (size: number) => left + ((right - left) * (size - from)) / (to - from)
  const peak = Math.max(...heights)
  const [low, middle, high] = [at(0.025), at(0.5), at(0.975)]
  const parts = [
    words(12, 20, title, { fill: INK.text, 'font-weight': 600 }),
    tag('rect', { x: x(low), y: top, width: x(high) - x(low), height: tall, fill: '#eaf1f8' }),
    ...[...heights].map((share, bar) => {
      const size = (tall * share) / peak
      return tag('rect', {
        x: left + (bar * (right - left)) / bars,
        y: top + tall - size,
        width: (right - left) / bars - 1,
        height: size,
        fill: INK.mark,
      })
    }),
    tag('line', { x1: x(middle), x2: x(middle), y1: top, y2: top + tall, stroke: INK.text, 'stroke-width': 1.5 }),
    words(x(middle) + 4, top + 12, `median ${number(middle)}; 95% ${number(low)}–${number(high)}`, {
      fill: INK.text,
      'font-size': 11,
    }),
    ...ticks(from, to).map((mark) =>
      words(x(mark), top + tall + 16, number(mark), { 'text-anchor': 'middle', fill: INK.quiet, 'font-size': 10 }),
    ),
  ]
  if (traced) parts.push(...traces(shape.chains, left, right, top + tall + 34, 110))
  return picture(width, height, title, parts)
}

function pointsOf(shape: PosteriorShape): { readonly size: number; readonly weight: number }[] {
  if (shape.kind === 'chains')
    return shape.chains.flatMap((chain) => Array.from(chain, (size) => ({ size, weight: 1 })))
  return Array.from(shape.size, (size, index) => ({ size, weight: shape.weight[index]! }))
}

function traces(chains: readonly Float64Array[], left: number, right: number, top: number, tall: number): string[] {
  const all = Float64Array.from(chains.flatMap((chain) => [...chain])).sort()
  const low = quantile(all, 0.001)
  const high = Math.max(quantile(all, 0.999), low + 1)
  return [
    words(12, top + 8, 'trace', { fill: INK.quiet, 'font-size': 10 }),
    ...chains.map((chain, index) => {
      const step = Math.max(1, Math.floor(chain.length / 400))
      const points: string[] = []
      for (let i = 0; i < chain.length; i += step) {
        const share = Math.min(Math.max((chain[i]! - low) / (high - low), 0), 1)
        points.push(
          `${(left + ((right - left) * i) / chain.length).toFixed(1)},${(top + tall * (1 - share)).toFixed(1)}`,
        )
      }
      return tag('polyline', {
        points: points.join(' '),
        fill: 'none',
        stroke: CHAIN_COLOURS[index % CHAIN_COLOURS.length]!,
        'stroke-width': 0.7,
        'stroke-opacity': 0.8,
      })
    }),
  ]
}
