/**
 * The machine stops, its disk fills up or fails, at every step of what is done with confidential items: adding them,
 * deciding on one, shredding one, changing who opens the vault. Before or after, never between; nothing in the clear is
 * left or ever written; a key is there exactly while no notice in the log says that it was destroyed.
 * CORROBORATE_ENDURANCE takes every step.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from '@corroborate/evidence'
import { openLogReader, parseLeaf } from '@corroborate/evidence'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSight } from '../derive/open-view.ts'
import { openCase } from '../preserve/case-folder.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import { hasVault, listKeys, type OpenVault, openVault } from '../preserve/vault.ts'
import { WrongSecretError } from '../preserve/vault-access.ts'
import {
  type CrashBench,
  EVERY_STEP,
  FAULTS,
  openCrashBench,
  type Rehearsed,
  SLOW,
  type Trial,
} from './crash.fixture.ts'
import { doorTo } from './door.fixture.ts'
import { mirrored, simulate } from './mirrored-disk.fixture.ts'
import type { VaultDoor } from './operation.ts'
import { vaultOf, viewOf } from './sight.ts'

const NAME = 'statement-of-ordana-kelbek.txt'
const TESTIMONY = `Statement of Ordana Kelbek, taken on 9 March 2025.
Ordana Kelbek said that at least 14 civilians were killed in Tolmesh by the Brannic Brigade.
`
const SECOND = `Statement of Vessimar Dolk, taken on 10 March 2025.
Vessimar Dolk said that at least 9 civilians were killed in Harrowmere on 8 March 2025.
`
const BY = { by: 'R. Haddad', reason: 'checked' }
/** In the clear nowhere; a key in the clear has the last of these. */
const SECRETS = ['Ordana', 'Kelbek', 'Brannic', 'Vessimar', 'Harrowmere', 'statement-of', 'AGE-SECRET-KEY-1']
/** Long enough that no ciphertext holds their like by chance, however many are searched. */
const PHRASES = [
  'Ordana Kelbek',
  'Brannic Brigade',
  'Vessimar Dolk',
  'in Harrowmere',
  'statement-of-ordana',
  'AGE-SECRET-KEY-1',
]

let bench: CrashBench
let old = ''
let renewed = ''
let figure = ''
let item = ''
const recipients: string[] = []

let opened: OpenVault | null = null
/** Opens with the identity in force, whichever of the two that is. */
const vaults = {
  ...doorTo(async (folder) => {
    opened ??= await openVault(folder, { identities: old }).catch((error) => {
      if (!(error instanceof WrongSecretError)) throw error
      return openVault(folder, { identities: renewed })
    })
    return opened
  }),
  forget() {
    opened = null
  },
} satisfies VaultDoor & { forget(): void }

/** How a word may lie in bytes as it is. */
function forms(word: string): readonly Buffer[] {
  return [Buffer.from(word), Buffer.from(word.toLowerCase()), Buffer.from(word, 'utf16le')]
}

/** Wherever a phrase lies in what was put into base64, these characters of it are the same. */
function encoded(phrase: string): readonly Buffer[] {
  return [0, 1, 2].map((before) =>
    Buffer.from(
      Buffer.from(`${'x'.repeat(before)}${phrase}`)
        .toString('base64')
        .slice(before === 0 ? 0 : 4, -4),
    ),
  )
}
const NEEDLES = [...SECRETS.flatMap(forms), ...PHRASES.flatMap(encoded)]

async function readable(): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of ['case', 'home']) {
    for (const entry of await readdir(bench.at(folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const bytes = Buffer.concat([await readFile(path), Buffer.from(path)])
      if (NEEDLES.some((needle) => bytes.includes(needle))) found.push(path)
    }
  }
  return found
}

/** What a person sees with the vault open, without the ids and digests that no two ciphertexts share. */
async function state(): Promise<string> {
  const folder = await openCase(bench.at('case'))
  const sight = await openSight(folder, await vaultOf(bench.context(), folder), bench.context())
  const { documents, decisions, overview } = await (await viewOf(folder, sight)).dossier()
  await sight.close()
  return JSON.stringify({
    documents: documents
      .map(({ files, confidential, figureList }) => [
        files,
        confidential,
        figureList.map(({ value, claimant, review }) => [value, claimant, review.status]),
      ])
      .sort(),
    decisions: decisions.map(({ action, orphan }) => [action, orphan]),
    counts: overview.counts,
    items: overview.vault?.items,
  })
}

async function opens(identities: string): Promise<boolean> {
  const folder = await openCase(bench.at('case'))
  const opened = await openVault(folder, { identities }).catch((error) => {
    if (error instanceof WrongSecretError) return null
    throw error
  })
  return opened !== null
}

/** A key is there for each item that was not withdrawn and for no item that was, and each notice has its leaf. */
async function sound(where: string): Promise<void> {
  expect(await readable(), where).toEqual([])
  const folder = await openCase(bench.at('case'))
  if (!hasVault(folder)) return
  const { items, withdrawals, vault } = await readSealed(folder)
  const keys = new Set(await listKeys(folder))
  const logged = new Set<string>()
  for await (const { bytes } of (await openLogReader(folder.log)).leaves()) logged.add(parseLeaf(bytes).record)
  for (const id of items.keys()) expect(keys.has(id), `${where}: key of ${id}`).toBe(!withdrawals.has(id))
  for (const { id } of withdrawals.values())
    expect(logged.has(`withdrawals/${id.slice(0, 2)}/${id}`), `${where}: leaf of a notice`).toBe(true)
  const files = await readdir(folder.vault, { recursive: true, withFileTypes: true })
  const names = files.filter((file) => file.isFile() && !/^[0-9a-f-]{36}\.age$/.test(file.name)).map(({ name }) => name)
  expect(names, where).toEqual(vault?.files.map(({ path }) => path))
}

const added = (items: number): Pick<Trial, 'done' | 'ended'> => ({
  async done() {
    const { 'sealed-items': sealed = 0, 'intake-ends': ends = 0 } = await bench.counts()
    return sealed >= items && ends === items + 1
  },
  async ended() {
    expect(await bench.counts()).toMatchObject({ 'sealed-items': items, intakes: items + 1, 'intake-ends': items + 1 })
  },
})

const FIRST: Trial = {
  name: 'add --confidential, where it makes the vault',
  verb: 'add',
  input: async () => ({ paths: [bench.at('closed', NAME)], confidential: true, ...(await withRecipients()) }),
  state,
  sound,
  ...added(1),
}

/** Only who makes the vault names who opens it. */
async function withRecipients() {
  return hasVault(await openCase(bench.at('case'))) ? {} : { recipient: recipients.slice(0, 1) }
}

const TRIALS: readonly Trial[] = [
  {
    name: 'add --confidential',
    verb: 'add',
    input: async () => ({ paths: [bench.at('closed/second.txt')], confidential: true }),
    state,
    sound,
    ...added(2),
  },
  {
    name: 'decide on a confidential item',
    verb: 'decide',
    input: async () => ({ action: 'accept', target: figure, ...BY, reason: 'Ordana Kelbek confirmed it' }),
    state,
    sound,
    async done() {
      const { decisions = 0, 'sealed-records': sealed = 0 } = await bench.counts()
      expect(decisions).toBe(0)
      return sealed === 1
    },
  },
  {
    name: 'shred',
    verb: 'shred',
    input: async () => ({ item, ...BY, reason: 'consent was withdrawn' }),
    state,
    sound,
    done: async () => (await bench.counts()).withdrawals === 1,
    async ended() {
      const folder = await openCase(bench.at('case'))
      expect(await listKeys(folder)).toEqual([])
      expect(await opens(old)).toBe(true)
    },
  },
  {
    name: 'rekey',
    verb: 'rekey',
    input: async () => ({ recipient: recipients.slice(1), noPassphrase: true, ...BY }),
    state,
    async sound(where) {
      await sound(where)
      const { vaults } = await bench.counts()
      expect([await opens(old), await opens(renewed)], where).toEqual([vaults === 1, vaults === 2])
    },
    done: async () => (await bench.counts()).vaults === 2,
  },
]

/** What passes through a disk to be written, and under which names. */
function watched(disk: Disk, seen: Buffer[]): Disk {
  const named = (path: string) => seen.push(Buffer.from(path))
  return {
    ...disk,
    async create(path, options) {
      named(path)
      const sink = await disk.create(path, options)
      return {
        ...sink,
        async write(bytes) {
          seen.push(Buffer.from(bytes))
          await sink.write(bytes)
        },
      }
    },
    async rename(from, to) {
      named(to)
      await disk.rename(from, to)
    },
    async link(from, to) {
      named(to)
      await disk.link(from, to)
    },
    async makeFolder(path) {
      named(path)
      await disk.makeFolder(path)
    },
    async overwrite(path, bytes) {
      seen.push(Buffer.from(bytes))
      await disk.overwrite(path, bytes)
    },
  }
}

beforeAll(async () => {
  bench = await openCrashBench({ vaults, quick: 1, stores: 'in turn' })
  for (const folder of ['open', 'closed']) await mkdir(bench.at(folder))
  await writeFile(bench.at('open/report.txt'), 'The Zelmora Monitor said that at least 12 civilians were killed.\n')
  await writeFile(bench.at('closed', NAME), TESTIMONY)
  await writeFile(bench.at('closed/second.txt'), SECOND)
  old = await generateX25519Identity()
  renewed = await generateX25519Identity()
  recipients.push(await identityToRecipient(old), await identityToRecipient(renewed))
  await bench.perform('new', { title: 'Crash', invented: true })
  await bench.perform('add', { paths: [bench.at('open')] })
  await bench.keep()
}, SLOW)
afterAll(() => bench.remove())

function broken(trial: Trial): void {
  describe(trial.name, () => {
    let rehearsed: Rehearsed
    beforeAll(async () => {
      rehearsed = await bench.rehearse(trial)
    }, SLOW)

    test('takes steps, all of them through the disk', () => expect(rehearsed.steps).toBeGreaterThan(20))

    test('puts nothing in the clear through the disk', { timeout: SLOW }, async () => {
      await bench.reset()
      const seen: Buffer[] = []
      await bench.perform(
        trial.verb,
        await trial.input(),
        watched(mirrored(await simulate([bench.at('home'), bench.at('case')])), seen),
      )
      expect(seen.length).toBeGreaterThan(10)
      for (const bytes of seen)
        expect(
          NEEDLES.some((needle) => bytes.includes(needle)),
          bytes.toString('latin1'),
        ).toBe(false)
    })

    test.each(FAULTS)('%s at every step', { timeout: EVERY_STEP }, (kind) => bench.breakAt(trial, rehearsed, kind))
  })
}

broken(FIRST)

describe('in a case with a confidential item', () => {
  beforeAll(async () => {
    await bench.reset()
    await bench.perform(FIRST.verb, await FIRST.input())
    const { figures } = (await bench.perform('claims', {})) as { figures: { id: string; value: number }[] }
    figure = figures.find(({ value }) => value === 14)?.id ?? ''
    item = [...(await readSealed(await openCase(bench.at('case')))).items.keys()][0] ?? ''
    await bench.keep()
  }, SLOW)

  for (const trial of TRIALS) broken(trial)

  test('lock takes no step, so that none can be cut short', { timeout: SLOW }, async () => {
    await bench.reset()
    const simulated = await simulate([bench.at('home'), bench.at('case')])
    simulated.fail({ at: 1, kind: 'crash' })
    expect(await bench.perform('lock', {}, mirrored(simulated))).toEqual({ told: [], items: 1, readable: [] })
    expect(simulated.steps).toBe(0)
    expect(await readable()).toEqual([])
  })
})

test('the search above finds what is there to be found', { timeout: SLOW }, async () => {
  await bench.reset()
  for (const [at, text] of [`--${TESTIMONY}`, Buffer.from(`x${SECOND}`).toString('base64'), old].entries())
    await writeFile(bench.at('case', `left-${at}`), text)
  expect(await readable()).toHaveLength(3)
})
