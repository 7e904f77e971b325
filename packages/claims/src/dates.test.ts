/** Dates in sentences of our own, resolved against a day of publication, and laws that hold for any text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveDates } from './dates.ts'
import { parseEdtf } from './edtf.ts'

const read = (text: string, published: string | null, language = /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en') =>
  resolveDates(text, 0, language, published).map((mention) => [mention.text, mention.edtf])

/** Published, text, then each mention and its date. 11 March 2025 is a Tuesday. */
const SENTENCES: readonly (readonly [string | null, string, ...(readonly [string, string | null])[]])[] = [
  ['2025-03-11', 'The ministry said on Sunday.', ['Sunday', '2025-03-09']],
  ['2025-03-09', 'The ministry said on Sunday.', ['Sunday', '2025-03-09']],
  ['2025-03-11', 'Shelling since last Thursday', ['since last Thursday', '2025-03-06/..']],
  ['2025-03-13', 'It said last Thursday that', ['last Thursday', '2025-03-06']],
  ['2025-04-05', 'said late on Friday that', ['late on Friday', '2025-04-04']],
  ['2025-04-05', 'announced late Friday', ['late Friday', '2025-04-04']],
  ['2025-04-05', 'the worst bloodshed last month', ['last month', '2025-03']],
  ['2025-01-15', 'the worst bloodshed last month', ['last month', '2024-12']],
  ['2025-03-11', 'arrested since Thursday', ['since Thursday', '2025-03-06/..']],
  ['2024-12-23', 'shot between December 6 and 11, it said', ['between December 6 and 11', '2024-12-06/2024-12-11']],
  ['2025-04-03', 'On March 8 and 9, 2025 they', ['March 8 and 9, 2025', '2025-03-08/2025-03-09']],
  ['2025-04-03', 'on 8–9 March in the town', ['8–9 March', '2025-03-08/2025-03-09']],
  ['2021-02-27', 'on 28 and 29 November in town', ['28 and 29 November', '2020-11-28/2020-11-29']],
  [
    '2021-02-27',
    'In November 2020 it began; on the 28th, men came',
    ['November 2020', '2020-11'],
    ['the 28th', '2020-11-28'],
  ],
  ['2025-07-21', 'from July 13 to 20, seven', ['from July 13 to 20', '2025-07-13/2025-07-20']],
  ['2025-03-11', 'from Monday to Thursday they', ['from Monday to Thursday', '2025-03-03/2025-03-06']],
  ['2025-04-05', 'this week alone', ['this week', '2025-03-31/2025-04-05']],
  ['2025-07-14', 'in the past two days', ['the past two days', '2025-07-12/2025-07-14']],
  ['2025-07-14', 'over the last 48 hours', ['the last 48 hours', '2025-07-12/2025-07-14']],
  ['2025-03-14', 'said on Wednesday (March 12, 2025).', ['Wednesday (March 12, 2025', '2025-03-12']],
  ['2025-01-03', 'On December 30 the', ['December 30', '2024-12-30']],
  ['2024-12-20', 'will open on January 5', ['January 5', '2025-01-05']],
  ['2021-02-26', 'last November', ['last November', '2020-11']],
  ['2025-04-05', 'two weeks ago', ['two weeks ago', '2025-03-22~']],
  ['2025-04-05', 'in early March', ['early March', '2025-03~']],
  ['2025-03-10', 'over the weekend', ['the weekend', '2025-03-08/2025-03-09']],
  ['2025-03-10', 'yesterday morning and today', ['yesterday morning and today', '2025-03-09/2025-03-10']],
  ['2025-03-10', 'in recent days', ['recent days', null]],
  ['2025-03-10', 'on 30 February 2025', ['30 February 2025', null]],
  [null, 'on October 7, and on Sunday', ['October 7', null], ['Sunday', null]],
  [null, 'on October 7, 2023', ['October 7, 2023', '2023-10-07']],
  ['2025-03-10', 'born on 3/4/1990 and 13/4/1990', ['3/4/1990', null], ['13/4/1990', '1990-04-13']],
  ['2025-03-10', 'Between 2011 and 2024 the war', ['Between 2011 and 2024', '2011/2024']],
  ['2025-03-10', 'They may march; the Sunday Times said 2,300 of 1998 men'],
  ['2025-03-10', 'in 2000 villages, for two days, a five-decade rule'],
  ['2025-03-11', 'قال يوم الأحد الماضي', ['يوم الأحد الماضي', '2025-03-09']],
  ['2025-03-11', 'منذ الخميس', ['منذ الخميس', '2025-03-06/..']],
  ['2024-06-06', 'قُتل أمس الأربعاء', ['أمس الأربعاء', '2024-06-05']],
  ['2025-03-11', 'في 6 آذار/مارس 2025', ['6 آذار/مارس 2025', '2025-03-06']],
  ['2025-03-11', 'في ٨ كانون الأول الماضي', ['٨ كانون الأول الماضي', '2024-12-08']],
  ['2025-03-11', 'في ٥ جانفي ٢٠٢٥', ['٥ جانفي ٢٠٢٥', '2025-01-05']],
  ['2025-03-11', '10 رمضان 1446 هـ', ['10 رمضان 1446 هـ', '2025-03-10~']],
  ['2025-07-21', 'من 13 إلى 20 يوليو', ['من 13 إلى 20 يوليو', '2025-07-13/2025-07-20']],
  ['2025-07-21', 'بين 13 و20 تموز', ['بين 13 و20 تموز', '2025-07-13/2025-07-20']],
  ['2025-07-21', 'الشهر الماضي', ['الشهر الماضي', '2025-06']],
  ['2025-07-21', 'وقع ذلك قبل يومين', ['قبل يومين', '2025-07-19']],
  ['2025-07-25', 'أعلنت اليوم الجمعة', ['اليوم الجمعة', '2025-07-25']],
  ['2025-07-25', 'قتل أب وابنه، وأحد السكان مارس عمله بين 100 و200 من'],
]

test.each(SENTENCES.map((row) => [`${row[0]}: ${row[1]}`, row] as const))(
  '%s',
  (_name, [published, text, ...expected]) => {
    expect(read(text, published)).toEqual(expected)
  },
)

const WORDS =
  'on since last from between March May 8 28th the and – to 2025 , ( ) Sunday past two days منذ الأحد الماضي آذار ١٠ رمضان في يوم 2025-03-06 8/3/2025 until weekend ago'.split(
    ' ',
  )
const words = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary' })), { maxLength: 40 })

test('spans are exact, in order and apart, and every date is EDTF', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '', '\u200f'), fc.nat(50), (parts, glue, offset) => {
      const text = parts.join(glue)
      let last = offset
      for (const mention of resolveDates(text, offset, null, '2025-03-11')) {
        expect(mention.start).toBeGreaterThanOrEqual(last)
        expect(mention.end).toBeGreaterThan(mention.start)
        expect(text.slice(mention.start - offset, mention.end - offset)).toBe(mention.text)
        if (mention.edtf !== null) expect(parseEdtf(mention.edtf), mention.edtf).not.toBeNull()
        last = mention.end
      }
    }),
    { seed: 7, numRuns: 1000 },
  )
})

test('a long line is read in linear time', () => {
  for (const unit of ['on March 8 and ', 'the the ', '8 8 8 ', 'since since ', '1'.repeat(40), 'منذ يوم ', '(']) {
    const text = unit.repeat(Math.ceil(400_000 / unit.length))
    const started = performance.now()
    resolveDates(text, 0, 'en', '2025-03-11')
    expect(performance.now() - started, unit).toBeLessThan(4000)
  }
})
