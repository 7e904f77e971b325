/** A case of a thousand reports as a person uses it: seconds until each page has its answer, first and after a decision. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FILES = Number(process.argv[2] ?? 1000)
const root = join(import.meta.dirname, '..')
const program = join(root, 'packages/workbench/bin/corroborate.js')
const folder = mkdtempSync(join(tmpdir(), 'corroborate-serve-'))
const environment = { ...process.env, CORROBORATE_HOME: join(folder, 'home') }
const report = readFileSync(join(root, 'casebook/syria-coast-2025/reports/the-national-2025-04-05.txt'), 'utf8')
const PAGES = ['overview', 'documents', 'document?id=5.txt', 'claims', 'ledger', 'lineage', 'register', 'decisions']

/** Numbers and every fifth word are others in each, so that few of the reports are taken for copies of one another. */
function reportNumber(n: number): string {
  const words = (text: string, at: number) =>
    text
      .split(' ')
      .map((word, place) => ((place * 31 + n * 17 + at) % 5 === 0 ? `${word}x${(n * 13 + place) % 97}` : word))
  return report
    .split('\n\n')
    .map((paragraph, at) =>
      words(
        paragraph.replace(/\d{2,}/g, (digits) => String(((Number(digits) + n * 7 + at) % 1900) + 3)),
        at,
      ).join(' '),
    )
    .concat(`Report ${n}.`)
    .join('\n\n')
}

let server: ChildProcess | null = null
try {
  mkdirSync(join(folder, 'reports'))
  for (let n = 0; n < FILES; n++) writeFileSync(join(folder, `reports/${n}.txt`), reportNumber(n))
  for (const words of [
    ['new', 'case'],
    ['add', 'case', 'reports'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
  }
  server = spawn(process.execPath, [program, 'serve', 'case', '--port', '0'], { cwd: folder, env: environment })
  const address = await addressOf(server)
  const ask = async (path: string, body?: object): Promise<{ readonly seconds: number; readonly answer: unknown }> => {
    const begun = performance.now()
    const response = await fetch(`${address}api/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', origin: address.slice(0, -1) },
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return { seconds: (performance.now() - begun) / 1000, answer }
  }
  const row = (name: string, ...seconds: number[]) =>
    console.log(`${name.padEnd(34)}${seconds.map((each) => `${each.toFixed(3)} s`.padStart(10)).join('')}`)

  console.log(`${FILES} reports of ${Math.round(report.length / 1024)} kB\n${'page'.padEnd(34)}     first     later`)
  for (const page of PAGES) row(page, (await ask(page)).seconds, (await ask(page)).seconds)
  const { figures } = (await ask('claims')).answer as { readonly figures: readonly { readonly id: string }[] }
  const [one, other] = figures
  if (one === undefined || other === undefined) throw new Error('no figures were read')
  const by = { by: 'A. Example', reason: 'timing' }
  console.log('\ndecision                           decided   overview after it')
  for (const [name, decision] of [
    ['accept a figure', { action: 'accept', target: one.id }],
    ['correct a claimant', { action: 'correct', target: other.id, set: { claimant: 'An Invented Monitor' } }],
  ] as const)
    row(name, (await ask('decide', { ...decision, ...by })).seconds, (await ask('overview')).seconds)
} finally {
  server?.kill('SIGINT')
  rmSync(folder, { recursive: true, force: true })
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  let said = ''
  for await (const piece of stderr ?? []) {
    said += String(piece)
    const address = /http:\S+/.exec(said)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('the server said no address')
}
