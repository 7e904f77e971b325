/**
 * Custody: the one way anything enters a case. An original is durable before its record, the record before its leaf,
 * and nothing is acknowledged before its leaf is in the log. Opening a case runs the same path for whatever an
 * interrupted run left without a leaf.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  acquireLock,
  createLog,
  type Disk,
  type DiskOptions,
  folderMemory,
  type Lock,
  type LogWriter,
  leafBytes,
  leafCommitment,
  nodeDisk,
  type Originals,
  openLogReader,
  openLogWriter,
  openOriginals,
  parseLeaf,
} from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import type { Home } from './home.ts'
import { type CaseRecord, type Envelope, listRecords, readRecord, recordName, writeRecord } from './records.ts'
import { settleVault } from './settle-vault.ts'
import { caseSigner } from './signer.ts'

export interface CustodyOptions extends DiskOptions {
  readonly home: Home
  /** What holds the lock, for whoever is refused meanwhile: "add", "decide". */
  readonly command: string
  readonly now: () => Date
}

export interface Custody {
  readonly folder: CaseFolder
  /** Where everything that is written under this custody goes. */
  readonly disk: Disk
  readonly originals: Originals
  readonly now: () => Date
  /** Writes records durably. They are acknowledged by `acknowledge`. */
  write(record: CaseRecord): Promise<void>
  /** Appends a leaf for every record written since the last call; durable when it resolves. */
  acknowledge(): Promise<void>
  release(): Promise<void>
}

/** Name of a case's log, as its checkpoints carry it. */
export function logOrigin(folder: CaseFolder): string {
  return `corroborate.case/${folder.file.id}`
}

/** Takes the case for writing. Throws LockedError, naming the holder, where somebody else has it. */
export async function takeCustody(folder: CaseFolder, options: CustodyOptions): Promise<Custody> {
  const { disk = nodeDisk, home, command, now } = options
  const lock: Lock = await acquireLock(folder.lock, { disk, command, now })
  try {
    const signer = await caseSigner(folder, home, { disk })
    const memory = folderMemory(home.checkpoints, { disk })
    const log: LogWriter = existsSync(join(folder.log, 'checkpoint'))
      ? await openLogWriter(folder.log, { disk, signer, remember: memory })
      : await createLog(folder.log, { disk, origin: logOrigin(folder), signer, remember: memory })
    const originals = await openOriginals(folder.originals, { disk })
    let pending: Envelope[] = await withoutLeaf(folder, disk)
    const custody: Custody = {
      folder,
      disk,
      originals,
      now,
      async write(record) {
        const envelope = { salt: randomBytes(32).toString('hex'), record }
        await writeRecord(folder.records, envelope, { disk })
        pending.push(envelope)
      },
      async acknowledge() {
        if (pending.length === 0) return
        const batch = pending
        pending = []
        await log.append(batch.map(leafOf))
      },
      release: () => lock.release(),
    }
    await custody.acknowledge()
    await settleVault(folder, { disk })
    return custody
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The leaf that commits to a record. */
export function leafOf({ salt, record }: Envelope): Uint8Array {
  return leafBytes({
    kind: record.kind,
    at: record.at,
    record: recordName(record),
    commitment: leafCommitment(salt, record),
  })
}

async function withoutLeaf(folder: CaseFolder, disk: Disk): Promise<Envelope[]> {
  const logged = new Set<string>()
  if (existsSync(join(folder.log, 'checkpoint'))) {
    const reader = await openLogReader(folder.log)
    for await (const { bytes } of reader.leaves()) logged.add(parseLeaf(bytes).record)
  }
  const missing = (await listRecords(folder.records)).filter((name) => !logged.has(name))
  const envelopes = await Promise.all(missing.map((name) => readRecord(folder.records, name)))
  // A run may have died between a record's rename and the sync of its folder: written again, it is durable for certain.
  for (const envelope of envelopes) await writeRecord(folder.records, envelope, { disk })
  return envelopes
}
