/** Kysely over Node's own SQLite: one connection, statements prepared as they come. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

function connectionOver(database: DatabaseSync, told: (error: unknown) => unknown): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        const statement = database.prepare(query.sql)
        const parameters = query.parameters as readonly SQLInputValue[]
        if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] }
        const { changes } = statement.run(...parameters)
        return { rows: [], numAffectedRows: BigInt(changes) }
      } catch (error) {
        throw told(error)
      }
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      for (const row of database.prepare(query.sql).iterate(...(query.parameters as readonly SQLInputValue[]))) {
        yield { rows: [row as R] }
      }
    },
  }
}

/**
 * A dialect over `database`, which who opened it closes: Kysely destroys no driver that ran nothing. `told` turns an error
 * of SQLite into what is thrown.
 */
export function nodeSqliteDialect(database: DatabaseSync, told: (error: unknown) => unknown): Dialect {
  const connection = connectionOver(database, told)
  const driver: Driver = {
    async init() {},
    async acquireConnection() {
      return connection
    },
    async beginTransaction() {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    },
    async commitTransaction() {
      await connection.executeQuery(CompiledQuery.raw('commit'))
    },
    async rollbackTransaction() {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
    },
    async releaseConnection() {},
    async destroy() {},
  }
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}
