/** Proofs that a leaf is in a log, as one text that is checked offline (C2SP tlog-proof). */
import { type Checkpoint, parseCheckpointText } from './checkpoint.ts'
import type { LogReader } from './log-reader.ts'
import { checkInclusion, HASH_BYTES, leafHash } from './merkle.ts'
import { decodeBase64, type NoteVerifier, openNote } from './note.ts'

export interface LogProof {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed checkpoint of the tree it is a proof in. */
  readonly checkpoint: string
  /** What the writer added for readers of its own, null where nothing; no signature covers it. */
  readonly extra: Uint8Array | null
}

export class BadLogProofError extends Error {
  constructor(why: string) {
    super(`not a proof of a log: ${why}`)
    this.name = 'BadLogProofError'
  }
}

const HEADER = 'c2sp.org/tlog-proof@v1'

/** The proof of leaf `index` in the log as it stands. */
export async function proveLeaf(log: LogReader, index: number): Promise<string> {
  return formatLogProof({ index, hashes: await log.inclusionProof(index), checkpoint: log.checkpoint, extra: null })
}

export function formatLogProof({ index, hashes, checkpoint, extra }: LogProof): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const lines = [HEADER, ...(extra === null ? [] : [`extra ${base64(extra)}`]), `index ${index}`, ...hashes.map(base64)]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Throws BadLogProofError. */
export function parseLogProof(text: string): LogProof {
  const split = text.indexOf('\n\n')
  if (split < 0) throw new BadLogProofError('no blank line stands before a checkpoint')
  const [header, ...lines] = text.slice(0, split).split('\n')
  if (header !== HEADER) throw new BadLogProofError(`its first line is not ${HEADER}`)
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()?.slice('extra '.length) ?? '') : undefined
  if (extra === null) throw new BadLogProofError('what follows "extra" is not base64')
  const digits = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  if (digits === undefined || !Number.isSafeInteger(Number(digits)))
    throw new BadLogProofError('it has no line "index N"')
  const hashes = lines.map((line) => {
    const hash = decodeBase64(line)
    if (hash?.length !== HASH_BYTES) throw new BadLogProofError(`${JSON.stringify(line)} is no hash in base64`)
    return hash
  })
  return { index: Number(digits), hashes, checkpoint: text.slice(split + 2), extra: extra ?? null }
}

/**
 * The checkpoint in which the leaf with these bytes is proved to be. Throws BadLogProofError, BadNoteError,
 * BadCheckpointError, BadSignatureError where none of the verifiers signed it, BadProofError where the leaf is not in it.
 */
export function checkLogProof(
  text: string,
  leaf: Uint8Array,
  verifiers: readonly NoteVerifier[],
): Checkpoint & { readonly index: number } {
  const { index, hashes, checkpoint } = parseLogProof(text)
  const opened = parseCheckpointText(openNote(checkpoint, verifiers).text)
  checkInclusion(index, opened.size, leafHash(leaf), hashes, opened.root)
  return { ...opened, index }
}
