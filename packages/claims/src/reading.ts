/** The figures of a document: counts of people harmed, each with who says so, where, when and of what scope. */
import { lastAgentOf } from './agent-phrase.ts'
import type { Carry, Counted } from './counted.ts'
import { type DateMention, resolveDates } from './dates.ts'
import { type Discourse, type Voice, voiceAt } from './discourse.ts'
import type { Span } from './document.ts'
import type { Figure, Scope } from './figure.ts'
import { arabicFigures } from './figure-ar.ts'
import { datesOf, type FigureDates, happenedIn, OWN_CLAUSE, runsOn } from './figure-dates.ts'
import type { Draft } from './figure-draft.ts'
import { englishFigures } from './figure-en.ts'
import { figuresFrom, spanOf } from './figure-made.ts'
import { nearest, type Placed, type Setting, settingOf, UNPLACED } from './figure-place.ts'
import { doneByPronoun } from './harm-agent.ts'
import type { Gazetteer, PartyKind } from './knowledge.ts'
import type { Mention } from './mention.ts'
import { numbers } from './number.ts'
import type { PlaceMention } from './place.ts'
import { scopeOf } from './scope.ts'
import type { Sentence } from './sentence.ts'
import { digitValue, type Token } from './token.ts'

/** Counts that "of the 43" may mean. */
const REMEMBERED = 8

interface Carried extends Omit<Carry, 'values'> {
  readonly sentence: number
  /** Position among the drafts. */
  readonly draft: number
}

const FIGURE_BLOCKS = new Set(['title', 'heading', 'body', 'caption'])

export function readFigures(talk: Discourse, places: Gazetteer): Figure[] {
  const drafts: Draft[] = []
  const { document } = talk
  let carry: Carried | null = null
  const setting = settingOf(talk, places)
  /** Where a count was placed last. */
  let told: PlaceMention | null = null
  for (const sentence of talk.sentences) {
    if (!FIGURE_BLOCKS.has(sentence.block)) continue
    const { tokens } = sentence
    if (!mayCount(tokens)) continue
    const all = numbers(tokens, sentence.language)
    if (all.length === 0) continue
    const text = document.text
    const dates = resolveDates(
      text.slice(sentence.start, sentence.end),
      sentence.start,
      sentence.language,
      document.published,
    )
    const counts = all.filter(
      (number) => !dates.some((date) => overlaps(tokens, number.numberFrom, number.numberTo, date)),
    )
    if (counts.length === 0) continue
    const known = talk.parties[sentence.index]!
    const before: Carry | null =
      carry === null
        ? null
        : {
            effect: carry.effect,
            manner: carry.manner,
            distance: sentence.index - carry.sentence,
            values: drafts.slice(-REMEMBERED).flatMap(({ counted: { number } }) => number.value ?? []),
          }
    const found: readonly Counted[] =
      sentence.language === 'ar'
        ? arabicFigures(text, tokens, counts, known, before)
        : englishFigures(text, tokens, counts, known, before)
    if (found.length === 0) continue
    const taken = new Set(
      dates.flatMap((date) =>
        tokens.flatMap((token, i) => (token.start >= date.start && token.end <= date.end ? [i] : [])),
      ),
    )
    const where = setting.placesIn(sentence, taken)
    const first = drafts.length
    const runs = runsOn(text.slice(sentence.start, sentence.end))
    for (const counted of found) {
      const { number } = counted
      const start = tokens[number.from]!.start + joinedAnd(tokens[number.from]!)
      const end = tokens[number.to - 1]!.end
      const whole =
        typeof counted.part === 'number'
          ? first + counted.part
          : counted.part === 'carried'
            ? (carry?.draft ?? null)
            : null
      const spoken = voiceAt(talk, sentence.index, tokens[number.numberFrom]!.start)
      const voice = toldOn(
        talk,
        sentence,
        inherited(
          spoken,
          counted,
          whole === null ? null : drafts[whole]!,
          carry === null ? null : drafts[carry.draft]!,
        ),
        drafts.at(-1),
      )
      const speaker = spoken.speaker
      const ownVoice = speaker !== null && speaker.start >= sentence.start && speaker.end <= sentence.end
      const scope = scopeOf(counted, tokens, sentence.language)
      const here = nearest(where, counted, found, tokens, spoken, ownVoice)
      const own = datesOf(counted, { start: sentence.start, runs }, tokens, dates, spoken, ownVoice, document.published)
      const past = scope.scope === 'background'
      const wholeDraft = whole === null ? null : (drafts[whole] ?? null)
      drafts.push({
        counted,
        sentence,
        voice,
        place: placeFor(here, where, wholeDraft, past ? null : { told, setting }, sentence),
        dates: isDated(own)
          ? own
          : (wholeDraft?.dates ?? (past ? own : datesBefore(talk, sentence, voice, drafts, own))),
        scope,
        perpetrator: perpetratorOf(talk, sentence, counted, wholeDraft, spoken.speaker),
        surface: text.slice(start, end),
        start,
        end,
        whole: wholeDraft === null ? null : whole,
      })
      const placed = drafts.at(-1)!.place.mention
      if (placed !== null && stays(counted, scope.scope)) told = placed
      const { effect, manner } = counted
      // "12 killed and 40 injured. Of these …": the dead come first
      const dead: boolean = carry !== null && carry.sentence === sentence.index && carry.effect === 'killed'
      if (counted.part === null && (!dead || effect === 'killed'))
        carry = { effect, manner, distance: 0, sentence: sentence.index, draft: drafts.length - 1 }
      else if (counted.part === 'carried' && carry !== null) carry = { ...(carry as Carried), sentence: sentence.index }
    }
  }
  return figuresFrom(talk, drafts)
}

/** "ونحو 40": the "and" written onto a number's first word is no part of it. */
function joinedAnd(token: Token): number {
  return token.norm[0] === 'و' && token.norm.length > 3 && !token.norm.startsWith('واحد') ? 1 : 0
}

/** A digit, or a word that may begin a number: most sentences hold neither and are passed over. */
function mayCount(tokens: readonly Token[]): boolean {
  for (const token of tokens) {
    if (token.kind === 'number') return true
    if (token.kind !== 'word') continue
    if (token.text.charCodeAt(0) > 0x5ff || digitValue(token.text.charCodeAt(0)) >= 0) return true
    if (NUMBER_WORDS.has(token.norm) || token.norm.includes('-')) return true
  }
  return false
}
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens hundreds thousands millions scores score tens handful half'.split(
    ' ',
  ),
)

function overlaps(tokens: readonly Token[], from: number, to: number, date: DateMention): boolean {
  return tokens[from]!.start < date.end && tokens[to - 1]!.end > date.start
}

/** A count that only continues another's is its speaker's too, unless the sentence names one. */
function inherited(voice: Voice, counted: Counted, whole: Draft | null, last: Draft | null): Voice {
  if (voice.speaker !== null) return voice
  const source = whole ?? (counted.carried ? last : null)
  if (source === null || source.voice.speaker === null) return voice
  return { ...source.voice, rule: `${source.voice.rule}, carried over from the count it continues` }
}

const LEANING = new Set(['over', 'during', 'in', 'of', 'among'])
const REPORTING: ReadonlySet<PartyKind> = new Set(['monitor', 'un_body', 'aid_organisation', 'court'])

/** A body's findings told on: a sentence that names nobody, right behind one whose count is that body's. */
function toldOn(talk: Discourse, sentence: Sentence, voice: Voice, last: Draft | undefined): Voice {
  if (voice.speaker !== null || last === undefined || talk.attributions[sentence.index]!.length > 0) return voice
  const { speaker } = last.voice
  const [first, second] = sentence.tokens
  // "وكان 13 شخصا قتلوا أمس": what was known before
  if (/^وكانت?$/.test(first!.norm)) return voice
  const paragraph = last.sentence.blockIndex === sentence.blockIndex
  // "Over the following four days …": a new paragraph that leans on the one before
  const leans = sentence.block === 'body' && LEANING.has(first!.norm) && second?.norm === 'the'
  const next = sentence.index - last.sentence.index === 1 && (paragraph || leans)
  if (!next || speaker === null || !REPORTING.has(speaker.kind)) return voice
  const unsure = "the sentence names no speaker; the count before it was this one's"
  return { ...last.voice, unsure, rule: `${last.voice.rule}, told on` }
}

/** The place of the clause, of the whole, of the paragraph, else where the text last placed a count or anything. */
function placeFor(
  here: PlaceMention | null,
  where: readonly PlaceMention[],
  whole: Draft | null,
  around: { readonly told: PlaceMention | null; readonly setting: Setting } | null,
  sentence: Sentence,
): Placed {
  if (here !== null && !here.open) return { mention: here, carried: false, rule: OWN_CLAUSE }
  if (here === null && whole?.place.mention != null) return { ...whole.place, rule: 'of its whole' }
  const named = here === null ? undefined : where.findLast((place) => place.to <= here.from && !place.open)
  if (named !== undefined) return { mention: named, carried: false, rule: OWN_CLAUSE }
  if (around === null) return UNPLACED
  const paragraph = around.setting.inParagraph(sentence)
  if (paragraph !== null) return { mention: paragraph, carried: false, rule: 'the paragraph before it' }
  if (around.told !== null) return { mention: around.told, carried: true, rule: 'where the text last placed a count' }
  const mention = around.setting.around(sentence)
  return mention === null ? UNPLACED : { mention, carried: true, rule: 'where the text is set' }
}

/** People on the move and other wars say nothing of where the next count is from. */
const stays = ({ effect }: Counted, scope: Scope) => effect !== 'displaced' && scope !== 'background'

const isDated = ({ eventDate, asOf }: FigureDates) => eventDate !== null || asOf !== null

/** The day that the sentence before names for its event, else the dates of the count just before by the same speaker. */
function datesBefore(
  talk: Discourse,
  sentence: Sentence,
  voice: Voice,
  drafts: readonly Draft[],
  own: FigureDates,
): FigureDates {
  const last = drafts.at(-1)
  if (last !== undefined && sentence.index - last.sentence.index <= 2 && isDated(last.dates)) {
    const same = voice.speaker === null || last.voice.speaker?.name === voice.speaker.name
    if (same && last.scope.scope !== 'background')
      return { ...last.dates, carried: true, rule: 'of the count before it' }
  }
  const before = talk.sentences[sentence.index - 1]
  if (before === undefined || before.blockIndex !== sentence.blockIndex) return own
  return happenedIn(talk, before) ?? own
}

const ARMED: ReadonlySet<PartyKind> = new Set(['government', 'armed_group'])

/** Who the clause says did it; of a part whoever did the whole; of "they" whoever the sentence before ends on. */
function perpetratorOf(
  talk: Discourse,
  sentence: Sentence,
  counted: Counted,
  whole: Draft | null,
  spoken: Mention | null,
): Span | null {
  const { text } = talk.document
  if (counted.perpetratorAt !== null) return spanOf(text, sentence.tokens, counted.perpetratorAt)
  if (whole !== null && whole.counted.effect === counted.effect) return whole.perpetrator
  if (sentence.language !== 'en' || !doneByPronoun(sentence.tokens, counted)) return null
  // "the army said it had killed": the speaker
  if (spoken !== null && spoken.start >= sentence.start && spoken.end <= sentence.end && ARMED.has(spoken.kind))
    return { start: spoken.start, end: spoken.end, text: spoken.text }
  const before = talk.sentences[sentence.index - 1]
  if (before === undefined) return null
  const range = lastAgentOf(text, before.tokens, talk.parties[before.index]!)
  return range === null ? null : spanOf(text, before.tokens, range)
}
