/** Transcription from the picture to the ledger: signed, followed, taken back, and the same after a rebuild. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Decision, DocumentDetail } from '../publish/contract.ts'
import { pdfOf } from '../read/scan.fixture.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'

/** One white pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
const WORDS = 'NOTICE\n\nThe Tolmesh Monitor said that 14 civilians were killed in Oster on 3 May 2031.\n'
const ARABIC = 'قال المرصد إن ١٤ مدنيا قتلوا في القرية يوم الأحد.\n'
const SIGNED = { by: 'R. Haddad', reason: 'typed from the picture' }

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
  await on.run('add', { paths: [on.file('notice.png', PIXEL)] })
}, 60_000)
afterEach(() => on.remove())

const shown = () => on.run<DocumentDetail>('document', { id: 'notice.png' })
const transcribed = (name: string, words: string, more: Record<string, unknown> = {}) =>
  on.run<Decision>('transcribe', { item: 'notice.png', text: on.file(name, words), ...SIGNED, ...more })

test('a picture needs a transcription, and gets its text, blocks and figures from it', async () => {
  expect(await shown()).toMatchObject({ needs: 'transcription', text: '', derivedFrom: [] })
  const { id, target } = await transcribed('notice.txt', WORDS)
  const document = await shown()
  expect(document).toMatchObject({ needs: null, language: 'en', mediaType: 'image/png' })
  expect(document.derivedFrom).toEqual([{ kind: 'transcription', record: id, page: null, maker: 'R. Haddad' }])
  expect(document.blocks.map(({ source }) => source)).toEqual(
    document.blocks.map(() => ({ kind: 'derived', record: id, page: null, box: null })),
  )
  expect(document.figureList).toMatchObject([{ value: 14, effect: 'killed', review: { status: 'machine-read' } }])
  expect(target).toMatchObject({ kind: 'item', id: document.item, saw: {} })
})

test('a second transcription follows the first, and taking it back brings the first back', async () => {
  const first = await transcribed('first.txt', WORDS)
  const second = await transcribed('second.txt', WORDS.replace('14', '41'), { by: 'N. Saleh' })
  expect(second.target?.saw).toEqual({ follows: first.id, text: WORDS })
  const both = await shown()
  expect(both.figureList.map(({ value }) => value)).toEqual([41])
  expect(both.derivatives).toMatchObject([
    { id: first.id, parent: both.item, maker: 'R. Haddad', inEffect: false, undone: false, text: WORDS },
    { id: second.id, maker: 'N. Saleh', inEffect: true },
  ])
  await on.run('decide', { action: 'undo', target: second.id, ...SIGNED })
  const back = await shown()
  expect(back.figureList.map(({ value }) => value)).toEqual([14])
  expect(back.derivatives.map(({ inEffect, undone }) => ({ inEffect, undone }))).toEqual([
    { inEffect: true, undone: false },
    { inEffect: false, undone: true },
  ])
  await on.run('decide', { action: 'undo', target: first.id, ...SIGNED })
  expect(await shown()).toMatchObject({ needs: 'transcription', text: '', figureList: [] })
})

test('decisions on figures of a transcription stay, and a rebuild is the same byte for byte', async () => {
  await transcribed('notice.txt', WORDS)
  const [figure] = (await shown()).figureList
  await on.run('decide', { action: 'correct', target: figure?.id, set: { value: 15 }, ...SIGNED })
  await on.run('add', { paths: [on.file('arabic.png', Buffer.concat([PIXEL, Buffer.from([0])]))] })
  await on.run('decide', {
    action: 'transcribe',
    target: 'arabic.png',
    set: { text: ARABIC, language: 'ar', boxes: [{ start: 0, end: 10, box: [1, 2, 30, 40] }] },
    ...SIGNED,
  })
  const arabic = await on.run<DocumentDetail>('document', { id: 'arabic.png' })
  expect(arabic.blocks[0]?.source).toMatchObject({ kind: 'derived', box: [1, 2, 30, 40] })
  expect(await on.run('rebuild')).toMatchObject({ same: true, orphans: [] })
  expect((await shown()).figureList).toMatchObject([{ value: 15, review: { status: 'corrected' } }])
  expect(await on.run('verify')).toMatchObject({ problems: [] })
})

const REFUSED: readonly (readonly [Record<string, unknown>, RegExp])[] = [
  [{ target: 'nowhere.png', set: { text: 'words' } }, /holds no item "nowhere.png"/],
  [{ set: {} }, /text: /],
  [{ set: { text: ' \n ' } }, /is empty/],
  [{ set: { text: 'words', page: 0 } }, /page: /],
  [{ set: { text: 'words', language: 'Arabic' } }, /language: /],
  [{ set: { text: 'words', language: 'xx' } }, /there is no language xx/],
  [{ set: { text: 'words', page: 2 } }, /notice\.png has no pages/],
  [{ target: 'blank.txt', set: { text: 'words' } }, /blank\.txt is empty \(0 bytes\)/],
  [{ target: 'one-page.pdf', set: { text: 'words', page: 9 } }, /nothing is shown on page 9 .* whose last is 1/],
  [{ set: { text: 'words', author: 'x' } }, /author/],
  [{ set: { text: 'words', boxes: [{ start: 2, end: 99, box: [0, 0, 1, 1] }] } }, /characters 2 to 99 of a text of 5/],
]

test('what cannot be transcribed so is refused, and nothing is recorded', async () => {
  await on.run('add', { paths: [on.file('blank.txt', ''), on.file('one-page.pdf', pdfOf([{ words: 'One page.' }]))] })
  for (const [request, why] of REFUSED) {
    const asked = { action: 'transcribe', target: 'notice.png', ...SIGNED, ...request }
    await expect(on.run('decide', asked), JSON.stringify(request)).rejects.toThrow(why)
  }
  expect(await on.run('decisions')).toEqual([])
})

test('a page is not transcribed beside a transcription of the whole', async () => {
  await transcribed('notice.txt', WORDS)
  await expect(transcribed('page.txt', 'Other words', { page: 2 })).rejects.toThrow(
    /R. Haddad has transcribed the whole/,
  )
})
