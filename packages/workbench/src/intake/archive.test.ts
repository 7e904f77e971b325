/** Archives are unpacked member by member; what could do harm is refused by name. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARCHIVE_LIMITS, ArchiveError, type ArchiveLimits, type ArchiveMember, openArchive } from './archive.ts'
import { zipOf } from './zip.fixture.ts'

const text = (words: string) => new TextEncoder().encode(words)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function membersOf(path: string, limits?: ArchiveLimits): Promise<ArchiveMember[]> {
  const members: ArchiveMember[] = []
  for await (const member of openArchive(path, limits)) members.push(member)
  return members
}

async function open(zip: Uint8Array, limits?: Partial<ArchiveLimits>): Promise<ArchiveMember[]> {
  const path = join(folder, 'some.zip')
  await writeFile(path, zip)
  return membersOf(path, { ...ARCHIVE_LIMITS, ...limits })
}

const errorOf = (member: ArchiveMember | undefined) => (member !== undefined && 'error' in member ? member.error : null)

describe('an archive', () => {
  test('gives its members, folders left out', async () => {
    const members = await open(
      zipOf([
        { name: 'folder/', bytes: text('') },
        { name: 'folder/a.txt', bytes: text('one') },
        { name: './b.txt', bytes: text('two'), method: 0 },
        { name: 'sub\\c.txt', bytes: text('three') },
        { name: 'تقرير.txt', bytes: text('four') },
        { name: Uint8Array.of(0x82, 0x2e, 0x74), bytes: text('five') },
      ]),
    )
    expect(members.map((member) => [member.path, 'bytes' in member && new TextDecoder().decode(member.bytes)])).toEqual(
      [
        ['folder/a.txt', 'one'],
        ['b.txt', 'two'],
        ['sub/c.txt', 'three'],
        ['تقرير.txt', 'four'],
        ['é.t', 'five'],
      ],
    )
  })

  test.each([
    ['../evil.txt', 'leads out'],
    ['a/../../evil.txt', 'leads out'],
    ['..\\evil.txt', 'leads out'],
    ['/etc/evil', 'absolute'],
    ['C:\\evil.txt', 'absolute'],
    ['\\\\host\\evil.txt', 'absolute'],
    ['a\nb.txt', 'control characters'],
    ['a\u202Etxt.exe', 'control characters'],
  ])('refuses %j and goes on', async (name, reason) => {
    const members = await open(
      zipOf([
        { name, bytes: text('x') },
        { name: 'good.txt', bytes: text('y') },
      ]),
    )
    expect(errorOf(members[0])).toContain(reason)
    expect(members[0]!.path).not.toMatch(/[\n\u202E]/)
    expect(members[1]).toMatchObject({ path: 'good.txt', bytes: expect.anything() })
  })

  test('refuses links, encrypted and strangely packed members', async () => {
    const members = await open(
      zipOf([
        { name: 'link', bytes: text('/etc/hosts'), mode: 0o120777 },
        { name: 'locked.txt', bytes: text('x'), flags: 1 },
        { name: 'odd.txt', bytes: text('x'), method: 98 },
      ]),
    )
    expect(members.map(errorOf)).toEqual([
      expect.stringContaining('symbolic link'),
      expect.stringContaining('encrypted'),
      expect.stringContaining('packed by a method'),
    ])
  })

  test('stops bombs by ratio, size, number and overlap', async () => {
    const zeros = new Uint8Array(400_000)
    const bomb = zipOf([
      { name: 'zeros', bytes: zeros },
      { name: 'good.txt', bytes: text('y') },
    ])
    expect((await open(bomb, { ratioFrom: 100_000 })).map(errorOf)).toEqual([expect.stringContaining('bomb'), null])
    expect(errorOf((await open(bomb, { member: 100 }))[0])).toContain('limit of 100')
    expect(errorOf((await open(bomb, { total: 400_000 }))[1])).toContain('more than 400000 bytes')
    expect(errorOf((await open(bomb, { members: 1 }))[1])).toContain('more than 1 members')
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251))
    const one = zipOf([{ name: 'a', bytes: noise, method: 0 }])
    const listingAt = one.readUInt32LE(one.length - 6)
    const entry = one.subarray(listingAt, one.length - 22)
    const end = Buffer.from(one.subarray(one.length - 22))
    end.writeUInt16LE(2, 8)
    end.writeUInt16LE(2, 10)
    end.writeUInt32LE(entry.length * 2, 12)
    const overlapping = Buffer.concat([one.subarray(0, listingAt), entry, entry, end])
    expect((await open(overlapping)).map(errorOf)).toEqual([null, expect.stringContaining('overlap')])
  })

  test('names members that are damaged or lie about their size', async () => {
    const members = await open(
      zipOf([
        { name: 'small-claim', bytes: new Uint8Array(9000), claimedSize: 10 },
        { name: 'wrong-sum', bytes: text('x'), crc: 1 },
        { name: 'good.txt', bytes: text('y') },
      ]),
    )
    expect(members.map(errorOf)).toEqual([
      expect.stringContaining('cannot be unpacked'),
      expect.stringContaining('checksum'),
      null,
    ])
  })

  test.each([
    ['no zip at all', text('words')],
    ['a cut one', zipOf([{ name: 'a', bytes: text('x') }]).subarray(0, 40)],
    ['an empty file', text('')],
  ])('%s is refused as a whole', async (_, bytes) => {
    await expect(open(bytes)).rejects.toThrow(ArchiveError)
  })
})

const SHARED = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const SLIPS = join(SHARED, 'conformance/documents/archives/zip-slip')

describe.skipIf(!existsSync(SLIPS))(
  'zip-slip archives (skipped where shared/conformance/documents is not present)',
  () => {
    test.each(['zip-slip.zip', 'zip-slip-win.zip'])('%s: the slip is refused, the rest is given', async (name) => {
      const members = await membersOf(join(SLIPS, name))
      expect(members.map((member) => [member.path === 'good.txt', 'error' in member])).toEqual([
        [true, false],
        [false, true],
      ])
    })
  },
)
