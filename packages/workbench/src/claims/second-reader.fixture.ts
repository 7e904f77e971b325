/** A second reader on the loopback for tests: it keeps what it was sent and answers as it is told. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SentRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** How one request is answered; the last manner goes on for all that follow. */
export type Manner = (response: ServerResponse, request: SentRequest) => void

export interface FixtureEndpoint {
  readonly address: string
  readonly host: string
  readonly requests: SentRequest[]
  answer(...manners: Manner[]): void
  close(): Promise<void>
}

export async function openFixtureEndpoint(): Promise<FixtureEndpoint> {
  const requests: SentRequest[] = []
  let manners: Manner[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const sent = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() }
      requests.push(sent)
      const manner = manners.length > 1 ? manners.shift() : manners[0]
      manner?.(response, sent)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: `http://${host}/v1`,
    host,
    requests,
    answer(...given) {
      requests.length = 0
      manners = given
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** As an OpenAI-compatible endpoint answers, with this content. */
export const says =
  (content: unknown): Manner =>
  (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: textOf(content) } }] }))

const textOf = (content: unknown) => (typeof content === 'string' ? content : JSON.stringify(content))

export const status =
  (code: number, headers: Record<string, string> = {}): Manner =>
  (response) =>
    response.writeHead(code, headers).end('{"error": "no"}')

export const raw =
  (body: string | Buffer, type = 'application/json'): Manner =>
  (response) =>
    response.writeHead(200, { 'content-type': type }).end(body)
