/** Collecting what a validator finds, errors and warnings apart. */
import type { Problem, Report } from './problem.ts'

export interface Findings {
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
  error(code: string, path: string, message: string): void
  warn(code: string, path: string, message: string): void
}

export function collectFindings(): Findings {
  const errors: Problem[] = []
  const warnings: Problem[] = []
  return {
    errors,
    warnings,
    error: (code, path, message) => errors.push({ code, message, path }),
    warn: (code, path, message) => warnings.push({ code, message, path }),
  }
}

/** Each finding once, in the order found. */
export function reportOf({ errors, warnings }: Pick<Findings, 'errors' | 'warnings'>): Report {
  return { valid: errors.length === 0, errors: distinct(errors), warnings: distinct(warnings) }
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
