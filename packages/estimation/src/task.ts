/** The long parts of an estimation, as values that can be sent to a worker. */
import { type LatentClassOptions, latentClassChain } from './latent-class.ts'
import { type SparseOptions, sparseReplicates } from './sparse.ts'
import type { OverlapTable } from './table.ts'

export type Task =
  | {
      readonly kind: 'latent-class-chain'
      readonly table: OverlapTable
      readonly options: LatentClassOptions
      readonly chain: number
    }
  | {
      readonly kind: 'sparse-replicates'
      readonly table: OverlapTable
      readonly options: SparseOptions
      readonly from: number
      readonly to: number
    }

/** Does a task somewhere and answers with its numbers; `progress` is told the share done. */
export type Runner = (task: Task, progress: (share: number) => void) => Promise<Float64Array>

export function runTask(task: Task, progress: (share: number) => void): Float64Array {
  return task.kind === 'latent-class-chain'
    ? latentClassChain(task.table, task.options, task.chain, progress)
    : sparseReplicates(task.table, task.options, task.from, task.to, progress)
}

/** Does every task on the spot. */
export const runHere: Runner = async (task, progress) => runTask(task, progress)
