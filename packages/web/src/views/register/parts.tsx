/** What the register's pages share: their menu, an entry as its list states it, and the waterfall of a pair. */
import type { EntryPairView, RegisterEntryView, RegisterRelease } from '@corroborate/workbench/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.tsx'

const PARTS = [
  { to: '/register', name: 'persons' },
  { to: '/register/review', name: 'review' },
  { to: '/register/lists', name: 'lists' },
  { to: '/register/numbers', name: 'numbers' },
  { to: '/register/estimate', name: 'estimate' },
] as const

export function RegisterParts() {
  const { t } = useMessages()
  return (
    <nav className="parts" aria-label={t('register.parts')}>
      <ul>
        {PARTS.map(({ to, name }) => (
          <li key={name}>
            <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
              {t(`register.part.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type Releases = readonly RegisterRelease[]

export function listName(lists: Releases, list: string): string {
  return lists.findLast((release) => release.list === list)?.name ?? list.slice(0, 8)
}

type ShownEntry = Pick<RegisterEntryView, 'id' | 'list' | 'versions' | 'removed' | 'kind' | 'facts'>

/** Every cell of an entry under its header, as written; empty cells left out. */
export function EntryCells({ entry, lists, children }: { entry: ShownEntry; lists: Releases; children?: ReactNode }) {
  const { t } = useMessages()
  const latest = entry.versions.at(-1)
  const release = lists.find(({ id }) => id === latest?.release)
  return (
    <section className="entry" aria-label={`${listName(lists, entry.list)}: ${entry.facts.name}`}>
      <h3>
        <bdi>{listName(lists, entry.list)}</bdi>
      </h3>
      <p className="quiet">
        {latest !== undefined && t('register.row', { row: latest.row, file: release?.file ?? '' })}
        {entry.removed !== null && <span className="tag">{t('register.removed')}</span>}
        {entry.kind !== 'person' && <span className="tag">{t(`register.${entry.kind}`)}</span>}
      </p>
      {latest !== undefined && <Cells cells={latest.cells} columns={release?.columns ?? []} />}
      {children}
    </section>
  )
}

function Cells({ cells, columns }: { cells: readonly string[]; columns: RegisterRelease['columns'] }) {
  const stated = cells.map((cell, place) => ({ cell, place })).filter(({ cell }) => cell !== '')
  return (
    <dl className="cells">
      {stated.map(({ cell, place }) => (
        <div key={place}>
          <dt>
            <bdi>{columns[place]?.header ?? place + 1}</bdi>
          </dt>
          <dd>
            <bdi>{cell}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The weight of a pair from the prior, step by step; bars grow to either side of nothing. */
export function Waterfall({ pair, caption }: { pair: EntryPairView; caption: string }) {
  const { t, number, named } = useMessages()
  const most = Math.max(4, ...pair.parts.map(({ bits }) => Math.abs(bits)))
  const bits = (value: number) => `${value > 0 ? '+' : ''}${number(Math.round(value * 10) / 10)}`
  return (
    <div className="scroll">
      <table className="waterfall">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.comparison')}</th>
            <th scope="col">{t('register.level')}</th>
            <th scope="col">{t('register.bits')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('register.prior')}</th>
            <td />
            <td>{bits(pair.prior)}</td>
            <td />
          </tr>
          {pair.parts.map((part) => (
            <tr key={part.comparison}>
              <th scope="row">{named(`register.fieldName.${part.comparison}`, part.comparison)}</th>
              <td>{named(`register.levelName.${part.level}`, part.level)}</td>
              <td>{bits(part.bits)}</td>
              <td>
                <meter
                  className="bits"
                  data-for={part.bits >= 0}
                  min={0}
                  max={most}
                  value={Math.abs(part.bits)}
                  aria-hidden="true"
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('register.sum')}</th>
            <td />
            <td>{bits(pair.weight)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

export function PersonLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/register/person/$id" params={{ id }}>
      {children}
    </Link>
  )
}
