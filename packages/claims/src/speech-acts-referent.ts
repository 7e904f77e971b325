/** Who is meant by "it", "she", "the government", "the report": earlier speakers of the text. */
import { isCountry } from './claims-names.ts'
import type { PartyKind } from './knowledge.ts'
import { type Mention, speakerKind } from './mention.ts'
import type { Memory, Place, Speaker } from './speech-acts-memory.ts'
import { ROLE_WORDS } from './speech-acts-person.ts'
import type { Unit } from './speech-acts-unit.ts'
import { SPEAKING_DOCUMENTS } from './speech-acts-words.ts'
import { normalise } from './token.ts'

/** The noun that governs the phrase: the last one before its first "of", "in", "from". */
export function headOf(unit: Unit, mention: Mention): string {
  for (let i = mention.from + 1; i < mention.to; i += 1) {
    if (/^(?:of|in|from|for|at|with|on)$/.test(unit.tokens[i]!.norm)) return unit.tokens[i - 1]!.norm
  }
  return unit.tokens[mention.to - 1]!.norm
}

/** "the report", "a statement by the ministry", "the Amnesty report". Undefined where the phrase is no document. */
export function documentSpeaker(unit: Unit, mention: Mention, memory: Memory, at: Place): Speaker | null | undefined {
  const noun = headOf(unit, mention)
  if (!SPEAKING_DOCUMENTS.has(noun)) return undefined
  const named = unit.known.find((match) => match.from >= mention.from && match.to <= mention.to)
  if (named !== undefined) {
    const { name, kind } = named.party
    return { name, kind, person: false, role: null, roleAt: null, at, how: `whose ${noun} it is`, unsure: null }
  }
  const issuer = memory.issuer(noun)
  if (issuer !== null) return { ...issuer, at, how: `who issued the ${noun}` }
  const latest = memory.latest((speaker) => speaker.kind !== 'witness', unit.index, 3)
  if (latest === null || COURT_PAPERS.test(noun)) return ownerless(unit, mention, noun, at)
  return {
    ...latest,
    at,
    how: `the latest to speak before "the ${noun}"`,
    unsure: `whose ${noun} it is, is not said here`,
  }
}

/** Papers that name themselves rather than who wrote them. */
const COURT_PAPERS =
  /^(?:filing|indictment|petition|lawsuit|affidavit|memorandum|memo|cable|transcript|verdict|ruling|judgment|judgement|brief|submission|complaint)$/

/** "a police report" is the police's; "the court filing" speaks for itself, and a person should look whose it is. */
function ownerless(unit: Unit, mention: Mention, noun: string, at: Place): Speaker | null {
  const { tokens } = unit
  const base = { person: false, role: null, roleAt: null, at } as const
  const words = tokens.slice(mention.from, mention.to).filter((token) => !/^(?:the|a|an|its|their)$/.test(token.norm))
  const owner = words.find((token) => token.norm !== noun && speakerKind(token.norm) !== null)
  const kind = owner === undefined ? null : speakerKind(owner.norm)
  if (COURT_PAPERS.test(noun)) {
    const name = words.map((token) => token.text).join(' ')
    return { ...base, name, kind: 'other', how: 'as printed', unsure: `whose ${noun} it is, is not said here` }
  }
  if (owner === undefined || kind === null || kind === 'outlet') return null
  // "a Defense Department news release": all of the owner's name
  const named = words.filter(
    (token) => token.norm !== noun && !/^(?:news|press|media|joint|new|recent|later|latest|'s)$/.test(token.norm),
  )
  const name = named.map((token) => token.text).join(' ')
  return { ...base, name, kind, how: `whose ${noun} it is`, unsure: null }
}

/** What "it" may be: a body, named in the singular. */
const single = (speaker: Speaker): boolean =>
  !speaker.person &&
  speaker.kind !== 'witness' &&
  speaker.kind !== 'official' &&
  !(
    speaker.how === 'as printed' &&
    /(?:sources|officials|activists|groups|forces|residents|militants|authorities)$/i.test(speaker.name)
  )

const WOMEN =
  /\b(?:wom[ae]n|girls?|mothers?|daughters?|sisters?|aunts?|nieces?|wi(?:fe|ves)|widows?|grandmothers?|housewi(?:fe|ves)|chairwoman|spokeswoman|congresswoman|queen|mrs|ms)\b/i
const MEN =
  /\b(?:m[ae]n|boys?|fathers?|sons?|brothers?|uncles?|nephews?|husbands?|widowers?|grandfathers?|fisherm[ae]n|chairman|spokesman|congressman|king|imam|mr)\b/i

export function pronoun(mention: Mention, unit: Unit, memory: Memory, at: Place): Speaker | null {
  const word = normalise(mention.text)
  if (word === 'i' || word === 'we') {
    const { author } = memory
    return author === null ? null : { ...author, at, how: `"${mention.text}" is ${author.name}, ${author.how}` }
  }
  const found =
    word === 'he' || word === 'she'
      ? memory.latest(
          (speaker) =>
            (speaker.person || speaker.role !== null || speaker.kind === 'official' || speaker.kind === 'witness') &&
            !(word === 'he' ? WOMEN : MEN).test(`${speaker.role ?? ''} ${speaker.name}`),
          unit.index,
          14,
        )
      : word === 'it'
        ? memory.latest(single, unit.index, 6)
        : word === 'they'
          ? memory.latest((speaker) => !speaker.person, unit.index, 4)
          : null
  if (found === null) return null
  return { ...found, at, how: `"${mention.text}" is ${found.name} of earlier text` }
}

const REFERENTS: ReadonlyMap<string, ReadonlySet<PartyKind>> = new Map(
  (
    [
      ['monitor watchdog', ['monitor', 'aid_organisation']],
      [
        'group organisation organization ngo charity',
        ['monitor', 'aid_organisation', 'un_body', 'other', 'armed_group', 'political_group'],
      ],
      ['agency', ['agency', 'un_body', 'government', 'aid_organisation']],
      ['office body mission', ['un_body', 'government', 'court']],
      ['government authorities', ['government']],
    ] as const
  ).flatMap(([words, kinds]) => words.split(' ').map((word) => [word, new Set<PartyKind>(kinds)] as const)),
)

export function definiteSpeaker(unit: Unit, mention: Mention, name: string, memory: Memory, at: Place): Speaker | null {
  const head = headOf(unit, mention)
  const words = normalise(name).split(/\s+/)
  const take = (speaker: Speaker): Speaker => ({
    ...speaker,
    at,
    how: `"${mention.text}" is ${speaker.name} of earlier text`,
  })
  if (ROLE_WORDS.has(head)) {
    const same = memory.latest(
      (speaker) => speaker.person && speaker.role !== null && sameOffice(head, normalise(speaker.role)),
      unit.index,
      30,
    )
    if (same !== null) return take(same)
  }
  // "the government" after "the Syrian government"; "the commission" after its full name
  if (words.length <= 3) {
    const named = memory.latest(
      (speaker) =>
        !speaker.person &&
        normalise(speaker.name)
          .split(/[\s-]+/)
          .includes(head),
      unit.index,
      40,
    )
    if (named !== null && words.length === 1) return take(named)
    const kinds = REFERENTS.get(head)
    if (kinds !== undefined && (words.length === 1 || DESCRIBES.test(words[0]!) || DESCRIBES.test(words[1]!))) {
      const said = words.length === 1 ? undefined : DESCRIBED.get(words[0]!)
      const ruling = head === 'government' || head === 'authorities'
      const fits = (speaker: Speaker): boolean =>
        !speaker.person &&
        (said ?? kinds).has(speaker.kind) &&
        (!ruling || RULES.test(speaker.name) || isCountry(speaker.name))
      const spoken = memory.latest(fits, unit.index, 12) ?? (said && memory.latestNamed(fits, unit.index, 6))
      if (spoken != null) return take(spoken)
    }
  }
  return null
}

/** The kinds of party that a word before "agency" or "group" leaves. */
const DESCRIBED: ReadonlyMap<string, ReadonlySet<PartyKind>> = new Map(
  (
    [
      ['aid relief humanitarian', ['aid_organisation', 'un_body']],
      ['news', ['agency', 'outlet']],
      ['rights', ['monitor', 'aid_organisation', 'un_body']],
    ] as const
  ).flatMap(([words, kinds]) => words.split(' ').map((word) => [word, new Set<PartyKind>(kinds)] as const)),
)

/** Names of what "the government" can be. */
const RULES = /\b(?:governments?|regime|junta|authorit(?:y|ies)|cabinet|administration|presidency|state)\b/i

/** What is said of a body before its kind: "the Britain-based monitor", "the medical group". */
const DESCRIBES =
  /^(?:relief|humanitarian|charity|news|rights|human|war|aid|advocacy|watchdog|medical|non-profit|independent|local|\p{L}+-based)$/u

/** A leader is a president, too. */
function sameOffice(head: string, role: string): boolean {
  if (new RegExp(`\\b${head}\\b`).test(role)) return true
  return (head === 'leader' || head === 'ruler') && /\b(?:president|premier|prime minister|leader|king)\b/.test(role)
}
