/** Who is named: parties, offices and the phrases that stand for them, as noun phrases of a sentence. */
import type { Party, PartyKind } from './knowledge.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

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

/** Nouns that can speak, by the kind of party they name. Plurals are listed where they are said. */
const HEADS: ReadonlyMap<string, PartyKind> = new Map(
  (
    [
      [
        'official',
        'official officials spokesman spokesperson spokeswoman spokespersons spokespeople minister ministers mayor governor president prosecutor prosecutors prosecutor-general commander commanders general secretary secretary-general envoy director head leader leaders lawmaker ambassador judge chairman chairwoman chief premier coordinator commissioner representative representatives rapporteur adviser advisor diplomat diplomats senator officer officers magistrate coroner sheriff aide chancellor king emir administrator councillor deputy legislator counsel attorney-general deputies investigator investigators secretary-general vice-president correspondent colonel major captain analyst expert experts elder elders chief-of-staff',
      ],
      [
        'government',
        'government ministry unit authorities authority police army military presidency department administration regime office secretariat ombudsman inspectorate headquarters embassy delegation junta cabinet parliament council municipality troops forces command defence defense service services agency bureau directorate junta state kremlin pentagon navy prosecution gendarmerie guard coastguard crews brigade fire-brigade',
      ],
      [
        'witness',
        'witness witnesses eyewitness eyewitnesses resident residents survivor survivors villager villagers locals relative relatives family families interviewees inhabitants neighbours neighbors refugee refugees worker workers student students detainees prisoner teacher farmer shepherd driver mother father son daughter brother sister uncle aunt cousin nephew niece husband wife widow grandfather grandmother parents colleague friend man woman protester protesters demonstrators evacuees nurse volunteer rescuer paramedic responder bystander manager owner employee trader shopkeeper vendor headmaster principal attendant gravedigger undertaker pathologist engineer fisherman herder caretaker passenger motorist tourist pilgrim worshipper people many',
      ],
      [
        'hospital',
        'hospital hospitals clinic doctor doctors medic medics morgue surgeon paramedics rescuers responders',
      ],
      [
        'monitor',
        'monitor monitors watchdog observatory network group groups organization organisation organizations organisations ngo ngos charity charities agencies committee committees activist activists campaigners defenders coalition commission panel mission union federation institute centre center project foundation association syndicate society cooperative team initiative researchers researcher movement front alliance body inquiry lawyers lawyer experts scholars',
      ],
      [
        'outlet',
        'newspaper media outlet outlets broadcaster television tv channel radio website magazine daily newspapers reports press journalists journalist reporter reporters',
      ],
      [
        'armed_group',
        'militia militias militants rebels insurgents gang group fighters faction factions guerrillas gunmen',
      ],
      ['court', 'court tribunal judiciary'],
      ['political_group', 'opposition party parties campaigners bloc'],
      ['other', 'source sources'],
      ['community', 'bishop priest church archbishop diocese imam pastor cleric clerics clan chiefdom'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)

/** Documents that speak for whoever issued them. */
export const DOCUMENT_NOUNS = wordSet(
  'report reports statement statements list lists tally count figures data toll tolls record records investigation study document documents survey findings estimate estimates communique release bulletin bulletins communiques registers register update interview briefing letter post tweet message analysis inquiry indictment judgment judgement verdict ruling complaint petition dossier affidavit assessment database registry conference note dispatch reckoning account information documentation material materials inquiry poll announcement testimony testimonies accounts interviews comments remarks speech address video footage evidence number numbers statistics reporting',
)

export function speakerKind(norm: string): PartyKind | null {
  return HEADS.get(norm) ?? null
}

const DETERMINERS = wordSet(
  'the a an its their his her this that these those our my some several many two three four five six one another other both all any each most no such',
)
const PREPOSITIONS = wordSet(
  'of in at from for with by on to into near inside outside against under over after before during between among amid across through within without since until about around as than via despite following including like per toward towards upon above below behind beyond along beside besides concerning regarding',
)
const STOPS = wordSet(
  'none nobody nothing neither and or but nor so yet if when while whereas although though because unless that which who whom whose where why how what there here not never only also even just still already then now thus hence however moreover meanwhile instead is are was were be been being am has have had having do does did will would can could may might must shall should said says say saying told tell tells telling added adds adding reported report reporting killed kill killing died dead dying wounded injured least more fewer less',
)
const PRONOUNS = wordSet('it they he she we i you them him who')
/** Words after which a noun phrase that runs to the left has come to the verb of an earlier clause. */
const LIKELY_VERB = /(?:ed|ing)$/
const NOUNS_IN_ED_ING = wordSet(
  'united building ceasefire armed so-called unnamed allied gang-affiliated fighting meeting briefing bombing shooting displaced interim hundred red embed killing spring morning evening king affiliated backed state-backed iran-backed government-backed based uk-based britain-based london-based leading ruling sitting investigating monitoring reporting recording deed sacred outgoing acting retired wing leading advancing opposing warring unidentified combined rights-monitoring concerned',
)

export const isDeterminer = (norm: string) => DETERMINERS.has(norm)
export const isPreposition = (norm: string) => PREPOSITIONS.has(norm)
export const isPronoun = (norm: string) => PRONOUNS.has(norm)

/** Nouns that are verbs elsewhere: nouns where an article, a possessive or a name stands before them. */
const AMBIGUOUS = wordSet('report reports claim claims count estimate state states toll tally note record list dead')

function isNounAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (AMBIGUOUS.has(token.norm)) {
    const after = tokens[i + 1]
    if (token.norm === 'state' && after !== undefined && HEADS.has(after.norm)) return true
    const before = tokens[i - 1]
    if (before?.kind !== 'word') return false
    return (
      DETERMINERS.has(before.norm) ||
      before.norm === "'s" ||
      (token.norm === 'state' && before.norm === 'of') ||
      before.capital ||
      /(?:al|ent|ary|ous|ish|ing|ew|office|rights)$/.test(before.norm)
    )
  }
  return isNounish(token)
}

function isNounish(token: Token): boolean {
  if (token.kind !== 'word') return false
  if (token.text === 'WHO') return true
  if (token.norm === "'s") return true
  if (STOPS.has(token.norm) || PREPOSITIONS.has(token.norm) || PRONOUNS.has(token.norm)) return false
  if (!token.capital && LIKELY_VERB.test(token.norm) && !NOUNS_IN_ED_ING.has(token.norm) && !token.norm.includes('-'))
    return false
  return (
    !token.norm.endsWith('ly') ||
    token.capital ||
    ARTICLED.test(token.text) ||
    token.norm === 'family' ||
    token.norm === 'daily'
  )
}

/** "al-Karbouly": a name behind its article. */
const ARTICLED = /^(?:al|el|ad|an|ar|as|ash|at|az)-\p{Lu}/u

const LINKS = wordSet('of for in at from with on')
const TIME = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night week month year weekend earlier later late recently now noon midnight',
)
export const isTimeWord = (norm: string) => TIME.has(norm)

/** The noun phrase that ends with token `last`, as a token range, or null where none does. */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor = 0): readonly [number, number] | null {
  const head = tokens[last]
  if (
    head === undefined ||
    head.norm === "'s" ||
    DETERMINERS.has(head.norm) ||
    !isNounAt(tokens, last) ||
    TIME.has(head.norm)
  )
    return null
  let from = last
  for (let i = last - 1; i >= floor && last - i < 16; i--) {
    const token = tokens[i]!
    if (token.text === ')' && tokens[i + 1]?.norm === 'and') {
      const open = tokens.findLastIndex((other, at) => at < i && at >= i - 5 && other.text === '(')
      if (open <= floor) break
      i = open
      continue
    }
    if (token.kind === 'mark') {
      if ((token.text === "'" || token.text === '’' || token.text === '&' || token.text === '-') && i > floor) {
        if (token.text === '&' || tokens[i - 1]!.norm.endsWith('s')) continue
      }
      break
    }
    if (token.kind === 'number') break
    if (token.norm === 'that') break
    if (DETERMINERS.has(token.norm)) {
      from = i
      const before = tokens[i - 1]
      const link = before !== undefined && LINKS.has(before.norm)
      if (before?.norm === 'and' && opensClause(tokens, i - 2, floor)) {
        i--
        continue
      }
      if (!link || i - 2 < floor || !carriesPhrase(tokens, i - 2)) break
      i--
      continue
    }
    if (TIME.has(token.norm) && !(token.capital && tokens[i - 1]?.norm === 'the')) break
    if (LINKS.has(token.norm)) {
      if (i - 1 < floor || !carriesPhrase(tokens, i - 1, token.norm)) break
      continue
    }
    if (token.norm === 'and') {
      const before = tokens[i - 1]
      if (before?.text === ')') continue
      if (i - 1 < floor || before === undefined || !isNounish(before) || TIME.has(before.norm)) break
      if (!before.capital && HEADS.get(before.norm) === undefined) break
      continue
    }
    if (!isNounAt(tokens, i)) break
    from = i
  }
  while (from < last && (tokens[from]!.norm === 'and' || LINKS.has(tokens[from]!.norm))) from++
  return [from, last + 1]
}

/** "…, relatives and the state prosecutor said": a noun that can speak, with nothing but its own words before it. */
function opensClause(tokens: readonly Token[], noun: number, floor: number): boolean {
  const head = tokens[noun]
  if (noun < floor || head === undefined || HEADS.get(head.norm) === undefined) return false
  let i = noun
  while (i >= floor && noun - i < 4 && (isNounish(tokens[i]!) || DETERMINERS.has(tokens[i]!.norm))) i--
  return i < floor || tokens[i]!.kind === 'mark'
}

/** Whether what stands before a linking preposition is a noun that such a phrase belongs to ("officials in Kyiv"). */
function carriesPhrase(tokens: readonly Token[], at: number, link = 'in'): boolean {
  const token = tokens[at]
  if (token === undefined || !isNounish(token) || TIME.has(token.norm)) return false
  return link === 'of' || link === 'for' || HEADS.has(token.norm) || DOCUMENT_NOUNS.has(token.norm) || token.capital
}

/** The noun phrase that begins at token `first`. */
export function phraseStartingAt(tokens: readonly Token[], first: number): readonly [number, number] | null {
  let i = first
  let nouns = 0
  for (; i < tokens.length && i - first < 18; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (token.text === '&' && nouns > 0) continue
      if ((token.text === '’' || token.text === "'") && nouns > 0 && tokens[i - 1]!.norm.endsWith('s')) continue
      break
    }
    if (token.kind !== 'word') break
    if (i === first && DETERMINERS.has(token.norm)) continue
    if (TIME.has(token.norm)) break
    // "sources close to the governor"
    if (token.norm === 'to' && tokens[i - 1]?.norm === 'close' && nouns > 1) {
      if (DETERMINERS.has(tokens[i + 1]?.norm ?? '')) i++
      continue
    }
    if (LINKS.has(token.norm)) {
      const next = tokens[i + 1]
      if (nouns === 0 || next === undefined || TIME.has(next.norm) || !carriesPhrase(tokens, i - 1, token.norm)) break
      if (next.norm === 'a' || next.norm === 'an') break
      if (DETERMINERS.has(next.norm)) i++
      else if (!isNounish(next)) break
      if (tokens[i + 1] !== undefined && DOCUMENT_NOUNS.has(tokens[i + 1]!.norm)) return [first, i]
      continue
    }
    if (token.norm === 'and') {
      const next = tokens[i + 1]
      const after = next !== undefined && DETERMINERS.has(next.norm) ? tokens[i + 2] : next
      if (nouns === 0 || after === undefined || !isNounish(after) || !after.capital || !tokens[i - 1]!.capital) break
      if (next !== after) i++
      continue
    }
    if (!isNounish(token)) break
    if (token.norm !== "'s") nouns++
  }
  while (
    i > first &&
    (LINKS.has(tokens[i - 1]!.norm) || tokens[i - 1]!.norm === 'and' || tokens[i - 1]!.kind === 'mark')
  )
    i--
  return nouns > 0 && i > first ? [first, i] : null
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
  if (match !== undefined && !isOtherBody(tokens, match, to, tokens[to - 1]!.norm)) {
    const { party } = match
    return { ...base, name: party.name, kind: party.kind, party, person, role: role?.text ?? null, how: 'known' }
  }
  const kind = kindOf(tokens, from, to)
  return {
    ...base,
    name: plainName(text, tokens, from, to),
    kind,
    party: null,
    person,
    role: role?.text ?? null,
    how: 'phrase',
  }
}

/** "residents of X", "sources close to X": the phrase's own head speaks, not the party it mentions. */
function isOtherBody(tokens: readonly Token[], match: PartyMatch, to: number, head: string): boolean {
  const before = tokens[match.from - 1]?.norm === 'the' ? match.from - 2 : match.from - 1
  const link = tokens[before]
  const outside =
    link !== undefined && (link.norm === 'in' || link.norm === 'from' || link.norm === 'with' || link.norm === 'to')
  if (outside) return !DOCUMENT_NOUNS.has(tokens[before - 1]?.norm ?? '')
  if (link?.norm === 'of' && HEADS.get(tokens[before - 1]?.norm ?? '') === 'witness') return true
  if (match.to < to && HEADS.get(head) === 'witness') return true
  // "the Taliban's supreme court"
  if (tokens[match.to]?.norm === "'s" && (HEADS.get(head) === 'court' || HEADS.get(head) === 'hospital')) return true
  // "UN Integrated Office in …": a longer name that only begins with a known one
  const next = tokens[match.to]
  const kind = next === undefined ? undefined : (HEADS.get(next.norm) ?? HEADS.get(tokens[match.to + 1]?.norm ?? ''))
  return match.to < to && next?.capital === true && kind !== undefined && BODIES.has(kind)
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
  return owner ?? inside[0]!
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
  if (best === null) return null
  return text.slice(tokens[best[0]]!.start, tokens[best[1] - 1]!.end)
}

const NOT_NAMES = wordSet(
  'human rights health ministry minister president prime interim foreign defence defense secretary state general united nations national international army police forces syrian observatory network hospital medical college office department high commissioner council committee army interior doctors group network organization organisation security',
)
function isNamePart(token: Token, first: boolean): boolean {
  if (token.kind !== 'word' || token.norm === "'s") return false
  if (NOT_NAMES.has(token.norm) || HEADS.has(token.norm)) return false
  if (token.capital) return true
  return !first && /^(?:al|el|bin|ibn|de|da|van|von|abu|ould|la)(?:-|$)/.test(token.norm)
}
