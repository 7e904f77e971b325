/** The key that signs a case's log: private outside every case, public beside the log, so that a stranger can check. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  BadKeyError,
  type DiskOptions,
  loadOrCreateSigner,
  loadSigner,
  nodeDisk,
  parseVerifier,
  readSmall,
  type Salts,
  type Signer,
  saltsOf,
  UnreadableFileError,
  type Verifier,
  writeDurably,
} from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import type { Home } from './home.ts'

const NAME = 'corroborate'

export class OtherSignerError extends Error {
  constructor(folder: CaseFolder, keys: string) {
    super(
      `the log of ${folder.root} is signed with another key than the one in ${keys}: copy the key of the machine that made the case there (${NAME}.key and ${NAME}.key.pub), nothing was touched`,
    )
    this.name = 'OtherSignerError'
  }
}

/** The signer of this machine; it is made on first use. Throws OtherSignerError where the case has another. */
export async function caseSigner(folder: CaseFolder, home: Home, options: DiskOptions = {}): Promise<Signer> {
  const signer = await loadOrCreateSigner(home.keys, NAME, options)
  if (!existsSync(folder.publicKey))
    await writeDurably(folder.publicKey, Buffer.from(`${signer.verifier.key}\n`), options)
  else if ((await keyText(folder.publicKey)).trim() !== signer.verifier.key)
    throw new OtherSignerError(folder, home.keys)
  return signer
}

/**
 * The key to judge signatures by: this machine's own where it has one, else the one the case names, which whoever
 * rewrote the case could have rewritten too; `own` tells which. Throws BadKeyError, naming the file.
 */
export async function caseVerifier(
  folder: CaseFolder,
  home: Home,
): Promise<{ readonly verifier: Verifier | null; readonly own: boolean }> {
  const own = join(home.keys, `${NAME}.key.pub`)
  const path = existsSync(own) ? own : folder.publicKey
  if (!existsSync(path)) return { verifier: null, own: false }
  const text = (await keyText(path)).trim()
  try {
    return { verifier: parseVerifier(text), own: path === own }
  } catch (error) {
    throw error instanceof BadKeyError ? new BadKeyError(path, error.message) : error
  }
}

/** What a file holds that a public key lies in. Throws BadKeyError where it cannot be read. */
export async function keyText(path: string): Promise<string> {
  try {
    return (await readSmall(nodeDisk, path, 'signed')).toString('utf8')
  } catch (error) {
    throw error instanceof UnreadableFileError ? new BadKeyError(path, error.why) : error
  }
}

/** Name of a case's log, as its checkpoints carry it. */
export function logOrigin(folder: CaseFolder): string {
  return `corroborate.case/${folder.file.id}`
}

/** What tells a record that was written here from any other; null where this machine does not hold the key of the case. */
export async function caseSalts(folder: CaseFolder, home: Home): Promise<Salts | null> {
  const { own } = await caseVerifier(folder, home)
  const path = join(home.keys, `${NAME}.key`)
  return own && existsSync(path) ? saltsOf(await loadSigner(path), logOrigin(folder)) : null
}
