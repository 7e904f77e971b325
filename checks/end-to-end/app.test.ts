/** The app in a real browser: what a user sees of the casebook, and what no other page may see. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOn } from './axe.ts'
import { findBrowser } from './browser.ts'
import { openProgram, ROOT } from './program.ts'

const opened = await findBrowser()
const browser: Browser | null = typeof opened === 'string' ? null : opened
const program = openProgram()
const { run, serve, path } = program
const VIEWS = ['', 'documents', 'ledger', 'lineage', 'decisions', 'search?q=Alawite']

let address = ''
let stop: () => Promise<unknown> = async () => {}

async function buildCase(name: string, source: string, ...parts: string[]): Promise<void> {
  const book = join(ROOT, 'casebook', source)
  expect(await run('new', name, '--from', join(book, 'case.json'))).toMatchObject({ code: 0 })
  expect(await run('add', name, ...parts.map((part) => join(book, part)))).toMatchObject({ code: 0 })
}

beforeAll(async () => {
  if (browser === null) return
  await buildCase('syria', 'syria-coast-2025', 'reports')
  await buildCase('invented', 'zelmora-tolmesh-2024', 'reports', 'lists')
  const serving = await serve('syria')
  address = serving.address
  stop = serving.stop
})
afterAll(async () => {
  await browser?.close()
  await stop()
})

interface Opened {
  readonly page: Page
  /** Everything the page complained of. */
  readonly complaints: string[]
}

async function open(where: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await (browser as Browser).newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(where)
  await page.locator('main h1').first().waitFor()
  return { page, complaints }
}

describe.skipIf(browser === null)(`the app${browser === null ? ` (skipped: ${opened as string})` : ''}`, () => {
  test('the overview shows tolls by origin, the drift with both passages, and the commitment with its due date', async () => {
    const { page, complaints } = await open(address)
    await page.getByText('Reading the case').first().waitFor({ state: 'detached' })
    const text = await page.locator('main').innerText()
    expect(text).toContain('Syrian Observatory for Human Rights')
    expect(text).toContain('The claimant differs')
    expect(text).toContain('Amnesty International')
    expect(text).toContain('4 May 2025')
    expect(text).toMatch(/past the due date|days left/)
    expect(await page.locator('main svg').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test.each(VIEWS)('#/%s is accessible and shows the case without complaint', async (view) => {
    const { page, complaints } = await open(`${address}#/${view}`)
    expect((await violationsOn(page)).filter(({ isGrave }) => isGrave)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a line leads to the exact words, and a decision is taken with the keyboard alone', async () => {
    const { page, complaints } = await open(`${address}#/documents`)
    await page
      .getByRole('link', { name: /Dubai Times|Syria's Authorities Answer/ })
      .first()
      .click()
    await page.locator('.reader').waitFor()
    await page.keyboard.press('j')
    await page.locator('[data-chosen]').first().waitFor()
    await page.keyboard.press('a')
    await page.getByLabel(/^Reason/).fill('read beside the original')
    await page.getByLabel(/^Your name/).fill('R. Example')
    await page.keyboard.press('Control+Enter')
    await page.getByText('reviewed by R. Example').first().waitFor()
    expect((await violationsOn(page)).filter(({ isGrave }) => isGrave)).toEqual([])
    await page.goto(`${address}#/decisions`)
    await page.getByText('read beside the original').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a point of the ledger opens the document at its words', async () => {
    const { page } = await open(`${address}#/ledger`)
    await page.locator('main a[href*="#/document/"]').first().click()
    await page.locator('.reader [data-at], .reader [data-chosen]').first().waitFor()
    await page.context().close()
  })

  test('a page elsewhere on this machine reads nothing', async () => {
    const foreign = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>elsewhere</h1>'),
    )
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done))
    const context = await (browser as Browser).newContext()
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`)
    const outcome = await page.evaluate(async (target) => {
      const plain = await fetch(`${target}api/overview`).then(
        (response) => response.text(),
        (error: Error) => `refused: ${error.message}`,
      )
      const blind = await fetch(`${target}api/overview`, { mode: 'no-cors' }).then(
        (response) => response.text(),
        () => '',
      )
      return { plain, blind }
    }, address)
    expect(outcome).toEqual({ plain: expect.stringMatching(/^refused/), blind: '' })
    await context.close()
    await new Promise((done) => foreign.close(done))
  })

  test('the export works from disk without any connection, marked as a working copy', async () => {
    expect(await run('export', 'invented', '--to', 'out')).toMatchObject({ code: 0 })
    const context = await (browser as Browser).newContext({ offline: true })
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.goto(pathToFileURL(path('out/index.html')).href)
    await page.locator('main h1').first().waitFor()
    for (const view of VIEWS.slice(0, 4)) {
      await page.goto(`${pathToFileURL(path('out/index.html')).href}#/${view}`)
      await page.locator('main h1').first().waitFor()
      const text = (await page.locator('body').innerText()).toLowerCase()
      expect(text, view).toContain('working copy, not for publication')
      expect(text, view).toContain('invented')
    }
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
