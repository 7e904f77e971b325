/** Who speaks in an Arabic unit: the phrase behind a verb or before it, offices with their names, bodies and documents. */

import { personName } from './claims-names.ts'
import type { PartyKind } from './knowledge.ts'
import type { PartyMatch } from './party-index.ts'
import { arabicSpeakerKind } from './speaker-kind-ar.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Memory, Place, Speaker } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'
import {
  ARABIC_ACTORS,
  ARABIC_DOCUMENTS,
  ARABIC_QUANTIFIERS,
  ARABIC_ROLES,
  ARABIC_STATES,
  ARABIC_STOPS,
  ARABIC_WITNESSES,
} from './speech-acts-words-ar.ts'
import { arabicVerb } from './speech-verbs-ar.ts'
import { normalise } from './token.ts'

/** "رجل أعمال", "رجل دين": an office, though it opens like a witness. */
const OFFICE_OF_MEN = new Set(
  ['دين', 'الدين', 'أعمال', 'الأعمال', 'أمن', 'الأمن', 'سياسة', 'شرطة', 'إطفاء', 'دولة'].map(normalise),
)

export const isDefinite = (norm: string): boolean => norm.startsWith('ال')

/** The phrase at `from`: to the next particle, verb or mark. `one` ends it where a second phrase begins. */
export function phraseEnd(unit: Unit, from: number, one: boolean): number {
  const { tokens, quoted, known } = unit
  let i = from
  const role = ARABIC_ROLES.has(tokens[from]?.norm ?? '')
  while (i < tokens.length && i - from < 10) {
    const match = known.find((candidate) => candidate.from === i)
    if (match !== undefined) {
      const press = match.party.kind === 'outlet' || match.party.kind === 'agency'
      const office =
        role &&
        (match.party.kind === 'official' ||
          tokens[i]!.norm.startsWith('ل') ||
          !isClosed(unit, i) ||
          !whole(unit, from, i))
      if (one && i > from && !office && !press && !HEADS_ON.test(unit.tokens[i - 1]!.norm)) break
      i = match.to
      continue
    }
    const token = tokens[i]!
    if (token.kind !== 'word' || quoted[i] !== -1) break
    if (i > from && (arabicVerb(token.norm) !== null || ARABIC_STOPS.has(token.norm))) {
      // "وزارة الصحة في غزة", "ناجية من القرية": the place belongs to the name
      const place =
        (token.norm === 'في' || (token.norm === 'من' && ARABIC_WITNESSES.has(tokens[from]!.norm))) &&
        i - from <= 4 &&
        tokens[i + 1]?.kind === 'word' &&
        !ARABIC_DOCUMENTS.has(tokens[i + 1]!.norm) &&
        !/^(?:موتمر|تصريح|حديث|منشور|مقابله|وقت|كلمه|اتصال|البدايه|النهايه|الاثناء|المقابل|السابق|الوقت|البيان|جلسه|خطاب|رساله|اطار|ختام|مستهل|بدايه)/.test(
          tokens[i + 1]!.norm,
        ) &&
        (arabicSpeakerKind(tokens[from]!.norm) !== null || ARABIC_WITNESSES.has(tokens[from]!.norm))
      if (!place) break
      i += 2
      continue
    }
    if (i === from && ARABIC_STOPS.has(token.norm)) break
    // "أحمد الشرع لمصلين": whom he told
    if (role && i - from >= 3 && /^ل(?!ل|شوون|دي|جنه|جان|واء|بنان|يبيا)/.test(token.norm) && token.norm.length > 3)
      break
    if (one && i > from && THINGS.test(token.norm)) break
    if (i > from && ARABIC_QUANTIFIERS.has(token.norm)) break
    // "تعهدت الحكومة بتشكيل لجنة": what it pledged begins with the preposition written onto its noun
    const least = one && (isClosed(unit, i) || DEEDS.test(token.norm)) ? 3 : 4
    if (i > from && /^(?:بال|لل|ب)/.test(token.norm) && token.norm.length > least && !NAMES_IN_B.has(token.norm)) break
    if (
      one &&
      i > from &&
      ARABIC_ACTORS.has(token.norm) &&
      !isDefinite(token.norm) &&
      !HEADS_ON.test(tokens[i - 1]!.norm)
    )
      break
    // "مصر والأردن وقطر": names joined on
    if (i > from && token.norm[0] === 'و' && ARABIC_STATES.has(token.norm.slice(1))) {
      i += 1
      continue
    }
    // an indefinite noun behind a definite one opens another phrase: "اتهمت الحكومة فلول …"
    if (one && i > from && isClosed(unit, i) && !isDefinite(token.norm)) {
      if (!role || ARABIC_ACTORS.has(token.norm)) {
        if (!/^(?:ل|لل)/.test(token.norm) && token.norm !== 'باسم') break
      }
    }
    if (one && i > from && isClosed(unit, i) && isDefinite(token.norm) && ARABIC_ACTORS.has(token.norm) && !role) break
    // adjectives agree with a feminine head: "الحكومة الفرنسية الهجوم" is two phrases
    const feminine = tokens[from]!.norm.endsWith('ه') && i - from >= 2 && tokens[i - 1]!.norm.endsWith('ه')
    if (one && feminine && isDefinite(token.norm) && !token.norm.endsWith('ه')) break
    i += 1
  }
  return i
}

/** What is denied, condemned or described, and is no part of a name. */
const THINGS =
  /^(?:ال)(?:اتهامات|اتهام|ادعاءات|مزاعم|انباء|شايعات|تقارير|تقرير|مقاطع|صور|ضربات|ضربه|هجوم|هجمات|غاره|غارات|قصف|قرار|روايه|روايات|خطوه|عمليه|جريمه|مجزره|حادثه|حادث|تصريحات|احداث|اعتداء|اعتداءات|استقاله|سماح|وضع|ممارسات|انتهاكات)$/

/** Short deeds with the preposition: "ندد بقصف", "طالب بوقف". */
const DEEDS = /^ب(?:قصف|قتل|نهب|حرق|خطف|ذبح|دفع|فتح|وقف|سحب|كشف|نشر|منع|هدم|طرد|سجن|حل)$/

/** Names that begin like the preposition. */
export const NAMES_IN_B = new Set(
  [
    'باسم',
    'بنيامين',
    'برهان',
    'بوتين',
    'بايدن',
    'بيدرسن',
    'بلينكن',
    'بوريل',
    'بشار',
    'بدر',
    'بلال',
    'باراك',
    'بندر',
    'بسام',
    'بهاء',
    'باسل',
    'برهم',
    'بيير',
    'بلدية',
    'بعثة',
    'برنامج',
    'برلمان',
    'بطريركية',
  ].map(normalise),
)

/** Words that a body's name leans on: "قائد قوات", "باسم جيش". */
const HEADS_ON = /^(?:قاءد|قايد|رييس|وزير|باسم|بقياده|زعيم|مدير|المتحدث|الناطق|قياده|هييه|وزاره|اركان)$/

/** An office that already says of what: "المتحدث باسم الجيش", "المبعوث الأممي". */
const whole = ({ tokens }: Unit, from: number, at: number): boolean =>
  tokens.slice(from, at).some((token) => /^(?:باسم|لل.+)$/.test(token.norm)) ||
  (isDefinite(tokens[from]!.norm) && at - from >= 2)

/** Whether the phrase before `at` is complete: its last word is definite or a name. */
export function isClosed(unit: Unit, at: number): boolean {
  const before = unit.tokens[at - 1]?.norm
  if (before === undefined) return false
  const state = ARABIC_STATES.has(before) || ARABIC_STATES.has(before.slice(1))
  return isDefinite(before) || state || unit.known.some((match) => match.to === at)
}

/** Bodies named by their kind alone, once their full name has been said. */
const BODIES: readonly (readonly [string, string])[] = [
  ['الحكومه', 'government'],
  ['السلطات', 'authorities'],
  ['الرياسه', 'presidency'],
  ['الرئاسه', 'presidency'],
  ['الوزاره', 'ministry'],
  ['الجيش', 'army'],
]

export function speakerAt(text: string, unit: Unit, from: number, to: number, memory: Memory): Speaker | null {
  const { tokens, known } = unit
  const at: Place = { start: tokens[from]!.start, end: tokens[to - 1]!.end }
  const printed = text.slice(at.start, at.end).replace(/\s+/g, ' ')
  const first = tokens[from]!.norm
  const base = { person: false, role: null, roleAt: null, at, unsure: null }
  if (ARABIC_DOCUMENTS.has(first)) {
    const named = known.find((match) => match.from >= from && match.to <= to)
    if (named !== undefined)
      return { ...base, name: named.party.name, kind: named.party.kind, how: 'whose statement it is' }
    const issuer = memory.issuer('بيان') ?? memory.latest((speaker) => speaker.kind !== 'witness', unit.index, 3)
    return issuer === null ? null : { ...issuer, at, how: `who issued "${printed}"` }
  }
  // "الجامعة العربية" is no channel: a one-word name behind the article's noun is its adjective
  const match = known.find(
    (candidate) =>
      candidate.from >= from &&
      candidate.to <= to &&
      !(candidate.from > from && candidate.to - candidate.from === 1 && candidate.party.kind === 'outlet'),
  )
  if (ARABIC_ROLES.has(first) || (isDefinite(first) && ARABIC_WITNESSES.has(first.slice(2)))) {
    const start = nameStart(unit, from, to)
    if (start !== null) {
      const end = tokens[to - 1]!.end
      const roleAt = { start: at.start, end: tokens[start - 1]!.end }
      const name = personName(text.slice(tokens[start]!.start, end))
      return {
        ...base,
        name,
        kind: ARABIC_ROLES.has(first) ? 'official' : 'witness',
        person: true,
        role: text.slice(roleAt.start, roleAt.end),
        roleAt,
        at: { start: tokens[start]!.start, end },
        how: 'a person by name',
      }
    }
  }
  if (match !== undefined) {
    const role = ARABIC_ROLES.has(first) && match.from > from
    const roleAt = role ? { start: at.start, end: tokens[match.from - 1]!.end } : null
    return {
      ...base,
      name: match.party.name,
      kind: match.party.kind,
      role: roleAt === null ? null : text.slice(roleAt.start, roleAt.end),
      roleAt,
      how: 'a known party',
    }
  }
  const called = to - from <= 2 && kindless(first) ? memory.personCalled(printed) : null
  if (called !== null) return { ...called, at, how: `"${printed}" is ${called.name} of earlier text` }
  const person = personName(printed)
  if (person !== printed) return { ...base, name: person, kind: 'official', person: true, how: 'a person by name' }
  const lived = ARABIC_WITNESSES.has(first) || (isDefinite(first) && ARABIC_WITNESSES.has(first.slice(2)))
  const witness = lived && !OFFICE_OF_MEN.has(tokens[from + 1]?.norm ?? '')
  const kind: PartyKind | null = witness
    ? 'witness'
    : ARABIC_STATES.has(first)
      ? 'government'
      : (arabicSpeakerKind(first) ?? (ARABIC_ACTORS.has(first) ? 'other' : null))
  const told = /^(?:ان|بان)$/.test(tokens[to]?.norm ?? '') || tokens[to]?.text === ':'
  if (kind === null && !(isDefinite(first) || told || (to - from >= 2 && to - from <= 5))) return null
  // "الشبكة الطبية المستقلة": a noun with its article, and adjectives
  const named = tokens.slice(from, to)
  if (to - from <= 4 && kind !== null && named.every(({ norm }) => isDefinite(norm))) {
    const called = memory.latest((speaker) => normalise(speaker.name).startsWith(`${first.slice(2)} `), unit.index, 30)
    if (called !== null) return { ...called, at, how: `"${printed}" is ${called.name} of earlier text` }
  }
  if (to - from === 1 && isDefinite(first)) {
    const stem = first.slice(2)
    const named = memory.latest(
      (speaker) =>
        normalise(speaker.name)
          .split(' ')
          .some((word) => word === stem || word === first),
      unit.index,
      30,
    )
    if (named !== null) return { ...named, at, how: `"${printed}" is ${named.name} of earlier text` }
    const english = BODIES.find(([form]) => form === first)?.[1]
    const body =
      english === undefined
        ? null
        : memory.latest((speaker) => !speaker.person && speaker.name.toLowerCase().endsWith(english), unit.index, 30)
    if (body !== null) return { ...body, at, how: `"${printed}" is ${body.name} of earlier text` }
    const group = /^(?:المنظمه|المرصد|الشبكه|المجموعه|الهييه|اللجنه|المكتب)$/.test(first)
    const watches = ({ kind }: Speaker): boolean => ['monitor', 'aid_organisation', 'un_body'].includes(kind)
    const spoken = group
      ? (memory.latest(
          (speaker) => !speaker.person && ['monitor', 'aid_organisation', 'un_body', 'other'].includes(speaker.kind),
          unit.index,
          12,
        ) ?? memory.latestNamed(watches, unit.index, 12))
      : null
    if (spoken !== null) return { ...spoken, at, how: `"${printed}" is ${spoken.name} of earlier text` }
  }
  // "فضل عبد الغني، المدير التنفيذي للشبكة": the office behind the name
  const office =
    kind === null && to - from >= 2 && /^[،,]$/.test(tokens[to]?.text ?? '') ? officeBehind(text, unit, to + 1) : null
  if (office !== null) {
    const { role, roleAt, of } = office
    const body = of === null ? {} : { of }
    return { ...base, ...body, name: printed, kind: 'official', person: true, role, roleAt, how: 'a person by name' }
  }
  // two to five words that no lexicon knows are a person only where they are followed by what was said
  return {
    ...base,
    name: printed,
    kind: kind ?? 'other',
    how: 'as printed',
    unsure: kind === null ? 'no list knows this speaker' : null,
  }
}

/** "المدير التنفيذي للشبكة السورية": an office up to its mark, with the kind of body it belongs to. */
function officeBehind(
  text: string,
  unit: Unit,
  from: number,
): { role: string; roleAt: Place; of: PartyKind | null } | null {
  const { tokens, known } = unit
  if (!ARABIC_ROLES.has(tokens[from]?.norm ?? '')) return null
  let to = from + 1
  while (to < tokens.length && to - from < 14 && tokens[to]!.kind === 'word' && !ARABIC_STOPS.has(tokens[to]!.norm))
    to += 1
  const roleAt = place(unit, [from, to])
  const of = known.find((match) => match.from >= from && match.to <= to)?.party.kind ?? null
  return { role: text.slice(roleAt.start, roleAt.end), roleAt, of }
}

const kindless = (norm: string): boolean => !ARABIC_STATES.has(norm) && arabicSpeakerKind(norm) === null

/** "الرئيس السوري أحمد الشرع": where the name begins behind the office. */
function nameStart(unit: Unit, from: number, to: number): number | null {
  for (let k = from + 1; k < to; k += 1) {
    const { norm } = unit.tokens[k]!
    const inside = unit.known.some((match) => match.from <= k && k < match.to)
    if (
      inside ||
      isDefinite(norm) ||
      /^(?:باسم|لل|ل)/.test(norm) ||
      ARABIC_ROLES.has(norm) ||
      arabicSpeakerKind(norm) !== null
    )
      continue
    const words = to - k
    if (words >= 2 && words <= 4 && (isClosed(unit, k) || unit.known.some((match) => match.to === k))) return k
  }
  return null
}

/** Words that open a clause before its subject. */
const OPENERS = new Set(
  'كان كانت وكان وكانت فيما بينما لكن ولكن غير ان الا حيث اذ ثم في المقابل وفي حين من جهته جهتها جانبه بدوره بدورها'.split(
    ' ',
  ),
)

/** "المرصد السوري قال": a known party or a speaking noun that opens the clause before the verb. */
export function subjectBefore(text: string, unit: Unit, verb: number, memory: Memory): Speaker | null {
  let from = verb
  while (from > 0 && verb - from < 9) {
    const token = unit.tokens[from - 1]!
    if (token.kind === 'mark' || unit.quoted[from - 1] !== -1) break
    from -= 1
  }
  while (from < verb && OPENERS.has(unit.tokens[from]!.norm)) from += 1
  if (from === verb || arabicVerb(unit.tokens[from]!.norm) !== null) return null
  const match: PartyMatch | undefined = unit.known.find((candidate) => candidate.from >= from && candidate.to <= verb)
  const before = unit.tokens[from - 1]
  const opens = before === undefined || before.kind === 'mark' || OPENERS.has(before.norm)
  if (match !== undefined && match.from - from <= 1) return speakerAt(text, unit, match.from, match.to, memory)
  const head = unit.tokens[from]!.norm
  if (!opens || (arabicSpeakerKind(head) === null && !ARABIC_STATES.has(head) && !ARABIC_WITNESSES.has(head)))
    return null
  const to = Math.min(verb, phraseEnd(unit, from, false))
  return to > from && verb - to <= 2 ? speakerAt(text, unit, from, to, memory) : null
}

/** "وفقا لوزارة الصحة": the preposition is written onto the name, and stays in the span. */
export function attached(text: string, unit: Unit, from: number, to: number, memory: Memory): Speaker | null {
  const { tokens } = unit
  const form = tokens[from]!.norm
  const stem = form.startsWith('لل') ? `ال${form.slice(2)}` : form.slice(1)
  const kind = arabicSpeakerKind(stem)
  if (kind === null) return speakerAt(text, unit, from, to, memory)
  const at = { start: tokens[from]!.start + 1, end: tokens[to - 1]!.end }
  const name = text.slice(at.start, at.end).replace(/^ل/, 'ال').replace(/\s+/g, ' ')
  return { name, kind, person: false, role: null, roleAt: null, at, how: 'as printed', unsure: null }
}

export const place = (unit: Unit, [from, to]: Range): Place => ({
  start: unit.tokens[from]!.start,
  end: unit.tokens[to - 1]!.end,
})
