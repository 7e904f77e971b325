/** `frame` and `frame-keep`: keep a frame that a person cut out of footage, signed with their name; the browser brings the bytes. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PathError, reasonOf } from '../intake/walk.ts'
import { FRAME_TYPES, type FrameRecord, LARGEST_FRAME } from '../model/frame.ts'
import { newRecordId } from '../model/ids.ts'
import { DecisionSchema } from '../publish/contract.ts'
import { openDrawer } from '../read/drawer.ts'
import { mediaTypeOf } from '../read/media-type.ts'
import { PICTURE_FAULTS, pictureFault } from '../read/picture-fault.ts'
import { UnreadableError } from '../read/read-result.ts'
import { recordDecision } from './decide.ts'
import { caseField, type OperationContext, operation } from './operation.ts'

export class FrameError extends Error {
  constructor(why: string) {
    super(`the frame is not kept: ${why}`)
    this.name = 'FrameError'
  }
}

const sharedFields = {
  case: caseField,
  item: z.string().min(1).meta({
    position: 1,
    placeholder: 'ITEM',
    description: 'The footage: name of its file, id of its document, or its digest; ids may be cut short',
  }),
  time: z.coerce
    .number()
    .nonnegative()
    .max(10_000_000)
    .meta({ placeholder: 'SECONDS', description: 'Where in the footage it stands, in seconds from its start' }),
  maker: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .meta({ placeholder: 'PROGRAM', description: 'What decoded the footage, with its version' }),
  by: z.string().trim().min(1).meta({ placeholder: 'NAME', description: 'Who keeps it' }),
  reason: z.string().trim().min(1).meta({ placeholder: 'TEXT', description: 'What it shows, or why it is kept' }),
}
const DESCRIPTION =
  'The picture is decoded once to see that it is whole, and kept in a record that names its parent, where it stands in it and what decoded it; the decision to keep it has an author and a reason, and `decide CASE undo ID` takes it back. That the footage shows it there is the word of who kept it: the original lies beside it.'

export const frame = operation({
  name: 'frame',
  summary: 'Keep a frame of footage that you cut out with another program',
  description: DESCRIPTION,
  permission: 'decide',
  surfaces: ['cli'],
  input: z.object({
    ...sharedFields,
    picture: z.string().min(1).meta({ path: true, placeholder: 'FILE', description: 'The frame as PNG or JPEG' }),
  }),
  output: DecisionSchema,
  examples: [
    'frame coast-2025 square.mp4 --picture frame.png --time 12.5 --maker "ffmpeg 7.1" --by "R. Haddad" --reason "the sign over the door"',
  ],
  async run(context, { case: path, picture, ...kept }) {
    const bytes = await readFile(picture).catch((error: NodeJS.ErrnoException) => {
      throw new PathError(picture, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
    })
    return keep({ ...context, command: 'frame' }, path, { ...kept, bytes })
  },
  print: ({ id, by, target, set }) =>
    `kept by ${by}: item ${target?.id.slice(0, 16)}, at ${set?.time} s\ndecision ${id} (take it back with \`corroborate decide CASE undo ${id.slice(0, 8)} --by … --reason …\`)`,
})

export const frameKeep = operation({
  name: 'frame-keep',
  summary: 'Keep a frame of footage that a page drew',
  description: DESCRIPTION,
  permission: 'decide',
  surfaces: ['http'],
  largestRequest: Math.ceil(LARGEST_FRAME / 3) * 4 + 100_000,
  input: z.object({
    ...sharedFields,
    picture: z
      .base64()
      .min(1)
      .max(Math.ceil(LARGEST_FRAME / 3) * 4)
      .meta({ placeholder: 'BASE64', description: 'The frame as PNG or JPEG, in base64' }),
  }),
  output: DecisionSchema,
  examples: [
    'frame-keep coast-2025 square.webm --time 12.5 --maker "a browser, as it names itself" --picture iVBORw0KGgo= --by "R. Haddad" --reason "the sign over the door"',
  ],
  run: (context, { case: path, picture, ...kept }) =>
    keep({ ...context, command: 'frame-keep' }, path, { ...kept, bytes: Buffer.from(picture, 'base64') }),
  print: ({ id }) => `decision ${id}`,
})

interface Cut {
  readonly item: string
  readonly time: number
  readonly maker: string
  readonly by: string
  readonly reason: string
  readonly bytes: Uint8Array
}

/** Throws FrameError, DecisionError. */
async function keep(context: OperationContext & { readonly command: string }, path: string, cut: Cut) {
  const { item, maker, by, reason, bytes } = cut
  const facts = {
    time: Math.round(cut.time * 1000) / 1000,
    maker,
    ...(await pictureFacts(bytes)),
    sha512: createHash('sha512').update(bytes).digest('hex'),
  }
  const id = newRecordId()
  const set = { frame: id, ...facts }
  return recordDecision(context, path, { action: 'keep-frame', target: item, set, by, reason }, (parent) => {
    const record: FrameRecord = {
      kind: 'frame',
      id,
      at: context.now().toISOString(),
      item: parent,
      ...facts,
      bytes: Buffer.from(bytes).toString('base64'),
    }
    return [record]
  })
}

/** Kind and size of a picture that is whole and can be decoded. Throws FrameError. */
async function pictureFacts(bytes: Uint8Array): Promise<Pick<FrameRecord, 'mediaType' | 'picture'>> {
  if (bytes.length > LARGEST_FRAME)
    throw new FrameError(`it has ${bytes.length} bytes, more than ${LARGEST_FRAME}; save it as JPEG`)
  const type = mediaTypeOf(bytes, '')
  const mediaType = FRAME_TYPES.find((one) => one === type)
  if (mediaType === undefined) throw new FrameError(`it is of the kind ${type}; give it as PNG or JPEG`)
  const drawer = openDrawer()
  try {
    const picture = await drawer.measure({ bytes })
    const fault = pictureFault(bytes)
    if (fault !== null) throw new UnreadableError(`the picture ${PICTURE_FAULTS[fault]}; cut it out again`)
    return { mediaType, picture }
  } catch (error) {
    if (error instanceof UnreadableError) throw new FrameError(error.message)
    throw error
  } finally {
    drawer.close()
  }
}
