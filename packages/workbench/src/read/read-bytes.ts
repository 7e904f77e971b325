/** Bytes of an original to the text of a document, whatever their format. */
import { readDocx } from './docx.ts'
import { decodeText } from './encoding.ts'
import { decodeHtml, readHtml } from './html.ts'
import { languageOf } from './language.ts'
import { readMarkdown } from './markdown.ts'
import { DOCX, type MediaType, mediaTypeOf, XLSX } from './media-type.ts'
import { readMessage } from './message.ts'
import { readCompound } from './office-part.ts'
import { type PdfReading, readPdf } from './pdf.ts'
import { PICTURE_FAULTS, pictureFault } from './picture-fault.ts'
import { type PlainReading, readPlainText } from './plain-text.ts'
import { type ReadResult, UnreadableError } from './read-result.ts'
import { readSeparated } from './separated-table.ts'
import { spokenText } from './spoken-text.ts'
import { readWorkbook } from './workbook.ts'

export type { FoundMetadata, NeedsTranscription, ReadResult, ReadText } from './read-result.ts'
export { UnreadableError } from './read-result.ts'

/** Originals larger than this are kept but not read: 64 MiB. */
export const LARGEST_READ = 64 * 1024 * 1024

type Reading = PlainReading & { readonly encoding: string | null; readonly untranscribed?: readonly number[] }

/** Why a person has to transcribe, and which pages. */
interface NoText {
  readonly reason: string
  readonly untranscribed: readonly number[]
}

/**
 * Reads an original. The type is found by content first, then by the ending of `facts.name`; nothing is fetched and no
 * script runs. Throws UnreadableError where the original is broken, encrypted or too large to read.
 */
export async function readBytes(bytes: Uint8Array, facts: { readonly name: string }): Promise<ReadResult> {
  const { name } = facts
  if (bytes.length > LARGEST_READ) {
    throw new UnreadableError(
      `${name} has ${bytes.length} bytes, more than the ${LARGEST_READ} that are read; the original is kept: split it and add the parts`,
    )
  }
  if (bytes.length === 0)
    throw new UnreadableError(`${name} is empty (0 bytes): if something was in it, get it again from where it came`)
  const type = mediaTypeOf(bytes, name)
  const reading = await readAs(type, bytes, name)
  const untranscribed = typeof reading === 'string' ? [] : (reading.untranscribed ?? [])
  if (typeof reading === 'string' || 'reason' in reading) {
    const reason = typeof reading === 'string' ? reading : reading.reason
    const fault = type.startsWith('image/') ? pictureFault(bytes) : null
    const damage = fault === null ? {} : { damage: `it is damaged: the picture ${PICTURE_FAULTS[fault]}` }
    return { kind: 'needs-transcription', mediaType: type, reason, untranscribed, ...damage }
  }
  if (reading.blocks.length === 0) {
    return { kind: 'needs-transcription', mediaType: type, reason: 'There is no text in it.', untranscribed }
  }
  return { kind: 'text', ...reading, untranscribed, language: await languageOf(spokenText(reading)), mediaType: type }
}

/** A reading, or the sentence why a person has to transcribe. */
async function readAs(type: MediaType, bytes: Uint8Array, name: string): Promise<Reading | NoText | string> {
  switch (type) {
    case 'text/plain':
    case 'text/markdown': {
      const decoded = decodeText(bytes)
      if (decoded === null) {
        throw new UnreadableError(
          `${name} holds no text in an encoding we know; save it as UTF-8, or transcribe what it shows`,
        )
      }
      const reading = type === 'text/markdown' ? readMarkdown(bytes, decoded) : readPlainText(bytes, decoded)
      return { ...reading, encoding: decoded.encoding }
    }
    case 'text/html': {
      const decoded = decodeHtml(bytes)
      if (decoded === null)
        throw new UnreadableError(`${name} is a page in an encoding we do not know; save it as UTF-8`)
      return { ...(await readHtml(decoded.text, name)), encoding: decoded.encoding }
    }
    case 'text/csv':
    case 'text/tab-separated-values': {
      const decoded = decodeText(bytes)
      if (decoded === null)
        throw new UnreadableError(`${name} is a table in an encoding we do not know; save it as UTF-8`)
      const stated = type === 'text/csv' ? null : '\t'
      return { ...readSeparated(decoded.text, name, stated), encoding: decoded.encoding }
    }
    case 'application/pdf':
      return pdfReading(await readPdf(bytes, name))
    case DOCX:
      return withoutEncoding(await readDocx(bytes, name))
    case XLSX:
      return withoutEncoding(await readWorkbook(bytes, name))
    case 'message/rfc822':
      return withoutEncoding(await readMessage(bytes, name))
    case 'application/x-cfb':
      return readCompound(bytes, name)
    default:
      return type.startsWith('image/')
        ? 'It is a picture; transcribe what it shows.'
        : `It is of a kind that holds no text we can read (${type}); transcribe it or add its text.`
  }
}

function pdfReading({ reading, untranscribed }: PdfReading): Reading | NoText {
  return typeof reading === 'string'
    ? { reason: reading, untranscribed }
    : { ...reading, encoding: null, untranscribed }
}

function withoutEncoding(reading: PlainReading | string): Reading | string {
  return typeof reading === 'string' ? reading : { ...reading, encoding: null }
}
