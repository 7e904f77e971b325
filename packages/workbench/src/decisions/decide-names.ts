/** Decisions on whether two written names mean one party or place, kept by the names themselves. */
import { corpusNames, type NameRuling, type NameTable, tieNames } from '@corroborate/claims'
import { z } from 'zod'
import { caseTarget, parsed, several, spellingsOf } from './case-decision.ts'
import { standingDocuments } from './case-documents.ts'
import { type CaseKnowledge, ruledKnowledge } from './case-ledger.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import type { EffectiveCase } from './effective.ts'
import { printedNames } from './rulings.ts'

const NamesSchema = z.strictObject({ names: several, of: z.enum(['party', 'place']).default('party') })

export function decideNames(
  effective: EffectiveCase,
  known: CaseKnowledge,
  request: DecisionRequest & { readonly action: 'merge-names' | 'split-names' },
): Decided {
  const { names, of } = parsed(NamesSchema, request)
  const [one, other] = names
  if (one === undefined || other === undefined || names.length > 2 || one === other)
    throw new DecisionError('give two written names: names="A; B"')
  const same = request.action === 'merge-names'
  const ruling: NameRuling = { of, names: [one, other], same }
  const tables = tablesOf(effective, known, of)
  const printed = printedNames(effective.documents)
  const spellings = ruling.names.map((name) => {
    if (printed.has(name)) return [name]
    const found = [...new Set(tables.flatMap((table) => spellingsOf(table.key(name), effective, table)))].sort()
    if (found.length === 0)
      throw new DecisionError(`the case prints no ${of} ${JSON.stringify(name)}; write it as a document does`)
    return found
  })
  const asAsked = (table: NameTable) => (table.key(one) === table.key(other)) === same
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)]
  if (tables.every(asAsked))
    throw new DecisionError(`${a} and ${b} are ${same ? `one ${of}` : 'held apart'} already: nothing would change`)
  const ruled = { ...effective, rulings: { ...effective.rulings, names: [...effective.rulings.names, ruling] } }
  const asPrinted = names.every((name) => printed.has(name))
  if (!tablesOf(ruled, known, of).every(asAsked) || (!same && !asPrinted && onlyFolds(one, other)))
    throw new DecisionError(
      `${a} and ${b} differ only in case, accents or articles: write both exactly as the case prints them`,
    )
  return {
    action: request.action,
    target: caseTarget('names', known.id, {
      shown: ruling.names.map((name) => tables[0]!.display(tables[0]!.key(name))),
      spellings,
    }),
    set: { names: [one, other], of },
  }
}

/** Whether nothing but case, accents or articles tells two names apart. */
const onlyFolds = (one: string, other: string) => {
  const { key } = tieNames([], [])
  return key(one) === key(other)
}

function tablesOf(effective: EffectiveCase, known: CaseKnowledge, of: NameRuling['of']): readonly NameTable[] {
  const names = corpusNames(
    standingDocuments(effective.documents, known.captured),
    ruledKnowledge(effective, known.knowledge),
  )
  return of === 'place' ? [names.places] : [names.parties, names.perpetrators]
}
