/**
 * Somebody changes a case: with the key of its log, with none but a hand in the folder, or in `case.db` alone. Nothing of
 * it comes under the signature, nothing acts on it, and each file is named.
 */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { folderMemory, leafBytes, leafCommitment, openLogWriter } from '@corroborate/evidence'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { UnacknowledgedEditError } from '../preserve/case-record.ts'
import { ForeignRecordError, LogGoneError } from '../preserve/custody.ts'
import { listRecords } from '../preserve/records.ts'
import { caseSigner } from '../preserve/signer.ts'
import { listKeys } from '../preserve/vault.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'
import { StoreDiffersError } from './export.ts'

interface Verified {
  readonly valid: boolean
  readonly leaves: number
  readonly problems: readonly { readonly code: string; readonly path: string }[]
  readonly dating: { readonly dated: number } | null
}

const BY = { by: 'R. Haddad', reason: 'read and checked' }
const PLANTED = '00000000-0000-4000-8000-000000000001'

let made: FixtureCase
let folder: CaseFolder
let figure = ''
const at = (...parts: string[]) => join(made.case, ...parts)
const out = () => join(made.folder, 'out')
const verify = (input: Record<string, unknown> = {}) => made.run<Verified>('verify', input)
const found = async (input: Record<string, unknown> = {}) =>
  (await verify(input)).problems.map(({ code, path }) => `${code} ${path}`)
const nameOf = async (kind: string) => (await listRecords(folder.records)).find((one) => one.startsWith(kind)) ?? ''

async function alter(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(change(text)).not.toBe(text)
  await writeFile(path, change(text))
}

beforeAll(async () => {
  made = await openFixtureCase()
  folder = await openCase(made.case)
  const report = made.file('report.txt', 'The Zelmora Monitor said that 14 civilians were killed in Tolmesh.\n')
  await made.run('add', { paths: [report] })
  const closed = made.file('statement.txt', 'Ordana Kelbek said that 9 civilians were killed.\n')
  const recipient = [await identityToRecipient(await generateX25519Identity())]
  await made.run('add', { paths: [closed], confidential: true, recipient })
  const { figures } = await made.run<{ figures: readonly { id: string; value: number }[] }>('claims')
  figure = figures.find(({ value }) => value === 14)?.id ?? ''
  await made.run('decide', { action: 'accept', target: figure, ...BY })
  for (const name of ['case', 'home']) await cp(join(made.folder, name), join(made.folder, `${name}-kept`), WHOLE)
})
beforeEach(async () => {
  for (const name of ['case', 'home', 'out']) await rm(join(made.folder, name), { recursive: true, force: true })
  for (const name of ['case', 'home']) await cp(join(made.folder, `${name}-kept`), join(made.folder, name), WHOLE)
})
afterAll(() => made.remove())
const WHOLE = { recursive: true }

describe('whoever holds the key', () => {
  /** Changes an acknowledged record and has the log commit to it as it now is. */
  async function rewrite(kind: string, change: (text: string) => string, told: Record<string, string> = {}) {
    const name = await nameOf(kind)
    await alter(at('records', `${name}.json`), change)
    const { salt, record } = JSON.parse(await readFile(at('records', `${name}.json`), 'utf8'))
    const leaf = { kind: record.kind, at: record.at, record: name, commitment: leafCommitment(salt, record), ...told }
    const { home } = made.context
    const options = { signer: await caseSigner(folder, home), remember: folderMemory(home.checkpoints) }
    await (await openLogWriter(folder.log, options)).append([leafBytes(leaf)])
    return name
  }

  test('cannot put another decision in the place of one that was acknowledged', async () => {
    const name = await rewrite('decisions/', (text) => text.replace('"accept"', '"reject"'))
    expect(await found()).toEqual([
      expect.stringMatching(/^log-leaf-repeated log\/tile\/entries\//),
      `record-changed records/${name}.json`,
    ])
  })

  test('nor say in a leaf that it is of another kind or time', async () => {
    const planted = `decisions/00/${PLANTED}`
    const name = await nameOf('decisions/')
    await mkdir(at('records', dirname(planted)))
    const text = await readFile(at('records', `${name}.json`), 'utf8')
    await writeFile(at('records', `${planted}.json`), text.replace(/"id": "[^"]+"/, `"id": "${PLANTED}"`))
    await rewrite(planted, (own) => own.replace('checked', 'weighed'), { kind: 'withdrawal' })
    expect(await found()).toEqual([`record-changed records/${planted}.json`])
  })
})

describe('whoever has no key, but a hand in the folder', () => {
  async function plant(kind: string, change: (record: Record<string, unknown>) => Record<string, unknown>) {
    const name = `${kind}s/00/${PLANTED}`
    const like = await nameOf(`${kind}s/`)
    const envelope =
      like === ''
        ? { salt: '00'.repeat(32), record: { kind } }
        : JSON.parse(await readFile(at('records', `${like}.json`), 'utf8'))
    const record = { ...change(envelope.record), id: PLANTED }
    await mkdir(dirname(at('records', `${name}.json`)), { recursive: true })
    await writeFile(at('records', `${name}.json`), `${JSON.stringify({ ...envelope, record }, null, 1)}\n`)
    return `record-foreign records/${name}.json`
  }
  const refused = (verb: string, input: Record<string, unknown> = {}) =>
    expect(made.run(verb, input)).rejects.toThrow(ForeignRecordError)

  test('cannot have a decision signed by the next command', async () => {
    const named = await plant('decision', (record) => ({ ...record, action: 'reject', reason: 'planted' }))
    expect(await found()).toEqual([named])
    await refused('decide', { action: 'undo', target: 'x', ...BY })
    await refused('rebuild')
    await refused('export', { to: out() })
    const { leaves } = await verify()
    await rm(at('records/decisions/00'), WHOLE)
    expect(await verify()).toMatchObject({ valid: true, leaves })
  })

  test('nor a record of another case of the same machine', async () => {
    const other = await openFixtureCase()
    await other.run('add', { paths: [other.file('other.txt', 'The Monitor said that 3 people were killed.\n')] })
    const [name = ''] = (await readdir(join(other.case, 'records/captures'))).sort()
    for (const half of ['case', 'home']) await rm(join(made.folder, half), WHOLE)
    await cp(join(made.folder, 'case-kept'), made.case, WHOLE)
    await cp(join(other.folder, 'home'), join(made.folder, 'home'), WHOLE)
    await cp(join(other.case, 'log.pub'), at('log.pub'))
    await cp(join(other.case, 'records/captures', name), at('records/captures', name), WHOLE)
    expect((await found()).filter((one) => one.startsWith('record-foreign'))).toHaveLength(1)
    other.remove()
  })

  test('nor destroy the key of a confidential item by a notice of its withdrawal', async () => {
    const { item } = JSON.parse(await readFile(at('records', `${await nameOf('sealed-items/')}.json`), 'utf8')).record
    const id = (await nameOf('sealed-items/')).split('/').at(-1)
    expect(item).toHaveLength(128)
    const before = { at: '2031-05-05T10:00:00.000Z', ...BY, item: id, effects: 'fall', contributions: [] }
    const named = await plant('withdrawal', (record) => ({ ...record, ...before }))
    expect(await found()).toContain(named)
    await refused('decide', { action: 'undo', target: 'x', ...BY })
    expect(await listKeys(folder)).toEqual([id])
    expect(await made.run('vault')).toMatchObject({ items: [{ id }], withdrawals: [] })
  })

  test('nor who opens the vault by a record of another', async () => {
    const named = await plant('vault', (record) => ({ ...record, sequence: 9 }))
    await writeFile(at('vault/passphrase.age.next'), 'no passphrase opens this')
    expect(await found()).toContain(named)
    const before = await readdir(at('vault'))
    await refused('decide', { action: 'accept', target: figure, ...BY })
    expect(await readdir(at('vault'))).toEqual(before)
  })

  test('nor have another case.json released, before a person says that it is meant', async () => {
    await alter(at('case.json'), (text) => text.replace('"invented": true', '"invented": false'))
    await expect(made.run('export', { to: out() })).rejects.toThrow(UnacknowledgedEditError)
    await made.run('verify', { acknowledge: true, by: 'R. Haddad', reason: 'it is of real events' })
    expect(await made.run('export', { to: out() })).toMatchObject({ folder: out() })
  })

  test('nor have all of it signed as a new log, by deleting the old one', async () => {
    await alter(at('case.json'), (text) => text.replace(/"id": "[^"]+"/, `"id": "${PLANTED}"`))
    await rename(at('log'), at('log-before'))
    for (const name of await readdir(made.case)) if (name.startsWith('case.db')) await rm(at(name))
    await alter(at('records', `${await nameOf('decisions/')}.json`), (text) => text.replace('checked', 'forged'))
    await expect(made.run('add', { paths: [made.file('next.txt', 'Nothing.\n')] })).rejects.toThrow(LogGoneError)
    expect(await readdir(made.case)).not.toContain('log')
  })
})

describe('whoever changes `case.db`', () => {
  async function forge(statement: string): Promise<void> {
    const database = new DatabaseSync(at('case.db'))
    expect(database.prepare(statement).run().changes).toBeGreaterThan(0)
    database.close()
  }

  test.each([
    ['a figure', `update document set body = replace(body, '"value":14', '"value":140')`],
    ['a decision', `update decision set body = replace(body, '"accept"', '"reject"')`],
    ['where a document came from', `update document set body = replace(body, 'Zelmora', 'Brannic')`],
  ])('does not get %s signed, and is found where it is looked for', async (_, statement) => {
    expect(await found({ derive: true })).toEqual([])
    await forge(statement)
    expect(await found({ derive: true })).toEqual(['case-db case.db'])
    await expect(made.run('export', { to: out() })).rejects.toThrow(StoreDiffersError)
    await expect(readdir(out())).rejects.toThrow('ENOENT')
    expect(await made.run('rebuild')).toMatchObject({ same: false })
    expect(await made.run('export', { to: out() })).toMatchObject({ folder: out() })
  })
})
