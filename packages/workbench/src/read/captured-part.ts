/** What reading a captured item gives: one part after the other, each a publication of its own, and what was amiss. */
import type { ReadBlock } from '../model/block.ts'
import type { CapturedMessage, PartLocator } from '../model/captured-part.ts'
import type { FoundMetadata } from './read-result.ts'

export interface CapturedText {
  readonly kind: 'text'
  readonly part: PartLocator
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly metadata: FoundMetadata
  readonly mediaType: string
  readonly messages: readonly CapturedMessage[]
  /** ISO 8601, as the capture states it. */
  readonly captured: string | null
  readonly modified: string | null
  readonly notes: readonly string[]
}

/** Something in the item that could not be read; the parts around it are read all the same. */
export interface CaptureProblem {
  readonly kind: 'problem'
  /** A sentence that says where, and what to do. */
  readonly problem: string
}

export type CapturedPart = CapturedText | CaptureProblem
