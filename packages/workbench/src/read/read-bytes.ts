/** Bytes of an original to the text of a document, whatever their format. */
import { decodeText } from './encoding.ts'
import { languageOf } from './language.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './plain-text.ts'
import { type ReadResult, UnreadableError } from './read-result.ts'

export type { FoundMetadata, NeedsTranscription, ReadResult, ReadText } from './read-result.ts'
export { UnreadableError } from './read-result.ts'

export const READER_MODULE = { name: 'read', version: '0.1.0' } as const

/** Originals larger than this are kept but not read: 64 MiB. */
export const LARGEST_READ = 64 * 1024 * 1024

/**
 * Reads an original. The type is found by content first, then by the ending of `facts.name`; nothing is fetched and no
 * script runs. Throws UnreadableError where the original is broken, encrypted or too large to read.
 */
export async function readBytes(bytes: Uint8Array, facts: { readonly name: string }): Promise<ReadResult> {
  if (bytes.length > LARGEST_READ) {
    throw new UnreadableError(
      `${facts.name} has ${bytes.length} bytes, more than the ${LARGEST_READ} that are read; the original is kept: split it and add the parts`,
    )
  }
  if (bytes.length === 0) {
    return { kind: 'needs-transcription', mediaType: 'application/x-empty', reason: 'The file is empty.' }
  }
  const decoded = decodeText(bytes)
  if (decoded === null) {
    throw new UnreadableError(`${facts.name} holds no text in an encoding we know; save it as UTF-8 or transcribe it`)
  }
  if (decoded.text.trim() === '') {
    return { kind: 'needs-transcription', mediaType: 'text/plain', reason: 'The file holds only white space.' }
  }
  const isMarkdown = /\.(?:md|markdown)$/i.test(facts.name)
  const reading = isMarkdown ? readMarkdown(bytes, decoded) : readPlainText(bytes, decoded)
  return {
    kind: 'text',
    ...reading,
    language: languageOf(reading.text),
    mediaType: isMarkdown ? 'text/markdown' : 'text/plain',
    encoding: decoded.encoding,
  }
}
