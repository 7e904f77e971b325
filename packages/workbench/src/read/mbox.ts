/** MBOX files (RFC 4155 and its relatives mboxo, mboxrd, mboxcl) to mails, each a document, however large the file. */
import { byteLines } from './byte-lines.ts'
import type { ByteSource } from './byte-source.ts'
import type { CapturedPart } from './captured-part.ts'
import { readMessage } from './message.ts'
import { UnreadableError } from './read-result.ts'

/** Bytes of a mail, with what is attached to it, that are read at most. */
const LARGEST_MAIL = 64 * 1024 * 1024
const LONGEST_LINE = 1024 * 1024

/** Bytes in which the header that begins after a separator is looked for. */
const HEADER_START = 2048

/** Sender, or nothing; a date with a time and a year in whatever order the program writes them. */
const FROM = /^From .*\b(?:\d{1,2}:\d{2}(?::\d{2})?\b.*\b(?:19|20)\d{2}|(?:19|20)\d{2}\b.*\d{1,2}:\d{2}(?::\d{2})?)\b/
/** As the standard has it: the day of the week follows the sender. */
const FROM_SENDER_DAY = /^From +\S* *(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/
const FIELD = /^[!-9;-~]{1,70}:(?!\/\/)/
const LONGEST_FROM = 500

export function isMbox(head: string): boolean {
  const [first = '', ...rest] = head.replace(/^(?:\r?\n)+/, '').split(/\r?\n/, 6)
  return FROM.test(first.slice(0, LONGEST_FROM)) && startsHeader(rest)
}

/** Whether lines begin with a field; a second From of a mail that was passed on, and loose ends of a field, may stand before. */
function startsHeader(lines: readonly string[]): boolean {
  return FIELD.test(lines.find((line) => !/^(?:>From |[ \t]+\S)/.test(line)) ?? '')
}

/**
 * Whether what follows a line of FROM makes it the one between two mails: a sentence may begin with "From Hama 12 people".
 * Without a blank line before, as where a mail ends without a line break, its date has to be as the standard has it.
 */
async function beginsMail(from: string, end: number, afterBlank: boolean, source: ByteSource): Promise<boolean> {
  const standard = FROM_SENDER_DAY.test(from)
  if (!afterBlank && !standard) return false
  const after = Buffer.from(await source.slice(end, end + HEADER_START)).toString('latin1')
  const isEmpty = standard && /^(?:\r?\n)*(?:From |$)/.test(after)
  return isEmpty || startsHeader(after.split(/\r?\n/, 5))
}

interface OpenMail {
  readonly start: number
  end: number
  readonly lines: Uint8Array[]
  length: number
  /** Content-Length of its header (mboxcl); null where it gives none. */
  stated: number | null
  inBody: boolean
  /** Up to here no line begins a mail, as a true Content-Length says. */
  insideUntil: number
}

export async function* readMbox(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  let open: OpenMail | null = null
  let number = 0
  let blank = true
  for await (const { start, end, bytes, cut } of byteLines(source.stream(), LONGEST_LINE)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LONGEST_FROM)).toString('latin1')
    const inside = open !== null && start < open.insideUntil
    if (!inside && FROM.test(text) && (await beginsMail(text, end, blank, source))) {
      if (open !== null) yield* mailOf(open, ++number, name)
      open = { start, end, lines: [], length: 0, stated: null, inBody: false, insideUntil: 0 }
      blank = false
      continue
    }
    blank = bytes.length === 0
    if (open === null) {
      if (bytes.length > 0) yield { kind: 'problem', problem: `what stands at byte ${start} is before the first mail` }
      continue
    }
    if (!open.inBody) {
      open.inBody = blank
      if (blank && open.stated !== null) open.insideUntil = await trueEnd(end, open.stated, source)
      else if (/^content-length:\s*\d{1,15}\s*$/i.test(text)) open.stated = Number(text.replace(/\D/g, ''))
    }
    open.end = end
    open.length += bytes.length + 2
    if (open.length > LARGEST_MAIL) continue
    // A quoted From loses one bracket (mboxrd); mboxo, which quotes but one, reads the same.
    open.lines.push(open.inBody && /^>+From /.test(text) ? bytes.subarray(1) : bytes)
    if (cut)
      yield {
        kind: 'problem',
        problem: `the line at byte ${start} has more than ${LONGEST_LINE} bytes; the rest of it is not read`,
      }
  }
  if (open !== null) yield* mailOf(open, ++number, name)
}

/** Where a body that begins at `bodyAt` ends by the header's length; 0 where no mail, and not the end, follows there. */
async function trueEnd(bodyAt: number, stated: number, source: ByteSource): Promise<number> {
  const end = bodyAt + stated
  if (end > source.size) return 0
  const after = Buffer.from(await source.slice(end, end + HEADER_START)).toString('latin1')
  return after.trim() === '' || isMbox(after) ? end : 0
}

async function* mailOf(open: OpenMail, number: number, name: string): AsyncIterable<CapturedPart> {
  const { start, end, lines, length } = open
  if (length > LARGEST_MAIL) {
    yield {
      kind: 'problem',
      problem: `mail ${number} at byte ${start} has more than the ${LARGEST_MAIL} bytes that are read`,
    }
    return
  }
  const bytes = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]))
  try {
    const reading = await readMessage(bytes, `mail ${number} of ${name}`)
    if (typeof reading === 'string') {
      yield { kind: 'problem', problem: `mail ${number} at byte ${start}: ${reading}` }
      return
    }
    const head = bytes.subarray(0, 64 * 1024).toString('latin1')
    const id = /^message-id:\s*<([^<>\s]{1,250})>/im.exec(head.split(/\r\n\r\n/, 1)[0] ?? '')?.[1] ?? null
    yield {
      kind: 'text',
      part: { kind: 'mail', key: String(number), id, member: null, start, end },
      ...reading,
      mediaType: 'message/rfc822',
      messages: [],
      captured: null,
      modified: null,
      notes: [],
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    yield { kind: 'problem', problem: `mail ${number} at byte ${start}: ${error.message}` }
  }
}
