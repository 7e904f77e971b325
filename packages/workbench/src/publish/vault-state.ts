/** What a case publishes of its confidential items: how many there are, how many are not seen, which were withdrawn. */
import { keptItems, type Sealed } from '../preserve/sealed-state.ts'
import type { VaultState } from './contract.ts'

/** `seen`: how many items the open vault gave. null where the case never had a confidential item. */
export function vaultState(sealed: Sealed, seen: number): VaultState | null {
  if (sealed.items.size === 0) return null
  const items = keptItems(sealed).length
  const withdrawals = [...sealed.withdrawals.values()]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
    .map(({ item, at, by, reason, effects, contributions }) => ({ item, at, by, reason, effects, contributions }))
  return { items, unseen: items - seen, withdrawals }
}
