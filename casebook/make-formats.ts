/**
 * Makes the PDF and the DOCX of the casebook again from their texts in `sources/`: `node casebook/make-formats.ts`.
 *
 * Dates inside both files are fixed, so that the same fonts and the same Chromium give the same bytes. Chromium is found
 * at /usr/bin/chromium, or where CHROMIUM says.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { chromium } from 'playwright-core'

/** The day the retellings were made; not the day on which anything was published. */
const made = '2026-11-21'

interface Recipe {
  readonly source: string
  readonly target: string
  readonly format: 'pdf' | 'docx'
}

const folder = join(import.meta.dirname, 'syria-coast-2025')

const recipes: readonly Recipe[] = [
  { source: 'global-economy-edition-undated.txt', target: 'global-economy-edition-undated.pdf', format: 'pdf' },
  { source: 'syriac-press-2025-04-03.txt', target: 'syriac-press-2025-04-03.docx', format: 'docx' },
]

/** A source is a title, paragraphs, and the retelling's note, with a blank line between them. */
interface Source {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly note: string
}

async function readSource(path: string): Promise<Source> {
  const parts = (await readFile(path, 'utf8')).trim().split(/\n{2,}/u)
  const title = parts[0]
  const note = parts.at(-1)
  if (title === undefined || note === undefined || !note.startsWith('Retelling by Corroborate of ')) {
    throw new Error(`${path} does not end with the note "Retelling by Corroborate of …"; add it as the last paragraph`)
  }
  return { title, paragraphs: parts.slice(1, -1), note }
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

async function pdf({ title, paragraphs, note }: Source): Promise<Uint8Array> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
body { font: 11.5pt/1.5 "DejaVu Serif", serif; }
h1 { font-size: 17pt; line-height: 1.25; }
.note { border-top: 1px solid; padding-top: 6pt; font-size: 9pt; overflow-wrap: anywhere; }
</style></head><body><h1>${escapeHtml(title)}</h1>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
<p class="note">${escapeHtml(note)}</p></body></html>`
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const tab = await browser.newPage()
    await tab.setContent(page)
    const bytes = await tab.pdf({
      format: 'A4',
      margin: { top: '22mm', bottom: '22mm', left: '24mm', right: '24mm' },
    })
    const stamp = `D:${made.replaceAll('-', '')}000000+00'00'`
    return Buffer.from(
      bytes
        .toString('latin1')
        .replace(/\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/gu, (_, key: string) => `/${key} (${stamp})`),
      'latin1',
    )
  } finally {
    await browser.close()
  }
}

async function docx({ title, paragraphs, note }: Source): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Corroborate casebook',
    lastModifiedBy: 'Corroborate casebook',
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...paragraphs.map((paragraph) => new Paragraph({ text: paragraph, spacing: { after: 160 } })),
          new Paragraph({ children: [new TextRun({ text: note, italics: true })] }),
        ],
      },
    ],
  })
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)))
  const fixed: Zippable = {}
  for (const [name, bytes] of Object.entries(parts)) {
    const content =
      name === 'docProps/core.xml'
        ? strToU8(
            new TextDecoder()
              .decode(bytes)
              .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/gu, `${made}T00:00:00.000Z`),
          )
        : bytes
    fixed[name] = [content, { mtime: `${made}T00:00:00` }]
  }
  return zipSync(fixed)
}

for (const { source, target, format } of recipes) {
  const content = await readSource(join(folder, 'sources', source))
  await writeFile(join(folder, 'reports', target), await (format === 'pdf' ? pdf(content) : docx(content)))
  console.log(`${target} made from ${source}`)
}
