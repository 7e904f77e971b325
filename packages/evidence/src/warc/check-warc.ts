/** Judging a WARC file (ISO 28500:2009 and 2017, WARC 1.0 and 1.1), plain or gzip: headers, lengths, digests, truncation. */
import type { DiskOptions } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { collectFindings, type Findings, reportOf } from '../findings.ts'
import type { Report } from '../problem.ts'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { BadGzipError, beginGzip, inflateMembers, piecesOf, plainPieces } from './gzip-members.ts'
import { contentLength } from './warc-header.ts'
import { readBlock, readHeader, skipToRecord } from './warc-record.ts'

/**
 * Codes of errors: warc-empty, warc-version, warc-line-end, warc-field, warc-field-missing, warc-field-repeated,
 * warc-field-value, warc-date, warc-target-uri, warc-record-id, warc-length, warc-truncated, warc-block-digest,
 * warc-payload-digest, warc-gzip. Of warnings: warc-type, warc-target-uri, warc-field-repeated, warc-encoding, warc-gzip-member,
 * warc-digest-unknown, warc-payload-coding, warc-payload-unjudged, warc-cut-short, warc-segment, warc-chunks. The file is
 * streamed, never loaded whole. Throws NotAFileError.
 */
export async function checkWarc(path: string, { disk = nodeDisk }: DiskOptions = {}): Promise<Report> {
  return checkWarcStream(disk.stream(path))
}

/** The same for bytes that are part of another file. */
export async function checkWarcStream(stream: AsyncIterable<Uint8Array>): Promise<Report> {
  const findings = collectFindings()
  const pieces = piecesOf(stream)
  try {
    const gzip = await beginGzip(pieces)
    if (gzip === null) findings.error('warc-empty', '', 'the file is empty')
    else {
      await checkRecords(byteReader(gzip ? inflateMembers(pieces) : plainPieces(pieces)), gzip, findings)
    }
  } catch (error) {
    if (!(error instanceof BadGzipError)) throw error
    findings.error(error.truncated ? 'warc-truncated' : 'warc-gzip', '', error.message)
  } finally {
    await pieces.close()
  }
  return reportOf(findings)
}

async function checkRecords(reader: ByteReader, gzip: boolean, findings: Findings): Promise<void> {
  const ids = new Set<string>()
  if (await reader.atEnd()) findings.error('warc-empty', '', 'its gzip members are empty: it holds no record')
  for (let number = 1; !(await reader.atEnd()); number++) {
    const place = `record ${number} (byte ${reader.position()})`
    const about: Findings = {
      ...findings,
      error: (code, path, message) => findings.error(code, path, `${place}: ${message}`),
      warn: (code, path, message) => findings.warn(code, path, `${place}: ${message}`),
    }
    if (gzip && !reader.atMember())
      about.warn(
        'warc-gzip-member',
        '',
        'it does not begin a gzip member, so it cannot be reached without all before it',
      )
    const header = await readHeader(reader, about)
    if (header === 'no-version') {
      if (number === 1 || !(await skipToRecord(reader))) return
      continue
    }
    if (header === null) return
    const [id] = header.fields.get('warc-record-id') ?? []
    if (id !== undefined && ids.has(id)) about.error('warc-record-id', '', `an earlier record has its id ${id}`)
    if (id !== undefined) ids.add(id)
    const length = contentLength(header)
    if (length === null ? !(await skipToRecord(reader)) : !(await readBlock(reader, header, length, about))) return
  }
}
