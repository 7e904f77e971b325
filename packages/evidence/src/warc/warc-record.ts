/** Reading one record of a WARC file: its header, the digests of its block and payload, and the way to the next record. */
import type { Hash } from 'node:crypto'
import type { Findings } from '../findings.ts'
import type { ByteReader } from './byte-reader.ts'
import { httpPayload } from './http-payload.ts'
import { holdBack, LONGEST_BEGINNING } from './next-record.ts'
import { hashOf, parseWarcDigest, type WarcDigest } from './warc-digest.ts'
import { judgeHeader, parseFields, versionOf, type WarcHeader } from './warc-header.ts'

const MAX_LINE = 1 << 20
const MAX_HEADER_LINES = 10_000
const MAX_HEADER = 8 << 20

/** Warnings that a record does not hold all that was answered. */
export const GAPS: ReadonlySet<string> = new Set(['warc-cut-short', 'warc-segment', 'warc-chunks'])

/** null where the file ended inside the header. */
export async function readHeader(reader: ByteReader, about: Findings): Promise<WarcHeader | 'no-version' | null> {
  const first = (await reader.line(MAX_LINE)) ?? ''
  const version = versionOf(first)
  if (version === null) {
    const found = JSON.stringify(first.slice(0, 40).trimEnd())
    about.error('warc-version', '', `it begins ${found}, not WARC/1.0 or WARC/1.1`)
    return 'no-version'
  }
  const lines: string[] = []
  let bare = !first.endsWith('\r\n')
  let size = 0
  for (;;) {
    const line = await reader.line(MAX_LINE)
    if (line === null || !line.endsWith('\n') || lines.length > MAX_HEADER_LINES) {
      about.error('warc-truncated', '', 'the file ends inside its header')
      return null
    }
    size += line.length
    if (size > MAX_HEADER) {
      about.error('warc-field', '', `its header has more than the ${MAX_HEADER} bytes that are read`)
      return null
    }
    bare ||= !line.endsWith('\r\n')
    const text = line.replace(/\r?\n$/, '')
    if (text === '') break
    lines.push(text)
  }
  if (bare) about.error('warc-line-end', '', 'a line of its header ends without a carriage return')
  const { fields, faults } = parseFields(inUtf8(lines, about))
  const header = { version, fields }
  for (const { code, message, warning } of [...faults, ...judgeHeader(header)]) {
    if (warning) about.warn(code, '', message)
    else about.error(code, '', message)
  }
  return header
}

/** Lines read as Latin-1 in the encoding that headers have (WARC 1.1, section 4), or as they are where they have another. */
function inUtf8(lines: readonly string[], about: Findings): readonly string[] {
  const text = lines.join('\n')
  if (!/[\x80-\xff]/.test(text)) return lines
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(text, 'latin1')).split('\n')
  } catch {
    about.warn('warc-encoding', '', 'its header is not in UTF-8; it was read as Latin-1, and its words may be wrong')
    return lines
  }
}

/** Goes to the next line that begins a record; false where there is none. */
export async function skipToRecord(reader: ByteReader): Promise<boolean> {
  for (let line = await reader.line(MAX_LINE); line !== null; line = await reader.line(MAX_LINE)) {
    if (versionOf(line) === null) continue
    reader.putBack(line)
    return true
  }
  return false
}

/** Reads the block and what ends the record; false where the file ends with it. */
export async function readBlock(
  reader: ByteReader,
  header: WarcHeader,
  length: number,
  about: Findings,
  keep: (bytes: Uint8Array) => void = () => {},
): Promise<boolean> {
  const digests = blockDigests(header, about)
  const held = holdBack((bytes) => {
    digests.update(bytes)
    keep(bytes)
  })
  const taken = await reader.take(length, held.update, () => beginsRecord(reader))
  const following = taken === length ? await readFollowing(reader) : ''
  // Where records begin gzip members, what stands inside a block is no record.
  const cutByMember = taken < length && !(await reader.atEnd())
  const asSaid = following === CLOSING && !digests.endHere()
  const next = cutByMember || asSaid ? null : held.endBeforeNext(following)
  if (next !== null) {
    const message = `another record begins after ${next.length} of the ${length} bytes of its block: its length is wrong`
    about.error('warc-length', '', message)
    reader.putBack(Buffer.from(next.record).toString('latin1'))
    return true
  }
  held.release()
  if (taken === length) {
    digests.judge()
    return judgeClosing(reader, following, length, about)
  }
  const at = `after ${taken} of the ${length} bytes of its block`
  if (cutByMember) about.error('warc-length', '', `the next record begins ${at}: its length is wrong`)
  else about.error('warc-truncated', '', `the file ends ${at}`)
  return cutByMember
}

const LONGEST_VERSION = 'WARC/1.1\r\n'.length

async function beginsRecord(reader: ByteReader): Promise<boolean> {
  const line = await reader.line(LONGEST_VERSION)
  if (line === null) return false
  reader.putBack(line)
  return versionOf(line) !== null
}

const CLOSING = '\r\n\r\n'

/** What stands behind a block: the two line ends that should close it, or as much as tells what stands there instead. */
async function readFollowing(reader: ByteReader): Promise<string> {
  const bytes: number[] = []
  const take = async (count: number) => {
    const wanted = count - bytes.length
    await reader.take(
      wanted,
      (part) => bytes.push(...part),
      () => beginsRecord(reader),
    )
    return Buffer.from(bytes).toString('latin1')
  }
  const closing = await take(CLOSING.length)
  return closing === CLOSING ? closing : take(LONGEST_BEGINNING)
}

/** Goes to the next record where this one is not closed as it should be; false where the file ends with it. */
async function judgeClosing(reader: ByteReader, following: string, length: number, about: Findings): Promise<boolean> {
  if (following === CLOSING) return true
  if (following.length < CLOSING.length && CLOSING.startsWith(following) && (await reader.atEnd())) {
    about.error('warc-truncated', '', 'the file ends before the two line ends that close it')
    return false
  }
  about.error('warc-length', '', `its block of ${length} bytes is not followed by two line ends: its length is wrong`)
  reader.putBack(following)
  return skipToRecord(reader)
}

interface Expected {
  readonly digest: WarcDigest
  readonly text: string
}

function blockDigests(header: WarcHeader, about: Findings) {
  const elsewhere = judgeWhole(header, about)
  const revisit = header.fields.get('warc-type')?.[0] === 'revisit'
  const block = expectedDigest(header, 'WARC-Block-Digest', 'warc-block-digest', about)
  const payload =
    elsewhere || revisit ? null : expectedDigest(header, 'WARC-Payload-Digest', 'warc-payload-digest', about)
  const blockHash = block === null ? null : hashOf(block.digest)
  const raw = payload === null ? null : hashOf(payload.digest)
  const entity = payload === null ? null : hashOf(payload.digest)
  const http =
    !revisit && /^application\/http\b/i.test(header.fields.get('content-type')?.[0] ?? '')
      ? httpPayload(
          (bytes) => raw?.update(bytes),
          (bytes) => entity?.update(bytes),
        )
      : null
  return {
    update(bytes: Uint8Array) {
      blockHash?.update(bytes)
      if (http === null) raw?.update(bytes)
      else http.update(bytes)
    },
    /** Whether the bytes so far are all that the block digest is of. */
    endHere: () => block !== null && fits(blockHash, block),
    judge() {
      if (block !== null && !fits(blockHash, block))
        about.error('warc-block-digest', '', `the bytes of its block are not those of ${block.text}`)
      const { header: found, coding } = http?.end() ?? { header: true, coding: 'none' }
      const chunked = coding === 'chunks'
      if (coding === 'unfinished' && !elsewhere)
        about.warn(
          'warc-chunks',
          '',
          'its HTTP body was sent in chunks that do not end as they should: a part may be missing',
        )
      if (payload === null) return
      if (!found)
        about.error('warc-payload-digest', '', 'its block is said to be an HTTP message, but has no whole header')
      else if (chunked && fits(entity, payload)) return
      else if (!fits(raw, payload))
        about.error('warc-payload-digest', '', `the bytes of its payload are not those of ${payload.text}`)
      else if (chunked) about.warn('warc-payload-coding', '', 'its payload digest is over the body with its chunks')
    },
  }
}

/** Whether a part of the payload is missing or lies elsewhere: that of a segment in several records. */
function judgeWhole({ fields }: WarcHeader, about: Findings): boolean {
  const cut = fields.has('warc-truncated')
  const segment = fields.has('warc-segment-number')
  if (cut) about.warn('warc-cut-short', '', 'its capture was cut short, as WARC-Truncated says')
  if (segment && fields.get('warc-type')?.[0] !== 'continuation')
    about.warn('warc-segment', '', 'it is the first segment of a longer record: the others are not read with it')
  if ((cut || segment) && fields.has('warc-payload-digest') && fields.get('warc-type')?.[0] !== 'revisit')
    about.warn('warc-payload-unjudged', '', 'its payload is not whole in this record, so its digest was not judged')
  return cut || segment
}

function expectedDigest({ fields }: WarcHeader, name: string, code: string, about: Findings): Expected | null {
  const text = fields.get(name.toLowerCase())?.[0]
  if (text === undefined) return null
  const digest = parseWarcDigest(text)
  if (digest === null) about.warn('warc-digest-unknown', '', `${name} ${text} is in no form we know; it was not judged`)
  else if (digest.value === null) about.error(code, '', `${name} ${text} is no ${digest.algorithm} value`)
  return digest?.value == null ? null : { digest, text }
}

function fits(hash: Hash | null, { digest }: Expected): boolean {
  return hash !== null && digest.value !== null && hash.copy().digest().equals(digest.value)
}
