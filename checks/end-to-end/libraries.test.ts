/** The libraries stand alone: packed, installed in an empty folder, used from Node and from a browser. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIBRARIES, packFolder, packLibrary } from '../../bin/pack-library.ts'
import { findBrowser } from './browser.ts'
import { ROOT } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-libraries-'))
const found = await findBrowser()
afterAll(async () => {
  if (typeof found !== 'string') await found.close()
  rmSync(folder, { recursive: true })
})

const READ = `
  const reader = createReader({ parties: PARTIES, places: [] })
  const text = 'The Syrian Observatory for Human Rights said at least 12 civilians were killed on Sunday.'
  const document = { id: 'd', text, blocks: [{ kind: 'body', start: 0, end: text.length }], language: 'en', title: null, outlet: null, agency: null, published: '2031-05-06' }
  const [figure] = reader.read(document).figures
  const answer = [figure.value, figure.comparator, figure.claimant, text.slice(figure.start, figure.end)].join(' | ')
`
const ANSWER = '12 | at_least | Syrian Observatory for Human Rights | at least 12'

beforeAll(() => {
  const archives = LIBRARIES.map((name) => packLibrary(name, folder))
  const needed = LIBRARIES.flatMap((name) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>
    }
    return Object.keys(dependencies)
  }).map((name) => packFolder(join(ROOT, 'node_modules', name), folder))
  writeFileSync(join(folder, 'package.json'), '{"name": "empty", "private": true, "type": "module"}')
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...archives, ...needed], {
    cwd: folder,
    stdio: 'pipe',
  })
}, 180_000)

test('in Node, as published', () => {
  writeFileSync(
    join(folder, 'use.js'),
    `import { createReader, PARTIES } from '@corroborate/claims'\n${READ}\nconsole.log(answer)\n`,
  )
  expect(execFileSync(process.execPath, ['use.js'], { cwd: folder, encoding: 'utf8' }).trim()).toBe(ANSWER)
  writeFileSync(
    join(folder, 'keep.js'),
    `import { createOriginals } from '@corroborate/evidence'
const originals = await createOriginals('kept')
const { digest, added } = await originals.add({ bytes: Buffer.from('seen') }, 'note.txt')
console.log(added, Buffer.from(await originals.read(digest)).toString())\n`,
  )
  expect(execFileSync(process.execPath, ['keep.js'], { cwd: folder, encoding: 'utf8' }).trim()).toBe('true seen')
})

test('nothing is packed that only tests need', () => {
  const packed = LIBRARIES.flatMap((name) =>
    readdirSync(join(folder, 'node_modules/@corroborate', name), { recursive: true, encoding: 'utf8' }),
  )
  expect(packed).toContain(join('dist', 'timestamp', 'der.js'))
  expect(packed.filter((path) => /\.(?:test|fixture)\.|^(?:src|test-cases)|tables|shared-set/.test(path))).toEqual([])
})

test('estimation on its own worker threads', () => {
  writeFileSync(
    join(folder, 'estimate.js'),
    `import { estimate, readTableCsv } from '@corroborate/estimation'
import { openWorkers } from '@corroborate/estimation/workers'
const workers = openWorkers(2)
const table = readTableCsv('A,B,C,n\\n1,0,0,60\\n0,1,0,49\\n1,1,0,4\\n0,0,1,247\\n1,0,1,112\\n0,1,1,142\\n1,1,1,12\\n')
const { models, refused } = await estimate(table, { seed: 1, run: workers.run, without: ['latent-class'] })
await workers.close()
console.log(models.length > 8, refused)
`,
  )
  expect(execFileSync(process.execPath, ['estimate.js'], { cwd: folder, encoding: 'utf8' }).trim()).toBe('true null')
})

test('with declarations that a strict compiler accepts', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    "import { createReader, type Figure, PARTIES } from '@corroborate/claims'\nexport const read = createReader({ parties: PARTIES, places: [] }).read\nexport const value = (figure: Figure): number | null => figure.value\n",
  )
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--skipLibCheck',
    'false',
    '--types',
    '',
  ]
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts'], {
    cwd: folder,
    stdio: 'pipe',
  })
})

test.skipIf(typeof found === 'string')(
  `in a browser${typeof found === 'string' ? ` (skipped: ${found})` : ''}`,
  async () => {
    const page = `<!doctype html><script type="importmap">{"imports": {"@corroborate/claims": "/@corroborate/claims/dist/index.js", "@noble/hashes/": "/@noble/hashes/"}}</script>
<script type="module">import { createReader, PARTIES } from '@corroborate/claims'\n${READ}\ndocument_title(answer)\nfunction document_title(value) { globalThis.document.title = value }</script>`
    const server = createServer((request, response) => {
      if (request.url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(page)
      try {
        const file = readFileSync(join(folder, 'node_modules', new URL(request.url ?? '', 'http://x').pathname))
        return response.writeHead(200, { 'content-type': 'text/javascript' }).end(file)
      } catch {
        return response.writeHead(404).end()
      }
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    try {
      if (typeof found === 'string') return
      const tab = await found.newPage()
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      await expect.poll(() => tab.title(), { timeout: 20_000 }).toBe(ANSWER)
    } finally {
      await new Promise((done) => server.close(done))
    }
  },
)
