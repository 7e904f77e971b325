/** What an operation sees of a case: its store, and its confidential items where the vault is open. */
import { type CaseSight, openSight } from '../derive/open-view.ts'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { hasVault, type OpenVault } from '../preserve/vault.ts'
import { type CaseView, readCaseView } from '../publish/case-view.ts'
import { vaultState } from '../publish/vault-state.ts'
import type { CaseReader } from '../storage/case-store.ts'
import type { OperationContext } from './operation.ts'

/** The open vault of a case; null where there is none, or where it stays locked. */
export async function vaultOf(context: OperationContext, folder: CaseFolder): Promise<OpenVault | null> {
  return hasVault(folder) ? ((await context.vaults?.open(folder)) ?? null) : null
}

/** A view of what is seen, with the vault's state. */
export function viewOf(folder: CaseFolder, { reader, sealed, inputs }: Omit<CaseSight, 'close'>): Promise<CaseView> {
  return readCaseView(folder.file, reader, vaultState(sealed, inputs?.items.size ?? 0))
}

/** Opens a case for reading and lets go of it. Says what could not be opened. */
export async function reading<T>(
  context: OperationContext,
  path: string,
  work: (reader: CaseReader, view: () => Promise<CaseView>) => Promise<T>,
): Promise<T> {
  const folder = await openCase(path)
  const sight = await openSight(folder, await vaultOf(context, folder), context)
  try {
    for (const { id, problem } of sight.inputs?.broken ?? []) context.say(`confidential item ${id}: ${problem}`)
    return await work(sight.reader, () => viewOf(folder, sight))
  } finally {
    await sight.close()
  }
}
