/** Checkpoints (C2SP tlog-checkpoint): a log's name, size and root, as the text of a signed note. */
import { HASH_BYTES } from './merkle.ts'
import { decodeBase64, parseNote } from './note.ts'

export interface Checkpoint {
  /** Name of the log, unique to it. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export class BadCheckpointError extends Error {
  constructor(why: string) {
    super(`not a checkpoint: ${why}`)
    this.name = 'BadCheckpointError'
  }
}

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`
  parseCheckpointText(text)
  return text
}

/** Reads the text of a note. Extension lines after the root are allowed and passed over. Throws BadCheckpointError. */
export function parseCheckpointText(text: string): Checkpoint {
  const [origin, digits, base64, ...extensions] = text.split('\n')
  if (!origin) throw new BadCheckpointError('its first line, the origin, is empty')
  if (digits === undefined || !/^(0|[1-9]\d{0,15})$/.test(digits))
    throw new BadCheckpointError('its second line is no size')
  const size = Number(digits)
  if (!Number.isSafeInteger(size)) throw new BadCheckpointError(`its size, ${digits}, is too large`)
  const root = base64 === undefined ? null : decodeBase64(base64)
  if (root?.length !== HASH_BYTES) throw new BadCheckpointError('its third line is no root hash in base64')
  if (extensions.pop() !== '') throw new BadCheckpointError('it does not end with a newline')
  if (extensions.includes('')) throw new BadCheckpointError('an extension line is empty')
  return { origin, size, root }
}

/** The checkpoint in a signed note, its signatures not judged. Throws BadNoteError or BadCheckpointError. */
export function parseCheckpoint(note: string | Uint8Array): Checkpoint {
  return parseCheckpointText(parseNote(note).text)
}
