/** A thousand reports added and read: seconds, and the same bytes written and synced bare beside it. */
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

const FILES = 1000
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'corroborate-add-'))
const report = readFileSync(join(root, 'casebook/syria-coast-2025/reports/the-national-2025-04-05.txt'), 'utf8')

try {
  mkdirSync(join(folder, 'reports'))
  mkdirSync(join(folder, 'bare'))
  /** Paragraphs in another order and with another number each time, so that every file is an item of its own. */
  const paragraphs = report.split('\n\n')
  const texts = Array.from({ length: FILES }, (_, n) => {
    const turned = [...paragraphs.slice(n % paragraphs.length), ...paragraphs.slice(0, n % paragraphs.length)]
    return `${turned.join('\n\n')}\n\nThis is report number ${n}.\n`
  })
  for (const [n, text] of texts.entries()) writeFileSync(join(folder, `reports/${n}.txt`), text)

  const bare = seconds(() => {
    for (const [n, text] of texts.entries()) {
      const file = openSync(join(folder, `bare/${n}.txt`), 'w')
      writeSync(file, text)
      fsyncSync(file)
      closeSync(file)
    }
  })
  const run = (...words: string[]) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'packages/workbench/bin/corroborate.js'), ...words],
      {
        cwd: folder,
        env: { ...process.env, CORROBORATE_HOME: join(folder, 'home') },
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(stderr)
  }
  run('new', 'case')
  const added = seconds(() => run('add', 'case', 'reports'))
  const rebuilt = seconds(() => run('rebuild', 'case'))
  const verified = seconds(() => run('verify', 'case'))
  console.log(`${FILES} reports of ${Math.round(report.length / 1024)} kB on ${availableParallelism()} cores`)
  console.log(
    `  added, read and compared  ${added.toFixed(1)} s  (the same files written and synced bare: ${bare.toFixed(1)} s, ${(added / bare).toFixed(1)} times)`,
  )
  console.log(`  derived again             ${rebuilt.toFixed(1)} s`)
  console.log(`  verified                  ${verified.toFixed(1)} s`)
} finally {
  rmSync(folder, { recursive: true })
}

function seconds(work: () => void): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}
