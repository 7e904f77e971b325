/** Which words of an English unit a predicate of speech governs. */
import { isPreposition, isTimeWord } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Place } from './speech-acts-memory.ts'
import { initial } from './speech-acts-person.ts'
import type { Unit } from './speech-acts-unit.ts'
import { SPEAKING_DOCUMENTS } from './speech-acts-words.ts'

/** Where a range of tokens stands in the document. */
export const place = (unit: Unit, [from, to]: Range): Place => ({
  start: unit.tokens[from]!.start,
  end: unit.tokens[to - 1]!.end,
})

/** "said; “…”": a semicolon before a quotation does what a colon does. */
const opensQuote = ({ quoted }: Unit, at: number): boolean => (quoted[at] ?? -1) !== -1

/** Where a subject really begins behind a quotation: "…," the statement from the ministry read. */
function phraseStart(unit: Unit, at: number): number {
  const { tokens, quoted } = unit
  let from = at
  while (from > 0 && at - from < 13 && quoted[from - 1] === -1) {
    const titled = from > 1 && tokens[from - 1]!.text === '.' && initial(tokens[from - 2]!)
    if (tokens[from - 1]!.kind !== 'word' && !titled) break
    from -= 1
  }
  return quoted[from - 1] !== undefined && quoted[from - 1] !== -1 ? from : at
}

/** Whether what a predicate governs stands before it: "…, it said in a statement". */
export function postposed(unit: Unit, predicate: Predicate): boolean {
  const { tokens, quoted } = unit
  if (predicate.form === 'inverted') return true
  if (predicate.form === 'according') return predicate.cueFrom > 1 && !opensSentence(unit, predicate)
  if (predicate.form !== 'subject' || predicate.from < 2 || predicate.act !== 'say') return false
  const from = phraseStart(unit, predicate.from)
  const before = tokens[from - 1]
  const closes = before !== undefined && (quoted[from - 1] !== -1 || /^[,–—-]$/.test(before.text))
  if (!closes) return false
  if (medial(unit, predicate, undefined) && predicate.from > 2 && !leadsIn(unit, predicate)) return true
  // behind the cue only an adjunct up to the next mark
  let k = predicate.cueTo
  const first = tokens[k]
  if (first?.text === ';' && opensQuote(unit, k + 1)) return false
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
        PAST.test(token.norm) ||
        (/ed$/.test(token.norm) && !token.capital),
    )
}

/** Past forms that do not end in -ed, of what is told of attacks and flight. */
const PAST =
  /^(?:set|came|took|fled|broke|hit|shot|burnt|lost|left|went|began|gave|saw|found|held|kept|ran|fell|brought|made|put|cut|struck|fought|met|sent|stood|threw|drove|hid|stole|spread|forced|shut|bore|dug|knew|thought|got)$/

function opensSentence(unit: Unit, predicate: Predicate): boolean {
  if (predicate.cueFrom <= 1) return true
  return unit.tokens[predicate.cueFrom - 1]?.text === ';'
}

const JOINERS = /^(?:and|but|while|as|also|when|then|,|;|whereas|yet)$/

/** The tokens that a predicate asserts. `covered` is where an earlier "…, X said" of the unit ended. */
export function contentOf(unit: Unit, found: readonly Predicate[], index: number, covered: number): Range | null {
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
    let to =
      predicate.form === 'according' || predicate.form === 'inverted'
        ? predicate.cueFrom
        : phraseStart(unit, predicate.from)
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
  for (let k = index + 1; k < Math.min(found.length, index + 12); k += 1) {
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
  // "he was accused of spying, which Vint denied": what stands before the relative
  const ends = tokens[predicate.cueTo]
  if (predicate.act !== 'say' && tokens[predicate.from - 1]?.norm === 'which' && (!ends || /^[.,;]$/.test(ends.text))) {
    let first = Math.max(0, predicate.from - 2)
    while (first > 0 && tokens[first - 1]!.text !== ';') first -= 1
    return trimmed(unit, first, predicate.from - 1)
  }
  // "The ministry denied that.": the pronoun is all that is denied
  const pronoun = tokens[predicate.cueTo]
  if (predicate.act === 'deny' && /^(?:that|this|it)$/.test(pronoun?.norm ?? '')) {
    const next = tokens[predicate.cueTo + 1]
    if (next === undefined || next.kind === 'mark') return [predicate.cueTo, predicate.cueTo + 1]
  }
  const range = trimmed(unit, from, to)
  return predicate.act === 'commit' && range !== null ? promiseOf(unit, range) : range
}

/** A promise without a clause of what was done already: "to try those behind it | and has formed a committee". */
function promiseOf(unit: Unit, [from, to]: Range): Range {
  const { tokens, quoted } = unit
  for (let i = from + 2; i + 1 < to; i += 1) {
    if (quoted[i] !== -1 || !/^(?:and|but|though|although)$/.test(tokens[i]!.norm)) continue
    const next = tokens[i + 1]!.norm
    const turn = /^(?:has|have|had|is|are|was|were|said|did|does)$/.test(next)
    if (!turn) continue
    return trimmed(unit, from, i) ?? [from, to]
  }
  return [from, to]
}

function contentStart(unit: Unit, predicate: Predicate): number {
  const { tokens, quoted } = unit
  let from = predicate.form === 'inverted' ? predicate.to : predicate.cueTo
  if (predicate.act !== 'say') {
    // "promised on May 15 that …", "pledged late on Friday to …"
    let k = from
    while (
      k < from + 6 &&
      quoted[k] === -1 &&
      (/^(?:on|late|early|last|this|in)$/.test(tokens[k]?.norm ?? '') ||
        isTimeWord(tokens[k]?.norm ?? '') ||
        (k > from && tokens[k]?.kind === 'number'))
    )
      k += 1
    const timed = k > from && /^(?:that|to)$/.test(tokens[k]?.norm ?? '') ? k : from
    return tokens[timed]?.norm === 'that' ? timed + 1 : timed
  }
  for (let k = from; k < Math.min(tokens.length, from + 26); k += 1) {
    const token = tokens[k]!
    if (quoted[k] !== -1) break
    if (token.text === ':' || (token.text === ';' && opensQuote(unit, k + 1))) return k + 1
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
export function trimmed(unit: Unit, from: number, to: number): Range | null {
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
