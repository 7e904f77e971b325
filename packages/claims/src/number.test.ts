import { describe, expect, it } from 'vitest'
import { parseCount } from './number.ts'

const english: [string, number | null, number | null, string | null, string][] = [
  ['At least 1,383', 1383, null, null, 'at_least'],
  ['more than two dozen', 24, null, null, 'more_than'],
  ['a dozen', 12, null, null, 'about'],
  ['between 2,300 and 2,400', 2300, 2400, null, 'about'],
  ['20 to 30', 20, 30, null, 'about'],
  ['one hundred and five', 105, null, null, 'exact'],
  ['thirty-five', 35, null, null, 'exact'],
  ['1.2 million', 1_200_000, null, null, 'exact'],
  ['15 000', 15000, null, null, 'exact'],
  ['tens of thousands', null, null, 'tens of thousands', 'vague'],
  ['scores', null, null, 'scores', 'vague'],
  ['several hundred', null, null, 'hundreds', 'vague'],
  ['just five', 5, null, null, 'exact'],
  ['no fewer than 40', 40, null, null, 'at_least'],
  ['as many as 300', 300, null, null, 'up_to'],
  ['200 or more', 200, null, null, 'at_least'],
  ['fewer than twenty', 20, null, null, 'fewer_than'],
  ['a hundred', 100, null, null, 'exact'],
  ['two thousand three hundred', 2300, null, null, 'exact'],
]
const arabic: [string, number | null, number | null, string | null, string][] = [
  ['أكثر من 400', 400, null, null, 'more_than'],
  ['ما لا يقل عن ٤٧١', 471, null, null, 'at_least'],
  ['نحو 1300', 1300, null, null, 'about'],
  ['ما بين 100 و200', 100, 200, null, 'about'],
  ['ما قد يصل إلى 100', 100, null, null, 'up_to'],
  ['عشرات', null, null, 'dozens', 'vague'],
  ['المئات', null, null, 'hundreds', 'vague'],
  ['خمسة وعشرين', 25, null, null, 'exact'],
  ['ثلاثة عشر', 13, null, null, 'exact'],
  ['مئة وخمسين', 150, null, null, 'exact'],
  ['ألفين وثلاثمئة', 2300, null, null, 'exact'],
  ['قتيلان', 2, null, null, 'exact'],
  ['ثلاثة آلاف', 3000, null, null, 'exact'],
]

describe('parseCount', () => {
  it.each(english)('reads %s', (surface, value, valueMax, vagueWord, comparator) => {
    expect(parseCount(surface, 'en')).toEqual({ value, valueMax, vagueWord, comparator })
  })
  it.each(arabic)('reads %s', (surface, value, valueMax, vagueWord, comparator) => {
    expect(parseCount(surface, 'ar')).toEqual({ value, valueMax, vagueWord, comparator })
  })
})
