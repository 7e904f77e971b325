/** Claims of our own sentences and of the published set beside the repository, and laws that hold for any text. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REPHRASED, REPHRASED_AFTERWARDS, REPHRASED_HELD_BACK, REPHRASED_LAST } from '../test-cases/claims-rephrased.ts'
import { AFTERWARDS, type Example, HELD_BACK, SEEN } from '../test-cases/claims-sentences.ts'
import type { Claim } from './claim.ts'
import { readClaims } from './claims-reader.ts'
import { discourse } from './discourse.ts'
import type { Block, BlockKind, SourceDocument } from './document.ts'
import { parseEdtf } from './edtf.ts'
import { PARTIES } from './parties.ts'
import { partyIndex } from './party-index.ts'

const index = partyIndex({ parties: PARTIES })
const ARABIC = /[\u0600-\u06ff]/

function documentOf(text: string, blocks?: readonly Block[], published = '2025-04-05'): SourceDocument {
  return {
    id: 'test',
    text,
    blocks: blocks ?? [{ kind: 'body', start: 0, end: text.length }],
    language: ARABIC.test(text) ? 'ar' : 'en',
    title: null,
    outlet: null,
    agency: null,
    published,
  }
}

const read = (text: string, blocks?: readonly Block[]): readonly Claim[] =>
  readClaims(discourse(documentOf(text, blocks), index))

const plain = (name: string | null): string | null =>
  name === null ? null : name.toLowerCase().replace(/^(?:the|an?) /, '')

describe.each([
  ['written against', SEEN],
  ['held back', HELD_BACK],
  ['written afterwards', AFTERWARDS],
  ['in other words', REPHRASED],
  ['in other words, held back', REPHRASED_HELD_BACK],
  ['in other words, written afterwards', REPHRASED_AFTERWARDS],
  ['in other words, written last', REPHRASED_LAST],
] as const)('our own sentences, %s', (_name, examples: readonly Example[]) => {
  test.each(examples.map((example) => [example[0], example] as const))('%s', (_text, [text, ...expected]) => {
    expect(read(text).map((claim) => [claim.kind, plain(claim.speaker)])).toEqual(
      expected.map(([kind, speaker]) => [kind, plain(speaker)]),
    )
  })
})

test('says who, of whom, by when and in which words', () => {
  const [claim] = read(
    'The prime minister, Tesfaye Bekele, promised on Friday to publish "every page" of the report within 30 days.',
  )
  expect(claim).toMatchObject({
    kind: 'commitment',
    speaker: 'Tesfaye Bekele',
    role: 'prime minister',
    date: '2025-04-04',
    cue: { text: 'promised' },
    due: { date: '2025-05-04', text: 'within 30 days' },
  })
  expect(claim?.quotes.map((quote) => quote.text)).toEqual(['every page'])
})

test('gives the first paragraphs of a quotation to the speaker named where it ends', () => {
  const paragraphs = ['“They came at dawn.', '“They took him away,” said Orla Tembeck, a farmer from Dusmar.']
  const text = paragraphs.join('\n\n')
  const second = paragraphs[0]!.length + 2
  const claims = read(text, [
    { kind: 'body', start: 0, end: paragraphs[0]!.length },
    { kind: 'body', start: second, end: text.length },
  ])
  expect(claims.map(({ kind, speaker, quotes }) => [kind, speaker, quotes[0]?.text])).toEqual([
    ['testimony', 'Orla Tembeck', 'They came at dawn.'],
    ['testimony', 'Orla Tembeck', 'They took him away,'],
  ])
})

test('names the accused, the addressee and who relays', () => {
  expect(read('The Ethiopian government accused rebel fighters of looting homes.')[0]?.target).toBe('rebel fighters')
  expect(read('Human Rights Watch called on the junta to free detainees.')[0]?.addressee).toBe('junta')
  expect(read('Villagers told Amnesty International that soldiers burned their houses.')[0]).toMatchObject({
    kind: 'testimony',
    via: 'Amnesty International',
  })
})

test('carries a speaker over pronouns, documents and paragraphs of a quotation', () => {
  const text = [
    'The Norwegian Refugee Council published a report on Monday on the siege of the town.',
    'In its report, the council accused the army of burning crops.',
    'It called on the government to lift the siege.',
    'The council’s director, Lena Berg, said: "We have seen nothing like it.',
    '"Nobody was spared."',
    'She added that "children were starving".',
  ].join('\n')
  const found = read(text).map((claim) => [claim.kind, claim.speaker])
  expect(found).toContainEqual(['statement', 'Lena Berg'])
  expect(found.filter(([, speaker]) => speaker === 'Lena Berg')).toHaveLength(3)
  expect(found.filter(([kind]) => kind === 'demand')).toHaveLength(1)
})

test('the outlet against a speaker is a contradiction in its own voice', () => {
  const claims = read(
    'The ministry complained about "a report that overlooked the ambush," despite the report having described it.',
  )
  expect(claims.map((claim) => [claim.kind, claim.speaker])).toEqual([
    ['accusation', 'ministry'],
    ['contradiction', null],
  ])
})

test('a demand or promise of another time keeps its words where no date can be told', () => {
  expect(read('The government promised to pay before Eid.')[0]?.due).toMatchObject({ date: null, text: 'before Eid' })
})

test('a promise is dated by the statement it belongs to, and ends where another clause begins', () => {
  const text = [
    'The Kenyan government said on Friday evening that it was "studying" the report.',
    'In the raid "mistakes were made", it said, and it vowed to publish the findings within a month.',
    'President William Ruto has promised to try those responsible and has named a panel.',
  ].join('\n')
  const promises = read(text).filter((claim) => claim.kind === 'commitment')
  expect(promises.map((claim) => [claim.speaker, claim.date, claim.due?.date ?? null])).toEqual([
    ['Kenyan government', '2025-04-04', '2025-05-04'],
    ['William Ruto', null, null],
  ])
  expect(promises[1]?.content.text).toBe('to try those responsible')
})

test('a document of the outlet gainsays the speaker before it, never its own issuer', () => {
  const [, against] = read('The junta said the UN had ignored the raids. The UN report does, however, list them.')
  expect(against).toMatchObject({ kind: 'contradiction', speaker: null, target: 'junta' })
  const own = read('The UN said nothing was left out. The UN report does, however, list the raids.')
  expect(own.map((claim) => claim.kind)).not.toContain('contradiction')
})

test('blocks that are no text of the article yield nothing', () => {
  const text = 'The army denied that its troops had shelled the market.'
  for (const kind of ['alternative-text', 'related-links', 'boilerplate', 'table', 'byline'] as const) {
    expect(read(text, [{ kind, start: 0, end: text.length }]), kind).toEqual([])
  }
  expect(readClaims(discourse({ ...documentOf(text), language: 'fr' }, index))).toEqual([])
})

const PIECES =
  'said told accused of that the army Amnesty International " “ ” « » , . ; : must will not deny called on within a month Monday witnesses it he report they despite having verify could قال اتهم الجيش إن لم التحقق بحسب " ، . وأضاف \n \u200f'.split(
    ' ',
  )
const KINDS: readonly BlockKind[] = ['title', 'heading', 'body', 'caption', 'byline', 'table']

test('spans are exact and dates are EDTF, in any text', () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(piece, { maxLength: 40 }), { maxLength: 5 }),
      fc.constantFrom(...KINDS),
      (lines, kind) => {
        let text = ''
        const blocks: Block[] = []
        for (const words of lines) {
          const line = words.join(' ')
          blocks.push({ kind: blocks.length === 0 ? kind : 'body', start: text.length, end: text.length + line.length })
          text += `${line}\n`
        }
        const claims = readClaims(discourse(documentOf(text, blocks), index))
        const ids = new Set(claims.map((claim) => claim.id))
        expect(ids.size).toBe(claims.length)
        for (const claim of claims) {
          expect(claim.start).toBeLessThan(claim.end)
          const spans = [claim.content, claim.cue, claim.due, ...claim.quotes, ...Object.values(claim.spans)]
          for (const span of spans) if (span != null) expect(text.slice(span.start, span.end)).toBe(span.text)
          expect(claim.content.start).toBeGreaterThanOrEqual(claim.start)
          expect(claim.content.end).toBeLessThanOrEqual(claim.end)
          if (claim.date !== null) expect(parseEdtf(claim.date)).not.toBeNull()
        }
      },
    ),
    { seed: 3, numRuns: 600 },
  )
})

test('hostile text is read in linear time', () => {
  const units = [
    'He said ',
    '"a" said he, ',
    '“',
    'the army said the army said ',
    'according to ',
    'saying ',
    'and said ',
    'قال ',
    'اتهم الجيش ',
    'x'.repeat(50),
    '" ',
    'could not verify ',
    'despite ',
    'the violence started with an attack by ',
    'X left the list ',
    'a man of 44 from ',
    'the promise of the army to ',
    'the report, however, ',
    'there was no ',
    'could not reach ',
    'تعهدت ب',
    'بدأ العنف بهجوم ',
  ]
  for (const unit of units) {
    const time = (size: number): number => {
      const talk = discourse(documentOf(unit.repeat(Math.ceil(size / unit.length))), index)
      const started = performance.now()
      readClaims(talk)
      return performance.now() - started
    }
    time(10_000)
    expect(time(60_000), unit).toBeLessThan(4000)
  }
})

const shared = process.env.CORROBORATE_SHARED ?? join(import.meta.dirname, '../../../../shared')
const gold = join(shared, 'corpus/articles/gold.jsonl')

describe.skipIf(!existsSync(gold))('the published articles (skipped: corpus/articles not present)', () => {
  const rows = existsSync(gold)
    ? readFileSync(gold, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  test('every claim of the gold set is met by one of its kind, and its quotation is whole', () => {
    let kinds = 0
    let quotes = 0
    for (const row of rows) {
      const text = readFileSync(join(shared, 'corpus/articles', row.file), 'utf8')
      const blocks = [...text.matchAll(/[^\n]+/g)].map(
        (line): Block => ({ kind: 'body', start: line.index, end: line.index + line[0].length }),
      )
      const claims = readClaims(discourse(documentOf(text, blocks, row.published), index))
      for (const claim of row.claims) {
        const end = claim.start + claim.anchor.length
        if (claims.some((found) => found.kind === claim.kind && found.start < end && found.end > claim.start))
          kinds += 1
        const bare = (words: string): string => words.replace(/["“”«»,.]+$/g, '')
        if (claim.quote && claims.some((found) => found.quotes.some((quote) => bare(quote.text) === bare(claim.quote))))
          quotes += 1
      }
    }
    expect(kinds).toBeGreaterThanOrEqual(47)
    expect(quotes).toBeGreaterThanOrEqual(31)
  })
})
