/** What "it", "the group", "she" or "the report" may mean at a point of a text: who spoke and who was named before. */
import type { Attribution } from './attribution.ts'
import type { Party, PartyKind } from './knowledge.ts'
import { HONORIFICS, isTimeWord, type Mention, mentionOf, phraseStartingAt } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { arabicReferent } from './referent-ar.ts'
import type { Sentence } from './sentence.ts'
import { normalise } from './token.ts'

export interface Memory {
  /** The attribution with its speaker tied to earlier text. Ask in the order of the text. */
  readonly resolve: (attribution: Attribution, sentence: Sentence, parties: readonly PartyMatch[]) => Attribution
  /** Takes in what the sentence leaves for later ones. Call once behind its attributions. */
  readonly close: (sentence: Sentence, text: string, parties: readonly PartyMatch[]) => void
}

interface Said {
  readonly mention: Mention
  readonly sentence: number
}

/** How many acts of saying back, so that a page that is one sentence stays linear. */
const REMEMBERED = 96
/** How many sentences back a word may reach. */
const REACH = { pronoun: 8, document: 8, noun: 30, name: 60 } as const

export function createMemory(): Memory {
  const speakers: Said[] = []
  const people: Said[] = []
  const named: { readonly party: Party; readonly sentence: number }[] = []
  const persons = new Map<string, Mention>()
  let place: string | null = null
  /** Those who were the subject of a sentence without speaking in it: "Residents disputed that." */
  let crowd: Said | null = null

  const last = (fits: (mention: Mention) => boolean, at: number, reach: number): Said | null => {
    const floor = Math.max(0, speakers.length - REMEMBERED)
    for (let i = speakers.length - 1; i >= floor && at - speakers[i]!.sentence <= reach; i--) {
      if (fits(speakers[i]!.mention)) return speakers[i]!
    }
    return null
  }

  const find = (speaker: Mention, at: number, language: Sentence['language']): Mention => {
    const take = (said: Said | null): Mention => {
      if (said === null) return speaker
      const { name, kind, party, person, how } = said.mention
      return {
        ...speaker,
        name,
        kind,
        party,
        person: speaker.person ?? person,
        how: how === 'known' ? 'known' : 'phrase',
      }
    }
    if (speaker.how === 'known') return narrower(speaker, at)
    if (language === 'ar') {
      const reach = speaker.how === 'pronoun' ? REACH.pronoun : REACH.noun
      const mention = arabicReferent(speaker, (fits) => last(fits, at, reach)?.mention ?? null)
      if (mention !== null) return take({ mention, sentence: at })
    }
    if (speaker.how === 'pronoun') return take(meant(speaker, at))
    const [first = '', second, ...more] = speaker.text.split(/\s+/)
    if (more.length === 0 && (speaker.person === null || HONORIFICS.has(normalise(first).replace('.', '')))) {
      const known = persons.get(normalise(second ?? first))
      if (known !== undefined) return take({ mention: known, sentence: at })
    }
    if (speaker.person !== null && speaker.role !== null) {
      const office = last((mention) => sameOffice(mention, speaker), at, REACH.noun)
      if (office !== null) return { ...take(office), person: speaker.person }
    }
    if (speaker.how === 'open') {
      const body = last(
        ({ kind, person, party }) => kind !== 'witness' && kind !== 'hospital' && (person === null || party !== null),
        at,
        REACH.document,
      )
      if (body !== null) return take(body)
      const party = named.findLast((entry) => ISSUERS.has(entry.party.kind) && at - entry.sentence <= 4)
      return party === undefined ? speaker : ofParty(speaker, party.party)
    }
    return speaker.how === 'definite' ? definite(speaker, at, take) : speaker
  }

  const meant = (speaker: Mention, at: number): Said | null => {
    const word = normalise(speaker.text)
    if (PERSONAL.has(word)) {
      const spoke = last(isSomebody, at, REACH.pronoun)
      const subject = people.at(-1)
      const nearer =
        subject !== undefined && at - subject.sentence <= 3 && (spoke === null || subject.sentence > spoke.sentence)
      return nearer ? subject : spoke
    }
    if (PLURAL.has(word) && crowd !== null && at - crowd.sentence <= 2) return crowd
    if (PLURAL.has(word)) return last((mention) => mention.person === null, at, REACH.pronoun)
    const body = last((mention) => mention.kind !== 'witness' && isOne(mention), at, REACH.pronoun)
    return body ?? last(isOne, at, REACH.pronoun) ?? last(() => true, at, REACH.pronoun)
  }

  /** "the UN" right behind a body of the UN means that body. */
  const narrower = (speaker: Mention, at: number): Mention => {
    const before = speakers.at(-1)
    const body = before?.mention.party ?? null
    if (speaker.party === null || speaker.person !== null) return speaker
    const { party } = speaker
    // "the new UN inquiry": the inquiry of the body that spoke before
    if (/^the .*\b(?:inquiry|investigation|report)$/i.test(speaker.text)) {
      const inner = last((mention) => mention.party?.partOf === party.id, at, 12)
      return inner === null ? speaker : ofParty(speaker, inner.mention.party!)
    }
    if (before === undefined || at - before.sentence > 2) return speaker
    const speaksForIt = body !== null && body.partOf === speaker.party.id && body.name.startsWith('UN ')
    return speaksForIt ? ofParty(speaker, body) : speaker
  }

  const definite = (speaker: Mention, at: number, take: (said: Said | null) => Mention): Mention => {
    const words = speaker.text.split(/\s+/)
    // an Arabic noun stands before its adjectives
    const head = normalise((/^\p{Script=Arabic}/u.test(speaker.text) ? words[0] : words.at(-1))!)
    const same = last((mention) => wordsOf(mention.name).includes(head), at, REACH.name)
    if (same !== null) return take(same)
    const kinds = REFERENTS.get(head)
    if (kinds === undefined) return speaker
    const like = NAMED_LIKE.get(head)
    const fits = (name: string) => like === undefined || like.test(name)
    const spoke = last((mention) => kinds.has(mention.kind) && fits(mention.name), at, REACH.noun)
    if (spoke !== null) return take(spoke)
    const entry = named.findLast(
      ({ party, sentence }) => kinds.has(party.kind) && fits(party.name) && at - sentence <= 10,
    )
    return entry === undefined ? speaker : ofParty(speaker, entry.party)
  }

  /** "the town's mayor" is the mayor of the town named last; "Syria's defence ministry" is the Syrian one. */
  const placed = (mention: Mention, sentence: Sentence): Mention => {
    if (mention.party !== null || sentence.language !== 'en') return mention
    const role = mention.name.match(/^(?:town|city|village|region|province|state|district|capital)['’]s (.+)$/)?.[1]
    if (role !== undefined) {
      const where = placeNamed(sentence, mention.from) ?? place
      return where === null ? mention : { ...mention, name: `${role} of ${where}` }
    }
    const owned =
      mention.kind === 'government' && mention.person === null
        ? mention.name.match(/^(\p{Lu}\p{L}+)['’]s (.+)$/u)
        : null
    const demonym = owned === null ? undefined : DEMONYMS.get(owned[1]!)
    return demonym === undefined ? mention : { ...mention, name: `${demonym} ${owned![2]}` }
  }

  return {
    resolve(attribution, sentence, parties) {
      const { speaker } = attribution
      const border = speaker?.from ?? attribution.cueFrom
      for (const match of parties) if (match.from < border) named.push({ party: match.party, sentence: sentence.index })
      if (speaker === null) return attribution
      const found = placed(find(speaker, sentence.index, sentence.language), sentence)
      if (found.person !== null) {
        for (const [part, last] of partsOf(found.person)) {
          const known = persons.get(part)
          if (known === undefined || (last && known.party === null && found.party !== null)) persons.set(part, found)
        }
      }
      const settled = found.how !== 'open' && found.how !== 'pronoun'
      if (settled) speakers.push({ mention: found, sentence: sentence.index })
      return { ...attribution, speaker: found }
    },
    close(sentence, text, parties) {
      for (const match of parties) named.push({ party: match.party, sentence: sentence.index })
      if (sentence.language !== 'en') return
      const range = phraseStartingAt(sentence.tokens, 0)
      const mention = range === null ? null : mentionOf(text, sentence.tokens, range, parties)
      // "A pastor whose church was destroyed …": whoever "he" is next
      if (
        mention !== null &&
        mention.person === null &&
        SINGLE_SUBJECT.test(mention.text) &&
        SUBJECTS.has(mention.kind)
      )
        people.push({ mention, sentence: sentence.index })
      if (mention !== null && mention.kind === 'witness' && CROWD.test(mention.text))
        crowd = { mention, sentence: sentence.index }
      if (mention !== null && mention.person !== null && mention.party === null) {
        people.push({
          mention: { ...mention, name: mention.person, kind: 'witness', how: 'phrase' },
          sentence: sentence.index,
        })
      }
      place = placeNamed(sentence, sentence.tokens.length) ?? place
    },
  }
}

/** "he" is a person, or one official. */
const isSomebody = ({ person, kind, name, party, role }: Mention) =>
  person !== null ||
  (party !== null && role !== null && !role.endsWith('s')) ||
  (kind === 'other' && party === null && /^\p{Lu}[\p{L}’'-]+$/u.test(name)) ||
  (SINGLE_SPEAKERS.has(kind) &&
    !/^(?:\S+ ){0,4}(?:officials|authorities|witnesses|residents|doctors|medics|sources)\b/i.test(name))
/** "it" is no group of persons. */
const isOne = ({ how, name, person, kind }: Mention) =>
  how === 'known' || (person === null && !(/[^s]s$/.test(name) && MANY.has(kind)))
const MANY: ReadonlySet<PartyKind> = new Set(['official', 'witness', 'other', 'hospital', 'armed_group'])

const SINGLE_SPEAKERS: ReadonlySet<PartyKind> = new Set(['official', 'witness', 'hospital'])
const CROWD = /^(?!the |an? ).*[^s]s$/i
const SINGLE_SUBJECT = /^(?:an?|one|another) .*[^s]$/i
const SUBJECTS: ReadonlySet<PartyKind> = new Set(['official', 'witness', 'hospital', 'community'])
const PERSONAL = new Set(['he', 'she', 'his', 'her', 'him'])
const PLURAL = new Set(['they', 'their', 'them'])
const ISSUERS: ReadonlySet<PartyKind> = new Set(['monitor', 'aid_organisation', 'un_body', 'government', 'court'])

const ofParty = (speaker: Mention, party: Party): Mention => ({
  ...speaker,
  name: party.name,
  kind: party.kind,
  party,
  how: 'known',
})
/** The words a person may be called by later, and whether each is the last of the name. */
const partsOf = (name: string): readonly (readonly [string, boolean])[] => {
  const parts = name.split(/\s+/)
  return parts
    .map((part, i) => [normalise(part), i === parts.length - 1] as const)
    .filter(([part, last]) => last || part.length > 3)
}
const wordsOf = (name: string) => normalise(name).split(/[\s-]+/)

const OFFICES = [
  'prosecutor',
  'mayor',
  'governor',
  'minister',
  'premier',
  'coroner',
  'ambassador',
  'envoy',
  'commissioner',
  'spokesman',
  'spokeswoman',
]
/** A phrase without a name ("Ukraine's top prosecutor") and a name with its office ("Prosecutor-General X"). */
function sameOffice(earlier: Mention, speaker: Mention): boolean {
  if (earlier.person !== null || earlier.party !== null) return false
  const before = wordsOf(earlier.name)
  const now = wordsOf(speaker.text)
  return OFFICES.some((office) => before.includes(office) && now.includes(office))
}

/** The last name behind "in", "of", "near" or "around" before a token. */
function placeNamed(sentence: Sentence, before: number): string | null {
  const { tokens } = sentence
  for (let i = Math.min(before, tokens.length) - 1; i > 0; i--) {
    if (!['in', 'of', 'near', 'around', 'at', 'like'].includes(tokens[i - 1]!.norm)) continue
    let to = i
    while (to < tokens.length && tokens[to]!.capital && tokens[to]!.kind === 'word' && !isTimeWord(tokens[to]!.norm))
      to++
    if (to > i)
      return tokens
        .slice(i, to)
        .map((token) => token.text)
        .join(' ')
  }
  return null
}

const ORGANISED: readonly PartyKind[] = ['monitor', 'aid_organisation', 'un_body', 'other']
/** Kinds of party that a definite noun may stand for. */
const REFERENTS: ReadonlyMap<string, ReadonlySet<PartyKind>> = new Map(
  (
    [
      ['monitor watchdog observatory network المرصد الشبكه', ['monitor', 'aid_organisation']],
      ['group organisation organization ngo charity committee', [...ORGANISED, 'armed_group', 'political_group']],
      ['agency الوكاله', ['agency', 'un_body', 'government', 'aid_organisation']],
      ['office body mission commission panel المفوضيه البعثه المكتب', ['un_body', 'government', 'court']],
      ['government authorities presidency الحكومه السلطات', ['government']],
      ['ministry الوزاره', ['government']],
      ['army military forces الجيش', ['government']],
      ['hospital المستشفي', ['hospital']],
      ['court tribunal المحكمه', ['court']],
      ['newspaper outlet broadcaster الصحيفه القناه', ['outlet']],
      ['militia militants rebels gang الحركه الجماعه', ['armed_group']],
      [
        'spokesman spokesperson spokeswoman official المتحدث',
        ['official', 'government', 'un_body', 'aid_organisation', 'armed_group'],
      ],
      ['المصدر', ['other', 'official', 'hospital']],
      ['اللجنه المنظمه اللجان', ['monitor', 'aid_organisation', 'un_body']],
      ['البيان التقرير', [...ORGANISED, 'government', 'armed_group']],
    ] as const
  ).flatMap(([words, kinds]) => words.split(' ').map((word) => [word, new Set<PartyKind>(kinds)] as const)),
)

/** Of the many bodies of a government a noun means only one that is called so: "the army" is no ministry of health. */
const NAMED_LIKE: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['army military forces', /army|military|forces?\b|(?<!civil )defen[cs]e|troops/i],
      ['ministry', /ministry|department/i],
      ['government authorities presidency', /government|authorit|presiden|regime|administration|cabinet/i],
    ] as const
  ).flatMap(([words, like]) => words.split(' ').map((word) => [word, like] as const)),
)

const DEMONYMS: ReadonlyMap<string, string> = new Map(
  'Syria Syrian,Iraq Iraqi,Lebanon Lebanese,Israel Israeli,Yemen Yemeni,Iran Iranian,Afghanistan Afghan,Pakistan Pakistani,India Indian,Sudan Sudanese,Ethiopia Ethiopian,Eritrea Eritrean,Somalia Somali,Kenya Kenyan,Uganda Ugandan,Congo Congolese,Rwanda Rwandan,Burundi Burundian,Chad Chadian,Cameroon Cameroonian,Nigeria Nigerian,Niger Nigerien,Mali Malian,Mozambique Mozambican,Libya Libyan,Tunisia Tunisian,Algeria Algerian,Egypt Egyptian,Ukraine Ukrainian,Russia Russian,Turkey Turkish,Georgia Georgian,Armenia Armenian,Azerbaijan Azerbaijani,Bangladesh Bangladeshi,Indonesia Indonesian,Thailand Thai,Haiti Haitian,Colombia Colombian,Mexico Mexican,Venezuela Venezuelan,Guatemala Guatemalan,Peru Peruvian,Ecuador Ecuadorian,Jordan Jordanian,Palestine Palestinian'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)
