/** A decision that a person took, with author and reason. It is never overwritten, only followed by another. */
import { z } from 'zod'

/** Decisions about entries of the register. */
export const REGISTER_ACTIONS = ['answer-pair', 'merge-persons', 'split-person', 'not-a-victim', 'note-person'] as const
export type RegisterAction = (typeof REGISTER_ACTIONS)[number]

export function isRegisterAction(action: string): action is RegisterAction {
  return (REGISTER_ACTIONS as readonly string[]).includes(action)
}

export const DECISION_ACTIONS = [
  'accept',
  'reject',
  'correct',
  'add',
  'add-edge',
  'range-rule',
  'independence',
  'split-series',
  'join-series',
  'merge-names',
  'split-names',
  ...REGISTER_ACTIONS,
  'transcribe',
  'keep-frame',
  'second-reader',
  'timestamp-authorities',
  'witnesses',
  'undo',
] as const

export const DECISION_TARGETS = [
  'figure',
  'claim',
  'edge',
  'case',
  'origins',
  'series',
  'names',
  'entries',
  'item',
  'decision',
] as const

/** What a decision was about, as it stood: enough to find it again after a rebuild with a newer reader. */
export const DecisionTargetSchema = z.object({
  kind: z.enum(DECISION_TARGETS),
  id: z.string(),
  document: z.string().nullable(),
  position: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  quote: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  saw: z.record(z.string(), z.unknown()),
})
export type DecisionTarget = z.infer<typeof DecisionTargetSchema>

export const DecisionRecordSchema = z.object({
  kind: z.literal('decision'),
  id: z.string(),
  at: z.string(),
  by: z.string().min(1),
  reason: z.string().min(1),
  action: z.enum(DECISION_ACTIONS),
  target: DecisionTargetSchema.nullable(),
  set: z.record(z.string(), z.unknown()).nullable(),
  /** Place in the order in which decisions were taken, from 0. */
  sequence: z.number().int().nonnegative(),
})
export type DecisionRecord = z.infer<typeof DecisionRecordSchema>
