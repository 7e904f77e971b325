/**
 * Checkpoints as people keep them: printed on a page, copied by hand, read over a telephone. Thirty digits stand for name,
 * size and root of a log, so that two people can compare them in any language.
 */
import { createHash } from 'node:crypto'
import { BadCheckpointError, type Checkpoint, checkpointText, parseCheckpointText } from './checkpoint.ts'
import { BadNoteError, type NoteVerifier, openNote, parseNote } from './note.ts'

/** What is written down of a checkpoint; null for what is not. */
export interface WrittenCheckpoint {
  readonly origin: string | null
  readonly size: number
  readonly root: Uint8Array | null
  /** Its digits, without spaces. */
  readonly digits: string | null
  /** The signed note, where it was written out in full. */
  readonly note: string | null
}

export class BadWrittenCheckpointError extends Error {
  constructor(why: string) {
    super(
      `not a checkpoint as it is written down: ${why}. Give the page or file it was kept in, its text (name, size and root, each on a line), or its size and the ${DIGITS} digits`,
    )
    this.name = 'BadWrittenCheckpointError'
  }
}

const DIGITS = 30
const GROUP = 5

/**
 * Six groups of five digits: SHA-256 over "corroborate comparison/v1\n" and the checkpoint's text, as a number modulo 10^30.
 * To find another checkpoint with the same digits takes about 2^99 trials.
 */
export function comparisonDigits(checkpoint: Checkpoint): readonly string[] {
  const hash = createHash('sha256')
    .update(`corroborate comparison/v1\n${checkpointText(checkpoint)}`)
    .digest('hex')
  const digits = (BigInt(`0x${hash}`) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0')
  return digits.match(new RegExp(`\\d{${GROUP}}`, 'g')) ?? []
}

/**
 * Reads a checkpoint from a printed page (HTML or text), a signed note, its three lines, or its size and digits as they
 * were typed. Throws BadWrittenCheckpointError.
 */
export function parseWrittenCheckpoint(given: string): WrittenCheckpoint {
  const text = given.replaceAll('\r\n', '\n')
  const page = /<pre id="checkpoint"[^>]*>([^<]*)<\/pre>/.exec(text)?.[1]
  if (page !== undefined) return inFull(page)
  if (/^—/m.test(text)) return inFull(text)
  const typed = /^\s*(\d{1,16})\s*[:,;/]?\s+((?:\d[\s.-]*){30})$/.exec(western(text.trim()))
  if (typed?.[1] !== undefined && typed[2] !== undefined) {
    const digits = typed[2].replaceAll(/\D/g, '')
    return { origin: null, size: Number(typed[1]), root: null, digits, note: null }
  }
  const lines = text.trim().split(/\s*\n\s*/)
  try {
    return { ...parseCheckpointText(`${lines.slice(0, 3).join('\n')}\n`), digits: null, note: null }
  } catch (error) {
    if (error instanceof BadCheckpointError) throw new BadWrittenCheckpointError(error.message)
    throw error
  }
}

function inFull(note: string): WrittenCheckpoint {
  try {
    return { ...parseCheckpointText(parseNote(note).text), digits: null, note }
  } catch (error) {
    if (error instanceof BadNoteError || error instanceof BadCheckpointError)
      throw new BadWrittenCheckpointError(error.message)
    throw error
  }
}

/** Arabic-Indic and Persian digits are taken as the others. */
function western(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0x0f))
}

export type WrittenFinding = 'rolled-back' | 'forked' | 'other-log' | 'other-key'

/**
 * What a log is to a checkpoint that was written down of it; null where it continues it. `rootAt` gives the root of the
 * log's first leaves.
 */
export async function judgeWritten(
  written: WrittenCheckpoint,
  standing: Pick<Checkpoint, 'origin' | 'size'>,
  rootAt: (size: number) => Promise<Uint8Array>,
  verifier: NoteVerifier | null,
): Promise<WrittenFinding | null> {
  const { origin, size, root, digits, note } = written
  if (origin !== null && origin !== standing.origin) return 'other-log'
  if (size > standing.size) return 'rolled-back'
  const then = { origin: standing.origin, size, root: await rootAt(size) }
  if (root !== null && Buffer.compare(root, then.root) !== 0) return 'forked'
  if (digits !== null && digits !== comparisonDigits(then).join('')) return 'forked'
  return note !== null && verifier !== null && !isSignedBy(note, verifier) ? 'other-key' : null
}

function isSignedBy(note: string, verifier: NoteVerifier): boolean {
  try {
    openNote(note, [verifier])
    return true
  } catch {
    return false
  }
}
