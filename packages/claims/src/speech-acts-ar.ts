/** The claims of an Arabic unit: verbs of speech before their subject, "بحسب" and its peers, labels and caveats. */
import { arabicSpeakerKind } from './attribution-ar.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-judged.ts'
import { type Judged, judge, settled } from './speech-acts-kind-ar.ts'
import type { Memory, Place, Speaker } from './speech-acts-speaker.ts'
import {
  attached,
  isDefinite,
  NAMES_IN_B,
  phraseEnd,
  place,
  speakerAt,
  subjectBefore,
} from './speech-acts-speaker-ar.ts'
import type { Unit } from './speech-acts-unit.ts'
import type { Act } from './speech-acts-words.ts'
import { ARABIC_DOCUMENTS, ARABIC_LEGAL, ARABIC_STOPS, ARABIC_WITNESSES, arabicCue } from './speech-acts-words-ar.ts'

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
      stood(text, unit, i, memory) ??
      verb(text, unit, i, memory, found.at(-1)) ??
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

const OBJECT = new Set<Act>(['accuse', 'demand', 'condemn', 'label', 'deny', 'commit'])
/** Acts whose object is written on with a preposition: "تعهدت بالتحقيق", "أقرت بوقوع", "طالبت بنشر". */
const ONTO = new Set<Act>(['commit', 'admit', 'demand'])

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
  const cue = arabicCue(tokens[i]!.norm)
  if (cue === null) return null
  if (/^(?:لم|لا|ما|لن)$/.test(tokens[i - 1]?.norm ?? '')) return null
  const next = tokens[i + 1]
  if (next === undefined) return null
  if (cue.lemma === 'hold_responsible' && !tokens.slice(i, i + 14).some((token) => /مسووليه/.test(token.norm)))
    return null
  const silent =
    next.kind !== 'word' ||
    quoted[i + 1] !== -1 ||
    ARABIC_STOPS.has(next.norm) ||
    /^(?:بان|ان|الي|ذلك)$/.test(next.norm) ||
    (ONTO.has(cue.act) &&
      coordinated(unit, i) &&
      /^ب/.test(next.norm) &&
      next.norm.length > 3 &&
      !unit.known.some((match) => match.from === i + 1) &&
      !NAMES_IN_B.has(next.norm))
  if (!silent) {
    const to = phraseEnd(unit, i + 1, OBJECT.has(cue.act) || cue.lemma === 'announce')
    if (to > i + 1) {
      const latter = /^الاخيره?$/.test(next.norm) ? latterOf(text, unit, last) : null
      const speaker = latter ?? speakerAt(text, unit, i + 1, to, memory)
      if (
        speaker !== null &&
        (speaker.unsure === null ||
          (cue.act !== 'say' && isDefinite(tokens[i + 1]!.norm)) ||
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
  if (speaker === null || speaker.unsure !== null) return null
  return {
    act: 'say',
    lemma: 'state',
    cueFrom: i,
    cueTo: i + 1,
    speaker,
    to: Math.max(to, i + 3),
    content: null,
    rule: 'جاء في بيان X',
  }
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

/** "لم يتسن التحقق من", "لم تتمكن رويترز من التأكد". */
function caveatOf(text: string, unit: Unit): Draft | null {
  const { tokens, known } = unit
  for (let i = 1; i < tokens.length; i += 1) {
    const reaches = /^(?:ال)?(?:وصول|اطلاع|دخول)$/.test(tokens[i]!.norm)
    if (!reaches && !/^(?:ال)?(?:تحقق|تاكد|تثبت)$/.test(tokens[i]!.norm)) continue
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
    // who could not reach a place is a caveat of those that report, not of the ambulances
    if (reaches && !['outlet', 'agency', 'monitor'].includes(match?.party.kind ?? '')) continue
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
