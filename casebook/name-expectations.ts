/** What a careful reader must see of names and quotations in several forms: which are one, and where they stand side by side. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Knowledge, type NameTable, tieNames } from '@corroborate/claims'
import type { CaseLineage, DocumentDetail } from '@corroborate/workbench/contract'
import { knownNames } from '../packages/workbench/src/derive/known-names.ts'
import { CaseDraftSchema } from '../packages/workbench/src/model/case-file.ts'
import { type Outcome, outcome } from './outcome.ts'

export interface ExpectedVariants {
  /** Spellings of one party, person or place. */
  readonly names: readonly (readonly string[])[]
  /** Forms of one quotation. */
  readonly quotes: readonly (readonly string[])[]
}

/** The parties and places by which the names of a case are tied. */
export function knowledgeOf(name: string): Knowledge {
  const draft = CaseDraftSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, name, 'case.json'), 'utf8')))
  return knownNames({ parties: draft.parties ?? [], gazetteer: draft.gazetteer ?? [] })
}

/** A spelling counts as printed once beside those that were read, whether or not a figure or a claim hangs on it. */
export function variantOutcomes(
  { names, quotes }: ExpectedVariants,
  known: Knowledge,
  lineage: CaseLineage,
  documents: readonly DocumentDetail[],
): readonly Outcome[] {
  const printed = [...namesIn(documents).union(new Set(names.flat()))].map((name) => ({ name, count: 1 }))
  const tables = [tieNames(printed, known.parties), tieNames(printed, known.places)]
  const keysIn = (table: NameTable, group: readonly string[]) => new Set(group.map((name) => table.key(name)))
  const apart = (table: NameTable, group: readonly string[]) =>
    names.every((other) => other === group || keysIn(table, group).isDisjointFrom(keysIn(table, other)))
  const evidence = lineage.edges.flatMap((edge) => edge.evidence)
  const beside = (one: string, other: string) =>
    evidence.some(
      ({ a, b }) =>
        (a.text.includes(one) && b.text.includes(other)) || (a.text.includes(other) && b.text.includes(one)),
    )
  return [
    outcome(
      'spellings tied to one name',
      names,
      (group) => tables.some((table) => keysIn(table, group).size === 1 && apart(table, group)),
      (group) => group.join(' = '),
    ),
    outcome(
      'quotations beside their other forms',
      quotes,
      ([first, ...others]) => others.every((other) => beside(first!, other)),
      (forms) => forms.join(' = '),
    ),
  ]
}

/** Every name that a figure or a claim hangs on, as it is printed. */
function namesIn(documents: readonly DocumentDetail[]): ReadonlySet<string> {
  const names = documents.flatMap(({ figureList, claimList }) => [
    ...figureList.flatMap(({ claimant, perpetrator, place }) => [claimant, perpetrator, place]),
    ...claimList.flatMap(({ speaker, target, addressee }) => [speaker, target, addressee]),
  ])
  return new Set(names.filter((name) => name !== null))
}
