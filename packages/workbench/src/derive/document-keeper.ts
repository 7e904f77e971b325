/** Keeps documents as they are read, some in one transaction, one transaction after the other. */
import type { CaseDocument } from '../model/case-document.ts'
import type { CaseStore } from '../storage/case-store.ts'

export interface DocumentKeeper {
  /** Resolves at once while few documents wait, so that reading does not run ahead of the disk. */
  put(documents: readonly CaseDocument[]): Promise<void>
  /** Resolves when everything that was put is durable. */
  flush(): Promise<void>
}

/** Documents kept in one transaction. */
export const BATCH = 64

export function documentKeeper(store: CaseStore): DocumentKeeper {
  let waiting: CaseDocument[] = []
  let turn: Promise<void> = Promise.resolve()
  const flush = () => {
    turn = turn.then(async () => {
      const documents = waiting
      waiting = []
      if (documents.length === 0) return
      await store.write(async (transactor) => {
        for (const document of documents) {
          const known = await transactor.document(document.id)
          if (known === null || document.name <= known.name) await transactor.putDocument(document)
        }
      })
    })
    return turn
  }
  return {
    flush,
    async put(documents) {
      waiting.push(...documents)
      if (waiting.length >= BATCH) await flush()
    },
  }
}
