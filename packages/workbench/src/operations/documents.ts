/** `documents` and `document`: what was published, and everything read in one of them. */
import { z } from 'zod'
import { type DocumentDetail, DocumentDetailSchema, DocumentSummarySchema } from '../publish/contract.ts'
import { embeddedLines } from '../publish/media-view.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { reviewText } from './shown-values.ts'
import { viewing } from './sight.ts'
import { cut, table } from './table.ts'

export const documents = operation({
  name: 'documents',
  summary: 'List the documents of a case',
  description: 'Every publication in the case, with what could not be read and where manifest and page disagree.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField }),
  output: z.array(DocumentSummarySchema),
  examples: ['documents coast-2025'],
  run: (context, input) => viewing(context, input.case, (view) => [...view.documents()]),
  print: (rows) =>
    table(
      ['file', 'outlet', 'agency', 'published', 'language', 'figures', 'claims', 'id', 'title'],
      rows.map((row) => [
        cut(row.files.join(', '), 60) + (row.confidential === true ? ' [confidential]' : ''),
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
  surfaces: SURFACES,
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
      ...derivedLines(detail.derivedFrom),
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

/** Whose reading the words are where the item itself holds none. */
function derivedLines(derivedFrom: DocumentDetail['derivedFrom']): string[] {
  const lines = derivedFrom.map(({ kind, page, maker }) => {
    const what = page === null ? 'These words' : `Page ${page}`
    return kind === 'transcription'
      ? `${what}: transcribed by ${maker}.`
      : `${what}: read by OCR (${maker}) and by no person; check every word against the original.`
  })
  return lines.length === 0 ? [] : [...lines, '']
}
