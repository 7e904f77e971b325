/** What a careful reader must see of each document of a case: where it was published, when, in what language, and what is no report. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { type Outcome, outcome } from './outcome.ts'

interface ExpectedDocument {
  readonly file: string
  readonly outlet: string | null
  readonly agency: string | null
  readonly published: string | null
  readonly language: string
}

export interface ExpectedDocuments {
  readonly documents: readonly ExpectedDocument[]
  /** How many items the documents are, where two are the same bytes. */
  readonly items?: number
  readonly boilerplate: readonly {
    readonly file: string
    readonly from: string
    readonly to: string
    readonly kinds: readonly string[]
  }[]
  readonly undated: readonly { readonly file: string; readonly why: string }[]
}

const FIELDS = ['outlet', 'agency', 'published', 'language'] as const

export function documentOutcomes(
  expected: ExpectedDocuments,
  documents: readonly DocumentDetail[],
): readonly Outcome[] {
  const of = (file: string) => documents.find(({ files }) => files.includes(file))
  const wrong = (one: ExpectedDocument) => FIELDS.filter((field) => of(one.file)?.[field] !== one[field])
  const items = () => new Set(expected.documents.map(({ file }) => of(file)?.item)).size
  return [
    outcome(
      'documents with outlet, agency, date and language',
      expected.documents,
      (one) => wrong(one).length === 0,
      (one) =>
        `${one.file}: ${wrong(one)
          .map((field) => `${field} ${one[field]}, not ${of(one.file)?.[field]}`)
          .join(', ')}`,
    ),
    outcome(
      'items that the documents are',
      expected.items === undefined ? [] : [expected.items],
      (count) => items() === count,
      (count) => `${count}, not ${items()}`,
    ),
    outcome(
      'documents without a date left without one',
      expected.undated,
      ({ file }) => of(file)?.published === null,
      ({ file, why }) => `${file}: ${why}`,
    ),
    outcome(
      'passages that are no report set apart',
      expected.boilerplate,
      (one) => blocksWithin(of(one.file), one).every(({ kind }) => one.kinds.includes(kind)),
      (one) =>
        `${one.file}: ${JSON.stringify(one.from)} to ${JSON.stringify(one.to)} is ${[...new Set(blocksWithin(of(one.file), one).map(({ kind }) => kind))].join(', ')}`,
    ),
  ]
}

/** The blocks from the first that begins so to the next that ends so; none where the text leaves the passage out. */
function blocksWithin(
  document: DocumentDetail | undefined,
  { from, to }: { readonly from: string; readonly to: string },
) {
  if (document === undefined) return []
  const words = document.blocks.map(({ start, end }) => document.text.slice(start, end).replace(/\s+/g, ' '))
  const first = words.findIndex((text) => text.startsWith(from))
  if (first === -1) return []
  const last = words.findIndex((text, at) => at >= first && text.endsWith(to))
  return document.blocks.slice(first, (last === -1 ? first : last) + 1)
}
