/** A block of a document with its place in the original. */
import type { BlockKind } from '@corroborate/claims'

/**
 * Where a block stands in the original: bytes, page and box (points, from the upper left), DOM path, cell or part; or in
 * which record of a derived text, with the page and the box in pixels of the picture where they are known.
 */
export type BlockSource =
  | { readonly kind: 'bytes'; readonly start: number; readonly end: number }
  | { readonly kind: 'page'; readonly page: number; readonly box: readonly number[] }
  | { readonly kind: 'dom'; readonly path: string }
  | { readonly kind: 'paragraph'; readonly index: number }
  | { readonly kind: 'cell'; readonly sheet: string | null; readonly cell: string }
  | { readonly kind: 'part'; readonly part: string }
  | {
      readonly kind: 'derived'
      readonly record: string
      readonly page: number | null
      readonly box: readonly number[] | null
    }

export interface ReadBlock {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  readonly source: BlockSource
}
