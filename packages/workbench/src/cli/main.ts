/** The command line: words in, one operation run, its answer printed, an exit code. */
import { createInterface } from 'node:readline/promises'

import {
  BadKeyError,
  BadLockError,
  BadMemoryError,
  BadNoteError,
  BadSignatureError,
  BadWitnessRequestError,
  BadWrittenCheckpointError,
  DamagedOriginalError,
  LockedError,
  LogForkedError,
  LogRolledBackError,
  NotAFileError,
  NotALogError,
  OtherSizeSeenError,
  TooLargeError,
  UnreadableFileError,
  WitnessRefusedError,
} from '@corroborate/evidence'
import { EndpointError } from '../claims/endpoint.ts'
import { DecisionError } from '../decisions/decision-error.ts'
import { ManifestError } from '../intake/manifest.ts'
import { PathError, reasonOf } from '../intake/walk.ts'
import { ListError } from '../link/list-error.ts'
import { StoreDiffersError, TellingOriginalsError } from '../operations/export.ts'
import { FrameError } from '../operations/frame.ts'
import { OPERATIONS } from '../operations/index.ts'
import { NotFoundError } from '../operations/not-found.ts'
import { EXIT, type Operation } from '../operations/operation.ts'
import { LockedVaultError } from '../operations/sealed-intake.ts'
import { ShredError } from '../operations/shred.ts'
import { visible, visibleInColour, visibleJson } from '../operations/terminal-text.ts'
import { AcknowledgementError, ReadOnlyExportError } from '../operations/verify.ts'
import { WitnessError } from '../operations/witness.ts'
import { SealBrokenError } from '../preserve/age-seal.ts'
import { BrokenCaseFileError, CaseExistsError, CaseVersionError, NotACaseError } from '../preserve/case-folder.ts'
import { UnacknowledgedEditError } from '../preserve/case-record.ts'
import { ForeignRecordError, LogGoneError } from '../preserve/custody.ts'
import { homeFrom } from '../preserve/home.ts'
import { BrokenRecordError } from '../preserve/records.ts'
import { StillUnlockedError } from '../preserve/servers.ts'
import { OtherSignerError } from '../preserve/signer.ts'
import { ClosedVaultError } from '../preserve/vault.ts'
import { BadAccessError, BrokenVaultError, WrongSecretError } from '../preserve/vault-access.ts'
import { ChangedOriginalError, MissingOriginalError, UnsignedCheckpointError } from '../publish/evidence-kit.ts'
import { ExportFolderError } from '../publish/export-folder.ts'
import { PortError } from '../server/listen.ts'
import { serve, VERSION } from '../server/serve.ts'
import {
  BrokenStoreError,
  StoreMissingError,
  StoreVersionError,
  UnwrittenStoreError,
} from '../storage/sqlite/sqlite-store.ts'
import { parseArguments, UsageError } from './arguments.ts'
import { completionFor } from './completion.ts'
import { generalHelp, helpFor } from './help.ts'
import { progressOn } from './progress.ts'
import { NoTerminalError, PromptInterruptedError } from './secret-prompt.ts'
import { terminalDoor } from './vault-door.ts'

/** What the person can put right by asking differently. */
const REFUSALS = [
  UsageError,
  PathError,
  ManifestError,
  NotACaseError,
  BrokenCaseFileError,
  CaseVersionError,
  CaseExistsError,
  LockedError,
  OtherSignerError,
  ForeignRecordError,
  LogGoneError,
  DecisionError,
  EndpointError,
  AcknowledgementError,
  ReadOnlyExportError,
  NotFoundError,
  ExportFolderError,
  TellingOriginalsError,
  FrameError,
  ListError,
  DamagedOriginalError,
  ChangedOriginalError,
  MissingOriginalError,
  UnsignedCheckpointError,
  StoreDiffersError,
  UnacknowledgedEditError,
  PortError,
  NotALogError,
  NotAFileError,
  TooLargeError,
  UnreadableFileError,
  BadKeyError,
  BadMemoryError,
  WitnessError,
  WitnessRefusedError,
  OtherSizeSeenError,
  BadWitnessRequestError,
  BadNoteError,
  BadSignatureError,
  BadWrittenCheckpointError,
  StoreMissingError,
  StoreVersionError,
  BrokenStoreError,
  UnwrittenStoreError,
  LogRolledBackError,
  LogForkedError,
  BadLockError,
  BrokenRecordError,
  WrongSecretError,
  BrokenVaultError,
  BadAccessError,
  LockedVaultError,
  ClosedVaultError,
  SealBrokenError,
  ShredError,
  StillUnlockedError,
  NoTerminalError,
  PromptInterruptedError,
]

const COMMANDS: readonly Operation[] = [...OPERATIONS.filter(({ surfaces }) => surfaces.includes('cli')), serve]

/** Runs a command line; gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = COMMANDS.find((operation) => operation.name === rest[0])
    process.stdout.write(`${about === undefined ? generalHelp(COMMANDS) : helpFor(about)}\n`)
    return name === undefined ? EXIT.usage : EXIT.done
  }
  if (name === '--version') {
    process.stdout.write(`corroborate ${VERSION}\n`)
    return EXIT.done
  }
  try {
    if (name === 'completion') {
      process.stdout.write(completionFor(rest[0] ?? '', COMMANDS))
      return EXIT.done
    }
    const part = partOf(name, rest)
    if (part !== null) return await runOperation(part, [rest[0]!, ...rest.slice(2)])
    const operation = COMMANDS.find((one) => one.name === name)
    if (operation === undefined)
      throw new UsageError(`there is no command ${JSON.stringify(name)}; see \`corroborate help\``)
    return await runOperation(operation, rest)
  } catch (error) {
    return explain(error, name)
  }
}

/** `register CASE add …` is `register-add CASE …`: a verb whose parts have verbs of their own takes them behind the case. */
function partOf(name: string, [, part]: readonly string[]): Operation | null {
  return COMMANDS.find((one) => one.name === `${name}-${part}`) ?? null
}

async function runOperation(operation: Operation, words: readonly string[]): Promise<number> {
  const { input, vault, json, help, quiet } = parseArguments(operation, words, process.env)
  if (help) {
    process.stdout.write(`${helpFor(operation)}\n`)
    return EXIT.done
  }
  const interruption = new AbortController()
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(EXIT.interrupted)
    interruption.abort(new InterruptedError(operation.name))
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  const line = progressOn(process.stderr, quiet)
  let code: number = EXIT.done
  const say = (sentence: string) => {
    line.clear()
    process.stderr.write(`${visible(sentence)}\n`)
  }
  const home = homeFrom(process.env)
  const terminal = { input: process.stdin, output: process.stderr }
  try {
    const answers = operation.run(
      {
        home,
        vaults: terminalDoor({ words: vault, home, terminal, say }),
        now: () => new Date(),
        progress: line.progress,
        signal: interruption.signal,
        ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm: confirmOn(interruption.signal) } : {}),
        say,
      },
      input,
    )
    for await (const answer of answers) {
      line.clear()
      await print(
        json
          ? visibleJson(JSON.stringify(answer, null, operation.answers === 'many' ? 0 : 1))
          : visibleInColour(operation.print(answer, input)),
      )
      code = Math.max(code, operation.exitCode(answer))
    }
    return code
  } finally {
    line.clear()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

/** Asks on the terminal; anything but yes is no. */
function confirmOn(signal: AbortSignal): (question: string) => Promise<boolean> {
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr })
    try {
      return /^y(?:es)?$/i.test((await lines.question(`${visible(question)} [y/N] `, { signal })).trim())
    } finally {
      lines.close()
    }
  }
}

/** Ctrl-C. What was acknowledged stays. */
class InterruptedError extends Error {
  constructor(command: string) {
    super(
      command === 'add'
        ? 'interrupted; what was added so far is kept. Give the same command again to go on'
        : 'interrupted; nothing that was kept is lost',
    )
    this.name = 'InterruptedError'
  }
}

/** Waits until the reader has taken it, so that a long answer never piles up in memory. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

function explain(error: unknown, command: string): number {
  if (error instanceof InterruptedError) {
    process.stderr.write(`corroborate: ${error.message}\n`)
    return EXIT.interrupted
  }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EPIPE') return EXIT.done
  if (REFUSALS.some((refusal) => error instanceof refusal)) {
    process.stderr.write(`corroborate ${command}: ${visible((error as Error).message)}\n`)
    if (error instanceof UsageError)
      process.stderr.write(
        `See \`corroborate ${COMMANDS.some(({ name }) => name === command) ? `${command} ` : ''}--help\`\n`,
      )
    return EXIT.usage
  }
  if (code !== undefined) {
    const { path } = error as NodeJS.ErrnoException
    process.stderr.write(
      `corroborate ${command}: ${path === undefined ? '' : `${visible(path)}: `}${visible(reasonOf(error as NodeJS.ErrnoException))}\n`,
    )
    return EXIT.failed
  }
  process.stderr.write(
    `corroborate ${command}: ${visible(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  )
  return EXIT.failed
}
