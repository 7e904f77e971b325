/** Pairs of documents worth comparing, by an inverted index over rare word runs, rare word pairs and quotes. */
import type { Corpus } from './lineage-corpus.ts'

/** Documents that a feature links directly: the earliest ones that have it. Keeps the work linear in the features. */
const FIRST = 24
/** The same for a feature that a twentieth of the documents have: the copies of one wire, or a turn of phrase. */
const HEADS = 2
/** Candidates kept for a document, strongest first. */
const KEPT = 24
const RUN = 4
const RAREST = 6
/** Evidence below which a pair is not looked at. */
const LEAST = 1

/** For each document (by number) the earlier documents to compare it with. */
export function candidatePairs(corpus: Corpus, extra: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const keys = featureKeys(corpus, extra)
  keys.sort()
  return linkByFeature(corpus.size, keys)
}

const DOCUMENTS = 2 ** 21

/** Every feature as hash × 2²¹ + document, which a double holds exactly. */
function featureKeys(corpus: Corpus, extra: readonly (readonly number[])[]): Float64Array {
  const sampled = corpus.size > 20_000 ? 4 : 1
  let keys = new Float64Array(1 << 16)
  let used = 0
  const push = (hash: number, document: number) => {
    if (used === keys.length) {
      const larger = new Float64Array(Math.ceil(keys.length * 1.5))
      larger.set(keys)
      keys = larger
    }
    keys[used++] = (hash >>> 1) * DOCUMENTS + document
  }
  const rarest: number[] = []
  for (let d = 0; d < corpus.size; d++) {
    for (const hash of extra[d] ?? []) push(hash, d)
    for (let s = corpus.documentSentences[d]!; s < corpus.documentSentences[d + 1]!; s++) {
      const from = corpus.sentenceWords[s]!
      const to = corpus.sentenceWords[s + 1]!
      for (let w = from; w + RUN <= to; w++) {
        let hash = 0x811c9dc5
        for (let k = 0; k < RUN; k++) hash = mix(hash, corpus.words[w + k]!)
        if ((hash >>> 8) % sampled === 0) push(hash, d)
      }
      rarest.length = 0
      for (let w = from; w < to; w++) {
        const word = corpus.words[w]!
        if (corpus.weights[word]! > 0 && corpus.frequencies[word]! > 1 && !rarest.includes(word)) rarest.push(word)
      }
      rarest.sort((x, y) => corpus.weights[y]! - corpus.weights[x]! || x - y)
      const top = rarest.slice(0, RAREST).sort((x, y) => x - y)
      for (let i = 0; i < top.length; i++)
        for (let j = i + 1; j < top.length; j++) push(mix(mix(0x9e3779b9, top[i]!), top[j]!), d)
    }
  }
  return keys.slice(0, used)
}

/** One step of a 32-bit mixing hash (the finaliser of MurmurHash3 over an FNV-style combination). */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function linkByFeature(size: number, keys: Float64Array): readonly (readonly number[])[] {
  const entries = new Int32Array(keys.length)
  const groupStart: number[] = []
  let used = 0
  const widest = Math.max(64, size / 20)
  for (let i = 0; i < keys.length; ) {
    const hash = Math.floor(keys[i]! / DOCUMENTS)
    const start = used
    let last = -1
    let j = i
    for (; j < keys.length && Math.floor(keys[j]! / DOCUMENTS) === hash; j++) {
      const document = keys[j]! - hash * DOCUMENTS
      if (document !== last) entries[used++] = document
      last = document
    }
    i = j
    if (used - start < 2) used = start
    else groupStart.push(start)
  }
  groupStart.push(used)

  const heads = new Int32Array(size + 1)
  for (let e = 0; e < used; e++) heads[entries[e]! + 1]!++
  for (let d = 0; d < size; d++) heads[d + 1]! += heads[d]!
  const groups = new Int32Array(used)
  const fill = heads.slice(0, size)
  for (let g = 0; g + 1 < groupStart.length; g++) {
    for (let e = groupStart[g]!; e < groupStart[g + 1]!; e++) groups[fill[entries[e]!]!++] = g
  }

  const scores = new Float32Array(size)
  const links: number[][] = []
  for (let d = 0; d < size; d++) {
    const touched: number[] = []
    for (let k = heads[d]!; k < heads[d + 1]!; k++) {
      const start = groupStart[groups[k]!]!
      const end = groupStart[groups[k]! + 1]!
      const worth = 1 / Math.log2(end - start)
      const first = end - start > widest ? HEADS : FIRST
      for (let e = start; e < Math.min(end, start + first); e++) {
        const other = entries[e]!
        if (other >= d) break
        if (scores[other] === 0) touched.push(other)
        scores[other]! += worth
      }
    }
    const strong = touched.filter((other) => scores[other]! >= LEAST)
    strong.sort((x, y) => scores[y]! - scores[x]! || x - y)
    links.push(strong.slice(0, KEPT))
    for (const other of touched) scores[other] = 0
  }
  return links
}
