/** The thread that recognises: it holds the engine and its models and answers one picture at a time. */

import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableError } from './read-result.ts'
import { openEngine, type Recognised } from './recognition-engine.ts'

export interface RecognitionRequest {
  readonly path: string
  /** Counted from 1; null for a picture. */
  readonly page: number | null
}

export type RecognitionAnswer =
  | { readonly recognised: Recognised }
  | { readonly unreadable: string }
  | { readonly failure: string }

const port = parentPort
if (port === null) throw new Error('recognition-worker.ts runs as a worker thread')
const engine = await openEngine(workerData as readonly string[])
port.on('message', async ({ path, page }: RecognitionRequest) => {
  const post = (answer: RecognitionAnswer) => port.postMessage(answer)
  try {
    post({ recognised: await engine.recognise(await readFile(path), page) })
  } catch (error) {
    if (error instanceof UnreadableError) post({ unreadable: error.message })
    else post({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
