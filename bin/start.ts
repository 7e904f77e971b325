/** `npm start`: builds a case of the casebook where it is not there yet, and shows it in the browser. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { casebookLists, TAKEN } from '../casebook/lists.ts'
import { main } from '../packages/workbench/src/cli/main.ts'
import { openSqliteReader } from '../packages/workbench/src/storage/sqlite/sqlite-store.ts'

const root = join(import.meta.dirname, '..')
const casebook = join(root, 'casebook')
const names = (await readdir(casebook, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const [wanted = 'syria-coast-2025', ...options] = process.argv.slice(2)

if (!names.includes(wanted)) {
  console.error(`there is no case ${JSON.stringify(wanted)} in the casebook: npm start -- ${names.join(' | ')}`)
  process.exit(2)
}
const source = join(casebook, wanted)
const folder = join(root, 'cases', wanted)
const built = join(folder, 'case.db')
let code = existsSync(built) ? 0 : await build()
if (code === 0 || code === 3) code = (await takeLists()) || code
process.exitCode = code === 0 || code === 3 ? await main(['serve', folder, '--open', ...options]) : code

/** Making the case and adding its reports; what an interrupted start left behind is gone on with. */
async function build(): Promise<number> {
  console.error(`Building the case ${wanted} in ${folder}`)
  if (!existsSync(join(folder, 'case.json'))) {
    const made = await main(['new', folder, '--from', join(source, 'case.json')])
    if (made !== 0) return made
  }
  const parts = ['reports', 'lists'].map((part) => join(source, part)).filter((path) => existsSync(path))
  return main(['add', folder, ...parts])
}

/** Takes the lists of the case into its register, where they are not yet. */
async function takeLists(): Promise<number> {
  const reader = await openSqliteReader(built)
  const taken = await reader.registerLists().finally(() => reader.close())
  const missing = (await casebookLists(source)).filter(({ file }) => !taken.some((one) => one.file.endsWith(file)))
  for (const { file, list, release, duplicates } of missing) {
    const words = ['--list', list, '--release', release, '--by', TAKEN.by, '--reason', TAKEN.reason]
    const added = await main(['register', folder, 'add', file, ...words, ...(duplicates ? ['--duplicates'] : [])])
    if (added !== 0) return added
  }
  return 0
}
