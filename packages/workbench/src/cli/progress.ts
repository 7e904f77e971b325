/** Progress on the terminal: one line that is written over, or a line now and then where nobody watches. */
import type { Progress } from '../derive/catch-up.ts'

const WORDS = {
  keeping: 'keeping originals',
  reading: 'reading',
  drawing: 'drawing thumbnails',
  asking: 'asking the second reader',
  linking: 'comparing documents',
  estimating: 'estimating',
} as const
/** Milliseconds between two repaints. */
const REPAINT = 100

export interface ProgressLine {
  readonly progress: Progress
  /** Leaves the line clean for what is printed next. */
  clear(): void
}

export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): ProgressLine {
  let painted = 0
  let shown = false
  const clear = () => {
    if (shown) stream.write('\r\u001b[2K')
    shown = false
  }
  return {
    clear,
    progress(phase, done, total) {
      if (quiet || total === 0) return
      if (!stream.isTTY) {
        if (done === total && total > 1) stream.write(`${WORDS[phase]}: ${done} of ${total}\n`)
        return
      }
      const now = performance.now()
      if (done < total && now - painted < REPAINT) return
      painted = now
      shown = true
      const bar = '█'.repeat(Math.round((done / total) * 24)).padEnd(24, '░')
      stream.write(`\r\u001b[2K${bar} ${WORDS[phase]} ${done}/${total}`)
    },
  }
}
