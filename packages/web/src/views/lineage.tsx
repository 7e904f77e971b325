/** Which documents derive from which, as a graph and as a list with the passages side by side. */
import type { CaseLineage } from '@corroborate/workbench/contract'
import { useMemo, useState } from 'react'
import { DerivationGraph } from '../lineage/derivation-graph.tsx'
import { AddEdge } from '../lineage/edge-decisions.tsx'
import { EdgeEntry } from '../lineage/edge-entry.tsx'
import { groupsOf } from '../lineage/groups.ts'
import { useMessages } from '../messages/messages.tsx'
import { CitingAnswer } from '../parts/answer.tsx'
import { AsOf, LeftOutList } from '../parts/as-of.tsx'
import { FirstOfMany } from '../parts/first-of-many.tsx'
import { useClaimIndex, useDocuments, useLineage, useSource } from '../source/queries.tsx'
import { DriftNotices } from './differences.tsx'

export function LineageView({ asOf }: { asOf: string | null }) {
  const { t } = useMessages()
  const lineage = useLineage(asOf)
  return (
    <>
      <h1>{t('lineage.title')}</h1>
      <p className="intro">{t('lineage.intro')}</p>
      <p className="lineage-note">{t('lineage.note')}</p>
      <AsOf key={asOf} asOf={asOf} view="/lineage" />
      <CitingAnswer query={lineage}>{(data) => <LineageOf lineage={data} />}</CitingAnswer>
    </>
  )
}

function LineageOf({ lineage }: { lineage: CaseLineage }) {
  const { t } = useMessages()
  const canDecide = useSource().decide !== null
  const [adding, setAdding] = useState(false)
  const { data: documents = [] } = useDocuments()
  const index = useClaimIndex()
  const groups = useMemo(() => groupsOf(documents, lineage.edges), [documents, lineage.edges])
  const alone = lineage.known - groups.reduce((sum, group) => sum + group.documents.length, 0)
  const review = useMemo(
    () =>
      Object.fromEntries(
        [...index].flatMap(([id, { value }]) => {
          const { status } = value.review
          return status === 'rejected' ? [] : [[id, status] as const]
        }),
      ),
    [index],
  )
  return (
    <>
      <LeftOutList leftOut={lineage.leftOut} />
      {groups.length === 0 && <p>{t('lineage.none')}</p>}
      <FirstOfMany items={groups} first={20}>
        {(shown) =>
          shown.map((group) => (
            <section key={group.documents[0]?.id} className="group">
              <h2>{t('lineage.group', { count: group.documents.length })}</h2>
              <DerivationGraph group={group} />
              <h3>{t('lineage.list')}</h3>
              <FirstOfMany items={group.edges} first={60}>
                {(shown) => (
                  <ul className="edges">
                    {shown.map((edge) => (
                      <EdgeEntry key={edge.id} edge={edge} />
                    ))}
                  </ul>
                )}
              </FirstOfMany>
            </section>
          ))
        }
      </FirstOfMany>
      {alone > 0 && <p>{t('lineage.alone', { count: alone })}</p>}
      {canDecide && documents.length > 1 && (
        <div className="add-edge">
          {adding ? (
            <AddEdge documents={documents} onDone={() => setAdding(false)} />
          ) : (
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('lineage.add')}
            </button>
          )}
        </div>
      )}
      <section aria-labelledby="drift-title">
        <h2 id="drift-title">{t('lineage.drift')}</h2>
        {lineage.drift.length === 0 && <p>{t('lineage.noDrift')}</p>}
        <DriftNotices drift={lineage.drift} review={review} />
      </section>
    </>
  )
}
