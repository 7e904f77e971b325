/** The page that verifies an export, opened from disk in a real browser: whole exports, and every kind of tampering. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildVerifier } from '../../packages/verifier/build.ts'
import { CODES } from '../../packages/verifier/src/messages.ts'
import { keyFingerprint } from '../../packages/workbench/src/publish/evidence-kit.ts'
import { type Kits, makeKits, makeWithheld } from '../../packages/workbench/src/publish/kit.fixture.ts'
import {
  DATED_TAMPERINGS,
  INSIDER_TAMPERINGS,
  resign,
  TAMPERINGS,
  tampered,
} from '../../packages/workbench/src/publish/tampering.fixture.ts'
import { violationsOn } from './axe.ts'
import { findBrowser } from './browser.ts'

const found = await findBrowser()
const openssl = spawnSync('openssl', ['version']).status === 0
const pictures = process.env.CORROBORATE_PICTURES

describe.skipIf(typeof found === 'string')(
  `the verifier in a browser${typeof found === 'string' ? ` (skipped: ${found})` : ''}`,
  () => {
    const browser = found as Browser
    let root = ''
    let kits: Kits
    let page: Page
    const asked: string[] = []
    const complaints: string[] = []

    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), 'verifier-'))
      const { html } = await buildVerifier()
      kits = await makeKits(root, html)
      page = await open({})
    })
    afterAll(async () => {
      await browser.close()
      rmSync(root, { recursive: true, force: true })
    })

    /** Opens the page as it lies in an export, from disk. */
    async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
      const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options })
      const opened = await context.newPage()
      opened.on('request', (request) => asked.push(request.url()))
      opened.on('console', (line) => complaints.push(line.text()))
      opened.on('pageerror', (error) => complaints.push(error.message))
      await opened.goto(pathToFileURL(join(kits.whole, 'verify.html')).href)
      return opened
    }

    async function check(folder: string, on = page): Promise<{ answer: string; named: string[]; codes: string[] }> {
      await on.setInputFiles('#folder', folder)
      await on.waitForFunction(() => document.querySelector('#verdict .answer') !== null)
      return {
        answer: (await on.locator('.answer').textContent()) ?? '',
        named: await on.locator('.problems .path').allTextContents(),
        codes: await on
          .locator('.problems li')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-code') ?? '')),
      }
    }

    test('finds a whole export whole, with and without its originals', async () => {
      expect(await check(kits.whole)).toMatchObject({ answer: 'Everything checks', named: [] })
      const text = (await page.locator('#verdict').innerText()).replaceAll(/\s/g, '')
      expect(text).toContain(keyFingerprint(kits.signer))
      expect(text).toContain('2of2lieinthisexport')
      expect(text).toContain('witness.example')
      if (openssl) expect(text).toContain('O=Invented,CN=InventedAuthority')
      else expect(text).toContain('notyetindependentlydated')
      expect(await check(kits.bare)).toMatchObject({ answer: 'Everything checks', named: [] })
    })

    test('asked nobody, and broke no rule of its own', () => {
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
      expect(complaints).toEqual([])
      const policy = /Content-Security-Policy" content="([^"]+)"/.exec(
        readFileSync(join(kits.whole, 'verify.html'), 'utf8'),
      )
      expect(policy?.[1]).toMatch(
        /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'none'/,
      )
    })

    test('could not ask if it wanted to', async () => {
      const refused = await page.evaluate(() => fetch('http://127.0.0.1:9/').then(() => 'answered', String))
      expect(refused).toContain('TypeError')
      complaints.length = 0
    })

    const kinds = [
      ...[...TAMPERINGS, ...(openssl ? DATED_TAMPERINGS : [])]
        .filter(({ unseenInBrowser }) => !unseenInBrowser)
        .map((one) => ({ ...one, anew: '' })),
      ...INSIDER_TAMPERINGS.filter(({ dated }) => openssl || dated === undefined).map((one) => ({
        ...one,
        anew: ', signed anew',
      })),
    ]

    test('there are more than twenty kinds of tampering', () => expect(kinds.length).toBeGreaterThan(20))

    test.each(kinds)('names $named: $name$anew', async ({ tamper, named, anew }) => {
      const folder = join(root, 'tampered')
      rmSync(folder, { recursive: true, force: true })
      cpSync(kits.whole, folder, { recursive: true })
      const kit = tampered(folder)
      await tamper(kit)
      if (anew !== '') await resign(kit, kits.signer)
      const verdict = await check(folder)
      expect(verdict.answer).toMatch(/problems? found/)
      expect(verdict.named.filter((path) => path.startsWith(named))).not.toEqual([])
      for (const code of verdict.codes) expect(Object.keys(CODES)).toContain(code)
      expect(complaints).toEqual([])
    })

    test('holds an export to the key and the checkpoint that a person was given', async () => {
      const one = await open({})
      await one.locator('summary').click()
      await one.fill(
        '#key',
        keyFingerprint(kits.signer)
          .toUpperCase()
          .replaceAll(/(.{4})/g, '$1 '),
      )
      await one.fill('#checkpoint', readFileSync(join(kits.whole, 'evidence/checkpoint'), 'utf8'))
      expect((await check(kits.whole, one)).answer).toBe('Everything checks')
      expect(await one.locator('.key').innerText()).toContain('It is the key that you were given')
      expect((await check(kits.forged, one)).codes).toContain('log-forked')
      expect(await one.locator('.key').innerText()).toContain('It is not the key')
      await one.fill('#checkpoint', 'nothing of the kind')
      expect((await check(kits.whole, one)).codes).toEqual(['checkpoint-given'])
      await one.context().close()
    })

    test.skipIf(!openssl)('anchors a time-stamp in the certificates that a person trusts', async () => {
      const one = await open({})
      writeFileSync(join(root, 'trust.pem'), kits.trust ?? '')
      await one.locator('summary').click()
      await one.setInputFiles('#trust', join(root, 'trust.pem'))
      expect((await check(kits.whole, one)).answer).toBe('Everything checks')
      expect(await one.locator('#verdict').innerText()).toContain('the chain ends in a certificate that you gave')
      await one.context().close()
    })

    test('says what is withheld, in both languages, and nothing where nothing is', async () => {
      const folder = await makeWithheld(root, readFileSync(join(kits.whole, 'verify.html'), 'utf8'))
      for (const [locale, word] of [
        ['en', 'Withheld'],
        ['ar', 'المحجوب'],
      ] as const) {
        const one = await open({ locale })
        await check(kits.whole, one)
        expect(await one.locator('#verdict').innerText()).not.toContain(word)
        await check(folder, one)
        const row = one.locator('dl > div', { hasText: word })
        expect(await row.innerText()).toMatch(/1.+1.+0/s)
        if (pictures !== undefined && existsSync(pictures))
          await one.screenshot({ path: join(pictures, `verifier-withheld-${locale}.png`), fullPage: true })
        await one.context().close()
      }
    })

    test('a folder that is no export is told as such', async () => {
      expect((await check(join(kits.whole, 'evidence'))).answer).toContain('This folder is no export')
    })

    test.each([
      ['light', 'en', 1000],
      ['dark', 'en', 1000],
      ['light', 'ar', 1000],
      ['dark', 'ar', 360],
    ] as const)('is accessible and fits: %s, %s, %i wide', async (colorScheme, locale, width) => {
      const one = await open({ colorScheme, locale, viewport: { width, height: 900 } })
      const folder = join(root, 'tampered')
      rmSync(folder, { recursive: true, force: true })
      cpSync(kits.whole, folder, { recursive: true })
      await tampered(folder).flip('tolls.csv', 3)
      writeFileSync(join(folder, 'added.txt'), 'x')
      await check(folder, one)
      expect(await one.evaluate(() => document.documentElement.lang)).toBe(locale)
      expect(await one.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      if (pictures !== undefined && existsSync(pictures))
        await one.screenshot({ path: join(pictures, `verifier-${colorScheme}-${locale}-${width}.png`), fullPage: true })
      expect(await violationsOn(one)).toEqual([])
      await one.context().close()
    })
  },
)
