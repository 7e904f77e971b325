/**
 * Learns how Arabic letters are written in Latin ones, and measures it: `node bench/linkage-romanisation.ts [--write]`.
 * Expectation–maximisation over all alignments of each pair (Ristad and Yianilos 1998), operations of one Arabic letter
 * to at most three Latin ones.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  arabicSymbols,
  foldLatin,
  nameTokens,
  normaliseArabic,
  type OperationTable,
  skeleton,
  transducer,
} from '@corroborate/linkage'
import { FAMILY_NAMES, MEN_NAMES, WOMEN_NAMES } from './linkage-names.ts'

const root = resolve(import.meta.dirname, '..')
const names = join(process.env.CORROBORATE_SHARED ?? join(root, '..', 'shared'), 'names')

interface Pair {
  readonly arabic: string
  readonly latin: string
  readonly weight: number
}

function googlePairs(part: 'train' | 'eval' | 'test'): Pair[] {
  return readFileSync(join(names, `google_ar2en_${part}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => pairOf(line.split('\t')[0]!, line.split('\t')[1]!, 1))
}

function pairOf(arabic: string, latin: string, weight: number): Pair {
  return { arabic: normaliseArabic(arabic).replace(/ /g, ''), latin: foldLatin(latin).replace(/ /g, ''), weight }
}

/** Arabic names proper; every fourth is held out for the test. */
function arabicNames(part: 'train' | 'test'): Pair[] {
  return [...MEN_NAMES, ...WOMEN_NAMES, ...FAMILY_NAMES]
    .filter((_, at) => (at % 4 === 3) === (part === 'test'))
    .flatMap(({ arabic, latin }) =>
      latin.map((form) => ({ arabic: glued(arabic), latin: glued(form.replaceAll('-', ' ')), weight: ARABIC_NAME })),
    )
}

function glued(name: string): string {
  return nameTokens(name)
    .map(({ form }) => form)
    .join('')
}

/** The large sets are mostly foreign names in Arabic letters, so an Arabic name counts as many of them. */
const ARABIC_NAME = 60

const LONGEST = 3

/** One iteration: expected counts of every operation over all alignments of all pairs. */
function expectation(pairs: readonly Pair[], probability: Map<string, number>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { arabic: word, latin, weight } of pairs) {
    const arabic = arabicSymbols(word)
    const n = arabic.length
    const m = latin.length
    const width = m + 1
    const steps: [number, number, string, number][] = []
    const forward = new Float64Array((n + 1) * width)
    forward[0] = 1
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= m; j++) {
        const here = forward[i * width + j]!
        if (here === 0) continue
        if (j < m) step(i * width + j, i * width + j + 1, `\t${latin[j]}`)
        if (i < n)
          for (let length = 0; length <= LONGEST && j + length <= m; length++)
            step(i * width + j, (i + 1) * width + j + length, `${arabic[i]}\t${latin.slice(j, j + length)}`)
      }
    }
    function step(from: number, to: number, operation: string): void {
      const p = probability.get(operation) ?? 0
      if (p === 0) return
      forward[to]! += forward[from]! * p
      steps.push([from, to, operation, p])
    }
    const total = forward[n * width + m]!
    if (total === 0) continue
    const backward = new Float64Array((n + 1) * width)
    backward[n * width + m] = 1
    for (let at = steps.length - 1; at >= 0; at--) {
      const [from, to, operation, p] = steps[at]!
      const after = backward[to]!
      if (after === 0) continue
      backward[from]! += p * after
      const share = (forward[from]! * p * after * weight) / total
      counts.set(operation, (counts.get(operation) ?? 0) + share)
    }
  }
  return counts
}

export function train(pairs: readonly Pair[], rounds: number): OperationTable {
  const counts = new Map<string, number>()
  for (const { arabic, latin, weight } of pairs) {
    for (const letter of arabicSymbols(arabic)) {
      counts.set(`${letter}\t`, (counts.get(`${letter}\t`) ?? 0) + weight)
      for (let at = 0; at < latin.length; at++)
        for (let length = 1; length <= LONGEST && at + length <= latin.length; length++) {
          const operation = `${letter}\t${latin.slice(at, at + length)}`
          counts.set(operation, (counts.get(operation) ?? 0) + weight / 10 ** length)
        }
    }
    for (const letter of latin) counts.set(`\t${letter}`, (counts.get(`\t${letter}`) ?? 0) + weight)
  }
  let probability = normalised(counts)
  for (let round = 0; round < rounds; round++)
    probability = normalised(expectation(pairs, probability), round < 2 ? 0 : 0.5)
  return table(probability, pairs)
}

function normalised(counts: Map<string, number>, least = 0): Map<string, number> {
  let total = 0
  for (const count of counts.values()) total += count
  const out = new Map<string, number>()
  for (const [operation, count] of counts) if (count > least) out.set(operation, count / total)
  return out
}

function table(probability: ReadonlyMap<string, number>, pairs: readonly Pair[]): OperationTable {
  const operations: Record<string, Record<string, number>> = {}
  for (const [operation, p] of [...probability].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (p < 1e-5) continue
    const [source, target] = operation.split('\t') as [string, string]
    operations[source] ??= {}
    operations[source][target] = rounded(Math.log2(p))
  }
  const letters = new Map<string, number>()
  let total = 0
  for (const { latin, weight } of pairs)
    for (const letter of latin) {
      letters.set(letter, (letters.get(letter) ?? 0) + weight)
      total += weight
    }
  const latin: Record<string, number> = {}
  for (const [letter, count] of [...letters].sort(([a], [b]) => (a < b ? -1 : 1)))
    latin[letter] = rounded(Math.log2(count / total))
  return { floor: -16, operations, latin }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** Share of test pairs whose Latin form ranks first among all Latin forms of the test, and mean reciprocal rank. */
export function retrieval(pairs: readonly Pair[], score: (arabic: string, latin: string) => number) {
  const candidates = [...new Set(pairs.map(({ latin }) => latin))]
  const wanted = new Map<string, Set<string>>()
  for (const { arabic, latin } of pairs) wanted.set(arabic, (wanted.get(arabic) ?? new Set()).add(latin))
  let first = 0
  let reciprocal = 0
  for (const [arabic, latins] of wanted) {
    const best = Math.max(...[...latins].map((latin) => score(arabic, latin)))
    const above = candidates.filter((latin) => !latins.has(latin) && score(arabic, latin) >= best).length
    if (above === 0) first++
    reciprocal += 1 / (above + 1)
  }
  return { names: wanted.size, candidates: candidates.length, top1: first / wanted.size, mrr: reciprocal / wanted.size }
}

function rules(arabic: string, latin: string): number {
  const a = skeleton(arabic)
  const b = skeleton(latin)
  return -levenshtein(a, b) * 10 - Math.abs(a.length - b.length) - Math.abs(arabic.length - latin.length) / 10
}

function levenshtein(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(row[j - 1]! + 1, before[j]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = row
  }
  return before[b.length]!
}

if (import.meta.main) {
  if (!existsSync(names)) {
    console.log('skipped: names not present')
    process.exit(0)
  }
  const wikidata = readFileSync(join(names, 'wd_arabic.normalized.aligned.tokens'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
    .map(([latin, arabic, count]) =>
      pairOf(arabic!.replaceAll(' ', ''), latin!, Math.min(3, 1 + Math.log2(Number(count)))),
    )
  const test = googlePairs('test')
  const held = new Set([...test, ...googlePairs('eval')].map(({ arabic }) => arabic))
  const training = [...googlePairs('train'), ...wikidata, ...arabicNames('train')].filter(
    ({ arabic, latin }) =>
      !held.has(arabic) && arabic.length > 0 && latin.length > 0 && arabic.length < 15 && latin.length < 20,
  )
  const started = performance.now()
  const weights = train(training, 6)
  console.log(
    `trained on ${training.length} pairs in ${((performance.now() - started) / 1000).toFixed(1)} s, ${Object.values(weights.operations).reduce((sum, row) => sum + Object.keys(row).length, 0)} operations`,
  )
  const learned = transducer(weights)
  const score = (arabic: string, latin: string) => learned.score(arabic, latin)
  const proper = arabicNames('test')
  console.log('rules', retrieval(test, rules))
  console.log('learned', retrieval(test, score))
  console.log('rules, Arabic names', retrieval(proper, rules))
  console.log('learned, Arabic names', retrieval(proper, score))
  if (process.argv.includes('--write')) {
    const file = join(root, 'packages/linkage/src/names/romanisation-weights.ts')
    writeFileSync(
      file,
      `/** Learned by bench/linkage-romanisation.ts; see the model card in packages/linkage/README.md. Not edited by hand. */\n\nexport interface OperationTable {\n  /** log2 probability of an operation that training never saw. */\n  readonly floor: number\n  /** Arabic letter, or nothing → Latin letters, or nothing → log2 probability. */\n  readonly operations: Readonly<Record<string, Readonly<Record<string, number>>>>\n  /** log2 probability of a Latin letter by itself. */\n  readonly latin: Readonly<Record<string, number>>\n}\n\nexport const ROMANISATION: OperationTable = ${JSON.stringify(weights)}\n`,
    )
  }
}
