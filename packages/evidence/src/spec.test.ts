/** The specifications: their examples, and every vector. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadLeafError, leafBytes, leafCommitsTo, parseLeaf } from './leaf.ts'
import { openLogReader } from './log/log-reader.ts'
import { leafHash } from './log/merkle.ts'
import { parseVerifier } from './log/verifier.ts'
import { verifyLog } from './log/verify-log.ts'
import { checkOcflRoot } from './ocfl/check-root.ts'
import { openOriginals } from './originals/originals.ts'
import { verifyOriginals } from './originals/verify-originals.ts'

const spec = join(import.meta.dirname, '../../../spec')
const vectors = join(spec, 'vectors')
const read = (...path: string[]) => readFileSync(join(spec, ...path), 'utf8')
const leafVectors = (name: string): { name: string; salt: string; record: unknown; leaf: string }[] =>
  JSON.parse(read('vectors', 'leaf', name))
const folders = (...path: string[]) =>
  readdirSync(join(vectors, ...path)).map((name) => ({ name, path: join(vectors, ...path, name) }))

/** Fenced blocks of a document, in order. */
const blocks = (name: string) => [...read(name).matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, text = '']) => text)

describe('leaf', () => {
  test('the example', () => {
    const [text = '', envelope = ''] = blocks('leaf.md')
    const { salt, record } = JSON.parse(envelope)
    expect(leafCommitsTo(parseLeaf(Buffer.from(text.trimEnd())), salt, record)).toBe(true)
  })

  test.each(leafVectors('valid.json'))('valid: $name', ({ salt, record, leaf }) => {
    const parsed = parseLeaf(Buffer.from(leaf))
    expect(leafCommitsTo(parsed, salt, record)).toBe(true)
    expect(Buffer.from(leafBytes(parsed)).toString()).toBe(leaf)
  })

  test.each(leafVectors('invalid.json'))('invalid: $name', ({ leaf }) => {
    expect(() => parseLeaf(Buffer.from(leaf))).toThrow(BadLeafError)
  })

  test.each(leafVectors('uncommitted.json'))('uncommitted: $name', ({ salt, record, leaf }) => {
    expect(leafCommitsTo(parseLeaf(Buffer.from(leaf)), salt, record)).toBe(false)
  })
})

describe('evidence log', () => {
  const verifier = parseVerifier(read('vectors', 'log', 'key.pub'))
  const judge = (path: string) => {
    const remembered = existsSync(join(path, 'remembered')) ? readFileSync(join(path, 'remembered'), 'utf8') : null
    const own = join(path, 'key.pub')
    const expected = existsSync(own) ? parseVerifier(readFileSync(own, 'utf8').trim()) : verifier
    return verifyLog(join(path, 'log'), { verifier: expected, remembered })
  }

  test('the example is the vector of three leaves', () => {
    const [, checkpoint = '', key = ''] = blocks('evidence-log.md')
    expect(checkpoint).toBe(read('vectors', 'log', 'valid', 'three', 'log', 'checkpoint'))
    expect(key).toBe(read('vectors', 'log', 'key.pub'))
  })

  test.each(folders('log', 'valid'))('valid: $name', async ({ path }) => {
    expect(await judge(path)).toEqual([])
  })

  test.each(folders('log', 'invalid'))('invalid: $name', async ({ name, path }) => {
    expect((await judge(path)).map(({ code }) => code)).toContain(name)
  })

  test('the codes are those of the vectors', () => {
    const codes = [...read('evidence-log.md').matchAll(/^\| `(log-[a-z-]+)` +\|/gm)].map(([, code]) => code)
    expect(codes.sort()).toEqual(readdirSync(join(vectors, 'log', 'invalid')).sort())
  })

  test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'by hand, as written (skipped without openssl)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'by-hand-'))
      try {
        const log = join(vectors, 'log', 'valid', 'three', 'log')
        execFileSync('cp', ['-r', `${log}/.`, folder])
        await writeFile(join(folder, 'key.pem'), verifier.pem)
        const [signature = '', hash = ''] = blocks('evidence-log.md').slice(-2)
        const run = (script: string) => execFileSync('sh', ['-ec', script], { cwd: folder, encoding: 'utf8' })
        expect(run(signature)).toContain('Signature Verified Successfully')
        const leaves = (await openLogReader(log)).leaves(0, 1)
        for await (const { bytes } of leaves) expect(run(hash)).toContain(Buffer.from(leafHash(bytes)).toString('hex'))
        await writeFile(
          join(folder, 'checkpoint'),
          read('vectors', 'log', 'valid', 'three', 'log', 'checkpoint').replace('\n3\n', '\n4\n'),
        )
        expect(() => execFileSync('sh', ['-ec', signature], { cwd: folder, stdio: 'pipe' })).toThrow()
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  )
})

describe('originals', () => {
  test('the example is the inventory of the vector', async () => {
    const [, inventory = '', command = ''] = blocks('originals.md')
    const root = join(vectors, 'originals', 'valid', 'one', 'originals')
    const [{ digest } = { digest: '' }] = await all((await openOriginals(root)).list())
    expect(inventory).toBe(readFileSync(join(root, digest.slice(0, 2), digest, 'inventory.json'), 'utf8'))
    expect(execFileSync('sh', ['-ec', command], { cwd: root, encoding: 'utf8' })).toBe('')
    const changed = join(vectors, 'originals', 'invalid', 'original-content', 'originals')
    expect(execFileSync('sh', ['-ec', command], { cwd: changed, encoding: 'utf8' })).toMatch(
      /^CHANGED .*report\.txt\n$/,
    )
  })

  test.each(folders('originals', 'valid'))('valid: $name', async ({ path }) => {
    expect(await verifyOriginals(join(path, 'originals'))).toEqual([])
    expect(await checkOcflRoot(join(path, 'originals'))).toEqual({ valid: true, errors: [], warnings: [] })
  })

  test.each(folders('originals', 'invalid'))('invalid: $name', async ({ name, path }) => {
    expect((await verifyOriginals(join(path, 'originals'))).map(({ code }) => code)).toContain(name)
  })

  test('the codes are those of the vectors', () => {
    const codes = [...read('originals.md').matchAll(/^\| `(originals?-[a-z-]+)` +\|/gm)].map(([, code]) => code)
    expect(codes.sort()).toEqual(readdirSync(join(vectors, 'originals', 'invalid')).sort())
  })
})

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
