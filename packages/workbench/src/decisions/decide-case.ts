/** Decisions about the case as a whole: checked against its ledger as it stands, kept with what that showed. */
import { corpusNames, type NameTable, RANGE_RULES } from '@corroborate/claims'
import { z } from 'zod'
import type { DecisionTarget } from '../model/decision.ts'
import { type CaseKnowledge, caseLedger, standingDocuments } from './case-ledger.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import type { EffectiveCase } from './effective.ts'
import { type CaseAction, printedNames } from './rulings.ts'

/** Throws DecisionError where what is asked is incomplete, names what the case does not hold, or changes nothing. */
export function decideOnCase(
  effective: EffectiveCase,
  known: CaseKnowledge,
  request: DecisionRequest & { readonly action: CaseAction },
): Decided {
  switch (request.action) {
    case 'range-rule':
      return rangeRule(effective, known, request)
  }
}

export const RangeRuleSchema = z.strictObject({
  rule: z.enum(RANGE_RULES),
  origin: z.string().trim().min(1).nullish(),
})

function rangeRule(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  const { rule, origin: asked } = parsed(RangeRuleSchema, request)
  const needsOrigin = rule === 'prioritise-origin' || rule === 'best-low-high'
  if (needsOrigin && asked == null) throw new DecisionError(`${rule} needs an origin: name the one that it goes by`)
  if (!needsOrigin && asked != null) throw new DecisionError(`${rule} takes no origin`)
  const origin = asked == null ? null : originNamed(asked, effective, known)
  const before = effective.rulings.rangeRule ?? { rule: 'publish-the-range', origin: null }
  if (effective.rulings.rangeRule !== null && before.rule === rule && before.origin === (origin?.name ?? null))
    throw new DecisionError(`the case already goes by ${rule}${origin === null ? '' : ` with ${origin.name}`}`)
  return {
    action: 'range-rule',
    target: caseTarget('case', known.id, { ...before, spellings: origin === null ? [] : [origin.spellings] }),
    set: { rule, origin: origin?.name ?? null },
  }
}

function caseTarget(kind: DecisionTarget['kind'], id: string, saw: DecisionTarget['saw']): DecisionTarget {
  return { kind, id, document: null, position: null, quote: null, before: null, after: null, saw }
}

/** An origin of the ledger by any of its spellings: the name it is shown under, and those that the case prints. */
function originNamed(asked: string, effective: EffectiveCase, known: CaseKnowledge) {
  const { parties } = corpusNames(standingDocuments(effective.documents), known.knowledge)
  const { origins } = caseLedger(effective, known, null)
  const key = parties.key(asked)
  const found = origins.flatMap((figure) => figure.origins).find(({ name }) => parties.key(name) === key)
  if (found === undefined)
    throw new DecisionError(
      `no figure of the case is attributed to ${JSON.stringify(asked)} (see \`corroborate ledger CASE\`)`,
    )
  return { name: found.name, key, spellings: spellingsOf(key, effective, parties) }
}

function spellingsOf(key: string, effective: EffectiveCase, table: NameTable): readonly string[] {
  return [...printedNames(effective.documents)].filter((name) => table.key(name) === key).sort()
}

function parsed<T>(schema: z.ZodType<T> & { readonly shape: object }, { set }: DecisionRequest): T {
  const result = schema.safeParse(set ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new DecisionError(
    `${issue?.path.join('.') || 'the decision'}: ${issue?.message}. Set: ${Object.keys(schema.shape).join(', ')}`,
  )
}
