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

/** The languages that claims are read in. */
export const READ_LANGUAGES: readonly string[] = ['en', 'ar']

/** Whether claims are read in a language; where none is known, the text is tried. */
export const isReadLanguage = (language: string | null) => language === null || READ_LANGUAGES.includes(language)

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
  /** When the document says it was last changed. */
  readonly modified?: string | null
  /** When its bytes were first captured: the text is no younger than that. */
  readonly captured?: string | null
  /** Web address; captures of one address with other words are one page, edited. */
  readonly address?: string | null
}
