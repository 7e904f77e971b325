/** Confidential items through the operations: nothing of them is readable on the disk, and shredding is final. */
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCase } from '../preserve/case-folder.ts'
import { takeCustody } from '../preserve/custody.ts'
import { makeVault } from '../preserve/keep-vault.ts'
import { type OpenVault, openVault } from '../preserve/vault.ts'
import { dossierText } from '../publish/dossier.ts'
import { doorTo } from './door.fixture.ts'
import { contextIn, perform } from './perform.fixture.ts'

const PASSPHRASE = 'quill lantern ochre bramble'
const NAME = 'statement-of-ordana-kelbek.txt'
const TESTIMONY = `Statement of Ordana Kelbek, taken on 9 March 2025.
Ordana Kelbek said that at least 14 civilians were killed in Tolmesh by the Brannic Brigade.
"They went from house to house with a list," Ordana Kelbek said.
`
const SECOND = `Statement of Vessimar Dolk, taken on 10 March 2025.
Vessimar Dolk said that at least 9 civilians were killed in Harrowmere on 8 March 2025.
`
const REPORT = 'The Zelmora Monitor said on 8 March 2025 that at least 12 civilians were killed in Tolmesh.\n'

let made = ''
let root = ''
let vault: OpenVault | null = null

const folder = () => join(root, 'case')
const door = doorTo(async (opened) => {
  vault ??= await openVault(opened, { passphrase: PASSPHRASE })
  return vault
}, PASSPHRASE)
const context = (open: boolean) => contextIn(root, open ? { vaults: door } : {})

// biome-ignore lint/suspicious/noExplicitAny: what an operation answers is known by its own schema
const run = (name: string, input: Record<string, unknown> = {}, open = true): Promise<any> =>
  perform(context(open), name, { case: folder(), ...input })

async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Every form in which a text may lie in a file. */
function forms(text: string): readonly Buffer[] {
  return [Buffer.from(text), Buffer.from(text.toLowerCase()), Buffer.from(text, 'utf16le')]
}

const WORDS = [
  'Ordana',
  'Kelbek',
  'Brannic',
  'house to house',
  'Vessimar',
  'Harrowmere',
  'statement-of',
  'second-witness',
]
const NEEDLES = [
  ...WORDS.flatMap(forms),
  ...[TESTIMONY, SECOND, NAME].flatMap((text) =>
    ['sha256', 'sha512', 'sha1', 'md5'].flatMap((algorithm) => {
      const digest = createHash(algorithm).update(text).digest()
      return [digest, Buffer.from(digest.toString('hex')), Buffer.from(digest.toString('base64'))]
    }),
  ),
]

async function readable(): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of await filesOf(root)) {
    if (path.startsWith(join(root, 'in'))) continue
    const bytes = Buffer.concat([await readFile(path), Buffer.from(path)])
    if (NEEDLES.some((needle) => bytes.includes(needle))) found.push(path.slice(root.length))
  }
  return found
}

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'corroborate-vault-'))
  root = made
  await mkdir(join(root, 'in/public'), { recursive: true })
  await mkdir(join(root, 'in/closed'))
  await writeFile(join(root, 'in/public/report.txt'), REPORT)
  await writeFile(join(root, 'in/closed', NAME), TESTIMONY)
  await writeFile(join(root, 'in/closed/second-witness.txt'), SECOND)
  await run('new', { title: 'Invented', invented: true }, false)
  await run('add', { paths: [join(root, 'in/public')] }, false)
  const opened = await openCase(folder())
  const { home, now } = context(false)
  const custody = await takeCustody(opened, { home, now, command: 'test' })
  vault = await makeVault(custody, { passphrase: PASSPHRASE, recipients: [] }, { work: 4 })
  await custody.release()
  await run('add', { paths: [join(root, 'in/closed')], confidential: true })
  vault = null
}, 180_000)

afterAll(() => rm(made, { recursive: true, force: true }))

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-vault-copy-'))
  await cp(made, root, { recursive: true })
  vault = null
  return () => rm(root, { recursive: true, force: true })
})

const figureOf = async (value: number) =>
  (await run('claims', {})).figures.find((figure: { value: number }) => figure.value === value)
const BY = { by: 'R. Haddad', reason: 'checked' }

describe('a confidential item', { timeout: 180_000 }, () => {
  test('is seen with the vault open, marked, and counted but not seen with it locked', async () => {
    const open = await run('documents', {})
    expect(open.map(({ files, confidential }: never) => [files[0], confidential])).toEqual([
      ['report.txt', undefined],
      ['second-witness.txt', true],
      [NAME, true],
    ])
    expect(await run('documents', {}, false)).toHaveLength(1)
    expect((await run('overview', {}, false)).vault).toEqual({ items: 2, unseen: 2, withdrawals: [] })
    expect((await run('overview', {})).vault).toEqual({ items: 2, unseen: 0, withdrawals: [] })
    expect((await run('search', { q: 'brannic' })).hits).toHaveLength(1)
    expect((await run('search', { q: 'brannic' }, false)).hits).toHaveLength(0)
    const origins = async (unlocked: boolean) =>
      (await run('ledger', {}, unlocked)).series.map(({ origin }: { origin: string }) => origin)
    expect(await origins(true)).toContain('Ordana Kelbek')
    expect(await origins(false)).not.toContain('Ordana Kelbek')
  })

  test('leaves no word, name or digest of itself on the disk, whatever is done with it', async () => {
    expect(await readable()).toEqual([])
    await run('decide', {
      action: 'accept',
      target: (await figureOf(14)).id,
      ...BY,
      reason: 'Ordana Kelbek confirmed it',
    })
    await run('decide', {
      action: 'correct',
      target: (await figureOf(9)).id,
      set: { place: 'Harrowmere', claimant: 'Vessimar Dolk' },
      ...BY,
    })
    await run('decide', { action: 'merge-names', set: { names: 'Ordana Kelbek; Vessimar Dolk' }, ...BY })
    await run('decide', { action: 'add', document: NAME, quote: 'with a list', claimKind: 'statement', ...BY })
    await run('search', { q: 'Brannic' })
    await run('lineage', {})
    await run('rebuild', {})
    await run('verify', { record: true })
    await run('export', { to: join(root, 'out') })
    expect(await readable()).toEqual([])
  })

  test('the search above finds what is there to be found', async () => {
    await writeFile(join(folder(), 'left.tmp'), `noise ${TESTIMONY} noise`)
    await writeFile(join(folder(), 'log/left.bin'), createHash('sha512').update(SECOND).digest())
    const found = (await readable()).join('\n')
    expect(found).toContain('left.tmp')
    expect(found).toContain('left.bin')
  })

  test('`lock` finds what was left readable, and nothing where nothing was', async () => {
    expect(await run('lock', {})).toEqual({ told: [], items: 2, readable: [] })
    await writeFile(join(folder(), 'log/left.bin'), `…${TESTIMONY.split('\n')[1]}…`)
    await writeFile(join(root, 'home/note.txt'), 'AGE-SECRET-KEY-1QQQ')
    const { readable: found } = await run('lock', {})
    expect(found.map(({ path, what }: { path: string; what: string }) => [path.slice(root.length), what])).toEqual([
      ['/case/log/left.bin', expect.stringMatching(/^words of the confidential item/)],
      ['/home/note.txt', 'a key in the clear'],
    ])
    expect((await run('lock', {}, false)).readable).toHaveLength(1)
  })

  test('decisions on it are sealed, those on public documents are not, and order holds across both', async () => {
    const sealed = async () => filesOf(join(folder(), 'records/sealed-records')).catch(() => [])
    await run('decide', { action: 'accept', target: (await figureOf(12)).id, ...BY })
    expect(await sealed()).toEqual([])
    await run('decide', { action: 'reject', target: (await figureOf(14)).id, ...BY })
    const taken = await run('decisions', {})
    await run('decide', { action: 'undo', target: taken[1].id, ...BY })
    await run('decide', { action: 'undo', target: taken[0].id, ...BY }, false)
    expect(await sealed()).toHaveLength(2)
    expect((await run('decisions', {})).map(({ action }: { action: string }) => action)).toEqual([
      'accept',
      'reject',
      'undo',
      'undo',
    ])
    expect((await run('decisions', {}, false)).map(({ action }: { action: string }) => action)).toEqual([
      'accept',
      'undo',
    ])
  })

  test('a decision about the case is sealed where it rests on confidential items, and only there', async () => {
    await run('decide', { action: 'range-rule', set: { rule: 'publish-the-range' }, ...BY })
    await run('decide', { action: 'range-rule', set: { rule: 'prioritise-origin', origin: 'Ordana Kelbek' }, ...BY })
    expect(await run('decisions', {}, false)).toHaveLength(1)
    expect(await run('decisions', {})).toHaveLength(2)
    const [name] = (await filesOf(join(folder(), 'records/sealed-records'))).filter((path) => path.endsWith('.json'))
    const items = (await run('vault', {})).items as { id: string; names: string[] }[]
    const { record } = JSON.parse(await readFile(name ?? '', 'utf8'))
    expect(record.keys).toEqual(items.filter(({ names }) => names.includes(NAME)).map(({ id }) => id))
    await expect(
      run(
        'decide',
        { action: 'range-rule', set: { rule: 'prioritise-origin', origin: 'Ordana Kelbek' }, ...BY },
        false,
      ),
    ).rejects.toThrow(/no figure of the case is attributed/)
  })

  test('a rebuild gives the same dossier, with the vault open and locked', async () => {
    await run('decide', { action: 'accept', target: (await figureOf(14)).id, ...BY })
    const opened = await run('rebuild', {})
    expect(opened).toMatchObject({ documents: 3, same: true, orphans: [] })
    const locked = await run('rebuild', {}, false)
    expect(locked).toMatchObject({ documents: 1, same: true, orphans: [] })
    expect(locked.dossier).not.toBe(opened.dossier)
  })

  test('an export holds nothing of it, not even its ciphertext, though the vault is open', async () => {
    const { leftOut } = await run('export', { to: join(root, 'out'), originals: true })
    expect(leftOut).toBe(2)
    const files = await filesOf(join(root, 'out'))
    expect(files.filter((path) => path.endsWith('sealed.age'))).toEqual([])
    expect(await readFile(join(root, 'out/evidence/originals.sha512'), 'utf8')).not.toContain('sealed.age')
    const dossier = JSON.parse(await readFile(join(root, 'out/dossier.json'), 'utf8'))
    expect(dossier.overview.vault).toEqual({ items: 2, unseen: 2, withdrawals: [] })
    expect(dossier.documents).toHaveLength(1)
  })

  test('an interrupted intake is gone on with, and takes nothing in twice', async () => {
    const ended = await filesOf(join(folder(), 'records/intake-ends'))
    for (const path of ended) {
      const { record } = JSON.parse(await readFile(path, 'utf8'))
      if (record.captures === 2) await rm(path)
    }
    await writeFile(join(root, 'in/closed/third.txt'), 'Sennal Urk said that 3 people were killed in Tolmesh.\n')
    const again = await run('add', { paths: [join(root, 'in/closed')], confidential: true })
    expect(again).toMatchObject({ captures: 1, resumed: 2, newItems: 1, documents: 4 })
  })

  test('the same files are not given a second key, the same bytes under another name are', async () => {
    const before = (await run('vault')).items.length
    const again = await run('add', { paths: [join(root, 'in/closed')], confidential: true })
    expect(again).toMatchObject({ captures: 0, newItems: 0, problems: [], documents: 3 })
    expect(again.alreadySealed).toHaveLength(2)
    await cp(join(root, 'in/closed'), join(root, 'in/copies'), { recursive: true })
    const [name = ''] = await readdir(join(root, 'in/copies'))
    await rename(join(root, 'in/copies', name), join(root, 'in/copies', `copy-${name}`))
    const other = await run('add', { paths: [join(root, 'in/copies')], confidential: true })
    expect(other).toMatchObject({ captures: 1, newItems: 1 })
    expect((await run('vault')).items).toHaveLength(before + 1)
  })

  test('needs the open vault to be added to', async () => {
    await expect(run('add', { paths: [join(root, 'in/closed')], confidential: true }, false)).rejects.toThrow(
      /is locked/,
    )
  })

  test('says where its bytes lie in the clear already', async () => {
    const { alreadyPublic } = await run('add', { paths: [join(root, 'in/public')], confidential: true })
    expect(alreadyPublic).toEqual(['report.txt'])
  })
})

describe('shredding', { timeout: 180_000 }, () => {
  const shredded = (input: Record<string, unknown> = {}) =>
    run('shred', { item: NAME, by: 'R. Haddad', reason: 'consent was withdrawn', ...input })

  test('takes the item, its decisions and its key; proofs, verification and rebuild hold', async () => {
    await run('decide', { action: 'accept', target: (await figureOf(14)).id, ...BY })
    await run('decide', { action: 'accept', target: (await figureOf(9)).id, ...BY })
    const before = await run('verify', {})
    const { item } = await shredded()
    expect(await filesOf(join(folder(), 'vault/keys'))).toHaveLength(1)
    const after = await run('verify', {})
    expect(after).toMatchObject({ valid: true, confidential: { items: 1, opened: 1, shredded: 1 } })
    expect(after.leaves).toBe(before.leaves + 1)
    const live = await run('overview', {})
    expect(live.vault).toMatchObject({
      items: 1,
      unseen: 0,
      withdrawals: [{ item, effects: 'fall', contributions: [] }],
    })
    expect(live.counts.documents).toBe(2)
    expect(await run('decisions', {})).toHaveLength(1)
    expect(await run('rebuild', {})).toMatchObject({ same: true, documents: 2, orphans: [] })
    vault = null
    expect(await run('overview', {})).toEqual(live)
    expect((await run('verify', {}, false)).valid).toBe(true)
    await run('decide', { action: 'accept', target: (await figureOf(12)).id, ...BY })
    expect((await run('verify', {})).valid).toBe(true)
  })

  test('keeps numbers without words where its effects stand', async () => {
    const { contributions } = await shredded({ effects: 'stand' })
    expect(contributions).toEqual([
      {
        value: 14,
        valueMax: null,
        vagueWord: null,
        comparator: 'at_least',
        effect: 'killed',
        victims: 'civilians',
        scope: expect.any(String),
        asOf: null,
      },
    ])
    expect(await readable()).toEqual([])
  })

  test('works by id while the vault is locked, but then tells nothing of what it contributed', async () => {
    const { items } = await run('vault', {}, false)
    await expect(run('shred', { item: items[0].id, effects: 'stand', ...BY }, false)).rejects.toThrow(/is locked/)
    await run('shred', { item: items[0].id, ...BY }, false)
    expect((await run('vault', {}, false)).items).toHaveLength(1)
    expect((await run('verify', {}, false)).confidential).toEqual({ items: 1, opened: 0, shredded: 1 })
  })

  test('refuses a notice that tells what only the item says, a public item, and a second time', async () => {
    await expect(shredded({ reason: 'Ordana Kelbek asked for it' })).rejects.toThrow(/stays readable/)
    await expect(shredded({ reason: `${NAME} was wrong` })).rejects.toThrow(/stays readable/)
    await expect(shredded({ item: 'report.txt' })).rejects.toThrow(/no confidential item/)
    const { item } = await shredded()
    await expect(shredded({ item })).rejects.toThrow(/shredded .* already/)
  })

  test('says where the same bytes still are', async () => {
    await writeFile(join(root, 'in/public', 'copy.txt'), TESTIMONY)
    await run('add', { paths: [join(root, 'in/public/copy.txt')] }, false)
    await run('add', { paths: [join(root, 'in/public/copy.txt')], confidential: true })
    const { items } = await run('vault', {})
    const named = (name: string) => items.filter(({ names }: { names: string[] }) => names.includes(name))
    const twins = [...named(NAME), ...named('copy.txt')]
    const { alsoIn } = await shredded({ item: twins[0].id })
    expect(alsoIn).toEqual([`the confidential item ${twins[1].id}`, 'the case, in the clear'])
    await expect(shredded({ item: 'copy.txt' })).resolves.toBeDefined()
  })

  test('of one of two items that a decision rests on closes the decision', async () => {
    await run('decide', { action: 'merge-names', set: { names: 'Ordana Kelbek; Vessimar Dolk' }, ...BY })
    expect(await run('decisions', {})).toHaveLength(1)
    await shredded()
    expect(await run('decisions', {})).toHaveLength(0)
    expect(await run('rebuild', {})).toMatchObject({ same: true, orphans: [] })
  })

  test('is finished when the case is next taken, where a copy brought the key back', async () => {
    await cp(join(folder(), 'vault'), join(root, 'vault-copy'), { recursive: true })
    await shredded()
    await cp(join(root, 'vault-copy'), join(folder(), 'vault'), { recursive: true })
    const { problems } = await run('verify', {}, false)
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['key-not-destroyed'])
    expect((await run('documents', {})).map(({ files }: { files: string[] }) => files[0])).not.toContain(NAME)
    await run('verify', { record: true }, false)
    expect((await run('verify', {}, false)).valid).toBe(true)
    expect(await filesOf(join(folder(), 'vault/keys'))).toHaveLength(1)
  })
})

test('a case without a vault is what it was before there were any', async () => {
  const other = join(root, 'other')
  await run('new', { case: other, title: 'Plain' }, false)
  await run('add', { case: other, paths: [join(root, 'in/public')] }, false)
  const overview = await run('overview', { case: other })
  expect(overview).not.toHaveProperty('vault')
  expect(dossierText({ ...overview })).not.toContain('confidential')
  expect(await run('vault', { case: other })).toMatchObject({ made: false, items: [] })
})
