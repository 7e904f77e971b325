/** What a person asks to be decided, and what of it goes into the record. */
import { DECISION_ACTIONS, type DecisionRecord, isRegisterAction, type RegisterAction } from '../model/decision.ts'

type AskedAction = Exclude<DecisionRecord['action'], RegisterAction | 'keep-frame'>

/** `background` is kept as the correction that it is: scope=background. Decisions on entries are asked of the register; frames bring bytes. */
export const REQUEST_ACTIONS = [
  ...DECISION_ACTIONS.filter((action): action is AskedAction => !isRegisterAction(action) && action !== 'keep-frame'),
  'background' as const,
]

export interface DecisionRequest {
  readonly action: (typeof REQUEST_ACTIONS)[number] | 'keep-frame'
  readonly target?: string | undefined
  readonly document?: string | undefined
  readonly claimKind?: string | undefined
  readonly quote?: string | undefined
  readonly occurrence?: number | undefined
  readonly a?: string | undefined
  readonly b?: string | undefined
  readonly edgeKind?: string | undefined
  readonly direction?: string | undefined
  readonly set?: Readonly<Record<string, unknown>> | undefined
}

export type Decided = Pick<DecisionRecord, 'action' | 'target' | 'set'>
