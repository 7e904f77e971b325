/**
 * Records: every input that cannot be derived, one file each under `records/`, committed to by a leaf of the log.
 * A file is `{"salt": …, "record": …}`; the leaf holds sha256 over salt and the record's canonical JSON.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '@corroborate/evidence'
import { z } from 'zod'
import { CaptureSchema, IntakeEndSchema, IntakeSchema, VerificationSchema } from '../model/capture.ts'
import { DecisionRecordSchema } from '../model/decision.ts'
import { recordId } from '../model/ids.ts'

export const RecordSchema = z.discriminatedUnion('kind', [
  IntakeSchema,
  CaptureSchema,
  IntakeEndSchema,
  DecisionRecordSchema,
  VerificationSchema,
])
export type CaseRecord = z.infer<typeof RecordSchema>

const EnvelopeSchema = z.object({ salt: z.string().regex(/^[0-9a-f]{64}$/), record: RecordSchema })
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

export async function writeRecord(folder: string, envelope: Envelope): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(envelope, null, 1)}\n`)
  await writeDurably(join(folder, `${recordName(envelope.record)}.json`), bytes)
}

export async function readRecord(folder: string, name: string): Promise<Envelope> {
  const path = join(folder, `${name}.json`)
  const text = await readFile(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BrokenRecordError(path, 'it is not JSON')
  }
  const parsed = EnvelopeSchema.safeParse(value)
  if (!parsed.success) throw new BrokenRecordError(path, parsed.error.issues[0]?.message ?? 'it has another shape')
  if (recordName(parsed.data.record) !== name) throw new BrokenRecordError(path, 'its id is not its name')
  return parsed.data
}

/** The names of all records, sorted. A temporary file left by an interrupted write is not a record. */
export async function listRecords(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile() && /^[0-9a-f-]{36}\.json$/.test(file.name))
    .map((file) => {
      const inside = file.parentPath.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '')
      return `${inside}/${file.name.slice(0, -'.json'.length)}`
    })
    .sort()
}
