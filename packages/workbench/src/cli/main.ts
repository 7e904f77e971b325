/** The command line: words in, one operation run, its answer printed, an exit code. */
import { createInterface } from 'node:readline/promises'
import { BY_NAME, type LoadOperation } from '../operations/by-name.ts'
import { EXIT, type Operation } from '../operations/operation.ts'
import { visible, visibleInColour, visibleJson } from '../operations/terminal-text.ts'
import { homeFrom } from '../preserve/home.ts'
import { VERSION } from '../version.ts'
import { parseArguments, UsageError } from './arguments.ts'
import { completionFor } from './completion.ts'
import { generalHelp, helpFor } from './help.ts'
import { progressOn } from './progress.ts'
import { terminalDoor } from './vault-door.ts'

const COMMANDS: Readonly<Record<string, LoadOperation>> = {
  ...BY_NAME,
  serve: async () => (await import('../server/serve.ts')).serve,
}

async function commandNamed(name: string): Promise<Operation | null> {
  const operation = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]!() : null
  return operation?.surfaces.includes('cli') === true ? operation : null
}

async function allCommands(): Promise<readonly Operation[]> {
  const all = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  return all.filter(({ surfaces }) => surfaces.includes('cli'))
}

/** Runs a command line; gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = rest[0] === undefined ? null : await commandNamed(rest[0])
    process.stdout.write(`${about === null ? generalHelp(await allCommands()) : helpFor(about)}\n`)
    return name === undefined ? EXIT.usage : EXIT.done
  }
  if (name === '--version') {
    process.stdout.write(`corroborate ${VERSION}\n`)
    return EXIT.done
  }
  try {
    if (name === 'completion') {
      process.stdout.write(completionFor(rest[0] ?? '', await allCommands()))
      return EXIT.done
    }
    const part = await partOf(name, rest)
    if (part !== null) return await runOperation(part, [rest[0]!, ...rest.slice(2)])
    const operation = await commandNamed(name)
    if (operation === null)
      throw new UsageError(`there is no command ${JSON.stringify(name)}; see \`corroborate help\``)
    return await runOperation(operation, rest)
  } catch (error) {
    return await explain(error, name)
  }
}

/** `register CASE add …` is `register-add CASE …`: a verb whose parts have verbs of their own takes them behind the case. */
function partOf(name: string, [, part]: readonly string[]): Promise<Operation | null> {
  return commandNamed(`${name}-${part}`)
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

async function explain(error: unknown, command: string): Promise<number> {
  if (error instanceof InterruptedError) {
    process.stderr.write(`corroborate: ${error.message}\n`)
    return EXIT.interrupted
  }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EPIPE') return EXIT.done
  const [{ isRefusal }, { reasonOf }] = await Promise.all([import('./refusals.ts'), import('../intake/walk.ts')])
  if (isRefusal(error)) {
    process.stderr.write(`corroborate ${command}: ${visible(error.message)}\n`)
    if (error instanceof UsageError)
      process.stderr.write(`See \`corroborate ${Object.hasOwn(COMMANDS, command) ? `${command} ` : ''}--help\`\n`)
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
