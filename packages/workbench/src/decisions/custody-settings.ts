/** Settings of a case that are decisions: who is asked for time-stamps, and whose cosignatures count. The last stands. */
import { BadKeyError, parseCosigner } from '@corroborate/evidence'
import { z } from 'zod'
import type { DecisionRecord } from '../model/decision.ts'
import { caseTarget, parsed } from './case-decision.ts'
import type { CaseKnowledge } from './case-ledger.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import { type EffectiveCase, undoneDecisions } from './effective.ts'

export interface CustodySettings {
  /** Addresses that a checkpoint's digest may be sent to. */
  readonly authorities: readonly string[]
  /** Verifier keys of witnesses (C2SP tlog-cosignature). */
  readonly witnesses: readonly string[]
}

/** What stands of a case's decisions, in the order they were taken. */
export function custodySettings(decisions: readonly DecisionRecord[]): CustodySettings {
  const undone = undoneDecisions(decisions)
  const last = (action: DecisionRecord['action'], field: string) => {
    const standing = decisions.filter((one) => one.action === action && !undone.has(one.id)).at(-1)
    return (standing?.set?.[field] ?? []) as readonly string[]
  }
  return { authorities: last('timestamp-authorities', 'authorities'), witnesses: last('witnesses', 'keys') }
}

/** Semicolons or spaces between; none takes the setting back. */
const list = z
  .union([z.array(z.string()), z.string()])
  .transform((given) => (Array.isArray(given) ? given : given.split(/[;\s]+/)).filter((one) => one !== ''))

type CustodyAction = 'timestamp-authorities' | 'witnesses'

/** Throws DecisionError where an address or a key is none, or nothing changes. */
export function decideCustody(
  effective: EffectiveCase,
  known: CaseKnowledge,
  request: DecisionRequest & { readonly action: CustodyAction },
): Decided {
  const before = custodySettings(effective.decisions.map(({ record }) => record))
  const { action } = request
  if (action === 'timestamp-authorities') {
    const { authorities } = parsed(z.strictObject({ authorities: list }), request)
    const set = { authorities: [...new Set(authorities.map(authorityAddress))] }
    assertOther(before.authorities, set.authorities)
    return { action, target: caseTarget('case', known.id, { authorities: before.authorities }), set }
  }
  const { keys } = parsed(z.strictObject({ keys: list }), request)
  for (const key of keys) {
    try {
      parseCosigner(key)
    } catch (error) {
      if (error instanceof BadKeyError) throw new DecisionError(error.message)
      throw error
    }
  }
  const set = { keys: [...new Set(keys)] }
  assertOther(before.witnesses, set.keys)
  return { action, target: caseTarget('case', known.id, { keys: before.witnesses }), set }
}

function assertOther(before: readonly string[], now: readonly string[]): void {
  if (JSON.stringify(before) === JSON.stringify(now)) throw new DecisionError('the case already has just these')
}

/** An address that a time-stamp can be asked of. Throws DecisionError. */
export function authorityAddress(given: string): string {
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
    throw new DecisionError(
      `${JSON.stringify(given)} is no address of a time-stamp authority: give one like https://time.example/tsa`,
    )
  return url.href
}
