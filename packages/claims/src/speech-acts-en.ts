/** The claims of an English unit: what each predicate of speech asserts, and what the outlet says of it. */

import { plainBody } from './claims-names.ts'
import { isPreposition, isTimeWord, type Mention, mentionOf, phraseStartingAt, plainName } from './mention.ts'
import type { Draft } from './speech-acts-draft.ts'
import { accused, actorial, FALSE, isWitnessRole, type Judged, judge, type Range } from './speech-acts-kind.ts'
import { type Predicate, predicates } from './speech-acts-predicate.ts'
import { type Memory, openingSubject, type Place, type Speaker, speakerOf } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'
import { CONSTITUTES, LEGAL, SPEAKING_DOCUMENTS } from './speech-acts-words.ts'

/** The claims of a unit in the order of its predicates. Speakers are remembered for later units. */
export function englishClaims(text: string, unit: Unit, memory: Memory, previous: Speaker | null): readonly Draft[] {
  noteIssuers(unit, memory)
  const opening = openingSubject(text, unit, memory)
  const found = predicates(text, unit, memory, opening)
  const drafts: Draft[] = []
  let covered = 0
  found.forEach((predicate, index) => {
    const range = contentOf(unit, found, index, covered)
    if (range === null) return
    if (predicate.form === 'inverted' || postposed(unit, predicate)) covered = predicate.to
    const inner = found[index + 1]
    if (relays(unit, predicate, inner, range)) return
    if (repeats(unit, found, index)) return
    const same = inner !== undefined && inner.speaker.name === predicate.speaker.name && nestedIn(range, inner)
    // "it said it condemned …": the one act is the other
    if (same && predicate.act === 'say' && inner.act !== 'say' && inner.from <= range[0] + 2) return
    const outer =
      index > 0 && relays(unit, found[index - 1]!, predicate, contentOf(unit, found, index - 1, 0))
        ? found[index - 1]
        : undefined
    const draft = draftOf(text, unit, predicate, range, outer, inner)
    if (draft !== null) drafts.push(draft)
  })
  if (opening !== null && found.length === 0) {
    memory.spoke(opening, unit.index)
    noteOwnDocuments(unit, opening, memory)
  }
  drafts.push(...withinQuotes(text, unit, memory))
  const caveats = [...caveatsOf(text, unit, memory, found), ...contradictionsOf(unit, found)]
  // "concedes that it could not verify": the caveat is all that is conceded
  const doubt = caveats.find((draft) => draft.kind === 'caveat')?.cue
  const conceded = drafts.findIndex(
    (draft) =>
      draft.kind === 'admission' &&
      doubt != null &&
      doubt.start >= draft.content.start &&
      doubt.end <= draft.content.end,
  )
  if (conceded >= 0) drafts.splice(conceded, 1)
  if (drafts.length === 0 && caveats.length === 0 && found.length === 0) {
    const carried = carriedQuote(text, unit, previous)
    if (carried !== null) drafts.push(carried)
  }
  const nested = new Set(
    drafts.filter((draft) => draft.rule.startsWith('inside the quotation')).map((draft) => draft.content.start),
  )
  return [
    ...drafts.filter(
      (draft) =>
        draft.rule.startsWith('inside the quotation') ||
        (!nested.has(draft.content.start) && !nested.has(draft.content.start + 1)),
    ),
    ...caveats,
  ]
}

/** "an Amnesty International report", "the report issued by Amnesty International": whose the next "report" is. */
function noteIssuers(unit: Unit, memory: Memory): void {
  const { tokens, known } = unit
  for (const match of known) {
    const after = tokens[match.to]?.norm === "'s" ? match.to + 1 : match.to
    const { name, kind } = match.party
    const at: Place = { start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end }
    const speaker: Speaker = {
      name,
      kind,
      person: false,
      role: null,
      roleAt: null,
      at,
      how: 'a known party',
      unsure: null,
    }
    for (let k = after; k < Math.min(tokens.length, after + 3); k += 1) {
      if (SPEAKING_DOCUMENTS.has(tokens[k]!.norm)) memory.issued(tokens[k]!.norm, speaker)
      else if (tokens[k]!.kind !== 'word') break
    }
    if (/^(?:by|from)$/.test(tokens[match.from - 1]?.norm ?? '')) {
      for (let k = match.from - 2; k >= Math.max(0, match.from - 4); k -= 1) {
        if (SPEAKING_DOCUMENTS.has(tokens[k]!.norm)) memory.issued(tokens[k]!.norm, speaker)
      }
    }
  }
}

/** "The ministry, in a statement run by SANA, …": its statement, though no verb of saying follows. */
function noteOwnDocuments(unit: Unit, speaker: Speaker, memory: Memory): void {
  for (let i = 1; i < Math.min(unit.tokens.length, 24); i += 1) {
    const own = /^(?:a|an|its|their|his|her)$/.test(unit.tokens[i - 1]!.norm)
    if (own && SPEAKING_DOCUMENTS.has(unit.tokens[i]!.norm)) memory.issued(unit.tokens[i]!.norm, speaker)
  }
}

/** Whether what a predicate governs stands before it: "…, it said in a statement". */
function postposed(unit: Unit, predicate: Predicate): boolean {
  const { tokens, quoted } = unit
  if (predicate.form === 'inverted') return true
  if (predicate.form === 'according') return predicate.cueFrom > 1 && !opensSentence(unit, predicate)
  if (predicate.form !== 'subject' || predicate.from < 2 || predicate.act !== 'say') return false
  const before = tokens[predicate.from - 1]!
  const closes = quoted[predicate.from - 1] !== -1 || before.text === ','
  if (!closes) return false
  if (medial(unit, predicate, undefined) && predicate.from > 2 && !leadsIn(unit, predicate)) return true
  // behind the cue only an adjunct up to the next mark
  let k = predicate.cueTo
  const first = tokens[k]
  if (first === undefined || /^[.;]$/.test(first.text)) return predicate.from > 3
  if (first.text === ',') return clauseBefore(unit, predicate)
  if (quoted[k] !== -1 || first.norm === 'that' || first.text === ':') return false
  const adjunct =
    isPreposition(first.norm) ||
    isTimeWord(first.norm) ||
    /^(?:late|early|earlier|reporters|journalists|last|this|afterwards|later)$/.test(first.norm) ||
    predicate.lemma === 'tell'
  if (!adjunct) return false
  for (; k < tokens.length && k - predicate.cueTo < 16; k += 1) {
    const token = tokens[k]!
    if (/^[.;]$/.test(token.text)) return !leadsIn(unit, predicate) || clauseBefore(unit, predicate)
    if (token.text === ',') return clauseBefore(unit, predicate)
    if (quoted[k] !== -1) return k > predicate.cueTo + 1 ? clauseBefore(unit, predicate) : false
    // "in a report that holds the government responsible": the clause belongs to the report
    if (token.norm === 'that' && SPEAKING_DOCUMENTS.has(tokens[k - 1]!.norm) && finite(tokens[k + 1]?.norm ?? ''))
      return clauseBefore(unit, predicate)
    if (token.norm === 'that' || /^(?:is|are|was|were|has|have|had|will|would|must|should|could)$/.test(token.norm))
      return false
    if (/ed$/.test(token.norm) && !token.capital && k > predicate.cueTo + 3) return false
  }
  return clauseBefore(unit, predicate)
}

const finite = (norm: string): boolean =>
  /^(?:is|are|was|were|has|have|had|will|would|holds|blames|accuses|describes|details|says)$/.test(norm) ||
  /ed$/.test(norm)

/** ", X said," inside a clause: "The streets, another resident says, held nothing but bodies". */
function medial(unit: Unit, predicate: Predicate, next: Predicate | undefined): boolean {
  if (predicate.form === 'according') return false
  const { tokens, quoted } = unit
  let k = predicate.to
  while (k < tokens.length && k - predicate.to < 12 && !/^[.,;:]$/.test(tokens[k]!.text)) k += 1
  if (tokens[k]?.text !== ',' || quoted[k] !== -1) return false
  const first = tokens[k + 1]
  if (first === undefined || /ing$/.test(first.norm)) return false
  if (/^(?:with|and|while|but|who|which|in|as|after|on)$/.test(first.norm)) return false
  const end = next === undefined ? tokens.length : next.cueFrom
  return tokens
    .slice(k + 1, end)
    .some(
      (token, index) =>
        quoted[k + 1 + index] === -1 &&
        (finite(token.norm) || /^(?:held|came|broke|took|gave|left|must|should|keeps|keep)$/.test(token.norm)),
    )
}

/** Only "On Monday," or "In a report," stands before the subject. */
function leadsIn(unit: Unit, predicate: Predicate): boolean {
  const { tokens } = unit
  const opens =
    isPreposition(tokens[0]!.norm) ||
    isTimeWord(tokens[0]!.norm) ||
    /^(?:meanwhile|however|but|and|later|earlier|still)$/.test(tokens[0]!.norm)
  return (
    opens &&
    !/^(?:beyond|since|before|after)$/.test(tokens[0]!.norm) &&
    predicate.from < 14 &&
    !tokens.slice(0, predicate.from - 1).some((token) => token.text === ',')
  )
}

/** A quotation or a verb stands before the subject, not only "On Monday," or "In a report published on Thursday,". */
function clauseBefore(unit: Unit, predicate: Predicate): boolean {
  const { tokens, quoted } = unit
  for (let i = predicate.from - 1; i >= 0; i -= 1) if (quoted[i] !== -1) return true
  if (
    isPreposition(tokens[0]!.norm) &&
    predicate.from < 12 &&
    !tokens.slice(0, predicate.from - 1).some((token) => token.text === ',')
  )
    return false
  return tokens
    .slice(0, predicate.from)
    .some(
      (token) =>
        /^(?:is|are|was|were|has|have|had|will|would|must|should|could|may|can|did|do|does)$/.test(token.norm) ||
        (/ed$/.test(token.norm) && !token.capital),
    )
}

function opensSentence(unit: Unit, predicate: Predicate): boolean {
  if (predicate.cueFrom <= 1) return true
  return unit.tokens[predicate.cueFrom - 1]?.text === ';'
}

const JOINERS = /^(?:and|but|while|as|also|when|then|,|;|whereas|yet)$/

/** The tokens that a predicate asserts. `covered` is where an earlier "…, X said" of the unit ended. */
function contentOf(unit: Unit, found: readonly Predicate[], index: number, covered: number): Range | null {
  const { tokens, quoted } = unit
  const predicate = found[index]!
  if (predicate.form === 'passive') return trimmed(unit, 0, predicate.cueFrom)
  if (postposed(unit, predicate)) {
    let from = covered
    for (let i = predicate.from - 1; i > covered; i -= 1) {
      if (tokens[i]!.text === ';' && quoted[i] === -1) {
        from = i + 1
        break
      }
    }
    // "…," he said, "…": what follows the cue is the same speech
    const next = tokens[predicate.to]
    let to = predicate.form === 'according' || predicate.form === 'inverted' ? predicate.cueFrom : predicate.from
    if (next?.text === ',' && quoted[predicate.to + 1] !== undefined && quoted[predicate.to + 1] !== -1)
      to = tokens.length
    const after = found[index + 1]
    if (next?.text === ':' || medial(unit, predicate, after)) {
      to = after?.form === 'carried' ? after.cueFrom : tokens.length
    }
    return trimmed(unit, from, to)
  }
  let from = predicate.to
  if (predicate.form !== 'according') from = contentStart(unit, predicate)
  let to = tokens.length
  for (let k = index + 1; k < found.length; k += 1) {
    const next = found[k]!
    if (postposed(unit, next) && next.cueFrom > from) {
      // "X said A; B, Y said": B is the other's
      for (let i = next.from; i > from; i -= 1) {
        if (tokens[i]!.text === ';' && quoted[i] === -1) {
          to = Math.min(to, i)
          break
        }
      }
      continue
    }
    let boundary = next.form === 'carried' || next.form === 'passive' ? next.cueFrom : next.from
    if (next.form === 'relative') boundary = next.cueFrom
    if (boundary <= from) continue
    let k2 = boundary
    while (k2 > from && JOINERS.test(tokens[k2 - 1]!.text.toLowerCase()) && quoted[k2 - 1] === -1) k2 -= 1
    if (next.form === 'relative') {
      while (k2 > from && /^(?:which|who|has|have|had|also)$/.test(tokens[k2 - 1]!.norm)) k2 -= 1
      while (k2 > from && tokens[k2 - 1]!.text === ',') k2 -= 1
      to = Math.min(to, k2)
    } else if (k2 < boundary || next.form === 'carried') to = Math.min(to, k2)
    else if (next.from > from + 2 && tokens[next.from - 1]?.text === ',') to = Math.min(to, next.from)
    if (to < tokens.length) break
  }
  return trimmed(unit, from, to)
}

function contentStart(unit: Unit, predicate: Predicate): number {
  const { tokens, quoted } = unit
  let from = predicate.form === 'inverted' ? predicate.to : predicate.cueTo
  if (predicate.act !== 'say') return tokens[from]?.norm === 'that' ? from + 1 : from
  for (let k = from; k < Math.min(tokens.length, from + 26); k += 1) {
    const token = tokens[k]!
    if (quoted[k] !== -1) break
    if (token.text === ':') return k + 1
    if (token.norm === 'that' && (k === from || !/^(?:is|was|are|were|has|had)$/.test(tokens[k - 1]!.norm))) {
      // only words that lead up to it: "told reporters in Geneva on Friday that"
      const between = tokens.slice(from, k)
      if (
        predicate.lemma === 'tell' ||
        between.length === 0 ||
        isPreposition(between[0]!.norm) ||
        isTimeWord(between[0]!.norm) ||
        /^(?:late|early|last|earlier)$/.test(between[0]!.norm)
      )
        return k + 1
      break
    }
    if (/^[;.,]$/.test(token.text)) break
  }
  // time words right behind the cue: "announced on Sunday an independent …"
  let k = from
  if (/^(?:on|late|early|last|this)$/.test(tokens[k]?.norm ?? '') || isTimeWord(tokens[k]?.norm ?? '')) {
    while (
      k < from + 5 &&
      (/^(?:on|late|early|last|this)$/.test(tokens[k]?.norm ?? '') || isTimeWord(tokens[k]?.norm ?? '')) &&
      quoted[k] === -1
    )
      k += 1
    if (k < tokens.length && !/^[.,;]$/.test(tokens[k]!.text)) from = k
  }
  return from
}

/** Without marks and joining words at the ends; quote marks that belong to a quotation stay. */
function trimmed(unit: Unit, from: number, to: number): Range | null {
  const { tokens, quoted } = unit
  let a = from
  let b = to
  while (
    a < b &&
    quoted[a] === -1 &&
    ((tokens[a]!.kind === 'mark' && !/^[([$€£#@]$/.test(tokens[a]!.text)) || /^(?:and|but|that)$/.test(tokens[a]!.norm))
  )
    a += 1
  while (
    b > a &&
    quoted[b - 1] === -1 &&
    ((tokens[b - 1]!.kind === 'mark' && !/^[)\]%]$/.test(tokens[b - 1]!.text)) ||
      /^(?:and|but|while)$/.test(tokens[b - 1]!.norm))
  )
    b -= 1
  return a < b ? [a, b] : null
}

/** "Amnesty said witnesses told it …": the outer speaker only relays, and the inner act is the claim. */
function relays(unit: Unit, outer: Predicate, inner: Predicate | undefined, range: Range | null): boolean {
  if (inner === undefined || range === null || outer.act !== 'say' || outer.form !== 'subject') return false
  if (inner.form !== 'subject' || inner.speaker.name === outer.speaker.name || postposed(unit, inner)) return false
  return inner.from >= range[0] && inner.from <= range[0] + 3 && inner.cueFrom < range[1]
}

const nestedIn = (range: Range, inner: Predicate): boolean =>
  inner.form === 'subject' && inner.from >= range[0] && inner.cueFrom < range[1]

/** "it said it had documented …": the inner saying is the outer one again. */
function repeats(unit: Unit, found: readonly Predicate[], index: number): boolean {
  const predicate = found[index]!
  const around = found[index - 1]
  if (around === undefined || predicate.act !== 'say' || around.act !== 'say') return false
  if (predicate.speaker.name !== around.speaker.name) return false
  const range = contentOf(unit, found, index - 1, 0)
  return range !== null && nestedIn(range, predicate) && predicate.from <= range[0] + 2
}

const place = (unit: Unit, [from, to]: Range): Place => ({
  start: unit.tokens[from]!.start,
  end: unit.tokens[to - 1]!.end,
})

function named(text: string, unit: Unit, mention: Mention | null): { name: string; at: Place } | null {
  if (mention === null || mention.how === 'pronoun') return null
  const from =
    unit.tokens[mention.from]!.norm === 'that' && mention.to - mention.from > 1 ? mention.from + 1 : mention.from
  const name = mention.party?.name ?? plainBody(plainName(text, unit.tokens, from, mention.to))
  return { name: mention.person ?? name, at: { start: mention.start, end: mention.end } }
}

function object(text: string, unit: Unit, from: number): Mention | null {
  const range = phraseStartingAt(unit.tokens, from)
  return range === null ? null : mentionOf(text, unit.tokens, range, unit.known)
}

function draftOf(
  text: string,
  unit: Unit,
  predicate: Predicate,
  range: Range,
  outer: Predicate | undefined,
  inner: Predicate | undefined,
): Draft | null {
  const { tokens } = unit
  const { speaker } = predicate
  // what somebody else says inside the content does not colour it
  const nested =
    inner !== undefined && nestedIn(range, inner) && inner.from > range[0] + 3 && inner.speaker.name !== speaker.name
  const judged = judgement(text, unit, predicate, nested ? [range[0], inner.from] : range)
  if (judged === null) return null
  const told =
    predicate.lemma === 'tell'
      ? unit.known.find((match) => match.from >= predicate.cueTo && match.from <= predicate.cueTo + 2)
      : undefined
  const carries =
    told !== undefined && ['agency', 'outlet', 'monitor', 'aid_organisation', 'un_body'].includes(told.party.kind)
      ? told
      : undefined
  const via =
    outer !== undefined
      ? { name: outer.speaker.name, at: outer.speaker.at }
      : carries !== undefined && carries.party.name !== speaker.name
        ? { name: carries.party.name, at: { start: tokens[carries.from]!.start, end: tokens[carries.to - 1]!.end } }
        : null
  return {
    kind: judged.kind,
    speaker,
    via,
    addressee: named(text, unit, judged.addressee),
    target: named(text, unit, judged.target),
    cue: place(unit, [predicate.cueFrom, predicate.cueTo]),
    content: place(unit, range),
    rule: `${predicate.rule}; ${judged.rule}; speaker: ${speaker.how}`,
    unsure: speaker.unsure ?? judged.unsure,
  }
}

const settled = (kind: Judged['kind'], rule: string, more: Partial<Judged> = {}): Judged => ({
  kind,
  rule,
  target: null,
  addressee: null,
  unsure: null,
  ...more,
})

function judgement(text: string, unit: Unit, predicate: Predicate, range: Range): Judged | null {
  const { tokens } = unit
  const [from, to] = range
  const words = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  const after = predicate.cueTo
  switch (predicate.act) {
    case 'accuse': {
      let at = after
      if (/^(?:on|at|about|of|that)$/.test(tokens[at]?.norm ?? '')) at += 1
      const onto = /^(?:blame|attribute)$/.test(predicate.lemma)
        ? linkAfter(unit, after, predicate.lemma === 'blame' ? 'on' : 'to')
        : null
      return settled('accusation', `"${predicate.lemma}"`, { target: blamed(object(text, unit, onto ?? at), unit) })
    }
    case 'deny':
      return settled('denial', `"${predicate.lemma}"`)
    case 'admit':
      return settled('admission', `"${predicate.lemma}"`)
    case 'demand': {
      const named1 =
        /^(?:for|that)$/.test(tokens[after - 1]?.norm ?? '') || /^(?:that|for)$/.test(tokens[after]?.norm ?? '')
          ? null
          : object(text, unit, after)
      return settled('demand', `"${predicate.lemma}"`, {
        addressee: named1 !== null && actorial(tokens, named1) ? named1 : null,
      })
    }
    case 'commit':
      return settled('commitment', `"${predicate.lemma}"`)
    case 'condemn':
      return settled('condemnation', `"${predicate.lemma}"`, { target: object(text, unit, after) })
    case 'label': {
      if (tokens.slice(from, to).some((token) => FALSE.has(token.norm)))
        return settled('denial', `"${predicate.lemma}" untrue`)
      if (LEGAL.test(words)) return settled('characterisation', "names it in law's words")
      return accused(text, unit, range, words) ?? settled('statement', `"${predicate.lemma} … as"`)
    }
    case 'say': {
      const judged = judge(text, unit, range, predicate.speaker, predicate.lemma)
      if (judged.kind !== 'statement') return judged
      if (predicate.lemma === 'according to' || predicate.form === 'passive') {
        if (countOnly(unit, range)) return null
      }
      if (predicate.lemma === 'claim' || predicate.lemma === 'highlight') {
        if (LEGAL.test(words) && CONSTITUTES.test(words)) return settled('characterisation', "names it in law's words")
      }
      return countOnly(unit, range) ? null : judged
    }
  }
}

/** "holds the authorities responsible": the word that follows is no part of the name. */
function blamed(mention: Mention | null, unit: Unit): Mention | null {
  if (mention === null) return null
  const last = unit.tokens[mention.to - 1]!
  if (!/^(?:responsible|accountable|directly)$/.test(last.norm) || mention.to - mention.from < 2) return mention
  const end = unit.tokens[mention.to - 2]!.end
  return blamed({ ...mention, to: mention.to - 1, end, text: mention.text.slice(0, end - mention.start) }, unit)
}

function linkAfter(unit: Unit, from: number, link: string): number | null {
  for (let k = from; k < Math.min(unit.tokens.length, from + 16); k += 1) {
    if (unit.quoted[k] === -1 && unit.tokens[k]!.norm === link && k > from) return k + 1
    if (/^[.;]$/.test(unit.tokens[k]!.text)) return null
  }
  return null
}

const HARMED =
  /^(?:killed|dead|died|injured|wounded|deaths|fatalities|casualties|missing|displaced|detained|bodies|executed|lives|toll|massacred|fled|abducted|hurt|victims|shot|arrested|fleeing|flee|refugees|homeless|perished|wounding)$/
const COUNTS =
  /^(?:dozens|hundreds|thousands|scores|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|toll)$/

/** A bare casualty figure is the figures' reader's, not a statement beside it. */
function countOnly(unit: Unit, [from, to]: Range): boolean {
  const tokens = unit.tokens.slice(from, to)
  if (unit.quoted.slice(from, to).some((quote) => quote !== -1)) return false
  const counted = tokens.some((token) => token.kind === 'number' || COUNTS.test(token.norm))
  return counted && tokens.some((token) => HARMED.test(token.norm))
}

/** A quotation that says at its end who spoke: "Armed men …, witnesses told Amnesty International". */
function withinQuotes(text: string, unit: Unit, memory: Memory): readonly Draft[] {
  const drafts: Draft[] = []
  const { tokens } = unit
  unit.quotes.forEach((quote, index) => {
    const first = unit.quoted.indexOf(index)
    if (first < 0) return
    let end = first
    while (end < tokens.length && unit.quoted[end] === index) end += 1
    for (let i = Math.max(first + 6, end - 12); i < end - 1; i += 1) {
      const norm = tokens[i]!.norm
      if (norm !== 'told' && norm !== 'said') continue
      if (norm === 'told' && i + 1 >= end - 1) continue
      if (end - i > 8) continue
      const comma = lastComma(unit, i, first)
      if (comma === null) continue
      const range = phraseStartingAt(tokens, comma + 1)
      if (range === null || range[1] !== i) continue
      const mention = mentionOf(text, tokens, range, unit.known)
      const speaker = speakerOf(text, unit, { mention, via: [], from: range[0], to: range[1] }, memory)
      if (speaker === null || speaker.person) continue
      const told = unit.known.find((match) => match.from === i + 1)
      drafts.push({
        kind: speaker.kind === 'witness' || isWitnessRole(speaker) ? 'testimony' : 'statement',
        speaker,
        via:
          told === undefined
            ? null
            : { name: told.party.name, at: { start: tokens[told.from]!.start, end: tokens[told.to - 1]!.end } },
        addressee: null,
        target: null,
        cue: place(unit, [i, i + 1]),
        content: { start: quote.start, end: quote.end },
        rule: `inside the quotation: …, X ${norm}`,
        unsure: null,
      })
    }
  })
  return drafts
}

function lastComma(unit: Unit, at: number, floor: number): number | null {
  for (let i = at - 1; i > floor && at - i < 8; i -= 1) if (unit.tokens[i]!.text === ',') return i
  return null
}

/** A paragraph that is all quotation, behind a sentence of the speaker's. */
function carriedQuote(text: string, unit: Unit, previous: Speaker | null): Draft | null {
  const quote = unit.quotes[0]
  if (previous === null || quote === undefined || unit.quoted[0] !== 0) return null
  const inside = unit.quoted.filter((index) => index !== -1).length
  if (inside < unit.tokens.length * 0.7 || quote.text.split(/\s+/).length < 3) return null
  const judged = judge(text, unit, [0, unit.tokens.length], previous, '')
  const sure = quote.continues
  return {
    kind: judged.kind,
    speaker: previous,
    via: null,
    addressee: named(text, unit, judged.addressee),
    target: named(text, unit, judged.target),
    cue: null,
    content: { start: quote.start, end: unit.quotes.at(-1)!.end },
    rule: sure
      ? 'carries on the quotation before it'
      : `a quotation behind the words of ${previous.name}; ${judged.rule}`,
    unsure: sure ? null : 'no word of attribution stands with this quotation; it follows the words of its speaker',
  }
}

const CANNOT = /^(?:not|unable|cannot|never|n't|couldn't|can't|impossible|hard|difficult|no|yet)$/
const CHECK =
  /^(?:verify|verified|confirm|confirmed|corroborate|corroborated|authenticate|authenticated|substantiate|substantiated|verification|confirmation)$/

/** "could not independently verify", "which AFP was unable to confirm", "has not been verified". */
function caveatsOf(text: string, unit: Unit, memory: Memory, found: readonly Predicate[]): readonly Draft[] {
  const { tokens } = unit
  for (let i = 1; i < tokens.length; i += 1) {
    if (!CHECK.test(tokens[i]!.norm)) continue
    let negation = -1
    for (let k = i - 1; k >= Math.max(0, i - 8); k -= 1) {
      if (/^[.;:]$/.test(tokens[k]!.text)) break
      if (CANNOT.test(tokens[k]!.norm) || /n't$/.test(tokens[k]!.norm)) {
        negation = k
        break
      }
    }
    if (negation < 0) continue
    const between = tokens.slice(Math.max(0, negation - 3), i + 4).map((token) => token.norm)
    const alone = between.some((word) => /^(?:independent|independently)$/.test(word))
    const verifies = /^(?:verif|corrobor|authentic|substantiat)/.test(tokens[i]!.norm)
    const able = between.some((word) =>
      /^(?:unable|could|cannot|can|able|possible|impossible|couldn't|can't|hard|difficult)$/.test(word),
    )
    if (!able && !(alone || (verifies && between.some((word) => /^(?:been|be)$/.test(word))))) continue
    if (between.some((word) => /^(?:deny|denied)$/.test(word))) continue
    const passive = /(?:ed)$/.test(tokens[i]!.norm) && between.some((word) => /^(?:be|been)$/.test(word))
    const impersonal =
      passive ||
      /^(?:hard|difficult|impossible|no)$/.test(tokens[negation]!.norm) ||
      tokens.slice(Math.max(0, negation - 2), i).some((token) => token.norm === 'possible')
    const span = caveatSpan(unit, negation, i)
    const speaker = impersonal ? agent(text, unit, i, memory) : caveatSpeaker(text, unit, negation, memory, found)
    if (speaker === undefined) continue
    // who could not verify it: a party that itself makes claims may speak of another's
    const governing = found.findLast((predicate) => predicate.cueTo <= negation && !postposed(unit, predicate))
    const owner = speaker ?? (governing === undefined ? null : governing.speaker)
    const target = caveatTarget(text, unit, span[0], i, passive)
    return [
      {
        kind: 'caveat',
        speaker: owner,
        via: null,
        addressee: null,
        target,
        cue: place(unit, [negation, i + 1]),
        content: place(unit, span),
        rule: 'says that it could not be verified',
        unsure: owner?.unsure ?? null,
      },
    ]
  }
  return []
}

function caveatSpan(unit: Unit, negation: number, verb: number): Range {
  const { tokens, quoted } = unit
  let from = negation
  while (
    from > 0 &&
    !/^[,.;:–—(]$/.test(tokens[from - 1]!.text) &&
    !/^(?:but|although|while|though)$/.test(tokens[from - 1]!.norm)
  )
    from -= 1
  let to = verb + 1
  while (to < tokens.length && !/^[,.;)]$/.test(tokens[to]!.text)) to += 1
  return trimmed(unit, from, to) ?? [negation, quoted.length > verb ? verb + 1 : verb]
}

/** Undefined where the subject is somebody who only has not confirmed; null for the outlet itself. */
function caveatSpeaker(
  text: string,
  unit: Unit,
  negation: number,
  memory: Memory,
  _found: readonly Predicate[],
): Speaker | null | undefined {
  const { tokens, known } = unit
  let k = negation - 1
  while (k >= 0 && /^(?:was|were|is|are|has|have|had|could|can|been|also|did|so|far|does|do)$/.test(tokens[k]!.norm))
    k -= 1
  const here = tokens[k]
  if (here === undefined) return null
  if (/^(?:we|i)$/.test(here.norm)) return null
  const match = known.find((candidate) => candidate.to === k + 1 || candidate.to === k)
  if (match !== undefined) {
    const at = { start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end }
    return {
      name: match.party.name,
      kind: match.party.kind,
      person: false,
      role: null,
      roleAt: null,
      at,
      how: 'a known party',
      unsure: null,
    }
  }
  if (/^(?:it|they)$/.test(here.norm)) {
    const range: Range = [k, k + 1]
    const mention: Mention = {
      from: k,
      to: k + 1,
      ...place(unit, range),
      text: here.text,
      name: here.text,
      kind: 'other',
      party: null,
      person: null,
      role: null,
      how: 'pronoun',
    }
    return speakerOf(text, unit, { mention, via: [], from: k, to: k + 1 }, memory)
  }
  let first = k
  while (first > 0 && (tokens[first - 1]!.capital || /^(?:the|of|for|news|agency)$/.test(tokens[first - 1]!.norm)))
    first -= 1
  const mention = mentionOf(text, tokens, [first, k + 1], known)
  return speakerOf(text, unit, { mention, via: [], from: first, to: k + 1 }, memory) ?? undefined
}

/** "could not be verified by AFP"; null where no agent is named: the outlet's own voice. */
function agent(text: string, unit: Unit, verb: number, memory: Memory): Speaker | null {
  for (let k = verb + 1; k < Math.min(unit.tokens.length, verb + 4); k += 1) {
    if (unit.tokens[k]!.norm !== 'by') continue
    const range = phraseStartingAt(unit.tokens, k + 1)
    if (range === null) return null
    return speakerOf(
      text,
      unit,
      { mention: mentionOf(text, unit.tokens, range, unit.known), via: [], from: range[0], to: range[1] },
      memory,
    )
  }
  return null
}

function caveatTarget(
  text: string,
  unit: Unit,
  from: number,
  verb: number,
  passive: boolean,
): { name: string; at: Place } | null {
  const { tokens } = unit
  const phrase = (at: number): { name: string; at: Place } | null => {
    const range = phraseStartingAt(tokens, at)
    return range === null ? null : { name: plainName(text, tokens, range[0], range[1]), at: place(unit, range) }
  }
  if (passive) return phrase(from)
  if (tokens[from]?.norm === 'which') {
    // "Online footage, which AFP was unable to verify": what stands before the comma
    let k = from - 1
    while (k > 0 && tokens[k]!.kind === 'mark') k -= 1
    let first = k
    while (first > 0 && tokens[first - 1]!.kind === 'word' && k - first < 5 && !isPreposition(tokens[first - 1]!.norm))
      first -= 1
    return k < 0 ? null : { name: plainName(text, tokens, first, k + 1), at: place(unit, [first, k + 1]) }
  }
  return phrase(verb + 1)
}

const REPORTED =
  /^(?:includ|mention|not|report|publish|acknowledg|admit|document|show|say|said|record|cover|address|describ|stat)/

/** The outlet against a speaker: "…, despite Amnesty having included this in their report". */
function contradictionsOf(unit: Unit, found: readonly Predicate[]): readonly Draft[] {
  const { tokens, quoted } = unit
  if (found.length === 0) return []
  for (let i = 1; i < tokens.length; i += 1) {
    const norm = tokens[i]!.norm
    if (quoted[i] !== -1) continue
    const opens =
      norm === 'despite' ||
      norm === 'although' ||
      norm === 'though' ||
      (norm === 'contrary' && tokens[i + 1]?.norm === 'to')
    const without =
      norm === 'without' &&
      /^(?:providing|offering|giving|presenting|citing|producing)$/.test(tokens[i + 1]?.norm ?? '')
    if (!opens && !without) continue
    const before = found.findLast((predicate) => predicate.cueFrom < i)
    if (before === undefined) continue
    let to = i + 1
    while (to < tokens.length && !/^[.;]$/.test(tokens[to]!.text)) to += 1
    const window = tokens.slice(i + 1, Math.min(to, i + 16))
    const range = trimmed(unit, i, to)
    if (range === null) continue
    const draft = {
      speaker: null,
      via: null,
      addressee: null,
      target: { name: before.speaker.name, at: before.speaker.at },
      cue: place(unit, [i, i + 1]),
      content: place(unit, range),
    }
    if (without) {
      if (!window.slice(0, 5).some((token) => /^(?:evidence|proof|details)$/.test(token.norm))) continue
      return [{ ...draft, kind: 'caveat', rule: 'the outlet notes that no evidence was given', unsure: null }]
    }
    const known = unit.known.some((match) => match.from > i && match.from < i + 6)
    const document = window.some((token) => SPEAKING_DOCUMENTS.has(token.norm))
    const reports = window.some((token) => REPORTED.test(token.norm) && /(?:ed|ing|said|shown)$/.test(token.norm))
    if (!reports || !(known || document)) continue
    // Behind a closing quotation mark it is the outlet; else it may be the speaker's own words.
    const closed =
      quoted[i - 1] !== -1 || (tokens[i - 1]!.text === ',' && quoted[i - 2] !== undefined && quoted[i - 2] !== -1)
    return [
      {
        ...draft,
        kind: 'contradiction',
        rule: `the outlet sets "${tokens[i]!.text} …" against what was said`,
        unsure: closed ? null : 'these may be words of the speaker rather than of the outlet',
      },
    ]
  }
  return []
}
