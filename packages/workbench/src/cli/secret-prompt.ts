/** Asking for a secret at a terminal, without an echo. */
import type { ReadStream } from 'node:tty'

export class NoTerminalError extends Error {
  constructor(what: string) {
    super(
      `${what} cannot be asked for, for there is no terminal: name a file that holds it with --passphrase-file, or in CORROBORATE_PASSPHRASE_FILE`,
    )
    this.name = 'NoTerminalError'
  }
}

export class PromptInterruptedError extends Error {
  constructor() {
    super('interrupted; nothing was changed')
    this.name = 'PromptInterruptedError'
  }
}

export interface Terminal {
  readonly input: Pick<ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause' | 'setEncoding'>
  readonly output: Pick<NodeJS.WriteStream, 'write'>
}

/** One line, not shown. Throws NoTerminalError, or PromptInterruptedError on Ctrl-C or Ctrl-D. */
export function askSecret(question: string, { input, output }: Terminal): Promise<string> {
  if (!input.isTTY) return Promise.reject(new NoTerminalError('the passphrase'))
  output.write(`${question}: `)
  input.setRawMode(true)
  input.setEncoding('utf8')
  input.resume()
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const end = (settle: () => void) => {
      input.off('data', take)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const take = (data: string | Buffer) => {
      for (const character of String(data)) {
        if (character === '\r' || character === '\n') return end(() => resolve(typed.join('')))
        if (character === '\u0003' || character === '\u0004') return end(() => reject(new PromptInterruptedError()))
        if (character === '\u007f' || character === '\b') typed = typed.slice(0, -1)
        else if (character >= ' ') typed.push(character)
      }
    }
    input.on('data', take)
  })
}
