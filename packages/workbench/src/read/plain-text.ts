/** Plain text to blocks: the text is the decoded file as it stands, each block knows its bytes. */
import type { ReadBlock } from '../model/block.ts'
import { byteOffsets, type DecodedText } from './encoding.ts'
import { paragraphsOf } from './paragraph.ts'
import { pressKinds } from './press-kind.ts'
import { pressMetadata } from './press-metadata.ts'
import type { FoundMetadata } from './read-result.ts'

export interface PlainReading {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly metadata: FoundMetadata
}

export function readPlainText(bytes: Uint8Array, decoded: DecodedText): PlainReading {
  const paragraphs = paragraphsOf(decoded.text)
  const kinds = pressKinds(paragraphs.map(({ text }) => ({ text, kind: null })))
  const offsets = byteOffsets(
    bytes,
    decoded,
    paragraphs.flatMap(({ start, end }) => [start, end]),
  )
  const blocks = paragraphs.map(
    ({ start, end }, at): ReadBlock => ({
      kind: kinds[at]!,
      start,
      end,
      source: { kind: 'bytes', start: offsets[at * 2]!, end: offsets[at * 2 + 1]! },
    }),
  )
  return { text: decoded.text, blocks, metadata: pressMetadata(decoded.text, blocks) }
}
