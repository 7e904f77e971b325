/**
 * What a translation keeps: numbers, names by their consonants, known parties and places, days and months. Each document
 * is reduced to these marks, so that English and Arabic can be laid side by side.
 */
import type { Span } from './document.ts'
import type { Knowledge } from './knowledge.ts'
import { type Corpus, comparedBlocks, sentenceOffsets } from './lineage-corpus.ts'
import type { ReadDocument } from './lineage-model.ts'
import { foldName, skeleton } from './names.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:[,.٬٫][\p{N}]+)*/gu
const ARABIC = /[\u0620-\u064a]/u

/** Consonants below which a name is too short to be told from a word. */
const LEAST_BONES = 3
const LEAST_NUMBER = 10

const CALENDAR: readonly (readonly string[])[] = [
  ['monday', 'الاثنين', 'الإثنين'],
  ['tuesday', 'الثلاثاء'],
  ['wednesday', 'الأربعاء'],
  ['thursday', 'الخميس'],
  ['friday', 'الجمعة'],
  ['saturday', 'السبت'],
  ['sunday', 'الأحد'],
  ['january', 'يناير', 'كانون الثاني'],
  ['february', 'فبراير', 'شباط'],
  ['march', 'مارس', 'آذار'],
  ['april', 'أبريل', 'إبريل', 'نيسان'],
  ['june', 'يونيو', 'حزيران'],
  ['july', 'يوليو', 'تموز'],
  ['august', 'أغسطس', 'آب'],
  ['september', 'سبتمبر', 'أيلول'],
  ['october', 'أكتوبر', 'تشرين الأول'],
  ['november', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'ديسمبر', 'كانون الأول'],
]

export type Script = 'arabic' | 'other'

export function scriptOf(document: ReadDocument): Script {
  if (document.language === 'ar') return 'arabic'
  const start = document.text.slice(0, 400)
  return (start.match(/[\u0620-\u064a]/gu)?.length ?? 0) > 40 ? 'arabic' : 'other'
}

/** A mark where it stands. Names of either script share marks by consonants; `=id` is a known party or place, `#n` a day or
 * month, `~hundreds` a count without a number. */
export interface Mark extends Span {
  readonly mark: string
}

interface Phrase {
  readonly words: readonly string[]
  readonly mark: string
}

/** Finds the marks of documents; a name in Arabic script counts only if some document writes it in capitals. */
export function markFinder(
  documents: readonly ReadDocument[],
  knowledge?: Knowledge,
): (document: ReadDocument) => readonly (readonly Mark[])[] {
  const phrases = phraseTable(knowledge)
  const names = new Set<string>()
  for (const document of documents) {
    if (scriptOf(document) === 'arabic') continue
    for (const { bones } of capitals(document)) names.add(bones)
  }
  return (document) => marksOf(document, phrases, names)
}

function* capitals(document: ReadDocument): Generator<{ readonly bones: string }> {
  for (const block of comparedBlocks(document)) {
    for (const [start, end] of sentenceOffsets(document.text, block.start, block.end)) {
      let first = true
      for (const [word] of document.text.slice(start, end).matchAll(WORD)) {
        if (!first && /^\p{Lu}/u.test(word)) {
          const bones = skeleton(foldName(word))
          if (bones.length >= LEAST_BONES) yield { bones }
        }
        first = false
      }
    }
  }
}

function phraseTable(knowledge: Knowledge | undefined): ReadonlyMap<string, readonly Phrase[]> {
  const table = new Map<string, Phrase[]>()
  const add = (name: string, mark: string) => {
    const words = foldName(name).split(' ')
    if (words[0] === undefined || words[0] === '') return
    table.set(words[0], [...(table.get(words[0]) ?? []), { words, mark }])
  }
  for (const one of [...(knowledge?.parties ?? []), ...(knowledge?.places ?? [])]) {
    for (const name of [one.name, ...one.aliases]) add(name, `=${one.id}`)
  }
  CALENDAR.forEach((names, i) => {
    for (const name of names) add(name, `#${i}`)
  })
  for (const phrases of table.values()) phrases.sort((x, y) => y.words.length - x.words.length)
  return table
}

/** Marks of each sentence. */
function marksOf(
  document: ReadDocument,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  names: ReadonlySet<string>,
): readonly (readonly Mark[])[] {
  const arabic = scriptOf(document) === 'arabic'
  const figures = new Map(
    document.figures.flatMap(({ value, vagueWord, spans, start, end }) =>
      value === null && vagueWord === null
        ? []
        : [[spans.number?.start ?? start, { value, vagueWord, end: spans.number?.end ?? end }] as const],
    ),
  )
  const found: (readonly Mark[])[] = []
  for (const block of comparedBlocks(document)) {
    for (const [from, to] of sentenceOffsets(document.text, block.start, block.end)) {
      const words = [...document.text.slice(from, to).matchAll(WORD)].map((match) => ({
        text: match[0],
        folded: foldName(match[0]),
        start: from + match.index,
        end: from + match.index + match[0].length,
      }))
      const marks: Mark[] = []
      const add = (mark: string, start: number, end: number) =>
        marks.push({ mark, start, end, text: document.text.slice(start, end) })
      for (let i = 0; i < words.length; i++) {
        const { text, folded, start, end } = words[i]!
        const figure = figures.get(start)
        if (figure?.value === null) add(`~${figure.vagueWord}`, start, figure.end)
        else if (figure !== undefined && figure.value >= LEAST_NUMBER) add(`${figure.value}`, start, figure.end)
        else if (/^\p{N}/u.test(text)) {
          const value = Number(latinDigits(text))
          if (value >= LEAST_NUMBER && !(value >= 1900 && value <= 2100)) add(`${value}`, start, end)
        }
        const phrase = phraseAt(words, i, phrases)
        if (phrase !== null) {
          add(phrase.mark, start, words[i + phrase.words.length - 1]!.end)
          i += phrase.words.length - 1
        } else if (arabic && ARABIC.test(text)) {
          const bones = bonesIn(folded, names)
          if (bones !== null) add(bones, start, end)
        } else if (/^\p{Lu}/u.test(text)) {
          const bones = skeleton(folded)
          if (bones.length >= LEAST_BONES && names.has(bones)) add(bones, start, end)
        }
      }
      found.push(marks)
    }
  }
  return found
}

function phraseAt(
  words: readonly { readonly folded: string }[],
  at: number,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): Phrase | null {
  for (const start of variants(words[at]!.folded)) {
    for (const phrase of phrases.get(start) ?? []) {
      if (phrase.words.every((word, k) => k === 0 || words[at + k]?.folded === word)) return phrase
    }
  }
  return null
}

/** An Arabic word with and without what is written onto it: conjunction, preposition, article. */
function variants(word: string): readonly string[] {
  if (!ARABIC.test(word)) return [word]
  const bare = /^[وفبكل]+(?=.{4,})/u.exec(word)
  const lone = bare === null ? [word] : [word, word.slice(1)]
  return [...lone, ...lone.filter((each) => /^ال.{3,}/u.test(each)).map((each) => each.slice(2))]
}

function bonesIn(word: string, names: ReadonlySet<string>): string | null {
  for (const variant of variants(word).toReversed()) {
    const bones = skeleton(variant)
    if (bones.length >= LEAST_BONES && names.has(bones)) return bones
  }
  return null
}

function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[,٬]/g, '')
    .replace('٫', '.')
}

/** The marks of all documents as a corpus whose words are the marks. */
export function corpusOfMarks(
  documents: readonly ReadDocument[],
  find: (document: ReadDocument) => readonly (readonly Mark[])[],
): Corpus {
  const numbers = new Map<string, number>()
  const frequencies: number[] = []
  const words: number[] = []
  const sentenceWords: number[] = []
  const sentenceStart: number[] = []
  const sentenceEnd: number[] = []
  const documentSentences: number[] = []
  for (const document of documents) {
    documentSentences.push(sentenceStart.length)
    const seen = new Set<number>()
    const sentences = comparedBlocks(document).flatMap(({ start, end }) => sentenceOffsets(document.text, start, end))
    find(document).forEach((marks, i) => {
      sentenceWords.push(words.length)
      sentenceStart.push(sentences[i]![0])
      sentenceEnd.push(sentences[i]![1])
      for (const { mark } of marks) {
        const number = numbers.get(mark) ?? numbers.size
        numbers.set(mark, number)
        words.push(number)
        seen.add(number)
      }
    })
    for (const number of seen) frequencies[number] = (frequencies[number] ?? 0) + 1
  }
  documentSentences.push(sentenceStart.length)
  sentenceWords.push(words.length)
  const stems = [...numbers.keys()]
  return {
    size: documents.length,
    stems,
    words: Int32Array.from(words),
    sentenceWords: Int32Array.from(sentenceWords),
    sentenceStart: Int32Array.from(sentenceStart),
    sentenceEnd: Int32Array.from(sentenceEnd),
    documentSentences: Int32Array.from(documentSentences),
    weights: Float32Array.from(stems, (mark, i) =>
      mark.startsWith('#') ? 0.5 : Math.log(1 + (documents.length + 30) / (frequencies[i]! + 0.5)),
    ),
    kinds: Uint8Array.from(stems, (mark) => (/^\d/.test(mark) ? 2 : 1)),
    frequencies: Int32Array.from(frequencies),
  }
}
