/** One person: entries side by side, why they are one, who it may also be, notes, and what a person may decide. */
import type { PersonDetail } from '@corroborate/workbench/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Answer } from '../../parts/answer.tsx'
import { DecideForm, RecordForm } from '../../reader/decide-form.tsx'
import { useDecisions, useSource } from '../../source/queries.tsx'
import { usePerson, useRegister } from '../../source/register-queries.tsx'
import type { MarkRequest } from '../../source/register-source.ts'
import { EntryCells, listName, PersonLink, RegisterParts, type Releases, Waterfall } from './parts.tsx'
import { Signs } from './persons.tsx'

export function PersonView({ id }: { id: string }) {
  const { t } = useMessages()
  const person = usePerson(id)
  return (
    <>
      <h1>
        <bdi>{person.data?.name || t('register.person')}</bdi>
      </h1>
      <RegisterParts />
      <p>
        <Link to="/register">{t('register.back')}</Link>
      </p>
      <Answer query={useRegister()}>
        {({ lists }) => <Answer query={person}>{(data) => <Person person={data} lists={lists} />}</Answer>}
      </Answer>
    </>
  )
}

type Act = 'split' | 'not-a-victim' | 'note' | { readonly merge: string }

function Person({ person, lists }: { person: PersonDetail; lists: Releases }) {
  const { t, share, date } = useMessages()
  const { deciding } = useSource().register
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [act, setAct] = useState<Act | null>(null)
  const choose = (id: string, on: boolean) => {
    const after = new Set(chosen)
    if (on) after.add(id)
    else after.delete(id)
    setChosen(after)
  }
  const nameOf = (id: string) => {
    const entry = person.entryList.find((one) => one.id === id)
    return entry === undefined ? id.slice(0, 8) : `${listName(lists, entry.list)} ${entry.versions.at(-1)?.row}`
  }
  return (
    <>
      <p className="lede">
        {person.names.map((name, at) => (
          <span key={name}>
            {at > 0 && ' · '}
            <bdi>{name}</bdi>
          </span>
        ))}
        {person.death !== null && ` · ${date(person.death)}`}
      </p>
      <div className="signs">
        <Signs person={person} />
      </div>
      <section aria-labelledby="entries-title">
        <h2 id="entries-title">{t('register.entries')}</h2>
        <div className="sides">
          {person.entryList.map((entry) => (
            <EntryCells key={entry.id} entry={entry} lists={lists}>
              {entry.probability !== null && (
                <p className="quiet">{t('register.belongs', { share: share(entry.probability) })}</p>
              )}
              <Earlier entry={entry} lists={lists} />
              {deciding !== null && (
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(entry.id)}
                    onChange={(event) => choose(entry.id, event.target.checked)}
                  />{' '}
                  {t('register.choose')}
                </label>
              )}
            </EntryCells>
          ))}
        </div>
        {deciding !== null && act === null && (
          <p className="buttons">
            {(['split', 'not-a-victim', 'note'] as const).map((one) => (
              <button key={one} type="button" className="plain-button" onClick={() => setAct(one)}>
                {t(`register.act.${one}`)}
              </button>
            ))}
          </p>
        )}
        {act !== null && <ActForm act={act} person={person} chosen={chosen} onDone={() => setAct(null)} />}
      </section>
      <section aria-labelledby="why-title">
        <h2 id="why-title">{t('register.why')}</h2>
        {person.pairs.length === 0 && <p>{t('register.noPairs')}</p>}
        <div className="waterfalls">
          {person.pairs.map((pair) => (
            <Waterfall
              key={`${pair.a} ${pair.b}`}
              pair={pair}
              caption={t('register.pair', { a: nameOf(pair.a), b: nameOf(pair.b), share: share(pair.probability) })}
            />
          ))}
        </div>
      </section>
      {person.near.length > 0 && (
        <section aria-labelledby="near-title">
          <h2 id="near-title">{t('register.near')}</h2>
          {person.near.map((near) => (
            <details key={near.person}>
              <summary>
                <bdi>{near.name || t('register.nameless')}</bdi> · {share(near.pair.probability)}
              </summary>
              <p className="buttons">
                <PersonLink id={near.person}>
                  <bdi>{near.name || t('register.nameless')}</bdi>
                </PersonLink>
                {deciding !== null && (
                  <button type="button" className="plain-button" onClick={() => setAct({ merge: near.person })}>
                    {t('register.act.merge')}
                  </button>
                )}
              </p>
              <Waterfall pair={near.pair} caption={t('register.near')} />
            </details>
          ))}
        </section>
      )}
      <Notes person={person} />
      <PersonDecisions ids={person.decisions} />
    </>
  )
}

function Earlier({ entry, lists }: { entry: PersonDetail['entryList'][number]; lists: Releases }) {
  const { t } = useMessages()
  if (entry.versions.length < 2) return null
  return (
    <details>
      <summary>{t('register.earlier')}</summary>
      {entry.versions.slice(0, -1).map((version) => (
        <p key={version.release} dir="auto" className="quiet">
          {lists.find(({ id }) => id === version.release)?.file}: {version.cells.filter(Boolean).join(' · ')}
        </p>
      ))}
    </details>
  )
}

interface Acting {
  readonly act: Act
  readonly person: PersonDetail
  readonly chosen: ReadonlySet<string>
  readonly onDone: () => void
}

function ActForm({ act, person, chosen, onDone }: Acting) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const { deciding } = useSource().register
  const [note, setNote] = useState('')
  const mark = typeof act === 'object' ? 'merge' : act
  const asked = (): Omit<MarkRequest, 'by' | 'reason'> | string => {
    if (typeof act === 'object') return { mark: 'merge', ids: [person.id, act.merge] }
    if (act === 'note') return { mark: 'note', ids: [person.id], note }
    return chosen.size === 0 ? t('register.chooseFirst') : { mark: act, ids: [...chosen] }
  }
  return (
    <RecordForm
      title={t(`register.act.${mark}`)}
      asked={asked}
      record={deciding?.mark ?? null}
      onDone={(recorded) => {
        onDone()
        // The id of a person is that of its oldest entry: after a decision it may be another's.
        if (recorded && mark !== 'note') navigate({ to: '/register' })
      }}
    >
      {act === 'note' && (
        <label>
          {t('register.note')}
          <textarea required rows={3} value={note} dir="auto" onChange={(event) => setNote(event.target.value)} />
        </label>
      )}
    </RecordForm>
  )
}

function Notes({ person }: { person: PersonDetail }) {
  const { t, moment } = useMessages()
  return (
    <section aria-labelledby="notes-title">
      <h2 id="notes-title">{t('register.notes')}</h2>
      {person.notes.length === 0 && <p>{t('register.noNotes')}</p>}
      {person.notes.map((note) => (
        <blockquote key={note.decision} className="passage" dir="auto">
          <p>{note.note}</p>
          <p className="quiet">
            <bdi>{note.by}</bdi>
            {note.at !== null && ` · ${moment(note.at)}`}
          </p>
        </blockquote>
      ))}
    </section>
  )
}

/** What people decided on the entries, each with its reason and its undo. */
function PersonDecisions({ ids }: { ids: readonly string[] }) {
  const { t, moment } = useMessages()
  const canDecide = useSource().decide !== null
  const decisions = useDecisions()
  const [undoing, setUndoing] = useState<string | null>(null)
  const own = (decisions.data ?? []).filter(({ id }) => ids.includes(id))
  if (own.length === 0) return null
  return (
    <section aria-labelledby="decisions-title">
      <h2 id="decisions-title">{t('register.decisions')}</h2>
      <ul className="decisions">
        {own.map(({ id, by, action, at, reason }) => (
          <li key={id}>
            <p>
              <strong>
                <bdi>{by}</bdi>
              </strong>{' '}
              {t(`decisions.action.${action}`)} {t('decisions.target.entries')}
              {at !== null && <span className="quiet"> · {moment(at)}</span>}
            </p>
            <p>
              <bdi>
                <q>{reason}</q>
              </bdi>
            </p>
            {canDecide && undoing !== id && (
              <button type="button" className="plain-button" onClick={() => setUndoing(id)}>
                {t('decide.undo')}
              </button>
            )}
            {undoing === id && (
              <DecideForm
                title={t('decide.title.undo', { by })}
                asked={() => ({ action: 'undo', target: id })}
                onDone={() => setUndoing(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
