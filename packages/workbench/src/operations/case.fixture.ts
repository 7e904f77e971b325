/** A case in a fresh folder with a home of its own, and operations run on it as the command line runs them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { OPERATIONS } from './index.ts'
import type { OperationContext } from './operation.ts'
import { contextIn, perform } from './perform.fixture.ts'

export interface FixtureCase {
  readonly folder: string
  readonly case: string
  readonly context: OperationContext
  /** Writes a file beside the case; gives its path. */
  file(name: string, content: string | Uint8Array): string
  /** The last answer of a verb; `case` is filled in where the verb takes one. */
  run<T>(name: string, input?: Readonly<Record<string, unknown>>, context?: OperationContext): Promise<T>
  remove(): void
}

export async function openFixtureCase(): Promise<FixtureCase> {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-case-'))
  const path = join(folder, 'case')
  const context = contextIn(folder)
  const fixture: FixtureCase = {
    folder,
    case: path,
    context,
    file(name, content) {
      const at = join(folder, 'files', name)
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, content)
      return at
    },
    async run<T>(name: string, input: Readonly<Record<string, unknown>> = {}, as: OperationContext = context) {
      const takesCase = OPERATIONS.some((one) => one.name === name && 'case' in one.input.shape)
      return perform<T>(as, name, takesCase ? { case: path, ...input } : input)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  await fixture.run('new', { title: 'An invented case', invented: true })
  return fixture
}
