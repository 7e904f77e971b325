/** Telegram exports as JSON, invented: a chat, a channel and an account, and what breaks them. */
import { describe, expect, test } from 'vitest'
import { readCapture, readKnown } from './capture.fixture.ts'

const LONG =
  'The Tolmesh Monitor says that fourteen civilians were killed in the village of Oster on 3 May 2031, among them five children. It says that the count may rise, since two streets have not been reached, and that it will publish names when families agree.'
const message = (id: number, date: string, fields: Record<string, unknown> = {}) => ({
  id,
  type: 'message',
  date,
  date_unixtime: String(Date.parse(`${date}Z`) / 1000 - 2 * 3600),
  from: 'Nadim Saleh',
  from_id: 'user1',
  text: `Message ${id}`,
  ...fields,
})
const chat = (messages: readonly unknown[], facts: Record<string, unknown> = {}) => ({
  name: 'Oster neighbours',
  type: 'private_supergroup',
  id: 4401,
  messages,
  ...facts,
})

describe('result.json', () => {
  test('a chat is gathered by day, each message with author, zone, answer, forward, edit, files and bytes', async () => {
    const messages = [
      {
        id: 1,
        type: 'service',
        date: '2031-05-02T08:00:00',
        actor: 'Nadim Saleh',
        action: 'create_group',
        title: 'Oster neighbours',
        text: '',
      },
      message(2, '2031-05-02T09:00:00', {
        text: ['See ', { type: 'text_link', text: 'the list', href: 'https://a.example/l' }],
      }),
      message(3, '2031-05-03T09:00:00', {
        from: 'Rana Haddad',
        reply_to_message_id: 2,
        forwarded_from: 'Oster Radio',
        edited: '2031-05-03T09:05:00',
        photo: 'photos/photo_1@03-05-2031.jpg',
        text: 'Twelve people were killed.',
      }),
      message(4, '2031-05-03T10:00:00', {
        date_unixtime: undefined,
        file: '(File not included. Change data exporting settings to download.)',
        media_type: 'video_file',
        text: '',
      }),
    ]
    const text = JSON.stringify(chat(messages), null, 1)
    const { documents, problems } = await readKnown(text, 'ChatExport/result.json')
    expect(problems).toEqual([])
    expect(
      documents.map(({ part, metadata }) => [part.key, metadata.title, metadata.outlet, metadata.published]),
    ).toEqual([
      ['2031-05-02', 'Oster neighbours, 2031-05-02', 'Oster neighbours', '2031-05-02'],
      ['2031-05-03', 'Oster neighbours, 2031-05-03', 'Oster neighbours', '2031-05-03'],
    ])
    const [service, linked] = documents[0]?.messages ?? []
    expect(service).toMatchObject({ id: '1', author: null, at: '2031-05-02T08:00:00' })
    expect(documents[0]?.text.slice(service?.start, service?.end)).toContain(
      'Nadim Saleh create group Oster neighbours',
    )
    expect(documents[0]?.text.slice(linked?.start, linked?.end)).toContain('See the list (https://a.example/l)')
    const [forwarded, left] = documents[1]?.messages ?? []
    expect(forwarded).toMatchObject({
      author: 'Rana Haddad',
      at: '2031-05-03T09:00:00+02:00',
      replyTo: '2',
      forwardedFrom: 'Oster Radio',
      edited: '2031-05-03T09:05:00',
      media: [{ kind: 'photo', file: 'photos/photo_1@03-05-2031.jpg', note: null }],
    })
    expect(left).toMatchObject({
      at: '2031-05-03T10:00:00',
      media: [{ kind: 'video file', file: null, note: expect.stringMatching(/^\(File/) }],
    })
    for (const { id, bytes } of documents.flatMap((one) => one.messages))
      expect(JSON.parse(Buffer.from(text).subarray(bytes.start, bytes.end).toString())).toMatchObject({
        id: Number(id),
      })
  })

  test('a long post of a channel is a document of its own, short ones are gathered', async () => {
    const posts = [
      message(7, '2031-05-03T09:00:00', { from: 'Oster Radio', text: `Fourteen dead in Oster\n${LONG}` }),
      message(8, '2031-05-03T10:00:00', { from: 'Oster Radio', text: 'More soon.' }),
      message(9, '2031-05-03T11:00:00', { from: 'Oster Radio', text: LONG }),
      message(10, '2031-05-03T12:00:00', { from: 'Oster Radio', text: 'No power.' }),
    ]
    const { documents } = await readKnown(
      JSON.stringify(chat(posts, { type: 'public_channel', name: 'Oster Radio' })),
      'result.json',
    )
    expect(
      documents.map(({ part, metadata, messages }) => [part.kind, part.key, part.id, metadata.title, messages.length]),
    ).toEqual([
      ['message', 'message-7', '7', 'Fourteen dead in Oster', 1],
      ['message', 'message-9', '9', null, 1],
      ['messages', '2031-05-03', null, 'Oster Radio, 2031-05-03', 2],
    ])
  })

  test('the chats of an account are told apart', async () => {
    const account = {
      about: 'Here is the data you requested.',
      personal_information: { user_id: 1, first_name: 'Nadim' },
      chats: {
        about: 'This page lists all chats from this export.',
        list: [
          chat([message(1, '2031-05-03T09:00:00')]),
          chat([message(1, '2031-05-03T09:00:00')], { name: 'Rana Haddad', type: 'personal_chat', id: 77 }),
        ],
      },
      left_chats: { about: '', list: [chat([message(5, '2031-05-03T09:00:00')], { id: 9 })] },
    }
    const { documents, problems } = await readKnown(JSON.stringify(account, null, 1), 'result.json')
    expect(problems).toEqual([])
    expect(documents.map(({ part, metadata }) => [part.key, metadata.outlet])).toEqual([
      ['chat-4401-2031-05-03', 'Oster neighbours'],
      ['chat-77-2031-05-03', 'Rana Haddad'],
      ['chat-9-2031-05-03', 'Oster neighbours'],
    ])
  })

  test('the chats of an account are found behind any number of contacts', async () => {
    const contacts = Array.from({ length: 800 }, (_, at) => ({
      user_id: at,
      first_name: `Name ${at}`,
      phone_number: `00000${at}`,
      date: '2031-01-01T00:00:00',
    }))
    const account = {
      about: 'Here is the "data" you requested.',
      contacts: { about: 'Your contacts.', list: contacts },
      chats: { about: 'All chats.', list: [chat([message(1, '2031-05-03T09:00:00')])] },
    }
    const text = JSON.stringify(account, null, 1)
    const { documents, problems } = await readKnown(text, 'result.json')
    expect(problems).toEqual([])
    expect(documents.map(({ part }) => part.key)).toEqual(['chat-4401-2031-05-03'])
    expect((await readKnown(text.slice(0, 70_000), 'result.json')).problems).toEqual([
      expect.stringContaining('broken JSON'),
    ])
    const book = JSON.stringify({ about: 'Numbers', contacts: { list: contacts } })
    expect(await readCapture(book, 'book.json')).toBeNull()
  })

  test('who has no name is nobody else: neither the service, nor the chat, nor who passed the words on', async () => {
    const messages = [
      message(1, '2031-05-03T09:00:00', { from: null, from_id: 'user77', text: 'Four were killed at the mill.' }),
      message(2, '2031-05-03T09:01:00', { forwarded_from: null, text: 'Five were killed at the mill.' }),
      message(3, '2031-05-03T09:02:00', { forwarded_from: null, forwarded_from_id: 'user78' }),
      message(4, '2031-05-03T09:03:00', { forwarded_from: null, forwarded_from_id: 'channel79', saved_from: 'Oster' }),
      message(5, '2031-05-03T09:04:00', { from: undefined, from_id: undefined }),
      { id: 6, type: 'unsupported' },
    ]
    const { documents } = await readKnown(JSON.stringify(chat(messages)), 'result.json')
    expect(documents.flatMap((one) => one.messages).map((one) => [one.author, one.forwardedFrom])).toEqual([
      ['(deleted account user77)', null],
      ['Nadim Saleh', '(name not given)'],
      ['Nadim Saleh', '(deleted account user78)'],
      ['Nadim Saleh', '(name not given, channel79)'],
      ['(name not given)', null],
      [null, null],
    ])
    expect(documents[0]?.text).not.toContain('(service message)')
    expect(documents[1]?.text).toMatch(/\(service message\) · \(undated\)\n\na message that the export leaves out/)
  })

  test('a channel whose exporter leaves its name out of its posts speaks for itself', async () => {
    const posts = [message(7, '2031-05-03T09:00:00', { from: undefined, from_id: undefined })]
    const { documents } = await readKnown(
      JSON.stringify(chat(posts, { type: 'public_channel', name: 'Oster Radio' })),
      'result.json',
    )
    expect(documents[0]?.messages[0]?.author).toBe('Oster Radio')
  })

  test('lines of the service are not read for claims', async () => {
    const renamed = { id: 1, type: 'service', date: '2031-05-03T09:00:00', actor: 'Rana', action: 'edit_group_title' }
    const { documents } = await readKnown(
      JSON.stringify(chat([{ ...renamed, title: 'Twelve people were killed' }])),
      'result.json',
    )
    expect(documents[0]?.text).toContain('Twelve people were killed')
    expect(documents[0]?.blocks.map(({ kind }) => kind)).toEqual(['boilerplate', 'boilerplate'])
  })

  test('what a message carries besides words and files is kept', async () => {
    const carried = [
      { contact_information: { first_name: 'Rana', last_name: 'Haddad', phone_number: '+000 00' } },
      {
        place_name: 'Old mill',
        address: 'River road',
        location_information: { latitude: 33.5, longitude: 36.25 },
      },
      { game_title: 'Mill race', game_description: 'A game' },
      { author: 'R. Haddad', via_bot: '@mapbot' },
      {
        poll: { question: 'Who fired?', closed: true, total_voters: 3, answers: [{ text: 'Nobody knows', voters: 3 }] },
      },
    ].map((fields, at) => message(at, '2031-05-03T09:00:00', { text: '', ...fields }))
    const { documents } = await readKnown(JSON.stringify(chat(carried)), 'result.json')
    for (const line of [
      'contact: Rana Haddad, +000 00',
      'location: Old mill, River road, 33.5, 36.25',
      'game: Mill race, A game',
      '· signed R. Haddad · via @mapbot',
      'Who fired?\n\n– Nobody knows (3)\n\npoll: 3 votes, closed',
    ])
      expect(documents[0]?.text).toContain(line)
  })

  test('a day of very many messages has several documents, in bounded memory', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => message(at, '2031-05-03T09:00:00'))
    const { documents } = await readKnown(JSON.stringify(chat(many)), 'result.json')
    expect(documents).toHaveLength(40)
    expect(documents.flatMap(({ messages }) => messages)).toHaveLength(20_000)
    expect(documents[1]?.part.key).toBe('2031-05-03-2')
  })

  test('a file cut anywhere gives the messages before the cut, and says that it is cut', async () => {
    const text = JSON.stringify(chat([1, 2, 3].map((id) => message(id, `2031-05-0${id}T09:00:00`))), null, 1)
    const second = text.indexOf('"Message 2"')
    for (const end of [second, second + 40, text.length - 60, text.length - 1]) {
      const { documents, problems } = await readKnown(text.slice(0, end), 'result.json')
      expect(documents.length, `${end} bytes`).toBeGreaterThanOrEqual(1)
      expect(problems, `${end} bytes`).toEqual([expect.stringMatching(/broken JSON: .* at byte \d+; export it again/)])
    }
  })

  test('what is odd in a message costs that message at most', async () => {
    const odd = [
      7,
      null,
      ['x'],
      message(1, 'yesterday'),
      message(2, '2031-13-45T99:00:00'),
      message(3, '2031-05-03T09:00:00', { date_unixtime: '99999999999999999999' }),
      message(4, '2031-05-03T09:00:00', {
        text: { deep: true },
        reply_to_message_id: 4,
        media_type: 3,
        photo: 9,
        from: 12,
      }),
      message(5, '2031-05-03T09:00:00', { text: 'x'.repeat(9_000_000) }),
      message(6, '2031-05-03T09:00:00', { photo: '../../etc/passwd', text: 'a\u202eb\ud800' }),
    ]
    const { documents, problems } = await readKnown(JSON.stringify(chat(odd)), 'result.json')
    expect(problems).toHaveLength(4)
    const messages = documents.flatMap((one) => one.messages)
    expect(messages.map(({ id, at }) => [id, at])).toEqual([
      ['1', null],
      ['2', null],
      ['3', '2031-05-03T09:00:00'],
      ['4', '2031-05-03T09:00:00+02:00'],
      ['6', '2031-05-03T09:00:00+02:00'],
    ])
  })

  test('broken UTF-8 costs letters, not messages', async () => {
    const bytes = Buffer.from(JSON.stringify(chat([message(1, '2031-05-03T09:00:00', { text: 'caf§ bar' })])))
    bytes[bytes.indexOf('§')] = 0xff
    const { documents } = await readKnown(bytes, 'result.json')
    expect(documents[0]?.text).toContain('caf\ufffd')
  })

  test('other JSON is no export', async () => {
    for (const text of [
      '{"type":"FeatureCollection","features":[]}',
      '[1,2]',
      '{"messages":"none"}',
      '{',
      '',
      '"personal_chat"',
    ])
      expect(await readCapture(text, 'data.json'), text).toBeNull()
  })
})
