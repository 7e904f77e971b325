/** Which fields a figure and a claim have, how they are edited, and what of a form goes into a decision. */
import type { ReviewedClaim, ReviewedFigure } from '@corroborate/workbench/contract'

type Figure = ReviewedFigure
type Claim = ReviewedClaim

/** Every member of a union, checked by the compiler to be complete. */
function all<Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] {
  return Object.keys(names) as Name[]
}

export const EFFECTS = all<Figure['effect']>({
  killed: true,
  injured: true,
  killed_or_injured: true,
  missing: true,
  forcibly_disappeared: true,
  detained: true,
  abducted: true,
  tortured: true,
  sexual_violence: true,
  displaced: true,
})
export const COMPARATORS = all<Figure['comparator']>({
  exact: true,
  more_than: true,
  at_least: true,
  about: true,
  up_to: true,
  fewer_than: true,
  vague: true,
})
export const VICTIMS = all<Figure['victims']>({
  people: true,
  civilians: true,
  children: true,
  security_forces: true,
  combatants: true,
  mixed: true,
})
export const SCOPES = all<Figure['scope']>({
  total: true,
  subset: true,
  daily: true,
  period: true,
  projected: true,
  under_review: true,
  background: true,
  other: true,
})
export const CLAIM_KINDS = all<Claim['kind']>({
  statement: true,
  accusation: true,
  denial: true,
  admission: true,
  demand: true,
  commitment: true,
  characterisation: true,
  testimony: true,
  condemnation: true,
  caveat: true,
  contradiction: true,
})

/** `choice` values are labelled by the messages `LABEL.VALUE`. */
export type Editor =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly label: string; readonly values: readonly string[] }

export interface EditedField {
  readonly name: string
  readonly editor: Editor
}

const TEXT: Editor = { kind: 'text' }
const NUMBER: Editor = { kind: 'number' }
const DATE: Editor = { kind: 'date' }

export const FIGURE_FORM: readonly (EditedField & { readonly name: keyof Figure })[] = [
  { name: 'value', editor: NUMBER },
  { name: 'valueMax', editor: NUMBER },
  { name: 'vagueWord', editor: TEXT },
  { name: 'comparator', editor: { kind: 'choice', label: 'comparator', values: COMPARATORS } },
  { name: 'effect', editor: { kind: 'choice', label: 'effect', values: EFFECTS } },
  { name: 'victims', editor: { kind: 'choice', label: 'victims', values: VICTIMS } },
  { name: 'victimText', editor: TEXT },
  { name: 'perpetrator', editor: TEXT },
  { name: 'claimant', editor: TEXT },
  { name: 'via', editor: TEXT },
  { name: 'place', editor: TEXT },
  { name: 'eventDate', editor: DATE },
  { name: 'asOf', editor: DATE },
  { name: 'scope', editor: { kind: 'choice', label: 'scope', values: SCOPES } },
]

export const CLAIM_FORM: readonly (EditedField & { readonly name: keyof Claim })[] = [
  { name: 'kind', editor: { kind: 'choice', label: 'kind', values: CLAIM_KINDS } },
  { name: 'speaker', editor: TEXT },
  { name: 'role', editor: TEXT },
  { name: 'via', editor: TEXT },
  { name: 'addressee', editor: TEXT },
  { name: 'target', editor: TEXT },
  { name: 'date', editor: DATE },
]

/** What a new figure starts from; the person fills in the rest. */
export const NEW_FIGURE: Readonly<Record<string, unknown>> = {
  value: null,
  valueMax: null,
  vagueWord: null,
  comparator: 'exact',
  effect: 'killed',
  victims: 'people',
  victimText: null,
  perpetrator: null,
  claimant: null,
  via: null,
  place: null,
  eventDate: null,
  asOf: null,
  scope: 'total',
}

export const NEW_CLAIM: Readonly<Record<string, unknown>> = {
  speaker: null,
  role: null,
  via: null,
  addressee: null,
  target: null,
  date: null,
}

/** What is typed, as the field's value: white space trimmed, nothing typed is null. A number that is none is NaN. */
export function typed(editor: Editor, text: string): string | number | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return editor.kind === 'number' ? Number(trimmed.replace(/[\s,٬]/g, '')) : trimmed
}

/** The fields that differ from what stood before. */
export function changes(
  form: readonly EditedField[],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const set: Record<string, unknown> = {}
  for (const { name, editor } of form) {
    const value = typed(editor, after[name] ?? '')
    if (value !== (before[name] ?? null)) set[name] = value
  }
  return set
}
