/** Searching what lies on the disk for what must not be readable there. */
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { entriesUnder, nodeDisk } from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import type { Home } from './home.ts'

/** Bytes that nothing on the disk may hold, and what they are. Never printed itself. */
export interface Trace {
  readonly what: string
  readonly bytes: Buffer
}

export interface Readable {
  readonly path: string
  readonly what: string
}

/** Of a name that is not Unicode, or a folder that cannot be listed; a pipe or a socket holds nothing. */
const UNSEARCHED = 'it cannot be opened by its name, so nothing in it was searched: look what it is, and move it away'

/** An age identity in the clear. */
const KEY: Trace = { what: 'a key in the clear', bytes: Buffer.from('AGE-SECRET-KEY-1') }

/**
 * Files of the case and of the home that hold a key in the clear, or one of `traces`; a file's name is searched too. Without
 * traces the originals are passed over, which are ciphertext or public. What cannot be searched is named too.
 */
export async function findReadable(
  folder: CaseFolder,
  home: Home,
  traces: readonly Trace[],
): Promise<readonly Readable[]> {
  const roots = [folder.root, ...new Set([home.keys, home.checkpoints, home.servers].map((path) => dirname(path)))]
  const found: Readable[] = []
  for (const root of roots) {
    for (const entry of await entriesUnder(nodeDisk, root)) {
      const path = join(root, entry.path)
      if (entry.kind === 'other' && (await nodeDisk.stat(path))?.kind !== 'other')
        found.push({ path, what: UNSEARCHED })
      if (entry.kind !== 'file') continue
      const original = path.startsWith(`${folder.originals}/`)
      if (original && traces.length === 0) continue
      const sought = original ? traces : [KEY, ...traces]
      const what = (await firstIn(path, sought)) ?? sought.find(({ bytes }) => Buffer.from(path).includes(bytes))?.what
      if (what !== undefined) found.push({ path, what })
    }
  }
  return found
}

/** What the first trace is that the file holds, also where it lies across two pieces. */
async function firstIn(path: string, traces: readonly Trace[]): Promise<string | undefined> {
  const longest = Math.max(...traces.map(({ bytes }) => bytes.length))
  let before: Buffer = Buffer.alloc(0)
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      const window = Buffer.concat([before, piece])
      const found = traces.find(({ bytes }) => window.includes(bytes))
      if (found !== undefined) return found.what
      before = window.subarray(Math.max(0, window.length - longest + 1))
    }
  } catch (error) {
    // A file that was removed meanwhile, a lock for one, holds nothing.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return undefined
}
