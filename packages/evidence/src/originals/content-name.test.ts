import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentName } from './content-name.ts'

test.each([
  ['report.txt', 'report.txt'],
  ['تقرير يوم الأحد.pdf', 'تقرير يوم الأحد.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\u202etxt.exe', 'a_txt.exe'],
  ['CON.txt', '_CON.txt'],
  ['cafe\u0301.txt', 'caf\u00e9.txt'],
  ['..', 'content'],
  ['', 'content'],
  ['trailing. . ', 'trailing'],
])('%j becomes %j', (name, expected) => {
  expect(contentName(name)).toBe(expected)
})

test('a long name keeps its ending', () => {
  expect(contentName(`${'ن'.repeat(300)}.docx`)).toBe(`${'ن'.repeat(57)}.docx`)
})

test('every name becomes a safe one, which stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const safe = contentName(name)
      expect(safe).toMatch(/^[^\p{Cc}\p{Cf}<>:"|?*\\/]+$/u)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(121)
      expect(['.', '..']).not.toContain(safe)
      expect(contentName(safe)).toBe(safe)
    }),
    { seed: 5, numRuns: 2000 },
  )
})
