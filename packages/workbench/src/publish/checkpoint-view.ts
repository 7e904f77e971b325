/** A case's checkpoint as it is shown: name, size, root, the digits to compare, and who else says when it stood so. */
import { comparisonDigits, parseCheckpoint, UNANCHORED, type Verifier } from '@corroborate/evidence'
import { z } from 'zod'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { type DatingOptions, NOT_DATED, readDating } from '../preserve/dating.ts'

export const StampSchema = z.object({
  request: z.string().nullable().describe('Id of the record of the request; null in an export'),
  size: z.number().int().describe('The first so many events are what it dates'),
  asked: z.string().nullable().describe('When it was asked for; null in an export'),
  of: z.string().nullable().describe('The authority it was asked of; null where a person carries it to one'),
  state: z.enum(['queued', 'dated', 'refused', 'superseded']),
  time: z.string().nullable().describe('The time that the token gives'),
  authority: z.string().nullable().describe('Subject of the certificate that signed'),
  anchored: z.boolean().describe('Whether its chain ends in a certificate given as trusted'),
  why: z.string().nullable().describe('Why an answer dates nothing'),
})
export type StampView = z.infer<typeof StampSchema>

export const DatingSchema = z.object({
  dated: z.number().int().describe('The first so many events are dated by a time-stamp that holds'),
  undated: z
    .number()
    .int()
    .describe('Events after those, without what dating itself added: not yet independently dated'),
  stamps: z.array(StampSchema),
  cosignatures: z.array(z.object({ witness: z.string(), size: z.number().int(), time: z.string() })),
})
export type DatingView = z.infer<typeof DatingSchema>

export const CheckpointViewSchema = z.object({
  origin: z.string(),
  size: z.number().int(),
  root: z.string().describe('base64'),
  digits: z.array(z.string()).describe('Six groups of five digits that stand for name, size and root'),
  key: z.string().nullable().describe('Verifier key that signs the log (C2SP signed-note)'),
  note: z.string().describe('The signed checkpoint'),
  ...DatingSchema.shape,
})
export type CheckpointView = z.infer<typeof CheckpointViewSchema>

/** null where the case has no log yet. */
export async function checkpointView(
  folder: CaseFolder,
  options: Omit<DatingOptions, 'verifier'> & { readonly verifier: Verifier | null },
): Promise<CheckpointView | null> {
  const dating = await readDating(folder, options)
  if (dating === null) return null
  const { origin, size, root, checkpoint } = dating.log
  return {
    origin,
    size,
    root: Buffer.from(root).toString('base64'),
    digits: [...comparisonDigits(parseCheckpoint(checkpoint))],
    key: options.verifier?.key ?? null,
    note: checkpoint,
    ...datingView(dating),
  }
}

export function datingView({
  datedTo,
  undated,
  stamps,
  cosigned,
}: NonNullable<Awaited<ReturnType<typeof readDating>>>): DatingView {
  return {
    dated: datedTo,
    undated,
    stamps: stamps.map(({ request, size, state, time, authority, anchored, why }) => ({
      request: request.id,
      size,
      asked: request.at,
      of: request.authority,
      state,
      time,
      authority,
      anchored,
      why,
    })),
    cosignatures: cosigned.map(({ witness, size, time }) => ({ witness, size, time })),
  }
}

/** Who dates what, a line each, for a terminal. What nobody dates is said in the last. */
export function datingLines({ dated, undated, stamps, cosignatures }: DatingView): readonly string[] {
  const events = (count: number) => (count === 1 ? 'the first event' : `the first ${count} events`)
  const lines = stamps.map(({ size, state, time, authority, anchored, of, why, request }) => {
    const whom = of ?? 'an authority that a person carries it to'
    if (state === 'dated') {
      const trust = anchored ? 'chain anchored in the certificates given' : UNANCHORED
      return `dated ${time} by ${authority}: ${events(size)} (${trust})`
    }
    if (state === 'refused') return `refused: the answer of ${whom} for ${events(size)}: ${why}`
    const more = state === 'superseded' ? ', no longer needed' : ''
    return `waiting: request ${request?.slice(0, 8)} to ${whom} for ${events(size)}${more}`
  })
  const seen = cosignatures.map(
    ({ witness, size, time }) => `cosigned ${time} by ${witness}: ${events(size)}, consistent with all it saw before`,
  )
  const rest =
    dated === 0
      ? [NOT_DATED]
      : undated > 0
        ? [`${undated} later ${undated === 1 ? 'event' : 'events'}: ${NOT_DATED}`]
        : []
  return [...lines, ...seen, ...rest]
}
