/** A manifest: the table a person keeps beside the files, saying where each was published. */
import { parse } from 'csv-parse/sync'
import { readEdtfDay } from './manifest-date.ts'

/** What a row says of one publication of a file. Null where a cell is empty. */
export interface ManifestRow {
  readonly url: string | null
  readonly outlet: string | null
  readonly agency: string | null
  /** EDTF (ISO 8601-2). */
  readonly published: string | null
  /** BCP 47 primary subtag. */
  readonly language: string | null
  readonly title: string | null
  /** When the page says it was last changed, and when it was captured; EDTF. */
  readonly modified: string | null
  readonly captured: string | null
}

export interface Manifest {
  /** By file as written, with `/` between folders; several rows are several publications of one item. */
  readonly rows: ReadonlyMap<string, readonly ManifestRow[]>
  /** Cells of columns we do not know, by file: for each row of `rows`, in the same order. */
  readonly extras: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>
  /** Sentences, each with its line. */
  readonly problems: readonly string[]
}

/** The table cannot be used at all. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
}

const FIELDS = ['url', 'outlet', 'agency', 'published', 'language', 'title', 'modified', 'captured'] as const
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  filename: 'file',
  path: 'file',
  address: 'url',
  date: 'published',
  updated: 'modified',
  retrieved: 'captured',
  lang: 'language',
}

interface Entry {
  readonly line: number
  readonly row: ManifestRow
  readonly extra: Readonly<Record<string, string>>
}

/**
 * Parses a manifest (RFC 4180; commas, semicolons or tabs). A row that cannot be used is a problem and the rest is
 * kept. Throws ManifestError where there is no `file` column or the table is broken; `where` names it in messages.
 */
export function parseManifest(text: string, where: string): Manifest {
  const { header, records } = tableOf(text, where)
  const problems: string[] = []
  const entries = new Map<string, Entry[]>()
  for (const { line, cells } of records) {
    const values = new Map(header.map((column, at) => [column, (cells[at] ?? '').trim()]))
    if ([...values.values()].every((value) => value === '')) continue
    const file = filePath(values.get('file')!)
    if (file === null) {
      problems.push(`${where}, line ${line}: no file is named; the row is not used`)
      continue
    }
    if (cells.length > header.length) {
      problems.push(
        `${where}, line ${line}: ${cells.length} cells under ${header.length} columns; put quotation marks around cells that hold a separator`,
      )
    }
    const entry = { line, row: rowOf(values, where, line, problems), extra: extraOf(values) }
    const before = entries.get(file) ?? []
    const clash = clashWith(before, entry, file, where)
    if (clash === null) entries.set(file, [...before, entry])
    else problems.push(clash)
  }
  const column = <T>(pick: (entry: Entry) => T) =>
    new Map([...entries].map(([file, rows]) => [file, rows.map(pick)] as const))
  return { rows: column(({ row }) => row), extras: column(({ extra }) => extra), problems }
}

function tableOf(text: string, where: string) {
  const plain = text.replace(/^\uFEFF/, '')
  const firstLine = /^[^\r\n]*/.exec(plain.trimStart())![0]
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    firstLine.split(mark).length > firstLine.split(best).length ? mark : best,
  )
  let parsed: { record: string[]; info: { lines: number } }[]
  try {
    parsed = parse(plain, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as never
  } catch (error) {
    throw new ManifestError(
      `${where} is not a table we can read (${(error as Error).message}); save it as CSV with quotation marks around cells that hold a separator`,
    )
  }
  const names = parsed[0]?.record ?? []
  const header = names.map((name) => {
    const plainName = name.toLowerCase().replace(/\s+/g, '_')
    return COLUMN_NAMES[plainName] ?? plainName
  })
  if (!header.includes('file')) {
    throw new ManifestError(
      `${where} has no column "file"; its first line must name the columns: file,url,outlet,agency,published,language,title,modified,captured`,
    )
  }
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) !== at)
  if (twice !== undefined) throw new ManifestError(`${where} has two columns "${twice}"; name one of them otherwise`)
  return { header, records: parsed.slice(1).map(({ record, info }) => ({ line: info.lines, cells: record })) }
}

/** `./a\b.txt` is `a/b.txt`. */
function filePath(cell: string): string | null {
  const path = cell.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  return path === '' ? null : path
}

function rowOf(values: ReadonlyMap<string, string>, where: string, line: number, problems: string[]): ManifestRow {
  const cell = (name: string) => values.get(name) || null
  const day = (name: string) => {
    const written = cell(name)
    const date = written === null ? null : readEdtfDay(written)
    if (written !== null && date === null) {
      problems.push(
        `${where}, line ${line}: "${written}" is no date; write it as 2025-04-03, or 2025-04 where the day is not known`,
      )
    }
    return date
  }
  const dates = { published: day('published'), modified: day('modified'), captured: day('captured') }
  const tag = cell('language')
  const language = tag === null ? null : (/^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(tag)?.[1]?.toLowerCase() ?? null)
  if (tag !== null && language === null) {
    problems.push(`${where}, line ${line}: "${tag}" is no language code; write en, ar, fa ...`)
  }
  return {
    url: cell('url'),
    outlet: cell('outlet'),
    agency: cell('agency'),
    published: dates.published,
    language,
    title: cell('title'),
    modified: dates.modified,
    captured: dates.captured,
  }
}

function extraOf(values: ReadonlyMap<string, string>): Record<string, string> {
  const known = new Set<string>(['file', ...FIELDS, ''])
  return Object.fromEntries([...values].filter(([name, value]) => !known.has(name) && value !== ''))
}

/** Two rows of one file are two publications where outlet, address or date differ; else one repeats or denies the other. */
function clashWith(before: readonly Entry[], entry: Entry, file: string, where: string): string | null {
  const same = before.find(
    ({ row }) => row.outlet === entry.row.outlet && row.url === entry.row.url && row.published === entry.row.published,
  )
  if (same === undefined) return null
  const differing = (['agency', 'language', 'title', 'modified', 'captured'] as const).filter(
    (field) => same.row[field] !== entry.row[field],
  )
  return differing.length === 0
    ? `${where}, line ${entry.line}: repeats line ${same.line} for ${file}; the row is not used again`
    : `${where}, line ${entry.line}: contradicts line ${same.line} for ${file} in ${differing.join(' and ')}; line ${same.line} is used: correct one of them`
}
