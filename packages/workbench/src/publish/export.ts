/** `export`: a case as JSON, CSV and one self-contained page, each marked as a working copy. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DiskOptions, nodeDisk, writeDurably } from '@corroborate/evidence'
import { stringify } from 'csv-stringify/sync'
import { type CaseView, NOTICE } from './case-view.ts'
import type { Dossier, ReviewedFigure } from './contract.ts'
import { dossierText } from './dossier.ts'
import { offlinePage } from './offline-page.ts'
import { type Row, registerTables } from './register-tables.ts'

/** Writes the export into a folder; gives the names of its files. `embedded`: with everything that pictures and films say of themselves. */
export async function writeExport(
  view: CaseView,
  folder: string,
  webFolder: string,
  { disk = nodeDisk, embedded = false }: DiskOptions & { readonly embedded?: boolean } = {},
): Promise<readonly string[]> {
  const dossier = await view.dossier({ embedded })
  const [script, style] = await Promise.all([
    readFile(join(webFolder, 'app.js'), 'utf8'),
    readFile(join(webFolder, 'app.css'), 'utf8'),
  ])
  const files: Record<string, string> = {
    'dossier.json': dossierText(dossier),
    ...tables(dossier),
    'index.html': offlinePage({ dossier, script, style }),
  }
  for (const [name, text] of Object.entries(files)) await writeDurably(join(folder, name), Buffer.from(text), { disk })
  return Object.keys(files)
}

type Csv = (rows: readonly Row[], columns: readonly string[]) => string

/** Every row of every table carries the notice, and the word "invented" where the case is. */
function tables({ case: header, documents, lineage, ledger, register }: Dossier): Record<string, string> {
  const notice = header.invented ? `${NOTICE}; INVENTED` : NOTICE
  const csv: Csv = (rows, columns) =>
    stringify(
      rows.map((row) => ({ ...row, notice })),
      { header: true, columns: [...columns, 'notice'], escape_formulas: true, bom: true },
    )
  const file = (id: string) => ledger.files[id] ?? id
  return {
    'documents.csv': csv(
      documents.map((d) => ({
        ...pick(d, ['id', 'item', 'title', 'outlet', 'agency', 'url', 'published', 'language', 'needs', 'error']),
        file: d.files.join('; '),
      })),
      ['id', 'file', 'title', 'outlet', 'agency', 'url', 'published', 'language', 'needs', 'error', 'item'],
    ),
    'figures.csv': csv(
      documents.flatMap((d) =>
        d.figureList.map((f) => ({
          ...pick(f, FIGURE_COLUMNS),
          document: d.id,
          file: d.files[0] ?? '',
          proposed_by: proposer(f),
          review: f.review.status,
          reviewed_by: f.review.by,
          reason: f.review.reason,
        })),
      ),
      ['document', 'file', ...FIGURE_COLUMNS, 'proposed_by', 'review', 'reviewed_by', 'reason'],
    ),
    'claims.csv': csv(
      documents.flatMap((d) =>
        d.claimList.map((c) => ({
          ...pick(c, CLAIM_COLUMNS),
          document: d.id,
          file: d.files[0] ?? '',
          content: c.content.text,
          quotes: c.quotes.map(({ text }) => text).join(' | '),
          due: c.due?.date ?? null,
          due_text: c.due?.text ?? null,
          proposed_by: proposer(c),
          review: c.review.status,
          reviewed_by: c.review.by,
          reason: c.review.reason,
        })),
      ),
      [
        'document',
        'file',
        ...CLAIM_COLUMNS,
        'content',
        'quotes',
        'due',
        'due_text',
        'proposed_by',
        'review',
        'reviewed_by',
        'reason',
      ],
    ),
    ...proposalTable(documents, csv),
    'lineage.csv': csv(
      lineage.edges.map((e) => ({
        ...pick(e, ['id', 'a', 'b', 'kind', 'direction', 'confidence', 'reason']),
        review: e.review.status,
      })),
      ['id', 'a', 'b', 'kind', 'direction', 'confidence', 'reason', 'review'],
    ),
    ...registerTables(register, csv),
    'tolls.csv': csv(
      ledger.series.flatMap((s) =>
        s.points.map((p) => ({
          series: s.id,
          ...pick(s, ['origin', 'effect', 'victims', 'perpetrator', 'place', 'scope']),
          ...pick(p, ['value', 'valueMax', 'vagueWord', 'comparator', 'low', 'high', 'asOf', 'asOfBasis']),
          files: p.documents.map(file).join('; '),
          review: [...new Set(p.figures.map((id) => ledger.review[id] ?? 'machine-read'))].join('; '),
        })),
      ),
      [
        'series',
        'origin',
        'effect',
        'victims',
        'perpetrator',
        'place',
        'scope',
        'value',
        'valueMax',
        'vagueWord',
        'comparator',
        'low',
        'high',
        'asOf',
        'asOfBasis',
        'files',
        'review',
      ],
    ),
    'ranges.csv': csv(
      ledger.ranges.flatMap((range) =>
        range.from.map((one) => ({
          range: range.id,
          ...pick(range, ['effect', 'manner', 'victims', 'perpetrator', 'place', 'rule', 'low', 'high', 'best']),
          independence: range.independence,
          groups: range.independentGroups,
          origin: one.origin,
          series: one.series,
          origin_low: one.low,
          origin_high: one.high,
          origin_as_of: one.asOf,
          used: one.used ? 'yes' : 'no',
          files: one.documents.map(file).join('; '),
          review: [...new Set(one.figures.map((id) => ledger.review[id] ?? 'machine-read'))].join('; '),
          reason: range.reason,
        })),
      ),
      RANGE_COLUMNS,
    ),
    'drift.csv': csv(
      lineage.drift.map((d) => ({
        ...pick(d, ['id', 'field', 'printed', 'origin', 'reason']),
        file: d.files[0],
        against: d.files[1],
        printed_at: d.printedAt.text,
        origin_at: d.originAt.text,
        nearer: d.nearer === null ? null : file(d.nearer),
        seen_in: d.seenIn.map(file).join('; '),
      })),
      ['id', 'field', 'file', 'printed', 'printed_at', 'against', 'origin', 'origin_at', 'nearer', 'seen_in', 'reason'],
    ),
  }
}

const proposer = ({ proposedBy }: Pick<ReviewedFigure, 'proposedBy'>): string | null =>
  proposedBy === undefined ? null : `${proposedBy.model} at ${proposedBy.host}`

/** Every proposal of a second reader, also those that were refused; no file where none was asked. */
function proposalTable(documents: Dossier['documents'], csv: Csv): Record<string, string> {
  const rows = documents.flatMap(({ id, files, asked = [] }) =>
    asked.flatMap(({ proposals, host, model }) =>
      (proposals ?? []).map((proposal) => ({ document: id, file: files[0] ?? '', host, model, ...proposal })),
    ),
  )
  if (rows.length === 0) return {}
  return { 'proposals.csv': csv(rows, PROPOSAL_COLUMNS) }
}

const PROPOSAL_COLUMNS = [
  'document',
  'file',
  'host',
  'model',
  'kind',
  'quote',
  'speaker',
  'start',
  'end',
  'verdict',
  'reason',
  'claim',
] as const

const RANGE_COLUMNS = [
  'range',
  'effect',
  'manner',
  'victims',
  'perpetrator',
  'place',
  'rule',
  'low',
  'high',
  'best',
  'independence',
  'groups',
  'origin',
  'series',
  'origin_low',
  'origin_high',
  'origin_as_of',
  'used',
  'files',
  'review',
  'reason',
] as const
const FIGURE_COLUMNS = [
  'id',
  'value',
  'valueMax',
  'vagueWord',
  'comparator',
  'effect',
  'victims',
  'victimText',
  'perpetrator',
  'claimant',
  'via',
  'place',
  'eventDate',
  'asOf',
  'date',
  'scope',
  'partOf',
  'repeatOf',
  'unsure',
  'surface',
  'start',
  'end',
] as const
const CLAIM_COLUMNS = [
  'id',
  'kind',
  'speaker',
  'role',
  'via',
  'addressee',
  'target',
  'date',
  'unsure',
  'start',
  'end',
] as const

function pick<T, K extends keyof T>(value: T, keys: readonly K[]): Record<K, string | number | null> {
  return Object.fromEntries(keys.map((key) => [key, value[key] ?? null])) as Record<K, string | number | null>
}
