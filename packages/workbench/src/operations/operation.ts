/**
 * What an operation is. Each verb is declared once; the command line, the HTTP routes, their OpenAPI document and the
 * command reference are derived from the list. A verb that is not in the list does not exist.
 */
import type { Disk, DiskOptions } from '@corroborate/evidence'
import { z } from 'zod'
import type { Progress } from '../derive/catch-up.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import type { Home } from '../preserve/home.ts'
import type { OpenVault } from '../preserve/vault.ts'
import type { VaultSecret } from '../preserve/vault-access.ts'
import type { CaseMemory } from './case-memory.ts'

/** `read` never writes; `write` adds and derives; `decide` records a person's decision. */
export const PERMISSIONS = ['read', 'write', 'decide'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Where a verb is offered. HTTP never takes a path of the file system; an assistant only proposes. */
export const SURFACES = ['cli', 'http'] as const
export type Surface = (typeof SURFACES)[number]

/** How a surface comes to open vaults: a terminal asks, a server keeps what a person unlocked. */
export interface VaultDoor {
  /** null where the case has no vault, or where it stays locked. Throws WrongSecretError, BrokenVaultError. */
  open(folder: CaseFolder): Promise<OpenVault | null>
  /** A new passphrase for a vault; null where it may be without one and none is given. Throws BadAccessError. */
  choose(folder: CaseFolder, optional: boolean): Promise<string | null>
  /** Opens the vault and keeps it open. Throws WrongSecretError, BrokenVaultError. */
  unlock(folder: CaseFolder, secret: VaultSecret): Promise<void>
  /** Forgets its keys, here and in every server of the case; gives the addresses of those that were told. */
  lock(folder: CaseFolder): Promise<readonly string[]>
}

export interface OperationContext {
  readonly home: Home
  /** Without it every vault stays locked. */
  readonly vaults?: VaultDoor
  /** What is kept between requests; a command that ends keeps nothing. */
  readonly memory?: CaseMemory
  readonly now: () => Date
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Asks the person at the terminal; absent where nobody is there to answer. */
  readonly confirm?: (question: string) => Promise<boolean>
  /** Where evidence is written; the machine's own disk unless a test breaks it. */
  readonly disk?: Disk
  /** A sentence for the person at the terminal or in the server's window; never part of the result. */
  readonly say: (sentence: string) => void
}

/** The disk of a context, as what writes takes it. */
export function diskOf({ disk }: OperationContext): DiskOptions {
  return disk === undefined ? {} : { disk }
}

/** Exit codes of the command line. */
export const EXIT = { done: 0, failed: 1, usage: 2, unread: 3, interrupted: 130 } as const

export interface Operation {
  readonly name: string
  /** One line, an imperative: "Add files and folders to a case". */
  readonly summary: string
  readonly description: string
  readonly permission: Permission
  readonly surfaces: readonly Surface[]
  readonly input: z.ZodObject
  readonly output: z.ZodType
  /** Command lines, without `corroborate`. */
  readonly examples: readonly string[]
  /** Bytes of a request that are read at most; where it says nothing, what words need. */
  readonly largestRequest?: number
  /** A verb that answers with many values gives them one by one; `--json` prints one a line. */
  readonly answers: 'one' | 'many'
  run(context: OperationContext, input: unknown): AsyncIterable<unknown>
  /** The answer as a person reads it at a terminal. */
  print(output: unknown, input: unknown): string
  exitCode(output: unknown): number
}

interface Declaration<I extends z.ZodObject, O extends z.ZodType> {
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly permission: Permission
  readonly surfaces: readonly Surface[]
  readonly input: I
  readonly output: O
  readonly examples: readonly string[]
  readonly largestRequest?: number
  print(output: z.infer<O>, input: z.infer<I>): string
  exitCode?(output: z.infer<O>): number
}

/** Declares a verb with one answer. Its input is parsed before it runs. */
export function operation<I extends z.ZodObject, O extends z.ZodType>(
  declaration: Declaration<I, O> & { run(context: OperationContext, input: z.infer<I>): Promise<z.infer<O>> },
): Operation {
  return {
    ...declaration,
    answers: 'one',
    async *run(context, input) {
      yield await declaration.run(context, declaration.input.parse(input))
    },
    print: (output, input) => declaration.print(output as z.infer<O>, declaration.input.parse(input)),
    exitCode: (output) => declaration.exitCode?.(output as z.infer<O>) ?? EXIT.done,
  }
}

/** Declares a verb that answers with a stream of values. */
export function streamingOperation<I extends z.ZodObject, O extends z.ZodType>(
  declaration: Declaration<I, O> & { run(context: OperationContext, input: z.infer<I>): AsyncIterable<z.infer<O>> },
): Operation {
  return {
    ...declaration,
    answers: 'many',
    run: (context, input) => declaration.run(context, declaration.input.parse(input)),
    print: (output, input) => declaration.print(output as z.infer<O>, declaration.input.parse(input)),
    exitCode: (output) => declaration.exitCode?.(output as z.infer<O>) ?? EXIT.done,
  }
}

/** How the command line takes a field: as the n-th argument, or as a path of the file system (then never by HTTP). */
export interface FieldMeta {
  readonly position?: number
  readonly path?: boolean
  readonly placeholder?: string
  readonly [other: string]: unknown
}

export const caseField = z
  .string()
  .min(1)
  .meta({ position: 0, path: true, placeholder: 'CASE', description: 'The case folder' } satisfies FieldMeta)

export const edtfField = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD')
  .meta({ placeholder: 'DATE' } satisfies FieldMeta)

export const asOfField = edtfField
  .optional()
  .meta({ placeholder: 'DATE', description: 'Show what was known on this day (YYYY-MM-DD)' })
