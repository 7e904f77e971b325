/** WhatsApp's text export (`_chat.txt`, `WhatsApp Chat with ….txt`) to messages. */
import type { MessageMedia } from '../../model/captured-part.ts'
import { byteLines } from '../byte-lines.ts'
import type { ByteSource } from '../byte-source.ts'
import type { CapturedPart } from '../captured-part.ts'
import { UnreadableError } from '../read-result.ts'
import { type Chat, type ChatMessage, NOT_NAMED } from './chat-message.ts'
import { type DateNotes, groupMessages } from './group-messages.ts'
import {
  type DateOrder,
  dayOf,
  type FoundOrder,
  type MessageLine,
  type MonthForm,
  messageLine,
  monthForm,
  orderFinder,
  withoutMarks,
} from './whatsapp-line.ts'

const MEDIA_TYPE = 'text/plain'
/** A line is read so far; what is longer is cut, and said so. */
const LONGEST_LINE = 1024 * 1024
const LONGEST_MESSAGE = 4 * 1024 * 1024

const NAMED = /whatsapp|واتساب|(?:^|\/)_chat\.txt$/i

/** Whether the beginning of a text is that of an export; without a name of theirs it takes more lines to tell. */
export function isWhatsAppExport(head: string, name: string): boolean {
  if (isNamedByProgram(name)) return head.trim() !== ''
  const lines = head.split('\n').slice(0, 40)
  if (NAMED.test(name)) return lines.some((line) => monthForm(line) !== null)
  const messages = lines.flatMap((line) => messageLine(line, 'numbers') ?? [])
  const first = messageLine(lines.find((line) => withoutMarks(line).trim() !== '') ?? '', 'numbers')
  const spoken = messages.filter(({ author }) => author !== null)
  return first !== null && messages.length >= 3 && spoken.length * 2 >= messages.length
}

/** A file that the program named is an export, whatever its lines look like; what lies beside it is not. */
function isNamedByProgram(name: string): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1)
  return /^_chat\.txt$/i.test(file) || (/\.txt$/i.test(file) && chatName(file) !== null)
}

export async function* readWhatsApp(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  const finder = orderFinder()
  let form: MonthForm | null = null
  for await (const { start, bytes } of byteLines(source.stream(), LONGEST_LINE)) {
    if (start === 0 && bytes.subarray(0, 100).includes(0))
      throw new UnreadableError(`${name} is not in UTF-8, in which WhatsApp exports; save it as UTF-8 and add that`)
    const text = decoded(bytes)
    form ??= monthForm(text)
    const line = form === null ? null : messageLine(text, form)
    if (line !== null) finder.see(line)
  }
  const found = finder.order()
  const chat: Chat = { name: chatName(name), kind: 'chat', key: null }
  const grouper = groupMessages(MEDIA_TYPE, dateNotes(found))
  if (form === null)
    yield {
      kind: 'problem',
      problem:
        'no line is understood as the beginning of a message, so that nobody is named for its words; export the chat with the phone set to English',
    }
  const messages = form === null ? unknownSpeech(source) : messagesOf(source, found.order, form)
  for await (const message of messages) {
    if ('problem' in message) yield { kind: 'problem', problem: message.problem }
    else yield* grouper.add(chat, message)
  }
  yield* grouper.end()
}

const ORDER_WORDS: Readonly<Record<DateOrder, string>> = {
  'day-first': 'the day',
  'month-first': 'the month',
  'year-first': 'the year',
}

function dateNotes({ order, by }: FoundOrder): DateNotes {
  const why = by === 'open' ? 'Its dates could be read in two ways' : 'Some of its dates could not be read'
  const first = order === null ? '' : ORDER_WORDS[order]
  return {
    unread: `${why}; they are kept as the export prints them.`,
    read:
      by === 'running'
        ? `That its dates begin with ${first} is inferred: only so do its messages follow each other in time.`
        : null,
  }
}

const MOST_LINES = 200

/** The lines of an export of which none is understood, as the words of somebody who is not known. */
async function* unknownSpeech(source: ByteSource): AsyncIterable<ChatMessage> {
  let lines: string[] = []
  let start = 0
  let end = 0
  const message = (): ChatMessage => ({ ...UNKNOWN, text: lines.join('\n'), start, end })
  for await (const { bytes, end: lineEnd } of byteLines(source.stream(), LONGEST_LINE)) {
    lines.push(decoded(bytes))
    end = lineEnd
    if (lines.length < MOST_LINES) continue
    yield message()
    lines = []
    start = end
  }
  if (lines.some((line) => line.trim() !== '')) yield message()
}

const UNKNOWN = {
  id: null,
  service: false,
  author: NOT_NAMED,
  at: null,
  printed: null,
  forwardedFrom: null,
  replyTo: null,
  edited: null,
  about: [],
  media: [],
} as const

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
  form: MonthForm,
): AsyncIterable<ChatMessage | { readonly problem: string }> {
  let open: OpenMessage | null = null
  for await (const { start, end, bytes, cut } of byteLines(source.stream(), LONGEST_LINE)) {
    const text = decoded(bytes)
    if (cut)
      yield { problem: `the line at byte ${start} is longer than the ${LONGEST_LINE} bytes of a line that are read` }
    const line = messageLine(text, form)
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
      /^(?:WhatsApp[ -]Chat (?:with|mit|met|-)|Chat (?:de )?WhatsApp con|Discussion WhatsApp avec|Conversa do WhatsApp com) (.+)$/i.exec(
        bare,
      )?.[1] ?? /^(?:دردشة|محادثة) واتساب (?:مع|-) (.+)$/.exec(bare)?.[1]
    if (found !== undefined) return found.trim()
  }
  return null
}

/** What stands for a file that was left out, and for one that lies beside the text. */
const OMITTED =
  /^<(?:media omitted|تم استبعاد الوسائط|multimedia omitido|médias omis|medien ausgeschlossen|(?:arquivo de )?mídia ocult[ao]|media omessi|media weggelaten)>$|^(?:[^\n•]{1,255} • (?:.{0,30} )?)?(image|video|audio|sticker|gif|document|contact card) omitted$|^(?:imagen|video|audio|sticker|gif|documento|tarjeta de contacto) omitid[oa]$|^(?:bild|video|audio|sticker|gif|dokument|kontaktkarte) weggelassen$|^تم استبعاد .{2,40}$/iu
const ATTACHED =
  /^<(?:attached|مرفق|المرفق|adjunto|anhang|pièce jointe|anexado|allegato|bijgevoegd) ?: ([^<>\n]{1,255})>$|^([^<>\n/\\]{1,255}\.\w{2,5}) \((?:file attached|الملف مرفق|ملف مرفق|archivo adjunto|datei angehängt|fichier joint|arquivo anexado|file allegato|bestand bijgevoegd)\)$/iu
const EDITED = /\s*<(?:this message was edited|تم تعديل هذه الرسالة)>\s*$/i
/** An edit whose time the export does not give (EDTF, unspecified digits). */
const UNKNOWN_TIME = 'XXXX-XX-XX'

function messageOf({ line, start, end, lines }: OpenMessage, order: DateOrder | null): ChatMessage {
  const day = dayOf(line, order)
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
    at: day === null || line.time === null ? day : `${day}T${line.time}`,
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
