/** Archives of accounts, invented: posts and messages, letters written as bytes, and what breaks them. */
import { expect, test } from 'vitest'
import { readCapture, readKnown } from './capture.fixture.ts'
import { mended } from './social-posts.ts'

const bytesAsLetters = (text: string) => Buffer.from(text).toString('latin1')
const LONG =
  'The Tolmesh Monitor says that fourteen civilians were killed in the village of Oster on 3 May 2031, among them five children. It says that the count may rise, since two streets have not been reached yet.'

test('text whose bytes were written as letters is mended, other text is left', () => {
  for (const text of ['قُتل ١٢ مدنياً', 'café', 'plain', '日本', '“quoted”'])
    expect(mended(bytesAsLetters(text))).toBe(text)
  for (const text of ['café', 'naïve Ã', 'قُتل', '']) expect(mended(text)).toBe(text)
})

test('posts of X with zone, answer, share and files', async () => {
  const tweets = [
    {
      tweet: {
        id_str: '900',
        created_at: 'Sat May 03 09:00:00 +0000 2031',
        full_text: `${LONG} &amp; more`,
        in_reply_to_status_id_str: '800',
        extended_entities: { media: [{ type: 'photo', media_url_https: 'https://p.example/media/AbC.jpg' }] },
      },
    },
    {
      tweet: {
        id_str: '901',
        created_at: 'Sat May 03 10:00:00 +0000 2031',
        full_text: 'RT @osterradio: Twelve people were killed.',
      },
    },
    { tweet: { id_str: '902' } },
  ]
  const text = `window.YTD.tweets.part0 = ${JSON.stringify(tweets, null, 1)}\n`
  const { documents, problems } = await readKnown(text, 'data/tweets.js')
  expect(problems).toHaveLength(1)
  expect(documents.map(({ part }) => [part.kind, part.key])).toEqual([
    ['post', 'message-900'],
    ['post', '2031-05-03'],
  ])
  expect(documents[0]?.messages).toMatchObject([
    { at: '2031-05-03T09:00:00+00:00', replyTo: '800', media: [{ kind: 'photo', file: 'tweets_media/900-AbC.jpg' }] },
  ])
  expect(documents[0]?.text).toContain('yet. & more')
  // The archive does not name its account, and nobody else is named for it.
  expect(documents[0]?.text).toMatch(/^2031-05-03T09:00:00\+00:00 · in reply to 800\n\nThe Tolmesh/)
  expect(documents[0]?.blocks[0]).toMatchObject({ kind: 'boilerplate' })
  expect(documents[1]?.messages).toMatchObject([{ forwardedFrom: '@osterradio' }])
})

test('posts of Facebook and Instagram in UTC', async () => {
  const posts = [
    {
      timestamp: 1935651600,
      title: bytesAsLetters('رنا حداد updated her status.'),
      data: [{ post: bytesAsLetters('قُتل ١٢ مدنياً في القرية') }, { update_timestamp: 1935655200 }],
    },
    {
      timestamp: 1935651660,
      attachments: [
        {
          data: [
            { media: { uri: 'photos/a.jpg', description: 'caf\u00c3\u00a9' } },
            { external_context: { url: 'https://a.example/' } },
          ],
        },
      ],
    },
  ]
  const { documents } = await readKnown(JSON.stringify(posts), 'your_posts_1.json')
  expect(documents[0]?.messages).toMatchObject([
    { at: '2031-05-04T09:00:00Z', edited: '2031-05-04T10:00:00Z' },
    { media: [{ kind: 'media', file: 'photos/a.jpg' }] },
  ])
  expect(documents[0]?.text).toContain('قُتل ١٢ مدنياً في القرية')
  expect(documents[0]?.text).toContain('café')
  const pictures = [
    { media: [{ uri: 'media/posts/b.jpg', creation_timestamp: 1935651600, title: bytesAsLetters('Oster — today') }] },
  ]
  const read = await readKnown(JSON.stringify(pictures), 'posts_1.json')
  expect(read.documents[0]?.text).toContain('Oster — today')
})

test('a conversation takes its name from after its messages', async () => {
  const thread = {
    participants: [{ name: bytesAsLetters('رنا') }, { name: 'Nadim' }],
    messages: [
      {
        sender_name: bytesAsLetters('رنا'),
        timestamp_ms: 1935651660000,
        content: 'Second',
        photos: [{ uri: 'messages/inbox/x/photos/1.jpg' }],
      },
      { sender_name: 'Nadim', timestamp_ms: 1935651600000, content: 'First' },
      { sender_name: '', timestamp_ms: 1935651500000, content: 'Before' },
      { sender_name: 'Nadim' },
    ],
    title: bytesAsLetters('جيران'),
    thread_path: 'inbox/x',
  }
  const { documents, problems } = await readKnown(JSON.stringify(thread), 'message_1.json')
  expect(problems).toHaveLength(1)
  expect(documents[0]?.metadata.outlet).toBe('جيران')
  expect(documents[0]?.messages.map(({ author, at }) => [author, at])).toEqual([
    ['رنا', '2031-05-04T09:01:00Z'],
    ['Nadim', '2031-05-04T09:00:00Z'],
    ['(name not given)', '2031-05-04T08:58:20Z'],
  ])
})

test('the words of a post that is shared in a conversation are not those of who shared it', async () => {
  const shared = (fields: object, share: object) => ({
    sender_name: 'Nadim',
    timestamp_ms: 1935651600000,
    ...fields,
    share: { link: 'https://a.example/p/1', ...share },
  })
  const thread = {
    participants: [{ name: 'Nadim' }],
    messages: [
      shared(
        { content: 'Nadim sent an attachment.' },
        { share_text: 'Twelve people were killed.', original_content_owner: 'osterradio' },
      ),
      shared({}, { share_text: 'Ten people were killed.' }),
      shared(
        { content: 'I saw this.' },
        { share_text: 'Nine people were killed.', original_content_owner: 'osterradio' },
      ),
    ],
  }
  const { documents } = await readKnown(JSON.stringify(thread), 'message_1.json')
  expect(documents[0]?.messages.map(({ author, forwardedFrom }) => [author, forwardedFrom])).toEqual([
    ['Nadim', 'osterradio'],
    ['Nadim', '(name not given)'],
    ['Nadim', null],
  ])
  expect(documents[0]?.text).toContain('forwarded from osterradio · Nadim sent an attachment.\n\nTwelve')
  const said = documents[0]?.blocks
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => documents[0]?.text.slice(start, end))
  expect(said).not.toContainEqual(expect.stringContaining('Nine'))
  expect(documents[0]?.text).toContain('shared: osterradio: Nine people were killed.')
})

test('a file that is cut says so after what could be read, and a deep one is refused', async () => {
  const posts = JSON.stringify(
    [1, 2].map((day) => ({ timestamp: 1935651600 + day * 86400, data: [{ post: `Post ${day}` }] })),
  )
  const { documents, problems } = await readKnown(posts.slice(0, -20), 'your_posts_1.json')
  expect(documents).toHaveLength(1)
  expect(problems).toEqual([expect.stringMatching(/broken JSON: it ends early at byte/)])
  const deep = `[{"timestamp":1935651600,"data":[${'['.repeat(5000)}`
  expect((await readKnown(deep, 'your_posts_1.json')).problems).toEqual([expect.stringContaining('nests too deep')])
  expect(await readCapture('[{"timestamp": "x"}]', 'a.json')).toBeNull()
})
