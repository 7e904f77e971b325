/**
 * Speed of the reader of claims on one thread: text in, figures and claims out. `node bench/reader.ts [WORDS]`
 *
 * The corpus is the casebook's reports as they are read, repeated under new ids until there are WORDS (400,000) of each
 * language; nothing is kept between two documents. Wall time and processor time are given, since a machine may be shared.
 * The peer is wink-nlp (MIT) with its English model, which only cuts tokens and sentences and tags parts of speech.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReader, type SourceDocument } from '@corroborate/claims'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { openGazetteer } from '../packages/workbench/src/claims/gazetteer.ts'
import { WORLD } from '../packages/workbench/src/claims/knowledge.ts'
import { readBytes } from '../packages/workbench/src/read/read-bytes.ts'

const WANTED = Number(process.argv[2] ?? 400_000)
/** What the reader is to reach, words a second. */
const GOAL = 150_000
const ROUNDS = 3

const casebook = join(import.meta.dirname, '../casebook')
const reader = createReader(WORLD, await openGazetteer())
const texts = await reports()
console.log(
  `${WANTED.toLocaleString('en')} words of each language, the casebook's reports repeated; best of ${ROUNDS} rounds`,
)
for (const language of ['en', 'ar'] as const) {
  const corpus = repeated(texts.filter((text) => text.language === language))
  let found = 0
  const own = best(corpus, (document) => {
    const { figures, claims } = reader.read(document)
    found += figures.length + claims.length
  })
  console.log(
    `${language}: reader, text to claims    ${speed(own)}; ${Math.round(found / ROUNDS).toLocaleString('en')} figures and claims`,
  )
  if (language === 'en') {
    const nlp = winkNLP(model, ['sbd', 'pos'])
    const { its } = nlp
    let tags = 0
    const peer = best(corpus, ({ text }) => {
      tags += nlp.readDoc(text).tokens().out(its.pos).length
    })
    console.log(
      `en: wink-nlp, tokens and tags   ${speed(peer)}; ${Math.round(tags / ROUNDS).toLocaleString('en')} tokens`,
    )
    console.log(`en: reader to wink-nlp, processor time: ${(peer.processor / own.processor).toFixed(2)} of its speed`)
  }
  if (own.words / own.processor < GOAL)
    console.log(`${language}: below the goal of ${GOAL.toLocaleString('en')} words/s`)
}

async function reports(): Promise<readonly SourceDocument[]> {
  const found: SourceDocument[] = []
  for (const name of readdirSync(casebook, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const folder = join(casebook, name.name, 'reports')
    for (const file of readdirSync(folder).sort()) {
      if (file === 'manifest.csv') continue
      const read = await readBytes(readFileSync(join(folder, file)), { name: file })
      if (read.kind !== 'text') throw new Error(`${file} of the casebook holds no text`)
      const { text, blocks, language, metadata } = read
      const { title, outlet, agency } = metadata
      found.push({
        id: file,
        text,
        blocks,
        language,
        title,
        outlet,
        agency,
        published: metadata.published ?? '2025-04-05',
      })
    }
  }
  return found
}

function repeated(documents: readonly SourceDocument[]): readonly SourceDocument[] {
  const corpus: SourceDocument[] = []
  for (let words = 0, at = 0; words < WANTED; at++) {
    const document = documents[at % documents.length]!
    // a copy of the characters, so that no round profits from what the engine knows of a string
    const text = `${document.text} `.slice(0, -1)
    corpus.push({ ...document, id: `${document.id} ${at}`, text })
    words += wordsIn(text)
  }
  return corpus
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

interface Timing {
  readonly words: number
  /** Seconds. */
  readonly wall: number
  readonly processor: number
}

/** The fastest round by processor time. */
function best(corpus: readonly SourceDocument[], work: (document: SourceDocument) => void): Timing {
  const words = corpus.reduce((sum, { text }) => sum + wordsIn(text), 0)
  const rounds = Array.from({ length: ROUNDS }, (): Timing => {
    const processor = process.cpuUsage()
    const wall = performance.now()
    for (const document of corpus) work(document)
    const { user, system } = process.cpuUsage(processor)
    return { words, wall: (performance.now() - wall) / 1000, processor: (user + system) / 1e6 }
  })
  return rounds.reduce((fastest, round) => (round.processor < fastest.processor ? round : fastest))
}

function speed({ words, wall, processor }: Timing): string {
  const rate = (seconds: number) =>
    Math.round(words / seconds)
      .toLocaleString('en')
      .padStart(9)
  return `${rate(processor)} words/s of processor time, ${rate(wall)} words/s of wall time`
}
