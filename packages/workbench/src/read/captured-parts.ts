/** Knows an original that holds many publications by its first bytes and its name, and reads them one after the other. */
import type { ByteSource } from './byte-source.ts'
import type { CapturedPart } from './captured-part.ts'

/** Null where the original is one publication as a whole. */
export async function capturedParts(_source: ByteSource, _name: string): Promise<AsyncIterable<CapturedPart> | null> {
  return null
}
