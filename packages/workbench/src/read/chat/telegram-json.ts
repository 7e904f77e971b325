/** Telegram Desktop's export to JSON (`result.json`), of one chat or of a whole account, to messages. */
import type { MessageMedia } from '../../model/captured-part.ts'
import type { ByteSource } from '../byte-source.ts'
import type { CapturedPart } from '../captured-part.ts'
import { UnreadableError } from '../read-result.ts'
import { type Chat, type ChatMessage, NOT_NAMED } from './chat-message.ts'
import { groupMessages } from './group-messages.ts'
import { BadJsonError, type JsonElement, type JsonPath, jsonElements } from './json-elements.ts'

const LONGEST_MESSAGE = 8 * 1024 * 1024
const MEDIA_TYPE = 'application/vnd.telegram.export+json'

/** Whether the beginning of a JSON text is that of an export. */
export function isTelegramExport(head: string): boolean {
  const chat =
    /"type"\s*:\s*"(?:public_channel|private_channel|personal_chat|private_group|private_supergroup|public_supergroup|bot_chat|saved_messages|verification_codes|replies)"/
  if (chat.test(head) && /"messages"\s*:\s*\[/.test(head)) return true
  return /^\s*\{/.test(head) && /"(?:chats|left_chats)"\s*:\s*\{[\s\S]{0,2000}"list"\s*:\s*\[/.test(head)
}

const ACCOUNT =
  /^\s*\{\s*"about"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|sessions|web_sessions|other_data)"\s*:/

/** Whether it is the export of an account, whose chats stand after everything else: contacts, pictures and stories. */
export async function isTelegramAccount(head: string, source: ByteSource): Promise<boolean> {
  if (!ACCOUNT.test(head)) return false
  const wants = ([first, second, third, fact]: JsonPath) =>
    (first === 'chats' || first === 'left_chats') && second === 'list' && third === 0 && fact !== undefined
  try {
    for await (const _fact of jsonElements(source.stream(), { wants, longest: 0 })) return true
    return false
  } catch (error) {
    if (!(error instanceof BadJsonError)) throw error
    // It is cut before its chats: whoever reads it says so.
    return true
  }
}

/** The chat whose messages or facts stand at a path; null for anything else. */
function chatAt(path: JsonPath): { readonly chat: string; readonly rest: JsonPath } | null {
  const [first, second, third] = path
  if ((first === 'chats' || first === 'left_chats') && second === 'list' && typeof third === 'number')
    return { chat: `${first}-${third}`, rest: path.slice(3) }
  return typeof first === 'string' ? { chat: '', rest: path } : null
}

export async function* readTelegramJson(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  const grouper = groupMessages(MEDIA_TYPE)
  const facts = { chat: '', name: null as string | null, type: null as string | null, id: null as string | null }
  const wants = (path: JsonPath) => {
    const place = chatAt(path)
    if (place === null) return false
    const [what, at] = place.rest
    return (
      (place.rest.length === 1 && (what === 'name' || what === 'type' || what === 'id')) ||
      (place.rest.length === 2 && what === 'messages' && typeof at === 'number')
    )
  }
  try {
    for await (const element of jsonElements(source.stream(), { wants, longest: LONGEST_MESSAGE })) {
      const place = chatAt(element.path)
      if (place === null) continue
      if (place.chat !== facts.chat) Object.assign(facts, { chat: place.chat, name: null, type: null, id: null })
      const [what] = place.rest
      if (what === 'name' || what === 'type' || what === 'id') {
        facts[what] = element.value === null ? null : String(element.value)
        continue
      }
      const chat: Chat = {
        name: facts.name ?? (facts.type === 'saved_messages' ? 'Saved messages' : null),
        kind: facts.type?.endsWith('_channel') === true ? 'channel' : 'chat',
        key: facts.chat === '' ? null : `chat-${(facts.id ?? facts.chat).replace(/[^\w-]/g, '')}`,
      }
      const message = messageOf(element, chat)
      if (message === null) {
        yield { kind: 'problem', problem: `what stands at bytes ${element.start} to ${element.end} is no message` }
        continue
      }
      yield* grouper.add(chat, message)
    }
  } catch (error) {
    if (!(error instanceof BadJsonError)) throw error
    yield* grouper.end()
    throw new UnreadableError(`${name} is broken JSON: ${error.message}; export it again`)
  }
  yield* grouper.end()
}

function messageOf({ value, start, end, tooLong }: JsonElement, chat: Chat): ChatMessage | null {
  if (tooLong || typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const message = value as Readonly<Record<string, unknown>>
  const service = message.type === 'service' || message.type === 'unsupported'
  const date = dateOf(message.date, message.date_unixtime)
  return {
    id: typeof message.id === 'number' || typeof message.id === 'string' ? String(message.id) : null,
    service,
    author: service ? null : (writerOf(message, chat) ?? peerName(message.from, message.from_id)),
    at: date,
    printed: date === null ? words(message.date) : null,
    text: service ? serviceText(message) : [textOf(message.text), pollText(message.poll)].filter(Boolean).join('\n'),
    forwardedFrom: forwarderOf(message),
    replyTo: typeof message.reply_to_message_id === 'number' ? String(message.reply_to_message_id) : null,
    edited: dateOf(message.edited, message.edited_unixtime),
    about: [
      ...(words(message.author) === null ? [] : [`signed ${message.author}`]),
      ...(words(message.via_bot) === null ? [] : [`via ${message.via_bot}`]),
    ],
    media: mediaOf(message),
    start,
    end,
  }
}

/** A channel posts under its own name, which older exports leave out. */
function writerOf({ from, from_id: id }: Readonly<Record<string, unknown>>, chat: Chat): string | null {
  const unnamed = chat.kind === 'channel' && !/^user/.test(String(id ?? '')) ? chat.name : null
  return words(from) ?? unnamed
}

/** The name of an account is null where it was deleted or where the program never learnt it. */
function peerName(name: unknown, id: unknown): string {
  const given = words(name)
  if (given !== null) return given
  const peer = typeof id === 'string' || typeof id === 'number' ? String(id) : ''
  if (/^user\d+$/.test(peer)) return `(deleted account ${peer})`
  return /^\w+$/.test(peer) ? `(name not given, ${peer})` : NOT_NAMED
}

/** A forwarded message says so even where the name of its source is gone: it is never the words of who passed it on. */
function forwarderOf(message: Readonly<Record<string, unknown>>): string | null {
  if ('forwarded_from' in message) return peerName(message.forwarded_from, message.forwarded_from_id)
  return 'saved_from' in message ? peerName(message.saved_from, message.saved_from_id) : null
}

/** Text is a string, or a list of strings and of pieces with a style or a link, whose address is kept where it is hidden. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text
  if (!Array.isArray(text)) return ''
  return text
    .map((piece: unknown) => {
      if (typeof piece === 'string') return piece
      const { text: shown, href } = (piece ?? {}) as Record<string, unknown>
      const seen = typeof shown === 'string' ? shown : ''
      return typeof href === 'string' && href !== '' && href !== seen ? `${seen} (${href})` : seen
    })
    .join('')
}

function pollText(poll: unknown): string {
  if (typeof poll !== 'object' || poll === null) return ''
  const { question, answers } = poll as Record<string, unknown>
  const choices = (Array.isArray(answers) ? answers : []).map((answer: unknown) => {
    const { text, voters } = (answer ?? {}) as Record<string, unknown>
    return `– ${textOf(text)}${typeof voters === 'number' ? ` (${voters})` : ''}`
  })
  return [textOf(question), ...choices].join('\n')
}

/** Who did what, with the words of the export. */
function serviceText(message: Readonly<Record<string, unknown>>): string {
  if (message.type === 'unsupported') return 'a message that the export leaves out: its kind is not supported'
  const { actor, action, title, members, text } = message
  const named = Array.isArray(members) ? members.filter((one) => typeof one === 'string').join(', ') : null
  return [words(actor), words(action)?.replaceAll('_', ' '), words(title), named, textOf(text)]
    .filter(Boolean)
    .join(' ')
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/**
 * `date` is the exporting machine's local time without its zone, `date_unixtime` seconds since 1970: their difference is
 * the zone. Without the second the date stays without a zone. Null where it is no date.
 */
function dateOf(local: unknown, unix: unknown): string | null {
  if (typeof local !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(local)) return null
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc) || asUtc < Date.UTC(2000, 0)) return null
  const seconds = typeof unix === 'string' && /^\d{1,12}$/.test(unix) ? Number(unix) : null
  const minutes = seconds === null ? Number.NaN : (asUtc / 1000 - seconds) / 60
  if (!Number.isInteger(minutes) || minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60) return local
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}

const FILES = ['photo', 'file'] as const

function mediaOf(message: Readonly<Record<string, unknown>>): readonly MessageMedia[] {
  const media = FILES.flatMap((name): MessageMedia[] => {
    const path = words(message[name])
    if (path === null) return []
    const kind = words(message.media_type)?.replaceAll('_', ' ') ?? name
    // What was left out of the export stands there as a sentence in brackets.
    return path.startsWith('(') ? [{ kind, file: null, note: path }] : [{ kind, file: path, note: null }]
  })
  for (const { kind, note } of notesOf(message)) media.push({ kind, file: null, note })
  return media
}

/** What is sent without a file, in the words of the export. */
function notesOf(
  message: Readonly<Record<string, unknown>>,
): readonly { readonly kind: string; readonly note: string }[] {
  const place = fieldsOf(message.location_information)
  const contact = fieldsOf(message.contact_information)
  const poll = fieldsOf(message.poll)
  const invoice = fieldsOf(message.invoice_information)
  const at = typeof place.latitude === 'number' ? `${place.latitude}, ${place.longitude}` : null
  const name = [words(contact.first_name), words(contact.last_name)].filter(Boolean).join(' ')
  const votes = typeof poll.total_voters === 'number' ? `${poll.total_voters} votes` : null
  const found = {
    location: [words(message.place_name), words(message.address), at],
    contact: [name, words(contact.phone_number)],
    poll: [votes, poll.closed === true ? 'closed' : null],
    game: [words(message.game_title), words(message.game_description), words(message.game_link)],
    invoice: [words(invoice.title), words(invoice.description)],
    emoji: [words(message.sticker_emoji)],
    recording: 'file' in message ? [words(message.performer), words(message.title)] : [],
  }
  return Object.entries(found).flatMap(([kind, facts]) => {
    const note = facts.filter(Boolean).join(', ')
    return note === '' ? [] : [{ kind, note }]
  })
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
