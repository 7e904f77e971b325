/** One publication of an item, with what was read in it. Everything here can be derived again. */
import type { Claim, Figure } from '@corroborate/claims'
import type { ReadBlock } from './block.ts'
import type { CapturedMessage, PartLocator } from './captured-part.ts'
import type { DerivedFrom } from './derived-text.ts'
import type { EmbeddedMetadata } from './embedded.ts'
import type { DocumentId, ItemId } from './ids.ts'

export interface Disagreement {
  readonly field: string
  readonly manifest: string
  readonly found: string
}

export interface CaseDocument {
  readonly id: DocumentId
  readonly item: ItemId
  readonly size: number
  /** There, and true, where the item is confidential: the document then exists in memory alone. */
  readonly confidential?: true
  /** Which part of the item it is; null where it is the item as a whole. */
  readonly part: PartLocator | null
  /** The first name under which it was added, in the order of names. */
  readonly name: string
  readonly title: string | null
  readonly outlet: string | null
  readonly agency: string | null
  readonly url: string | null
  readonly published: string | null
  /** When it, or its server, says that it was changed last, and when it was captured, as it, its capture or the manifest says; EDTF. */
  readonly modified: string | null
  readonly captured: string | null
  readonly language: string | null
  readonly mediaType: string | null
  readonly needs: 'transcription' | null
  /** Pages that hold no text and that nobody has transcribed, counted from 1. */
  readonly untranscribed: readonly number[]
  /** Whose reading the words are where the item itself holds none. */
  readonly derivedFrom: readonly DerivedFrom[]
  /** Sentences on what the capture says of itself or lacks. */
  readonly notes: readonly string[]
  readonly messages: readonly CapturedMessage[]
  /** What the file says of itself; absent where it says nothing. */
  readonly embedded?: EmbeddedMetadata
  readonly error: string | null
  readonly disagreements: readonly Disagreement[]
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

/** A document that a capture shows: one, several where it holds many publications, null for an archive. */
export interface CapturePlacement {
  readonly capture: string
  readonly document: DocumentId | null
  readonly name: string
}
