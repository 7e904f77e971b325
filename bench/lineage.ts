/** Measures lineage: quality on pairs with known edits, and time and memory on larger sets. */
import { deriveLineage, EDGE_KINDS, type EdgeKind, type Lineage } from '@corroborate/claims'
import { seeded } from './lineage-dice.ts'
import { type KnownPair, makePair, makePairs, PAIR_KINDS, type PairKind } from './lineage-pairs.ts'
import { isRightStatement, printStatements } from './lineage-statements.ts'

/** Kinds of edge that are right for each kind of pair; none for separate reports. */
const RIGHT: { readonly [kind in PairKind]: readonly EdgeKind[] } = {
  cut: ['verbatim'],
  'light-edit': ['edited'],
  paraphrase: ['paraphrase'],
  wire: ['shared-wire'],
  'other-hand': [],
  unrelated: [],
}

/** Whether an outcome is of the kind that its pair was made to be. */
export function isRight({ pair, kind }: Outcome): boolean {
  return kind !== null && RIGHT[pair.kind].includes(kind)
}

const FOLDER = 10

/** What lineage made of one pair. */
export interface Outcome {
  readonly pair: KnownPair
  readonly kind: EdgeKind | null
  readonly confidence: number
  readonly direction: 'right' | 'wrong' | 'none'
  readonly driftFound: boolean
}

/** Pairs are read ten at a time, as a folder of twenty reports would be. */
export function measure(pairs: readonly KnownPair[]): {
  outcomes: readonly Outcome[]
  crossEdges: number
  crossPairs: number
  strayDrift: number
} {
  const outcomes: Outcome[] = []
  let crossEdges = 0
  let crossPairs = 0
  let strayDrift = 0
  for (let i = 0; i < pairs.length; i += FOLDER) {
    const folder = pairs.slice(i, i + FOLDER)
    const lineage = deriveLineage(folder.flatMap(({ source, other }) => [source, other]))
    const found = folder.map((pair) => outcome(pair, lineage))
    outcomes.push(...found)
    crossEdges += lineage.edges.length - found.filter(({ kind }) => kind !== null).length
    crossPairs += (folder.length * 2 * (folder.length * 2 - 2)) / 2
    for (const pair of folder) {
      if (pair.swap !== null) continue
      strayDrift += lineage.drift.filter(
        ({ document }) => document === pair.source.id || document === pair.other.id,
      ).length
    }
  }
  return { outcomes, crossEdges, crossPairs, strayDrift }
}

function outcome(pair: KnownPair, lineage: Lineage): Outcome {
  const [a, b] = [pair.source.id, pair.other.id].sort() as [string, string]
  const edge = lineage.edges.find((each) => each.a === a && each.b === b)
  const sourceFirst = edge?.direction === (pair.source.id === a ? 'a-to-b' : 'b-to-a')
  return {
    pair,
    kind: edge?.kind ?? null,
    confidence: edge?.confidence ?? 0,
    direction: edge === undefined || edge.direction === 'none' ? 'none' : sourceFirst ? 'right' : 'wrong',
    driftFound: lineage.drift.some(
      ({ document, against, field }) => field === pair.swap && [document, against].sort().join() === [a, b].join(),
    ),
  }
}

/** Expected calibration error over ten bins of the confidence of the edges drawn (Naeini et al. 2015). */
export function calibrationError(edges: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = edges.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    if (inside.length === 0) continue
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
    const right = inside.filter((edge) => edge.right).length / inside.length
    error += (inside.length / edges.length) * Math.abs(mean - right)
  }
  return error
}

/** An edge drawn between two documents of a generated pair, and whether it is of the right kind. */
interface Drawn {
  readonly kind: EdgeKind
  readonly confidence: number
  readonly right: boolean
}

/** Precision and calibration of every kind of edge, over all generated pairs together. */
function printCalibration(drawn: readonly Drawn[]): void {
  console.log(`all generated pairs: ${drawn.length} edges, calibration error ${calibrationError(drawn).toFixed(3)}`)
  for (const kind of EDGE_KINDS) {
    const some = drawn.filter((each) => each.kind === kind)
    const right = some.filter((each) => each.right).length
    const mean = some.reduce((sum, { confidence }) => sum + confidence, 0) / some.length
    console.log(
      `  ${kind.padEnd(24)} ${some.length} drawn, precision ${(right / some.length).toFixed(3)}, mean confidence ${mean.toFixed(3)}, calibration error ${calibrationError(some).toFixed(3)}`,
    )
  }
}

function printQuality(count: number, seed: number): readonly Drawn[] {
  const { outcomes, crossEdges, crossPairs, strayDrift } = measure(makePairs(count, seed))
  console.log(`${count} pairs, seed ${seed}`)
  const kinds: EdgeKind[] = ['verbatim', 'edited', 'paraphrase', 'shared-wire', 'same-primary-statement']
  for (const kind of kinds) {
    const wanted = outcomes.filter(({ pair }) => RIGHT[pair.kind].includes(kind))
    const given = outcomes.filter((each) => each.kind === kind)
    const right = given.filter(({ pair }) => RIGHT[pair.kind].includes(kind)).length
    const share = (part: number, whole: number) => (whole === 0 ? '  –  ' : (part / whole).toFixed(3))
    console.log(
      `  ${kind.padEnd(24)} precision ${share(right, given.length)}  recall ${share(right, wanted.length)}  (${given.length} drawn, ${wanted.length} true)`,
    )
  }
  for (const kind of PAIR_KINDS) {
    const tally = new Map<string, number>()
    for (const each of outcomes)
      if (each.pair.kind === kind) tally.set(each.kind ?? 'none', (tally.get(each.kind ?? 'none') ?? 0) + 1)
    console.log(`  pairs "${kind}": ${[...tally].map(([name, n]) => `${name} ${n}`).join(', ')}`)
  }
  const separate = outcomes.filter(({ pair }) => pair.kind === 'other-hand')
  console.log(
    `  false edges between separate reports of one event: ${(separate.filter(({ kind }) => kind !== null).length / separate.length).toFixed(3)}`,
  )
  console.log(`  edges across events: ${crossEdges} of ${crossPairs} pairs`)
  const drawn = outcomes.filter(({ kind }) => kind !== null)
  console.log(
    `  calibration error: ${calibrationError(drawn.map(({ confidence, pair, kind }) => ({ confidence, right: RIGHT[pair.kind].includes(kind!) }))).toFixed(3)}`,
  )
  const dated = drawn.filter(({ pair }) => pair.kind !== 'wire' && pair.source.published !== pair.other.published)
  console.log(
    `  direction where dates differ: ${dated.filter(({ direction }) => direction === 'right').length} right, ${dated.filter(({ direction }) => direction === 'wrong').length} wrong of ${dated.length}`,
  )
  const swapped = outcomes.filter(({ pair }) => pair.swap !== null)
  console.log(
    `  drift found: ${(swapped.filter(({ driftFound }) => driftFound).length / swapped.length).toFixed(3)} of ${swapped.length} swapped pairs`,
  )
  const missed = swapped
    .filter(({ driftFound }) => !driftFound)
    .map(({ pair }) => `${pair.kind} ${pair.swap} (${pair.source.id})`)
  if (missed.length > 0) console.log(`    missed: ${missed.join(', ')}`)
  console.log(`  drift reported in pairs without a swap: ${strayDrift}`)
  return drawn.map((each) => ({ kind: each.kind!, confidence: each.confidence, right: isRight(each) }))
}

/** `size` documents: a tenth republished in some way, the rest reports of their own. */
function printSpeed(size: number): void {
  const next = seeded(size)
  const documents = []
  for (let i = 0; documents.length < size; i++) {
    const kind = PAIR_KINDS[Math.floor(next() * 4)]!
    const { source, other } = makePair(next() < 0.1 ? kind : 'unrelated', 7_000_000 + i, false)
    documents.push(source, other)
  }
  const began = performance.now()
  const before = process.cpuUsage()
  const lineage = deriveLineage(documents)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const worked = (user + system) / 1e6
  const words = documents.reduce((sum, { text }) => sum + text.split(' ').length, 0)
  console.log(
    `${size} documents (${words} words): ${seconds.toFixed(2)} s (${worked.toFixed(2)} s of processor time), ${lineage.edges.length} edges, ${lineage.drift.length} drift, ` +
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident`,
  )
}

function main(): void {
  const flag = (name: string) => {
    const at = process.argv.indexOf(name)
    return at < 0 ? null : Number(process.argv[at + 1])
  }
  if (!process.argv.includes('--speed-only')) {
    const [count, seed] = [flag('--pairs') ?? 300, flag('--seed') ?? 1]
    const statements = printStatements(count, seed).flatMap((each) =>
      each.kind === null ? [] : [{ kind: each.kind, confidence: each.confidence, right: isRightStatement(each) }],
    )
    printCalibration([...printQuality(count, seed), ...statements])
  }
  const larger = flag('--size')
  for (const size of larger === null ? [1000, 10_000] : [larger]) printSpeed(size)
}

if (process.argv[1] === import.meta.filename) main()
