/** Who besides this machine says when a case's log stood as it does: time-stamps and cosignatures, judged anew each time. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Certificate,
  type Checkpoint,
  type LogReader,
  type NoteVerifier,
  openLogReader,
  openNote,
  type Problem,
  parseCheckpoint,
  parseCosigner,
  parseLeaf,
  parseTimestampRequest,
  verifyTimestamp,
} from '@corroborate/evidence'
import {
  type CosignatureRecord,
  DATING_KINDS,
  type TimestampRecord,
  type TimestampRequestRecord,
  type WitnessRequestRecord,
} from '../model/dating.ts'
import type { CaseFolder } from './case-folder.ts'
import { acknowledgedRecords } from './logged.ts'
import { BrokenRecordError, readRecord, recordName } from './records.ts'

/** A request for a time-stamp and what became of it. */
export interface Stamp {
  readonly request: TimestampRequestRecord
  /** Leaves of the checkpoint it is on: the first so many events are what it dates. */
  readonly size: number
  /** `queued` was not answered, `superseded` neither, but a later or equal checkpoint is dated. */
  readonly state: 'queued' | 'dated' | 'refused' | 'superseded'
  readonly answer: TimestampRecord | null
  /** What the token says; null unless dated. */
  readonly time: string | null
  /** Subject of the certificate that signed. */
  readonly authority: string | null
  /** Whether its chain ends in a certificate that was given as trusted. */
  readonly anchored: boolean
  readonly why: string | null
  /** Certificates from the signer's up; none unless dated. */
  readonly chain: readonly Certificate[]
}

export interface Cosigned {
  readonly record: CosignatureRecord
  readonly request: WitnessRequestRecord
  readonly witness: string
  readonly size: number
  /** When the witness says it saw the checkpoint. */
  readonly time: string
}

export interface Dating {
  readonly log: LogReader
  readonly stamps: readonly Stamp[]
  readonly cosigned: readonly Cosigned[]
  readonly witnessRequests: readonly WitnessRequestRecord[]
  /** The first so many events are dated by a time-stamp that holds. */
  readonly datedTo: number
  /** Events after those, without what dating itself added. */
  readonly undated: number
  /** Size of the smallest checkpoint that has every event but those. */
  readonly toDate: number
  readonly problems: readonly Problem[]
}

export interface DatingOptions {
  /** Certificates that a chain may end in; null leaves trust unjudged. */
  readonly trusted: readonly Certificate[] | null
  /** Key the case's checkpoints are signed with; null leaves that unjudged. */
  readonly verifier: NoteVerifier | null
}

/** What is shown wherever a checkpoint is that nobody else has dated. */
export const NOT_DATED = 'not yet independently dated'

/** null where the case has no log yet. */
export async function readDating(folder: CaseFolder, options: DatingOptions): Promise<Dating | null> {
  if (!existsSync(join(folder.log, 'checkpoint'))) return null
  const log = await openLogReader(folder.log)
  const problems: Problem[] = []
  const { requests, answers, witnessRequests, cosignatures } = await datingRecords(folder, problems)
  const judged: Stamp[] = []
  for (const request of requests) {
    const size = await sizeIn(log, request, options.verifier, problems)
    if (size !== null) judged.push(judgeStamp(request, size, answers, options, problems))
  }
  const datedTo = Math.max(0, ...judged.filter(({ state }) => state === 'dated').map(({ size }) => size))
  const stamps = judged
    .map((stamp) =>
      stamp.state === 'queued' && stamp.size <= datedTo ? { ...stamp, state: 'superseded' as const } : stamp,
    )
    .sort((a, b) => a.size - b.size)
  const cosigned: Cosigned[] = []
  for (const record of cosignatures) {
    const found = await judgeCosignature(log, record, witnessRequests, options.verifier, problems)
    if (found !== null) cosigned.push(found)
  }
  // Records written in one instant have ids in any order; the log's length is what comes first.
  cosigned.sort((a, b) => a.size - b.size)
  let undated = 0
  let toDate = datedTo
  for await (const { index, bytes } of log.leaves(datedTo)) {
    if (DATING_KINDS.has(parseLeaf(bytes).kind)) continue
    undated++
    toDate = index + 1
  }
  return { log, stamps, cosigned, witnessRequests, datedTo, undated, toDate, problems }
}

async function datingRecords(folder: CaseFolder, problems: Problem[]) {
  const requests: TimestampRequestRecord[] = []
  const answers: TimestampRecord[] = []
  const witnessRequests: WitnessRequestRecord[] = []
  const cosignatures: CosignatureRecord[] = []
  const dates = (name: string) => DATING_KINDS.has(name.slice(0, name.indexOf('/') - 1))
  for (const name of await acknowledgedRecords(folder, dates)) {
    try {
      const { record } = await readRecord(folder.records, name)
      if (record.kind === 'timestamp-request') requests.push(record)
      if (record.kind === 'timestamp') answers.push(record)
      if (record.kind === 'witness-request') witnessRequests.push(record)
      if (record.kind === 'cosignature') cosignatures.push(record)
    } catch (error) {
      if (!(error instanceof BrokenRecordError)) throw error
      problems.push({ code: 'record-broken', message: error.message, path: `records/${name}.json` })
    }
  }
  const inOrder = (a: { at: string; id: string }, b: { at: string; id: string }) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1
  for (const list of [requests, answers, witnessRequests, cosignatures]) list.sort(inOrder)
  return { requests, answers, witnessRequests, cosignatures }
}

/** Size of a kept checkpoint, once it is one of this log; null where it is not, which is a problem. */
async function sizeIn(
  log: LogReader,
  record: TimestampRequestRecord | WitnessRequestRecord,
  verifier: NoteVerifier | null,
  problems: Problem[],
): Promise<number | null> {
  const fail = (message: string) => {
    problems.push({ code: 'dated-checkpoint', message, path: `records/${recordName(record)}.json` })
    return null
  }
  let checkpoint: Checkpoint
  try {
    checkpoint = parseCheckpoint(record.checkpoint)
    if (verifier !== null) openNote(record.checkpoint, [verifier])
  } catch (error) {
    return fail(`the checkpoint it is about does not hold: ${(error as Error).message}`)
  }
  const { origin, size, root } = checkpoint
  if (origin !== log.origin || size > log.size || Buffer.compare(await log.rootAt(size), root) !== 0)
    return fail(`the checkpoint it is about, of ${size} leaves, is not one of this log`)
  return size
}

function judgeStamp(
  request: TimestampRequestRecord,
  size: number,
  answers: readonly TimestampRecord[],
  { trusted }: DatingOptions,
  problems: Problem[],
): Stamp {
  const open = { request, size, answer: null, time: null, authority: null, anchored: false, chain: [] }
  let stamp: Stamp = { ...open, state: 'queued', why: null }
  for (const answer of answers.filter((one) => one.request === request.id)) {
    if (answer.refused !== null) {
      if (stamp.state === 'queued') stamp = { ...open, answer, state: 'refused', why: answer.refused }
      continue
    }
    const { timestamp, errors } = judgeAnswer(Buffer.from(answer.answer, 'base64'), request, trusted)
    if (timestamp === null) {
      for (const { code, message } of errors)
        problems.push({ code, message: `its time-stamp no longer holds: ${message}`, path: pathOf(answer) })
      continue
    }
    const { time, authority, anchored, chain } = timestamp
    if (stamp.state === 'dated' && (stamp.anchored || !anchored)) continue
    stamp = { request, size, answer, state: 'dated', time: time.toISOString(), authority, anchored, why: null, chain }
  }
  return stamp
}

function pathOf(record: TimestampRecord): string {
  return `records/${recordName(record)}.json`
}

/** Whether an answer dates what the request asks for; a chain that ends in nothing trusted is judged without trust. */
export function judgeAnswer(
  answer: Uint8Array,
  request: Pick<TimestampRequestRecord, 'checkpoint' | 'request'>,
  trusted: readonly Certificate[] | null,
) {
  const { nonce } = parseTimestampRequest(Buffer.from(request.request, 'base64'))
  const asked = { data: Buffer.from(request.checkpoint), ...(nonce === null ? {} : { nonce }) }
  if (trusted !== null) {
    const anchored = verifyTimestamp(answer, { ...asked, trusted, untrusted: trusted })
    if (anchored.valid) return anchored
  }
  return verifyTimestamp(answer, { ...asked, trusted: null })
}

async function judgeCosignature(
  log: LogReader,
  record: CosignatureRecord,
  requests: readonly WitnessRequestRecord[],
  verifier: NoteVerifier | null,
  problems: Problem[],
): Promise<Cosigned | null> {
  const path = `records/${recordName(record)}.json`
  const request = requests.find(({ id }) => id === record.request)
  if (request === undefined) {
    problems.push({ code: 'cosignature', message: 'the request that it answers is gone', path })
    return null
  }
  const size = await sizeIn(log, request, verifier, problems)
  if (size === null) return null
  try {
    const witness = parseCosigner(record.witness)
    const time = cosignedAt(request.checkpoint, record.line, witness)
    return { record, request, witness: witness.name, size, time }
  } catch (error) {
    problems.push({ code: 'cosignature', message: (error as Error).message, path })
    return null
  }
}

/** When a witness says it saw a checkpoint. Throws BadNoteError or BadSignatureError where the line is not its cosignature. */
export function cosignedAt(checkpoint: string, line: string, witness: ReturnType<typeof parseCosigner>): string {
  const { signatures } = openNote(`${checkpoint}${line}`, [witness])
  return new Date(witness.timeOf(signatures[0]?.signature ?? new Uint8Array(8)) * 1000).toISOString()
}
