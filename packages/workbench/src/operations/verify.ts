/** `verify`: checks originals, log and records. */
import { readFile } from 'node:fs/promises'
import {
  isKit,
  type KitReport,
  nodeDisk,
  parseWrittenCheckpoint,
  stoppedBy,
  UnreadableFileError,
  verifyKit,
  type WrittenCheckpoint,
} from '@corroborate/evidence'
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { PathError, reasonOf } from '../intake/walk.ts'
import { newRecordId } from '../model/ids.ts'
import { BrokenCaseFileError, type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { acknowledgeCaseFile } from '../preserve/case-record.ts'
import { BrokenRecordError } from '../preserve/records.ts'
import type { OpenVault } from '../preserve/vault.ts'
import { BrokenVaultError } from '../preserve/vault-access.ts'
import { verifyCase } from '../preserve/verify-case.ts'
import { DatingSchema, datingLines, datingView } from '../publish/checkpoint-view.ts'
import { judgeStore } from './judge-store.ts'
import { caseField, EXIT, type OperationContext, operation } from './operation.ts'
import { vaultOf } from './sight.ts'
import { countOf } from './table.ts'
import { trustField, trustFrom } from './trust.ts'

const ProblemSchema = z.object({ code: z.string(), message: z.string(), path: z.string() })

/** An export is for reading: nothing is appended to its log. */
export class ReadOnlyExportError extends Error {
  constructor(path: string) {
    super(
      `${path} is an export: what is found in it is recorded in the log of the case it came from, and it has no case.db to hold against anything`,
    )
    this.name = 'ReadOnlyExportError'
  }
}

export class AcknowledgementError extends Error {
  constructor() {
    super('--acknowledge needs --by NAME and --reason TEXT: an edit of case.json is acknowledged by a person')
    this.name = 'AcknowledgementError'
  }
}

export const verify = operation({
  name: 'verify',
  summary: 'Check that nothing in a case or an export has changed since it was acknowledged',
  description:
    'Checks every original against its digest, the log against its signature and the checkpoint this machine remembers, and every record against its leaf, and names what lies there without belonging to it. Of confidential items it checks ciphertexts, keys and commitments; with the vault open (--unlock) also what they hold. Writes nothing; with --record the result is appended to the log, with --acknowledge the digest of a case.json that a person edited. case.db is derived from all of these, and no evidence: --derive holds it against them, as every export does. With --checkpoint the log must continue a checkpoint that was printed or written down. Time-stamps and cosignatures are judged too; --trust names the certificates that vouch for authorities, and without it trust is not judged. Given an export, checks every file, the log, the originals and records in it, and says whose key it rests on.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    case: caseField.meta({
      position: 0,
      path: true,
      placeholder: 'CASE',
      description: 'The case folder, or that of an export',
    }),
    record: z.boolean().default(false).meta({ description: 'Append the result to the log' }),
    acknowledge: z
      .boolean()
      .default(false)
      .meta({ description: 'Append case.json as it now stands to the log: its edit is meant' }),
    derive: z
      .boolean()
      .default(false)
      .meta({ description: 'Also read every original anew, and compare what case.db shows with what comes of it' }),
    checkpoint: z.string().min(1).optional().meta({
      placeholder: 'FILE|TEXT',
      description: 'A checkpoint kept elsewhere: the file of its page, or its size and thirty digits as typed',
    }),
    trust: trustField,
    by: z.string().trim().min(1).optional().meta({ placeholder: 'NAME', description: 'Who acknowledges the edit' }),
    reason: z.string().trim().min(1).optional().meta({ placeholder: 'TEXT', description: 'Why it was made' }),
  }),
  output: z.object({
    valid: z.boolean(),
    originals: z.number().int(),
    records: z.number().int(),
    leaves: z.number().int(),
    confidential: z
      .object({ items: z.number().int(), opened: z.number().int(), shredded: z.number().int() })
      .describe(
        'Confidential items, how many of them were opened and checked in clear, and how many were shredded; of an export, as its log tells, since none is in it',
      ),
    key: z.string().nullable().describe('Of an export: sha256 of the key it rests on, to compare'),
    exports: z
      .array(z.object({ at: z.string(), to: z.string(), files: z.number().int() }))
      .describe('The exports that the log tells of, oldest first'),
    dating: DatingSchema.nullable().describe('Who else says when the case stood as it does; null without a log'),
    continues: z
      .number()
      .int()
      .nullable()
      .describe(
        'Events of the checkpoint that was given, which the log continues; null where none was, or it does not',
      ),
    problems: z.array(ProblemSchema),
    warnings: z.array(ProblemSchema),
  }),
  examples: [
    'verify coast-2025',
    'verify coast-2025 --record',
    'verify coast-2025 --derive',
    'verify coast-export --trust authority.pem',
    'verify coast-2025 --checkpoint checkpoint.html --trust authority.pem',
    'verify coast-2025 --acknowledge --by "R. Haddad" --reason "the period was extended"',
  ],
  async run(context, { case: path, record, acknowledge, derive, checkpoint, trust, by, reason }) {
    const disk = stoppedBy(nodeDisk, context.signal)
    if (await isKit(path)) {
      if (record || acknowledge || derive) throw new ReadOnlyExportError(path)
      const option = await writtenOption(checkpoint)
      const report = await verifyKit(path, { disk, trusted: await trustFrom(trust), ...option })
      context.signal.throwIfAborted()
      const answer = exportAnswer(report)
      return { ...answer, continues: continuedSize(option, answer.problems) }
    }
    const trusted = await trustFrom(trust)
    const folder = await openCase(path).catch((error: unknown) => {
      if (!(error instanceof BrokenCaseFileError) || record || acknowledge) throw error
      return error
    })
    if (folder instanceof Error) return brokenCaseAnswer(folder)
    if (acknowledge) {
      if (by === undefined || reason === undefined) throw new AcknowledgementError()
      await withWorkspace(folder, { ...context, command: 'verify --acknowledge' }, async ({ custody, settle }) => {
        await acknowledgeCaseFile(custody, { by, reason })
        await settle()
      })
    }
    const option = await writtenOption(checkpoint)
    const options = { disk, trusted, vault: await soundVault(context, folder), ...option }
    const { dating, ...result } = await verifyCase(folder, context.home, options)
    context.signal.throwIfAborted()
    const problems = [...result.problems, ...(derive ? await judgeStore(folder, context) : [])]
    if (record) {
      await withWorkspace(folder, { ...context, command: 'verify --record' }, async ({ custody }) => {
        await custody.write({ kind: 'verification', id: newRecordId(), at: context.now().toISOString(), problems })
        await custody.acknowledge()
      })
    }
    const { exports, warnings } = result
    const dates = dating === null ? null : datingView(dating)
    return {
      ...result,
      key: null,
      dating: dates,
      exports: [...exports],
      continues: continuedSize(option, problems),
      problems,
      warnings: [...warnings],
      valid: problems.length === 0,
    }
  },
  print: (
    { valid, originals, records, leaves, confidential, key, exports, dating, continues, problems, warnings },
    { record },
  ) =>
    [
      ...problems.map(({ path, code, message }) => `FAILED ${path}: ${message} [${code}]`),
      ...warnings.map(({ path, code, message }) => `note ${path}: ${message} [${code}]`),
      ...exports.map(({ at, to, files }) => `exported ${at} to ${to}: ${countOf(files, 'file')}`),
      ...(key === null ? vaultLines(confidential) : withheldLines(confidential)),
      ...(key === null
        ? []
        : [`It rests on the key with this sha256; compare it with the one its maker gave you: ${key}`]),
      ...(dating === null ? [] : datingLines(dating)),
      ...(continues === null
        ? []
        : [`The log continues the checkpoint of ${countOf(continues, 'event')} that you gave.`]),
      ...(record ? ['This result is recorded in the log.'] : []),
      `${valid ? 'Everything checks' : `${countOf(problems.length, 'problem')} found`}: ${countOf(originals, 'original')}, ${countOf(records, 'record')}, ${countOf(leaves, 'leaf', 'leaves')} of the log.`,
    ].join('\n'),
  exitCode: ({ valid }) => (valid ? EXIT.done : EXIT.failed),
})

/** null too for a vault that is damaged, which the verification tells of with the rest. */
async function soundVault(context: OperationContext, folder: CaseFolder): Promise<OpenVault | null> {
  try {
    return await vaultOf(context, folder)
  } catch (error) {
    if (!DAMAGED.some((kind) => error instanceof kind)) throw error
    context.say((error as Error).message)
    return null
  }
}

const DAMAGED = [BrokenRecordError, BrokenVaultError, UnreadableFileError]

function brokenCaseAnswer({ message }: BrokenCaseFileError) {
  return {
    valid: false,
    originals: 0,
    records: 0,
    leaves: 0,
    confidential: { items: 0, opened: 0, shredded: 0 },
    key: null,
    exports: [],
    dating: null,
    continues: null,
    problems: [{ code: 'case-broken', message, path: 'case.json' }],
    warnings: [],
  }
}

function vaultLines({ items, opened, shredded }: { items: number; opened: number; shredded: number }): string[] {
  const locked = items - opened
  return [
    ...(items > 0
      ? [`${countOf(items, 'confidential item')}: ${opened} opened and checked, ${locked} checked as ciphertext only`]
      : []),
    ...(shredded > 0 ? [`${countOf(shredded, 'item')} shredded; the log still proves when each was taken in`] : []),
  ]
}

function withheldLines({ items, shredded }: { items: number; shredded: number }): string[] {
  return [
    ...(items > 0 ? [`withheld: ${countOf(items, 'confidential item')}, of which the log alone tells`] : []),
    ...(shredded > 0 ? [`${countOf(shredded, 'item')} shredded; the log still proves when each was taken in`] : []),
  ]
}

/** From a file where one has this name, else as it was typed. Throws BadWrittenCheckpointError. */
async function writtenCheckpoint(given: string): Promise<WrittenCheckpoint> {
  const text = await readFile(given, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENAMETOOLONG' || error.code === 'ENOTDIR') return given
    throw new PathError(given, reasonOf(error))
  })
  return parseWrittenCheckpoint(text)
}

async function writtenOption(given: string | undefined): Promise<{ readonly written?: WrittenCheckpoint }> {
  return given === undefined ? {} : { written: await writtenCheckpoint(given) }
}

/** Any fault of the log itself leaves open what it continues. */
function continuedSize(
  { written }: { readonly written?: WrittenCheckpoint },
  problems: readonly { readonly code: string }[],
): number | null {
  return written === undefined || problems.some(({ code }) => code.startsWith('log')) ? null : written.size
}

function exportAnswer({
  valid,
  errors,
  warnings,
  fingerprint,
  checkpoint,
  originals,
  records,
  leaves,
  ...report
}: KitReport) {
  const shredded = leaves.get('withdrawal') ?? 0
  const size = checkpoint?.size ?? 0
  const dated = Math.max(0, ...report.stamps.map((stamp) => stamp.size))
  const stamps = report.stamps.map(({ time, ...stamp }) => ({
    ...stamp,
    request: null,
    asked: null,
    of: null,
    state: 'dated' as const,
    time: time.toISOString(),
    why: null,
  }))
  const cosignatures = report.cosignatures.map(({ time, ...one }) => ({ ...one, time: time.toISOString() }))
  return {
    valid,
    originals: originals.here,
    records,
    leaves: size,
    confidential: { items: (leaves.get('sealed-item') ?? 0) - shredded, opened: 0, shredded },
    key: fingerprint,
    exports: [],
    dating: { dated, undated: size - dated, stamps, cosignatures },
    problems: [...errors],
    warnings: [...warnings],
  }
}
