/** One figure wherever it is printed, and the distinct named origins behind it. */
import { compatibleFigures, type PlacedFigure } from './drift.ts'
import type { Figure } from './figure.ts'
import type { FigureOrigins } from './ledger-model.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { Drift } from './lineage-model.ts'
import type { CorpusNames } from './names-corpus.ts'

/** Printings of one figure, and for each drifted one the name that it should carry. */
export interface FigureGroup {
  readonly members: readonly PlacedFigure[]
}

/** For each figure with a drifted claimant: the claimant that its source prints; null for the outlet's own voice. */
export function driftedClaimants(
  drift: readonly Drift[],
  figures: ReadonlyMap<string, PlacedFigure>,
): ReadonlyMap<string, string | null> {
  const drifted = new Map<string, string | null>()
  for (const each of drift) {
    if (each.field !== 'claimant' || each.nearer === null || each.claim === null || each.againstClaim === null) continue
    const printed = figures.get(each.claim)
    const source = figures.get(each.againstClaim)
    if (printed === undefined || source === undefined) continue
    drifted.set(each.claim, source.figure.claimant)
  }
  return drifted
}

/**
 * Printings gathered into figures: equal number, comparator, effect and victims, and nothing that both state sets them
 * apart. A printing that fits two figures that do not fit each other stays by itself.
 */
export function groupFigures(placed: readonly PlacedFigure[], names: CorpusNames): readonly FigureGroup[] {
  const buckets = new Map<string, PlacedFigure[]>()
  for (const each of placed) {
    const { figure } = each
    const key = [
      figure.effect,
      figure.victims,
      figure.value,
      figure.valueMax,
      figure.vagueWord,
      figure.comparator,
    ].join('|')
    buckets.set(key, [...(buckets.get(key) ?? []), each])
  }
  const groups: FigureGroup[] = []
  for (const key of [...buckets.keys()].sort(byText)) {
    const open: PlacedFigure[][] = []
    const bucket = [...buckets.get(key)!].sort(
      (x, y) =>
        stated(y.figure) - stated(x.figure) || byText(x.document.id, y.document.id) || x.figure.start - y.figure.start,
    )
    const sets = new Map<string, PlacedFigure[]>()
    for (const each of bucket) {
      const twin = sets.get(each.figure.repeatOf ?? '')
      if (twin !== undefined) {
        twin.push(each)
        continue
      }
      const fitting = open.filter((group) => group.every((other) => sameFigure(each, other, names)))
      const target = fitting.length === 1 ? fitting[0]! : null
      if (target !== null) target.push(each)
      else open.push([each])
      sets.set(each.figure.id, target ?? open.at(-1)!)
    }
    groups.push(...open.map((members) => ({ members })))
  }
  return groups
}

function stated({ perpetrator, place, claimant, date, eventDate, asOf }: Figure): number {
  return [perpetrator, place, claimant, date ?? eventDate ?? asOf].filter((field) => field !== null).length
}

/** Small and vague numbers meet by chance: they also need one place or one claimant. */
function sameFigure(a: PlacedFigure, b: PlacedFigure, names: CorpusNames): boolean {
  if (!compatibleFigures(a.figure, b.figure, names)) return false
  const distinctive = a.figure.value !== null && a.figure.value >= 20 && a.figure.value % 100 !== 0
  if (distinctive) return true
  const sameName =
    a.figure.claimant !== null &&
    b.figure.claimant !== null &&
    names.parties.key(a.figure.claimant) === names.parties.key(b.figure.claimant)
  const samePlace = a.figure.place !== null && b.figure.place !== null
  const samePerpetrator = a.figure.perpetrator !== null && b.figure.perpetrator !== null
  return sameName || samePlace || samePerpetrator
}

export function originsOf(
  groups: readonly FigureGroup[],
  drifted: ReadonlyMap<string, string | null>,
  names: CorpusNames,
): readonly FigureOrigins[] {
  const origins = groups.map(({ members }): FigureOrigins => {
    const byName = new Map<string, { members: PlacedFigure[]; drifted: Set<string> }>()
    for (const each of members) {
      const { claimant } = each.figure
      if (claimant === null) continue
      const key = names.parties.key(claimant)
      const entry = byName.get(key) ?? { members: [], drifted: new Set<string>() }
      entry.members.push(each)
      const from = drifted.get(each.figure.id)
      if (from !== undefined)
        entry.drifted.add(from === null ? 'the outlet' : names.parties.display(names.parties.key(from)))
      byName.set(key, entry)
    }
    const named = [...byName].map(([key, entry]) => ({
      name: names.parties.display(key),
      documents: ids(entry.members),
      figures: figureIds(entry.members),
      driftedFrom: entry.members.every(({ figure }) => drifted.has(figure.id))
        ? [...entry.drifted].sort(byText).join('; ')
        : null,
    }))
    named.sort((x, y) => Number(x.driftedFrom !== null) - Number(y.driftedFrom !== null) || byText(x.name, y.name))
    const { figure } = members[0]!
    return {
      id: derivedId('figure-origins', figureIds(members)),
      value: figure.value,
      valueMax: figure.valueMax,
      vagueWord: figure.vagueWord,
      comparator: figure.comparator,
      effect: figure.effect,
      victims: figure.victims,
      perpetrator: commonest(members, (each) => each.perpetrator),
      place: commonest(members, (each) => each.place),
      figures: figureIds(members),
      documents: ids(members),
      origins: named,
      count: named.filter(({ driftedFrom }) => driftedFrom === null).length,
      independence: 'not assessed',
    }
  })
  return origins.sort(
    (x, y) => y.documents.length - x.documents.length || (y.value ?? -1) - (x.value ?? -1) || byText(x.id, y.id),
  )
}

export function ids(members: readonly PlacedFigure[]): readonly string[] {
  return [...new Set(members.map(({ document }) => document.id))].sort(byText)
}

export function figureIds(members: readonly PlacedFigure[]): readonly string[] {
  return [...new Set(members.map(({ figure }) => figure.id))].sort(byText)
}

/** The text that most members print for a field; of equals the shortest, then the first in order; null where none does. */
export function commonest(members: readonly PlacedFigure[], of: (figure: Figure) => string | null): string | null {
  const counts = new Map<string, number>()
  for (const { figure } of members) {
    const text = of(figure)
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([x, n], [y, m]) => m - n || x.length - y.length || byText(x, y))
  return sorted[0]?.[0] ?? null
}
