/** A case taken for writing: custody, store and the path that keeps the two together. */
import { rm } from 'node:fs/promises'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { type Custody, type CustodyOptions, takeCustody } from '../preserve/custody.ts'
import type { OpenVault } from '../preserve/vault.ts'
import type { CaseReader, CaseStore } from '../storage/case-store.ts'
import type { Recall } from '../storage/recall.ts'
import { BrokenStoreError, openSqliteStore, StoreVersionError } from '../storage/sqlite/sqlite-store.ts'
import { catchUp, type Progress } from './catch-up.ts'
import { overlay } from './open-view.ts'
import type { SealedInputs } from './sealed-inputs.ts'

export interface Workspace {
  readonly custody: Custody
  readonly store: CaseStore
  /** What a person sees: the store, with what an open vault adds to it in memory. */
  sight(vault: OpenVault | null): Promise<{ readonly reader: CaseReader; readonly inputs: SealedInputs | null }>
  /** Acknowledges what was written and derives what follows from it. */
  settle(): Promise<void>
}

export interface WorkspaceOptions extends CustodyOptions {
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Start from an empty `case.db`. */
  readonly fresh?: boolean
  /** What a server remembers of the store. */
  readonly memory?: { readonly recall: Recall }
}

/** Runs `work` with the case to itself and lets go of it whatever happens. */
export async function withWorkspace<T>(
  folder: CaseFolder,
  options: WorkspaceOptions,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const custody = await takeCustody(folder, options)
  try {
    if (options.fresh === true) await dropStore(folder)
    const opened = await openStore(folder)
    try {
      const { progress, signal, memory } = options
      const store = memory?.recall(opened) ?? opened
      return await work({
        custody,
        store,
        sight: async (vault) =>
          vault === null ? { reader: store, inputs: null } : overlay(folder, store, vault, { progress, signal }),
        async settle() {
          await custody.acknowledge()
          await catchUp(folder, store, { originals: custody.originals, progress, signal })
        },
      })
    } finally {
      await opened.close()
    }
  } finally {
    await custody.release()
  }
}

/** Everything in `case.db` can be derived, so a damaged one, or tables of another version, are dropped and derived again. */
async function openStore(folder: CaseFolder): Promise<CaseStore> {
  try {
    return await openSqliteStore(folder.database)
  } catch (error) {
    if (!(error instanceof StoreVersionError || error instanceof BrokenStoreError)) throw error
    await dropStore(folder)
    return openSqliteStore(folder.database)
  }
}

async function dropStore(folder: CaseFolder): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(`${folder.database}${ending}`, { force: true })
}
