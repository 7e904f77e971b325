/** The lists of the register: releases, what changed in each, how columns are read, and taking another. */
import type { RegisterRelease, ReleaseDifferencesView } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Answer } from '../../parts/answer.tsx'
import { useSource } from '../../source/queries.tsx'
import { useDifferences, useRegister } from '../../source/register-queries.tsx'
import { RegisterParts } from './parts.tsx'
import { TakeList } from './take-list.tsx'

export function ListsView() {
  const { t } = useMessages()
  const { deciding } = useSource().register
  return (
    <>
      <h1>{t('register.listsTitle')}</h1>
      <RegisterParts />
      <Answer query={useRegister()}>
        {({ lists }) => (
          <>
            {lists.length === 0 && <p>{t('register.empty')}</p>}
            {lists.map((release) => (
              <Release key={release.id} release={release} />
            ))}
            {deciding !== null && <TakeList />}
          </>
        )}
      </Answer>
    </>
  )
}

function Release({ release }: { release: RegisterRelease }) {
  const { t, date } = useMessages()
  const { added, removed, changed, unchanged } = release
  const columns = release.columns.map((column, place) => ({ ...column, place }))
  return (
    <section className="release" aria-label={`${release.name} ${release.file}`}>
      <h2>
        <bdi>{release.name}</bdi>
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('register.release')}</dt>
          <dd>{release.release === null ? (release.current ? t('register.latest') : '–') : date(release.release)}</dd>
        </div>
        <div>
          <dt>{t('register.item')}</dt>
          <dd>
            <bdi>{release.file}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('register.rows')}</dt>
          <dd>{release.rows}</dd>
        </div>
        <div>
          <dt>{t('register.changes')}</dt>
          <dd>
            {added === null || removed === null || changed === null || unchanged === null
              ? t('register.first')
              : t('register.changesText', { added, removed, changed, unchanged })}
          </dd>
        </div>
        <div>
          <dt>{t('register.takenBy', { by: release.by })}</dt>
          <dd>
            <bdi>
              <q>{release.reason}</q>
            </bdi>
          </dd>
        </div>
      </dl>
      {release.notes.map((note) => (
        <p key={note} className="problem" dir="auto">
          {note}
        </p>
      ))}
      <details>
        <summary>{t('register.columnsRead')}</summary>
        <ul>
          {columns.map(({ header, field, place }) => (
            <li key={place}>
              <bdi>{header}</bdi>: {t(`register.fieldName.${field}`)}
            </li>
          ))}
        </ul>
      </details>
      {added !== null && <Differences release={release} />}
    </section>
  )
}

function Differences({ release }: { release: RegisterRelease }) {
  const { t } = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('register.changes')}</summary>
      {open && <Rows release={release.id} />}
    </details>
  )
}

function Rows({ release }: { release: string }) {
  const differences = useDifferences(release)
  return <Answer query={differences}>{(data) => <RowList differences={data} />}</Answer>
}

function RowList({ differences: { added, removed, changed } }: { differences: ReleaseDifferencesView }) {
  const { t, number } = useMessages()
  return (
    <>
      <p>
        {t('register.added')}: {added.map(({ row }) => number(row)).join(', ') || '–'}
      </p>
      <p>
        {t('register.gone')}: {removed.map(({ row }) => number(row)).join(', ') || '–'}
      </p>
      <p>{t('register.changed')}:</p>
      <ul>
        {changed.map(({ entry, row, fields }) => (
          <li key={entry}>
            {number(row)}:{' '}
            {fields.map(({ header, before, after }) => (
              <span key={header}>
                <bdi>{header}</bdi> <del dir="auto">{before || '–'}</del> <ins dir="auto">{after || '–'}</ins>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
