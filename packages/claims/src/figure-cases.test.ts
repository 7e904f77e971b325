import { describe, expect, it } from 'vitest'
import type { CaseFigure, FigureCase } from '../test-cases/figure-case.ts'
import { FIGURE_CASES } from '../test-cases/figure-cases.ts'
import type { Block } from './document.ts'
import type { Figure } from './figure.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const reader = createReader({ parties: PARTIES, places: [] })

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line !== '') blocks.push({ kind: 'body', start, end: start + line.length })
    start += line.length + 1
  }
  return blocks
}

const read = ({ text, published }: FigureCase): readonly Figure[] =>
  reader.read({
    id: 'case',
    text,
    blocks: blocksOf(text),
    language: 'en',
    title: null,
    outlet: null,
    agency: null,
    published,
  }).figures

const line = (figure: Figure) => {
  const number = figure.vagueWord ?? (figure.valueMax === null ? figure.value : `${figure.value}..${figure.valueMax}`)
  return [figure.surface, number, figure.comparator, figure.effect, figure.claimant ?? '-'].join(' | ')
}

/** What a case says of a figure beyond number, comparator, effect and claimant. */
const told = (figure: Figure, { by, at, on, scope, of }: CaseFigure) => ({
  ...(by === undefined ? {} : { by: figure.perpetrator }),
  ...(at === undefined ? {} : { at: figure.place }),
  ...(on === undefined ? {} : { on: figure.date }),
  ...(scope === undefined ? {} : { scope: figure.scope }),
  ...(of === undefined ? {} : { of: figure.victims }),
})
const expected = ({ printed: _, state: __, ...fields }: CaseFigure) => fields

describe('figures of short texts on events of many countries', () => {
  it.each(FIGURE_CASES.map((one) => [one.text, one] as const))('%s', (_text, one) => {
    const figures = [...read(one)]
    const sure = one.figures.filter(({ state }) => state === undefined)
    for (const want of sure) {
      const at = figures.findIndex((figure) => line(figure) === want.printed)
      expect(at, `${want.printed} among ${figures.map(line).join('; ')}`).toBeGreaterThanOrEqual(0)
      expect(told(figures[at]!, want)).toEqual(expected(want))
      figures.splice(at, 1)
    }
    const open = one.figures.length - sure.length + (one.over ?? 0)
    expect(figures.length, `beyond the expected: ${figures.map(line).join('; ')}`).toBeLessThanOrEqual(open)
  })

  it('reads nearly all of what a careful reader finds', () => {
    const wanted = FIGURE_CASES.flatMap(({ figures }) => figures).filter(({ state }) => state !== 'either')
    const unread = wanted.filter(({ state }) => state === 'unread').length
    expect(1 - unread / wanted.length).toBeGreaterThan(0.85)
    expect(FIGURE_CASES.reduce((sum, { over }) => sum + (over ?? 0), 0)).toBeLessThan(5)
  })
})
