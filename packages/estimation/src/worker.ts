/** Worker threads of Node for the long tasks: `openWorkers` starts them, and each runs this file. */
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { type Runner, runTask, type Task } from './task.ts'

type Message = { readonly progress: number } | { readonly result: Float64Array } | { readonly error: string }

export class WorkerFailedError extends Error {
  constructor(reason: string) {
    super(`a worker stopped in the middle of an estimation: ${reason}`)
    this.name = 'WorkerFailedError'
  }
}

/** A pool of workers and the runner that hands tasks to the next free one. Close it when done. */
export function openWorkers(count = Math.max(1, availableParallelism())): {
  readonly run: Runner
  close(): Promise<void>
} {
  interface Job {
    readonly task: Task
    readonly progress: (share: number) => void
    readonly resolve: (result: Float64Array) => void
    readonly reject: (error: Error) => void
  }
  const waiting: Job[] = []
  const busy = new Map<Worker, Job>()
  const idle: Worker[] = []
  const all: Worker[] = []
  const open = (): Worker => {
    const worker = new Worker(new URL(import.meta.url))
    all.push(worker)
    worker.on('message', (message: Message) => {
      const job = busy.get(worker)
      if (job === undefined) return
      if ('progress' in message) {
        job.progress(message.progress)
        return
      }
      busy.delete(worker)
      idle.push(worker)
      if ('result' in message) job.resolve(message.result)
      else job.reject(new WorkerFailedError(message.error))
      next()
    })
    worker.on('error', (error: Error) => {
      busy.get(worker)?.reject(new WorkerFailedError(error.message))
      busy.delete(worker)
      all.splice(all.indexOf(worker), 1)
      next()
    })
    return worker
  }
  const next = () => {
    while (waiting.length > 0 && (idle.length > 0 || all.length < count)) {
      const worker = idle.pop() ?? open()
      const job = waiting.shift()!
      busy.set(worker, job)
      worker.postMessage(job.task)
    }
  }
  return {
    run: (task, progress) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, progress, resolve, reject })
        next()
      }),
    async close() {
      for (const job of waiting.splice(0)) job.reject(new WorkerFailedError('it was closed'))
      for (const job of busy.values()) job.reject(new WorkerFailedError('it was closed'))
      await Promise.all(all.map((worker) => worker.terminate()))
    },
  }
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  port.on('message', (task: Task) => {
    try {
      let told = 0
      const result = runTask(task, (share) => {
        if (share - told < 0.02 && share < 1) return
        told = share
        port.postMessage({ progress: share } satisfies Message)
      })
      port.postMessage({ result } satisfies Message, [result.buffer as ArrayBuffer])
    } catch (error) {
      port.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies Message)
    }
  })
}
