/** Whether a case still is what was acknowledged: originals, log, and every record against its leaf. Writes nothing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  BadKeyError,
  BadMemoryError,
  type Certificate,
  type Disk,
  type DiskOptions,
  folderMemory,
  type Leaf,
  leafCommitsTo,
  leavesByRecord,
  NotCanonicalError,
  nodeDisk,
  openLogReader,
  type Problem,
  parseBounded,
  parseLeaf,
  reading,
  readSmall,
  type Salts,
  UnreadableFileError,
  type Verifier,
  verifyLog,
  verifyOriginals,
  type WrittenCheckpoint,
} from '@corroborate/evidence'
import { CaseFileSchema } from '../model/case-file.ts'
import type { CaseFolder } from './case-folder.ts'
import { caseFilePath, digestOf } from './case-record.ts'
import { type Dating, type DatingOptions, readDating } from './dating.ts'
import type { Findings } from './findings.ts'
import type { Home } from './home.ts'
import { BrokenRecordError, type CaseRecord, isAsWritten, listRecords, readRecord, recordName } from './records.ts'
import { caseSalts, caseVerifier, keyText, logOrigin } from './signer.ts'
import { strays } from './stray.ts'
import type { OpenVault } from './vault.ts'
import { type VerifiedVault, verifyVault } from './verify-vault.ts'

export interface CaseVerification {
  readonly originals: number
  readonly records: number
  readonly leaves: number
  readonly confidential: VerifiedVault
  /** Exports that the log tells of, oldest first. */
  readonly exports: readonly { readonly at: string; readonly to: string; readonly files: number }[]
  /** Who else says when the log stood as it does; null where there is no log, or none that can be read. */
  readonly dating: Dating | null
  readonly problems: readonly Problem[]
  /** Worth knowing, but nothing that was acknowledged is affected. */
  readonly warnings: readonly Problem[]
}

export interface VerifyCaseOptions extends DiskOptions {
  /** A checkpoint of this case that somebody wrote down or printed. */
  readonly written?: WrittenCheckpoint
  /** Certificates that chains of time-stamps may end in; null leaves trust unjudged. */
  readonly trusted?: readonly Certificate[] | null
  /** Opens what is confidential, which is then held against its own digests too. */
  readonly vault?: OpenVault | null
}

/** Names every file that was changed, lost or added outside `case.db`, which is derived from the rest. */
export async function verifyCase(
  folder: CaseFolder,
  home: Home,
  { disk = nodeDisk, written, trusted = null, vault = null }: VerifyCaseOptions = {},
): Promise<CaseVerification> {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const findings: Findings = {
    fail: (code, path, message) => problems.push({ code, message, path }),
    warn: (code, path, message) => warnings.push({ code, message, path }),
    add(found, below) {
      for (const problem of found)
        problems.push({ ...problem, path: problem.path === '' ? below : `${below}/${problem.path}` })
    },
  }
  findings.add(await verifyOriginals(folder.originals, { disk }), 'originals')
  const kept = await keptOriginals(disk, folder.originals)
  const names = await listRecords(folder.records, { disk })
  const { leaves, complete, verifier } = await checkLog(disk, folder, home, names, written, findings)
  const salts = await caseSalts(folder, home).catch(() => null)
  const records = await checkRecords(disk, folder, { names, leaves, complete, kept, salts }, findings)
  await checkCaseFile(disk, folder, records, leaves, findings)
  const confidential = await verifyVault(folder, [...records.values()], vault, findings)
  const dating = await checkDating(folder, { trusted, verifier }, findings)
  const foreign = await strays(folder)
  problems.push(...foreign.problems)
  warnings.push(...foreign.warnings)

  const exports = [...leaves.keys()].flatMap((name) => {
    const record = records.get(name)
    return record?.kind === 'export' ? [{ at: record.at, to: record.to, files: record.files.length }] : []
  })
  return {
    originals: kept.size,
    records: names.length,
    leaves: leaves.size,
    confidential,
    exports,
    dating,
    problems,
    warnings,
  }
}

/** By the records they commit to, in the order of the log. */
type Leaves = ReadonlyMap<string, Leaf>

/** The digests that objects are named by, damaged or not. */
async function keptOriginals(disk: Disk, root: string): Promise<ReadonlySet<string>> {
  const list = async (path: string, name: RegExp) => {
    if ((await disk.stat(path))?.kind !== 'folder') return []
    // What cannot be listed is told with the originals.
    const entries = await reading(path, () => disk.list(path)).catch((error: unknown) => {
      if (error instanceof UnreadableFileError) return []
      throw error
    })
    return entries.filter((entry) => entry.kind === 'folder' && name.test(entry.name)).map((entry) => entry.name)
  }
  const kept = new Set<string>()
  for (const bucket of await list(root, /^[0-9a-f]{2}$/)) {
    for (const digest of await list(join(root, bucket), /^[0-9a-f]{128}$/)) kept.add(digest)
  }
  return kept
}

/** Milliseconds by which what was written side by side may come into the log in another order than it was begun. */
const SIDE_BY_SIDE = 60_000

/** Gives the leaf of every record the log tells of, in the order of the log. */
async function checkLog(
  disk: Disk,
  folder: CaseFolder,
  home: Home,
  names: readonly string[],
  written: WrittenCheckpoint | undefined,
  findings: Findings,
): Promise<Pick<ToCheck, 'leaves' | 'complete'> & { readonly verifier: Verifier | null }> {
  const logged = existsSync(join(folder.log, 'checkpoint'))
  let forgotten = false
  const memory = folderMemory(home.checkpoints)
  const remembered = await memory.last(logOrigin(folder)).catch((error: unknown) => {
    if (!(error instanceof BadMemoryError)) throw error
    findings.fail('remembered-broken', 'log/checkpoint', error.message)
    forgotten = true
    return null
  })
  // A case whose making was interrupted has no log yet; the next writing command begins it.
  if (!logged && names.length === 0 && remembered === null && !forgotten && written === undefined)
    return { leaves: new Map(), complete: true, verifier: null }
  const verifier = await checkKey(folder, home, findings)
  findings.add(
    await verifyLog(folder.log, { disk, verifier, remembered, ...(written === undefined ? {} : { written }) }).catch(
      missingLog,
    ),
    'log',
  )
  if (remembered === null && !forgotten && written === undefined) {
    findings.warn(
      'no-remembered-checkpoint',
      'log/checkpoint',
      'this machine remembers no checkpoint of this case, so a log rolled back as a whole could not be told',
    )
  }
  if (!logged) return { leaves: new Map(), complete: false, verifier }
  const leaves: Leaf[] = []
  let complete = false
  try {
    const reader = await openLogReader(folder.log, { disk })
    if (reader.origin !== logOrigin(folder))
      findings.fail('case-id', 'case.json', `the log is that of ${reader.origin}, not of the id in case.json`)
    let latest = ''
    let back: string | null = null
    for await (const { index, bytes } of reader.leaves()) {
      const leaf = parseLeaf(bytes)
      leaves.push(leaf)
      if (Date.parse(leaf.at) < Date.parse(latest) - SIDE_BY_SIDE)
        back ??= `event ${index} is dated ${leaf.at}, and one before it ${latest}`
      if (leaf.at > latest) latest = leaf.at
    }
    complete = true
    if (back !== null) {
      const message = `${back}: the clock was put back, or two machines' clocks differ. The order of the log stands; take its times with care, set the clock, and have others date the log (\`corroborate timestamp\`)`
      findings.warn('clock-back', 'log', message)
    }
  } catch (error) {
    findings.fail('log-unreadable', 'log', error instanceof Error ? error.message : String(error))
  }
  return { leaves: leavesByRecord(leaves), complete, verifier }
}

/** A log that cannot be read is told of elsewhere. */
async function checkDating(folder: CaseFolder, options: DatingOptions, findings: Findings): Promise<Dating | null> {
  const dating = await readDating(folder, options).catch(() => null)
  for (const { code, path, message } of dating?.problems ?? [])
    if (code !== 'record-broken') findings.fail(code, path, message)
  if (options.trusted === null) return dating
  for (const { state, anchored, answer, authority } of dating?.stamps ?? []) {
    if (state !== 'dated' || anchored || answer === null) continue
    const message = `the chain of ${authority} does not end in a certificate that was given`
    findings.warn('timestamp-trust', `records/${recordName(answer)}.json`, message)
  }
  return dating
}

function missingLog(error: NodeJS.ErrnoException): readonly Problem[] {
  if (error.code !== 'ENOENT') throw error
  return [{ code: 'log-missing', message: 'the log is gone', path: '' }]
}

async function checkKey(folder: CaseFolder, home: Home, findings: Findings): Promise<Verifier | null> {
  const broken = (error: unknown) => {
    if (!(error instanceof BadKeyError)) throw error
    findings.fail('key-broken', 'log.pub', error.message)
    return null
  }
  const found = await caseVerifier(folder, home).catch(broken)
  if (found === null) return null
  const { verifier, own } = found
  if (!existsSync(folder.publicKey)) findings.fail('key-missing', 'log.pub', 'the public half of the key is gone')
  else {
    const text = await keyText(folder.publicKey).catch(broken)
    if (text !== null && verifier !== null && text !== `${verifier.key}\n`)
      findings.fail('key-changed', 'log.pub', 'it is not the key that this machine signs with')
  }
  if (!own) {
    findings.warn(
      'key-from-the-case',
      'log.pub',
      'the signature was judged by the key that the case itself names; compare it with one you got elsewhere',
    )
  }
  return verifier
}

interface ToCheck {
  readonly names: readonly string[]
  readonly leaves: Leaves
  /** Whether the log could be read to its end: else nobody knows which records it tells of. */
  readonly complete: boolean
  readonly kept: ReadonlySet<string>
  /** null where this machine cannot tell who wrote a record that has no leaf. */
  readonly salts: Salts | null
}

const WAITING = 'written, but not yet acknowledged in the log; the next writing command does so'
const FOREIGN =
  'it is not in the log, and was not written with the key of this machine: somebody laid it there. Look at it and move it out of the case'

/** Gives the records that can be read, by name. */
async function checkRecords(
  disk: Disk,
  folder: CaseFolder,
  { names, leaves, complete, kept, salts }: ToCheck,
  findings: Findings,
): Promise<ReadonlyMap<string, CaseRecord>> {
  const records = new Map<string, CaseRecord>()
  const captured = new Set<string>()
  for (const name of names) {
    const path = `records/${name}.json`
    try {
      const envelope = await readRecord(folder.records, name, { disk })
      const { salt, record } = envelope
      records.set(name, record)
      const leaf = leaves.get(name)
      if (leaf === undefined) {
        if (salts !== null && !salts.fits(salt, record)) findings.fail('record-foreign', path, FOREIGN)
        else if (complete) findings.warn('record-without-leaf', path, WAITING)
      } else if (!leafCommitsTo(leaf, salt, record) || !(await isAsWritten(folder.records, name, envelope, { disk }))) {
        findings.fail('record-changed', path, 'it is not what the log committed to')
      }
      if (record.kind !== 'capture' && record.kind !== 'sealed-item') continue
      captured.add(record.item)
      const whose = record.kind === 'capture' ? record.name : `confidential item ${record.id}`
      if (!kept.has(record.item))
        findings.fail('original-missing', path, `the original of ${whose} is missing (sha512 ${record.item})`)
    } catch (error) {
      if (!(error instanceof BrokenRecordError || error instanceof NotCanonicalError)) throw error
      findings.fail('record-broken', path, error.message)
    }
  }
  const there = new Set(names)
  for (const name of leaves.keys()) {
    if (!there.has(name))
      findings.fail('record-missing', `records/${name}.json`, 'the log commits to this record, but it is gone')
  }
  for (const digest of kept) {
    if (captured.has(digest)) continue
    const message = 'kept, but no capture names it: an interrupted `add` left it; run that command again'
    findings.warn('original-without-capture', `originals (sha512 ${digest})`, message)
  }
  return records
}

/** A person may edit `case.json`: that is said until it is acknowledged, and fails only where no case is left of it. */
async function checkCaseFile(
  disk: Disk,
  folder: CaseFolder,
  records: ReadonlyMap<string, CaseRecord>,
  leaves: Leaves,
  findings: Findings,
): Promise<void> {
  const bytes = await readSmall(disk, caseFilePath(folder), 'case').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    if (error instanceof UnreadableFileError) return error
    throw error
  })
  if (bytes instanceof UnreadableFileError) {
    findings.fail('case-broken', 'case.json', bytes.message)
    return
  }
  if (bytes === null) {
    findings.fail('case-missing', 'case.json', 'the file that says what the case is about is gone')
    return
  }
  const id = idIn(bytes)
  if (id === null) findings.fail('case-broken', 'case.json', 'it no longer describes a case')
  else if (id !== folder.file.id) findings.fail('case-id', 'case.json', `its id was changed to ${id}`)
  const acknowledged = [...leaves.keys()].flatMap((name) => {
    const record = records.get(name)
    return record?.kind === 'case' ? [record] : []
  })
  const last = acknowledged.at(-1)
  if (last === undefined) {
    findings.warn('case-uncommitted', 'case.json', 'the log does not tell of it; see `verify --acknowledge`')
  } else if (last.sha512 !== digestOf(bytes)) {
    const message = `it was edited since ${last.at}; if that is meant, say so with \`verify --acknowledge\``
    findings.warn('case-edited', 'case.json', message)
  }
}

function idIn(bytes: Buffer): string | null {
  try {
    return CaseFileSchema.parse(parseBounded(bytes.toString('utf8'))).id
  } catch {
    return null
  }
}
