/** From a frame that a person cut out of footage to the decision that keeps it. */
import { KeptFrameSchema } from '../model/frame.ts'
import { caseTarget } from './case-decision.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import type { EffectiveCase } from './effective.ts'
import { documentOfItem } from './item-document.ts'

/** `target` names the item as `transcribe` takes it. Throws DecisionError where it is no footage. */
export function keepFrame(effective: EffectiveCase, request: DecisionRequest): Decided {
  const { item, name, mediaType } = documentOfItem(effective.documents, request.target)
  if (mediaType?.startsWith('video/') !== true)
    throw new DecisionError(
      `${name} is no footage (${mediaType ?? 'of unknown kind'}): frames are kept of videos alone`,
    )
  const parsed = KeptFrameSchema.safeParse(request.set)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DecisionError(`${issue?.path.join('.') || 'the frame'}: ${issue?.message}`)
  }
  return { action: 'keep-frame', target: caseTarget('item', item, {}), set: parsed.data }
}
