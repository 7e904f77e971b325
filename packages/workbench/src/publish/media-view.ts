/** What a document shows of its pictures: its thumbnail, and why there is none. */

import type { EffectiveCase } from '../decisions/effective.ts'
import type { CaseDocument } from '../model/case-document.ts'
import { type EmbeddedMetadata, isHarmless } from '../model/embedded.ts'
import { KeptFrameSchema } from '../model/frame.ts'
import type { Thumbnail } from '../model/thumbnail.ts'
import type { DocumentDetail, DocumentSummary, Frame } from './contract.ts'

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

/** What the file says of itself, all of it, and the frames that were kept of it, by time. */
export function mediaDetail(
  { item, part, embedded }: Pick<CaseDocument, 'item' | 'part' | 'embedded'>,
  decisions: EffectiveCase['decisions'] = [],
): Pick<DocumentDetail, 'embedded' | 'frames'> {
  const frames = part === null ? decisions.flatMap((one) => frameOf(item, one)) : []
  return {
    ...(embedded === undefined
      ? {}
      : { embedded: structuredClone(embedded) as NonNullable<DocumentDetail['embedded']> }),
    ...(frames.length === 0 ? {} : { frames: frames.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)) }),
  }
}

function frameOf(item: string, { record, undone }: EffectiveCase['decisions'][number]): Frame[] {
  if (record.action !== 'keep-frame' || record.target?.id !== item) return []
  const { id, by, reason } = record
  return [{ id, by, reason, undone, parent: item, ...KeptFrameSchema.parse(record.set) }]
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
