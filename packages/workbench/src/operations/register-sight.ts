/** What an operation sees of the register of a case. It cannot write. */
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { readCaseView } from '../publish/case-view.ts'
import type { CaseLedger } from '../publish/contract.ts'
import { type RegisterView, readRegisterView } from '../publish/register-view.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import type { OperationContext } from './operation.ts'

interface ReadFrom {
  readonly folder: CaseFolder
  readonly reader: CaseReader
  readonly ledger: () => Promise<CaseLedger>
}

/** Opens the register for reading and lets go of it. Lists are never confidential: no vault is asked for. */
export async function registerReading<T>(
  { memory }: OperationContext,
  path: string,
  work: (view: RegisterView, from: ReadFrom) => Promise<T>,
): Promise<T> {
  const folder = await openCase(path)
  const base = await openSqliteReader(folder.database)
  try {
    const reader = memory?.recall(base) ?? base
    const register = () => readRegisterView(folder.file.gazetteer, reader)
    const ledger = async () => (await readCaseView(folder.file, reader)).ledger(null)
    const from = { folder, reader }
    if (memory === undefined) return await work(await register(), { ...from, ledger })
    return await work(await memory.view(memory, 'register', from, register), {
      ...from,
      ledger: () => memory.view(memory, 'register-ledger', from, ledger),
    })
  } finally {
    await base.close()
  }
}
