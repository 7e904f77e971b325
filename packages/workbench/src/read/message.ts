/** E-mail (RFC 5322, MIME) and saved web archives (MHTML) to blocks: headers, body, names of what is attached. */
import type { Address, Email } from 'postal-mime'
import { writtenDate } from '../intake/written-date.ts'
import { type AssemblyPiece, assemble } from './assemble.ts'
import { readHtml } from './html.ts'
import { paragraphsOf } from './paragraph.ts'
import type { PlainReading } from './plain-text.ts'
import { pressKinds } from './press-kind.ts'
import { type FoundMetadata, NO_METADATA, UnreadableError } from './read-result.ts'

export async function readMessage(bytes: Uint8Array, name: string): Promise<PlainReading | string> {
  const email = await parsed(bytes, name)
  const header = (key: string) => email.headers.find((entry) => entry.key === key)?.value ?? null
  if (/multipart\/encrypted|application\/(?:x-)?pkcs7-mime/i.test(header('content-type') ?? '')) {
    throw new UnreadableError(`${name} is an encrypted message; decrypt it in a mail program, save it and add that`)
  }
  const page = email.html === undefined ? null : await readHtml(email.html, name)
  const isArchive =
    header('snapshot-content-location') !== null || /^multipart\/related/i.test(header('content-type') ?? '')
  const body = email.text === undefined || (isArchive && page !== null) ? pageBody(page) : textBody(email.text)
  const pieces = isArchive && page !== null ? body : [...headerPieces(email, header('date')), ...body]
  if (body.length === 0) return 'The message holds no text; transcribe what is attached to it.'
  const attached = email.attachments
    .filter(({ related }) => related !== true)
    .map(({ filename, mimeType }): AssemblyPiece => {
      const text = `Attached: ${filename ?? 'without a name'} (${mimeType})`
      return { text, kind: 'boilerplate', source: { kind: 'part', part: filename ?? mimeType } }
    })
  return { ...assemble([...pieces, ...attached]), metadata: metadataOf(email, page, isArchive, header) }
}

async function parsed(bytes: Uint8Array, name: string): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 64 })
  } catch (error) {
    throw new UnreadableError(`${name} is a broken message (${(error as Error).message}); export it again`)
  }
}

function headerPieces(email: Email, date: string | null): AssemblyPiece[] {
  const piece = (kind: AssemblyPiece['kind'], part: string, text: string | null): AssemblyPiece[] =>
    text === null || text.trim() === ''
      ? []
      : [{ kind, text: text.replace(/\s+/g, ' '), source: { kind: 'part', part } }]
  return [
    ...piece('title', 'header Subject', email.subject ?? null),
    ...piece('byline', 'header From', email.from === undefined ? null : writer(email.from)),
    ...piece('dateline', 'header Date', date),
  ]
}

function textBody(text: string): AssemblyPiece[] {
  const paragraphs = paragraphsOf(text)
  const kinds = pressKinds([TITLE, ...paragraphs.map((paragraph) => ({ text: paragraph.text, kind: null }))]).slice(1)
  return paragraphs.map((paragraph, at) => ({
    text: paragraph.text,
    kind: kinds[at]!,
    source: { kind: 'part', part: 'text/plain' },
  }))
}

/** The subject stands for the title, so that no line of the body is taken for one. */
const TITLE = { text: '', kind: 'title' } as const

function pageBody(page: PlainReading | null): AssemblyPiece[] {
  return (page?.blocks ?? []).map(({ kind, start, end, source }) => ({
    text: page!.text.slice(start, end),
    kind,
    source: { kind: 'part', part: source.kind === 'dom' ? `text/html ${source.path}` : 'text/html' },
  }))
}

function metadataOf(
  email: Email,
  page: PlainReading | null,
  isArchive: boolean,
  header: (key: string) => string | null,
): FoundMetadata {
  const sent = writtenDate(header('date') ?? '')
  if (isArchive && page !== null) {
    const { metadata } = page
    return {
      ...metadata,
      title: metadata.title ?? email.subject ?? null,
      url: header('snapshot-content-location') ?? metadata.url,
      captured: metadata.captured ?? sent,
    }
  }
  return {
    ...NO_METADATA,
    title: email.subject ?? null,
    published: sent,
    byline: email.from === undefined ? null : writer(email.from),
  }
}

/** The name, or the address where no name is given. */
function writer(from: Address): string {
  return from.name === '' ? (from.address ?? '') : from.name
}
