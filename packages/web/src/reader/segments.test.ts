/** Segments join to the text and carry exactly the marks that cover them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mark, occurrenceAt, passageAround, segments } from './segments.ts'

const LENGTH = 40
const marks: fc.Arbitrary<Mark[]> = fc
  .array(fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)), { maxLength: 8 })
  .map((pairs) => pairs.map(([start, end], at) => ({ id: `m${at}`, start, end })))

test('segments join to the whole stretch, and each offset carries every mark that covers it', () => {
  fc.assert(
    fc.property(marks, fc.nat(LENGTH), fc.nat(LENGTH), (given, a, b) => {
      const [start, end] = a <= b ? [a, b + 1] : [b, a + 1]
      const cut = segments(start, end, given)
      expect(cut[0]?.start).toBe(start)
      expect(cut.at(-1)?.end).toBe(end)
      for (const [at, segment] of cut.entries()) {
        if (at > 0) expect(segment.start).toBe(cut[at - 1]?.end)
        for (let offset = segment.start; offset < segment.end; offset++) {
          const covering = given.filter((mark) => mark.start <= offset && offset < mark.end).map(({ id }) => id)
          expect(segment.marks.map(({ id }) => id).sort()).toEqual(covering.sort())
        }
      }
    }),
    { seed: 7 },
  )
})

test('the innermost of nested marks comes first', () => {
  const outer = { id: 'outer', start: 0, end: 20 }
  const inner = { id: 'inner', start: 5, end: 8 }
  const [, middle] = segments(0, 20, [outer, inner])
  expect(middle).toEqual({ start: 5, end: 8, marks: [inner, outer] })
})

test('equal quotes are told apart by how often they came before', () => {
  const text = 'aa said aa, and aaa'
  expect(occurrenceAt(text, 'aa', 0)).toBe(0)
  expect(occurrenceAt(text, 'aa', 8)).toBe(1)
  expect(occurrenceAt(text, 'aa', 17)).toBe(3)
})

test('a passage is the sentence, in either language', () => {
  const english = 'First. “At least 12 died,” he said. Last.'
  const at = english.indexOf('12')
  const found = passageAround(english, at, at + 2)
  expect(english.slice(found.start, found.end)).toBe('“At least 12 died,” he said.')
  const arabic = 'من قال ذلك؟ قُتل ١٢ شخصاً. انتهى.'
  const place = arabic.indexOf('١٢')
  const passage = passageAround(arabic, place, place + 2)
  expect(arabic.slice(passage.start, passage.end)).toBe('قُتل ١٢ شخصاً.')
})
