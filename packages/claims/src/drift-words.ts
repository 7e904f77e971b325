/** Words that changed on the way: quotations altered, hedges dropped, words added to what somebody said. */
import type { Span } from './document.ts'
import { stem } from './lineage-corpus.ts'
import { derivedId } from './lineage-id.ts'
import type { Alignment, Drift, DriftField, Edge, ReadDocument } from './lineage-model.ts'
import { commonPositions, longestRun, type Quotation } from './lineage-quotes.ts'

const HEDGES = new Set(
  `may might possibly possible potential potentially alleged allegedly reportedly apparently appear appears appeared
  seem seems suspected likely believed purported purportedly unverified unconfirmed estimated suggest suggests suggested
  perhaps probable probably presumed ربما قد يحتمل محتمل محتملة مزعوم مزعومة يزعم يبدو يعتقد مرجح`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const WEAKENED = new Set(['be', 'have', 'constitute', 'amount', 'mean', 'qualify'])
const JUDGED = new Set(['constitute', 'amount', 'mean', 'qualify', 'suggest'])

const COMPLEMENT =
  /^["'”’»]?\s+((?:from|by|of|against|on|in|at|with|among|across|throughout|committed|carried)\s[^.,;:"“”«»!?\n]{4,80})/u
const CLAUSE = /\s(?:and|but|while|which|who|that|as|after|before|when|since|because|although)\s/u

const printedWords = (text: string) => [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word)
const words = (text: string) => printedWords(text).map((word) => word.toLowerCase())

/** Drift in the words around and inside statements, along one edge. `quotationsOf` gives the quotations of a document. */
export function wordDrift(
  a: ReadDocument,
  b: ReadDocument,
  edge: Edge,
  quotationsOf: (document: ReadDocument) => readonly Quotation[],
): readonly Drift[] {
  const drift: Drift[] = []
  const sides: readonly (readonly [ReadDocument, ReadDocument, boolean])[] =
    edge.direction === 'a-to-b'
      ? [[a, b, false]]
      : edge.direction === 'b-to-a'
        ? [[b, a, true]]
        : [
            [a, b, false],
            [b, a, true],
          ]
  for (const [source, derived, flipped] of sides) {
    const evidence = edge.evidence.map((each) => (flipped ? { ...each, a: each.b, b: each.a } : each))
    const [sourceQuotes, derivedQuotes] = [quotationsOf(source), quotationsOf(derived)]
    const entry = (field: DriftField, printedAt: Span, originAt: Span, reason: string): Drift => ({
      id: derivedId('drift', [derived.id, source.id, field, printedAt.start]),
      document: derived.id,
      against: source.id,
      field,
      printed: printedAt.text,
      printedAt,
      origin: originAt.text,
      originAt,
      claim: claimAt(derived, printedAt),
      againstClaim: claimAt(source, originAt),
      seenIn: [source.id],
      nearer: edge.direction === 'none' ? null : source.id,
      reason,
    })
    for (const pair of evidence) {
      if (pair.kind === 'quote') {
        const added = addedComplement(source, derived, pair)
        if (added !== null) {
          drift.push(entry('added-words', added, pair.a, `${source.id} has no such words with this quotation`))
        }
        if (!flipped || edge.direction !== 'none') {
          const altered = alteredQuote(pair)
          if (altered !== null) drift.push(entry('quote', pair.b, pair.a, altered))
        }
      } else if (pair.kind === 'sentence') {
        if (!flipped || edge.direction !== 'none') {
          for (const [origin, printed] of renderedOtherwise(pair, sourceQuotes, derivedQuotes)) {
            drift.push(entry('quote', printed, origin, `one remark, quoted in other words than in ${source.id}`))
          }
        }
        const hedge = edge.kind === 'same-primary-statement' ? null : droppedHedge(pair)
        if (hedge !== null) {
          drift.push(entry('hedge', pair.b, pair.a, `"${hedge}" of ${source.id} has no counterpart here`))
        }
      }
    }
  }
  return drift
}

function claimAt(document: ReadDocument, at: Span): string | null {
  return document.claims.find((claim) => claim.start < at.end && at.start < claim.end)?.id ?? null
}

/** Words that qualify a quotation in the derived document and stand nowhere in the source. */
function addedComplement(source: ReadDocument, derived: ReadDocument, pair: Alignment): Span | null {
  const match = COMPLEMENT.exec(derived.text.slice(pair.b.end, pair.b.end + 120))
  if (match === null) return null
  const cut = CLAUSE.exec(match[1]!)
  const text = (cut === null ? match[1]! : match[1]!.slice(0, cut.index)).trim()
  const content = words(text)
    .slice(1)
    .filter((word) => word.length > 3)
  if (content.length < 2) return null
  const inSource = new Set(words(source.text).map(stem))
  if (content.some((word) => inSource.has(stem(word)))) return null
  const start = pair.b.end + match[0]!.indexOf(match[1]!)
  return { start, end: start + text.length, text }
}

/** Why a quotation is not the same quotation: words changed between words that both keep. */
function alteredQuote(pair: Alignment): string | null {
  if (pair.score < 0.5) return null
  const first = words(pair.a.text)
  const second = words(pair.b.text)
  const kept = commonPositions(first.map(stem), second.map(stem))
  if (kept.length < 2) return null
  for (let i = 1; i < kept.length; i++) {
    const [x0, y0] = kept[i - 1]!
    const [x1, y1] = kept[i]!
    if (x1 - x0 > 1 || y1 - y0 > 1) {
      const was = first.slice(x0 + 1, x1).join(' ')
      const is = second.slice(y0 + 1, y1).join(' ')
      return `inside the quotation "${was}" against "${is}"`
    }
  }
  return null
}

/** Quotations inside an aligned pair of sentences that render one remark in different words. */
function renderedOtherwise(
  pair: Alignment,
  ofSource: readonly Quotation[],
  ofDerived: readonly Quotation[],
): readonly (readonly [Span, Span])[] {
  const inside = (quotes: readonly Quotation[], at: Span) =>
    quotes.filter(({ span }) => span.start >= at.start && span.end <= at.end)
  const telling = (quote: Quotation) => new Set(quote.words.filter((word) => word.length > 3))
  const found: [Span, Span][] = []
  for (const one of inside(ofSource, pair.a)) {
    const first = telling(one)
    for (const other of inside(ofDerived, pair.b)) {
      const second = telling(other)
      const met = [...first].filter((word) => second.has(word)).length
      const least = Math.min(first.size, second.size)
      if (longestRun(one.words, other.words) >= Math.min(4, one.words.length, other.words.length)) continue
      if (met >= 1 && met < least && met / least >= 0.5) found.push([one.span, other.span])
    }
  }
  return found
}

/** A hedge of the source's sentence where the derived sentence asserts the same without one. */
function droppedHedge(pair: Alignment): string | null {
  if (pair.score < 0.4) return null
  const source = words(pair.a.text)
  const derived = words(pair.b.text)
  const at = hedgeAt(pair.a.text)
  if (at < 0 || hedgeAt(pair.b.text) >= 0) return null
  const asserted = source
    .slice(at + 1)
    .filter((word) => word.length > 3 && !WEAKENED.has(word))
    .slice(0, 3)
  const stems = new Set(derived.map(stem))
  const met = asserted.filter((word) => stems.has(stem(word))).length
  return met > 0 && met * 2 >= asserted.length ? source[at]! : null
}

/** Where the first hedge stands; `could` and `would` only where they weaken an assertion ("could be", "would amount to"). */
function hedgeAt(text: string): number {
  const printed = printedWords(text)
  const sentence = printed.map((word) => word.toLowerCase())
  return sentence.findIndex(
    (word, i) =>
      (HEDGES.has(word) && !(word === 'may' && isMonth(printed, i))) ||
      (word === 'could' && WEAKENED.has(sentence[i + 1] ?? '')) ||
      (word === 'would' && JUDGED.has(sentence[i + 1] ?? '')),
  )
}

/** "3 May", "in May", "May 2031"; the verb is large only where it opens a sentence or in a headline that writes all words so. */
function isMonth(printed: readonly string[], at: number): boolean {
  if (printed[at] !== 'May') return false
  if ([at - 1, at + 1].some((beside) => /^\p{N}+$/u.test(printed[beside] ?? ''))) return true
  if (at === 0) return !WEAKENED.has(printed[1]?.toLowerCase() ?? '')
  return printed.some((word) => word.length > 3 && /^\p{Ll}/u.test(word))
}
