/**
 * A case that a sync program copied in mid-write, whose database is damaged, whose clock went back, or on whose disk one
 * file fails: a sentence says what is wrong and what to do, and nothing is lost.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Disk, nodeDisk } from '@corroborate/evidence'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HUGE } from '../../../evidence/src/disk/odd-entries.fixture.ts'
import { BrokenCaseFileError, type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { takeCustody } from '../preserve/custody.ts'
import { type Home, homeFrom } from '../preserve/home.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import { openVault } from '../preserve/vault.ts'
import { verifyCase } from '../preserve/verify-case.ts'
import { BrokenStoreError, openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'
import { doorTo } from './door.fixture.ts'
import { FULL_CASE_PASSPHRASE, makeFullCase } from './full-case.fixture.ts'
import { OPERATIONS } from './index.ts'
import { contextIn, perform } from './perform.fixture.ts'

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

describe('a case copied by a sync program in mid-write', () => {
  let made = ''
  let root = ''
  let folder: CaseFolder
  let files: readonly string[] = []
  const home = (): Home => homeFrom({ CORROBORATE_HOME: join(root, 'home') })
  const at = (file: string) => join(folder.root, file)
  const judged = () => verifyCase(folder, home())
  const one = (path: RegExp) => files.find((file) => path.test(file)) ?? ''

  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'hostile-disk-'))
    root = made
    files = await filesOf((await makeFullCase(made, home(), 40_000)).root)
  }, 120_000)
  afterAll(() => rm(made, { recursive: true, force: true }))
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'hostile-disk-copy-'))
    for (const name of ['case', 'home']) await cp(join(made, name), join(root, name), { recursive: true })
    folder = await openCase(join(root, 'case'))
    return () => rm(root, { recursive: true, force: true })
  })

  /** What a writing command does first, on the machine that the copy came to. */
  async function taken(): Promise<void> {
    const custody = await takeCustody(folder, { home: home(), command: 'test', now: () => new Date('2031-01-02') })
    await custody.release()
  }

  const COPIES = [
    (name: string) => name.replace(/(\.[^.]*)?$/, " (R. Haddad's conflicted copy 2031-01-01)$1"),
    (name: string) => name.replace(/(\.[^.]*)?$/, '.sync-conflict-20310101-093000-ABCDEFG$1'),
    (name: string) => name.replace(/(\.[^.]*)?$/, ' (1)$1'),
    (name: string) => `${name}.part`,
  ]

  test('copies that it left beside any kind of file are named, with what to do, and put nothing in doubt', async () => {
    for (const file of [
      one(/^records\/captures/),
      one(/^log\/checkpoint/),
      one(/^originals\/.*txt$/),
      one(/^vault\/keys/),
    ]) {
      for (const copy of COPIES) {
        await cp(at(file), at(copy(file)))
        const { problems, warnings } = await judged()
        expect([...problems, ...warnings].map(({ path }) => path)).toEqual([copy(file)])
        await taken()
        expect((await stat(at(copy(file)))).size).toBeGreaterThan(0)
        await rm(at(copy(file)))
      }
    }
    await writeFile(at(COPIES[0]?.('case.json') ?? ''), '{}')
    const { warnings } = await judged()
    expect(warnings[0]?.message).toMatch(/syncs folders.*compare it.*delete it/)
  })

  test('any file that came half is named, none that is there is touched, and the whole one makes all whole', async () => {
    for (const file of files.filter((_, index) => index % 6 === 0)) {
      const { size } = await stat(at(file))
      await truncate(at(file), size >> 1)
      const { problems, warnings } = await judged()
      expect(
        [...problems, ...warnings].map(({ path }) => path),
        file,
      ).toContain(file)
      await cp(join(made, 'case', file), at(file))
    }
    expect((await judged()).problems).toEqual([])
  })

  test('records that have not come yet are named; nothing is destroyed for want of them; once there, all is whole', async () => {
    const newest = files.filter((file) => /^records\/(vaults|sealed-items|withdrawals|decisions)/.test(file))
    expect(newest.length).toBeGreaterThan(5)
    for (const file of newest) await rm(at(file))
    const { problems } = await judged()
    expect(
      problems
        .filter(({ code }) => code === 'record-missing')
        .map(({ path }) => path)
        .sort(),
    ).toEqual(newest)
    const before = await filesOf(folder.vault)
    await taken()
    expect(await filesOf(folder.vault)).toEqual(before)
    for (const file of newest) await cp(join(made, 'case', file), at(file))
    expect((await judged()).problems).toEqual([])
  })

  test('the newest record of who opens the vault missing, what it names is not destroyed', async () => {
    const path = join(folder.vault, 'recipients.age')
    const text = await readFile(at(one(/^records\/vaults/)), 'utf8')
    const before = await readFile(path)
    await writeFile(path, 'age-encryption.org/v1\nnewer')
    await rm(join(folder.vault, 'passphrase.age'))
    const older = JSON.parse(text)
    older.record.files = older.record.files.filter((file: { path: string }) => file.path === 'passphrase.age')
    await writeFile(at(one(/^records\/vaults/)), JSON.stringify(older, null, 1))
    await taken()
    expect(await readFile(path, 'utf8')).toContain('newer')
    await writeFile(path, before)
  })

  test('a vault whose files are none is verified as a locked one, and named', async () => {
    const vaults = doorTo((of) => openVault(of, { passphrase: FULL_CASE_PASSPHRASE }))
    const seen = doorTo(async (of) => (await readSealed(of)) && null)
    const said: string[] = []
    const verify = async (door: typeof vaults) => {
      const context = { ...contextIn(root), home: home(), vaults: door, say: (text: string) => said.push(text) }
      const { problems } = await perform<{ problems: { path: string }[] }>(context, 'verify', { case: folder.root })
      return problems.map(({ path }) => path)
    }
    expect(await verify(vaults)).toEqual([])
    await HUGE[1](at('vault/passphrase.age'))
    expect(await verify(vaults)).toContain('vault/passphrase.age')
    expect(said).toEqual([expect.stringMatching(/passphrase\.age: it has \d+ bytes/)])
    await rm(at('vault/passphrase.age'))
    await cp(join(made, 'case/vault/passphrase.age'), at('vault/passphrase.age'))
    const record = one(/^records\/sealed-items/)
    await writeFile(at(record), '')
    expect(await verify(seen)).toContain(record)
    expect(said.filter((text) => text.includes(record))).toHaveLength(1)
    await rm(at('records/vaults'), { recursive: true })
    await writeFile(at('records/vaults'), '')
    expect(await verify(vaults)).toContain('records/vaults')
  })

  test('a log older than this machine remembers is refused with what to do, and nothing is written', async () => {
    const log = await mkdtemp(join(root, 'older-'))
    await cp(at('log'), join(log, 'log'), { recursive: true })
    const custody = await takeCustody(folder, { home: home(), command: 'test', now: () => new Date('2031-01-02') })
    await custody.write({
      kind: 'verification',
      id: '0b6f2a1c-4d5e-4f60-8a7b-0000000000aa',
      at: '2031-01-02T00:00:00.000Z',
      problems: [],
    })
    await custody.acknowledge()
    await custody.release()
    await rm(at('log'), { recursive: true })
    await rename(join(log, 'log'), at('log'))
    await expect(taken()).rejects.toThrow(/put back to an earlier state. Restore the newer copy; nothing was written/)
    expect((await judged()).problems.map(({ code }) => code)).toContain('log-rolled-back')
  })

  test('a log that came before its tiles names each tile', async () => {
    const widest = files
      .filter((file) => /^log\/tile\/.*\.p\//.test(file))
      .sort((a, b) => Number(b.split('/').at(-1)) - Number(a.split('/').at(-1)))
    const gone = widest.filter((file) => file.endsWith(widest[0]?.split('/').at(-1) ?? ''))
    for (const file of gone) await rm(at(file))
    expect((await judged()).problems.map(({ path }) => path)).toEqual(expect.arrayContaining(gone))
    await expect(taken()).rejects.toThrow()
    for (const file of gone) await cp(join(made, 'case', file), at(file))
    expect((await judged()).problems).toEqual([])
  })

  test('a clock that was put back is told once, and the order of the log stands', async () => {
    const custody = await takeCustody(folder, { home: home(), command: 'test', now: () => new Date('2029-01-01') })
    for (const [id, at] of [
      ['0b6f2a1c-4d5e-4f60-8a7b-0000000000ab', '2029-01-01T00:00:00.000Z'],
      ['0b6f2a1c-4d5e-4f60-8a7b-0000000000ac', '2028-01-01T00:00:00.000Z'],
    ] as const)
      await custody.write({ kind: 'verification', id, at, problems: [] })
    await custody.acknowledge()
    await custody.release()
    const { problems, warnings } = await judged()
    expect(problems).toEqual([])
    const told = warnings.filter(({ code }) => code === 'clock-back')
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toMatch(/dated 2029-01-01.*clock was put back.*set the clock.*`corroborate timestamp`/)
  })
})

describe('a case with one report', { timeout: 120_000 }, () => {
  let one: FixtureCase
  beforeEach(async () => {
    one = await openFixtureCase()
    return () => one.remove()
  })

  test('a clock that goes back between decisions leaves their order and the dossier as they are', async () => {
    await one.run('add', {
      paths: [one.file('a.txt', 'The Marrow Coast Monitor said 12 civilians were killed in Dell.\n')],
    })
    const { figures } = await one.run<{ figures: { id: string }[] }>('claims')
    const decide = OPERATIONS.find(({ name }) => name === 'decide')
    for (const [day, action] of [
      ['2031-06-03', 'accept'],
      ['2030-06-02', 'reject'],
      ['2029-06-01', 'accept'],
    ] as const) {
      const asked = { case: one.case, action, target: figures[0]?.id, by: 'R. Haddad', reason: 'read it' }
      for await (const _ of decide?.run({ ...one.context, now: () => new Date(day) }, asked) ?? []);
    }
    const actions = async () => (await one.run<{ action: string }[]>('decisions')).map(({ action }) => action)
    expect(await actions()).toEqual(['accept', 'reject', 'accept'])
    expect(await one.run('rebuild')).toMatchObject({ same: true })
    expect(await actions()).toEqual(['accept', 'reject', 'accept'])
    const { valid, warnings } = await one.run<{ valid: boolean; warnings: { code: string }[] }>('verify')
    expect([valid, warnings.map(({ code }) => code)]).toEqual([true, ['clock-back']])
  })

  test('a case.json that says nothing is one sentence with what to do, as JSON too, and no other verb goes on', async () => {
    const whole = await readFile(join(one.case, 'case.json'))
    for (const [bytes, why] of [
      ['', /it is not JSON/],
      ['{"format": "corroborate-case/1"}', /it describes no case/],
      [`{"title": ${'['.repeat(9999)}`, /nests deeper/],
      [null, /it is no file but a folder/],
    ] as const) {
      await rm(join(one.case, 'case.json'), { recursive: true })
      if (bytes === null) await mkdir(join(one.case, 'case.json'))
      else await writeFile(join(one.case, 'case.json'), bytes)
      const answer = await one.run<{ valid: boolean; problems: { message: string }[] }>('verify')
      expect(answer).toMatchObject({ valid: false, problems: [{ code: 'case-broken', path: 'case.json' }] })
      expect(answer.problems[0]?.message).toMatch(why)
      expect(answer.problems[0]?.message).toMatch(
        /\/case\/case\.json: .*put it back from a copy of the case, or mend it by hand/,
      )
      await expect(one.run('claims')).rejects.toThrow(BrokenCaseFileError)
    }
    await rm(join(one.case, 'case.json'), { recursive: true })
    await writeFile(join(one.case, 'case.json'), whole)
    expect(await one.run('verify')).toMatchObject({ valid: true })
  })

  test('verify and check end when they are interrupted', async () => {
    const stop = new AbortController()
    const interrupted = { ...one.context, signal: stop.signal }
    stop.abort(new Error('enough'))
    const kit = join(one.folder, 'kit')
    await one.run('export', { to: kit })
    for (const asked of [{}, { case: kit }])
      await expect(one.run('verify', asked, interrupted)).rejects.toThrow('enough')
    const log = { kind: 'log', path: join(one.case, 'log') }
    await expect(one.run('check', log, interrupted)).rejects.toThrow('enough')
  })

  test('a database that is damaged, cut or none is told as such, and the next writing command derives it again', async () => {
    await one.run('add', {
      paths: [one.file('a.txt', 'The Marrow Coast Monitor said 12 civilians were killed in Dell.\n')],
    })
    const database = join(one.case, 'case.db')
    const whole = await readFile(database)
    const before = await one.run('claims')
    const told: string[] = []
    const damages: readonly (readonly [string, Buffer])[] = [
      ['no database', Buffer.from('a sync program was here\n'.repeat(4000))],
      ['cut in half', whole.subarray(0, whole.length >> 1)],
      ['its second half empty', Buffer.concat([whole.subarray(0, whole.length >> 1), Buffer.alloc(whole.length >> 1)])],
      ['its first page noise', Buffer.concat([Buffer.alloc(4096, 'noise'), whole.subarray(4096)])],
    ]
    for (const [how, bytes] of damages) {
      await writeFile(database, bytes)
      const found = await one.run('claims').catch((error: Error) => error.message)
      // What lies in the sound half may be answered, and then as it was.
      if (typeof found === 'string') told.push(found)
      else expect(found, how).toEqual(before)
      expect(await one.run('rebuild'), how).toMatchObject({ documents: 1 })
      expect(await one.run('claims'), how).toEqual(before)
    }
    expect(told.length).toBeGreaterThanOrEqual(2)
    for (const sentence of told) expect(sentence).toMatch(/case.db is damaged .*run `corroborate rebuild CASE`/)
    await writeFile(database, 'noise'.repeat(9999))
    await expect(openSqliteReader(database)).rejects.toThrow(BrokenStoreError)
    expect(await one.run('add', { paths: [one.file('b.txt', 'Nothing of note.\n')] })).toMatchObject({ documents: 2 })
  })

  test('one file that the disk fails on is told, and the same command takes nothing twice', async () => {
    await mkdir(join(one.folder, 'files'), { recursive: true })
    for (const name of ['a', 'b', 'c'])
      one.file(`${name}.txt`, `The Marrow Coast Monitor said 12 were killed in ${name}.\n`)
    const paths = [join(one.folder, 'files')]
    const add = OPERATIONS.find(({ name }) => name === 'add')
    const answers: { captures: number; resumed: number; problems: { name: string; problem: string }[] }[] = []
    // The first fails once the record has its name, the second before there is anything.
    const disks = [
      failingOnce('syncFolder', /records\/captures\/[0-9a-f]{2}$/),
      failingOnce('create', /incoming.*\/content\//),
      nodeDisk,
      nodeDisk,
    ]
    for (const disk of disks)
      for await (const answer of add?.run({ ...one.context, disk }, { case: one.case, paths }) ?? [])
        answers.push(answer as (typeof answers)[number])
    const [first, second, third, fourth] = answers
    expect(first?.problems).toEqual([
      { name: expect.any(String), problem: expect.stringMatching(/same command again/) },
    ])
    expect([second?.captures, second?.resumed, second?.problems]).toEqual([0, 2, [expect.anything()]])
    expect([third?.captures, third?.resumed, third?.problems]).toEqual([0, 3, []])
    // An intake that came to its end is over: whoever adds the same again sees it again.
    expect([fourth?.captures, fourth?.resumed]).toEqual([3, 0])
    expect((await filesOf(join(one.case, 'records/captures'))).length).toBe(3 + 3)
    expect(await one.run('verify')).toMatchObject({ valid: true, warnings: [] })
  })
})

/** Fails at the first step of a kind on such a path. */
function failingOnce(step: 'create' | 'syncFolder', path: RegExp): Disk {
  let failed = false
  const failing = (at: string) => {
    if (failed || !path.test(at)) return
    failed = true
    throw Object.assign(new Error('EIO: simulated'), { code: 'EIO' })
  }
  return {
    ...nodeDisk,
    async create(at, options) {
      if (step === 'create') failing(at)
      return nodeDisk.create(at, options)
    },
    async syncFolder(at) {
      if (step === 'syncFolder') failing(at)
      await nodeDisk.syncFolder(at)
    },
  }
}
