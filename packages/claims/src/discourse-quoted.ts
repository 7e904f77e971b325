/** Who still speaks, or will turn out to: quotations over several sentences, announced lists, headlines that end on a name. */
import type { Attribution } from './attribution.ts'
import { BY_NAME } from './attribution-headline.ts'
import type { Sentence } from './sentence.ts'
import { normalise } from './token.ts'

const LIST_MARK = /^[•▪‣◦●■–—*-]/u
const OPENS_QUOTE = new Set(['"', '“', '«', '‘'])

/** Gives the speaker before to what goes on with the same words: the lines of a list, and a quotation's next sentence. */
export function continued(
  parts: readonly Sentence[],
  attributions: readonly (readonly Attribution[])[],
): Attribution[][] {
  const result = attributions.map((list) => [...list])
  let announced: Attribution | null = null
  /** Who speaks in the quotation that the sentence before leaves open. */
  let quoting: Attribution | null = null
  for (let i = 1; i < parts.length; i++) {
    quoting = leavesOpen(parts[i - 1]!, quoting !== null) ? (result[i - 1]!.findLast(speaks) ?? quoting) : null
    const sentence = parts[i]!
    const first = sentence.tokens[0]!
    const previous = result[i - 1]!.at(-1)
    const before = previous?.speaker == null ? null : previous
    const colon = parts[i - 1]!.tokens.at(-1)?.text === ':'
    if (colon && before !== null) announced = before
    else if (!LIST_MARK.test(first.text) && !isLabelled(sentence)) announced = null
    if (result[i]!.length > 0) continue
    const quoted = OPENS_QUOTE.has(first.text) && before !== null && speaks(before)
    const within = parts[i]!.blockIndex === parts[i - 1]!.blockIndex ? quoting : null
    const source = announced ?? within ?? (quoted ? before : null)
    if (source === null) continue
    const rule = announced === null ? 'the quotation goes on' : 'a line of the list that the speaker announced'
    result[i]!.push({ ...source, cueFrom: 0, cueTo: 0, from: 0, to: sentence.tokens.length, rule })
  }
  return result
}

/** "Upper town: 6 dead and 31 wounded", "النبطية: 6 شهداء": a line of a list by place. */
function isLabelled({ tokens }: Sentence): boolean {
  const colon = tokens.findIndex(({ text }) => text === ':')
  return colon > 0 && colon <= 6 && tokens[colon + 1]?.kind === 'number' && tokens[0]!.kind === 'word'
}

/** Whose words do not go on in the next quotation. */
const NOT_SPEAKING = new Set([
  'deny',
  'cite',
  'believe',
  'fear',
  'find',
  'show',
  'suggest',
  'count',
  'record',
  'document',
  'register',
  'list',
  'according to',
  'put',
  'give',
  'identify',
])
const speaks = ({ lemma, speaker }: Attribution) => !NOT_SPEAKING.has(lemma) && speaker !== null

/** Whether a quotation is still open where the sentence ends. */
function leavesOpen({ tokens }: Sentence, before: boolean): boolean {
  let open = before
  for (const { text } of tokens) {
    if (text === '"') open = !open
    else if (text === '“' || text === '«') open = true
    else if (text === '”' || text === '»') open = false
  }
  return open
}

/** How many sentences a quotation may run on before its speaker is named. */
const LONGEST_QUOTATION = 6

/** "“Twelve are dead. The search goes on,” the mayor said": a quotation's first sentences are its later speaker's. */
export function announcedLater(
  parts: readonly Sentence[],
  attributions: readonly (readonly Attribution[])[],
): Attribution[][] {
  const result = attributions.map((list) => [...list])
  for (let i = 0; i < parts.length; i++) {
    if (!opensUnclosed(parts[i]!) || result[i]!.length > 0) continue
    for (let j = i + 1; j < parts.length && j - i <= LONGEST_QUOTATION; j++) {
      if (parts[j]!.blockIndex !== parts[i]!.blockIndex) break
      const closes = parts[j]!.tokens.findIndex(({ text }) => CLOSES_QUOTE.has(text))
      if (closes < 0 && result[j]!.length > 0) break
      if (closes < 0) continue
      const said = result[j]!.find(
        ({ cueFrom, speaker, from }) => cueFrom > closes && speaker !== null && from <= closes,
      )
      if (said === undefined) break
      for (let k = i; k < j; k++) {
        const whole = { cueFrom: 0, cueTo: 0, from: 0, to: parts[k]!.tokens.length }
        if (result[k]!.length === 0)
          result[k]!.push({ ...said, ...whole, rule: 'the quotation names its speaker later' })
      }
      break
    }
  }
  return result
}
const CLOSES_QUOTE = new Set(['"', '”', '»', '’'])

function opensUnclosed({ tokens }: Sentence): boolean {
  return (
    OPENS_QUOTE.has(tokens[0]!.text) && !tokens.some(({ text }, at) => at > 0 && CLOSES_QUOTE.has(text) && text !== '’')
  )
}

/** A headline's bare name speaks only if the text below has the same person speak. */
export function confirmedNames(attributions: readonly (readonly Attribution[])[]): readonly (readonly Attribution[])[] {
  if (!attributions.some((list) => list.some(({ rule }) => rule === BY_NAME))) return attributions
  const all = attributions.flat().filter(({ rule, speaker }) => rule !== BY_NAME && speaker !== null)
  return attributions.map((list) =>
    list.flatMap((attribution) => {
      if (attribution.rule !== BY_NAME) return [attribution]
      const name = normalise(attribution.speaker!.text)
      const later = all.find(({ speaker }) => wordsIn(speaker!.person ?? speaker!.name).endsWith(` ${name}`))
      if (later === undefined) return []
      const { name: full, kind, party, person, how } = later.speaker!
      return [{ ...attribution, speaker: { ...attribution.speaker!, name: full, kind, party, person, how } }]
    }),
  )
}
const wordsIn = (name: string) => ` ${normalise(name)}`
