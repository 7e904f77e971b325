import { afterAll, describe, expect, test } from 'vitest'
import { ask, EndpointError, KEY_VARIABLE, keyFrom, LARGEST_ANSWER, parseEndpoint } from './endpoint.ts'
import { type Manner, openFixtureEndpoint, raw, says, status } from './second-reader.fixture.ts'

const fixture = await openFixtureEndpoint()
const other = await openFixtureEndpoint()
afterAll(async () => {
  await fixture.close()
  await other.close()
})

const KEY = 'sk-invented-0123456789'
const asking = (options: { patience?: number; signal?: AbortSignal; key?: string | null } = {}) =>
  ask(parseEndpoint(fixture.address), '{"model": "toy"}', {
    key: null,
    patience: 2_000,
    signal: new AbortController().signal,
    backoff: 1,
    ...options,
  })

describe('an address', () => {
  test.each([
    ['https://models.example/v1', 'https://models.example/v1', 'models.example'],
    ['https://models.example/v1///', 'https://models.example/v1', 'models.example'],
    ['http://127.0.0.1:11434/v1/', 'http://127.0.0.1:11434/v1', '127.0.0.1:11434'],
    ['http://[::1]:8080', 'http://[::1]:8080', '[::1]:8080'],
    ['http://localhost:1234/v1', 'http://localhost:1234/v1', 'localhost:1234'],
  ])('%s is taken', (given, address, host) => {
    expect(parseEndpoint(given)).toEqual({ address, host })
  })

  test.each([
    ['', /no web address/],
    ['models.example/v1', /no web address/],
    ['file:///etc/passwd', /no web address/],
    ['javascript:alert(1)', /no web address/],
    ['http://models.example/v1', /clear text/],
    ['http://127.0.0.1.evil.example/v1', /clear text/],
    ['http://192.168.0.7/v1', /clear text/],
    ['https://user:secret@models.example/v1', /a name or password/],
    ['https://models.example/v1?key=secret', /holds a query/],
    ['https://models.example/v1#secret', /holds a query/],
  ])('%j is refused, and no secret of it is told', (given, complaint) => {
    expect(() => parseEndpoint(given)).toThrow(EndpointError)
    expect(() => parseEndpoint(given)).toThrow(complaint)
    expect(() => parseEndpoint(given)).not.toThrow(/secret/)
  })
})

test('a key with line breaks is refused without being told', () => {
  expect(keyFrom({})).toBeNull()
  expect(keyFrom({ [KEY_VARIABLE]: '' })).toBeNull()
  expect(keyFrom({ [KEY_VARIABLE]: KEY })).toBe(KEY)
  expect(() => keyFrom({ [KEY_VARIABLE]: `${KEY}\r\nhost: evil` })).toThrow(EndpointError)
  expect(() => keyFrom({ [KEY_VARIABLE]: `${KEY}\r\nhost: evil` })).not.toThrow(new RegExp(KEY))
})

describe('asking', () => {
  test('sends the body once, without a key where there is none', async () => {
    fixture.answer(says('[]'))
    expect(JSON.parse(await asking())).toMatchObject({ choices: [{ message: { content: '[]' } }] })
    expect(fixture.requests).toMatchObject([{ path: '/v1/chat/completions', body: '{"model": "toy"}' }])
    expect(fixture.requests[0]?.headers.authorization).toBeUndefined()
  })

  test('sends a key, and keeps it out of an answer that repeats it', async () => {
    fixture.answer((response, { headers }) => raw(JSON.stringify(headers))(response, fixture.requests[0]!))
    const answer = await asking({ key: KEY })
    expect(fixture.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(answer).toContain('Bearer [key]')
    expect(answer).not.toContain(KEY)
  })

  test.each<[string, Manner]>([
    ['busy', status(429)],
    ['broken', status(500)],
    ['gone away in the middle', (response) => response.destroy()],
    ['slow', () => {}],
    ['cut off', (response) => response.writeHead(200, { 'content-length': '100' }).write('{') && response.destroy()],
  ])('tries again where the endpoint is %s', async (_, manner) => {
    fixture.answer(manner, says('[]'))
    expect(await asking({ patience: 300 })).toContain('choices')
    expect(fixture.requests).toHaveLength(2)
  })

  test.each<[string, Manner, number, RegExp]>([
    ['always busy', status(503), 3, /answered 503, 3 times/],
    ['never answering', () => {}, 3, /did not answer within 0.2 s, 3 times/],
    ['dripping without end', drip, 3, /did not answer within/],
    ['asking for an hour', status(429, { 'retry-after': '3600' }), 1, /answered 429/],
    ['refusing', status(401), 1, new RegExp(`answered 401: put the key into ${KEY_VARIABLE}`)],
    ['without such a path', status(404), 1, /answered 404/],
    ['streaming', raw('data: {}\n\n', 'text/event-stream'), 1, /stream, which was not asked for/],
    ['without measure', raw(Buffer.alloc(LARGEST_ANSWER + 1, 32)), 1, /more than 1048576 bytes/],
  ])('gives up where the endpoint is %s', async (_, manner, requests, complaint) => {
    fixture.answer(manner)
    await expect(asking({ patience: 200 })).rejects.toThrow(complaint)
    expect(fixture.requests).toHaveLength(requests)
  })

  test.each([301, 302, 307, 308])(
    'follows no redirect %i, so that nothing reaches a host that was not named',
    async (code) => {
      other.answer(says('[]'))
      fixture.answer(status(code, { location: `${other.address}/chat/completions` }))
      await expect(asking({ key: KEY })).rejects.toThrow(/redirects are not followed/)
      expect(other.requests).toEqual([])
    },
  )

  test('stops at once where the person interrupts', async () => {
    fixture.answer(() => {})
    const controller = new AbortController()
    const outcome = asking({ patience: 60_000, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 50)
    await expect(outcome).rejects.toThrow('enough')
    expect(fixture.requests.length).toBeLessThanOrEqual(1)
  })

  test('says so where nobody listens', async () => {
    const gone = await openFixtureEndpoint()
    await gone.close()
    const options = { key: null, patience: 500, signal: new AbortController().signal, backoff: 1 }
    await expect(ask(parseEndpoint(gone.address), '{}', options)).rejects.toThrow(
      /could not be reached \(ECONNREFUSED\)/,
    )
  })
})

function drip(response: Parameters<Manner>[0]): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
