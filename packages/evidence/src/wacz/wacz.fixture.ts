/** WACZ files made by hand, signed by a key of their own, whole or changed in one place. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
  readonly packed?: boolean
  readonly lie?: { readonly size?: number; readonly crc?: number; readonly flags?: number }
}

/** A zip file as writers make them: local headers, then a directory. */
function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, packed = false, lie = {} } of members) {
    const data = packed ? deflateRawSync(bytes) : Buffer.from(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(lie.flags ?? 0x800, 2)
    fields.writeUInt16LE(packed ? 8 : 0, 4)
    fields.writeUInt32LE(lie.crc ?? crc32(bytes), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(lie.size ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), data)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

export const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const BODY = '<!doctype html><html><body><article><p>The marsh road is shut.</p></article></body></html>'

/** A WARC file with one page. */
export function warcOf(url: string): Buffer {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${BODY}`
  const fields = {
    'WARC-Type': 'response',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000001>',
    'WARC-Date': '2031-05-05T10:00:00Z',
    'WARC-Target-URI': url,
    'Content-Type': 'application/http; msgtype=response',
    'WARC-Block-Digest': sha256(Buffer.from(block)),
    'Content-Length': String(block.length),
  }
  const header = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  return gzipSync(`WARC/1.1\r\n${header.join('')}\r\n${block}\r\n\r\n`)
}
export const WARC = warcOf('https://a.example/1')
export const PAGES = Buffer.from(
  '{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n{"url": "https://a.example/1", "ts": "2031-05-05T10:00:00Z", "title": "One"}\n',
)
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

export interface Change {
  readonly described?: Readonly<Record<string, unknown>>
  readonly signed?: Readonly<Record<string, unknown>> | null
  readonly digest?: Readonly<Record<string, unknown>>
  /** The text of `datapackage.json` before it is signed. */
  readonly written?: (text: string) => string
  readonly members?: (members: readonly Member[]) => readonly Member[]
}

export function waczOf({
  described = {},
  signed,
  digest = {},
  written = (text) => text,
  members = (all) => all,
}: Change = {}): Buffer {
  const held: Member[] = [
    { name: 'archive/data.warc.gz', bytes: WARC },
    { name: 'pages/pages.jsonl', bytes: PAGES, packed: true },
    { name: 'indexes/index.cdxj', bytes: Buffer.from('example,a)/1 20310505100000 {}\n') },
  ]
  const resources = held.map(({ name, bytes }) => ({ name, path: name, hash: sha256(bytes), bytes: bytes.length }))
  const text = Buffer.from(
    written(JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources, ...described })),
  )
  const hash = sha256(text)
  const signature = {
    hash,
    created: '2031-05-05T10:00:00Z',
    software: 'a test',
    version: '0.1.0',
    signature: sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    ...signed,
  }
  const about = { path: 'datapackage.json', hash, ...(signed === null ? {} : { signedData: signature }), ...digest }
  return zipOf(
    members([
      ...held,
      { name: 'datapackage.json', bytes: text, packed: true },
      { name: 'datapackage-digest.json', bytes: Buffer.from(JSON.stringify(about)), packed: true },
    ]),
  )
}
