/** Where two documents that should say the same do not, along derivation and between carriers of one figure. */
import {
  compareFigures,
  compatibleFigures,
  type Difference,
  matchedFigures,
  type PlacedFigure,
  sameParty,
  whole,
} from './drift-figures.ts'
import { wordDrift } from './drift-words.ts'
import { asStated, type Figure } from './figure.ts'
import { isBefore } from './lineage-direction.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { Drift, Edge, ReadDocument } from './lineage-model.ts'
import { type Quotation, quotations } from './lineage-quotes.ts'
import type { CorpusNames } from './names-corpus.ts'

/** All drift between documents that edges join, one entry for each document, figure and field. */
export function findDrift(read: readonly ReadDocument[], edges: readonly Edge[], names: CorpusNames): readonly Drift[] {
  const documents = read.map((document) => ({ ...document, figures: document.figures.map(asStated) }))
  const byId = new Map(documents.map((document) => [document.id, document]))
  const carriers = figureCarriers(documents)
  const differences: Difference[] = []
  const words: Drift[] = []
  const quoted = new Map<ReadDocument, readonly Quotation[]>()
  const quotationsOf = (document: ReadDocument) => {
    const known = quoted.get(document) ?? quotations(document)
    quoted.set(document, known)
    return known
  }
  for (const edge of edges) {
    const a = byId.get(edge.a)!
    const b = byId.get(edge.b)!
    for (const [one, other] of matchedFigures(a, b, edge, names)) {
      differences.push(...compareFigures({ document: a, figure: one }, { document: b, figure: other }, edge, names))
    }
    words.push(...wordDrift(a, b, edge, quotationsOf))
  }
  const all = differences.concat(unjoinedDifferences(carriers, edges, names))
  const drift = gatherWords(words).concat(settle(all, carriers, names))
  const unique = new Map(drift.map((each) => [each.id, each]))
  return [...unique.values()].sort(
    (x, y) =>
      byText(x.document, y.document) ||
      x.printedAt.start - y.printedAt.start ||
      byText(x.field, y.field) ||
      byText(x.id, y.id),
  )
}

/** One entry for each changed passage, against the document nearest the origin, whichever others agree with that. */
function gatherWords(words: readonly Drift[]): Drift[] {
  const groups = new Map<string, Drift[]>()
  for (const each of words) {
    const key = `${each.document}|${each.field}|${each.printedAt.start}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((group) => {
    const sorted = [...group].sort(
      (x, y) => Number(x.nearer === null) - Number(y.nearer === null) || byText(x.against, y.against),
    )
    return { ...sorted[0]!, seenIn: [...new Set(group.map(({ against }) => against))].sort(byText) }
  })
}

type Carriers = ReadonlyMap<string, readonly PlacedFigure[]>

const carrierKey = (figure: Figure) => `${figure.effect}|${figure.value}|${figure.valueMax}|${figure.vagueWord}`

function figureCarriers(documents: readonly ReadDocument[]): Carriers {
  const carriers = new Map<string, PlacedFigure[]>()
  for (const document of documents) {
    for (const figure of document.figures) {
      const key = carrierKey(figure)
      const list = carriers.get(key)
      if (list === undefined) carriers.set(key, [{ document, figure }])
      else list.push({ document, figure })
    }
  }
  return carriers
}

/**
 * One origin's figure that separate reports print with different comparators: each odd report against the first that
 * prints it as most do.
 */
function unjoinedDifferences(carriers: Carriers, edges: readonly Edge[], names: CorpusNames): readonly Difference[] {
  const joined = new Set(edges.map(({ a, b }) => `${a} ${b}`))
  const found: Difference[] = []
  for (const list of carriers.values()) {
    const byOrigin = new Map<string, PlacedFigure[]>()
    for (const each of list) {
      const { value, claimant, repeatOf, scope, victims } = each.figure
      if (value === null || value < LEAST_SHARED || claimant === null || repeatOf !== null || scope === 'background')
        continue
      const key = `${names.parties.key(claimant)}|${victims}`
      byOrigin.set(key, [...(byOrigin.get(key) ?? []), each])
    }
    for (const some of byOrigin.values()) {
      const counts = new Map<string, number>()
      for (const { figure } of some) counts.set(figure.comparator, (counts.get(figure.comparator) ?? 0) + 1)
      if (counts.size < 2) continue
      const [usual] = [...counts].sort(([x, n], [y, m]) => m - n || byText(x, y))[0]!
      const first = some.find(({ figure }) => figure.comparator === usual)!
      for (const odd of some) {
        if (odd.figure.comparator === usual || odd.document === first.document) continue
        const [a, b] = first.document.id < odd.document.id ? [first, odd] : [odd, first]
        if (joined.has(`${a.document.id} ${b.document.id}`) || !compatibleFigures(a.figure, b.figure, names)) continue
        found.push({
          field: 'comparator',
          a,
          b,
          valueA: a.figure.surface,
          valueB: b.figure.surface,
          spanA: whole(a.figure),
          spanB: whole(b.figure),
          edge: null,
        })
      }
    }
  }
  return found
}

/** Numbers below this are carried by chance. */
const LEAST_SHARED = 20

/** For each difference the document it stands in: the derived one, else the one that fewer documents agree with. */
function settle(differences: readonly Difference[], carriers: Carriers, names: CorpusNames): readonly Drift[] {
  const groups = new Map<
    string,
    { difference: Difference; flipped: boolean; nearer: string | null; support: readonly string[] }[]
  >()
  for (const difference of differences) {
    const { a, b, edge } = difference
    const forA = agreeing(difference, 'a', carriers, names)
    const forB = agreeing(difference, 'b', carriers, names)
    const derivedB = edge?.direction === 'a-to-b'
    const derivedA = edge?.direction === 'b-to-a'
    let driftIn: 'a' | 'b' = 'b'
    let nearer: string | null = null
    if (derivedA || derivedB) {
      driftIn = derivedA ? 'a' : 'b'
      nearer = derivedA ? b.document.id : a.document.id
    } else if (forA.length !== forB.length) {
      driftIn = forA.length < forB.length ? 'a' : 'b'
      if (edge !== null) nearer = driftIn === 'a' ? b.document.id : a.document.id
    } else if (isBefore(b.document, a.document)) {
      driftIn = 'a'
    }
    const drifted = driftIn === 'a' ? a : b
    const key = `${drifted.document.id}|${drifted.figure.id}|${difference.field}`
    const entry = { difference, flipped: driftIn === 'a', nearer, support: driftIn === 'a' ? forB : forA }
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const drift: Drift[] = []
  for (const entries of groups.values()) {
    entries.sort(
      (x, y) =>
        Number(directed(y.difference)) - Number(directed(x.difference)) ||
        y.support.length - x.support.length ||
        (y.difference.edge?.confidence ?? 0) - (x.difference.edge?.confidence ?? 0) ||
        byText(x.difference.a.figure.id, y.difference.a.figure.id) ||
        byText(x.difference.b.figure.id, y.difference.b.figure.id),
    )
    const { difference, flipped, nearer, support } = entries[0]!
    const [drifted, source] = flipped ? [difference.a, difference.b] : [difference.b, difference.a]
    const [printed, origin] = flipped ? [difference.valueA, difference.valueB] : [difference.valueB, difference.valueA]
    const [printedAt, originAt] = flipped ? [difference.spanA, difference.spanB] : [difference.spanB, difference.spanA]
    drift.push({
      id: derivedId('drift', [drifted.document.id, source.document.id, difference.field, drifted.figure.id]),
      document: drifted.document.id,
      against: source.document.id,
      field: difference.field,
      printed,
      printedAt,
      origin,
      originAt,
      claim: drifted.figure.id,
      againstClaim: source.figure.id,
      seenIn: support,
      nearer,
      reason: reasonOf(difference, nearer, support),
    })
  }
  return drift
}

const directed = ({ edge }: Difference) => edge !== null && edge.direction !== 'none'

function reasonOf({ field, edge, a, b }: Difference, nearer: string | null, support: readonly string[]): string {
  const joined =
    edge === null
      ? 'one origin in both, and neither text is shown to derive from the other'
      : `the two are joined as ${edge.kind}`
  const who =
    nearer === null
      ? 'nothing tells which is nearer the origin'
      : edge === null || edge.direction === 'none'
        ? `${support.length} document${support.length === 1 ? '' : 's'} agree with ${nearer}`
        : `${nearer} is nearer the origin`
  const update =
    field === 'value' && a.document.published !== b.document.published
      ? '; published on different days, it may be an update'
      : ''
  return `${joined}; ${who}${update}`
}

/** Documents that print the figure as one side of a difference does, sorted. */
function agreeing(difference: Difference, side: 'a' | 'b', carriers: Carriers, names: CorpusNames): readonly string[] {
  const { figure, document } = difference[side]
  const ids = new Set([document.id])
  for (const other of carriers.get(carrierKey(figure)) ?? []) {
    const same = other.figure
    if (!compatibleFigures(figure, same, names)) continue
    const agrees =
      difference.field === 'claimant'
        ? same.claimant !== null && sameParty(same.claimant, figure.claimant, names)
        : difference.field === 'comparator'
          ? same.comparator === figure.comparator
          : difference.field === 'category'
            ? same.victims === figure.victims
            : sameParty(same.claimant, figure.claimant, names)
    if (agrees) ids.add(other.document.id)
  }
  const opposite = difference[side === 'a' ? 'b' : 'a'].document.id
  ids.delete(opposite)
  return [...ids].sort()
}
