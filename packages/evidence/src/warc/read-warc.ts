/** Reads the records of a WARC file one by one, plain or gzip, with their place in the file and what is amiss with them. */
import { collectFindings, type Findings } from '../findings.ts'
import type { Problem } from '../problem.ts'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { BadGzipError, beginGzip, inflateMembers, piecesOf, plainPieces } from './gzip-members.ts'
import { httpPayload } from './http-payload.ts'
import { contentLength, type WarcHeader } from './warc-header.ts'
import { GAPS, readBlock, readHeader, skipToRecord } from './warc-record.ts'

/** The head of an HTTP response inside a record (RFC 9112, section 4). */
export interface HttpHead {
  /** Null where the first line is no status line. */
  readonly status: number | null
  /** Names in lower case; the first value of each. */
  readonly fields: ReadonlyMap<string, string>
}

/** What is known of a record when its block begins. */
export interface WarcRecordHead {
  readonly type: string | null
  readonly id: string | null
  readonly target: string | null
  /** WARC-Date as it stands. */
  readonly date: string | null
  /** Content-Type of the block. */
  readonly contentType: string | null
  /** Names in lower case. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Null where the block is no HTTP response. */
  readonly http: HttpHead | null
}

export interface WarcRecord extends WarcRecordHead {
  readonly kind: 'record'
  /** Bytes of the file that hold the record: the gzip member where it has one to itself. */
  readonly start: number
  readonly end: number
  /** Bytes of the block. */
  readonly length: number
  /** The payload, chunks taken apart, other codings left; null where it was not wanted. */
  readonly payload: Uint8Array | null
  /** Whether the payload is longer than what was kept of it. */
  readonly cut: boolean
  /** With the codes of `checkWarc`. */
  readonly problems: readonly Problem[]
  /** Warnings that it does not hold all that was answered: a capture cut short, a segment, chunks that break off. */
  readonly gaps: readonly Problem[]
}

/** Where the file cannot be read on. */
export interface WarcBreak {
  readonly kind: 'break'
  readonly problem: Problem
}

export interface ReadWarcOptions {
  /** Whether the payload of a record is to be kept. */
  wants(head: WarcRecordHead): boolean
  /** Bytes of a payload that are kept at most. */
  readonly largest: number
}

/** Never throws for the file's sake: what ends it early comes last, as a break. */
export async function* readWarc(
  stream: AsyncIterable<Uint8Array>,
  options: ReadWarcOptions,
): AsyncIterable<WarcRecord | WarcBreak> {
  const pieces = piecesOf(stream)
  let open: Omit<WarcRecord, 'end'> | null = null
  const broken = (code: string, message: string): WarcBreak => ({ kind: 'break', problem: { code, message, path: '' } })
  try {
    const gzip = await beginGzip(pieces)
    if (gzip === null) {
      yield broken('warc-empty', 'the file is empty')
      return
    }
    const reader = byteReader(gzip ? inflateMembers(pieces) : plainPieces(pieces))
    if (await reader.atEnd()) yield broken('warc-empty', 'its gzip members are empty: it holds no record')
    for (let number = 1; !(await reader.atEnd()); number++) {
      const start = reader.origin()
      if (open !== null) yield { ...open, end: Math.max(start, open.start) }
      open = null
      const { record, findings, goesOn } = await readRecord(reader, options)
      if (record !== null) open = { ...record, start }
      else
        for (const { code, message } of findings.errors)
          yield broken(code, `record ${number} (byte ${start}): ${message}`)
      if (!goesOn) break
    }
    if (open !== null) yield { ...open, end: pieces.position() }
  } catch (error) {
    if (!(error instanceof BadGzipError)) throw error
    if (open !== null) yield { ...open, end: pieces.position() }
    yield broken(error.truncated ? 'warc-truncated' : 'warc-gzip', error.message)
  } finally {
    await pieces.close()
  }
}

type Read = {
  readonly record: Omit<WarcRecord, 'start' | 'end'> | null
  readonly findings: Findings
  readonly goesOn: boolean
}

async function readRecord(reader: ByteReader, options: ReadWarcOptions): Promise<Read> {
  const findings = collectFindings()
  const header = await readHeader(reader, findings)
  if (header === null || header === 'no-version')
    return { record: null, findings, goesOn: header !== null && (await skipToRecord(reader)) }
  const length = contentLength(header)
  if (length === null) return { record: null, findings, goesOn: await skipToRecord(reader) }
  const keeper = payloadKeeper(header, options)
  const goesOn = await readBlock(reader, header, length, findings, keeper.update)
  const gaps = findings.warnings.filter(({ code }) => GAPS.has(code))
  const record = { kind: 'record', ...keeper.end(), length, problems: findings.errors, gaps } as const
  return { record, findings, goesOn }
}

function payloadKeeper(header: WarcHeader, { wants, largest }: ReadWarcOptions) {
  const one = (name: string) => header.fields.get(name)?.[0] ?? null
  const contentType = one('content-type')
  const isHttp = /^application\/http\b/i.test(contentType ?? '') && one('warc-type') !== 'request'
  const head = (http: HttpHead | null): WarcRecordHead => ({
    type: one('warc-type'),
    id: one('warc-record-id')?.replace(/^<(.*)>$/, '$1') ?? null,
    target: one('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null,
    date: one('warc-date'),
    contentType,
    fields: header.fields,
    http,
  })
  const kept: Uint8Array[] = []
  let size = 0
  let wanted: boolean | null = isHttp ? null : wants(head(null))
  const keep = (bytes: Uint8Array) => {
    wanted ??= wants(head(headOf(http?.header() ?? null)))
    if (!wanted) return
    const part = bytes.subarray(0, Math.max(0, largest - size))
    if (part.length > 0) kept.push(Uint8Array.from(part))
    size += bytes.length
  }
  const http = isHttp ? httpPayload(() => {}, keep) : null
  return {
    update: (bytes: Uint8Array) => (http === null ? keep(bytes) : http.update(bytes)),
    end() {
      http?.end()
      return {
        ...head(headOf(http?.header() ?? null)),
        payload: wanted === true ? Buffer.concat(kept) : null,
        cut: size > largest,
      }
    },
  }
}

function headOf(text: string | null): HttpHead | null {
  if (text === null) return null
  const [first = '', ...lines] = text.split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})(?!\d)/i.exec(first)?.[1]
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^([^:\s]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value ?? '')
  }
  return { status: status === undefined ? null : Number(status), fields }
}
