import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { shownName } from './shown-name.ts'
import { type Found, openWalk, PathError, reasonOf } from './walk.ts'

const top = mkdtempSync(join(tmpdir(), 'corroborate-walk-'))
afterAll(() => rmSync(top, { recursive: true }))
let root = top
beforeEach(() => {
  root = mkdtempSync(join(top, 'case-'))
})

const put = (name: string, text = name) => {
  mkdirSync(join(root, name, '..'), { recursive: true })
  writeFileSync(join(root, name), text)
}

async function walk(paths: readonly string[], manifest: string | null = null): Promise<Found[]> {
  const found: Found[] = []
  const { found: all } = await openWalk(paths, { manifest })
  for await (const one of all) found.push(one)
  return found
}

const names = (found: readonly Found[]) => found.map(({ name }) => name)

describe('a walk', () => {
  test('takes folders by name and in depth, and says what it leaves out', async () => {
    for (const name of ['b.txt', 'a/z.txt', 'a/.hidden', '.DS_Store']) put(name)
    const found = await walk([root])
    expect(names(found.filter(({ kind }) => kind === 'item'))).toEqual(['a/z.txt', 'b.txt'])
    expect(names(found.filter(({ kind }) => kind === 'left-out')).sort()).toEqual(['.DS_Store', 'a/.hidden'])
  })

  test('a manifest beside the files is used, also for a file named alone, and in its own folder', async () => {
    put('a.txt')
    put('deep/b.txt')
    put('manifest.csv', 'file,outlet,published\na.txt,The Courier,2031-05-04\n')
    put('deep/manifest.csv', 'file,outlet\nb.txt,Upland Radio\n')
    const publications = (found: readonly Found[]) =>
      found.flatMap((one) =>
        one.kind === 'item' ? one.publications.map((facts) => [one.name, facts?.outlet ?? null]) : [],
      )
    expect(publications(await walk([root]))).toEqual([
      ['a.txt', 'The Courier'],
      ['deep/b.txt', 'Upland Radio'],
    ])
    expect(publications(await walk([join(root, 'a.txt')]))).toEqual([['a.txt', 'The Courier']])
  })

  test('two rows for one file are two publications of one item', async () => {
    put('wire.txt')
    put('manifest.csv', 'file,outlet,url\nwire.txt,One,https://one.example\nwire.txt,Two,https://two.example\n')
    const [wire] = await walk([root])
    expect(wire).toMatchObject({ kind: 'item', publications: [{ outlet: 'One' }, { outlet: 'Two' }] })
  })

  test('a row for a missing file is a problem, but not where single files were named', async () => {
    put('a.txt')
    put('manifest.csv', 'file,outlet\na.txt,One\ngone.txt,Two\n')
    expect(await walk([root])).toContainEqual({
      kind: 'problem',
      name: 'gone.txt',
      problem: expect.stringContaining('no such file'),
    })
    expect((await walk([join(root, 'a.txt')])).every(({ kind }) => kind === 'item')).toBe(true)
  })

  test('a named manifest holds for everything and is not taken for a report', async () => {
    put('reports/a.txt')
    put('reports/sources.csv', 'file,outlet\na.txt,One\n')
    const found = await walk([join(root, 'reports')], join(root, 'reports/sources.csv'))
    expect(found).toMatchObject([{ name: 'a.txt', publications: [{ outlet: 'One' }] }])
  })

  test('a case folder inside is left out', async () => {
    put('a.txt')
    put('my-case/case.json', '{ "format": "corroborate-case/1" }')
    put('my-case/originals/b.txt')
    expect(names((await walk([root])).filter(({ kind }) => kind === 'item'))).toEqual(['a.txt'])
    expect(await walk([root])).toContainEqual({ kind: 'left-out', name: 'my-case', why: 'a case folder' })
  })

  test('links are named, not followed', async () => {
    put('a.txt')
    symlinkSync(root, join(root, 'loop'))
    expect(await walk([root])).toContainEqual({
      kind: 'problem',
      name: 'loop',
      problem: expect.stringContaining('symbolic link'),
    })
  })

  test('pipes and devices are named, inside a folder and by themselves, and never waited for', async () => {
    put('a.txt')
    if (spawnSync('mkfifo', [join(root, 'pipe')]).status === 0) {
      expect(await walk([root])).toContainEqual({
        kind: 'problem',
        name: 'pipe',
        problem: expect.stringContaining('not a regular file'),
      })
      expect(await walk([join(root, 'pipe')])).toMatchObject([{ kind: 'problem', name: 'pipe' }])
    }
    expect(await walk(['/dev/zero'])).toMatchObject([
      { kind: 'problem', name: 'zero', problem: expect.stringContaining('device') },
    ])
  })

  test('a name that steers a terminal is kept as it is, and shown spelt out', async () => {
    const name = 'a\u001b[2J\n\u202etxt.exe'
    put(name)
    const [found] = await walk([root])
    expect(found).toMatchObject({ kind: 'item', name })
    expect(shownName(name)).toBe('a\\u001b[2J\\u000a\\u202etxt.exe')
    expect(shownName('تقرير أول.txt')).toBe('تقرير أول.txt')
  })

  test('a manifest finds a file whose name the disk has in another form of Unicode', async () => {
    put('re\u0301sume\u0301.txt')
    put('\u0623ول.txt')
    put('manifest.csv', 'file,outlet\nr\u00e9sum\u00e9.txt,One\n\u0627\u0654ول.txt,Two\n')
    const found = await walk([root])
    expect(found.map((one) => one.kind === 'item' && one.publications[0]?.outlet).sort()).toEqual(['One', 'Two'])
  })

  test('names that differ in Unicode form alone each find their own row', async () => {
    put('e\u0301.txt')
    put('\u00e9.txt')
    put('manifest.csv', 'file,outlet\ne\u0301.txt,One\n\u00e9.txt,Two\n')
    const found = await walk([root])
    const outlets = found.flatMap((one) => (one.kind === 'item' ? [[one.name, one.publications[0]?.outlet]] : []))
    expect(outlets).toEqual([
      ['e\u0301.txt', 'One'],
      ['\u00e9.txt', 'Two'],
    ])
  })

  test('a path that is not there is refused before anything is taken', async () => {
    put('a.txt')
    await expect(walk([join(root, 'a.txt'), join(root, 'nowhere')])).rejects.toThrow(PathError)
    await expect(walk([root], join(root, 'no-manifest.csv'))).rejects.toThrow(/manifest cannot be read/)
  })

  test('a disk that is full, fails or can only be read is told with what to do', () => {
    expect(reasonOf(Object.assign(new Error('x'), { code: 'EROFS' }))).toMatch(/only be read.*copy the case/)
    expect(reasonOf(Object.assign(new Error('x'), { code: 'EIO' }))).toMatch(/error.*same command again/)
    expect(reasonOf(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toMatch(/disk is full.*same command again/)
  })

  test('writing that is not permitted is not told as reading', () => {
    const refused = (syscall: string, path: string) =>
      reasonOf(Object.assign(new Error('x'), { code: 'EACCES', syscall, path }))
    expect(refused('mkdir', join(root, 'new'))).toMatch(/may not write/)
    expect(refused('open', join(root, 'new'))).toMatch(/may not write/)
    put('a.txt')
    expect(refused('open', join(root, 'a.txt'))).toMatch(/may not write/)
    expect(refused('scandir', root)).toMatch(/permission to read/)
  })
})
