/** From an overlap table to a panel of models with a verdict. */
import { aboveObserved } from './chapman.ts'
import { averageDecomposable, MOST_GRAPH_LISTS } from './decomposable.ts'
import { type ClosedPopulation, fitClosedPopulations } from './heterogeneity.ts'
import { modelInWords } from './hierarchy.ts'
import { LATENT_CLASS_DEFAULTS, type LatentClassOptions, LEAST_ESS, MOST_R_HAT, posteriorOf } from './latent-class.ts'
import type { LogLinear } from './log-linear.ts'
import { type Estimation, LEAST_FIT, type PanelModel, type Refusal, type WithoutList } from './panel.ts'
import { FitError } from './poisson-fit.ts'
import { type Profile, profileInterval } from './profile.ts'
import { withoutEachList } from './sensitivity.ts'
import { SPARSE_DEFAULTS, type SparseOptions, sparseFit, withInterval } from './sparse.ts'
import { logLinearModels } from './stepwise.ts'
import { keepLists, MOST_LISTS_MODELLED, membersOf, type OverlapTable, usabilityOf } from './table.ts'
import { type Runner, runHere } from './task.ts'
import { boundOf, verdictOf } from './verdict.ts'

export interface EstimateOptions {
  readonly seed?: number
  readonly latentClass?: Partial<LatentClassOptions>
  readonly sparse?: Partial<SparseOptions>
  /** Methods left out, to save time. */
  readonly without?: readonly ('sparse' | 'decomposable' | 'latent-class')[]
  /** Where the long tasks run; on the spot by default. */
  readonly run?: Runner
  /** Told what is being done and the share of it done. */
  readonly progress?: (what: string, share: number) => void
}

/** Log-linear models within this many units of the best BIC are taken to be in the running (Raftery 1995). */
export const CLOSE_BIC = 6
/** How many log-linear models get a profile interval beyond four lists; the others get a log-normal one. */
const PROFILED = 20

/** The panel of a table. Refuses, with reasons and what bound there is, where the table cannot bear an estimate. */
export async function estimate(table: OverlapTable, options: EstimateOptions = {}): Promise<Estimation> {
  const seed = options.seed ?? 1
  const run = options.run ?? runHere
  const tell = options.progress ?? (() => {})
  const { usable, notes } = usabilityOf(table)
  const used = keepLists(table, usable)
  const refusals = refusalsBefore(table, used)
  const base = { observed: table.observed, lists: table.names, used: used.names, notes, seed }
  const bound = boundOf(table, used)
  if (refusals.length > 0) {
    return {
      ...base,
      models: bound.models,
      sensitivity: [],
      verdict: verdictOf({ ...base, models: bound.models, sensitivity: [], refusals, bound: bound.bound }),
      refused: { reasons: refusals, bound: bound.bound },
    }
  }

  tell('log-linear models', 0)
  const logLinear = logLinearModels(used)
  const bestBic = Math.min(...logLinear.filter(({ estimate: n }) => n !== null).map(({ bic }) => bic))
  const models: PanelModel[] = logLinear.map((fit, index) => {
    const profiled = fit.estimate !== null && (used.names.length <= 4 || index < PROFILED)
    tell('log-linear models', (index + 1) / logLinear.length)
    return fromLogLinear(fit, used, profiled ? tryProfile(used, fit) : null, bestBic)
  })
  if (logLinear.every(({ estimate: n }) => n === null)) {
    refusals.push({
      code: 'not_identified',
      scope: 'all',
      message:
        'No log-linear model is identified by this table: too few people are on two lists or more. Many sizes of the population fit it equally well.',
    })
  }
  if (refusals.length === 0 && !options.without?.includes('sparse')) {
    const sparse = await fromSparse(used, { ...SPARSE_DEFAULTS, seed, ...options.sparse }, run, tell)
    if (sparse !== null) models.push(sparse)
  }
  if (used.names.length <= MOST_GRAPH_LISTS && !options.without?.includes('decomposable')) {
    tell('decomposable graphs', 0)
    models.push(fromDecomposable(used))
  }
  if (refusals.length === 0 && !options.without?.includes('latent-class')) {
    const { model, refusal } = await fromLatentClass(
      used,
      { ...LATENT_CLASS_DEFAULTS, seed, ...options.latentClass },
      run,
      tell,
    )
    models.push(model)
    if (refusal !== null) refusals.push(refusal)
  }
  models.push(...fitClosedPopulations(used).map((fit) => fromClosedPopulation(fit, used)))
  models.push(...bound.models)
  const sensitivity: readonly WithoutList[] = refusals.some(({ scope }) => scope === 'all') ? [] : withoutEachList(used)
  const verdict = verdictOf({ ...base, models, sensitivity, refusals, bound: bound.bound })
  return {
    ...base,
    models,
    sensitivity,
    verdict,
    refused: refusals.length === 0 ? null : { reasons: refusals, bound: bound.bound },
  }
}

function refusalsBefore(table: OverlapTable, used: OverlapTable): Refusal[] {
  const lists = used.names.length
  if (table.observed === 0) {
    return [{ code: 'no_people', scope: 'all', message: 'The table holds nobody: nothing can be estimated from it.' }]
  }
  if (lists > MOST_LISTS_MODELLED) {
    return [
      {
        code: 'too_many_lists',
        scope: 'all',
        message: `${lists} lists make ${2 ** lists - 1} histories, most of which nobody can fill; merge lists of the same kind to at most ${MOST_LISTS_MODELLED}.`,
      },
    ]
  }
  const refusals: Refusal[] = []
  const linked = used.names.filter((_, list) =>
    used.cells.some(({ lists: history }) => (history >>> list) & 1 && (history & (history - 1)) !== 0),
  ).length
  if (linked < 3) {
    refusals.push({
      code: 'fewer_than_three_lists',
      scope: 'all',
      message: `${linked < 2 ? 'No two lists' : 'Only two lists'} share people and can be used. Whether lists depend on each other cannot be seen with fewer than three, and dependence alone can halve or double the number.`,
    })
  }
  if (used.cells.every(({ lists: history }) => membersOf(history).length < 2)) {
    refusals.push({
      code: 'no_overlap',
      scope: 'all',
      message: 'Nobody is on two lists. Without overlap nothing tells how many are on none.',
    })
  }
  return refusals
}

function tryProfile(table: OverlapTable, fit: LogLinear): Profile | null {
  try {
    return profileInterval(table, fit.terms)
  } catch (error) {
    if (error instanceof FitError) return null
    throw error
  }
}

function fromLogLinear(fit: LogLinear, table: OverlapTable, profile: Profile | null, bestBic: number): PanelModel {
  const cautions: string[] = []
  if (fit.existence === 'not_identified')
    cautions.push('The table fits many sizes of the population equally well under this model.')
  if (fit.existence === 'on_boundary')
    cautions.push(`It says that ${fit.dropped} of the empty histories cannot occur at all.`)
  const contradicted = fit.fitP !== null && fit.fitP < LEAST_FIT
  if (contradicted) cautions.push(`It contradicts the table (p = ${fit.fitP!.toPrecision(2)}).`)
  if (fit.fitP === null) cautions.push('It has as many parameters as the table has cells: nothing tests it.')
  const far = fit.bic - bestBic > CLOSE_BIC
  if (far && !contradicted) cautions.push(`Its BIC is ${(fit.bic - bestBic).toFixed(1)} above the best.`)
  const interval =
    fit.estimate === null || fit.se === null
      ? null
      : (profile ?? aboveObserved(table.observed, fit.estimate, fit.se ** 2))
  return {
    method: 'log-linear',
    model: fit.model,
    estimate: fit.estimate,
    se: fit.se,
    low: interval?.low ?? null,
    high: interval === null || !Number.isFinite(interval.high) ? null : interval.high,
    aic: fit.aic,
    bic: fit.bic,
    diagnostics: {
      words: modelInWords(fit.terms, table.names),
      interval: interval === null ? 'none' : profile === null ? 'log-normal' : 'profile likelihood',
      unbounded: interval !== null && !Number.isFinite(interval.high),
      credible: fit.estimate !== null && !contradicted && !far,
      cautions,
      existence: fit.existence,
      dropped: fit.dropped,
      deviance: fit.deviance,
      df: fit.df,
      fitP: fit.fitP,
    },
  }
}

async function fromSparse(
  table: OverlapTable,
  settings: SparseOptions,
  run: Runner,
  tell: (what: string, share: number) => void,
): Promise<PanelModel | null> {
  let fit: ReturnType<typeof sparseFit>
  try {
    fit = sparseFit(table, settings.threshold)
  } catch (error) {
    if (error instanceof FitError) return null
    throw error
  }
  const parts = 4
  const shares = new Array<number>(parts).fill(0)
  const replicates = await Promise.all(
    shares.map((_, part) => {
      const from = Math.floor((settings.replicates * part) / parts)
      const to = Math.floor((settings.replicates * (part + 1)) / parts)
      return run({ kind: 'sparse-replicates', table, options: settings, from, to }, (share) => {
        shares[part] = share
        tell('bootstrap', shares.reduce((sum, one) => sum + one, 0) / parts)
      })
    }),
  )
  const { interval, replicates: all } = withInterval(
    table,
    fit,
    Float64Array.from(replicates.flatMap((part) => [...part])),
    settings.threshold,
  )
  const none = all.filter((value) => !Number.isFinite(value)).length
  const cautions = ['Its interval counts the choice of the model, as every replicate chooses its own.']
  if (none > 0) cautions.push(`${none} of ${all.length} replicates had no estimate and count as infinite.`)
  return {
    method: 'sparse',
    model: fit.model,
    estimate: fit.estimate,
    se: fit.se,
    low: interval.low,
    high: Number.isFinite(interval.high) ? interval.high : null,
    aic: fit.aic,
    bic: fit.bic,
    diagnostics: {
      words: `stepwise: ${
        fit.pairs.length === 0
          ? 'no two lists depend on each other'
          : fit.pairs
              .map((pair) =>
                membersOf(pair)
                  .map((list) => table.names[list])
                  .join('×'),
              )
              .join(', ')
      }`,
      interval: 'BCa bootstrap',
      unbounded: !Number.isFinite(interval.high),
      credible: true,
      cautions,
      replicates: all.length,
    },
  }
}

function fromDecomposable(table: OverlapTable): PanelModel {
  const posterior = averageDecomposable(table)
  const lists = table.names.length
  const complete = (lists * (lists - 1)) / 2
  const saturated = posterior.graphs.find(({ edges }) => edges.length === complete)?.probability ?? 0
  const cautions: string[] = []
  if (saturated > 0.5) {
    cautions.push(
      `The graph in which every list depends on every other has probability ${saturated.toFixed(2)}: it fits any table, and the number missed comes from the prior.`,
    )
  }
  if (posterior.atEdge > 0.005) cautions.push('The posterior reaches the largest number that was allowed.')
  const best = posterior.graphs[0]!
  return {
    method: 'decomposable',
    model: `average of ${posterior.graphs.length} graphs`,
    estimate: posterior.median,
    se: null,
    low: posterior.low,
    high: posterior.high,
    aic: null,
    bic: null,
    diagnostics: {
      words: `best graph (probability ${best.probability.toFixed(2)}): ${best.cliques
        .map((clique) =>
          membersOf(clique)
            .map((list) => table.names[list])
            .join('×'),
        )
        .join(', ')}`,
      interval: 'posterior',
      unbounded: false,
      credible: cautions.length === 0,
      cautions,
      prior: posterior.prior,
      saturated,
    },
  }
}

async function fromLatentClass(
  table: OverlapTable,
  settings: LatentClassOptions,
  run: Runner,
  tell: (what: string, share: number) => void,
): Promise<{ readonly model: PanelModel; readonly refusal: Refusal | null }> {
  const shares = new Array<number>(settings.chains).fill(0)
  const chains = await Promise.all(
    shares.map((_, chain) =>
      run({ kind: 'latent-class-chain', table, options: settings, chain }, (share) => {
        shares[chain] = share
        tell('latent classes', shares.reduce((sum, one) => sum + one, 0) / settings.chains)
      }),
    ),
  )
  const posterior = posteriorOf(chains, settings)
  // A hair above the bound is the noise of R-hat itself at few effective draws; ten times the excess is another place.
  const apart = posterior.rHat > 1 + 10 * (MOST_R_HAT - 1)
  const short = !apart && (posterior.rHat > MOST_R_HAT || posterior.ess < LEAST_ESS)
  const disagreement = `R-hat ${posterior.rHat.toFixed(3)}, ${Math.round(posterior.ess)} effective draws`
  const cautions: string[] = []
  if (apart)
    cautions.push(
      `The chains disagree (${disagreement}): the table has several explanations, and no chain saw them all.`,
    )
  if (short) cautions.push(`The chains are short for it (${disagreement}): its ends are rough; ask for more draws.`)
  return {
    model: {
      method: 'latent-class',
      model: `up to ${settings.classes} classes`,
      estimate: posterior.median,
      se: posterior.sd,
      low: posterior.low,
      high: posterior.high,
      aic: null,
      bic: null,
      diagnostics: {
        words: 'people fall into classes; within a class the lists are independent',
        interval: 'posterior',
        unbounded: false,
        credible: !apart,
        cautions,
        prior: posterior.prior,
        rHat: posterior.rHat,
        ess: posterior.ess,
        tailEss: posterior.tailEss,
      },
    },
    refusal: apart
      ? {
          code: 'chains_disagree',
          scope: 'latent-class',
          message: `The latent-class model is refused: its chains disagree (${disagreement}).`,
        }
      : null,
  }
}

function fromClosedPopulation(fit: ClosedPopulation, table: OverlapTable): PanelModel {
  const cautions: string[] = []
  const contradicted = fit.fitP !== null && fit.fitP < LEAST_FIT
  if (contradicted) cautions.push(`It contradicts the table (p = ${fit.fitP!.toPrecision(2)}).`)
  if (!fit.possible) cautions.push('It gives an impossible number and is shown for completeness.')
  const ordered = fit.model.startsWith('Mb')
  if (ordered) cautions.push('It depends on the order of the lists, which means nothing here.')
  if (fit.bound)
    cautions.push(
      'A lower bound, however people differ; valid where the lists do not depend on each other in other ways.',
    )
  const interval = fit.possible ? aboveObserved(table.observed, fit.estimate, fit.deltaSe ** 2) : null
  return {
    method: 'heterogeneity',
    model: fit.model,
    estimate: fit.estimate,
    se: fit.se,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    aic: fit.aic,
    bic: fit.bic,
    diagnostics: {
      words: WORDS[fit.model] ?? fit.model,
      interval: interval === null ? 'none' : 'log-normal',
      unbounded: false,
      // A shape assumed for how people differ is an assumption no table of few lists can test: never part of the range.
      credible: false,
      cautions,
      bound: fit.bound,
      deviance: fit.deviance,
      df: fit.df,
      fitP: fit.fitP,
      ...(fit.deltaSe === fit.se ? {} : { deltaSe: fit.deltaSe }),
    },
  }
}

const WORDS: Readonly<Record<string, string>> = {
  M0: 'every list finds everybody with the same chance',
  Mt: 'each list has its own chance; independence',
  'Mh Chao': 'people differ; lower bound',
  'Mh Poisson2': 'people differ, Poisson-like',
  'Mh Darroch': 'people differ, normal on the log-odds',
  'Mh Gamma3.5': 'people differ, gamma on the log-odds',
  'Mth Chao': 'people and lists differ; lower bound',
  'Mth Poisson2': 'people and lists differ, Poisson-like',
  'Mth Darroch': 'people and lists differ, normal on the log-odds',
  'Mth Gamma3.5': 'people and lists differ, gamma on the log-odds',
  Mb: 'a first listing changes the next',
  Mbh: 'a first listing changes the next, and the first list differs',
}
