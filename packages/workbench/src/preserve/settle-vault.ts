/** Bringing a vault to what the records say: what an interrupted change left is finished, whoever began it. */
import { type DiskOptions, nodeDisk } from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import { loggedRecords } from './logged.ts'
import { readSealed } from './sealed-state.ts'
import { destroyKey, hasVault, listKeys } from './vault.ts'
import { settleAccess } from './vault-access.ts'

/** Finishes what an interrupted change left, and destroys keys of withdrawn items that a copy brought back. */
export async function settleVault(folder: CaseFolder, { disk = nodeDisk }: DiskOptions = {}): Promise<void> {
  // A vault that was staged and never recorded is none: nobody can have sealed anything under it.
  if (!hasVault(folder)) return settleAccess(folder, { files: [] }, { disk })
  const { vault, withdrawals } = await readSealed(folder)
  if (vault !== null) await settleAccess(folder, vault, { disk })
  const there = new Set(await listKeys(folder, { disk }))
  for (const item of withdrawals.keys()) if (there.has(item)) await destroyKey(folder, item, { disk })
}

/** Destroys keys that no item has: an interrupted intake made them, and goes on with new ones. */
export async function dropUnusedKeys(folder: CaseFolder, { disk = nodeDisk }: DiskOptions = {}): Promise<void> {
  const logged = await loggedRecords(folder)
  const { items } = await readSealed(folder)
  for (const id of await listKeys(folder)) {
    if (!items.has(id) && !logged.has(`sealed-items/${id.slice(0, 2)}/${id}`)) await destroyKey(folder, id, { disk })
  }
}
