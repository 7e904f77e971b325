/** A document as acts of saying: its sentences, who speaks in each, and who still speaks where a sentence names nobody. */

import { type Attribution, englishAttributions } from './attribution.ts'
import { arabicAttributions } from './attribution-ar.ts'
import type { SourceDocument } from './document.ts'
import { introductions } from './introduction.ts'
import type { Party, PartyKind } from './knowledge.ts'
import type { Mention } from './mention.ts'
import type { PartyIndex, PartyMatch } from './party-index.ts'
import { type Sentence, sentences } from './sentence.ts'
import { normalise } from './token.ts'

export interface Discourse {
  readonly document: SourceDocument
  readonly sentences: readonly Sentence[]
  /** Known parties named in each sentence. */
  readonly parties: readonly (readonly PartyMatch[])[]
  /** Acts of saying in each sentence, their speakers resolved against earlier text. */
  readonly attributions: readonly (readonly Attribution[])[]
  readonly index: PartyIndex
}

/** Who answers for a stretch of text. */
export interface Voice {
  /** Null where the outlet speaks in its own voice. */
  readonly speaker: Mention | null
  readonly attribution: Attribution | null
  /** Outlet outwards: those between the outlet and the speaker. */
  readonly chain: readonly Mention[]
  readonly unsure: string | null
  readonly rule: string
}

/** Reads who says what in the whole document. */
export function discourse(document: SourceDocument, index: PartyIndex): Discourse {
  const parts = sentences(document)
  const own = index.with(introductions(document.text, parts, index))
  const parties = parts.map((sentence) => own.find(sentence.tokens))
  const memory = new Memory(own)
  const attributions = parts.map((sentence, i) => {
    const heading =
      sentence.block === 'title' ||
      sentence.block === 'heading' ||
      (i === 0 && !/[.؟?!]$/.test(sentence.tokens.at(-1)?.text ?? '.'))
    const raw =
      sentence.language === 'ar'
        ? arabicAttributions(document.text, sentence.tokens, parties[i]!, heading)
        : englishAttributions(document.text, sentence.tokens, parties[i]!, heading)
    return raw.map((attribution) => memory.resolve(attribution, sentence, parties[i]!))
  })
  return { document, sentences: parts, parties, attributions, index: own }
}

/** What may be meant by "it", "the group", "the report" at a point of the text: those who spoke, latest last. */
class Memory {
  readonly #index: PartyIndex
  readonly #speakers: { readonly mention: Mention; readonly sentence: number }[] = []
  readonly #named: { readonly party: Party; readonly sentence: number }[] = []
  readonly #persons = new Map<string, Mention>()

  constructor(index: PartyIndex) {
    this.#index = index
  }

  resolve(attribution: Attribution, sentence: Sentence, parties: readonly PartyMatch[]): Attribution {
    const { speaker } = attribution
    for (const match of parties) {
      if (match.from < (speaker?.from ?? attribution.cueFrom))
        this.#named.push({ party: match.party, sentence: sentence.index })
    }
    if (speaker === null) return attribution
    const found = this.#find(speaker, sentence.index)
    if (found.person !== null) {
      const surname = normalise(found.person.split(/\s+/).at(-1)!)
      if (!this.#persons.has(surname)) this.#persons.set(surname, found)
    }
    if (found.how !== 'open' && found.how !== 'pronoun')
      this.#speakers.push({ mention: found, sentence: sentence.index })
    for (const match of parties) {
      if (match.from >= (speaker.from ?? 0)) this.#named.push({ party: match.party, sentence: sentence.index })
    }
    return { ...attribution, speaker: found }
  }

  #find(speaker: Mention, at: number): Mention {
    if (speaker.how === 'known') return this.#narrower(speaker, at)
    const take = (mention: Mention): Mention => ({
      ...speaker,
      name: mention.name,
      kind: mention.kind,
      party: mention.party,
      person: speaker.person ?? mention.person,
      how: mention.how === 'pronoun' ? 'phrase' : mention.how,
    })
    if (speaker.how === 'pronoun') {
      const person = ['he', 'she', 'his', 'her'].includes(normalise(speaker.text))
      const plural = ['they', 'their'].includes(normalise(speaker.text))
      const match = this.#last(
        (mention) => !person || mention.person !== null || mention.kind === 'official' || mention.kind === 'witness',
        at,
        8,
      )
      const group = plural ? this.#last((mention) => mention.person === null, at, 8) : null
      const body = !person && !plural ? this.#last((mention) => mention.kind !== 'witness', at, 8) : null
      const chosen = group ?? body ?? match
      return chosen === null ? speaker : take(chosen)
    }
    if (speaker.person === null && speaker.text.split(/\s+/).length <= 2) {
      const known = this.#persons.get(normalise(speaker.text.split(/\s+/).at(-1)!))
      if (known !== undefined) return take(known)
    }
    if (speaker.how === 'definite' || speaker.how === 'open') return this.#definite(speaker, at, take)
    return speaker
  }

  /** "the UN" right behind a body of the UN means that body. */
  #narrower(speaker: Mention, at: number): Mention {
    const last = this.#speakers.at(-1)
    if (last === undefined || speaker.party === null || at - last.sentence > 2) return speaker
    const body = last.mention.party
    if (body === null || body.partOf !== speaker.party.id || speaker.person !== null) return speaker
    return { ...speaker, name: body.name, party: body }
  }

  #definite(speaker: Mention, at: number, take: (mention: Mention) => Mention): Mention {
    const head = normalise(speaker.text.split(/\s+/).at(-1)!)
    if (speaker.how === 'open') {
      const organisation = this.#last((mention) => mention.kind !== 'witness' && mention.kind !== 'hospital', at, 6)
      return organisation === null ? speaker : take(organisation)
    }
    const kinds = REFERENTS.get(head)
    const named = this.#last(
      (mention) =>
        normalise(mention.name)
          .split(/[\s-]+/)
          .includes(head),
      at,
      40,
    )
    if (named !== null) return take(named)
    if (kinds === undefined) return speaker
    const spoken = this.#last((mention) => kinds.has(mention.kind), at, 30)
    if (spoken !== null) return take(spoken)
    const mentioned = this.#named.findLast(({ party, sentence }) => kinds.has(party.kind) && at - sentence <= 10)
    if (mentioned === undefined) return speaker
    const party = this.#index.byId(mentioned.party.id) ?? mentioned.party
    return { ...speaker, name: party.name, kind: party.kind, party, how: 'known' }
  }

  #last(fits: (mention: Mention) => boolean, at: number, reach: number): Mention | null {
    for (let i = this.#speakers.length - 1; i >= 0; i--) {
      const { mention, sentence } = this.#speakers[i]!
      if (at - sentence > reach) return null
      if (fits(mention)) return mention
    }
    return null
  }
}

const ORGANISED: readonly PartyKind[] = ['monitor', 'aid_organisation', 'un_body', 'other']
/** Kinds of party that a definite noun may stand for. */
const REFERENTS: ReadonlyMap<string, ReadonlySet<PartyKind>> = new Map(
  (
    [
      ['monitor watchdog observatory network', ['monitor', 'aid_organisation']],
      ['group organisation organization ngo charity committee', [...ORGANISED, 'armed_group', 'political_group']],
      ['agency', ['agency', 'un_body', 'government']],
      ['office body mission commission panel', ['un_body', 'government', 'court']],
      ['government authorities presidency', ['government']],
      ['ministry', ['government']],
      ['army military forces', ['government']],
      ['hospital', ['hospital']],
      ['court tribunal', ['court']],
      ['newspaper outlet broadcaster', ['outlet']],
      ['militia militants rebels gang', ['armed_group']],
      [
        'spokesman spokesperson spokeswoman official',
        ['official', 'government', 'un_body', 'aid_organisation', 'armed_group'],
      ],
    ] as const
  ).flatMap(([words, kinds]) => words.split(' ').map((word) => [word, new Set<PartyKind>(kinds)] as const)),
)

/** Who answers for the characters at `offset` of a sentence: the innermost act of saying whose stretch holds them. */
export function voiceAt(discourse: Discourse, sentenceIndex: number, offset: number): Voice {
  const sentence = discourse.sentences[sentenceIndex]!
  const holding = discourse.attributions[sentenceIndex]!.filter((attribution) => {
    const first = sentence.tokens[attribution.from]
    const last = sentence.tokens[attribution.to - 1]
    return first !== undefined && last !== undefined && offset >= first.start && offset < last.end
  })
  if (holding.length === 0)
    return { speaker: null, attribution: null, chain: [], unsure: null, rule: "the outlet's own voice" }
  const ordered = [...holding].sort((a, b) => b.to - b.from - (a.to - a.from))
  const inner = ordered[ordered.length - 1]!
  const outer = ordered
    .slice(0, -1)
    .flatMap((attribution) => (attribution.speaker === null ? [] : [attribution.speaker]))
  const chain = [...outer, ...inner.via].filter((mention) => mention.name !== inner.speaker?.name)
  return { speaker: inner.speaker, attribution: inner, chain, unsure: null, rule: inner.rule }
}
