/** A page of a PDF as a picture, for a person or a machine to read. Needs the optional package @napi-rs/canvas. */
import { UnreadableError } from './read-result.ts'

export interface PagePicture {
  /** PNG. */
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** Pixels of the longer side at most, whatever size the page claims. */
const LONGEST_SIDE = 4096

/** `resolution` in dots an inch. Throws UnreadableError where there is no such page or nothing can draw it. */
export async function pictureOfPage(bytes: Uint8Array, page: number, resolution: number): Promise<PagePicture> {
  const [{ openPdf }, canvas] = await Promise.all([import('./pdf.ts'), canvasPackage()])
  const task = await openPdf(bytes)
  try {
    const document = await task.promise
    if (page > document.numPages)
      throw new UnreadableError(`there is no page ${page}; the last of the document is ${document.numPages}`)
    const proxy = await document.getPage(page)
    const size = proxy.getViewport({ scale: 1 })
    const scale = Math.min(resolution / 72, LONGEST_SIDE / Math.max(size.width, size.height, 1))
    const viewport = proxy.getViewport({ scale })
    const width = Math.max(1, Math.round(viewport.width))
    const height = Math.max(1, Math.round(viewport.height))
    const surface = canvas.createCanvas(width, height)
    const context = surface.getContext('2d')
    context.fillStyle = 'white'
    context.fillRect(0, 0, width, height)
    await proxy.render({ canvas: null, canvasContext: context as never, viewport }).promise
    return { png: surface.toBuffer('image/png'), width, height }
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError(
      `page ${page} cannot be drawn (${error instanceof Error ? error.message : String(error)}); open the original in another program`,
    )
  } finally {
    await task.destroy()
  }
}

async function canvasPackage(): Promise<typeof import('@napi-rs/canvas')> {
  try {
    return await import('@napi-rs/canvas')
  } catch {
    throw new UnreadableError(
      'pages are drawn by the package @napi-rs/canvas, which is not installed for this system: open the original in another program',
    )
  }
}
