/** PDFs of which some pages hold no text, and what was filled into their forms. */
import { expect, test } from 'vitest'
import { pictureSize } from './picture-size.ts'
import { readBytes } from './read-bytes.ts'
import { pdfOf, pictureOf } from './scan.fixture.ts'

const jpeg = pictureOf(['Nine names'], 'image/jpeg')
const scan = { jpeg, width: pictureSize(jpeg)?.width ?? 0, height: pictureSize(jpeg)?.height ?? 0 }
const read = (bytes: Uint8Array) => readBytes(bytes, { name: 'report.pdf' })

test('pages that show something but hold no text are named, empty ones are not', async () => {
  const words = { words: 'The ministry said on Sunday that three soldiers were injured.' }
  expect(await read(pdfOf([words, scan, null, words, scan]))).toMatchObject({ kind: 'text', untranscribed: [2, 5] })
  expect(await read(pdfOf([scan, scan, null]))).toMatchObject({ kind: 'needs-transcription', untranscribed: [1, 2] })
  expect(await read(pdfOf([words]))).toMatchObject({ untranscribed: [] })
})

test('text, choices and ticks of a form are read with their place, empty fields are not', async () => {
  const field = (type: string, name: string, rest: string, y: number) =>
    `<< /Type /Annot /Subtype /Widget /FT /${type} /T (${name}) /Rect [70 ${y} 300 ${y + 20}] ${rest} /F 4 >>`
  const form = pdfOf(
    [{ words: 'Record of a death' }],
    [
      field('Tx', 'name', '/TU (Name of the deceased) /V (An invented name)', 600),
      field('Tx', 'age', '/V ()', 560),
      field('Ch', 'place', '/V (Oster) /Opt [(Oster) (Dell)] /Ff 131072', 520),
      field('Btn', 'civilian', '/V /Yes /AS /Yes /AP << /N << /Yes 3 0 R /Off 3 0 R >> >>', 480),
      field('Btn', 'child', '/V /Off /AS /Off /AP << /N << /Yes 3 0 R /Off 3 0 R >> >>', 440),
    ],
    '4 0 R 5 0 R 6 0 R 7 0 R 8 0 R',
  )
  const result = await read(form)
  if (result.kind !== 'text') throw new Error(result.reason)
  expect(result.text.split(/\n+/)).toEqual([
    'Record of a death',
    'Name of the deceased: An invented name',
    'place: Oster',
    'civilian: ✓ Yes',
  ])
  expect(result.blocks[1]?.source).toEqual({ kind: 'page', page: 1, box: [70, 222, 300, 242] })
})
