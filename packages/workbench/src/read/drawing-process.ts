/** The process that decodes pictures, one at a time, so that one that crashes or hangs a decoder costs itself alone. */
import { readFile } from 'node:fs/promises'
import { decoded, drawThumbnail, type FreshThumbnail } from './draw-thumbnail.ts'
import type { PictureSize } from './picture-size.ts'
import { UnreadableError } from './read-result.ts'

export interface DrawingRequest {
  /** `measure` decodes and gives the size alone. */
  readonly task: 'thumbnail' | 'measure'
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
}

export type DrawingAnswer =
  | { readonly thumbnail: FreshThumbnail }
  | { readonly size: PictureSize }
  | { readonly unreadable: string }
  | { readonly failure: string }

process.on('message', async ({ task, source }: DrawingRequest) => {
  const answer = await answerTo(task, source).catch(
    (error: unknown): DrawingAnswer =>
      error instanceof UnreadableError
        ? { unreadable: error.message }
        : { failure: error instanceof Error ? error.message : String(error) },
  )
  process.send?.(answer)
})

async function answerTo(task: DrawingRequest['task'], source: DrawingRequest['source']): Promise<DrawingAnswer> {
  const bytes = 'path' in source ? await readFile(source.path) : source.bytes
  if (task === 'thumbnail') return { thumbnail: await drawThumbnail(bytes) }
  const { width, height } = await decoded(bytes)
  return { size: { width, height } }
}
