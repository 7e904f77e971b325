/** What was filled into the form fields of a PDF, which stands beside the text of its pages. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfParagraph } from './pdf-paragraph.ts'

interface Widget {
  readonly fieldType?: unknown
  readonly fieldName?: unknown
  readonly alternativeText?: unknown
  readonly fieldValue?: unknown
  readonly buttonValue?: unknown
  readonly exportValue?: unknown
  readonly checkBox?: unknown
  readonly radioButton?: unknown
  readonly rect?: unknown
}

/** Filled text, chosen options and ticked boxes, each as `label: value`, top to bottom (ISO 32000-2, section 12.7). */
export async function filledFields(page: PDFPageProxy, number: number): Promise<PdfParagraph[]> {
  const widgets = (await page.getAnnotations()) as readonly Widget[]
  const { transform } = page.getViewport({ scale: 1 })
  return widgets
    .flatMap((widget): PdfParagraph[] => {
      const value = filledValue(widget)
      if (value === null) return []
      const box = boxOf(widget.rect, transform)
      return [{ text: `${labelOf(widget)}: ${value}`, kind: null, size: 0, page: number, box, rtl: false }]
    })
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** Fields after the text of their page. */
export function withFields(paragraphs: readonly PdfParagraph[], fields: readonly PdfParagraph[]): PdfParagraph[] {
  if (fields.length === 0) return [...paragraphs]
  const pages = [...new Set([...paragraphs, ...fields].map(({ page }) => page))].sort((a, b) => a - b)
  return pages.flatMap((page) => [...paragraphs, ...fields].filter((one) => one.page === page))
}

function labelOf({ alternativeText, fieldName }: Widget): string {
  const label = [alternativeText, fieldName].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof label === 'string' ? label.trim() : 'field'
}

function filledValue(widget: Widget): string | null {
  if (typeof widget.fieldType !== 'string') return null
  const { fieldValue } = widget
  if (widget.checkBox === true || widget.radioButton === true) {
    const own = widget.checkBox === true ? widget.exportValue : widget.buttonValue
    return typeof fieldValue === 'string' && fieldValue === own && fieldValue !== 'Off' ? `✓ ${fieldValue}` : null
  }
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter((one) => typeof one === 'string')
  const text = values
    .join(', ')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
  return text === '' ? null : text
}

function boxOf(rect: unknown, transform: readonly number[]): PdfParagraph['box'] {
  const corners = Array.isArray(rect) && rect.length === 4 ? (rect as number[]) : [0, 0, 0, 0]
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number]
  const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const
  const [x0, y0] = at(corners[0]!, corners[1]!)
  const [x1, y1] = at(corners[2]!, corners[3]!)
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}
