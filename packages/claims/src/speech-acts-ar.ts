/** The claims of an Arabic unit: verbs of speech before their subject, "بحسب" and its peers, labels and caveats. */
import { arabicSpeakerKind } from './attribution-ar.ts'
import type { ClaimKind } from './claim.ts'
import { personName } from './claims-names.ts'
import type { PartyKind } from './knowledge.ts'
import type { PartyMatch } from './party-index.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-kind.ts'
import type { Memory, Place, Speaker } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'
import type { Act } from './speech-acts-words.ts'
import {
  ARABIC_ACTORS,
  ARABIC_CONSTITUTES,
  ARABIC_COUNTED,
  ARABIC_DOCUMENTS,
  ARABIC_HARMED,
  ARABIC_LEGAL,
  ARABIC_ROLES,
  ARABIC_STOPS,
  ARABIC_TOLL,
  ARABIC_WITNESSES,
  ARABIC_WRONGS,
  arabicCue,
} from './speech-acts-words-ar.ts'
import { normalise } from './token.ts'

interface Spoken {
  readonly act: Act
  readonly lemma: string
  readonly cueFrom: number
  readonly cueTo: number
  readonly speaker: Speaker
  /** Behind cue and subject. */
  readonly to: number
  readonly content: Range | null
  readonly rule: string
}

/** The claims of a unit, speakers remembered for later ones. */
export function arabicClaims(text: string, unit: Unit, memory: Memory, previous: Speaker | null): readonly Draft[] {
  const spoken = acts(text, unit, memory)
  const drafts = spoken.flatMap((act, index) => {
    const draft = draftOf(text, unit, act, spoken[index + 1])
    return draft === null ? [] : [draft]
  })
  const caveat = caveatOf(text, unit)
  if (caveat !== null) drafts.push(caveat)
  if (drafts.length === 0 && spoken.length === 0) {
    const carried = carriedQuote(text, unit, previous)
    if (carried !== null) drafts.push(carried)
  }
  return drafts
}

function acts(text: string, unit: Unit, memory: Memory): readonly Spoken[] {
  const { tokens, quoted } = unit
  const found: Spoken[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    if (quoted[i] !== -1 || tokens[i]!.kind !== 'word') continue
    const act =
      according(text, unit, i, memory) ??
      verb(text, unit, i, memory) ??
      (found.length === 0 ? label(text, unit, i, memory) : null)
    if (act === null) continue
    found.push(act)
    memory.spoke(act.speaker, unit.index)
    for (let k = i; k < Math.min(tokens.length, act.to + 4); k += 1) {
      if (ARABIC_DOCUMENTS.has(tokens[k]!.norm)) memory.issued('بيان', act.speaker)
    }
    i = Math.max(i, act.to - 1)
  }
  return found
}

const isDefinite = (norm: string): boolean => norm.startsWith('ال')

/** The phrase at `from`: to the next particle, verb or mark. `one` ends it where a second phrase begins. */
function phraseEnd(unit: Unit, from: number, one: boolean): number {
  const { tokens, quoted, known } = unit
  let i = from
  const role = ARABIC_ROLES.has(tokens[from]?.norm ?? '')
  while (i < tokens.length && i - from < 10) {
    const match = known.find((candidate) => candidate.from === i)
    if (match !== undefined) {
      if (one && i > from && !role && closed(unit, i)) break
      i = match.to
      continue
    }
    const token = tokens[i]!
    if (token.kind !== 'word' || quoted[i] !== -1) break
    if (i > from && (arabicCue(token.norm) !== null || ARABIC_STOPS.has(token.norm))) {
      const place =
        token.norm === 'في' &&
        i - from <= 4 &&
        tokens[i + 1]?.kind === 'word' &&
        !ARABIC_DOCUMENTS.has(tokens[i + 1]!.norm) &&
        !/^(?:مءتمر|مؤتمر|تصريح|حديث|منشور|مقابله|وقت|كلمه|اتصال)/.test(tokens[i + 1]!.norm) &&
        arabicSpeakerKind(tokens[from]!.norm) !== null
      if (!place) break
      i += 2
      continue
    }
    if (i === from && ARABIC_STOPS.has(token.norm)) break
    if (
      i > from &&
      /^(?:ب|بال|لل)/.test(token.norm) &&
      token.norm.length > 4 &&
      one &&
      closed(unit, i) &&
      token.norm !== 'باسم'
    )
      break
    // an indefinite noun behind a definite one opens another phrase: "اتهمت الحكومة فلول …"
    if (one && i > from && closed(unit, i) && !isDefinite(token.norm)) {
      if (!role || ARABIC_ACTORS.has(token.norm)) {
        if (!/^(?:ل|لل)/.test(token.norm) && token.norm !== 'باسم') break
      }
    }
    if (one && i > from && closed(unit, i) && isDefinite(token.norm) && ARABIC_ACTORS.has(token.norm) && !role) break
    i += 1
  }
  return i
}

/** Whether the phrase before `at` is complete: its last word is definite or a name. */
function closed(unit: Unit, at: number): boolean {
  const before = unit.tokens[at - 1]!.norm
  return isDefinite(before) || unit.known.some((match) => match.to === at)
}

function speakerAt(text: string, unit: Unit, from: number, to: number, memory: Memory): Speaker | null {
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
  const match = known.find((candidate) => candidate.from >= from && candidate.to <= to)
  if (ARABIC_ROLES.has(first)) {
    const start = nameStart(unit, from, to)
    if (start !== null) {
      const end = tokens[to - 1]!.end
      const roleAt = { start: at.start, end: tokens[start - 1]!.end }
      const name = personName(text.slice(tokens[start]!.start, end))
      return {
        ...base,
        name,
        kind: 'official',
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
  const person = personName(printed)
  if (person !== printed) return { ...base, name: person, kind: 'official', person: true, how: 'a person by name' }
  const witness = ARABIC_WITNESSES.has(first)
  const kind: PartyKind | null = witness ? 'witness' : arabicSpeakerKind(first)
  if (kind === null && !(to - from >= 2 && to - from <= 5)) return null
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
    const group = /^(?:المنظمه|المرصد|الشبكه|المجموعه|الهيءه|اللجنه|المكتب)$/.test(first)
    const spoken = group
      ? memory.latest(
          (speaker) => !speaker.person && ['monitor', 'aid_organisation', 'un_body', 'other'].includes(speaker.kind),
          unit.index,
          12,
        )
      : null
    if (spoken !== null) return { ...spoken, at, how: `"${printed}" is ${spoken.name} of earlier text` }
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
    if (words >= 2 && words <= 4 && (closed(unit, k) || unit.known.some((match) => match.to === k))) return k
  }
  return null
}

const OBJECT = new Set<Act>(['accuse', 'demand', 'condemn', 'label', 'deny'])

function verb(text: string, unit: Unit, i: number, memory: Memory): Spoken | null {
  const { tokens, quoted } = unit
  const cue = arabicCue(tokens[i]!.norm)
  if (cue === null) return null
  if (/^(?:لم|لا|ما|لن)$/.test(tokens[i - 1]?.norm ?? '')) return null
  const next = tokens[i + 1]
  if (next === undefined) return null
  if (
    cue.lemma === 'hold_responsible' &&
    !tokens.slice(i, i + 14).some((token) => /مسءوليه|مسؤوليه|مسووليه/.test(token.norm))
  )
    return null
  const silent =
    next.kind !== 'word' || quoted[i + 1] !== -1 || ARABIC_STOPS.has(next.norm) || /^(?:بان|ان|الي)$/.test(next.norm)
  if (!silent) {
    const to = phraseEnd(unit, i + 1, OBJECT.has(cue.act))
    if (to > i + 1) {
      const speaker = speakerAt(text, unit, i + 1, to, memory)
      if (
        speaker !== null &&
        (speaker.unsure === null ||
          /^(?:ان|بان|انه|انها)$/.test(tokens[to]?.norm ?? '') ||
          tokens[to]?.text === ':' ||
          (quoted[to] ?? -1) !== -1)
      ) {
        return { ...cue, cueFrom: i, cueTo: i + 1, speaker, to, content: null, rule: `${tokens[i]!.text} X` }
      }
    }
  }
  // the subject stands before its verb, or the verb carries it from earlier text
  const before = subjectBefore(text, unit, i, memory)
  if (before !== null)
    return { ...cue, cueFrom: i, cueTo: i + 1, speaker: before, to: i + 1, content: null, rule: `X ${tokens[i]!.text}` }
  if (!silent) return null
  const carried = memory.latest(() => true, unit.index, 2)
  if (carried === null) return null
  const at = { start: tokens[i]!.start, end: tokens[i]!.end }
  return {
    ...cue,
    cueFrom: i,
    cueTo: i + 1,
    speaker: { ...carried, at, how: `the verb carries on with ${carried.name}` },
    to: i + 1,
    content: null,
    rule: `${tokens[i]!.text} …`,
  }
}

/** "المرصد السوري قال": a known party or a speaking noun that opens the clause before the verb. */
function subjectBefore(text: string, unit: Unit, verb: number, memory: Memory): Speaker | null {
  let from = verb
  while (from > 0 && verb - from < 9) {
    const token = unit.tokens[from - 1]!
    if (token.kind === 'mark' || unit.quoted[from - 1] !== -1) break
    from -= 1
  }
  if (from === verb || arabicCue(unit.tokens[from]!.norm) !== null) return null
  const match: PartyMatch | undefined = unit.known.find((candidate) => candidate.from >= from && candidate.to <= verb)
  const opens = from === 0 || unit.tokens[from - 1]?.kind === 'mark'
  if (match !== undefined && match.from - from <= 1) return speakerAt(text, unit, match.from, match.to, memory)
  if (!opens || arabicSpeakerKind(unit.tokens[from]!.norm) === null) return null
  const to = Math.min(verb, phraseEnd(unit, from, false))
  return to > from && verb - to <= 2 ? speakerAt(text, unit, from, to, memory) : null
}

function according(text: string, unit: Unit, i: number, memory: Memory): Spoken | null {
  const { tokens } = unit
  const norm = tokens[i]!.norm
  const word = norm.length > 3 && norm[0] === 'و' && norm !== 'وفق' && !norm.startsWith('وفقا') ? norm.slice(1) : norm
  let from: number
  if (/^(?:بحسب|حسب|وفق)$/.test(word)) from = i + 1
  else if (/^(?:وفقا|طبقا|نقلا|استنادا)$/.test(word))
    from = /^(?:عن|ل|الي)$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1
  else return null
  if (/^ما$/.test(tokens[from]?.norm ?? '')) from += 2
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word') return null
  const to = phraseEnd(unit, from, false)
  if (to <= from) return null
  const bare = first.norm.startsWith('ل') && !unit.known.some((match) => match.from === from)
  const speaker = bare ? attached(text, unit, from, to, memory) : speakerAt(text, unit, from, to, memory)
  if (speaker === null || speaker.unsure !== null) return null
  const opens = i <= 1
  const end = unit.tokens.length
  const content: Range = opens ? [to, end] : [0, i]
  return { act: 'say', lemma: 'according to', cueFrom: i, cueTo: from, speaker, to, content, rule: 'بحسب X' }
}

/** "وفقا لوزارة الصحة": the preposition is written onto the name, and stays in the span. */
function attached(text: string, unit: Unit, from: number, to: number, memory: Memory): Speaker | null {
  const { tokens } = unit
  const form = tokens[from]!.norm
  const stem = form.startsWith('لل') ? `ال${form.slice(2)}` : form.slice(1)
  const kind = arabicSpeakerKind(stem)
  if (kind === null) return speakerAt(text, unit, from, to, memory)
  const at = { start: tokens[from]!.start + 1, end: tokens[to - 1]!.end }
  const name = text.slice(at.start, at.end).replace(/^ل/, 'ال').replace(/\s+/g, ' ')
  return { name, kind, person: false, role: null, roleAt: null, at, how: 'as printed', unsure: null }
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

function contentOf(unit: Unit, act: Spoken, next: Spoken | undefined): Range | null {
  if (act.content !== null) return trimmed(unit, act.content)
  const { tokens, quoted } = unit
  let to = tokens.length
  if (next !== undefined && next.cueFrom > act.to && next.lemma !== 'according to') to = next.cueFrom
  let from = act.to
  if (act.act === 'say') {
    for (let k = from; k < Math.min(to, from + 16); k += 1) {
      if (quoted[k] !== -1) break
      if (/^(?:ان|بان|انه|انها|انهم|بانه|بانها)$/.test(tokens[k]!.norm) || tokens[k]!.text === ':') {
        from = /^(?:ان|بان)$/.test(tokens[k]!.norm) || tokens[k]!.text === ':' ? k + 1 : k
        break
      }
    }
  }
  return trimmed(unit, [from, to])
}

function trimmed(unit: Unit, [from, to]: Range): Range | null {
  const { tokens, quoted } = unit
  let a = from
  let b = to
  while (a < b && quoted[a] === -1 && tokens[a]!.kind === 'mark') a += 1
  while (b > a && quoted[b - 1] === -1 && tokens[b - 1]!.kind === 'mark') b -= 1
  return a < b ? [a, b] : null
}

const place = (unit: Unit, [from, to]: Range): Place => ({
  start: unit.tokens[from]!.start,
  end: unit.tokens[to - 1]!.end,
})

function draftOf(text: string, unit: Unit, act: Spoken, next: Spoken | undefined): Draft | null {
  const range = contentOf(unit, act, next)
  if (range === null) return null
  const { tokens } = unit
  const object = OBJECT.has(act.act) ? objectAt(text, unit, act.to) : null
  const judged = kindOf(text, unit, act, range)
  if (judged === null) return null
  const { speaker } = act
  return {
    kind: judged.kind,
    speaker,
    via: null,
    addressee: judged.kind === 'demand' ? object : null,
    target: judged.kind === 'accusation' || judged.kind === 'condemnation' ? (object ?? judged.target) : null,
    cue: place(unit, [act.cueFrom, Math.max(act.cueFrom + 1, Math.min(act.cueTo, tokens.length))]),
    content: place(unit, range),
    rule: `${act.rule}; ${judged.rule}; speaker: ${speaker.how}`,
    unsure: speaker.unsure,
  }
}

/** The object of "اتهم", "طالب", "أدان". */
function objectAt(text: string, unit: Unit, from: number): { name: string; at: Place } | null {
  const first = unit.tokens[from]
  if (first === undefined || first.kind !== 'word' || ARABIC_STOPS.has(first.norm) || unit.quoted[from] !== -1)
    return null
  const to = phraseEnd(unit, from, true)
  if (to <= from) return null
  const match = unit.known.find((known) => known.from === from && known.to === to)
  const at = place(unit, [from, to])
  return { name: match?.party.name ?? text.slice(at.start, at.end).replace(/\s+/g, ' '), at }
}

interface Judged {
  readonly kind: ClaimKind
  readonly rule: string
  readonly target: { name: string; at: Place } | null
}

const settled = (kind: ClaimKind, rule: string, target: Judged['target'] = null): Judged => ({ kind, rule, target })

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

function judge(
  text: string,
  unit: Unit,
  act: Pick<Spoken, 'lemma' | 'speaker'>,
  [from, to]: Range,
  words: string,
): Judged | null {
  const norms = unit.tokens.slice(from, to).map((token) => token.norm)
  const { speaker } = act
  const own = ['government', 'official', 'armed_group', 'political_group'].includes(speaker.kind)
  if (norms.some((norm) => /^(?:ندين|نستنكر|نشجب)$/.test(norm)))
    return settled('condemnation', 'condemns in so many words')
  if (
    norms.some(
      (norm, k) =>
        /^(?:يجب|ينبغي|يتعين)$/.test(norm) || (norm === 'علي' && norms.slice(k + 2, k + 5).includes('ان') && k < 3),
    )
  ) {
    return settled('demand', 'says what another must do')
  }
  if (
    own &&
    norms.some((norm) =>
      /^و?س[يتنا](?:تم|حاسب|حقق|شكل|نشر|عوض|عاقب|قدم|لاحق|فرج|نسحب|عمل|واصل|حاكم|حال|لتزم|ضمن|صدر|كشف)/.test(norm),
    )
  ) {
    return settled('commitment', 'says what it will do')
  }
  if (
    act.lemma === 'announce' &&
    norms.slice(0, 3).some((norm) => /^(?:تشكيل|انشاء|فتح|اطلاق)$/.test(norm)) &&
    norms.slice(0, 5).some((norm) => /^(?:لجنه|تحقيق|تحقيقا|محكمه|هيءه)$/.test(norm))
  ) {
    return settled('commitment', 'announces an inquiry to come')
  }
  if (/(?:لا (?:أ|ا)ساس ل|عارية? (?:عن|من) الصحة|كاذبة|ملفقة|مفبركة|باطلة)/.test(words))
    return settled('denial', 'calls what is said of it untrue')
  const negated = norms.findIndex((norm) => /^(?:لم|ليس|ليست|لا)$/.test(norm))
  if (
    own &&
    negated >= 0 &&
    norms
      .slice(negated, negated + 6)
      .some(
        (norm) => ARABIC_WRONGS.has(norm) || /^(?:تستهدف|يستهدف|ترتكب|يرتكب|تقصف|يقصف|علاقه|صله|مسوول|تقتل)/.test(norm),
      )
  ) {
    return settled('denial', 'says it did no such thing')
  }
  if (
    own &&
    /(?:انتهاكات|تجاوزات|أخطاء|اخطاء|جرائم)/.test(words) &&
    /(?:وقعت|وقوع|حدثت|حدوث|حصلت|حصول|ارتكبت)/.test(words) &&
    !norms.some((norm) => ARABIC_ACTORS.has(norm))
  ) {
    return settled('admission', 'says that wrongs took place, and names no other hand')
  }
  if (ARABIC_LEGAL.test(words) && ARABIC_CONSTITUTES.test(words))
    return settled('characterisation', "names it in law's words")
  if (speaker.kind === 'witness') return settled('testimony', 'a witness speaks')
  const actor = norms.findIndex(
    (norm, k) =>
      ARABIC_ACTORS.has(norm) && norms.slice(Math.max(0, k - 3), k + 7).some((near) => ARABIC_WRONGS.has(near)),
  )
  if (actor >= 0 && norms.some((norm) => ARABIC_HARMED.has(norm))) {
    const end = Math.min(to, phraseEnd(unit, from + actor, true))
    const at = place(unit, [from + actor, Math.max(from + actor + 1, end)])
    return settled('accusation', 'a wrong of one who is named', { name: text.slice(at.start, at.end), at })
  }
  const quoted = unit.quoted.slice(from, to).some((quote) => quote !== -1)
  if (!quoted && ARABIC_COUNTED.test(words) && ARABIC_TOLL.test(words)) return null
  return settled('statement', 'a word of saying')
}

/** "لم يتسن التحقق من", "لم تتمكن رويترز من التأكد". */
function caveatOf(text: string, unit: Unit): Draft | null {
  const { tokens, known } = unit
  for (let i = 1; i < tokens.length; i += 1) {
    if (!/^(?:ال)?(?:تحقق|تاكد|تثبت)$/.test(tokens[i]!.norm)) continue
    let negation = -1
    for (let k = i - 1; k >= Math.max(0, i - 9); k -= 1) {
      if (/^[و]?(?:لم|لا|تعذر|يتعذر|دون|يصعب|نتمكن)$/.test(tokens[k]!.norm) && tokens[k]!.kind === 'word') {
        negation = k
        break
      }
    }
    if (negation < 0) continue
    const able = tokens
      .slice(negation, i)
      .some((token) =>
        /^(?:يتسن|يتسني|تتمكن|يتمكن|نتمكن|يمكن|تعذر|يتعذر|تستطع|يستطع|و?تعذر|يصعب|دون)$/.test(token.norm),
      )
    if (!able) continue
    const match = known.find((candidate) => candidate.from > negation && candidate.to <= i)
    const speaker: Speaker | null =
      match === undefined
        ? null
        : {
            name: match.party.name,
            kind: match.party.kind,
            person: false,
            role: null,
            roleAt: null,
            at: place(unit, [match.from, match.to]),
            how: 'a known party',
            unsure: null,
          }
    let to = i + 1
    while (to < tokens.length && !/^[.،,؛]$/.test(tokens[to]!.text) && to - i < 16) to += 1
    const from = /^من$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1
    const target =
      from < to && tokens[from]!.kind === 'word'
        ? place(unit, [from, Math.max(from + 1, Math.min(to, phraseEnd(unit, from, false)))])
        : null
    return {
      kind: 'caveat',
      speaker,
      via: null,
      addressee: null,
      target: target === null ? null : { name: text.slice(target.start, target.end), at: target },
      cue: place(unit, [negation, i + 1]),
      content: place(unit, [negation, to]),
      rule: 'says that it could not be verified',
      unsure: null,
    }
  }
  return null
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
