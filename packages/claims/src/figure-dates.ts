/** When what a figure counts happened, and up to when it counts. */
import type { Counted } from './counted.ts'
import { type DateMention, resolveDates } from './dates.ts'
import type { Discourse, Voice } from './discourse.ts'
import type { Sentence } from './sentence.ts'
import type { Token } from './token.ts'

export interface FigureDates {
  readonly eventDate: string | null
  readonly asOf: string | null
  readonly mention: DateMention | null
  /** From text outside the figure's own sentence. */
  readonly carried: boolean
  /** Where the dates are from. */
  readonly rule: string
}

/** The rule of what a figure's own clause says. */
export const OWN_CLAUSE = 'its own clause'

const UNDATED: FigureDates = { eventDate: null, asOf: null, mention: null, carried: false, rule: 'none is named' }

const RUNNING_EN =
  /\b(?:so far|toll|since|to date|now|(?:have|has) (?:\w+ly |also |already |since )?(?:been|died|killed|lost|fled|perished|drowned|injured|left|claimed|displaced|abducted|kidnapped|detained|arrested|executed|recorded|documented|counted|verified|registered|confirmed|wounded|disappeared)|risen|rose to|climbed|total)\b/i
const RUNNING_AR = /حصيل|حتى الآن|منذ|ارتفع|ارتفاع|بلغ/
const TOLL = /\btoll\b|حصيل/i
/** What stands behind it dates an earlier count: "62, up from 47 on Sunday". */
const COMPARED = /\b(?:up|down|compared) (?:from|with|to)\b/i

/** Whether a sentence counts on to the day it is said. */
export function runsOn(words: string): { readonly runs: boolean; readonly toll: boolean; readonly compared: number } {
  return {
    runs: RUNNING_EN.test(words) || RUNNING_AR.test(words),
    toll: TOLL.test(words),
    compared: words.search(COMPARED),
  }
}

/**
 * The day of speaking is no day of the event: a count that names no other day is one as of that day. A running count
 * is as of the day it was said or published; a count over days with two ends is as of its last.
 */
export function datesOf(
  counted: Counted,
  sentence: { readonly start: number; readonly runs: ReturnType<typeof runsOn> },
  tokens: readonly Token[],
  dates: readonly DateMention[],
  voice: Voice,
  own: boolean,
  published: string | null,
): FigureDates {
  const attribution = own ? voice.attribution : null
  const at = tokens[counted.number.from]!.start
  const compared = sentence.runs.compared < 0 ? Number.POSITIVE_INFINITY : sentence.start + sentence.runs.compared
  const cue =
    attribution === null
      ? null
      : [
          tokens[Math.max(0, Math.min(attribution.speaker?.from ?? attribution.cueFrom, attribution.cueFrom) - 4)]
            ?.start ?? 0,
          tokens[Math.min(tokens.length - 1, attribution.cueTo + 3)]?.end ?? 0,
        ]
  const said: DateMention[] = []
  const happened: DateMention[] = []
  for (const date of dates) {
    if (date.edtf === null || date.start > compared !== at > compared) continue
    const bySpeaker = cue !== null && date.kind !== 'interval' && date.start >= cue[0]! && date.end <= cue[1]! + 1
    // "12 drowned on Sunday, officials said on Friday": the first day is the event's
    const told = attribution !== null && date.start > at && date.end <= (attribution.speaker?.start ?? 0)
    if ((bySpeaker && !told) || issued(tokens, date)) said.push(date)
    else happened.push(date)
  }
  const near = happened.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0] ?? null
  const spoken = said.find((date) => date.kind === 'day' || date.kind === 'time-of-week') ?? null
  const eventDate = near?.edtf ?? null
  const rule = OWN_CLAUSE
  const mention = near ?? spoken
  if (near === null) {
    const asOf = spoken?.edtf ?? (sentence.runs.runs ? published : null)
    return asOf === null
      ? UNDATED
      : { eventDate, asOf: day(asOf), mention, carried: false, rule: spoken === null ? 'a running count' : OWN_CLAUSE }
  }
  // an earlier count of the toll is as of its day
  if (at > compared) return { eventDate: null, asOf: day(eventDate), mention, carried: false, rule }
  const end = near.kind === 'interval' || near.kind === 'time-of-week' ? endOf(near.edtf!) : null
  if (end === OPEN) return { eventDate, asOf: day(spoken?.edtf ?? published), mention, carried: false, rule }
  if (end !== null) return { eventDate, asOf: end, mention, carried: false, rule }
  const renewed = near.kind === 'month' && sentence.runs.toll
  return { eventDate, asOf: renewed ? day(spoken?.edtf ?? published) : null, mention, carried: false, rule }
}

/** The day on which what a sentence tells happened, where it names one; null where it only dates its telling. */
export function happenedIn(talk: Discourse, sentence: Sentence): FigureDates | null {
  const { text, published } = talk.document
  const { tokens, start, end, language } = sentence
  const telling = talk.attributions[sentence.index]!.map(({ cueFrom, cueTo }) => [
    tokens[Math.max(0, cueFrom - 4)]!.start,
    tokens[Math.min(tokens.length - 1, cueTo + 3)]!.end,
  ])
  for (const mention of resolveDates(text.slice(start, end), start, language, published)) {
    const { edtf, kind } = mention
    if (edtf === null || (kind !== 'day' && kind !== 'time-of-week')) continue
    if (telling.some(([from, to]) => mention.start >= from! && mention.end <= to!) || issued(tokens, mention)) continue
    return { eventDate: edtf, asOf: null, mention, carried: true, rule: 'the sentence before it' }
  }
  return null
}

const ISSUED = new Set('published released issued posted dated aired broadcast'.split(' '))

/** "in findings made public on Thursday": the day of the paper. */
function issued(tokens: readonly Token[], date: DateMention): boolean {
  let at = tokens.findIndex((token) => token.start >= date.start) - 1
  if (tokens[at]?.norm === 'on' || tokens[at]?.norm === 'late' || tokens[at]?.norm === 'early') at--
  return ISSUED.has(tokens[at]?.norm ?? '') || (tokens[at]?.norm === 'public' && tokens[at - 1]?.norm === 'made')
}

const OPEN = '..'

/** The last day of an interval; null where it is no interval of days. */
function endOf(edtf: string): string | null {
  const end = edtf.split('/')[1]
  return end === undefined ? null : end === OPEN ? OPEN : day(end)
}

const day = (edtf: string | null): string | null =>
  edtf !== null && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : (edtf?.split('/')[1] ?? edtf)
