/** What a document shows of its pictures: its thumbnail, and why there is none. */
import type { CaseDocument } from '../model/case-document.ts'
import type { Thumbnail } from '../model/thumbnail.ts'
import type { DocumentSummary } from './contract.ts'

/** `notes` are added to those of the document. */
export function mediaSummary(
  { part }: Pick<CaseDocument, 'part'>,
  thumbnail: Thumbnail | undefined,
): Pick<DocumentSummary, 'thumbnail' | 'notes'> {
  if (part !== null || thumbnail === undefined) return { notes: [] }
  const { drawn, maker, problem } = thumbnail
  if (drawn === null) return { notes: [`No thumbnail could be drawn of it: ${problem}.`] }
  return { thumbnail: { maker, ...drawn }, notes: problem === null ? [] : [`The picture is not whole: ${problem}.`] }
}
