/**
 * Who can open a vault: its identity lies in `passphrase.age` under a passphrase, in `recipients.age` under age
 * recipients, in either or both. A change is staged beside them, recorded, and only then put in their place.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Disk,
  type DiskOptions,
  destroyDurably,
  isTemporary,
  nodeDisk,
  readSmall,
  UnreadableFileError,
  writeDurably,
} from '@corroborate/evidence'
import type { Decrypter } from 'age-encryption'
import type { VaultRecord } from '../model/confidential.ts'
import type { CaseFolder } from './case-folder.ts'

/** Who shall be able to open a vault; a passphrase, recipients or both. */
export interface VaultAccess {
  readonly passphrase: string | null
  /** age recipients (`age1…`). */
  readonly recipients: readonly string[]
}

/** What a person opens a vault with: its passphrase, or the text of an age identity file. */
export type VaultSecret = { readonly passphrase: string } | { readonly identities: string }

export class WrongSecretError extends Error {
  constructor(folder: Pick<CaseFolder, 'root'>, what: 'passphrase' | 'identity') {
    super(`this ${what} does not open the vault of ${folder.root}: nothing was changed`)
    this.name = 'WrongSecretError'
  }
}

export class BrokenVaultError extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}. Restore it from a copy of the case; without it what is confidential cannot be opened`)
    this.name = 'BrokenVaultError'
  }
}

export class BadAccessError extends Error {
  constructor(why: string) {
    super(`${why}: nothing was written`)
    this.name = 'BadAccessError'
  }
}

/** Characters that a passphrase has at least. */
export const SHORTEST_PASSPHRASE = 12
/** log2 of scrypt's N: a second or so on a laptop. */
const WORK = 18

const FILES = ['passphrase.age', 'recipients.age'] as const
type AccessFile = (typeof FILES)[number]
export type AccessFiles = ReadonlyMap<AccessFile, Uint8Array>

/** The files through which `access` opens the vault with this identity. Throws BadAccessError. */
export async function accessFiles(identity: string, access: VaultAccess, work = WORK): Promise<AccessFiles> {
  const files = new Map<AccessFile, Uint8Array>()
  const text = `${identity}\n`
  const { Encrypter } = await import('age-encryption')
  if (access.passphrase !== null) {
    const passphrase = normal(access.passphrase)
    if (passphrase.length < SHORTEST_PASSPHRASE)
      throw new BadAccessError(`a passphrase has ${SHORTEST_PASSPHRASE} characters or more; five words do well`)
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphrase)
    encrypter.setScryptWorkFactor(work)
    files.set('passphrase.age', await encrypter.encrypt(text))
  }
  if (access.recipients.length > 0) {
    const encrypter = new Encrypter()
    for (const recipient of access.recipients) {
      try {
        encrypter.addRecipient(recipient)
      } catch {
        throw new BadAccessError(`${JSON.stringify(recipient)} is no age recipient (age1…)`)
      }
    }
    files.set('recipients.age', await encrypter.encrypt(text))
  }
  if (files.size === 0) throw new BadAccessError('a vault needs a passphrase or an age recipient who can open it')
  return files
}

/** As a record names them. */
export function recordedFiles(files: AccessFiles): VaultRecord['files'] {
  return [...files].map(([path, bytes]) => ({ path, sha512: sha512Of(bytes) }))
}

/** Puts new files beside those in force; `settleAccess` puts them in their place once a record names them. */
export async function stageAccess(
  folder: Pick<CaseFolder, 'vault'>,
  files: AccessFiles,
  { disk = nodeDisk }: DiskOptions = {},
): Promise<void> {
  for (const [name, bytes] of files) await writeDurably(nextTo(folder, name), bytes, { disk, secret: true })
}

/**
 * Brings the files to what the last record says; a second run does nothing. What the record does not name is destroyed only
 * once all that it names is in place: in a copy that lacks the newest record it may be all that opens the vault.
 */
export async function settleAccess(
  folder: Pick<CaseFolder, 'vault'>,
  record: Pick<VaultRecord, 'files'>,
  { disk = nodeDisk }: DiskOptions = {},
): Promise<void> {
  await dropUnfinished(disk, folder.vault)
  const digestAt = async (path: string) => {
    const bytes = await bytesAt(disk, path)
    return bytes === null ? null : sha512Of(bytes)
  }
  let complete = true
  for (const { path: name, sha512 } of record.files) {
    const path = join(folder.vault, name)
    const next = nextTo(folder, name)
    if ((await digestAt(next)) === sha512) {
      await destroyDurably(path, { disk })
      await disk.rename(next, path)
      await disk.syncFolder(folder.vault)
    } else if ((await digestAt(path)) !== sha512) complete = false
  }
  if (!complete) return
  for (const name of FILES) {
    const named = record.files.some(({ path }) => path === name)
    for (const path of [nextTo(folder, name), ...(named ? [] : [join(folder.vault, name)])])
      if ((await disk.stat(path)) !== null) await destroyDurably(path, { disk })
  }
}

/** Whoever takes the case is its only writer: what is not under its own name by now is left from a write cut short. */
async function dropUnfinished(disk: Disk, folder: string): Promise<void> {
  if ((await disk.stat(folder))?.kind !== 'folder') return
  for (const { name, kind } of await disk.list(folder)) {
    if (kind === 'folder') await dropUnfinished(disk, join(folder, name))
    else if (isTemporary(name)) await destroyDurably(join(folder, name), { disk })
  }
}

/** The vault's identity. Throws WrongSecretError, or BrokenVaultError where a file is damaged or missing. */
export async function openAccess(
  folder: CaseFolder,
  secret: VaultSecret,
  { disk = nodeDisk }: DiskOptions = {},
): Promise<string> {
  const name = 'passphrase' in secret ? 'passphrase.age' : 'recipients.age'
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  if ('passphrase' in secret) decrypter.addPassphrase(normal(secret.passphrase))
  else addIdentities(decrypter, secret.identities)
  const kind = 'passphrase' in secret ? 'passphrase' : 'identity'
  // While a change is put in place the file in force may be overwritten already: what is staged beside it then opens.
  const refusals: Error[] = []
  for (const path of [join(folder.vault, name), nextTo(folder, name)]) {
    const bytes = await bytesAt(disk, path)
    if (bytes === null) continue
    try {
      return await identityIn(decrypter, bytes, path)
    } catch (error) {
      refusals.push(error instanceof NoMatchError ? new WrongSecretError(folder, kind) : (error as Error))
    }
  }
  const [refusal] = refusals
  if (refusal !== undefined) throw refusal
  const there = await Promise.all(FILES.map((one) => bytesAt(disk, join(folder.vault, one))))
  if (there.every((bytes) => bytes === null)) throw new BrokenVaultError(join(folder.vault, name), 'it is gone')
  throw new WrongSecretError(folder, kind)
}

/** The file is whole, and of another passphrase or recipient. */
class NoMatchError extends Error {
  constructor(path: string) {
    super(path)
    this.name = 'NoMatchError'
  }
}

async function identityIn(decrypter: Decrypter, bytes: Uint8Array, path: string): Promise<string> {
  let text: string
  try {
    text = await decrypter.decrypt(bytes, 'text')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (/no identity matched/.test(why)) throw new NoMatchError(path)
    throw new BrokenVaultError(path, `it is no whole age file (${why})`)
  }
  if (!text.startsWith('AGE-SECRET-KEY-1')) throw new BrokenVaultError(path, 'it holds no age identity')
  return text.trim()
}

/** An identity file of age: one a line, comments after `#`. Throws BadAccessError, which never quotes a line. */
function addIdentities(decrypter: Decrypter, text: string): void {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  if (lines.length === 0) throw new BadAccessError('the identity file holds no age identity')
  for (const line of lines) {
    try {
      decrypter.addIdentity(line.trim())
    } catch {
      throw new BadAccessError('the identity file holds a line that is no age identity (AGE-SECRET-KEY-1…)')
    }
  }
}

/** One passphrase in the forms that keyboards and files give it: Unicode NFC, without the line's end. */
function normal(passphrase: string): string {
  return passphrase.replace(/\r?\n$/, '').normalize('NFC')
}

function nextTo({ vault }: Pick<CaseFolder, 'vault'>, name: AccessFile): string {
  return join(vault, `${name}.next`)
}

/** null where no file is there. Throws BrokenVaultError. */
async function bytesAt(disk: Disk, path: string): Promise<Uint8Array | null> {
  if ((await disk.stat(path))?.kind !== 'file') return null
  try {
    return await readSmall(disk, path, 'signed')
  } catch (error) {
    throw error instanceof UnreadableFileError ? new BrokenVaultError(path, error.why) : error
  }
}

function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex')
}

/** A passphrase or identity file as a person names it. Throws BadAccessError. */
export async function readSecretFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadAccessError(`${path} cannot be read (${error.code ?? error.message})`)
  })
}
