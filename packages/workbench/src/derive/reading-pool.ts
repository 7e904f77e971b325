/** Reads publications on worker threads, so that a file that hangs or eats memory costs itself and nothing else. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Knowledge } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import { type Publication, unreadPublication } from './placed-document.ts'
import type { ReadingAnswer, ReadingRequest } from './reading-worker.ts'

/** Milliseconds after which a file, or what is read of it at a time, is given up. */
const PATIENCE = 120_000
const MEMORY_MEGABYTES = 2048

/** Takes documents as they are read; reading goes on when it resolves. */
export type Deliver = (documents: readonly CaseDocument[]) => Promise<void>

export interface ReadingPool {
  /** Never rejects for a file's sake: what cannot be read comes as a document with `error`. */
  read(request: ReadingRequest, deliver: Deliver): Promise<void>
  close(): Promise<void>
}

interface Job {
  readonly request: ReadingRequest
  readonly deliver: Deliver
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** `own`: what only the case knows, taken before the curated. `read` rejects only where the reader itself is broken. */
export function openReadingPool(options: { readonly own: Knowledge; readonly expected: number }): ReadingPool {
  const size = Math.max(1, Math.min(availableParallelism(), Math.ceil(options.expected / 8)))
  const waiting: Job[] = []
  const seats = Array.from({ length: size }, () => openSeat(options.own, waiting))
  return {
    read(request, deliver) {
      return new Promise((resolve, reject) => {
        waiting.push({ request, deliver, resolve, reject })
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

  const leave = (): Job | null => {
    clearTimeout(timer)
    const done = job
    job = null
    return done
  }
  const drop = () => {
    const lost = worker
    worker = null
    lost?.removeAllListeners()
    void lost?.terminate()
  }
  const fail = (error: unknown) => {
    leave()?.reject(error instanceof Error ? error : new Error(String(error)))
    seat.next()
  }
  /** Ends the job with a document that says why. */
  const endWith = (why: string) => {
    const ended = leave()
    if (ended !== null) ended.deliver([unread(ended, why)]).then(ended.resolve, ended.reject)
    seat.next()
  }
  const giveUp = (why: string) => {
    drop()
    endWith(why)
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => giveUp(`reading took longer than ${PATIENCE / 1000} s; the original is kept`), PATIENCE)
  }
  const pass = async (documents: readonly CaseDocument[]) => {
    clearTimeout(timer)
    const current = job
    try {
      await current?.deliver(documents)
    } catch (error) {
      drop()
      if (job === current) fail(error)
      return
    }
    if (job !== current || worker === null) return
    wait()
    worker.postMessage('go-on')
  }
  const start = () => {
    const started = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: own,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
      stdout: true,
      stderr: true,
    })
    started.on('message', (answer: ReadingAnswer) => {
      if ('documents' in answer) void pass(answer.documents)
      else if ('moving' in answer) wait()
      else if ('failure' in answer) endWith(`the reader failed on it: ${firstLine(answer.failure)}`)
      else {
        leave()?.resolve()
        seat.next()
      }
    })
    started.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        giveUp('it needs more memory to read than is allowed; the original is kept')
      else {
        worker = null
        fail(error)
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
      wait()
      ;(worker ?? start()).postMessage(job.request)
    },
    async close() {
      clearTimeout(timer)
      await worker?.terminate()
    },
  }
  return seat
}

function unread({ request }: Job, why: string): CaseDocument {
  return unreadPublication(request.publication satisfies Publication, why)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
