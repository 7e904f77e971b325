/** What a careful reader must see in a case of the casebook, beside what its dossier says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Knowledge } from '@corroborate/claims'
import type { CaseLineage, DocumentDetail, Dossier } from '@corroborate/workbench/contract'
import { claimIn, figureIn, overlaps, sameName, takenForFigure } from './anchor.ts'
import { documentOutcomes, type ExpectedDocuments } from './document-expectations.ts'
import { type ExpectedLedger, ledgerOutcomes } from './ledger-expectations.ts'
import { type ExpectedVariants, variantOutcomes } from './name-expectations.ts'
import { type Outcome, outcome } from './outcome.ts'
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
  /** Second readings as good; null for the outlet's own voice. */
  readonly claimantAlso?: readonly (string | null)[]
}

interface ExpectedEdge {
  readonly a: string
  readonly b: string
  readonly must: boolean
  readonly kinds: readonly string[]
}

interface Expected extends ExpectedDocuments, ExpectedLedger {
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
  readonly variants: ExpectedVariants
  readonly lists?: ExpectedLists
}

export function expectationsOf(name: string): Expected {
  return JSON.parse(readFileSync(join(import.meta.dirname, name, 'expected.json'), 'utf8')) as Expected
}

/** Parts of expected.json that no outcome below holds, each with why; `about` is prose. */
export const UNCHECKED = {
  about: 'prose',
  contradictions: 'both claims are held with the claims; the program relates no claim to what its speaker said before',
} as const

/** Every kind of expectation of a case against its dossier, in a steady order; `known` ties its names. */
export function compare(expected: Expected, dossier: Dossier, known: Knowledge): readonly Outcome[] {
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
      (one) => {
        const claimant = figureIn(document(one.file), one)?.claimant ?? null
        // Who publishes their own count says it in their own voice.
        const own = one.claimant !== null && sameName(document(one.file).outlet, [one.claimant])
        const printed = one.claimantPrinted === undefined ? [] : [one.claimantPrinted]
        return (claimant === null && own) || sameName(claimant, [one.claimant, ...printed, ...(one.claimantAlso ?? [])])
      },
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
    ...documentOutcomes(expected, dossier.documents),
    ...ledgerOutcomes(expected, dossier.ledger, (id) => {
      const one = expected.figures.find((figure) => figure.id === id)
      if (one === undefined) throw new Error(`expected.json names no figure ${id}`)
      return figureIn(document(one.file), one)?.id ?? null
    }),
    ...variantOutcomes(expected.variants, known, dossier.lineage, dossier.documents),
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

const surfaceOf = ({ file, surface }: ExpectedFigure) => `${file}: ${JSON.stringify(surface)}`
const edgeText = ({ a, b }: { readonly a: string; readonly b: string }) => `${a} and ${b}`
function edgeBetween(lineage: CaseLineage, a: string, b: string) {
  return lineage.edges.find((edge) => (edge.a === a && edge.b === b) || (edge.a === b && edge.b === a)) ?? null
}
