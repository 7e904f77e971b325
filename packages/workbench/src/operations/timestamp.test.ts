/** Having a case dated: an authority on loopback that answers, refuses, lies, is silent or talks of something else. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timestampRequest } from '@corroborate/evidence'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Authority, openAuthority } from '../../../evidence/src/timestamp/authority.fixture.ts'
import { askAuthority, NoAnswerError } from '../preserve/time-authority.ts'
import { contextIn, performed } from './perform.fixture.ts'

let root = ''
let made = 0
const path = (...parts: string[]) => join(root, ...parts)
const context = () => contextIn(root, { now: () => new Date() })

async function perform<T>(verb: string, input: Record<string, unknown>) {
  const { answer, print, code } = await performed<T>(context(), verb, input)
  return { ...answer, print, code }
}

interface Stamped {
  readonly dated: number
  readonly undated: number
  readonly stamps: readonly { state: string; size: number; authority: string | null; anchored: boolean; why: string }[]
  readonly kept: readonly { from: string; refused: string | null }[]
  readonly problems: readonly string[]
  readonly written: readonly string[]
}
const stamp = (input: Record<string, unknown>) => perform<Stamped>('timestamp', { case: folder(), ...input })
const verify = (input: Record<string, unknown> = {}) =>
  perform<{ valid: boolean; problems: unknown[]; warnings: { code: string }[]; dating: Stamped }>('verify', {
    case: folder(),
    ...input,
  })
const folder = () => path(`case-${made}`)

type Behaviour = (request: Buffer) => Buffer | string | number | null
let server: Server
let address = ''
let asked: Buffer[] = []
let behaviour: Behaviour = () => null
let authority: Authority

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'stamp-'))
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces)
      asked.push(body)
      const answer = behaviour(body)
      if (answer === null) return
      if (typeof answer === 'number') response.writeHead(answer, { location: 'http://127.0.0.1:9/other' }).end()
      else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`
})
beforeEach(async () => {
  made++
  asked = []
  await perform('new', { case: folder(), title: 'The valley' })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(root, { recursive: true, force: true })
})

describe.skipIf(spawnSync('openssl', ['version']).status !== 0)(
  'an authority on loopback (skipped without openssl)',
  () => {
    beforeAll(() => {
      authority = openAuthority(root)
    })
    beforeEach(() => {
      behaviour = (request) => authority.answer(request)
    })

    test('unnamed, nothing leaves: the request waits, and everywhere it is said that nobody dates the case', async () => {
      const queued = await stamp({})
      expect(asked).toEqual([])
      expect(queued.stamps).toMatchObject([{ state: 'queued', size: 1 }])
      expect(queued.print).toContain('not yet independently dated')
      for (const verb of ['verify', 'checkpoint', 'dates'])
        expect((await perform(verb, { case: folder() })).print, verb).toContain('not yet independently dated')
      expect((await stamp({})).stamps).toHaveLength(1)
    })

    test('named, a digest and a number leave, and the answer dates the case', async () => {
      const dated = await stamp({ authority: [address] })
      expect(asked).toHaveLength(1)
      expect(asked[0]?.length).toBeLessThan(80)
      expect(dated).toMatchObject({ dated: 1, undated: 0, kept: [{ from: address, refused: null }], code: 0 })
      expect(dated.stamps).toMatchObject([
        { state: 'dated', authority: 'O=Invented, CN=Invented Authority', anchored: false },
      ])
      const { print, valid } = await verify()
      expect(valid).toBe(true)
      expect(print).toContain('not anchored: the authority is named by the token')
      expect(print).not.toContain('not yet independently dated')
      const trusting = await verify({ trust: authority.root })
      expect(trusting.print).toContain('chain anchored in the certificates given')
      expect(trusting.warnings).toEqual([])
      await stamp({ authority: [address] })
      expect(asked).toHaveLength(1)
      await perform('verify', { case: folder(), record: true })
      expect((await verify()).print).toContain('1 later event: not yet independently dated')
    })

    test('certificates of somebody else do not anchor it', async () => {
      await stamp({ authority: [address] })
      const other = openAuthority(root, 'Another Invented Authority')
      const { valid, warnings, dating } = await verify({ trust: other.root })
      expect([valid, warnings.map(({ code }) => code), dating.stamps[0]?.anchored]).toEqual([
        true,
        ['timestamp-trust'],
        false,
      ])
    })

    test('several are asked at once, with the longer digest too', async () => {
      const dated = await stamp({ authority: [address, `${address}/two`], digest: 'sha512' })
      expect(dated.stamps.map(({ state }) => state)).toEqual(['dated', 'dated'])
      expect(asked[0]?.equals(asked[1] ?? Buffer.of())).toBe(false)
    })

    test('a decision names authorities for good, until another takes them back', async () => {
      const decide = (authorities: string) =>
        perform('decide', {
          case: folder(),
          action: 'timestamp-authorities',
          by: 'R. Example',
          reason: 'they get a digest',
          set: { authorities },
        })
      await expect(decide('file:///etc/passwd')).rejects.toThrow('no address of a time-stamp authority')
      await decide(address)
      expect((await stamp({})).stamps).toMatchObject([{ state: 'dated', size: 2 }])
      await decide('')
      await stamp({})
      expect(asked).toHaveLength(1)
    })

    test('offline it waits and is sent when asked', async () => {
      behaviour = () => 503
      const waiting = await stamp({ authority: [address] })
      expect(waiting).toMatchObject({ dated: 0, code: 3, problems: [expect.stringContaining('503')] })
      expect(waiting.stamps).toMatchObject([{ state: 'queued' }])
      behaviour = (request) => authority.answer(request)
      expect(await stamp({ send: true })).toMatchObject({ dated: 1, code: 0 })
      expect(asked[1]?.equals(asked[0] ?? Buffer.of())).toBe(true)
    })

    test('a person carries a request elsewhere and brings back the answer', async () => {
      const { written } = await stamp({ to: path('carried') })
      expect(written).toHaveLength(1)
      const answer = path('answer.tsr')
      await writeFile(answer, authority.answer(await readFile(written[0] ?? '')))
      const stranger = path('stranger.tsr')
      await writeFile(stranger, authority.answer(timestampRequest(Buffer.from('something else'))))
      const brought = await stamp({ import: [stranger, answer] })
      expect(brought).toMatchObject({ dated: 1, kept: [{ from: 'answer.tsr', refused: null }], code: 3 })
      expect(brought.problems).toEqual([expect.stringContaining('stranger.tsr answers no request')])
      expect(asked).toEqual([])
      expect((await verify()).valid).toBe(true)
      await rm(path('carried'), { recursive: true })
    })

    test.each([
      ['garbage', () => '<html>not found</html>', 'not a time-stamp token'],
      ['a refusal', (request: Buffer) => authority.refuse(request), 'status 2'],
      ['the answer to another request', () => authority.answer(timestampRequest(Buffer.from('x'))), 'other bytes'],
      [
        'a bit changed',
        (request: Buffer) => {
          const answer = authority.answer(request)
          answer[answer.length - 3]! ^= 1
          return answer
        },
        'signature',
      ],
    ] as [string, Behaviour, string][])(
      '%s is refused, kept with the reason, and dates nothing',
      async (_, lie, why) => {
        behaviour = lie
        const refused = await stamp({ authority: [address] })
        expect(refused).toMatchObject({ dated: 0, code: 1 })
        expect(refused.stamps).toMatchObject([{ state: 'refused', why: expect.stringContaining(why) }])
        expect(await readdir(path(`case-${made}`, 'records/timestamps'))).toHaveLength(1)
        const { valid, print } = await verify()
        expect(valid).toBe(true)
        expect(print).toContain('not yet independently dated')
        behaviour = (request) => authority.answer(request)
        expect(await stamp({ authority: [address] })).toMatchObject({ dated: 3, undated: 0 })
      },
    )

    test('a kept answer changed afterwards is named', async () => {
      await stamp({ authority: [address] })
      const records = path(`case-${made}`, 'records/timestamps')
      const [name = ''] = (await readdir(records, { recursive: true })).filter((one) => one.endsWith('.json'))
      const text = await readFile(join(records, name), 'utf8')
      await writeFile(join(records, name), text.replace(/("answer": ".{400})../, '$1AA'))
      const { valid, problems, print } = await verify()
      expect(valid).toBe(false)
      expect(JSON.stringify(problems)).toContain(`records/timestamps/${name}`)
      expect(print).toContain('not yet independently dated')
    })
  },
)

test('an authority that is silent, sends elsewhere or cannot be reached has given no answer', async () => {
  const signal = new AbortController().signal
  const ask = (to = address) => askAuthority(to, Buffer.from('x'), { signal, patience: 200 })
  behaviour = () => null
  await expect(ask()).rejects.toThrow('no answer within 0.2 seconds')
  behaviour = () => 302
  await expect(ask()).rejects.toThrow('http://127.0.0.1:9/other, which nobody named')
  behaviour = () => Buffer.alloc(2 << 20)
  await expect(ask()).rejects.toThrow('longer than')
  await expect(ask('http://127.0.0.1:9/')).rejects.toThrow(NoAnswerError)
})

test('the checkpoint on paper refuses a case rolled back, and one signed anew', async () => {
  const page = path('page.html')
  await perform('verify', { case: folder(), record: true })
  const shown = await perform<{ size: number; digits: string[] }>('checkpoint', { case: folder(), page })
  expect(existsSync(page)).toBe(true)
  const typed = `${shown.size} ${shown.digits.join(' ')}`
  for (const checkpoint of [page, typed]) expect(await verify({ checkpoint })).toMatchObject({ valid: true })
  const wrong = `${shown.size} ${shown.digits.toReversed().join(' ')}`
  expect(await verify({ checkpoint: wrong })).toMatchObject({ valid: false, problems: [{ code: 'log-forked' }] })
  expect(await verify({ checkpoint: `9${typed}` })).toMatchObject({
    valid: false,
    problems: [{ code: 'log-rolled-back' }],
  })
  await expect(verify({ checkpoint: 'no such thing' })).rejects.toThrow('not a checkpoint as it is written down')
  made++
  await perform('new', { case: folder(), title: 'Another' })
  expect(await verify({ checkpoint: page })).toMatchObject({ valid: false, problems: [{ code: 'log-forked' }] })
})
