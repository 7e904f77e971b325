/**
 * Reads publications on worker threads, so that a file that hangs or eats memory costs itself and nothing else. A thread
 * takes a second to load what the reader knows: it is kept a while for whoever reads next.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Knowledge } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import { type Publication, unreadPublication } from './placed-document.ts'
import type { ReadingAnswer, ReadingMessage, ReadingRequest } from './reading-worker.ts'

/** Milliseconds after which a file, or what is read of it at a time, is given up. */
const PATIENCE = 120_000
const MEMORY_MEGABYTES = 2048
/** Milliseconds for which a thread waits for more to read. */
const KEPT = 60_000

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

export interface PoolOptions {
  /** What only the case knows, taken before the curated. */
  readonly own: Knowledge
  /** Publications to be read; a thread starts for every few of them. */
  readonly expected: number
  /** A thread that read what is confidential ends with the pool, and with it what its memory still holds. */
  readonly confidential: boolean
}

/** `read` rejects only where the reader itself is broken. */
export function openReadingPool(options: PoolOptions): ReadingPool {
  const size = Math.max(1, Math.min(availableParallelism(), Math.ceil(options.expected / 8)))
  const waiting: Job[] = []
  const seats = Array.from({ length: size }, () => openSeat(options, waiting))
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

/** Threads that have nothing to read and keep no process running, each with what ends it. */
const kept = new Map<Worker, NodeJS.Timeout>()

function keep(worker: Worker): void {
  const forget = () => {
    clearTimeout(kept.get(worker))
    kept.delete(worker)
    void worker.terminate()
  }
  hearNothing(worker)
  worker.on('error', forget)
  worker.unref()
  kept.set(worker, setTimeout(forget, KEPT).unref())
}

/** Only what was listened to here: a worker hears itself by listeners of its own. */
function hearNothing(worker: Worker): void {
  for (const event of ['message', 'error']) worker.removeAllListeners(event)
}

/** A thread that was kept, or a new one. */
function takeThread(): Worker {
  for (const [worker, end] of kept) {
    clearTimeout(end)
    kept.delete(worker)
    hearNothing(worker)
    worker.ref()
    return worker
  }
  return new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    stdout: true,
    stderr: true,
  })
}

function openSeat({ own, confidential }: PoolOptions, waiting: Job[]): Seat {
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
    if (lost === null) return
    hearNothing(lost)
    void lost.terminate()
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
    worker.postMessage('go-on' satisfies ReadingMessage)
  }
  const start = () => {
    const started = takeThread()
    started.postMessage({ own } satisfies ReadingMessage)
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
      ;(worker ?? start()).postMessage(job.request satisfies ReadingMessage)
    },
    async close() {
      clearTimeout(timer)
      if (worker === null) return
      if (job === null && !confidential) keep(worker)
      else await worker.terminate()
      worker = null
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
