/** Texts made to break the reading of claims: spans stay exact, time stays linear, nothing is thrown. */
import { describe, expect, test } from 'vitest'
import { hostileDocument } from '../test-cases/hostile.ts'
import type { Claim } from './claim.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const reader = createReader({ parties: PARTIES, places: [] })

function read(text: string, language: string | null = null): readonly Claim[] {
  const { claims } = reader.read(hostileDocument(text, language))
  for (const claim of claims) {
    const spans = [claim.content, claim.cue, claim.due, ...claim.quotes, ...Object.values(claim.spans)]
    for (const span of spans) if (span != null) expect(text.slice(span.start, span.end)).toBe(span.text)
  }
  return claims
}

describe('takes no longer than in proportion', () => {
  test.each([
    ['English verbs of speech', 'said denied accused vowed '],
    ['Arabic verbs of speech', 'قال إن أكد أن '],
    ['Arabic verbs with a subject', 'وقال وزير الصحة إن '],
    ['participles', 'قائلا مضيفا مؤكدا '],
    ['"according to"', 'according to the ministry, '],
    ['"بحسب ما"', 'على ما أعلن المصدر، '],
    ['views', "in the panel's view, "],
    ['words quoted as said', 'quoted as saying that '],
    ['accounts set against accounts', 'despite what they claimed the claim contradicts '],
    ['evidence against a word', 'تناقض السجلات رواية الوزارة '],
    ['what is not clear', 'is not yet clear and remains unclear '],
    ['courts and their papers', 'the court filing states that '],
    ['days ahead', 'promised on 10 June to report next Monday '],
    ['guillemets inside quotation marks', '«قال "نعم “لا» '],
    ['opening marks alone', '“«‘'],
    ['words behind a colon without marks', 'the minister said: we deny '],
    ['first person', 'we call on and we condemn and '],
    ['acts that are nouns', "the army's denial that the claim of "],
    ['adjectives of stance', 'is appalled and remains committed to '],
    ['nicknames', 'said Col. Jo “Jay” Orlen and '],
    ['titles of statements', 'statement by the envoy of '],
    ['names with initials', 'said J. R. Q. Tolmar and '],
  ])('%s', { timeout: 120_000 }, (_name, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      const started = performance.now()
      read(text)
      return performance.now() - started
    }
    time(2_000)
    const small = Math.min(time(20_000), time(20_000))
    const large = Math.min(time(80_000), time(80_000))
    expect(large / Math.max(small, 60)).toBeLessThan(4 * 4)
  })
})

test('keeps quotations whole between scripts, marks and invisible characters', () => {
  const [english] = read('“We \u200bfired first,” the colonel \u202btold\u202c reporters.', 'en')
  expect(english?.quotes[0]?.text).toBe('We \u200bfired first,')
  const [arabic] = read('وقال قائد الكتيبة: «لم نقصف \u200fالسوق\u200f أبدا».', 'ar')
  expect(arabic).toMatchObject({ kind: 'denial', speaker: 'قائد الكتيبة' })
  expect(arabic?.quotes[0]?.text).toBe('لم نقصف \u200fالسوق\u200f أبدا')
})

test.each([
  '',
  ' ',
  '\ud800 said',
  '"',
  '«',
  'قال',
  'said',
  'despite',
  'على ما',
  'in the',
  'وجاء في بيان',
  '— said X: “',
])('reads what is cut off without a fault: %j', (text) => {
  expect(Array.isArray(read(text))).toBe(true)
})
