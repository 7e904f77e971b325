/** Captures in a case: many documents of one item, files linked, authors as claimants, and the same after a rebuild. */
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DocumentDetail, DocumentSummary } from '../publish/contract.ts'
import { pictureOf } from '../read/scan.fixture.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'

let on: FixtureCase
beforeEach(async () => {
  on = await openFixtureCase()
}, 60_000)
afterEach(() => on.remove())

const detail = (id: string) => on.run<DocumentDetail>('document', { id })
const message = (id: number, day: number, from: string, text: string, more: Record<string, unknown> = {}) => ({
  id,
  type: 'message',
  date: `2031-05-0${day}T09:00:00`,
  from,
  text,
  ...more,
})

test('a chat with its files: documents by day, the author speaks, files are linked', async () => {
  const chat = {
    name: 'Oster neighbours',
    type: 'private_group',
    id: 1,
    messages: [
      message(1, 2, 'Nadim Saleh', 'Quiet night.'),
      message(2, 3, 'Rana Haddad', 'In Oster 14 civilians were killed on Saturday.', { photo: 'photos/1.png' }),
      message(3, 3, 'Nadim Saleh', 'The Tolmesh Monitor said that 12 people were killed in Oster.', {
        photo: 'photos/2.png',
      }),
      message(4, 3, 'Nadim Saleh', '9 people were injured in Oster.', { forwarded_from: 'Oster Radio' }),
    ],
  }
  const folder = on.file('export/result.json', JSON.stringify(chat)).replace('/result.json', '')
  on.file('export/photos/1.png', pictureOf(['Oster'], 'image/png'))
  const added = await on.run<{ problems: unknown[]; documents: number }>('add', { paths: [folder] })
  expect(added).toMatchObject({ captures: 2, documents: 3, problems: [], needTranscription: ['photos/1.png'] })

  const day = await detail('result.json#2031-05-03')
  expect(day).toMatchObject({
    title: 'Oster neighbours, 2031-05-03',
    published: '2031-05-03',
    part: { kind: 'messages' },
  })
  const claimants = day.figureList.map(({ value, claimant, spans }) => [value, claimant, spans.claimant?.text])
  expect(claimants).toEqual([
    [14, 'Rana Haddad', 'Rana Haddad'],
    [12, 'Tolmesh Monitor', expect.stringContaining('Monitor')],
    [9, 'Oster Radio', 'Oster Radio'],
  ])
  for (const { spans } of day.figureList)
    expect(day.text.slice(spans.claimant?.start, spans.claimant?.end)).toBe(spans.claimant?.text)
  const picture = await detail('photos/1.png')
  expect(day.messages.map(({ media }) => media)).toEqual([
    [{ kind: 'photo', file: 'photos/1.png', note: null, item: picture.item }],
    [{ kind: 'photo', file: 'photos/2.png', note: null, item: null }],
    [],
  ])
  expect(await on.run('rebuild')).toMatchObject({ same: true })
  expect(await on.run('verify')).toMatchObject({ problems: [] })
  await expect(
    on.run('decide', { action: 'transcribe', target: day.item, set: { text: 'x' }, by: 'R', reason: 'because' }),
  ).rejects.toThrow(/part of a capture/)
})

test('a damaged mailbox: what could be read is there, what could not is named', async () => {
  const mails = [1, 2].map(
    (number) =>
      `From a@a.example Sat May  3 09:00:00 2031\nFrom: Rana <a@a.example>\nTo: b@a.example\nDate: Sat, 03 May 2031 09:00:00 +0200\nSubject: Report ${number}\n\n1${number} people were killed in Oster.\n\n`,
  )
  const broken = `${mails[0]}From a@a.example Sat May  3 09:00:00 2031\nSubject: nothing\n\n\n${mails[1]}`
  const added = await on.run<{ problems: { name: string; problem: string }[] }>('add', {
    paths: [on.file('desk.mbox', broken)],
  })
  expect(added.problems).toEqual([
    { name: 'desk.mbox', problem: expect.stringMatching(/^not all of it could be read: mail 2 at byte/) },
  ])
  const documents = await on.run<DocumentSummary[]>('documents')
  expect(documents.map(({ files, error }) => [files, error === null])).toEqual([
    [['desk.mbox'], false],
    [['desk.mbox#1'], true],
    [['desk.mbox#3'], true],
  ])
  expect(await on.run('rebuild')).toMatchObject({ same: true })
})

test('the same capture added again gives no new documents, and one page captured twice gives two', async () => {
  const page = (words: string) => {
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><h1>Oster</h1><p>The Tolmesh Monitor said that ${words} people were killed in Oster.</p></body></html>`
    const header = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-0000000000${words}>\r\nWARC-Date: 2031-05-05T10:00:${words}Z\r\nWARC-Target-URI: https://a.example/oster\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`
    return gzipSync(`${header}${block}\r\n\r\n`)
  }
  const path = on.file('crawl.warc.gz', Buffer.concat([page('12'), page('14')]))
  await on.run('add', { paths: [path] })
  const added = await on.run('add', { paths: [path] })
  expect(added).toMatchObject({ captures: 1, newItems: 0, documents: 2, problems: [] })
  const documents = await on.run<DocumentSummary[]>('documents')
  expect(documents.map(({ url, captured }) => [url, captured])).toEqual([
    ['https://a.example/oster', '2031-05-05T10:00:12Z'],
    ['https://a.example/oster', '2031-05-05T10:00:14Z'],
  ])
  expect(await on.run('contents', { item: 'crawl.warc.gz' })).toMatchObject({
    type: 'response',
    url: 'https://a.example/oster',
    captured: '2031-05-05T10:00:14Z',
    status: 200,
    mediaType: 'text/html',
    problems: [],
  })
  await expect(on.run('contents', { item: 'none.warc' })).rejects.toThrow(/no item "none.warc"/)
})
