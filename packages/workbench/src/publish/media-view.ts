/** What a document shows of its pictures: its thumbnail, and why there is none. */
import type { CaseDocument } from '../model/case-document.ts'
import { type EmbeddedMetadata, isHarmless } from '../model/embedded.ts'
import type { Thumbnail } from '../model/thumbnail.ts'
import type { DocumentDetail, DocumentSummary } from './contract.ts'

/** `notes` are added to those of the document. */
export function mediaSummary(
  { part }: Pick<CaseDocument, 'part'>,
  thumbnail: Thumbnail | undefined,
): Pick<DocumentSummary, 'thumbnail' | 'notes'> {
  if (part !== null || thumbnail === undefined) return { notes: [] }
  const { drawn, maker, problem } = thumbnail
  if (drawn === null) return { notes: [`No thumbnail could be drawn of it: ${problem}.`] }
  return { thumbnail: { maker, ...drawn }, notes: problem === null ? [] : [`The picture is not whole: ${problem}.`] }
}

/** What the file says of itself, all of it. */
export function mediaDetail({ embedded }: Pick<CaseDocument, 'embedded'>): Pick<DocumentDetail, 'embedded'> {
  return embedded === undefined
    ? {}
    : { embedded: structuredClone(embedded) as NonNullable<DocumentDetail['embedded']> }
}

/** The same for an export: without position, and without every field that may say where, who or which single device. */
export function releasable(detail: DocumentDetail): DocumentDetail {
  const { embedded } = detail
  if (embedded === undefined) return detail
  const fields = embedded.fields.filter(isHarmless)
  const withheld = embedded.fields.length - fields.length
  if (withheld === 0) return detail
  const kept = new Set(fields.map(({ name }) => name))
  const times = embedded.times.filter((time) => time.fields.every((name) => kept.has(name)))
  return { ...detail, embedded: { ...embedded, fields, times, position: null, unread: [], withheld } }
}

/** One line for each thing that a file says of itself, for a terminal. */
export function embeddedLines({ times, camera, position, fields, unread }: EmbeddedMetadata): readonly string[] {
  const zone = (time: string) => (/T.*(?:Z|[+-]\d\d:\d\d)$/.test(time) ? '' : ', in no stated time zone')
  return [
    'What the file says of itself (whatever wrote it may be wrong, and anybody can change it):',
    ...times.map(({ of, time, fields: from }) => `  ${of}: ${time}${zone(time)} (${from.join(', ')})`),
    ...(camera === null ? [] : [`  device: ${camera}`]),
    ...(position === null
      ? []
      : [
          `  position: ${position.latitude}, ${position.longitude}${position.altitude === null ? '' : `, ${position.altitude} m`} (${position.fields.join(', ')})`,
        ]),
    ...fields.map(({ group, name, value }) => `  ${group} ${name}: ${value}`),
    ...unread.map((sentence) => `  ${sentence}`),
  ]
}
