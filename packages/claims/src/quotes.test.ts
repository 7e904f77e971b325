/** Quotations in marks of every kind, and laws that hold for any text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuotes } from './quotes.ts'

const read = (text: string): readonly string[] => readQuotes(text, 0).map((quote) => quote.text)

test.each([
  ['straight', 'He said it was "closely following" the case.', ['closely following']],
  ['curly', 'He said it was “closely following” the case.', ['closely following']],
  ['single', "It is 'closely following' the report", ['closely following']],
  ['curly single', 'It is ‘closely following’ the report', ['closely following']],
  ['guillemets', 'قالت إن ما جرى «مجزرة بشعة» بحق مدنيين', ['مجزرة بشعة']],
  ['Arabic, straight', 'قالوا إنها لـ"مجزرة" في القرية', ['مجزرة']],
  ['Arabic, turned about', 'وصفتها ”جريمة حرب“ أمس', ['جريمة حرب']],
  ['German', 'Er nannte es „ein Verbrechen“ gestern', ['ein Verbrechen']],
  ['comma inside', '"It must stop," she said. "It must stop now."', ['It must stop,', 'It must stop now.']],
  ['apostrophes', "The Alawites' homes and Syria's towns don't matter in the '90s", []],
  [
    'possessive in single marks',
    "It said 'the villagers' houses were burned' there",
    ["the villagers' houses were burned"],
  ],
  ['apostrophe in single marks', "It said 'Syria's towns' burned", ["Syria's towns"]],
  ['transliteration', "the al-'Arab and ‘Alawi villagers' homes", []],
  [
    'nested',
    '"They shouted \'out, traitors\' at us," she said',
    ["They shouted 'out, traitors' at us,", 'out, traitors'],
  ],
  ['nested curly', '“They shouted “out” at us,” she said', ['They shouted “out” at us,', 'out']],
  ['two singles for a double', "It was ''a crime'' he said", ['a crime']],
  ['paragraphs', '"One.\n"Two.\n"Three," he said.', ['One.', 'Two.', 'Three,']],
  ['paragraphs apart', '“One.\n\n“Two.”\n\nShe left.', ['One.', 'Two.']],
  ['paragraphs not opened again', '“One.\n\nTwo.\n\nThree,” he said.', ['One.', 'Two.', 'Three,']],
  ['paragraphs not opened again, straight', 'She said: "One.\n\nIt\'s two." Then she left.', ['One.', "It's two."]],
  ['never closed, and another behind it', 'It was "a crime.\n\nHe said "no" twice.', ['a crime.', 'no']],
  ['lines broken', 'It was "a very\nlong and broken" line', ['a very\nlong and broken']],
  ['never closed', 'It was "a crime.\nShe left.', ['a crime.']],
  ['closed twice', 'It was "a crime"" he said', ['a crime']],
  ['opened twice', 'It was "a crime, and "a shame" he said', ['a crime, and', 'a shame']],
  ['inches', 'a 6" shell of 20\' range', []],
  ['empty', 'it said "" and " "', []],
])('%s', (_name, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('does not run a quotation over a whole document to a stray mark', () => {
  const text = `"One.\n\n${'Two.\n\n'.repeat(20)}Three." He left.`
  expect(readQuotes(text, 0).map((quote) => [quote.text, quote.ending])).toEqual([['One.', 'unclosed']])
})

test('says how a quotation ends and what it carries on', () => {
  const quotes = readQuotes('"One.\n"Two," he said. "Three', 10)
  expect(quotes.map((quote) => [quote.text, quote.ending, quote.continues])).toEqual([
    ['One.', 'carried', false],
    ['Two,', 'closed', true],
    ['Three', 'unclosed', false],
  ])
  expect(quotes[0]).toMatchObject({ start: 11, outerStart: 10 })
})

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '“',
    '”',
    "'",
    '’',
    '‘',
    '«',
    '»',
    ' ',
    '\n',
    '\n\n',
    'word',
    "s' ",
    '\u200f',
    'مجزرة',
    ',',
    '"a"',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)

test('spans are exact and nest, in any text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(9), (pieces, offset) => {
      const text = pieces.join('')
      for (const quote of readQuotes(text, offset)) {
        expect(text.slice(quote.start - offset, quote.end - offset)).toBe(quote.text)
        expect(quote.text.length).toBeGreaterThan(0)
        // a paragraph that carries a quotation on may have no mark of its own
        expect(quote.outerStart).toBeLessThan(quote.continues ? quote.start + 1 : quote.start)
        expect(quote.outerEnd).toBeGreaterThanOrEqual(quote.end)
      }
    }),
    { seed: 11, numRuns: 1000 },
  )
})

test('a quotation set in any marks into plain words is found whole', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeéßx'), minLength: 1, maxLength: 8 })
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
  const marks = fc.constantFrom(['"', '"'], ['“', '”'], ['‘', '’'], ["'", "'"], ['«', '»'], ['”', '“'], ['„', '“'])
  fc.assert(
    fc.property(words, words, words, marks, (before, inside, after, [open, close]) => {
      expect(read(`${before} ${open}${inside}${close} ${after}`)).toEqual([inside])
    }),
    { seed: 13, numRuns: 500 },
  )
})

test('adversarial nesting is read in linear time', () => {
  for (const unit of ['“', '"a ', '« "', "'a ", '”', '"\n', "“ ' « ", "a' s' ", '"a\n\n']) {
    const text = unit.repeat(Math.ceil(300_000 / unit.length))
    const started = performance.now()
    readQuotes(text, 0)
    expect(performance.now() - started, unit).toBeLessThan(4000)
  }
})
