/** Documents joined by derivation, directly or through others, in groups; each by date of publication. */
import type { CaseLineage, DocumentSummary } from '@corroborate/workbench/contract'
import { dayRange } from '../format/edtf.ts'

export type CaseEdge = CaseLineage['edges'][number]

export interface Group {
  /** By date of publication, undated last. */
  readonly documents: readonly DocumentSummary[]
  readonly edges: readonly CaseEdge[]
}

/** The largest group first. Rejected edges still join, so that they stay in view with the decision that rejected them. */
export function groupsOf(documents: readonly DocumentSummary[], edges: readonly CaseEdge[]): Group[] {
  const parent = new Map(documents.map(({ id }) => [id, id]))
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next
    parent.set(id, root)
    return root
  }
  for (const { documents: ends } of edges) parent.set(rootOf(ends[0]), rootOf(ends[1]))
  const members = Map.groupBy(documents, ({ id }) => rootOf(id))
  const edgesBy = Map.groupBy(edges, ({ documents: ends }) => rootOf(ends[0]))
  return [...members]
    .filter(([root]) => edgesBy.has(root))
    .map(([root, inside]) => ({
      documents: inside.toSorted((a, b) => published(a) - published(b) || (a.id < b.id ? -1 : 1)),
      edges: edgesBy.get(root) ?? [],
    }))
    .sort((a, b) => b.documents.length - a.documents.length)
}

function published(document: DocumentSummary): number {
  return dayRange(document.published)?.first ?? Number.MAX_SAFE_INTEGER
}
