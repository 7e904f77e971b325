/** What came of one kind of expectation. */

/** One kind of expectation: how many were met, and a sentence for each that was not. */
export interface Outcome {
  readonly what: string
  readonly met: number
  readonly of: number
  readonly unmet: readonly string[]
}

/** Tries each value; `say` is the sentence for one that was not met. */
export function outcome<T>(
  what: string,
  values: readonly T[],
  met: (value: T) => boolean,
  say: (value: T) => string,
): Outcome {
  const unmet = values.filter((value) => !met(value))
  return { what, met: values.length - unmet.length, of: values.length, unmet: unmet.map(say) }
}
