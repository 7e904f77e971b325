/** Operations run in tests as the command line runs them, with nobody at the terminal. */
import { join } from 'node:path'
import { homeFrom } from '../preserve/home.ts'
import { OPERATIONS } from './index.ts'
import type { Operation, OperationContext } from './operation.ts'

/** A home below `root`, and a clock that stands; `more` replaces any of it. */
export function contextIn(root: string, more: Partial<OperationContext> = {}): OperationContext {
  return {
    home: homeFrom({ CORROBORATE_HOME: join(root, 'home') }),
    now: () => new Date('2031-05-05T10:00:00Z'),
    progress: () => {},
    signal: new AbortController().signal,
    say: () => {},
    ...more,
  }
}

export interface Performed<T> {
  /** The last one; as JSON it is what the operation's schema says. */
  readonly answer: T
  readonly print: string
  readonly code: number
}

export async function performed<T>(
  context: OperationContext,
  verb: string | Operation,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Performed<T>> {
  const operation = typeof verb === 'string' ? OPERATIONS.find(({ name }) => name === verb) : verb
  if (operation === undefined) throw new Error(`there is no operation ${verb}`)
  let last: unknown
  for await (const answer of operation.run(context, input)) last = answer
  operation.output.parse(JSON.parse(JSON.stringify(last)))
  return { answer: last as T, print: operation.print(last, input), code: operation.exitCode(last) }
}

export async function perform<T>(
  context: OperationContext,
  verb: string | Operation,
  input: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  return (await performed<T>(context, verb, input)).answer
}
