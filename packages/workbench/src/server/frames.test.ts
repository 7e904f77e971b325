/** Frames of footage: checked, kept with parent, time and maker, taken back, sealed where the footage is, and served to who may see. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FixtureCase, openFixtureCase } from '../operations/case.fixture.ts'
import { OPERATIONS } from '../operations/index.ts'
import { openCase } from '../preserve/case-folder.ts'
import { listRecords, readRecord } from '../preserve/records.ts'
import type { Decision, DocumentDetail, Dossier } from '../publish/contract.ts'
import { sceneOf, withSegment } from '../read/picture.fixture.ts'
import { createApp } from './app.ts'
import { rangeOf } from './footage.ts'
import { createVaultSession } from './session.ts'

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
}, 60_000)
afterEach(() => on.remove())

/** What begins as WebM does; nothing here decodes it. */
const FOOTAGE = Buffer.concat([
  Buffer.from('\x1a\x45\xdf\xa3', 'latin1'),
  Buffer.from('invented footage '.repeat(4000)),
])
const BY = { by: 'R. Haddad', reason: 'the sign over the door' }
const detail = (id: string) => on.run<DocumentDetail>('document', { id })
const keep = (picture: Uint8Array, more: object = {}) =>
  on.run<Decision>('frame', {
    item: 'square.webm',
    picture: on.file('frame', picture),
    time: 12.3456,
    maker: 'Invented Player 1.0',
    ...BY,
    ...more,
  })

describe('a frame', () => {
  beforeEach(async () => {
    await on.run('add', { paths: [on.file('square.webm', FOOTAGE)] })
  }, 60_000)

  test('is kept in a record that names parent, place and maker, and listed with its footage', async () => {
    const png = sceneOf(640, 360, 'image/png')
    const decision = await keep(png)
    const { item, frames = [] } = await detail('square.webm')
    const [frame] = frames
    expect(frames).toEqual([
      {
        id: decision.id,
        frame: frame?.frame,
        parent: item,
        time: 12.346,
        maker: 'Invented Player 1.0',
        ...BY,
        mediaType: 'image/png',
        picture: { width: 640, height: 360 },
        sha512: createHash('sha512').update(png).digest('hex'),
        undone: false,
      },
    ])
    const id = frame?.frame ?? ''
    const { record } = await readRecord((await openCase(on.case)).records, `frames/${id.slice(0, 2)}/${id}`)
    expect(record).toMatchObject({ kind: 'frame', item, time: 12.346, bytes: png.toString('base64') })
    expect(await on.run('verify')).toMatchObject({ problems: [] })
    expect(await on.run('rebuild')).toMatchObject({ same: true, orphans: [] })
    expect((await detail('square.webm')).frames).toEqual(frames)
  })

  test('is taken back and stays listed as such; frames stand in the order of the footage', async () => {
    await keep(sceneOf(64, 48), { time: 30 })
    const { id } = await keep(sceneOf(64, 48, 'image/png'), { time: 5 })
    await on.run('decide', { action: 'undo', target: id, by: 'R. Haddad', reason: 'the wrong second' })
    expect((await detail('square.webm')).frames).toMatchObject([
      { time: 5, undone: true },
      { time: 30, undone: false, mediaType: 'image/jpeg' },
    ])
  })

  test('whose bytes are changed on the disk is found by verify', async () => {
    await keep(sceneOf(64, 48))
    const folder = await openCase(on.case)
    const name = (await listRecords(folder.records)).find((one) => one.startsWith('frames/')) ?? ''
    const path = join(folder.records, `${name}.json`)
    const text = readFileSync(path, 'utf8')
    on.file(
      `../case/records/${name}.json`,
      text.replace(/("bytes": ")(.)/, (_, head, letter) => `${head}${letter === '/' ? 'A' : '/'}`),
    )
    const { problems } = await on.run<{ problems: { path: string }[] }>('verify')
    expect(problems.map(({ path: where }) => where)).toEqual([`records/${name}.json`])
  })

  test('leaves with no export as a picture, only as what was decided', async () => {
    const png = sceneOf(640, 360, 'image/png')
    await keep(png)
    await on.run('export', { to: join(on.folder, 'out') })
    const dossier = readFileSync(join(on.folder, 'out/dossier.json'), 'utf8')
    expect((JSON.parse(dossier) as Dossier).documents[0]?.frames).toHaveLength(1)
    const needle = png.toString('base64').slice(200, 260)
    for (const file of readdirSync(join(on.folder, 'out'), { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name), 'latin1')).not.toContain(needle)
  })

  test('that is broken, cut, too large or no picture is refused in a sentence, and nothing is kept', async () => {
    const jpeg = sceneOf(640, 360)
    const bomb = sceneOf(64, 48, 'image/png')
    bomb.writeUInt32BE(50_000, 16)
    bomb.writeUInt32BE(50_000, 20)
    const broken = sceneOf(640, 360, 'image/png')
    const data = broken.indexOf('IDAT') + 4
    broken.fill(0xff, data, data + 40)
    let large = jpeg
    for (let at = 0; at < 70; at++) large = withSegment(large, 0xe5, Buffer.alloc(65_000))
    const refusals: [Uint8Array, RegExp][] = [
      [jpeg.subarray(0, jpeg.length - 40), /ends before its end/],
      [Buffer.from('words'), /of the kind text\/plain/],
      [sceneOf(64, 48, 'image/gif'), /image\/gif; give it as PNG or JPEG/],
      [broken, /damaged by its own checksum|broken or cut short/],
      [bomb, /50000 × 50000 pixels/],
      [large, /more than 4194304; save it as JPEG/],
    ]
    for (const [picture, why] of refusals) await expect(keep(picture)).rejects.toThrow(why)
    await expect(keep(jpeg, { time: -1 })).rejects.toThrow()
    await expect(keep(jpeg, { time: Number.NaN })).rejects.toThrow()
    await expect(keep(jpeg, { maker: '' })).rejects.toThrow()
    await expect(keep(jpeg, { item: 'nothing.webm' })).rejects.toThrow(/no item "nothing.webm"/)
    await on.run('add', { paths: [on.file('report.txt', 'At least 12 people were killed in Dell.')] })
    await expect(keep(jpeg, { item: 'report.txt' })).rejects.toThrow(/no footage \(text\/plain\)/)
    await expect(on.run('decide', { action: 'keep-frame', target: 'square.webm', ...BY, set: {} })).rejects.toThrow()
    const names = await listRecords((await openCase(on.case)).records)
    expect(names.filter((name) => /^(frames|decisions)\//.test(name))).toEqual([])
  })
})

describe('over HTTP', () => {
  const PASSPHRASE = 'quill lantern ochre bramble'
  const HOST = '127.0.0.1:4700'
  const opened = () => {
    const session = createVaultSession()
    const app = createApp({ caseFolder: on.case, web: on.folder, version: 'test', context: on.context, session })
    let cookie = ''
    return async (path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}) => {
      const response = await app.request(path, {
        headers: { host: HOST, ...(cookie === '' ? {} : { cookie }), 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      })
      cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie
      return response
    }
  }

  test('footage comes in ranges, and a page keeps a frame of it', async () => {
    await on.run('add', { paths: [on.file('square.webm', FOOTAGE), on.file('report.txt', 'Words.')] })
    const ask = opened()
    const { item } = await detail('square.webm')
    const whole = await ask(`/api/footage?digest=${item}`)
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([
      200,
      'video/webm',
      'bytes',
    ])
    expect(Buffer.from(await whole.arrayBuffer()).equals(FOOTAGE)).toBe(true)
    const part = await ask(`/api/footage?digest=${item}`, { headers: { range: 'bytes=100-199' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${FOOTAGE.length}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(FOOTAGE.subarray(100, 200))).toBe(true)
    const beyond = await ask(`/api/footage?digest=${item}`, { headers: { range: `bytes=${FOOTAGE.length}-` } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${FOOTAGE.length}`])
    expect((await ask(`/api/footage?digest=${(await detail('report.txt')).item}`)).status).toBe(404)
    expect((await ask(`/api/footage?digest=${'0'.repeat(128)}`)).status).toBe(404)
    expect((await ask('/api/footage?digest=../../etc/passwd')).status).toBe(400)
    expect((await ask(`/api/footage?digest=${item}`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    const kept = await ask('/api/frame-keep', {
      body: { item, time: 1.5, maker: 'A browser', picture: sceneOf(640, 360).toString('base64'), ...BY },
    })
    expect(kept.status).toBe(200)
    const { frames = [] } = await detail('square.webm')
    const frame = await ask(`/api/frame?id=${frames[0]?.frame}`)
    expect([frame.status, frame.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(
      createHash('sha512')
        .update(Buffer.from(await frame.arrayBuffer()))
        .digest('hex'),
    ).toBe(frames[0]?.sha512)
    expect((await ask('/api/frame?id=0b6f2a1c-4d5e-4f60-8a7b-000000000099')).status).toBe(404)
    const refused = await ask('/api/frame-keep', { body: { item, time: 1, maker: 'x', picture: 'AAAA', ...BY } })
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: expect.stringContaining('the frame is not kept') },
    ])
  })

  test('of confidential footage nothing is seen while it is locked, and frames lie sealed with it', async () => {
    const vaults = {
      ...createVaultSession().doorFor({} as never),
      open: async () => null,
      choose: async () => PASSPHRASE,
    }
    const add = OPERATIONS.find(({ name }) => name === 'add')
    const input = { case: on.case, paths: [on.file('square.webm', FOOTAGE)], confidential: true }
    for await (const _ of add?.run({ ...on.context, vaults }, input) ?? []);
    const [ask, stranger] = [opened(), opened()]
    expect((await ask('/api/unlock', { body: { passphrase: PASSPHRASE } })).status).toBe(200)
    const [document] = (await (await ask('/api/documents')).json()) as DocumentDetail[]
    const item = document?.item ?? ''
    const part = await ask(`/api/footage?digest=${item}`, { headers: { range: 'bytes=4-20' } })
    expect([part.status, await part.text()]).toEqual([206, 'invented footage '])
    const png = sceneOf(640, 360, 'image/png')
    const kept = await ask('/api/frame-keep', {
      body: { item, time: 1.5, maker: 'A browser', picture: png.toString('base64'), ...BY },
    })
    expect(kept.status).toBe(200)
    const { frames = [] } = (await (await ask(`/api/document?id=${document?.id}`)).json()) as DocumentDetail
    const address = `/api/frame?id=${frames[0]?.frame}`
    expect(Buffer.from(await (await ask(address)).arrayBuffer()).equals(png)).toBe(true)
    expect([(await stranger(address)).status, (await stranger(`/api/footage?digest=${item}`)).status]).toEqual([
      404, 404,
    ])
    const names = await listRecords((await openCase(on.case)).records)
    expect(names.filter((name) => /^(frames|decisions)\//.test(name))).toEqual([])
    expect(names.filter((name) => name.startsWith('sealed-records/'))).toHaveLength(2)
    await ask('/api/lock', { body: {} })
    expect((await ask(address)).status).toBe(404)
  }, 120_000)

  test.each([
    ['bytes=0-', 10, [0, 10]],
    ['bytes=2-4', 10, [2, 5]],
    ['bytes=-3', 10, [7, 10]],
    ['bytes=-30', 10, [0, 10]],
    ['bytes=2-400', 10, [2, 10]],
    ['bytes=0-1, 4-5', 10, [0, 2]],
    ['bytes=10-', 10, null],
    ['bytes=4-2', 10, null],
    ['bytes=-0', 10, null],
    ['bytes=-', 10, null],
    ['lines=0-1', 10, null],
  ])('the range %s of %d bytes', (header, size, expected) => {
    const range = rangeOf(header, size)
    expect(range === null ? null : [range.start, range.end]).toEqual(expected)
  })
})
