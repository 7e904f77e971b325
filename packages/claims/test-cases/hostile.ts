/** Documents made to break the reader: one block of hostile text, known to nobody. */
import type { SourceDocument } from '../src/document.ts'

/** The whole text is one block; what it says was published on 12 March 2025. */
export const hostileDocument = (text: string, language: string | null): SourceDocument => ({
  id: 'hostile',
  text,
  blocks: [{ kind: 'body', start: 0, end: text.length }],
  language,
  title: null,
  outlet: null,
  agency: null,
  published: '2025-03-12',
})
