/** Lays derived texts over what an original holds itself: transcriptions by people, recognitions by machines. */
import type { BlockKind } from '@corroborate/claims'
import type { BlockSource, ReadBlock } from '../model/block.ts'
import { type DerivedFrom, type DerivedText, makerOf } from '../model/derived-text.ts'
import { type AssemblyPiece, assemble } from './assemble.ts'
import { languageOf } from './language.ts'
import { paragraphsOf } from './paragraph.ts'
import { pressKinds } from './press-kind.ts'
import type { ReadResult } from './read-result.ts'

export interface DerivedReading {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly language: string | null
  /** Those whose words are in the text. */
  readonly derivedFrom: readonly DerivedFrom[]
  /** Pages that still need a transcription. */
  readonly untranscribed: readonly number[]
}

/**
 * A text of the whole stands for the whole. A person's text of a page stands for that page; a machine's only where the
 * page holds no text of its own. Null where no derived text counts.
 */
export async function derivedReading(own: ReadResult, derived: readonly DerivedText[]): Promise<DerivedReading | null> {
  const whole = derived.find((one) => pageOf(one) === null)
  if (whole !== undefined) {
    if (own.kind === 'text' && whole.kind === 'recognition') return null
    return readingOf(paragraphsOfDerived(whole), [whole], [])
  }
  const lacking = new Set(own.untranscribed)
  const byPage = new Map<number, DerivedText>()
  for (const one of derived) {
    const page = pageOf(one)
    if (page !== null && (one.kind === 'transcription' || lacking.has(page))) byPage.set(page, one)
  }
  if (byPage.size === 0) return null
  const pieces: Placed[] = own.kind === 'text' ? ownPieces(own.text, own.blocks, byPage) : []
  for (const one of byPage.values()) pieces.push(...paragraphsOfDerived(one))
  const inOrder = pieces.map((piece, at) => ({ piece, at })).sort((a, b) => a.piece.page - b.piece.page || a.at - b.at)
  return readingOf(
    inOrder.map(({ piece }) => piece),
    [...byPage].sort(([a], [b]) => a - b).map(([, one]) => one),
    own.untranscribed.filter((page) => !byPage.has(page)),
  )
}

interface Placed extends AssemblyPiece {
  readonly page: number
}

async function readingOf(
  pieces: readonly AssemblyPiece[],
  used: readonly DerivedText[],
  untranscribed: readonly number[],
): Promise<DerivedReading> {
  const { text, blocks } = assemble(pieces)
  const stated = used.map((one) => (one.kind === 'transcription' ? one.set.language : null)).find((one) => one !== null)
  const language = stated ?? (await languageOf(text))
  return { text, blocks, language, derivedFrom: used.map(derivedFrom), untranscribed }
}

function derivedFrom(derived: DerivedText): DerivedFrom {
  const record = derived.kind === 'transcription' ? derived.decision : derived.recognition.id
  return { kind: derived.kind, record, page: pageOf(derived), maker: makerOf(derived) }
}

function pageOf(derived: DerivedText): number | null {
  return derived.kind === 'transcription' ? derived.set.page : derived.recognition.page
}

/** What the original holds on pages that nobody transcribed. A block without a page stays with the one before it. */
function ownPieces(text: string, blocks: readonly ReadBlock[], byPage: ReadonlyMap<number, DerivedText>): Placed[] {
  let page = 0
  return blocks.flatMap((block): Placed[] => {
    if (block.source.kind === 'page') page = block.source.page
    if (byPage.has(page)) return []
    return [{ text: text.slice(block.start, block.end), kind: block.kind, source: block.source, page }]
  })
}

function paragraphsOfDerived(derived: DerivedText): Placed[] {
  const text = derived.kind === 'transcription' ? derived.set.text : joinedLines(derived.recognition.text)
  const places = derived.kind === 'transcription' ? derived.set.boxes : derived.recognition.words
  const paragraphs = paragraphsOf(text)
  const kinds = pressKinds(paragraphs.map((paragraph) => ({ text: paragraph.text, kind: null })))
  const { record, page } = derivedFrom(derived)
  return paragraphs.map(({ text: words, start, end }, at) => {
    const inside = places.filter((place) => place.start < end && place.end > start).map(({ box }) => box)
    const source: BlockSource = { kind: 'derived', record, page, box: inside.length === 0 ? null : around(inside) }
    return { text: words, kind: kinds[at] as BlockKind, source, page: page ?? 0 }
  })
}

/** Lines of a paragraph as one, at the same offsets: in a picture a line ends where the column does. */
function joinedLines(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n)/g, ' ')
}

function around(boxes: readonly (readonly number[])[]): readonly number[] {
  const edges = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side] ?? 0))
  const least = (values: readonly number[] = []) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[] = []) => values.reduce((a, b) => Math.max(a, b))
  return [least(edges[0]), least(edges[1]), most(edges[2]), most(edges[3])]
}
