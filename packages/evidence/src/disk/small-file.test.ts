import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCode } from './disk.ts'
import { entriesUnder } from './entries-under.ts'
import { nodeDisk } from './node-disk.ts'
import { HUGE, ODD_ENTRIES } from './odd-entries.fixture.ts'
import { readSmall, UnreadableFileError } from './small-file.ts'
import { stoppedBy } from './stopped-by.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-file-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.skipIf(process.platform === 'win32')('reading what is small by its nature', () => {
  test('gives a file up to its largest size, and nothing beyond', async () => {
    const path = join(folder, 'tile')
    await writeFile(path, Buffer.alloc(8192, 7))
    expect(await readSmall(nodeDisk, path, 'hashes')).toEqual(Buffer.alloc(8192, 7))
    await writeFile(path, Buffer.alloc(8193, 7))
    await expect(readSmall(nodeDisk, path, 'hashes')).rejects.toThrow(
      /tile cannot be read: it has 8193 bytes.*8192 at most/,
    )
  })

  test.each([...ODD_ENTRIES, HUGE])('names the path and why: %s', async (_, put) => {
    const path = join(folder, 'odd')
    await put(path)
    const failed = await readSmall(nodeDisk, path, 'text').catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(UnreadableFileError)
    expect((failed as Error).message).toMatch(/\/odd cannot be read: it (is|has) /)
  })

  test('leaves it to the caller what it means that nothing is there', async () => {
    const failed = await readSmall(nodeDisk, join(folder, 'absent'), 'note').catch((error: unknown) => error)
    expect(errorCode(failed)).toBe('ENOENT')
  })

  test('reads no further once it is stopped', async () => {
    const [, put] = HUGE
    const path = join(folder, 'stopped')
    await put(path)
    const stop = new AbortController()
    const disk = stoppedBy(nodeDisk, stop.signal)
    let pieces = 0
    const reading = async () => {
      for await (const _ of disk.stream(path)) if (++pieces === 3) stop.abort(new Error('enough'))
    }
    await expect(reading()).rejects.toThrow('enough')
    expect(pieces).toBe(3)
    await expect(disk.list(folder)).rejects.toThrow('enough')
  })
})

// Linux keeps names as bytes; others refuse what is not Unicode.
describe.skipIf(process.platform !== 'linux')('names that are not Unicode', () => {
  test('are listed by their bytes, folders with all that is in them', async () => {
    const inside = join(folder, 'names')
    const at = (name: string, ...bytes: number[]) =>
      Buffer.concat([Buffer.from(`${inside}/${name}`), Buffer.from(bytes)])
    await mkdir(inside)
    await mkdir(at('a', 0xff))
    await writeFile(Buffer.concat([at('a', 0xff), Buffer.from('/inside')]), 'x')
    await writeFile(at('b', 0xc3), 'x')
    await writeFile(at('ä\ufffd'), 'x')
    expect(await entriesUnder(nodeDisk, inside)).toEqual([
      { path: 'a\\xff', kind: 'other' },
      { path: 'b\\xc3', kind: 'other' },
      { path: 'ä\ufffd', kind: 'file' },
    ])
  })

  test('a folder below that cannot be listed is told, and no folder at all is none', async () => {
    const disk = {
      ...nodeDisk,
      list: async (path: string) => {
        if (path === join(folder, 'gone')) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
        return path === folder ? [{ name: 'gone', kind: 'folder' as const }] : nodeDisk.list(path)
      },
    }
    expect(await entriesUnder(disk, folder)).toEqual([{ path: 'gone', kind: 'other' }])
    expect(await entriesUnder(disk, join(folder, 'absent'))).toEqual([])
  })
})
