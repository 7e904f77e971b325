/**
 * A witness's part (C2SP tlog-witness, by file instead of HTTP): it is shown a checkpoint with a proof that the log it saw
 * last is the beginning of this one, refuses any other, and cosigns.
 */
import { parseCheckpoint, parseCheckpointText } from './checkpoint.ts'
import type { CheckpointMemory } from './checkpoint-memory.ts'
import type { Cosigner } from './cosigner.ts'
import { BadProofError, checkConsistency, equalBytes, HASH_BYTES } from './merkle.ts'
import { decodeBase64, formatSignatureLines, type NoteVerifier, openNote } from './note.ts'

export interface WitnessRequest {
  /** Leaves of the log when the witness saw it last; 0 where it never did. */
  readonly old: number
  /** That those are the beginning of this log; empty where `old` is 0 or its size. */
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint. */
  readonly checkpoint: string
}

export class BadWitnessRequestError extends Error {
  constructor(why: string) {
    super(`not a request to a witness: ${why}`)
    this.name = 'BadWitnessRequestError'
  }
}

/** The witness saw another state of this log than the request says. Nothing is wrong with the log for that. */
export class OtherSizeSeenError extends Error {
  /** Leaves of the log when this witness saw it last. */
  readonly seen: number
  constructor(origin: string, old: number, seen: number) {
    super(
      `this witness last saw ${origin} with ${seen} leaves, and the request proves what came after ${old}: ask for a request from ${seen}`,
    )
    this.name = 'OtherSizeSeenError'
    this.seen = seen
  }
}

/** What a witness is there for: it was shown another past of a log than the one it cosigned. */
export class WitnessRefusedError extends Error {
  constructor(origin: string, why: string) {
    super(`${origin}: ${why}. It is not cosigned; keep the request, it is evidence that the log was changed`)
    this.name = 'WitnessRefusedError'
  }
}

/** C2SP tlog-witness, "add-checkpoint". */
const MAX_PROOF = 63

export function formatWitnessRequest({ old, proof, checkpoint }: WitnessRequest): string {
  const lines = [`old ${old}`, ...proof.map((hash) => Buffer.from(hash).toString('base64'))]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Throws BadWitnessRequestError, BadNoteError, BadCheckpointError. */
export function parseWitnessRequest(text: string): WitnessRequest {
  const split = text.indexOf('\n\n')
  if (split < 0) throw new BadWitnessRequestError('no blank line stands before a checkpoint')
  const [first = '', ...lines] = text.slice(0, split).split('\n')
  const digits = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  if (digits === undefined || !Number.isSafeInteger(Number(digits)))
    throw new BadWitnessRequestError('its first line is not "old N"')
  if (lines.length > MAX_PROOF) throw new BadWitnessRequestError(`its proof has more than ${MAX_PROOF} steps`)
  const proof = lines.map((line) => {
    const hash = decodeBase64(line)
    if (hash?.length !== HASH_BYTES) throw new BadWitnessRequestError(`${JSON.stringify(line)} is no hash in base64`)
    return hash
  })
  const checkpoint = text.slice(split + 2)
  parseCheckpoint(checkpoint)
  return { old: Number(digits), proof, checkpoint }
}

export interface WitnessOptions {
  /** Key that the log signs with, which the witness got by another way than the request. */
  readonly log: NoteVerifier
  readonly cosigner: Cosigner
  /** What this witness saw last, a log each. */
  readonly memory: CheckpointMemory
  readonly at: Date
}

/**
 * The cosignature, as a note's signature line, once the checkpoint is remembered. Throws BadSignatureError where the log's
 * key did not sign it, OtherSizeSeenError where the proof begins elsewhere, WitnessRefusedError where it shows another past.
 */
export async function cosign(request: WitnessRequest, options: WitnessOptions): Promise<string> {
  const { log, cosigner, memory, at } = options
  const { old, proof, checkpoint } = request
  const { text } = openNote(checkpoint, [log])
  const { origin, size, root } = parseCheckpointText(text)
  const last = await memory.last(origin)
  const seen = last === null ? null : parseCheckpoint(last)
  if (seen !== null && seen.size > size)
    throw new WitnessRefusedError(origin, `it has ${size} leaves, and had ${seen.size}: it was rolled back`)
  if (old !== (seen?.size ?? 0)) throw new OtherSizeSeenError(origin, old, seen?.size ?? 0)
  if (seen !== null && seen.size === size) {
    if (!equalBytes(seen.root, root))
      throw new WitnessRefusedError(origin, `its ${size} leaves are others: it was forked`)
  } else if (seen !== null && seen.size > 0) {
    try {
      checkConsistency(seen.size, size, proof, seen.root, root)
    } catch (error) {
      if (!(error instanceof BadProofError)) throw error
      throw new WitnessRefusedError(origin, `its first ${seen.size} leaves are not those seen: ${error.message}`)
    }
  } else if (proof.length > 0) {
    throw new BadWitnessRequestError('it proves something of a log without leaves')
  }
  await memory.remember(origin, checkpoint)
  return formatSignatureLines([cosigner.cosign(Buffer.from(text), at)])
}
