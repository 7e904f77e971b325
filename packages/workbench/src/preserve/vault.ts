/** The vault of a case: one age identity for each confidential item, encrypted to the identity of the vault. */
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Disk,
  type DiskOptions,
  destroyDurably,
  nodeDisk,
  readSmall,
  UnreadableFileError,
  writeDurably,
} from '@corroborate/evidence'
import { recordId } from '../model/ids.ts'
import { newIdentity, openBytes, recipientOf, SealBrokenError, sealBytes } from './age-seal.ts'
import type { CaseFolder } from './case-folder.ts'
import { type AccessFiles, accessFiles, openAccess, type VaultAccess, type VaultSecret } from './vault-access.ts'

export interface ItemKey {
  /** Whom the item's bytes and records are sealed to. */
  readonly recipient: string
  /** sha512 of the key's file. */
  readonly sha512: string
}

/** A vault whose identity is in memory. What it opens is never written anywhere. */
export interface OpenVault {
  readonly folder: CaseFolder
  /** Makes an item's key on a disk; durable when it resolves. */
  makeKey(item: string, disk: Disk): Promise<ItemKey>
  /** An item's identity; null where its key is not there. Throws SealBrokenError where its file is damaged. */
  identity(item: string): Promise<string | null>
  /** The files by which others open this vault. Throws BadAccessError. */
  accessFiles(access: VaultAccess): Promise<AccessFiles>
  /** Forgets every identity, as far as JavaScript lets go of a string; whatever is asked afterwards throws. */
  close(): void
}

export interface VaultOptions extends DiskOptions {
  /** log2 of scrypt's N, where it is not the usual one. */
  readonly work?: number
}

export class ClosedVaultError extends Error {
  constructor(folder: CaseFolder) {
    super(`the vault of ${folder.root} was locked meanwhile: unlock it and try again`)
    this.name = 'ClosedVaultError'
  }
}

/** Whether a vault was made, whole: what an interrupted making left is none. */
export function hasVault({ vault, records }: Pick<CaseFolder, 'vault' | 'records'>): boolean {
  if (['passphrase.age', 'recipients.age'].some((name) => existsSync(join(vault, name)))) return true
  const recorded = join(records, 'vaults')
  const isFolder = lstatSync(recorded, { throwIfNoEntry: false })?.isDirectory() ?? false
  return isFolder && readdirSync(recorded, { recursive: true }).some((name) => /\.json$/.test(String(name)))
}

/** The file of an item's key. Throws InvalidIdError. */
export function keyPath({ vault }: Pick<CaseFolder, 'vault'>, item: string): string {
  const id = recordId(item)
  return join(vault, 'keys', id.slice(0, 2), `${id}.age`)
}

/** A vault with a new identity, which exists in memory alone until its access files are written. */
export async function newVault(folder: CaseFolder, options: VaultOptions = {}): Promise<OpenVault> {
  return vaultOf(folder, await newIdentity(), options)
}

/** Throws WrongSecretError or BrokenVaultError. */
export async function openVault(folder: CaseFolder, secret: VaultSecret): Promise<OpenVault> {
  return vaultOf(folder, await openAccess(folder, secret), {})
}

/** Destroys an item's key. Absent is fine. */
export async function destroyKey(folder: Pick<CaseFolder, 'vault'>, item: string, options: DiskOptions = {}) {
  await destroyDurably(keyPath(folder, item), options)
}

/** The ids of the items whose keys lie in the vault, sorted. */
export async function listKeys(
  { vault }: Pick<CaseFolder, 'vault'>,
  { disk = nodeDisk }: DiskOptions = {},
): Promise<readonly string[]> {
  const keys = join(vault, 'keys')
  if ((await disk.stat(keys))?.kind !== 'folder') return []
  const found: string[] = []
  for (const bucket of await disk.list(keys)) {
    if (bucket.kind !== 'folder') continue
    for (const { name, kind } of await disk.list(join(keys, bucket.name)))
      if (kind === 'file' && /^[0-9a-f-]{36}\.age$/.test(name)) found.push(name.slice(0, -'.age'.length))
  }
  return found.sort()
}

async function vaultOf(folder: CaseFolder, identity: string, options: VaultOptions): Promise<OpenVault> {
  const disk = options.disk ?? nodeDisk
  const recipient = await recipientOf(identity)
  const identities = new Map<string, string>()
  let own: string | null = identity
  const open = () => {
    if (own === null) throw new ClosedVaultError(folder)
    return own
  }
  return {
    folder,
    async makeKey(item, onto) {
      open()
      const made = await newIdentity()
      const bytes = await sealBytes(Buffer.from(`${made}\n`), [recipient])
      await writeDurably(keyPath(folder, item), bytes, { disk: onto, secret: true })
      identities.set(item, made)
      return {
        recipient: await recipientOf(made),
        sha512: createHash('sha512').update(bytes).digest('hex'),
      }
    },
    async identity(item) {
      const path = keyPath(folder, item)
      if ((await disk.stat(path))?.kind !== 'file') {
        identities.delete(item)
        return null
      }
      const known = identities.get(item)
      if (known !== undefined) return known
      const text = Buffer.from(await openBytes(await sealedAt(disk, path), open(), path)).toString('utf8')
      const found = text.trim()
      if (!found.startsWith('AGE-SECRET-KEY-1')) throw new SealBrokenError(path, 'it holds no age identity')
      identities.set(item, found)
      return found
    },
    accessFiles: (access) => accessFiles(open(), access, options.work),
    close() {
      own = null
      identities.clear()
    },
  }
}

async function sealedAt(disk: Disk, path: string): Promise<Uint8Array> {
  try {
    return await readSmall(disk, path, 'signed')
  } catch (error) {
    throw error instanceof UnreadableFileError ? new SealBrokenError(path, error.why) : error
  }
}
