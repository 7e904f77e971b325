import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { leafBytes } from '../leaf.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { folderMemory } from './checkpoint-memory.ts'
import { signerOf } from './keys.ts'
import { NotALogError, openLogReader } from './log-reader.ts'
import { createLog, FailedLogError, LeafTooLongError, LogExistsError, openLogWriter } from './log-writer.ts'
import { checkConsistency, checkInclusion, leafHash, rootOf } from './merkle.ts'
import { BadSignatureError, openNote } from './note.ts'
import { LogForkedError, LogRolledBackError } from './remembered.ts'
import { verifyLog } from './verify-log.ts'

const signer = signerOf('corroborate', Buffer.alloc(32, 7))
const { verifier } = signer
const origin = 'corroborate.case/test'
const leaf = (at: number) =>
  leafBytes({
    kind: 'capture',
    at: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(),
    record: `captures/00/${at}`,
    commitment: at.toString(16).padStart(64, '0'),
  })
const leaves = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => leaf(from + at))

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

let folder: string
let log: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'))
  log = join(folder, 'log')
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const memory = () => folderMemory(join(folder, 'memory'))
const remembered = () => memory().last(origin)

test('appends in batches of any size, opened anew between them, and proves every leaf', async () => {
  let writer = await createLog(log, { origin, signer, remember: memory() })
  const roots = new Map<number, Uint8Array>()
  let size = 0
  for (const count of [1, 1, 5, 248, 1, 1, 255, 0, 600, 3]) {
    const appended = await writer.append(leaves(size, size + count))
    expect(appended).toMatchObject({ first: size, size: size + count })
    size += count
    openNote(appended.checkpoint, [verifier])
    const { root } = parseCheckpoint(appended.checkpoint)
    expect(root).toEqual(rootOf(leaves(0, size).map(leafHash)))
    roots.set(size, root)
    expect(await verifyLog(log, { verifier, remembered: await remembered() })).toEqual([])
    writer = await openLogWriter(log, { signer, remember: memory() })
    expect(writer.size).toBe(size)
  }
  const reader = await openLogReader(log)
  expect(reader.size).toBe(size)
  const read = await all(reader.leaves())
  expect(read.map(({ bytes }) => Buffer.from(bytes))).toEqual(leaves(0, size))
  expect((await all(reader.leaves(250, 520))).map(({ index }) => index)).toEqual(
    Array.from({ length: 270 }, (_, at) => 250 + at),
  )
  for (let index = 0; index < size; index += 7) {
    checkInclusion(index, size, leafHash(leaf(index)), await reader.inclusionProof(index), reader.root)
  }
  for (const [m, root] of roots) {
    for (const [n, later] of roots) {
      if (m <= n) checkConsistency(m, n, await reader.consistencyProof(m, n), root, later)
    }
  }
})

test('appends at once queue in order', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  const appended = await Promise.all([0, 1, 2, 3].map((at) => writer.append([leaf(at)])))
  expect(appended.map(({ first }) => first)).toEqual([0, 1, 2, 3])
  expect(await verifyLog(log, { verifier, remembered: await remembered() })).toEqual([])
})

test('a tile drops its partial forms once it is full', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  await writer.append(leaves(0, 200))
  await writer.append(leaves(200, 255))
  expect(await readdir(join(log, 'tile/0'))).toEqual(['000.p'])
  await writer.append(leaves(255, 300))
  expect(await readdir(join(log, 'tile/0'))).toEqual(['000', '001.p'])
  expect(await readdir(join(log, 'tile/1/000.p'))).toEqual(['1'])
})

test('refuses what does not fit, and stays usable', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  await expect(writer.append([leaf(0), Buffer.alloc(65_536)])).rejects.toThrow(LeafTooLongError)
  expect((await writer.append([leaf(0)])).size).toBe(1)
  await expect(createLog(log, { origin, signer, remember: memory() })).rejects.toThrow(LogExistsError)
  await expect(openLogReader(folder)).rejects.toThrow(NotALogError)
})

test('after a failed append nothing more is appended until the log is opened again', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  await writeFile(join(log, 'tile'), 'in the way')
  await expect(writer.append([leaf(0)])).rejects.toThrow()
  await rm(join(log, 'tile'))
  await expect(writer.append([leaf(0)])).rejects.toThrow(FailedLogError)
  const again = await openLogWriter(log, { signer, remember: memory() })
  expect((await again.append([leaf(0)])).size).toBe(1)
})

test('what an append cut short left is cleared, and the next append runs as ever', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  await writer.append(leaves(0, 250))
  const before = await readFile(join(log, 'checkpoint'))
  await writer.append(leaves(250, 260))
  await writeFile(join(log, 'checkpoint'), before)
  await rm(join(folder, 'memory'), { recursive: true })
  const again = await openLogWriter(log, { signer, remember: memory() })
  expect(again.size).toBe(250)
  expect(await verifyLog(log, { verifier, remembered: null })).toEqual([])
  await again.append([leaf(907), leaf(908)])
  expect(await verifyLog(log, { verifier, remembered: await remembered() })).toEqual([])
})

test('a log put back, forked, made anew or signed by another is refused', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  await writer.append(leaves(0, 10))
  const kept = memory()
  const other = (name: string) => folderMemory(join(folder, name))

  const short = join(folder, 'short')
  await (await createLog(short, { origin, signer, remember: other('a') })).append(leaves(0, 9))
  await expect(openLogWriter(short, { signer, remember: kept })).rejects.toThrow(LogRolledBackError)
  expect(await verifyLog(short, { verifier, remembered: await remembered() })).toMatchObject([
    { code: 'log-rolled-back' },
  ])

  const fork = join(folder, 'fork')
  await (await createLog(fork, { origin, signer, remember: other('b') })).append(leaves(1, 13))
  await expect(openLogWriter(fork, { signer, remember: kept })).rejects.toThrow(LogForkedError)
  expect(await verifyLog(fork, { verifier, remembered: await remembered() })).toMatchObject([{ code: 'log-forked' }])

  await expect(createLog(join(folder, 'anew'), { origin, signer, remember: kept })).rejects.toThrow(LogRolledBackError)

  const stranger = signerOf('corroborate', Buffer.alloc(32, 8))
  await expect(openLogWriter(log, { signer: stranger, remember: kept })).rejects.toThrow(BadSignatureError)
  expect(await verifyLog(log, { verifier: stranger.verifier, remembered: null })).toMatchObject([
    { code: 'log-signature' },
  ])
})

test('verification names every file changed, deleted or added', async () => {
  const writer = await createLog(log, { origin, signer, remember: memory() })
  await writer.append(leaves(0, 600))
  await writer.append(leaves(600, 610))
  const files = (await readdir(log, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(8)
  const check = async () => (await verifyLog(log, { verifier, remembered: await remembered() })).map(({ path }) => path)
  for (const file of files) {
    const name = file.slice(log.length + 1).replaceAll('\\', '/')
    const bytes = await readFile(file)
    for (let bit = 3; bit < bytes.length * 8; bit += Math.max(11, Math.floor(bytes.length / 3))) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      await writeFile(file, flipped)
      expect(await check(), `bit ${bit} of ${name}`).toContain(name)
    }
    await rm(file)
    const optional = /000\.p|001\.p|002\.p\/88/.test(name)
    if (!optional) expect(await check(), `without ${name}`).toContain(name)
    await writeFile(file, bytes)
    await writeFile(`${file}.copy`, bytes)
    expect(await check(), `copy of ${name}`).toContain(`${name}.copy`)
    await rm(`${file}.copy`)
  }
  expect(await check()).toEqual([])
})
