/**
 * What a server keeps of its case between requests: parts of the store that were read, and what was put together of them.
 * Everything is under the stamps of the store, so that whoever writes it, a person is shown what it holds now.
 */
import type { CaseFolder } from '../preserve/case-folder.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { createRecall, type Recall } from '../storage/recall.ts'

export interface CaseMemory {
  readonly recall: Recall
  /**
   * What `make` gives, or gave when it was last asked for under this name and of the same: the store, the case file and
   * `beside`. `of` is whose sight it is, an open vault or the case without one; what was kept for it goes with it.
   */
  view<T>(of: object, name: string, from: ViewedFrom, make: () => Promise<T>): Promise<T>
}

export interface ViewedFrom {
  readonly folder: CaseFolder
  readonly reader: CaseReader
  /** What else the view shows. */
  readonly beside?: unknown
}

interface Kept {
  readonly version: string
  readonly made: Promise<unknown>
}

export function createCaseMemory(): CaseMemory {
  const kept = new WeakMap<object, Map<string, Kept>>()
  return {
    recall: createRecall(),
    async view<T>(of: object, name: string, { folder, reader, beside }: ViewedFrom, make: () => Promise<T>) {
      const version = JSON.stringify([folder.root, folder.file, [...(await reader.stamps())].sort(), beside])
      const own = kept.get(of) ?? new Map<string, Kept>()
      kept.set(of, own)
      const before = own.get(name)
      if (before?.version === version) return before.made as Promise<T>
      const made = make()
      own.set(name, { version, made })
      made.catch(() => own.delete(name))
      return made
    },
  }
}
