/** The words of a document that tell its language: the story's, not the furniture's. */
import type { ReadBlock } from '../model/block.ts'

export function spokenText({ text, blocks }: { readonly text: string; readonly blocks: readonly ReadBlock[] }): string {
  const story = blocks.filter(({ kind }) => kind !== 'boilerplate' && kind !== 'related-links')
  return story.map(({ start, end }) => text.slice(start, end)).join('\n')
}
