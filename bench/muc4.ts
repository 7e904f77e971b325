/**
 * (number, effect) pairs a document on the test sets of MUC-4, for reporting only: nothing is tuned on them.
 * `node bench/muc4.ts [--errors]`
 *
 * The key gives human targets of incidents with a number and an effect; the reader gives counts as they are printed. A
 * target that is one person has the number 1 in the key whether or not a "one" is printed, so numbers from two up are
 * measured apart. Messages that tell of no incident of the task have no key; what is found there counts as wrong in "all
 * messages" and not in "messages of the task".
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createReader, type Figure } from '@corroborate/claims'
import { openGazetteer } from '../packages/workbench/src/claims/gazetteer.ts'
import { WORLD } from '../packages/workbench/src/claims/knowledge.ts'
import { interval, ROUNDS, SEED } from './bootstrap.ts'
import { type KeyMessage, type KeyPair, readKey } from './muc4-key.ts'
import { casing, readMessages } from './muc4-text.ts'

const shared = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../shared')
const SETS = [
  { name: 'tst1', text: 'tst1/tst1-muc3', key: 'tst1/key-tst1.v7' },
  { name: 'tst2', text: 'tst2/tst2-muc4', key: 'tst2/key-tst2.v4' },
] as const
const MEASURED = new Set(['killed', 'injured', 'abducted'])

interface Counts {
  readonly gold: number
  readonly found: number
  readonly hit: number
}

interface Scored extends Counts {
  readonly missed: readonly string[]
  readonly spurious: readonly string[]
}

const NONE: Counts = { gold: 0, found: 0, hit: 0 }
const add = (a: Counts, b: Counts): Counts => ({
  gold: a.gold + b.gold,
  found: a.found + b.found,
  hit: a.hit + b.hit,
})
const f1 = ({ gold, found, hit }: Counts) => (gold + found === 0 ? 0 : (200 * hit) / (gold + found))

const folder = join(shared, 'claims/muc34')
if (existsSync(folder)) {
  const reader = createReader(WORLD, await openGazetteer())
  const casingOf = casing(WORLD)
  for (const set of SETS) {
    const key = readKey(readFileSync(join(folder, set.key), 'latin1'))
    const messages = readMessages(readFileSync(join(folder, set.text), 'latin1'), casingOf).map((document) => {
      const { figures } = reader.read(document)
      return { id: document.id, figures, key: key.get(document.id) ?? { relevant: false, pairs: [], unnumbered: [] } }
    })
    const figures = messages.flatMap((message) => message.figures)
    const unsure = figures.filter((figure) => figure.unsure !== null).length
    console.log(
      `\nMUC-4 ${set.name}: ${messages.length} messages, ${figures.length} figures read, ${((100 * unsure) / Math.max(1, figures.length)).toFixed(1)}% of them unsure`,
    )
    const relevant = messages.filter((message) => message.key.relevant)
    report('numbers from two up, messages of the task', relevant, 2)
    report('numbers from two up, all messages        ', messages, 2)
    report('all numbers, all messages                ', messages, 1)
    if (process.argv.includes('--errors'))
      for (const { id, figures: read, key: gold } of relevant) {
        const { missed, spurious } = score(read, gold, 2)
        if (missed.length + spurious.length > 0)
          console.log(`  ${id}: missed ${missed.join(', ') || '–'}; beside the key ${spurious.join(', ') || '–'}`)
      }
  }
  console.log(`95% intervals over messages (bootstrap, ${ROUNDS} rounds, seed ${SEED})`)
} else console.log(`skipped: MUC-4 not present at ${folder}`)

interface Message {
  readonly figures: readonly Figure[]
  readonly key: KeyMessage
}

function report(what: string, messages: readonly Message[], least: number): void {
  const counts: Counts[] = messages.map(({ figures, key }) => score(figures, key, least))
  const sum = counts.reduce(add, NONE)
  const percent = (part: number, of: number) => (of === 0 ? 0 : (100 * part) / of)
  console.log(
    `${what}  precision ${percent(sum.hit, sum.found).toFixed(1)}  recall ${percent(sum.hit, sum.gold).toFixed(1)}  F1 ${f1(sum).toFixed(1)} (${interval(counts, NONE, add, f1)})  ${sum.gold} in the key, ${sum.found} found`,
  )
}

/** Distinct pairs of one message. A count that matches an optional pair alone is left out on both sides. */
function score(figures: readonly Figure[], { pairs, unnumbered }: KeyMessage, least: number): Scored {
  const shown = (pair: { readonly values: readonly number[]; readonly effect: string }) =>
    `${pair.values.join('/')} ${pair.effect}`
  const gold = distinct(pairs.filter(({ values }) => values.some((value) => value >= least)))
  const found = [
    ...new Set(
      figures.flatMap(({ value, effect }) =>
        value !== null && value >= least && MEASURED.has(effect) ? [`${value} ${effect}`] : [],
      ),
    ),
  ]
  const matches = (one: string, pair: KeyPair) => pair.values.some((value) => one === `${value} ${pair.effect}`)
  const firm = gold.filter(({ optional }) => !optional)
  const hits = firm.filter((pair) => found.some((one) => matches(one, pair)))
  // the key leaves the number of a plural open: a number read for it is neither right nor wrong
  const open = new Set<string>(unnumbered)
  const spurious = found.filter(
    (one) => !gold.some((pair) => matches(one, pair)) && !open.has(one.slice(one.indexOf(' ') + 1)),
  )
  return {
    gold: firm.length,
    found: hits.length + spurious.length,
    hit: hits.length,
    missed: firm.filter((pair) => !hits.includes(pair)).map(shown),
    spurious,
  }
}

/** A target that several templates share is one. */
function distinct(pairs: readonly KeyPair[]): readonly KeyPair[] {
  return [...new Map(pairs.map((pair) => [`${pair.values.join('/')} ${pair.effect} ${pair.optional}`, pair])).values()]
}
