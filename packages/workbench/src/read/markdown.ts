/** Markdown to blocks: marks of structure become kinds, marks within a line are dropped, each block knows its bytes. */
import type { BlockKind } from '@corroborate/claims'
import { writtenDate } from '../intake/written-date.ts'
import type { ReadBlock } from '../model/block.ts'
import { byteOffsets, type DecodedText } from './encoding.ts'
import { linesOf } from './paragraph.ts'
import type { PlainReading } from './plain-text.ts'
import { pressKinds } from './press-kind.ts'
import { pressMetadata } from './press-metadata.ts'

interface Section {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: BlockKind | null
}

const IMAGE = /!\[([^[\]]{0,1000})\]\([^()]{0,2000}\)/g
const LINK = /\[([^[\]]{1,1000})\]\((?:[^()]|\([^()]{0,500}\)){0,2000}\)/g

export function readMarkdown(bytes: Uint8Array, decoded: DecodedText): PlainReading {
  const source = decoded.text
  const front = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  const sections = sectionsOf(source, front?.[0].length ?? 0)
  const kinds = pressKinds(sections)
  const offsets = byteOffsets(
    bytes,
    decoded,
    sections.flatMap(({ start, end }) => [start, end]),
  )
  let text = ''
  const blocks = sections.map((section, at): ReadBlock => {
    if (at > 0) text += section.kind === 'table' && sections[at - 1]!.kind === 'table' ? '\n' : '\n\n'
    const start = text.length
    text += section.text
    return {
      kind: kinds[at]!,
      start,
      end: text.length,
      source: { kind: 'bytes', start: offsets[at * 2]!, end: offsets[at * 2 + 1]! },
    }
  })
  const found = pressMetadata(text, blocks)
  const stated = front === null ? new Map<string, string>() : frontMatter(front[1]!)
  const metadata = {
    ...found,
    title: stated.get('title') ?? found.title,
    outlet: stated.get('outlet') ?? null,
    agency: stated.get('agency') ?? found.agency,
    url: stated.get('url') ?? null,
    published: writtenDate(stated.get('published') ?? stated.get('date') ?? '') ?? found.published,
    modified: writtenDate(stated.get('modified') ?? stated.get('updated') ?? ''),
    captured: writtenDate(stated.get('captured') ?? stated.get('retrieved') ?? ''),
    language: stated.get('language') ?? stated.get('lang') ?? null,
  }
  return { text, blocks, metadata }
}

/** `key: value` lines of a front matter (a subset of YAML: plain and quoted scalars). */
function frontMatter(block: string): Map<string, string> {
  const pairs = block.split(/\r?\n/).flatMap((line): [string, string][] => {
    const match = /^([A-Za-z_-]+):[ \t]*(\S.*)$/.exec(line)
    if (match === null) return []
    return [[match[1]!.toLowerCase(), match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2')]]
  })
  return new Map(pairs)
}

function sectionsOf(source: string, from: number): Section[] {
  const sections: Section[] = []
  let open: { start: number; end: number; kind: BlockKind | null } | null = null
  const close = () => {
    if (open !== null) push(sections, source, open)
    open = null
  }
  let fence: string | null = null
  let titled = false
  for (const line of linesOf(source.slice(from))) {
    const at = { start: line.start + from, end: line.end + from }
    const mark = /^(?:```|~~~)/.exec(line.text)?.[0] ?? null
    if (fence !== null || mark !== null) {
      close()
      push(sections, source, { ...at, kind: 'boilerplate' })
      fence = fence === null ? mark : fence === mark ? null : fence
    } else if (/^#{1,6}\s/.test(line.text)) {
      close()
      push(sections, source, { ...at, kind: /^#\s/.test(line.text) && !titled ? 'title' : 'heading' })
      titled ||= /^#\s/.test(line.text)
    } else if (/^(?:=+|-+)$/.test(line.text) && open !== null && !line.afterBlank) {
      const kind: BlockKind = line.text.startsWith('=') && !titled ? 'title' : 'heading'
      titled ||= kind === 'title'
      push(sections, source, { start: open.start, end: open.end, kind })
      open = null
    } else if (/^(?:[-*_]\s*){3,}$/.test(line.text)) {
      close()
    } else if (/^\|.*\|$/.test(line.text)) {
      close()
      if (!/^[|:\s-]+$/.test(line.text)) push(sections, source, { ...at, kind: 'table' })
    } else if (/^(?:[-*+]\s|\d{1,9}[.)]\s|>)/.test(line.text)) {
      close()
      open = { ...at, kind: null }
    } else if (/^!\[[^\]]*\]\([^)]*\)$/.test(line.text)) {
      close()
      push(sections, source, { ...at, kind: 'alternative-text' })
    } else if (open === null || line.afterBlank || endsInHardBreak(source, open.end)) {
      close()
      open = { ...at, kind: null }
    } else {
      open = { start: open.start, end: at.end, kind: open.kind }
    }
  }
  close()
  return sections
}

/** Two spaces or a backslash at the end of a line (CommonMark 0.31, section 6.7). */
function endsInHardBreak(source: string, end: number): boolean {
  return source.startsWith('  ', end) || source[end - 1] === '\\'
}

function push(sections: Section[], source: string, section: { start: number; end: number; kind: BlockKind | null }) {
  const raw = source.slice(section.start, section.end)
  const text = section.kind === 'table' ? tableRow(raw) : section.kind === 'boilerplate' ? raw : plainWords(raw)
  if (text !== '') sections.push({ ...section, text })
}

function tableRow(raw: string): string {
  const cells = raw.slice(1, -1).split('|')
  return cells
    .map((cell) => plainWords(cell))
    .join('\t')
    .trim()
}

function plainWords(raw: string): string {
  return raw
    .replace(/^(?:#{1,6}\s+|>\s?)+/, '')
    .replace(/\r?\n[ \t]*(?:>\s?)?/g, ' ')
    .replace(/\s+#+$/, '')
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')
    .replace(/(\*\*|__)(?=\S)((?:(?!\1).)+)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .trim()
}
