/**
 * What leaves a case: words planted in a confidential item's bytes, name, metadata and decisions are in no byte of an
 * export, nor of the case on the disk, in any form; the export checks by its own commands and says what it withholds.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { verifyKit } from '@corroborate/evidence'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../intake/zip.fixture.ts'
import { type OpenVault, openVault } from '../preserve/vault.ts'
import { following } from '../publish/kit.fixture.ts'
import { pictureOf } from '../read/scan.fixture.ts'
import { doorTo } from './door.fixture.ts'
import { contextIn, perform } from './perform.fixture.ts'
import { digestForms, filesThatHold, formsOf, holds } from './planted.fixture.ts'

/** In every planted word, so that whichever is found anywhere is found. */
const MARK = 'Quorvatelm'
const ARABIC = 'قورفاظلم'
const planted = (where: string) => `${MARK}${where}`

const STATEMENT = `${planted('opening')}: statement of ${planted('witness')} ${planted('kelbek')}, taken on 9 March 2025.
${planted('witness')} said that at least 14 civilians were killed in ${planted('village')} by the ${planted('brigade')} Brigade.
"They went from house to house with ${planted('quote')}," ${planted('witness')} said.
قال ${ARABIC} إن القتلى كانوا أربعة عشر.
`
const PAGE = `<!doctype html><html><head><title>${planted('pagetitle')} speaks</title>
<meta name="author" content="${planted('author')}"><meta property="og:site_name" content="${planted('site')}"></head>
<body><article><h1>${planted('pagetitle')} speaks</h1><p>At least 9 people were killed, ${planted('speaker')} said on 10 March 2025.</p></article></body></html>`
const MEMBER = `${planted('member')} said that 3 people were killed on 11 March 2025.\n`
const REPORT = 'The Zelmora Monitor said on 8 March 2025 that at least 12 civilians were killed in Tolmesh.\n'

let root = ''
let identity = ''
let vault: OpenVault | null = null
const at = (...parts: string[]) => join(root, ...parts)
const files = new Map<string, Buffer>()

const door = doorTo(async (folder) => {
  vault ??= await openVault(folder, { identities: identity })
  return vault
})
const context = (open: boolean) => contextIn(root, open ? { vaults: door } : {})

// biome-ignore lint/suspicious/noExplicitAny: what an operation answers is known by its own schema
const run = (name: string, input: Record<string, unknown>, open = true): Promise<any> =>
  perform(context(open), name, { case: at('case'), ...input })

/** Everything that would betray an item: the words, and the digests of names and bytes. */
const needles = () => [
  ...formsOf(MARK),
  ...formsOf(ARABIC),
  ...[...files].flatMap(([name, bytes]) => [...digestForms(bytes), ...digestForms(name)]),
]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-leave-'))
  const archive = zipOf([{ name: `${planted('membername')}.txt`, bytes: Buffer.from(MEMBER) }])
  files.set(`${planted('name')}.txt`, Buffer.from(STATEMENT))
  files.set(`${planted('pagename')}.html`, Buffer.from(PAGE))
  files.set(`${planted('scan')}.png`, Buffer.from(pictureOf([planted('pixels')], 'image/png')))
  files.set(`${planted('archive')}.zip`, archive)
  await mkdir(at('open'))
  await mkdir(at('closed'))
  await writeFile(at('open/report.txt'), REPORT)
  for (const [name, bytes] of files) await writeFile(at('closed', name), bytes)
  await writeFile(
    at('closed/manifest.csv'),
    `file,url,outlet,agency,published,language,title,note\n${planted('name')}.txt,https://${planted('url')}.example/1,${planted('outlet')},${planted('agency')},2025-03-09,en,${planted('title')},${planted('extra')}\n`,
  )
  files.set(`${planted('membername')}.txt`, Buffer.from(MEMBER))
  identity = await generateX25519Identity()
  await run('new', { title: 'Invented', invented: true }, false)
  await run('add', { paths: [at('open')] }, false)
  const recipient = [await identityToRecipient(identity)]
  const { problems } = await run('add', { paths: [at('closed')], confidential: true, recipient })
  expect(problems).toEqual([])
  await decideOnAll()
}, 300_000)
afterAll(() => rm(root, { recursive: true, force: true }))

/** One decision of each kind that can say something of an item. */
async function decideOnAll(): Promise<void> {
  const by = { by: planted('decider'), reason: planted('reason') }
  const { figures } = await run('claims', {})
  const figure = (value: number) => figures.find((one: { value: number }) => one.value === value).id
  const statement = `${planted('name')}.txt`
  await run('decide', { action: 'accept', target: figure(14), ...by })
  await run('decide', { action: 'correct', target: figure(9), set: { place: planted('place') }, ...by })
  await run('decide', { action: 'reject', target: figure(3), ...by })
  const quoted = { document: statement, quote: `from house to house with ${planted('quote')}` }
  await run('decide', { action: 'add', claimKind: 'statement', set: { speaker: planted('added') }, ...quoted, ...by })
  await run('decide', {
    action: 'transcribe',
    target: `${planted('scan')}.png`,
    set: { text: planted('typed') },
    ...by,
  })
  const names = `${planted('witness')} ${planted('kelbek')}; ${planted('speaker')}`
  await run('decide', { action: 'merge-names', set: { names }, ...by }).catch(() =>
    run('decide', { action: 'merge-names', set: { names: `${planted('witness')}; ${planted('speaker')}` }, ...by }),
  )
  const edge = { a: 'report.txt', b: statement, edgeKind: 'paraphrase', direction: 'none' }
  await run('decide', { action: 'add-edge', ...edge, ...by })
  const origin = (await run('ledger', {})).series.find((one: { origin: string }) => one.origin.includes(MARK))?.origin
  await run('decide', { action: 'range-rule', set: { rule: 'prioritise-origin', origin }, ...by })
  expect((await run('decisions', {})).length).toBe(8)
  expect(await run('decisions', {}, false)).toEqual([])
  await run('search', { q: MARK })
  await run('lineage', {})
}

describe('words planted in confidential items', { timeout: 300_000 }, () => {
  test('are seen with the vault open', async () => {
    expect(JSON.stringify(await run('documents', {}))).toContain(MARK)
    expect((await run('search', { q: planted('village') })).hits.length).toBeGreaterThan(0)
  })

  test.each([
    ['with originals, the vault open', true, true],
    ['with originals, the vault locked', true, false],
    ['without originals, the vault open', false, true],
  ])('are in no byte of an export %s', async (name, originals, open) => {
    const to = at('out', name.replaceAll(/\W/g, '-'))
    const { leftOut } = await run('export', { to, originals }, open)
    expect(leftOut).toBe(5)
    expect(await filesThatHold(to, needles())).toEqual([])
    const names = await readdir(to, { recursive: true })
    expect(names.filter((path) => /sealed|vault|withdraw/.test(path))).toEqual([])
    expect(names.filter((path) => path.endsWith('report.txt'))).toHaveLength(originals ? 1 : 0)

    expect(await verifyKit(to)).toMatchObject({ valid: true, errors: [] })
    if (originals) expect(following(to).failed).toEqual([])
    expect(await run('verify', { case: to }, false)).toMatchObject({
      confidential: { items: 5, opened: 0, shredded: 0 },
    })
    const page = await readFile(join(to, 'VERIFY.md'), 'utf8')
    expect(page).toContain("Withheld from this export: the case's confidential items (5)")
  })

  test('are nowhere on the disk, in the case, its database or the home, whatever was done', async () => {
    await run('rebuild', {})
    await run('verify', { record: true })
    for (const folder of ['case', 'home']) expect(await filesThatHold(at(folder), needles())).toEqual([])
    const names = await readdir(at('case'))
    expect(names).toContain('case.db')
  })

  test('once shredded are as gone, and the export says how many were', async () => {
    const { item } = await run('shred', {
      item: `${planted('name')}.txt`,
      by: 'R. Haddad',
      reason: 'consent was withdrawn',
    })
    await run('export', { to: at('out/shredded'), originals: true })
    expect(await filesThatHold(at('out/shredded'), needles())).toEqual([])
    expect(await run('verify', { case: at('out/shredded') }, false)).toMatchObject({
      valid: true,
      confidential: { items: 4, opened: 0, shredded: 1 },
    })
    expect(await readFile(at('out/shredded/VERIFY.md'), 'utf8')).toContain('(4, and 1 that were shredded)')
    expect(await readFile(at('out/shredded/dossier.json'), 'utf8')).toContain(item)
  })

  test('nor is the ciphertext that an interrupted intake left in any export', async () => {
    await cp(at('case'), at('interrupted/case'), { recursive: true })
    const records = await readdir(at('interrupted/case/records/sealed-items'), { recursive: true })
    const record = records.find((name) => name.endsWith('.json')) ?? ''
    await rm(at('interrupted/case/records/sealed-items', record))
    await run('export', { case: at('interrupted/case'), to: at('interrupted/out'), originals: true }, false)
    const names = await readdir(at('interrupted/out'), { recursive: true })
    expect(names.filter((path) => path.includes('sealed'))).toEqual([])
    expect(await readFile(at('interrupted/out/evidence/originals.sha512'), 'utf8')).not.toContain('sealed')
  })

  test('would be found in every form', () => {
    const all = needles()
    const [statement = Buffer.alloc(0)] = files.values()
    for (const [form, bytes] of Object.entries({
      plain: statement,
      small: Buffer.from(STATEMENT.toLowerCase()),
      wide: Buffer.from(STATEMENT, 'utf16le'),
      base64: Buffer.from(statement.toString('base64')),
      'base64, moved by one': Buffer.from(Buffer.concat([Buffer.from('x'), statement]).toString('base64')),
      'base64, moved by two': Buffer.from(Buffer.concat([Buffer.from('xy'), statement]).toString('base64url')),
      hexadecimal: Buffer.from(statement.toString('hex')),
      gzip: gzipSync(statement),
      'gzip cut short': gzipSync(Buffer.concat([statement, Buffer.alloc(9999, 'a b c')])).subarray(0, -20),
      zip: zipOf([{ name: 'a', bytes: statement }]),
      zlib: deflateSync(statement),
      'gzip in base64 in JSON': Buffer.from(JSON.stringify({ a: gzipSync(statement).toString('base64') })),
      'escaped Arabic': Buffer.from([...ARABIC].map((one) => `\\u0${one.charCodeAt(0).toString(16)}`).join('')),
      url: Buffer.from(encodeURIComponent(ARABIC)),
      digest: Buffer.from(digestForms(statement)[1] ?? ''),
    }))
      expect(holds(Buffer.concat([Buffer.from('noise '), bytes, Buffer.from(' noise')]), all), form).toBe(true)
    expect(holds(Buffer.from(REPORT.repeat(100)), all)).toBe(false)
  })
})
