/** `check`: judges a file or folder of a kind we know, ours or not. */
import { readFile, stat } from 'node:fs/promises'
import {
  BadKeyError,
  type Certificate,
  CHECKED_KINDS,
  type CheckedKind,
  checkPath,
  nodeDisk,
  parseCheckpoint,
  parsePem,
  parseVerifier,
  stoppedBy,
} from '@corroborate/evidence'
import { z } from 'zod'
import { PathError, reasonOf } from '../intake/walk.ts'
import { EXIT, operation } from './operation.ts'
import { countOf } from './table.ts'

const FoundSchema = z.object({ code: z.string(), message: z.string(), path: z.string() })
const fileField = (description: string) =>
  z.string().min(1).optional().meta({ path: true, placeholder: 'FILE', description })

export const check = operation({
  name: 'check',
  summary: 'Judge an OCFL root or object, a bag, a log, a time-stamp, a WARC or a WACZ file, ours or not',
  description:
    'Reads everything and writes nothing. ocfl: a storage root or object of OCFL 1.0 or 1.1, with the codes of the specification. bag: BagIt 0.93 to 1.0. log: a C2SP tlog-tiles folder. timestamp: an RFC 3161 token or response. warc: WARC 1.0 or 1.1, plain or gzip. wacz: WACZ 1.1, with its digests, its WARC files and who signed it. Paths in the answer are below PATH; an empty one is PATH itself.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    kind: z
      .enum(CHECKED_KINDS)
      .meta({ position: 0, placeholder: 'KIND', description: `One of ${CHECKED_KINDS.join(', ')}` }),
    path: z.string().min(1).meta({ position: 1, path: true, placeholder: 'PATH', description: 'What to judge' }),
    key: fileField('For log: the verifier key that must have signed it (C2SP, as in log.pub)'),
    remembered: fileField('For log: a signed checkpoint that it must extend'),
    data: fileField('For timestamp: the file it should be on'),
    trusted: fileField('For timestamp and wacz: certificates in PEM that its chain may end in'),
    untrusted: fileField('For timestamp: certificates in PEM that its chain may need'),
  }),
  output: z.object({ valid: z.boolean(), errors: z.array(FoundSchema), warnings: z.array(FoundSchema) }),
  examples: [
    'check ocfl coast-2025/originals',
    'check log coast-2025/log --key coast-2025/log.pub',
    'check timestamp checkpoint.tsr --data checkpoint --trusted authority.pem --json',
    'check warc crawl.warc.gz --json',
    'check wacz crawl.wacz --trusted roots.pem',
  ],
  async run({ now, signal }, { kind, path, key, remembered, data, trusted, untrusted }) {
    const facts = await stat(path).catch((error: unknown) => {
      throw unreadable(path, error)
    })
    if (FILES.has(kind) && !facts.isFile()) throw new PathError(path, 'it is no file')
    const [verifier, checkpoint, ends, others] = await Promise.all([
      key === undefined ? undefined : keyOf(key),
      remembered === undefined ? undefined : checkpointOf(remembered),
      certificatesOf(trusted),
      certificatesOf(untrusted),
    ])
    try {
      const { valid, errors, warnings } = await checkPath(kind, path, {
        disk: stoppedBy(nodeDisk, signal),
        trusted: ends,
        untrusted: others,
        now: now(),
        ...(verifier === undefined ? {} : { verifier }),
        ...(checkpoint === undefined ? {} : { remembered: checkpoint }),
        ...(data === undefined ? {} : { data }),
      })
      signal.throwIfAborted()
      return { valid, errors: [...errors], warnings: [...warnings] }
    } catch (error) {
      throw unreadable(path, error)
    }
  },
  print: ({ valid, errors, warnings }, { kind, path }) =>
    [
      ...errors.map((found) => `FAILED ${lineOf(path, found)}`),
      ...warnings.map((found) => `note ${lineOf(path, found)}`),
      `${path}: ${valid ? `a valid ${NAMES[kind]}` : `no valid ${NAMES[kind]}`}, ${countOf(errors.length, 'error')}, ${countOf(warnings.length, 'warning')}`,
    ].join('\n'),
  exitCode: ({ valid }) => (valid ? EXIT.done : EXIT.failed),
})

const NAMES = {
  ocfl: 'OCFL root or object',
  bag: 'bag',
  log: 'log',
  timestamp: 'time-stamp',
  warc: 'WARC file',
  wacz: 'WACZ file',
} as const

/** Kinds that are a file, never a folder. */
const FILES: ReadonlySet<CheckedKind> = new Set(['timestamp', 'warc', 'wacz'])

function lineOf(root: string, { path, code, message }: z.infer<typeof FoundSchema>): string {
  return `${path === '' ? root : path}: ${message} [${code}]`
}

async function keyOf(path: string) {
  try {
    return parseVerifier((await readText(path)).trim())
  } catch (error) {
    if (error instanceof BadKeyError) throw new PathError(path, error.message)
    throw error
  }
}

async function checkpointOf(path: string): Promise<string> {
  const note = await readText(path)
  try {
    parseCheckpoint(note)
    return note
  } catch (error) {
    throw new PathError(path, error instanceof Error ? error.message : String(error))
  }
}

async function certificatesOf(path: string | undefined): Promise<readonly Certificate[]> {
  if (path === undefined) return []
  const text = await readText(path)
  try {
    return parsePem(text)
  } catch (error) {
    throw new PathError(path, error instanceof Error ? error.message : String(error))
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error)
  })
}

/** A path that cannot be read at all is a question asked wrongly, not a thing judged. */
function unreadable(path: string, error: unknown): unknown {
  const { code, path: named } = error as NodeJS.ErrnoException
  if (typeof code !== 'string') return error
  return new PathError(
    named ?? path,
    code === 'ENOENT' ? 'there is no such file or folder' : reasonOf(error as NodeJS.ErrnoException),
  )
}
