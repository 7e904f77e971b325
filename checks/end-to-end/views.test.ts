/** The app alone over an invented case: every view in both languages, decisions by keyboard, and the exported page. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb } from '../../packages/web/build.ts'
import { DOSSIER } from '../../packages/web/src/fixture/dossier.ts'
import { violationsOn } from './axe.ts'
import { findBrowser } from './browser.ts'
import { type FixtureServer, serveFixture } from './fixture-server.ts'

const FIRST = 'a1000000000000000000000000000001'
const PERSON = DOSSIER.register.persons[0]!.id
const ARABIC = 'a5000000000000000000000000000005'
const VIEWS = {
  overview: '#/',
  documents: '#/documents',
  reader: `#/document/${FIRST}?claim=f102`,
  'Arabic document': `#/document/${ARABIC}?claim=f501`,
  ledger: '#/ledger',
  lineage: '#/lineage',
  decisions: '#/decisions',
  search: '#/search?q=register',
  register: '#/register',
  'a person': `#/register/person/${PERSON}`,
  review: '#/register/review',
  lists: '#/register/lists',
  'names and numbers': '#/register/numbers',
  estimate: '#/register/estimate',
} as const

const opened = await findBrowser()
const withBrowser = typeof opened === 'string' ? describe.skip : describe
const without = typeof opened === 'string' ? ` (skipped: no browser runs here: ${opened})` : ''

withBrowser(`the app${without}`, () => {
  const browser = opened as Browser
  let server: FixtureServer
  /** What the browser complained about on a page; a breach of the page's policy is among it. */
  const complaints = new WeakMap<Page, string[]>()

  beforeAll(async () => {
    server = await serveFixture(structuredClone(DOSSIER))
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function open(hash: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 }, ...options })
    const page = await context.newPage()
    const heard: string[] = []
    complaints.set(page, heard)
    page.on('console', (message) => {
      if (message.type() === 'error') heard.push(message.text())
    })
    page.on('pageerror', (error) => heard.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address) && !request.url().startsWith('data:')) heard.push(request.url())
    })
    await page.goto(`${server.address}/${hash}`)
    await page.locator('main h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    return page
  }

  const modes: Readonly<Record<string, BrowserContextOptions>> = {
    light: { colorScheme: 'light' },
    'Arabic, dark, 360 px wide': { colorScheme: 'dark', locale: 'ar', viewport: { width: 360, height: 740 } },
  }
  describe.each(Object.entries(modes))('%s', (_, options) => {
    test.concurrent.each(Object.entries(VIEWS))(
      '%s: nothing serious for axe, no sideways scrolling, no breach of policy',
      async (_, hash) => {
        const page = await open(hash, options)
        expect((await violationsOn(page)).filter(({ isGrave }) => isGrave)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        )
        expect(await page.locator('.watermark').getAttribute('data-word')).toMatch(/invented|مُختلَق/)
        expect(complaints.get(page)).toEqual([])
        await page.context().close()
      },
    )
  })

  test('an overview that is drawn does not move', async () => {
    const page = await open('#/')
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 500)
        }),
    )
    expect(moved).toBeLessThan(0.05)
    await page.context().close()
  })

  test('a mark in the chart leads to the exact words', async () => {
    const page = await open('#/')
    await page.locator('.toll-plot a[aria-label*="487"]').first().click()
    await expect.poll(() => page.url()).toContain('/document/a4000000000000000000000000000004')
    await page.locator('mark[data-at]').first().waitFor()
    expect((await page.locator('mark[data-at]').allTextContents()).join('')).toBe(
      '487 people killed in Lower Sael up to 13 May',
    )
    await page.context().close()
  })

  test('every figure and claim on a document says whether a person has reviewed it', async () => {
    const page = await open(VIEWS.reader)
    const entries = page.locator('.claim-list li')
    expect(await entries.count()).toBe(9)
    for (const text of await entries.locator('.review').allTextContents()) expect(text).toMatch(/machine-read|reviewed/)
    expect(await page.locator('.panel').textContent()).toContain('reviewed by R. Example')
    await page.context().close()
  })

  test('by keyboard alone: next, accept with name and reason, undo', async () => {
    const page = await open(`#/document/${FIRST}`)
    for (let pressed = 0; pressed < 4; pressed++) {
      const before = page.url()
      await page.keyboard.press('j')
      await page.waitForURL((url) => url.href !== before)
    }
    await page.locator('.panel-title', { hasText: '19 killed' }).waitFor()
    await page.keyboard.press('a')
    await page.locator('.panel form :focus').waitFor()
    await page.keyboard.type('Read against the original.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('M. Example')
    await page.keyboard.press('Control+Enter')
    await page.locator('.panel .review[data-status="accepted"]', { hasText: 'M. Example' }).waitFor()
    expect(server.asked.at(-1)).toEqual({
      ...{ action: 'accept', target: 'f103', by: 'M. Example', reason: 'Read against the original.' },
    })
    await page.keyboard.press('u')
    await page.locator('.panel form :focus').waitFor()
    await page.keyboard.type('Not yet.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.panel .review[data-status="machine-read"]').waitFor()
    expect(server.asked.at(-1)).toMatchObject({ action: 'undo', by: 'M. Example', reason: 'Not yet.' })
    await page.context().close()
  })

  test('a correction sends only what changed, and shows what the machine had read', async () => {
    const page = await open(`#/document/${FIRST}?claim=c102`)
    await page.keyboard.press('c')
    await page.getByLabel('Speaker').fill('the Register’s director')
    await page.getByLabel(/^Reason/).fill('The director speaks, not the body.')
    await page.getByLabel(/^Your name/).fill('M. Example')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.locator('.panel .review[data-status="corrected"]').waitFor()
    expect(server.asked.at(-1)).toMatchObject({ action: 'correct', set: { speaker: 'the Register’s director' } })
    await page.context().close()
  })

  test('a pair is answered with one key, signed and with a reason; without them nothing is sent', async () => {
    const page = await open('#/register/review')
    await page.locator('main h1').click()
    await page.keyboard.press('s')
    await page.locator('.pair [role=alert]').waitFor()
    expect(server.marked).toEqual([])
    const [name, reason] = await page.locator('.filter input').all()
    await name!.fill('R. Invented')
    await reason!.fill('ages differ by thirteen years')
    await page.locator('main h1').click()
    await page.keyboard.press('d')
    await page.getByText('Recorded: Different.').waitFor()
    expect(server.marked).toEqual([
      {
        ...{ mark: 'different', blind: false, by: 'R. Invented', reason: 'ages differ by thirteen years' },
        ids: [DOSSIER.register.persons[1]!.entryList[0]!.id, DOSSIER.register.persons[2]!.entryList[0]!.id],
      },
    ])
    await page.getByText('Nothing waits for an answer.').waitFor()
    await page.context().close()
  })

  test('a blind review shows neither what the machine found nor what another answered', async () => {
    const page = await open('#/register/review')
    await page.getByLabel('Round').selectOption('second')
    await page.getByText('Blind:').waitFor()
    expect(await page.locator('.pair').textContent()).not.toMatch(/probability|%/)
    await page.context().close()
  })

  test('persons are found whatever the hamza and vowel signs of what is typed', async () => {
    const page = await open('#/register')
    await page.locator('input[type=search]').fill('هَارُون')
    await page.getByText('Persons shown: 1').waitFor()
    expect(await page.locator('.persons tbody tr').count()).toBe(1)
    await page.context().close()
  })

  test('entries are chosen and taken out of the count with a reason', async () => {
    const page = await open(`#/register/person/${PERSON}`)
    await page.locator('.entry input[type=checkbox]').first().check()
    await page.getByRole('button', { name: 'no victim record' }).click()
    await page.locator('form.decide textarea').fill('found alive')
    const author = page.locator('form.decide input[autocomplete=name]')
    if ((await author.count()) > 0) await author.fill('R. Invented')
    await page.locator('form.decide button[type=submit]').click()
    await page.locator('.persons').waitFor()
    expect(server.marked.at(-1)).toMatchObject({ mark: 'not-a-victim', reason: 'found alive' })
    await page.context().close()
  })

  test('without a reason nothing is sent', async () => {
    const page = await open(`#/document/${FIRST}?claim=c103`)
    const before = server.asked.length
    await page.keyboard.press('r')
    await page.getByLabel(/^Your name/).fill('M. Example')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    expect(server.asked).toHaveLength(before)
    expect(await page.getByLabel(/^Reason/).evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(
      true,
    )
    await page.context().close()
  })

  test('selected words are added with their exact quote and occurrence, across the marks inside them', async () => {
    const page = await open(`#/document/${FIRST}`)
    await page.evaluate(() => {
      const block = document.querySelectorAll('.text p')[2]
      const walk = document.createTreeWalker(block!, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        const text = node.textContent ?? ''
        if (text.includes('since Wednesday')) range.setStart(node, text.indexOf('since'))
        if (text.includes('19 children')) range.setEnd(node, text.length)
      }
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
    await page.getByRole('button', { name: 'Add the selected words' }).click()
    await page.getByLabel('What it is').selectOption('figure')
    await page.getByLabel('Number, or the low end').fill('19')
    await page.getByLabel(/^Reason/).fill('Missed by the reader.')
    await page.getByLabel(/^Your name/).fill('M. Example')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await expect.poll(() => server.asked.at(-1)?.action).toBe('add')
    expect(server.asked.at(-1)).toMatchObject({
      ...{ document: FIRST, claimKind: 'figure', quote: 'since Wednesday, among them 19 children', occurrence: 1 },
      set: { value: 19, comparator: 'exact', effect: 'killed' },
    })
    await page.context().close()
  })

  test('help opens on ? and gives the focus back; keys are silent meanwhile', async () => {
    const page = await open(`#/document/${FIRST}?claim=f102`)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('a')
    expect(await page.locator('form.decide').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(complaints.get(page)).toEqual([])
    await page.context().close()
  })

  test('language and appearance are kept', async () => {
    const page = await open('#/')
    await page.getByLabel('Language').selectOption('ar')
    await page.reload()
    await page.locator('main h1').first().waitFor()
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      'rtl',
      'ar',
    ])
    await page.context().close()
  })

  test('a document written from right to left is shown so, whatever the interface', async () => {
    const page = await open(VIEWS['Arabic document'])
    expect(await page.locator('article.text').getAttribute('dir')).toBe('rtl')
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr')
    await page.context().close()
  })

  /** The app over a case that a test has changed, in windows of these widths, in both languages. */
  async function withCase(
    change: (dossier: typeof DOSSIER) => void,
    look: (page: Page, width: number) => Promise<void>,
    hash: string,
    widths: readonly number[] = [390, 1440],
  ): Promise<void> {
    const dossier = structuredClone(DOSSIER)
    change(dossier)
    const changed = await serveFixture(dossier)
    try {
      for (const locale of ['en', 'ar'])
        for (const width of widths) {
          const context = await browser.newContext({ locale, viewport: { width, height: 900 } })
          const page = await context.newPage()
          await page.goto(`${changed.address}/${hash}`)
          await page.locator('main h1').first().waitFor()
          await page.waitForLoadState('networkidle')
          await look(page, width)
          await context.close()
        }
    } finally {
      await changed.close()
    }
  }

  test('a list of documents too long to draw at once keeps columns that can be read', async () => {
    await withCase(
      ({ documents }) => {
        const [one] = documents
        for (let n = 0; n < 40; n++)
          documents.push({ ...one!, id: `b${String(n).padStart(31, '0')}`, title: `Report number ${n} of the harbour` })
      },
      async (page, width) => {
        await page.locator('.documents .space').first().waitFor({ state: 'attached' })
        const widths = await page.locator('.documents thead th').evaluateAll((heads: HTMLElement[]) =>
          heads
            .filter((head) => head.offsetWidth > 0)
            .map((head) => ({
              column: head.dataset.column,
              width: head.offsetWidth,
              torn: head.scrollWidth > head.clientWidth || head.offsetHeight > 48,
            })),
        )
        for (const each of widths) {
          expect(each, `${width} px`).toMatchObject({ torn: false })
          expect(each.width, `${each.column} at ${width} px`).toBeGreaterThan(each.column === 'title' ? 230 : 60)
        }
      },
      '#/documents',
      [390, 800, 1024, 1440],
    )
  })

  test('a block that is written the other way than its document is shown its own way', async () => {
    await withCase(
      ({ documents }) => {
        const arabic = documents.find(({ id }) => id === ARABIC)!
        const [start, words] = [arabic.text.length + 1, 'At least 14.']
        arabic.text += `\n${words}`
        arabic.blocks.push({ ...arabic.blocks[0]!, kind: 'body', start, end: start + words.length })
      },
      async (page) => {
        const ways = await page
          .locator('article.text .block')
          .evaluateAll((all: HTMLElement[]) => all.map(({ dir }) => dir))
        expect(new Set(ways.slice(0, -1))).toEqual(new Set(['rtl']))
        expect(ways.at(-1)).toBe('ltr')
      },
      VIEWS['Arabic document'],
      [1024],
    )
  })

  test('a long name of a file is broken, not scrolled to nor cut at its beginning', async () => {
    const name = `a-very-long-name-${'x'.repeat(160)}.txt`
    const rename = ({ documents }: typeof DOSSIER) => {
      for (const each of documents) Object.assign(each, { outlet: null, title: null, files: [name] })
    }
    await withCase(
      rename,
      async (page, width) => {
        const beyond = await page.locator('.scroll').evaluateAll((all) => all.map((e) => e.scrollWidth - e.clientWidth))
        for (const each of beyond) expect(each, `${width} px`).toBeLessThan(width === 390 ? 200 : 1)
      },
      '#/ledger',
    )
    await withCase(
      rename,
      async (page, width) => {
        const names = await page.locator('.graph li a').evaluateAll((links) =>
          links.map((link) => {
            const inside = link.getBoundingClientRect()
            const list = link.closest('ol')!.getBoundingClientRect()
            const text = link.querySelector('bdi')!
            return {
              within: inside.left >= list.left - 1 && inside.right <= list.right + 1,
              begins: getComputedStyle(text).direction,
            }
          }),
        )
        expect(names.length, `${width} px`).toBeGreaterThan(0)
        for (const each of names) expect(each).toEqual({ within: true, begins: 'ltr' })
      },
      '#/lineage',
    )
  })

  test('an intake that was interrupted is not told as a case where all was read', async () => {
    await withCase(
      ({ overview }) => {
        overview.counts = { ...overview.counts, needTranscription: 0, unreadable: 0 }
        overview.unfinished = { intakes: 1, captures: 799 }
      },
      async (page) => {
        const said = (await page.locator('section[aria-labelledby=problems-title]').textContent()) ?? ''
        expect(said).toMatch(/799|٧٩٩/)
        expect(said).toContain('corroborate add')
        expect(said).not.toMatch(/Every item was read|قُرئت كل المواد/)
      },
      '#/',
      [390],
    )
  })

  test('the axis of a short period names each day once, and citations without a date stand apart', async () => {
    await withCase(
      ({ ledger }) => {
        for (const { points } of ledger.series)
          points.forEach((point, at) => {
            point.asOf = at === 0 ? '2031-05-11' : '2031-05-12'
          })
        const [one] = ledger.series
        one!.points.push({
          ...one!.points[0]!,
          asOf: null,
          figures: ledger.series.flatMap(({ points }) => points[0]!.figures),
        })
      },
      async (page, width) => {
        await page.locator('.toll-plot').waitFor()
        const ticks = await page.locator('.toll-plot text').allTextContents()
        const days = ticks.filter((text) => text.includes('2031') || text.includes('٢٠٣١'))
        expect(days.length, `${width} px`).toBeGreaterThan(0)
        expect(new Set(days).size, days.join(', ')).toBe(days.length)
        const second = page.locator('.tolls h3 + .plain .citations li').nth(1)
        const style = await second.evaluate((item) => [
          getComputedStyle(item, '::before').content,
          getComputedStyle(item).unicodeBidi,
        ])
        expect(style).toEqual(['" · "', 'isolate'])
      },
      '#/',
    )
  })

  test('an exported page opened from disk shows the case, says what it is, and decides nothing', async () => {
    const { folder } = await buildWeb()
    const [html, script, style] = await Promise.all(
      ['index.html', 'app.js', 'app.css'].map((name) => readFile(join(folder, name), 'utf8')),
    )
    expect(script).not.toContain('</script')
    const data = JSON.stringify(DOSSIER).replaceAll('<', '\\u003c')
    const whole = html!
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
      .replace(/<script defer[^>]*><\/script>/, '')
      .replace(
        '</body>',
        () => `<script type="application/json" id="dossier">${data}</script><script>${script}</script></body>`,
      )
    const place = await mkdtemp(join(tmpdir(), 'corroborate-copy-'))
    try {
      await writeFile(join(place, 'copy.html'), whole)
      const page = await (await browser.newContext({ offline: true, locale: 'en' })).newPage()
      await page.goto(`${pathToFileURL(join(place, 'copy.html'))}#/document/${FIRST}?claim=f102`)
      await page.locator('.panel-title').waitFor()
      expect(await page.locator('.banners').textContent()).toContain('not for publication')
      expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0)
      await page.getByRole('link', { name: 'Ledger' }).click()
      await page.getByText('independence not assessed').first().waitFor()
      await page.context().close()
    } finally {
      await rm(place, { recursive: true })
    }
  })
})
