/**
 * Gathers messages into documents: a post of a channel with substantial text is one of its own; everything else is
 * gathered by day, as the export displays its days.
 */
import type { CapturedMessage } from '../../model/captured-part.ts'
import { type AssemblyPiece, assemble } from '../assemble.ts'
import type { CapturedText } from '../captured-part.ts'
import { paragraphsOf } from '../paragraph.ts'
import { NO_METADATA } from '../read-result.ts'
import type { Chat, ChatMessage } from './chat-message.ts'

/** Characters from which a post of a channel is a publication of its own. */
const SUBSTANTIAL = 200
/** A document holds no more; a longer day has several. */
const MOST_MESSAGES = 500
const MOST_CHARACTERS = 100_000
const LONGEST_TITLE = 120

export interface MessageGrouper {
  /** The documents that are complete with this message. */
  add(chat: Chat, message: ChatMessage): readonly CapturedText[]
  end(): readonly CapturedText[]
}

interface Open {
  readonly chat: Chat
  readonly day: string
  readonly messages: ChatMessage[]
  characters: number
}

/** What is said of the dates of a document. */
export interface DateNotes {
  /** Where some stay as the export prints them. */
  readonly unread: string
  /** Where some were read, if how it was done has to be told. */
  readonly read: string | null
}

const DATE_NOTES: DateNotes = {
  unread: 'Some of its dates could not be read; they are kept as the export prints them.',
  read: null,
}

/** `mediaType` is that of the export. */
export function groupMessages(mediaType: string, dates: DateNotes = DATE_NOTES): MessageGrouper {
  let open: Open | null = null
  const used = new Map<string, number>()
  /** Days come back where an export is out of order or a day is long: the second time they are numbered. */
  const keyOf = (wanted: string): string => {
    const times = (used.get(wanted) ?? 0) + 1
    used.set(wanted, times)
    return times === 1 ? wanted : `${wanted}-${times}`
  }
  const close = (): readonly CapturedText[] => {
    if (open === null) return []
    const { chat, day, messages } = open
    open = null
    const key = keyOf(`${chat.key === null ? '' : `${chat.key}-`}${day}`)
    return [documentOf(chat, messages, { key, kind: 'messages', title: titleOfDay(chat, messages), mediaType, dates })]
  }
  return {
    end: close,
    add(chat, message) {
      if (chat.kind === 'channel' && message.text.trim().length >= SUBSTANTIAL) {
        const key = keyOf(
          `${chat.key === null ? '' : `${chat.key}-`}message-${keyWords(message.id ?? String(message.start))}`,
        )
        return [documentOf(chat, [message], { key, kind: 'message', title: titleOfPost(message), mediaType, dates })]
      }
      const day = dayOf(message) ?? 'undated'
      const full = open !== null && (open.messages.length >= MOST_MESSAGES || open.characters >= MOST_CHARACTERS)
      const other = open !== null && (open.day !== day || open.chat.key !== chat.key || open.chat.name !== chat.name)
      const closed = full || other ? close() : []
      open ??= { chat, day, messages: [], characters: 0 }
      open.messages.push(message)
      open.characters += message.text.length
      return closed
    },
  }
}

/** Behind a printed date. */
const TIME_OF_DAY = /[,،]?\s+[^\s\d]*[\d٠-٩۰-۹]{1,2}[:.][\d٠-٩۰-۹]{2}.*$/

function dayOf({ at, printed }: ChatMessage): string | null {
  return at?.slice(0, 10) ?? (printed === null ? null : keyWords(printed.replace(TIME_OF_DAY, '')))
}

/** A key holds no slash, no space and no control character. */
function keyWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 40)
}

function titleOfPost({ text }: ChatMessage): string | null {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? ''
  return line !== '' && line.length <= LONGEST_TITLE ? line : null
}

function titleOfDay({ name }: Chat, [first]: readonly ChatMessage[]): string | null {
  const day = first?.at?.slice(0, 10) ?? first?.printed ?? null
  return name === null ? day : day === null ? name : `${name}, ${day}`
}

interface About {
  readonly key: string
  readonly kind: 'messages' | 'message'
  readonly title: string | null
  readonly mediaType: string
  readonly dates: DateNotes
}

function documentOf(
  chat: Chat,
  messages: readonly ChatMessage[],
  { key, kind, title, mediaType, dates }: About,
): CapturedText {
  const pieces: AssemblyPiece[] = []
  const heads: number[] = []
  for (const message of messages) {
    const source = { kind: 'bytes', start: message.start, end: message.end } as const
    heads.push(pieces.length)
    pieces.push({ text: headOf(message), kind: 'boilerplate', source })
    const kind = message.service ? 'boilerplate' : 'body'
    for (const paragraph of paragraphsOf(message.text)) pieces.push({ text: paragraph.text, kind, source })
    for (const { kind: what, file, note } of message.media)
      pieces.push({ text: `${what}: ${[file, note].filter(Boolean).join(', ')}`, kind: 'boilerplate', source })
  }
  const { text, blocks } = assemble(pieces)
  const first = messages[0]
  const start = Math.min(...messages.map((message) => message.start))
  const end = Math.max(...messages.map((message) => message.end))
  return {
    kind: 'text',
    part: { kind, key, id: messages.length === 1 ? (first?.id ?? null) : null, member: null, start, end },
    text,
    blocks,
    metadata: { ...NO_METADATA, title, outlet: chat.name, published: first?.at?.slice(0, 10) ?? null },
    mediaType,
    messages: messages.map((message, at) => {
      const from = blocks[heads[at] ?? 0]
      const to = blocks[(heads[at + 1] ?? pieces.length) - 1]
      return placed(message, text, { start: from?.start ?? 0, headEnd: from?.end ?? 0, end: to?.end ?? 0 })
    }),
    captured: null,
    modified: null,
    notes: notesOn(messages, dates),
  }
}

const SERVICE = '(service message)'
const FORWARDED = 'forwarded from '

/** One line that shows what the export displays above the message. */
function headOf({ service, author, at, printed, forwardedFrom, replyTo, edited, about }: ChatMessage): string {
  return [
    ...(service ? [SERVICE] : author === null ? [] : [oneLine(author)]),
    at ?? printed ?? '(undated)',
    ...(forwardedFrom === null ? [] : [`${FORWARDED}${oneLine(forwardedFrom)}`]),
    ...(replyTo === null ? [] : [`in reply to ${oneLine(replyTo)}`]),
    ...(edited === null ? [] : [`edited ${edited}`]),
    ...about.map(oneLine),
  ].join(' · ')
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim() || '(no name)'
}

function placed(
  message: ChatMessage,
  text: string,
  { start, headEnd, end }: { readonly start: number; readonly headEnd: number; readonly end: number },
): CapturedMessage {
  const head = text.slice(start, headEnd)
  const stretch = (words: string | null, from: number) =>
    words === null || from < 0 ? null : { start: start + from, end: start + from + words.length }
  const author = message.author === null ? null : oneLine(message.author)
  const forwarded = message.forwardedFrom === null ? null : oneLine(message.forwardedFrom)
  const before = forwarded === null ? -1 : head.indexOf(`${FORWARDED}${forwarded}`, author?.length ?? 0)
  const { id, at, replyTo, edited, media } = message
  return {
    id,
    start,
    end,
    author,
    authorAt: stretch(author, 0),
    at,
    forwardedFrom: forwarded,
    forwardedAt: stretch(forwarded, before < 0 ? -1 : before + FORWARDED.length),
    replyTo,
    edited,
    media,
    bytes: { start: message.start, end: message.end },
  }
}

function notesOn(messages: readonly ChatMessage[], dates: DateNotes): readonly string[] {
  const isUnread = messages.some(({ at, printed }) => at === null && printed !== null)
  const isRead = messages.some(({ at }) => at !== null)
  const isWithoutZone = messages.some(({ at }) => at?.includes('T') === true && !/Z|[+-]\d\d:\d\d$/.test(at))
  return [
    ...(isUnread ? [dates.unread] : []),
    ...(isWithoutZone ? ['The export gives times without a zone; they are kept so.'] : []),
    ...(isRead && dates.read !== null ? [dates.read] : []),
  ]
}
