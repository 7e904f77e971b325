/** HTML to blocks: the text is built from the page, each block knows its element; no script runs, nothing is fetched. */
import { assemble } from './assemble.ts'
import { decodeText } from './encoding.ts'
import { pageMetadata } from './html-metadata.ts'
import { storyRoot } from './html-region.ts'
import { walkPage } from './html-walk.ts'
import { pageParser } from './page-parser.ts'
import type { PlainReading } from './plain-text.ts'
import { pressKinds } from './press-kind.ts'
import { pressMetadata } from './press-metadata.ts'
import { UnreadableError } from './read-result.ts'
import { savedPage } from './saved-page.ts'

/** Elements nested deeper than this are no page that anybody wrote. */
const DEEPEST = 1000

export function decodeHtml(bytes: Uint8Array): { text: string; encoding: string } | null {
  const found = decodeText(bytes)
  if (found !== null && (found.mark > 0 || found.encoding.startsWith('utf-16'))) return found
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const label = /<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:-]{2,40})/i.exec(head)?.[1]
  const isAscii = found !== null && found.encoding === 'utf-8' && !/[\u0080-\uffff]/.test(found.text)
  if (label === undefined || (found?.encoding === 'utf-8' && !isAscii)) return found
  try {
    const decoder = new TextDecoder(label)
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return found
  }
}

export async function readHtml(html: string, name: string): Promise<PlainReading> {
  if (deepestNesting(html) > DEEPEST) {
    throw new UnreadableError(
      `${name} nests more than ${DEEPEST} elements, as no page does; save its text and add that`,
    )
  }
  const parse = await pageParser()
  const document = parse(withRoot(html))
  const root = storyRoot(document)
  const found = pageMetadata(document, root)
  const walked = walkPage(document, root)
  const titled = walked.some(({ kind }) => kind === 'title')
  const pieces = walked.map((piece) =>
    !titled && (piece.kind === null || piece.kind === 'heading') && isSame(piece.text, found.title)
      ? { ...piece, kind: 'title' as const }
      : piece,
  )
  const kinds = pressKinds(pieces)
  const { text, blocks } = assemble(
    pieces.map((piece, at) => ({
      text: piece.text,
      kind: piece.listItem && kinds[at] === 'heading' ? 'body' : kinds[at]!,
      source: { kind: 'dom', path: piece.path },
    })),
  )
  const printed = pressMetadata(text, blocks)
  const saved = savedPage(html)
  const metadata = {
    ...found,
    url: saved?.url ?? found.url,
    captured: saved?.captured ?? found.captured,
    title: found.title ?? printed.title,
    agency: found.agency ?? printed.agency,
    published: found.published ?? printed.published,
    byline: found.byline ?? printed.byline,
  }
  return { text, blocks, metadata }
}

/** linkedom takes the first element for the root; a page without one gets it. */
function withRoot(html: string): string {
  if (/<html[\s>]/i.test(html)) return html
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? ''
  return `${doctype}<html>${html.slice(doctype.length)}</html>`
}

/** An upper bound on how deep elements nest, so that a hostile page is refused before it is parsed. */
function deepestNesting(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of html.matchAll(/<\/?(?:div|span|section|article|table|b|i|font|a|ul|ol|blockquote)\b/gi)) {
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function isSame(a: string, b: string | null): boolean {
  const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return b !== null && folded(a) !== '' && folded(a) === folded(b)
}
