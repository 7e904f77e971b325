/** What a careful reader must see in a case of the casebook, beside what its dossier says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseLineage, DocumentDetail, Dossier } from '@corroborate/workbench/contract'
import { type ExpectedLists, listOutcomes } from './register-expectations.ts'

interface ExpectedFigure {
  readonly id: string
  readonly file: string
  readonly must: boolean
  readonly surface: string
  readonly anchor: string
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: string
  readonly effect: string
  readonly claimant: string | null
  readonly claimantPrinted?: string
  readonly claimantAlt?: readonly string[]
}

interface ExpectedEdge {
  readonly a: string
  readonly b: string
  readonly must: boolean
  readonly kinds: readonly string[]
}

interface Expected {
  readonly figures: readonly ExpectedFigure[]
  readonly notFigures: readonly { readonly file: string; readonly text: string; readonly why: string }[]
  readonly claims: readonly {
    readonly file: string
    readonly kind: string
    readonly speaker: string | null
    readonly anchor: string
  }[]
  readonly edges: readonly ExpectedEdge[]
  readonly noEdge: readonly { readonly a: string; readonly b: string }[]
  readonly drift: readonly {
    readonly file: string
    readonly must: boolean
    readonly field: string
    readonly printed: string | null
  }[]
  readonly origins: readonly {
    readonly value: number | null
    readonly comparator: string
    readonly documents: readonly string[]
    readonly count: number
  }[]
  readonly commitments: readonly { readonly must: boolean; readonly who: string; readonly due: string | null }[]
  readonly lists?: ExpectedLists
}

/** One kind of expectation: how many were met, and a sentence for each that was not. */
export interface Outcome {
  readonly what: string
  readonly met: number
  readonly of: number
  readonly unmet: readonly string[]
}

export function expectationsOf(name: string): Expected {
  return JSON.parse(readFileSync(join(import.meta.dirname, name, 'expected.json'), 'utf8')) as Expected
}

/** Every kind of expectation of a case against its dossier, in a steady order. */
export function compare(expected: Expected, dossier: Dossier): readonly Outcome[] {
  const byFile = new Map(
    dossier.documents.flatMap((document) => document.files.map((file) => [file, document] as const)),
  )
  const document = (file: string): DocumentDetail => {
    const found = byFile.get(file)
    if (found === undefined) throw new Error(`the dossier has no document ${file}`)
    return found
  }
  const must = <T extends { readonly must: boolean }>(values: readonly T[]) => values.filter((value) => value.must)
  return [
    outcome('figures found', must(expected.figures), (one) => figureIn(document(one.file), one) !== null, surfaceOf),
    outcome(
      'value, comparator and effect of those found',
      must(expected.figures).filter((one) => figureIn(document(one.file), one) !== null),
      (one) => {
        const figure = figureIn(document(one.file), one)
        return figure?.value === one.value && figure.comparator === one.comparator && figure.effect === one.effect
      },
      surfaceOf,
    ),
    outcome(
      'claimant of those found',
      must(expected.figures).filter((one) => figureIn(document(one.file), one) !== null),
      (one) =>
        sameName(figureIn(document(one.file), one)?.claimant ?? null, [
          one.claimant,
          one.claimantPrinted ?? null,
          ...(one.claimantAlt ?? []),
        ]),
      (one) =>
        `${surfaceOf(one)}: ${one.claimant ?? 'the outlet'}, not ${figureIn(document(one.file), one)?.claimant ?? 'the outlet'}`,
    ),
    outcome(
      'numbers that are no figures left alone',
      expected.notFigures,
      ({ file, text }) => !takenForFigure(document(file), text),
      ({ file, text, why }) => `${file}: ${JSON.stringify(text)} is ${why}`,
    ),
    outcome(
      'claims found with kind',
      expected.claims,
      ({ file, kind, anchor }) => claimIn(document(file), kind, anchor),
      ({ file, kind, speaker, anchor }) => `${file}: ${kind} by ${speaker ?? 'the outlet'}: ${anchor.slice(0, 60)}`,
    ),
    outcome(
      'edges found',
      must(expected.edges),
      (one) => one.kinds.includes(edgeBetween(dossier.lineage, one.a, one.b)?.kind ?? ''),
      edgeText,
    ),
    outcome(
      'pairs without an edge',
      expected.noEdge,
      (one) => edgeBetween(dossier.lineage, one.a, one.b) === null,
      edgeText,
    ),
    outcome(
      'drift found',
      must(expected.drift),
      ({ file, field, printed }) =>
        dossier.lineage.drift.some(
          (one) => one.files[0] === file && one.field === field && (printed === null || overlaps(one.printed, printed)),
        ),
      ({ file, field, printed }) => `${file}: ${field}: ${printed}`,
    ),
    outcome(
      'figures with as many named origins as there are',
      expected.origins,
      (one) =>
        dossier.ledger.origins.some(
          (shown) =>
            shown.value === one.value &&
            shown.count === one.count &&
            one.documents.every(
              (file) =>
                shown.documents.some((id) => dossier.ledger.files[id] === file) ||
                shown.documents.length >= one.documents.length,
            ),
        ),
      (one) => `${one.comparator} ${one.value}: ${one.count} in ${one.documents.length} documents`,
    ),
    outcome(
      'commitments with their due date',
      must(expected.commitments),
      ({ who, due }) => dossier.ledger.commitments.some((one) => sameName(one.who, [who]) && one.due === due),
      ({ who, due }) => `${who}: ${due ?? 'no date'}`,
    ),
    ...(expected.lists === undefined ? [] : listed(expected.lists, dossier)),
  ]
}

function listed(expected: ExpectedLists, { register }: Dossier): readonly Outcome[] {
  const { one, two, bodies, groups } = listOutcomes(expected, register)
  return [
    outcome(one.what, one.values, one.met, one.say),
    outcome(two.what, two.values, two.met, two.say),
    outcome(bodies.what, bodies.values, bodies.met, bodies.say),
    outcome(groups.what, groups.values, groups.met, groups.say),
  ]
}

function outcome<T>(
  what: string,
  values: readonly T[],
  met: (value: T) => boolean,
  say: (value: T) => string,
): Outcome {
  const unmet = values.filter((value) => !met(value))
  return { what, met: values.length - unmet.length, of: values.length, unmet: unmet.map(say) }
}

const surfaceOf = ({ file, surface }: ExpectedFigure) => `${file}: ${JSON.stringify(surface)}`
const edgeText = ({ a, b }: { readonly a: string; readonly b: string }) => `${a} and ${b}`
const plain = (text: string) => text.replace(/\s+/g, ' ')

/** Where an anchor stands in a text, white space collapsed on both sides; null where it does not. */
function placeOf(text: string, anchor: string): { readonly start: number; readonly end: number } | null {
  const pattern = plain(anchor)
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const match = new RegExp(pattern, 'u').exec(text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

function figureIn(document: DocumentDetail, { anchor, surface }: Pick<ExpectedFigure, 'anchor' | 'surface'>) {
  const place = placeOf(document.text, anchor)
  if (place === null) return null
  const inside = placeOf(document.text.slice(place.start, place.end), surface)
  const start = place.start + (inside?.start ?? 0)
  const end = inside === null ? place.end : place.start + inside.end
  return document.figureList.find((figure) => figure.start < end && start < figure.end) ?? null
}

function takenForFigure(document: DocumentDetail, text: string): boolean {
  const place = placeOf(document.text, text)
  if (place === null) return false
  const number = /[\d\u0660-\u0669.,-]+|\p{L}+/u.exec(text)?.[0].length ?? text.length
  return document.figureList.some((figure) => figure.start < place.start + number && place.start < figure.end)
}

function claimIn(document: DocumentDetail, kind: string, anchor: string): boolean {
  const place = placeOf(document.text, anchor)
  return (
    place !== null &&
    document.claimList.some((claim) => claim.kind === kind && claim.start < place.end && place.start < claim.end)
  )
}

function edgeBetween(lineage: CaseLineage, a: string, b: string) {
  return lineage.edges.find((edge) => (edge.a === a && edge.b === b) || (edge.a === b && edge.b === a)) ?? null
}

function overlaps(one: string, other: string): boolean {
  const [x, y] = [plain(one).toLowerCase(), plain(other).toLowerCase()]
  return x.includes(y) || y.includes(x)
}

/** Whether a name is one of those expected, or says as much: "the Observatory" for the Observatory. */
function sameName(name: string | null, expected: readonly (string | null)[]): boolean {
  return expected.some((one) =>
    one === null || name === null ? one === name : overlaps(one, name.replace(/^the /i, '')),
  )
}
