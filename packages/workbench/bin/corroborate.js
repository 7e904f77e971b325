#!/usr/bin/env node
// Starts the command line with the Node that this project pins, wherever the caller's own is older.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED = 24
const main = join(dirname(fileURLToPath(import.meta.url)), 'corroborate.ts')

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  await import(pathToFileURL(main).href)
} else {
  const pinned = pinnedNode(dirname(main))
  if (pinned === null) {
    console.error(
      `corroborate needs Node ${NEEDED} or newer (this is ${process.versions.node}): run \`npm ci\` in its folder, or install Node ${NEEDED}`,
    )
    process.exit(2)
  }
  // The channel tells the child when this process is gone, so that no writer is left behind.
  const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

/** The `node` that npm installed beside this project, looked for from here upwards. */
function pinnedNode(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
    if (existsSync(path)) return path
    if (dirname(folder) === folder) return null
  }
}
