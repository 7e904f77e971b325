/** Reads the claims of a document other than figures: who says, accuses, denies, asks or promises what. */
import type { Claim } from './claim.ts'
import { claimIds } from './claim-id.ts'
import { type DateMention, dayOf, resolveDates } from './dates.ts'
import { resolveDeadline } from './deadline.ts'
import type { Discourse } from './discourse.ts'
import { isReadLanguage, type Span } from './document.ts'
import { isoDay } from './edtf.ts'
import { arabicClaims } from './speech-acts-ar.ts'
import type { Draft } from './speech-acts-draft.ts'
import { englishClaims } from './speech-acts-en.ts'
import { Floor, issuerOf, UNMARKED } from './speech-acts-floor.ts'
import { Memory, type Place, type Speaker } from './speech-acts-memory.ts'
import { type Unit, unitsOf } from './speech-acts-unit.ts'

/** Blocks whose sentences may carry claims; a title or heading only with an attribution of its own. */
const READ = new Set(['body', 'title', 'heading', 'caption'])

/** The claims of a document in the order of its text. Reads English and Arabic; another language yields none. */
export function readClaims(discourse: Discourse): readonly Claim[] {
  const { document } = discourse
  if (!isReadLanguage(document.language)) return []
  const { text } = document
  const memory = new Memory()
  const floor = new Floor(issuerOf(discourse), document.blocks)
  const saidOn = new Map<string, { readonly date: string; readonly unit: number }>()
  const found: Found[] = []
  let previous: Speaker | null = null
  let waiting: readonly Unit[] = []
  for (const unit of unitsOf(discourse)) {
    if (!READ.has(unit.block)) continue
    const here: readonly Draft[] =
      unit.language === 'ar'
        ? arabicClaims(text, unit, memory, previous)
        : englishClaims(text, unit, memory, previous, floor)
    const drafts = [...openedBefore(waiting, unit, here), ...here]
    const spoken = [...waiting, unit].flatMap((one) => one.allQuotes)
    waiting = here.length === 0 && opensQuotation(unit) ? [...waiting.slice(1 - PARAGRAPHS), unit] : []
    const dates = drafts.length === 0 ? [] : datesOutside(text, unit, document.published)
    for (const draft of drafts) {
      const before = found.at(-1)
      if (before !== undefined && runsOn(before, draft, discourse, unit)) {
        found.splice(-1, 1, longer(text, before, draft.content.end, spoken))
        continue
      }
      const start = Math.min(draft.content.start, draft.cue?.start ?? draft.content.start)
      const end = Math.max(draft.content.end, draft.cue?.end ?? draft.content.end)
      const own = saidWhen(
        unit,
        draft,
        dates.filter((date) => !heldByAnother(date, draft, drafts)),
      )
      const name = draft.speaker?.name ?? null
      if (name !== null && own !== null) saidOn.set(name, { date: own, unit: unit.index })
      const earlier = name === null ? undefined : saidOn.get(name)
      const carried = own === null && draft.kind === 'commitment' && sameStatement(text, unit, draft, earlier?.unit)
      const date = carried ? (earlier?.date ?? null) : own
      const asks = draft.kind === 'commitment' || draft.kind === 'demand'
      const made = date ?? earlier?.date ?? null
      const lead = asks && drafts.length === 1 ? leadOf(text, unit, start) : null
      const due = !asks
        ? null
        : (resolveDeadline(text.slice(start, end), start, unit.language, made, document.published) ??
          (lead === null
            ? null
            : resolveDeadline(text.slice(unit.start, lead), unit.start, unit.language, made, document.published)))
      const quotes = spoken.filter((quote) => quote.start >= start - 1 && quote.end <= end + 1)
      found.push({
        order: found.length,
        kind: draft.kind,
        speaker: name,
        role: draft.speaker?.role ?? null,
        via: draft.via?.name ?? null,
        addressee: draft.addressee?.name ?? null,
        target: draft.target?.name ?? null,
        cue: draft.cue === null ? null : spanOf(text, draft.cue),
        content: spanOf(text, draft.content),
        quotes: quotes.map((quote) => spanOf(text, quote)),
        date,
        due,
        unsure:
          draft.unsure ??
          (quotes.some((quote) => quote.ending === 'unclosed') ? 'a quotation in it has no closing mark' : null),
        explanation: carried ? `${draft.rule}; said on the day of the same speaker's words before it` : draft.rule,
        start,
        end,
        spans: {
          ...(draft.speaker === null ? {} : { speaker: spanOf(text, draft.speaker.at) }),
          ...(draft.speaker?.roleAt == null ? {} : { role: spanOf(text, draft.speaker.roleAt) }),
          ...(draft.via === null ? {} : { via: spanOf(text, draft.via.at) }),
          ...(draft.addressee === null ? {} : { addressee: spanOf(text, draft.addressee.at) }),
          ...(draft.target === null ? {} : { target: spanOf(text, draft.target.at) }),
        },
      })
    }
    const last = drafts.findLast((draft) => draft.speaker !== null && draft.kind !== 'caveat')
    // "The minister said:" leaves what was said to the next paragraph
    const announced = text.slice(unit.start, unit.end).trimEnd().endsWith(':')
    previous = last?.speaker ?? (announced ? memory.latest(() => true, unit.index, 0) : null)
  }
  const id = claimIds(document.id)
  return found
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order)
    .map(({ order: _, ...claim }) => ({ id: id(claim.kind, text.slice(claim.start, claim.end)), ...claim }))
}

type Found = Omit<Claim, 'id'> & { readonly order: number }

/** Whether a statement without quotation marks only goes on with the one before it, in the same block. */
function runsOn(before: Found, draft: Draft, { document }: Discourse, unit: Unit): boolean {
  if (draft.kind !== 'statement' || draft.rule !== before.explanation || !draft.rule.startsWith(UNMARKED)) return false
  const block = document.blocks[unit.blockIndex]
  return before.speaker === draft.speaker?.name && block !== undefined && before.start >= block.start
}

/** The same statement up to where its speaker ends it. */
function longer(text: string, before: Found, end: number, spoken: readonly Place[]): Found {
  const more = spoken.filter((quote) => quote.start >= before.end && quote.end <= end + 1)
  const quotes = [...before.quotes, ...more.map((quote) => spanOf(text, quote))]
  return { ...before, content: spanOf(text, { start: before.start, end }), quotes, end }
}

/** How many paragraphs of a quotation wait for its speaker, at most. */
const PARAGRAPHS = 12

/** A paragraph that is all quotation and leaves it open: who speaks is said in a later one. */
function opensQuotation(unit: Unit): boolean {
  const quote = unit.quotes[0]
  return quote?.ending === 'carried' && unit.quoted[0] === 0
}

/** The paragraphs of a quotation whose speaker is named where it ends. */
function openedBefore(waiting: readonly Unit[], unit: Unit, here: readonly Draft[]): readonly Draft[] {
  const closing = unit.quotes[0]
  const speaking = closing?.continues ? here.find((draft) => draft.content.start <= closing.start + 1) : undefined
  if (speaking === undefined) return []
  return waiting.flatMap((before) => {
    const quote = before.quotes[0]
    if (quote === undefined) return []
    const content = { start: quote.start, end: quote.end }
    const rule = `opens a quotation whose speaker is named where it ends; ${speaking.rule}`
    return [{ ...speaking, cue: null, via: null, content, rule }]
  })
}

/** Where the adjunct ends that opens a unit before its only promise: "Within 45 days, the governor promised, …". */
function leadOf(text: string, unit: Unit, start: number): number | null {
  const comma = text.indexOf(unit.language === 'ar' ? '،' : ',', unit.start)
  return comma > unit.start && comma < start && comma - unit.start < 60 ? comma : null
}

/** Whether a day stands in what another claim of the unit says: "vowed to pay before 1 May and said …". */
const heldByAnother = (date: DateMention, draft: Draft, drafts: readonly Draft[]): boolean =>
  drafts.some(
    (other) =>
      other !== draft &&
      other.content.start <= date.start &&
      date.end <= other.content.end &&
      other.content.end <= (draft.cue?.start ?? 0),
  )

/** How many units a statement is followed over, at most. */
const STATEMENT = 14

/** Whether a promise belongs to what its speaker was reported to say before; "has promised" tells of another time. */
function sameStatement(text: string, unit: Unit, { cue }: Draft, earlier: number | undefined): boolean {
  if (cue === null || earlier === undefined || unit.index - earlier > STATEMENT) return false
  const before = text.slice(Math.max(unit.start, cue.start - 24), cue.start)
  const verb = text.slice(cue.start, cue.end)
  if (/\b(?:has|have|had|previously|earlier|once|already|repeatedly)\b/i.test(before)) return false
  return /(?:ed|ing|wore|took)\b/.test(verb) || /\p{Script=Arabic}/u.test(verb)
}

const spanOf = (text: string, { start, end }: Place): Span => ({ start, end, text: text.slice(start, end) })

/** Whether a text can name a day at all; spares most sentences the reading of dates. */
const MAY_NAME_DAY =
  /\p{Nd}|day\b|tonight|night|ago\b|أمس|يوم|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت/iu

function datesOutside(text: string, unit: Unit, published: string | null): readonly DateMention[] {
  if (!MAY_NAME_DAY.test(text.slice(unit.start, unit.end))) return []
  return resolveDates(text.slice(unit.start, unit.end), unit.start, unit.language, published).filter(
    (mention) => !unit.quotes.some((quote) => mention.start >= quote.outerStart && mention.end <= quote.outerEnd),
  )
}

/** The day it was said: a day named beside the cue, before what is said or right behind the cue. */
function saidWhen(unit: Unit, draft: Draft, dates: readonly DateMention[]): string | null {
  if (draft.cue === null) return null
  const { cue, content } = draft
  const speaker = draft.speaker?.at.start ?? cue.start
  const leading = unit.tokens[0]?.norm ?? ''
  const beside = dates.filter((mention) => {
    if (mention.kind !== 'day' && mention.kind !== 'time-of-week') return false
    if (mention.edtf === null || mention.edtf.includes('/') || dayOf(mention.edtf) === null) return false
    if (mention.start >= cue.end) {
      if (content.start >= cue.end) return mention.start - cue.end <= 10 || mention.end <= content.start
      return mention.start - cue.end < 60
    }
    // between subject and cue, or in the adjunct right before the subject: "On Monday, the Observatory said"
    if (mention.start >= speaker) return mention.end <= cue.start
    return (
      speaker - mention.end <= 6 && !/^(?:since|after|before|when|until|while|as|although|though|once)$/.test(leading)
    )
  })
  const distance = (mention: DateMention): number =>
    mention.start >= cue.end ? mention.start - cue.end : cue.start - mention.end
  const nearest = [...beside].sort((a, b) => distance(a) - distance(b))[0]
  if (nearest?.edtf == null || distance(nearest) > 120) return null
  const day = dayOf(nearest.edtf)
  return day === null ? null : isoDay(day)
}
