/** Web captures (WARC 1.0 and 1.1, WACZ 1.1) to documents: each page that was answered with success is one. */
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
  zstdDecompressSync,
} from 'node:zlib'
import {
  BadZipError,
  checkWaczBytes,
  openWacz,
  PAGES,
  readPages,
  readWarc,
  type WaczFile,
  type WaczReport,
  type WarcRecord,
  type WarcRecordHead,
} from '@corroborate/evidence'
import type { ByteSource } from './byte-source.ts'
import type { CapturedPart, CapturedText } from './captured-part.ts'
import { decodeHtml, readHtml } from './html.ts'
import { DOCX, mediaTypeOf } from './media-type.ts'
import { readBytes } from './read-bytes.ts'
import { type FoundMetadata, UnreadableError } from './read-result.ts'

/** Bytes of a page, as sent and as unpacked, that are read at most. */
const LARGEST_PAGE = 32 * 1024 * 1024

const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i
const READ_TYPE = new RegExp(`^\\s*(?:application/pdf|${DOCX.replaceAll('.', '\\.')})\\b`, 'i')

/** What a WACZ file says of a page, by address. */
interface Listed {
  readonly titles: ReadonlyMap<string, string | null>
  /** Said of every page of the member. */
  readonly notes: readonly string[]
}

export async function* readWarcCapture(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  yield* partsOfWarc(source.stream(), { name, member: null, offset: 0, listed: null })
}

/** Its indexes are not trusted: records are found by reading the WARC files themselves. */
export async function* readWaczCapture(source: ByteSource, name: string): AsyncIterable<CapturedPart> {
  let wacz: WaczFile
  try {
    wacz = await openWacz(source)
  } catch (error) {
    if (!(error instanceof BadZipError)) throw error
    throw new UnreadableError(`${name} is a broken WACZ file: ${error.message}; get it again`)
  }
  const report = await checkWaczBytes(source, [])
  // What is wrong with a record is said where the record is read.
  for (const { code, path, message } of report.errors)
    if (!code.startsWith('warc-')) yield { kind: 'problem', problem: `${path === '' ? name : path}: ${message}` }
  const titles = await titlesOf(wacz)
  for (const member of wacz.archives) {
    const listed = { titles, notes: notesOn(member.name, report) }
    try {
      yield* partsOfWarc(wacz.zip.stream(member), { name, member: member.name, offset: 0, listed })
    } catch (error) {
      // The report has said so.
      if (!(error instanceof BadZipError)) throw error
    }
  }
}

/** Who signed the bytes of a member; or that nothing holds them, as of a member that was put in afterwards. */
function notesOn(name: string, { errors, signature }: WaczReport): readonly string[] {
  const codes = new Set(errors.flatMap(({ code, path }) => (path === name ? [code] : [])))
  if (codes.has('wacz-unlisted'))
    return [
      `The capture's own list of files (datapackage.json) does not name ${name}: no digest or signature holds it.`,
    ]
  if (codes.has('wacz-resource-digest') || codes.has('wacz-resource-size'))
    return [`The bytes of ${name} are not those that the capture's own list of files (datapackage.json) names.`]
  if (signature === null) return []
  return [signatureNote(signature.kind === 'domain' ? signature.domain : null, signature.created)]
}

function signatureNote(domain: string | null, created: string | null): string {
  const when = created === null ? '' : ` at ${created}, by its own word`
  return domain === null
    ? `The capture is signed by a key that names nobody${when}.`
    : `The capture is signed for ${domain}${when}; whether that certificate can be trusted was not judged (see \`corroborate check wacz\`).`
}

/** Pages listed at most; more are read all the same, without the title of the list. */
const MOST_LISTED = 100_000

async function titlesOf(wacz: WaczFile): Promise<ReadonlyMap<string, string | null>> {
  const titles = new Map<string, string | null>()
  const member = wacz.member(PAGES)
  if (member === null) return titles
  try {
    for await (const page of readPages(wacz.zip, member)) {
      if ('url' in page && titles.size < MOST_LISTED) titles.set(page.url, page.title)
    }
  } catch (error) {
    if (!(error instanceof BadZipError)) throw error
  }
  return titles
}

interface Within {
  readonly name: string
  readonly member: string | null
  readonly offset: number
  readonly listed: Listed | null
}

async function* partsOfWarc(stream: AsyncIterable<Uint8Array>, within: Within): AsyncIterable<CapturedPart> {
  const place = (start: number) => `${within.member === null ? '' : `${within.member}, `}record at byte ${start}`
  for await (const record of readWarc(stream, { wants: mayBePage, largest: LARGEST_PAGE })) {
    if (record.kind === 'break') {
      const { message } = record.problem
      yield { kind: 'problem', problem: within.member === null ? message : `${within.member}: ${message}` }
      continue
    }
    const about = `${place(record.start)}${record.target === null ? '' : ` (${record.target})`}`
    for (const { message } of record.problems) yield { kind: 'problem', problem: `${about}: ${message}` }
    if (record.payload === null || record.payload.length === 0) continue
    try {
      const part = await partOf(record, record.payload, within)
      if (part !== null) yield part
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      yield { kind: 'problem', problem: `${about}: ${error.message}` }
    }
  }
}

/** A page, PDF or DOCX that was answered with success, or kept as a resource; or what does not say what it is. */
function mayBePage(head: WarcRecordHead): boolean {
  const { type, http } = head
  const answered = type === 'response' && http?.status != null && http.status >= 200 && http.status < 300
  if (!answered && type !== 'resource' && type !== 'conversion') return false
  const stated = statedType(head)
  return stated === '' || PAGE_TYPE.test(stated) || READ_TYPE.test(stated)
}

/** Empty where nothing is stated. */
function statedType({ type, http, contentType }: WarcRecordHead): string {
  return (type === 'response' ? http?.fields.get('content-type') : contentType)?.trim() ?? ''
}

/** How a page begins (MIME Sniffing Standard, section 7.1), for what does not say what it is. */
const PAGE_START =
  /^(?:\xef\xbb\xbf)?\s*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>])/i

/** The media type that bytes without one show; empty where they are no page, PDF or DOCX. */
function sniffedType(bytes: Uint8Array): string {
  const type = mediaTypeOf(bytes, '')
  if (type === 'application/pdf' || type === DOCX || type === 'text/html') return type
  return PAGE_START.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')) ? 'text/html' : ''
}

/** Null where the page holds no words. */
async function partOf(record: WarcRecord, payload: Uint8Array, within: Within): Promise<CapturedText | null> {
  const { target, date, start, end, http, problems, gaps, cut } = record
  const says = statedType(record)
  if (cut && (says !== '' || sniffedType(payload) !== ''))
    throw new UnreadableError(`the page has more than the ${LARGEST_PAGE} bytes that are read`)
  if (cut) return null
  const { bytes, whole } = unpacked(payload, http?.fields.get('content-encoding') ?? '')
  const type = says === '' ? sniffedType(bytes) : says
  if (type === '') return null
  const reading = await readingOf(bytes, type, target ?? within.name)
  if (reading === null || reading.blocks.every(({ kind }) => kind === 'boilerplate' || kind === 'related-links'))
    return null
  const { listed, member } = within
  const title = target === null ? null : (listed?.titles.get(target) ?? null)
  const unlisted = listed !== null && listed.titles.size > 0 && target !== null && !listed.titles.has(target)
  return {
    kind: 'text',
    part: { kind: 'record', key: keyOf(member, start), id: record.id, member, start, end },
    ...reading,
    metadata: { ...reading.metadata, url: target ?? reading.metadata.url, title: reading.metadata.title ?? title },
    messages: [],
    captured: date,
    modified: http?.fields.get('last-modified') ?? null,
    notes: [
      ...problems.map(({ message }) => `Its record is damaged: ${message}.`),
      ...gaps.map(({ message }) => `The page may not be whole: ${message}.`),
      ...(whole ? [] : ['The page ends early: what is here is what could be unpacked of it.']),
      ...(unlisted ? ['The capture does not list it among its pages; it may be a part of one.'] : []),
      ...(listed?.notes ?? []),
    ],
  }
}

interface PageReading {
  readonly text: string
  readonly blocks: CapturedText['blocks']
  readonly metadata: FoundMetadata
  readonly mediaType: string
}

async function readingOf(bytes: Uint8Array, contentType: string, name: string): Promise<PageReading | null> {
  const kind = mediaTypeOf(bytes, '')
  if (kind !== 'text/html' && !PAGE_TYPE.test(contentType)) {
    const result = await readBytes(bytes, { name })
    return result.kind === 'text' ? result : null
  }
  const html = labelled(bytes, contentType) ?? decodeHtml(bytes)?.text ?? null
  if (html === null) throw new UnreadableError('the page is in an encoding we do not know')
  return { ...(await readHtml(html, name)), mediaType: 'text/html' }
}

/** The server's word on the encoding comes before the page's (Encoding Standard, section 4.2; HTML, 13.2.3.2). */
function labelled(bytes: Uint8Array, contentType: string): string | null {
  const label = /charset\s*=\s*["']?([\w:-]{2,40})/i.exec(contentType)?.[1]
  if (label === undefined) return null
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Content-Encoding taken off (RFC 9110, section 8.4), last applied first. `whole` is false where the packed bytes end
 * early and what there is of them was unpacked.
 */
function unpacked(payload: Uint8Array, codings: string): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const list = codings
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  let bytes = payload
  let whole = true
  for (const coding of list.reverse()) {
    try {
      bytes = undone(bytes, coding, {})
    } catch (error) {
      if (error instanceof UnreadableError) throw error
      try {
        bytes = undone(bytes, coding, { finishFlush: constants.Z_SYNC_FLUSH })
        whole = false
      } catch {
        throw new UnreadableError(
          `the page cannot be unpacked from ${coding} (${error instanceof Error ? error.message : String(error)})`,
        )
      }
    }
  }
  return { bytes, whole }
}

function undone(bytes: Uint8Array, coding: string, ending: { readonly finishFlush?: number }): Uint8Array {
  const limit = { maxOutputLength: LARGEST_PAGE }
  const options = { ...limit, ...ending }
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      // Some tools keep the header of what they have already unpacked.
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes
    case 'deflate':
      return inflated(bytes, options)
    case 'br':
      return brotliDecompressSync(bytes, limit)
    case 'zstd':
      return zstdDecompressSync(bytes, limit)
    default:
      throw new UnreadableError(`the page is packed as ${JSON.stringify(coding)}, which we cannot undo`)
  }
}

/** Servers send deflate with and without the header of zlib. */
function inflated(bytes: Uint8Array, options: ZlibOptions): Uint8Array {
  try {
    return inflateSync(bytes, options)
  } catch {
    return inflateRawSync(bytes, options)
  }
}

/** The place of a record; of a WACZ file with the name of its WARC file before it. No slash, so that paths stay paths. */
function keyOf(member: string | null, start: number): string {
  return member === null ? String(start) : `${member.slice(member.lastIndexOf('/') + 1)}-${start}`
}
