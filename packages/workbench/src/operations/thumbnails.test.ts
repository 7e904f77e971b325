/** Thumbnails: drawn as a person sees the picture, kept with parent and maker, and of a broken picture the reason instead. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSight } from '../derive/open-view.ts'
import { openCase } from '../preserve/case-folder.ts'
import { type OpenVault, openVault } from '../preserve/vault.ts'
import type { DocumentSummary } from '../publish/contract.ts'
import { thumbnailMaker } from '../read/draw-thumbnail.ts'
import { openDrawer } from '../read/drawer.ts'
import { sceneOf, short, tiffOf, withExif } from '../read/picture.fixture.ts'
import { pictureOf } from '../read/scan.fixture.ts'
import { openSqliteReader, openSqliteStore } from '../storage/sqlite/sqlite-store.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'
import { doorTo } from './door.fixture.ts'
import type { OperationContext } from './operation.ts'

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
}, 60_000)
afterEach(() => on.remove())

const documents = () => on.run<DocumentSummary[]>('documents')
async function bytesOf(item: string): Promise<Uint8Array | null> {
  const reader = await openSqliteReader((await openCase(on.case)).database)
  try {
    return await reader.thumbnailBytes(item)
  } finally {
    await reader.close()
  }
}
/** Red, green and blue at a point given in shares of width and height. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const image = await loadImage(Buffer.from(bytes))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return [...context.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data].slice(0, 3)
}
const isNear = (colour: readonly number[], hex: string) =>
  colour.every((part, at) => Math.abs(part - Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16)) < 24)
const [SKY, GROUND] = ['#4a6fa5', '#8a7a5c']

describe('a thumbnail', () => {
  test.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const)(
    'of %s is small, shows the same, and names maker and sizes',
    async (type) => {
      await on.run('add', { paths: [on.file(`square.${type.slice(6)}`, sceneOf(1600, 900, type))] })
      const [{ item = '', thumbnail, notes } = {}] = await documents()
      expect(notes).toEqual([])
      expect(thumbnail).toEqual({
        maker: thumbnailMaker(),
        width: 320,
        height: 180,
        picture: { width: 1600, height: 900 },
      })
      const bytes = (await bytesOf(item)) ?? new Uint8Array()
      expect(bytes.length).toBeLessThan(20_000)
      expect(isNear(await colourAt(bytes, 0.95, 0.1), SKY)).toBe(true)
      expect(isNear(await colourAt(bytes, 0.5, 0.95), GROUND)).toBe(true)
    },
  )

  test('is turned as the EXIF orientation says', async () => {
    const turned = withExif(sceneOf(1600, 900), tiffOf([short(0x0112, 6)]))
    await on.run('add', { paths: [on.file('turned.jpg', turned)] })
    const [{ item = '', thumbnail } = {}] = await documents()
    expect(thumbnail).toMatchObject({ width: 180, height: 320, picture: { width: 900, height: 1600 } })
    const bytes = (await bytesOf(item)) ?? new Uint8Array()
    expect(isNear(await colourAt(bytes, 0.95, 0.05), SKY)).toBe(true)
    expect(isNear(await colourAt(bytes, 0.05, 0.5), GROUND)).toBe(true)
  })

  test('of a small picture is not larger than it; of one item added twice there is one', async () => {
    const small = sceneOf(40, 30, 'image/png')
    await on.run('add', { paths: [on.file('a/small.png', small), on.file('b/small.png', small)] })
    for (const { thumbnail } of await documents()) expect(thumbnail).toMatchObject({ width: 40, height: 30 })
  })

  test('is drawn again where it is missing or another maker drew it, and comes back after a rebuild', async () => {
    await on.run('add', { paths: [on.file('square.jpg', sceneOf(800, 600))] })
    const [{ item = '' } = {}] = await documents()
    const before = await bytesOf(item)
    const store = await openSqliteStore((await openCase(on.case)).database)
    await store.write((transactor) =>
      transactor.putThumbnail({ item, maker: 'an older one', drawn: null, problem: 'it could not' }, null),
    )
    await store.close()
    expect((await documents())[0]?.thumbnail).toBeUndefined()
    await on.run('add', { paths: [on.file('other.txt', 'Words.')] })
    expect(await bytesOf(item)).toEqual(before)
    expect(await on.run('rebuild')).toMatchObject({ same: true })
    expect(await bytesOf(item)).toEqual(before)
  })

  test('of a broken, cut, oversized or wrongly named picture is not drawn, and the document says why', async () => {
    const png = sceneOf(1600, 900, 'image/png')
    const jpeg = sceneOf(1600, 900)
    const bomb = Buffer.from(png)
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    const changed = Buffer.from(png)
    changed.fill(0xff, changed.indexOf('IDAT') + 8, changed.indexOf('IDAT') + 40)
    const nothing = Buffer.from(png)
    nothing.writeUInt32BE(0, 16)
    await on.run('add', {
      paths: [
        on.file('broken.png', Buffer.from(png).fill(0, 60, 900)),
        on.file('changed.png', changed),
        on.file('cut.jpg', jpeg.subarray(0, 300)),
        on.file('cut-late.jpg', jpeg.subarray(0, Math.floor(jpeg.length / 2))),
        on.file('bomb.png', bomb),
        on.file('nothing.png', nothing),
        on.file('really-a-png.jpg', sceneOf(64, 48, 'image/png')),
        on.file('words.jpg', 'At least 12 people were killed, the Monitor said.'),
        on.file('scan.tiff', Buffer.from('MM\0*\0\0\0\x08\0\0', 'latin1')),
        on.file(
          'script.jpg',
          '<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("http://x.example")</script></svg>',
        ),
        on.file('whole.jpg', jpeg),
      ],
    })
    const found = new Map((await documents()).map((one) => [one.files[0], one]))
    const note = (name: string) => found.get(name)?.notes.join(' ')
    for (const name of ['broken.png', 'cut.jpg', 'bomb.png', 'nothing.png', 'scan.tiff'])
      expect(found.get(name)?.thumbnail, name).toBeUndefined()
    for (const name of ['broken.png', 'cut.jpg']) expect(note(name), name).toMatch(/broken or cut short/)
    expect(found.get('cut-late.jpg')?.thumbnail).toBeDefined()
    expect(note('cut-late.jpg')).toContain('not whole: it ends before its end')
    expect(note('changed.png')).toMatch(/damaged by its own checksum|broken or cut short/)
    expect(note('bomb.png')).toContain('60000 × 60000 pixels')
    expect(note('nothing.png')).toContain('0 × 900 pixels')
    expect(note('scan.tiff')).toContain('image/tiff, which is not drawn here')
    expect(found.get('really-a-png.jpg')?.thumbnail).toMatchObject({ width: 64, height: 48 })
    expect(found.get('words.jpg')).toMatchObject({ mediaType: 'text/plain', notes: [] })
    expect(found.get('script.jpg')?.thumbnail).toBeUndefined()
    expect(found.get('whole.jpg')?.thumbnail).toBeDefined()
  })
})

describe('the process that decodes', () => {
  test('is killed where it takes too long, and the next picture gets another', async () => {
    const drawer = openDrawer({ patience: 1 })
    await expect(drawer.thumbnail({ bytes: sceneOf(4000, 3000) })).rejects.toThrow(/took longer than 0.001 s/)
    drawer.close()
    const patient = openDrawer()
    expect(await patient.measure({ bytes: sceneOf(300, 200) })).toEqual({ width: 300, height: 200 })
    await expect(patient.measure({ path: join(on.folder, 'gone.jpg') })).rejects.toThrow(/no such file/)
    expect(await patient.measure({ bytes: sceneOf(20, 10) })).toEqual({ width: 20, height: 10 })
    patient.close()
  })
})

test('of a confidential picture lies in memory alone, while the vault is open', async () => {
  let vault: OpenVault | null = null
  const passphrase = 'quill lantern ochre bramble'
  const context: OperationContext = {
    ...on.context,
    vaults: doorTo(async (folder) => {
      vault ??= await openVault(folder, { passphrase })
      return vault
    }, passphrase),
  }
  const open = sceneOf(800, 600)
  const closed = pictureOf(['An invented statement,', 'of nobody at all.'], 'image/jpeg', { width: 900 })
  await on.run('add', { paths: [on.file('open.jpg', open)] })
  await on.run('add', { paths: [on.file('closed.jpg', closed)], confidential: true }, context)
  const shown = await on.run<DocumentSummary[]>('documents', {}, context)
  expect(shown.map(({ thumbnail }) => thumbnail?.picture.width)).toEqual([900, 800])
  const item = shown.find(({ confidential }) => confidential)?.item ?? ''
  const folder = await openCase(on.case)
  const sight = await openSight(folder, vault, on.context)
  const bytes = (await sight.reader.thumbnailBytes(item)) ?? new Uint8Array()
  expect(isNear(await colourAt(bytes, 0.95, 0.95), '#ffffff')).toBe(true)
  expect((await documents()).length).toBe(1)
  expect(await bytesOf(item)).toBeNull()
  const kept = readdirSync(on.case, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(kept.length).toBeGreaterThan(5)
  for (const file of kept) {
    const content = readFileSync(join(file.parentPath, file.name))
    expect(content.includes(Buffer.from(bytes.subarray(bytes.length / 2))), file.name).toBe(false)
  }
})
