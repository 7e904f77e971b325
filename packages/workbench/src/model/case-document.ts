/** One publication of an item, with what was read in it. Everything here can be derived again. */
import type { Claim, Figure } from '@corroborate/claims'
import type { ReadBlock } from './block.ts'
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
  /** The first name under which it was added, in the order of names. */
  readonly name: string
  readonly title: string | null
  readonly outlet: string | null
  readonly agency: string | null
  readonly url: string | null
  readonly published: string | null
  /** When it says it was last changed, and when it says, or the manifest says, it was captured. */
  readonly modified: string | null
  readonly captured: string | null
  readonly language: string | null
  readonly mediaType: string | null
  readonly needs: 'transcription' | null
  readonly error: string | null
  readonly disagreements: readonly Disagreement[]
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

/** Which document a capture shows; null for an archive. */
export interface CapturePlacement {
  readonly capture: string
  readonly document: DocumentId | null
  readonly name: string
}
