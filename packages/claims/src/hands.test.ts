/** Claims and figures of documents by many hands, in both languages: every one of them, and none besides. */
import { describe, expect, test } from 'vitest'
import { ARABIC_CLAIMS } from '../test-cases/claims-arabic.ts'
import { ASKED } from '../test-cases/claims-english-asked.ts'
import { BLAMED } from '../test-cases/claims-english-blame.ts'
import { PRINTED } from '../test-cases/claims-english-printed.ts'
import { TOLD } from '../test-cases/claims-english-told.ts'
import { ARABIC_FIGURES } from '../test-cases/figures-arabic.ts'
import { ARABIC_NEWS_FIGURES } from '../test-cases/figures-arabic-news.ts'
import { ARABIC_VOICES } from '../test-cases/figures-arabic-voices.ts'
import { COUNTS } from '../test-cases/figures-counts.ts'
import { VOICES } from '../test-cases/figures-voices.ts'
import { PARTIES } from './parties.ts'
import { createReader, type Reading } from './reader.ts'

const reader = createReader({ parties: PARTIES, places: [] })

function read(text: string, published: string): Reading {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    kind: 'body' as const,
    start: match.index,
    end: match.index + match[0].length,
  }))
  const language = /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en'
  return reader.read({ id: 'd', text, blocks, language, title: null, outlet: null, agency: null, published })
}

describe.each([
  ['English: blame and its answers', BLAMED],
  ['English: what is asked, promised and condemned', ASKED],
  ['English: what is told', TOLD],
  ['English: statements as they are printed', PRINTED],
  ['Arabic', ARABIC_CLAIMS],
] as const)('claims in %s', (_language, documents) => {
  test.each(documents.map((document) => [document[1], document] as const))(
    '%s',
    (_, [published, text, ...expected]) => {
      const { claims } = read(text, published)
      expect(claims.map(({ kind, speaker }) => [kind, speaker])).toEqual(
        expected.map(([kind, speaker]) => [kind, speaker]),
      )
      expected.forEach(([, , quote, due], index) => {
        if (quote != null) expect(claims[index]?.quotes.map((found) => found.text)).toContain(quote)
        if (due != null) expect(claims[index]?.due?.date).toBe(due)
      })
    },
  )
})

describe.each([
  ['Arabic', ARABIC_FIGURES],
  ['Arabic, of newsrooms', ARABIC_NEWS_FIGURES],
  ['Arabic, by who says so', ARABIC_VOICES],
  ['English, by what is counted', COUNTS],
  ['English, by who says so', VOICES],
] as const)('figures in %s', (_language, documents) => {
  test.each(documents.map((document) => [document[0], document] as const))('%s', (_, [text, ...expected]) => {
    const { figures } = read(text, '2025-03-12')
    expect(
      figures.map(({ surface, value, valueMax, vagueWord, comparator, effect, claimant }) => [
        surface,
        valueMax === null ? (value ?? vagueWord) : `${value}..${valueMax}`,
        comparator,
        effect,
        claimant,
      ]),
    ).toEqual(expected)
  })
})
