/** Decisions that split a series off or join several, kept by the figures concerned: their words and places. */
import type { Ledger, Series, SeriesRuling } from '@corroborate/claims'
import { z } from 'zod'
import { quoteOf } from './anchor.ts'
import { caseTarget, parsed, several } from './case-decision.ts'
import { type CaseKnowledge, caseLedger } from './case-ledger.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import { type EffectiveCase, standing } from './effective.ts'
import type { KeptFigure } from './rulings.ts'

const SplitSeriesSchema = z.strictObject({ figures: several })
const JoinSeriesSchema = z.strictObject({ series: several.optional(), figures: several.optional() })

export function splitSeries(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  const figures = parsed(SplitSeriesSchema, request).figures.map((id) => keptFigure(effective, id))
  const ledger = caseLedger(effective, known, null)
  const holding = seriesHolding(ledger, figures)
  const [only] = holding
  if (only === undefined) throw new DecisionError('these figures stand in no series of the ledger')
  if (holding.length > 1)
    throw new DecisionError(`these figures stand in ${holding.length} series: name figures of one series`)
  const decided: Decided = {
    action: 'split-series',
    target: caseTarget('series', only.id, { series: [described(only)] }),
    set: { figures },
  }
  refuseUnchanged(effective, known, ledger, { kind: 'split', figures }, 'these are all the figures of their series')
  return decided
}

export function joinSeries(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  const { series: ids = [], figures: some = [] } = parsed(JoinSeriesSchema, request)
  const ledger = caseLedger(effective, known, null)
  const byFigure = seriesHolding(
    ledger,
    some.map((id) => keptFigure(effective, id)),
  )
  const asked = [...new Set([...ids.map((id) => seriesNamed(ledger, id)), ...byFigure])]
  const [first] = asked
  if (first === undefined || asked.length < 2)
    throw new DecisionError('name two series or more, by series="A; B" or by figures that stand in them')
  for (const field of ['origin', 'effect', 'victims', 'scope'] as const) {
    const values = [...new Set(asked.map((one) => one[field] ?? 'the outlets themselves'))]
    if (values.length > 1)
      throw new DecisionError(`series of different ${field} are never joined: ${values.join('; ')}`)
  }
  const figures = asked
    .flatMap(({ points }) => points.flatMap((point) => point.figures))
    .map((id) => keptFigure(effective, id))
  refuseUnchanged(effective, known, ledger, { kind: 'join', figures }, 'they are one series already')
  return {
    action: 'join-series',
    target: caseTarget('series', first.id, { series: asked.map(described) }),
    set: { figures },
  }
}

function refuseUnchanged(
  effective: EffectiveCase,
  known: CaseKnowledge,
  before: Ledger,
  { kind, figures }: { readonly kind: SeriesRuling['kind']; readonly figures: readonly KeptFigure[] },
  why: string,
): void {
  const ruling = { kind, figures: figures.map(({ id }) => id) }
  const series = [...effective.rulings.seriesRulings, ruling]
  const after = caseLedger({ ...effective, rulings: { ...effective.rulings, seriesRulings: series } }, known, null)
  /** Which figures stand together, whatever the order of the series. */
  const shape = (ledger: Ledger) =>
    ledger.series
      .map(({ points }) => points.flatMap((point) => point.figures).join())
      .sort()
      .join(';')
  if (shape(before) === shape(after)) throw new DecisionError(`nothing would change: ${why}`)
}

function described({ id, origin, effect, victims, perpetrator, place, scope }: Series) {
  return { id, origin, effect, victims, perpetrator, place, scope }
}

function seriesHolding({ series }: Ledger, figures: readonly KeptFigure[]): readonly Series[] {
  const ids = new Set(figures.map(({ id }) => id))
  return series.filter(({ points }) => points.some((point) => point.figures.some((id) => ids.has(id))))
}

function seriesNamed({ series }: Ledger, asked: string): Series {
  const matches = series.filter(({ id }) => id.startsWith(asked))
  const [only] = matches
  if (only === undefined) throw new DecisionError(`the ledger holds no series ${asked}`)
  if (matches.length > 1) throw new DecisionError(`several series begin with ${asked}: give more of the id`)
  return only
}

function keptFigure(effective: EffectiveCase, asked: string): KeptFigure {
  const matches = effective.documents.flatMap((document) =>
    standing(document.figures)
      .filter(({ id }) => id.startsWith(asked))
      .map((figure) => ({ figure, document })),
  )
  const exact = matches.find(({ figure }) => figure.id === asked)
  const only = exact ?? matches[0]
  if (only === undefined) throw new DecisionError(`the case holds no figure ${asked}`)
  if (exact === undefined && matches.length > 1)
    throw new DecisionError(`several figures begin with ${asked}: give more of the id`)
  const { id, start, end } = only.figure
  return { id, document: only.document.id, position: { start, end }, quote: quoteOf(only.figure) }
}
