/** A case, a witness with a home of its own, and the files that go between them. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeFrom } from '../preserve/home.ts'
import { contextIn, performed } from './perform.fixture.ts'

let root = ''
const path = (name: string) => join(root, name)

async function perform(
  home: string,
  verb: string,
  input: Record<string, unknown>,
): Promise<Record<string, unknown> & { print: string }> {
  const context = contextIn(root, { home: homeFrom({ CORROBORATE_HOME: path(home) }) })
  const { answer, print } = await performed<Record<string, unknown>>(context, verb, input)
  return { ...answer, print }
}

const here = (verb: string, input: Record<string, unknown> = {}) =>
  perform('home', verb, { case: path('case'), ...input })
const request = (to: string, more = {}) =>
  perform('home', 'witness', { step: 'request', path: path('case'), to: path(to), ...more })
const cosign = (file: string, more = {}) =>
  perform('witness-home', 'witness', { step: 'cosign', path: path(file), name: 'north', ...more })
const accept = (file: string) => perform('home', 'witness', { step: 'accept', path: path('case'), file: path(file) })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'witness-'))
  await here('new', { title: 'The valley' })
})
afterAll(() => rm(root, { recursive: true, force: true }))

test('a checkpoint goes to a witness and comes back cosigned, each time from where it was', async () => {
  await expect(cosign('absent')).rejects.toThrow('there is no such file')
  await request('first')
  await expect(cosign('first')).rejects.toThrow('never saw corroborate.case/')
  const log = path('case/log.pub')
  expect(await cosign('first', { log })).toMatchObject({ size: 1, written: path('first.cosigned') })

  await expect(accept('first.cosigned')).rejects.toThrow('north is no witness of this case')
  const { witness: key } = await perform('witness-home', 'witness', { step: 'key', name: 'north' })
  const decide = (keys: string) =>
    here('decide', { action: 'witnesses', by: 'R. Example', reason: 'on their own machine', set: { keys } })
  await expect(decide('corroborate+1234+AAAA')).rejects.toThrow('no key of a cosigner')
  await decide(String(key))
  expect(await accept('first.cosigned')).toMatchObject({ size: 1, time: '2031-05-05T10:00:00.000Z' })
  await accept('first.cosigned')

  await request('second')
  const { print } = await cosign('second')
  expect(print).toContain('Cosigned 4 events')
  await accept('second.cosigned')
  const verified = await here('verify')
  expect(verified).toMatchObject({
    valid: true,
    dating: { cosignatures: [{ size: 1 }, { size: 4, witness: 'north' }] },
  })
  expect(verified.print).toContain('cosigned 2031-05-05T10:00:00.000Z by north: the first 4 events')
  expect(verified.print).toContain('not yet independently dated')
})

test('a witness refuses a past that it did not see, another key, and what it cannot follow', async () => {
  await cp(path('case'), path('kept'), { recursive: true })
  await cp(path('home'), path('kept-home'), { recursive: true })
  await here('verify', { record: true })
  await request('third')
  await cosign('third')
  await request('from-nothing', { old: 0 })
  await expect(cosign('from-nothing')).rejects.toThrow('ask for a request from')

  for (const name of ['case', 'home']) {
    await rm(path(name), { recursive: true })
    await cp(path(`kept${name === 'case' ? '' : '-home'}`), path(name), { recursive: true })
  }
  await request('rolled-back')
  await expect(cosign('rolled-back')).rejects.toThrow(/rolled back|ask for a request from/)
  for (let more = 0; more < 5; more++) await here('verify', { record: true })
  const { size: seen } = await here('checkpoint')
  await request('forked', { old: Number(seen) - 4 })
  await expect(cosign('forked')).rejects.toThrow(/not those seen|ask for a request from/)

  const text = await readFile(path('forked'), 'utf8')
  await writeFile(
    path('changed'),
    text.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`),
  )
  await expect(cosign('changed')).rejects.toThrow('does not fit the text')
  await writeFile(path('other.pub'), 'corroborate+00000000+AAAA\n')
  await expect(cosign('forked', { log: path('other.pub') })).rejects.toThrow('names another key')
  await writeFile(path('garbage'), 'hello')
  await expect(cosign('garbage')).rejects.toThrow('not a request to a witness')
  await expect(accept('garbage')).rejects.toThrow('not a signed note')
  const line = await readFile(path('second.cosigned'), 'utf8')
  await writeFile(
    path('bent'),
    line.replace(/.(=*)\n$/, (last, pad: string) => `${last.startsWith('A') ? 'B' : 'A'}${pad}\n`),
  )
  await expect(accept('bent')).rejects.toThrow(/no cosignature of a checkpoint|not base64/)
})
