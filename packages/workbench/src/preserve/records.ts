/**
 * Records: every input that cannot be derived, one file each under `records/`, committed to by a leaf of the log.
 * A file is `{"salt": …, "record": …}`; the leaf holds sha256 over salt and the record's canonical JSON.
 */
import { join } from 'node:path'
import {
  canonicalJson,
  type Disk,
  type DiskOptions,
  filesUnder,
  nodeDisk,
  parseBounded,
  readSmall,
  UnboundedJsonError,
  UnreadableFileError,
  writeDurably,
} from '@corroborate/evidence'
import { z } from 'zod'
import {
  CaptureSchema,
  CaseRecordSchema,
  ExportRecordSchema,
  IntakeEndSchema,
  IntakeSchema,
  VerificationSchema,
} from '../model/capture.ts'
import { SealedItemSchema, SealedRecordSchema, VaultRecordSchema, WithdrawalSchema } from '../model/confidential.ts'
import { CosignatureSchema, TimestampRequestSchema, TimestampSchema, WitnessRequestSchema } from '../model/dating.ts'
import { type DecisionRecord, DecisionRecordSchema } from '../model/decision.ts'
import { RecognitionSchema } from '../model/derived-text.ts'
import { FrameRecordSchema } from '../model/frame.ts'
import { InvalidIdError, recordId } from '../model/ids.ts'
import { ListRecordSchema } from '../model/list-record.ts'
import { DisclosureSchema, ProposalRecordSchema } from '../model/proposal.ts'

export const RecordSchema = z.discriminatedUnion('kind', [
  IntakeSchema,
  CaptureSchema,
  IntakeEndSchema,
  DecisionRecordSchema,
  ListRecordSchema,
  RecognitionSchema,
  FrameRecordSchema,
  VerificationSchema,
  ExportRecordSchema,
  CaseRecordSchema,
  VaultRecordSchema,
  SealedItemSchema,
  SealedRecordSchema,
  WithdrawalSchema,
  DisclosureSchema,
  ProposalRecordSchema,
  TimestampRequestSchema,
  TimestampSchema,
  WitnessRequestSchema,
  CosignatureSchema,
])
export type CaseRecord = z.infer<typeof RecordSchema>

/** A record as it lies in its file. */
export const EnvelopeSchema = z.object({ salt: z.string().regex(/^[0-9a-f]{64}$/), record: RecordSchema })
export type Envelope = z.infer<typeof EnvelopeSchema>

export class BrokenRecordError extends Error {
  constructor(path: string, why: string) {
    super(
      `${path}: ${why}. The record is damaged: restore it from a copy of the case, or run \`corroborate verify\` to see what else is`,
    )
    this.name = 'BrokenRecordError'
  }
}

/** `captures/ab/<id>` under the records folder, without its ending. */
export function recordName(record: Pick<CaseRecord, 'kind' | 'id'>): string {
  const id = recordId(record.id)
  return `${record.kind}s/${id.slice(0, 2)}/${id}`
}

export async function writeRecord(folder: string, envelope: Envelope, options: DiskOptions = {}): Promise<void> {
  await writeDurably(join(folder, `${recordName(envelope.record)}.json`), Buffer.from(recordText(envelope)), options)
}

function recordText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

/** Whether the file holds the record as it was written, and nothing beside it that reading passes over. */
export async function isAsWritten(
  folder: string,
  name: string,
  envelope: Envelope,
  { disk = nodeDisk }: DiskOptions = {},
): Promise<boolean> {
  const text = await readText(disk, join(folder, `${name}.json`))
  const value = JSON.parse(text)
  return text === recordText(value) && canonicalJson(value) === canonicalJson(envelope)
}

/** Throws BrokenRecordError. */
export async function readRecord(
  folder: string,
  name: string,
  { disk = nodeDisk }: DiskOptions = {},
): Promise<Envelope> {
  const path = join(folder, `${name}.json`)
  const text = await readText(disk, path)
  let value: unknown
  try {
    value = parseBounded(text)
  } catch (error) {
    throw new BrokenRecordError(path, error instanceof UnboundedJsonError ? error.message : 'it is not JSON')
  }
  const parsed = EnvelopeSchema.safeParse(value)
  if (!parsed.success) throw new BrokenRecordError(path, parsed.error.issues[0]?.message ?? 'it has another shape')
  if (!isNamed(parsed.data.record, name)) throw new BrokenRecordError(path, 'its id is not its name')
  return parsed.data
}

function isNamed(record: CaseRecord, name: string): boolean {
  try {
    return recordName(record) === name
  } catch (error) {
    if (error instanceof InvalidIdError) return false
    throw error
  }
}

async function readText(disk: Disk, path: string): Promise<string> {
  try {
    return (await readSmall(disk, path, 'text')).toString('utf8')
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new BrokenRecordError(path, `it cannot be read: ${error.why}`)
    throw error
  }
}

/** The names of all records, sorted; none where the folder is missing. What an interrupted write left is not a record. */
export async function listRecords(folder: string, { disk = nodeDisk }: DiskOptions = {}): Promise<readonly string[]> {
  const files = await filesUnder(disk, folder)
  return files.filter((path) => /(^|\/)[0-9a-f-]{36}\.json$/.test(path)).map((path) => path.slice(0, -'.json'.length))
}

/** Every decision, in the order in which they were taken. */
export async function decisionRecords(folder: string): Promise<readonly DecisionRecord[]> {
  const names = (await listRecords(folder)).filter((name) => name.startsWith('decisions/'))
  const records = await Promise.all(names.map(async (name) => (await readRecord(folder, name)).record))
  return records.filter((record) => record.kind === 'decision').sort((a, b) => a.sequence - b.sequence)
}
