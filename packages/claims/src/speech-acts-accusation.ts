/** Reported English that accuses: somebody else is named with a wrong done. */
import { type Subject, subjectBefore } from './attribution.ts'
import { isNational } from './claims-names.ts'
import { isDeterminer, type Mention, mentionOf, phraseEndingAt, phraseStartingAt } from './mention.ts'
import { blamed } from './speech-acts-blame.ts'
import { ACTOR_NOUNS, actorial, BE, type Judged, OWN, type Range, settled, sufferer } from './speech-acts-judged.ts'
import type { Unit } from './speech-acts-unit.ts'
import { INVOLVEMENT, LOADED, NEGATIONS, UNARMED, WRONG_NOUNS, WRONG_VERBS } from './speech-acts-words.ts'
import type { Token } from './token.ts'

const BATTLE_TARGETS = new Set(
  'forces military army security troops soldiers positions checkpoint checkpoints base bases police sites personnel'.split(
    ' ',
  ),
)

/** Somebody else named with a wrong done. */
export function accused(text: string, unit: Unit, [from, to]: Range, words: string): Judged | null {
  const { tokens, known } = unit
  const loaded = tokens.slice(from, to).some((token) => LOADED.has(token.norm))
  const unarmed = tokens.slice(from, to).some((token) => UNARMED.has(token.norm))
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]!
    const norm = token.norm
    // "the use of live ammunition by police"
    const force =
      /^(?:use|misuse)$/.test(norm) &&
      tokens[i + 1]?.norm === 'of' &&
      !tokens
        .slice(Math.max(from, i - 4), i)
        .some((found) => /^(?:prohibits?|forbids?|bans?|banned|regulates?)$/.test(found.norm))
    const user = force ? tokens.findIndex((found, k) => k > i + 1 && k < i + 7 && k < to && found.norm === 'by') : -1
    if (user > 0 && FORBIDDEN.test(text.slice(token.start, tokens[user]!.start))) {
      const phrase = phraseStartingAt(tokens, user + 1)
      const mention = phrase === null ? null : mentionOf(text, tokens, phrase, known)
      if (mention !== null && actorial(tokens, mention))
        return settled('accusation', '"use of … by" one who is named', { target: mention })
    }
    if (INVOLVEMENT.has(norm)) {
      const judged = involved(text, unit, i, [from, to])
      if (judged !== null) return judged
    }
    // "a "premeditated assault" by …": a quotation mark may stand between
    const parted = /^(?:away|up|off|out|down)$/.test(tokens[i + 1]?.norm ?? '') ? i + 1 : i
    const link = tokens[parted + 1]?.kind === 'mark' && tokens[parted + 1]!.text !== ',' ? parted + 2 : parted + 1
    const by = tokens[link]?.norm === 'by'
    if (by && (WRONG_NOUNS.has(norm) || WRONG_VERBS.has(norm) || SENT.test(norm))) {
      const phrase =
        phraseStartingAt(tokens, tokens[link + 1]?.kind === 'mark' ? link + 2 : link + 1) ??
        phraseStartingAt(tokens, link + 3)
      if (phrase !== null && phrase[1] <= to + 1 && !/^forces?$/.test(norm)) {
        const mention = mentionOf(text, tokens, phrase, known)
        if (
          actorial(tokens, mention) &&
          !OWN.has(tokens[mention.from]!.norm) &&
          (loaded || unarmed || CRIMES.test(norm) || !battle(tokens, from, to))
        ) {
          return settled('accusation', `"${norm} by" one who is named`, { target: mention })
        }
      }
    }
    const uses =
      /^(?:used|using|deployed|deploying)$/.test(norm) &&
      FORBIDDEN.test(
        tokens
          .slice(i + 1, Math.min(to, i + 7))
          .map((found) => found.norm)
          .join(' '),
      )
    const causes =
      /^caus(?:ed|es)$/.test(norm) &&
      tokens
        .slice(i + 1, Math.min(to, i + 5))
        .some((found) => /^(?:deaths?|killing|suffering|casualties)$/.test(found.norm))
    if (
      !(uses || causes || WRONG_VERBS.has(norm)) ||
      norm === 'plan' ||
      norm === 'arm' ||
      (norm === 'armed' &&
        /^(?:forces?|groups?|men|gangs?|fighters?|factions?|clashes|conflict)$/.test(tokens[i + 1]?.norm ?? '')) ||
      norm === 'abuse' ||
      norm === 'force' ||
      norm === 'forces'
    )
      continue
    const before = tokens[i - 1]?.norm ?? ''
    if (
      isDeterminer(before) ||
      (BE.has(before) && !norm.endsWith('ing')) ||
      (/ly$/.test(before) && BE.has(tokens[i - 2]?.norm ?? '')) ||
      before === 'to' ||
      before === "'s" ||
      before === 'of'
    )
      continue
    const doing = /ly$/.test(before) ? (tokens[i - 2]?.norm ?? '') : before
    if (token.norm.endsWith('ing') && !/^(?:is|are|was|were)$/.test(doing)) {
      // "…, killing over 1,700 civilians": the subject is further left
      const actor = actorBefore(text, unit, i, from)
      if (actor !== null && unarmed) return settled('accusation', `"${norm}" of one who is named`, { target: actor })
      continue
    }
    // the authorities first "massacred" protesters: a mark may stand before the verb
    let at = i
    // "directly targeted": the adverb belongs to the verb, and the mark may stand before it
    while (at - 1 > from && /ly$/.test(tokens[at - 1]!.norm) && unit.quoted[at - 1] !== -1) at -= 1
    if (tokens[at - 1]?.kind === 'mark' && unit.quoted[at - 1] !== -1 && at - 1 > from) at -= 1
    else if (at !== i) at = i
    const subject = nationalDeed(text, unit, at) ?? subjectBefore({ text, tokens, known }, at, from)
    if (causes && (subject === null || subject.mention.how === 'pronoun')) {
      // "security forces and groups allied with them caused the deaths of …"
      const actor = actorBefore(text, unit, i, from)
      if (actor !== null) return settled('accusation', `"${norm}" deaths, of one who is named`, { target: actor })
    }
    if (subject === null && tokens[i - 1]?.kind === 'mark' && unit.quoted[i - 1] !== -1) {
      // 40 "terrorists" torched a house
      const actor = actorBefore(text, unit, i, Math.max(from, i - 4))
      const hurt = tokens.slice(i + 1, Math.min(to, i + 8)).some((found) => UNARMED.has(found.norm))
      if (actor !== null && hurt) return settled('accusation', `"${norm}" of one who is named`, { target: actor })
    }
    if (subject === null && before === 'and') {
      // "militias poisoned the wells and killed people"
      const actor = actorBefore(text, unit, i, from)
      const hurt = tokens.slice(i + 1, Math.min(to, i + 8)).some((found) => UNARMED.has(found.norm))
      if (actor !== null && hurt && !sufferer(tokens, actor))
        return settled('accusation', `"${norm}" of one who is named`, { target: actor })
    }
    if (subject === null || subject.mention.how === 'pronoun') continue
    const negated = tokens.slice(Math.max(from, i - 2), i).some((found) => NEGATIONS.has(found.norm))
    if (negated || !actorial(tokens, subject.mention) || sufferer(tokens, subject.mention)) continue
    const lapse = /^(?:fail|refus|ignor|overlook|downplay|obstruct|conceal|hid)/.test(norm)
    const after = tokens.slice(i + 1, Math.min(to, i + 14))
    const harms = after.some((found) => UNARMED.has(found.norm) || WRONG_NOUNS.has(found.norm)) || loaded
    const fights = battle(tokens, i, Math.min(to, i + 14)) && !after.some((found) => UNARMED.has(found.norm))
    if (lapse || uses || causes || CRIMINAL.test(norm) || (harms && (!fights || loaded))) {
      return settled('accusation', `"${norm}" of one who is named`, { target: subject.mention })
    }
  }
  const crimes = tokens.findIndex(
    (token, i) =>
      i >= from &&
      i + 2 < to &&
      isNational(token.text) &&
      tokens[i + 1]!.norm === 'war' &&
      /^crimes?$/.test(tokens[i + 2]!.norm),
  )
  if (crimes >= 0)
    return settled('accusation', `"${tokens[crimes]!.text} war crimes"`, {
      target: mentionOf(text, tokens, [crimes, crimes + 1], known),
    })
  const blame = blamed(text, unit, [from, to])
  if (blame !== null) return blame
  const report = /\b(?:failed|fails|neglected|omitted) to\b|\b(?:history|record|pattern) of failing to\b/i.exec(words)
  if (report !== null) return settled('accusation', 'says that another failed to')
  return null
}

/** "Malian shelling | killed": the deed of a country for its subject. */
function nationalDeed(text: string, { tokens, known }: Unit, verb: number): Subject | null {
  const [nation, deed] = [tokens[verb - 2], tokens[verb - 1]]
  if (nation === undefined || !isNational(nation.text) || !/^(?:shelling|bombing|bombardment)$/.test(deed!.norm))
    return null
  return { mention: mentionOf(text, tokens, [verb - 2, verb], known), via: [], from: verb - 2, to: verb }
}

/** Nouns and verbs of what no fight excuses. */
const CRIMES =
  /^(?:massacres?|murders?|executions?|atrocit(?:y|ies)|abuses?|torture|rapes?|crimes?|violations?|looting|arson)$/
const CRIMINAL =
  /^(?:loot(?:ed|s|ing)?|torch(?:ed|es|ing)?|raped?|raping|tortur(?:ed|es|ing)|massacr(?:ed|es|ing)|murder(?:ed|s|ing)?|behead(?:ed|s|ing)?|kidnap(?:ped|s|ping)?|abduct(?:ed|s|ing)?|lynched|mutilat(?:ed|es|ing)|plunder(?:ed|s|ing)?|robb(?:ed|ing)|assassinat(?:ed|es|ing))$/

/** What is done with rockets, mines and shots. */
const SENT = /^(?:caused|lit|misfired|torched|launched|fired|planted|laid|dropped|detonated|thrown|staged)$/

const FORBIDDEN =
  /\b(?:chemical|nerve|sarin|chlorine|cluster|phosphorus|barrel|shields?|starvation|excessive|live ammunition|live fire|live rounds|deadly force|lethal force|disproportionate|child soldiers|torture)\b/

function battle(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => BATTLE_TARGETS.has(token.norm))
}

function actorBefore(text: string, unit: Unit, at: number, floor: number): Mention | null {
  for (let i = at - 1; i >= Math.max(floor, at - 20); i -= 1) {
    if (!ACTOR_NOUNS.has(unit.tokens[i]!.norm)) continue
    const phrase = phraseEndingAt(unit.tokens, i, floor)
    return phrase === null ? null : mentionOf(text, unit.tokens, phrase, unit.known)
  }
  return null
}

/** "Russian involvement in the attacks", "the army is responsible for". */
function involved(text: string, unit: Unit, at: number, [from, to]: Range): Judged | null {
  const { tokens, known } = unit
  const negated = tokens.slice(Math.max(from, at - 4), at).some((token) => NEGATIONS.has(token.norm))
  if (negated) return null
  const link = tokens[at + 1]?.norm ?? ''
  const { norm } = tokens[at]!
  if (/^(?:linked|tied|implicated)$/.test(norm)) {
    const deed = tokens.slice(at + 2, Math.min(to, at + 8)).some((token) => WRONG_NOUNS.has(token.norm))
    let verb = at - 1
    while (verb > from && /^(?:been|being|directly|has|have|had|is|are|was|were|also)$/.test(tokens[verb]!.norm))
      verb -= 1
    const subject = deed && verb < at - 1 ? subjectBefore({ text, tokens, known }, verb + 1, from) : null
    const blamed = subject !== null && actorial(tokens, subject.mention) ? subject.mention : null
    return blamed === null
      ? null
      : settled('accusation', `"${norm}" to a wrong, of one who is named`, { target: blamed })
  }
  if (
    norm === 'responsible' ||
    norm === 'behind' ||
    norm === 'complicit' ||
    norm === 'involved' ||
    norm === 'culpable'
  ) {
    if (!(norm === 'behind' ? isDeterminer(link) : link === 'for' || link === 'in')) return null
    let k = at - 1
    while (k > from && (BE.has(tokens[k]!.norm) || /ly$/.test(tokens[k]!.norm))) k -= 1
    if (k === at - 1) return null
    const subject = subjectBefore({ text, tokens, known }, k + 1, from)
    if (subject === null || !actorial(tokens, subject.mention)) return null
    return settled('accusation', `"${norm}" of one who is named`, { target: subject.mention })
  }
  if (link !== 'in' && link !== 'for' && link !== 'with' && link !== 'between') return null
  const before = tokens[at - 1]
  if (before === undefined || at - 1 < from) return null
  if (!before.capital && before.norm !== "'s" && !ACTOR_NOUNS.has(before.norm)) return null
  let first = at - 1
  while (first - 1 >= from && (tokens[first - 1]!.capital || tokens[first - 1]!.norm === 'and')) first -= 1
  if (to <= at) return null
  return settled('accusation', `"${norm} ${link}" of one who is named`, {
    target: mentionOf(text, tokens, [first, at], known),
  })
}
