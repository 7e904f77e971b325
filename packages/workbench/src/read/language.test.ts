/** The language is told from the words, and not at all where they are too few. */
import { describe, expect, test } from 'vitest'
import { languageOf } from './language.ts'

describe('the language', () => {
  test.each([
    ['en', 'The monitor said on Sunday that shelling killed at least 12 people in the old quarter of the town.'],
    ['ar', 'قال المرصد يوم الأحد إن 12 شخصا على الأقل قتلوا في قصف على البلدة القديمة.'],
    ['ar', 'مقتل 12 شخصا في القصف'],
    ['fa', 'ناظران روز یکشنبه گفتند که دست‌کم ۱۲ نفر در گلوله‌باران محله قدیمی شهر کشته شده‌اند.'],
    ['ku', 'چاودێران ڕۆژی یەکشەممە گوتیان لانیکەم دوازدە کەس لە گەڕەکی کۆنی شارەکە کوژراون.'],
    ['fr', 'Au moins douze personnes ont été tuées dimanche à l’est de la ville, a déclaré l’Observatoire.'],
    ['ar', 'قال المرصد (The Syrian Observatory) إن 12 شخصا على الأقل قتلوا في قصف على البلدة القديمة يوم الأحد.'],
  ])('is %s', async (language, text) => {
    expect(await languageOf(text)).toBe(language)
  })

  test.each(['', '12', 'AFP', '2025-04-03 21:14', 'قتل', '▪️ 471 / 314'])('is not told from %j', async (text) => {
    expect(await languageOf(text)).toBe(null)
  })
})
