/** The part of the published contract that is about pictures and footage. */
import { z } from 'zod'
import { EMBEDDED_GROUPS, EMBEDDED_TIMES } from '../model/embedded.ts'
import { FRAME_TYPES } from '../model/frame.ts'

const pixels = z.number().int().positive()
const sizeShape = { width: pixels, height: pixels }

/** A small picture of the item, its parent, drawn by this program. */
export const ThumbnailSchema = z.object({
  maker: z.string().describe('Package, version and parameters'),
  ...sizeShape,
  picture: z.object(sizeShape).describe('Size of the picture itself, turned as its EXIF orientation says'),
})

/** What a picture or a film says of itself. */
export const EmbeddedSchema = z
  .object({
    fields: z.array(z.object({ group: z.enum(EMBEDDED_GROUPS), name: z.string(), value: z.string() })),
    times: z.array(
      z.object({
        of: z.enum(EMBEDDED_TIMES),
        time: z.string().describe('ISO 8601; with a zone only where the file says one'),
        fields: z.array(z.string()).describe('The fields that say it'),
      }),
    ),
    camera: z.string().nullable(),
    position: z
      .object({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        altitude: z.number().nullable().describe('Metres above sea level'),
        fields: z.array(z.string()),
      })
      .nullable()
      .describe('WGS 84 degrees; null where it says none, and in an export unless it was asked for'),
    unread: z.array(z.string()).describe('What of it could not be read'),
    withheld: z
      .number()
      .int()
      .positive()
      .exactOptional()
      .describe('Fields that an export leaves out, since they may say where, who or which device'),
  })
  .describe('A claim of the file, easily changed by anybody; never a fact')

/** A frame of footage that a person kept. Its bytes lie in the record `frame`. */
export const FrameSchema = z.object({
  id: z.string().describe('Id of the decision, by which it is taken back'),
  frame: z.string().describe('Id of the record that holds its bytes'),
  parent: z.string().describe('sha512 of the original'),
  time: z.number().describe('Seconds from the start of the footage'),
  maker: z.string().describe('What decoded the footage'),
  by: z.string(),
  reason: z.string(),
  mediaType: z.enum(FRAME_TYPES),
  picture: z.object(sizeShape),
  sha512: z.string(),
  undone: z.boolean(),
})

/** What a summary of a document says of its pictures; absent where it has none. */
export const mediaSummaryShape = {
  thumbnail: ThumbnailSchema.exactOptional().describe('There where the item is a picture that can be drawn'),
}

/** The same of its details. */
export const mediaDetailShape = {
  frames: z.array(FrameSchema).exactOptional().describe('There where a person kept frames of the footage, by time'),
  embedded: EmbeddedSchema.exactOptional().describe('There where the file says something of itself'),
}
