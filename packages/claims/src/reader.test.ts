import { describe, expect, it } from 'vitest'
import { type Case, FIRST, HELD_BACK } from '../test-cases/reader-cases.ts'
import type { SourceDocument } from './document.ts'
import type { Figure } from './figure.ts'
import { parseCount } from './number.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const reader = createReader({ parties: PARTIES, places: [] })

function document(text: string, language: string | null, published: string | null = '2025-03-12'): SourceDocument {
  const block = { kind: 'body', start: 0, end: text.length } as const
  return { id: 'case', text, blocks: [block], language, title: null, outlet: null, agency: null, published }
}

const line = (figure: Figure) => {
  const number = figure.vagueWord ?? (figure.valueMax === null ? figure.value : `${figure.value}..${figure.valueMax}`)
  return [figure.surface, number, figure.comparator, figure.effect, figure.claimant ?? '-'].join(' | ')
}

describe.each([
  ['sentences the rules were written with', FIRST],
  ['sentences written after the rules', HELD_BACK],
] as const)('%s', (_, cases) => {
  it.each(cases.map((one: Case) => [one.text, one] as const))('%s', (_text, one) => {
    const { figures } = reader.read(document(one.text, one.language))
    expect(figures.map(line)).toEqual(one.figures)
    for (const figure of figures) {
      expect(one.text.slice(figure.start, figure.end)).toBe(figure.surface)
      const { value, valueMax, vagueWord, comparator } = figure
      expect(parseCount(figure.surface, one.language)).toEqual({ value, valueMax, vagueWord, comparator })
    }
  })
})
