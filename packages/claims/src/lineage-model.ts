/** Derivation between documents: edges, drift, and the evidence for both. */
import type { Claim } from './claim.ts'
import type { SourceDocument, Span } from './document.ts'
import type { Figure } from './figure.ts'

/** A document together with what was read in it. */
export interface ReadDocument extends SourceDocument {
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

export const EDGE_KINDS = ['verbatim', 'edited', 'paraphrase', 'shared-wire', 'same-primary-statement'] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]

export const DIRECTIONS = ['a-to-b', 'b-to-a', 'none'] as const
/** `a-to-b`: b derives from a. `none`: the texts share an origin, or nothing tells which came first. */
export type Direction = (typeof DIRECTIONS)[number]

/** Two passages that an edge or a drift rests on, side by side. */
export interface Alignment {
  readonly a: Span
  readonly b: Span
  /** Likeness from 0 to 1. */
  readonly score: number
  /** `sentence`, `quote`, `figure` or `name`. */
  readonly kind: 'sentence' | 'quote' | 'figure' | 'name'
}

export interface Edge {
  /** Digest of both documents and the kind. */
  readonly id: string
  /** Document ids; a sorts before b. */
  readonly a: string
  readonly b: string
  readonly kind: EdgeKind
  readonly direction: Direction
  /** Calibrated probability that the edge is right. */
  readonly confidence: number
  readonly evidence: readonly Alignment[]
  /** Why this kind and direction, for people. */
  readonly reason: string
}

export const DRIFT_FIELDS = [
  'claimant',
  'value',
  'comparator',
  'category',
  'role',
  'place',
  'date',
  'quote',
  'hedge',
  'added-words',
] as const
export type DriftField = (typeof DRIFT_FIELDS)[number]

/** A difference between two documents that should say the same, with both passages. */
export interface Drift {
  readonly id: string
  /** The document in which the difference stands, and the one it is compared with. */
  readonly document: string
  readonly against: string
  readonly field: DriftField
  /** What each prints for the field, and the passage it stands in. */
  readonly printed: string
  readonly printedAt: Span
  readonly origin: string
  readonly originAt: Span
  /** Figure or claim ids, where the drift is between two of them. */
  readonly claim: string | null
  readonly againstClaim: string | null
  /** Every document that prints what `against` prints, `against` among them. */
  readonly seenIn: readonly string[]
  /** The document nearer the origin; null where nothing tells. */
  readonly nearer: string | null
  readonly reason: string
}

export interface Lineage {
  readonly edges: readonly Edge[]
  readonly drift: readonly Drift[]
}
