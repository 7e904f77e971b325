import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeName } from '../fields/whole-name.ts'
import { normaliseArabic } from './arabic.ts'
import { entryKind } from './entry-kind.ts'
import { foldLatin } from './latin.ts'
import { sameGivenName } from './nicknames.ts'
import { skeleton } from './skeleton.ts'
import { nameTokens } from './tokens.ts'

const forms = (written: string) => nameTokens(written).map(({ form }) => form)

describe('names', () => {
  test.each([
    ['أحمد', 'احمد'],
    ['ا\u0654حمد', 'احمد'],
    ['فاطمة', 'فاطمه'],
    ['هدى', 'هدي'],
    ['محـــمد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['\ufee3\ufea4\ufee4\ufeaa', 'محمد'],
    ['کریم', 'كريم'],
  ])('%s is %s', (written, normal) => {
    expect(normaliseArabic(written)).toBe(normal)
  })

  test('normalising twice changes nothing', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'أإآٱىةؤئءابتمحدـًَُِّْ عبدكی'), maxLength: 20 })
    fc.assert(
      fc.property(letters, (text) => {
        expect(normaliseArabic(normaliseArabic(text))).toBe(normaliseArabic(text))
      }),
      { seed: 6 },
    )
  })

  test.each([
    ['عبد الكريم بلقندة', ['عبدكريم', 'بلقنده']],
    ['عبدالكريم بلقنده', ['عبدكريم', 'بلقنده']],
    ['أبو زيد النجار', ['ابوزيد', 'نجار']],
    ['نور الدين', ['نوردين']],
    ['نورالدين', ['نوردين']],
    ['محمد بن علي', ['محمد', 'علي']],
    ['الشهيد محمد علي', ['محمد', 'علي']],
    ['Abd al-Karim Belqunda', ['abdkarim', 'belqunda']],
    ['Abdel Kareem', ['abdkareem']],
    ['Dr. José María O’Neill', ['jose', 'maria', 'oneill']],
    ['Владимир', ['vladimir']],
    ['Đorđe Šarić', ['dorde', 'saric']],
  ])('tokens of %s', (written, expected) => {
    expect(forms(written)).toEqual(expected)
  })

  test('"son of" marks the nasab', () => {
    expect(nameTokens('Muhammad bin Ali')).toEqual([
      { form: 'muhammad', nasab: false, kunya: false },
      { form: 'ali', nasab: true, kunya: false },
    ])
  })

  test('a kunya stands beside the given name', () => {
    expect(wholeName('أم طارق درّاقي')).toEqual({ kunya: 'امطارق', given: '', middle: '', family: 'دراقي' })
    expect(wholeName('Abu Ahmad Muhammad Salim al-Najjar')).toEqual({
      kunya: 'abuahmad',
      given: 'muhammad',
      middle: 'salim',
      family: 'najjar',
    })
    expect(wholeName('محمد أبو زيد')).toEqual({ kunya: '', given: 'محمد', middle: '', family: 'ابوزيد' })
    expect(wholeName('DORAQI, Mahmoud')).toEqual({ kunya: '', given: 'mahmoud', middle: '', family: 'doraqi' })
  })

  test.each([
    ['محمد', 'mohammed'],
    ['نمروشي', 'namrosh'],
    ['عبدكريم', 'abdkareem'],
    ['غسان', 'ghassan'],
    ['يوسف', 'youssef'],
  ])('skeletons of %s and %s agree', (arabic, latin) => {
    expect(skeleton(normaliseArabic(arabic)).slice(0, 3)).toBe(skeleton(latin).slice(0, 3))
  })

  test('nicknames are symmetric and know no stranger', () => {
    expect(sameGivenName('rob', 'robert')).toBe(true)
    expect(sameGivenName('robert', 'rob')).toBe(true)
    expect(sameGivenName('robert', 'william')).toBe(false)
    expect(sameGivenName('zzz', 'zzz')).toBe(false)
  })

  test.each([
    ['Unidentified', 'unidentified'],
    ['UNKNOWN', 'unidentified'],
    ['مجهول الهوية', 'unidentified'],
    ['?', 'unidentified'],
    ['Family of Dawud Shebrun', 'group'],
    ['ثلاثة من عائلة زندوسي', 'group'],
    ['Dawud Shebrun', 'person'],
    ['عائشة أحمد', 'person'],
  ])('%s is a %s', (written, kind) => {
    expect(entryKind(written)).toBe(kind)
  })

  test('folding leaves only plain letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldLatin(text)).toMatch(/^[a-z0-9 ]*$/)
      }),
      { seed: 6 },
    )
  })
})
