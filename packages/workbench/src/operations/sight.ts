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

/** A view that may outlive the reader it was made with. */
export type ShownCase = Omit<CaseView, 'dossier'>

/** Opens a case for reading and lets go of it. Says what could not be opened. */
export async function reading<T>(
  context: OperationContext,
  path: string,
  work: (reader: CaseReader, view: () => Promise<ShownCase>) => Promise<T>,
): Promise<T> {
  const { memory } = context
  const folder = await openCase(path)
  const vault = await vaultOf(context, folder)
  const sight = await openSight(folder, vault, context)
  try {
    for (const { id, problem } of sight.inputs?.broken ?? []) context.say(`confidential item ${id}: ${problem}`)
    if (memory === undefined) return await work(sight.reader, () => viewOf(folder, sight))
    const reader = vault === null ? memory.recall(sight.reader) : sight.reader
    const beside = vaultState(sight.sealed, sight.inputs?.items.size ?? 0)
    return await work(reader, () =>
      memory.view<ShownCase>(vault ?? memory, 'case', { folder, reader, beside }, () =>
        viewOf(folder, { ...sight, reader }),
      ),
    )
  } finally {
    await sight.close()
  }
}

/** What a view of a case shows, for the verbs that only show: they open its store for reading and cannot write. */
export const viewing = <T>(context: OperationContext, path: string, work: (view: ShownCase) => T) =>
  reading(context, path, async (_, view) => work(await view()))
