/** Sealing bytes with age (age-encryption.org/v1), their length hidden by zeros after them. */
import { parseBounded, UnboundedJsonError } from '@corroborate/evidence'
import type { Decrypter, Encrypter } from 'age-encryption'

/** Ciphertext that the identity does not open, or that is not what was written. */
export class SealBrokenError extends Error {
  constructor(what: string, why: string) {
    super(`${what} does not open: ${why}. Run \`corroborate verify\`, and restore it from a copy of the case`)
    this.name = 'SealBrokenError'
  }
}

/** The least that anything is padded to, bytes. */
const LEAST = 4096

/**
 * The length that `size` bytes are padded to: PADMÉ (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs", PoPETs 2019, algorithm 1), at most 12 % more, and never under 4096.
 */
export function paddedSize(size: number): number {
  const length = Math.max(size, LEAST)
  const exponent = Math.floor(Math.log2(length))
  const unit = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1))
  return Math.ceil(length / unit) * unit
}

/** Seals a JSON value under recipients, with spaces after it. */
export async function sealJson(value: unknown, recipients: readonly string[]): Promise<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(value))
  const padded = Buffer.alloc(paddedSize(bytes.length), ' ')
  bytes.copy(padded)
  return sealBytes(padded, recipients)
}

/** Seals bytes as they are. */
export async function sealBytes(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  return (await encrypterFor(recipients)).encrypt(bytes)
}

/** Opens what `sealBytes` wrote. Throws SealBrokenError, naming `what`. */
export async function openBytes(bytes: Uint8Array, identity: string, what: string): Promise<Uint8Array> {
  const decrypter = await decrypterFor(identity)
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    throw new SealBrokenError(what, reasonOf(error))
  }
}

/** Opens what `sealJson` wrote. Throws SealBrokenError. */
export async function openJson(bytes: Uint8Array, identity: string, what: string): Promise<unknown> {
  const text = Buffer.from(await openBytes(bytes, identity, what)).toString('utf8')
  try {
    return parseBounded(text)
  } catch (error) {
    const why = error instanceof UnboundedJsonError ? error.message : 'what it holds is not JSON'
    throw new SealBrokenError(what, why)
  }
}

/** Seals a stream piece by piece, zeros after it; never holds the whole of it in memory. */
export async function* sealStream(
  pieces: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): AsyncIterable<Uint8Array> {
  yield* await (await encrypterFor(recipients)).encrypt(streamOf(padded(pieces)))
}

/**
 * The first `size` bytes of what `sealStream` wrote, piece by piece, once what follows them was seen to be zeros.
 * Throws SealBrokenError where a piece does not authenticate, at the latest after the last piece was given.
 */
export async function* openStream(
  pieces: AsyncIterable<Uint8Array>,
  { identity, size, what }: { readonly identity: string; readonly size: number; readonly what: string },
): AsyncIterable<Uint8Array> {
  const decrypter = await decrypterFor(identity)
  let seen = 0
  try {
    for await (const piece of await decrypter.decrypt(streamOf(pieces))) {
      const ours = piece.subarray(0, Math.max(0, size - seen))
      seen += piece.length
      if (piece.subarray(ours.length).some((byte) => byte !== 0)) throw new Error('something follows its bytes')
      if (ours.length > 0) yield ours
    }
  } catch (error) {
    throw new SealBrokenError(what, reasonOf(error))
  }
  if (seen !== paddedSize(size)) throw new SealBrokenError(what, `it holds ${seen} bytes`)
}

async function* padded(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    yield piece
  }
  const zeros = new Uint8Array(64 * 1024)
  for (let left = paddedSize(size) - size; left > 0; left -= zeros.length)
    yield zeros.subarray(0, Math.min(left, 65_536))
}

/** A new identity, as age writes it. */
export async function newIdentity(): Promise<string> {
  const { generateX25519Identity } = await import('age-encryption')
  return generateX25519Identity()
}

/** Whom to seal to, so that `identity` opens it. */
export async function recipientOf(identity: string): Promise<string> {
  const { identityToRecipient } = await import('age-encryption')
  return identityToRecipient(identity)
}

async function decrypterFor(identity: string): Promise<Decrypter> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter
}

async function encrypterFor(recipients: readonly string[]): Promise<Encrypter> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}

/** Pieces are copied: a disk may use the memory of the last one for the next. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done === true) controller.close()
        else controller.enqueue(value.slice())
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
