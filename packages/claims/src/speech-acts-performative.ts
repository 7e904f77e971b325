/** What is done by saying so: "I call on both sides", "we reject these lies", inside a quotation or a statement. */
import { mentionOf, phraseStartingAt } from './mention.ts'
import { actorial, type Judged, type Range, settled } from './speech-acts-judged.ts'
import type { Unit } from './speech-acts-unit.ts'

/** Verbs in the present that do what they say, by what they do. */
const DOES: readonly (readonly [RegExp, Judged['kind']])[] = [
  [/^(?:condemn|deplore|denounce|decry)$/, 'condemnation'],
  [/^(?:urge|demand|appeal|implore|beg|request|encourage|exhort|insist|recommend)$/, 'demand'],
  [/^(?:deny|reject|refute|dispute)$/, 'denial'],
  [/^(?:accuse|blame)$/, 'accusation'],
  [/^(?:admit|acknowledge|concede|confess|apologise|apologize)$/, 'admission'],
  [/^(?:promise|pledge|vow|swear|undertake|guarantee)$/, 'commitment'],
]
const BETWEEN = /^(?:do|also|therefore|again|once|now|hereby|both|all|further|must|can|only|\p{L}+ly)$/u
/** "are calling on", "are asking": the same in the making. */
const MAKING: ReadonlyMap<string, string> = new Map(
  'condemning condemn|urging urge|demanding demand|appealing appeal|requesting request|calling call|asking ask|recommending recommend'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** What the first person does by one of its verbs in a range; null where it does nothing so. */
export function performed(text: string, unit: Unit, [from, to]: Range): Judged | null {
  const { tokens, known } = unit
  for (let i = from; i + 1 < to; i += 1) {
    const { norm, text: printed } = tokens[i]!
    if (norm !== 'we' && (norm !== 'i' || printed === 'i')) continue
    let at = i + 1
    while (at < to && at - i < 5 && BETWEEN.test(tokens[at]!.norm)) at += 1
    const making = /^(?:are|am|'re|'m)$/.test(tokens[at]?.norm ?? '')
      ? MAKING.get(tokens[at + 1]?.norm ?? '')
      : undefined
    if (making !== undefined) at += 1
    const verb = making ?? tokens[at]?.norm ?? ''
    const kind = verb === 'call' || verb === 'ask' ? asks(unit, at, to) : DOES.find(([word]) => word.test(verb))?.[1]
    if (kind === undefined || kind === null) continue
    // "we must condemn", "we cannot deny"
    if (tokens.slice(i + 1, at).some((token) => /^(?:must|can)$/.test(token.norm))) continue
    if (kind === 'admission' && /^(?:the|this|your|that)$/.test(tokens[at + 1]?.norm ?? '') && verb !== 'admit')
      continue
    const link = /^(?:on|upon|to)$/.test(tokens[at + 1]?.norm ?? '') ? at + 2 : at + 1
    const range = kind === 'demand' ? phraseStartingAt(tokens, link) : null
    const mention = range === null ? null : mentionOf(text, tokens, range, known)
    const addressee = mention !== null && actorial(tokens, mention) ? mention : null
    return settled(kind, `"${tokens[i]!.text} … ${tokens[at]!.text}": done by saying so`, { addressee })
  }
  return null
}

/** "we call on", "we ask the parties to": not "we call it", "we ask why". */
function asks({ tokens }: Unit, at: number, to: number): 'demand' | null {
  const next = tokens[at + 1]?.norm ?? ''
  if (tokens[at]!.norm.startsWith('call')) return /^(?:on|upon|for)$/.test(next) ? 'demand' : null
  if (/^(?:why|how|what|who|whether|if|ourselves|myself)$/.test(next)) return null
  return tokens.slice(at + 1, Math.min(to, at + 12)).some((token) => /^(?:to|for|that)$/.test(token.norm))
    ? 'demand'
    : null
}
