/** The address of a second reader: which ones are taken, and how one is asked. Nothing else in the program calls out. */
import { setTimeout as wait } from 'node:timers/promises'

/** The endpoint cannot be used, or did not answer as one; the message says what to do. */
export class EndpointError extends Error {
  /** Whether asking for another document would end the same way. */
  readonly lasting: boolean
  constructor(message: string, lasting = false) {
    super(message)
    this.name = 'EndpointError'
    this.lasting = lasting
  }
}

export interface Endpoint {
  /** Base address of an OpenAI-compatible interface, without a slash at its end. */
  readonly address: string
  /** Host and port. */
  readonly host: string
}

/** The variable that holds the key; it is sent to the endpoint and kept nowhere. */
export const KEY_VARIABLE = 'CORROBORATE_ENDPOINT_KEY'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Takes https, and http on this machine alone. Throws EndpointError where the address is none or could hold a secret. */
export function parseEndpoint(given: string): Endpoint {
  const url = URL.parse(given)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new EndpointError(`${JSON.stringify(given)} is no web address: give it as https://HOST/v1`, true)
  if (url.username !== '' || url.password !== '')
    throw new EndpointError(
      `the address of ${url.host} holds a name or password: put the key into ${KEY_VARIABLE}`,
      true,
    )
  if (url.search !== '' || url.hash !== '')
    throw new EndpointError(`the address of ${url.host} holds a query: put the key into ${KEY_VARIABLE}`, true)
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new EndpointError(`${url.host} is on the network and would be asked in clear text: use https`, true)
  return { address: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, host: url.host }
}

/** The key of an environment; null where it holds none. Throws, without naming the key, where it cannot be sent. */
export function keyFrom(environment: NodeJS.ProcessEnv): string | null {
  const key = environment[KEY_VARIABLE]
  if (key === undefined || key === '') return null
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new EndpointError(`${KEY_VARIABLE} holds white space or characters beyond ASCII: no key can be sent so`, true)
  return key
}

/** Bytes of a response that are taken. */
export const LARGEST_ANSWER = 1024 * 1024
const TRIES = 3
/** Milliseconds before the second try; doubled for each further one. */
const BACKOFF = 1_000
/** An endpoint that asks to be left alone for longer is given up. */
const LONGEST_WAIT = 30_000

export interface AskOptions {
  readonly key: string | null
  /** Milliseconds that one try may take, from the request to the last byte of the answer. */
  readonly patience: number
  readonly signal: AbortSignal
  /** Milliseconds before the second try. */
  readonly backoff?: number
}

/**
 * Sends one request to `/chat/completions` and gives the body of the response. Tries again where the endpoint is busy,
 * broken, slow or out of reach; follows no redirect. Neither the answer nor an error ever holds the key.
 */
export async function ask(endpoint: Endpoint, body: string, options: AskOptions): Promise<string> {
  for (let tried = 1; ; tried++) {
    options.signal.throwIfAborted()
    const outcome = await tryOnce(endpoint, body, options)
    if ('answer' in outcome) return withoutKey(outcome.answer, options.key)
    const pause = Math.max(outcome.after ?? 0, (options.backoff ?? BACKOFF) * 2 ** (tried - 1))
    if (!outcome.again || tried === TRIES || pause > LONGEST_WAIT)
      throw new EndpointError(`${endpoint.host} ${outcome.why}${tried > 1 ? `, ${tried} times` : ''}`, outcome.lasting)
    await wait(pause, undefined, { signal: options.signal })
  }
}

/** An endpoint may send back what it was sent. */
function withoutKey(answer: string, key: string | null): string {
  return key === null ? answer : answer.replaceAll(key, '[key]')
}

type Outcome =
  | { readonly answer: string }
  | { readonly why: string; readonly again: boolean; readonly lasting: boolean; readonly after?: number }

async function tryOnce(endpoint: Endpoint, body: string, { key, patience, signal }: AskOptions): Promise<Outcome> {
  const timeout = AbortSignal.timeout(patience)
  try {
    const response = await fetch(`${endpoint.address}/chat/completions`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body,
      signal: AbortSignal.any([signal, timeout]),
    })
    if (response.status >= 300) {
      await response.body?.cancel()
      return refusal(response)
    }
    return await bodyOf(response)
  } catch (error) {
    signal.throwIfAborted()
    if (timeout.aborted) return { why: `did not answer within ${patience / 1000} s`, again: true, lasting: false }
    const cause = (error as { cause?: { code?: string } }).cause?.code
    return { why: `could not be reached${cause === undefined ? '' : ` (${cause})`}`, again: true, lasting: true }
  }
}

function refusal({ status, headers }: Response): Outcome {
  if (status < 400)
    return {
      why: `redirects (${status}); redirects are not followed, name the address itself`,
      again: false,
      lasting: true,
    }
  const busy = status === 429 || status >= 500
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const hint = status === 401 || status === 403 ? `: put the key into ${KEY_VARIABLE}` : ''
  return {
    why: `answered ${status}${hint}`,
    again: busy,
    lasting: !busy,
    ...(Number.isFinite(seconds) ? { after: seconds * 1000 } : {}),
  }
}

/** The body up to the size that is taken. A stream of events is no answer: none was asked for. */
async function bodyOf(response: Response): Promise<Outcome> {
  if (/^text\/event-stream/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel()
    return { why: 'answers with a stream, which was not asked for', again: false, lasting: true }
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > LARGEST_ANSWER)
      return { why: `answered with more than ${LARGEST_ANSWER} bytes`, again: false, lasting: false }
    parts.push(part)
  }
  return { answer: new TextDecoder().decode(Buffer.concat(parts)) }
}
