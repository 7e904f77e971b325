import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PathError } from '../intake/walk.ts'
import { check } from './check.ts'
import { contextIn, performed } from './perform.fixture.ts'

const vectors = join(import.meta.dirname, '../../../../spec/vectors')
const shared = process.env.CORROBORATE_SHARED ?? join(import.meta.dirname, '../../../../../shared')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function judge(kind: string, path: string, more: Record<string, string> = {}) {
  const input = { kind, path, ...more }
  const { answer, print, code } = await performed<{ valid: boolean; errors: { code: string }[] }>(
    contextIn('/nowhere'),
    check,
    input,
  )
  return { ...answer, exit: code, shown: print }
}

describe('check', () => {
  test('answers 0 for what is valid and 1 for what is not, naming the file', async () => {
    const good = join(vectors, 'originals/valid/one/originals')
    expect(await judge('ocfl', good)).toMatchObject({ valid: true, errors: [], warnings: [], exit: 0 })
    const bad = join(vectors, 'originals/invalid/original-content/originals')
    const judged = await judge('ocfl', bad)
    expect(judged).toMatchObject({ valid: false, errors: [{ code: 'E092' }], exit: 1 })
    expect(judged.shown).toMatch(/^FAILED .*content\/.*\[E092\]\n.*no valid OCFL root or object, 1 error, 0 warnings$/)
    expect(await judge('bag', good)).toMatchObject({ valid: false, exit: 1 })
  })

  test('judges a log by the key it is given', async () => {
    const log = join(vectors, 'log/valid/three/log')
    expect(await judge('log', log)).toMatchObject({ valid: true, warnings: [{ code: 'log-signature' }] })
    const key = join(folder, 'key.pub')
    await writeFile(key, 'nonsense\n')
    await expect(judge('log', log, { key })).rejects.toThrow(PathError)
    await expect(judge('log', log, { remembered: key })).rejects.toThrow(/key\.pub: not a signed note/)
  })

  test('refuses what is not there, and a folder where a file belongs', async () => {
    for (const kind of ['ocfl', 'bag', 'log', 'timestamp', 'warc'])
      await expect(judge(kind, join(folder, 'absent')), kind).rejects.toThrow('no such file or folder')
    for (const kind of ['timestamp', 'warc']) await expect(judge(kind, folder), kind).rejects.toThrow('it is no file')
    expect(check.input.safeParse({ kind: 'tar', path: folder }).success).toBe(false)
  })
})

describe.skipIf(
  await readFile(join(shared, 'conformance/warcio-test/LICENSE')).then(
    () => false,
    () => true,
  ),
)('shared/conformance/warcio-test', () => {
  test('WARC files whole and cut', async () => {
    const data = join(shared, 'conformance/warcio-test/test/data')
    expect(await judge('warc', join(data, 'example.warc.gz'))).toMatchObject({ valid: true, exit: 0 })
    expect(await judge('warc', join(data, 'example-trunc.warc'))).toMatchObject({ valid: false, exit: 1 })
  })
})
