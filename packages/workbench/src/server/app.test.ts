import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { add } from '../operations/add.ts'
import { OPERATIONS } from '../operations/index.ts'
import { newCase } from '../operations/new.ts'
import { contextIn, perform } from '../operations/perform.fixture.ts'
import { registerAdd } from '../operations/register-decide.ts'
import type { DocumentSummary, Overview, PersonSummary } from '../publish/contract.ts'
import { pdfOf, pictureOf } from '../read/scan.fixture.ts'
import { createApp } from './app.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-server-'))
afterAll(() => rmSync(folder, { recursive: true }))
const context = contextIn(folder)
const caseFolder = join(folder, 'case')
const app = createApp({ caseFolder, web: folder, version: 'test', context })
const HOST = '127.0.0.1:4700'
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { host: HOST, ...headers } })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { host: HOST, 'content-type': 'application/json', ...headers },
  })

beforeAll(async () => {
  for (const file of ['index.html', 'app.js', 'app.css']) writeFileSync(join(folder, file), file)
  writeFileSync(
    join(folder, 'report.txt'),
    'The Marrow Coast Monitor said at least 12 civilians were killed in Dell on Sunday.\n',
  )
  writeFileSync(join(folder, 'list.csv'), 'no,name,age\n1,Yusra Velsami,27\n2,Habib Velsami,30\n')
  writeFileSync(join(folder, 'later.csv'), 'no,name,age\n1,Yusra Velsami,28\n2,Habib Velsami,30\n')
  await perform(context, newCase, { case: caseFolder, title: 'Served' })
  await perform(context, add, {
    case: caseFolder,
    paths: ['report.txt', 'list.csv', 'later.csv'].map((name) => join(folder, name)),
  })
  const taken = { case: caseFolder, list: 'Monitor', by: 'R. Haddad', reason: 'published' }
  for (const item of ['list.csv', 'later.csv']) await perform(context, registerAdd, { ...taken, item })
}, 60_000)

describe('the server', () => {
  test('answers with what the schemas promise', async () => {
    for (const operation of OPERATIONS.filter(
      ({ surfaces, permission }) => surfaces.includes('http') && permission === 'read',
    )) {
      const documents = (await (await get('/api/documents')).json()) as DocumentSummary[]
      const { persons } = (await (await get('/api/register-persons')).json()) as { persons: PersonSummary[] }
      const query =
        {
          'register-columns': '?item=list.csv',
          'register-compare': '?list=Monitor',
          'register-show': `?id=${persons[0]?.id}`,
          document: `?id=${documents[0]?.id}`,
          search: '?q=civilians',
        }[operation.name] ?? ''
      const response = await get(`/api/${operation.name}${query}`)
      expect(response.status, operation.name).toBe(200)
      operation.output.parse(await response.json())
    }
  })

  test('takes a decision and shows it', async () => {
    const claims = (await (await get('/api/claims')).json()) as { figures: { id: string }[] }
    const decided = await post('/api/decide', {
      action: 'accept',
      target: claims.figures[0]?.id,
      by: 'R',
      reason: 'checked',
    })
    expect(decided.status).toBe(200)
    const { counts } = (await (await get('/api/overview')).json()) as Overview
    expect(counts.reviewed).toBe(1)
  })

  test('takes what people say of the register, and refuses in words what it cannot take', async () => {
    const { persons } = (await (await get('/api/register-persons')).json()) as { persons: PersonSummary[] }
    const who = { by: 'R. Haddad', reason: 'brother and sister' }
    const marked = await post('/api/register-mark', { mark: 'note', ids: [persons[0]?.id], note: 'asked', ...who })
    expect(marked.status).toBe(200)
    for (const [path, body, why] of [
      ['register-mark', { mark: 'same', ids: ['ffffffff', 'eeeeeeee'], ...who }, /no entry/],
      ['register-add', { item: 'list.csv', list: 'Other', ...who }, /a list counts once/],
      ['register-add', { item: 'absent.csv', ...who }, /no item of this name/],
    ] as const) {
      const response = await post(`/api/${path}`, body)
      expect(response.status).toBe(400)
      expect(((await response.json()) as { error: string }).error).toMatch(why)
    }
  })

  test('gives an original as it was kept, to be saved', async () => {
    const documents = (await (await get('/api/documents')).json()) as DocumentSummary[]
    const document = documents.find(({ files }) => files.includes('report.txt'))
    const response = await get(`/api/original?digest=${document?.item}`)
    expect(await response.text()).toContain('at least 12 civilians')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await get('/api/original?digest=../../etc/passwd')).status).toBe(400)
    expect((await get(`/api/original?digest=${'0'.repeat(128)}`)).status).toBe(404)
  })

  test.each([
    ['another host (a rebound name)', { host: 'evil.example' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
    ['a null origin', { origin: 'null' }],
    ['a browser that says another site asks', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says a sibling site asks', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }],
  ])('%s reads nothing and decides nothing', async (_, headers) => {
    expect((await get('/api/overview', headers)).status).toBe(403)
    expect((await post('/api/decide', { action: 'accept', target: 'x', by: 'R', reason: 'x' }, headers)).status).toBe(
      403,
    )
  })

  test('a plain form of another page cannot decide, even without an origin', async () => {
    const response = await app.request('/api/decide', {
      method: 'POST',
      body: 'action=accept',
      headers: { host: HOST, 'content-type': 'text/plain' },
    })
    expect(response.status).toBe(415)
  })

  test('takes no path of the file system from a request', async () => {
    const response = await get('/api/overview?case=/etc')
    expect(((await response.json()) as Overview).case.title).toBe('Served')
    expect((await post('/api/add', { paths: ['/etc/passwd'] })).status).toBe(404)
    for (const operation of OPERATIONS.filter(({ surfaces }) => surfaces.includes('http'))) {
      expect(Object.keys(operation.input.shape)).not.toContain('paths')
    }
  })

  test('every answer carries the policy, and is kept nowhere', async () => {
    for (const path of [
      '/',
      '/app.js',
      '/api/overview',
      '/nowhere',
      '/api/document?id=zzzz',
      '/api/ledger?asOf=never',
    ]) {
      const response = await get(path)
      expect(response.headers.get('content-security-policy'), path).toContain("default-src 'none'")
      expect(response.headers.get('cache-control'), path).toBe('no-store')
      expect(response.headers.get('access-control-allow-origin'), path).toBeNull()
    }
  })

  test('refuses what it cannot use with a sentence', async () => {
    expect(await (await get('/api/ledger?asOf=never')).json()).toMatchObject({
      error: expect.stringContaining('a date as YYYY'),
    })
    expect((await post('/api/decide', { action: 'burn', by: 'R', reason: 'x' })).status).toBe(400)
    expect((await post('/api/decide', ['accept'])).status).toBe(400)
    expect(
      await (await post('/api/decide', { action: 'accept', target: 'ffffffffffff', by: 'R', reason: 'x' })).json(),
    ).toMatchObject({ error: expect.stringContaining('holds no figure') })
  })

  test('describes itself: a path in the OpenAPI document for every operation it offers', async () => {
    const { paths } = (await (await get('/api/openapi.json')).json()) as { paths: Record<string, object> }
    const offered = OPERATIONS.filter(({ surfaces }) => surfaces.includes('http')).map(({ name }) => `/api/${name}`)
    expect(Object.keys(paths).sort()).toEqual(offered.sort())
    expect(Object.keys(paths['/api/decide'] ?? {})).toEqual(['post'])
  })

  test('shows a picture as it is and a page of a PDF drawn, and nothing that could hold a script', async () => {
    const items = [
      ['scan.png', pictureOf(['Words'], 'image/png')],
      ['report.pdf', pdfOf([{ words: 'Page one' }])],
      ['page.html', Buffer.from('<script>alert(1)</script><p>Words on a page.</p>')],
      ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ] as const
    for (const [name, bytes] of items) writeFileSync(join(folder, name), bytes)
    await perform(context, add, { case: caseFolder, paths: items.map(([name]) => join(folder, name)) })
    const documents = (await (await get('/api/documents')).json()) as DocumentSummary[]
    const shown = async (name: string, query = '') =>
      get(`/api/picture?digest=${documents.find(({ files }) => files.includes(name))?.item}${query}`)
    const scan = await shown('scan.png')
    expect([scan.status, scan.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(scan.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await shown('report.pdf', '&page=1')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(Buffer.from(await page.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG')
    expect((await shown('report.pdf', '&page=9')).status).toBe(404)
    expect((await shown('report.pdf', '&page=-1')).status).toBe(400)
    for (const name of ['page.html', 'drawing.svg']) expect((await shown(name)).status, name).toBe(404)
    expect((await get('/api/picture?digest=../../etc')).status).toBe(400)
    expect((await get(`/api/picture?digest=${'0'.repeat(128)}`)).status).toBe(404)
  })
})
