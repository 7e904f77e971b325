/** Invented reports to build ledgers of: a document for each figure, and what they come to. */
import { buildLedger } from '../src/ledger.ts'
import type { Ledger, RelationKind } from '../src/ledger-model.ts'
import { deriveLineage } from '../src/lineage.ts'
import type { ReadDocument } from '../src/lineage-model.ts'
import { type Invented, type InventedFigure, invented } from './lineage-invented.ts'

/** What these documents come to, as of a day. */
export function ledgerOf(documents: readonly ReadDocument[], asOf: string | null = null): Ledger {
  return buildLedger(documents, deriveLineage(documents), { asOf })
}

let sentence = 0
/** A document of its own for each figure, so that only the figures connect them. */
export function report(
  id: string,
  published: string | null,
  ...figures: readonly (InventedFigure & { readonly said: string })[]
): ReadDocument {
  sentence++
  const lines = [
    ...figures.map(({ said }) => said),
    `Bulletin ${id} closes with tide table ${sentence * 37} for skippers.`,
  ]
  const from: Invented = { id, published, lines, figures: figures.map(({ said: _, ...figure }) => figure) }
  return invented(from)
}

/** In which relation two figures stand, whichever comes first. */
export const relation = (ledger: Ledger, a: string, b: string): RelationKind | undefined =>
  ledger.relations.find((each) => (each.a === a && each.b === b) || (each.a === b && each.b === a))?.kind
