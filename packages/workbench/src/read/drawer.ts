/** Has pictures decoded by a process of its own, which is killed where a picture takes too long. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FreshThumbnail } from './draw-thumbnail.ts'
import type { DrawingAnswer, DrawingRequest } from './drawing-process.ts'
import type { PictureSize } from './picture-size.ts'
import { UnreadableError } from './read-result.ts'

export type PictureSource = DrawingRequest['source']

/** One picture after the other. Both throw UnreadableError where a picture cannot be decoded. */
export interface Drawer {
  thumbnail(source: PictureSource): Promise<FreshThumbnail>
  /** Decodes a picture whole, and gives its size as a person sees it. */
  measure(source: PictureSource): Promise<PictureSize>
  close(): void
}

/** Milliseconds after which one picture is given up. */
const PATIENCE = 30_000
/** Of JavaScript; a decoder's own memory is bounded by the pixels it may unpack. */
const MEMORY_MEGABYTES = 512

export function openDrawer({ patience = PATIENCE }: { readonly patience?: number } = {}): Drawer {
  let child: ChildProcess | null = null
  const start = () =>
    fork(fileURLToPath(new URL('./drawing-process.ts', import.meta.url)), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${MEMORY_MEGABYTES}`],
    })
  const drop = () => {
    child?.removeAllListeners()
    child?.kill('SIGKILL')
    child = null
  }
  const ask = (request: DrawingRequest) => {
    child ??= start()
    const current = child
    return new Promise<DrawingAnswer>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        current.removeAllListeners()
        settle()
      }
      const giveUp = (why: string) => {
        drop()
        end(() => reject(new UnreadableError(why)))
      }
      const timer = setTimeout(() => giveUp(`decoding it took longer than ${patience / 1000} s`), patience)
      current.once('error', (error) => giveUp(`the decoder could not be run (${error.message})`))
      current.once('exit', (code, signal) => giveUp(`the decoder failed on it (ended with ${signal ?? code})`))
      current.once('message', (answer) => end(() => resolve(answer as DrawingAnswer)))
      current.send(request)
    })
  }
  const answered = async (request: DrawingRequest) => {
    const answer = await ask(request)
    if ('unreadable' in answer) throw new UnreadableError(answer.unreadable)
    if ('failure' in answer) throw new UnreadableError(`the decoder failed on it (${answer.failure})`)
    return answer
  }
  return {
    async thumbnail(source) {
      const answer = await answered({ task: 'thumbnail', source })
      if (!('thumbnail' in answer)) throw new Error('drawing-process.ts answered a thumbnail with something else')
      return answer.thumbnail
    },
    async measure(source) {
      const answer = await answered({ task: 'measure', source })
      if (!('size' in answer)) throw new Error('drawing-process.ts answered a measuring with something else')
      return answer.size
    },
    close: drop,
  }
}
