/** Whether the vault still is what was acknowledged: its files, its keys and, where it is open, what they open. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  DamagedOriginalError,
  entriesUnder,
  NoSuchOriginalError,
  NotOriginalsError,
  nodeDisk,
  openOriginals,
  readSmall,
  UnreadableFileError,
} from '@corroborate/evidence'
import type { SealedItem, SealedRecord, VaultRecord, Withdrawal } from '../model/confidential.ts'
import { SealBrokenError } from './age-seal.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Findings } from './findings.ts'
import type { CaseRecord } from './records.ts'
import { itemBytes, openItem, openRecord } from './sealed.ts'
import type { OpenVault } from './vault.ts'

export interface VerifiedVault {
  /** Confidential items that were not withdrawn. */
  readonly items: number
  /** Of these, how many were opened and held against their own digests. */
  readonly opened: number
  readonly shredded: number
}

/** `records`: those of the case that can be read. */
export async function verifyVault(
  folder: CaseFolder,
  records: readonly CaseRecord[],
  vault: OpenVault | null,
  findings: Findings,
): Promise<VerifiedVault> {
  const items = records.filter((record) => record.kind === 'sealed-item')
  const withdrawn = new Map(
    records.flatMap((record) => (record.kind === 'withdrawal' ? [[record.item, record] as const] : [])),
  )
  const last = records
    .filter((record) => record.kind === 'vault')
    .sort((a, b) => a.sequence - b.sequence)
    .at(-1)
  const files = new Map(await filesUnder(folder.vault))
  if (last !== undefined) checkAccess(last, files, findings)
  for (const item of items) checkKey(item, withdrawn.get(item.id), files, findings)
  for (const path of files.keys()) {
    if (/^\..+\.tmp$/.test(path.split('/').at(-1) ?? ''))
      findings.warn(
        'left-over',
        `vault/${path}`,
        'left by a write that was interrupted; nothing reads it, it can be deleted',
      )
    else if (/^keys\/[0-9a-f]{2}\/[0-9a-f-]{36}\.age$/.test(path))
      findings.warn(
        'key-without-item',
        `vault/${path}`,
        'no record names its item: an interrupted `add` left it; run that command again',
      )
    else if (last === undefined && /^(passphrase|recipients)\.age\.next$/.test(path))
      findings.warn(
        'left-over',
        `vault/${path}`,
        'the making of a vault was interrupted; the next confidential `add` makes it',
      )
    else findings.fail('stray', `vault/${path}`, 'it lies in the vault, but is no part of it')
  }
  const kept = items.filter(({ id }) => !withdrawn.has(id))
  const opened = vault === null ? 0 : await openAll(folder, vault, kept, sealedRecords(records, withdrawn), findings)
  return { items: kept.length, opened, shredded: withdrawn.size }
}

const DAMAGED = [SealBrokenError, DamagedOriginalError, NoSuchOriginalError]

/** Takes what it knows out of `files`. */
function checkAccess(record: VaultRecord, files: Map<string, string>, findings: Findings): void {
  for (const name of ['passphrase.age', 'recipients.age'] as const) {
    const wanted = record.files.find(({ path }) => path === name)?.sha512
    const next = files.get(`${name}.next`)
    const found = files.get(name)
    files.delete(name)
    files.delete(`${name}.next`)
    const interrupted = next !== undefined && next === wanted
    if (interrupted || (wanted === undefined && found !== undefined)) {
      const message = 'a change of who can open the vault was interrupted; the next writing command finishes it'
      findings.warn('vault-unsettled', `vault/${name}`, message)
    } else if (wanted !== undefined && found === undefined) {
      findings.fail('vault-missing', `vault/${name}`, 'it is gone: what is confidential cannot be opened by it')
    } else if (found !== wanted) {
      findings.fail('vault-changed', `vault/${name}`, 'it is not what the log committed to')
    } else if (next !== undefined) {
      findings.warn(
        'left-over',
        `vault/${name}.next`,
        'a change of who can open the vault was interrupted and not done',
      )
    }
  }
}

function checkKey(
  item: SealedItem,
  withdrawal: Withdrawal | undefined,
  files: Map<string, string>,
  findings: Findings,
): void {
  const path = `keys/${item.id.slice(0, 2)}/${item.id}.age`
  const found = files.get(path)
  files.delete(path)
  if (withdrawal !== undefined) {
    const message = `its item was shredded at ${withdrawal.at}, yet its key lies here again, from a copy or an interrupted run: the next writing command destroys it`
    if (found !== undefined) findings.fail('key-not-destroyed', `vault/${path}`, message)
  } else if (found === undefined) {
    findings.fail(
      'key-missing',
      `vault/${path}`,
      'the key of a confidential item is gone: restore it from a copy of the case',
    )
  } else if (found !== item.key) {
    findings.fail('key-changed', `vault/${path}`, 'it is not what the log committed to')
  }
}

function sealedRecords(
  records: readonly CaseRecord[],
  withdrawn: ReadonlyMap<string, unknown>,
): readonly SealedRecord[] {
  return records
    .filter((record) => record.kind === 'sealed-record')
    .filter(({ keys }) => !keys.some((key) => withdrawn.has(key)))
}

async function openAll(
  folder: CaseFolder,
  vault: OpenVault,
  items: readonly SealedItem[],
  records: readonly SealedRecord[],
  findings: Findings,
): Promise<number> {
  const originals = await openOriginals(folder.originals).catch((error: unknown) => {
    if (error instanceof NotOriginalsError) return null
    throw error
  })
  // Whoever verifies the originals names what is wrong with them.
  if (originals === null) return 0
  let opened = 0
  const opening = async (path: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!DAMAGED.some((kind) => error instanceof kind)) throw error
      findings.fail('seal-broken', path, (error as Error).message)
    }
  }
  for (const item of items) {
    await opening(`records/sealed-items/${item.id.slice(0, 2)}/${item.id}.json`, async () => {
      const content = await openItem(vault, item)
      if (content === null) return
      for await (const _ of itemBytes(vault, originals, item, content));
      opened++
    })
  }
  for (const record of records) {
    await opening(`records/sealed-records/${record.id.slice(0, 2)}/${record.id}.json`, async () => {
      await openRecord(vault, record)
    })
  }
  return opened
}

/** Everything below a folder with its sha512, empty for what is no file or cannot be read; an empty list where there is no folder. */
async function filesUnder(root: string): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for (const { path, kind } of await entriesUnder(nodeDisk, root))
    if (kind !== 'folder') found.push([path, kind === 'file' ? await digestOf(join(root, path)) : ''])
  return found
}

async function digestOf(path: string): Promise<string> {
  try {
    return createHash('sha512')
      .update(await readSmall(nodeDisk, path, 'signed'))
      .digest('hex')
  } catch (error) {
    if (error instanceof UnreadableFileError) return ''
    throw error
  }
}
