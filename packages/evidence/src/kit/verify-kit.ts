/**
 * Verifying an export by what it carries: a signed list of files, the log with its checkpoint, originals with their
 * inventories, records with their leaves, time-stamps and cosignatures. Reads only, and runs in a browser.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parseBounded } from '../bounded-json.ts'
import { type Disk, type DiskOptions, type EntryKind, isMissing } from '../disk/disk.ts'
import { entriesUnder } from '../disk/entries-under.ts'
import { pathsAsWritten } from '../disk/names.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { reading, readSmall, UnreadableFileError } from '../disk/small-file.ts'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import { BadLeafError, type Leaf, leafCommitsTo, leavesByRecord, parseLeaf } from '../leaf.ts'
import { BadCheckpointError, type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts'
import { type LogReader, openLogReader } from '../log/log-reader.ts'
import { BadNoteError, openNote, parseNote } from '../log/note.ts'
import { BadKeyError, fingerprintOf, type Verifier, verifierOfPem } from '../log/verifier.ts'
import { verifyLog } from '../log/verify-log.ts'
import { comparisonDigits, type WrittenCheckpoint } from '../log/written-checkpoint.ts'
import { verifyOriginals } from '../originals/verify-originals.ts'
import { LINK, type Report } from '../problem.ts'
import type { Certificate } from '../timestamp/certificate.ts'
import { judgeCosignatures, judgeStamps, type KitCosignature, type KitStamp } from './dated.ts'
import { KIT } from './layout.ts'
import { BadSumsError, parseSums } from './sums.ts'

export interface KitOptions extends DiskOptions {
  /** Certificates that chains of time-stamps may end in; null leaves trust unjudged. */
  readonly trusted?: readonly Certificate[] | null
  /** A checkpoint of this log that somebody wrote down or printed. */
  readonly written?: WrittenCheckpoint
  /** sha512 of a file below the export, in hex; where the platform has a faster way than reading it here. */
  readonly digest?: (path: string) => Promise<string>
  /** Called with each file that was read. */
  readonly progress?: (done: number, total: number) => void
}

export interface KitReport extends Report {
  /** Files in the signed list. */
  readonly files: number
  /** SHA-256 of the key as SubjectPublicKeyInfo, hex: what everything else rests on; null where there is no key. */
  readonly fingerprint: string | null
  readonly checkpoint: (Checkpoint & { readonly digits: readonly string[] }) | null
  /** Originals listed, and how many of them lie in the export. */
  readonly originals: { readonly listed: number; readonly here: number }
  /** Records that their leaves commit to. */
  readonly records: number
  /** Leaves of the log by kind, those of records that are not in the export too; empty where the log cannot be read. */
  readonly leaves: ReadonlyMap<string, number>
  readonly stamps: readonly KitStamp[]
  readonly cosignatures: readonly KitCosignature[]
}

/**
 * Codes: kit-missing, kit-list, kit-key, kit-signature, kit-changed, kit-added, kit-checkpoint, kit-record, kit-original,
 * kit-timestamp, kit-cosignature, link, and those of logs and originals.
 */
export async function verifyKit(folder: string, options: KitOptions = {}): Promise<KitReport> {
  const { disk = nodeDisk, trusted = null, written } = options
  const findings = collectFindings()
  const digest = remembering(options.digest ?? ((path) => digestOf(disk, join(folder, path))))
  const read = reader(disk, folder, findings)
  const key = await readKey(read, findings)
  const listed = await judgeList(
    disk,
    folder,
    { read, digest, key, progress: options.progress ?? (() => {}) },
    findings,
  )
  const checkpoint = await judgeCheckpoint(read, key, findings)
  const log = await judgeLog(disk, folder, { read, key, written }, findings)
  const originals = await judgeOriginals(disk, folder, { read, digest, listed }, findings)
  const leaves = await readLeaves(log)
  const records = log === null ? 0 : await judgeRecords(disk, folder, leaves, originals.here, findings)
  const dated = { disk, folder, log, key, findings }
  const stamps = await judgeStamps({ ...dated, trusted })
  const cosignatures = await judgeCosignatures(dated)
  return {
    ...reportOf(findings),
    files: listed.size,
    fingerprint: key === null ? null : fingerprintOf(key),
    checkpoint: checkpoint === null ? null : { ...checkpoint, digits: comparisonDigits(checkpoint) },
    originals: { listed: originals.listed, here: originals.here.size },
    records,
    leaves: countsOf(leaves),
    stamps,
    cosignatures,
  }
}

/** True where a folder has what makes it an export; what it is worth is for `verifyKit` to say. */
export async function isKit(folder: string, { disk = nodeDisk }: DiskOptions = {}): Promise<boolean> {
  return (await disk.stat(join(folder, KIT.list))) !== null
}

type Read = (path: string) => Promise<Buffer | null>

/** Gives a file's bytes; null where it is missing or cannot be read, which is told. */
function reader(disk: Disk, folder: string, findings: Findings): Read {
  return async (path) => {
    try {
      return await readSmall(disk, join(folder, path), LISTS.has(path) ? 'text' : 'signed')
    } catch (error) {
      if (error instanceof UnreadableFileError) findings.error('kit-changed', path, `it cannot be read: ${error.why}`)
      else if (isMissing(error)) findings.error('kit-missing', path, 'it is missing, and belongs to every export')
      else throw error
      return null
    }
  }
}

const LISTS: ReadonlySet<string> = new Set([KIT.list, KIT.originalsList])

function remembering(digest: (path: string) => Promise<string>): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return (path) => {
    const found = known.get(path) ?? digest(path)
    known.set(path, found)
    return found
  }
}

async function digestOf(disk: Disk, path: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const piece of disk.stream(path)) hash.update(piece)
  return hash.digest('hex')
}

/** The key, under the name that the checkpoint's signature gives it. */
async function readKey(read: Read, findings: Findings): Promise<Verifier | null> {
  const pem = await read(KIT.key)
  const note = await read(KIT.checkpoint)
  if (pem === null) return null
  try {
    const name = note === null ? 'corroborate' : (parseNote(note).signatures[0]?.name ?? 'corroborate')
    return verifierOfPem(name, pem.toString('utf8'))
  } catch (error) {
    if (!(error instanceof BadKeyError || error instanceof BadNoteError)) throw error
    const path = error instanceof BadKeyError ? KIT.key : KIT.checkpoint
    findings.error(error instanceof BadKeyError ? 'kit-key' : 'kit-checkpoint', path, error.message)
    return null
  }
}

interface Reading {
  readonly read: Read
  readonly digest: (path: string) => Promise<string>
}

/** Every file is in the signed list as it is, and nothing is there beside. Gives digests by path. */
async function judgeList(
  disk: Disk,
  folder: string,
  { read, digest, key, progress }: Reading & { key: Verifier | null; progress: (done: number, total: number) => void },
  findings: Findings,
): Promise<ReadonlyMap<string, string>> {
  const list = await read(KIT.list)
  const signature = await read(KIT.listSignature)
  if (list === null) return new Map()
  if (key !== null && signature !== null && !key.verify(list, signature)) {
    const why =
      'the list of files is not the one that was signed with the key: the list, its signature or the key was changed'
    findings.error('kit-signature', KIT.listSignature, why)
  }
  const listed = sumsOf(KIT.list, list, findings)
  const there = await filesUnder(disk, folder)
  const written = pathsAsWritten(there.keys())
  const known = new Set<string>()
  let done = 0
  for (const [path, expected] of listed) {
    const file = written(path)
    if (file !== null) known.add(file)
    const why =
      file === null ? null : await judgeFile(join(folder, file), there.get(file), () => digest(file), expected)
    if (file === null) findings.error('kit-missing', path, 'it is in the list of files, and is missing')
    else if (why !== null) findings.error(why === LINK ? 'link' : 'kit-changed', path, why)
    progress(++done, listed.size)
  }
  for (const [path, kind] of there) {
    const own = path === KIT.list || path === KIT.listSignature
    if (own && kind === 'link') findings.error('link', path, LINK)
    if (own || known.has(path)) continue
    findings.error('kit-added', path, 'it is not in the list of files: it was added')
  }
  return listed
}

/** What is wrong with a file of the list; null where it is as listed. */
async function judgeFile(
  path: string,
  kind: EntryKind | undefined,
  digest: () => Promise<string>,
  expected: string,
): Promise<string | null> {
  if (kind === 'link') return LINK
  if (kind !== 'file') return 'it is no file but a device or a pipe'
  try {
    const same = (await reading(path, digest)) === expected
    return same ? null : 'its sha512 is not the one in the list: it was changed'
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    return `it cannot be read: ${error.why}`
  }
}

function sumsOf(path: string, bytes: Uint8Array, findings: Findings): ReadonlyMap<string, string> {
  try {
    return parseSums(bytes)
  } catch (error) {
    if (!(error instanceof BadSumsError)) throw error
    findings.error('kit-list', path, error.message)
    return new Map()
  }
}

async function filesUnder(disk: Disk, folder: string): Promise<ReadonlyMap<string, EntryKind>> {
  const entries = await entriesUnder(disk, folder)
  return new Map(entries.filter(({ kind }) => kind !== 'folder').map(({ path, kind }) => [path, kind]))
}

async function judgeCheckpoint(read: Read, key: Verifier | null, findings: Findings): Promise<Checkpoint | null> {
  const note = await read(KIT.checkpoint)
  const text = await read(KIT.checkpointText)
  const signature = await read(KIT.checkpointSignature)
  if (note === null) return null
  try {
    const parsed = parseNote(note)
    if (text !== null && !text.equals(Buffer.from(parsed.text)))
      findings.error('kit-checkpoint', KIT.checkpointText, 'it is not the text of the checkpoint')
    if (text !== null && signature !== null && key !== null && !key.verify(text, signature))
      findings.error('kit-signature', KIT.checkpointSignature, 'it does not fit the text of the checkpoint')
    if (key !== null) openNote(note, [key])
    return parseCheckpoint(note)
  } catch (error) {
    const code =
      error instanceof BadNoteError || error instanceof BadCheckpointError ? 'kit-checkpoint' : 'kit-signature'
    findings.error(code, KIT.checkpoint, (error as Error).message)
    return null
  }
}

/** Gives the log, null where it cannot be read whole. */
async function judgeLog(
  disk: Disk,
  folder: string,
  { read, key, written }: { read: Read; key: Verifier | null; written: WrittenCheckpoint | undefined },
  findings: Findings,
): Promise<LogReader | null> {
  const note = await read(KIT.checkpoint)
  const inLog = await read(`${KIT.log}/checkpoint`)
  if (inLog === null) return null
  if (note !== null && !note.equals(inLog))
    findings.error('kit-checkpoint', `${KIT.log}/checkpoint`, `it is not ${KIT.checkpoint}: one of the two was changed`)
  const options = { disk, verifier: key, remembered: null, ...(written === undefined ? {} : { written }) }
  const problems = await verifyLog(join(folder, KIT.log), options)
  for (const { code, message, path } of problems)
    findings.error(code, path === '' ? KIT.log : `${KIT.log}/${path}`, message)
  return problems.some(({ code }) => UNREADABLE.has(code)) ? null : openLogReader(join(folder, KIT.log), { disk })
}

/** After these nothing can be proved from a log. */
const UNREADABLE = new Set(['log-missing', 'log-checkpoint', 'log-tile-missing', 'log-tile-wrong', 'log-root'])

/** Digests of the originals that lie in the export. */
async function judgeOriginals(
  disk: Disk,
  folder: string,
  { read, digest, listed }: Reading & { listed: ReadonlyMap<string, string> },
  findings: Findings,
): Promise<{ listed: number; here: ReadonlySet<string> }> {
  const bytes = await read(KIT.originalsList)
  const sums = bytes === null ? new Map<string, string>() : sumsOf(KIT.originalsList, bytes, findings)
  const here = new Set<string>()
  const root = join(folder, KIT.originals)
  if ((await disk.stat(root))?.kind !== 'folder') return { listed: sums.size, here }
  const digestBelow = (path: string) => digest(`${KIT.originals}/${path}`)
  for (const { code, message, path } of await verifyOriginals(root, { disk, digest: digestBelow }))
    findings.error(code, path === '' ? KIT.originals : `${KIT.originals}/${path}`, message)
  for (const [path, expected] of sums) {
    if (listed.get(path) === expected) here.add(expected)
    else findings.error('kit-original', path, 'it is an original of the case, and not in the list of files as such')
  }
  return { listed: sums.size, here }
}

/** By their records; none where there is no log. A leaf that is none is told of with the log. */
async function readLeaves(log: LogReader | null): Promise<ReadonlyMap<string, Leaf>> {
  const leaves: Leaf[] = []
  for await (const { bytes } of log?.leaves() ?? []) {
    try {
      leaves.push(parseLeaf(bytes))
    } catch (error) {
      if (!(error instanceof BadLeafError)) throw error
    }
  }
  return leavesByRecord(leaves)
}

function countsOf(leaves: ReadonlyMap<string, Leaf>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { kind } of leaves.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** Every record is what its leaf commits to, and every original here is named by one. */
async function judgeRecords(
  disk: Disk,
  folder: string,
  leaves: ReadonlyMap<string, Leaf>,
  originals: ReadonlySet<string>,
  findings: Findings,
): Promise<number> {
  if ((await disk.stat(join(folder, KIT.records)))?.kind !== 'folder') {
    if (originals.size > 0)
      findings.error('kit-missing', KIT.records, 'no record says how the originals came into the case')
    return 0
  }
  let committed = 0
  const named = new Set<string>()
  const there = await filesUnder(disk, join(folder, KIT.records))
  for (const name of there.keys()) {
    const path = `${KIT.records}/${name}`
    const bytes = await readRecord(disk, join(folder, path))
    const leaf = leaves.get(name.replace(/\.json$/, ''))
    const why = typeof bytes === 'string' ? bytes : judgeRecord(bytes, leaf, named)
    if (why === null) committed++
    else findings.error('kit-record', path, why)
  }
  for (const { kind, record } of leaves.values()) {
    const path = `${record}.json`
    if (kind !== 'capture' || there.has(path)) continue
    const message = 'the log tells of an item taken in, and its record is missing: it was left out with its original'
    findings.error('kit-missing', `${KIT.records}/${path}`, message)
  }
  for (const original of originals) {
    if (!named.has(original))
      findings.error('kit-original', KIT.originals, `no record in the log names the original with sha512 ${original}`)
  }
  return committed
}

/** A record's bytes, or why they cannot be read. */
async function readRecord(disk: Disk, path: string): Promise<Uint8Array | string> {
  try {
    return await readSmall(disk, path, 'text')
  } catch (error) {
    if (error instanceof UnreadableFileError) return `it cannot be read: ${error.why}`
    if (isMissing(error)) return 'it cannot be read: nothing is there'
    throw error
  }
}

function judgeRecord(bytes: Uint8Array, leaf: Leaf | undefined, named: Set<string>): string | null {
  if (leaf === undefined) return 'no leaf of the log commits to it'
  try {
    const text = Buffer.from(bytes).toString('utf8')
    const envelope = parseBounded(text) as { salt: string; record: { item?: unknown } }
    const { salt, record, ...more } = envelope
    if (!leafCommitsTo(leaf, salt, record)) return 'it is not what the log committed to'
    // What reading passes over, a member that is there twice for one, is not in the commitment.
    if (Object.keys(more).length > 0 || text !== `${JSON.stringify(envelope, null, 1)}\n`)
      return 'it is not written as a record is: something stands in it beside what the log committed to'
    if (typeof record.item === 'string') named.add(record.item)
    return null
  } catch (error) {
    return `it cannot be read: ${(error as Error).message}`
  }
}
