/** Archives that people download of their own accounts: posts of X, Facebook and Instagram, messages of the last two. */
import type { MessageMedia } from '../../model/captured-part.ts'
import type { ByteSource } from '../byte-source.ts'
import type { CapturedPart, CapturedText } from '../captured-part.ts'
import { UnreadableError } from '../read-result.ts'
import { type Chat, type ChatMessage, NOT_NAMED } from './chat-message.ts'
import { groupMessages } from './group-messages.ts'
import { BadJsonError, type JsonElement, type JsonPath, jsonElements } from './json-elements.ts'

const LONGEST_POST = 8 * 1024 * 1024
const MEDIA_TYPE = 'application/json'

type Fields = Readonly<Record<string, unknown>>
type Post = Omit<ChatMessage, 'start' | 'end'>

interface Archive {
  readonly chat: 'channel' | 'chat'
  readonly isPost: (path: JsonPath) => boolean
  readonly post: (value: Fields) => Post | null
  /** Name of the chat, where the archive says it before its messages. */
  readonly title: string | null
}

/** The archive that a JSON text is, by its beginning; null for any other. */
export function archiveOf(head: string): 'x' | 'facebook-posts' | 'instagram-posts' | 'thread' | null {
  if (/^\s*window\.YTD\.(?:tweets?|deleted_tweets?|note_tweet)\.part\d+\s*=\s*\[/.test(head)) return 'x'
  if (/^\s*\{/.test(head) && /"participants"\s*:\s*\[/.test(head) && /"sender_name"\s*:|"messages"\s*:\s*\[/.test(head))
    return 'thread'
  if (!/^\s*\[\s*\{/.test(head)) return null
  if (/^\s*\[\s*\{\s*"media"\s*:\s*\[/.test(head) && /"creation_timestamp"\s*:/.test(head)) return 'instagram-posts'
  const isPost = /"timestamp"\s*:\s*\d{9,11}\b/.test(head) && /"(?:data|attachments)"\s*:\s*\[/.test(head)
  return isPost ? 'facebook-posts' : null
}

const ARCHIVES: Readonly<Record<NonNullable<ReturnType<typeof archiveOf>>, Archive>> = {
  x: { chat: 'channel', isPost: (path) => path.length === 1, post: tweetOf, title: null },
  'facebook-posts': { chat: 'channel', isPost: (path) => path.length === 1, post: facebookPost, title: null },
  'instagram-posts': { chat: 'channel', isPost: (path) => path.length === 1, post: instagramPost, title: null },
  thread: {
    chat: 'chat',
    isPost: (path) => path.length === 2 && path[0] === 'messages',
    post: threadMessage,
    title: null,
  },
}

export async function* readArchive(
  kind: NonNullable<ReturnType<typeof archiveOf>>,
  source: ByteSource,
  name: string,
): AsyncIterable<CapturedPart> {
  const { chat: spoken, isPost, post } = ARCHIVES[kind]
  const title = kind === 'thread' ? await titleOf(source) : null
  const chat: Chat = { name: title, kind: spoken, key: null }
  const grouper = groupMessages(MEDIA_TYPE)
  const asPosts = (parts: readonly CapturedText[]) =>
    spoken === 'chat' ? parts : parts.map((one) => ({ ...one, part: { ...one.part, kind: 'post' as const } }))
  const options = { wants: isPost, longest: LONGEST_POST, wrapped: kind === 'x' }
  try {
    for await (const element of jsonElements(source.stream(), options)) {
      const read = fieldsOf(element) === null ? null : post(fieldsOf(element) ?? {})
      if (read === null)
        yield {
          kind: 'problem',
          problem: `what stands at bytes ${element.start} to ${element.end} is no post or message`,
        }
      else yield* asPosts(grouper.add(chat, { ...read, start: element.start, end: element.end }))
    }
  } catch (error) {
    if (!(error instanceof BadJsonError)) throw error
    yield* asPosts(grouper.end())
    throw new UnreadableError(`${name} is broken JSON: ${error.message}; download it again`)
  }
  yield* asPosts(grouper.end())
}

function fieldsOf({ value, tooLong }: JsonElement): Fields | null {
  return tooLong || typeof value !== 'object' || value === null || Array.isArray(value) ? null : (value as Fields)
}

/** The name of a conversation stands after its messages. */
async function titleOf(source: ByteSource): Promise<string | null> {
  try {
    const wants = (path: JsonPath) => path.length === 1 && path[0] === 'title'
    for await (const { value } of jsonElements(source.stream(), { wants, longest: 10_000 }))
      return typeof value === 'string' && value !== '' ? mended(value) : null
  } catch (error) {
    if (!(error instanceof BadJsonError)) throw error
  }
  return null
}

/**
 * Facebook and Instagram write each byte of UTF-8 as a letter of its own (`Ã©` for é). Text is mended where every letter
 * is a byte and the bytes are valid UTF-8; anything else stays as it is.
 */
export function mended(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function mendedWords(value: unknown): string | null {
  const text = words(value)
  return text === null ? null : mended(text)
}

/** Seconds since 1970 to UTC; null where it is no time of these services. */
function utc(seconds: unknown): string | null {
  if (typeof seconds !== 'number' || seconds < 1e9 || seconds > 1e10) return null
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === 'object' && one !== null) : []
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** `Fri Mar 07 12:00:00 +0000 2025`. */
function tweetDate(value: unknown): string | null {
  const [, month = '', day, time, sign, hours, minutes, year] =
    /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) ([+-])(\d\d)(\d\d) (\d{4})$/.exec(typeof value === 'string' ? value : '') ??
    []
  const at = MONTHS.indexOf(month)
  if (year === undefined || at < 0 || at % 3 !== 0) return null
  return `${year}-${String(at / 3 + 1).padStart(2, '0')}-${day}T${time}${sign}${hours}:${minutes}`
}

function tweetOf(value: Fields): Post | null {
  const tweet = (value.tweet ?? value.noteTweet ?? value) as Fields
  const note = tweet.core as Fields | undefined
  const text = words(tweet.full_text) ?? words(tweet.text) ?? words(note?.text)
  if (text === null) return null
  const id = words(tweet.id_str) ?? words(tweet.id) ?? words(tweet.noteTweetId)
  const shared = /^RT @(\w{1,15}): /.exec(text)
  const media = listOf(
    (tweet.extended_entities as Fields | undefined)?.media ?? (tweet.entities as Fields | undefined)?.media,
  )
  const at = tweetDate(tweet.created_at) ?? words(tweet.createdAt)
  return {
    id,
    service: false,
    author: null,
    at,
    printed: at === null ? words(tweet.created_at) : null,
    text: unescaped(shared === null ? text : text.slice(shared[0].length)),
    forwardedFrom: shared === null ? null : `@${shared[1]}`,
    replyTo: words(tweet.in_reply_to_status_id_str),
    edited: null,
    about: [],
    media: media.flatMap((one): MessageMedia[] => {
      const address = words(one.media_url_https) ?? words(one.media_url)
      const file =
        address === null || id === null ? null : `tweets_media/${id}-${address.slice(address.lastIndexOf('/') + 1)}`
      return [{ kind: words(one.type) ?? 'media', file, note: file === null ? address : null }]
    }),
  }
}

/** Tweets carry the three characters of markup as entities. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function facebookPost(value: Fields): Post | null {
  if (typeof value.timestamp !== 'number') return null
  const data = listOf(value.data)
  const attached = listOf(value.attachments).flatMap((one) => listOf(one.data))
  const links = attached.flatMap((one) => words((one.external_context as Fields | undefined)?.url) ?? [])
  const updated = data.find((one) => one.update_timestamp !== undefined)
  const text = [
    mendedWords(value.title),
    ...data.map((one) => mendedWords(one.post)),
    ...attached.map((one) => mendedWords(one.text) ?? mendedWords((one.media as Fields | undefined)?.description)),
    ...links,
  ]
  const at = utc(value.timestamp)
  return {
    id: null,
    service: false,
    author: null,
    at,
    printed: at === null ? String(value.timestamp) : null,
    text: [...new Set(text.filter((one) => one !== null))].join('\n'),
    forwardedFrom: null,
    replyTo: null,
    edited: utc(updated?.update_timestamp),
    about: [],
    media: attached.flatMap((one) => fileOf(one.media as Fields | undefined, 'media')),
  }
}

function instagramPost(value: Fields): Post | null {
  const media = listOf(value.media)
  const [first] = media
  const at = utc(value.creation_timestamp) ?? utc(first?.creation_timestamp)
  if (at === null) return null
  const text = [mendedWords(value.title), ...media.map((one) => mendedWords(one.title))]
  return {
    id: null,
    service: false,
    author: null,
    at,
    printed: null,
    text: [...new Set(text.filter((one) => one !== null))].join('\n'),
    forwardedFrom: null,
    replyTo: null,
    edited: null,
    about: [],
    media: media.flatMap((one) => fileOf(one, 'media')),
  }
}

const FILES = { photos: 'photo', videos: 'video', audio_files: 'audio', files: 'file', gifs: 'gif' } as const

function threadMessage(value: Fields): Post | null {
  const { timestamp_ms: milliseconds } = value
  if (typeof milliseconds !== 'number') return null
  const at = utc(milliseconds / 1000)
  const share = value.share as Fields | undefined
  const sticker = value.sticker as Fields | undefined
  const own = mendedWords(value.content)
  const shared = mendedWords(share?.share_text)
  const owner = mendedWords(share?.original_content_owner)
  // Words of a shared post are its owner's; beside words of the sender they are named, and not read as theirs.
  const isPassedOn = shared !== null && (own === null || /^.{1,100} sent an attachment\.$/.test(own))
  return {
    id: null,
    service: false,
    author: mendedWords(value.sender_name) ?? NOT_NAMED,
    at,
    printed: at === null ? String(milliseconds) : null,
    text: [isPassedOn ? shared : own, words(share?.link)].filter((one) => one !== null).join('\n'),
    forwardedFrom: isPassedOn ? (owner ?? NOT_NAMED) : null,
    replyTo: null,
    edited: null,
    about: isPassedOn && own !== null ? [own] : [],
    media: [
      ...Object.entries(FILES).flatMap(([field, kind]) => listOf(value[field]).flatMap((one) => fileOf(one, kind))),
      ...fileOf(sticker, 'sticker'),
      ...(shared === null || isPassedOn
        ? []
        : [{ kind: 'shared', file: null, note: [owner, shared].filter(Boolean).join(': ') }]),
    ],
  }
}

function fileOf(media: Fields | undefined, kind: string): readonly MessageMedia[] {
  const uri = mendedWords(media?.uri)
  return uri === null ? [] : [{ kind, file: uri, note: null }]
}
