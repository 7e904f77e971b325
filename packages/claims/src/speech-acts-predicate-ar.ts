/** Arabic predicates of speech: verbs before or behind their subject, "بحسب" and its peers, statements and labels. */
import { arabicSpeakerKind } from './speaker-kind-ar.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Memory, Place, Speaker } from './speech-acts-memory.ts'
import {
  attached,
  isClosed,
  isDefinite,
  NAMES_IN_B,
  phraseEnd,
  place,
  speakerAt,
  subjectBefore,
} from './speech-acts-speaker-ar.ts'
import type { Unit } from './speech-acts-unit.ts'
import type { Act } from './speech-acts-words.ts'
import {
  ARABIC_ACTORS,
  ARABIC_DOCUMENTS,
  ARABIC_STATES,
  ARABIC_STOPS,
  ARABIC_WITNESSES,
} from './speech-acts-words-ar.ts'
import { type ArabicVerb, arabicParticiple, arabicVerb, completed, passivePrinted } from './speech-verbs-ar.ts'
import { isQuote, normalise } from './token.ts'

export interface Spoken {
  readonly act: Act
  readonly lemma: string
  readonly cueFrom: number
  readonly cueTo: number
  readonly speaker: Speaker
  /** Behind cue and subject. */
  readonly to: number
  readonly content: Range | null
  /** Who relays the speaker's words. */
  readonly via?: { readonly name: string; readonly at: Place }
  readonly rule: string
}

/** Every predicate of speech outside the quotations of an Arabic unit, in order. */
export function arabicPredicates(text: string, unit: Unit, memory: Memory): readonly Spoken[] {
  const { tokens, quoted } = unit
  const found: Spoken[] = []
  recall(text, unit, memory)
  for (let i = 0; i < tokens.length; i += 1) {
    if (quoted[i] !== -1 || tokens[i]!.kind !== 'word') continue
    const act =
      according(text, unit, i, memory) ??
      stood(text, unit, i, memory) ??
      verb(text, unit, i, memory, found.at(-1)) ??
      (found.length === 0 ? label(text, unit, i, memory) : null)
    if (act === null) continue
    found.push(act)
    memory.spoke(act.speaker, unit.index)
    if (act.speaker.person) memory.alias(text.slice(act.speaker.at.start, act.speaker.at.end), act.speaker)
    for (let k = i; k < Math.min(tokens.length, act.to + 4); k += 1) {
      if (ARABIC_DOCUMENTS.has(tokens[k]!.norm)) memory.issued('بيان', act.speaker)
    }
    i = Math.max(i, act.to - 1)
  }
  return found
}

/** "لم يتطرق الشرع إلى …، لكنه دعا": a person of earlier text whom the unit opens with is who carries on. */
function recall(text: string, unit: Unit, memory: Memory): void {
  for (let k = 1; k < Math.min(unit.tokens.length, 6); k += 1) {
    const token = unit.tokens[k]!
    if (token.kind !== 'word' || unit.quoted[k] !== -1) return
    if (!isDefinite(token.norm) || token.norm.length < 4) continue
    const person = memory.personCalled(text.slice(token.start, token.end))
    if (person !== null) memory.spoke({ ...person, at: { start: token.start, end: token.end } }, unit.index)
  }
}

export const OBJECT = new Set<Act>(['accuse', 'demand', 'condemn', 'label', 'deny', 'commit'])
/** Acts whose object is written on with a preposition: "تعهدت بالتحقيق", "أقرت بوقوع", "طالبت بنشر". */
const ONTO = new Set<Act>(['commit', 'admit', 'demand'])

/** "حملت مسؤولية القتل لميليشيات": who is held responsible, behind what for. */
export function heldAt(text: string, unit: Unit, from: number): { name: string; at: Place } | null {
  const { tokens } = unit
  if (!/^(?:ال)?مسووليه$/.test(tokens[from]?.norm ?? '')) return null
  for (let k = from + 1; k < Math.min(tokens.length, from + 12); k += 1) {
    const stem = tokens[k]!.norm.replace(/^لل/, 'ال').replace(/^ل/, '')
    if (!tokens[k]!.norm.startsWith('ل') || !ARABIC_ACTORS.has(stem)) continue
    const at = { start: tokens[k]!.start + 1, end: tokens[Math.max(k + 1, phraseEnd(unit, k, true)) - 1]!.end }
    return { name: text.slice(at.start, at.end).replace(/\s+/g, ' '), at }
  }
  return null
}

/** The object of "اتهم", "طالب", "أدان". */
export function objectAt(text: string, unit: Unit, from: number): { name: string; at: Place } | null {
  const first = unit.tokens[from]
  if (first === undefined || first.kind !== 'word' || ARABIC_STOPS.has(first.norm) || unit.quoted[from] !== -1)
    return null
  const to = phraseEnd(unit, from, true)
  if (to <= from) return null
  const match = unit.known.find((known) => known.from === from && known.to === to)
  const whole = place(unit, [from, to])
  // "ندد بقصف": the preposition is no part of what is condemned
  const onto = match === undefined && /^ب.{3}/.test(first.norm) && !NAMES_IN_B.has(first.norm)
  const at = onto ? { start: whole.start + 1, end: whole.end } : whole
  return { name: match?.party.name ?? text.slice(at.start, at.end).replace(/\s+/g, ' '), at }
}

/** "فنفت الأخيرة ذلك": the latter is who was accused before. */
function latterOf(text: string, unit: Unit, last: Spoken | undefined): Speaker | null {
  const object = last === undefined ? null : objectAt(text, unit, last.to)
  if (object === null) return null
  const { name, at } = object
  return {
    name,
    kind: 'other',
    person: false,
    role: null,
    roleAt: null,
    at,
    how: 'the latter of the two named before',
    unsure: null,
  }
}

/** "…، وتعهدت": joined on, or at the head of its clause; not "a report that demands". */
function coordinated(unit: Unit, i: number): boolean {
  const before = unit.tokens[i - 1]
  return before === undefined || before.kind === 'mark' || /^[وف]/.test(unit.tokens[i]!.norm)
}

function verb(text: string, unit: Unit, i: number, memory: Memory, last: Spoken | undefined): Spoken | null {
  const { tokens, quoted } = unit
  const behindMark = tokens[i - 1]?.kind === 'mark' && quoted[i - 1] === -1
  const cue =
    arabicVerb(tokens[i]!.norm) ??
    ontoPronoun(tokens[i]!.norm) ??
    (behindMark ? arabicParticiple(tokens[i]!.norm) : null)
  if (cue === null || passivePrinted(tokens[i]!.text) || !completed(cue, tokens.slice(i + 1, i + 12))) return null
  if (/^(?:لم|لا|ما|لن|دون|عدم|لو|ولو|فلو|اذا|واذا)$/.test(tokens[i - 1]?.norm ?? '')) return null
  const next = tokens[i + 1]
  if (next === undefined) return null
  const made = (speaker: Speaker, to: number, rule: string): Spoken => {
    const { act, lemma } = cue
    return { act, lemma, cueFrom: i, cueTo: i + 1, speaker, to, content: null, rule }
  }
  if (cue.participle) {
    const own = last?.speaker ?? opening(text, unit, i, memory)
    return own === null ? null : made(own, i + 1, `…، ${tokens[i]!.text}`)
  }
  const silent =
    next.kind !== 'word' ||
    quoted[i + 1] !== -1 ||
    (ARABIC_STOPS.has(next.norm) && !/^كل$/.test(next.norm)) ||
    /^(?:بان|ان|الي|ذلك)$/.test(next.norm) ||
    (ONTO.has(cue.act) &&
      coordinated(unit, i) &&
      /^ب/.test(next.norm) &&
      next.norm.length > 3 &&
      !unit.known.some((match) => match.from === i + 1) &&
      !ARABIC_STATES.has(next.norm) &&
      !NAMES_IN_B.has(next.norm))
  // "الناشطون يتهمون الجيش": a plural verb agrees with the subject before it
  const led = PLURAL.test(tokens[i]!.norm) ? subjectBefore(text, unit, i, memory) : null
  if (led !== null) return made(led, i + 1, `X ${tokens[i]!.text}`)
  const titled = quotedName(unit, i + 1)
  if (titled !== null) {
    const speaker = speakerAt(text, unit, titled[0], titled[1], memory)
    if (speaker !== null) return made(speaker, titled[1] + 1, `${tokens[i]!.text} "X"`)
  }
  if (!silent) {
    const whole = phraseEnd(unit, i + 1, OBJECT.has(cue.act) || cue.lemma === 'announce')
    const to = OBJECT.has(cue.act) ? leavingObject(unit, i + 1, whole) : whole
    if (to > i + 1) {
      if (asksOf(text, unit, i, to, cue.lemma, last)) return made(last!.speaker, i + 1, `… ${tokens[i]!.text}`)
      const latter = /^الاخيره?$/.test(next.norm) ? latterOf(text, unit, last) : null
      const speaker = latter ?? speakerAt(text, unit, i + 1, to, memory)
      if (
        speaker !== null &&
        (speaker.unsure === null ||
          (cue.act !== 'say' && isDefinite(tokens[i + 1]!.norm)) ||
          (cue.act !== 'say' && isDefinite(tokens[to - 1]!.norm) && to - i <= 4) ||
          tells(unit, to))
      ) {
        return relayed(text, unit, made(speaker, to, `${tokens[i]!.text} X`), memory)
      }
    }
  }
  // the subject stands before its verb, or the verb carries it from earlier text
  const before = subjectBefore(text, unit, i, memory)
  if (before !== null) return made(before, i + 1, `X ${tokens[i]!.text}`)
  const clung = clinging(unit, i) ? (last?.speaker ?? opening(text, unit, i, memory)) : null
  if (clung !== null) return made(clung, i + 1, `… و${tokens[i]!.text.replace(/^و/, '')}`)
  if (!silent) return null
  const carried = memory.latest((speaker) => agrees(text, tokens[i]!.norm, speaker), unit.index, 2)
  if (carried === null) return null
  const at = { start: tokens[i]!.start, end: tokens[i]!.end }
  return made({ ...carried, at, how: `the verb carries on with ${carried.name}` }, i + 1, `${tokens[i]!.text} …`)
}

const PLURAL = /^[وف]?(?:ي.+ون|.{3,}وا)$/

/** قالت "وحدة إدارة الكوارث" …: a body whose name stands in quotation marks right behind the verb. */
function quotedName({ tokens }: Unit, at: number): Range | null {
  if (tokens[at] === undefined || !isQuote(tokens[at]!) || arabicSpeakerKind(tokens[at + 1]?.norm ?? '') === null)
    return null
  for (let k = at + 2; k < tokens.length && k - at <= 7; k += 1) {
    if (isQuote(tokens[k]!)) return [at + 1, k]
    if (tokens[k]!.kind !== 'word' || arabicVerb(tokens[k]!.norm) !== null || ARABIC_STOPS.has(tokens[k]!.norm))
      return null
  }
  return null
}

/** "استهجن نقيب الصحفيين | صمت العالم": a subject that would leave nothing to condemn ends where it is complete. */
function leavingObject(unit: Unit, from: number, to: number): number {
  const { tokens } = unit
  const next = tokens[to]
  if (next !== undefined && !/^[.،؛]$/.test(next.text)) return to
  for (let k = from + 1; k < to; k += 1) if (isClosed(unit, k) && !isDefinite(tokens[k]!.norm)) return k
  return to
}

/** Bodies whose name is a plural: their verb stands in the feminine. */
const FEMININE = /^(?:ال)?(?:قوات|سلطات|ميليشيات|مليشيات|فصايل|جماعات|منظمات|امم|لجان|عايلات|اسر|مصادر|وسايل|شبكات)$/

/** A verb in the feminine has no man for its subject, one in the masculine no "وزارة". */
function agrees(text: string, verb: string, speaker: Speaker): boolean {
  const printed = text.slice(speaker.at.start, speaker.at.end)
  const first = /^\p{L}[\p{L}\p{M}]*/u.exec(printed)?.[0]
  if (first === undefined || !/^[\u0600-\u06ff]/.test(first)) return true
  // a verb that carries on says by its ending whether many speak
  const many = /(?:ون|ين)$/.test(first) && !speaker.person
  if (many !== /(?:وا|ون)$/.test(verb)) return false
  return agreesInGender(verb, first, speaker)
}

function agreesInGender(verb: string, first: string, speaker: Speaker): boolean {
  const feminine = /ت$/.test(verb) || /^[وف]?ت\p{L}{2,}/u.test(verb)
  const office = speaker.role === null ? first : (speaker.role.split(/\s+/)[0] ?? first)
  if (speaker.person) return feminine === office.endsWith('ة') || speaker.role === null
  return feminine || !(first.endsWith('ة') || FEMININE.test(normalise(first)))
}

/** Whether what is said begins at `to`, or behind what is put in: "قال فلان، في كلمة متلفزة، إن". */
function tells(unit: Unit, to: number): boolean {
  const { tokens, quoted } = unit
  const opens = (at: number): boolean =>
    /^(?:ان|بان|انه|انها)$/.test(tokens[at]?.norm ?? '') || tokens[at]?.text === ':' || (quoted[at] ?? -1) !== -1
  if (opens(to)) return true
  if (!/^[،,(]$/.test(tokens[to]?.text ?? '')) return false
  for (let k = to + 1; k < Math.min(tokens.length, to + 12); k += 1)
    if (/^[،,)]$/.test(tokens[k]!.text) && quoted[k] === -1) return opens(k + 1)
  return false
}

/** Asking somebody, who has to be named: "ناشد فلانا", "حث فلانا". */
const ADDRESSING = new Set(['appeal', 'urge'])

/** "وناشدت إسرائيل السماح": joined on to another act, the one named is asked, and whoever spoke before asks. */
function asksOf(text: string, unit: Unit, i: number, to: number, lemma: string, last: Spoken | undefined): boolean {
  if (last === undefined || !ADDRESSING.has(lemma) || unit.tokens[i]!.norm[0] !== 'و') return false
  // a second name behind the first is the one who is asked
  return objectAt(text, unit, to) === null || /^(?:ال|ب|الي)/.test(unit.tokens[to]?.norm ?? '')
}

/** "واتهمها التجمع بالكذب", "وطالبه بالاستقالة": the one accused or asked is written onto the verb. */
function ontoPronoun(norm: string): ArabicVerb | null {
  const verb = /(?:ها|هم|ه)$/.test(norm) ? arabicVerb(norm.replace(/(?:ها|هم|ه)$/, '')) : null
  return verb !== null && !verb.participle && (verb.act === 'accuse' || verb.act === 'demand') ? verb : null
}

/** "…، وطالب بلجنة تحقيق": a verb joined on to another of its own subject, with its object behind it. */
const clinging = ({ tokens }: Unit, i: number): boolean =>
  tokens[i]!.norm[0] === 'و' && /^(?:ب|ال|لل)/.test(tokens[i + 1]?.norm ?? '')

/** "تحدث السكان، مطالبين …": whoever opens the unit with a verb of another kind. */
function opening(text: string, unit: Unit, before: number, memory: Memory): Speaker | null {
  const { tokens } = unit
  for (let k = 0; k < Math.min(before, 2); k += 1) {
    const first = tokens[k]!
    if (first.kind !== 'word' || unit.quoted[k] !== -1) return null
    if (!unit.known.some((match) => match.from === k) && arabicSpeakerKind(first.norm) === null) continue
    const to = phraseEnd(unit, k, true)
    const speaker = to > k && to <= before ? speakerAt(text, unit, k, to, memory) : null
    return speaker?.unsure === null ? speaker : null
  }
  return null
}

/** "نقلت الوكالة عن مصدر طبي قوله إن": whoever is cited speaks, and the first only relays. */
function relayed(text: string, unit: Unit, spoken: Spoken, memory: Memory): Spoken {
  const { tokens } = unit
  if (tokens[spoken.to]?.norm !== 'عن' || spoken.lemma !== 'report') return spoken
  const from = spoken.to + 1
  if (tokens[from]?.kind !== 'word') return spoken
  const to = phraseEnd(unit, from, false)
  const cited = to > from ? speakerAt(text, unit, from, to, memory) : null
  if (cited === null) return spoken
  const behind = /^قول/.test(tokens[to]?.norm ?? '') ? to + 1 : to
  const via = { name: spoken.speaker.name, at: spoken.speaker.at }
  return { ...spoken, speaker: { ...cited, unsure: null }, via, to: behind, rule: `${spoken.rule} عن Y` }
}

/** "وجاء في بيان لمجلس السيادة أن …": a statement and whose it is. */
function stood(text: string, unit: Unit, i: number, memory: Memory): Spoken | null {
  const { tokens } = unit
  if (!/^[وف]?(?:جاء|ورد)$/.test(tokens[i]!.norm) || tokens[i + 1]?.norm !== 'في') return null
  if (!ARABIC_DOCUMENTS.has(tokens[i + 2]?.norm ?? '')) return null
  const from = /^(?:صادر|صدر|نشرته|ل|عن)$/.test(tokens[i + 3]?.norm ?? '') ? i + 4 : i + 3
  const first = tokens[from]
  const named = first !== undefined && first.kind === 'word' && !ARABIC_STOPS.has(first.norm)
  const to = named ? phraseEnd(unit, from, false) : from
  const speaker =
    to === from
      ? speakerAt(text, unit, i + 2, i + 3, memory)
      : first!.norm.startsWith('ل') && !unit.known.some((match) => match.from === from)
        ? attached(text, unit, from, to, memory)
        : speakerAt(text, unit, from, to, memory)
  const heard = speaker ?? (to === from && tokens[to]?.text === ':' ? ownerless(text, unit, i + 2) : null)
  if (heard === null || (heard.unsure !== null && to > from)) return null
  return {
    act: 'say',
    lemma: 'state',
    cueFrom: i,
    cueTo: i + 1,
    speaker: heard,
    to: Math.max(to, i + 3),
    content: null,
    rule: 'جاء في بيان X',
  }
}

/** "وجاء في البيان: …" with no word of whose it is. */
function ownerless(text: string, unit: Unit, at: number): Speaker {
  const span = place(unit, [at, at + 1])
  const base = { kind: 'other', person: false, role: null, roleAt: null, at: span } as const
  const unsure = 'whose document it is, is not said here'
  return { ...base, name: text.slice(span.start, span.end), how: 'as printed', unsure }
}

/** "بحسب X", "وفقا لX", "على ما أعلن X", "حسبما ذكر X", "كما يقول X". */
function according(text: string, unit: Unit, i: number, memory: Memory): Spoken | null {
  const { tokens } = unit
  const norm = tokens[i]!.norm
  const word = norm.length > 3 && norm[0] === 'و' && norm !== 'وفق' && !norm.startsWith('وفقا') ? norm.slice(1) : norm
  const spoken = (at: number): boolean => {
    const told = tokens[at]?.norm ?? ''
    return arabicVerb(told) !== null || arabicVerb(told.replace(/(?:ها|ه)$/, '')) !== null
  }
  let from: number
  if (/^(?:بحسب|حسب|وفق)$/.test(word)) from = i + 1
  else if (/^(?:وفقا|طبقا|نقلا|استنادا)$/.test(word))
    from = /^(?:عن|ل|الي)$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1
  else if (/^(?:حسبما|مثلما|كما|وفقما)$/.test(word) && spoken(i + 1)) from = i + 2
  else if (word === 'علي' && tokens[i + 1]?.norm === 'ما' && spoken(i + 2)) from = i + 3
  else return null
  if (/^ما$/.test(tokens[from]?.norm ?? '')) from += 2
  if (/^ب[هـ]?ا?$/.test(tokens[from]?.norm ?? '')) from += 1
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word') return null
  const to = phraseEnd(unit, from, false)
  if (to <= from) return null
  const bare = first.norm.startsWith('ل') && !unit.known.some((match) => match.from === from)
  const speaker = bare ? attached(text, unit, from, to, memory) : speakerAt(text, unit, from, to, memory)
  if (speaker === null || speaker.unsure !== null) return null
  // "نقلا عن الوكالة": a credit, no claim of the agency's own
  if (word === 'نقلا' && (speaker.kind === 'outlet' || speaker.kind === 'agency')) return null
  const opens = i <= 1
  const content: Range = opens ? [to, tokens.length] : [0, i]
  const base = { act: 'say', lemma: 'according to', cueFrom: i, cueTo: from } as const
  const found: Spoken = { ...base, speaker, to, content, rule: 'بحسب X' }
  // "على ما نقل التلفزيون عن الطوارئ"
  return relayed(text, unit, { ...found, lemma: 'report' }, memory).via === undefined
    ? found
    : { ...relayed(text, unit, { ...found, lemma: 'report' }, memory), lemma: 'according to' }
}

/** "وزارة الصحة: …" at the head of a unit. */
function label(text: string, unit: Unit, i: number, memory: Memory): Spoken | null {
  if (i !== 0) return null
  for (let k = 1; k < Math.min(unit.tokens.length - 3, 9); k += 1) {
    const token = unit.tokens[k]!
    if (token.kind === 'word' && unit.quoted[k] === -1) continue
    if (token.text !== ':') return null
    const known = unit.known.some((match) => match.from === 0)
    if (!known && arabicSpeakerKind(unit.tokens[0]!.norm) === null && !ARABIC_WITNESSES.has(unit.tokens[0]!.norm))
      return null
    const speaker = speakerAt(text, unit, 0, k, memory)
    return speaker === null
      ? null
      : { act: 'say', lemma: 'label', cueFrom: k, cueTo: k + 1, speaker, to: k + 1, content: null, rule: 'X: …' }
  }
  return null
}
