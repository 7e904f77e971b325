/** From the bytes of one capture to its documents with their figures and claims: the same path with and without a case. */
import type { Reader } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import type { DerivedText } from '../model/derived-text.ts'
import type { EmbeddedMetadata } from '../model/embedded.ts'
import { type ByteSource, byteSource, type OriginalBytes, watched } from '../read/byte-source.ts'
import type { CapturedText } from '../read/captured-part.ts'
import { capturedParts } from '../read/captured-parts.ts'
import { derivedReading } from '../read/derived-reading.ts'
import { embeddedMetadata } from '../read/embedded/embedded-metadata.ts'
import { languageOf } from '../read/language.ts'
import { mediaTypeOf } from '../read/media-type.ts'
import { LARGEST_READ, readBytes, UnreadableError } from '../read/read-bytes.ts'
import { NO_METADATA, type ReadResult } from '../read/read-result.ts'
import { spokenText } from '../read/spoken-text.ts'
import { markRecognised } from './mark-recognised.ts'
import { type Publication, placed, unreadPublication } from './placed-document.ts'
import { speakInMessages } from './speak-in-messages.ts'

/**
 * Reads a publication: one document, or one for each part of a capture that holds many. Bytes that cannot be read give
 * a document with `error`; nothing else throws. `moved` is called as a capture's bytes go by.
 */
export async function* readPublication(
  publication: Publication,
  original: OriginalBytes,
  reader: Reader,
  derived: readonly DerivedText[],
  moved: () => void,
): AsyncIterable<CaseDocument> {
  const source = watched(await byteSource(original), moved)
  const parts = await capturedParts(source, publication.name)
  if (parts === null) {
    yield await readWhole(publication, source, reader, derived)
    return
  }
  const named: string[] = []
  let problems = 0
  const note = (problem: string) => {
    if (++problems <= NAMED_PROBLEMS) named.push(problem)
  }
  let read = 0
  try {
    for await (const part of parts) {
      if (part.kind === 'problem') note(part.problem)
      else {
        read++
        yield await documentOfPart(publication, part, reader)
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    note(error.message)
  }
  if (problems > 0) yield unreadPublication(publication, problemText(named, problems, read))
  else if (read === 0) {
    const empty = placed(publication, NO_METADATA, null, null)
    yield {
      ...empty,
      notes: ['It holds no page, message or mail with text; what else it holds is listed with its contents.'],
    }
  }
}

/** Problems named one by one; more are counted. */
const NAMED_PROBLEMS = 20

function problemText(named: readonly string[], problems: number, read: number): string {
  const more = problems > named.length ? `; and ${problems - named.length} more` : ''
  return `${read === 0 ? 'nothing in it could be read' : 'not all of it could be read'}: ${named.join('; ')}${more}`
}

async function readWhole(
  publication: Publication,
  source: ByteSource,
  reader: Reader,
  derived: readonly DerivedText[],
): Promise<CaseDocument> {
  const { result, refusal } = await resultOf(publication, source)
  const embedded = embeddedIn(await embeddedMetadata(source))
  const laid = await derivedReading(result, derived)
  if (laid === null && refusal !== null) return { ...unreadPublication(publication, refusal), ...embedded }
  const damage = result.kind === 'needs-transcription' ? (result.damage ?? null) : null
  const notes = [refusal, damage].filter((one) => one !== null)
  if (laid === null && result.kind === 'needs-transcription') {
    const { mediaType, untranscribed } = result
    const document = placed(publication, NO_METADATA, null, null)
    return { ...document, mediaType, needs: 'transcription', error: damage, untranscribed, ...embedded }
  }
  const metadata = result.kind === 'text' ? result.metadata : NO_METADATA
  const { text, blocks, language, untranscribed } = laid ?? (result as Extract<ReadResult, { kind: 'text' }>)
  const document = { ...placed(publication, metadata, language, null), text, blocks }
  return markRecognised({
    ...document,
    mediaType: result.mediaType,
    untranscribed,
    derivedFrom: laid?.derivedFrom ?? [],
    notes,
    ...embedded,
    ...saidIn(document, reader),
  })
}

/** A fault of the reader costs the document its figures and claims; neither its text nor the parts beside it. */
function saidIn(document: CaseDocument, reader: Reader): Pick<CaseDocument, 'figures' | 'claims' | 'error'> {
  try {
    return { error: null, ...reader.read(document) }
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    const error = `the reader failed on its sentences (${why}): no figure or claim was taken from it; its text is kept`
    return { error, figures: [], claims: [] }
  }
}

function embeddedIn(found: EmbeddedMetadata | null): Pick<CaseDocument, 'embedded'> {
  return found === null ? {} : { embedded: found }
}

async function resultOf(
  { name, size }: Publication,
  source: ByteSource,
): Promise<{ readonly result: ReadResult; readonly refusal: string | null }> {
  const unread = (refusal: string) => ({
    result: {
      kind: 'needs-transcription',
      mediaType: 'application/octet-stream',
      reason: refusal,
      untranscribed: [],
    } as const,
    refusal,
  })
  if (size > LARGEST_READ) {
    const mediaType = mediaTypeOf(await source.slice(0, 4096), name)
    if (/^(?:video|audio)\//.test(mediaType))
      return {
        result: { kind: 'needs-transcription', mediaType, reason: 'It is a recording.', untranscribed: [] },
        refusal: null,
      }
    return unread(
      `${size} bytes are more than the ${LARGEST_READ} that are read; the original is kept: split it and add the parts`,
    )
  }
  try {
    return { result: await readBytes(await source.whole(), { name }), refusal: null }
  } catch (error) {
    if (error instanceof UnreadableError) return unread(error.message)
    throw error
  }
}

async function documentOfPart(publication: Publication, part: CapturedText, reader: Reader): Promise<CaseDocument> {
  const { text, blocks, mediaType, messages, modified, notes } = part
  const captured = part.captured ?? part.metadata.captured
  const language = await languageOf(spokenText(part))
  const document = { ...placed(publication, part.metadata, language, part.part), text, blocks }
  return speakInMessages({
    ...document,
    mediaType,
    messages,
    captured: captured ?? document.captured,
    modified: modified ?? document.modified,
    notes,
    ...saidIn(document, reader),
  })
}
