import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBag } from './bag/write-bag.ts'
import { checkPath } from './check-path.ts'
import { createSigner } from './log/keys.ts'

const vectors = join(import.meta.dirname, '../../../spec/vectors')

test('judges each kind', async () => {
  expect((await checkPath('ocfl', join(vectors, 'originals/valid/one/originals'))).valid).toBe(true)
  expect((await checkPath('ocfl', join(vectors, 'originals/invalid/original-content/originals'))).errors).toMatchObject(
    [{ code: 'E092' }],
  )
  const folder = await mkdtemp(join(tmpdir(), 'check-'))
  try {
    await writeBag(join(folder, 'bag'), [{ path: 'a', source: { bytes: Buffer.from('a') } }])
    expect((await checkPath('bag', join(folder, 'bag'))).valid).toBe(true)
    expect((await checkPath('bag', folder)).valid).toBe(false)
    expect((await checkPath('timestamp', join(folder, 'bag/bagit.txt'))).errors).toMatchObject([
      { code: 'timestamp-format' },
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a log without a key is judged but for its signature, and says so', async () => {
  const log = join(vectors, 'log/valid/three/log')
  const report = await checkPath('log', log)
  expect(report).toMatchObject({ valid: true, warnings: [{ code: 'log-signature' }] })
  const other = await checkPath('log', log, { verifier: createSigner('other').verifier })
  expect(other).toMatchObject({ valid: false, errors: [{ code: 'log-signature' }], warnings: [] })
})
