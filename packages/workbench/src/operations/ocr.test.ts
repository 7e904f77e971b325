/** Scans and pictures read by a machine: marked as such, kept, followed by a person, and the same after a rebuild. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentDetail } from '../publish/contract.ts'
import { pictureSize } from '../read/picture-size.ts'
import { assertInstalled } from '../read/recognition-engine.ts'
import { ARABIC_FONT, pdfOf, pictureOf } from '../read/scan.fixture.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'

const installed = (() => {
  try {
    assertInstalled(['eng', 'ara'])
    return true
  } catch {
    return false
  }
})()

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
}, 60_000)
afterEach(() => on.remove())

const NOTICE = ['The Tolmesh Monitor said that 14 civilians were', 'killed in Oster on 3 May 2031.']
const detail = (id: string) => on.run<DocumentDetail>('document', { id })
interface Answer {
  recognised: { id: string; name: string; page: number | null; words: number; confidence: number }[]
  problems: { name: string; problem: string }[]
}
const OCR = 'read by OCR, unreviewed'

describe.skipIf(!installed)('ocr (skipped where the optional packages of the engine are not installed)', () => {
  test('a picture gets text with the place of each word, and every figure is unsure', async () => {
    await on.run('add', { paths: [on.file('notice.png', pictureOf(NOTICE, 'image/png'))] })
    const { recognised, problems } = await on.run<Answer>('ocr')
    expect(problems).toEqual([])
    expect(recognised).toMatchObject([{ name: 'notice.png', page: null, words: 15 }])
    expect(recognised[0]?.confidence).toBeGreaterThan(85)
    const document = await detail('notice.png')
    expect(document).toMatchObject({ needs: null, language: 'en', text: NOTICE.join(' ') })
    expect(document.derivedFrom).toEqual([
      {
        kind: 'recognition',
        record: recognised[0]?.id,
        page: null,
        maker: expect.stringMatching(/^tesseract 5\.\S+ \(eng, ara\)$/),
      },
    ])
    expect(document.blocks[0]?.source).toMatchObject({ kind: 'derived', box: expect.any(Array) })
    expect(document.figureList).toMatchObject([{ value: 14, unsure: expect.stringContaining(OCR) }])
    expect(document.derivatives).toMatchObject([{ kind: 'recognition', parent: document.item, inEffect: true }])

    expect(await on.run<Answer>('ocr')).toEqual({ recognised: [], problems: [] })
    expect(await on.run('rebuild')).toMatchObject({ same: true })
    expect((await detail('notice.png')).derivedFrom).toEqual(document.derivedFrom)
    expect(await on.run('verify')).toMatchObject({ problems: [] })
  })

  test('a PDF of which one page is a scan: the page is said, read, then transcribed by a person', async () => {
    const jpeg = pictureOf(NOTICE, 'image/jpeg', { width: 1400 })
    const size = pictureSize(jpeg)
    const report = pdfOf([
      { words: 'The ministry said on Sunday that 3 soldiers were injured in Oster.' },
      { jpeg, width: size?.width ?? 0, height: size?.height ?? 0 },
      null,
    ])
    await on.run('add', { paths: [on.file('report.pdf', report)] })
    const before = await detail('report.pdf')
    expect(before).toMatchObject({ needs: null, untranscribed: [2], derivedFrom: [] })
    expect(before.figureList.map(({ value }) => value)).toEqual([3])

    expect(await on.run<Answer>('ocr')).toMatchObject({ recognised: [{ name: 'report.pdf', page: 2 }], problems: [] })
    const read = await detail('report.pdf')
    expect(read).toMatchObject({ untranscribed: [], id: before.id })
    expect(read.figureList.map(({ value, unsure }) => [value, unsure?.includes(OCR) === true])).toEqual([
      [3, false],
      [14, true],
    ])

    const transcribed = {
      action: 'transcribe',
      target: 'report.pdf',
      set: { text: NOTICE.join(' ').replace('14', '15'), page: 2 },
    }
    await on.run('decide', { ...transcribed, by: 'R. Haddad', reason: 'the machine misread it' })
    const after = await detail('report.pdf')
    expect(after.figureList.map(({ value, unsure }) => [value, unsure?.includes(OCR) === true])).toEqual([
      [3, false],
      [15, false],
    ])
    expect(after.derivatives.map(({ kind, page, inEffect }) => [kind, page, inEffect])).toEqual([
      ['transcription', 2, true],
      ['recognition', 2, false],
    ])
    expect(await on.run('rebuild')).toMatchObject({ same: true })
  })

  test.skipIf(ARABIC_FONT === null)(
    'Arabic is read in its order (skipped where the machine has no Arabic font)',
    async () => {
      const lines = ['قال المرصد إن المدنيين في القرية', 'نزحوا يوم الأحد إلى المدينة']
      const picture = pictureOf(lines, 'image/png', { font: ARABIC_FONT ?? '', rtl: true, size: 56 })
      await on.run('add', { paths: [on.file('notice.png', picture)] })
      await on.run('ocr', { language: 'ara' })
      const { text, language } = await detail('notice.png')
      const words = lines.join(' ').split(' ')
      const found = words.filter((word) => text.includes(word))
      expect(found.length, text).toBeGreaterThanOrEqual(Math.ceil(words.length * 0.7))
      expect(text.indexOf('المرصد')).toBeLessThan(text.indexOf('القرية'))
      expect(language).toBe('ar')
    },
  )

  test('broken pictures and those that would fill the memory are named, and the rest is read', async () => {
    const png = pictureOf(NOTICE, 'image/png')
    const huge = Buffer.from(png)
    huge.writeUInt32BE(200_000, 16)
    huge.writeUInt32BE(200_000, 20)
    await on.run('add', {
      paths: [
        on.file('a-broken.png', Buffer.from(png).fill(0, 60, 4000)),
        on.file('b-cut.png', png.subarray(0, 30)),
        on.file('c-huge.png', huge),
        on.file('d-odd.tiff', Buffer.from('II*\0 no picture')),
        on.file('e-whole.png', png),
      ],
    })
    const { recognised, problems } = await on.run<Answer>('ocr')
    expect(recognised.map(({ name }) => name)).toContain('e-whole.png')
    expect(problems.map(({ name }) => name)).toEqual(expect.arrayContaining(['b-cut.png', 'c-huge.png', 'd-odd.tiff']))
    expect(problems.find(({ name }) => name === 'c-huge.png')?.problem).toMatch(/200000 × 200000 pixels are not read/)
  })

  test('a language that is not installed is named with its package, before anything is done', async () => {
    await expect(on.run('ocr', { language: 'xyz' })).rejects.toThrow(/npm install @tesseract\.js-data\/xyz/)
    await expect(on.run('ocr', { language: '../../etc' })).rejects.toThrow(/codes of languages/)
    await expect(on.run('ocr', { items: ['nothing.png'] })).rejects.toThrow(/no item "nothing.png"/)
  })
})

test('the size of a picture is read from its first bytes', () => {
  const png = pictureOf(NOTICE, 'image/png')
  const jpeg = pictureOf(NOTICE, 'image/jpeg')
  expect(pictureSize(png)?.width).toBe(1400)
  expect(pictureSize(jpeg)).toEqual(pictureSize(png))
  for (const bytes of [
    png.subarray(0, 20),
    jpeg.subarray(0, 20),
    Buffer.from('RIFF0000WEBPVP8X'),
    Buffer.from('GIF8'),
    Buffer.from('text'),
  ])
    expect(pictureSize(bytes)).toBeNull()
})
