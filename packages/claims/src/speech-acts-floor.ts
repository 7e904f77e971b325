/** Who says "I" and "we" outside quotation marks: the author of a statement, its issuer, or whose words a colon opens. */
import type { Discourse } from './discourse.ts'
import type { Block } from './document.ts'
import { speakerKind } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { place, trimmed } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import { subjectFollowing } from './speech-acts-following.ts'
import { judge } from './speech-acts-kind.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { named } from './speech-acts-named.ts'
import { speakerOf } from './speech-acts-speaker.ts'

import type { Unit } from './speech-acts-unit.ts'
import { FIRST_PERSON } from './speech-acts-words.ts'
import { tokenise } from './token.ts'

/** Documents whose title names who speaks in them: "Statement by X on Y". */
const SIGNED = /^(?:statements?|remarks|message|speech|address|declaration|letter|comments|communique|testimony)$/
/** What follows a statement and is no part of it. */
const AFTERMATTER =
  /^(?:notes? (?:to|for) (?:the )?editors?|(?:for )?(?:further|more) information|media (?:enquiries|inquiries|contacts?)|background|contacts?|ends?\b|follow (?:us|the)|read more|related)/i

/** How many blocks are looked ahead, and how much of each, in characters. */
const RUN = 6
const LONGEST = 4000
const SAYS_WE = /(?:^|[\s(])(?:I|[Ww]e|[Oo]ur|[Mm]y)[\s’']/

interface Held {
  readonly speaker: Speaker
  /** Why the words are the speaker's, for people. */
  readonly how: string
  /** The block the words were announced in, and whether they begin with the next one. */
  readonly block: number
  readonly next: boolean
  /** Whether the speaker has said "I" or "we" by now. */
  readonly own: boolean
}

/** Follows through a document whose words stand without quotation marks. */
export class Floor {
  readonly #issuer: Speaker | null
  #held: Held | null = null

  readonly #blocks: readonly Block[]

  constructor(issuer: Speaker | null, blocks: readonly Block[]) {
    this.#issuer = issuer
    this.#blocks = blocks
  }

  /** Who says "we" in a unit; null where nobody but the outlet can. Ends what ends before the unit. */
  enter(text: string, unit: Unit): Speaker | null {
    const held = this.#held
    if (held !== null) {
      const over =
        (unit.block === 'heading' && !held.own) ||
        unit.quoted[0] !== -1 ||
        AFTERMATTER.test(text.slice(unit.start, unit.start + 60)) ||
        (!saysWe(unit) && spokenOf(text.slice(unit.start, unit.end), held.speaker))
      const further = unit.blockIndex > held.block + (held.next ? 1 : 0)
      if (over || (further && !held.own && !this.#ownWordFrom(text, unit.blockIndex))) this.#held = null
      else if (further || saysWe(unit)) this.#held = { ...held, own: true }
    }
    return this.#held?.speaker ?? this.#issuer
  }

  /** Whether the speaker says "we" in one of the next blocks, before another heading or quotation. */
  #ownWordFrom(text: string, index: number): boolean {
    for (let i = index; i < Math.min(this.#blocks.length, index + RUN); i += 1) {
      const { kind, start, end } = this.#blocks[i]!
      const words = text.slice(start, Math.min(end, start + LONGEST))
      if (kind !== 'body' || /^["“«‘]/.test(words) || AFTERMATTER.test(words)) return false
      if (SAYS_WE.test(words)) return true
    }
    return false
  }

  /** Takes in who is announced by a unit, once its predicates are known. */
  leave(text: string, unit: Unit, memory: Memory, found: readonly Predicate[]): void {
    const signed = signedBy(text, unit, memory)
    if (signed !== null)
      this.#held = { speaker: signed, how: 'the title names whose', block: unit.blockIndex, next: true, own: true }
    const opened = openedBy(unit, found)
    if (opened === null) return
    const at = unit.tokens.at(-1)!.text === ':'
    const own = !at && saysWe(unit)
    this.#held = { speaker: opened, how: 'they follow "said:"', block: unit.blockIndex, next: at, own }
  }

  /** The speaker is spoken of again in the third person: the words are over. */
  yield(found: readonly Predicate[]): boolean {
    const held = this.#held
    if (held === null) return false
    const again = found.some(
      ({ speaker }) => speaker.name === held.speaker.name && speaker.how !== held.speaker.how && !isOwn(speaker),
    )
    if (again) this.#held = null
    return again
  }

  /** What the one who has the floor says with a unit, where no verb of the unit says it. */
  claim(text: string, unit: Unit): Draft | null {
    const held = this.#held
    if (unit.block !== 'body') return null
    const speaker = held?.speaker ?? this.#issuer
    if (speaker === null || (held === null && !saysWe(unit))) return null
    if (held !== null && !held.next && unit.blockIndex === held.block && !held.own) return null
    const range = trimmed(unit, 0, unit.tokens.length)
    if (range === null || range[1] - range[0] < 4 || unit.tokens.at(-1)!.text === ':') return null
    const judged = judge(text, unit, range, speaker, '')
    // of an issuer only what it does by saying it: the rest is its account of what happened
    if (held === null && judged.kind === 'statement') return null
    const sure = held === null || held.own
    return {
      kind: judged.kind,
      speaker: { ...speaker, at: ownWord(unit) ?? speaker.at },
      via: null,
      addressee: named(text, unit, judged.addressee),
      target: named(text, unit, judged.target),
      cue: null,
      content: place(unit, range),
      rule: `${UNMARKED}: ${held?.how ?? 'its issuer says "we"'}; ${judged.rule}`,
      unsure: sure
        ? speaker.unsure
        : 'no quotation marks stand around these words; they follow the words of their speaker',
    }
  }
}

/** "the Foreign Secretary will return", "Mr Oskal added": no longer the speaker's own words. */
function spokenOf(words: string, { name, role, person }: Speaker): boolean {
  if (!person) return false
  const last = name.split(' ').at(-1)!
  const office = role === null ? null : `the ${role.toLowerCase()}`
  return (
    words.includes(`Mr ${last}`) ||
    words.includes(`Ms ${last}`) ||
    (office !== null && words.toLowerCase().includes(office))
  )
}

/** How the rule of a claim begins that no quotation marks and no verb of the unit give to its speaker. */
export const UNMARKED = 'words without quotation marks'

/** Found as the one who has the floor by "we", or only by a document. */
const isOwn = (speaker: Speaker): boolean =>
  /^(?:"(?:I|We)" is |the latest to speak|who issued|whose )/i.test(speaker.how)

function saysWe({ tokens, quoted }: Unit): boolean {
  return tokens.some(
    (token, i) => quoted[i] === -1 && FIRST_PERSON.has(token.norm) && (token.norm !== 'us' || token.text !== 'US'),
  )
}

/** Where the unit says "I", "we" or "our". */
function ownWord({ tokens, quoted }: Unit): { start: number; end: number } | null {
  const at = tokens.findIndex(
    (token, i) => quoted[i] === -1 && FIRST_PERSON.has(token.norm) && token.text !== 'US' && token.text.length < 5,
  )
  return at < 0 ? null : { start: tokens[at]!.start, end: tokens[at]!.end }
}

/** "Statement by X on …", "Remarks of X": whose the document is, by its title or first line. */
function signedBy(text: string, unit: Unit, memory: Memory): Speaker | null {
  const { tokens } = unit
  if (unit.block !== 'title' && unit.block !== 'heading' && unit.index > 0) return null
  if (/[.!?]/.test(tokens.at(-1)!.text)) return null
  const noun = tokens.slice(0, 4).findIndex((token) => SIGNED.test(token.norm))
  if (noun < 0) return null
  let link = noun + 1
  if (/^(?:attributable|delivered|made|issued)$/.test(tokens[link]?.norm ?? '')) link += 1
  if (!/^(?:by|from|of|to)$/.test(tokens[link]?.norm ?? '') || (tokens[link]!.norm === 'to' && link === noun + 1))
    return null
  const subject = subjectFollowing(text, unit, link + 1)
  return subject === null ? null : speakerOf(text, unit, subject, memory, true)
}

/** "The minister, X, said:", with nothing quoted behind the colon. */
function openedBy(unit: Unit, found: readonly Predicate[]): Speaker | null {
  const predicate = found.at(-1)
  if (predicate === undefined || predicate.act !== 'say' || predicate.form !== 'subject') return null
  if (!/^(?:say|state|declare|add|comment|write|tell|respond|reply|remark)$/.test(predicate.lemma)) return null
  const { tokens, quoted } = unit
  for (let i = predicate.cueTo; i < Math.min(tokens.length, predicate.cueTo + 16); i += 1) {
    if (quoted[i] !== -1 || /^[.;]$/.test(tokens[i]!.text)) return null
    if (tokens[i]!.text !== ':') continue
    const first = tokens[i + 1]
    return first === undefined || (quoted[i + 1] === -1 && first.capital) ? predicate.speaker : null
  }
  return null
}

const OFFICES =
  /^(?:ministry|government|department|command|presidency|embassy|secretariat|cabinet|parliament|council|court|tribunal|commission|delegation|directorate)$/

/** A document that no newsroom puts out: its outlet says "we" in it. Null for a newspaper, an agency, an unknown name. */
export function issuerOf({ document, index }: Discourse): Speaker | null {
  const name = document.outlet
  if (name === null) return null
  const party = index.named(name)
  const office = tokenise(name).find((token) => OFFICES.test(token.norm))
  const kind = party?.kind ?? (office === undefined ? null : (speakerKind(office.norm) ?? 'government'))
  if (kind === null || kind === 'outlet' || kind === 'agency' || kind === 'witness') return null
  const nowhere = { start: 0, end: 0 }
  const base = { person: false, role: null, roleAt: null, at: nowhere, unsure: null } as const
  return { ...base, name: party?.name ?? name, kind, how: 'who issued the document' }
}
