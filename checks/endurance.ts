/**
 * The long runs: 1,000 kills, every bit and every step where a quick run takes some, and a million texts torn and put
 * together, others each time. Words given choose the files; CORROBORATE_ENDURANCE=31 takes every 31st bit, for whoever
 * has minutes and not hours.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const chosen = process.argv.slice(2)
const files =
  chosen.length > 0
    ? chosen
    : ['packages/evidence', 'operations/crash', 'operations/every-bit', 'interruption', 'reader-pieces']
const DAY = 24 * 60 * 60 * 1000

const run = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', `--testTimeout=${DAY}`, `--hookTimeout=${DAY}`, ...files],
  { cwd: root, stdio: 'inherit', env: { CORROBORATE_KILLS: '1000', CORROBORATE_ENDURANCE: '1', ...process.env } },
)
run.on('close', (code) => {
  process.exitCode = code ?? 1
})
