/** The claims of an English unit: what each predicate of speech asserts, and what the outlet says of it. */

import { type Mention, mentionOf, phraseStartingAt } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { accused } from './speech-acts-accusation.ts'
import { contentOf, place, postposed, trimmed } from './speech-acts-content.ts'
import { contradictionsOf, gainsaidIn, rebuttalOf } from './speech-acts-contradiction.ts'
import { FALSE } from './speech-acts-denial.ts'
import { caveatsOf } from './speech-acts-doubt.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Floor } from './speech-acts-floor.ts'
import { actorial, type Judged, type Range, settled, unmarked } from './speech-acts-judged.ts'
import { judge } from './speech-acts-kind.ts'
import { limitsOf } from './speech-acts-limits.ts'
import type { Memory, Place, Speaker } from './speech-acts-memory.ts'
import { named } from './speech-acts-named.ts'
import { nounActsOf } from './speech-acts-noun.ts'
import { predicates } from './speech-acts-predicate.ts'
import { promised } from './speech-acts-promise.ts'
import { carriedQuote, withinQuotes } from './speech-acts-quotation.ts'
import { openingSubject } from './speech-acts-speaker.ts'
import { subjectOfVerb } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'
import {
  CONDEMNING,
  CONSTITUTES,
  LEGAL,
  NEGATIONS,
  REPROACH,
  SPEAKING_DOCUMENTS,
  WRONG_NOUNS,
  WRONG_VERBS,
} from './speech-acts-words.ts'

/** The claims of a unit in the order of its predicates. Speakers are remembered for later units. */
export function englishClaims(
  text: string,
  unit: Unit,
  memory: Memory,
  previous: Speaker | null,
  floor: Floor,
): readonly Draft[] {
  memory.author = floor.enter(text, unit)
  noteIssuers(unit, memory)
  const opening = openingSubject(text, unit, memory)
  const found = predicates(text, unit, memory, opening)
  const over = floor.yield(found)
  const drafts: Draft[] = []
  const governed = found.map((_, index) => contentOf(unit, found, index, 0))
  let covered = 0
  found.forEach((predicate, index) => {
    const range = covered === 0 ? (governed[index] ?? null) : contentOf(unit, found, index, covered)
    if (range === null) return
    if (predicate.form === 'inverted' || postposed(unit, predicate)) covered = predicate.to
    const inner = found[index + 1]
    if (relays(unit, predicate, inner, range)) return
    if (repeats(found, index, governed[index - 1] ?? null)) return
    const same = inner !== undefined && inner.speaker.name === predicate.speaker.name && nestedIn(range, inner)
    // "it said it condemned …": the one act is the other
    if (same && predicate.act === 'say' && inner.act !== 'say' && inner.from <= range[0] + 2) return
    const outer =
      index > 0 && relays(unit, found[index - 1]!, predicate, governed[index - 1] ?? null)
        ? found[index - 1]
        : undefined
    const told = drafts.at(-1)
    if (told !== undefined && predicate.form === 'according' && onlyRelays(unit, range, told)) {
      const { name, at } = predicate.speaker
      drafts.splice(-1, 1, { ...told, via: { name, at } })
      return
    }
    const draft = draftOf(text, unit, predicate, range, outer, inner)
    if (draft === null) return
    const joint = draft.kind === 'statement' && predicate.act === 'say' ? promisedToo(unit, range, draft) : null
    drafts.push(...(joint ?? [draft]))
  })
  if (opening !== null && found.length === 0) {
    memory.spoke(opening, unit.index)
    noteOwnDocuments(unit, opening, memory)
  }
  drafts.push(...withinQuotes(text, unit, memory))
  drafts.push(...nounActsOf(text, unit, memory, found))
  const unverified = caveatsOf(text, unit, memory, found)
  const limits = unverified.length > 0 ? [] : limitsOf(text, unit, memory, found)
  const gainsaid = gainsaidIn(text, unit, memory)
  const against = gainsaid.length > 0 ? gainsaid : contradictionsOf(unit, found)
  const caveats = [
    ...unverified,
    ...limits,
    ...(against.length > 0 ? against : rebuttalOf(text, unit, memory, previous)),
  ]
  // "concedes that it could not verify": the caveat is all that is conceded
  const doubt = caveats.find((draft) => draft.kind === 'caveat')?.cue
  const conceded = drafts.findIndex(
    (draft) =>
      (draft.kind === 'admission' || draft.kind === 'statement') &&
      doubt != null &&
      doubt.start >= draft.content.start &&
      doubt.end <= draft.content.end,
  )
  if (conceded >= 0) drafts.splice(conceded, 1)
  if (drafts.length === 0 && caveats.length === 0 && found.length === 0) {
    const carried = carriedQuote(text, unit, previous)
    if (carried !== null) drafts.push(carried)
  }
  const spoken = over || drafts.some(({ speaker }) => speaker?.name === memory.author?.name)
  const unmarked = spoken ? null : floor.claim(text, unit)
  if (unmarked !== null) drafts.push(unmarked)
  floor.leave(text, unit, memory, found)
  const nested = new Set(
    drafts.filter((draft) => draft.rule.startsWith('inside the quotation')).map((draft) => draft.content.start),
  )
  const rebuttal = caveats.find((draft) => draft.kind === 'contradiction')?.content
  return [
    ...drafts.filter(
      (draft) =>
        // what a document is held to contain is said once
        !(
          draft.cue !== null &&
          rebuttal !== undefined &&
          draft.cue.start > rebuttal.start &&
          draft.content.end <= rebuttal.end
        ) &&
        (draft.rule.startsWith('inside the quotation') ||
          (!nested.has(draft.content.start) && !nested.has(draft.content.start + 1))),
    ),
    ...caveats,
  ]
}

/** "“…,” said X, a farmer, according to AFP": nothing is told but who relays it. */
function onlyRelays({ tokens, quoted }: Unit, [from, to]: Range, told: Draft): boolean {
  if (told.cue === null || tokens[from]!.start < told.cue.end || to - from > 16) return false
  return !tokens.slice(from, to).some(({ norm }, i) => quoted[from + i] !== -1 || FINITE.test(norm))
}

const FINITE = /^(?:is|are|was|were|has|have|had|will|would|must|should|could|may|can|did|do|does|\p{L}{3,}ed)$/u

/** "said it regretted the deaths and would pay the families": what is said, and what is promised behind "and". */
function promisedToo(unit: Unit, [from, to]: Range, draft: Draft): readonly Draft[] | null {
  const { tokens, quoted } = unit
  if (!/^(?:it|they|he|she|we)$/.test(tokens[from]!.norm)) return null
  for (let i = from + 3; i + 3 < to; i += 1) {
    if (quoted[i] !== -1 || tokens[i]!.norm !== 'and') continue
    const judged = promised(unit, [i, to], draft.speaker!, 'say')
    const said = trimmed(unit, from, i)
    const more = trimmed(unit, i, to)
    if (judged === null || said === null || more === null || !/^(?:will|would)$/.test(tokens[i + 1]!.norm)) continue
    const rule = `${draft.rule}; and ${judged.rule}`
    return [
      { ...draft, content: place(unit, said) },
      { ...draft, kind: 'commitment', content: place(unit, more), rule, cue: null },
    ]
  }
  return null
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
    memory.mentioned(speaker, unit.index)
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

/** "Amnesty said witnesses told it …": the outer speaker only relays, and the inner act is the claim. */
function relays(unit: Unit, outer: Predicate, inner: Predicate | undefined, range: Range | null): boolean {
  if (inner === undefined || range === null || outer.act !== 'say' || outer.form !== 'subject') return false
  if (inner.form !== 'subject' || inner.speaker.name === outer.speaker.name || postposed(unit, inner)) return false
  return inner.from >= range[0] && inner.from <= range[0] + 3 && inner.cueFrom < range[1]
}

const nestedIn = (range: Range, inner: Predicate): boolean =>
  inner.form === 'subject' && inner.from >= range[0] && inner.cueFrom < range[1]

/** "it said it had documented …": the inner saying is the outer one again. */
function repeats(found: readonly Predicate[], index: number, range: Range | null): boolean {
  const predicate = found[index]!
  const around = found[index - 1]
  if (around === undefined || predicate.act !== 'say' || around.act !== 'say') return false
  if (predicate.speaker.name !== around.speaker.name) return false
  return range !== null && nestedIn(range, predicate) && predicate.from <= range[0] + 2
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
    predicate.via !== undefined
      ? { name: predicate.via.name, at: predicate.via.at }
      : outer !== undefined
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
      return settled('accusation', `"${predicate.lemma}"`, { target: blamedOne(object(text, unit, onto ?? at), unit) })
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
      if (CONDEMNING.test(words)) return settled('condemnation', `"${predicate.lemma}" with a word of condemning`)
      if (REPROACH.test(unmarked(words))) return settled('accusation', `"${predicate.lemma}" with a word of reproach`)
      return accused(text, unit, range, words) ?? settled('statement', `"${predicate.lemma} … as"`)
    }
    case 'say': {
      const judged = judge(text, unit, range, predicate.speaker, predicate.lemma)
      if (judged.kind !== 'statement') return judged
      // what is alleged is a wrong, whoever is named with it
      const wrong = /^(?:allege|claim)$/.test(predicate.lemma) ? wrongIn(unit, range) : -1
      if (predicate.lemma === 'allege' && wrong >= 0) {
        const subject = subjectOfVerb(text, unit, wrong)
        return settled('accusation', `"${predicate.lemma}" a wrong`, { target: subject?.mention ?? null })
      }
      if (predicate.lemma === 'according to' || predicate.form === 'passive') {
        if (countOnly(unit, range)) return null
      }
      if (predicate.lemma === 'claim' || predicate.lemma === 'highlight') {
        const legal = LEGAL.exec(words)
        if (legal !== null && CONSTITUTES.test(words.slice(Math.max(0, legal.index - 48), legal.index)))
          return settled('characterisation', "names it in law's words")
      }
      return countOnly(unit, range) ? null : judged
    }
  }
}

/** The first verb or noun of wrongdoing in a range that nothing negates; -1 where there is none. */
function wrongIn({ tokens }: Unit, [from, to]: Range): number {
  for (let i = from; i < to; i += 1) {
    if (!WRONG_VERBS.has(tokens[i]!.norm) && !WRONG_NOUNS.has(tokens[i]!.norm)) continue
    if (!tokens.slice(Math.max(from, i - 4), i).some((token) => NEGATIONS.has(token.norm))) return i
  }
  return -1
}

/** "holds the authorities responsible": the word that follows is no part of the name. */
function blamedOne(mention: Mention | null, unit: Unit): Mention | null {
  if (mention === null) return null
  const last = unit.tokens[mention.to - 1]!
  if (!/^(?:responsible|accountable|directly)$/.test(last.norm) || mention.to - mention.from < 2) return mention
  const end = unit.tokens[mention.to - 2]!.end
  return blamedOne({ ...mention, to: mention.to - 1, end, text: mention.text.slice(0, end - mention.start) }, unit)
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
  const tokens = unit.tokens.slice(from, Math.min(to, from + 28))
  if (unit.quoted.slice(from, to).some((quote) => quote !== -1)) return false
  // near each other: not "has fought for a 10-year cause that killed thousands"
  const counted = tokens.findIndex((token) => token.kind === 'number' || COUNTS.test(token.norm))
  const harmed = tokens.findIndex(
    (token, i) =>
      HARMED.test(token.norm) &&
      Math.abs(i - counted) < 14 &&
      !(tokens[i - 1]?.norm === 'the' && /^(?:wounded|injured|missing)$/.test(token.norm)),
  )
  return counted >= 0 && counted < 20 && harmed >= 0
}
