/** The thread that reads: it holds the reader's knowledge and answers one publication at a time. */
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { createReader, type Knowledge } from '@corroborate/claims'
import { loadKnowledge } from '../claims/knowledge.ts'
import { LARGEST_READ } from '../read/read-bytes.ts'
import { type Publication, unreadPublication } from './placed-document.ts'
import { readPublication } from './publication.ts'

export interface ReadingRequest {
  readonly publication: Publication
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
}

const port = parentPort
if (port === null) throw new Error('reading-worker.ts runs as a worker thread')
const knowledge = await loadKnowledge()
const own = workerData as Knowledge
const reader = createReader({
  parties: [...own.parties, ...knowledge.parties],
  places: [...own.places, ...knowledge.places],
})
port.on('message', async ({ publication, source }: ReadingRequest) => {
  try {
    if (publication.size > LARGEST_READ) {
      const document = unreadPublication(
        publication,
        `${publication.size} bytes are more than the ${LARGEST_READ} that are read; the original is kept: split it and add the parts`,
      )
      port.postMessage({ document })
      return
    }
    const bytes = 'path' in source ? await readFile(source.path) : source.bytes
    port.postMessage({ document: await readPublication(publication, bytes, reader) })
  } catch (error) {
    port.postMessage({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
port.postMessage({ ready: true })
