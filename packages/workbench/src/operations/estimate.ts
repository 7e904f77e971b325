/** `estimate`: how many are on none of the lists of an overlap table, as a panel of models, or a refusal. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  averageDecomposable,
  dependencePicture,
  type Estimation,
  estimateStrata,
  estimate as estimateTable,
  keepLists,
  type OverlapTable,
  overlapPicture,
  panelPicture,
  posteriorPicture,
  readStratifiedCsv,
  type StratifiedTable,
  TableError,
} from '@corroborate/estimation'
import { openWorkers } from '@corroborate/estimation/workers'
import { z } from 'zod'
import { PathError, reasonOf } from '../intake/walk.ts'
import { operation } from './operation.ts'
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
})

export const estimate = operation({
  name: 'estimate',
  summary: 'Estimate how many are on none of the lists of an overlap table',
  description:
    'Reads a CSV with one 0/1 column for each list and a column n of people with exactly that history, and sets every model side by side with its interval, its fit and what would make it wrong; never one number. It refuses, and says why, where fewer than three lists can be used, nobody is on two of them, or the models are not identified. Equal seeds give equal answers.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    table: z
      .string()
      .min(1)
      .meta({ position: 0, path: true, placeholder: 'TABLE.csv', description: 'The overlap table' }),
    by: z
      .string()
      .optional()
      .meta({ placeholder: 'COLUMNS', description: 'Columns that are strata, as month,place; estimated apart too' }),
    seed: z.number().int().default(1).meta({ description: 'Seed of the samplers' }),
    quick: z.boolean().default(false).meta({ description: 'Leave out the bootstrap and the latent classes' }),
    pictures: z.string().optional().meta({
      path: true,
      placeholder: 'FOLDER',
      description: 'Also write overlap, panel, posterior and dependence as SVG there',
    }),
  }),
  output: EstimationSchema,
  examples: [
    'estimate overlaps.csv',
    'estimate overlaps.csv --json',
    'estimate overlaps.csv --seed 7 --pictures plots',
  ],
  async run(context, { table: path, by, seed, quick, pictures }) {
    const { whole: table, strata } = await readTable(path, by?.split(',').map((name) => name.trim()) ?? [])
    const workers = openWorkers(Math.min(4, availableParallelism()))
    const interrupted = new Promise<never>((_, reject) => {
      context.signal.addEventListener('abort', () => reject(context.signal.reason as Error), { once: true })
    })
    let answer: Estimation
    try {
      answer = await Promise.race([
        estimateTable(table, {
          seed,
          run: workers.run,
          without: quick ? ['sparse', 'latent-class'] : [],
          progress: (what, share) => context.progress('estimating', percent(what, share), 100),
        }),
        interrupted,
      ])
    } finally {
      await workers.close()
    }
    context.progress('estimating', 100, 100)
    if (pictures !== undefined) await writePictures(pictures, table, answer)
    return JSON.parse(JSON.stringify({ ...answer, strata: strata.size === 0 ? null : inStrata(strata) })) as z.infer<
      typeof EstimationSchema
    >
  },
  print: printEstimation,
})

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

function inStrata(tables: StratifiedTable['strata']) {
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

async function readTable(path: string, by: readonly string[]): Promise<StratifiedTable> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PathError(path, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
  })
  try {
    return readStratifiedCsv(text, by, 'the table')
  } catch (error) {
    throw error instanceof TableError ? new PathError(path, error.message) : error
  }
}

async function writePictures(folder: string, table: OverlapTable, answer: Estimation): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'overlap.svg'), overlapPicture(table))
  await writeFile(join(folder, 'dependence.svg'), dependencePicture(table))
  await writeFile(join(folder, 'panel.svg'), panelPicture(answer))
  if (!answer.models.some(({ method }) => method === 'decomposable')) return
  const used = keepLists(
    table,
    answer.used.map((name) => table.names.indexOf(name)),
  )
  const { from, width, share } = averageDecomposable(used)
  const size = from.map((missed, index) => used.observed + missed + (width[index]! - 1) / 2)
  const title = 'Everybody, averaged over decomposable graphs'
  await writeFile(join(folder, 'posterior.svg'), posteriorPicture(title, { kind: 'weights', size, weight: share }))
}

const SHOWN = 6

function printEstimation({ models, verdict, sensitivity, strata }: z.infer<typeof EstimationSchema>): string {
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
