/** `export`: writes the case as JSON, CSV and one self-contained page. */
import { z } from 'zod'
import { openCase } from '../preserve/case-folder.ts'
import { readCaseView } from '../publish/case-view.ts'
import { writeExport } from '../publish/export.ts'
import { webFolder } from '../publish/web-folder.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { caseField, operation } from './operation.ts'

export const exportCase = operation({
  name: 'export',
  summary: 'Write a case as JSON, CSV and one self-contained page',
  description:
    'Writes dossier.json, tables as CSV and index.html, which needs no network and no other file. Everything is marked "working copy, not for publication" and shows what is machine-read and what a person reviewed.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    to: z.string().min(1).meta({ path: true, placeholder: 'DIR', description: 'A new or empty folder' }),
  }),
  output: z.object({ folder: z.string(), files: z.array(z.string()) }),
  examples: ['export coast-2025 --to coast-export'],
  async run(_, { case: path, to }) {
    const folder = await openCase(path)
    const reader = await openSqliteReader(folder.database)
    try {
      const view = await readCaseView(folder.file, reader)
      return { folder: to, files: [...(await writeExport(view, to, await webFolder()))] }
    } finally {
      await reader.close()
    }
  },
  print: ({ folder, files }) => `Wrote ${files.join(', ')} to ${folder} (working copy, not for publication)`,
})
