/** MBOX files, invented: the four ways of telling mails apart, and what breaks them. */
import { expect, test } from 'vitest'
import { readCapture, readKnown } from './chat/capture.fixture.ts'

const FROM = 'From rana@a.example Sat May  3 09:00:00 2031'
const mail = (number: number, body: string, fields = '') =>
  `${FROM}\nFrom: Rana Haddad <rana@a.example>\nTo: desk@a.example\nDate: Sat, 03 May 2031 0${number}:00:00 +0200\nSubject: Report ${number}\nMessage-ID: <${number}@a.example>\n${fields}\n${body}\n\n`

test('each mail is a document with its place', async () => {
  const text = mail(1, 'Twelve people were killed.') + mail(2, 'The count rose to fourteen.')
  const { documents, problems } = await readKnown(text, 'desk.mbox')
  expect(problems).toEqual([])
  expect(
    documents.map(({ part, metadata }) => [part.kind, part.key, part.id, metadata.title, metadata.published]),
  ).toEqual([
    ['mail', '1', '1@a.example', 'Report 1', '2031-05-03'],
    ['mail', '2', '2@a.example', 'Report 2', '2031-05-03'],
  ])
  const { start, end } = documents[1]?.part ?? { start: 0, end: 0 }
  expect(Buffer.from(text).subarray(start, end).toString()).toBe(mail(2, 'The count rose to fourteen.'))
  expect(documents[0]?.text).toContain('Twelve people were killed.')
})

test('a quoted From is a line of the body, and loses one bracket', async () => {
  const body = 'Before\n\n>From the hill they fired.\n>>From here too.\nFrom nowhere in particular\n\nAfter'
  const { documents } = await readKnown(mail(1, body) + mail(2, 'Second'), 'desk.mbox')
  expect(documents).toHaveLength(2)
  expect(documents[0]?.text).toContain('From the hill they fired.')
  expect(documents[0]?.text).not.toContain('>From the hill')
  expect(documents[0]?.text).toContain('After')
})

test('a true Content-Length holds a mail together, a false one is not believed', async () => {
  const body = `Forwarded as it came:\n\n${FROM}\nSubject: inner\n\nInner words`
  const held = await readKnown(mail(1, body, `Content-Length: ${body.length + 1}\n`) + mail(2, 'Second'), 'desk.mbox')
  expect(held.documents.map(({ metadata }) => metadata.title)).toEqual(['Report 1', 'Report 2'])
  expect(held.documents[0]?.text).toContain('Inner words')
  for (const lie of ['3', '999999', '12345678901234'])
    expect(
      (await readKnown(mail(1, 'First', `Content-Length: ${lie}\n`) + mail(2, 'Second'), 'desk.mbox')).documents,
    ).toHaveLength(2)
})

test('lines of 10 MB, no end, and mails of nothing cost themselves only', async () => {
  const text = `${mail(1, 'a'.repeat(10_000_000))}${FROM}\nX: y\n\n\n${mail(3, 'Third').trimEnd()}`
  const { documents, problems } = await readKnown(text, 'desk.mbox')
  expect(documents.map(({ metadata }) => metadata.title)).toEqual(['Report 1', 'Report 3'])
  expect(problems).toEqual([
    expect.stringContaining('more than 1048576 bytes'),
    expect.stringMatching(/^mail 2 at byte \d+: .*no text/),
  ])
})

test('many mails are read in bounded time', async () => {
  const text = Array.from({ length: 3000 }, () => mail(1, 'Words')).join('')
  expect((await readKnown(text, 'desk.mbox')).documents).toHaveLength(3000)
})

test('a sentence that begins with From stays a sentence', async () => {
  for (const sentence of [
    'From Hama 12 people were reported killed on Friday.',
    'From Hama, at 10:30 on 3 May 2031, 12 people were reported killed.',
    'From Sat May 3 09:00:00 2031 onwards 12 people were reported killed.',
    'From 3 May 2031 10:30\nhttps://a.example/ counted 12 people who were reported killed.',
  ]) {
    const { documents, problems } = await readKnown(
      mail(1, `We walked.\n\n${sentence}\n\nThe clinic confirmed nothing.`) + mail(2, 'Second'),
      'desk.mbox',
    )
    expect(problems, sentence).toEqual([])
    expect(documents, sentence).toHaveLength(2)
    expect(documents[0]?.text.replace(/\s+/g, ' '), sentence).toContain(sentence.replace(/\s+/g, ' '))
    expect(documents[0]?.text, sentence).toContain('confirmed nothing')
  }
})

test('mails are told apart as programs write the line between them', async () => {
  for (const from of [
    FROM,
    'From 1838746512345678901@xxx Sat May 03 09:00:00 +0000 2031',
    'From - Sat May 03 09:00:00 2031',
    'From  Sat May  3 09:00:00 2031',
    'From MAILER-DAEMON Sat May  3 09:00 2031',
    'From Rana Haddad <rana@a.example> Sat, 03 May 2031 09:00:00 +0200',
    'From rana@a.example 2031-05-03 09:00:00',
    'From rana Sat May  3 09:00:00 2031 remote from desk',
    `${FROM}\n>From other@a.example Sat May  3 08:00:00 2031`,
    `${FROM}\n loose end of a field`,
  ]) {
    const text = mail(1, 'First') + mail(2, 'Second')
    const { documents, problems } = await readKnown(`\n${text.replaceAll(FROM, from)}`, 'desk.mbox')
    expect(problems, from).toEqual([])
    expect(
      documents.map(({ metadata }) => [metadata.title, metadata.byline]),
      from,
    ).toEqual([
      ['Report 1', 'Rana Haddad'],
      ['Report 2', 'Rana Haddad'],
    ])
  }
})

test('a mail that ends without a blank line does not take the next one in', async () => {
  const { documents } = await readKnown(`${mail(1, 'First').trimEnd()}\n${mail(2, 'Second')}`, 'desk.mbox')
  expect(documents.map(({ metadata }) => metadata.title)).toEqual(['Report 1', 'Report 2'])
  expect(documents[0]?.text).not.toContain('Second')
})

test('an empty mail is named, and the one before it keeps its words to itself', async () => {
  const { documents, problems } = await readKnown(
    `${mail(1, 'First')}${FROM}\n\n${mail(2, 'Second')}${FROM}\n`,
    'a.mbox',
  )
  expect(documents.map(({ metadata }) => metadata.title)).toEqual(['Report 1', 'Report 2'])
  expect(documents[0]?.text).not.toContain('From rana@')
  expect(problems).toEqual([expect.stringMatching(/^mail 2 .*no text/), expect.stringMatching(/^mail 4 .*no text/)])
})

test('what only begins like one is none', async () => {
  for (const text of ['From here we saw 12 people.\nThey left.\n', 'From\n', '', 'Subject: x\n\nBody'])
    expect(await readCapture(text, 'a.txt'), text).toBeNull()
})
