/** The documents of a case as lineage and ledger take them: what nobody rejected, with the day of their first capture. */
import type { SourceDocument } from '@corroborate/claims'
import type { Capture } from '../model/capture.ts'
import type { CapturePlacement } from '../model/case-document.ts'
import { type EffectiveDocument, standing } from './effective.ts'

/** By document: the UTC day, `YYYY-MM-DD`, on which its bytes first came into the case. */
export type CaptureDays = ReadonlyMap<string, string>

export function captureDays(captures: readonly Capture[], placements: readonly CapturePlacement[]): CaptureDays {
  const at = new Map(captures.map((capture) => [capture.id, capture.at.slice(0, 10)]))
  const days = new Map<string, string>()
  for (const { capture, document } of placements) {
    const day = at.get(capture)
    if (document === null || day === undefined) continue
    const before = days.get(document)
    if (before === undefined || day < before) days.set(document, day)
  }
  return days
}

/** A document with its capture: as it or its manifest states it, else the day on which it came into the case. */
export function dated<T extends Pick<EffectiveDocument, 'id' | 'captured' | 'url'>>(
  document: T,
  days: CaptureDays,
): T & Required<Pick<SourceDocument, 'captured' | 'address'>> {
  return { ...document, captured: document.captured ?? days.get(document.id) ?? null, address: document.url }
}

/** Documents without the figures and claims that somebody rejected, each with its capture. */
export function standingDocuments(documents: readonly EffectiveDocument[], days: CaptureDays) {
  return documents.map((document) => ({
    ...dated(document, days),
    figures: standing(document.figures),
    claims: standing(document.claims),
  }))
}
