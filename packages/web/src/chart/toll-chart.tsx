/** Tolls by origin over time, drawn by Observable Plot into the page. */
import * as Plot from '@observablehq/plot'
import { useEffect, useMemo, useRef, useState } from 'react'
import { countText } from '../format/count.ts'
import { DAY } from '../format/edtf.ts'
import { useMessages } from '../messages/messages.tsx'
import { dodged } from './dodge.ts'
import type { TollMark } from './marks.ts'
import { originColor, originSymbol } from './origin-sign.tsx'

const HEIGHT = 340
/** Where counts without a number stand, in pixels below the scale; rows of them, and how many rows at most. */
const WORDS_BELOW = 36
const WORD_HEIGHT = 15
const MOST_WORDS = 6
/** How far a whisker without an end reaches, as a share of the scale. */
const WHISKER = 0.08
/** Pixels between marks that share a day and a number, and the most that they spread over. */
const DODGE = 12
const SPREAD = 36

interface Given {
  readonly marks: readonly TollMark[]
  /** Every origin of the case, in the order that gives each its colour and sign. */
  readonly origins: readonly (string | null)[]
  readonly logarithmic: boolean
  readonly hrefOf: (mark: TollMark) => string | null
}

export function TollChart({ marks, origins, logarithmic, hrefOf }: Given) {
  const m = useMessages()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const words = useMemo(() => dodged(marks.filter((mark) => mark.value === null)), [marks])
  const height = HEIGHT + Math.min(words.length, MOST_WORDS) * WORD_HEIGHT
  useEffect(() => {
    const holder = place.current
    if (holder === null || width === 0 || marks.length === 0) return
    const values = marks.flatMap((mark) => [mark.value, mark.valueMax]).filter((value) => value !== null)
    const top = Math.max(10, ...values)
    const least = Math.max(1, Math.min(top, ...values))
    const floor = logarithmic ? least / 2 : 0
    const ceiling = logarithmic ? top * 2 : top * 1.12
    const above = (value: number) =>
      logarithmic ? value * (ceiling / floor) ** WHISKER : value + (ceiling - floor) * WHISKER
    const below = (value: number) =>
      logarithmic ? value / (ceiling / floor) ** WHISKER : Math.max(floor, value - (ceiling - floor) * WHISKER)
    const numbered = marks.filter((mark): mark is TollMark & { value: number } => mark.value !== null)
    const rows = dodged(numbered)
    const color = (mark: TollMark) => originColor(origins.indexOf(mark.origin))
    const symbol = (mark: TollMark) => originSymbol(origins.indexOf(mark.origin))
    const origin = (mark: TollMark) => mark.origin ?? m.t('chart.outletVoice')
    const label = (mark: TollMark) =>
      m.t('chart.mark', {
        origin: origin(mark),
        count: countText(m, mark.point),
        what: [m.t(`victims.${mark.series.victims}`), mark.series.place].filter((each) => each !== null).join(' · '),
        date: m.date(mark.point.asOf ?? ''),
      })
    const first = Math.min(...marks.map((mark) => mark.from))
    const last = Math.max(...marks.map((mark) => mark.to))
    const margin = Math.max(DAY, (last - first) * 0.04)
    const mostTicks = Math.max(2, Math.floor(width / 130))
    const days = (last - first + 2 * margin) / DAY
    const rtl = m.direction === 'rtl'
    const at = (mark: TollMark) => new Date(mark.to)
    const link = { href: hrefOf, ariaLabel: label }
    const svg = Plot.plot({
      className: 'toll-plot',
      width,
      height,
      [rtl ? 'marginRight' : 'marginLeft']: 52,
      [rtl ? 'marginLeft' : 'marginRight']: 24,
      marginTop: 16,
      marginBottom: height - HEIGHT + 40,
      ariaLabel: m.t('chart.title'),
      x: {
        type: 'utc',
        reverse: rtl,
        label: null,
        domain: [new Date(first - margin), new Date(last + margin)],
        // Where there is room for more ticks than days, they would fall on hours and name a day twice.
        ticks: days < mostTicks ? 'day' : mostTicks,
        tickFormat: (day: Date) => m.date(day.toISOString().slice(0, 10)),
      },
      y: {
        type: logarithmic ? 'log' : 'linear',
        domain: [floor, ceiling],
        label: null,
        grid: true,
        ticks: 5,
        tickFormat: (value: number) => m.number(value),
      },
      marks: [
        Plot.axisY({
          anchor: rtl ? 'right' : 'left',
          ticks: 5,
          label: null,
          tickFormat: (value: number) => m.number(value),
        }),
        Plot.line(numbered, {
          x: at,
          y: 'value',
          z: (mark) => mark.series.id,
          stroke: color,
          strokeOpacity: 0.55,
          curve: 'step-after',
        }),
        Plot.ruleY(
          numbered.filter((mark) => mark.to > mark.from),
          {
            ...{ x1: (mark) => new Date(mark.from), x2: at, y: 'value', stroke: color },
            ...{ strokeWidth: 1.5, strokeDasharray: '1.5 3.5' },
          },
        ),
        ...rows.flatMap((row, place) => {
          const shaped = (...shapes: TollMark['shape'][]) => row.filter((mark) => shapes.includes(mark.shape))
          const dx = place * Math.min(DODGE, SPREAD / Math.max(1, rows.length - 1))
          const whisker = { x1: at, x2: at, stroke: color, strokeWidth: 1.75, headLength: 8, headAngle: 60, dx }
          const high = (mark: TollMark) => mark.valueMax ?? mark.value ?? 0
          return [
            Plot.ruleX(shaped('range'), {
              ...{ x: at, y1: 'value', y2: 'valueMax', stroke: color, strokeWidth: 6, strokeOpacity: 0.55, dx },
            }),
            Plot.arrow(shaped('open-up'), { ...whisker, y1: 'value', y2: (mark) => above(high(mark)) }),
            Plot.arrow(shaped('open-down'), { ...whisker, y1: high, y2: (mark) => below(high(mark)) }),
            Plot.dot(shaped('fuzzy'), {
              ...{ x: at, y: 'value', r: 12, fill: color, fillOpacity: 0.18, dx },
              ...{ stroke: color, strokeOpacity: 0.6, strokeDasharray: '2 3' },
            }),
            Plot.dot(row, {
              x: at,
              y: 'value',
              r: 5,
              fill: color,
              symbol,
              stroke: 'var(--paper)',
              dx,
              title: label,
              ...link,
            }),
          ]
        }),
        ...words.map((row, place) =>
          Plot.text(row, {
            ...{ x: at, y: floor, dy: WORDS_BELOW + Math.min(place, MOST_WORDS - 1) * WORD_HEIGHT },
            ...{ text: (mark) => countText(m, mark.point), fill: color, fontStyle: 'italic', fontSize: 12 },
            ...link,
          }),
        ),
      ],
    })
    // Plot's own style sheet says what app.css says too; the page's policy allows only the latter.
    for (const style of svg.querySelectorAll('style')) style.remove()
    for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
    svg.setAttribute('role', 'group')
    for (const anchor of svg.querySelectorAll('a')) {
      const named = anchor.querySelector('[aria-label]')
      anchor.setAttribute('aria-label', named?.getAttribute('aria-label') ?? '')
      named?.removeAttribute('aria-label')
    }
    holder.replaceChildren(svg)
  }, [marks, words, height, origins, logarithmic, hrefOf, width, m])
  return marks.length === 0 ? (
    <p className="chart-empty">{m.t('chart.empty')}</p>
  ) : (
    <div className="chart" ref={place} style={{ blockSize: height }} />
  )
}

function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const holder = place.current
    if (holder === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)))
    observer.observe(holder)
    return () => observer.disconnect()
  })
  return width
}
