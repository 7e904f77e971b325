/** WhatsApp exports, invented: the lines of both systems in many locales, and what breaks them. */
import { describe, expect, test } from 'vitest'
import { readCapture, readKnown } from './capture.fixture.ts'

const NAME = 'WhatsApp Chat with Oster neighbours.txt'
const LRM = '\u200e'
const RLM = '\u200f'
const read = (text: string, name = NAME) => readKnown(text, name)
const messagesOf = async (text: string, name = NAME) =>
  (await read(text, name)).documents.flatMap(({ messages }) => messages)
const textsOf = async (text: string) => {
  const { documents } = await read(text)
  return documents.flatMap(({ text: words, messages }) =>
    messages.map(({ start, end }) => words.slice(start, end).split('\n\n').slice(1).join('\n')),
  )
}

describe('the beginning of a message', () => {
  test.each([
    ['[23/05/2031, 14:02:11] Rana: Hello', '2031-05-23T14:02:11'],
    [`${LRM}[23/05/2031, 14:02:11] Rana: ${LRM}Hello`, '2031-05-23T14:02:11'],
    ['[23.05.31, 14:02:11] Rana: Hello', '2031-05-23T14:02:11'],
    ['[5/23/31, 2:02:11\u202fPM] Rana: Hello', '2031-05-23T14:02:11'],
    ['[2031/05/23, 2:02:11 p.m.] Rana: Hello', '2031-05-23T14:02:11'],
    ['[23.5.2031 klo 14.02.11] Rana: Hello', '2031-05-23T14:02:11'],
    ['23/05/2031, 14:02 - Rana: Hello', '2031-05-23T14:02'],
    ['5/23/31, 12:02 AM - Rana: Hello', '2031-05-23T00:02'],
    ['23.05.31, 14:02 - Rana: Hello', '2031-05-23T14:02'],
    ['23-05-2031 14:02 - Rana: Hello', '2031-05-23T14:02'],
    ['2031-05-23, 14:02 - Rana: Hello', '2031-05-23T14:02'],
    [`${RLM}٢٣${RLM}/٥${RLM}/٢٠٣١، ٢:٠٢ م - Rana: Hello`, '2031-05-23T14:02'],
    [`${RLM}[٢٣/٠٥/٢٠٣١، ٨:٤٦:٠٠ ص] Rana: ${RLM}Hello`, '2031-05-23T08:46:00'],
    ['23/5/2031، 14:02 - Rana: Hello', '2031-05-23T14:02'],
    ['۲۳/۵/۲۰۳۱, ۱۴:۰۲ - Rana: Hello', '2031-05-23T14:02'],
  ])('%s', async (line, at) => {
    expect(await messagesOf(`${line}\n`)).toMatchObject([{ author: 'Rana', at }])
    expect(await textsOf(`${line}\n`)).toEqual([expect.stringContaining('Hello')])
  })

  test.each([
    '[99/99/2031, 14:02:11] Rana: Hello',
    '23/05/2031, 34:02 - Rana: Hello',
    '23/05/2031, 13:02 PM - Rana: Hello',
    'Rana: Hello',
  ])('none begins with %s', async (line) => {
    const found = (await readCapture(`${line}\n`, NAME))?.documents.flatMap(({ messages }) => messages) ?? []
    expect(found.every(({ at }) => at === null)).toBe(true)
  })
})

describe('dates', () => {
  test('are told by a day beyond 12, anywhere in the file', async () => {
    const text = '04/05/31, 09:00 - Rana: One\n05/05/31, 09:00 - Rana: Two\n13/05/31, 09:00 - Rana: Three\n'
    expect((await messagesOf(text)).map(({ at }) => at)).toEqual([
      '2031-05-04T09:00',
      '2031-05-05T09:00',
      '2031-05-13T09:00',
    ])
    const american = '4/5/31, 9:00 AM - Rana: One\n4/13/31, 9:00 AM - Rana: Two\n'
    expect((await messagesOf(american)).map(({ at }) => at)).toEqual(['2031-04-05T09:00', '2031-04-13T09:00'])
  })

  test('are told by the order of time where only one does not run backwards', async () => {
    const text = '01/05/31, 09:00 - Rana: One\n02/04/31, 09:00 - Rana: Two\n03/03/31, 09:00 - Rana: Three\n'
    expect((await messagesOf(text)).map(({ at }) => at)).toEqual([
      '2031-01-05T09:00',
      '2031-02-04T09:00',
      '2031-03-03T09:00',
    ])
  })

  test('stay as printed where they could be read in two ways, and nothing is guessed', async () => {
    const { documents } = await read(
      '04/05/31, 09:00 - Rana: One\n04/05/31, 10:00 - Rana: Two\n05/05/31, 09:00 - Rana: Three\n',
    )
    expect(documents.flatMap(({ messages }) => messages).map(({ at }) => at)).toEqual([null, null, null])
    expect(documents.map(({ part, metadata }) => [part.key, metadata.published])).toEqual([
      ['04-05-31', null],
      ['05-05-31', null],
    ])
    expect(documents[0]?.text).toContain('Rana · 04/05/31, 09:00')
    expect(documents[0]?.notes).toEqual([expect.stringContaining('could be read in two ways')])
  })

  test('have no zone, and a note says so', async () => {
    const { documents } = await read('23/05/31, 09:00 - Rana: One\n')
    expect(documents[0]?.notes).toEqual([expect.stringContaining('without a zone')])
  })
})

test('messages of many lines, lines of the service, and times inside a message', async () => {
  const text = [
    `23/05/2031, 09:00 - ${LRM}Messages and calls are end-to-end encrypted. Only people in this chat can read them.`,
    '23/05/2031, 09:01 - Rana changed the group name from “A: x” to “B: y”',
    '23/05/2031, 09:02 - Rana Haddad: First line',
    'second line with 23/05/2031 in it',
    '',
    'third: line',
    '23/05/2031, 09:03 - +000 00 0000: https://a.example/x: see',
    '',
  ].join('\r\n')
  const { documents } = await read(text)
  expect(documents[0]?.messages.map(({ author }) => author)).toEqual([null, null, 'Rana Haddad', '+000 00 0000'])
  expect(documents[0]?.text).toContain('second line with 23/05/2031 in it')
  const { bytes } = documents[0]?.messages[2] ?? { bytes: { start: 0, end: 0 } }
  expect(Buffer.from(text).subarray(bytes.start, bytes.end).toString()).toMatch(
    /^23\/05\/2031, 09:02 [\s\S]*third: line\r\n$/,
  )
  expect(documents[0]?.metadata).toMatchObject({ outlet: 'Oster neighbours', published: '2031-05-23' })
})

test('files that were left out or lie beside the text, in English and Arabic', async () => {
  const text = [
    '23/05/2031, 09:00 - Rana: <Media omitted>',
    `23/05/2031, 09:00 - Rana: ${LRM}IMG-20310523-WA0001.jpg (file attached)`,
    'Under the picture',
    `23/05/2031, 09:01 - Rana: ${LRM}<attached: 00000012-PHOTO-2031-05-23-09-01-11.jpg>`,
    `23/05/2031, 09:02 - Rana: ${LRM}video omitted`,
    `23/05/2031, 09:03 - رنا: ${RLM}<تم استبعاد الوسائط>`,
    `23/05/2031, 09:04 - رنا: ${RLM}IMG-20310523-WA0002.jpg (الملف مرفق)`,
    '23/05/2031, 09:05 - Rana: Changed <This message was edited>',
  ].join('\n')
  const messages = await messagesOf(text)
  expect(messages.map(({ media }) => media.map(({ kind, file }) => file ?? kind))).toEqual([
    ['media'],
    ['IMG-20310523-WA0001.jpg'],
    ['00000012-PHOTO-2031-05-23-09-01-11.jpg'],
    ['video'],
    ['media'],
    ['IMG-20310523-WA0002.jpg'],
    [],
  ])
  expect(messages.at(-1)?.edited).toBe('XXXX-XX-XX')
  expect((await textsOf(text))[1]).toContain('Under the picture')
})

test('an export in a zip file takes its name from the zip file', async () => {
  const { documents } = await read('[23/05/2031, 14:02:11] Rana: Hello\n', 'WhatsApp Chat - Oster.zip/_chat.txt')
  expect(documents[0]?.metadata.outlet).toBe('Oster')
})

test('a line of 10 MB, broken UTF-8 and words before the first message are named, and the rest is read', async () => {
  const text = Buffer.concat([
    Buffer.from('Notes of my own\n23/05/2031, 09:00 - Rana: One\n'),
    Buffer.alloc(10_000_000, 0x61),
    Buffer.from('\n23/05/2031, 09:01 - Rana: '),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('23/05/2031, 09:02 - Rana: Three\n'),
  ])
  const { documents, problems } = await readKnown(text, NAME)
  expect(problems).toEqual([
    expect.stringContaining('before the first message'),
    expect.stringContaining('longer than'),
  ])
  expect(documents.flatMap(({ messages }) => messages).map(({ at }) => at?.slice(11))).toEqual([
    '09:00',
    '09:01',
    '09:02',
  ])
})

test('a log or a list of dates is no export', async () => {
  expect(await readCapture('2031-05-23 14:02 - started\nnothing\n', 'server.log')).toBeNull()
  expect(await readCapture('23/05/2031 Shelling in Oster\n24/05/2031 Calm\n', 'chronology.txt')).toBeNull()
  expect(await readCapture('The monitor said that 12 people were killed.\n', 'WhatsApp report.txt')).toBeNull()
  const unnamed = ['Rana: One', 'Nadim: Two', 'Rana: Three'].map((words) => `23/05/2031, 09:00 - ${words}\n`).join('')
  expect(await readCapture(unnamed, 'chat.txt')).not.toBeNull()
})
