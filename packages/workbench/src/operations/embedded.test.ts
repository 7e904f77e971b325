/** What pictures say of themselves, on the command line and in exports: all of it here, and nothing that endangers there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentDetail, Dossier, Reading } from '../publish/contract.ts'
import { ascii, rationals, sceneOf, tiffOf, withExif } from '../read/picture.fixture.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'
import { OPERATIONS } from './index.ts'

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
}, 60_000)
afterEach(() => on.remove())

const degrees = (tag: number, ...parts: [number, number, number]) =>
  rationals(
    tag,
    parts.map((part) => [part, 1]),
  )
const TELLING = withExif(
  sceneOf(400, 300),
  tiffOf(
    [ascii(0x010f, 'Invented Optics'), ascii(0x0110, 'Pocket 3'), ascii(0x013b, 'Ordana Kelbek')],
    [ascii(0x9003, '2031:05:03 14:02:11'), ascii(0xa431, 'SN-77120')],
    [ascii(1, 'N'), degrees(2, 33, 30, 36), ascii(3, 'E'), degrees(4, 36, 17, 28)],
  ),
)
const PLAIN = withExif(
  sceneOf(300, 200),
  tiffOf([ascii(0x010f, 'Invented Optics')], [ascii(0x9003, '2031:05:03 09:00:00')]),
)
const SECRETS = /Kelbek|SN-77120|33\.51|36\.29|GPSLatitude/

describe('what a picture says of itself', () => {
  test('is shown with its fields by `document` and `read`, in words that claim nothing more', async () => {
    await on.run('add', { paths: [on.file('square.jpg', TELLING)] })
    const detail = await on.run<DocumentDetail>('document', { id: 'square.jpg' })
    expect(detail.embedded).toMatchObject({
      camera: 'Invented Optics Pocket 3',
      position: { latitude: 33.51, longitude: 36.2911111 },
      times: [{ of: 'taken', time: '2031-05-03T14:02:11' }],
    })
    expect(detail.published).toBeNull()
    const printed = OPERATIONS.find(({ name }) => name === 'document')?.print(detail, { case: on.case, id: 'x.jpg!' })
    expect(printed).toContain('anybody can change it')
    expect(printed).toContain('taken: 2031-05-03T14:02:11, in no stated time zone (DateTimeOriginal)')
    expect(printed).toContain('position: 33.51, 36.2911111 (GPSLatitude')
    expect(printed).toContain('exif BodySerialNumber: SN-77120')
    const reading = await on.run<Reading>('read', { paths: [on.file('square.jpg', TELLING)] })
    expect(reading).toMatchObject({ document: { embedded: { camera: 'Invented Optics Pocket 3' } } })
  })

  test('leaves with an export only as far as it endangers nobody, unless it is asked for', async () => {
    await on.run('add', { paths: [on.file('square.jpg', TELLING), on.file('plain.jpg', PLAIN)] })
    const to = join(on.folder, 'out')
    await on.run('export', { to })
    for (const file of readdirSync(to, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()))
      expect(readFileSync(join(file.parentPath, file.name), 'latin1'), file.name).not.toMatch(SECRETS)
    const { documents } = JSON.parse(readFileSync(join(to, 'dossier.json'), 'utf8')) as Dossier
    expect(documents.map(({ embedded }) => embedded?.withheld)).toEqual([undefined, 6])
    expect(documents[1]?.embedded).toMatchObject({
      camera: 'Invented Optics Pocket 3',
      position: null,
      times: [{ time: '2031-05-03T14:02:11' }],
    })
    await on.run('export', { to: join(on.folder, 'asked'), embedded: true })
    expect(readFileSync(join(on.folder, 'asked/dossier.json'), 'utf8')).toMatch(SECRETS)
  })

  test('holds back originals that tell of it, naming them, before anything is written', async () => {
    await on.run('add', { paths: [on.file('square.jpg', TELLING), on.file('plain.jpg', PLAIN)] })
    const to = join(on.folder, 'out')
    await expect(on.run('export', { to, originals: true })).rejects.toThrow(
      /one original says where, by whom or by which device it was made \(square\.jpg\).*--embedded/,
    )
    expect(readdirSync(on.folder)).not.toContain('out')
    await on.run('export', { to, originals: true, embedded: true })
    expect(readdirSync(to)).toContain('originals')
  })

  test('comes out the same after a rebuild', async () => {
    await on.run('add', { paths: [on.file('square.jpg', TELLING)] })
    expect(await on.run('rebuild')).toMatchObject({ same: true })
  })
})
