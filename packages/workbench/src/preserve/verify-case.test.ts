/** Every file of a small case outside `case.db`, changed as a whole, is found and named; `operations/every-bit` takes bits. */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HUGE, ODD_ENTRIES } from '../../../evidence/src/disk/odd-entries.fixture.ts'
import { newRecordId } from '../model/ids.ts'
import { type CaseFolder, createCase } from './case-folder.ts'
import { acknowledgeCaseFile } from './case-record.ts'
import { changesOf } from './changed-file.fixture.ts'
import { type Custody, takeCustody } from './custody.ts'
import { homeFrom } from './home.ts'
import { findReadable } from './readable.ts'
import { verifyCase } from './verify-case.ts'

let root = ''
let folder: CaseFolder
let files: readonly string[] = []
const home = () => homeFrom({ CORROBORATE_HOME: join(root, 'home') })
const at = (file: string) => join(folder.root, file)

async function writing(work: (custody: Custody) => Promise<void>): Promise<void> {
  const now = () => new Date('2031-01-01T00:00:00Z')
  const custody = await takeCustody(folder, { home: home(), command: 'test', now })
  try {
    await work(custody)
    await custody.acknowledge()
  } finally {
    await custody.release()
  }
}

async function addAll(custody: Custody): Promise<void> {
  for (const name of ['one.txt', 'two.txt']) {
    const { digest, size } = await custody.originals.add({ bytes: Buffer.from(`The words of ${name}.`) }, name)
    await custody.write({
      kind: 'capture',
      id: newRecordId(),
      intake: newRecordId(),
      at: '2031-01-01T00:00:00.000Z',
      item: digest,
      size,
      name,
      container: null,
      archive: false,
      facts: null,
    })
  }
}

async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** Paths of all that verification tells of. */
async function named(): Promise<readonly string[]> {
  const { problems, warnings } = await verifyCase(folder, home())
  return [...problems, ...warnings].map(({ path }) => path)
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'verify-'))
  folder = await createCase(join(root, 'case'), { title: 'The valley' })
  await writing(async (custody) => {
    await acknowledgeCaseFile(custody)
    await addAll(custody)
  })
  files = await filesOf(folder.root)
  await cp(folder.root, join(root, 'whole'), { recursive: true })
})
beforeEach(async () => {
  await rm(folder.root, { recursive: true })
  await cp(join(root, 'whole'), folder.root, { recursive: true })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('a small case', () => {
  test('is whole, and has files of every kind', async () => {
    expect(await verifyCase(folder, home())).toMatchObject({ originals: 2, leaves: 3, problems: [], warnings: [] })
    for (const part of ['case.json', 'log.pub', 'log/checkpoint', 'log/tile/0/', 'log/tile/entries/', 'originals/'])
      expect(
        files.some((file) => file.startsWith(part)),
        part,
      ).toBe(true)
    expect(files.filter((file) => file.startsWith('records/'))).toHaveLength(3)
  })

  test('any file deleted, cut short, emptied, lengthened or doubled is named', async () => {
    for (const file of files) {
      const bytes = await readFile(at(file))
      for (const [how, changed] of changesOf(bytes)) {
        if (changed === null) await rm(at(file))
        else await writeFile(at(file), changed)
        expect(await named(), `${file} ${how}`).toContain(file)
      }
      await writeFile(at(file), bytes)
      const copy = `${file}.copy`
      await writeFile(at(copy), bytes)
      expect(await named(), `${file} copied`).toEqual([copy])
      await rm(at(copy))
    }
    expect(await named()).toEqual([])
  })

  test('two files changed for one another are both named', async () => {
    for (const [index, file] of files.entries()) {
      const other = files[(index + 5) % files.length] ?? ''
      const [a, b] = [await readFile(at(file)), await readFile(at(other))]
      if (a.equals(b)) continue
      await writeFile(at(file), b)
      await writeFile(at(other), a)
      const found = await named()
      expect(found, `${file} for ${other}`).toContain(file)
      expect(found, `${other} for ${file}`).toContain(other)
      await writeFile(at(file), a)
      await writeFile(at(other), b)
    }
  })

  test('a stray file anywhere is named', async () => {
    const places = new Set(files.map((file) => file.split('/').slice(0, -1).join('/')))
    for (const place of places) {
      const stray = place === '' ? 'stray.txt' : `${place}/stray.txt`
      await writeFile(at(stray), 'not of this case')
      expect(await named(), stray).toContain(stray)
      await rm(at(stray))
    }
    const record = files.find((file) => file.startsWith('records/captures/')) ?? ''
    const moved = record.replace(/captures\/../, 'captures/zz')
    await mkdir(at('records/captures/zz'))
    await cp(at(record), at(moved))
    expect(await named()).toContain(moved)
    await rm(at('records/captures/zz'), { recursive: true })
  })

  test('a link in place of any file, or of a folder, is named though it points to the same bytes', async () => {
    const inPlace = async (path: string) => {
      const elsewhere = join(root, 'elsewhere')
      await rename(at(path), elsewhere)
      await symlink(elsewhere, at(path))
      const found = await named()
      await rm(at(path))
      await rename(elsewhere, at(path))
      return found
    }
    for (const file of files) expect(await inPlace(file), file).toContain(file)
    for (const folder of ['originals', 'originals/extensions', 'records', 'log'])
      expect(await inPlace(folder), folder).toContain(folder)
    expect(await named()).toEqual([])
  })

  test.skipIf(process.platform === 'win32').each([...ODD_ENTRIES, HUGE])(
    'in place of any file, it is named and all else is judged: %s',
    async (how, put) => {
      const other = files.find((file) => file.startsWith('records/')) ?? ''
      for (const file of files) {
        // Bytes of an original are read to their end, however many there are.
        if (how === HUGE[0] && file.includes('/content/')) continue
        const bytes = await readFile(at(file))
        const record = await readFile(at(other), 'utf8')
        if (file !== other) await writeFile(at(other), record.replace('"salt"', '"Salt"'))
        await put(at(file))
        const found = await named()
        expect(
          found.some((path) => path === file || path.startsWith(`${file}/`)),
          file,
        ).toBe(true)
        expect(found, `${other} beside ${file}`).toContain(other)
        await rm(at(file), { recursive: true })
        await writeFile(at(file), bytes)
        if (file !== other) await writeFile(at(other), record)
      }
      expect(await named()).toEqual([])
    },
  )

  test('records that nest without end or hold more than memory are told as broken', async () => {
    const record = files.find((file) => file.startsWith('records/captures/')) ?? ''
    const text = await readFile(at(record), 'utf8')
    for (const [value, why] of [
      [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, /nests deeper than 256/],
      [`[${'{},'.repeat(9_000_000)}{}]`, /more than \d+ values/],
    ] as const) {
      await writeFile(at(record), text.replace('"facts": null', `"facts": ${value}`))
      const { problems } = await verifyCase(folder, home())
      expect(problems).toMatchObject([{ code: 'record-broken', path: record, message: expect.stringMatching(why) }])
    }
  })

  test.skipIf(process.platform !== 'linux')('a folder whose name is not UTF-8 is named wherever it lies', async () => {
    for (const place of ['records', 'originals', 'log/tile', 'vault/keys']) {
      await mkdir(at(place), { recursive: true })
      const odd = Buffer.concat([Buffer.from(`${at(place)}/`), Buffer.from([0xff])])
      await mkdir(odd)
      await writeFile(Buffer.concat([odd, Buffer.from('/added.txt')]), 'x')
      expect(await named(), place).toEqual([`${place}/\\xff`])
      const found = await findReadable(folder, home(), [])
      expect(found, place).toEqual([
        { path: at(`${place}/\\xff`), what: expect.stringMatching(/nothing in it was searched/) },
      ])
      await rm(odd, { recursive: true })
    }
  })

  test('what this machine remembers of it is damaged: that is told, and all else is judged', async () => {
    const [name = ''] = await readdir(home().checkpoints)
    const path = join(home().checkpoints, name)
    const remembered = await readFile(path)
    await writeFile(path, 'noise')
    await rm(at('log.pub'))
    const { problems, warnings } = await verifyCase(folder, home())
    await writeFile(path, remembered)
    expect(problems.map(({ code }) => code)).toEqual(['remembered-broken', 'key-missing'])
    expect(problems[0]?.message).toContain(path)
    expect(warnings).toEqual([])
  })

  test('a whole folder gone is told, file by file or by its name', async () => {
    for (const gone of ['records', 'log', 'originals']) {
      await rm(at(gone), { recursive: true })
      const found = await named()
      expect(
        found.some((path) => path.startsWith(gone)),
        gone,
      ).toBe(true)
      await cp(join(root, 'whole', gone), at(gone), { recursive: true })
    }
    expect(await named()).toEqual([])
  })
})

test('a case whose making was interrupted has nothing to fail', async () => {
  const bare = await createCase(join(root, 'bare'), {})
  expect(await verifyCase(bare, home())).toMatchObject({ problems: [], warnings: [{ code: 'case-uncommitted' }] })
})

test('an edit of case.json is told as a warning until it is acknowledged', async () => {
  const text = await readFile(at('case.json'), 'utf8')
  await writeFile(at('case.json'), text.replace('The valley', 'The whole valley'))
  expect(await verifyCase(folder, home())).toMatchObject({ problems: [], warnings: [{ code: 'case-edited' }] })
  await writing((custody) => acknowledgeCaseFile(custody, { by: 'R. Example', reason: 'a better title' }))
  expect(await verifyCase(folder, home())).toMatchObject({ problems: [], warnings: [] })
  await writeFile(at('case.json'), text)
  expect(await verifyCase(folder, home())).toMatchObject({ problems: [], warnings: [{ code: 'case-edited' }] })
  await writeFile(at('case.json'), text.replace(folder.file.id, newRecordId()))
  const { problems } = await verifyCase(folder, home())
  expect(problems).toMatchObject([{ code: 'case-id', path: 'case.json' }])
})
