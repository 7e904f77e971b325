/** Draws a small picture of a picture. Runs in a process of its own (`drawing-process.ts`): the decoders are native code. */
import { createRequire } from 'node:module'
import type { DrawnThumbnail } from '../model/thumbnail.ts'
import { mediaTypeOf } from './media-type.ts'
import { type PictureFault, pictureFault } from './picture-fault.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'
import { UnreadableError } from './read-result.ts'

/** Pixels of the longer side. */
const SIDE = 320
/** Of the WebP encoder, from 0 to 100. */
const QUALITY = 75
/** A picture that claims more is never unpacked. */
const MOST_PIXELS = 100_000_000
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** What draws thumbnails, and how; null where the package is not installed. */
export function thumbnailMaker(): string | null {
  try {
    const { version } = createRequire(import.meta.url)('@napi-rs/canvas/package.json') as { version: string }
    return `@napi-rs/canvas ${version} (WebP, quality ${QUALITY}, longer side ${SIDE} at most)`
  } catch {
    return null
  }
}

/** Its size as it is stored, once kind and size are ones that are decoded. Throws UnreadableError. */
export function decodableSize(bytes: Uint8Array): PictureSize {
  const type = mediaTypeOf(bytes, '')
  if (!DRAWN.has(type)) throw new UnreadableError(`it is of the kind ${type}, which is not drawn here`)
  const size = pictureSize(bytes)
  if (size === null) throw new UnreadableError('its first bytes do not say how large it is: it is broken or cut short')
  const { width, height } = size
  if (width * height === 0 || width * height > MOST_PIXELS)
    throw new UnreadableError(`it says that it has ${width} × ${height} pixels; up to ${MOST_PIXELS} in all are drawn`)
  return size
}

export interface FreshThumbnail extends DrawnThumbnail {
  readonly bytes: Uint8Array
  /** What the decoder passed over. */
  readonly fault: PictureFault | null
}

/** The first frame, turned as its EXIF orientation says. Throws UnreadableError where it cannot be decoded. */
export async function drawThumbnail(bytes: Uint8Array): Promise<FreshThumbnail> {
  const image = await decoded(bytes)
  const { createCanvas } = await import('@napi-rs/canvas')
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height))
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  const surface = createCanvas(width, height)
  const context = surface.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  const picture = { width: image.width, height: image.height }
  return { width, height, picture, bytes: surface.toBuffer('image/webp', QUALITY), fault: pictureFault(bytes) }
}

/** Decodes a picture whole. Throws UnreadableError. */
export async function decoded(bytes: Uint8Array) {
  decodableSize(bytes)
  const { loadImage } = await import('@napi-rs/canvas')
  try {
    return await loadImage(Buffer.from(bytes))
  } catch (error) {
    throw new UnreadableError(
      `it is broken or cut short, and cannot be decoded (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}
