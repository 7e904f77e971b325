/** What reading an original gives: a text with its blocks, the need for a transcription, or a reason why not. */
import type { ReadBlock } from '../model/block.ts'

/** What an original says about its own publication. Null where it says nothing. */
export interface FoundMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly agency: string | null
  readonly url: string | null
  /** EDTF (ISO 8601-2), day precision at most, as printed and not moved to another time zone. */
  readonly published: string | null
  /** When the original says it was last changed, and when a capture that it holds was made: as `published`. */
  readonly modified: string | null
  readonly captured: string | null
  readonly byline: string | null
  /** BCP 47 primary subtag that the original itself declares; the language read from the words is elsewhere. */
  readonly language: string | null
}

export const NO_METADATA: FoundMetadata = {
  title: null,
  outlet: null,
  agency: null,
  url: null,
  published: null,
  modified: null,
  captured: null,
  byline: null,
  language: null,
}

export interface ReadText {
  readonly kind: 'text'
  readonly text: string
  /** In reading order, not overlapping; text between blocks is white space. */
  readonly blocks: readonly ReadBlock[]
  /** BCP 47 primary subtag, null where the text is too short or too mixed to tell. */
  readonly language: string | null
  readonly mediaType: string
  /** WHATWG name of the character encoding; null where the format fixes it. */
  readonly encoding: string | null
  readonly metadata: FoundMetadata
  /** Pages that show something but hold no text, counted from 1. */
  readonly untranscribed: readonly number[]
}

export interface NeedsTranscription {
  readonly kind: 'needs-transcription'
  readonly mediaType: string
  readonly untranscribed: readonly number[]
  /** A sentence. */
  readonly reason: string
  /** What is wrong with it, though something of it can be seen; as a sentence goes on after its name. */
  readonly damage?: string
}

export type ReadResult = ReadText | NeedsTranscription

/** The original is broken, encrypted or beyond a limit; the message says which and what to do. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}
