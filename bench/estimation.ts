/**
 * Measures what the estimation library claims: coverage on simulated populations of known size, agreement of the latent
 * classes over seeds and of the bootstrap with SparseMSE, and speed.
 *
 *     node bench/estimation.ts [coverage] [latent] [bootstrap] [speed] [--replicates 1000] [--only NAME]
 */
import { parseArgs } from 'node:util'
import {
  aboveObserved,
  estimate,
  FitError,
  fitClosedPopulations,
  fitLogLinear,
  LATENT_CLASS_DEFAULTS,
  latentClass,
  logLinearModels,
  modelFromName,
  type OverlapTable,
  profileInterval,
  sparseEstimate,
} from '@corroborate/estimation'
import { openWorkers } from '@corroborate/estimation/workers'
import { publishedTable, referenceRows } from '../packages/estimation/src/tables/read.ts'
import { SCENARIOS, type Scenario } from './estimation-scenarios.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { replicates: { type: 'string', default: '1000' }, only: { type: 'string' } },
})
const replicates = Number(values.replicates)
const wanted = (part: string) => positionals.length === 0 || positionals.includes(part)
const seconds = (from: number) => (performance.now() - from) / 1000
const percent = (share: number) => `${(100 * share).toFixed(1)}%`

if (wanted('coverage')) await coverage()
if (wanted('latent')) await latent()
if (wanted('bootstrap')) bootstrap()
if (wanted('speed')) await speed()

async function coverage() {
  console.log(`\nCoverage of 95% intervals, ${replicates} replicates (latent classes ${Math.min(200, replicates)})`)
  console.log('scenario | true model: coverage, mean estimate / N | best BIC of all: coverage | panel flags it')
  for (const scenario of SCENARIOS.filter(({ name }) => values.only === undefined || name.includes(values.only))) {
    const start = performance.now()
    const many = scenario.truth === 'latent classes' ? Math.min(200, replicates) : replicates
    let inside = 0
    let usable = 0
    let ratio = 0
    let selectedInside = 0
    let selected = 0
    for (let replicate = 0; replicate < many; replicate++) {
      const table = scenario.draw(replicate)
      const found = trueInterval(scenario, table, replicate)
      if (found !== null) {
        usable++
        ratio += found.estimate / scenario.size
        if (found.low <= scenario.size && scenario.size <= found.high) inside++
      }
      if (scenario.lists <= 4 || replicate < many / 10) {
        const best = logLinearModels(table).find(({ estimate: size }) => size !== null)
        const interval = best === undefined ? null : profileOrNull(table, best.model)
        selected++
        if (interval !== null && interval.low <= scenario.size && scenario.size <= interval.high) selectedInside++
      }
    }
    const panels = Math.min(40, many)
    let flagged = 0
    let covered = 0
    for (let replicate = 0; replicate < panels; replicate++) {
      const { verdict } = await estimate(scenario.draw(replicate), { without: ['sparse', 'latent-class'] })
      const loud = ['no_model_fits', 'people_differ', 'models_conflict', 'prior_driven', 'list_matters']
      if (verdict.kind === 'refused' || verdict.flags.some(({ code }) => loud.includes(code))) flagged++
      const [low, high] = verdict.range ?? [0, 0]
      if (low <= scenario.size && (high === null || scenario.size <= high)) covered++
    }
    const share = inside / usable
    const error = Math.sqrt((0.95 * 0.05) / usable)
    console.log(
      [
        scenario.name,
        `${scenario.truth}: ${percent(share)} (${((share - 0.95) / error).toFixed(1)} se from 95%; ${usable} of ${many} had one), ${(ratio / usable).toFixed(3)}`,
        percent(selectedInside / selected),
        `${percent(flagged / panels)}; the panel's range covers ${percent(covered / panels)}`,
        `${seconds(start).toFixed(0)} s`,
      ].join(' | '),
    )
  }
}

interface Found {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

function trueInterval({ truth, lists }: Scenario, table: OverlapTable, replicate: number): Found | null {
  if (truth === 'latent classes') {
    const short = { draws: 400, thin: 10, burnIn: 1000, chains: 2, seed: replicate + 1 }
    const { median, low, high } = latentClass(table, short)
    return { estimate: median, low, high }
  }
  if (truth === 'Mth Darroch') {
    const fit = fitClosedPopulations(table).find(({ model }) => model === truth)!
    return { estimate: fit.estimate, ...aboveObserved(table.observed, fit.estimate, fit.se ** 2) }
  }
  const fit = fitLogLinear(table, modelFromName(truth, lists))
  const interval = fit.estimate === null ? null : profileOrNull(table, truth)
  return fit.estimate === null || interval === null
    ? null
    : { estimate: fit.estimate, low: interval.low, high: interval.high }
}

function profileOrNull(table: OverlapTable, model: string) {
  try {
    return profileInterval(table, modelFromName(model, table.names.length))
  } catch (error) {
    if (error instanceof FitError) return null
    throw error
  }
}

async function latent() {
  console.log(
    '\nKosovo, latent classes, K = 10, one million sweeps over ten seeds (LCMCR: 10,376–10,419; 8,816–14,026)',
  )
  const table = publishedTable('kosovo')
  const workers = openWorkers(2)
  for (let seed = 1; seed <= 10; seed++) {
    const start = performance.now()
    const options = { ...LATENT_CLASS_DEFAULTS, seed, burnIn: 10_000, draws: 2500, thin: 100 }
    const { models } = await estimate(table, {
      seed,
      without: ['sparse', 'decomposable'],
      latentClass: options,
      run: workers.run,
    })
    const { estimate: median, low, high, diagnostics } = models.find(({ method }) => method === 'latent-class')!
    console.log(
      `seed ${seed}: ${median} [${low!.toFixed(0)}–${high!.toFixed(0)}], R-hat ${diagnostics.rHat!.toFixed(3)}, ${diagnostics.ess!.toFixed(0)} effective draws, ${seconds(start).toFixed(1)} s`,
    )
  }
  await workers.close()
}

function bootstrap() {
  // The low end lies near the third lowest of 1,000 replicates: its errors have a long tail that few seeds do not show.
  const SEEDS = 200
  console.log(`\nSparse: estimate and BCa ends over ${SEEDS} seeds of 1,000 replicates, beside one run of SparseMSE`)
  for (const row of referenceRows('sparsemse')) {
    const table = publishedTable(row.table!)
    if (table.names.length > 6) continue
    const runs = Array.from({ length: SEEDS }, (_, seed) => sparseEstimate(table, { seed: seed + 1 }))
    const told = (['low', 'high'] as const).map((end) => {
      const ends = runs.map(({ interval }) => interval[end]).sort((a, b) => a - b)
      const mean = ends.reduce((sum, value) => sum + value, 0) / ends.length
      const error = Math.sqrt(ends.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (ends.length - 1))
      const theirs = Number(row[end === 'low' ? 'bca2.5' : 'bca97.5'])
      const errors = ((theirs - mean) / (Math.SQRT2 * error)).toFixed(1)
      const beyond = ends.filter((value) => (theirs < mean ? value <= theirs : value >= theirs)).length
      return `${end} ${mean.toFixed(0)} ± ${error.toFixed(0)} (theirs ${theirs}: ${errors} errors of both; ${beyond} of ${SEEDS} runs of ours as far out)`
    })
    console.log(`${row.table}: ${runs[0]!.estimate.toFixed(1)} (theirs ${row.estimate}), ${told.join(', ')}`)
  }
}

async function speed() {
  console.log('\nSpeed, two workers')
  const workers = openWorkers(2)
  for (const name of ['kosovo', 'western-us', 'spina3']) {
    const options = { ...LATENT_CLASS_DEFAULTS, burnIn: 10_000, draws: 2500, thin: 100 }
    const start = performance.now()
    const processor = process.cpuUsage()
    await Promise.all(
      [0, 1, 2, 3].map((chain) =>
        workers.run({ kind: 'latent-class-chain', table: publishedTable(name), options, chain }, () => {}),
      ),
    )
    const { user } = process.cpuUsage(processor)
    console.log(
      `latent classes, ${name}: 1.04 M sweeps in ${seconds(start).toFixed(1)} s, ${(user / 1e6).toFixed(1)} s of processor`,
    )
  }
  for (const row of referenceRows('sparsemse')) {
    const table = publishedTable(row.table!)
    const start = performance.now()
    const processor = process.cpuUsage()
    await Promise.all(
      [0, 500].map((from) =>
        workers.run(
          {
            kind: 'sparse-replicates',
            table,
            options: { threshold: 0.02, replicates: 1000, seed: 1 },
            from,
            to: from + 500,
          },
          () => {},
        ),
      ),
    )
    const took = seconds(start)
    const { user } = process.cpuUsage(processor)
    console.log(
      `1,000 bootstraps, ${row.table}: ${took.toFixed(2)} s, ${(user / 1e6).toFixed(2)} s of processor; SparseMSE ${row.seconds} s, ${(Number(row.seconds) / took).toFixed(0)} times`,
    )
  }
  await workers.close()
}
