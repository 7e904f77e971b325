import { createReader } from '@corroborate/claims'
import { describe, expect, test } from 'vitest'
import { ReadingSchema } from '../publish/contract.ts'
import { type ExplanationStyle, explained } from './explanation.ts'

const reader = createReader({
  parties: [{ id: 'marl', kind: 'monitor', name: 'Marl Watch', aliases: ['مرصد المارل'] }],
  places: [],
})
const PLAIN: ExplanationStyle = { colour: false, width: 100 }

/** Everything read here is invented. */
function explain(text: string, style: ExplanationStyle = PLAIN, language: string | null = 'en'): string {
  const blocks = [{ kind: 'body' as const, start: 0, end: text.length }]
  const facts = { language, title: null, outlet: null, agency: null, published: '2031-05-06' }
  const document = { id: 'd', text, blocks, ...facts }
  const { figures, claims } = reader.read(document)
  const source = { kind: 'bytes', start: 0, end: text.length } as const
  const reading = ReadingSchema.parse({
    file: 'a.txt',
    digest: '',
    document: { text, ...facts, blocks: blocks.map((block) => ({ ...block, source })), needs: null },
    figures,
    claims,
    parse: reader.parse(document) ?? undefined,
  })
  if ('error' in reading) throw new Error(reading.error)
  return explained(reading, style)
}

const SENTENCE = 'Marl Watch said at least 12 civilians were killed in Dell on Sunday.'

describe('a sentence explained', () => {
  test('has its roles under it, column by column, and says what came of each part', () => {
    const lines = explain(SENTENCE).split('\n')
    const at = lines.indexOf(`  ${SENTENCE}`)
    expect(lines[at + 1]).toBe('  ssssssssss qqqq cccccccc nn vvvvvvvvv      eeeeee    pppp    dddddd')
    const parts = lines.slice(at + 2).join('\n')
    expect(parts).toMatch(/count {4}“at least” “12”: at_least, \[12, ∞\), digits; counts “civilians” \(person\)/)
    expect(parts).toMatch(/said by Marl Watch \(X said\)\n +→ figure [0-9a-f]{12}: killed, civilians/)
    expect(parts).toMatch(
      /saying {3}“said” \(say\): “Marl Watch” is Marl Watch \(monitor, known\); answers for “at least/,
    )
    expect(parts).toMatch(/date {5}“(?:on )?Sunday”: 2031-05-04/)
    expect(parts).toMatch(/1 of 1 sentences/)
  })

  test.each<[string, string, RegExp]>([
    ['part of a date', 'The road was closed on 8 March 2031.', /no figure: it is part of a date/],
    ['things', 'Marl Watch said 12 villages were burned in Dell.', /no figure: /],
    ['a count without harm', 'Marl Watch said 12 farmers met in Dell.', /no figure: no word of harm is tied to it/],
  ])('says why %s became no figure', (_, text, reason) => {
    expect(explain(text)).toMatch(reason)
  })

  test('is cut at the width of the terminal, letters under their words', () => {
    const narrow = explain(SENTENCE, { colour: false, width: 40 }).split('\n')
    const first = narrow.findIndex((line) => line.startsWith('  Marl Watch'))
    for (const line of narrow.slice(first, first + 4)) expect(line.length).toBeLessThanOrEqual(40)
    const words = narrow[first + 2] ?? ''
    const column = words.indexOf('killed')
    expect(narrow[first + 3]?.slice(column, column + 6)).toBe('eeeeee')
  })

  test('is coloured and underlined only where that is asked for', () => {
    expect(explain(SENTENCE)).not.toContain('\u001b')
    const coloured = explain(SENTENCE, { colour: true, width: 100 })
    expect(coloured).toContain('\u001b[4;31mkilled\u001b[0m')
    expect(coloured).toContain('\u001b[31meeeeee\u001b[0m')
  })

  test('that runs to the left keeps its order: no columns, every part isolated', () => {
    const text = 'قال مرصد المارل إن 12 مدنيا قتلوا في دل يوم الأحد.'
    const lines = explain(text, PLAIN, 'ar').split('\n')
    const at = lines.indexOf(`  \u2068${text}\u2069`)
    expect(at).toBeGreaterThan(0)
    expect(lines[at + 1]).toMatch(/^ {2}q \u2068قال\u2069 · s \u2068مرصد المارل\u2069 · n \u206812\u2069/)
    expect(lines[at + 1]).toContain('e \u2068قتلوا\u2069')
    expect(lines.join('\n')).toContain('“\u2068مرصد المارل\u2069” is Marl Watch')
    const isolates = (mark: string) => lines.join('\n').split(mark).length
    expect(isolates('\u2068')).toBe(isolates('\u2069'))
  })

  test('of both directions is isolated too', () => {
    const lines = explain('Marl Watch (مرصد المارل) said 12 people were killed.').split('\n')
    expect(lines.some((line) => line.includes('\u2068مرصد المارل\u2069') || line.startsWith('  \u2068'))).toBe(true)
  })

  test('never hands controls, escapes or turned directions of a document to the terminal', () => {
    const hostile = `Marl Watch\u001b[2J said 12\u0007 people\u202e were\u200b killed\u009b31m in Dell.`
    const text = explain(hostile)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(text).toContain('Marl Watch\ufffd[2J said')
  })

  test('in a language that is not read says so', () => {
    expect(explain('Douze personnes.', PLAIN, 'fr')).toMatch(/documents in fr are not read/)
  })

  test('counts marks and letters of a text with accents in columns', () => {
    const lines = explain('Marl Watch said 12 people were killed in De\u0301ll.').split('\n')
    const at = lines.findIndex((line) => line.startsWith('  Marl Watch'))
    const columns = (line: string) => [...line.replace(/\p{M}/gu, '')]
    expect(columns(lines[at] ?? '').indexOf('k')).toBe((lines[at + 1] ?? '').indexOf('e'))
  })
})
