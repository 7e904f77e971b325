import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, foldName, nameWords, sameWord, skeleton, tieNames } from './names.ts'
import { acronymsIn, compatibleWords } from './names-corpus.ts'

const table = (
  names: readonly string[],
  known: Parameters<typeof tieNames>[1] = [],
  acronyms = new Map<string, string>(),
) =>
  tieNames(
    names.map((name) => ({ name, count: 1 })),
    known,
    acronyms,
  )

/** Whether all names fall under one key. */
const tied = (...names: readonly string[]) => new Set(names.map(table(names).key)).size === 1

describe('spellings of one name', () => {
  test.each([
    ['Ahmad Al Shara', 'Ahmed al-Sharaa', 'Mr Al Shara', 'أحمد الشرع'],
    ['Bashar Al Assad', 'Bashar al-Assad', 'بشار الأسد'],
    ['Hayat Tahrir Al Sham', 'Hayat Tahrir al-Sham'],
    ['Tartus', 'Tartous', 'طرطوس'],
    ['Sweida', 'Suwayda'],
    ['Axum', 'Aksum'],
    ['Agnès Callamard', 'Agnes Callamard'],
    ['Quiet Coast Observatory', 'Observatory of the Quiet Coast'],
    ['Quiet Coast Observatory (QCO)', 'QCO', 'the Quiet Coast Observatory'],
    ['Amnesty International', 'Amnesty'],
  ])('%s, %s …', (...names) => {
    expect(tied(...names)).toBe(true)
  })

  test.each([
    ['Syrian Observatory for Human Rights', 'Syrian Network for Human Rights'],
    ['Homs', 'Hama'],
    ['officials', 'Ardal officials'],
    ['security forces', 'Ardal security forces'],
    ['Ardal government', 'Kelm government'],
    ['Amra Holt', 'Denno Holt'],
  ])('%s is not %s', (a, b) => {
    expect(tied(a, b)).toBe(false)
  })

  test('a short form of two longer names is tied to neither', () => {
    const names = ['Holt', 'Amra Holt', 'Denno Holt']
    expect(new Set(names.map(table(names).key)).size).toBe(3)
  })

  test.each([
    ['Oster', 'Kelm, Oster and Port Ardal'],
    ['Amra Holt', 'Amra Holt and Denno Bray'],
    ['أوستر', 'كلم وأوستر'],
  ])('one of several is no short form of them: %s', (one, list) => {
    const { key } = table([one, list])
    expect(key(one)).not.toBe(key(list))
  })

  test.each([
    ['Lemqari', 'Idris Lemqari, head of the Salt and Lantern Office'],
    ['Salt Commission', 'Salt Commission of Inquiry and Fact-Finding'],
    ['Oster', 'Kelm, Oster and Port Ardal', 'Oster harbour'],
  ])('a short form is tied whatever "and" the longer name has: %s', (short, ...names) => {
    const { key } = table([short, ...names])
    expect(key(short)).toBe(key(names.at(-1)!))
  })

  test('known aliases win, and the known name is shown', () => {
    const known = [{ id: 'rw', name: 'Reef Watch', aliases: ['مرصد الشعاب', 'RW'] }]
    const { key, display } = table(['مرصد الشعاب', 'RW', 'Reef Watch'], known)
    for (const name of ['مرصد الشعاب', 'RW', 'Reef Watch', 'the Reef Watch'])
      expect(display(key(name))).toBe('Reef Watch')
  })

  test('acronyms are those that a text prints behind the name', () => {
    expect(acronymsIn('The Lantern Society for Islands (LSI) and the Harbour Police (HP) said (AFP) so.')).toEqual([
      ['lsi', 'Lantern Society for Islands'],
      ['hp', 'Harbour Police'],
    ])
    const acronyms = new Map([['hp', 'Harbour Police']])
    const { key } = table(['HP', 'Harbour Police'], [], acronyms)
    expect(key('HP')).toBe(key('Harbour Police'))
  })
})

describe('descriptions', () => {
  test.each([
    ['security forces', 'security forces and allied groups', true],
    ["the country's security forces and their auxiliaries", 'security forces', true],
    ['Eritrean soldiers', 'Eritrean troops', true],
    ['the coastal region of Ardal', 'Ardal coast', true],
    ['government forces', 'opposition forces', false],
    ['Salt Brigade', 'Reef Brigade', false],
    ['لواء الملح', 'Salt Brigade', false],
    [null, 'Salt Brigade', true],
  ])('%s and %s: %s', (a, b, compatible) => {
    expect(compatibleWords(a, b)).toBe(compatible)
    expect(compatibleWords(b, a)).toBe(compatible)
  })
})

describe('laws', () => {
  test('folding is idempotent, and words never vanish from a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
        if (foldName(name) !== '') expect(nameWords(name).length).toBeGreaterThan(0)
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  test('the same word is the same in either direction; the distance is a metric on what it compares', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(sameWord(a, b)).toBe(sameWord(b, a))
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
        expect(skeleton(a).length).toBeLessThanOrEqual(2 * a.length)
      }),
      { seed: 9, numRuns: 500 },
    )
  })

  test('keys do not depend on the order of the names', () => {
    const names = [
      'Ahmad Al Shara',
      'Ahmed al-Sharaa',
      'Al Shara',
      'Reef Watch',
      'RW',
      'Tartus',
      'Tartous',
      'Holt',
      'Amra Holt',
    ]
    const expected = names.map(table(names).key)
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(names.map(table(shuffled).key)).toEqual(expected)
      }),
      { seed: 10, numRuns: 50 },
    )
  })
})

describe('what people said of names', () => {
  const NAMES = ['Quiet Coast Observatory', 'Observatory of the Quiet Coast', 'QCO', 'Reef Watch', 'Lamp Society']
  const KNOWN = [{ id: 'qco', name: 'Quiet Coast Observatory', aliases: ['QCO'] }]
  const ruled = (...rulings: readonly (readonly [boolean, string, string])[]) =>
    tieNames(
      NAMES.map((name) => ({ name, count: 1 })),
      KNOWN,
      new Map(),
      rulings.map(([same, a, b]) => ({ same, names: [a, b] })),
    )
  const one = ({ key }: ReturnType<typeof ruled>, a: string, b: string) => key(a) === key(b)

  test('goes before what ties or parts them, known aliases included, and the latest goes before the earlier', () => {
    expect(one(ruled(), 'QCO', 'Quiet Coast Observatory')).toBe(true)
    expect(one(ruled([false, 'QCO', 'Quiet Coast Observatory']), 'QCO', 'Quiet Coast Observatory')).toBe(false)
    const merged = ruled([true, 'Reef Watch', 'Lamp Society'])
    expect(one(merged, 'Reef Watch', 'Lamp Society')).toBe(true)
    expect(one(merged, 'Reef Watch', 'QCO')).toBe(false)
    const parted = ruled([true, 'Reef Watch', 'Lamp Society'], [false, 'Lamp Society', 'Reef Watch'])
    expect(one(parted, 'Reef Watch', 'Lamp Society')).toBe(false)
    const again = ruled([false, 'QCO', 'Quiet Coast Observatory'], [true, 'QCO', 'Quiet Coast Observatory'])
    expect(one(again, 'QCO', 'Quiet Coast Observatory')).toBe(true)
  })

  test('the last word on two names holds, whatever was said before', () => {
    const written = [...NAMES, 'REEF WATCH', 'Réef Watch', 'the Reef Watch']
    const ruling = fc.tuple(fc.boolean(), fc.subarray(written, { minLength: 2, maxLength: 2 }))
    fc.assert(
      fc.property(fc.array(ruling, { minLength: 1, maxLength: 8 }), (given) => {
        const rulings = given.map(([same, [a, b]]) => [same, a!, b!] as const)
        const [same, a, b] = rulings.at(-1)!
        expect(one(ruled(...rulings), a, b)).toBe(same)
      }),
      { seed: 3 },
    )
  })
})
