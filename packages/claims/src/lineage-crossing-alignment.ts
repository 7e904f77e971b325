/**
 * Sentences of two texts in different scripts laid beside each other in their order, by what a translation keeps: marks
 * (numbers, names, parties, places, days), quotations and their length, and the length of the sentence.
 */

/** A sentence as far as another language can keep it. */
export interface Kept {
  /** Mark numbers, each once. */
  readonly marks: readonly number[]
  /** Those of them that are numbers. */
  readonly numbers: readonly number[]
  /** Words in quotation marks, and the marks among them. */
  readonly quoted: number
  readonly quotedMarks: readonly number[]
  /** Characters. */
  readonly length: number
  /** Keys of who speaks in it. */
  readonly speakers: ReadonlySet<string>
}

/** Sentences `a` to `a + spanA` of the one text beside `b` to `b + spanB` of the other; of the spans one at least is 1. */
export interface Bead {
  readonly a: number
  readonly b: number
  readonly spanA: 1 | 2
  readonly spanB: 1 | 2
  readonly score: number
  /** Weight of the marks that both have, and that either has. */
  readonly shared: number
  readonly either: number
}

/** Arabic takes about this many characters where English takes one. */
const SHORTER = 0.82
/** The same for words: conjunctions, prepositions and the article are written onto the next. */
const FEWER = 0.78
/** Deviation of the logarithm of that ratio from sentence to sentence. */
const SPREAD = 0.4
/** Pairs of sentences that are compared; of longer texts those that lie about as far into the one as into the other. */
const COMPARED = 400_000
/** Pairs above which two texts are not laid beside each other at all: two books of six thousand sentences each. */
const MOST_CELLS = 40_000_000
const JOINING = 0.8
const MISNUMBERED = 0.6
const QUOTED = 1.5
const UNQUOTED = 1
const SPEAKER = 0.8

export type Weigh = (mark: number) => number

/** How well one length renders the other, 0 to 1 (a normal of the log ratio, after Gale and Church 1993). */
export function lengthFit(a: number, b: number, isArabicA: boolean): number {
  const [english, arabic] = isArabicA ? [b, a] : [a, b]
  const z = Math.log((arabic + 1) / (english * SHORTER + 1)) / SPREAD
  return Math.exp((-z * z) / 2)
}

/** How well one quotation's number of words renders the other's, 0 to 1, in the same way. */
export function quoteFit(a: number, b: number, isArabicA: boolean): number {
  const [english, arabic] = isArabicA ? [b, a] : [a, b]
  const z = Math.log((arabic + 1) / (english * FEWER + 1)) / SPREAD
  return Math.exp((-z * z) / 2)
}

interface Judged {
  readonly score: number
  readonly shared: number
  readonly either: number
}

function judged(a: Kept, b: Kept, weigh: Weigh, isArabicA: boolean): Judged | null {
  let shared = 0
  let either = 0
  for (const mark of a.marks) {
    const weight = weigh(mark)
    either += weight
    if (b.marks.includes(mark)) shared += weight
  }
  const bothQuote = a.quoted > 0 && b.quoted > 0
  const bothSpeak = a.speakers.size > 0 && b.speakers.size > 0
  const oneSpeaker = bothSpeak && !a.speakers.isDisjointFrom(b.speakers)
  if (shared === 0 && !bothQuote && !oneSpeaker) return null
  for (const mark of b.marks) if (!a.marks.includes(mark)) either += weigh(mark)
  let score = shared
  if (a.numbers.length > 0 && b.numbers.length > 0) {
    for (const mark of a.numbers) if (!b.numbers.includes(mark)) score -= MISNUMBERED * weigh(mark)
    for (const mark of b.numbers) if (!a.numbers.includes(mark)) score -= MISNUMBERED * weigh(mark)
  }
  if (bothQuote) score += QUOTED * quoteFit(a.quoted, b.quoted, isArabicA)
  else if (a.quoted > 0 || b.quoted > 0) score -= UNQUOTED
  if (bothSpeak) score += oneSpeaker ? SPEAKER : -SPEAKER
  score -= 1 - lengthFit(a.length, b.length, isArabicA)
  return score > 0 ? { score, shared, either } : null
}

function both(one: Kept, two: Kept): Kept {
  return {
    marks: [...new Set([...one.marks, ...two.marks])],
    numbers: [...new Set([...one.numbers, ...two.numbers])],
    quoted: one.quoted + two.quoted,
    quotedMarks: [...new Set([...one.quotedMarks, ...two.quotedMarks])],
    length: one.length + two.length + 1,
    speakers: one.speakers.union(two.speakers),
  }
}

/**
 * The best chain of beads that keeps the order of both texts (dynamic programming over one-to-one, one-to-two and
 * two-to-one; a sentence without a partner costs nothing). Empty where the texts are too long to be laid side by side.
 */
export function alignedInOrder(
  a: readonly Kept[],
  b: readonly Kept[],
  weigh: Weigh,
  isArabicA: boolean,
): readonly Bead[] {
  const width = b.length + 1
  if ((a.length + 1) * width > MOST_CELLS) return []
  const slope = b.length / Math.max(1, a.length)
  const band = Math.max(COMPARED / (2 * Math.max(1, a.length)), 8)
  const best = new Float32Array((a.length + 1) * width)
  const step = new Uint8Array(best.length)
  const judge = (i: number, j: number, spanA: number, spanB: number) =>
    judged(spanA === 1 ? a[i]! : both(a[i]!, a[i + 1]!), spanB === 1 ? b[j]! : both(b[j]!, b[j + 1]!), weigh, isArabicA)
  const isBare = ({ marks, quoted, speakers }: Kept) => marks.length === 0 && quoted === 0 && speakers.size === 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j
      best[at] = best[at - width]!
      step[at] = 1
      if (best[at - 1]! > best[at]!) {
        best[at] = best[at - 1]!
        step[at] = 2
      }
      if (Math.abs(j - i * slope) > band || isBare(a[i - 1]!) || isBare(b[j - 1]!)) continue
      const one = judge(i - 1, j - 1, 1, 1)
      if (one === null) continue
      consider(at, best[at - width - 1]! + one.score, 3)
      if (i > 1 && !isBare(a[i - 2]!)) {
        const two = judge(i - 2, j - 1, 2, 1)
        if (two !== null) consider(at, best[at - 2 * width - 1]! + two.score - JOINING, 4)
      }
      if (j > 1 && !isBare(b[j - 2]!)) {
        const two = judge(i - 1, j - 2, 1, 2)
        if (two !== null) consider(at, best[at - width - 2]! + two.score - JOINING, 5)
      }
    }
  }
  function consider(at: number, score: number, by: number): void {
    if (score <= best[at]!) return
    best[at] = score
    step[at] = by
  }
  const beads: Bead[] = []
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    const by = step[i * width + j]!
    if (by === 1) i--
    else if (by === 2) j--
    else {
      const spanA = by === 4 ? 2 : 1
      const spanB = by === 5 ? 2 : 1
      i -= spanA
      j -= spanB
      beads.push({ a: i, b: j, spanA, spanB, ...judge(i, j, spanA, spanB)! })
    }
  }
  return beads.reverse()
}
