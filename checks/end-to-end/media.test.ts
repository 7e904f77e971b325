/** Pictures and footage in a real browser: covered until asked for, played in ranges, frames kept and taken back. */
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentDetail, DocumentSummary } from '../../packages/workbench/src/publish/contract.ts'
import { ascii, rationals, sceneOf, tiffOf, withExif } from '../../packages/workbench/src/read/picture.fixture.ts'
import { findBrowser } from './browser.ts'
import { recordFootage } from './footage.ts'
import { openProgram } from './program.ts'

const { path, run, json, start } = openProgram()
const browser = await findBrowser()
const degrees = (tag: number, ...parts: readonly [number, number, number]) =>
  rationals(
    tag,
    parts.map((part) => [part, 1] as const),
  )

describe.skipIf(typeof browser === 'string')('pictures and footage', { timeout: 400_000 }, () => {
  let server: ChildProcess
  let address = ''
  let page: Page
  const broken: string[] = []
  const idOf = async (file: string) =>
    (await json<DocumentSummary[]>('documents', 'valley')).find(({ files }) => files.includes(file))?.id ?? ''
  const framesOf = async () => (await json<DocumentDetail>('document', 'valley', 'square.webm')).frames ?? []

  beforeAll(async () => {
    const context = await (browser as Browser).newContext({ locale: 'en' })
    page = await context.newPage()
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) broken.push(message.text())
    })
    page.on('pageerror', (error) => broken.push(error.message))
    mkdirSync(path('in'))
    writeFileSync(path('in/square.webm'), await recordFootage(page, 'INVENTED'))
    const tiff = tiffOf(
      [ascii(0x010f, 'Invented Optics'), ascii(0x0110, 'Pocket 3')],
      [ascii(0x9003, '2031:05:03 14:02:11')],
      [ascii(1, 'N'), degrees(2, 33, 30, 36), ascii(3, 'E'), degrees(4, 36, 17, 28)],
    )
    writeFileSync(path('in/square.jpg'), withExif(sceneOf(1600, 900), tiff))
    await run('new', 'valley', '--title', 'The square', '--invented')
    await run('add', 'valley', 'in')
    server = start('serve', 'valley', '--port', '4820')
    address = await new Promise<string>((resolve) => {
      server.stderr?.on('data', (chunk: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(chunk.toString())?.[0]
        if (found !== undefined) resolve(found)
      })
    })
  }, 400_000)

  afterAll(async () => {
    server?.kill('SIGINT')
    await (browser as Browser).close()
  })

  const sign = async (reason: string) => {
    await page.getByLabel('Reason').fill(reason)
    const name = page.getByLabel('Your name')
    if ((await name.count()) > 0) await name.fill('R. Haddad')
    await page.getByRole('button', { name: 'Record' }).click()
  }

  test('a picture is covered in list and document until a person asks, and says what it says of itself', async () => {
    await page.goto(`${address}#/documents`)
    const small = page.locator('.list-thumbnail img')
    await expect.poll(() => small.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
    expect(await small.evaluate((image) => getComputedStyle(image).filter)).toContain('blur')
    await page.goto(`${address}#/document/${await idOf('square.jpg')}`)
    const picture = page.getByRole('region', { name: 'Picture' }).locator('img')
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
    expect(await picture.evaluate((image) => getComputedStyle(image).filter)).toContain('blur')
    await page.getByRole('button', { name: 'Show the picture' }).press('Enter')
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600)
    expect(await picture.evaluate((image) => getComputedStyle(image).filter)).toBe('none')
    expect(await picture.getAttribute('alt')).toBe('The picture square.jpg, 1,600 × 900 pixels')
    const says = page.getByRole('region', { name: 'What the file says of itself' })
    expect(await says.textContent()).toMatch(/not a fact.*2031-05-03 14:02:11.*does not say in which time zone/s)
    expect(await says.textContent()).toContain('33.51, 36.2911111')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.getByRole('button', { name: 'Cover it again' }).click()
    await page.getByLabel('Pictures and footage').selectOption('grey')
    await page.reload()
    await page.getByRole('button', { name: 'Cover it again' }).waitFor()
    expect(await picture.evaluate((image) => getComputedStyle(image).filter)).toBe('grayscale(1)')
    await page.getByLabel('Pictures and footage').selectOption('covered')
  })

  test('footage plays muted; the frame shown is kept with its time, and is what the footage shows', async () => {
    await page.goto(`${address}#/document/${await idOf('square.webm')}`)
    const video = page.locator('video')
    await expect.poll(() => video.evaluate((player: HTMLVideoElement) => player.readyState)).toBeGreaterThan(0)
    expect(
      await video.evaluate((player: HTMLVideoElement) => [player.muted, player.paused, player.videoWidth]),
    ).toEqual([true, true, 640])
    await video.evaluate(
      (player: HTMLVideoElement) =>
        new Promise((resolve) => {
          player.addEventListener('seeked', resolve, { once: true })
          player.currentTime = 2
        }),
    )
    await page.getByRole('button', { name: 'Keep this frame' }).click()
    await sign('the second scene')
    await expect.poll(async () => (await framesOf()).length, { timeout: 60_000 }).toBe(1)
    const [frame] = await framesOf()
    expect(frame).toMatchObject({
      time: 2,
      by: 'R. Haddad',
      reason: 'the second scene',
      maker: expect.stringContaining('Chrome'),
      picture: { width: 640, height: 360 },
    })
    const shown = page.getByRole('region', { name: 'Frames kept of it' }).locator('img')
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
    const corner = await shown.evaluate((image: HTMLImageElement) => {
      const surface = document.createElement('canvas')
      surface.width = image.naturalWidth
      surface.height = image.naturalHeight
      const context = surface.getContext('2d')
      context?.drawImage(image, 0, 0)
      return [...(context?.getImageData(630, 350, 1, 1).data ?? [])].slice(0, 3)
    })
    for (const [at, part] of [0x22, 0x30, 0x3c].entries()) expect(Math.abs((corner[at] ?? 0) - part)).toBeLessThan(20)
  })

  test('cuts are found, chosen frames are kept together, and one is taken back', async () => {
    await page.getByText('Look for frames').click()
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    const found = page.locator('.glimpses li')
    await expect.poll(() => found.count(), { timeout: 120_000 }).toBe(3)
    await page.locator('.frame-search').getByRole('button', { name: 'Show the picture' }).click()
    await found.nth(0).getByRole('checkbox').check()
    await found.nth(2).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Keep 2 chosen frames' }).click()
    await sign('first and last scene')
    await expect.poll(async () => (await framesOf()).length, { timeout: 60_000 }).toBe(3)
    const times = (await framesOf()).map(({ time }) => time)
    expect(times[0]).toBe(0)
    expect(times[2]).toBeGreaterThan(2.5)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const last = page.locator('.frame-strip li').last()
    await last.getByText('Kept by R. Haddad').click()
    await last.getByRole('button', { name: 'Undo' }).click()
    await sign('the same as before')
    await expect.poll(async () => (await framesOf()).at(-1)?.undone, { timeout: 60_000 }).toBe(true)
    await expect.poll(() => last.textContent()).toContain('taken back')
    expect(await last.locator('img').count()).toBe(0)
    expect((await run('verify', 'valley')).code).toBe(0)
    expect(broken).toEqual([])
  })
})
