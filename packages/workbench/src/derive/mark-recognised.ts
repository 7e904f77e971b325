/** Marks what was read in words that only a machine has seen: such figures and claims are unsure. */
import type { CaseDocument } from '../model/case-document.ts'

export const READ_BY_OCR = 'read by OCR, unreviewed'

export function markRecognised(document: CaseDocument): CaseDocument {
  const records = new Set(document.derivedFrom.filter(({ kind }) => kind === 'recognition').map(({ record }) => record))
  if (records.size === 0) return document
  const stretches = document.blocks.filter(({ source }) => source.kind === 'derived' && records.has(source.record))
  const marked = <T extends { readonly start: number; readonly end: number; readonly unsure: string | null }>(
    value: T,
  ): T => {
    if (!stretches.some(({ start, end }) => start < value.end && end > value.start)) return value
    return { ...value, unsure: value.unsure === null ? READ_BY_OCR : `${READ_BY_OCR}; ${value.unsure}` }
  }
  return { ...document, figures: document.figures.map(marked), claims: document.claims.map(marked) }
}
