/** Asking a time-stamp authority over the network (RFC 3161 section 3.4): only ever one that a person named. */

/** No answer came, or none that could be one. The request stays queued. */
export class NoAnswerError extends Error {
  constructor(authority: string, why: string) {
    super(`${authority}: ${why}. The request stays queued: send it again with --send, or carry it there yourself`)
    this.name = 'NoAnswerError'
  }
}

export interface AskOptions {
  readonly signal: AbortSignal
  /** Milliseconds until an authority counts as silent. */
  readonly patience?: number
}

const PATIENCE = 30_000
const MAX_ANSWER = 1 << 20

/**
 * Sends a request and gives the bytes that came back, unjudged. No redirect is followed: the person named this address and
 * no other. Throws NoAnswerError.
 */
export async function askAuthority(
  authority: string,
  request: Uint8Array,
  { signal, patience = PATIENCE }: AskOptions,
): Promise<Buffer> {
  const silent = AbortSignal.timeout(patience)
  try {
    const response = await fetch(authority, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      redirect: 'manual',
      signal: AbortSignal.any([signal, silent]),
    })
    if (response.status >= 300 && response.status < 400)
      throw new NoAnswerError(
        authority,
        `it sends on to ${response.headers.get('location') ?? 'another address'}, which nobody named`,
      )
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of response.body ?? []) {
      size += piece.length
      if (size > MAX_ANSWER) throw new NoAnswerError(authority, `its answer is longer than ${MAX_ANSWER} bytes`)
      pieces.push(piece)
    }
    if (!response.ok) throw new NoAnswerError(authority, `it answered ${response.status} ${response.statusText}`)
    return Buffer.concat(pieces)
  } catch (error) {
    if (error instanceof NoAnswerError) throw error
    signal.throwIfAborted()
    if (silent.aborted) throw new NoAnswerError(authority, `no answer within ${patience / 1000} seconds`)
    const { cause } = error as { cause?: { code?: string } }
    throw new NoAnswerError(authority, `it could not be reached (${cause?.code ?? (error as Error).message})`)
  }
}
