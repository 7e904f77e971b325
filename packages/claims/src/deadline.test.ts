/** Deadlines in sentences of our own, counted from when they were said, and laws for any text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveDeadline } from './deadline.ts'
import { parseEdtf } from './edtf.ts'

/** Said on Friday 4 April 2025, published the day after. */
const read = (text: string) =>
  resolveDeadline(text, 0, /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en', '2025-04-04', '2025-04-05')

test.each([
  ['a report would be issued within a month', 'within a month', '2025-05-04'],
  ['release it within one month.', 'within one month', '2025-05-04'],
  ['to withdraw within 30 days', 'within 30 days', '2025-05-04'],
  ['publish in no more than two weeks', 'in no more than two weeks', '2025-04-18'],
  ['free them within 48 hours', 'within 48 hours', '2025-04-06'],
  ['it set a 72-hour ultimatum', '72-hour ultimatum', '2025-04-07'],
  ['it set a 10-day deadline for', '10-day deadline', '2025-04-14'],
  ['gave the army 48 hours to leave', '48 hours', '2025-04-06'],
  ['would report by the end of the year', 'by the end of the year', '2025-12-31'],
  ['would report by the end of this month', 'by the end of this month', '2025-04-30'],
  ['would leave before the end of the week', 'before the end of the week', '2025-04-06'],
  ['no later than 9 April', 'no later than 9 April', '2025-04-09'],
  ['before 9 April 2025', 'before 9 April 2025', '2025-04-08'],
  ['by March 1', 'by March 1', '2026-03-01'],
  ['by Friday', 'by Friday', '2025-04-04'],
  ['by Monday', 'by Monday', '2025-04-07'],
  ['elections by June', 'by June', '2025-06'],
  ['hold the camp until June', 'until June', '2025-06'],
  ['no later than May', 'no later than May', '2025-05'],
  ['close the camps by 2027', 'by 2027', '2027'],
  ['pay them before Eid al-Fitr', 'before Eid al-Fitr', null],
  ['in the coming weeks', 'in the coming weeks', null],
  ['within a month of the ceasefire', 'within a month', null],
  ['تقديم تقريرها خلال شهر', 'خلال شهر', '2025-05-04'],
  ['في غضون 30 يوما', 'في غضون 30 يوما', '2025-05-04'],
  ['خلال ثلاثة أسابيع', 'خلال ثلاثة أسابيع', '2025-04-25'],
  ['خلال شهرين', 'خلال شهرين', '2025-06-04'],
  ['أمهلهم مهلة 48 ساعة', 'مهلة 48 ساعة', '2025-04-06'],
  ['بحلول نهاية العام', 'بحلول نهاية العام', '2025-12-31'],
  ['قبل نهاية الشهر الجاري', 'قبل نهاية الشهر الجاري', '2025-04-30'],
  ['في موعد أقصاه 9 نيسان', 'موعد أقصاه 9 نيسان', '2025-04-09'],
  ['قبل العيد', 'قبل العيد', null],
  ['خلال الأيام المقبلة', 'خلال الأيام المقبلة', null],
])('%s', (text, words, date) => {
  const due = read(text)
  expect([due?.text, due?.date]).toEqual([words, date])
  expect(text.slice(due!.start, due!.end)).toBe(words)
})

test('says what it was counted from and what the words leave open', () => {
  expect(read('within a month')?.reading).toBe(
    'one month from the statement of 2025-04-04; the words leave open what the month runs from',
  )
  expect(resolveDeadline('within 30 days', 0, 'en', null, '2025-04-05')).toMatchObject({
    date: '2025-05-05',
    reading:
      '30 days from publication on 2025-04-05, as the day it was said is not known; the words leave open what the days run from',
  })
  expect(resolveDeadline('within a month', 0, 'en', null, null)?.date).toBeNull()
})

test('what is no deadline gives none', () => {
  for (const text of [
    'killed by gunmen',
    'in the town before they fled',
    'for two days',
    'by 2,300 men',
    'as war crimes',
    'قبل أن يفروا',
    '',
  ]) {
    expect(read(text), text).toBeNull()
  }
})

test('spans are exact and dates are EDTF, in any text', () => {
  const words =
    'within by before the end of month year 30 days no later than 9 April Eid خلال شهر قبل نهاية العام مهلة 48 ساعة 2027 Friday ,'.split(
      ' ',
    )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 20 }),
      fc.nat(9),
      (parts, offset) => {
        const text = parts.join(' ')
        const due = resolveDeadline(text, offset, 'en', '2025-04-04', null)
        if (due === null) return
        expect(text.slice(due.start - offset, due.end - offset)).toBe(due.text)
        if (due.date !== null) expect(parseEdtf(due.date), due.date).not.toBeNull()
      },
    ),
    { seed: 5, numRuns: 1000 },
  )
})
