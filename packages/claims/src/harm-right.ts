/** The word of harm that stands behind its count: "12 people … were killed". */
import { cueLemma } from './cue.ts'
import { hasLeft } from './harm-left.ts'
import {
  ADVERBS,
  BE,
  type CountedPhrase,
  HAVE,
  isOtherVerb,
  isPassive,
  isPerfect,
  type Link,
  MODAL,
  type Scene,
} from './harm-scene.ts'
import { victimCategory } from './lexicon-victims.ts'
import { isDeterminer, isPreposition, isPronoun, isTimeWord } from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** "fighting that saw 120 soldiers and a general killed", "left nine and their driver dead". */
const isSeenSo = ({ tokens }: Scene, { number }: CountedPhrase) => SEEN_SO.has(tokens[number.from - 1]?.norm ?? '')
const SEEN_SO = wordSet('saw sees seen seeing left leaving leaves had with')

/** Between an auxiliary and the word of harm: "are believed to have been killed", "were found dead". */
const BRIDGES = wordSet(
  'reported confirmed believed feared found thought known presumed said listed left to have has been being be so far also either still now officially already reportedly allegedly declared counted among in the of its shot registered recorded documented verified estimated understood currently as going go gone forced driven among those confirmed verified had their his her made pronounced brought here appear appears appeared seem seems seemed',
)

/** The word of harm that follows the count: "12 people … were killed", "12 dead", "12 wounded". */
export function rightLink(scene: Scene, k: number, depth = 0): Link | 'agent' | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  if (phrase.kind === 'rejected' || depth > 6) return null
  let fallback: Link | null = null
  let reduced = false
  let crossed = false
  let bracketed = 0
  const start = phrase.to
  let i = start
  for (let guard = 0; i < tokens.length && guard < 60; guard++) {
    const token = tokens[i]!
    const harm = scene.harmAt.get(i)
    if (harm !== undefined) {
      const near = i - start - bracketed <= 1
      switch (harm.form) {
        case 'past': {
          if (isServed(tokens, i)) {
            i = harm.to
            continue
          }
          // "two of the wounded later died"
          if (phrase.partitive && tokens[i - 1]?.norm === 'the' && tokens[harm.to]?.kind === 'word') {
            i = harm.to
            continue
          }
          if (isPerfect(tokens, i)) return 'agent'
          const passive = isPassive(tokens, i)
          if (!passive && objectFollows(scene, harm.to)) return k === 0 || near ? 'agent' : fallback
          if (reduced && !passive) return fallback
          if (crossed && !passive && !isSeenSo(scene, phrase)) return fallback
          return { harm, how: 'subject', strong: near || passive, perpetratorAt: null }
        }
        case 'died': {
          const participle = /ing$/.test(tokens[harm.from]!.norm)
          if (participle && harm.effect === 'displaced') {
            fallback = fallback ?? { harm, how: 'subject', strong: near, perpetratorAt: null }
            i = harm.to
            reduced = true
            continue
          }
          if (reduced && fallback === null && !HAVE.has(tokens[i - 1]?.norm ?? '')) return null
          return { harm, how: 'subject', strong: true, perpetratorAt: null }
        }
        case 'dead':
          if (isServed(tokens, i)) {
            i = harm.to
            continue
          }
          return reduced && fallback !== null
            ? fallback
            : { harm, how: 'subject', strong: near || isPassive(tokens, i), perpetratorAt: null }
        case 'base':
        case 'ing':
          return harm.form === 'ing' && !near ? fallback : 'agent'
        default:
          i = harm.to
          continue
      }
    }
    // "patients being treated at a clinic were killed"
    if (token.norm === 'being' && i === start && !scene.harmAt.has(i + 1)) {
      reduced = true
      i += 2
      continue
    }
    if (BE.has(token.norm) || HAVE.has(token.norm) || MODAL.has(token.norm) || SEEMING.has(token.norm)) {
      const predicate = predicateAfter(scene, i + 1, depth)
      if (predicate === 'agent') return 'agent'
      return predicate ?? fallback
    }
    if (token.kind === 'mark') {
      const after = token.text === ',' ? numberSoon(scene, tokens[i + 1]?.norm === 'and' ? i + 2 : i + 1) : null
      // "20 patients, two of whom were dead on arrival": the predicate is the part's own
      const own =
        after !== null && scene.phrases[after]!.partitive && ITS_OWN.test(tokens[scene.phrases[after]!.to]?.norm ?? '')
      if (after !== null && after !== k && !own) {
        const shared = rightLink(scene, after, depth + 1)
        if (
          shared !== null &&
          shared !== 'agent' &&
          shared.strong &&
          shared.harm.to - shared.harm.from > 0 &&
          !hasLeft(scene, after)
        )
          return shared
      }
      // "12 people, four of them under 18, and one soldier were killed"
      const part = after !== null && after !== k && scene.phrases[after]!.partitive ? closing(tokens, i, ',', 12) : null
      const listed = part !== null && tokens[part + 1]?.norm === 'and' && numberSoon(scene, part + 2) !== null
      const next = listed ? part : afterMark(scene, i)
      if (next === null) return fallback
      if (token.text === '(' || token.text === '[') bracketed += next - i
      i = next
      continue
    }
    if (token.norm === 'who' || token.norm === 'that' || token.norm === 'whom') {
      i++
      continue
    }
    if (token.norm === 'so' && tokens[i + 1]?.norm === 'far') {
      i += 2
      continue
    }
    // "five of which turned into enforced disappearances"
    if (token.norm === 'turned' && tokens[i + 1]?.norm === 'into') {
      const turned = scene.harmAt.get(i + 2)
      return turned === undefined ? fallback : { harm: turned, how: 'turned into', strong: true, perpetratorAt: null }
    }
    if (
      [
        'but',
        'while',
        'when',
        'as',
        'after',
        'before',
        'because',
        'since',
        'until',
        'if',
        'where',
        'so',
        'although',
        'though',
        'than',
        'whereas',
        'which',
      ].includes(token.norm)
    )
      return fallback
    if (token.norm === 'and' || token.norm === 'or') {
      const next = numberSoon(scene, i + 1)
      if (next !== null && scene.phrases[next]!.kind !== 'rejected') {
        const shared = rightLink(scene, next, depth + 1)
        return shared !== null && shared !== 'agent' && shared.strong && !hasLeft(scene, next) ? shared : fallback
      }
      crossed = true
      i++
      continue
    }
    const other = scene.phraseAt.get(i)
    if (other !== undefined && other !== k) {
      // "teachers aged 46 and 52 were killed"
      if (isPreposition(tokens[i - 1]?.norm ?? '') || scene.phrases[other]!.kind === 'rejected') {
        i = scene.phrases[other]!.to
        continue
      }
      return fallback
    }
    if (!token.capital && i > start - 1 && isOtherVerb(tokens, i)) {
      // "100 people reported killed and injured"
      const said = tokens[i + 1]?.norm === 'as' ? i + 2 : i + 1
      if (SAID_TO_BE.has(token.norm) && scene.harmAt.has(said)) {
        const harm = scene.harmAt.get(said)!
        const told = harm.form === 'past' || harm.form === 'dead'
        if (told && !objectFollows(scene, harm.to)) return { harm, how: 'subject', strong: true, perpetratorAt: null }
      }
      if (i - start <= 1 && !reduced) {
        reduced = true
        i++
        continue
      }
      if (!reduced) return fallback
      i++
      continue
    }
    i++
  }
  return fallback
}

const SEEMING = wordSet('appear appears appeared seem seems seemed')

/** Participles by which a count without an auxiliary is said to be of people harmed. */
const SAID_TO_BE = wordSet('reported confirmed feared believed presumed thought declared listed said')

/** The predicate behind an auxiliary. */
function predicateAfter(scene: Scene, from: number, depth: number): Link | 'agent' | null {
  const { tokens } = scene
  for (let i = from; i < tokens.length && i - from < 12; i++) {
    const harm = scene.harmAt.get(i)
    if (harm !== undefined) {
      if (harm.form === 'base' || harm.form === 'ing') return 'agent'
      if (harm.form === 'past' && !isPassive(tokens, i) && isPerfect(tokens, i))
        return objectFollows(scene, harm.to) || tokens[harm.to]?.kind === 'word' ? 'agent' : null
      if (harm.form === 'past' && BE.has(tokens[i - 1]?.norm ?? '') && tokens[i - 1]!.norm === 'being')
        return { harm, how: 'subject', strong: true, perpetratorAt: null }
      return { harm, how: 'subject', strong: true, perpetratorAt: null }
    }
    const token = tokens[i]!
    const among = tokens[i - 1]!.norm === 'the' ? tokens[i - 2]?.norm : tokens[i - 1]!.norm
    const other = among === 'among' ? scene.phraseAt.get(i) : undefined
    if (other !== undefined && depth < 3) return rightLink(scene, other, depth + 1)
    if (token.kind === 'mark') {
      if (token.text === ',') {
        const close = closing(tokens, i, ',', 12)
        if (close !== null) {
          i = close
          continue
        }
      }
      if (token.text === '"' || token.text === '“' || token.text === "'" || token.text === '‘') continue
      return null
    }
    if (
      BE.has(token.norm) ||
      HAVE.has(token.norm) ||
      MODAL.has(token.norm) ||
      ADVERBS.has(token.norm) ||
      BRIDGES.has(token.norm) ||
      token.norm.endsWith('ly') ||
      isTimeWord(token.norm)
    )
      continue
    if (token.norm === 'members' || token.norm === 'on') continue
    return joinedPredicate(scene, i)
  }
  return null
}

/** "were led out of the mosque and shot", "were taken away and never seen again": a later participle of the predicate. */
function joinedPredicate(scene: Scene, verb: number): Link | null {
  const { tokens } = scene
  if (!PARTICIPLE.test(tokens[verb]!.norm) || cueLemma(tokens[verb]!.norm) !== null) return null
  for (let i = verb + 1; i < tokens.length && i - verb < 18; i++) {
    const { norm, text } = tokens[i]!
    if (text === ';' || scene.phraseAt.has(i) || HAVE.has(norm) || BE.has(norm) || CLAUSES.has(norm)) return null
    if (norm !== 'and' && norm !== 'then' && norm !== 'before') continue
    let m = i + 1
    while (m < i + 4 && (ADVERBS.has(tokens[m]?.norm ?? '') || BE.has(tokens[m]?.norm ?? ''))) m++
    const harm = scene.harmAt.get(m)
    if (harm === undefined || (harm.form !== 'past' && harm.form !== 'dead')) continue
    if (harm.form === 'past' && objectFollows(scene, harm.to)) return null
    return { harm, how: 'subject', strong: true, perpetratorAt: null }
  }
  return null
}
const PARTICIPLE = /(?:ed|en|led|made|put|shown|torn|bound|brought|dragged)$/
const CLAUSES = wordSet('who which that when while after because as where but')

/** Whether a verb's object follows, which makes the verb active. */
function objectFollows(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const next = tokens[at]
  if (next === undefined || next.kind === 'mark') return false
  // "shot and killed 65-year-old Adan Rull"
  if (/^\d+-?(?:year|$)/.test(next.text) && /year/.test(`${next.text}${tokens[at + 1]?.text ?? ''}`)) return true
  if (scene.phraseAt.has(at)) {
    const phrase = scene.phrases[scene.phraseAt.get(at)!]!
    return phrase.kind !== 'rejected' && phrase.kind !== 'none'
  }
  // "killed a decade ago", "killed the week before"
  if (isDeterminer(next.norm)) {
    // "six people killed the first day"
    const span = tokens[ORDERED.has(tokens[at + 1]?.norm ?? '') ? at + 2 : at + 1]?.norm ?? ''
    return !isTimeWord(span) && !isSpanOfTime(span)
  }
  return victimCategory(next.norm) !== null || ((next.norm === 'dozens' || next.norm === 'hundreds') && true)
}

const ORDERED = wordSet('first second third next same following previous other very last')
const SPANS_OF_TIME = wordSet('day days decade decades century hour hours minute minutes fortnight weeks months years')
const isSpanOfTime = (norm: string) => SPANS_OF_TIME.has(norm)

/** Where to go on behind a comma, bracket or dash; null where the clause ends. */
function afterMark(scene: Scene, i: number): number | null {
  const { tokens } = scene
  const { text } = tokens[i]!
  if (text === '(' || text === '[') {
    const close = closing(tokens, i, text === '(' ? ')' : ']', 40)
    return close === null ? null : close + 1
  }
  if (text === '"' || text === '“' || text === '”' || text === "'" || text === '’' || text === '‘') return i + 1
  if (text !== ',' && text !== '–' && text !== '—' && text !== '-') return null
  // "--" is a dash of two marks
  const from = text === '-' && tokens[i + 1]?.text === '-' ? i + 2 : i + 1
  const next = tokens[from]
  if (next === undefined) return null
  if (next.norm === 'who') return i + 1
  if (text === ',') {
    const verb = behindList(scene, i + 1)
    if (verb !== null) return verb
  }
  for (let j = from; j < tokens.length && j - i < 34; j++) {
    const token = tokens[j]!
    if (token.text === ';' || token.text === ':') return null
    const dash = text === ',' && (token.text === '—' || token.text === '–')
    if (token.text !== text && !(dash && BE.has(tokens[j + 1]?.norm ?? ''))) continue
    let m = text === '-' && tokens[j + 1]?.text === '-' ? j + 2 : j + 1
    while (m < tokens.length && (ADVERBS.has(tokens[m]!.norm) || tokens[m]!.norm.endsWith('ly'))) m++
    const after = tokens[m]
    if (after === undefined) return null
    if (BE.has(after.norm) || HAVE.has(after.norm) || MODAL.has(after.norm) || SEEMING.has(after.norm)) return m
    const harm = scene.harmAt.get(m)
    if (harm !== undefined && (harm.form === 'died' || harm.form === 'past' || harm.form === 'dead')) return m
    if (text !== ',') return null
  }
  return null
}

/** "protesters and journalists, rights defenders and students were …": the auxiliary behind a list of nouns. */
function behindList(scene: Scene, from: number): number | null {
  const { tokens } = scene
  let nouns = 0
  for (let i = from; i < tokens.length && i - from < 12; i++) {
    const token = tokens[i]!
    if (BE.has(token.norm) || HAVE.has(token.norm)) return nouns > 0 ? i : null
    if (token.text === ',' || token.norm === 'and') continue
    // "162 men, women and children killed by the army"
    if (nouns > 0 && scene.harmAt.get(i)?.form === 'past' && tokens[i + 1]?.norm === 'by') return i
    if (
      token.kind !== 'word' ||
      isPreposition(token.norm) ||
      (isPronoun(token.norm) && !POSSESSIVE.has(token.norm)) ||
      scene.harmAt.has(i) ||
      scene.phraseAt.has(i) ||
      (isDeterminer(token.norm) && !POSSESSIVE.has(token.norm)) ||
      isOtherVerb(tokens, i)
    )
      return null
    if (victimCategory(token.norm) !== null) nouns++
  }
  return null
}

/** Behind "five of which": what is told of the five alone. */
const ITS_OWN = /^(?:is|are|was|were|be|been|being|turned|became|remain|remained)$/
/** "four nurses helping the wounded were killed": those whom the counted served. */
const isServed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.norm === 'the' && tokens[at - 2]?.norm.endsWith('ing') === true

const POSSESSIVE = wordSet('their his her its')

function closing(tokens: readonly Token[], from: number, mark: string, limit: number): number | null {
  for (let j = from + 1; j < tokens.length && j - from < limit; j++) if (tokens[j]!.text === mark) return j
  return null
}

function numberSoon(scene: Scene, from: number): number | null {
  for (let i = from; i < from + 3; i++) {
    const k = scene.phraseAt.get(i)
    if (k !== undefined) return k
    const norm = scene.tokens[i]?.norm
    if (norm === undefined || !['a', 'an', 'another', 'the', 'further', 'additional', 'also', 'some'].includes(norm))
      return null
  }
  return null
}
