/** Manifests and fetch.txt of a bag: their lines, read and judged. */
import type { Findings } from '../findings.ts'
import { decodePath, linesOf, unsafePath } from './tag-file.ts'

export interface ListedFile {
  /** Lower case. */
  readonly digest: string
}

export interface ManifestContext {
  readonly name: string
  /** Whether it lists the payload, not tag files. */
  readonly payload: boolean
  /** By the rules of RFC 8493 itself. */
  readonly strict: boolean
  /** All files of the bag. */
  readonly present: ReadonlySet<string>
}

/** Path to what is listed of it. */
export function readManifest(
  text: string,
  { name, payload, strict, present }: ManifestContext,
  findings: Findings,
): ReadonlyMap<string, ListedFile> {
  const files = new Map<string, ListedFile>()
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    const [, digits, star, written] = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/s.exec(line) ?? []
    if (digits === undefined || written === undefined) {
      findings.error('bag-manifest', name, `a line is not "digest path": ${line.slice(0, 120)}`)
      continue
    }
    if (star !== '')
      findings.warn('bag-manifest', name, `${written} is marked with an asterisk, as md5sum and its kin do`)
    const path = placeOf(written, { name, payload, strict, present }, findings)
    if (path === null) continue
    const digest = digits.toLowerCase()
    const before = files.get(path)
    if (before === undefined) files.set(path, { digest })
    else if (strict || before.digest !== digest) findings.error('bag-duplicate', name, `${path} is listed twice`)
    else findings.warn('bag-duplicate', name, `${path} is listed twice, with the same digest`)
  }
  return files
}

/** The path as the file system has it; null where it leads out of where it may. */
function placeOf(
  written: string,
  { name, payload, strict, present }: ManifestContext,
  findings: Findings,
): string | null {
  const relative = written.replace(/^(?:\.\/)+/, '')
  if (relative !== written) findings.warn('bag-path', name, `${written} begins with ./`)
  const why = unsafePath(relative)
  if (why !== null || (payload && !relative.startsWith('data/'))) {
    findings.error(
      'bag-path',
      name,
      `${written} is outside ${payload ? 'data' : 'the bag'}${why === null ? '' : `: ${why}`}`,
    )
    return null
  }
  if (!payload && relative.startsWith('data/')) {
    findings.error('bag-manifest', name, `${written} is payload, and ${name} lists tag files`)
    return null
  }
  const decoded = decodePath(relative)
  if (!strict) return present.has(decoded) || !present.has(relative) ? decoded : relative
  if (/%(?!25|0d|0a)/i.test(relative))
    findings.warn('bag-path', name, `${written} has a percent sign that stands for itself; it is written %25`)
  return decoded
}

/** Paths that fetch.txt says where to get (RFC 8493 section 2.2.3). */
export function readFetch(text: string, findings: Findings): readonly string[] {
  const name = 'fetch.txt'
  const paths: string[] = []
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    const [, url, length, written] = /^(\S+)[ \t]+(\S+)[ \t]+(.+)$/s.exec(line) ?? []
    if (url === undefined || written === undefined || !/^(\d+|-)$/.test(length ?? '')) {
      findings.error('bag-fetch', name, `a line is not "address length path": ${line.slice(0, 120)}`)
      continue
    }
    if (!URL.canParse(url)) findings.error('bag-fetch', name, `${url} is no address`)
    const relative = decodePath(written.replace(/^(?:\.\/)+/, ''))
    const why = unsafePath(relative)
    if (why !== null || !relative.startsWith('data/')) {
      findings.error('bag-path', name, `${written} is outside data${why === null ? '' : `: ${why}`}`)
    } else {
      paths.push(relative)
    }
  }
  return paths
}
