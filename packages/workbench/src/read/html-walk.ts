/** Walks a parsed page in reading order and gives its paragraphs with what the markup says of each. */
import type { BlockKind } from '@corroborate/claims'
import { isMostlyLinks, NOT_TEXT, regionKind, storyLength } from './html-region.ts'

export interface PagePiece {
  readonly text: string
  /** What the markup says; null where it says nothing. */
  readonly kind: BlockKind | null
  /** XPath of the element, over the page as written. */
  readonly path: string
  readonly element: Element
  readonly listItem: boolean
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const ELEMENT = 1
const TEXT = 3
/** A cell longer than this holds text, not data. */
const LONG_CELL = 300
const HEADLINE_LENGTH = 160

interface Open {
  readonly node: Node
  readonly kind: BlockKind | null
}

interface Walk {
  readonly root: Element | null
  readonly total: number
  readonly pieces: PagePiece[]
  /** Pictures inside the open paragraph; they follow it. */
  readonly pictures: PagePiece[]
  readonly paths: Map<Element, string>
  /** Between a headline above the story and the story: where a standfirst stands. */
  awaiting: boolean
  buffer: string
  /** Whether the buffer holds more than white space. */
  inked: boolean
  at: Element | null
  kind: BlockKind | null
}

/** Paragraphs of a page; `root` is the element that holds the story, what stands outside it is furniture. */
export function walkPage(document: Document, root: Element | null): PagePiece[] {
  const walk: Walk = {
    root,
    total: storyLength(root ?? document.documentElement),
    pieces: [],
    pictures: [],
    paths: new Map(),
    awaiting: false,
    buffer: '',
    inked: false,
    at: null,
    kind: null,
  }
  const stack: Open[] = []
  let node: Node | null = document.documentElement
  let kind: BlockKind | null = null
  while (node !== null) {
    const entered = enter(walk, node, kind)
    if (entered !== null && node.firstChild !== null) {
      stack.push({ node, kind })
      kind = entered.kind
      node = node.firstChild
      continue
    }
    if (entered !== null) leave(walk, node)
    while (node !== null && node.nextSibling === null) {
      const open = stack.pop()
      if (open === undefined) {
        node = null
      } else {
        leave(walk, open.node)
        node = open.node
        kind = open.kind
      }
    }
    node = node?.nextSibling ?? null
  }
  flush(walk)
  return walk.pieces
}

/** Takes a node; gives the kind for its children, or null where they are done with. */
function enter(walk: Walk, node: Node, inherited: BlockKind | null): { kind: BlockKind | null } | null {
  if (node.nodeType === TEXT) {
    addText(walk, node, inherited)
    return null
  }
  if (node.nodeType !== ELEMENT) return null
  const element = node as Element
  const tag = element.localName
  if (NOT_TEXT.has(tag)) return null
  const kind = kindOf(walk, element, inherited)
  if (tag === 'br') walk.buffer += '\n'
  else if (tag === 'img') addAlternative(walk, element, kind)
  else if (tag === 'table' && isData(element)) addRows(walk, element, kind)
  else {
    if (!INLINE.has(tag)) flush(walk)
    if (element === walk.root) walk.awaiting = false
    return { kind }
  }
  return null
}

function leave(walk: Walk, node: Node): void {
  if (node.nodeType !== ELEMENT || INLINE.has((node as Element).localName)) return
  flush(walk)
}

function kindOf(walk: Walk, element: Element, inherited: BlockKind | null): BlockKind | null {
  const tag = element.localName
  if (INLINE.has(tag) || tag === 'br') return inherited
  if (inherited === 'related-links') return inherited
  if (inherited === 'boilerplate') return regionKind(element) === 'related-links' ? 'related-links' : inherited
  if (/^h[1-6]$/.test(tag)) return headingKind(walk, element, inherited)
  const region = regionKind(element)
  if (region !== null && (isSmall(region, element) || isFurniture(walk, element))) return region
  if (isLinkList(element)) return 'related-links'
  if (tag === 'article' && walk.root !== null && !element.contains(walk.root) && !walk.root.contains(element)) {
    return 'related-links'
  }
  return inherited
}

function headingKind(walk: Walk, element: Element, inherited: BlockKind | null): BlockKind {
  const outside = walk.root !== null && !walk.root.contains(element)
  if (element.localName === 'h1') return walk.pieces.some(({ kind }) => kind === 'title') ? 'heading' : 'title'
  if (inherited === 'caption') return inherited
  const length = element.textContent?.trim().length ?? 0
  return outside || isMostlyLinks(element, length) ? 'related-links' : 'heading'
}

/** Credits, dates and captions are short; a class of that name around a whole story is about something else. */
function isSmall(region: BlockKind, element: Element): boolean {
  const length = element.textContent?.trim().length ?? 0
  if (region === 'caption') return length <= 800
  return (region === 'byline' || region === 'dateline') && length <= 200 && element.querySelector('h1') === null
}

/** Furniture holds neither the story, nor its headline, nor four tenths of its text. */
function isFurniture(walk: Walk, element: Element): boolean {
  if (walk.root !== null && element.contains(walk.root)) return false
  if (element.querySelector('h1') !== null && element.localName !== 'nav') return false
  return storyLength(element) * 10 < walk.total * 4 || walk.total === 0
}

/** Two links or more and hardly anything beside them. */
function isLinkList(element: Element): boolean {
  if (!['ul', 'ol', 'div', 'section', 'p'].includes(element.localName)) return false
  const text = element.textContent?.trim() ?? ''
  if (text.length === 0 || text.length > 6000 || element.querySelector('h1') !== null) return false
  const links = element.querySelectorAll('a[href]').length
  if (!isMostlyLinks(element, text.length)) return false
  return links >= 2 || (element.localName === 'p' && text.length <= HEADLINE_LENGTH && /\S\s+\S+\s+\S+\s+\S/.test(text))
}

function addText(walk: Walk, node: Node, kind: BlockKind | null): void {
  const text = (node.textContent ?? '').replace(/[ \t\n\f\r]+/g, ' ').replaceAll('\u00AD', '')
  if (/\S/.test(text) && !walk.inked) {
    walk.inked = true
    walk.kind = kind
    walk.at = blockOf(node)
  }
  walk.buffer += text
}

function blockOf(node: Node): Element | null {
  let element = node.parentNode
  while (element !== null && element.nodeType === ELEMENT && INLINE.has((element as Element).localName)) {
    element = element.parentNode
  }
  return element !== null && element.nodeType === ELEMENT ? (element as Element) : null
}

function addAlternative(walk: Walk, image: Element, kind: BlockKind | null): void {
  const text = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
  if (text === '') return
  const isFurniture = kind === 'boilerplate' || kind === 'related-links' || isOutside(walk, image)
  walk.pictures.push({
    text,
    kind: isFurniture ? (kind ?? 'boilerplate') : 'alternative-text',
    path: pathOf(walk, image),
    element: image,
    listItem: false,
  })
}

function isOutside(walk: Walk, element: Element): boolean {
  return walk.root !== null && !walk.awaiting && !walk.root.contains(element)
}

/** A table of data has rows of two short cells or more; others lay out a page. */
function isData(table: Element): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table, h1, article') !== null) return false
  const cells = [...table.querySelectorAll('td, th')]
  if (cells.some((cell) => (cell.textContent ?? '').trim().length > LONG_CELL)) return false
  return [...table.querySelectorAll('tr')].some((row) => row.querySelectorAll('td, th').length >= 2)
}

function addRows(walk: Walk, table: Element, kind: BlockKind | null): void {
  flush(walk)
  const caption = table.querySelector('caption')
  const title = caption === null ? '' : plain(caption)
  if (caption !== null && title !== '') {
    walk.pieces.push({
      text: title,
      kind: kind ?? 'caption',
      path: pathOf(walk, caption),
      element: caption,
      listItem: false,
    })
  }
  for (const row of table.querySelectorAll('tr')) {
    const text = [...row.querySelectorAll('td, th')].map(plain).join('\t').trim()
    if (text !== '')
      walk.pieces.push({ text, kind: kind ?? 'table', path: pathOf(walk, row), element: row, listItem: false })
  }
}

function plain(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** Ends the open paragraph; two line breaks, or one after a sentence, part it. */
function flush(walk: Walk): void {
  const { buffer, at } = walk
  walk.buffer = ''
  walk.inked = false
  if (buffer.trim() !== '' && at !== null) {
    const unsaid = walk.kind === null || walk.kind === 'heading'
    const kind = unsaid && isOutside(walk, at) ? 'boilerplate' : walk.kind
    const path = pathOf(walk, at)
    for (const part of buffer.split(/ ?\n\s*\n ?|(?<=[.!?؟…]["'”’»)]?) ?\n/)) {
      const text = part
        .replace(/ *\n */g, '\n')
        .replace(/ {2,}/g, ' ')
        .trim()
      if (text !== '') walk.pieces.push({ text, kind, path, element: at, listItem: at.localName === 'li' })
    }
    if (kind === 'title' && walk.root !== null && !walk.root.contains(at)) walk.awaiting = true
  }
  walk.pieces.push(...walk.pictures.splice(0))
}

/** Steps of one parent's children are written together: a page may have thousands of siblings. */
function pathOf(walk: Walk, element: Element): string {
  const known = walk.paths.get(element)
  if (known !== undefined) return known
  const parent = element.parentElement
  const above = parent === null ? '' : pathOf(walk, parent)
  const siblings = parent === null ? [element] : [...parent.children]
  const totals = new Map<string, number>()
  for (const { localName } of siblings) totals.set(localName, (totals.get(localName) ?? 0) + 1)
  const seen = new Map<string, number>()
  for (const sibling of siblings) {
    const name = sibling.localName
    const position = (seen.get(name) ?? 0) + 1
    seen.set(name, position)
    walk.paths.set(sibling, `${above}/${name}${totals.get(name)! > 1 ? `[${position}]` : ''}`)
  }
  return walk.paths.get(element)!
}
