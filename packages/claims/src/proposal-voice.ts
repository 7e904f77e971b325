/** Who says the words of a proposal, by the readers of attributions; the proposal must name the same. */
import type { Claim } from './claim.ts'
import { type Voice, voiceAt } from './discourse.ts'
import type { Span } from './document.ts'
import type { Mention } from './mention.ts'
import { sameName } from './party-index.ts'
import { Outcome, type Scene, spanOf } from './proposal-scene.ts'
import type { Sentence } from './sentence.ts'

/** The one voice in which all of the stretch stands; throws where the proposal names another. */
export function checkedVoice(scene: Scene, held: readonly Sentence[], span: Span, speaker: string | null): Voice {
  const voices = held.map((sentence) => voiceAt(scene.talk, sentence.index, Math.max(span.start, sentence.start)))
  const [voice, ...others] = voices as [Voice, ...Voice[]]
  const last = voiceAt(scene.talk, held.at(-1)!.index, lastOffset(held.at(-1)!, span))
  if ([...others, last].some((other) => other.speaker?.name !== voice.speaker?.name))
    throw new Outcome('the words are not all in one voice')
  const mention = voice.speaker
  if (mention === null) {
    if (speaker !== null)
      throw new Outcome(`the proposal gives these words to ${speaker}; the text attributes them to nobody`)
    return voice
  }
  if (mention.how === 'pronoun' || mention.how === 'open')
    throw new Outcome(`the words are attributed to "${mention.text}" and the text does not settle who that is`)
  if (speaker === null)
    throw new Outcome(`the proposal gives these words to the outlet; the text attributes them to ${mention.name}`)
  if (!names(scene, speaker, mention))
    throw new Outcome(`the proposal gives these words to ${speaker}; the text attributes them to ${mention.name}`)
  return voice
}

/** The start of the last token of the sentence inside of the stretch. */
function lastOffset(sentence: Sentence, span: Span): number {
  return sentence.tokens.findLast((token) => token.kind !== 'mark' && token.start < span.end)?.start ?? sentence.start
}

/** Whether a name means the speaker: as printed, as shown, or any name of the same party. */
function names({ talk }: Scene, name: string, mention: Mention): boolean {
  if ([mention.name, mention.text, mention.person].some((one) => one !== null && sameName(one, name))) return true
  const party = talk.index.named(name)
  return party !== null && party.id === mention.party?.id
}

/** Whether two names are one or name one party: the reader of claims may show another name than the text's. */
export function sameSpeaker({ talk }: Scene, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  if (sameName(a, b)) return true
  const party = talk.index.named(a)
  return party !== null && party.id === talk.index.named(b)?.id
}

/** Who asserts a stretch, by either reader of attributions. */
export interface Asserted extends Pick<Claim, 'speaker' | 'role' | 'via' | 'cue' | 'unsure'> {
  readonly at: Span | null
  readonly rule: string
}

/** By a claim that was read and holds these words: its speaker, where the proposal means the same; else null. */
export function toldIn(scene: Scene, content: Span, speaker: string | null): Asserted | null {
  const length = (claim: Claim) => claim.content.end - claim.content.start
  const [told] = scene.claims
    .filter((claim) => claim.content.start <= content.start && claim.content.end >= content.end)
    .sort((a, b) => length(a) - length(b))
  if (told === undefined || !sameSpeaker(scene, told.speaker, speaker)) return null
  return { ...told, at: told.spans.speaker ?? null, rule: `inside of a ${told.kind} of this speaker` }
}

export function voicedIn(scene: Scene, held: readonly Sentence[], content: Span, named: string | null): Asserted {
  const voice = checkedVoice(scene, held, content, named)
  const { speaker, chain, unsure, rule } = voice
  return {
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    via: chain[0]?.name ?? null,
    cue: cueOf(scene.talk.document.text, held[0]!, voice).cue ?? null,
    at: speaker === null ? null : { start: speaker.start, end: speaker.end, text: speaker.text },
    unsure,
    rule,
  }
}

export function cueOf(text: string, sentence: Sentence, { speaker, attribution }: Voice): { readonly cue?: Span } {
  const own = speaker !== null && speaker.start >= sentence.start && speaker.end <= sentence.end
  if (!own || attribution === null || attribution.cueTo <= attribution.cueFrom) return {}
  return { cue: spanOf(text, sentence.tokens, attribution.cueFrom, attribution.cueTo) }
}
