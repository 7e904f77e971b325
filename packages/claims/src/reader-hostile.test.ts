import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileDocument } from '../test-cases/hostile.ts'
import type { SourceDocument } from './document.ts'
import type { Figure } from './figure.ts'
import { parseCount } from './number.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const reader = createReader({ parties: PARTIES, places: [] })

function read(text: string, language: string | null = null): readonly Figure[] {
  const { figures } = reader.read(hostileDocument(text, language))
  for (const figure of figures) {
    expect(text.slice(figure.start, figure.end)).toBe(figure.surface)
    for (const span of Object.values(figure.spans)) expect(text.slice(span.start, span.end)).toBe(span.text)
  }
  return figures
}

const SENTENCES = [
  'Police said 12 people were killed and 30 wounded. ',
  'قالت وزارة الصحة إن ١٢ شخصا قتلوا وأصيب ٣٠ آخرون. ',
  'At least 5 (“five”) soldiers, it said, died; ',
  'مقتل ما بين 100 و200 مدني، بحسب المرصد السوري. ',
]

describe('text made to break readers', () => {
  it.each([
    [
      'ten megabytes on one line',
      () => `${'The council met in the old hall and spoke of roads '.repeat(200_000)}. ${SENTENCES[0]}`,
    ],
    ['dense counts without a mark', () => 'killed 12 people said police and 30 wounded '.repeat(8_000)],
    ['a flood of one word', () => 'a'.repeat(300_000)],
    ['a flood of digits', () => '1'.repeat(300_000)],
    ['a flood of separated digits', () => '1,'.repeat(150_000)],
    ['a flood of commas', () => ','.repeat(300_000)],
    ['a flood of opening brackets', () => '('.repeat(300_000)],
    ['a flood of quotes', () => '"“'.repeat(60_000)],
    ['a flood of number words', () => 'twenty '.repeat(40_000)],
    ['a flood of Arabic number words', () => 'خمسة و'.repeat(40_000)],
    ['a flood of cues', () => 'said that '.repeat(20_000)],
    ['a flood of names', () => 'United Nations '.repeat(20_000)],
    ['a flood of white space', () => ' \u00a0\u200b'.repeat(100_000)],
    ['nested quotations', () => '“said ‘12 killed '.repeat(10_000)],
  ])('reads %s in linear time', { timeout: 120_000 }, (_, make) => {
    const text = make()
    const started = performance.now()
    read(text, 'en')
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('takes no longer than in proportion', { timeout: 120_000 }, () => {
    const time = (n: number) => {
      const text = SENTENCES.join('').repeat(n)
      const started = performance.now()
      read(text)
      return performance.now() - started
    }
    time(200)
    const small = time(400)
    const large = time(1_600)
    expect(large / small).toBeLessThan(4 * 4)
  })

  it('keeps spans exact between scripts and invisible characters', () => {
    const [figure] = read('Police said \u206612\u2069 peo\u200bple were kil\u00adled in Homs.', 'en')
    expect(figure?.value).toBe(12)
    expect(figure?.effect).toBe('killed')
    const [arabic] = read('\u202bقُتِل \u200f١٬٢٠٠\u200f مَدَنيّ\u202c', 'ar')
    expect(arabic?.value).toBe(1200)
  })

  it('reads nothing where there is nothing', () => {
    expect(read('')).toEqual([])
    expect(read('   \n\n\t')).toEqual([])
    expect(read('\ud800 12 \udfff killed')).toBeDefined()
    expect(read('12 personnes ont été tuées', 'fr')).toEqual([])
  })

  it('parses every value again from its characters, whatever is strung together', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SENTENCES),
      fc.constantFrom(
        '12',
        ' killed',
        ' people',
        ',',
        '.',
        ' more than',
        ' two dozen',
        ' (',
        ')',
        '"',
        ' said',
        ' the UN',
        '\n',
        ' between 4 and 7',
        ' dozens of',
        ' قتيل',
        ' و',
        ' أكثر من',
        ' مئة',
        ' طفلين',
        '\u200f',
        ' 1,200',
        ' wounded',
        ' of them',
        ' including',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        for (const language of ['en', 'ar', null]) {
          for (const figure of read(text, language)) {
            const { value, valueMax, vagueWord, comparator } = figure
            const again = [parseCount(figure.surface, 'en'), parseCount(figure.surface, 'ar')]
            expect(again).toContainEqual({ value, valueMax, vagueWord, comparator })
          }
        }
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  it('gives the same figures and ids twice', () => {
    const text = SENTENCES.join('').repeat(3)
    const [first, second] = [read(text), read(text)]
    expect(first).toEqual(second)
    expect(new Set(first.map((figure) => figure.id)).size).toBe(first.length)
  })

  it('yields nothing from pictures, link lists, furniture and tables', () => {
    const text = 'Police said 12 people were killed.'
    for (const kind of ['alternative-text', 'related-links', 'boilerplate', 'table', 'byline', 'dateline'] as const) {
      const document: SourceDocument = {
        id: kind,
        text,
        blocks: [{ kind, start: 0, end: text.length }],
        language: 'en',
        title: null,
        outlet: null,
        agency: null,
        published: null,
      }
      expect(reader.read(document).figures).toEqual([])
    }
  })
})

/**
 * A repeated group whose first atom is itself repeated, `(a+b?)*`: it can cut one text in many ways. A repeated group
 * that opens with a separator of its own, `(?:,\\d+)*`, cannot.
 */
const NESTED = /\((?:\?:|\?<\w+>)?(?:\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|[^()\\[])[+*][^()]*\)[+*]/

describe('regular expressions of the package', () => {
  const folder = import.meta.dirname
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  it.each(files)('%s holds no nested quantifier', (name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    const literals =
      source.match(/(?<=[=(,:&|!?\s[])\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g) ?? []
    for (const literal of literals) expect(literal).not.toMatch(NESTED)
  })
})
