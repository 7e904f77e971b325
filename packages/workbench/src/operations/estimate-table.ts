/** What an estimation answers, how it is run with workers, and how it is printed; for tables and for cases. */
import { availableParallelism } from 'node:os'
import {
  averageDecomposable,
  dependencePicture,
  type Estimation,
  estimate as estimateOverlap,
  estimateStrata,
  FitError,
  keepLists,
  type OverlapTable,
  overlapPicture,
  panelPicture,
  posteriorPicture,
  type StratifiedTable,
} from '@corroborate/estimation'
import { openWorkers } from '@corroborate/estimation/workers'
import { z } from 'zod'
import type { OperationContext } from './operation.ts'
import { table as asTable, countOf, cut } from './table.ts'

const number = z.number().nullable()
const ModelSchema = z.object({
  method: z.string(),
  model: z.string(),
  estimate: number,
  se: number,
  low: number,
  high: number,
  aic: number,
  bic: number,
  diagnostics: z.record(z.string(), z.unknown()),
})
const BoundSchema = z.object({
  counted: z.number().int(),
  chao: z.object({ model: z.string(), estimate: z.number(), low: z.number(), high: z.number() }).nullable(),
  chapman: z
    .object({
      lists: z.array(z.string()),
      estimate: z.number(),
      low: z.number(),
      high: z.number(),
      assumptions: z.array(z.string()),
    })
    .nullable(),
})

export const EstimationSchema = z.object({
  observed: z.number().int().meta({ description: 'People on at least one list' }),
  lists: z.array(z.string()),
  used: z.array(z.string()).meta({ description: 'Lists that the models use' }),
  notes: z.array(z.object({ kind: z.string(), lists: z.array(z.string()), message: z.string() })),
  models: z.array(ModelSchema).meta({ description: 'Log-linear models, best BIC first, then the other methods' }),
  sensitivity: z.array(
    z.object({
      list: z.string(),
      observed: z.number().int(),
      method: z.string().nullable(),
      model: z.string().nullable(),
      estimate: number,
      low: number,
      high: number,
    }),
  ),
  verdict: z.object({
    kind: z.enum(['range', 'refused']),
    estimates: z.array(z.number()).nullable(),
    range: z.array(number).nullable(),
    credible: z.number().int(),
    flags: z.array(z.object({ code: z.string(), message: z.string() })),
    bound: BoundSchema,
    summary: z.array(z.string()),
  }),
  refused: z
    .object({
      reasons: z.array(z.object({ code: z.string(), scope: z.string(), message: z.string() })),
      bound: BoundSchema,
    })
    .nullable(),
  strata: z
    .object({
      strata: z.array(
        z.object({
          stratum: z.string(),
          observed: z.number().int(),
          model: z.string().nullable(),
          estimate: number,
          se: number,
          reason: z.string().nullable(),
        }),
      ),
      observed: z.number().int(),
      estimate: z.number(),
      se: z.number(),
      low: z.number(),
      high: z.number(),
      bound: z.boolean().meta({ description: 'Some stratum has no estimate: the sum is a lower bound' }),
    })
    .nullable()
    .meta({ description: 'The best log-linear model in each stratum, and their sum; null without --by' }),
  seed: z.number().int(),
  linkage: z
    .object({
      draws: z.number().int(),
      seed: z.number().int(),
      observed: z.tuple([z.number().int(), z.number().int()]),
      estimated: z.number().int(),
      rubin: z
        .object({
          estimate: z.number(),
          se: z.number(),
          low: z.number(),
          high: z.number(),
          fromLinkage: z.number().meta({ description: 'Share of the variance that comes from not knowing who is who' }),
        })
        .nullable(),
      mixture: z.object({ median: z.number(), low: z.number(), high: z.number() }).nullable(),
    })
    .nullable()
    .optional()
    .meta({ description: 'For a case: the best log-linear model over draws of who is who, pooled' }),
  leftOut: z
    .object({
      groups: z.number().int(),
      unidentified: z.number().int(),
      notVictims: z.number().int(),
      withdrawn: z.number().int(),
    })
    .optional()
    .meta({ description: 'For a case: what the table leaves out' }),
})

/** Runs the panel with the samplers in worker threads, until the signal. */
export async function estimateTable(
  context: OperationContext,
  table: OverlapTable,
  { seed, quick }: { readonly seed: number; readonly quick: boolean },
): Promise<Estimation> {
  const workers = openWorkers(Math.min(4, availableParallelism()))
  const interrupted = new Promise<never>((_, reject) => {
    context.signal.addEventListener('abort', () => reject(context.signal.reason as Error), { once: true })
  })
  try {
    const answer = await Promise.race([
      estimateOverlap(table, {
        seed,
        run: workers.run,
        without: quick ? ['sparse', 'latent-class'] : [],
        progress: (what, share) => context.progress('estimating', percent(what, share), 100),
      }),
      interrupted,
    ])
    context.progress('estimating', 100, 100)
    return answer
  } finally {
    await workers.close()
  }
}

/** Where in the whole each part begins and ends, in percent of the time it takes. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  'log-linear models': [0, 15],
  bootstrap: [15, 35],
  'decomposable graphs': [35, 40],
  'latent classes': [40, 99],
}

function percent(what: string, share: number): number {
  const [from, to] = PARTS[what] ?? [0, 0]
  return Math.round(from + (to - from) * share)
}

export function inStrata(tables: StratifiedTable['strata']) {
  const { strata, ...sum } = estimateStrata(tables)
  return {
    strata: strata.map(({ stratum, observed, best, reason }) => ({
      stratum,
      observed,
      model: best?.model ?? null,
      estimate: best?.estimate ?? null,
      se: best?.se ?? null,
      reason,
    })),
    ...sum,
  }
}

/** The pictures of an estimation as SVG, by name; those are left out that the table cannot bear. */
export function picturesOf(table: OverlapTable, estimation: Estimation): Readonly<Record<string, string>> {
  const dependence = dependenceOf(table)
  const posterior = posteriorOf(table, estimation)
  return {
    overlap: overlapPicture(table),
    panel: panelPicture(estimation),
    ...(dependence === null ? {} : { dependence }),
    ...(posterior === null ? {} : { posterior }),
  }
}

/** Null where independence itself cannot be fitted: one list, or lists that hold the same people. */
function dependenceOf(table: OverlapTable): string | null {
  try {
    return dependencePicture(table)
  } catch (error) {
    if (error instanceof FitError) return null
    throw error
  }
}

/** The posterior averaged over decomposable graphs as SVG; null where that method is not in the panel. */
function posteriorOf(table: OverlapTable, answer: Estimation): string | null {
  if (!answer.models.some(({ method }) => method === 'decomposable')) return null
  const used = keepLists(
    table,
    answer.used.map((name) => table.names.indexOf(name)),
  )
  const { from, width, share } = averageDecomposable(used)
  const size = from.map((missed, index) => used.observed + missed + (width[index]! - 1) / 2)
  const title = 'Everybody, averaged over decomposable graphs'
  return posteriorPicture(title, { kind: 'weights', size, weight: share })
}

const SHOWN = 6

export function printEstimation({ models, verdict, sensitivity, strata }: z.infer<typeof EstimationSchema>): string {
  const whole = (value: number | null) => (value === null ? '–' : Math.round(value).toLocaleString('en'))
  const logLinear = models.filter(({ method }) => method === 'log-linear')
  const shown = [...logLinear.slice(0, SHOWN), ...models.filter(({ method }) => method !== 'log-linear')]
  const rows = shown.map(({ method, model, estimate: size, low, high, bic, diagnostics }) => [
    diagnostics.credible === true ? '●' : '○',
    method,
    model,
    whole(size),
    low === null ? '–' : `${whole(low)}–${diagnostics.unbounded === true ? '∞' : whole(high)}`,
    bic === null ? '' : bic.toFixed(1),
    cut(((diagnostics.cautions as readonly string[] | undefined) ?? []).join(' '), 70),
  ])
  const without = sensitivity.map(({ list, model, estimate: size, low, high }) => [
    list,
    model ?? 'no model',
    whole(size),
    low === null ? '–' : `${whole(low)}–${whole(high)}`,
  ])
  const apart = (strata?.strata ?? []).map(({ stratum, observed, model, estimate: size, reason }) => [
    stratum,
    whole(observed),
    model ?? `none: ${reason}`,
    whole(size),
  ])
  return [
    ...verdict.summary,
    '',
    asTable(['', 'method', 'model', 'estimate', '95%', 'BIC', 'caution'], rows),
    logLinear.length > SHOWN ? `${countOf(logLinear.length - SHOWN, 'more log-linear model')} with --json` : '',
    '',
    asTable(['without', 'best model', 'estimate', '95%'], without),
    '',
    asTable(['stratum', 'counted', 'best model', 'estimate'], apart),
    strata === null
      ? ''
      : `Strata apart and added: ${strata.bound ? 'at least ' : ''}${whole(strata.estimate)} (${whole(strata.low)}–${whole(strata.high)}).`,
  ]
    .join('\n')
    .trimEnd()
}
