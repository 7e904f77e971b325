/** Every document of the case as a table that sorts, filters and draws only the rows in sight. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { ListThumbnail } from '../media/thumbnail.tsx'
import { PicturesSetting } from '../media/veil.tsx'
import { type Messages, useMessages } from '../messages/messages.tsx'
import { Answer } from '../parts/answer.tsx'
import { Confidential } from '../parts/confidential.tsx'
import { DocumentLink } from '../parts/document-link.tsx'
import { findWords } from '../source/find-words.ts'
import { useDocuments } from '../source/queries.tsx'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, DocumentSummary>()
const ROW_HEIGHT = 64

export function DocumentsView() {
  const { t } = useMessages()
  const documents = useDocuments()
  return (
    <>
      <h1>{t('documents.title')}</h1>
      <Answer query={documents}>{(data) => <Documents documents={data} />}</Answer>
    </>
  )
}

function Documents({ documents }: { documents: readonly DocumentSummary[] }) {
  const m = useMessages()
  const { t } = m
  const [filter, setFilter] = useState('')
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => documents.filter((document) => fits(document, wanted)), [documents, wanted])
  return (
    <>
      <p className="filter">
        <label>
          {t('documents.filter')}
          <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
        {documents.some(({ thumbnail }) => thumbnail !== undefined) && <PicturesSetting />}
        <span role="status" className="quiet">
          {t('documents.shown', { shown: shown.length, count: documents.length })}
        </span>
      </p>
      {shown.length === 0 ? <p>{t('documents.none')}</p> : <DocumentTable documents={shown} m={m} />}
    </>
  )
}

function DocumentTable({ documents, m }: { documents: readonly DocumentSummary[]; m: Messages }) {
  const [sorting, setSorting] = useState<SortingState>([{ id: 'published', desc: false }])
  const columns = useMemo(() => columnsIn(m), [m])
  const table = useTable({
    features,
    columns,
    data: documents,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: (document) => document.id,
  })
  const rows = table.getRowModel().rows
  const body = useRef<HTMLTableElement>(null)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (at) => rows[at]?.id ?? at,
  })
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? 0) - (items.length > 0 ? virtual.options.scrollMargin : 0)
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin)
  return (
    <table className="documents" ref={body} aria-rowcount={rows.length + 1}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} aria-rowindex={1}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted()
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-column={header.column.id}
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                >
                  <button type="button" onClick={header.column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                  </button>
                </th>
              )
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {/* One cell: a span over columns that a narrow page hides would bring them back, empty. */}
        {before > 0 && (
          <tr className="space">
            <td style={{ height: before }} />
          </tr>
        )}
        {items.map((item) => {
          const row = rows[item.index]!
          return (
            <tr key={row.id} ref={virtual.measureElement} data-index={item.index} aria-rowindex={item.index + 2}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} data-column={cell.column.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          )
        })}
        {after > 1 && (
          <tr className="space">
            <td style={{ height: after }} />
          </tr>
        )}
      </tbody>
    </table>
  )
}

function columnsIn(m: Messages) {
  const { t } = m
  const words = (pick: (document: DocumentSummary) => string | null) => ({
    sortFn: (a: { readonly original: DocumentSummary }, b: { readonly original: DocumentSummary }) =>
      m.compare(pick(a.original) ?? '\uffff', pick(b.original) ?? '\uffff'),
  })
  return helper.columns([
    helper.accessor((document) => titleOf(m, document), {
      id: 'title',
      header: t('documents.name'),
      ...words((document) => titleOf(m, document)),
      cell: ({ row: { original: document } }) => (
        <>
          <ListThumbnail document={document} />
          <DocumentLink id={document.id}>
            <bdi {...(document.language === null ? {} : { lang: document.language })}>{titleOf(m, document)}</bdi>
          </DocumentLink>
          {document.confidential === true && (
            <>
              {' '}
              <Confidential />
            </>
          )}
          <div className="under-title quiet">
            <bdi>{document.outlet ?? t('app.notKnown')}</bdi>
            {document.published !== null && <span className="day"> · {m.date(document.published)}</span>}
          </div>
          <div className="under-problems">
            <Problems document={document} />
          </div>
        </>
      ),
    }),
    helper.accessor('outlet', {
      header: t('documents.outlet'),
      ...words((document) => document.outlet),
      cell: ({ row }) => <bdi>{row.original.outlet ?? '–'}</bdi>,
    }),
    helper.accessor('agency', {
      header: t('documents.agency'),
      ...words((document) => document.agency),
      cell: ({ row }) => <bdi>{row.original.agency ?? '–'}</bdi>,
    }),
    helper.accessor('published', {
      header: t('documents.published'),
      ...words((document) => document.published),
      cell: ({ row }) => (row.original.published === null ? '–' : m.date(row.original.published)),
    }),
    helper.accessor('language', {
      header: t('documents.language'),
      ...words((document) => document.language),
      cell: ({ row }) => (row.original.language === null ? '–' : m.languageName(row.original.language)),
    }),
    helper.accessor('figures', { header: t('documents.figures'), cell: ({ row }) => m.number(row.original.figures) }),
    helper.accessor('claims', { header: t('documents.claims'), cell: ({ row }) => m.number(row.original.claims) }),
    helper.accessor('reviewed', {
      header: t('documents.reviewed'),
      cell: ({ row: { original: document } }) =>
        t('documents.reviewedOf', { reviewed: document.reviewed, count: document.figures + document.claims }),
    }),
    helper.accessor(problemCount, {
      id: 'problems',
      header: t('documents.problems'),
      cell: ({ row }) => <Problems document={row.original} />,
    }),
  ])
}

function Problems({ document }: { document: DocumentSummary }) {
  const { t, date } = useMessages()
  const { error, needs, disagreements, dating, modified, languageRead } = document
  return (
    <>
      {dating !== 'dated' && <div>{t(`documents.dating.${dating}`)}</div>}
      {modified !== null && <div>{t('documents.changed', { date: date(modified) })}</div>}
      {!languageRead && <div>{t('documents.languageNotRead')}</div>}
      {error !== null && <div dir="auto">{error}</div>}
      {needs !== null && <div>{t('documents.needsTranscription')}</div>}
      {disagreements.length > 0 && <div>{t('documents.disagreements', { count: disagreements.length })}</div>}
    </>
  )
}

function titleOf(m: Messages, document: DocumentSummary): string {
  return document.title ?? m.t('documents.untitled', { file: document.files[0] ?? document.id })
}

function problemCount(document: DocumentSummary): number {
  const placing = Number(document.dating !== 'dated') + Number(!document.languageRead)
  return (
    document.disagreements.length + placing + (document.needs === null ? 0 : 100) + (document.error === null ? 0 : 1000)
  )
}

function fits(document: DocumentSummary, words: string): boolean {
  if (words.trim() === '') return true
  const { title, outlet, agency, files } = document
  return [title, outlet, agency, ...files].some((text) => text !== null && findWords(text, words).length > 0)
}
