/** Which field each column of a list holds: told from its header, and put right by a person. */
import { roleOfHeader } from '@corroborate/linkage'
import { ListError } from '../link/list-error.ts'
import { ENTRY_FIELDS, type EntryField, type ListColumn } from '../model/list-record.ts'

/** Headers of what linkage does not compare. */
const KEPT_HEADERS: readonly (readonly [EntryField, RegExp])[] = [
  [
    'record',
    /^(id|no|nr|number|num|record( id| no)?|serial( no)?|entry( id| no)?|ref(erence)?|الرقم|رقم|التسلسل|م|numero|broj)$/,
  ],
  ['count', /^(count|persons|people|victims count|number of (persons|people|victims)|العدد|عدد الضحايا)$/],
  ['status', /^(status|outcome|condition|fate|الحاله|حاله|المصير|estado|status zrtve)$/],
  ['cause', /^(cause|cause of death|manner|weapon|killed by|سبب الوفاه|السبب|طريقه القتل|causa)$/],
  ['source', /^(source|sources|source name|المصدر|مصدر|fuente|izvor)$/],
  ['remark', /^(remarks?|notes?|comments?|details|ملاحظ(ه|ات)|تفاصيل|observaciones|napomena)$/],
]

/** The field that a header names; `stated` where it names none that is read. */
export function fieldOfHeader(header: string): EntryField {
  const folded = header
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ة/g, 'ه')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const kept = KEPT_HEADERS.find(([, pattern]) => pattern.test(folded))
  if (kept !== undefined) return kept[0]
  const role = roleOfHeader(header)
  return role === null || role === 'ignore' ? 'stated' : role
}

/** Fields whose absence leaves nothing to tell one person from another. */
const TELLING: ReadonlySet<EntryField> = new Set(['name', 'given', 'family', 'identifier'])

/**
 * Fields of all columns: as their headers say, then as the person says. A person names a column by its header or as `#N`
 * by its place from 1; `name_ar=…` and `name2=…` give a second column of one field. Throws ListError.
 */
export function readListColumns(
  list: string,
  headers: readonly string[],
  given: Readonly<Record<string, string>>,
): readonly ListColumn[] {
  const fields = headers.map(fieldOfHeader)
  for (const [key, column] of Object.entries(given)) {
    const field = key.replace(/(?:_[a-z]{2}|\d+)$/, '')
    if (!(ENTRY_FIELDS as readonly string[]).includes(field))
      throw new ListError(list, `there is no field ${JSON.stringify(key)}; fields are ${ENTRY_FIELDS.join(', ')}`)
    fields[placeOf(list, headers, column)] = field as EntryField
  }
  const columns = headers.map((header, at): ListColumn => ({ header, field: fields[at]! }))
  if (!columns.some(({ field }) => TELLING.has(field))) {
    const shown = headers.slice(0, 12).map((header) => JSON.stringify(header.slice(0, 40)))
    throw new ListError(
      list,
      `no column is recognised as a name (columns: ${shown.join(', ')}${headers.length > 12 ? ` and ${headers.length - 12} more` : ''}); say which it is, as columns name=HEADER or name=#2, and where the first row is already an entry, that there is no header`,
    )
  }
  return columns
}

function placeOf(list: string, headers: readonly string[], column: string): number {
  const place = /^#(\d+)$/.exec(column)
  if (place !== null) {
    const at = Number(place[1]) - 1
    if (at >= 0 && at < headers.length) return at
    throw new ListError(list, `it has ${headers.length} columns, and none is number ${place[1]}`)
  }
  const at = headers.findIndex((header) => header.trim() === column.trim())
  if (at === -1)
    throw new ListError(
      list,
      `it has no column ${JSON.stringify(column)}; name it as its header stands, or as #N by its place`,
    )
  if (headers.lastIndexOf(headers[at]!) !== at)
    throw new ListError(
      list,
      `several columns are called ${JSON.stringify(column)}; name the one you mean as #N by its place`,
    )
  return at
}
