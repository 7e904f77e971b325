/** Reading one record of a WARC file: its header, the digests of its block and payload, and the way to the next record. */
import type { Hash } from 'node:crypto'
import type { Findings } from '../findings.ts'
import type { ByteReader } from './byte-reader.ts'
import { httpPayload } from './http-payload.ts'
import { hashOf, parseWarcDigest, type WarcDigest } from './warc-digest.ts'
import { judgeHeader, parseFields, versionOf, type WarcHeader } from './warc-header.ts'

const MAX_LINE = 1 << 20
const MAX_HEADER_LINES = 10_000

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
  for (;;) {
    const line = await reader.line(MAX_LINE)
    if (line === null || !line.endsWith('\n') || lines.length > MAX_HEADER_LINES) {
      about.error('warc-truncated', '', 'the file ends inside its header')
      return null
    }
    bare ||= !line.endsWith('\r\n')
    const text = line.replace(/\r?\n$/, '')
    if (text === '') break
    lines.push(text)
  }
  if (bare) about.error('warc-line-end', '', 'a line of its header ends without a carriage return')
  const { fields, faults } = parseFields(lines)
  const header = { version, fields }
  for (const { code, message, warning } of [...faults, ...judgeHeader(header)]) {
    if (warning) about.warn(code, '', message)
    else about.error(code, '', message)
  }
  return header
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

/** Reads the two line ends that close a record; false where the file ends with it. */
export async function readEnd(reader: ByteReader, length: number, about: Findings): Promise<boolean> {
  const end: number[] = []
  await reader.take(4, (bytes) => end.push(...bytes))
  if (Buffer.from(end).toString('latin1') === '\r\n\r\n') return true
  if (end.length < 4 && '\r\n\r\n'.startsWith(Buffer.from(end).toString('latin1'))) {
    about.error('warc-truncated', '', 'the file ends before the two line ends that close it')
    return false
  }
  about.error('warc-length', '', `its block of ${length} bytes is not followed by two line ends: its length is wrong`)
  return skipToRecord(reader)
}

interface Expected {
  readonly digest: WarcDigest
  readonly text: string
}

export function blockDigests(header: WarcHeader, about: Findings) {
  const block = expectedDigest(header, 'WARC-Block-Digest', 'warc-block-digest', about)
  const payload = payloadDigest(header, about)
  const blockHash = block === null ? null : hashOf(block.digest)
  const raw = payload === null ? null : hashOf(payload.digest)
  const entity = payload === null ? null : hashOf(payload.digest)
  const http =
    payload !== null && /^application\/http\b/i.test(header.fields.get('content-type')?.[0] ?? '')
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
    judge() {
      if (block !== null && !fits(blockHash, block))
        about.error('warc-block-digest', '', `the bytes of its block are not those of ${block.text}`)
      if (payload === null) return
      const { header: found, chunked } = http?.end() ?? { header: true, chunked: false }
      if (!found)
        about.error('warc-payload-digest', '', 'its block is said to be an HTTP message, but has no whole header')
      else if (chunked && fits(entity, payload)) return
      else if (!fits(raw, payload))
        about.error('warc-payload-digest', '', `the bytes of its payload are not those of ${payload.text}`)
      else if (chunked) about.warn('warc-payload-coding', '', 'its payload digest is over the body with its chunks')
    },
  }
}

/** The payload of a revisit lies elsewhere, that of a segment in several records, and a cut one is not whole. */
function payloadDigest(header: WarcHeader, about: Findings): Expected | null {
  const { fields } = header
  if (fields.has('warc-truncated'))
    about.warn('warc-cut-short', '', 'its capture was cut short, as WARC-Truncated says')
  const elsewhere = ['warc-truncated', 'warc-segment-number'].find((name) => fields.has(name))
  const revisit = fields.get('warc-type')?.[0] === 'revisit'
  if (!fields.has('warc-payload-digest')) return null
  if (revisit || elsewhere !== undefined) {
    if (!revisit)
      about.warn('warc-payload-unjudged', '', 'its payload is not whole in this record, so its digest was not judged')
    return null
  }
  return expectedDigest(header, 'WARC-Payload-Digest', 'warc-payload-digest', about)
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
