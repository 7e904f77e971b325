/** Telegram Desktop's export to HTML (`messages.html`, `messages2.html` …) to messages. */
import type { MessageMedia } from '../../model/captured-part.ts'
import type { ByteSource } from '../byte-source.ts'
import type { CapturedPart } from '../captured-part.ts'
import { type PageParser, pageParser } from '../page-parser.ts'
import { LARGEST_READ } from '../read-bytes.ts'
import { UnreadableError } from '../read-result.ts'
import { type Chat, type ChatMessage, NOT_NAMED } from './chat-message.ts'
import { groupMessages } from './group-messages.ts'

const MEDIA_TYPE = 'text/html'

export function isTelegramPage(head: string): boolean {
  return /<title>Exported Data<\/title>/.test(head) && /class="page_body chat_page"|class="history"/.test(head)
}

/** The program starts a new file every thousand messages, so that a file is small enough to be taken whole. */
export async function* readTelegramHtml(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  if (source.size > LARGEST_READ)
    throw new UnreadableError(
      `${name} has ${source.size} bytes, more than the ${LARGEST_READ} that are read; export it as JSON`,
    )
  const bytes = Buffer.from(await source.whole())
  const starts = startsOf(bytes)
  const parse = await pageParser()
  const chatName = headerOf(parse, bytes.subarray(0, starts[0] ?? bytes.length).toString())
  const messages: ChatMessage[] = []
  let before: ChatMessage | null = null
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? bytes.length
    const { message, unread } = messageOf(parse, bytes.subarray(start, end).toString(), { start, end, before })
    if (message === null) yield { kind: 'problem', problem: `bytes ${start} to ${end}: ${unread}` }
    else messages.push(message)
    before = message
  }
  const authors = new Set(messages.flatMap((message) => message.author ?? []))
  const kind = authors.size === 1 && chatName !== null && authors.has(chatName) ? 'channel' : 'chat'
  const chat: Chat = { name: chatName, kind, key: null }
  const grouper = groupMessages(MEDIA_TYPE)
  // Lines of the service carry no time: the day of the message before them is theirs, or of the one after.
  const dated = messages.map((message, place) => ({ ...message, at: message.at ?? dayNear(messages, place) }))
  for (const message of dated) yield* grouper.add(chat, message)
  yield* grouper.end()
}

function dayNear(messages: readonly ChatMessage[], place: number): string | null {
  const near =
    messages.slice(0, place).findLast(({ at }) => at !== null) ?? messages.slice(place).find(({ at }) => at !== null)
  return near?.at?.slice(0, 10) ?? null
}

const MESSAGE = Buffer.from('<div class="message ')

function startsOf(bytes: Buffer): readonly number[] {
  const starts: number[] = []
  for (let at = bytes.indexOf(MESSAGE); at >= 0; at = bytes.indexOf(MESSAGE, at + MESSAGE.length)) starts.push(at)
  return starts
}

function headerOf(parse: PageParser, head: string): string | null {
  const document = parse(`<html>${head.slice(head.indexOf('<body'))}</html>`)
  return lineOf(document.querySelector('.page_header .text.bold, .page_header .text'))
}

interface Place {
  readonly start: number
  readonly end: number
  /** One that is joined to it leaves out whose words both are. Null where it could not be read. */
  readonly before: ChatMessage | null
}

/** Elements of one message hardly nest; more is no page of Telegram's. */
const MOST_ELEMENTS = 5000

function messageOf(
  parse: PageParser,
  html: string,
  { start, end, before }: Place,
): { readonly message: ChatMessage; readonly unread: null } | { readonly message: null; readonly unread: string } {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > MOST_ELEMENTS)
    return { message: null, unread: 'more elements than a message has' }
  const document = parse(`<html><body>${html}</body></html>`)
  const element = document.querySelector('.message')
  if (element === null) return { message: null, unread: 'there is no message' }
  const service = element.classList.contains('service')
  const body = childOf(element, 'body')
  if (body === null) return { message: null, unread: 'the message has no body' }
  const forwarded = [...body.children].find((child) =>
    ['forwarded', 'body'].every((name) => child.classList.contains(name)),
  )
  const inner = forwarded ?? body
  const stated = dateOf(childOf(body, 'date')?.getAttribute('title') ?? null)
  const own = nameOf(childOf(body, 'from_name'))
  const source = forwarded === undefined ? null : nameOf(childOf(forwarded, 'from_name'))
  const joined = element.classList.contains('joined') ? before : null
  const signature = lineOf(childOf(inner, 'signature') ?? childOf(body, 'signature'))
  const bots = new Set([own?.bot ?? [], source?.bot ?? []].flat())
  return {
    unread: null,
    message: {
      id: /^message-?(\d+)$/.exec(element.id)?.[1] ?? null,
      service,
      author: service ? null : (own?.name ?? joined?.author ?? NOT_NAMED),
      at: stated.at,
      printed: stated.printed,
      text: service
        ? (lineOf(body) ?? '')
        : [linesOf(childOf(inner, 'text')), pollOf(inner)].filter(Boolean).join('\n'),
      forwardedFrom: forwarded === undefined ? null : (source?.name ?? joined?.forwardedFrom ?? NOT_NAMED),
      replyTo: /go_to_message(\d+)/.exec(childOf(body, 'reply_to')?.innerHTML ?? '')?.[1] ?? null,
      edited: null,
      about: [...(signature === null ? [] : [`signed ${signature}`]), ...[...bots].map((bot) => `via ${bot}`)],
      media: mediaOf(inner),
      start,
      end,
    },
  }
}

function childOf(element: Element, name: string): Element | null {
  return [...element.children].find((child) => child.classList.contains(name)) ?? null
}

function lineOf(element: Element | null): string | null {
  const text = (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

/** The name without the date that stands in it, and the bot that is named behind it. */
function nameOf(element: Element | null): { readonly name: string | null; readonly bot: string | null } | null {
  if (element === null) return null
  const copy = element.cloneNode(true) as Element
  for (const date of copy.querySelectorAll('.date')) date.remove()
  const line = lineOf(copy) ?? ''
  const [, name = line, bot = null] = /^(.*?)(?:^|\s)via (@\w+)$/.exec(line) ?? []
  return { name: name === '' ? null : name, bot }
}

function pollOf(body: Element): string {
  const poll = body.querySelector('.media_poll')
  if (poll === null) return ''
  const choices = [...poll.querySelectorAll('.answer')].map((answer) => {
    const voters = lineOf(answer.querySelector('.details'))
    for (const details of answer.querySelectorAll('.details')) details.remove()
    return `– ${(lineOf(answer) ?? '').replace(/^- /, '')}${voters === null ? '' : ` (${voters})`}`
  })
  return [lineOf(poll.querySelector('.question')) ?? '', ...choices].join('\n')
}

function linesOf(element: Element | null): string {
  if (element === null) return ''
  for (const line of element.querySelectorAll('br')) line.replaceWith('\n')
  return (element.textContent ?? '').trim()
}

/** `07.03.2025 12:00:00 UTC+02:00`; older exports give no zone. */
function dateOf(title: string | null): { readonly at: string | null; readonly printed: string | null } {
  const [, day, month, year, time, zone] =
    /^\s*(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?\s*$/.exec(title ?? '') ?? []
  const at = `${year}-${month}-${day}T${time}`
  const isDate = year !== undefined && new Date(`${at}Z`).toJSON()?.startsWith(at) === true
  return isDate ? { at: `${at}${zone ?? ''}`, printed: null } : { at: null, printed: title?.trim() || null }
}

function mediaOf(body: Element): readonly MessageMedia[] {
  const wrap = childOf(body, 'media_wrap')
  if (wrap === null) return []
  const link = wrap.querySelector('a[href]')
  const href = link?.getAttribute('href') ?? null
  const title = lineOf(wrap.querySelector('.title'))
  const poll = wrap.querySelector('.media_poll')
  if (poll !== null) {
    const details = [...poll.children].filter((child) => child.classList.contains('details')).map(lineOf)
    return [{ kind: 'poll', file: null, note: details.filter(Boolean).join(', ') || null }]
  }
  const description = lineOf(wrap.querySelector('.description'))
  const status = lineOf(wrap.querySelector('.status'))
  const style =
    /\bmedia_(venue|live_location|game|invoice|call)\b/.exec(wrap.innerHTML) ??
    /(?:media_)?(photo|video|voice_message|audio_file|file|animated|sticker|location|contact)/.exec(wrap.innerHTML)
  const kind = style?.[1]?.replaceAll('_', ' ') ?? 'file'
  const isFile = href !== null && !/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(href)
  return [
    {
      kind,
      file: isFile ? href : null,
      note: isFile ? description : [href, title, description, status].filter(Boolean).join(', ') || null,
    },
  ]
}
