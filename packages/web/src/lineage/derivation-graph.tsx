/** Documents in order of publication, with an arc for every derivation; the list below it says the same in words. */
import { useMessages } from '../messages/messages.tsx'
import { DocumentLink, outletOf } from '../parts/document-link.tsx'
import type { CaseEdge, Group } from './groups.ts'

const ROW = 34
/** Widest arc, in pixels; longer ones share it. */
const REACH = 132
const EDGE = 10

export function DerivationGraph({ group }: { group: Group }) {
  const { t, date, direction } = useMessages()
  const row = new Map(group.documents.map(({ id }, at) => [id, at]))
  const height = group.documents.length * ROW
  const longest = Math.max(1, ...group.edges.map((edge) => Math.abs(span(edge, row))))
  return (
    <figure className="graph" aria-label={t('lineage.graph')}>
      <svg width={REACH} height={height} viewBox={`0 0 ${REACH} ${height}`} aria-hidden="true">
        <g transform={direction === 'rtl' ? `translate(${REACH} 0) scale(-1 1)` : undefined}>
          {group.edges
            .filter((edge) => edge.review.status !== 'rejected')
            .map((edge) => (
              <Arc key={edge.id} edge={edge} row={row} longest={longest} />
            ))}
        </g>
      </svg>
      <ol>
        {group.documents.map((document) => (
          <li key={document.id}>
            <DocumentLink id={document.id}>
              <bdi>{outletOf(document)}</bdi>
            </DocumentLink>
            <span className="quiet">
              {document.published !== null && ` ${date(document.published)}`}
              {document.agency !== null && (
                <>
                  {' · '}
                  <bdi>{document.agency}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="quiet">{t('lineage.graph')}</figcaption>
    </figure>
  )
}

function span(edge: CaseEdge, row: ReadonlyMap<string, number>): number {
  return (row.get(edge.documents[1]) ?? 0) - (row.get(edge.documents[0]) ?? 0)
}

function Arc({ edge, row, longest }: { edge: CaseEdge; row: ReadonlyMap<string, number>; longest: number }) {
  const [a, b] = edge.documents.map((id) => (row.get(id) ?? 0) * ROW + ROW / 2) as [number, number]
  const [from, to] = edge.direction === 'b-to-a' ? [b, a] : [a, b]
  const depth = REACH - EDGE - 14 - (REACH - 40) * Math.sqrt(Math.abs(span(edge, row)) / longest)
  const x = REACH - EDGE
  return (
    <g className="arc" data-kind={edge.kind} data-status={edge.review.status}>
      <path d={`M${x} ${from}C${depth} ${from} ${depth} ${to} ${x} ${to}`} />
      {edge.direction === 'none' ? (
        <circle cx={x} cy={to} r="2.5" />
      ) : (
        <path className="head" d={`M${x + 2} ${to}l-8 -4v8z`} />
      )}
      <circle cx={x} cy={from} r="2.5" />
    </g>
  )
}
