/** A power cut, a full disk or a failing one at every step of adding and appending: before or after, never between. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { leafBytes } from '../leaf.ts'
import { folderMemory } from '../log/checkpoint-memory.ts'
import { signerOf } from '../log/keys.ts'
import { openLogReader, readCheckpoint } from '../log/log-reader.ts'
import { createLog, type LogWriter, openLogWriter } from '../log/log-writer.ts'
import { verifyLog } from '../log/verify-log.ts'
import { checkOcflRoot } from '../ocfl/check-root.ts'
import { createOriginals, openOriginals } from '../originals/originals.ts'
import { verifyOriginals } from '../originals/verify-originals.ts'
import { stride } from '../stride.ts'
import { CrashError, type SimulatedDisk, simulatedDisk } from './simulated-disk.ts'

const SEEDS = [1, 2]
const now = () => new Date('2026-01-31T09:30:00.000Z')

/** A disk with an empty folder /case that is durable. */
async function newDisk(): Promise<SimulatedDisk> {
  const disk = simulatedDisk()
  await disk.makeFolder('/case')
  await disk.syncFolder('/')
  disk.fail(null)
  return disk
}

/** Runs until a crash or an error; gives what was thrown, null where it came to its end. */
async function outcome(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run()
    return null
  } catch (error) {
    return error
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('hex')

describe('originals', { timeout: 300_000 }, () => {
  const root = '/case/originals'
  /** Several share a bucket, one comes twice. */
  const items = [...Array.from({ length: 5 }, (_, at) => `item ${at}`), ...bucketMates(), 'item 0'].map((text) =>
    Buffer.from(text),
  )

  function bucketMates(): string[] {
    const bucket = (text: string) => digestOf(Buffer.from(text)).slice(0, 2)
    const mate = Array.from({ length: 5000 }, (_, at) => `mate ${at}`).find((text) => bucket(text) === bucket('item 0'))
    return mate === undefined ? [] : [mate]
  }

  async function addAll(disk: SimulatedDisk, acknowledged: Set<string>): Promise<void> {
    const originals = await createOriginals(root, { disk, now })
    for (const bytes of items) acknowledged.add((await originals.add({ bytes }, 'item.txt')).digest)
  }

  async function check(disk: SimulatedDisk, acknowledged: ReadonlySet<string>): Promise<void> {
    if ((await disk.stat(`${root}/0=ocfl_1.1`)) !== null) {
      expect(await verifyOriginals(root, { disk })).toEqual([])
      expect(await checkOcflRoot(root, { disk })).toEqual({ valid: true, errors: [], warnings: [] })
      const originals = await openOriginals(root, { disk, now })
      for (const digest of acknowledged) expect(digestOf(await originals.read(digest))).toBe(digest)
    } else {
      expect(acknowledged.size).toBe(0)
    }
    await addAll(disk, new Set())
    expect(await verifyOriginals(root, { disk })).toEqual([])
    expect(await (await openOriginals(root, { disk, now })).has(digestOf(items.at(-2)!))).toBe(true)
  }

  test('a crash at every step', async () => {
    const whole = await newDisk()
    await addAll(whole, new Set())
    expect(whole.steps).toBeGreaterThan(100)
    for (let at = 1; at <= whole.steps; at++) {
      const disk = await newDisk()
      disk.fail({ at, kind: 'crash' })
      const acknowledged = new Set<string>()
      expect(await outcome(() => addAll(disk, acknowledged))).toBeInstanceOf(CrashError)
      for (const seed of SEEDS) await check(disk.afterCrash(seed * 1000 + at), acknowledged)
    }
  })

  test('a crash at every step of adding at once', async () => {
    const whole = await newDisk()
    const addAtOnce = async (disk: SimulatedDisk, acknowledged: Set<string>) => {
      const originals = await createOriginals(root, { disk, now })
      await Promise.all(
        items.map(async (bytes) => acknowledged.add((await originals.add({ bytes }, 'item.txt')).digest)),
      )
    }
    await addAtOnce(whole, new Set())
    for (let at = 1; at <= whole.steps; at += stride(3)) {
      const disk = await newDisk()
      disk.fail({ at, kind: 'crash' })
      const acknowledged = new Set<string>()
      await outcome(() => addAtOnce(disk, acknowledged))
      await new Promise(setImmediate)
      for (const seed of SEEDS) await check(disk.afterCrash(seed * 1000 + at), acknowledged)
    }
  })

  test.each(['ENOSPC', 'EIO'] as const)('%s at every step, once and lasting', async (kind) => {
    const whole = await newDisk()
    await addAll(whole, new Set())
    for (let at = 1; at <= whole.steps; at++) {
      for (const lasting of [false, true]) {
        const disk = await newDisk()
        disk.fail({ at, kind, lasting })
        const acknowledged = new Set<string>()
        const error = await outcome(() => addAll(disk, acknowledged))
        if (lasting) expect(error).toMatchObject({ code: kind })
        disk.fail(null)
        await check(disk, acknowledged)
        await check(disk.afterCrash(at), acknowledged)
      }
    }
  })
})

describe('log', { timeout: 300_000 }, () => {
  const folder = '/case/log'
  const origin = 'corroborate.case/crash'
  const signer = signerOf('corroborate', Buffer.alloc(32, 1))
  const memoryOn = (disk: SimulatedDisk) => folderMemory('/home/checkpoints', { disk })
  const leaf = (at: number) => leaves[at] ?? new Uint8Array()
  const leaves = Array.from({ length: 300 }, (_, at) =>
    leafBytes({
      kind: 'capture',
      at: now().toISOString(),
      record: `captures/${at}`,
      commitment: at.toString(16).padStart(64, '0'),
    }),
  )
  const batches = [2, 1, 252, 3]

  async function open(disk: SimulatedDisk): Promise<LogWriter> {
    const options = { signer, remember: memoryOn(disk), disk }
    return (await readCheckpoint(folder, { disk })) === null
      ? createLog(folder, { ...options, origin })
      : openLogWriter(folder, options)
  }

  /** Brings the log to the end of the batches; the sizes acknowledged are kept. */
  async function appendAll(disk: SimulatedDisk, acknowledged: number[]): Promise<void> {
    const log = await open(disk)
    let end = 0
    for (const count of batches) {
      end += count
      if (log.size >= end) continue
      const missing = Array.from({ length: end - log.size }, (_, at) => leaf(log.size + at))
      acknowledged.push((await log.append(missing)).size)
    }
  }

  async function check(disk: SimulatedDisk, acknowledged: readonly number[]): Promise<void> {
    const ends = batches.map((_, at) => batches.slice(0, at + 1).reduce((a, b) => a + b))
    const last = acknowledged.at(-1) ?? 0
    if ((await readCheckpoint(folder, { disk })) === null) expect(last).toBe(0)
    else {
      const { size } = await openLogReader(folder, { disk })
      expect([last, ends[ends.indexOf(last) + 1]]).toContain(size)
    }
    await open(disk)
    const verified = async () =>
      verifyLog(folder, {
        disk,
        verifier: signer.verifier,
        remembered: await memoryOn(disk).last(origin),
        ownLeaves: false,
      })
    expect(await verified()).toEqual([])
    await appendAll(disk, [])
    expect(await verified()).toEqual([])
    const reader = await openLogReader(folder, { disk })
    expect(reader.size).toBe(ends.at(-1))
    for await (const { index, bytes } of reader.leaves())
      if (!Buffer.from(leaf(index)).equals(bytes)) throw new Error(`leaf ${index}`)
  }

  async function homeless(): Promise<SimulatedDisk> {
    const disk = await newDisk()
    await disk.makeFolder('/home')
    await disk.syncFolder('/')
    disk.fail(null)
    return disk
  }

  test('a crash at every step', async () => {
    const whole = await homeless()
    await appendAll(whole, [])
    expect(whole.steps).toBeGreaterThan(100)
    for (let at = 1; at <= whole.steps; at++) {
      const disk = await homeless()
      disk.fail({ at, kind: 'crash' })
      const acknowledged: number[] = []
      await outcome(() => appendAll(disk, acknowledged))
      for (const seed of SEEDS) await check(disk.afterCrash(seed * 1000 + at), acknowledged)
    }
  })

  test.each(['ENOSPC', 'EIO'] as const)('%s at every step, once and lasting', async (kind) => {
    const whole = await homeless()
    await appendAll(whole, [])
    for (let at = 1; at <= whole.steps; at++) {
      for (const lasting of [false, true]) {
        const disk = await homeless()
        disk.fail({ at, kind, lasting })
        const acknowledged: number[] = []
        await outcome(() => appendAll(disk, acknowledged))
        disk.fail(null)
        await check(disk.afterCrash(at), acknowledged)
        await check(disk, acknowledged)
      }
    }
  })
})
