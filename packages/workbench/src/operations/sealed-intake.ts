/** The part of `add` that is about confidential items: the vault it needs, and what an interrupted run already took in. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { canonicalJson, type OriginalSource } from '@corroborate/evidence'
import type { Capture } from '../model/capture.ts'
import { newRecordId } from '../model/ids.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import type { Custody } from '../preserve/custody.ts'
import { makeVault } from '../preserve/keep-vault.ts'
import { listRecords, readRecord } from '../preserve/records.ts'
import { openItem } from '../preserve/sealed.ts'
import { keptItems, readSealed } from '../preserve/sealed-state.ts'
import { dropUnusedKeys } from '../preserve/settle-vault.ts'
import { hasVault, type OpenVault } from '../preserve/vault.ts'
import { BadAccessError, type VaultAccess } from '../preserve/vault-access.ts'
import type { OperationContext } from './operation.ts'
import { vaultOf } from './sight.ts'

export class LockedVaultError extends Error {
  constructor(folder: CaseFolder, what: string) {
    super(
      `the vault of ${folder.root} is locked: ${what} needs it open. Give --unlock and its passphrase; nothing was changed`,
    )
    this.name = 'LockedVaultError'
  }
}

/** The open vault, or by what one that is to be made shall open. Asked before the case is taken. */
export async function openingFor(
  context: OperationContext,
  folder: CaseFolder,
  recipients: readonly string[],
): Promise<OpenVault | VaultAccess> {
  if (hasVault(folder)) {
    if (recipients.length > 0)
      throw new BadAccessError('the case has a vault already: name who else opens it with `corroborate rekey`')
    const vault = await vaultOf(context, folder)
    if (vault === null) throw new LockedVaultError(folder, 'adding confidential items')
    return vault
  }
  const chosen = (await context.vaults?.choose(folder, recipients.length > 0)) ?? null
  return { passphrase: chosen, recipients }
}

export async function vaultBy(custody: Custody, opening: OpenVault | VaultAccess): Promise<OpenVault> {
  if ('makeKey' in opening) return opening
  if (hasVault(custody.folder)) throw new LockedVaultError(custody.folder, 'the vault that was made meanwhile')
  return makeVault(custody, opening)
}

export interface SealedIntake {
  readonly id: string
  /** What the interrupted run took in, by `sealedKeyOf`. */
  readonly done: Set<string>
  /** What every run took in and nobody withdrew, by `sealedKeyOf`. */
  readonly known: ReadonlyMap<string, KnownItem>
}

/** An item that is kept: taking its bytes in again would give them a second key, which outlives the shredding of the first. */
export interface KnownItem {
  readonly item: string
  /** What was said of its publications, by `factsKey`. */
  readonly facts: ReadonlySet<string>
}

/**
 * Goes on with the confidential intake that was interrupted, or begins one. Its record says nothing of what was asked for,
 * so any confidential `add` goes on with it.
 */
export async function openSealedIntake(custody: Custody, vault: OpenVault): Promise<SealedIntake> {
  const { folder } = custody
  const names = await listRecords(folder.records)
  const begun = new Set<string>()
  const ended = new Set<string>()
  for (const name of names.filter((one) => one.startsWith('intake'))) {
    const { record } = await readRecord(folder.records, name)
    if (record.kind === 'intake' && record.confidential === true) begun.add(record.id)
    if (record.kind === 'intake-end') ended.add(record.intake)
  }
  const open = [...begun].find((id) => !ended.has(id))
  const done = new Set<string>()
  const known = new Map<string, KnownItem>()
  for (const item of keptItems(await readSealed(folder, names))) {
    const content = await openItem(vault, item)
    const name = content?.captures[0]?.name
    if (content === null || name === undefined) continue
    const key = sealedKeyOf(name, content.sha512)
    if (item.intake === open) done.add(key)
    known.set(key, { item: item.item, facts: new Set(content.captures.map(({ facts }) => factsKey(facts))) })
  }
  if (open === undefined) {
    const id = newRecordId()
    const request = createHash('sha256').update(newRecordId()).digest('hex')
    const at = custody.now().toISOString()
    await custody.write({ kind: 'intake', id, at, request, manifests: [], confidential: true })
    return { id, done, known }
  }
  await dropUnusedKeys(folder, custody)
  return { id: open, done, known }
}

export function factsKey(facts: Capture['facts']): string {
  return canonicalJson(JSON.parse(JSON.stringify(facts)))
}

export function sealedKeyOf(name: string, sha512: string): string {
  return JSON.stringify([name, sha512])
}

/** sha512 of the bytes in clear. */
export async function digestOf(source: OriginalSource): Promise<string> {
  const hash = createHash('sha512')
  if ('bytes' in source) return hash.update(source.bytes).digest('hex')
  for await (const piece of 'pieces' in source ? source.pieces : createReadStream(source.path)) hash.update(piece)
  return hash.digest('hex')
}
