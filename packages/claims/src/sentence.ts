/** Sentences of a document's blocks, with their tokens. */
import type { Block, BlockKind, SourceDocument } from './document.ts'
import { isArabicLetter, type Token, tokenise } from './token.ts'

export interface Sentence {
  /** Position among the document's sentences. */
  readonly index: number
  readonly block: BlockKind
  /** Position of its block among the document's blocks. */
  readonly blockIndex: number
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  readonly language: 'en' | 'ar'
}

/** Block kinds that are read. A byline or a dateline is read for its agency, never for figures. */
const READ = new Set<BlockKind>(['title', 'heading', 'byline', 'dateline', 'body', 'caption'])

/** No sentence is longer: what has no full stop is cut here, so that every later step stays linear. */
const LONGEST = 240

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen col lt sgt maj capt cmdr adm brig st rev fr hon gov sen rep pres no nos vs etc inc ltd co corp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec dept approx est fig al eds pp vol op cit km sq mt ft e.g i.e a.m p.m u.n u.s u.k'
  ).split(' '),
)
const CLOSERS = new Set(['"', '”', '’', "'", '»', ')', ']', '“'])
const BULLETS = /^[•▪‣◦●■–—*-]/u

function language(tokens: readonly Token[]): 'en' | 'ar' {
  let arabic = 0
  let words = 0
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    words++
    if (isArabicLetter(token.text.charCodeAt(0))) arabic++
  }
  return arabic * 2 > words ? 'ar' : 'en'
}

/** Whether the full stop at `i` ends a sentence. */
function ends(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  const next = tokens[i + 1]
  if (token.text === '؟' || token.text === '…') return true
  if (next === undefined) return true
  // the first dots of an ellipsis
  if (next.text === '.' && next.start === token.end) return false
  let following: Token | undefined = next
  let j = i + 1
  while (following !== undefined && CLOSERS.has(following.text)) following = tokens[++j]
  if (following === undefined) return true
  if (following.kind === 'word' && !following.capital && !isArabicLetter(following.text.charCodeAt(0))) {
    // a lower-case word goes on with the sentence, unless the next is known to be caseless
    return false
  }
  if (following.text === ',' || following.text === ';' || following.text === ')') return false
  if (token.text !== '.') return true
  const before = tokens[i - 1]
  if (before === undefined || before.end !== token.start) return true
  if (before.kind === 'word') {
    if (ABBREVIATIONS.has(before.norm)) return false
    // "J. Maren", "د. سامر"
    if (before.text.length === 1 && (before.capital || isArabicLetter(before.text.charCodeAt(0)))) return false
  }
  return true
}

/** The sentences of the blocks that are read, in order. Other languages than English and Arabic are the caller's to refuse. */
export function sentences(document: SourceDocument): Sentence[] {
  const found: Sentence[] = []
  document.blocks.forEach((block, blockIndex) => {
    if (READ.has(block.kind)) blockSentences(document.text, block, blockIndex, found)
  })
  return found
}

function blockSentences(text: string, block: Block, blockIndex: number, found: Sentence[]): void {
  const tokens = tokenise(text, block.start, Math.min(block.end, text.length))
  let from = 0
  const push = (to: number) => {
    if (to <= from) return
    const part = tokens.slice(from, to)
    from = to
    found.push({
      index: found.length,
      block: block.kind,
      blockIndex,
      start: part[0]!.start,
      end: part[part.length - 1]!.end,
      tokens: part,
      language: language(part),
    })
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (i > from) {
      const between = text.slice(tokens[i - 1]!.end, token.start)
      const lines = between.length > 1 ? between.split('\n').length - 1 : between === '\n' ? 1 : 0
      if (lines >= 2 || (lines === 1 && BULLETS.test(token.text))) push(i)
    }
    if (i - from >= LONGEST) push(i)
    if (token.kind === 'word' && token.text.endsWith('.') && endsAcronym(tokens, i)) {
      push(i + 1)
      continue
    }
    if (token.kind !== 'mark') continue
    if ('.!?…؟۔'.includes(token.text) && ends(tokens, i)) {
      let to = i + 1
      while (to < tokens.length && CLOSERS.has(tokens[to]!.text) && tokens[to]!.start === tokens[to - 1]!.end) to++
      push(to)
      i = to - 1
    }
  }
  push(tokens.length)
}

/** "… the U.N. The next": an acronym's full stop ends the sentence where a capitalised function word follows. */
const OPENERS = new Set(
  'the a an in on at it he she they we this that these those but and if when while after before as for since meanwhile however'.split(
    ' ',
  ),
)
function endsAcronym(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  return next?.capital === true && OPENERS.has(next.norm)
}
