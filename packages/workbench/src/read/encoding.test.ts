/** Characters are found by byte-order mark, validity and letter statistics; noise is never taken for text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteOffsets, decodeText } from './encoding.ts'

const ARABIC = 'قال المرصد يوم الأحد إن 12 شخصا على الأقل قتلوا في قصف على البلدة القديمة، وأصيب ثلاثة آخرون.'
const FRENCH = 'Au moins douze personnes ont été tuées à l’est de la ville, a déclaré l’Observatoire dimanche.'
const ENGLISH = 'The monitor said that at least 12 people were killed.'

/** Bytes of a single-byte encoding, by decoding all 256 of them. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f)
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), little)
  return bytes
}

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('decoding', () => {
  test.each([
    ['UTF-8', utf8(ARABIC), 'utf-8', ARABIC],
    ['UTF-8 with a mark', utf8(`\uFEFF${ARABIC}`), 'utf-8', ARABIC],
    ['UTF-16LE with a mark', utf16(ENGLISH, true, true), 'utf-16le', ENGLISH],
    ['UTF-16BE with a mark', utf16(ARABIC, false, true), 'utf-16be', ARABIC],
    ['UTF-16LE of Latin without a mark', utf16(ENGLISH, true, false), 'utf-16le', ENGLISH],
    ['UTF-16BE of Arabic without a mark', utf16(ARABIC, false, false), 'utf-16be', ARABIC],
    ['Windows-1256', encode(ARABIC, 'windows-1256'), 'windows-1256', ARABIC],
    [
      'Windows-1256 amid English',
      encode(`${ENGLISH} المرصد السوري`, 'windows-1256'),
      'windows-1256',
      `${ENGLISH} المرصد السوري`,
    ],
    ['ISO 8859-6', encode(ARABIC.replace('،', ' '), 'iso-8859-6'), 'iso-8859-6', ARABIC.replace('،', ' ')],
    ['Windows-1252', encode(FRENCH, 'windows-1252'), 'windows-1252', FRENCH],
    ['Windows-1252 with one high byte', encode('a “café”', 'windows-1252'), 'windows-1252', 'a “café”'],
    ['UTF-8 cut inside a letter', utf8(ARABIC).subarray(0, -2), 'utf-8', `${ARABIC.slice(0, -2)}\uFFFD`],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text })
  })

  test('Cyrillic in Windows-1251 is not taken for Arabic or Western text', () => {
    const text =
      'По данным наблюдателей, в воскресенье в городе погибли не менее двенадцати человек, сообщило министерство.'
    expect(decodeText(encode(text, 'windows-1251'))).toMatchObject({ encoding: 'windows-1251', text })
  })

  test('noise is no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 200, maxLength: 600 }), (bytes) => {
        expect(decodeText(bytes)).toBe(null)
      }),
      { seed: 7, numRuns: 300 },
    )
    expect(
      decodeText(Uint8Array.of(0xff, 0xfe, ...Array.from({ length: 400 }, (_, at) => (at * 167 + 91) % 256))),
    ).toBe(null)
  })
})

describe('byte offsets', () => {
  test('decode to the same characters in every encoding', () => {
    const text = `a\r\n${ARABIC.slice(0, 40)} é`
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), utf16(text, true, true), encode(ARABIC, 'windows-1256')]) {
      const decoded = decodeText(bytes)!
      const positions = [0, 3, 7, decoded.text.length]
      const offsets = byteOffsets(bytes, decoded, positions)
      const decoder = new TextDecoder(decoded.encoding, { ignoreBOM: true })
      for (const [at, end] of [
        [0, 1],
        [1, 2],
        [2, 3],
      ] as const) {
        expect(decoder.decode(bytes.subarray(offsets[at], offsets[end]))).toBe(
          decoded.text.slice(positions[at], positions[end]),
        )
      }
    }
  })

  test('count broken sequences as they were replaced', () => {
    const bytes = Uint8Array.of(...utf8('قتل أحد'), 0xe0, 0xa0, 0x20, ...utf8('عشر ناس'))
    const decoded = decodeText(bytes)!
    const at = decoded.text.indexOf('عشر')
    const [offset] = byteOffsets(bytes, decoded, [at])
    expect(new TextDecoder().decode(bytes.subarray(offset))).toBe('عشر ناس')
  })

  test('of East Asian text are found step by step', () => {
    const bytes = Uint8Array.of(0x61, 0xc4, 0xe3, 0xba, 0xc3, 0x0a, 0xca, 0xc0, 0xbd, 0xe7)
    const text = new TextDecoder('gb18030').decode(bytes)
    expect(byteOffsets(bytes, { text, encoding: 'gb18030', mark: 0 }, [0, 1, 3, 4, 6])).toEqual([0, 1, 5, 6, 10])
  })
})
