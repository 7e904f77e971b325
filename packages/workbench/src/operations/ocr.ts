/** `ocr`: has a machine read the scans and pictures of a case, offline, and keeps what it read as derived records. */
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import type { CaseDocument } from '../model/case-document.ts'
import { type Recognition, recognitionFaults } from '../model/derived-text.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import { UnreadableError } from '../read/read-result.ts'
import { openRecogniser } from '../read/recogniser.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, EXIT, operation } from './operation.ts'
import { countOf } from './table.ts'

const PageSchema = z.object({ id: z.string(), item: z.string(), name: z.string(), page: z.number().int().nullable() })

export const ocr = operation({
  name: 'ocr',
  summary: 'Have a machine read scans and pictures, on this machine alone',
  description:
    'Reads every picture, and every page of a PDF, that holds no text and that nobody has transcribed, or the items named. What is read is kept as a derived record that names its parent and its maker, with the place and confidence of each word; the document is marked as read by OCR and reviewed by nobody, and so is every figure in it. A rebuild uses what was kept. The engine and its models are optional packages; nothing is downloaded.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    items: z.array(z.string().min(1)).default([]).meta({
      position: 1,
      placeholder: 'ITEM',
      description: 'Names of files, or ids of documents or items, whole or cut short',
    }),
    language: z
      .string()
      .regex(/^[a-z][a-z_]{2,11}(,[a-z][a-z_]{2,11})*$/, 'codes of languages with commas between, such as eng,ara')
      .default('eng,ara')
      .meta({
        placeholder: 'CODES',
        description: 'Languages to look for, as Tesseract names them, the likeliest first',
      }),
    again: z.boolean().default(false).meta({ description: 'Read again what a machine has read already' }),
  }),
  output: z.object({
    recognised: z.array(PageSchema.extend({ words: z.number().int(), confidence: z.number().nullable() })),
    problems: z.array(z.object({ name: z.string(), page: z.number().int().nullable(), problem: z.string() })),
  }),
  examples: ['ocr coast-2025', 'ocr coast-2025 scan.png report.pdf --language ara,eng'],
  async run(context, { case: path, items, language, again }) {
    const folder = await openCase(path)
    const recogniser = openRecogniser(language.split(','))
    try {
      return await withWorkspace(folder, { ...context, command: 'ocr' }, async ({ custody, store, settle }) => {
        await settle()
        const documents = await store.documents()
        const wanted = pagesToRead(documents, await store.recognitions(), { items, again })
        const recognised: (z.infer<typeof PageSchema> & { words: number; confidence: number | null })[] = []
        const problems: { name: string; page: number | null; problem: string }[] = []
        for (const [done, { item, name, page }] of wanted.entries()) {
          context.signal.throwIfAborted()
          context.progress('reading', done, wanted.length)
          try {
            const read = await recogniser.recognise({ path: await custody.originals.path(item), page })
            const [fault] = recognitionFaults(read)
            if (fault !== undefined) throw new UnreadableError(`the engine gave what cannot be kept: ${fault}`)
            const id = newRecordId()
            await custody.write({ kind: 'recognition', id, at: context.now().toISOString(), item, page, ...read })
            await custody.acknowledge()
            recognised.push({ id, item, name, page, words: read.words.length, confidence: meanConfidence(read.words) })
          } catch (error) {
            if (!(error instanceof UnreadableError)) throw error
            problems.push({ name, page, problem: error.message })
          }
        }
        await settle()
        const looked = new Set(wanted.map(({ item }) => item))
        const asked = new Set([
          ...items.flatMap((named) => documentsNamed(documents, named)),
          ...documents.filter(({ item }) => looked.has(item)),
        ])
        for (const { name, error } of asked) if (error !== null) problems.push({ name, page: null, problem: error })
        return { recognised, problems }
      })
    } finally {
      await recogniser.close()
    }
  },
  print: ({ recognised, problems }) =>
    [
      ...recognised.map(
        ({ name, page, words, confidence }) =>
          `${name}${page === null ? '' : `, page ${page}`}: ${countOf(words, 'word')}${confidence === null ? '' : `, mean confidence ${confidence}%`}`,
      ),
      ...problems.map(
        ({ name, page, problem }) => `problem: ${name}${page === null ? '' : `, page ${page}`}: ${problem}`,
      ),
      recognised.length + problems.length === 0
        ? 'Nothing needs to be read by a machine.'
        : 'Read by a machine and reviewed by nobody: look at every figure before you rely on it.',
    ].join('\n'),
  exitCode: ({ problems }) => (problems.length > 0 ? EXIT.unread : EXIT.done),
})

interface Choice {
  readonly items: readonly string[]
  readonly again: boolean
}

/** Each page once, in the order of names, whichever documents show it. */
function pagesToRead(documents: readonly CaseDocument[], kept: readonly Recognition[], { items, again }: Choice) {
  const done = new Set(kept.map(({ item, page }) => `${item} ${page}`))
  const chosen = items.length === 0 ? documents : items.flatMap((named) => documentsNamed(documents, named))
  const pages = new Map<string, { item: CaseDocument['item']; name: string; page: number | null }>()
  for (const document of [...chosen].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { item, name } = document
    for (const page of pagesOf(document, again)) {
      const key = `${item} ${page}`
      if (!pages.has(key) && (again || !done.has(key))) pages.set(key, { item, name, page })
    }
  }
  return [...pages.values()]
}

/** Pages without text, or the one picture; with `again` also those that a machine has read. */
function pagesOf(
  { part, mediaType, needs, untranscribed, derivedFrom }: CaseDocument,
  again: boolean,
): readonly (number | null)[] {
  if (part !== null) return []
  const before = again ? derivedFrom.filter(({ kind }) => kind === 'recognition').map(({ page }) => page) : []
  const isPicture = mediaType?.startsWith('image/') === true
  return [...untranscribed, ...before, ...(isPicture && needs !== null ? [null] : [])]
}

function documentsNamed(documents: readonly CaseDocument[], named: string): readonly CaseDocument[] {
  const found = documents.filter(
    ({ id, item, name }) => name === named || (named.length >= 4 && (id.startsWith(named) || item.startsWith(named))),
  )
  if (found.length === 0) throw new NotFoundError('item', named, 'see `corroborate documents CASE`')
  return found
}

function meanConfidence(words: Recognition['words']): number | null {
  if (words.length === 0) return null
  return Math.round(words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length)
}
