/** What a careful reader must see in the ledger of a case: how tolls moved, what stands in which relation, what stays apart. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { sameName } from './anchor.ts'
import { type Outcome, outcome } from './outcome.ts'

interface ExpectedToll {
  /** EDTF; null where the report does not say. */
  readonly asOf: string | null
  /** Ids of expected figures. */
  readonly figures: readonly string[]
  readonly scope: string
}

export interface ExpectedLedger {
  /** By origin. */
  readonly tolls: Readonly<Record<string, readonly ExpectedToll[]>>
  readonly relations?: readonly { readonly a: string; readonly b: string; readonly kind: string }[]
  readonly partsDoNotAddUp?: readonly {
    readonly whole: string
    readonly parts: readonly string[]
    readonly sum: number
  }[]
  readonly neverMerge: readonly { readonly figures: readonly string[]; readonly why: string }[]
}

/** `read` gives the dossier's figure for one that is expected; null where it was not read. */
export function ledgerOutcomes(
  expected: ExpectedLedger,
  ledger: CaseLedger,
  read: (figure: string) => string | null,
): readonly Outcome[] {
  const tolls = Object.entries(expected.tolls).flatMap(([origin, those]) => those.map((toll) => ({ origin, ...toll })))
  const placed = (figure: string) => {
    const id = read(figure)
    return ledger.series
      .flatMap((series) => series.points.map((point) => ({ series, point })))
      .find(({ point }) => id !== null && point.figures.includes(id))
  }
  const shown = (figure: string) => {
    const at = placed(figure)
    return at === undefined ? 'in no series' : `${at.series.origin} ${at.series.scope} ${at.point.asOf}`
  }
  const related = (a: string, b: string, kind: string) => {
    const points = [a, b].map((figure) => placed(figure)?.point.figures ?? [])
    const joins = (x: string, y: string) => points[0]!.includes(x) && points[1]!.includes(y)
    return ledger.relations.some((one) => one.kind === kind && (joins(one.a, one.b) || joins(one.b, one.a)))
  }
  return [
    outcome(
      'tolls in a series of their origin, scope and day',
      tolls,
      ({ origin, asOf, scope, figures }) =>
        figures.every((figure) => {
          const at = placed(figure)
          return (
            at !== undefined &&
            sameName(at.series.origin, [origin]) &&
            at.series.scope === scope &&
            (asOf === null || at.point.asOf === asOf)
          )
        }),
      ({ origin, asOf, scope, figures }) =>
        `${origin} ${scope} ${asOf}: ${figures.map((figure) => `${figure} is ${shown(figure)}`).join(', ')}`,
    ),
    outcome(
      'relations between figures',
      expected.relations ?? [],
      ({ a, b, kind }) => related(a, b, kind),
      ({ a, b, kind }) => `${a} ${kind} ${b}`,
    ),
    outcome(
      'parts held against a whole that they do not make',
      (expected.partsDoNotAddUp ?? []).flatMap(({ whole, parts }) => parts.map((part) => ({ whole, part }))),
      ({ whole, part }) => related(whole, part, 'part-of'),
      ({ whole, part }) => `${part} of ${whole}`,
    ),
    outcome(
      'figures that never stand in one series',
      expected.neverMerge,
      ({ figures }) => {
        const series = figures.flatMap((figure) => placed(figure)?.series.id ?? [])
        return new Set(series).size === series.length
      },
      ({ figures, why }) => `${figures.join(' and ')}: ${why}`,
    ),
  ]
}
