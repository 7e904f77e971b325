import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireLock, BadLockError, LockedError, lockHolder } from './lock.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
  path = join(folder, 'case.lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const now = () => new Date('2026-01-31T09:30:00.000Z')

test('refuses a second holder, naming the first, until it is given back', async () => {
  const lock = await acquireLock(path, { command: 'add', now })
  const refused = acquireLock(path, { command: 'decide', now })
  await expect(refused).rejects.toThrow(LockedError)
  await expect(refused).rejects.toThrow(
    `locked since 2026-01-31T09:30:00.000Z by "add" (process ${process.pid} on ${hostname()})`,
  )
  expect(await lockHolder(path)).toEqual(lock.holder)
  await lock.release()
  await lock.release()
  expect(await lockHolder(path)).toBeNull()
  const again = await acquireLock(path, { command: 'decide', now })
  await lock.release()
  expect(await lockHolder(path)).toEqual(again.holder)
  await again.release()
  expect(await readdir(folder)).toEqual([])
})

test('of many that ask at once one gets it', async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(path, { command: 'add', now })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('takes over from a process of this machine that has ended, once', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => child.on('exit', done))
  const gone = {
    id: 'x',
    pid: child.pid,
    host: hostname(),
    since: '2026-01-01T00:00:00.000Z',
    command: 'add',
    started: null,
  }
  await writeFile(path, JSON.stringify(gone))
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(path, { command: 'add', now })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await lockHolder(path))?.pid).toBe(process.pid)
})

test('takes over where the process number was given to another process', async () => {
  const { holder } = await acquireLock(path, { command: 'add', now })
  if (holder.started === null) return
  await writeFile(path, JSON.stringify({ ...holder, id: 'x', started: 'another boot:1' }))
  expect((await acquireLock(path, { command: 'add', now })).holder.pid).toBe(process.pid)
})

test('leaves the lock of another machine and what names no holder', async () => {
  const elsewhere = {
    id: 'x',
    pid: 1,
    host: 'elsewhere',
    since: '2026-01-01T00:00:00.000Z',
    command: 'add',
    started: null,
  }
  await writeFile(path, JSON.stringify(elsewhere))
  await expect(acquireLock(path, { command: 'add', now })).rejects.toThrow('on elsewhere')
  await writeFile(path, '')
  await expect(acquireLock(path, { command: 'add', now })).rejects.toThrow(BadLockError)
  expect(await readFile(path, 'utf8')).toBe('')
})
