/** The verbs that only show what a case holds. They open its store for reading and cannot write. */
import type { Independence, LeftOut } from '@corroborate/claims'
import { z } from 'zod'
import {
  type Decision,
  DecisionSchema,
  DocumentDetailSchema,
  DocumentSummarySchema,
  LedgerSchema,
  LineageSchema,
  OverviewSchema,
  ReviewedClaimSchema,
  type ReviewedFigure,
  ReviewedFigureSchema,
  type VaultState,
} from '../publish/contract.ts'
import { embeddedLines } from '../publish/media-view.ts'
import { caseField, edtfField, type OperationContext, operation } from './operation.ts'
import { reading, type ShownCase } from './sight.ts'
import { countOf, cut, table } from './table.ts'

export class NotFoundError extends Error {
  constructor(what: string, id: string, hint: string) {
    super(`the case holds no ${what} ${JSON.stringify(id)}: ${hint}`)
    this.name = 'NotFoundError'
  }
}

export const viewing = <T>(context: OperationContext, path: string, work: (view: ShownCase) => T) =>
  reading(context, path, async (_, view) => work(await view()))

const asOfField = edtfField
  .optional()
  .meta({ placeholder: 'DATE', description: 'Show what was known on this day (YYYY-MM-DD)' })
const bothSurfaces = ['cli', 'http'] as const

export const overview = operation({
  name: 'overview',
  summary: 'Show what a case holds at a glance',
  description: 'Counts, tolls, drift and commitments of a case in one answer.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField, asOf: asOfField }),
  output: OverviewSchema,
  examples: ['overview coast-2025', 'overview coast-2025 --as-of 2025-03-10 --json'],
  run: (context, input) => viewing(context, input.case, (view) => view.overview(input.asOf ?? null)),
  print({ case: header, counts, drift, vault }) {
    return [
      `${header.title}${header.invented ? ' — INVENTED' : ''}`,
      [header.period, ...header.places].filter(Boolean).join(' · '),
      `${countOf(counts.documents, 'document')}, ${countOf(counts.figures, 'figure')}, ${countOf(counts.claims, 'claim')}; ${counts.machineRead} machine-read, ${counts.reviewed} reviewed, ${counts.rejected} rejected`,
      `${counts.needTranscription} need transcription, ${counts.unreadable} could not be read`,
      `${countOf(drift.length, 'drift notice')}`,
      ...(vault === undefined ? [] : [vaultText(vault)]),
    ].join('\n')
  },
})

export const documents = operation({
  name: 'documents',
  summary: 'List the documents of a case',
  description: 'Every publication in the case, with what could not be read and where manifest and page disagree.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField }),
  output: z.array(DocumentSummarySchema),
  examples: ['documents coast-2025'],
  run: (context, input) => viewing(context, input.case, (view) => [...view.documents()]),
  print: (rows) =>
    table(
      ['file', 'outlet', 'agency', 'published', 'language', 'figures', 'claims', 'id', 'title'],
      rows.map((row) => [
        row.files.join(', ') + (row.confidential === true ? ' [confidential]' : ''),
        row.outlet ?? '',
        row.agency ?? '',
        `${row.published ?? 'undated'}${row.dating === 'vague' || row.dating === 'future' ? ` (${row.dating})` : ''}${row.modified === null ? '' : `, changed ${row.modified}`}`,
        row.languageRead ? (row.language ?? '') : `${row.language} (not read)`,
        String(row.figures),
        String(row.claims),
        row.id.slice(0, 12),
        row.error ?? (row.needs === null ? cut(row.title ?? '', 60) : 'needs transcription'),
      ]),
    ) || 'The case holds no documents yet.',
})

export const document = operation({
  name: 'document',
  summary: 'Show one document with everything read in it',
  description:
    'Text, blocks, figures and claims of a document, each with who reviewed it; of a picture or a film also what the file says of itself. The id may be cut short.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    id: z
      .string()
      .min(4)
      .meta({ position: 1, placeholder: 'ID', description: 'Id of the document, or the name of its file' }),
  }),
  output: DocumentDetailSchema,
  examples: ['document coast-2025 3f2a9c01', 'document coast-2025 000.txt --json'],
  run: (context, input) =>
    viewing(context, input.case, (view) => {
      const found = view.documents().filter(({ id, files }) => id.startsWith(input.id) || files.includes(input.id))
      const detail = found.length === 1 ? view.document(found[0]?.id ?? '') : null
      if (detail === null) {
        throw new NotFoundError(
          'document',
          input.id,
          found.length > 1 ? 'several begin so' : 'see `corroborate documents CASE`',
        )
      }
      return detail
    }),
  print: (detail) =>
    [
      `${detail.confidential === true ? 'CONFIDENTIAL  ' : ''}${detail.title ?? detail.files[0]}  ${[detail.outlet, detail.agency, detail.published].filter(Boolean).join(' · ')}`,
      '',
      detail.text.trim(),
      '',
      ...(detail.embedded === undefined ? [] : [...embeddedLines(detail.embedded), '']),
      table(
        ['id', 'what', 'who', 'words', 'review'],
        [
          ...detail.figureList.map((f) => [
            f.id.slice(0, 12),
            f.effect,
            f.claimant ?? '(the outlet)',
            cut(f.surface, 40),
            reviewText(f),
          ]),
          ...detail.claimList.map((c) => [
            c.id.slice(0, 12),
            c.kind,
            c.speaker ?? '(the outlet)',
            cut(c.content.text, 40),
            reviewText(c),
          ]),
        ],
      ),
    ].join('\n'),
})

export const claims = operation({
  name: 'claims',
  summary: 'List the figures and claims of a case',
  description:
    'Every figure and claim with its document, who says it and whether a person has reviewed it. Rejected ones are listed as such.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    kind: z.string().optional().meta({ description: 'Only figures ("figure") or one kind of claim ("commitment")' }),
  }),
  output: z.object({
    figures: z.array(ReviewedFigureSchema.extend({ document: z.string(), file: z.string() })),
    claims: z.array(ReviewedClaimSchema.extend({ document: z.string(), file: z.string() })),
  }),
  examples: ['claims coast-2025', 'claims coast-2025 --kind commitment --json'],
  run: (context, input) =>
    viewing(context, input.case, (view) => {
      const details = view.documents().flatMap(({ id }) => view.document(id) ?? [])
      const placed = <T>(values: readonly T[], document: string, file: string) =>
        values.map((value) => ({ ...value, document, file }))
      return {
        figures: details.flatMap(({ figureList, id, files }) =>
          input.kind === undefined || input.kind === 'figure' ? placed(figureList, id, files[0] ?? id) : [],
        ),
        claims: details.flatMap(({ claimList, id, files }) =>
          placed(
            claimList.filter(({ kind }) => input.kind === undefined || kind === input.kind),
            id,
            files[0] ?? id,
          ),
        ),
      }
    }),
  print: ({ figures, claims: others }) =>
    table(
      ['id', 'file', 'kind', 'who', 'what', 'review'],
      [
        ...figures.map((f) => [
          f.id.slice(0, 12),
          f.file,
          `figure: ${f.effect}`,
          f.claimant ?? '(the outlet)',
          cut(`${f.surface} ${f.victimText ?? ''}`, 60),
          reviewText(f),
        ]),
        ...others.map((c) => [
          c.id.slice(0, 12),
          c.file,
          c.kind,
          c.speaker ?? '(the outlet)',
          cut(c.content.text, 60),
          reviewText(c),
        ]),
      ],
    ) || 'No figures and no claims yet.',
})

export const lineage = operation({
  name: 'lineage',
  summary: 'Show which documents derive from which, and what drifted on the way',
  description:
    'Edges with kind, direction, confidence and the passages they rest on; drift with both passages. No edge means that no derivation was found; it never means independent.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField, asOf: asOfField }),
  output: LineageSchema,
  examples: ['lineage coast-2025', 'lineage coast-2025 --as-of 2025-03-12', 'lineage coast-2025 --json'],
  run: (context, input) => viewing(context, input.case, (view) => view.lineage(input.asOf ?? null)),
  print: ({ edges, drift, leftOut, files, note }) =>
    [
      table(
        ['id', 'a', '', 'b', 'kind', 'confidence', 'review', 'why'],
        edges.map((e) => [
          e.id.slice(0, 8),
          e.a,
          { 'a-to-b': '→', 'b-to-a': '←', none: '—' }[e.direction],
          e.b,
          e.kind,
          e.confidence.toFixed(2),
          e.review.status,
          cut(e.reason, 70),
        ]),
      ) || 'No derivation found.',
      note,
      ...drift.map(
        (d) =>
          `\ndrift in ${d.files[0]} (${d.field}): "${cut(d.printed, 80)}" where ${d.files[1]} has "${cut(d.origin, 80)}"\n  ${d.reason}${d.nearer === null ? '' : `; nearer the origin: ${d.nearer === d.document ? d.files[0] : d.files[1]}`}`,
      ),
      ...leftOutText(leftOut, files),
    ].join('\n'),
})

export const ledger = operation({
  name: 'ledger',
  summary: 'Show tolls by origin as they moved, and who promised what by when',
  description:
    'Series by origin, effect, victims, alleged perpetrator, place and scope; the distinct named origins behind each figure; relations between figures; commitments. --as-of shows what was known on that day.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField, asOf: asOfField }),
  output: LedgerSchema,
  examples: ['ledger coast-2025', 'ledger coast-2025 --as-of 2025-03-12 --json'],
  run: (context, input) => viewing(context, input.case, (view) => view.ledger(input.asOf ?? null)),
  print({ series, origins, ranges, commitments, leftOut, files, proposed = {} }) {
    const points = series.flatMap((one) =>
      one.points.map((point) => [
        one.id.slice(0, 8),
        one.origin ?? '(outlets themselves)',
        one.effect,
        one.victims,
        one.scope,
        one.perpetrator === null ? '' : `allegedly ${cut(one.perpetrator, 32)}`,
        cut(one.place ?? '', 24),
        point.asOf ?? 'undated',
        `${countText(point)}${point.figures.some((id) => id in proposed) ? ' (proposed)' : ''}`,
        countOf(point.documents.length, 'document'),
      ]),
    )
    const shared = origins.filter((one) => one.documents.length > 1)
    return [
      table(
        ['series', 'origin', 'effect', 'victims', 'scope', 'by', 'place', 'as of', 'count', 'carried by'],
        points,
      ) || 'No tolls yet.',
      ...(ranges.length === 0
        ? []
        : [
            '',
            table(
              ['range of', 'victims', 'by', 'place', 'range', 'rule', 'from', 'why'],
              ranges.map((one) => [
                one.manner === null ? one.effect : `${one.effect}, ${one.manner}`,
                one.victims,
                one.perpetrator === null ? '' : `allegedly ${cut(one.perpetrator, 32)}`,
                cut(one.place ?? '', 24),
                rangeText(one),
                one.rule,
                countOf(new Set(one.from.map(({ origin }) => origin)).size, 'origin'),
                one.reason,
              ]),
            ),
          ]),
      ...shared.map(
        (one) =>
          `\n${countText(one)} ${one.effect} in ${countOf(one.documents.length, 'document')}: ${countOf(one.count, 'named origin')} (${one.origins.map((o) => (o.driftedFrom === null ? o.name : `${o.name}, drifted from ${o.driftedFrom}`)).join('; ')}); independence ${independenceText(one)}`,
      ),
      ...commitments.map(
        (one) =>
          `\ncommitment: ${one.who ?? 'unnamed'}: ${cut(one.what, 100)}${one.due === null ? '' : ` — due ${one.due} (${one.reading})`}`,
      ),
      ...leftOutText(leftOut, files),
    ].join('\n')
  },
})

export const decisions = operation({
  name: 'decisions',
  summary: 'List every decision that was taken, with author and reason',
  description:
    'Decisions in the order in which they were taken; undone ones and those whose target was not found again are marked.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField }),
  output: z.array(DecisionSchema),
  examples: ['decisions coast-2025'],
  run: (context, input) => viewing(context, input.case, (view) => [...view.decisions()]),
  print: (rows) =>
    table(
      ['id', 'at', 'by', 'action', 'on', 'reason', ''],
      rows.map((d) => [
        d.id,
        d.at,
        d.by,
        d.action,
        cut(decidedOn(d), 40),
        cut(d.reason, 60),
        [d.undone ? 'undone' : '', d.orphan ? 'target not found' : ''].filter(Boolean).join(', '),
      ]),
    ) || 'No decisions yet.',
})

export const search = operation({
  name: 'search',
  summary: 'Find words in the documents of a case',
  description:
    'Finds passages that hold every word, whatever their case, diacritics or hamza, in Latin and Arabic script.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    q: z.string().min(1).max(400).meta({ position: 1, placeholder: 'WORDS', description: 'Words to find' }),
  }),
  output: z.object({
    hits: z.array(
      z.object({
        document: z.string(),
        title: z.string().nullable(),
        start: z.number(),
        end: z.number(),
        snippet: z.string(),
      }),
    ),
  }),
  examples: ['search coast-2025 "fact-finding"'],
  run: (context, input) =>
    reading(context, input.case, async (reader) => ({ hits: [...(await reader.search(input.q, 100))] })),
  print: ({ hits }) =>
    hits.map((hit) => `${hit.document.slice(0, 12)}  ${hit.title ?? ''}\n  ${hit.snippet}`).join('\n') ||
    'Nothing found.',
})

/** What a case holds back. */
function vaultText({ items, unseen, withdrawals }: VaultState): string {
  return [
    countOf(items, 'confidential item'),
    ...(unseen > 0 ? [`${unseen} locked: nothing here is counted with them`] : []),
    ...(withdrawals.length > 0 ? [`${withdrawals.length} withdrawn`] : []),
  ].join(', ')
}

/** Documents that a date leaves out, each with the reason; nothing where none is left out. */
function leftOutText(leftOut: readonly LeftOut[], files: Readonly<Record<string, string>>): readonly string[] {
  if (leftOut.length === 0) return []
  const named = (id: string) => files[id] ?? id
  return [
    `\n${countOf(leftOut.length, 'document')} left out on this date:`,
    ...leftOut.map(({ document, reason, date, instead }) => {
      const why = {
        undated: 'it carries no date',
        vague: `its date, ${date}, leaves open whether it was out by then`,
        future: `its date, ${date}, lies after the day on which it was captured`,
        edited: `its text was changed later${date === null ? '' : ` (${date})`}`,
      }[reason]
      return `  ${named(document)}: ${why}${instead === null ? '' : `; the earlier capture ${named(instead)} counts`}`
    }),
  ]
}

function independenceText({ independence, independentGroups, dependences }: Independence): string {
  const known = dependences.map(({ origins, dependence }) => `${origins.join(', ')}: ${dependence}`)
  const groups = independentGroups === null ? '' : `, ${countOf(independentGroups, 'independent group')}`
  return `${independence}${groups}${known.length === 0 ? '' : ` (${known.join('; ')})`}`
}

/** What a decision is about, as a person would name it. */
function decidedOn({ target, set }: Decision): string {
  switch (target?.kind) {
    case 'case':
    case 'origins':
    case 'names':
      return Object.values(set ?? {})
        .filter((value) => value !== null)
        .map((value) => (Array.isArray(value) ? value.join('; ') : String(value)))
        .join(', ')
    default:
      return target?.quote ?? target?.id ?? ''
  }
}

function rangeText({ low, high, best }: { low: number | null; high: number | null; best: number | null }): string {
  if (low === null) return 'no number'
  const number = (value: number) => value.toLocaleString('en')
  const range =
    high === null ? `at least ${number(low)}` : low === high ? number(low) : `${number(low)}–${number(high)}`
  return best === null ? range : `${range}, best ${number(best)}`
}

function countText(point: {
  value: number | null
  valueMax: number | null
  vagueWord: string | null
  comparator: string
}): string {
  if (point.value === null) return point.vagueWord ?? 'not given'
  const number =
    point.valueMax === null
      ? point.value.toLocaleString('en')
      : `${point.value.toLocaleString('en')}–${point.valueMax.toLocaleString('en')}`
  return point.comparator === 'exact' ? number : `${point.comparator.replace('_', ' ')} ${number}`
}

function reviewText({ review, proposedBy }: Pick<ReviewedFigure, 'review' | 'proposedBy'>): string {
  const status = review.by === null ? review.status : `${review.status} by ${review.by}`
  return proposedBy === undefined ? status : `${status}, proposed by ${proposedBy.model} at ${proposedBy.host}`
}
