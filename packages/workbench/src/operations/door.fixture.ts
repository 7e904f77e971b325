/** A door to the vault of a test's case: what `open` gives, and nobody at a terminal. */
import type { VaultDoor } from './operation.ts'

/** `passphrase` is what is chosen for a new vault; null for one that opens by key alone. */
export function doorTo(open: VaultDoor['open'], passphrase: string | null = null): VaultDoor {
  return { open, choose: async () => passphrase, unlock: async () => {}, lock: async () => [] }
}
