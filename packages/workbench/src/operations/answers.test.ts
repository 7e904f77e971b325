/** What verbs say at the terminal where something is not as it looks. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVault } from '../preserve/vault.ts'
import { pictureOf } from '../read/scan.fixture.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'
import { doorTo } from './door.fixture.ts'
import type { OperationContext } from './operation.ts'
import { performed } from './perform.fixture.ts'

const SIGNED = { by: 'R. Haddad', reason: 'typed from the picture' }

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
}, 60_000)
afterEach(() => on.remove())

const told = async (verb: string, input: Record<string, unknown> = {}, context: OperationContext = on.context) =>
  (await performed(context, verb, { case: on.case, ...input })).print

test('an empty file and a picture cut short are told as what they are', async () => {
  const whole = pictureOf(['Fourteen were killed.'], 'image/jpeg')
  const paths = [on.file('empty.txt', ''), on.file('torn.jpg', whole.subarray(0, whole.length - 200))]
  const added = await told('add', { paths })
  expect(added).toContain('problem: empty.txt: empty.txt is empty (0 bytes)')
  expect(added).toContain('problem: torn.jpg: it is damaged: the picture ends before its end')
  expect(added).toContain('needs transcription: torn.jpg')
  expect(added).not.toContain('needs transcription: empty.txt')
  const list = await told('documents')
  expect(list).toMatch(/^empty\.txt .* is empty \(0 bytes\)/m)
  expect(list).toMatch(/^torn\.jpg .* is damaged/m)
  expect(await told('ocr', { items: ['empty.txt'] })).toContain('empty.txt is empty (0 bytes)')
  await told('transcribe', { item: 'torn.jpg', text: on.file('torn.txt', 'Fourteen were killed.'), ...SIGNED })
  expect(await on.run('document', { id: 'torn.jpg' })).toMatchObject({
    error: null,
    needs: null,
    notes: expect.arrayContaining([expect.stringContaining('is damaged')]),
  })
})

test('a text says who transcribed it', async () => {
  await told('add', { paths: [on.file('notice.png', pictureOf(['Fourteen were killed.'], 'image/png'))] })
  await told('transcribe', { item: 'notice.png', text: on.file('notice.txt', 'Fourteen were killed.'), ...SIGNED })
  expect(await told('document', { id: 'notice.png' })).toContain('These words: transcribed by R. Haddad.')
})

test('a long name does not widen the list for every row', async () => {
  await told('add', { paths: [on.file(`${'x'.repeat(200)}.txt`, 'Ten were killed.'), on.file('b.txt', 'Nine died.')] })
  for (const line of (await told('documents')).split('\n')) expect(line.length).toBeLessThan(160)
})

test('what was added as confidential is said to lie where it was, too', async () => {
  const path = on.file('testimony.txt', 'Ten were killed.')
  const vaults = doorTo((opened) => openVault(opened, { passphrase: 'quill lantern ochre' }), 'quill lantern ochre')
  const added = await told('add', { paths: [path], confidential: true }, { ...on.context, vaults })
  expect(added).toContain(`What was given still lies readable where it was: ${path}`)
  expect(await told('add', { paths: [on.file('open.txt', 'Nine died.')] })).not.toContain('lies readable')
})

test('an interrupted intake is said to wait, until it has ended', async () => {
  const paths = [join(on.folder, 'files')]
  for (let n = 0; n < 80; n++) on.file(`${n}.txt`, `Number ${n} was killed.`)
  const stop = new AbortController()
  const interrupted = {
    ...on.context,
    signal: stop.signal,
    progress: (phase: string, done: number) => {
      if (phase === 'keeping' && done === 70) stop.abort(new Error('stopped'))
    },
  }
  await expect(told('add', { paths }, interrupted)).rejects.toThrow('stopped')
  expect(await told('overview')).toMatch(/1 intake not finished: \d+ captures kept.*same `corroborate add` again/)
  await told('add', { paths })
  expect(await told('overview')).not.toContain('not finished')
})

test('what is not there, there already or damaged is told with what to do', async () => {
  await told('add', { paths: [on.file('a.txt', 'Ten were killed.')] })
  await expect(told('timestamp', { import: [join(on.folder, 'no.tsr')] })).rejects.toThrow(
    /no\.tsr: there is no such file/,
  )
  const page = join(on.folder, 'page.html')
  await told('checkpoint', { page })
  await expect(told('checkpoint', { page })).rejects.toThrow(/earlier checkpoint: name another file/)
  writeFileSync(join(on.case, 'case.json'), '{"title": ')
  await expect(told('overview')).rejects.toThrow(/case\.json: it is not JSON.*do not make a new case here/)
})

test('verify answers for the checkpoint it was given, and for what it recorded', async () => {
  await told('add', { paths: [on.file('a.txt', 'Ten were killed.')] })
  const { size, digits } = await on.run<{ size: number; digits: string[] }>('checkpoint')
  const checkpoint = `${size} ${digits.join(' ')}`
  const verified = await told('verify', { checkpoint, record: true })
  expect(verified).toContain(`The log continues the checkpoint of ${size} events that you gave.`)
  expect(verified).toContain('This result is recorded in the log.')
  const digit = digits[0]?.startsWith('1') === true ? '2' : '1'
  expect(await told('verify', { checkpoint: checkpoint.replace(/ \d/, ` ${digit}`) })).not.toContain('continues')
  expect(await told('verify')).not.toMatch(/continues|recorded in the log/)
})
