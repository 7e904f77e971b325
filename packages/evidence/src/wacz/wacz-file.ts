/** A WACZ file (Webrecorder, WACZ 1.1.1): a zip file of WARC files, lists of pages, and a package that names their digests. */
import { openZip, type RandomAccess, type ZipFile, type ZipMember } from '../zip/zip-file.ts'

/** A file that `datapackage.json` names. */
export interface WaczResource {
  readonly path: string
  /** `sha256:…` as it stands; null where none is given. */
  readonly hash: string | null
  /** As it stands; null where none is given. */
  readonly bytes: unknown
}

export interface WaczPackage {
  readonly profile: string | null
  readonly version: string | null
  readonly title: string | null
  /** As they stand. */
  readonly created: string | null
  readonly software: string | null
  readonly resources: readonly WaczResource[]
}

/** A page as the file's makers list it. */
export interface WaczPage {
  /** Of the list, from 1. */
  readonly line: number
  readonly url: string
  readonly ts: string | null
  readonly title: string | null
}

export interface WaczFile {
  readonly zip: ZipFile
  /** WARC files below `archive/`, in the order of the directory. */
  readonly archives: readonly ZipMember[]
  member(name: string): ZipMember | null
}

export const PACKAGE = 'datapackage.json'
export const PACKAGE_DIGEST = 'datapackage-digest.json'
export const PAGES = 'pages/pages.jsonl'
/** Folders that hold what WACZ defines, and nothing else (section "Other files and directories"). */
export const OWN_FOLDERS = /^(?:archive|indexes|pages)\//

/** Bytes of a JSON file, or of one line of a list of pages, that are read at most. */
const LARGEST_JSON = 64 * 1024 * 1024
const LONGEST_LINE = 8 * 1024 * 1024

/** Throws BadZipError. */
export async function openWacz(source: RandomAccess): Promise<WaczFile> {
  const zip = await openZip(source)
  const byName = new Map(zip.members.map((member) => [member.name, member]))
  return {
    zip,
    archives: zip.members.filter(({ name }) => /^archive\/[^/].*\.(?:warc|warc\.gz)$/.test(name)),
    member: (name) => byName.get(name) ?? null,
  }
}

/** A member as text. Throws BadZipError; null where it is larger than such files are, or no UTF-8. */
export async function textOf(zip: ZipFile, member: ZipMember): Promise<string | null> {
  if (member.size > LARGEST_JSON) return null
  const parts: Uint8Array[] = []
  for await (const bytes of zip.stream(member)) parts.push(Uint8Array.from(bytes))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch {
    return null
  }
}

/** Null where the text is no package. */
export function parsePackage(text: string): WaczPackage | null {
  const value = objectOf(text)
  if (value === null || !Array.isArray(value.resources)) return null
  const words = (name: string) => wordsOf(value[name])
  const resources = value.resources.map((one: unknown): WaczResource | null => {
    if (typeof one !== 'object' || one === null) return null
    const { path, hash, bytes, stats, hashing } = one as Record<string, unknown>
    if (typeof path !== 'string') return null
    const stated = hash === undefined ? earlierStats(stats, hashing) : { hash: wordsOf(hash), bytes }
    return { path, hash: stated.hash, bytes: stated.bytes ?? null }
  })
  if (resources.includes(null)) return null
  return {
    profile: words('profile'),
    version: words('wacz_version'),
    title: words('title'),
    created: words('created'),
    software: words('software'),
    resources: resources.filter((one) => one !== null),
  }
}

/** Before WACZ 1.1 the digest stood in `stats`, its kind in `hashing`. */
function earlierStats(stats: unknown, hashing: unknown): { hash: string | null; bytes: unknown } {
  const { hash, bytes } = (stats ?? {}) as Record<string, unknown>
  return { hash: typeof hash === 'string' ? `${String(hashing)}:${hash.replace(/^.*:/, '')}` : null, bytes }
}

/**
 * Pages of a list (`pages.jsonl`) with its lines that are none. The first line describes the list. Throws BadZipError.
 */
export async function* readPages(
  zip: ZipFile,
  member: ZipMember,
): AsyncIterable<WaczPage | { readonly badLine: number }> {
  let number = 0
  for await (const line of linesOf(zip.stream(member))) {
    number++
    if (line !== null && line.trim() === '') continue
    const value = line === null ? null : objectOf(line)
    if (value === null) yield { badLine: number }
    else if (number === 1 && value.format !== undefined) continue
    else if (typeof value.url !== 'string') yield { badLine: number }
    else yield { line: number, url: value.url, ts: wordsOf(value.ts), title: wordsOf(value.title) }
  }
}

/** Lines in UTF-8; null for one that is too long or no UTF-8. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncIterable<string | null> {
  let held: Buffer[] = []
  let length = 0
  const line = (): string | null => {
    const bytes = Buffer.concat(held)
    const text = length > LONGEST_LINE ? null : textOrNull(bytes)
    held = []
    length = 0
    return text
  }
  const hold = (part: Uint8Array) => {
    length += part.length
    if (length <= LONGEST_LINE) held.push(Buffer.from(part))
  }
  for await (const bytes of stream) {
    let from = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      hold(bytes.subarray(from, at))
      yield line()
      from = at + 1
    }
    hold(bytes.subarray(from))
  }
  if (length > 0) yield line()
}

function textOrNull(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

function wordsOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
