/** Where the app reads a case from, and how a person's decision gets there. */
import type {
  CaseLedger,
  CaseLineage,
  CheckpointView,
  Decision,
  DocumentDetail,
  DocumentSummary,
  Overview,
  ReviewedClaim,
  ReviewedFigure,
} from '@corroborate/workbench/contract'
import type { RegisterSource } from './register-source.ts'

export type PlacedFigure = ReviewedFigure & { readonly document: string }
export type PlacedClaim = ReviewedClaim & { readonly document: string }
export type DocumentClaim =
  | { readonly type: 'figure'; readonly value: ReviewedFigure }
  | { readonly type: 'claim'; readonly value: ReviewedClaim }

export interface CaseClaims {
  readonly figures: readonly PlacedFigure[]
  readonly claims: readonly PlacedClaim[]
}

export interface SearchHit {
  readonly document: string
  readonly title: string | null
  readonly start: number
  readonly end: number
  readonly snippet: string
}

/** What a person asks to be recorded. `occurrence` counts from 1 among equal quotes of the document. */
export interface DecisionRequest {
  readonly action: Decision['action']
  readonly target?: string
  readonly document?: string
  readonly claimKind?: 'figure' | ReviewedClaim['kind']
  readonly quote?: string
  readonly occurrence?: number
  readonly a?: string
  readonly b?: string
  readonly edgeKind?: CaseLineage['edges'][number]['kind']
  readonly direction?: CaseLineage['edges'][number]['direction']
  readonly set?: Readonly<Record<string, unknown>>
  readonly by: string
  readonly reason: string
}

/** A frame that a person keeps; `picture` is PNG or JPEG in base64. */
export interface FrameRequest {
  readonly item: string
  readonly time: number
  readonly maker: string
  readonly picture: string
  readonly by: string
  readonly reason: string
}

/** A decision of an exported copy carries no time. */
export type KeptDecision = Omit<Decision, 'at'> & { readonly at: string | null }

export interface Source {
  readonly kind: 'case' | 'copy'
  overview(): Promise<Overview>
  documents(): Promise<readonly DocumentSummary[]>
  document(id: string): Promise<DocumentDetail>
  claims(): Promise<CaseClaims>
  /** `asOf` null asks for everything in the case; a copy holds one lineage and one ledger and answers with these. */
  lineage(asOf: string | null): Promise<CaseLineage>
  ledger(asOf: string | null): Promise<CaseLedger>
  search(words: string): Promise<readonly SearchHit[]>
  decisions(): Promise<readonly KeptDecision[]>
  readonly register: RegisterSource
  /** The head of the case's log and who else dates it; null in a copy, whose evidence lies beside it. */
  dates(): Promise<CheckpointView | null>
  /** Null where nothing can be decided here. */
  readonly decide: ((request: DecisionRequest) => Promise<Decision>) | null
  /** Keeps a frame of footage; null where nothing can be decided. */
  readonly keepFrame: ((request: FrameRequest) => Promise<Decision>) | null
  /** Opens and locks the vault for this browser; null where no vault can be opened. */
  readonly vault: { unlock(passphrase: string): Promise<void>; lock(): Promise<void> } | null
  /** Address under which an original can be downloaded; null where originals are not at hand. */
  original(digest: string): string | null
  /** Address of the thumbnail of an item that has one; null where none is at hand. */
  thumbnail(digest: string): string | null
  /** Address of footage or a recording, to be played; null where originals are not at hand. */
  footage(digest: string): string | null
  /** Address of a frame that was kept, by the id of its record; null where none is at hand. */
  frame(id: string): string | null
  /** Address of a picture, or of a page of a PDF, to look at; null where originals are not at hand. */
  picture(digest: string, page: number | null): string | null
}
