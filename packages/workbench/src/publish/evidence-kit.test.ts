/** Exports judged by the commands of VERIFY.md, with nothing but a shell, sha512sum and openssl, and by our own code. */
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkOcflRoot,
  comparisonDigits,
  isKit,
  parseCheckpoint,
  parsePem,
  parseWrittenCheckpoint,
  verifyKit,
} from '@corroborate/evidence'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HUGE, ODD_ENTRIES } from '../../../evidence/src/disk/odd-entries.fixture.ts'
import { keyFingerprint } from './evidence-kit.ts'
import { following, type Kits, makeKits } from './kit.fixture.ts'
import {
  DATED_TAMPERINGS,
  INSIDER_TAMPERINGS,
  resign,
  TAMPERINGS,
  type TamperedKit,
  tampered,
} from './tampering.fixture.ts'

const openssl = spawnSync('openssl', ['version']).status === 0
const tools = openssl && spawnSync('sha512sum', ['--version']).status === 0

let root = ''
let kits: Kits
let kit: TamperedKit
const folder = () => join(root, 'export')

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kit-'))
  kits = await makeKits(root)
})
beforeEach(async () => {
  await rm(folder(), { recursive: true, force: true })
  await cp(kits.whole, folder(), { recursive: true })
  kit = tampered(folder())
})
afterAll(() => rm(root, { recursive: true, force: true }))

const KINDS = [...TAMPERINGS, ...(openssl ? DATED_TAMPERINGS : [])]

describe('our own code', () => {
  test('finds a whole export whole, with and without its originals', async () => {
    const whole = await verifyKit(kits.whole)
    expect(whole).toMatchObject({
      valid: true,
      errors: [],
      warnings: [],
      fingerprint: keyFingerprint(kits.signer),
      originals: { listed: 2, here: 2 },
      records: 2,
      cosignatures: [{ size: openssl ? 4 : 2, witness: 'witness.example', time: new Date('2031-01-01T00:00:00Z') }],
    })
    expect(whole.stamps).toMatchObject(openssl ? [{ size: 2, authority: /Invented/, anchored: false }] : [])
    expect(await verifyKit(kits.bare)).toMatchObject({ valid: true, originals: { listed: 2, here: 0 }, records: 0 })
    expect(await checkOcflRoot(join(kits.whole, 'originals'))).toMatchObject({ valid: true, errors: [] })
  })

  test.skipIf(!openssl)(
    'anchors a time-stamp in certificates given, and says where they do not vouch for it',
    async () => {
      const trusted = parsePem(kits.trust ?? '')
      expect(await verifyKit(kits.whole, { trusted })).toMatchObject({ warnings: [], stamps: [{ anchored: true }] })
      expect(await verifyKit(kits.whole, { trusted: [] })).toMatchObject({
        valid: true,
        warnings: [{ code: 'timestamp-trust' }],
      })
    },
  )

  test('holds an export to a checkpoint that somebody kept', async () => {
    const note = await readFile(kit.at('evidence/checkpoint'), 'utf8')
    const theirs = await readFile(join(kits.forged, 'evidence/checkpoint'), 'utf8')
    const { size, ...checkpoint } = parseCheckpoint(note)
    const digits = comparisonDigits({ size, ...checkpoint }).join(' ')
    const judge = async (given: string) => {
      const { errors } = await verifyKit(folder(), { written: parseWrittenCheckpoint(given) })
      return errors.map(({ code }) => code)
    }
    expect(await judge(note)).toEqual([])
    expect(await judge(`${size} ${digits}`)).toEqual([])
    expect(await judge(`${size + 1} ${digits}`)).toEqual(['log-rolled-back'])
    expect(await judge(`${size - 1} ${digits}`)).toEqual(['log-forked'])
    expect(await judge(theirs)).toEqual(['log-forked'])
  })

  test.each(KINDS)('names $named: $name', async ({ tamper, named }) => {
    await tamper(kit)
    const { valid, errors } = await verifyKit(folder())
    expect(valid).toBe(false)
    expect(errors.map(({ path }) => path).filter((path) => path.startsWith(named))).not.toEqual([])
  })

  test.each(INSIDER_TAMPERINGS.filter(({ dated }) => openssl || dated === undefined))(
    'names $named though the list was signed anew: $name',
    async ({ tamper, named }) => {
      await tamper(kit)
      await resign(kit, kits.signer)
      const { errors } = await verifyKit(folder())
      expect(errors.map(({ path }) => path).filter((path) => path.startsWith(named))).not.toEqual([])
      expect(errors.map(({ code }) => code)).not.toContain('kit-signature')
    },
  )

  test.skipIf(process.platform === 'win32').each([...ODD_ENTRIES, HUGE])(
    'in place of any file of the evidence, it is named and all else is judged: %s',
    async (how, put) => {
      const evidence = await readdir(kit.at('evidence'), { recursive: true, withFileTypes: true })
      const files = evidence
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder().length + 1))
      files.push(await kit.find(/^records\/captures\//), await kit.find(/^originals\/.*inventory/))
      await writeFile(kit.at('more.csv'), 'x')
      for (const file of files) {
        // Of what is in the list every byte is read, however many there are.
        if (how === HUGE[0] && !file.startsWith('evidence/files.sha512')) continue
        const bytes = await readFile(kit.at(file))
        await put(kit.at(file))
        expect(await isKit(folder())).toBe(true)
        const named = (await verifyKit(folder())).errors.map(({ path }) => path)
        expect(named, file).toContain(file)
        expect(named.includes('more.csv') || file === 'evidence/files.sha512', file).toBe(true)
        await rm(kit.at(file), { recursive: true })
        await writeFile(kit.at(file), bytes)
      }
      expect((await verifyKit(folder())).errors.map(({ path }) => path)).toEqual(['more.csv'])
    },
  )

  test('a list that is none, or leads elsewhere, is told', async () => {
    for (const line of [
      'hello\n',
      `${'0'.repeat(128)}  ../outside\n`,
      `${'0'.repeat(128)}  /etc/passwd\n`,
      'no newline',
    ]) {
      await writeFile(kit.at('evidence/files.sha512'), line)
      expect((await verifyKit(folder())).errors.map(({ code }) => code)).toContain('kit-list')
    }
  })
})

describe.skipIf(!tools)('sha512sum and openssl alone (skipped without them)', () => {
  test('find a whole export whole, with and without its originals', async () => {
    expect(following(kits.whole)).toEqual({ failed: [], fingerprint: keyFingerprint(kits.signer) })
    expect(following(kits.bare)).toEqual({ failed: [], fingerprint: keyFingerprint(kits.signer) })
    expect(following(kits.bare, 'sh case', kits.case.root).failed).toEqual([])
  })

  test.each(KINDS)('tell $name', async ({ tamper }) => {
    await tamper(kit)
    // Whoever checks has the page from elsewhere, or sees that it was changed.
    expect(following(folder()).failed).not.toEqual([])
  })

  test('there are twenty kinds and more', () => expect(KINDS.length).toBeGreaterThanOrEqual(20))

  test('tell a time-stamp on something else, though whoever holds the key signed the list anew', async () => {
    const other = INSIDER_TAMPERINGS.find(({ name }) => name === 'a time-stamp on something else')
    await other?.tamper(kit)
    await resign(kit, kits.signer)
    expect(following(folder()).failed).toMatchObject([expect.stringMatching(/^openssl ts -verify/)])
  })

  test('tell by the fingerprint an export signed anew with another key', async () => {
    const { failed, fingerprint } = following(kits.forged)
    expect(failed).toEqual([])
    expect(fingerprint).not.toBe(keyFingerprint(kits.signer))
    expect((await verifyKit(kits.forged)).fingerprint).toBe(fingerprint)
  })
})
