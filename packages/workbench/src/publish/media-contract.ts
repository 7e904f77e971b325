/** The part of the published contract that is about pictures and footage. */
import { z } from 'zod'

const pixels = z.number().int().positive()
const sizeShape = { width: pixels, height: pixels }

/** A small picture of the item, its parent, drawn by this program. */
export const ThumbnailSchema = z.object({
  maker: z.string().describe('Package, version and parameters'),
  ...sizeShape,
  picture: z.object(sizeShape).describe('Size of the picture itself, turned as its EXIF orientation says'),
})

/** What a summary of a document says of its pictures; absent where it has none. */
export const mediaSummaryShape = {
  thumbnail: ThumbnailSchema.exactOptional().describe('There where the item is a picture that can be drawn'),
}
