/** One figure wherever it is printed, and the distinct named origins behind it. */
import { compatibleFigures, type PlacedFigure } from './drift-figures.ts'
import type { Figure } from './figure.ts'
import { assessIndependence } from './independence.ts'
import type { Dependence, FigureOrigins } from './ledger-model.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { Drift, Edge } from './lineage-model.ts'
import type { CorpusNames } from './names-corpus.ts'

/** A printing of a figure; `lead` is the figure that it repeats in its own document, or itself. */
export interface Printing extends PlacedFigure {
  readonly lead: Figure
}

/** Printings of one figure, the fullest first. */
export type FigureGroup = readonly Printing[]

/** What a claimant reads when its drift is set right: the name that the source prints, null for the outlet's own voice. */
export type Drifted = ReadonlyMap<string, string | null>

/** The documents that edges join each document to. */
export type JoinedDocuments = ReadonlyMap<string, ReadonlySet<string>>

export function joinedDocuments(edges: readonly Edge[]): JoinedDocuments {
  const joined = new Map<string, Set<string>>()
  for (const { a, b } of edges) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = joined.get(one)
      if (others === undefined) joined.set(one, new Set([other]))
      else others.add(other)
    }
  }
  return joined
}

/** Figures whose attribution drifted, with the claimant that the document nearer the origin prints. */
export function driftedClaimants(drift: readonly Drift[], figures: ReadonlyMap<string, PlacedFigure>): Drifted {
  const drifted = new Map<string, string | null>()
  for (const each of drift) {
    if (each.field !== 'claimant' || each.nearer === null || each.claim === null || each.againstClaim === null) continue
    const source = figures.get(each.againstClaim)
    if (source !== undefined && figures.has(each.claim)) drifted.set(each.claim, source.figure.claimant)
  }
  return drifted
}

/** The claimant of a printing as the document nearest the origin gives it. */
export function claimantOf({ lead }: Printing, drifted: Drifted): string | null {
  return drifted.has(lead.id) ? (drifted.get(lead.id) ?? null) : lead.claimant
}

/**
 * Printings gathered into figures: equal number, comparator, effect and victims, and nothing that both state sets them
 * apart; equal numbers that could meet by chance also need something in common, or documents that are joined. A printing that fits two figures that do not fit each other stays by itself; a headline or caption goes with
 * the figure that it repeats, however it rounds it.
 */
export function groupFigures(
  placed: readonly PlacedFigure[],
  names: CorpusNames,
  joined: JoinedDocuments,
): readonly FigureGroup[] {
  const byId = new Map(placed.map((each) => [each.figure.id, each]))
  const repeats = new Map<string, PlacedFigure[]>()
  const buckets = new Map<string, PlacedFigure[]>()
  for (const each of placed) {
    const lead = leadOf(each, byId)
    const { figure } = each
    if (lead !== figure) {
      push(repeats, lead.id, each)
      continue
    }
    const { effect, victims, value, valueMax, vagueWord, comparator } = figure
    push(buckets, [effect, victims, value, valueMax, vagueWord, comparator].join('|'), each)
  }
  return [...buckets.keys()].sort(byText).flatMap((key) =>
    gather(buckets.get(key)!, names, joined).map((members) => {
      const printings: Printing[] = members.map((each) => ({ ...each, lead: each.figure }))
      for (const { figure } of members) {
        for (const again of repeats.get(figure.id) ?? []) printings.push({ ...again, lead: figure })
      }
      return printings
    }),
  )
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** The figure that a repeat leads back to; a repeat of a figure that is not there, or of itself, leads nowhere. */
function leadOf({ figure }: PlacedFigure, byId: ReadonlyMap<string, PlacedFigure>): Figure {
  let lead = figure
  for (let steps = 0; lead.repeatOf !== null && steps < 8; steps++) {
    const next = byId.get(lead.repeatOf)
    if (next === undefined || next.figure === figure) break
    lead = next.figure
  }
  return lead.repeatOf !== null && byId.has(lead.repeatOf) ? figure : lead
}

interface OpenGroup {
  readonly members: PlacedFigure[]
  /** One member for each way in which the others are told, to compare with. */
  readonly told: Map<string, PlacedFigure>
  readonly documents: Set<string>
}

function gather(
  bucket: readonly PlacedFigure[],
  names: CorpusNames,
  joined: JoinedDocuments,
): readonly (readonly PlacedFigure[])[] {
  const open: OpenGroup[] = []
  const sorted = [...bucket].sort(
    (x, y) =>
      stated(y.figure) - stated(x.figure) ||
      byText(x.document.id, y.document.id) ||
      x.figure.start - y.figure.start ||
      byText(x.figure.id, y.figure.id),
  )
  for (const each of sorted) {
    const { claimant, perpetrator, place, placeId, scope, date, eventDate, victimText } = each.figure
    const way = [claimant, perpetrator, place, placeId, scope, date, eventDate, victimText].join('|')
    const fits = ({ told, documents }: OpenGroup) =>
      [...told.values()].every((other) => compatibleFigures(each.figure, other.figure, names)) &&
      (joinsAny(each.document.id, documents, joined) ||
        [...told.values()].some((other) => noAccident(each.figure, other.figure, names)))
    const known = open.filter(({ told }) => told.has(way) && !isAccidental(each.figure))
    const fitting = known.length > 0 ? known : open.filter(fits)
    let target = fitting[0]
    if (target === undefined || !fitEachOther(fitting, names)) {
      target = { members: [], told: new Map(), documents: new Set() }
      open.push(target)
    } else {
      for (const other of fitting.slice(1)) absorb(target, other, open)
    }
    target.members.push(each)
    target.documents.add(each.document.id)
    if (!target.told.has(way)) target.told.set(way, each)
  }
  return open.map(({ members }) => members)
}

function fitEachOther(groups: readonly OpenGroup[], names: CorpusNames): boolean {
  return groups.every(({ told }, i) =>
    groups
      .slice(i + 1)
      .every((other) =>
        [...told.values()].every((one) =>
          [...other.told.values()].every((two) => compatibleFigures(one.figure, two.figure, names)),
        ),
      ),
  )
}

/** What ties a printing to two groups ties them to each other. */
function absorb(target: OpenGroup, other: OpenGroup, open: OpenGroup[]): void {
  open.splice(open.indexOf(other), 1)
  for (const member of other.members) target.members.push(member)
  for (const id of other.documents) target.documents.add(id)
  for (const [way, figure] of other.told) if (!target.told.has(way)) target.told.set(way, figure)
}

function joinsAny(id: string, documents: ReadonlySet<string>, joined: JoinedDocuments): boolean {
  for (const other of joined.get(id) ?? []) if (documents.has(other)) return true
  return false
}

function stated({ perpetrator, place, claimant, date, eventDate, asOf }: Figure): number {
  return [perpetrator, place, claimant, date ?? eventDate ?? asOf].filter((field) => field !== null).length
}

/** A small, round or vague number with nothing beside it: two of these meet by chance. */
const isAccidental = ({ value, claimant, place, perpetrator }: Figure) =>
  (value === null || value < 20 || value % 100 === 0) && claimant === null && place === null && perpetrator === null

/** Whether equal numbers are no accident: distinctive ones, or with claimant, place or perpetrator in common. */
function noAccident(one: Figure, other: Figure, names: CorpusNames): boolean {
  if (one.value !== null && one.value >= 20 && one.value % 100 !== 0) return true
  if (one.claimant !== null && other.claimant !== null) {
    if (names.parties.key(one.claimant) === names.parties.key(other.claimant)) return true
  }
  return (one.place !== null && other.place !== null) || (one.perpetrator !== null && other.perpetrator !== null)
}

/** Each figure with the names behind it. Printings in an outlet's own voice name nobody and add no origin. */
export function originsOf(
  groups: readonly FigureGroup[],
  drifted: Drifted,
  names: CorpusNames,
  dependences: readonly Dependence[] = [],
): readonly FigureOrigins[] {
  const origins = groups.map((group): FigureOrigins => {
    const byName = new Map<string, Printing[]>()
    for (const each of group) if (each.lead.claimant !== null) push(byName, names.parties.key(each.lead.claimant), each)
    const named = [...byName].map(([key, members]) => {
      const from = members.map(({ lead }) => drifted.get(lead.id))
      const all = from.every((claimant) => claimant !== undefined)
      return {
        name: names.parties.display(key),
        documents: documentIds(members),
        figures: figureIds(members),
        driftedFrom: all
          ? [...new Set(from.map((claimant) => shownOrigin(claimant ?? null, names)))].sort(byText).join('; ')
          : null,
      }
    })
    named.sort((x, y) => Number(x.driftedFrom !== null) - Number(y.driftedFrom !== null) || byText(x.name, y.name))
    const counted = named.filter(({ driftedFrom }) => driftedFrom === null)
    const { value, valueMax, vagueWord, comparator, effect, victims } = group[0]!.lead
    return {
      id: derivedId('figure-origins', figureIds(group)),
      value,
      valueMax,
      vagueWord,
      comparator,
      effect,
      victims,
      perpetrator: commonest(group, ({ perpetrator }) => perpetrator),
      place: commonest(group, ({ place }) => place),
      figures: figureIds(group),
      documents: documentIds(group),
      origins: named,
      count: counted.length,
      ...assessIndependence(
        counted.map(({ name }) => name),
        dependences,
        names.parties,
      ),
    }
  })
  return origins.sort(
    (x, y) => y.documents.length - x.documents.length || (y.value ?? -1) - (x.value ?? -1) || byText(x.id, y.id),
  )
}

const shownOrigin = (claimant: string | null, names: CorpusNames) =>
  claimant === null ? 'the outlet in its own voice' : names.parties.display(names.parties.key(claimant))

export function documentIds(members: readonly PlacedFigure[]): readonly string[] {
  return [...new Set(members.map(({ document }) => document.id))].sort(byText)
}

export function figureIds(members: readonly PlacedFigure[]): readonly string[] {
  return [...new Set(members.map(({ figure }) => figure.id))].sort(byText)
}

/** The text that most members print for a field; of equals the shortest, then the first in order; null where none does. */
export function commonest(members: readonly Printing[], of: (figure: Figure) => string | null): string | null {
  const counts = new Map<string, number>()
  for (const { lead } of members) {
    const text = of(lead)
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([x, n], [y, m]) => m - n || x.length - y.length || byText(x, y))
  return sorted[0]?.[0] ?? null
}
