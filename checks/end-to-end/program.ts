/** Runs the command line as a person does, with a home of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

export const ROOT = resolve(import.meta.dirname, '../..')
const ENTRY = join(ROOT, 'packages/workbench/bin/corroborate.js')

export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface Program {
  readonly folder: string
  path(...parts: string[]): string
  start(...words: string[]): ChildProcess
  run(...words: string[]): Promise<Outcome>
  json<T>(...words: string[]): Promise<T>
  /** `serve` with these words, on a free port, once it says its address. */
  serve(...words: string[]): Promise<Serving>
}

export interface Serving {
  /** With a slash at its end. */
  readonly address: string
  /** Ends it as Ctrl-C does. */
  stop(): Promise<Outcome>
}

/** A fresh folder with a home in it, gone when the file's tests are done. */
export function openProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const environment = { ...process.env, CORROBORATE_HOME: join(folder, 'home'), CI: '1' }
  const start = (...words: string[]) => spawn(process.execPath, [ENTRY, ...words], { cwd: folder, env: environment })
  const run = (...words: string[]) => finished(start(...words))
  return {
    folder,
    path: (...parts) => join(folder, ...parts),
    start,
    run,
    async json<T>(...words: string[]) {
      const { code, out, err } = await run(...words, '--json')
      if (code !== 0 && code !== 3) throw new Error(`corroborate ${words.join(' ')} ended with ${code}: ${err}`)
      return JSON.parse(out) as T
    },
    async serve(...words) {
      const server = start('serve', ...words, '--port', '0')
      const ended = finished(server)
      const address = await new Promise<string>((resolve, reject) => {
        let said = ''
        server.stderr?.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
          if (found !== undefined) resolve(found)
        })
        server.on('exit', () => reject(new Error(`serve ended: ${said}`)))
      })
      return {
        address,
        stop: () => {
          server.kill('SIGINT')
          return ended
        },
      }
    },
  }
}

export function finished(child: ChildProcess): Promise<Outcome> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((done, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      done({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
  })
}
