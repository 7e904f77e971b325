/** What pictures and films say of themselves: read as they say it, named where it is broken, bounded where it is hostile. */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteSource } from '../byte-source.ts'
import { ascii, long, rationals, sceneOf, short, tiffOf, withExif, withSegment } from '../picture.fixture.ts'
import { embeddedMetadata } from './embedded-metadata.ts'

const read = async (bytes: Uint8Array) => embeddedMetadata(await byteSource({ bytes }))
const valueIn = (found: Awaited<ReturnType<typeof read>>, name: string) =>
  found?.fields.find((field) => field.name === name)?.value

const CAMERA = [ascii(0x010f, 'Invented Optics'), ascii(0x0110, 'Pocket 3'), short(0x0112, 1)]
const TAKEN = [ascii(0x9003, '2031:05:03 14:02:11')]
const PLACE = [
  ascii(0x0001, 'N'),
  rationals(0x0002, [
    [33, 1],
    [30, 1],
    [3672, 100],
  ]),
  ascii(0x0003, 'E'),
  rationals(0x0004, [
    [36, 1],
    [17, 1],
    [2868, 100],
  ]),
]

describe('Exif', () => {
  test('is read field by field, and put together as what the file claims', async () => {
    const found = await read(
      withExif(sceneOf(40, 30), tiffOf(CAMERA, TAKEN, [...PLACE, rationals(0x0006, [[6901, 10]])])),
    )
    expect(found).toMatchObject({
      camera: 'Invented Optics Pocket 3',
      times: [{ of: 'taken', time: '2031-05-03T14:02:11', fields: ['DateTimeOriginal'] }],
      position: { latitude: 33.5102, longitude: 36.2913, altitude: 690.1 },
      unread: [],
    })
    expect(found?.fields).toContainEqual({ group: 'exif', name: 'DateTimeOriginal', value: '2031:05:03 14:02:11' })
    expect(found?.fields).toContainEqual({ group: 'gps', name: 'GPSLatitude', value: '33 30 36.72' })
  })

  test('gives a time its zone only where the file does, and that of the satellites in UTC', async () => {
    const exif = [...TAKEN, ascii(0x9291, '57'), ascii(0x9011, '+03:00'), ascii(0x9004, '2031:05:03 14:02:12')]
    const gps = [
      rationals(0x0007, [
        [11, 1],
        [2, 1],
        [1099, 100],
      ]),
      ascii(0x001d, '2031:05:03'),
    ]
    const found = await read(withExif(sceneOf(40, 30), tiffOf(CAMERA, exif, gps)))
    expect(found?.times).toEqual([
      {
        of: 'taken',
        time: '2031-05-03T14:02:11.57+03:00',
        fields: ['DateTimeOriginal', 'SubSecTimeOriginal', 'OffsetTimeOriginal'],
      },
      { of: 'digitised', time: '2031-05-03T14:02:12', fields: ['DateTimeDigitized'] },
      { of: 'satellites', time: '2031-05-03T11:02:10Z', fields: ['GPSDateStamp', 'GPSTimeStamp'] },
    ])
  })

  test.each([
    ['2031:02:30 10:00:00', true],
    ['2031:05:03 25:00:00', true],
    ['yesterday', true],
    ['    :  :     :  :  ', false],
    ['0000:00:00 00:00:00', false],
  ])('a time %s is none, and is named where it says something', async (said, named) => {
    const found = await read(withExif(sceneOf(40, 30), tiffOf(CAMERA, [ascii(0x9003, said)])))
    expect(found?.times).toEqual([])
    expect(found?.unread).toEqual(named ? [`DateTimeOriginal says ${JSON.stringify(said)}, which is no time.`] : [])
  })

  test.each([
    [
      'a latitude of 95',
      [
        ascii(1, 'N'),
        rationals(2, [
          [95, 1],
          [0, 1],
          [0, 1],
        ]),
        ...PLACE.slice(2),
      ],
    ],
    ['no half of the globe', [PLACE[1], ...PLACE.slice(2)]],
    ['an odd half', [ascii(1, 'constructor'), ...PLACE.slice(1)]],
    [
      'a denominator of 0',
      [
        PLACE[0],
        rationals(2, [
          [33, 0],
          [0, 1],
          [0, 1],
        ]),
        ...PLACE.slice(2),
      ],
    ],
    ['a latitude alone', PLACE.slice(0, 2)],
  ])('%s is no position, and is named', async (_, gps) => {
    const found = await read(withExif(sceneOf(40, 30), tiffOf(CAMERA, [], gps as typeof PLACE)))
    expect(found?.position).toBeNull()
    expect(found?.unread).toEqual(['Its GPS fields give no position on Earth.'])
  })

  test('a directory that leads to itself ends, and so does one that is cut', async () => {
    const loop = await read(withExif(sceneOf(40, 30), tiffOf([...CAMERA, long(0x8769, 8)])))
    expect(loop?.unread).toEqual(['Its exif directory leads back to one that was read already.'])
    expect(loop?.camera).toBe('Invented Optics Pocket 3')
    const far = await read(withExif(sceneOf(40, 30), tiffOf([...CAMERA, long(0x8825, 0xfffffff0)])))
    expect(far?.unread).toEqual(['Its gps directory is broken or cut short, and was not read.'])
    const many = Buffer.from(tiffOf(CAMERA))
    many.writeUInt16BE(0xffff, 8)
    expect((await read(withExif(sceneOf(40, 30), many)))?.unread).toEqual([
      'Its tiff directory is broken or cut short, and was not read.',
    ])
  })

  test('a value that is too large, lies outside or has no known type is named, and the rest is read', async () => {
    const found = await read(
      withExif(
        sceneOf(40, 30),
        tiffOf([
          ...CAMERA,
          { tag: 0x010e, type: 2, count: 0x7fffffff, bytes: Buffer.alloc(4) },
          { tag: 0x0131, type: 2, count: 900, bytes: Buffer.from([0, 0xff, 0xff, 0]) },
          { tag: 0x0132, type: 77, count: 1, bytes: Buffer.alloc(4) },
          { tag: 0x927c, type: 7, count: 5000, bytes: Buffer.alloc(5000) },
        ]),
      ),
    )
    expect(found?.camera).toBe('Invented Optics Pocket 3')
    expect(found?.unread.join(' ')).toMatch(/ImageDescription has 2147483647 bytes and was left out/)
    expect(found?.unread.join(' ')).toMatch(/Software is said to lie outside/)
    expect(found?.unread.join(' ')).toMatch(/DateTime is of the unknown type 77/)
    expect(found?.unread.join(' ')).toMatch(/0x927c has 5000 bytes/)
  })

  test('what would act on a terminal or a page does not: no control characters, no change of direction', async () => {
    const found = await read(withExif(sceneOf(40, 30), tiffOf([ascii(0x010e, 'a\u001b[31mred\u202Edesrever\r\nb')])))
    expect(valueIn(found, 'ImageDescription')).toBe('a [31mred desrever b')
  })

  test('is found in PNG, WebP and TIFF too', async () => {
    const tiff = tiffOf(CAMERA, TAKEN)
    const png = sceneOf(40, 30, 'image/png')
    const chunk = (type: string, data: Buffer) => {
      const size = Buffer.alloc(4)
      size.writeUInt32BE(data.length)
      return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)])
    }
    const inserted = (...chunks: Buffer[]) => Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
    const webp = sceneOf(40, 30, 'image/webp')
    const riff = Buffer.alloc(8)
    riff.write('EXIF')
    riff.writeUInt32LE(tiff.length, 4)
    for (const bytes of [inserted(chunk('eXIf', tiff)), Buffer.concat([webp, riff, tiff]), tiff])
      expect((await read(bytes))?.camera).toBe('Invented Optics Pocket 3')
    const said = await read(
      inserted(
        chunk('tEXt', Buffer.from('Author\0N. Body')),
        chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('drawn, not seen')])),
        chunk('zTXt', Buffer.concat([Buffer.from('Bomb\0\0'), deflateSync(Buffer.alloc(5_000_000))])),
        chunk('iTXt', Buffer.from('Title\0\0\0ar\0\0ساحة مخترعة', 'utf8')),
        chunk('tIME', Buffer.from([0x07, 0xef, 5, 3, 14, 2, 11])),
        chunk('iTXt', Buffer.from('broken')),
      ),
    )
    expect(valueIn(said, 'Author')).toBe('N. Body')
    expect(valueIn(said, 'Comment')).toBe('drawn, not seen')
    expect(valueIn(said, 'Title')).toBe('ساحة مخترعة')
    expect(said?.times).toEqual([{ of: 'changed', time: '2031-05-03T14:02:11Z', fields: ['tIME'] }])
    expect(said?.unread).toEqual([
      'The text Bomb of it is broken, or unpacks to more than 65536 bytes.',
      'A iTXt chunk of it has no keyword.',
    ])
  })

  test('is found in HEIC by its boxes', async () => {
    const tiff = tiffOf(CAMERA, TAKEN)
    const exif = Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('Exif\0\0'), tiff])
    const full = (type: string, version: number, data: Buffer) =>
      box(type, Buffer.concat([Buffer.from([version, 0, 0, 0]), data]))
    const infe = full('infe', 2, Buffer.from([0, 7, 0, 0, ...Buffer.from('Exif\0')]))
    const iloc = (at: number) => {
      const data = Buffer.alloc(8 + 2 + 2 + 2 + 8)
      data.set([0x44, 0x00, 0, 1, 0, 7, 0, 0, 0, 1])
      data.writeUInt32BE(at, 10)
      data.writeUInt32BE(exif.length, 14)
      return full('iloc', 0, data.subarray(0, 18))
    }
    const head = box('ftyp', Buffer.from('heic\0\0\0\0'))
    const meta = (at: number) =>
      full('meta', 0, Buffer.concat([full('iinf', 0, Buffer.concat([Buffer.from([0, 1]), infe])), iloc(at)]))
    const at = head.length + meta(0).length + 8
    const found = await read(Buffer.concat([head, meta(at), box('mdat', exif)]))
    expect(found).toMatchObject({ camera: 'Invented Optics Pocket 3', times: [{ time: '2031-05-03T14:02:11' }] })
  })
})

describe('XMP', () => {
  const packet = (inside: string) =>
    withSegment(
      sceneOf(40, 30),
      0xe1,
      Buffer.from(
        `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${inside}</rdf:RDF></x:xmpmeta>`,
      ),
    )

  test('gives attributes, elements and lists', async () => {
    const found = await read(
      packet(
        '<rdf:Description rdf:about="" xmp:CreatorTool="Invented &amp; Co" xmp:CreateDate="2031-05-03T14:02+03:00"><dc:creator><rdf:Seq><rdf:li>N. Body</rdf:li><rdf:li>&#x41;. Other</rdf:li></rdf:Seq></dc:creator><photoshop:City>Tolmesh</photoshop:City></rdf:Description>',
      ),
    )
    expect(found?.fields).toEqual([
      { group: 'xmp', name: 'xmp:CreatorTool', value: 'Invented & Co' },
      { group: 'xmp', name: 'xmp:CreateDate', value: '2031-05-03T14:02+03:00' },
      { group: 'xmp', name: 'dc:creator', value: 'N. Body' },
      { group: 'xmp', name: 'dc:creator', value: 'A. Other' },
      { group: 'xmp', name: 'photoshop:City', value: 'Tolmesh' },
    ])
    expect(found?.times).toEqual([{ of: 'made', time: '2031-05-03T14:02:00+03:00', fields: ['xmp:CreateDate'] }])
  })

  test('expands nothing, and does not end its reader', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><dc:title>&b;</dc:title>${'<a:b>'.repeat(2000)}`
    const found = await read(packet(bomb))
    expect(valueIn(found, 'dc:title')).toBe('&b;')
    const start = performance.now()
    await read(packet(`${'<a:b c:d="'.repeat(6000)}`))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

function box(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + data.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, data])
}

const mvhd = (made: number) => {
  const data = Buffer.alloc(100)
  data.writeUInt32BE(made, 4)
  data.writeUInt32BE(1000, 12)
  data.writeUInt32BE(12_500, 16)
  return box('mvhd', data)
}
const words = (text: string) => Buffer.concat([Buffer.from([0, text.length, 0x15, 0xc7]), Buffer.from(text)])
const film = (...inside: Buffer[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0')),
    box('mdat', Buffer.alloc(5000)),
    box('moov', Buffer.concat(inside)),
  ])

describe('a film', () => {
  test('says when it was made, how long it is, where and by which device', async () => {
    const made = Date.parse('2031-05-03T11:02:11Z') / 1000 + 2_082_844_800
    const keys = ['com.apple.quicktime.make', 'com.apple.quicktime.model'].map((key) => box('mdta', Buffer.from(key)))
    const value = (at: number, text: string) => {
      const data = box('data', Buffer.concat([Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text)]))
      const item = box('xxxx', data)
      item.writeUInt32BE(at, 4)
      return item
    }
    const meta = box(
      'meta',
      Buffer.concat([
        box('keys', Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 2]), ...keys])),
        box('ilst', Buffer.concat([value(1, 'Invented'), value(2, 'Pocket 3')])),
      ]),
    )
    const found = await read(film(mvhd(made), box('udta', box('\u00a9xyz', words('+33.5102+036.2913+690/'))), meta))
    expect(found).toMatchObject({
      camera: 'Invented Pocket 3',
      times: [{ of: 'made', time: '2031-05-03T11:02:11Z', fields: ['creation_time'] }],
      position: { latitude: 33.5102, longitude: 36.2913, altitude: 690 },
    })
    expect(valueIn(found, 'duration')).toBe('12.5 s')
  })

  test('that knows no time says none, and an odd place is named', async () => {
    expect((await read(film(mvhd(0))))?.times).toEqual([])
    const odd = await read(film(mvhd(0), box('udta', box('\u00a9xyz', words('somewhere')))))
    expect(odd).toMatchObject({ position: null, unread: ['©xyz says "somewhere", which is no position on Earth.'] })
  })
})

test('no change of bytes makes the reader throw', async () => {
  const made = 4_000_000_000
  const samples = [
    withExif(sceneOf(40, 30), tiffOf(CAMERA, TAKEN, PLACE)),
    film(mvhd(made), box('udta', box('\u00a9xyz', words('+33.5+036.2/')))),
    tiffOf(CAMERA, TAKEN, PLACE),
    sceneOf(40, 30, 'image/png'),
    sceneOf(40, 30, 'image/webp'),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.nat(100),
      async (sample, changes, cut) => {
        const bytes = Buffer.from(sample.subarray(0, Math.max(13, sample.length - cut)))
        for (const [at, value] of changes) bytes[4 + (at % (bytes.length - 4))] = value
        await read(bytes)
      },
    ),
    { seed: 41, numRuns: 3000 },
  )
})

test('what is no picture or film says nothing', async () => {
  for (const bytes of [Buffer.from('words'), Buffer.alloc(0), Buffer.from('%PDF-1.4'), sceneOf(40, 30)])
    expect(await read(bytes)).toBeNull()
})
