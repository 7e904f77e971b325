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
    ['23/5/2031, 0:02 a. m. - Rana: Hello', '2031-05-23T00:02'],
    ['23/5/2031, 0:02 p. m. - Rana: Hello', '2031-05-23T12:02'],
    ['۲۳/۵/۲۰۳۱،‏ ۲:۰۲ ب.ظ - Rana: Hello', '2031-05-23T14:02'],
    ['۲۳/۵/۲۰۳۱،‏ ۲:۰۲ ق.ظ - Rana: Hello', '2031-05-23T02:02'],
    ['2031년 5월 3일 오후 2:02, Rana : Hello', '2031-05-03T14:02'],
    ['[2031. 5. 3. 오전 12:02:11] Rana: Hello', '2031-05-03T00:02:11'],
    ['2031/5/3 下午2:02 - Rana: Hello', '2031-05-03T14:02'],
    ['2031年5月3日 上午2:02 - Rana: Hello', '2031-05-03T02:02'],
    ['2031/5/3 中午2:02 - Rana: Hello', '2031-05-03'],
    ['23 May 2031, 2:02 pm - Rana: Hello', '2031-05-23T14:02'],
    ['[May 23, 2031 at 2:02:11 PM] Rana: Hello', '2031-05-23T14:02:11'],
    ['23/05/2031, 14:02 - Rana "Umm" Haddad: Hello', '2031-05-23T14:02', 'Rana "Umm" Haddad'],
  ])('%s', async (line, at, author = 'Rana') => {
    expect(await messagesOf(`${line}\n`)).toMatchObject([{ author, at }])
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

  test('of which the order is only inferred have a note that says from what', async () => {
    const { documents } = await read('01/02/31, 09:00 - Rana: One\n02/01/31, 09:00 - Rana: Two\n')
    expect(documents.map(({ metadata }) => metadata.published)).toEqual(['2031-01-02', '2031-02-01'])
    for (const { notes } of documents)
      expect(notes).toContain(
        'That its dates begin with the month is inferred: only so do its messages follow each other in time.',
      )
    const shown = await read('13/02/31, 09:00 - Rana: One\n')
    expect(shown.documents[0]?.notes.join()).not.toContain('inferred')
  })

  test('that no calendar of ours holds could not be read, which is no open order, and cost no other date', async () => {
    const { documents } = await read('30/05/31, 09:00 - Rana: One\n31/02/2031, 09:00 - Rana: Two\n')
    expect(documents.map(({ part, notes }) => [part.key, notes[0]])).toEqual([
      ['2031-05-30', expect.stringContaining('without a zone')],
      ['31-02-2031', expect.stringContaining('could not be read')],
    ])
    const persian = await read('1409/12/17,‏ 14:02 - Rana: One\n')
    expect(persian.documents[0]?.notes).toEqual([expect.stringContaining('could not be read')])
    const named = await read('8 hamal 2031, 14:02 - Rana: One\n8 sawr 2031, 14:02 - Rana: Two\n')
    expect(named.documents.map(({ part }) => part.key)).toEqual(['8-hamal-2031', '8-sawr-2031'])
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

test('a notice behind a mark is said by nobody, what a member sent behind one is theirs', async () => {
  const notices = [
    'Oster: \u200eMessages and calls are end-to-end encrypted. No one outside of this chat can read them.',
    'Oster: \u200eRana created this group',
    'Rana: \u200eRana hat den Gruppennamen geändert',
    'Rana: \u200eThis message was deleted.',
  ]
  const sent = [
    'Rana: \u200eLocation: https://a.example/',
    'Rana: Rana left the village',
    'Rana: Nadim added two names',
  ]
  const text = [...notices, ...sent].map((line) => `[23/05/2031, 09:00:00] ${line}\n`).join('')
  const { documents } = await read(text)
  expect(documents[0]?.messages.map(({ author }) => author)).toEqual([null, null, null, null, 'Rana', 'Rana', 'Rana'])
  expect(documents[0]?.text).toContain('Oster: Rana created this group')
  expect(documents[0]?.blocks.filter(({ kind }) => kind === 'body')).toHaveLength(3)
})

test('an export of which no line is understood says so, and its words are put in nobody’s mouth', async () => {
  const { documents, problems } = await read('Am 3. des Monats um zwei, Rana: Hello\n\nTwelve people were killed.\n')
  expect(problems).toEqual([expect.stringMatching(/^no line is understood .* set to English$/)])
  expect(documents[0]?.messages.map(({ author }) => author)).toEqual(['(name not given)'])
  expect(documents[0]?.text).toContain('Twelve people were killed.')
  const wide = await readKnown(Buffer.from('\ufeff23/05/2031, 09:00 - Rana: Hello\n', 'utf16le'), NAME)
  expect(wide.problems).toEqual([expect.stringContaining('save it as UTF-8')])
  expect(await readCapture('A statement.\n', 'WhatsApp Chat with Oster/statement.txt')).toBeNull()
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
    '23/05/2031, 09:04 - Rana: <Multimedia omitido>',
    '23/05/2031, 09:04 - Rana: PTT-20310523-WA0003.opus (archivo adjunto)',
    `23/05/2031, 09:04 - Rana: List.pdf • ${LRM}3 pages ${LRM}document omitted`,
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
    ['media'],
    ['PTT-20310523-WA0003.opus'],
    ['document'],
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
