/** Which sentences of two documents say the same, by the rare words they share. */
import { mix } from './lineage-candidates.ts'
import type { Corpus } from './lineage-corpus.ts'

/** A sentence of each document (numbers in the corpus) and how alike they are. */
export interface SentencePair {
  readonly a: number
  readonly b: number
  /** Likeness by weighted words, 0 to 1. */
  readonly score: number
  /** Share of the shorter sentence's word triples that the other has too. */
  readonly triples: number
  /** Share of both sentences' word triples that both have. */
  readonly exact: number
  /** Share of the shorter sentence's ordinary words (no names, no numbers) by weight that the other has too. */
  readonly ordinary: number
  /** Weight of names and numbers in the shorter sentence, and of those that the other has too. */
  readonly specifics: number
  readonly specificsMet: number
  /** Whether both print numbers, and one of them the same. */
  readonly numbers: 'none' | 'shared' | 'other'
}

/** How two documents lie on each other. Shares are by weight of words, 0 to 1. */
export interface DocumentAlignment {
  /** Best partner of each aligned sentence of a, in a's order. */
  readonly pairs: readonly SentencePair[]
  /** Share of each document that has a partner in the other. */
  readonly coveredA: number
  readonly coveredB: number
  /** Share of each whose partner repeats it word for word, or nearly. */
  readonly verbatimA: number
  readonly verbatimB: number
  readonly nearA: number
  readonly nearB: number
  /** Mean share of word triples kept, over the aligned part of each. */
  readonly keptA: number
  readonly keptB: number
  /** As `kept`, counting words put in as well as words taken out. */
  readonly exactA: number
  readonly exactB: number
  /** Mean likeness and mean share of ordinary words over the aligned pairs. */
  readonly score: number
  readonly ordinary: number
  /** Share of the aligned pairs that keep one order. */
  readonly order: number
  /** Share of the names and numbers of aligned pairs that both have: a form filled with other names has few. */
  readonly agreement: number
  /** Weight of the names and numbers that aligned pairs share. */
  readonly specifics: number
  /** Aligned pairs that both print numbers, and those of them that share none. */
  readonly numbered: number
  readonly misnumbered: number
}

const ALIGNED = 0.3
const VERBATIM = 0.8
const NEAR = 0.35

/** Below this share of both documents nothing is made of their likeness. */
const LEAST_COVERED = 0.1

const NOTHING_ALIGNED: DocumentAlignment = {
  pairs: [],
  coveredA: 0,
  coveredB: 0,
  verbatimA: 0,
  verbatimB: 0,
  nearA: 0,
  nearB: 0,
  keptA: 0,
  keptB: 0,
  exactA: 0,
  exactB: 0,
  score: 0,
  ordinary: 0,
  order: 0,
  agreement: 0,
  specifics: 0,
  numbered: 0,
  misnumbered: 0,
}

/** Aligns document after document with one anchor; scratch space is kept between calls. */
export interface Aligner {
  readonly anchor: (document: number) => void
  readonly align: (document: number) => DocumentAlignment
}

export function createAligner(corpus: Corpus): Aligner {
  const heads = new Int32Array(corpus.weights.length).fill(-1)
  let next = new Int32Array(1024)
  let at = new Int32Array(1024)
  let used: number[] = []
  let weightsA = new Float64Array(64)
  let anchored = -1
  const marks = new Int32Array(corpus.weights.length).fill(-1)
  let mark = 0

  const sentenceWeight = (sentence: number): number => {
    mark++
    let sum = 0
    for (let w = corpus.sentenceWords[sentence]!; w < corpus.sentenceWords[sentence + 1]!; w++) {
      const word = corpus.words[w]!
      if (marks[word] === mark) continue
      marks[word] = mark
      sum += corpus.weights[word]!
    }
    return sum
  }

  const anchor = (document: number) => {
    for (const word of used) heads[word] = -1
    used = []
    anchored = document
    const first = corpus.documentSentences[document]!
    const last = corpus.documentSentences[document + 1]!
    if (weightsA.length < last - first) weightsA = new Float64Array((last - first) * 2)
    let entries = 0
    for (let s = first; s < last; s++) {
      weightsA[s - first] = sentenceWeight(s)
      mark++
      for (let w = corpus.sentenceWords[s]!; w < corpus.sentenceWords[s + 1]!; w++) {
        const word = corpus.words[w]!
        if (marks[word] === mark || corpus.weights[word] === 0) continue
        marks[word] = mark
        if (entries === next.length) {
          next = grown(next)
          at = grown(at)
        }
        if (heads[word] === -1) used.push(word)
        next[entries] = heads[word]!
        at[entries] = s - first
        heads[word] = entries++
      }
    }
  }

  let shared = new Float64Array(64)
  const align = (document: number): DocumentAlignment => {
    const firstA = corpus.documentSentences[anchored]!
    const countA = corpus.documentSentences[anchored + 1]! - firstA
    const firstB = corpus.documentSentences[document]!
    const countB = corpus.documentSentences[document + 1]! - firstB
    if (shared.length < countA) shared = new Float64Array(countA * 2)
    const bestOfA = new Map<number, { b: number; score: number }>()
    const bestOfB = new Map<number, { a: number; score: number }>()
    let totalB = 0
    const weightsB: number[] = []
    for (let t = 0; t < countB; t++) {
      const weightB = sentenceWeight(firstB + t)
      weightsB.push(weightB)
      totalB += weightB
      const touched: number[] = []
      mark++
      for (let w = corpus.sentenceWords[firstB + t]!; w < corpus.sentenceWords[firstB + t + 1]!; w++) {
        const word = corpus.words[w]!
        if (marks[word] === mark) continue
        marks[word] = mark
        for (let entry = heads[word]!; entry !== -1; entry = next[entry]!) {
          const s = at[entry]!
          if (shared[s] === 0) touched.push(s)
          shared[s]! += corpus.weights[word]!
        }
      }
      for (const s of touched) {
        const score = likeness(shared[s]!, weightsA[s]!, weightB)
        shared[s] = 0
        if (score < ALIGNED) continue
        const ofA = bestOfA.get(s)
        if (ofA === undefined || score > ofA.score) bestOfA.set(s, { b: t, score })
        const ofB = bestOfB.get(t)
        if (ofB === undefined || score > ofB.score || (score === ofB.score && s < ofB.a))
          bestOfB.set(t, { a: s, score })
      }
    }
    let totalA = 0
    for (let s = 0; s < countA; s++) totalA += weightsA[s]!

    let coveredA = 0
    let coveredB = 0
    for (const s of bestOfA.keys()) coveredA += weightsA[s]!
    for (const t of bestOfB.keys()) coveredB += weightsB[t]!
    if (coveredA < LEAST_COVERED * totalA && coveredB < LEAST_COVERED * totalB) return NOTHING_ALIGNED

    const tallyA = { covered: 0, verbatim: 0, near: 0, kept: 0, exact: 0 }
    const tallyB = { covered: 0, verbatim: 0, near: 0, kept: 0, exact: 0 }
    const pairs: SentencePair[] = []
    for (const [s, { b, score }] of [...bestOfA].sort(([x], [y]) => x - y)) {
      const pair = compare(corpus, firstA + s, firstB + b, score)
      pairs.push(pair)
      count(tallyA, weightsA[s]!, pair)
    }
    for (const [t, { a, score }] of bestOfB) {
      const twin = bestOfA.get(a)
      const same = twin !== undefined && twin.b === t ? pairs.find((pair) => pair.a === firstA + a)! : null
      count(tallyB, weightsB[t]!, same ?? compare(corpus, firstA + a, firstB + t, score))
    }
    const mean = (of: (pair: SentencePair) => number) =>
      pairs.length === 0 ? 0 : pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
    const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, part / whole))
    return {
      pairs,
      coveredA: share(tallyA.covered, totalA),
      coveredB: share(tallyB.covered, totalB),
      verbatimA: share(tallyA.verbatim, totalA),
      verbatimB: share(tallyB.verbatim, totalB),
      nearA: share(tallyA.near, totalA),
      nearB: share(tallyB.near, totalB),
      keptA: share(tallyA.kept, tallyA.covered),
      keptB: share(tallyB.kept, tallyB.covered),
      exactA: share(tallyA.exact, tallyA.covered),
      exactB: share(tallyB.exact, tallyB.covered),
      score: mean((pair) => pair.score),
      ordinary: mean((pair) => pair.ordinary),
      agreement: agreement(pairs),
      specifics: pairs.reduce((sum, { specificsMet }) => sum + specificsMet, 0),
      numbered: pairs.filter(({ numbers }) => numbers !== 'none').length,
      misnumbered: pairs.filter(({ numbers }) => numbers === 'other').length,
      order: pairs.length < 2 ? pairs.length : longestRise(pairs.map((pair) => pair.b)) / pairs.length,
    }
  }
  return { anchor, align }
}

function grown(cells: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(cells.length * 2)
  larger.set(cells)
  return larger
}

/** Dice's coefficient eased by containment, so that a sentence split in two still meets its whole. */
function likeness(shared: number, a: number, b: number): number {
  if (shared === 0) return 0
  const dice = (2 * shared) / (a + b)
  const least = Math.min(a, b)
  return least < 8 ? dice : 0.6 * dice + 0.4 * (shared / least)
}

function agreement(pairs: readonly SentencePair[]): number {
  let all = 0
  let met = 0
  for (const { specifics, specificsMet } of pairs) {
    all += specifics
    met += specificsMet
  }
  return all === 0 ? 1 : met / all
}

interface Tally {
  covered: number
  verbatim: number
  near: number
  kept: number
  exact: number
}

function count(tally: Tally, weight: number, { triples, exact }: SentencePair): void {
  tally.covered += weight
  tally.kept += weight * triples
  tally.exact += weight * exact
  if (triples >= VERBATIM) tally.verbatim += weight
  if (triples >= NEAR) tally.near += weight
}

/** Word triples, ordinary words and specifics that two sentences share. */
function compare(corpus: Corpus, a: number, b: number, score: number): SentencePair {
  const wordsOf = (sentence: number) =>
    corpus.words.subarray(corpus.sentenceWords[sentence]!, corpus.sentenceWords[sentence + 1]!)
  const wordsA = wordsOf(a)
  const wordsB = wordsOf(b)
  const [short, long] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA]
  const inLong = new Set(long)
  const ordinary = { all: 0, met: 0 }
  const specific = { all: 0, met: 0 }
  for (const word of new Set(short)) {
    const weight = corpus.weights[word]!
    if (weight === 0) continue
    const tally = corpus.kinds[word] === 0 ? ordinary : specific
    tally.all += weight
    if (inLong.has(word)) tally.met += weight
  }
  const kept = keptTriples(short, long)
  return {
    a,
    b,
    score,
    ...kept,
    ordinary: ordinary.all === 0 ? 0 : ordinary.met / ordinary.all,
    specifics: specific.all,
    specificsMet: specific.met,
    numbers: numbersOf(corpus, wordsA, wordsB),
  }
}

function numbersOf(corpus: Corpus, a: Int32Array, b: Int32Array): SentencePair['numbers'] {
  const inA = a.filter((word) => corpus.kinds[word] === 2)
  const inB = b.filter((word) => corpus.kinds[word] === 2)
  if (inA.length === 0 || inB.length === 0) return 'none'
  return inA.some((word) => inB.includes(word)) ? 'shared' : 'other'
}

function keptTriples(short: Int32Array, long: Int32Array): { readonly triples: number; readonly exact: number } {
  const all = short.length - 2
  if (all < 1) {
    const equal = short.length === long.length && short.every((word, i) => word === long[i]) ? 1 : 0
    return { triples: equal, exact: equal }
  }
  const inLong = new Set<number>()
  for (let i = 0; i + 2 < long.length; i++) inLong.add(tripleHash(long, i))
  let found = 0
  for (let i = 0; i < all; i++) if (inLong.has(tripleHash(short, i))) found++
  return { triples: found / all, exact: Math.min(1, (2 * found) / (all + long.length - 2)) }
}

function tripleHash(words: Int32Array, at: number): number {
  return mix(mix(words[at]!, words[at + 1]!), words[at + 2]!)
}

/** Length of the longest rising run that can be picked out of a sequence. */
export function longestRise(values: readonly number[]): number {
  const tails: number[] = []
  for (const value of values) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tails[middle]! <= value) low = middle + 1
      else high = middle
    }
    tails[low] = value
  }
  return tails.length
}
