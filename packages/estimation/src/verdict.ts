/** What the panel bears together, in numbers and in plain words. */
import { aboveObserved, chapman } from './chapman.ts'
import { fitClosedPopulations } from './heterogeneity.ts'
import {
  type Bound,
  type Flag,
  LEAST_FIT,
  type PanelModel,
  type Refusal,
  type Verdict,
  type WithoutList,
} from './panel.ts'
import { MOST_LISTS_MODELLED, type OverlapTable, overlapOf, type TableNote } from './table.ts'

/** The bounds of a table, and Chapman's number as a row of the panel. */
export function boundOf(
  table: OverlapTable,
  used: OverlapTable,
): { readonly bound: Bound; readonly models: readonly PanelModel[] } {
  const pair = strongestPair(used)
  const two = pair === null ? null : chapman(used, ...pair)
  const chao = chaoOf(used)
  return {
    bound: {
      counted: table.observed,
      chao,
      chapman:
        two === null
          ? null
          : { lists: two.lists, estimate: two.estimate, low: two.low, high: two.high, assumptions: two.assumptions },
    },
    models:
      two === null
        ? []
        : [
            {
              method: 'chapman',
              model: two.lists.join(' and '),
              estimate: two.estimate,
              se: two.se,
              low: two.low,
              high: two.high,
              aic: null,
              bic: null,
              diagnostics: {
                words: 'two lists only; a bound under its assumptions',
                interval: 'log-normal',
                unbounded: false,
                credible: false,
                cautions: two.assumptions.map((assumption) => `Assumes: ${assumption}.`),
              },
            },
          ],
  }
}

function strongestPair(table: OverlapTable): readonly [number, number] | null {
  let best: readonly [number, number] | null = null
  let most = 0
  for (let a = 0; a < table.names.length; a++) {
    for (let b = a + 1; b < table.names.length; b++) {
      const both = overlapOf(table, (1 << a) | (1 << b))
      if (both > most) {
        most = both
        best = [a, b]
      }
    }
  }
  return best
}

function chaoOf(table: OverlapTable): Bound['chao'] {
  const lists = table.names.length
  if (lists < 3 || lists > MOST_LISTS_MODELLED || strongestPair(table) === null) return null
  const fit = fitClosedPopulations(table).find(({ model }) => model === 'Mth Chao')
  if (fit === undefined) return null
  return { model: fit.model, estimate: fit.estimate, ...aboveObserved(table.observed, fit.estimate, fit.se ** 2) }
}

interface Findings {
  readonly observed: number
  readonly lists: readonly string[]
  readonly used: readonly string[]
  readonly notes: readonly TableNote[]
  readonly models: readonly PanelModel[]
  readonly sensitivity: readonly WithoutList[]
  readonly refusals: readonly Refusal[]
  readonly bound: Bound
}

/** The range that the credible models span, with flags where it should not be trusted, and a summary for a reader. */
export function verdictOf(findings: Findings): Verdict {
  const { models, refusals, bound } = findings
  const whole = refusals.filter(({ scope }) => scope === 'all')
  const credible = models.filter(({ diagnostics, estimate }) => diagnostics.credible && estimate !== null)
  if (whole.length > 0 || credible.length === 0) {
    return {
      kind: 'refused',
      estimates: null,
      range: null,
      credible: 0,
      flags: credible.length === 0 && whole.length === 0 ? flagsOf(findings, credible) : [],
      bound,
      summary: refusedSummary(findings, whole),
    }
  }
  const estimates = credible.map(({ estimate }) => estimate!)
  const unbounded = credible.some(({ diagnostics }) => diagnostics.unbounded)
  const flags = flagsOf(findings, credible)
  const verdict = {
    kind: 'range' as const,
    estimates: [Math.min(...estimates), Math.max(...estimates)] as const,
    range: [
      Math.min(...credible.map(({ low }) => low!)),
      unbounded ? null : Math.max(...credible.map(({ high }) => high!)),
    ] as const,
    credible: credible.length,
    flags,
    bound,
  }
  return { ...verdict, summary: summaryOf(findings, verdict) }
}

function flagsOf(findings: Findings, credible: readonly PanelModel[]): readonly Flag[] {
  const { models, sensitivity, notes } = findings
  const flags: Flag[] = []
  const logLinear = models.filter(({ method, estimate }) => method === 'log-linear' && estimate !== null)
  const tested = logLinear.filter(({ diagnostics }) => diagnostics.fitP !== null && diagnostics.fitP !== undefined)
  if (tested.length > 0 && tested.every(({ diagnostics }) => diagnostics.fitP! < LEAST_FIT)) {
    flags.push({
      code: 'no_model_fits',
      message:
        'Every log-linear model that can be tested contradicts the table: take each number as wrong until it is known why.',
    })
  }
  const best = logLinear[0]
  if (best?.diagnostics.fitP === null) {
    flags.push({
      code: 'fit_untested',
      message: 'The best model has as many parameters as the table has cells: that it fits proves nothing.',
    })
  }
  if (best !== undefined && best.diagnostics.existence === 'on_boundary') {
    flags.push({ code: 'boundary', message: 'The best model rules out histories that merely nobody has yet.' })
  }
  const bounded = credible.filter(({ low, high }) => low !== null && high !== null)
  if (bounded.some((a) => bounded.some((b) => a.high! < b.low!))) {
    flags.push({
      code: 'models_conflict',
      message: 'Credible models exclude each other: their intervals do not meet, so no single one should be quoted.',
    })
  }
  const average = models.find(({ method }) => method === 'decomposable')
  if (average !== undefined && (average.diagnostics.saturated ?? 0) > 0.5) {
    flags.push({ code: 'prior_driven', message: average.diagnostics.cautions[0]! })
  }
  const independent = models.find(({ model }) => model === 'Mt')
  const bound = models.find(({ model }) => model === 'Mth Chao')
  if (independent?.high != null && bound?.low != null && bound.low > independent.high) {
    flags.push({
      code: 'people_differ',
      message: 'Some people were far easier to list than others: models without such differences come out too low.',
    })
  }
  const middle = credible.map(({ estimate }) => estimate!)
  for (const { list, low, high } of sensitivity) {
    if (low === null || high === null || middle.length === 0) continue
    if (high < Math.min(...middle) || low > Math.max(...middle)) {
      flags.push({
        code: 'list_matters',
        message: `Without ${list} the answer is another one: ${whole(low)}–${whole(high)}. What ${list} saw, and how it was made, decides.`,
      })
    }
  }
  const empty = notes.filter(({ kind }) => kind === 'no_overlap')
  if (empty.length > 0) {
    flags.push({
      code: 'sparse_overlap',
      message: `${empty.length === 1 ? 'One pair of lists has' : `${empty.length} pairs of lists have`} nobody in common.`,
    })
  }
  return flags
}

/** A number as people say it: whole, with separators. */
function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function refusedSummary({ observed, models, bound, notes }: Findings, refusals: readonly Refusal[]): readonly string[] {
  const sentences = [`No estimate is given. ${refusals.map(({ message }) => message).join(' ')}`.trim()]
  if (refusals.length === 0) {
    sentences[0] =
      'No estimate is given: every model that could be fitted contradicts the table, or takes its number from its prior.'
  }
  sentences.push(`${whole(observed)} people are on at least one list; that is the least there can be.`)
  if (bound.chao !== null && models.length > 0) {
    sentences.push(
      `Chao's lower bound is ${whole(bound.chao.estimate)} (${whole(bound.chao.low)}–${whole(bound.chao.high)}): right where no list avoided what another saw.`,
    )
  }
  if (bound.chapman !== null && bound.chapman.estimate >= observed) {
    sentences.push(
      `Two lists alone (${listed(bound.chapman.lists)}) would give ${whole(bound.chapman.estimate)} (${whole(bound.chapman.low)}–${whole(bound.chapman.high)}), as a bound that rests on what two lists cannot test: ${bound.chapman.assumptions.join('; ')}.`,
    )
  }
  return [...sentences, ...notes.filter(({ kind }) => kind !== 'no_overlap').map(({ message }) => message)]
}

function summaryOf(findings: Findings, verdict: Omit<Verdict, 'summary'>): readonly string[] {
  const { observed, used, notes, refusals, models } = findings
  const [low, high] = verdict.range!
  const [least, most] = verdict.estimates!
  const best = models.find(({ diagnostics }) => diagnostics.credible)
  return [
    `${whole(observed)} people are on at least one of ${used.length} lists (${listed(used)}).`,
    `${verdict.credible} credible ${verdict.credible === 1 ? 'model puts' : 'models put'} the whole at ${whole(least)} to ${whole(most)}; their 95% intervals run from ${whole(low)} to ${high === null ? 'no upper end' : whole(high)}. No one number is more right than the range.`,
    ...(best === undefined
      ? []
      : [
          `By BIC the best is ${best.model} (${best.diagnostics.words}): ${whole(best.estimate!)}, ${whole(best.low!)}–${best.high === null ? 'unbounded' : whole(best.high)}; its interval does not count that it was chosen after seeing the table.`,
        ]),
    ...(verdict.bound.chao === null
      ? []
      : [`Chao's lower bound: ${whole(verdict.bound.chao.estimate)} (from ${whole(verdict.bound.chao.low)}).`]),
    ...refusals.map(({ message }) => message),
    ...verdict.flags.map(({ message }) => message),
    ...notes.filter(({ kind }) => kind !== 'no_overlap').map(({ message }) => message),
    'What would make it wrong: people who had no chance of being on any list are not counted by any model; the same person left unmatched between lists raises the number, two people taken for one lower it; deaths outside the period, the place or the definition on any list; lists that feed each other all at once.',
  ]
}
