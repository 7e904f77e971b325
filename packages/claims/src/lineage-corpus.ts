/** Documents as flat arrays of word numbers, sentence by sentence, so that a hundred thousand of them fit in memory. */
import type { Block, BlockKind, SourceDocument } from './document.ts'
import { foldName } from './names.ts'

/**
 * Blocks whose words can make two documents alike; links, boilerplate, pictures' texts and tables never do. Outlets write
 * their own headlines: these count only where a document has nothing else.
 */
const BODY: ReadonlySet<BlockKind> = new Set(['body'])
const HEADLINES: ReadonlySet<BlockKind> = new Set(['title', 'heading'])

const FUNCTION_WORDS =
  `a an the and or but nor of in on at to for from by with without into onto over under after before
  during since until while as than then that this these those there here it its he him his she her they them their we us
  our you your i me my who whom whose which what when where why how is are was were be been being am do does did done has
  have had having will would shall should can could may might must not no so if also just only very more most much many
  some any all each both other another such same own about against between through up down out off again further once
  too s t
  في من على إلى الى عن مع أن ان إن كان كانت هو هي هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد و أو او ثم بعد قبل بين
  حيث كما عند عندما خلال منذ حتى ضد كل بعض أي نحو غير وقد وكان`
    .split(/\s+/)
    .filter((word) => word !== '')

/** Words that any report of this field is full of: they say little about where a text comes from. */
const WORN_WORDS =
  `say said saying told tell add added state stated statement announce announced report reported reporting
  accord according claim claimed confirm confirmed describe described note noted people person kill killed killing death
  dead die died wound wounded injure injured civilian force security military army government official authority attack
  violence group armed country region area city town local day week month year last new two one first
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december قال قالت أضاف أعلن أعلنت ذكر ذكرت وفق بحسب قتل مقتل قتلى شخص أشخاص مدني مدنيين قوات الجيش`
    .split(/\s+/)
    .filter((word) => word !== '')

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu

const ABBREVIATIONS = new Set(
  'mr mrs ms dr st gen col lt sgt capt maj prof u.s u.n u.k no vs jan feb aug sept oct nov dec'.split(' '),
)

/** A light stem: enough that inflections meet, not enough to be a word. */
export function stem(word: string): string {
  const folded = foldName(word).replace(/ /g, '')
  if (/^[\d.,]+$/.test(word)) return word.replace(/,/g, '')
  if (/^[a-z]+$/.test(folded)) return latinStem(folded)
  return arabicStem(folded)
}

function latinStem(word: string): string {
  if (word.length < 4) return word
  let root = word
  if (root.endsWith('ies') && root.length > 4) root = `${root.slice(0, -3)}y`
  else if (/(?:ss|x|ch|sh|z)es$/.test(root)) root = root.slice(0, -2)
  else if (root.endsWith('s') && !/(?:ss|us|is)$/.test(root)) root = root.slice(0, -1)
  if (root.endsWith('ied') && root.length > 4) root = `${root.slice(0, -3)}y`
  else if (root.endsWith('ing') && root.length > 5) root = root.slice(0, -3)
  else if (root.endsWith('ed') && root.length > 4) root = root.slice(0, -2)
  else if (root.endsWith('ly') && root.length > 5) root = root.slice(0, -2)
  if (root.length > 3 && root.at(-1) === root.at(-2) && !/[lsz]$/.test(root)) root = root.slice(0, -1)
  if (root.length > 3 && root.endsWith('e')) root = root.slice(0, -1)
  return root
}

function arabicStem(word: string): string {
  let root = word
  if (/^[وفبكل]ال.{3,}/u.test(root)) root = root.slice(3)
  else if (/^ال.{3,}/u.test(root)) root = root.slice(2)
  else if (/^لل.{3,}/u.test(root)) root = root.slice(2)
  else if (/^و.{4,}/u.test(root)) root = root.slice(1)
  return root.replace(/(?<=.{3})(?:ات|ون|ين|ها|هم|ه)$/u, '')
}

export interface Corpus {
  readonly size: number
  /** Stem of each word number. */
  readonly stems: readonly string[]
  /** Word numbers in reading order, all documents one after the other. */
  readonly words: Int32Array
  /** First word of each sentence in `words`; one more entry than sentences. */
  readonly sentenceWords: Int32Array
  /** Offsets of each sentence in its document's text. */
  readonly sentenceStart: Int32Array
  readonly sentenceEnd: Int32Array
  /** First sentence of each document; one more entry than documents. */
  readonly documentSentences: Int32Array
  /**
   * What each word number tells: 0 for function words, more the rarer. A document half of whose sentences stand word for
   * word in others before it counts for nothing, so that the copies of a text do not make its words common.
   */
  readonly weights: Float32Array
  /** 1 for names (as capitals show), 2 for numbers, else 0. */
  readonly kinds: Uint8Array
  /** Documents that hold each word number. */
  readonly frequencies: Int32Array
}

/** Grows as numbers are pushed; `trim` gives what was pushed. */
interface Column {
  readonly push: (value: number) => void
  readonly at: (index: number) => number
  readonly length: () => number
  readonly trim: () => Int32Array
}

function column(): Column {
  let cells = new Int32Array(1024)
  let used = 0
  return {
    push: (value) => {
      if (used === cells.length) {
        const larger = new Int32Array(cells.length * 2)
        larger.set(cells)
        cells = larger
      }
      cells[used++] = value
    },
    at: (index) => cells[index]!,
    length: () => used,
    trim: () => cells.slice(0, used),
  }
}

/** The blocks that lineage compares; a text without blocks is one body. */
export function comparedBlocks(document: SourceDocument): readonly Block[] {
  if (document.blocks.length === 0) return [{ kind: 'body', start: 0, end: document.text.length }]
  const body = document.blocks.filter((block) => BODY.has(block.kind))
  return body.length > 0 ? body : document.blocks.filter((block) => HEADLINES.has(block.kind))
}

/** Offsets of the sentences in a stretch of text: at a full stop that no lower case follows, and at line ends unless a sentence is wrapped there. */
export function sentenceOffsets(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  let from = start
  const close = (to: number) => {
    let left = from
    let right = to
    while (left < right && /\s/.test(text[left]!)) left++
    while (right > left && /\s/.test(text[right - 1]!)) right--
    if (right > left) found.push([left, right])
    from = to
  }
  for (let i = start; i < end; i++) {
    const letter = text[i]!
    if (letter === '\n') {
      if (!wrapped(text, i, from, end)) close(i + 1)
    } else if (letter === '.' || letter === '!' || letter === '?' || letter === '؟' || letter === '…') {
      let next = i + 1
      while (next < end && /["'”’»)\]]/.test(text[next]!)) next++
      if (next < end && !/\s/.test(text[next]!)) continue
      if (letter === '.' && abbreviated(text, i, from)) continue
      let after = next
      while (after < end && /[ \t\r]/.test(text[after]!)) after++
      if (after >= end || !/\p{Ll}/u.test(text[after]!)) close(next)
    }
  }
  close(end)
  return found
}

/** Whether a line end stands inside a sentence: no stop before it, and the next line goes on in lower case. */
function wrapped(text: string, at: number, from: number, end: number): boolean {
  let before = at - 1
  while (before > from && /[ \t\r]/.test(text[before]!)) before--
  if (/[.!?؟…:;"”»]/.test(text[before]!)) return false
  let after = at + 1
  while (after < end && /[ \t\r]/.test(text[after]!)) after++
  return after < end && /\p{Ll}/u.test(text[after]!)
}

function abbreviated(text: string, stop: number, from: number): boolean {
  let start = stop
  while (start > from && stop - start < 8 && /[\p{L}.]/u.test(text[start - 1]!)) start--
  const word = text.slice(start, stop)
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word)
}

/** One step of a hash over 48 bits, which a set of doubles holds exactly. */
function mixed(hash: number, value: number): number {
  const low = Math.imul((hash % 0x1000000) ^ value, 0x85ebca6b) >>> 0
  const high = Math.imul(Math.floor(hash / 0x1000000) ^ (value + 0x9e37), 0xc2b2ae35) >>> 0
  return ((low ^ (low >>> 13)) >>> 8) * 0x1000000 + ((high ^ (high >>> 15)) >>> 8)
}

/** Days of a month and other small numbers meet by chance. */
const isSmall = (root: string) => /^\d{1,2}$/.test(root) && Number(root) <= 31

/** Word numbers, sentences and weights of all documents, in the order given. */
export function buildCorpus(documents: readonly SourceDocument[]): Corpus {
  const stems: string[] = []
  const numbers = new Map<string, number>()
  const seen = new Map<string, number>()
  const flags: number[] = []
  const small: number[] = []
  const large: number[] = []
  const frequency: number[] = []
  const lastIn: number[] = []
  const told = new Set<number>()
  const tellings: number[] = []
  const lastTold: number[] = []
  let tellers = 0
  const words = column()
  const sentenceWords = column()
  const sentenceStart = column()
  const sentenceEnd = column()
  const documentSentences = column()

  const numberOf = (raw: string): number => {
    const known = seen.get(raw)
    if (known !== undefined) return known
    const root = stem(raw)
    let number = numbers.get(root)
    if (number === undefined) {
      number = stems.length
      stems.push(root)
      numbers.set(root, number)
      flags.push(/^\p{N}/u.test(root) ? 2 : 0)
      small.push(0)
      large.push(0)
      frequency.push(0)
      lastIn.push(-1)
      tellings.push(0)
      lastTold.push(-1)
    }
    seen.set(raw, number)
    return number
  }

  for (let d = 0; d < documents.length; d++) {
    const document = documents[d]!
    const firstSentence = sentenceStart.length()
    documentSentences.push(firstSentence)
    const firstWord = words.length()
    let own = 0
    for (const block of comparedBlocks(document)) {
      for (const [start, end] of sentenceOffsets(document.text, block.start, block.end)) {
        sentenceWords.push(words.length())
        sentenceStart.push(start)
        sentenceEnd.push(end)
        let first = true
        let hash = 0x811c9dc5
        for (const [raw] of document.text.slice(start, end).matchAll(WORD)) {
          const number = numberOf(raw)
          words.push(number)
          hash = mixed(hash, number)
          if (!first) {
            if (raw[0] !== raw[0]!.toLowerCase()) large[number]!++
            else small[number]!++
          }
          first = false
          if (lastIn[number] !== d) {
            lastIn[number] = d
            frequency[number]!++
          }
        }
        if (!told.has(hash)) own++
        told.add(hash)
      }
    }
    const sentences = sentenceStart.length() - firstSentence
    if (own * 2 <= sentences) continue
    tellers++
    for (let w = firstWord; w < words.length(); w++) {
      const number = words.at(w)
      if (lastTold[number] === d) continue
      lastTold[number] = d
      tellings[number]!++
    }
  }
  documentSentences.push(sentenceStart.length())
  sentenceWords.push(words.length())

  const dull = new Set(FUNCTION_WORDS.map(stem))
  const worn = new Set(WORN_WORDS.map(stem))
  const kinds = new Uint8Array(stems.length)
  const weights = new Float32Array(stems.length)
  for (let i = 0; i < stems.length; i++) {
    kinds[i] = flags[i] === 2 ? 2 : large[i]! > 0 && small[i]! * 4 <= large[i]! ? 1 : 0
    const rarity = Math.log(1 + (tellers + 30) / (tellings[i]! + 0.5))
    weights[i] = dull.has(stems[i]!) ? 0 : worn.has(stems[i]!) || isSmall(stems[i]!) ? rarity * 0.3 : rarity
  }
  return {
    size: documents.length,
    stems,
    words: words.trim(),
    sentenceWords: sentenceWords.trim(),
    sentenceStart: sentenceStart.trim(),
    sentenceEnd: sentenceEnd.trim(),
    documentSentences: documentSentences.trim(),
    weights,
    kinds,
    frequencies: Int32Array.from(frequency),
  }
}
