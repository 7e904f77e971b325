/** Who is named: parties, offices and the phrases that stand for them, as noun phrases of a sentence. */
import type { Party, PartyKind } from './knowledge.ts'
import { DOCUMENT_NOUNS, HEADS, LINKS } from './noun-words.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

export { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts'
export { DOCUMENT_NOUNS, isDeterminer, isPreposition, isPronoun, isTimeWord, speakerKind } from './noun-words.ts'

/** A noun phrase that may speak or act. Token positions are within its sentence. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly text: string
  /** Canonical name of the party, else the phrase as printed without its article. */
  readonly name: string
  readonly kind: PartyKind
  readonly party: Party | null
  /** The person who speaks for it, as printed ("Agnès Callamard"), else null. */
  readonly person: string | null
  /** The person's office as printed ("secretary-general"), else null. */
  readonly role: string | null
  /** How it was tied to its party; `open` means that only earlier text can say who it is. */
  readonly how: 'known' | 'introduced' | 'phrase' | 'pronoun' | 'definite' | 'open'
}

const ROLE_HEADS = wordSet(
  'spokesman spokesperson spokeswoman minister mayor governor president prosecutor commander general secretary secretary-general envoy director head leader ambassador judge chairman chairwoman chief premier coordinator commissioner representative rapporteur adviser advisor officer aide official officials researcher lawyer nurse doctor correspondent prosecutor-general investigator resident witness activist',
)

/** Turns a token range into a mention: the known party inside it where there is one, else the phrase as printed. */
export function mentionOf(
  text: string,
  tokens: readonly Token[],
  range: readonly [number, number],
  known: readonly PartyMatch[],
): Mention {
  // a known name may hold words that end a phrase elsewhere ("Doctors Without Borders")
  const cut = known.find((match) => match.from < range[0] && range[0] < match.to)
  const from = cut?.from ?? range[0]
  const to = Math.max(range[1], cut?.to ?? 0)
  const first = tokens[from]!
  const last = tokens[to - 1]!
  const base = { from, to, start: first.start, end: last.end, text: text.slice(first.start, last.end) }
  const role = tokens.slice(from, to).find((token) => ROLE_HEADS.has(token.norm))
  const inside = known.filter((match) => match.from >= from && match.to <= to)
  const person = personIn(text, tokens, from, to, inside)
  // the party whose office or voice it is: the outermost first ("Amnesty's …", "UN human rights office spokesman")
  const parties = new Set(inside.map((found) => found.party.id))
  if (parties.size === 2 && joinedParties(tokens, inside)) {
    const name = joinedNames(text, tokens, inside)
    return { ...base, name, kind: inside[0]!.party.kind, party: null, person: null, role: null, how: 'known' }
  }
  const match = inside.length === 0 ? undefined : pickParty(tokens, inside)
  if (match !== undefined && !isOtherBody(tokens, match, from, to)) {
    const { party } = match
    return { ...base, name: party.name, kind: party.kind, party, person, role: role?.text ?? null, how: 'known' }
  }
  const kind = kindOf(tokens, from, to)
  const named = person !== null && ((role !== undefined && isLongOffice(person, base.text)) || TITLED.test(base.text))
  return {
    ...base,
    name: named ? person : plainName(text, tokens, from, to),
    kind,
    party: null,
    person,
    role: role?.text ?? null,
    how: 'phrase',
  }
}

/** "residents of X", "sources close to X": the phrase's own head speaks, not the party it mentions. */
function isOtherBody(tokens: readonly Token[], match: PartyMatch, from: number, to: number): boolean {
  const head = tokens[to - 1]!.norm
  const before = tokens[match.from - 1]?.norm === 'the' ? match.from - 2 : match.from - 1
  const link = before >= from ? tokens[before] : undefined
  const outside =
    link !== undefined && (link.norm === 'in' || link.norm === 'from' || link.norm === 'with' || link.norm === 'to')
  if (outside) return !DOCUMENT_NOUNS.has(tokens[before - 1]?.norm ?? '')
  if (link?.norm === 'of' && HEADS.get(tokens[before - 1]?.norm ?? '') === 'witness') return true
  // "a witness and BBC Burmese": the party is only one of two
  if (link?.norm === 'and' && before > from && HEADS.has(tokens[before - 1]!.norm)) return true
  if (match.to < to && HEADS.get(head) === 'witness') return true
  // "the Taliban's supreme court"
  if (tokens[match.to]?.norm === "'s" && (HEADS.get(head) === 'court' || HEADS.get(head) === 'hospital')) return true
  // "the UN peacekeeping mission", "an AU force": a body of its own within a greater one
  if (UMBRELLAS.has(match.party.id) && WITHIN.has(headOf(tokens, match.to, to))) return true
  // "UN Integrated Office in …": a longer name that only begins with a known one
  const next = tokens[match.to]
  const kind = next === undefined ? undefined : (HEADS.get(next.norm) ?? HEADS.get(tokens[match.to + 1]?.norm ?? ''))
  return match.to < to && next?.capital === true && kind !== undefined && BODIES.has(kind)
}

const UMBRELLAS = new Set(['un', 'african-union', 'eu'])
const WITHIN = wordSet('mission force forces tribunal fund programme contingent operation agency')

/** The noun that carries a phrase from token `at` on: the last before a linking word. */
function headOf(tokens: readonly Token[], at: number, to: number): string {
  let i = at
  while (i < to && !LINKS.has(tokens[i]!.norm)) i++
  return i === at ? '' : tokens[i - 1]!.norm
}

const BODIES: ReadonlySet<PartyKind> = new Set(['government', 'monitor', 'court', 'hospital'])

function joinedParties(tokens: readonly Token[], inside: readonly PartyMatch[]): boolean {
  const first = inside[0]!.party.id
  const second = inside.findIndex((match) => match.party.id !== first)
  const [before, after] = [inside[second - 1]!, inside[second]!]
  for (let i = before.to; i < after.from; i++) {
    if (tokens[i]!.norm === 'and') return after.from - i <= 2
    if (tokens[i]!.kind === 'word') return false
  }
  return false
}

/** "A and B", each by its acronym where one is printed. */
function joinedNames(text: string, tokens: readonly Token[], inside: readonly PartyMatch[]): string {
  const names = new Map<string, string>()
  for (const match of inside) {
    const printed = text.slice(tokens[match.from]!.start, tokens[match.to - 1]!.end)
    const acronym = match.to - match.from === 1 && /^[A-Z]{3,}$/.test(printed)
    if (acronym || !names.has(match.party.id)) names.set(match.party.id, acronym ? printed : match.party.name)
  }
  return [...names.values()].join(' and ')
}

function pickParty(tokens: readonly Token[], inside: readonly PartyMatch[]): PartyMatch {
  const owner = inside.find((match) => tokens[match.to]?.norm === "'s")
  // "the UN mission MONUSCO": the body, not what it is part of
  const inner = inside.find(({ party }) =>
    inside.some((other) => party.partOf !== undefined && party.partOf === other.party.id),
  )
  return inner ?? owner ?? inside[0]!
}

function kindOf(tokens: readonly Token[], from: number, to: number): PartyKind {
  for (let i = from; i < to; i++) {
    if (LINKS.has(tokens[i]!.norm) && i > from) {
      const head = HEADS.get(tokens[i - 1]!.norm)
      if (head !== undefined) return head
    }
  }
  for (let i = to - 1; i >= from; i--) {
    const kind = HEADS.get(tokens[i]!.norm)
    if (kind !== undefined) return kind
  }
  return 'other'
}

/** "police Capt. Araf Golzari": the title is no part of what the text below calls him. */
const TITLED = /\b(?:Capt|Col|Lt|Gen|Sgt|Maj|Brig|Adm|Cmdr|Cpl|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Rev|Hon|Insp|Supt)\. /

/** "Head of the regional military administration Araf Golzari": so long an office that its holder's name says it better. */
const isLongOffice = (person: string, text: string) =>
  text.endsWith(person) && text.slice(0, -person.length).trim().split(/\s+/).length > 4

/** The phrase without article or trailing possessive. */
export function plainName(text: string, tokens: readonly Token[], from: number, to: number): string {
  let first = from
  while (
    first < to - 1 &&
    (tokens[first]!.norm === 'the' || tokens[first]!.norm === 'a' || tokens[first]!.norm === 'an')
  )
    first++
  let last = to
  if (last - 1 > first && tokens[last - 1]!.norm === "'s") last--
  return text
    .slice(tokens[first]!.start, tokens[last - 1]!.end)
    .replace(/ ?\([^()]*\)/g, '')
    .replace(/\s+/g, ' ')
}

/** Two or more capitalised words that are no party, beside a role or alone: a person's name. */
function personIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  known: readonly PartyMatch[],
): string | null {
  let best: readonly [number, number] | null = null
  let i = from
  while (i < to) {
    const start = i
    while (i < to && isNamePart(tokens[i]!, start === i) && !known.some((match) => match.from <= i && i < match.to)) i++
    const words = i - start
    if (words >= 2 && words <= 5) best = [start, i]
    if (i === start) i++
  }
  // "the Harbour Board" is a body
  if (best === null || (best[0] > from && tokens[best[0] - 1]!.norm === 'the')) return null
  return text.slice(tokens[best[0]]!.start, tokens[best[1] - 1]!.end)
}

/** "Mr Makel", "Col Irrel": printed before a last name. */
export const HONORIFICS = wordSet(
  'mr mrs ms miss dr col gen lt capt maj sgt brig adm cmdr cpl prof sen rep gov rev hon insp supt sir dame lord lady father sister brother',
)
const NOT_NAMES = wordSet(
  'human rights health ministry minister president prime interim foreign defence defense secretary state general united nations national international army police forces syrian observatory network hospital medical college office department high commissioner council committee army interior doctors group network organization organisation security',
)
function isNamePart(token: Token, first: boolean): boolean {
  if (token.kind !== 'word' || token.norm === "'s") return false
  if (NOT_NAMES.has(token.norm) || HEADS.has(token.norm)) return false
  if (token.capital) return true
  return !first && /^(?:al|el|bin|ibn|de|da|van|von|abu|ould|la)(?:-|$)/.test(token.norm)
}
