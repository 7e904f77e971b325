/** A confidential item on the command line and in the browser: taken in, locked, opened, lost to a wrong passphrase, shredded. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from './browser.ts'
import { finished, openProgram, type Serving } from './program.ts'

const PASSPHRASE = 'quill lantern ochre bramble'
const NAME = 'statement-of-ordana-kelbek.txt'
const program = openProgram()
const { path, run, json, start, serve, folder } = program
const KEYED = ['--passphrase-file', 'passphrase.txt']
/** The other way in. A passphrase is slow to try on purpose: what is not about it goes this way. */
const OPENED = ['--identity-file', 'archive.key']
const archive = await generateX25519Identity()
const archiveRecipient = await identityToRecipient(archive)

/** Every byte below the case and the home. */
function everything(): { path: string; bytes: Buffer }[] {
  return ['valley', 'home'].flatMap((root) =>
    readdirSync(path(root), { recursive: true, encoding: 'utf8' })
      .map((name) => path(root, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => ({ path: file, bytes: readFileSync(file) })),
  )
}

const withWords = () =>
  everything()
    .filter(({ path: file, bytes }) => /kelbek|brannic/i.test(bytes.toString('latin1') + file))
    .map(({ path: file }) => file)

beforeAll(async () => {
  mkdirSync(path('open'))
  mkdirSync(path('closed'))
  writeFileSync(path('passphrase.txt'), `${PASSPHRASE}\n`)
  writeFileSync(path('archive.key'), `${archive}\n`)
  writeFileSync(path('wrong.txt'), 'quill lantern ochre brambles\n')
  writeFileSync(
    path('open/report.txt'),
    'The Zelmora Monitor said on 8 March 2025 that at least 12 civilians were killed in Tolmesh.\n',
  )
  writeFileSync(
    path('closed', NAME),
    'Statement of Ordana Kelbek.\nOrdana Kelbek said that at least 14 civilians were killed in Tolmesh by the Brannic Brigade.\n',
  )
  await run('new', 'valley', '--title', 'The valley', '--invented')
  await run('add', 'valley', 'open')
})

describe('on the command line', { timeout: 400_000 }, () => {
  test('a vault is not made without a passphrase, nor with a short one', async () => {
    const without = await run('add', 'valley', 'closed', '--confidential')
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('--passphrase-file') })
    writeFileSync(path('short.txt'), 'hush\n')
    const short = await run('add', 'valley', 'closed', '--confidential', '--passphrase-file', 'short.txt')
    expect(short).toMatchObject({ code: 2, err: expect.stringContaining('12 characters') })
    expect(readdirSync(path('valley'))).not.toContain('vault')
  })

  test('what is confidential is counted while it is locked, and shown once it is open', async () => {
    const added = await run('add', 'valley', 'closed', '--confidential', '--recipient', archiveRecipient, ...KEYED)
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('Added 1 capture (1 new item)') })
    const locked = await run('documents', 'valley')
    expect(locked.err).toContain('1 confidential item is locked; --unlock opens the vault')
    expect(locked.out).not.toContain(NAME)
    const open = await run('documents', 'valley', ...KEYED)
    expect(open.out).toContain(`${NAME} [confidential]`)
    expect((await run('verify', 'valley')).out).toContain('0 opened and checked, 1 checked as ciphertext only')
    expect((await run('verify', 'valley', ...OPENED)).out).toContain('1 opened and checked')
    expect(withWords()).toEqual([])
    for (const { out, err } of [added, locked, open]) expect(out + err).not.toContain('lantern')
  })

  test('anybody with age opens it by hand, and the bytes are those that were taken in', async () => {
    const { Decrypter } = await import('age-encryption')
    const opened = async (file: string, by: (decrypter: InstanceType<typeof Decrypter>) => void) => {
      const decrypter = new Decrypter()
      by(decrypter)
      return Buffer.from(await decrypter.decrypt(readFileSync(file)))
    }
    const key = (text: Buffer) => (decrypter: InstanceType<typeof Decrypter>) =>
      decrypter.addIdentity(text.toString().trim())
    const files = everything().map(({ path: file }) => file)
    const vault = await opened(path('valley/vault/passphrase.age'), (decrypter) => decrypter.addPassphrase(PASSPHRASE))
    const item = await opened(files.find((file) => file.includes('/vault/keys/')) ?? '', key(vault))
    const bytes = await opened(files.find((file) => file.endsWith('sealed.age')) ?? '', key(item))
    expect(bytes.length).toBe(4096)
    expect(bytes.toString('utf8').replace(/\0+$/, '')).toBe(readFileSync(path('closed', NAME), 'utf8'))
  })

  test('a wrong passphrase and a missing file are refused in a sentence that does not repeat them', async () => {
    const wrong = await run('documents', 'valley', '--passphrase-file', 'wrong.txt')
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('does not open the vault') })
    expect(wrong.err).not.toContain('brambles')
    expect(await run('documents', 'valley', '--unlock')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no terminal'),
    })
  })

  test('a decision on it is sealed; a search, a crash in mid-intake and a rebuild leave no word', async () => {
    const { figures } = await json<{ figures: { id: string; value: number }[] }>('claims', 'valley', ...OPENED)
    const toll = figures.find(({ value }) => value === 14)
    const decided = await run(
      ...['decide', 'valley', 'accept', toll?.id ?? '', '--by', 'R. Haddad', '--reason', 'Kelbek confirmed'],
      ...OPENED,
    )
    expect(decided.code).toBe(0)
    expect((await run('search', 'valley', 'Brannic', ...OPENED)).out).toContain('Brannic')
    mkdirSync(path('many'))
    for (let at = 0; at < 12; at++)
      writeFileSync(path('many', `kelbek-${at}.txt`), `Ordana Kelbek, page ${at}. ${'Brannic '.repeat(2000)}`)
    const adding = start('add', 'valley', 'many', '--confidential', ...OPENED)
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (keys().length < 4) return
        clearInterval(look)
        resolve()
      }, 5)
    })
    adding.kill('SIGKILL')
    await finished(adding)
    expect(withWords()).toEqual([])
    const again = await json<{ captures: number; resumed: number }>(
      'add',
      'valley',
      'many',
      '--confidential',
      ...OPENED,
    )
    expect(again.captures + again.resumed).toBe(12)
    const { valid, warnings, confidential } = await json<{
      valid: boolean
      warnings: { code: string; path: string }[]
      confidential: unknown
    }>('verify', 'valley', ...OPENED)
    expect([valid, confidential]).toEqual([true, { items: 13, opened: 13, shredded: 0 }])
    expect(warnings.filter(({ code }) => code === 'key-without-item')).toEqual([])
    expect(await json('rebuild', 'valley', ...OPENED)).toMatchObject({ same: true, documents: 14 })
    expect(withWords()).toEqual([])
  })

  const keys = () =>
    readdirSync(path('valley/vault'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^keys.*\.age$/.test(name),
    )

  test('a second recipient opens it; after a rekey only who is named does', async () => {
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    writeFileSync(path('lawyer.key'), `# the lawyer's\n${identity}\n`)
    const by = ['--by', 'R. Haddad', '--reason', 'the lawyer holds a key too']
    writeFileSync(path('next.txt'), 'another lantern of ochre\n')
    const rekeyed = await run(
      ...['rekey', 'valley', '--recipient', recipient, '--new-passphrase-file', 'next.txt', ...by],
      ...KEYED,
    )
    expect(rekeyed).toMatchObject({ code: 0, out: expect.stringContaining(recipient) })
    const lawyer = await run('documents', 'valley', '--identity-file', 'lawyer.key')
    expect(lawyer.out).toContain(NAME)
    expect((await run('documents', 'valley', ...KEYED)).code).toBe(2)
    expect((await run('documents', 'valley', ...OPENED)).code).toBe(2)
    const back = ['--recipient', archiveRecipient, '--new-passphrase-file', 'passphrase.txt']
    await run('rekey', 'valley', ...back, ...by, '--identity-file', 'lawyer.key')
    expect((await run('documents', 'valley', '--identity-file', 'lawyer.key')).code).toBe(2)
  })

  test('a truncated key costs its item alone, and is named', async () => {
    const [victim] = keys()
    const file = path('valley/vault', victim ?? '')
    const whole = readFileSync(file)
    truncateSync(file, 100)
    const open = await run('overview', 'valley', ...OPENED)
    expect(open).toMatchObject({ code: 0, out: expect.stringContaining('13 confidential items, 1 locked') })
    expect(open.err).toMatch(/confidential item [0-9a-f-]{36}: .*does not open/)
    const verified = await run('verify', 'valley', ...OPENED)
    expect(verified).toMatchObject({ code: 1, out: expect.stringContaining(`vault/${victim}`) })
    writeFileSync(file, whole)
  })

  test('shredding an item takes its words for good', async () => {
    const shredded = await run(
      ...['shred', 'valley', NAME, '--effects', 'stand', '--by', 'R. Haddad', '--reason', 'consent was withdrawn'],
      ...OPENED,
    )
    expect(shredded).toMatchObject({ code: 0, out: expect.stringContaining('its key is destroyed') })
    expect((await run('search', 'valley', 'Statement', ...OPENED)).out).toContain('Nothing found')
    expect((await run('verify', 'valley', ...OPENED)).out).toContain('1 item shredded')
  })
})

const browser = await findBrowser()

describe.skipIf(typeof browser === 'string')('in the browser', { timeout: 400_000 }, () => {
  let server: Serving
  let address = ''
  let page: Page

  beforeAll(async () => {
    writeFileSync(path('closed/later.txt'), 'Sennal Urk said that at least 21 civilians were killed in Tolmesh.\n')
    await run('add', 'valley', 'closed/later.txt', '--confidential', ...OPENED)
    server = await serve('valley')
    address = server.address
    page = await (browser as Browser).newPage({ locale: 'en' })
  }, 400_000)

  afterAll(async () => {
    await page?.close()
    await (browser as Browser).close()
    await server?.stop()
  })

  const strip = () => page.locator('.banners .vault')

  test('a locked case says so; the right passphrase opens it to this browser alone', async () => {
    await page.goto(`${address}#/documents`)
    await expect.poll(() => strip().textContent()).toContain('13 confidential items are locked')
    expect(await page.getByText('later.txt').count()).toBe(0)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByLabel('Passphrase of the vault').fill('not this one at all')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 20_000 }).toContain('does not open')
    await page.getByLabel('Passphrase of the vault').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect.poll(() => strip().textContent(), { timeout: 30_000 }).toContain('13 confidential items are shown')
    await page.getByRole('searchbox').fill('later.txt')
    await expect.poll(() => page.locator('.confidential').count()).toBeGreaterThan(0)
    const stranger = await (browser as Browser).newContext()
    const other = await stranger.newPage()
    await other.goto(`${address}#/documents`)
    await expect.poll(() => other.locator('.banners .vault').textContent()).toContain('are locked')
    await stranger.close()
    expect(await (await fetch(`${address}api/documents`)).json()).toHaveLength(1)
    expect(withWords()).toEqual([])
  })

  test('`lock` in another window closes it, and the page holds nothing any more', async () => {
    const { code, out } = await run('lock', 'valley', ...KEYED)
    expect([code, out]).toEqual([0, expect.stringContaining(`locked: ${address}`)])
    await page.reload()
    await expect.poll(() => strip().textContent()).toContain('are locked')
    expect(await page.content()).not.toContain('later.txt')
  })

  test('the withdrawal is told where the item was', async () => {
    await page.goto(`${address}#/`)
    const section = page.getByRole('region', { name: 'Withdrawn' })
    await expect.poll(() => section.textContent()).toContain('consent was withdrawn')
    expect(await section.textContent()).toContain('at least 14 · civilians · killed')
  })

  test('the server leaves no word of itself when it ends', async () => {
    expect(readdirSync(join(folder, 'home/servers'))).toHaveLength(1)
    await server.stop()
    expect(readdirSync(join(folder, 'home/servers'))).toEqual([])
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).not.toContain('core')
  })
})
