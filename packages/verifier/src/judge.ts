/** From the files and whatever else a person gave to a verdict. */
import {
  BadWrittenCheckpointError,
  isKit,
  type KitReport,
  type Problem,
  parsePem,
  parseWrittenCheckpoint,
  verifyKit,
} from '@corroborate/evidence/verify'
import { fileDisk, type GivenFile } from './file-disk.ts'

export interface Given {
  readonly files: readonly GivenFile[]
  /** Hex, with or without signs between; empty where none was given. */
  readonly fingerprint: string
  readonly checkpoint: string
  /** PEM; empty where none was given. */
  readonly trust: string
}

export type Verdict =
  | { readonly kind: 'no-kit' }
  | {
      readonly kind: 'judged'
      readonly report: KitReport
      /** Whether the key is the one given; null where none was. */
      readonly sameKey: boolean | null
    }

/** Above this, a file is digested piece by piece; below, the browser's own way is faster. */
const AT_ONCE = 256 << 20

export async function judge(given: Given, progress: (done: number, total: number) => void): Promise<Verdict> {
  const disk = fileDisk(given.files)
  if (!(await isKit('', { disk }))) return { kind: 'no-kit' }
  const problems: Problem[] = []
  const tell = (code: string, error: unknown) =>
    problems.push({ code, message: error instanceof Error ? error.message : String(error), path: '' })
  const trusted = given.trust === '' ? null : certificates(given.trust, (error) => tell('trust-given', error))
  const written =
    given.checkpoint.trim() === '' ? null : checkpoint(given.checkpoint, (e) => tell('checkpoint-given', e))
  const sizes = new Map(given.files.map(({ path, file }) => [path, file]))
  const quick = async (path: string) => {
    const bytes = await sizes.get(path)?.arrayBuffer()
    return hex(await crypto.subtle.digest('SHA-512', bytes ?? new ArrayBuffer(0)))
  }
  const small = given.files.every(({ file }) => file.size <= AT_ONCE)
  const report = await verifyKit('', {
    disk,
    trusted,
    progress,
    ...(written === null ? {} : { written }),
    ...(small && globalThis.crypto?.subtle !== undefined ? { digest: quick } : {}),
  })
  const expected = given.fingerprint.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()
  const sameKey = expected === '' ? null : expected === report.fingerprint
  const errors = [...problems, ...report.errors]
  const valid = errors.length === 0 && sameKey !== false
  return { kind: 'judged', report: { ...report, errors, valid }, sameKey }
}

function certificates(pem: string, tell: (error: unknown) => void) {
  try {
    const found = parsePem(pem)
    if (found.length > 0) return found
    tell(new Error('the file holds no certificate in PEM'))
  } catch (error) {
    tell(error)
  }
  return null
}

function checkpoint(text: string, tell: (error: unknown) => void) {
  try {
    return parseWrittenCheckpoint(text)
  } catch (error) {
    if (!(error instanceof BadWrittenCheckpointError)) throw error
    tell(error)
    return null
  }
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
