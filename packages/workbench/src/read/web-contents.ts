/** Everything a web capture holds, record by record: pages, pictures, styles, redirects, revisits, each with its place. */
import { BadZipError, openWacz, readWarc, type WarcRecord } from '@corroborate/evidence'
import type { ByteSource } from './byte-source.ts'
import { UnreadableError } from './read-result.ts'

export interface CapturedRecord {
  /** The WARC file inside a WACZ file; null in a WARC file itself. */
  readonly member: string | null
  /** Bytes of the file, or of the member. */
  readonly start: number
  readonly end: number
  readonly type: string | null
  readonly id: string | null
  readonly url: string | null
  /** WARC-Date as it stands. */
  readonly captured: string | null
  readonly status: number | null
  readonly mediaType: string | null
  /** Bytes of the record's block. */
  readonly length: number
  /** What a revisit refers to: an address and a date. */
  readonly refersTo: { readonly url: string | null; readonly captured: string | null } | null
  /** Digests that do not hold, lengths that are wrong. */
  readonly problems: readonly string[]
}

export type WebContent = CapturedRecord | { readonly member: string | null; readonly broken: string }

/** The payloads are read past, so that digests are judged. Throws UnreadableError where the file is no such capture. */
export async function* webContents(source: ByteSource, kind: 'warc' | 'wacz', name: string): AsyncIterable<WebContent> {
  if (kind === 'warc') {
    yield* recordsOf(source.stream(), null)
    return
  }
  try {
    const wacz = await openWacz(source)
    for (const member of wacz.archives) yield* recordsOf(wacz.zip.stream(member), member.name)
  } catch (error) {
    if (!(error instanceof BadZipError)) throw error
    throw new UnreadableError(`${name} is a broken WACZ file: ${error.message}; get it again`)
  }
}

async function* recordsOf(stream: AsyncIterable<Uint8Array>, member: string | null): AsyncIterable<WebContent> {
  for await (const record of readWarc(stream, { wants: () => false, largest: 0 })) {
    if (record.kind === 'break') yield { member, broken: record.problem.message }
    else yield recordOf(record, member)
  }
}

function recordOf(record: WarcRecord, member: string | null): CapturedRecord {
  const { start, end, type, id, target, date, http, contentType, length, problems, fields } = record
  const field = (name: string) => fields.get(name)?.[0] ?? null
  return {
    member,
    start,
    end,
    type,
    id,
    url: target,
    captured: date,
    status: http?.status ?? null,
    mediaType: http?.fields.get('content-type')?.split(';', 1)[0]?.trim() ?? contentType,
    length,
    refersTo:
      type === 'revisit' ? { url: field('warc-refers-to-target-uri'), captured: field('warc-refers-to-date') } : null,
    problems: problems.map(({ message }) => message),
  }
}
