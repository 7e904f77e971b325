/** The media type of an original, by its content first and by the ending of its name where content does not tell. */

export type MediaType = `${string}/${string}`
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const READ_TYPES = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: DOCX,
  xlsx: XLSX,
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  eml: 'message/rfc822',
  compound: 'application/x-cfb',
  zip: 'application/zip',
} as const

/** First bytes in Latin-1, by media type. */
const SIGNATURES: readonly (readonly [type: MediaType, start: string, at?: number])[] = [
  [READ_TYPES.compound, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/webp', 'WEBP', 8],
  ['image/heic', 'ftyphei', 4],
  ['image/heic', 'ftypmif1', 4],
  ['image/avif', 'ftypavif', 4],
  ['image/vnd.adobe.photoshop', '8BPS'],
  ['audio/wav', 'WAVE', 8],
  ['video/x-msvideo', 'AVI ', 8],
  ['video/mp4', 'ftyp', 4],
  ['video/webm', '\x1a\x45\xdf\xa3'],
  ['audio/ogg', 'OggS'],
  ['audio/mpeg', 'ID3'],
  ['audio/flac', 'fLaC'],
  ['application/gzip', '\x1f\x8b'],
  ['application/x-7z-compressed', "7z\xbc\xaf'\x1c"],
  ['application/vnd.rar', 'Rar!\x1a\x07'],
  ['application/x-xz', '\xfd7zXZ\0'],
  ['application/x-bzip2', 'BZh'],
  ['application/x-tar', 'ustar', 257],
  ['application/rtf', '{\\rtf'],
  ['application/vnd.sqlite3', 'SQLite format 3\0'],
  ['application/vnd.apache.parquet', 'PAR1'],
  ['application/x-elf', '\x7fELF'],
  ['application/warc', 'WARC/1.'],
  ['application/postscript', '%!PS'],
]

const ENDINGS: Readonly<Record<string, MediaType>> = {
  md: READ_TYPES.markdown,
  markdown: READ_TYPES.markdown,
  html: READ_TYPES.html,
  htm: READ_TYPES.html,
  xhtml: READ_TYPES.html,
  csv: READ_TYPES.csv,
  tsv: READ_TYPES.tsv,
  tab: READ_TYPES.tsv,
  eml: READ_TYPES.eml,
  mht: READ_TYPES.eml,
  mhtml: READ_TYPES.eml,
  pdf: READ_TYPES.pdf,
  docx: READ_TYPES.docx,
  docm: READ_TYPES.docx,
  xlsx: READ_TYPES.xlsx,
  xlsm: READ_TYPES.xlsx,
  json: 'application/json',
  geojson: 'application/json',
  jsonl: 'application/jsonl',
  ndjson: 'application/jsonl',
  xml: 'application/xml',
  kml: 'application/xml',
  gpx: 'application/xml',
  svg: 'image/svg+xml',
  js: 'text/javascript',
  css: 'text/css',
}

export function mediaTypeOf(bytes: Uint8Array, name: string): MediaType {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (head.slice(0, 1024).includes('%PDF-')) return READ_TYPES.pdf
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipType(bytes, ending)
  for (const [type, start, at = 0] of SIGNATURES) if (starts(bytes, start, at)) return type
  const plain = head.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '').replaceAll('\0', '')
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i.test(plain)) {
    return READ_TYPES.html
  }
  const byEnding = ENDINGS[ending] ?? null
  if (byEnding === null || byEnding === READ_TYPES.eml) return isMessage(plain) ? READ_TYPES.eml : READ_TYPES.text
  return byEnding
}

function starts(bytes: Uint8Array, signature: string, at: number): boolean {
  for (let step = 0; step < signature.length; step++) {
    if (bytes[at + step] !== signature.charCodeAt(step)) return false
  }
  return true
}

/** Office files are zip archives; the names of their parts stand in the clear (APPNOTE 4.3.7). */
function zipType(bytes: Uint8Array, ending: string): MediaType {
  if (ending === 'zip') return READ_TYPES.zip
  const listing = new TextDecoder('latin1').decode(bytes)
  if (listing.includes('word/document')) return READ_TYPES.docx
  if (listing.includes('xl/workbook.bin')) return 'application/vnd.ms-excel.sheet.binary.macroEnabled.12'
  if (listing.includes('xl/workbook')) return READ_TYPES.xlsx
  const stated = /mimetype(application\/[a-z0-9.+-]{3,80})PK/.exec(listing.slice(0, 512))?.[1]
  if (stated !== undefined) return stated as MediaType
  const byEnding = ENDINGS[ending]
  return byEnding === READ_TYPES.docx || byEnding === READ_TYPES.xlsx ? byEnding : READ_TYPES.zip
}

/** A message begins with header fields, at least two of them those of mail (RFC 5322, section 3.6). */
function isMessage(head: string): boolean {
  const fields = /^(?:From |(?:[!-9;-~]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n))+/.exec(head)?.[0] ?? ''
  const names = new Set([...fields.matchAll(/^([!-9;-~]+):/gm)].map(([, name]) => name!.toLowerCase()))
  return (
    ['from', 'to', 'date', 'subject', 'message-id', 'received', 'mime-version'].filter((name) => names.has(name))
      .length >= 3
  )
}
