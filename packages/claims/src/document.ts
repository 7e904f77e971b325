/** A document as the reader takes it: text, its blocks, and what is known of its publication. */

/** UTF-16 offsets into a document's text together with the characters found there. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

export const BLOCK_KINDS = [
  'title',
  'heading',
  'byline',
  'dateline',
  'body',
  'caption',
  'alternative-text',
  'related-links',
  'boilerplate',
  'table',
] as const

/**
 * What a stretch of a document is. `title`, `heading` and `caption` repeat what the body says; `alternative-text`,
 * `related-links`, `boilerplate` and `table` yield no claims.
 */
export type BlockKind = (typeof BLOCK_KINDS)[number]

export interface Block {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
}

/** One publication of a text. Dates are EDTF (ISO 8601-2); null means not known. */
export interface SourceDocument {
  /** Identifies the publication; ids of figures and claims are derived from it. */
  readonly id: string
  readonly text: string
  /** In reading order, not overlapping; text between blocks is white space. */
  readonly blocks: readonly Block[]
  /** BCP 47 primary subtag. Claims are read in `en` and `ar`; other languages yield none. */
  readonly language: string | null
  readonly title: string | null
  readonly outlet: string | null
  readonly agency: string | null
  readonly published: string | null
}
