/** Collecting what a validator finds, errors and warnings apart. */
import type { Problem, Report } from './problem.ts'

export interface Findings {
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
  error(code: string, path: string, message: string): void
  warn(code: string, path: string, message: string): void
}

/** Findings of one code that are kept at most: a small file can be wrong in millions of places. */
const MOST_OF_A_CODE = 10_000

export function collectFindings(): Findings {
  const errors: Problem[] = []
  const warnings: Problem[] = []
  return { errors, warnings, error: collectInto(errors), warn: collectInto(warnings) }
}

/** Past the most of a code, one finding says how many more there are. */
function collectInto(list: Problem[]): Findings['error'] {
  const counts = new Map<string, { found: number; last: number }>()
  return (code, path, message) => {
    const count = counts.get(code) ?? { found: 0, last: 0 }
    counts.set(code, count)
    const more = ++count.found - MOST_OF_A_CODE
    if (more <= 1) count.last = list.length
    list[count.last] =
      more <= 0 ? { code, message, path } : { code, message: `and ${more} more of this kind`, path: '' }
  }
}

/** Each finding once, in the order found. */
export function reportOf({ errors, warnings }: Pick<Findings, 'errors' | 'warnings'>): Report {
  return { valid: errors.length === 0, errors: distinct(errors), warnings: distinct(warnings) }
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
