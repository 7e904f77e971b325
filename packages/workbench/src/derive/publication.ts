/** From the bytes of one capture to a document with its figures and claims: the same path with and without a case. */
import type { Reader } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import { readBytes, UnreadableError } from '../read/read-bytes.ts'
import { NO_METADATA } from '../read/read-result.ts'
import { type Publication, placed, unreadPublication } from './placed-document.ts'

/** Reads a publication. Bytes that cannot be read give a document with `error`; nothing else throws. */
export async function readPublication(
  publication: Publication,
  bytes: Uint8Array,
  reader: Reader,
): Promise<CaseDocument> {
  try {
    const result = await readBytes(bytes, { name: publication.name })
    if (result.kind === 'needs-transcription') {
      return { ...placed(publication, NO_METADATA, null), mediaType: result.mediaType, needs: 'transcription' }
    }
    const document = placed(publication, result.metadata, result.language)
    const { text, blocks, mediaType } = result
    const { figures, claims } = reader.read({ ...document, text, blocks })
    return { ...document, text, blocks, mediaType, figures, claims }
  } catch (error) {
    if (error instanceof UnreadableError) return unreadPublication(publication, error.message)
    throw error
  }
}
