/** Serves what a person has to see: a picture as it was kept or small, or a page of a PDF, drawn. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type ItemId, itemId } from '../model/ids.ts'
import { NotFoundError } from '../operations/not-found.ts'
import { mediaTypeOf } from '../read/media-type.ts'
import { pictureOfPage } from '../read/pdf-picture.ts'

/** Kinds of pictures that hold no script and that browsers show. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
const SCREEN_RESOLUTION = 110

const PageSchema = z.coerce.number().int().min(1).max(100_000).default(1)

/** `bytesOf` gives an original, or throws NotFoundError where whoever asks may not see it. */
export async function picture(c: Context, bytesOf: (digest: ItemId) => Promise<Uint8Array>) {
  const digest = itemId(c.req.query('digest') ?? '')
  const page = PageSchema.parse(c.req.query('page'))
  const bytes = await bytesOf(digest)
  const type = mediaTypeOf(bytes, '')
  if (SHOWN.has(type)) return sent(c, bytes, type)
  if (type !== 'application/pdf')
    throw new NotFoundError('picture of', digest.slice(0, 16), `it is of the kind ${type}, which is not shown`)
  return sent(c, (await pictureOfPage(bytes, page, SCREEN_RESOLUTION)).png, 'image/png')
}

/** A thumbnail, as it was drawn when the item was taken in. */
export async function thumbnail(c: Context, bytesOf: (item: ItemId) => Promise<Uint8Array | null>) {
  const item = itemId(c.req.query('digest') ?? '')
  const bytes = await bytesOf(item)
  if (bytes === null) throw new NotFoundError('thumbnail of', item.slice(0, 16), 'the document says why')
  return sent(c, bytes, 'image/webp')
}

function sent(c: Context, bytes: Uint8Array, type: string) {
  return c.body(Uint8Array.from(bytes).buffer, 200, { 'Content-Type': type })
}
