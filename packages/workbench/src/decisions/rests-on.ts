/** On which confidential items a decision rests: its record is sealed under the key of each. */
import type { DecisionRecord } from '../model/decision.ts'
import type { Decided } from './decision-request.ts'
import type { EffectiveCase, EffectiveDocument } from './effective.ts'
import { isCaseAction, printedNames } from './rulings.ts'

/** What is confidential among what a person sees. */
export interface Confidential {
  /** The sealed item of each confidential document. */
  readonly documents: ReadonlyMap<string, string>
  /** The sealed item of each confidential item, by the digest that documents and transcriptions name it by. */
  readonly items: ReadonlyMap<string, string>
  /** The sealed items under which each sealed decision lies. */
  readonly decisions: ReadonlyMap<string, readonly string[]>
}

/** A quotation of so many characters or more is one from whoever holds it. */
const QUOTE = 24

/**
 * Ids of sealed items, sorted; empty where the decision can lie in clear. It rests on an item where it is about the item's
 * document, an edge from or to it, or a decision that rests on it; where it holds a name or a passage that stands in the
 * item and in nothing public; and, for a decision about the case as a whole that could not be taken so without the
 * confidential items (`withoutThem` differs), where the item prints a name it holds, or else on all of them.
 */
export function restsOn(
  decided: Decided,
  effective: EffectiveCase,
  confidential: Confidential,
  withoutThem: () => Decided | null,
): readonly string[] {
  if (confidential.items.size === 0) return []
  const strings = new Set(stringsIn([decided.target, decided.set]))
  const items = new Set<string>()
  const hidden = effective.documents.filter(({ id }) => confidential.documents.has(id))
  const open = effective.documents.filter(({ id }) => !confidential.documents.has(id))
  const itemOf = (document: EffectiveDocument) => confidential.documents.get(document.id) ?? ''

  for (const string of strings) {
    const named = confidential.documents.get(string) ?? confidential.items.get(string)
    if (named !== undefined) items.add(named)
    for (const item of confidential.decisions.get(string) ?? []) items.add(item)
  }
  for (const { id, a, b } of effective.edges) {
    if (id !== decided.target?.id) continue
    for (const end of [a, b]) {
      const item = confidential.documents.get(end)
      if (item !== undefined) items.add(item)
    }
  }
  const publicNames = printedNames(open)
  const inPublic = (string: string) => publicNames.has(string) || open.some(({ text }) => text.includes(string))
  for (const document of hidden) {
    const names = printedNames([document])
    const says = (string: string) => names.has(string) || (string.length >= QUOTE && document.text.includes(string))
    if ([...strings].some((string) => says(string) && !inPublic(string))) items.add(itemOf(document))
  }
  if (isCaseAction(decided.action) && !same(decided, withoutThem())) {
    const printing = hidden.filter((document) => [...printedNames([document])].some((name) => strings.has(name)))
    for (const document of items.size === 0 && printing.length === 0 ? hidden : printing) items.add(itemOf(document))
  }
  return [...items].sort()
}

/** The place of the next decision: after those that are sealed away too. */
export function nextSequence(
  decisions: readonly Pick<DecisionRecord, 'sequence'>[],
  sealed: readonly { readonly sequence: number | null }[],
): number {
  return Math.max(-1, ...decisions.map(({ sequence }) => sequence), ...sealed.map(({ sequence }) => sequence ?? -1)) + 1
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

function same(a: Decided, b: Decided | null): boolean {
  return b !== null && JSON.stringify([a.target, a.set]) === JSON.stringify([b.target, b.set])
}
