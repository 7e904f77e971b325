/** The document that an item is as a whole, by whatever a person calls it. */
import { DecisionError } from './decision-error.ts'
import type { EffectiveDocument } from './effective.ts'

/** `named`: digest of the item or id of its document, whole or the beginning, or the name of its file. Throws DecisionError. */
export function documentOfItem(documents: readonly EffectiveDocument[], named = ''): EffectiveDocument {
  const found = documents.filter(
    ({ id, item, name }) => name === named || (named.length >= 4 && (id.startsWith(named) || item.startsWith(named))),
  )
  const [one] = found
  if (one === undefined)
    throw new DecisionError(`the case holds no item ${JSON.stringify(named)}: see \`corroborate documents CASE\``)
  if (new Set(found.map(({ item }) => item)).size > 1)
    throw new DecisionError(`several items begin with ${named}: give more of the id`)
  const captured = found.find(({ part }) => part !== null)
  if (captured !== undefined)
    throw new DecisionError(`${captured.name} is part of a capture and has text of its own; it needs no transcription`)
  return one
}
