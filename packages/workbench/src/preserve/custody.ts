/**
 * Custody: the one way anything enters a case. An original is durable before its record, the record before its leaf,
 * and nothing is acknowledged before its leaf is in the log. Opening a case runs the same path for whatever an
 * interrupted run left without a leaf.
 */
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
  type LogWriterOptions,
  leafBytes,
  leafCommitment,
  nodeDisk,
  type Originals,
  openLogWriter,
  openOriginals,
  type Salts,
  saltsOf,
} from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import type { Home } from './home.ts'
import { loggedRecords } from './logged.ts'
import { type CaseRecord, type Envelope, listRecords, readRecord, recordName, writeRecord } from './records.ts'
import { settleVault } from './settle-vault.ts'
import { caseSigner, logOrigin } from './signer.ts'

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

export class ForeignRecordError extends Error {
  constructor(folder: CaseFolder, names: readonly string[]) {
    const [first, ...more] = names
    const others = more.length > 0 ? ` and ${more.length} more` : ''
    super(
      `${join(folder.records, `${first}.json`)}${others}: not in the log, and not written with the key of this machine: somebody laid it there, or changed it before it was acknowledged. Look at it, move it out of the case, and give the command again; nothing was written`,
    )
    this.name = 'ForeignRecordError'
  }
}

export class LogGoneError extends Error {
  constructor(folder: CaseFolder) {
    super(
      `${folder.log} is gone, and the case has records: restore it from a copy of the case. Without it nothing shows that they are what was acknowledged; nothing was written`,
    )
    this.name = 'LogGoneError'
  }
}

/**
 * Takes the case for writing. Throws LockedError, naming the holder, where somebody else has it; ForeignRecordError and
 * LogGoneError where what it holds is not what was written here.
 */
export async function takeCustody(folder: CaseFolder, options: CustodyOptions): Promise<Custody> {
  const { disk = nodeDisk, home, command, now } = options
  const lock: Lock = await acquireLock(folder.lock, { disk, command, now })
  try {
    const signer = await caseSigner(folder, home, { disk })
    const memory = folderMemory(home.checkpoints, { disk })
    const log = await caseLog(folder, { disk, signer, remember: memory })
    const originals = await openOriginals(folder.originals, { disk })
    const salts = saltsOf(signer, logOrigin(folder))
    let pending: Envelope[] = await withoutLeaf(folder, salts, disk)
    const custody: Custody = {
      folder,
      disk,
      originals,
      now,
      async write(record) {
        const envelope = { salt: salts.saltFor(record), record }
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

/** A log is made once, before anything else of a case is written. */
async function caseLog(folder: CaseFolder, options: LogWriterOptions): Promise<LogWriter> {
  if (existsSync(join(folder.log, 'checkpoint'))) return openLogWriter(folder.log, options)
  if ((await listRecords(folder.records)).length > 0) throw new LogGoneError(folder)
  return createLog(folder.log, { ...options, origin: logOrigin(folder) })
}

/** What an interrupted run left without a leaf. Throws ForeignRecordError. */
async function withoutLeaf(folder: CaseFolder, salts: Salts, disk: Disk): Promise<Envelope[]> {
  const names = await listRecords(folder.records)
  const logged = await loggedRecords(folder)
  const missing = names.filter((name) => !logged.has(name))
  const envelopes = await Promise.all(missing.map((name) => readRecord(folder.records, name)))
  const foreign = envelopes.filter(({ salt, record }) => !salts.fits(salt, record))
  if (foreign.length > 0)
    throw new ForeignRecordError(
      folder,
      foreign.map(({ record }) => recordName(record)),
    )
  // A run may have died between a record's rename and the sync of its folder: written again, it is durable for certain.
  for (const envelope of envelopes) await writeRecord(folder.records, envelope, { disk })
  return envelopes
}
