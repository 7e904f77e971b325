/** Serves footage and recordings in ranges, as players ask for them (RFC 9110, section 14), and frames that were kept. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { FrameRecord } from '../model/frame.ts'
import { type ItemId, itemId, type RecordId, recordId } from '../model/ids.ts'
import { NotFoundError } from '../operations/not-found.ts'
import { byteSource, type OriginalBytes } from '../read/byte-source.ts'
import { mediaTypeOf } from '../read/media-type.ts'
import { UnreadableError } from '../read/read-result.ts'

/** Answers with the bytes asked for, whole or one range of them. Throws UnreadableError where it is nothing to be played. */
export async function footage(c: Context, originalOf: (digest: ItemId) => Promise<OriginalBytes>) {
  const digest = itemId(c.req.query('digest') ?? '')
  const original = await originalOf(digest)
  const source = await byteSource(original)
  const type = mediaTypeOf(await source.slice(0, 4096), '')
  if (!/^(?:video|audio)\//.test(type))
    throw new UnreadableError(`${digest.slice(0, 16)} is of the kind ${type}, which is not played`)
  const asked = c.req.header('range')
  const range = asked === undefined ? { start: 0, end: source.size } : rangeOf(asked, source.size)
  if (range === null) return c.body(null, 416, { 'Content-Range': `bytes */${source.size}` })
  const { start, end } = range
  const headers = {
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Content-Length': String(end - start),
    ...(asked === undefined ? {} : { 'Content-Range': `bytes ${start}-${end - 1}/${source.size}` }),
  }
  return c.body(bodyOf(original, start, end), asked === undefined ? 200 : 206, headers)
}

function bodyOf(original: OriginalBytes, start: number, end: number): ReadableStream | ArrayBuffer {
  if (start >= end) return new ArrayBuffer(0)
  if ('bytes' in original) return Uint8Array.from(original.bytes.subarray(start, end)).buffer
  return Readable.toWeb(createReadStream(original.path, { start, end: end - 1 })) as ReadableStream
}

/** One range, with its end exclusive; null where it cannot be given. Several ranges are answered with the first. */
export function rangeOf(header: string, size: number): { readonly start: number; readonly end: number } | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})(?:,|$)/.exec(header.replaceAll(' ', ''))
  const [, first = '', last = ''] = found ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return start < end ? { start, end } : null
}

/** The picture of a frame that somebody kept. */
export async function frame(c: Context, frameOf: (id: RecordId) => Promise<FrameRecord | null>) {
  const id = recordId(c.req.query('id') ?? '')
  const found = await frameOf(id)
  if (found === null) throw new NotFoundError('frame', id.slice(0, 8), 'the document lists those that were kept')
  const bytes = Uint8Array.from(Buffer.from(found.bytes, 'base64'))
  return c.body(bytes.buffer, 200, { 'Content-Type': found.mediaType })
}
