/** How much of what a careful reader must see in the casebook is seen; `--write` renews the committed dossiers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCase } from '../casebook/build-case.ts'
import { compare, expectationsOf } from '../casebook/expectations.ts'
import { knowledgeOf } from '../casebook/name-expectations.ts'
import { dossierText } from '../packages/workbench/src/publish/dossier.ts'

const CASES = ['syria-coast-2025', 'zelmora-tolmesh-2024']

for (const name of CASES) {
  const folder = await mkdtemp(join(tmpdir(), 'corroborate-casebook-'))
  try {
    const dossier = await buildCase(name, folder)
    if (process.argv.includes('--write')) {
      await writeFile(join(import.meta.dirname, '..', 'casebook', name, 'dossier.json'), dossierText(dossier))
    }
    console.log(`\n${name}`)
    for (const { what, met, of, unmet } of compare(expectationsOf(name), dossier, knowledgeOf(name))) {
      console.log(`  ${what}: ${met} of ${of}`)
      if (process.argv.includes('--errors')) for (const sentence of unmet) console.log(`      ${sentence}`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
