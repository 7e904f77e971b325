/** Pictures of words and PDFs that hold them, drawn for tests with a font that comes with a dependency. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts')
GlobalFonts.registerFromPath(join(FONTS, 'LiberationSans-Regular.ttf'), 'Fixture')

/** The first of these that the machine has writes Arabic; null where it has none. */
export const ARABIC_FONT =
  ['Noto Naskh Arabic', 'Noto Sans Arabic', 'Amiri', 'DejaVu Sans'].find((name) => GlobalFonts.has(name)) ?? null

export interface PictureOptions {
  readonly font?: string
  readonly rtl?: boolean
  readonly width?: number
  readonly size?: number
}

/** Black words on white, one line below the other. */
export function pictureOf(
  lines: readonly string[],
  type: 'image/png' | 'image/jpeg',
  { font = 'Fixture', rtl = false, width = 1400, size = 40 }: PictureOptions = {},
): Uint8Array {
  const surface = createCanvas(width, Math.round(size * (2.2 * lines.length + 2)))
  const context = surface.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, surface.width, surface.height)
  context.fillStyle = 'black'
  context.font = `${size}px "${font}"`
  context.direction = rtl ? 'rtl' : 'ltr'
  context.textAlign = rtl ? 'right' : 'left'
  for (const [at, line] of lines.entries()) context.fillText(line, rtl ? width - size : size, size * (2.2 * at + 2))
  return type === 'image/png' ? surface.toBuffer('image/png') : surface.toBuffer('image/jpeg')
}

/** What a page of a PDF shows: words as text, a JPEG, or nothing. */
export type FixturePage =
  | { readonly words: string }
  | { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }
  | null

/** A PDF 1.4, byte by byte. */
export function pdfOf(pages: readonly FixturePage[], extra: readonly string[] = [], annots = ''): Uint8Array {
  const objects: Buffer[] = []
  const add = (head: string, stream?: Uint8Array) => {
    const body =
      stream === undefined
        ? [head]
        : [`${head.slice(0, -2)} /Length ${stream.length} >>\nstream\n`, stream, '\nendstream']
    objects.push(
      Buffer.concat(body.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
    )
  }
  const first = 4 + extra.length
  add(`<< /Type /Catalog /Pages 2 0 R ${annots === '' ? '' : `/AcroForm << /Fields [${annots}] /DA (/F1 11 Tf) >>`} >>`)
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + at * 3} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const object of extra) add(object)
  for (const [at, page] of pages.entries()) {
    const number = first + at * 3
    const picture = page !== null && 'jpeg' in page
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${at === 0 && annots !== '' ? `/Annots [${annots}]` : ''} /Resources << /Font << /F1 3 0 R >> ${picture ? `/XObject << /Im ${number + 2} 0 R >>` : ''} >> /Contents ${number + 1} 0 R >>`,
    )
    const words = page !== null && 'words' in page ? page.words.replace(/[\\()]/g, '\\$&') : ''
    add(
      '<< >>',
      Buffer.from(
        picture
          ? `q 535 0 0 ${Math.round((535 * page.height) / page.width)} 30 600 cm /Im Do Q`
          : words === ''
            ? ''
            : `BT /F1 11 Tf 1 0 0 1 70 700 Tm (${words}) Tj ET`,
      ),
    )
    if (picture)
      add(
        `<< /Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode >>`,
        page.jpeg,
      )
    else add('<< >>', new Uint8Array())
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let length = parts[0]?.length ?? 0
  const offsets = objects.map((body, at) => {
    const object = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    length += object.length
    return length - object.length
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
