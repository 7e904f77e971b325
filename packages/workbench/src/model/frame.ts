/** A frame of footage that a person chose to keep: its bytes lie in a record, since another decoder may draw it otherwise. */
import { createHash } from 'node:crypto'
import { z } from 'zod'

export const FRAME_TYPES = ['image/png', 'image/jpeg'] as const
/** Bytes of a frame at most: 4 MiB. */
export const LARGEST_FRAME = 4 * 1024 * 1024

const sha512 = z.string().regex(/^[0-9a-f]{128}$/)
const pixels = z.number().int().positive()

/** What is known of a frame beside its bytes. */
const factsShape = {
  /** Seconds from the start of the footage, as its player counts them. */
  time: z.number().nonnegative().max(10_000_000),
  /** What decoded the footage, as it names itself. */
  maker: z.string().trim().min(1).max(500),
  mediaType: z.enum(FRAME_TYPES),
  picture: z.strictObject({ width: pixels, height: pixels }),
  sha512,
}

export const FrameRecordSchema = z.object({
  kind: z.literal('frame'),
  id: z.string(),
  at: z.string(),
  /** The parent: sha512 of the original. */
  item: sha512,
  ...factsShape,
  bytes: z.base64().min(1),
})
export type FrameRecord = z.infer<typeof FrameRecordSchema>

/** What a decision to keep a frame sets: the record that holds its bytes, and what is known of it. */
export const KeptFrameSchema = z.strictObject({ frame: z.string(), ...factsShape })
export type KeptFrame = z.infer<typeof KeptFrameSchema>

/** What a record breaks of the rules that its shape cannot say; empty where it keeps them. */
export function frameFaults({ bytes, sha512: said }: Pick<FrameRecord, 'bytes' | 'sha512'>): string[] {
  const decoded = Buffer.from(bytes, 'base64')
  const faults: string[] = []
  if (decoded.length > LARGEST_FRAME) faults.push(`the frame has ${decoded.length} bytes, more than ${LARGEST_FRAME}`)
  if (createHash('sha512').update(decoded).digest('hex') !== said) faults.push('its bytes have another sha512')
  return faults
}
