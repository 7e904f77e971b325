/** PDF to blocks: each block knows its page and box. Nothing is fetched, no script of the document runs. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BlockKind } from '@corroborate/claims'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { assemble } from './assemble.ts'
import { filledFields, withFields } from './pdf-form.ts'
import { type DrawnRun, linesOfPage } from './pdf-line.ts'
import { type PdfPage, type PdfParagraph, paragraphsOfPdf } from './pdf-paragraph.ts'
import type { PlainReading } from './plain-text.ts'
import { pressKinds } from './press-kind.ts'
import { pressMetadata } from './press-metadata.ts'
import { UnreadableError } from './read-result.ts'

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export interface PdfReading {
  /** A sentence instead where the pages hold no text that can be read. */
  readonly reading: PlainReading | string
  /** Pages that show something but hold no text, counted from 1. */
  readonly untranscribed: readonly number[]
}

/** Opens a PDF without network, scripts or fonts of the system. */
export async function openPdf(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: join(PACKAGE, 'cmaps/'),
    standardFontDataUrl: join(PACKAGE, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  })
}

export async function readPdf(bytes: Uint8Array, name: string): Promise<PdfReading> {
  const task = await openPdf(bytes)
  try {
    const document = await task.promise
    const pages: PdfPage[] = []
    const fields: PdfParagraph[] = []
    const silent: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const read = await pageOf(page, number)
      const filled = await filledFields(page, number)
      pages.push(read)
      fields.push(...filled)
      const holdsText = filled.length > 0 || read.lines.some(({ text }) => text.trim() !== '')
      if (!holdsText && (await showsAnything(page))) silent.push(number)
      page.cleanup()
    }
    const all = Array.from(pages, ({ number }) => number)
    const reading = readingOf(withFields(paragraphsOfPdf(pages), fields))
    return { reading, untranscribed: reading === ILLEGIBLE ? all : silent }
  } catch (error) {
    throw refusal(error as Error, name)
  } finally {
    await task.destroy()
  }
}

function refusal(error: Error, name: string): UnreadableError {
  if (error.name === 'PasswordException') {
    return new UnreadableError(`${name} is a PDF locked with a password; save it without the password and add that`)
  }
  if (/encryption/i.test(error.message)) {
    return new UnreadableError(`${name} is a PDF encrypted in a way we cannot open; save it unencrypted and add that`)
  }
  return new UnreadableError(`${name} is a broken PDF (${error.message}); get it again, or print it to a new PDF`)
}

async function pageOf(page: PDFPageProxy, number: number): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs = items.flatMap((item): DrawnRun[] => {
    if (!('str' in item) || item.str === '') return []
    const [a, b, c, d, e, f] = product(viewport.transform, item.transform)
    const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360
    return [{ text: item.str, x: e, y: f, width: item.width, size: Math.hypot(c, d), angle }]
  })
  return { number, height: viewport.height, lines: linesOfPage(runs) }
}

/** Whether anything is drawn on a page: a picture, or outlines of letters. */
async function showsAnything(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const drawing = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageXObjectRepeat,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintSolidColorImageMask,
    OPS.constructPath,
    OPS.shadingFill,
  ])
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => drawing.has(operator))
}

type Matrix = readonly [number, number, number, number, number, number]

/** Two affine maps, the second applied first (ISO 32000-2, section 8.3.3). */
function product(first: readonly number[], second: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = first as unknown as Matrix
  const [g, h, i, j, k, l] = second as unknown as Matrix
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

const ILLEGIBLE = 'Its fonts do not say which characters they show; transcribe the pages.'

function readingOf(paragraphs: readonly PdfParagraph[]): PlainReading | string {
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  if (characters === 0) return 'Its pages hold no text, as in a scan or an empty form; transcribe them.'
  const odd = paragraphs.reduce((sum, { text }) => sum + (text.match(/[\uFFFD\p{Co}\p{Cn}]/gu)?.length ?? 0), 0)
  if (odd * 4 > characters) return ILLEGIBLE
  const kinds = pressKinds(withTitle(paragraphs))
  const { text, blocks } = assemble(
    paragraphs.map((paragraph, at) => ({
      text: paragraph.text,
      kind: kinds[at]!,
      source: {
        kind: 'page',
        page: paragraph.page,
        box: paragraph.box.map((edge) => (Number.isFinite(edge) ? Math.round(edge * 10) / 10 : 0)),
      },
    })),
  )
  return { text, blocks, metadata: pressMetadata(text, blocks) }
}

/** On the first page, the largest of the headings before the first paragraph is the title. */
function withTitle(paragraphs: readonly PdfParagraph[]): { text: string; kind: BlockKind | null }[] {
  const body = paragraphs.findIndex(({ kind, text }) => kind === null && text.length > 120)
  const headings = paragraphs
    .slice(0, body < 0 ? undefined : body)
    .filter(({ kind, page }) => kind === 'heading' && page === 1)
  const largest = Math.max(...headings.map(({ size }) => size))
  const title = headings.find(({ size }) => size === largest)
  return paragraphs.map((paragraph) => ({ text: paragraph.text, kind: paragraph === title ? 'title' : paragraph.kind }))
}
