/** The claims of an Arabic unit: what each predicate of speech asserts, and what the outlet says of it. */

import type { PartyMatch } from './party-index.ts'
import { arabicDoubts } from './speech-acts-doubt-ar.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-judged.ts'
import { type Judged, judge, settled } from './speech-acts-kind-ar.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { arabicPredicates, heldAt, OBJECT, objectAt, type Spoken } from './speech-acts-predicate-ar.ts'
import { place } from './speech-acts-speaker-ar.ts'
import type { Unit } from './speech-acts-unit.ts'
import { ARABIC_LEGAL, ARABIC_STOPS } from './speech-acts-words-ar.ts'

/** The claims of a unit, speakers remembered for later ones. */
export function arabicClaims(text: string, unit: Unit, memory: Memory, previous: Speaker | null): readonly Draft[] {
  const spoken = arabicPredicates(text, unit, memory)
  const drafts = spoken.flatMap((act, index) => {
    if (saysHow(unit, spoken[index - 1], act)) return []
    const draft = draftOf(text, unit, act, spoken[index + 1])
    return draft === null ? [] : [draft]
  })
  const doubts = arabicDoubts(text, unit, spoken.length > 0)
  const against = doubts.find((doubt) => doubt.kind === 'contradiction')
  // "السجلات تكذب البيان": evidence denies nothing by itself
  if (against?.cue != null) {
    const { start } = against.cue
    const same = drafts.findIndex((draft) => draft.cue !== null && draft.cue.start <= start && start < draft.cue.end)
    if (same >= 0) drafts.splice(same, 1)
  }
  drafts.push(...doubts)
  for (const match of unit.known) memory.mentioned(partySpeaker(unit, match), unit.index)
  if (drafts.length === 0 && spoken.length === 0) {
    const carried = carriedQuote(text, unit, previous)
    if (carried !== null) drafts.push(carried)
  }
  return drafts
}

/** "ونفى المتحدث ذلك قائلا": the saying is how the act before it was done. */
function saysHow(unit: Unit, act: Spoken | undefined, next: Spoken): boolean {
  if (act === undefined || next.act !== 'say' || act.act === 'say' || next.speaker.name !== act.speaker.name)
    return false
  if (!/^قايل/.test(unit.tokens[next.cueFrom]!.norm)) return false
  const between = unit.tokens.slice(act.to, next.cueFrom).filter((token) => token.kind === 'word')
  return between.every((token) => /^(?:ذلك|هذا|هذه|الامر|الاتهام|الاتهامات|المزاعم|الروايه|الانباء)$/.test(token.norm))
}

const partySpeaker = (unit: Unit, { from, to, party }: PartyMatch): Speaker => ({
  name: party.name,
  kind: party.kind,
  person: false,
  role: null,
  roleAt: null,
  at: place(unit, [from, to]),
  how: 'a known party',
  unsure: null,
})

function contentOf(unit: Unit, act: Spoken, next: Spoken | undefined): Range | null {
  if (act.content !== null) return trimmed(unit, act.content)
  const { tokens, quoted } = unit
  let to = tokens.length
  // "نفى ذلك قائلا: …": what was said follows the participle
  if (next !== undefined && saysHow(unit, act, next)) return trimmed(unit, [next.to, to])
  if (next !== undefined && next.cueFrom > act.to && next.lemma !== 'according to') to = next.cueFrom
  // "…"، قالت أم: what was said stands before its verb
  const before = act.cueFrom > 0 && tokens.slice(0, act.cueFrom).some((_, k) => quoted[k] !== -1)
  const after = tokens
    .slice(act.to, to)
    .some((token, k) => quoted[act.to + k] !== -1 || /^(?:ان|بان|انه|انها)$/.test(token.norm))
  if (before && !after && act.act === 'say') return trimmed(unit, [0, act.cueFrom])
  let from = act.to
  if (act.act === 'say') {
    for (let k = from; k < Math.min(to, from + 16); k += 1) {
      if (quoted[k] !== -1) {
        if (k === from) break
        continue
      }
      if (
        k === from &&
        tokens[k]!.kind === 'word' &&
        act.lemma === 'announce' &&
        !ARABIC_STOPS.has(tokens[k]!.norm) &&
        tokens[k]!.norm !== 'يوم'
      )
        break
      if (/^(?:ان|بان|انه|انها|انهم|بانه|بانها)$/.test(tokens[k]!.norm) || tokens[k]!.text === ':') {
        from = /^(?:ان|بان)$/.test(tokens[k]!.norm) || tokens[k]!.text === ':' ? k + 1 : k
        break
      }
    }
  }
  return trimmed(unit, [from, act.act === 'commit' ? promiseEnd(unit, from, to) : to])
}

/** A promise ends where a clause of what was done joins on: "بمحاكمة المسؤولين …، وشكل لجنة". */
function promiseEnd({ tokens, quoted }: Unit, from: number, to: number): number {
  for (let k = from + 2; k < to; k += 1) {
    if (quoted[k] === -1 && DONE.test(tokens[k]!.norm) && tokens[k - 1]!.kind === 'mark') return k
  }
  return to
}

const DONE =
  /^و(?:شكل|شكلت|اصدر|اصدرت|امر|امرت|عين|عينت|كلف|كلفت|اقال|اقالت|افرج|افرجت|بدا|بدات|زار|زارت|اوقف|اوقفت|كان|كانت)$/

function trimmed(unit: Unit, [from, to]: Range): Range | null {
  const { tokens, quoted } = unit
  let a = from
  let b = to
  while (a < b && quoted[a] === -1 && tokens[a]!.kind === 'mark') a += 1
  while (b > a && quoted[b - 1] === -1 && tokens[b - 1]!.kind === 'mark') b -= 1
  return a < b ? [a, b] : null
}

function draftOf(text: string, unit: Unit, act: Spoken, next: Spoken | undefined): Draft | null {
  const range = contentOf(unit, act, next)
  if (range === null) return null
  const { tokens } = unit
  const held = act.lemma === 'hold_responsible' ? heldAt(text, unit, act.to) : null
  const object = held ?? (OBJECT.has(act.act) ? objectAt(text, unit, act.to) : null)
  const judged = kindOf(text, unit, act, range)
  if (judged === null) return null
  const { speaker } = act
  return {
    kind: judged.kind,
    speaker,
    via: act.via ?? null,
    addressee: judged.kind === 'demand' ? object : null,
    target: judged.kind === 'accusation' || judged.kind === 'condemnation' ? (object ?? judged.target) : null,
    cue: place(unit, [act.cueFrom, Math.max(act.cueFrom + 1, Math.min(act.cueTo, tokens.length))]),
    content: place(unit, range),
    rule: `${act.rule}; ${judged.rule}; speaker: ${speaker.how}`,
    unsure: speaker.unsure,
  }
}

function kindOf(text: string, unit: Unit, act: Spoken, range: Range): Judged | null {
  const words = text.slice(unit.tokens[range[0]]!.start, unit.tokens[range[1] - 1]!.end)
  switch (act.act) {
    case 'accuse':
      return settled('accusation', act.lemma)
    case 'deny':
      return settled('denial', act.lemma)
    case 'admit':
      return settled('admission', act.lemma)
    case 'demand':
      return settled('demand', act.lemma)
    case 'commit':
      return settled('commitment', act.lemma)
    case 'condemn':
      return settled('condemnation', act.lemma)
    case 'label':
      return ARABIC_LEGAL.test(words)
        ? settled('characterisation', "names it in law's words")
        : judge(text, unit, act, range, words)
    case 'say':
      return judge(text, unit, act, range, words)
  }
}

function carriedQuote(text: string, unit: Unit, previous: Speaker | null): Draft | null {
  const quote = unit.quotes[0]
  if (previous === null || quote === undefined || unit.quoted[0] !== 0) return null
  const inside = unit.quoted.filter((index) => index !== -1).length
  if (inside < unit.tokens.length * 0.7 || quote.text.split(/\s+/).length < 3) return null
  const judged =
    judge(text, unit, { lemma: '', speaker: previous }, [0, unit.tokens.length], quote.text) ??
    settled('statement', 'a quotation')
  return {
    kind: judged.kind,
    speaker: previous,
    via: null,
    addressee: null,
    target: judged.target,
    cue: null,
    content: { start: quote.start, end: unit.quotes.at(-1)!.end },
    rule: quote.continues
      ? 'carries on the quotation before it'
      : `a quotation behind the words of ${previous.name}; ${judged.rule}`,
    unsure: quote.continues
      ? null
      : 'no word of attribution stands with this quotation; it follows the words of its speaker',
  }
}
