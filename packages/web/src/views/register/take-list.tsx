/** Takes a file of the case into the register: its columns are shown with examples, put right, then confirmed. */
import type { ListPreviewView } from '@corroborate/workbench/contract'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { RecordForm } from '../../reader/decide-form.tsx'
import { useDocuments, useSource } from '../../source/queries.tsx'

type Field = ListPreviewView['columns'][number]['field']
const FIELDS: readonly Field[] = [
  ...(['name', 'given', 'family', 'father', 'grandfather', 'mother', 'sex', 'age', 'birth', 'death'] as const),
  ...(['place', 'birthplace', 'region', 'suburb', 'street', 'number', 'postcode', 'identifier', 'phone'] as const),
  ...(['email', 'occupation', 'record', 'count', 'status', 'cause', 'source', 'remark', 'stated'] as const),
]

export function TakeList() {
  const { t } = useMessages()
  const { deciding } = useSource().register
  const documents = useDocuments()
  const files = useId()
  const [item, setItem] = useState('')
  const [preview, setPreview] = useState<ListPreviewView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async () => {
    setProblem(null)
    try {
      setPreview((await deciding?.columns(item.trim())) ?? null)
    } catch (error) {
      setPreview(null)
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <section aria-labelledby="take-title">
      <h2 id="take-title">{t('register.take')}</h2>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <label>
          {t('register.item')}
          <input required list={files} value={item} dir="auto" onChange={(event) => setItem(event.target.value)} />
        </label>
        <datalist id={files}>
          {(documents.data ?? []).flatMap((document) =>
            document.files.map((file) => <option key={`${document.id} ${file}`} value={file} />),
          )}
        </datalist>
        <button type="submit" className="button">
          {t('register.look')}
        </button>
      </form>
      {problem !== null && (
        <p role="alert" className="problem" dir="auto">
          {problem}
        </p>
      )}
      {preview !== null && <Confirm key={preview.item} preview={preview} onDone={() => setPreview(null)} />}
    </section>
  )
}

function Confirm({ preview, onDone }: { preview: ListPreviewView; onDone: () => void }) {
  const { t } = useMessages()
  const { deciding } = useSource().register
  const [fields, setFields] = useState<readonly Field[]>(preview.columns.map(({ field }) => field))
  const placed = preview.columns.map((column, at) => ({ ...column, at }))
  const [list, setList] = useState(preview.takenAs ?? '')
  const [release, setRelease] = useState('')
  const [duplicates, setDuplicates] = useState(false)
  const asked = () => ({
    item: preview.item,
    columns: Object.fromEntries(fields.map((field, at) => [`${field}${at + 1}`, `#${at + 1}`])),
    duplicates,
    ...(list.trim() === '' ? {} : { list: list.trim() }),
    ...(release === '' ? {} : { release }),
  })
  return (
    <>
      <p>{t('register.preview', { rows: preview.rows, ...preview.kinds })}</p>
      {preview.takenAs !== null && <p>{t('register.takenAs', { name: preview.takenAs })}</p>}
      {preview.notes.map((note) => (
        <p key={note} className="problem" dir="auto">
          {note}
        </p>
      ))}
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('register.column')}</th>
              <th scope="col">{t('register.readAs')}</th>
              <th scope="col">{t('register.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {placed.map(({ header, examples, at }) => (
              <tr key={at}>
                <th scope="row" dir="auto">
                  {header}
                </th>
                <td>
                  <select
                    aria-label={`${t('register.readAs')}: ${header}`}
                    value={fields[at]}
                    onChange={(event) => setFields(fields.with(at, event.target.value as Field))}
                  >
                    {FIELDS.map((field) => (
                      <option key={field} value={field}>
                        {t(`register.fieldName.${field}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td dir="auto">{examples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RecordForm title={t('register.takeIt')} asked={asked} record={deciding?.take ?? null} onDone={onDone}>
        <label>
          {t('register.listName')}
          <input value={list} dir="auto" onChange={(event) => setList(event.target.value)} />
        </label>
        <label>
          {t('register.releaseDay')}
          <input type="date" value={release} onChange={(event) => setRelease(event.target.value)} />
        </label>
        <label>
          <input type="checkbox" checked={duplicates} onChange={(event) => setDuplicates(event.target.checked)} />{' '}
          {t('register.duplicates')}
        </label>
      </RecordForm>
    </>
  )
}
