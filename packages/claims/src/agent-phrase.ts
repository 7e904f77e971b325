/** Noun phrases of those said to have done it: "security forces and groups allied with them", "members of the gang". */
import type { Range } from './counted.ts'
import { ADVERBS, AUXILIARIES, cueLemma } from './cue.ts'
import { HAVE, IRREGULAR_PAST, isOtherVerb, MODAL, type Scene } from './harm-scene.ts'
import { NOT_VICTIMS, victimCategory } from './lexicon-victims.ts'
import { DOCUMENT_NOUNS, isPreposition, isPronoun, isTimeWord, speakerKind } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

export const EVENTS = wordSet(
  'clashes clash violence fighting attack attacks strike strikes airstrike airstrikes raid raids explosion explosions blast blasts bombing bombings shelling war conflict earthquake flood floods fire operation operations offensive ambush crackdown unrest protests incident shooting shootings assault assaults bombardment missile missiles drone drones rocket rockets bomb bombs gunfire disaster storm cyclone collapse stampede massacre massacres siege reprisals reprisal rampage response toll number campaign famine outbreak disease accident crash mine mines landmine landmines shell shells grenade barrage bombardments hostilities bloodshed killing killings landslide landslides lightning avalanche tornado hurricane typhoon tsunami drought cholera heatwave',
)

const PLACING = wordSet('in at near outside around across')

const NOT_AGENTS = wordSet('it he she they that which this')

/** Those who carry arms or give orders. */
const ACTORS = wordSet(
  'forces force troops army soldiers police militia militias militiamen militants rebels insurgents gunmen fighters gang gangs group groups faction factions loyalists settlers tribes tribesmen clans clansmen mercenaries paramilitaries paramilitary bandits jihadists extremists guerrillas vigilantes raiders attackers assailants kidnappers cartel cartels mob rioters guards guard gendarmes commandos snipers men allies regime junta government authorities officers personnel agents terrorists herders herdsmen pirates smugglers traffickers navy military separatists units bedouins bomber hitmen arsonists supremacists brigade brigades battalion battalions regiment regiments bands squads patrols agents raiders rustlers',
)

/** By, near or along these things happen; they do nothing. */
const GEOGRAPHY = wordSet(
  'mediterranean sea ocean river lake coast gulf shore border road roadside highway side front bay beach canal bridge bank frontier tarmac wayside valley',
)

const ALLIED = wordSet('allied affiliated linked aligned backed tied armed led')

const LOYAL = wordSet('loyal linked allied affiliated tied close')

const BREAKS = wordSet(
  'that while when whereas as after before because since until if but where although though so than or yet',
)

/** Whether a phrase names someone who can have done harm. */
export function isAgent(scene: Scene, [from, to]: Range): boolean {
  const { tokens } = scene
  let head = from + 1
  while (head < to && !(isPreposition(tokens[head]!.norm) && tokens[head]!.norm !== 'of')) head++
  const last = tokens[Math.min(head, to) - 1]
  if (last === undefined || to <= from) return false
  if (EVENTS.has(last.norm) || NOT_AGENTS.has(last.norm) || GEOGRAPHY.has(last.norm)) return false
  if (NOT_VICTIMS.has(last.norm) && !ACTORS.has(last.norm)) return false
  for (let i = from; i < to; i++) {
    const { norm } = tokens[i]!
    if (norm === 'between' || EVENTS.has(norm)) return false
    if (ACTORS.has(norm)) return true
    const category = victimCategory(norm)
    if (category === 'security_forces' || category === 'combatants') return true
    const kind = speakerKind(norm)
    if (kind === 'government' || kind === 'armed_group') return true
    const party = scene.known.find((match) => match.from <= i && i < match.to)?.party.kind
    if (party === 'armed_group' || party === 'government') return true
    if (party === 'outlet' || party === 'monitor') return false
  }
  // at the head of a sentence every word has a capital
  return last.capital && last !== tokens[0]
}

/** Steps back over auxiliaries, adverbs and an inserted "…, X said," before a verb; where its subject ends. */
function subjectEnd(tokens: readonly Token[], verb: number, floor: number): { end: number; insert: number | null } {
  let i = verb - 1
  let insert: number | null = null
  for (let guard = 0; guard < 12 && i >= floor; guard++) {
    const token = tokens[i]!
    if (ADVERBS.has(token.norm) || AUXILIARIES.has(token.norm) || HAVE.has(token.norm) || MODAL.has(token.norm)) i--
    else if (token.norm.endsWith('ly') && !token.capital && token.norm !== 'family') i--
    else if ((token.text === ',' || token.text === '–' || token.text === '—') && insert === null) {
      const open = openingMark(tokens, i, floor)
      if (open === null) break
      insert = i
      i = open - 1
    } else break
  }
  return { end: i + 1, insert }
}

function openingMark(tokens: readonly Token[], close: number, floor: number): number | null {
  for (let i = close - 1; i >= floor && close - i < 16; i--) {
    if (tokens[i]!.text === tokens[close]!.text) return i
    if (tokens[i]!.kind === 'mark') return null
  }
  return null
}

/** Where the clause of a verb begins. */
export function clauseStart(scene: Scene, verb: number): number {
  const { tokens } = scene
  for (let i = verb - 1; i >= 0 && verb - i < 60; i--) {
    const token = tokens[i]!
    if (token.text === ';' || token.text === ':' || token.text === '"' || token.text === '“') return i + 1
    if (token.kind !== 'word') continue
    if (BREAKS.has(token.norm)) return i + 1
    if (cueLemma(token.norm) !== null && tokens[i + 1]?.text !== ',' && i < verb - 1 && isSpeech(tokens, i))
      return i + 1
  }
  return Math.max(0, verb - 60)
}

const SPEECH = wordSet(
  'say says said saying report reports reported announced confirmed confirms added stated states claimed claims alleges alleged believes believed found showed shows suggests suggested estimated estimates told',
)

/** "X said rebels …": a verb of saying, not a noun or a participle of one. */
function isSpeech(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.norm ?? ''
  return SPEECH.has(tokens[i]!.norm) && before !== 'the' && before !== 'a' && before !== 'an' && before !== 'and'
}

/** The noun phrase that ends before `end`, joined nouns and what hangs on them included. */
export function agentEndingAt(scene: Scene, end: number, floor: number): Range | null {
  const { tokens } = scene
  let from = end
  for (let i = end - 1; i >= floor && end - i < 18; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if ((token.text === '’' || token.text === "'") && tokens[i - 1]?.norm.endsWith('s')) continue
      break
    }
    if (token.kind !== 'word' || BREAKS.has(token.norm) || isTimeWord(token.norm) || ADVERBS.has(token.norm)) break
    if (isPronoun(token.norm) && token.norm !== 'them') break
    if (AUXILIARIES.has(token.norm) || IRREGULAR_PAST.has(token.norm)) break
    if (cueLemma(token.norm) !== null && isSpeech(tokens, i)) break
    if (token.norm === 'and') {
      if (from === end || tokens[i - 1]?.kind !== 'word') break
      continue
    }
    if (isPreposition(token.norm)) {
      if (from === end || tokens[i - 1]?.kind !== 'word') break
      continue
    }
    if (scene.harmAt.has(i) && scene.harmAt.get(i)!.form !== 'victims' && !ACTORS.has(token.norm)) break
    from = i
  }
  while (
    from < end &&
    (isPreposition(tokens[from]!.norm) || tokens[from]!.norm === 'and' || tokens[from]!.norm === "'s")
  )
    from++
  // an adjunct at the front ("On Saturday in Bara gunmen …") is not part of it
  return from < end ? [from, end] : null
}

/** Who stands as subject before the verb at `verb`, through a verb joined by "and" and through appositions. */
export function agentBefore(scene: Scene, verb: number, depth = 0): Range | null {
  const { tokens } = scene
  const floor = clauseStart(scene, verb)
  const { end, insert } = subjectEnd(tokens, verb, floor)
  const head = tokens[end - 1]
  if (head === undefined || end <= floor || depth > 3) return null
  if (head.norm === 'and' || head.text === ',') {
    const earlier = finiteVerb(scene, floor, end - 1)
    return earlier === null ? null : agentBefore(scene, earlier, depth + 1)
  }
  if (head.norm === 'who' || head.norm === 'which') {
    const comma = tokens[end - 2]?.text === ','
    const range = agentEndingAt(scene, comma ? end - 2 : end - 1, floor)
    // "attacks in Baghdad which killed": the attacks did, not the city
    const placed = range !== null && PLACING.has(tokens[range[0] - 1]?.norm ?? '')
    return range !== null && !placed && isAgent(scene, range) ? range : null
  }
  const range = agentEndingAt(scene, end, floor)
  if (range === null || !isAgent(scene, range)) return describedAgent(scene, end, floor)
  const apposed = insert !== null && isAgent(scene, [end + 1, insert]) && !speaks(tokens, end + 1, insert)
  return apposed ? [range[0], insert] : range
}

/** "the paramilitaries who controlled the zone had killed": the noun that a relative clause before the verb describes. */
function describedAgent(scene: Scene, end: number, floor: number): Range | null {
  for (let i = end - 2; i > floor && end - i < 14; i--) {
    const { norm, kind } = scene.tokens[i]!
    if (kind === 'mark') return null
    if (norm !== 'who') continue
    const range = agentEndingAt(scene, i, floor)
    return range !== null && isAgent(scene, range) ? range : null
  }
  return null
}

function speaks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (cueLemma(tokens[i]!.norm) !== null || tokens[i]!.norm === 'according') return true
  return false
}

/** The first verb of a clause that says what its subject did. */
function finiteVerb(scene: Scene, from: number, to: number): number | null {
  const { tokens } = scene
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.capital) continue
    const harm = scene.harmAt.get(i)
    if (harm !== undefined && harm.form === 'past') return i
    if (HAVE.has(token.norm)) return i
    if (token.norm.endsWith('ing') || ACTORS.has(tokens[i + 1]?.norm ?? '') || ALLIED.has(token.norm)) continue
    if (SPEECH.has(token.norm)) continue
    if (isOtherVerb(tokens, i)) return i
  }
  return null
}

/** The noun phrase that begins at `first`, as far as it names an agent. */
export function agentStartingAt(scene: Scene, first: number): Range | null {
  const { tokens } = scene
  let i = first
  for (; i < tokens.length && i - first < 14; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (
        (token.text === '’' || token.text === "'" || token.text === '"') &&
        i > first &&
        tokens[i + 1]?.kind === 'word'
      )
        continue
      break
    }
    // "the 400 Mawozo gang"
    if (token.kind === 'number' && i > first && tokens[i + 1]?.capital) continue
    if (token.kind !== 'word' || BREAKS.has(token.norm) || isTimeWord(token.norm) || isPronoun(token.norm)) break
    // "by an AFP count"
    if (DOCUMENT_NOUNS.has(token.norm)) return null
    if (AUXILIARIES.has(token.norm) || IRREGULAR_PAST.has(token.norm) || cueLemma(token.norm) !== null) break
    if (token.norm === 'of' || token.norm === 'and' || token.norm === 'with') {
      const next = tokens[i + 1]
      if (i === first || next?.kind !== 'word' || isPreposition(next.norm)) break
      if (token.norm === 'with' && !ALLIED.has(tokens[i - 1]!.norm)) break
      if (token.norm === 'and' && !joinsAgent(scene, i + 1)) break
      continue
    }
    if (token.norm === 'to' && LOYAL.has(tokens[i - 1]?.norm ?? '')) continue
    if (isPreposition(token.norm)) break
    if (i > first && !token.capital && EVENTS.has(token.norm) && token.norm.endsWith('ing')) break
    if (i > first + 1 && !token.capital && !ACTORS.has(token.norm) && /ing$/.test(token.norm)) break
  }
  while (i > first && ['of', 'and', 'with', 'to', 'the'].includes(tokens[i - 1]!.norm)) i--
  return i > first && isAgent(scene, [first, i]) ? [first, i] : null
}

function joinsAgent(scene: Scene, at: number): boolean {
  for (let i = at; i < at + 5 && i < scene.tokens.length; i++) {
    const token = scene.tokens[i]!
    if (token.kind !== 'word' || isPreposition(token.norm) || AUXILIARIES.has(token.norm)) return false
    if (ACTORS.has(token.norm)) return true
    if (token.capital && scene.known.some((match) => match.from <= i && i < match.to)) return true
  }
  return false
}

/** The agent that a sentence of earlier text names last as a subject or behind "by": what "they" then stands for. */
export function lastAgentOf(text: string, tokens: readonly Token[], known: readonly PartyMatch[]): Range | null {
  const scene: Scene = {
    text,
    tokens,
    known,
    harms: [],
    harmAt: new Map(),
    harmEnd: new Map(),
    phrases: [],
    phraseAt: new Map(),
  }
  let found: Range | null = null
  for (let i = 0; i < tokens.length; i++) {
    const before = tokens[i - 1]
    const opens = before === undefined || before.kind === 'mark' || BREAKS.has(before.norm) || before.norm === 'by'
    if (!opens || tokens[i]!.kind !== 'word') continue
    const range = agentStartingAt(scene, i)
    if (range !== null) found = range
  }
  return found
}
