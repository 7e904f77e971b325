/** A field while it is read: its values so far, each once, and the code of each record. */
import type { Kind } from './roles.ts'

export interface Dictionary {
  readonly kind: Kind
  readonly codes: Int32Array
  readonly values: readonly string[]
  /** Lists that state the field in at least one row. */
  readonly lists: Set<number>
  /** Number of a value; -1 for ''. */
  code(value: string): number
}

export function dictionaryFor(kind: Kind, records: number): Dictionary {
  const values: string[] = []
  const seen = new Map<string, number>()
  return {
    kind,
    codes: new Int32Array(records).fill(-1),
    values,
    lists: new Set(),
    code(value) {
      if (value === '') return -1
      let code = seen.get(value)
      if (code === undefined) {
        code = values.length
        seen.set(value, code)
        values.push(value)
      }
      return code
    },
  }
}
