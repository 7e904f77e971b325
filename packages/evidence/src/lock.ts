/** A lock file that names its holder, so that whoever is refused knows whom to ask. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { type Disk, type DiskOptions, errorCode, isMissing } from './disk/disk.ts'
import { writeSynced } from './disk/durable.ts'
import { nodeDisk } from './disk/node-disk.ts'

export interface LockHolder {
  /** Random, 32 hex digits: tells two locks of one process apart. */
  readonly id: string
  readonly pid: number
  readonly host: string
  /** UTC instant, ISO 8601. */
  readonly since: string
  /** What the holder does: "add". */
  readonly command: string
  /** When the process started, as its system counts; null where the system does not tell. Tells a reused pid apart. */
  readonly started: string | null
}

export interface Lock {
  readonly holder: LockHolder
  /** Gives the lock back; a second call does nothing. */
  release(): Promise<void>
}

export interface LockOptions extends DiskOptions {
  readonly command: string
  readonly now?: () => Date
}

export class LockedError extends Error {
  readonly holder: LockHolder
  constructor(path: string, holder: LockHolder) {
    super(
      `${path}: locked since ${holder.since} by "${holder.command}" (process ${holder.pid} on ${holder.host}). Wait until it has ended; if that machine is gone, delete the file`,
    )
    this.name = 'LockedError'
    this.holder = holder
  }
}

export class BadLockError extends Error {
  constructor(path: string) {
    super(`${path} is there and names no holder: if nobody works on this folder, delete the file`)
    this.name = 'BadLockError'
  }
}

/** Takes the lock, also from a process of this machine that has ended. Throws LockedError or BadLockError. */
export async function acquireLock(path: string, options: LockOptions): Promise<Lock> {
  const { command, now = () => new Date(), disk = nodeDisk } = options
  const holder: LockHolder = {
    id: randomBytes(16).toString('hex'),
    pid: process.pid,
    host: hostname(),
    since: now().toISOString(),
    command,
    started: await startOf(process.pid),
  }
  for (;;) {
    if (await place(disk, path, holder)) return { holder, release: () => release(disk, path, holder) }
    const other = await readHolder(disk, path)
    if (other === null) continue
    if (other === 'unreadable') throw new BadLockError(path)
    if (!(await isGone(other))) throw new LockedError(path, other)
    await takeAway(disk, path, other)
  }
}

/** Who holds the lock, null where nobody does. Throws BadLockError. */
export async function lockHolder(path: string, { disk = nodeDisk }: DiskOptions = {}): Promise<LockHolder | null> {
  const holder = await readHolder(disk, path)
  if (holder === 'unreadable') throw new BadLockError(path)
  return holder
}

/** A hard link makes a whole file appear under the name, or fails where one is there. */
async function place(disk: Disk, path: string, holder: LockHolder): Promise<boolean> {
  const bytes = Buffer.from(`${JSON.stringify(holder)}\n`)
  const temporary = `${path}.${holder.id}`
  try {
    await writeSynced(disk, temporary, bytes)
    await disk.link(temporary, path)
    return true
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error
    return placeWithoutLink(disk, path, bytes)
  } finally {
    await disk.remove(temporary).catch(() => {})
  }
}

async function placeWithoutLink(disk: Disk, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeSynced(disk, path, bytes)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock of a process that is gone; if meanwhile another took it, puts that one back. */
async function takeAway(disk: Disk, path: string, gone: LockHolder): Promise<void> {
  const aside = `${path}.${randomBytes(16).toString('hex')}`
  try {
    await disk.rename(path, aside)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  const moved = await readHolder(disk, aside)
  if (moved !== null && moved !== 'unreadable' && moved.id !== gone.id) await disk.link(aside, path)
  await disk.remove(aside)
}

async function release(disk: Disk, path: string, holder: LockHolder): Promise<void> {
  const current = await readHolder(disk, path)
  if (current !== null && current !== 'unreadable' && current.id === holder.id) await disk.remove(path)
}

async function readHolder(disk: Disk, path: string): Promise<LockHolder | 'unreadable' | null> {
  let text: string
  try {
    text = Buffer.from(await disk.read(path)).toString('utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  try {
    const { id, pid, host, since, command, started = null } = JSON.parse(text)
    const strings = [id, host, since, command].every((value) => typeof value === 'string')
    if (!strings || !Number.isInteger(pid) || pid <= 0 || (started !== null && typeof started !== 'string'))
      return 'unreadable'
    return { id, pid, host, since, command, started }
  } catch {
    return 'unreadable'
  }
}

async function isGone({ pid, host, started }: LockHolder): Promise<boolean> {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
  const runs = await startOf(pid)
  return started !== null && runs !== null && started !== runs
}

/** Boot and start time of a process on Linux (proc(5): field 22 of /proc/PID/stat), null elsewhere. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return start === undefined ? null : `${boot.trim()}:${start}`
  } catch (error) {
    if (errorCode(error) !== null) return null
    throw error
  }
}
