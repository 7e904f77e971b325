import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { caseStoreContract, exampleDocument } from '../case-store.contract.ts'
import { openSqliteReader, openSqliteStore, StoreMissingError, StoreVersionError } from './sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let number = 0
const current = () => join(folder, `${number}.db`)
const next = () => {
  number++
  return current()
}

caseStoreContract(
  'the SQLite store',
  () => openSqliteStore(next()),
  () => openSqliteStore(current()),
)

test('a reader needs a database that is there and of this version', async () => {
  await expect(openSqliteReader(join(folder, 'none.db'))).rejects.toThrow(StoreMissingError)
  const path = next()
  const other = new DatabaseSync(path)
  other.exec('pragma user_version = 99; create table other (id)')
  other.close()
  await expect(openSqliteReader(path)).rejects.toThrow(StoreVersionError)
  await expect(openSqliteStore(path)).rejects.toThrow(/version 99.*corroborate rebuild/s)
})

test('a reader sees what a writer committed and cannot write', async () => {
  const path = next()
  const store = await openSqliteStore(path)
  const reader = await openSqliteReader(path)
  await store.write((transactor) => transactor.putDocument(exampleDocument('a.txt', 'seen')))
  expect(await reader.documents()).toHaveLength(1)
  expect('write' in reader).toBe(false)
  await reader.close()
  await store.close()
})

test('what was opened is closed, though nothing was asked of it', async () => {
  const path = next()
  const store = await openSqliteStore(path)
  const reader = await openSqliteReader(path)
  await reader.close()
  await store.close()
  // SQLite removes them once nothing has the database open, whenever that is, whatever is then at their place.
  expect(['-wal', '-shm'].filter((ending) => existsSync(`${path}${ending}`))).toEqual([])
})

test('text that was replaced leaves no trace in the files', async () => {
  const path = next()
  const store = await openSqliteStore(path)
  const before = exampleDocument('a.txt', 'zyzzyvaquark '.repeat(50))
  await store.write((transactor) => transactor.putDocument(before))
  await store.write((transactor) => transactor.putDocument({ ...before, text: 'gone' }))
  await store.close()
  expect(readFileSync(path).includes('zyzzyvaquark')).toBe(false)
})
