/** The SQLite adapter of the case store: `case.db` in WAL mode, durable, and wiping what it deletes. */
import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { CaseReader, CaseStore } from '../case-store.ts'

/** Raised when the tables change; a database of another number is derived again, never migrated. */
export const STORE_VERSION = 5

export class StoreMissingError extends Error {
  constructor(path: string) {
    super(`${path} is not there: run \`corroborate rebuild CASE\` to derive it again from originals and records`)
    this.name = 'StoreMissingError'
  }
}

export class StoreVersionError extends Error {
  constructor(path: string, found: number) {
    super(
      `${path} has tables of version ${found}, this program reads version ${STORE_VERSION}: run \`corroborate rebuild CASE\``,
    )
    this.name = 'StoreVersionError'
  }
}

/** Damaged, or no database: copied while it was written, for one. */
export class BrokenStoreError extends Error {
  constructor(path: string, why: string) {
    super(
      `${path} is damaged (${why}): run \`corroborate rebuild CASE\`, which derives it again; originals, records and log are not in it`,
    )
    this.name = 'BrokenStoreError'
  }
}

export class UnwrittenStoreError extends Error {
  constructor(path: string) {
    super(
      `${path}-wal holds what was not yet written into ${path}, and you can only read it here: copy the case to where you can write`,
    )
    this.name = 'UnwrittenStoreError'
  }
}

const SCHEMA = `
  create table capture (id text primary key, name text not null, body text not null) strict;
  create table placement (capture text not null, name text not null, document text, primary key (capture, name)) strict;
  create table recognition (id text primary key, body text not null) strict;
  create table document (id text primary key, name text not null, body text not null) strict;
  create table decision (id text primary key, sequence integer not null unique, body text not null) strict;
  create table thumbnail (item text primary key, body text not null, bytes blob) strict;
  create table edge (id text primary key, body text not null) strict;
  create table drift (id text primary key, body text not null) strict;
  create table register_list (place integer primary key, body text not null) strict;
  create table entry (place integer primary key, body text not null) strict;
  create table entry_pair (place integer primary key, body text not null) strict;
  create table person (place integer primary key, body text not null) strict;
  create table disclosure (id text primary key, at text not null, body text not null) strict;
  create table proposal (id text primary key, at text not null, body text not null) strict;
  create table setting (name text primary key, value text not null) strict;
  create virtual table passage using fts5 (document unindexed, folded, tokenize = 'unicode61 remove_diacritics 0');
  insert into passage (passage, rank) values ('secure-delete', 1);
  pragma user_version = ${STORE_VERSION};
`

/** Result codes (sqlite.org/rescode.html). */
const SQLITE_READONLY = 8
const SQLITE_CORRUPT = 11
const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26

/** The primary result code of an error of SQLite; null for any other. */
function resultCode(error: unknown): number | null {
  const { errcode } = error as { errcode?: unknown }
  return typeof errcode === 'number' ? errcode & 0xff : null
}

/** A damaged database is told as such, wherever in it that is met. */
function toldAsBroken(path: string, error: unknown): unknown {
  const damaged = [SQLITE_CORRUPT, SQLITE_NOTADB].includes(resultCode(error) ?? 0)
  return damaged ? new BrokenStoreError(path, (error as Error).message) : error
}

function open(path: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly, timeout: 10_000 })
  try {
    if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;')
    if (versionOf(database) === 0 && !readOnly) database.exec(`begin immediate; ${SCHEMA} commit;`)
    return ofThisVersion(database, path)
  } catch (error) {
    database.close()
    const unwritable = [SQLITE_READONLY, SQLITE_CANTOPEN].includes(resultCode(error) ?? 0)
    if (!readOnly || !unwritable) throw toldAsBroken(path, error)
    return openUnwritable(path)
  }
}

/** Throws StoreVersionError. */
function ofThisVersion(database: DatabaseSync, path: string): DatabaseSync {
  const version = versionOf(database)
  if (version !== STORE_VERSION) throw new StoreVersionError(path, version)
  return database
}

function versionOf(database: DatabaseSync): number {
  return (database.prepare('pragma user_version').get() as { user_version: number }).user_version
}

/** On a disk, or in somebody else's folder, that we can only read: SQLite cannot make its files for readers there. */
function openUnwritable(path: string): DatabaseSync {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw new UnwrittenStoreError(path)
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  const database = new DatabaseSync(url, { readOnly: true })
  try {
    return ofThisVersion(database, path)
  } catch (error) {
    database.close()
    throw toldAsBroken(path, error)
  }
}

/** Opens `case.db` for reading only. Throws where it is missing or of another version. */
export async function openSqliteReader(path: string): Promise<CaseReader & { close(): Promise<void> }> {
  if (!existsSync(path)) throw new StoreMissingError(path)
  const { readerOver, tablesOf } = await import('./sqlite-tables.ts')
  const database = open(path, true)
  const db = tablesOf(database, (error) => toldAsBroken(path, error))
  return {
    ...readerOver(db),
    async close() {
      await db.destroy()
      database.close()
    },
  }
}

/** Opens `case.db` for one writer and makes it where it is missing. */
export async function openSqliteStore(path: string): Promise<CaseStore> {
  const { readerOver, tablesOf, writeTo } = await import('./sqlite-tables.ts')
  const database = open(path, false)
  const db = tablesOf(database, (error) => toldAsBroken(path, error))
  return {
    ...readerOver(db),
    write: (work) => writeTo(db, work),
    async close() {
      await db.destroy()
      try {
        database.exec('pragma wal_checkpoint(truncate)')
      } finally {
        database.close()
      }
    },
  }
}
