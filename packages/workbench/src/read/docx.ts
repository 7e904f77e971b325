/** DOCX to blocks: each block knows its paragraph. Pictures, comments, headers and footers give no text. */
import { assemble } from './assemble.ts'
import { walkPage } from './html-walk.ts'
import { brokenOffice, checkParts } from './office-part.ts'
import { pageParser } from './page-parser.ts'
import type { PlainReading } from './plain-text.ts'
import { pressKinds } from './press-kind.ts'
import { pressMetadata } from './press-metadata.ts'

const PARAGRAPHS = 'p, h1, h2, h3, h4, h5, h6, li'

export async function readDocx(bytes: Uint8Array, name: string): Promise<PlainReading> {
  await checkParts(bytes, name)
  const html = await htmlOf(bytes, name)
  const parse = await pageParser()
  const document = parse(`<html><body>${html}</body></html>`)
  for (const mark of document.querySelectorAll('a[href^="#footnote-"], a[href^="#endnote-"]')) {
    ;(mark.closest('sup') ?? mark).remove()
  }
  const indexes = new Map(
    [...document.querySelectorAll(PARAGRAPHS)]
      .filter((element) => element.querySelector(PARAGRAPHS) === null)
      .map((element, at) => [element, at] as const),
  )
  const pieces = walkPage(document, null)
  const kinds = pressKinds(pieces)
  let before = 0
  const { text, blocks } = assemble(
    pieces.map(({ text, element, listItem }, at) => {
      before = indexes.get(element) ?? indexes.get(element.querySelector(PARAGRAPHS) ?? element) ?? before
      const kind = listItem && kinds[at] === 'heading' ? 'body' : kinds[at]!
      return { text, kind, source: { kind: 'paragraph', index: before } }
    }),
  )
  return { text, blocks, metadata: pressMetadata(text, blocks) }
}

async function htmlOf(bytes: Uint8Array, name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
      {
        ignoreEmptyParagraphs: false,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch (error) {
    throw brokenOffice(name, error as Error)
  }
}
