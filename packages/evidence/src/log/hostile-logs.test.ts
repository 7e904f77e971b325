/** Logs on which somebody put what no log has: all of it is told, in no more time and memory than what is there takes. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HUGE, ODD_ENTRIES } from '../disk/odd-entries.fixture.ts'
import { leafBytes } from '../leaf.ts'
import { BadMemoryError, folderMemory } from './checkpoint-memory.ts'
import { signerOf } from './keys.ts'
import { createLog } from './log-writer.ts'
import { verifyLog } from './verify-log.ts'

const origin = 'corroborate.case/hostile'
const signer = signerOf('corroborate', Buffer.alloc(32, 5))
const { verifier } = signer
const leaf = (at: number) =>
  leafBytes({
    kind: 'capture',
    at: '2031-01-01T00:00:00.000Z',
    record: `captures/00/${at}`,
    commitment: at.toString(16).padStart(64, '0'),
  })

let root = ''
const log = () => join(root, 'log')
const memory = () => folderMemory(join(root, 'memory'))
const judged = async () => verifyLog(log(), { verifier, remembered: await memory().last(origin) })
const codes = async () => (await judged()).map(({ code }) => code)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hostile-log-'))
  const writer = await createLog(log(), { origin, signer, remember: memory() })
  await writer.append(Array.from({ length: 530 }, (_, at) => leaf(at)))
  await cp(root, `${root} whole`, { recursive: true })
})
beforeEach(async () => {
  await rm(root, { recursive: true, force: true })
  await cp(`${root} whole`, root, { recursive: true })
})
afterAll(async () => {
  for (const path of [root, `${root} whole`]) await rm(path, { recursive: true, force: true })
})

describe('a checkpoint that claims more than is there', () => {
  test('is told in one finding, whatever it claims', async () => {
    const note = await readFile(join(log(), 'checkpoint'), 'utf8')
    for (const size of ['531', '600', '1000', '70000', '9007199254740991']) {
      await writeFile(join(log(), 'checkpoint'), note.replace('\n530\n', `\n${size}\n`))
      const problems = await judged()
      expect(
        problems.map(({ code }) => code),
        size,
      ).toEqual(expect.arrayContaining(['log-signature', 'log-tile-missing', 'log-root']))
      expect(problems.length, size).toBeLessThan(9)
    }
  })

  test('a gap between tiles is one finding too, and those beyond it are judged', async () => {
    for (const path of ['0/001', 'entries/001', '1/000.p/2']) await rm(join(log(), 'tile', path))
    const found = (await judged()).filter(({ code }) => code === 'log-tile-missing')
    expect(found.map(({ path }) => path)).toEqual(['tile/entries/001', 'tile/1/000.p/2'])
    expect(found[0]?.message).toMatch(/leaves 256 to 511$/)
    await writeFile(join(log(), 'tile/entries/002.p/18'), 'x')
    expect((await judged()).map(({ path }) => path)).toContain('tile/entries/002.p/18')
  })
})

describe.skipIf(process.platform === 'win32')('something odd in place of a file', () => {
  test.each([...ODD_ENTRIES, HUGE])('%s', async (how, put) => {
    const files = (await readdir(log(), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(log().length + 1))
    expect(files.length).toBeGreaterThan(6)
    for (const file of files) {
      const bytes = await readFile(join(log(), file))
      await put(join(log(), file))
      const found = await judged()
      expect(
        found.filter(({ path }) => path === file).map(({ code }) => code),
        `${how} for ${file}`,
      ).toContain(file === 'checkpoint' ? 'log-checkpoint' : 'log-tile-wrong')
      await rm(join(log(), file), { recursive: true })
      await writeFile(join(log(), file), bytes)
    }
    expect(await codes()).toEqual([])
  })
})

test('a memory that is damaged names its file and what to do', async () => {
  const [name = ''] = await readdir(join(root, 'memory'))
  for (const text of ['', 'x', 'name\n1\nAAAA\n\n— a b\n']) {
    await writeFile(join(root, 'memory', name), text)
    const failed = await memory()
      .last(origin)
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(BadMemoryError)
    expect((failed as Error).message).toMatch(/hostile.*\.checkpoint.*damaged.*kept elsewhere/)
  }
})
