/** From what a person asks to a decision record: the target is found, what it showed is kept, the new values are checked. */
import { createHash } from 'node:crypto'
import {
  CLAIM_KINDS,
  type Claim,
  COMPARATORS,
  DIRECTIONS,
  EDGE_KINDS,
  type Edge,
  EFFECTS,
  type Figure,
  SCOPES,
  VICTIM_CATEGORIES,
} from '@corroborate/claims'
import { z } from 'zod'
import type { DecisionTarget } from '../model/decision.ts'
import { quoteOf } from './anchor.ts'
import type { CaseKnowledge } from './case-ledger.ts'
import { decideOnCase } from './decide-case.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import type { EffectiveCase, EffectiveDocument } from './effective.ts'
import { keepFrame } from './keep-frame.ts'
import { transcribe } from './transcribe.ts'

const name = z.string().min(1).nullable()
const edtf = z.string().min(4).nullable()

/** What a person may set on a figure. */
export const FigureCorrectionSchema = z.strictObject({
  value: z.number().int().nonnegative().nullable().optional(),
  valueMax: z.number().int().nonnegative().nullable().optional(),
  vagueWord: name.optional(),
  comparator: z.enum(COMPARATORS).optional(),
  effect: z.enum(EFFECTS).optional(),
  victims: z.enum(VICTIM_CATEGORIES).optional(),
  victimText: name.optional(),
  perpetrator: name.optional(),
  claimant: name.optional(),
  via: name.optional(),
  place: name.optional(),
  eventDate: edtf.optional(),
  asOf: edtf.optional(),
  date: edtf.optional(),
  scope: z.enum(SCOPES).optional(),
})

/** What a person may set on a claim. */
export const ClaimCorrectionSchema = z.strictObject({
  kind: z.enum(CLAIM_KINDS).optional(),
  speaker: name.optional(),
  role: name.optional(),
  via: name.optional(),
  addressee: name.optional(),
  target: name.optional(),
  date: edtf.optional(),
})

/** What a person may set on an edge. */
export const EdgeCorrectionSchema = z.strictObject({
  kind: z.enum(EDGE_KINDS).optional(),
  direction: z.enum(DIRECTIONS).optional(),
})

/** Throws DecisionError where the target is not found, is found twice, or the new values are not valid. */
export function decide(effective: EffectiveCase, known: CaseKnowledge, request: DecisionRequest): Decided {
  switch (request.action) {
    case 'accept':
    case 'reject':
      return { action: request.action, target: findTarget(effective, request.target).target, set: null }
    case 'correct': {
      const found = findTarget(effective, request.target)
      const schema = { figure: FigureCorrectionSchema, claim: ClaimCorrectionSchema, edge: EdgeCorrectionSchema }[
        found.kind
      ]
      const set = parseSet(schema, request.set)
      if (Object.keys(set).length === 0)
        throw new DecisionError('nothing to correct: name at least one field and its new value')
      return { action: 'correct', target: found.target, set }
    }
    case 'background': {
      const { kind, target } = findTarget(effective, request.target)
      if (kind !== 'figure') throw new DecisionError(`only a figure can be background; ${target.id} is a ${kind}`)
      if (target.saw.scope === 'background') throw new DecisionError(`figure ${target.id} is background already`)
      return { action: 'correct', target, set: { scope: 'background' } }
    }
    case 'add':
      return added(effective, request)
    case 'add-edge':
      return addedEdge(effective, request)
    case 'range-rule':
    case 'independence':
    case 'split-series':
    case 'join-series':
    case 'merge-names':
    case 'split-names':
    case 'second-reader':
    case 'timestamp-authorities':
    case 'witnesses':
      return decideOnCase(effective, known, { ...request, action: request.action })
    case 'keep-frame':
      return keepFrame(effective, request)
    case 'transcribe':
      return transcribe(effective, request)
    case 'undo': {
      const matches = effective.decisions.filter(({ record }) => record.id.startsWith(request.target ?? '-'))
      const [match] = matches
      if (match === undefined || matches.length > 1)
        throw new DecisionError(notFound('decision', request.target, matches.length))
      if (match.undone) throw new DecisionError(`decision ${match.record.id} is already undone`)
      const { id, at, by, reason, action } = match.record
      return {
        action: 'undo',
        target: {
          kind: 'decision',
          id,
          document: null,
          position: null,
          quote: null,
          before: null,
          after: null,
          saw: { at, by, reason, action },
        },
        set: null,
      }
    }
  }
}

function parseSet(schema: z.ZodObject, set: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  const parsed = schema.safeParse(set ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new DecisionError(
    `${issue?.path.join('.') || 'the new values'}: ${issue?.message}. Fields that can be set: ${Object.keys(schema.shape).join(', ')}`,
  )
}

function notFound(what: string, id: string | undefined, matches: number): string {
  if (id === undefined || id === '') return `name the ${what} by its id (see \`corroborate claims CASE\`)`
  return matches > 1 ? `several begin with ${id}: give more of the id` : `the case holds no ${what} ${id}`
}

type FoundTarget = { readonly kind: 'figure' | 'claim' | 'edge'; readonly target: DecisionTarget }

function findTarget(effective: EffectiveCase, id: string | undefined): FoundTarget {
  const found: FoundTarget[] = []
  if (id !== undefined && id !== '') {
    for (const document of effective.documents) {
      for (const figure of document.figures)
        if (figure.id.startsWith(id)) found.push(targetIn(document, 'figure', figure))
      for (const claim of document.claims) if (claim.id.startsWith(id)) found.push(targetIn(document, 'claim', claim))
    }
    for (const edge of effective.edges) if (edge.id.startsWith(id)) found.push(edgeTarget(edge))
  }
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new DecisionError(notFound('figure, claim or edge', id, found.length))
  return only
}

/** Characters kept either side of a quote. */
const AROUND = 32

function targetIn(document: EffectiveDocument, kind: 'figure' | 'claim', value: Figure | Claim): FoundTarget {
  const { start, end } = value
  return {
    kind,
    target: {
      kind,
      id: value.id,
      document: document.id,
      position: { start, end },
      quote: quoteOf(value),
      before: document.text.slice(Math.max(0, start - AROUND), start),
      after: document.text.slice(end, end + AROUND),
      saw: { ...value },
    },
  }
}

function edgeTarget(edge: Edge): FoundTarget {
  const { id, a, b, kind, direction, confidence } = edge
  return {
    kind: 'edge',
    target: {
      kind: 'edge',
      id,
      document: null,
      position: null,
      quote: null,
      before: null,
      after: null,
      saw: { a, b, kind, direction, confidence },
    },
  }
}

function documentOf(effective: EffectiveCase, id: string | undefined): EffectiveDocument {
  const matches = effective.documents.filter(
    (document) => id !== undefined && id !== '' && (document.id.startsWith(id) || document.name === id),
  )
  const [only] = matches
  if (only === undefined || matches.length > 1) throw new DecisionError(notFound('document', id, matches.length))
  return only
}

function added(effective: EffectiveCase, request: DecisionRequest): Decided {
  const document = documentOf(effective, request.document)
  const { quote, occurrence = 1 } = request
  if (quote === undefined || quote === '') throw new DecisionError('give the exact words of the document with quote')
  let start = -1
  for (let n = 0; n < occurrence; n++) start = document.text.indexOf(quote, start + 1)
  if (start === -1)
    throw new DecisionError(
      `${document.name} does not hold these words${occurrence > 1 ? ` ${occurrence} times` : ''}: ${JSON.stringify(quote)}`,
    )
  const end = start + quote.length
  const span = { start, end, text: quote }
  const kind = request.claimKind ?? 'figure'
  const id = createHash('sha256')
    .update(JSON.stringify([document.id, 'added', kind, quote, occurrence]))
    .digest('hex')
    .slice(0, 32)
  const base = { id, start, end, unsure: null, explanation: 'added by a person' }
  let value: Figure | Claim
  if (kind === 'figure') {
    const set = parseSet(FigureCorrectionSchema, request.set) as Partial<Figure>
    if (set.value === undefined && set.vagueWord === undefined)
      throw new DecisionError('a figure needs a value or a vagueWord')
    if (set.effect === undefined) throw new DecisionError(`a figure needs an effect: ${EFFECTS.join(', ')}`)
    value = {
      value: null,
      valueMax: null,
      vagueWord: null,
      comparator: set.value === undefined || set.value === null ? 'vague' : 'exact',
      effect: set.effect,
      manner: null,
      victims: 'people',
      victimText: null,
      perpetrator: null,
      claimant: null,
      via: null,
      chain: [],
      place: null,
      placeId: null,
      eventDate: null,
      asOf: null,
      date: set.asOf ?? set.eventDate ?? null,
      scope: 'other',
      carried: [],
      partOf: null,
      repeatOf: null,
      surface: quote,
      spans: { number: span },
      ...set,
      ...base,
    }
  } else {
    const parsedKind = z.enum(CLAIM_KINDS).safeParse(kind)
    if (!parsedKind.success)
      throw new DecisionError(`no claim is a ${JSON.stringify(kind)}: figure, ${CLAIM_KINDS.join(', ')}`)
    value = {
      kind: parsedKind.data,
      speaker: null,
      role: null,
      via: null,
      addressee: null,
      target: null,
      cue: null,
      content: span,
      quotes: [],
      date: null,
      due: null,
      spans: {},
      ...(parseSet(ClaimCorrectionSchema, request.set) as Partial<Claim>),
      ...base,
    }
  }
  const { target } = targetIn(document, kind === 'figure' ? 'figure' : 'claim', value)
  return { action: 'add', target: { ...target, saw: {} }, set: { ...value } }
}

function addedEdge(effective: EffectiveCase, request: DecisionRequest): Decided {
  const one = documentOf(effective, request.a)
  const other = documentOf(effective, request.b)
  if (one.id === other.id) throw new DecisionError('an edge joins two different documents')
  const kind = z.enum(EDGE_KINDS).safeParse(request.edgeKind)
  if (!kind.success) throw new DecisionError(`give edgeKind: ${EDGE_KINDS.join(', ')}`)
  const direction = z.enum(DIRECTIONS).safeParse(request.direction ?? 'none')
  if (!direction.success) throw new DecisionError(`direction is one of ${DIRECTIONS.join(', ')}`)
  const swapped = one.id > other.id
  const [a, b] = swapped ? [other.id, one.id] : [one.id, other.id]
  const turned = { 'a-to-b': 'b-to-a', 'b-to-a': 'a-to-b', none: 'none' } as const
  const id = createHash('sha256')
    .update(JSON.stringify([a, b, 'added', kind.data]))
    .digest('hex')
    .slice(0, 32)
  const edge: Edge = {
    id,
    a,
    b,
    kind: kind.data,
    direction: swapped ? turned[direction.data] : direction.data,
    confidence: 1,
    evidence: [],
    reason: 'added by a person',
  }
  return { action: 'add-edge', target: { ...edgeTarget(edge).target, saw: {} }, set: { ...edge } }
}
