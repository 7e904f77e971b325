/** Every person of the register: searched and filtered, and only the rows in sight are drawn. */
import type { PersonSummary, RegisterSummary } from '@corroborate/workbench/contract'
import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { type Messages, useMessages } from '../../messages/messages.tsx'
import { Answer } from '../../parts/answer.tsx'
import { usePersons, useRegister } from '../../source/register-queries.tsx'
import type { PersonsAsked } from '../../source/register-source.ts'
import { listName, PersonLink, RegisterParts, type Releases } from './parts.tsx'

const ONLY = ['weak', 'differ', 'one-list', 'withdrawn', 'decided'] as const
const ROW_HEIGHT = 58

export function PersonsView({ asked }: { asked: PersonsAsked }) {
  const { t } = useMessages()
  return (
    <>
      <h1>{t('register.title')}</h1>
      <RegisterParts />
      <p className="intro">{t('register.intro')}</p>
      <Answer query={useRegister()}>
        {(summary) =>
          summary.lists.length === 0 ? (
            <p>{t('register.empty')}</p>
          ) : (
            <>
              <Counts summary={summary} />
              <Persons asked={asked} lists={summary.lists} />
            </>
          )
        }
      </Answer>
    </>
  )
}

function Counts({ summary: { counts, overlap, lists } }: { summary: RegisterSummary }) {
  const { t, number } = useMessages()
  const { persons, groups, unidentified, notVictims, entries } = counts
  return (
    <>
      <p className="lede">{t('register.counts', { persons, groups, unidentified, notVictims, entries })}</p>
      <details>
        <summary>{t('register.overlap')}</summary>
        <table className="overlap">
          <thead>
            <tr>
              <th scope="col">{t('register.overlapPersons')}</th>
              <th scope="col">{t('register.overlapOn')}</th>
            </tr>
          </thead>
          <tbody>
            {overlap.map((one) => (
              <tr key={one.lists.join(' ')}>
                <td>{number(one.persons)}</td>
                <td>
                  {one.lists.map((list, at) => (
                    <span key={list}>
                      {at > 0 && ' + '}
                      <bdi>{listName(lists, list)}</bdi>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Persons({ asked, lists }: { asked: PersonsAsked; lists: Releases }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const [q, setQ] = useState(asked.q)
  const wanted = useDeferredValue(q)
  const persons = usePersons({ ...asked, q: wanted })
  const go = (change: Partial<PersonsAsked>) => {
    const given = Object.entries({ ...asked, q, ...change }).filter(([, value]) => value !== '')
    navigate({ to: '/register', search: Object.fromEntries(given), replace: true })
  }
  return (
    <>
      <p className="filter">
        <label>
          {t('register.search')}
          <input
            type="search"
            value={q}
            dir="auto"
            onChange={(event) => setQ(event.target.value)}
            onBlur={() => go({})}
          />
        </label>
        <label className="narrow">
          {t('register.onList')}
          <select value={asked.list} onChange={(event) => go({ list: event.target.value })}>
            <option value="">{t('register.anyList')}</option>
            {lists
              .filter(({ current }) => current)
              .map(({ list, name }) => (
                <option key={list} value={list}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label className="narrow">
          {t('register.only')}
          <select value={asked.only} onChange={(event) => go({ only: event.target.value })}>
            <option value="">{t('register.only.all')}</option>
            {ONLY.map((only) => (
              <option key={only} value={only}>
                {t(`register.only.${only}`)}
              </option>
            ))}
          </select>
        </label>
        <span role="status" className="quiet">
          {t('register.shown', { count: persons.data?.total ?? 0 })}
        </span>
      </p>
      <Answer query={persons}>
        {({ persons: found }) =>
          found.length === 0 ? <p>{t('register.none')}</p> : <PersonTable persons={found} lists={lists} />
        }
      </Answer>
    </>
  )
}

const COLUMNS = ['name', 'sex', 'age', 'death', 'place', 'lists', 'signs'] as const
type Column = (typeof COLUMNS)[number]

function PersonTable({ persons, lists }: { persons: readonly PersonSummary[]; lists: Releases }) {
  const m = useMessages()
  const { t } = m
  const [sort, setSort] = useState<{ readonly by: Column; readonly down: boolean } | null>(null)
  const rows = sort === null ? persons : sorted(m, persons, sort.by, sort.down)
  const body = useRef<HTMLTableElement>(null)
  const [margin, setMargin] = useState(0)
  useEffect(() => setMargin(body.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (at) => rows[at]?.id ?? at,
  })
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? 0) - (items.length > 0 ? virtual.options.scrollMargin : 0)
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin)
  return (
    <table className="documents persons" ref={body} aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              data-column={column}
              aria-sort={sort?.by !== column ? 'none' : sort.down ? 'descending' : 'ascending'}
            >
              <button type="button" onClick={() => setSort({ by: column, down: sort?.by === column && !sort.down })}>
                {t(`register.${column}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before > 0 && (
          <tr className="space">
            <td colSpan={COLUMNS.length} style={{ height: before }} />
          </tr>
        )}
        {items.map((item) => {
          const person = rows[item.index]!
          return (
            <tr key={person.id} ref={virtual.measureElement} data-index={item.index} aria-rowindex={item.index + 2}>
              {COLUMNS.map((column) => (
                <td key={column} data-column={column}>
                  <Cell person={person} column={column} lists={lists} />
                </td>
              ))}
            </tr>
          )
        })}
        {after > 1 && (
          <tr className="space">
            <td colSpan={COLUMNS.length} style={{ height: after }} />
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Cell({ person, column, lists }: { person: PersonSummary; column: Column; lists: Releases }) {
  const m = useMessages()
  const { t } = m
  switch (column) {
    case 'name':
      return (
        <>
          <PersonLink id={person.id}>
            <bdi>{person.name === '' ? t('register.nameless') : person.name}</bdi>
          </PersonLink>
          <div className="quiet">
            {person.names.slice(1, 3).map((name, at) => (
              <span key={name}>
                {at > 0 && ' · '}
                <bdi>{name}</bdi>
              </span>
            ))}
          </div>
          <div className="under-title quiet">
            {[
              person.sex === null ? null : t(`register.sex.${person.sex}`),
              person.age === null ? null : m.number(person.age),
              person.death === null ? null : m.date(person.death),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
            {person.place !== null && (
              <>
                {' · '}
                <bdi>{person.place}</bdi>
              </>
            )}
          </div>
          <div className="under-problems">
            <Signs person={person} />
          </div>
        </>
      )
    case 'sex':
      return person.sex === null ? '–' : t(`register.sex.${person.sex}`)
    case 'age':
      return person.age === null ? '–' : m.number(person.age)
    case 'death':
      return person.death === null ? '–' : m.date(person.death)
    case 'place':
      return <bdi>{person.place ?? '–'}</bdi>
    case 'lists':
      return person.lists.map((list) => (
        <div key={list}>
          <bdi>{listName(lists, list)}</bdi>
        </div>
      ))
    case 'signs':
      return <Signs person={person} />
  }
}

export function Signs({ person }: { person: PersonSummary }) {
  const { t, share } = useMessages()
  const fields = person.differ.map((field) => t(`register.field.${field}`)).join(', ')
  return (
    <>
      {person.weak !== null && <div>{t('register.weak', { share: share(person.weak) })}</div>}
      {person.differ.length > 0 && <div>{t('register.differs', { fields })}</div>}
      {person.withdrawn && <div>{t('register.withdrawn')}</div>}
      {person.decided && <div className="quiet">{t('register.decided')}</div>}
    </>
  )
}

function sorted(m: Messages, persons: readonly PersonSummary[], by: Column, down: boolean): readonly PersonSummary[] {
  const key = (person: PersonSummary): string | number => {
    switch (by) {
      case 'age':
        return person.age ?? 1000
      case 'lists':
        return person.lists.length
      case 'signs':
        return -(person.weak === null ? 0 : 10) - person.differ.length - (person.withdrawn ? 5 : 0)
      default:
        return person[by] ?? '\uffff'
    }
  }
  const order = persons.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    return typeof x === 'number' && typeof y === 'number' ? x - y : m.compare(String(x), String(y))
  })
  return down ? order.reverse() : order
}
