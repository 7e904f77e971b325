/** Decisions about the case as a whole: checked against its ledger as it stands, kept with what that showed. */
import { assessIndependence, DEPENDENCES, RANGE_RULES } from '@corroborate/claims'
import { z } from 'zod'
import { caseTarget, namesOf, parsed, several, spellingsOf } from './case-decision.ts'
import { type CaseKnowledge, caseLedger } from './case-ledger.ts'
import { decideCustody } from './custody-settings.ts'
import { decideNames } from './decide-names.ts'
import { decideSecondReader } from './decide-second-reader.ts'
import { joinSeries, splitSeries } from './decide-series.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import type { EffectiveCase } from './effective.ts'
import type { CaseAction } from './rulings.ts'

/** Throws DecisionError where what is asked is incomplete, names what the case does not hold, or changes nothing. */
export function decideOnCase(
  effective: EffectiveCase,
  known: CaseKnowledge,
  request: DecisionRequest & { readonly action: CaseAction },
): Decided {
  switch (request.action) {
    case 'range-rule':
      return rangeRule(effective, known, request)
    case 'independence':
      return independence(effective, known, request)
    case 'split-series':
      return splitSeries(effective, known, request)
    case 'join-series':
      return joinSeries(effective, known, request)
    case 'merge-names':
    case 'split-names':
      return decideNames(effective, known, { ...request, action: request.action })
    case 'second-reader':
      return decideSecondReader(effective, known, request)
    case 'timestamp-authorities':
    case 'witnesses':
      return decideCustody(effective, known, { ...request, action: request.action })
  }
}

const RangeRuleSchema = z.strictObject({
  rule: z.enum(RANGE_RULES),
  origin: z.string().trim().min(1).nullish(),
})

function rangeRule(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  const { rule, origin: asked } = parsed(RangeRuleSchema, request)
  const needsOrigin = rule === 'prioritise-origin' || rule === 'best-low-high'
  if (needsOrigin && asked == null) throw new DecisionError(`${rule} needs an origin: name the one that it goes by`)
  if (!needsOrigin && asked != null) throw new DecisionError(`${rule} takes no origin`)
  const origin = asked == null ? null : originFinder(effective, known)(asked)
  const before = effective.rulings.rangeRule ?? { rule: 'publish-the-range', origin: null }
  if (effective.rulings.rangeRule !== null && before.rule === rule && before.origin === (origin?.name ?? null))
    throw new DecisionError(`the case already goes by ${rule}${origin === null ? '' : ` with ${origin.name}`}`)
  return {
    action: 'range-rule',
    target: caseTarget('case', known.id, { ...before, spellings: origin === null ? [] : [origin.spellings] }),
    set: { rule, origin: origin?.name ?? null },
  }
}

const IndependenceSchema = z.strictObject({
  origins: several,
  dependence: z.enum(DEPENDENCES),
  note: z.string().trim().min(1).nullish(),
})

function independence(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  const { origins: asked, dependence, note } = parsed(IndependenceSchema, request)
  const found = new Map(asked.map(originFinder(effective, known)).map((one) => [one.key, one]))
  if (found.size < 2)
    throw new DecisionError('dependence is between two origins or more: give origins="A; B", each by its name')
  const origins = [...found.values()].map(({ name }) => name).sort()
  const set = { origins, dependence, note: note ?? null }
  const { parties } = namesOf(effective, known)
  const before = assessIndependence(origins, effective.rulings.dependences, parties).dependences
  if (before.length === 1 && JSON.stringify(before[0]) === JSON.stringify(set))
    throw new DecisionError(`${dependence} between ${origins.join(' and ')} is recorded already`)
  return {
    action: 'independence',
    target: caseTarget('origins', known.id, {
      dependences: before,
      spellings: [...found.values()].map(({ spellings }) => spellings),
    }),
    set,
  }
}

interface FoundOrigin {
  readonly name: string
  readonly key: string
  /** As the case prints it. */
  readonly spellings: readonly string[]
}

/** Finds an origin of the ledger by the name it is shown under or any of its spellings. */
function originFinder(effective: EffectiveCase, known: CaseKnowledge): (asked: string) => FoundOrigin {
  const { parties } = namesOf(effective, known)
  const named = caseLedger(effective, known, null).origins.flatMap(({ origins }) => origins)
  const byKey = new Map(named.map(({ name }) => [parties.key(name), name]))
  return (asked) => {
    const key = parties.key(asked)
    const name = byKey.get(key)
    if (name === undefined)
      throw new DecisionError(
        `no figure of the case is attributed to ${JSON.stringify(asked)} (see \`corroborate ledger CASE\`)`,
      )
    return { name, key, spellings: spellingsOf(key, effective, parties) }
  }
}
