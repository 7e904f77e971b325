/** Recognises pictures on a thread of its own, so that one that hangs or crashes the engine costs itself and nothing else. */
import { Worker } from 'node:worker_threads'
import { UnreadableError } from './read-result.ts'
import { assertInstalled, type Recognised } from './recognition-engine.ts'
import type { RecognitionAnswer, RecognitionRequest } from './recognition-worker.ts'

export interface Recogniser {
  /** One after the other. Throws UnreadableError where the picture cannot be read. */
  recognise(request: RecognitionRequest): Promise<Recognised>
  close(): Promise<void>
}

/** Milliseconds after which one picture is given up. */
const PATIENCE = 180_000

/** Throws NoRecognitionError where the engine or a model is not installed. */
export function openRecogniser(languages: readonly string[]): Recogniser {
  assertInstalled(languages)
  let worker: Worker | null = null
  const drop = async () => {
    const lost = worker
    worker = null
    await lost?.terminate()
  }
  return {
    recognise(request) {
      worker ??= new Worker(new URL('./recognition-worker.ts', import.meta.url), {
        workerData: languages,
        stdout: true,
        stderr: true,
      })
      const current = worker
      return new Promise<Recognised>((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer)
          current.removeAllListeners('message').removeAllListeners('error')
          settle()
        }
        const giveUp = (why: string) => {
          void drop()
          end(() => reject(new UnreadableError(why)))
        }
        const timer = setTimeout(() => giveUp(`recognising took longer than ${PATIENCE / 1000} s`), PATIENCE)
        current.once('error', (error) => giveUp(`the engine failed on it (${error.message})`))
        current.once('message', (answer: RecognitionAnswer) => {
          if ('failure' in answer) giveUp(`the engine failed on it (${answer.failure.split('\n', 1)[0]})`)
          else if ('unreadable' in answer) end(() => reject(new UnreadableError(answer.unreadable)))
          else end(() => resolve(answer.recognised))
        })
        current.postMessage(request)
      })
    },
    close: drop,
  }
}
