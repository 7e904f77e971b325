/** Reads publications on worker threads, so that a file that hangs or eats memory costs itself and nothing else. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Knowledge } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import { type Publication, unreadPublication } from './placed-document.ts'

/** Milliseconds after which a single file is given up. */
const PATIENCE = 120_000
const MEMORY_MEGABYTES = 2048

export interface ReadingPool {
  /** Never rejects for a file's sake: what cannot be read comes back with `error`. */
  read(publication: Publication, source: { path: string } | { bytes: Uint8Array }): Promise<CaseDocument>
  close(): Promise<void>
}

interface Job {
  readonly publication: Publication
  readonly source: { path: string } | { bytes: Uint8Array }
  readonly resolve: (document: CaseDocument) => void
  readonly reject: (error: Error) => void
}

type Answer = { readonly ready: true } | { readonly document: CaseDocument } | { readonly failure: string }

/** `own`: what only the case knows, taken before the curated. `read` rejects only where the reader itself is broken. */
export function openReadingPool(options: { readonly own: Knowledge; readonly expected: number }): ReadingPool {
  const size = Math.max(1, Math.min(availableParallelism(), Math.ceil(options.expected / 8)))
  const waiting: Job[] = []
  const seats = Array.from({ length: size }, () => openSeat(options.own, waiting))
  return {
    read(publication, source) {
      return new Promise((resolve, reject) => {
        waiting.push({ publication, source, resolve, reject })
        for (const seat of seats) seat.next()
      })
    },
    async close() {
      await Promise.all(seats.map((seat) => seat.close()))
    },
  }
}

interface Seat {
  next(): void
  close(): Promise<void>
}

function openSeat(own: Knowledge, waiting: Job[]): Seat {
  let worker: Worker | null = null
  let job: Job | null = null
  let timer: NodeJS.Timeout | undefined

  const finish = (settle: (job: Job) => void) => {
    clearTimeout(timer)
    const done = job
    job = null
    if (done !== null) settle(done)
    seat.next()
  }
  const giveUp = (why: string) => {
    const lost = worker
    worker = null
    lost?.removeAllListeners()
    void lost?.terminate()
    finish((lostJob) => lostJob.resolve(unreadPublication(lostJob.publication, why)))
  }
  const start = () => {
    const started = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: own,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
      stdout: true,
      stderr: true,
    })
    started.on('message', (answer: Answer) => {
      if ('ready' in answer) return
      if ('document' in answer) finish((done) => done.resolve(answer.document))
      else
        finish((done) =>
          done.resolve(unreadPublication(done.publication, `the reader failed on it: ${firstLine(answer.failure)}`)),
        )
    })
    started.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        giveUp('it needs more memory to read than is allowed; the original is kept')
      else {
        worker = null
        finish((done) => done.reject(error))
      }
    })
    worker = started
    return started
  }
  const seat: Seat = {
    next() {
      if (job !== null) return
      job = waiting.shift() ?? null
      if (job === null) return
      const { publication, source } = job
      timer = setTimeout(() => giveUp(`reading took longer than ${PATIENCE / 1000} s; the original is kept`), PATIENCE)
      ;(worker ?? start()).postMessage({ publication, source })
    },
    async close() {
      clearTimeout(timer)
      await worker?.terminate()
    },
  }
  return seat
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
