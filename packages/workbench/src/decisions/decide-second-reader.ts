/** The decision that documents of a case may be sent to an endpoint that a person names, and the one that takes it back. */
import { z } from 'zod'
import { EndpointError, parseEndpoint } from '../claims/endpoint.ts'
import { caseTarget, parsed } from './case-decision.ts'
import type { CaseKnowledge } from './case-ledger.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import type { EffectiveCase } from './effective.ts'

const SecondReaderSchema = z.strictObject({
  /** `off` disables it. */
  endpoint: z.string().trim().min(1),
  model: z.string().trim().min(1).nullish(),
})

export function decideSecondReader(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  const { endpoint: asked, model } = parsed(SecondReaderSchema, request)
  const before = effective.rulings.secondReader
  const saw = before === null ? {} : { endpoint: before.endpoint, host: before.host, model: before.model }
  const target = caseTarget('case', known.id, saw)
  if (asked === 'off') {
    if (before === null) throw new DecisionError('no second reader is enabled for this case')
    return { action: 'second-reader', target, set: { endpoint: null, host: null, model: null } }
  }
  if (model == null) throw new DecisionError('name the model too: --set model=NAME')
  const { address, host } = endpointOf(asked)
  if (before?.endpoint === address && before.model === model)
    throw new DecisionError(`${model} at ${host} is enabled for this case already`)
  return { action: 'second-reader', target, set: { endpoint: address, host, model } }
}

function endpointOf(asked: string) {
  try {
    return parseEndpoint(asked)
  } catch (error) {
    if (error instanceof EndpointError) throw new DecisionError(error.message)
    throw error
  }
}
