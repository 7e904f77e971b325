/** A second reader's proposals: what may be in its answer, and how the answer is parsed. The answer is hostile until then. */
import { CLAIM_KINDS, type ClaimKind } from './claim.ts'
import { COMPARATORS, type Comparator, EFFECTS, type Effect } from './figure.ts'

interface Proposed {
  /** The document's own characters. */
  readonly quote: string
  /** Which occurrence of the quote in the text that was sent, from 1; null where the answer does not say. */
  readonly occurrence: number | null
  /** Null: the outlet in its own voice. */
  readonly speaker: string | null
}

export interface ProposedFigure extends Proposed {
  readonly kind: 'figure'
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
  readonly effect: Effect
  /** The document's words that say what befell the victims; null where the answer gives none. */
  readonly effectWords: string | null
  /** The document's words for the victims; null where the answer gives none. */
  readonly victimWords: string | null
}

export interface ProposedClaim extends Proposed {
  readonly kind: ClaimKind
}

export type Proposal = ProposedFigure | ProposedClaim

/** One entry of an answer: a proposal, or why it is none. */
export type ParsedProposal =
  | { readonly proposal: Proposal; readonly fault: null }
  | { readonly proposal: null; readonly fault: string }

export interface ParsedAnswer {
  readonly entries: readonly ParsedProposal[]
  /** Why nothing, or not everything, of the answer could be used; null where all of it was. */
  readonly fault: string | null
}

/** Entries that are looked at; an answer with more is cut, and says so. */
export const MOST_PROPOSALS = 200
/** UTF-16 code units of an answer that is parsed at all. */
export const LONGEST_ANSWER = 1_000_000
const LONGEST_QUOTE = 4_000
const LONGEST_NAME = 400

/**
 * Parses the text of an answer: JSON `{"proposals": [...]}` or the array alone, bare or in a fenced block, with or without
 * words around it. Never throws; entries that break a rule are named with the rule.
 */
export function parseProposals(answer: string): ParsedAnswer {
  if (answer.length > LONGEST_ANSWER)
    return { entries: [], fault: `the answer is longer than ${LONGEST_ANSWER} characters` }
  const value = jsonIn(answer)
  if (value === undefined) return { entries: [], fault: 'the answer holds no JSON' }
  const list = Array.isArray(value) ? value : isRecord(value) ? own(value, 'proposals') : undefined
  if (!Array.isArray(list)) return { entries: [], fault: 'the answer holds no list of proposals' }
  const entries = list.slice(0, MOST_PROPOSALS).map(parseEntry)
  const fault =
    list.length > MOST_PROPOSALS
      ? `the answer holds ${list.length} proposals; only the first ${MOST_PROPOSALS} were looked at`
      : null
  return { entries, fault }
}

/** The first JSON object or array of a text; undefined where there is none. */
function jsonIn(text: string): unknown {
  const trimmed = text.trim()
  const open = trimmed.search(/[[{]/)
  if (open === -1) return undefined
  const close = trimmed.lastIndexOf(trimmed[open] === '{' ? '}' : ']')
  if (close < open) return undefined
  try {
    return JSON.parse(trimmed.slice(open, close + 1))
  } catch {
    return undefined
  }
}

type Fields = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)

/** A rule of the form of a proposal that an entry breaks. */
class FormError extends Error {
  override readonly name = 'FormError'
}

function parseEntry(entry: unknown): ParsedProposal {
  try {
    if (!isRecord(entry)) throw new FormError('a proposal is an object')
    return { proposal: proposalOf(entry), fault: null }
  } catch (error) {
    if (error instanceof FormError) return { proposal: null, fault: error.message }
    throw error
  }
}

function proposalOf(fields: Fields): Proposal {
  const kind = oneOf(fields, 'kind', ['figure', ...CLAIM_KINDS] as const)
  const quote = textOf(fields, 'quote', LONGEST_QUOTE)
  if (quote === null) throw new FormError('it has no quote')
  const base = { quote, occurrence: countOf(fields, 'occurrence'), speaker: textOf(fields, 'speaker', LONGEST_NAME) }
  if (base.occurrence === 0) throw new FormError('occurrence counts from 1')
  if (kind !== 'figure') return { kind, ...base }
  const value = countOf(fields, 'value')
  const vagueWord = textOf(fields, 'vagueWord', LONGEST_NAME)
  if (value === null && vagueWord === null) throw new FormError('a figure has a value or a vagueWord')
  return {
    kind,
    ...base,
    value,
    valueMax: countOf(fields, 'valueMax'),
    vagueWord,
    comparator: oneOf(fields, 'comparator', COMPARATORS),
    effect: oneOf(fields, 'effect', EFFECTS),
    effectWords: textOf(fields, 'effectWords', LONGEST_NAME),
    victimWords: textOf(fields, 'victimWords', LONGEST_NAME),
  }
}

function oneOf<Value extends string>(fields: Fields, name: string, values: readonly Value[]): Value {
  const value = own(fields, name)
  if (!values.includes(value as Value)) throw new FormError(`${name} is none of ${values.join(', ')}`)
  return value as Value
}

function textOf(fields: Fields, name: string, longest: number): string | null {
  const value = own(fields, name) ?? null
  if (value === null) return null
  if (typeof value !== 'string') throw new FormError(`${name} is no text`)
  if (value.trim() === '') return null
  if (value.length > longest) throw new FormError(`${name} is longer than ${longest} characters`)
  return value
}

function countOf(fields: Fields, name: string): number | null {
  const value = own(fields, name) ?? null
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new FormError(`${name} is no whole number from 0`)
  return value
}
