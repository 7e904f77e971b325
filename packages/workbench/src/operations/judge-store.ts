/** Whether `case.db`, once it is brought up to the records, is what originals and records give. */
import { existsSync } from 'node:fs'
import { openOriginals, type Problem } from '@corroborate/evidence'
import { catchUp } from '../derive/catch-up.ts'
import { deriveAnew } from '../derive/derive-anew.ts'
import { copyOf } from '../derive/open-view.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import { readCaseView } from '../publish/case-view.ts'
import { dossierDigest } from '../publish/dossier.ts'
import { vaultState } from '../publish/vault-state.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import type { OperationContext } from './operation.ts'

/** Writes nothing. Code: case-db. */
export async function judgeStore(
  folder: CaseFolder,
  { progress, signal }: Pick<OperationContext, 'progress' | 'signal'>,
): Promise<readonly Problem[]> {
  const problem = (message: string) => [{ code: 'case-db', path: 'case.db', message }]
  if (!existsSync(folder.database)) return []
  const options = { originals: await openOriginals(folder.originals), progress, signal }
  const vault = vaultState(await readSealed(folder), 0)
  const digestOf = async (reader: CaseReader) => dossierDigest(await readCaseView(folder.file, reader, vault))
  try {
    const derived = await digestOf(await deriveAnew(folder, options))
    const base = await openSqliteReader(folder.database)
    const shown = await copyOf(base).finally(() => base.close())
    await catchUp(folder, shown, options)
    return (await digestOf(shown)) === derived ? [] : problem(DIFFERS)
  } catch (error) {
    signal.throwIfAborted()
    return problem((error as Error).message)
  }
}

/** What to say wherever `case.db` shows what originals and records do not give. */
export const DIFFERS =
  'it is not what originals and records give: it was changed, or made by another version of this program. Run `corroborate rebuild` and look at what the case then shows'
