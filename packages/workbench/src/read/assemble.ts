/** Builds a document's text out of pieces, for formats whose text is not the decoded file. */
import type { BlockKind } from '@corroborate/claims'
import type { ReadBlock } from '../model/block.ts'

export interface AssemblyPiece {
  readonly text: string
  readonly kind: BlockKind
  readonly source: ReadBlock['source']
}

/** Paragraphs stand a blank line apart, rows of a table on lines of their own. Empty pieces are left out. */
export function assemble(pieces: readonly AssemblyPiece[]): { text: string; blocks: ReadBlock[] } {
  const parts: string[] = []
  const blocks: ReadBlock[] = []
  let length = 0
  let before: BlockKind | null = null
  for (const piece of pieces) {
    const text = piece.text.trim()
    if (text === '') continue
    const gap = before === null ? '' : before === 'table' && piece.kind === 'table' ? '\n' : '\n\n'
    parts.push(gap, text)
    const start = length + gap.length
    length = start + text.length
    blocks.push({ kind: piece.kind, start, end: length, source: piece.source })
    before = piece.kind
  }
  return { text: parts.join(''), blocks }
}
