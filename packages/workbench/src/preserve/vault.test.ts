/** The vault below the operations: what is sealed opens whole or not at all, any changed bit is named, a crash is before or after. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOriginals } from '@corroborate/evidence'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CrashError, type SimulatedDisk, simulatedDisk } from '../../../evidence/src/disk/simulated-disk.ts'
import type { DecisionRecord } from '../model/decision.ts'
import { newRecordId } from '../model/ids.ts'
import { openBytes, openJson, openStream, paddedSize, SealBrokenError, sealJson, sealStream } from './age-seal.ts'
import { type CaseFolder, createCase } from './case-folder.ts'
import { acknowledgeCaseFile } from './case-record.ts'
import { type Custody, takeCustody } from './custody.ts'
import { homeFrom } from './home.ts'
import { makeVault, rekeyVault } from './keep-vault.ts'
import { itemBytes, openItem, openRecord, sealItem, sealRecord } from './sealed.ts'
import { readSealed } from './sealed-state.ts'
import { destroyKey, hasVault, keyPath, newVault, type OpenVault, openVault } from './vault.ts'
import { accessFiles, openAccess, recordedFiles, settleAccess, stageAccess } from './vault-access.ts'
import { verifyCase } from './verify-case.ts'

/** Bytes between those tried here; `operations/every-bit` takes every bit. */
const STRIDE = 397
const OLD = 'quill lantern ochre bramble'
const NEW = 'thistle anvil ember harbour'
const WORK = 4

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-vault-unit-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function* inPieces(bytes: Uint8Array, piece: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

describe('sealing', { timeout: 60_000 }, () => {
  test('pads to few sizes, never below, at most an eighth above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (size) => {
        const padded = paddedSize(size)
        expect(padded).toBeGreaterThanOrEqual(Math.max(size, 4096))
        expect(padded).toBeLessThanOrEqual(Math.max(size * 1.125, 4096))
        expect(paddedSize(padded)).toBe(padded)
      }),
      { seed: 5 },
    )
    expect(new Set(Array.from({ length: 100_000 }, (_, size) => paddedSize(size))).size).toBeLessThan(100)
  })

  test('a stream comes back as it was, whatever its length and pieces; its ciphertext tells the padded length alone', async () => {
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    for (const size of [0, 1, 4095, 4096, 4097, 65_535, 65_536, 65_537, 200_001]) {
      const bytes = Buffer.alloc(size, 'né\0')
      for (const piece of [777, 65_536, 1 << 20]) {
        const sealed = await whole(sealStream(inPieces(bytes, piece), [recipient]))
        const opened = await whole(openStream(inPieces(sealed, 1000), { identity, size, what: 'it' }))
        expect(opened.equals(bytes), `${size} in pieces of ${piece}`).toBe(true)
        const clear = await openBytes(sealed, identity, 'it')
        expect(clear.length).toBe(paddedSize(size))
      }
    }
  })

  test('what was cut, changed or is of another key or size does not open', async () => {
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    const sealed = await whole(sealStream(inPieces(Buffer.alloc(70_000, 7), 5000), [recipient]))
    const open = (bytes: Uint8Array, size = 70_000, by = identity) =>
      whole(openStream(inPieces(bytes, 9999), { identity: by, size, what: 'it' }))
    expect((await open(sealed)).length).toBe(70_000)
    for (let at = 0; at < sealed.length; at += 1501) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(open(changed), `byte ${at}`).rejects.toThrow(SealBrokenError)
      await expect(open(sealed.subarray(0, at)), `cut at ${at}`).rejects.toThrow(SealBrokenError)
    }
    await expect(open(sealed, 69_999)).rejects.toThrow(/something follows/)
    await expect(open(sealed, 80_000)).rejects.toThrow(SealBrokenError)
    await expect(open(sealed, 70_000, await generateX25519Identity())).rejects.toThrow(/no identity matched/)
  })

  test('a value that is not JSON is told without a word of it', async () => {
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    const sealed = await sealJson({ secret: 1 }, [recipient])
    expect(await openJson(sealed, identity, 'it')).toEqual({ secret: 1 })
    const bytes = await whole(sealStream(inPieces(Buffer.from('Ordana {'), 3), [recipient]))
    const error = await openJson(bytes, identity, 'it').catch((thrown: Error) => thrown)
    expect(String(error)).not.toContain('Ordana')
  })
})

let count = 0
async function newCase(): Promise<CaseFolder> {
  count++
  return createCase(join(root, `case-${count}`), { title: 'Invented' })
}

const home = () => homeFrom({ CORROBORATE_HOME: join(root, 'home') })

async function writing<T>(folder: CaseFolder, work: (custody: Custody) => Promise<T>): Promise<T> {
  const custody = await takeCustody(folder, {
    home: home(),
    command: 'test',
    now: () => new Date('2031-01-01T00:00:00Z'),
  })
  try {
    const result = await work(custody)
    await custody.acknowledge()
    return result
  } finally {
    await custody.release()
  }
}

async function sealText(custody: Custody, vault: OpenVault, name: string, text: string) {
  const intake = newRecordId()
  return sealItem(custody, vault, {
    source: { bytes: Buffer.from(text) },
    intake,
    capturesOf: (item, size) => [
      {
        kind: 'capture',
        id: newRecordId(),
        intake,
        at: '2031-01-01T00:00:00.000Z',
        item,
        size,
        name,
        container: null,
        archive: false,
        facts: null,
      },
    ],
  })
}

const decision = (): DecisionRecord => ({
  kind: 'decision',
  id: newRecordId(),
  at: '2031-01-01T00:00:00.000Z',
  by: 'R. Haddad',
  reason: 'Ordana said so',
  action: 'range-rule',
  target: null,
  set: null,
  sequence: 4,
})

async function madeCase() {
  const folder = await newCase()
  const identity = await generateX25519Identity()
  const recipients = [await identityToRecipient(identity)]
  const made = await writing(folder, async (custody) => {
    await acknowledgeCaseFile(custody)
    const vault = await makeVault(custody, { passphrase: OLD, recipients }, { work: WORK })
    const one = await sealText(custody, vault, 'one.txt', 'The words of Ordana.')
    const two = await sealText(custody, vault, 'two.txt', 'The words of Vessimar.')
    const record = decision()
    await custody.write(await sealRecord(vault, record, [two.id, one.id, two.id]))
    return { vault, one, two, record }
  })
  return { folder, identity, ...made }
}

async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

describe('a case with a vault', { timeout: 120_000 }, () => {
  test('gives back what was sealed, to the passphrase and to the recipient', async () => {
    const { folder, identity, one, record } = await madeCase()
    for (const secret of [{ passphrase: `${OLD}\n` }, { identities: `# mine\n${identity}\n` }]) {
      const vault = await openVault(folder, secret)
      const content = await openItem(vault, one)
      expect(content).toMatchObject({ size: 20, captures: [{ name: 'one.txt', item: one.item }] })
      const bytes = itemBytes(vault, await openOriginals(folder.originals), one, content!)
      expect((await whole(bytes)).toString()).toBe('The words of Ordana.')
      const [sealed] = (await readSealed(folder)).records
      expect(await openRecord(vault, sealed!)).toEqual(record)
      expect(sealed).toMatchObject({ sequence: 4, id: record.id })
      vault.close()
      await expect(openItem(vault, one)).rejects.toThrow(/was locked meanwhile/)
    }
    await expect(openVault(folder, { passphrase: NEW })).rejects.toThrow(/this passphrase does not open/)
    await expect(openVault(folder, { identities: await generateX25519Identity() })).rejects.toThrow(/identity does not/)
    await expect(openVault(folder, { identities: 'AGE-SECRET-KEY-1BAD' })).rejects.not.toThrow(/1BAD/)
  })

  test('a record that rests on two items needs both keys', async () => {
    const { folder, one } = await madeCase()
    const [sealed] = (await readSealed(folder)).records
    const vault = await openVault(folder, { passphrase: OLD })
    expect(await openRecord(vault, sealed!)).not.toBeNull()
    await destroyKey(folder, one.id)
    expect(await openRecord(vault, sealed!)).toBeNull()
    const reopened = await openVault(folder, { passphrase: OLD })
    expect(await openRecord(reopened, sealed!)).toBeNull()
  })

  test('any bit changed in a key, a ciphertext or a sealed record is found while it is locked, and the file named', async () => {
    const { folder } = await madeCase()
    expect(await verifyCase(folder, home())).toMatchObject({ problems: [], confidential: { items: 2, opened: 0 } })
    const sealed = (await filesOf(folder.root)).filter((path) =>
      /\/vault\/|sealed\.age$|\/sealed-|\/vaults\//.test(path),
    )
    expect(sealed.length).toBe(4 + 2 + 3 + 1)
    for (const path of sealed) {
      const before = await readFile(path)
      for (let bit = 0; bit < before.length * 8; bit += STRIDE * 8 + 1) {
        const changed = Buffer.from(before)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await writeFile(path, changed)
        const { problems } = await verifyCase(folder, home())
        expect(
          problems.some((problem) => join(folder.root, problem.path) === path || problem.path.includes('sealed.age')),
          `bit ${bit} of ${path}: ${JSON.stringify(problems)}`,
        ).toBe(true)
      }
      await rm(path)
      expect((await verifyCase(folder, home())).problems.length, path).toBeGreaterThan(0)
      await writeFile(path, before)
    }
    expect((await verifyCase(folder, home())).problems).toEqual([])
  })

  test('an exchange of two keys, a stray file and a key without an item are named', async () => {
    const { folder, one, two } = await madeCase()
    const [a, b] = [keyPath(folder, one.id), keyPath(folder, two.id)]
    const [first, second] = [await readFile(a), await readFile(b)]
    await writeFile(a, second)
    await writeFile(b, first)
    const codes = async () => {
      const { problems, warnings } = await verifyCase(folder, home())
      return [...problems, ...warnings].map(({ code }) => code).filter((code) => code !== 'record-without-leaf')
    }
    expect(await codes()).toEqual(['key-changed', 'key-changed'])
    await writeFile(a, first)
    await writeFile(b, second)
    await writeFile(join(folder.vault, 'note.txt'), 'x')
    const stranger = keyPath(folder, newRecordId())
    await mkdir(join(stranger, '..'), { recursive: true })
    await writeFile(stranger, first)
    expect((await codes()).sort()).toEqual(['key-without-item', 'stray'])
  })

  test('a rekey leaves items and keys as they are, and only the new passphrase opens', async () => {
    const { folder, vault, one, identity } = await madeCase()
    const key = await readFile(keyPath(folder, one.id))
    const person = { by: 'R. Haddad', reason: 'a colleague left' }
    await writing(folder, (custody) => rekeyVault(custody, vault, { passphrase: NEW, recipients: [] }, person))
    expect((await readFile(keyPath(folder, one.id))).equals(key)).toBe(true)
    await expect(openVault(folder, { passphrase: OLD })).rejects.toThrow(/does not open/)
    await expect(openVault(folder, { identities: identity })).rejects.toThrow(/identity does not open/)
    expect(await openItem(await openVault(folder, { passphrase: NEW }), one)).not.toBeNull()
    expect((await verifyCase(folder, home())).problems).toEqual([])
    const { vault: record } = await readSealed(folder)
    expect(record).toMatchObject({ event: 'rekeyed', sequence: 1, recipients: [], ...person })
  })

  test('a vault whose files are gone or cut short says so, and never that the passphrase is wrong', async () => {
    const { folder } = await madeCase()
    const path = join(folder.vault, 'passphrase.age')
    const before = await readFile(path)
    for (const cut of [0, 10, 150, before.length - 1]) {
      await writeFile(path, before.subarray(0, cut))
      await expect(openVault(folder, { passphrase: OLD }), `cut at ${cut}`).rejects.toThrow(/Restore it from a copy/)
    }
    await rm(path)
    await expect(openVault(folder, { passphrase: OLD })).rejects.toThrow(/does not open/)
    await rm(join(folder.vault, 'recipients.age'))
    await expect(openVault(folder, { passphrase: OLD })).rejects.toThrow(/it is gone/)
    const codes = (await verifyCase(folder, home())).problems.map(({ code }) => code)
    expect(codes).toEqual(['vault-missing', 'vault-missing'])
  })

  test('is none where its making was interrupted', async () => {
    const folder = await newCase()
    const vault = await newVault(folder, { work: WORK })
    await stageAccess(folder, await vault.accessFiles({ passphrase: OLD, recipients: [] }))
    expect(hasVault(folder)).toBe(false)
    const made = await writing(folder, (custody) =>
      makeVault(custody, { passphrase: NEW, recipients: [] }, { work: WORK }),
    )
    expect(hasVault(folder)).toBe(true)
    made.close()
    await openVault(folder, { passphrase: NEW })
    expect((await verifyCase(folder, home())).problems).toEqual([])
  })
})

describe('a crash at every step', { timeout: 120_000 }, () => {
  const folder = { root: '/case', vault: '/case/vault', records: '/case/records' } as CaseFolder

  async function diskWith(files: ReadonlyMap<string, Uint8Array>): Promise<SimulatedDisk> {
    const disk = simulatedDisk()
    await disk.makeFolder('/case')
    await disk.makeFolder('/case/vault')
    for (const [name, bytes] of files) {
      const sink = await disk.create(`/case/vault/${name}`)
      await sink.write(bytes)
      await sink.sync()
    }
    for (const path of ['/', '/case', '/case/vault']) await disk.syncFolder(path)
    return disk
  }

  /** Which passphrases open the vault as it lies on this disk. */
  async function openers(disk: SimulatedDisk): Promise<readonly string[]> {
    const found: string[] = []
    for (const passphrase of [OLD, NEW]) {
      const opened = await openAccess(folder, { passphrase }, { disk }).catch(() => null)
      if (opened !== null) found.push(passphrase)
    }
    return found
  }

  test('of a rekey leaves the old passphrase or, once it is recorded, the new, and never neither', async () => {
    const identity = await generateX25519Identity()
    const before = await accessFiles(identity, { passphrase: OLD, recipients: [] }, WORK)
    const after = await accessFiles(identity, { passphrase: NEW, recipients: [] }, WORK)
    const records = { before: { files: recordedFiles(before) }, after: { files: recordedFiles(after) } }
    const change = async (disk: SimulatedDisk, reached: { recorded: boolean }) => {
      await stageAccess(folder, after, { disk })
      reached.recorded = true
      await settleAccess(folder, records.after, { disk })
    }
    const whole = await diskWith(before)
    whole.fail(null)
    await change(whole, { recorded: false })
    expect(whole.steps).toBeGreaterThan(8)
    for (let at = 1; at <= whole.steps; at++) {
      for (const seed of [1, 2, 3]) {
        const disk = await diskWith(before)
        disk.fail({ at, kind: 'crash' })
        const reached = { recorded: false }
        await expect(change(disk, reached)).rejects.toThrow(CrashError)
        const found = disk.afterCrash(seed * 100 + at)
        expect((await openers(found)).length, `step ${at}`).toBeGreaterThan(0)
        await settleAccess(folder, reached.recorded ? records.after : records.before, { disk: found })
        expect(await openers(found), `step ${at}`).toEqual([reached.recorded ? NEW : OLD])
        expect((await found.list('/case/vault')).map(({ name }) => name)).toEqual(['passphrase.age'])
      }
    }
  })

  test('of destroying a key ends, run again, with nothing of it on the disk', async () => {
    const item = newRecordId()
    const disk = async () => {
      const made = await diskWith(new Map())
      const vault = await newVault(folder, { disk: made, work: WORK })
      await vault.makeKey(item, made)
      made.fail(null)
      return { made, key: Buffer.from(await made.read(keyPath(folder, item))) }
    }
    const { made: first } = await disk()
    await destroyKey(folder, item, { disk: first })
    expect(first.steps).toBeGreaterThan(3)
    for (let at = 1; at <= first.steps; at++) {
      const { made, key } = await disk()
      made.fail({ at, kind: 'crash' })
      await expect(destroyKey(folder, item, { disk: made })).rejects.toThrow(CrashError)
      const found = made.afterCrash(at)
      await destroyKey(folder, item, { disk: found })
      for (const seed of [1, 2]) {
        const last = found.afterCrash(seed)
        expect(await last.stat(keyPath(folder, item))).toBeNull()
      }
      expect(key.toString()).toContain('age-encryption.org/v1')
    }
  })

  test('a key is overwritten before it is removed', async () => {
    const item = newRecordId()
    const made = await diskWith(new Map())
    await (await newVault(folder, { disk: made, work: WORK })).makeKey(item, made)
    const key = Buffer.from(await made.read(keyPath(folder, item)))
    const written: Uint8Array[] = []
    const watched = {
      ...made,
      overwrite: async (path: string, bytes: Uint8Array) => {
        written.push(bytes)
        await made.overwrite(path, bytes)
      },
      remove: async (path: string) => {
        expect(Buffer.from(await made.read(path)).equals(key)).toBe(false)
        await made.remove(path)
      },
    }
    await destroyKey(folder, item, { disk: watched })
    expect(written.map(({ length }) => length)).toEqual([key.length])
  })
})

test('an age decrypter other than ours opens the passphrase file', async () => {
  const { folder } = await madeCase()
  const decrypter = new Decrypter()
  decrypter.addPassphrase(OLD)
  const text = await decrypter.decrypt(await readFile(join(folder.vault, 'passphrase.age')), 'text')
  expect(text).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]+\n$/)
})
