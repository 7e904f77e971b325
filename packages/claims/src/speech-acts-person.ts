/** Persons as speakers: their names in a phrase, and the office that stands before or behind the name. */
import { isCountry, personName } from './claims-names.ts'
import type { PartyKind } from './knowledge.ts'
import { type Mention, speakerKind } from './mention.ts'
import type { Place, Speaker } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'
import { lived } from './speech-acts-witness.ts'
import type { Token } from './token.ts'

export const ROLE_WORDS = new Set(
  'president leader ruler minister premier chief director head secretary secretary-general spokesman spokesperson spokeswoman envoy commissioner governor mayor commander general ambassador chairman chairwoman prosecutor official coordinator rapporteur judge chancellor king emir'.split(
    ' ',
  ),
)

const TITLES = new Set(
  'captain capt col colonel lt lieutenant maj major brig brigadier sgt sergeant cmdr adm admiral cpl mr mrs ms dr president general minister prof professor sheikh king queen'.split(
    ' ',
  ),
)
const NAME_PARTICLE = /^(?:al|el|bin|ibn|de|da|van|von|abu|ould|la|den|der)(?:-|$)/

/** "Syrian President Ahmad Al Shara": the name, where a person is named at the end of a phrase or in its apposition. */
export function personAt(unit: Unit, from: number, to: number): readonly [number, number] | null {
  const { tokens, known, quoted } = unit
  let best: readonly [number, number] | null = null
  let i = from
  while (i < to) {
    const start = i
    while (
      i < to &&
      (namePart(tokens[i]!, start === i) ||
        (i > start && tokens[i]!.text === '.' && tokens[i - 1]!.text.length === 1) ||
        (i > start && quoted[i] !== -1 && quoted[start] === -1 && i - start < 8)) &&
      !known.some((match) => match.from <= i && i < match.to)
    )
      i += 1
    const stands = personStands(tokens, start, i, from, to) || officeStands(tokens, start, i, from)
    if (i - start >= 2 && i - start <= (quoted[i - 2] === -1 ? 6 : 11) && stands) best = best ?? [start, i]
    if (i === start) i += 1
  }
  return best
}

function personStands(tokens: readonly Token[], start: number, end: number, from: number, to: number): boolean {
  const after = end < to ? tokens[end]! : undefined
  if (after !== undefined && after.kind === 'word') return false
  const before = start > from ? tokens[start - 1]! : undefined
  if (before === undefined) return true
  return !/^(?:of|in|from|at|near|for|the|a|an|to|with)$/.test(before.norm)
}

/** "General Director Ilse Vance of the charity", "Envoy Ilse Vance made": a name behind its office, whatever word follows. */
function officeStands(tokens: readonly Token[], start: number, end: number, from: number): boolean {
  const after = tokens[end]
  if (after?.kind !== 'word' || after.capital || after.norm === "'s" || speakerKind(after.norm) !== null) return false
  if (start === from || /^(?:of|in|from|at|near|for|the|a|an|to|with)$/.test(tokens[start - 1]!.norm)) return false
  return tokens.slice(Math.max(from, start - 5), start).some((token) => ROLE_WORDS.has(token.norm))
}

const NO_NAME = new Set(
  'human rights health ministry minister president prime interim transitional foreign defence defense secretary state general united nations national international army police forces observatory network hospital medical college office department high commissioner council committee interior doctors group organization organisation security deputy vice acting former special resident humanitarian'.split(
    ' ',
  ),
)

function namePart(token: Token, first: boolean): boolean {
  if (token.kind !== 'word' || token.norm === "'s" || (first && isCountry(token.text))) return false
  if (NO_NAME.has(token.norm) || speakerKind(token.norm) !== null || TITLES.has(token.norm)) return false
  return token.capital || (!first && NAME_PARTICLE.test(token.norm))
}

export function person(
  text: string,
  unit: Unit,
  mention: Mention,
  range: readonly [number, number],
  to: number,
): Speaker {
  const { tokens } = unit
  // "Adam Abdelmoula and Ramesh Rajasingham"
  let first = range[0]
  if (tokens[first - 1]?.norm === 'and') {
    let k = first - 2
    while (k >= mention.from && namePart(tokens[k]!, false)) k -= 1
    if (first - 2 - k >= 2) first = k + 1
  }
  const start = tokens[first]!.start
  const end = tokens[range[1] - 1]!.end
  const name = personName(text.slice(start, end))
  // the office: the rest of the phrase before the name, else the apposition behind it
  let from = mention.from
  while (from < range[0] && /^(?:the|a|an)$/.test(tokens[from]!.norm)) from += 1
  let office: readonly [number, number] | null = first > from ? [from, first] : null
  if (office === null && to > range[1] + 1 && tokens[range[1]]?.text === ',') office = [range[1] + 1, to]
  if (office === null) office = livedBeside(unit, range[1])
  if (office === null) {
    // "Secretary of State Marco Rubio": the phrase was cut at the name
    let left = first
    while (left > 0 && first - left < 9 && unit.quoted[left - 1] === -1 && officeWord(tokens[left - 1]!)) left -= 1
    if (tokens.slice(left, first).some((token) => ROLE_WORDS.has(token.norm))) office = [left, first]
  }
  let role: string | null = null
  let roleAt: Place | null = null
  if (office !== null) {
    let [a, b] = office
    while (b > a && tokens[b - 1]!.kind === 'mark') b -= 1
    while (a < b && /^(?:the|a|an|,)$/.test(tokens[a]!.norm)) a += 1
    if (tokens[b - 1]?.norm === "'s") b -= 1
    const spoken = tokens.slice(a, b).some((token) => token.kind === 'word')
    if (b > a && spoken && b - a <= 16 && !/^(?:who|whose|which)$/.test(tokens[a]!.norm)) {
      roleAt = { start: tokens[a]!.start, end: tokens[b - 1]!.end }
      role = text.slice(roleAt.start, roleAt.end)
    }
  }
  // "the head of the People's Council" is no witness
  const holds = office !== null && tokens.slice(office[0], office[1]).some((token) => ROLE_WORDS.has(token.norm))
  const kind = (mention.kind === 'witness' && !holds) || wasThere(tokens, range[1]) ? 'witness' : 'official'
  const of = bodyKind(unit, office ?? [mention.from, mention.to], mention)
  const body = of === null ? {} : { of }
  return { ...body, name, kind, person: true, role, roleAt, at: { start, end }, how: 'a person by name', unsure: null }
}

/** ", who was in the school": one who saw it. */
const wasThere = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' &&
  tokens[at + 1]?.norm === 'who' &&
  (/^(?:saw|witnessed|survived|escaped|fled|watched)$/.test(tokens[at + 2]?.norm ?? '') ||
    (/^(?:was|were)$/.test(tokens[at + 2]?.norm ?? '') &&
      /^(?:in|inside|at|near|among|there|nearby|aboard|on|hiding|trapped|wounded|injured)$/.test(
        tokens[at + 3]?.norm ?? '',
      )))

const officeWord = (token: Token): boolean =>
  token.kind === 'word' && (token.capital || ROLE_WORDS.has(token.norm) || /^(?:of|for|the|and|'s)$/.test(token.norm))

export function roleText(text: string, unit: Unit, mention: Mention): { text: string; at: Place } | null {
  for (let i = mention.from; i < mention.to; i += 1) {
    if (!ROLE_WORDS.has(unit.tokens[i]!.norm) || unit.known.some((match) => match.from <= i && i < match.to)) continue
    const at = { start: mention.start, end: mention.end }
    return { text: text.slice(at.start, at.end), at }
  }
  return null
}

/** "…, a 34-year-old farmer who fled": the description behind a name, where it says that the person lived through it. */
export function livedBeside(unit: Unit, at: number): readonly [number, number] | null {
  const { tokens, quoted } = unit
  if (tokens[at]?.text !== ',' || quoted[at + 1] !== -1) return null
  let to = at + 1
  while (to < tokens.length && to - at < 16 && quoted[to] === -1 && !/^[,.;:]$/.test(tokens[to]!.text)) to += 1
  const head = tokens.slice(at + 1, Math.min(to, at + 7))
  const noun = head.findIndex((token) => lived(token.norm))
  if (noun < 0 || head.slice(0, noun).some((token) => /^(?:of|who|whose|with|for|to|and|said|told)$/.test(token.norm)))
    return null
  return [at + 1, to]
}

/** Nouns of offices that watch or care, whatever body they belong to. */
const WATCHING = /^(?:rights|rapporteur|humanitarian|relief|refugees?|monitor|monitoring|observer|ombudsman|human)$/

/** The kind of body that an office belongs to: of a party named in it, else of its nouns; null where nothing says. */
export function bodyKind(unit: Unit, [from, to]: readonly [number, number], mention: Mention): PartyKind | null {
  if (mention.party !== null) return mention.party.kind
  const named = unit.known.find((match) => match.from >= from && match.to <= to)
  if (named !== undefined) return named.party.kind
  for (let i = from; i < to; i += 1) {
    const { norm } = unit.tokens[i]!
    if (WATCHING.test(norm)) return 'monitor'
    const kind = speakerKind(norm)
    if (kind !== null && kind !== 'official' && kind !== 'witness') return kind
  }
  return null
}

/** An initial or a rank in short form, behind which a full stop ends no sentence. */
export const initial = (token: Token): boolean =>
  token.capital &&
  (token.text.length === 1 ||
    /^(?:spc|col|lt|gen|maj|capt|sgt|cmdr|adm|brig|sen|rep|gov|dr|mr|mrs|ms|prof|rev|fr|hon|cpl|pvt|st)$/.test(
      token.norm,
    ))
