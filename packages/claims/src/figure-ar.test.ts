import { expect, test } from 'vitest'
import { createReader, PARTIES } from './index.ts'

const reader = createReader({ parties: PARTIES, places: [] })
const surfaces = (text: string) =>
  reader
    .read({
      id: 'd',
      text,
      blocks: [{ kind: 'body', start: 0, end: text.length }],
      language: 'ar',
      title: null,
      outlet: null,
      agency: null,
      published: '2031-05-06',
    })
    .figures.map(({ surface }) => surface)

test.each([
  'يشكل الصيادون نحو ١٠ في المئة من سكان الميناء الذين قُتل كثير منهم.',
  'وقُتل 20 في المائة من المقاتلين بحسب تقدير لم يؤكده أحد.',
  'وفُقد 30 بالمئة من القوارب، وقُتل ٥٪ من الماشية.',
])('a share of a hundred is no count of victims: %s', (text) => {
  expect(surfaces(text)).toEqual([])
})

test('a hundred people are', () => {
  expect(surfaces('وقُتل مئة مدني في الميناء، وفُقد 40 آخرون.')).toEqual(['مئة', '40'])
})
