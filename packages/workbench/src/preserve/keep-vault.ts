/** Changes to a vault as custody makes them: made, opened by others, an item's key destroyed. Each is recorded before it is done. */
import type { Withdrawal } from '../model/confidential.ts'
import { newRecordId } from '../model/ids.ts'
import type { Custody } from './custody.ts'
import { readSealed } from './sealed-state.ts'
import { destroyKey, newVault, type OpenVault, type VaultOptions } from './vault.ts'
import { recordedFiles, settleAccess, stageAccess, type VaultAccess } from './vault-access.ts'

/** Makes the vault of a case that has none. Throws BadAccessError. */
export async function makeVault(custody: Custody, access: VaultAccess, options: VaultOptions = {}): Promise<OpenVault> {
  const vault = await newVault(custody.folder, options)
  await recordAccess(custody, vault, access, 'made', null)
  return vault
}

/** Who can open the vault from now on: a passphrase, age recipients or both; whoever could before no longer can. */
export async function rekeyVault(
  custody: Custody,
  vault: OpenVault,
  access: VaultAccess,
  person: { readonly by: string; readonly reason: string },
): Promise<void> {
  await recordAccess(custody, vault, access, 'rekeyed', person)
}

/** Writes the notice, acknowledges it, and destroys the key; a crash between is made good when the case is next taken. */
export async function withdraw(custody: Custody, notice: Withdrawal): Promise<void> {
  await custody.write(notice)
  await custody.acknowledge()
  await destroyKey(custody.folder, notice.item, custody)
}

async function recordAccess(
  custody: Custody,
  vault: OpenVault,
  access: VaultAccess,
  event: 'made' | 'rekeyed',
  person: { readonly by: string; readonly reason: string } | null,
): Promise<void> {
  const files = await vault.accessFiles(access)
  const { vault: before } = await readSealed(custody.folder)
  const record = {
    kind: 'vault' as const,
    id: newRecordId(),
    at: custody.now().toISOString(),
    event,
    sequence: (before?.sequence ?? -1) + 1,
    by: person?.by ?? null,
    reason: person?.reason ?? null,
    recipients: [...access.recipients],
    files: recordedFiles(files),
  }
  await stageAccess(custody.folder, files, custody)
  await custody.write(record)
  await custody.acknowledge()
  await settleAccess(custody.folder, record, custody)
}
