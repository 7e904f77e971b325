/** WhatsApp's text export (`_chat.txt`, `WhatsApp Chat with ….txt`) to messages. */
import type { MessageMedia } from '../../model/captured-part.ts'
import { byteLines } from '../byte-lines.ts'
import type { ByteSource } from '../byte-source.ts'
import type { CapturedPart } from '../captured-part.ts'
import type { Chat, ChatMessage } from './chat-message.ts'
import { groupMessages } from './group-messages.ts'
import { type DateOrder, dayIn, type MessageLine, messageLine, orderFinder, withoutMarks } from './whatsapp-line.ts'

const MEDIA_TYPE = 'text/plain'
/** A line is read so far; what is longer is cut, and said so. */
const LONGEST_LINE = 1024 * 1024
const LONGEST_MESSAGE = 4 * 1024 * 1024

const NAMED = /whatsapp|واتساب|(?:^|\/)_chat\.txt$/i

/** Whether the beginning of a text is that of an export; without a name of theirs it takes more lines to tell. */
export function isWhatsAppExport(head: string, name: string): boolean {
  const lines = head.split('\n').slice(0, 40)
  const messages = lines.flatMap((line) => messageLine(line) ?? [])
  if (NAMED.test(name)) return messages.length > 0
  const first = messageLine(lines.find((line) => withoutMarks(line).trim() !== '') ?? '')
  const spoken = messages.filter(({ author }) => author !== null)
  return first !== null && messages.length >= 3 && spoken.length * 2 >= messages.length
}

export async function* readWhatsApp(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  const finder = orderFinder()
  for await (const { bytes } of byteLines(source.stream(), LONGEST_LINE)) {
    const line = messageLine(decoded(bytes))
    if (line !== null) finder.see(line)
  }
  const order = finder.order()
  const chat: Chat = { name: chatName(name), kind: 'chat', key: null }
  const grouper = groupMessages(MEDIA_TYPE)
  for await (const message of messagesOf(source, order)) {
    if ('problem' in message) yield { kind: 'problem', problem: message.problem }
    else yield* grouper.add(chat, message)
  }
  yield* grouper.end()
}

interface OpenMessage {
  readonly line: MessageLine
  readonly start: number
  end: number
  readonly lines: string[]
  length: number
}

async function* messagesOf(
  source: ByteSource,
  order: DateOrder | null,
): AsyncIterable<ChatMessage | { readonly problem: string }> {
  let open: OpenMessage | null = null
  for await (const { start, end, bytes, cut } of byteLines(source.stream(), LONGEST_LINE)) {
    const text = decoded(bytes)
    if (cut)
      yield { problem: `the line at byte ${start} is longer than the ${LONGEST_LINE} bytes of a line that are read` }
    const line = messageLine(text)
    if (line !== null) {
      if (open !== null) yield messageOf(open, order)
      open = { line, start, end, lines: [line.text], length: line.text.length }
    } else if (open === null) {
      if (withoutMarks(text).trim() !== '')
        yield { problem: `the line at byte ${start} stands before the first message` }
    } else {
      open.end = end
      open.length += text.length
      if (open.length <= LONGEST_MESSAGE) open.lines.push(text)
    }
  }
  if (open !== null) yield messageOf(open, order)
}

/** The export is UTF-8 whatever the locale; broken sequences become U+FFFD. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** From the name of the file or its folder: `WhatsApp Chat with Oster.txt`, `WhatsApp Chat - Oster.zip/_chat.txt`. */
function chatName(name: string): string | null {
  for (const part of name.split('/').reverse()) {
    const bare = withoutMarks(part).replace(/\.(?:txt|zip)$/i, '')
    const found =
      /^WhatsApp Chat (?:with|-) (.+)$/i.exec(bare)?.[1] ?? /^(?:دردشة|محادثة) واتساب (?:مع|-) (.+)$/.exec(bare)?.[1]
    if (found !== undefined) return found.trim()
  }
  return null
}

/** What stands for a file that was left out, and for one that lies beside the text. */
const OMITTED =
  /^<(?:media omitted|تم استبعاد الوسائط)>$|^(image|video|audio|sticker|gif|document|contact card) omitted$|^تم استبعاد .{2,40}$/i
const ATTACHED =
  /^<(?:attached|مرفق|المرفق): ([^<>\n]{1,255})>$|^([^<>\n/\\]{1,255}\.\w{2,5}) \((?:file attached|الملف مرفق|ملف مرفق)\)$/i
const EDITED = /\s*<(?:this message was edited|تم تعديل هذه الرسالة)>\s*$/i
/** An edit whose time the export does not give (EDTF, unspecified digits). */
const UNKNOWN_TIME = 'XXXX-XX-XX'

function messageOf({ line, start, end, lines }: OpenMessage, order: DateOrder | null): ChatMessage {
  const day = order === null ? null : dayIn(line.numbers, order)
  const media: MessageMedia[] = []
  const said: string[] = []
  for (const each of lines) {
    const plain = withoutMarks(each).trim()
    const attached = ATTACHED.exec(plain)
    const omitted = OMITTED.exec(plain)
    if (attached !== null) media.push({ kind: 'file', file: (attached[1] ?? attached[2] ?? '').trim(), note: null })
    else if (omitted !== null) media.push({ kind: omitted[1]?.toLowerCase() ?? 'media', file: null, note: plain })
    else said.push(each)
  }
  const text = said.join('\n')
  return {
    id: null,
    service: line.author === null,
    author: line.author,
    at: day === null ? null : `${day}T${line.time}`,
    printed: day === null ? line.printed : null,
    text: text.replace(EDITED, ''),
    forwardedFrom: null,
    replyTo: null,
    edited: EDITED.test(text) ? UNKNOWN_TIME : null,
    about: [],
    media,
    start,
    end,
  }
}
