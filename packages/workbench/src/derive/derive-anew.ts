/** The case as originals and records alone give it: in memory, whatever `case.db` holds. */
import type { CaseFolder } from '../preserve/case-folder.ts'
import type { CaseStore } from '../storage/case-store.ts'
import { createMemoryStore } from '../storage/memory/memory-store.ts'
import { type CatchUpOptions, catchUp } from './catch-up.ts'

export async function deriveAnew(folder: CaseFolder, options: Omit<CatchUpOptions, 'opened'>): Promise<CaseStore> {
  const store = createMemoryStore()
  await catchUp(folder, store, options)
  return store
}
