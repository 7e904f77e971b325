/** The file system of this machine as a Disk. */
import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  read,
  readdirSync,
  readFileSync,
  renameSync,
  write,
  writeSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Disk, type EntryKind, isMissing, NotAFileError, TooLargeError } from './disk.ts'

const PIECE = 1 << 20
/** Bytes that are written at once without waiting. */
const SHORT = 1 << 16

/** Milliseconds after which whatever else this process has to do comes in between. */
const TURN = 10
let turn = Number.NEGATIVE_INFINITY

/**
 * Makes a call that is short on this thread: to hand it to another and back takes up to fifty times as long, and a case
 * is thousands of small files. What waits for the medium, whole pieces and syncing, goes to the pool.
 */
async function here<T>(call: () => T): Promise<T> {
  if (performance.now() - turn > TURN) {
    await setImmediate()
    turn = performance.now()
  }
  return call()
}

const elsewhere = { read: promisify(read), write: promisify(write), sync: promisify(fsync) }

/** Without O_NONBLOCK, opening a named pipe would wait for its writer. */
const TO_READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

interface Opened {
  readonly file: number
  /** Bytes. */
  readonly size: number
}

function openFile(path: string): Opened {
  const file = openSync(path, TO_READ)
  try {
    const facts = fstatSync(file)
    if (!facts.isFile()) throw new NotAFileError(path)
    return { file, size: facts.size }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

async function writeAll(file: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const left = bytes.length - at
    at +=
      left <= SHORT
        ? await here(() => writeSync(file, bytes, at))
        : (await elsewhere.write(file, bytes, at, left, null)).bytesWritten
  }
}

async function syncAndClose(file: number): Promise<void> {
  try {
    await elsewhere.sync(file)
  } finally {
    closeSync(file)
  }
}

export const nodeDisk: Disk = {
  async read(path, most = Number.POSITIVE_INFINITY) {
    const { file, size } = await here(() => openFile(path))
    try {
      if (size > most) throw new TooLargeError(path, size, most)
      if (size <= PIECE) return await here(() => readFileSync(file))
      const bytes = Buffer.allocUnsafe(size)
      let length = 0
      for (let bytesRead = -1; bytesRead !== 0 && length < size; length += bytesRead)
        ({ bytesRead } = await elsewhere.read(file, bytes, length, Math.min(PIECE, size - length), length))
      return bytes.subarray(0, length)
    } finally {
      closeSync(file)
    }
  },

  async *stream(path, { start, end } = { start: 0, end: Number.POSITIVE_INFINITY }) {
    const { file, size } = await here(() => openFile(path))
    try {
      if (size <= PIECE) {
        const bytes = (await here(() => readFileSync(file))).subarray(start, end)
        if (bytes.length > 0) yield bytes
        return
      }
      const buffer = Buffer.allocUnsafe(PIECE)
      for (let at = start; at < end; ) {
        const { bytesRead } = await elsewhere.read(file, buffer, 0, Math.min(PIECE, end - at), at)
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
        at += bytesRead
      }
    } finally {
      closeSync(file)
    }
  },

  async create(path, { secret = false } = {}) {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
    const file = await here(() => openSync(path, flags, secret ? 0o600 : 0o666))
    return {
      write: (bytes) => writeAll(file, bytes),
      sync: () => elsewhere.sync(file),
      close: async () => closeSync(file),
    }
  },

  async syncFolder(path) {
    // Windows cannot open a folder to flush it; its renames are durable in order.
    if (process.platform === 'win32') return
    await syncAndClose(await here(() => openSync(path, 'r')))
  },

  rename: (from, to) => here(() => renameSync(from, to)),

  link: (from, to) => here(() => linkSync(from, to)),

  async overwrite(path, bytes) {
    const file = await here(() => openSync(path, 'r+'))
    try {
      await writeAll(file, bytes)
    } catch (error) {
      closeSync(file)
      throw error
    }
    await syncAndClose(file)
  },

  makeFolder: (path) => here(() => mkdirSync(path)),

  remove: (path) => rm(path, { recursive: true, force: true }),

  async list(path) {
    const entries = await here(() => readdirSync(path, { withFileTypes: true }))
    const garbled = entries.some(({ name }) => name.includes('\ufffd'))
    const named = garbled
      ? await here(() => namesInBytes(path))
      : entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    return named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  },

  async stat(path) {
    try {
      const facts = await here(() => lstatSync(path))
      return { kind: kindOf(facts), size: facts.size }
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  },
}

/** The entries of a folder with the bytes of their names, which decoding to a string loses where they are not UTF-8. */
function namesInBytes(path: string): { name: string; kind: EntryKind }[] {
  return readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const { name } = entry
    return isUtf8(name)
      ? { name: name.toString('utf8'), kind: kindOf(entry) }
      : { name: name.toString('latin1').replaceAll(/[^ -~]/g, escaped), kind: 'other' }
  })
}

function escaped(byte: string): string {
  return `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`
}

function kindOf(facts: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  return facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : facts.isSymbolicLink() ? 'link' : 'other'
}
