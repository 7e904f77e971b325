/** The parts that decisions about a case as a whole are made of. */
import { corpusNames, type NameTable } from '@corroborate/claims'
import { z } from 'zod'
import type { DecisionTarget } from '../model/decision.ts'
import { standingDocuments } from './case-documents.ts'
import { type CaseKnowledge, ruledKnowledge } from './case-ledger.ts'
import { DecisionError } from './decision-error.ts'
import type { DecisionRequest } from './decision-request.ts'
import type { EffectiveCase } from './effective.ts'
import { printedNames } from './rulings.ts'

/** Several as a list, or in one text with semicolons between, as the command line gives them. */
export const several = z
  .union([z.array(z.string()), z.string(), z.number()])
  .transform((given) => (Array.isArray(given) ? given : String(given).split(';')))
  .pipe(z.array(z.string().trim().min(1)))

export function caseTarget(kind: DecisionTarget['kind'], id: string, saw: DecisionTarget['saw']): DecisionTarget {
  return { kind, id, document: null, position: null, quote: null, before: null, after: null, saw }
}

export function namesOf(effective: EffectiveCase, known: CaseKnowledge) {
  return corpusNames(standingDocuments(effective.documents, known.captured), ruledKnowledge(effective, known.knowledge))
}

export function spellingsOf(key: string, effective: EffectiveCase, table: NameTable): readonly string[] {
  return [...printedNames(effective.documents)].filter((name) => table.key(name) === key).sort()
}

export function parsed<S extends z.ZodObject>(schema: S, { set }: DecisionRequest): z.infer<S> {
  const result = schema.safeParse(set ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new DecisionError(
    `${issue?.path.join('.') || 'the decision'}: ${issue?.message}. Set: ${Object.keys(schema.shape).join(', ')}`,
  )
}
