/** The SQLite adapter of the case store: `case.db` in WAL mode, durable, and wiping what it deletes. */
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { CaseReader, CaseStore } from '../case-store.ts'

/** Raised when the tables change; a database of another number is derived again, never migrated. */
export const STORE_VERSION = 4

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

const SCHEMA = `
  create table capture (id text primary key, name text not null, body text not null) strict;
  create table placement (capture text not null, name text not null, document text, primary key (capture, name)) strict;
  create table recognition (id text primary key, body text not null) strict;
  create table document (id text primary key, name text not null, body text not null) strict;
  create table decision (id text primary key, sequence integer not null unique, body text not null) strict;
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

function open(path: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly, timeout: 10_000 })
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;')
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number }
  if (version === 0 && !readOnly) {
    database.exec(`begin immediate; ${SCHEMA} commit;`)
  } else if (version !== STORE_VERSION) {
    database.close()
    throw new StoreVersionError(path, version)
  }
  return database
}

/** Opens `case.db` for reading only. Throws where it is missing or of another version. */
export async function openSqliteReader(path: string): Promise<CaseReader & { close(): Promise<void> }> {
  if (!existsSync(path)) throw new StoreMissingError(path)
  const { readerOver, tablesOf } = await import('./sqlite-tables.ts')
  const db = tablesOf(open(path, true))
  return { ...readerOver(db), close: () => db.destroy() }
}

/** Opens `case.db` for one writer and makes it where it is missing. */
export async function openSqliteStore(path: string): Promise<CaseStore> {
  const { readerOver, tablesOf, writeTo } = await import('./sqlite-tables.ts')
  const database = open(path, false)
  const db = tablesOf(database)
  return {
    ...readerOver(db),
    write: (work) => writeTo(db, work),
    async close() {
      database.exec('pragma wal_checkpoint(truncate)')
      await db.destroy()
    },
  }
}
