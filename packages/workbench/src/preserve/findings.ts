/** What a verification has found so far. */
import type { Problem } from '@corroborate/evidence'

export interface Findings {
  fail(code: string, path: string, message: string): void
  warn(code: string, path: string, message: string): void
  add(problems: readonly Problem[], below: string): void
}
