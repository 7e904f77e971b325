/** Takes a picture of every view over the invented case: `node checks/end-to-end/screenshots.ts FOLDER [ADDRESS]`. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { findBrowser } from './browser.ts'
import { serveFixture } from './fixture-server.ts'

const VIEWS = {
  overview: '#/',
  documents: '#/documents',
  reader: '#/document/a1000000000000000000000000000001?claim=f102',
  arabic: '#/document/a5000000000000000000000000000005?claim=f501',
  ledger: '#/ledger',
  lineage: '#/lineage',
  decisions: '#/decisions',
  search: '#/search?q=register',
  register: '#/register',
  person: '#/register/person/a0000000000000000000000000000001',
  review: '#/register/review',
  lists: '#/register/lists',
  numbers: '#/register/numbers',
}
const WIDE = { width: 1280, height: 900 }
const MODES: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light', viewport: WIDE, locale: 'en' },
  dark: { colorScheme: 'dark', viewport: WIDE, locale: 'en' },
  narrow: { colorScheme: 'light', viewport: { width: 360, height: 740 }, locale: 'en' },
  ar: { colorScheme: 'light', viewport: WIDE, locale: 'ar' },
}

const [folder, given] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder that the pictures go to')
const browser = await findBrowser()
if (typeof browser === 'string') throw new Error(browser)
const server = given === undefined ? await serveFixture() : null
const address = server?.address ?? given
await mkdir(folder, { recursive: true })
for (const [mode, options] of Object.entries(MODES)) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  for (const [name, hash] of Object.entries(VIEWS)) {
    const page = await context.newPage()
    await page.goto(`${address}/${hash}`)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(folder, `${mode}-${name}.png`), fullPage: name !== 'reader' })
    await page.close()
  }
  await context.close()
}
await browser.close()
await server?.close()
